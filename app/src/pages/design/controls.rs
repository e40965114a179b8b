//! What people use: buttons, fields as they come and as they come back, disclosures, tabs, tables, tasks.

use domain::text::Lang;
use leptos::prelude::*;

use super::shown;
use crate::form::{Flash, Form};
use crate::request::Ask;
use crate::text::{t, word};

/// All of them.
pub fn all(ask: &Ask) -> AnyView {
    let lang = ask.lang;
    let wrong = Flash {
        problems: ["title", "text", "sector", "verdict", "scope"]
            .map(|name| (name.to_owned(), "missing".to_owned(), 120))
            .to_vec(),
        values: vec![("title".to_owned(), "Title".to_owned())],
        ..Flash::default()
    };
    view! {
        {shown("button", buttons(lang))}
        {shown("field", fields(&Form::plain(ask, "/do/design", Flash::default())))}
        {shown("field-wrong", fields(&Form::plain(ask, "/do/design-wrong", wrong)))}
        {shown("disclosure", view! { <details class="disclosure"><summary>{t(lang, "hash-whole")}</summary><div class="disclosure__body"><p>{t(lang, "how-check")}</p></div></details> })}
        {shown("tabs", tabs(lang))}
        {shown("task-list", tasks(lang))}
        {shown("table", table(lang))}
    }
    .into_any()
}

fn buttons(lang: Lang) -> AnyView {
    let label = t(lang, "edit-save");
    let one = |class: &'static str| view! { <button class=class type="button">{label.clone()}</button> };
    view! {
        <div class="form-actions">
            {one("button")}{one("button button--secondary")}{one("button button--danger")}{one("button button--quiet")}{one("button button--small")}
        </div>
    }
    .into_any()
}

fn fields(form: &Form) -> AnyView {
    let lang = form.lang;
    let sectors = || ["medicine", "energy", "agriculture"].map(|code| (code.to_owned(), word(lang, "sector", code))).to_vec();
    let verdicts = ["approve", "object"].map(|code| (code, word(lang, "verdict", code), Some(word(lang, "verdict-hint", code))));
    view! {
        {form.summary()}
        {form.line("title", t(lang, "field-thread-title"), Some(t(lang, "field-markdown-hint")), "", None)}
        {form.area("text", t(lang, "field-message"), None, "", 4, None)}
        {form.select("sector", t(lang, "field-sector"), None, sectors(), "energy")}
        {form.choices("verdict", t(lang, "field-verdict"), verdicts.to_vec(), "")}
        {form.tick("scope", t(lang, "field-scope"), false)}
    }
    .into_any()
}

fn tabs(lang: Lang) -> AnyView {
    let tabs = ["tab-overview", "tab-text", "tab-points"].map(|key| {
        let current = (key == "tab-text").then_some("page");
        let count = (key == "tab-points").then(|| view! { " " <span class="tabs__count">"3"</span> });
        view! { <li><a href="#design-tabs" aria-current=current>{t(lang, key)}{count}</a></li> }
    });
    view! { <nav class="tabs" aria-label=t(lang, "nav-project")><ul>{tabs.into_iter().collect_view()}</ul></nav> }.into_any()
}

fn tasks(lang: Lang) -> AnyView {
    let tasks = ["summary", "objectives", "budget"].map(|section| {
        view! {
            <li><a class="task-list__link" href="#design-task-list">
                <span class="task-list__name">{word(lang, "section", section)}</span>
                <span class="task-list__hint">{word(lang, "section-hint", section)}</span>
                <span class="task-list__state">{word(lang, "text-state", "draft")}</span>
            </a></li>
        }
    });
    view! { <ul class="task-list">{tasks.into_iter().collect_view()}</ul> }.into_any()
}

fn table(lang: Lang) -> AnyView {
    let rows = ["medicine", "energy", "agriculture"].map(|sector| {
        view! {
            <tr><th scope="row">{word(lang, "sector", sector)}</th><td data-label=t(lang, "field-stage")>{word(lang, "stage", "implementing")}</td>
            <td class="table__num" data-label=t(lang, "field-version")>"3"</td></tr>
        }
    });
    view! {
        <div class="table-wrap" role="region" aria-label=t(lang, "projects-title") tabindex="0">
            <table class="table">
                <caption>{t(lang, "projects-title")}</caption>
                <thead><tr><th scope="col">{t(lang, "field-sector")}</th><th scope="col">{t(lang, "field-stage")}</th><th scope="col" class="table__num">{t(lang, "field-version")}</th></tr></thead>
                <tbody>{rows.into_iter().collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}
