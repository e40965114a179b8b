//! A page for each section: one to three languages side by side, who else is writing there, and what is to be said of its terms.

use domain::edit;
use domain::project;
use domain::text::Lang;
use leptos::prelude::*;

use super::columns::{column, shown};
use super::fields::{conflict, made_from, now, typed, without_untouched};
use super::frozen;
use crate::components::side_by_side::{self, CHOICE, InView};
use crate::form::{Form, KEPT, post};
use crate::frame::Page;
use crate::markdown::prose;
use crate::pages::project::Opened;
use crate::pages::{act, glossary};
use crate::request::{Ask, Stop};
use crate::text::{moment_in, t, tf, word};

/// `/desk/projects/CODE/edit/SECTION`
pub async fn page(ask: Ask, handle: String, key: String) -> Result<Page, Stop> {
    let mut open = Opened::find(ask, &handle).await?;
    let lang = open.lang();
    let section = edit::keys(&open.facts).into_iter().find(|known| *known == key).ok_or(Stop::NotFound)?;
    let chosen = InView::of(&open.ask);
    let (form, draft) = open.kept_form("/do/save-text").await?;
    let mut form = form.on(&chosen.here(&open.ask));
    without_untouched(&mut form);
    let status = form.status();
    let title = word(lang, "section", section);
    if let Some(reason) = frozen(&open) {
        let body = view! { <h2>{title.clone()}</h2> {reason} {as_it_stands(&open, section, &chosen)} };
        return Ok(open.page("/edit", &title, body.into_any()));
    }
    let shown = shown(&form, &chosen);
    let others = also_here(&mut open, section).await?;
    let terms = glossary::remarks::of(&mut open, section).await?;
    let body = view! {
        <h2>{title.clone()}</h2>
        {others}
        <p class="field__hint">{word(lang, "section-hint", section)}" "<a href=chosen.at(&open.href(&format!("/edit/{section}/saves")))>{t(lang, "saves-link")}</a></p>
        {form.summary()}
        {conflict(&open, &form, section, &shown)}
        {draft}
        {editor(&open, &form, section, (&chosen, &shown))}
        {terms}
    };
    let page = open.page("/edit", &title, body.into_any()).crumb(t(lang, "tab-edit"), chosen.at(&open.href("/edit")));
    Ok(page.status(status))
}

/// For how long somebody who typed counts as writing, in milliseconds.
const WRITES_FOR: i64 = 15 * 60_000;

/// Who else has typed into this section in the last minutes and has not saved it: so that two do not write the same.
async fn also_here(open: &mut Opened, section: &str) -> Result<Option<AnyView>, Stop> {
    let (lang, form) = (open.lang(), format!("{}#save-text", open.href(&format!("/edit/{section}"))));
    let (me, group) = (open.member.viewer.person_id.clone(), open.facts.project.group_id.clone());
    let since = open.ask.now.plus_millis(-WRITES_FOR);
    let others = store::draft::others(&mut open.member.tx, &me, (&form, &group), since).await?;
    let rows = others.iter().map(|(person, at)| {
        let said =
            [("who", open.member.people.named(person).into()), ("time", moment_in(lang, open.member.viewer.party, *at).into())];
        view! { <li>{tf(lang, "edit-also-here", said)}</li> }
    });
    Ok((!others.is_empty()).then(|| view! { <ul class="panel panel--care" id="also-here">{rows.collect_view()}</ul> }.into_any()))
}

/// The text for whoever reads it and does not write it.
fn as_it_stands(open: &Opened, section: &str, chosen: &InView) -> AnyView {
    let lang = open.lang();
    let sheets = chosen.list().iter().map(|&one| {
        let (text, _) = now(open, section, one);
        let text =
            if text.is_empty() { view! { <p class="muted">{t(lang, "text-none")}</p> }.into_any() } else { prose(one, &text) };
        view! {
            <section class="sheet">
                <div class="sheet__head"><h3>{t(lang, &format!("language-{}", one.code()))}</h3></div>
                {text}
            </section>
        }
    });
    let sheets = sheets.collect_view();
    view! { {side_by_side::links(&open.ask, chosen)} {sheets} }.into_any()
}

fn editor(open: &Opened, form: &Form, section: &'static str, (chosen, shown): (&InView, &InView)) -> AnyView {
    let lang = open.lang();
    let limit = i64::try_from(project::limit(section)).unwrap_or(0);
    let columns = Lang::ALL.into_iter().map(|one| column(open, form, section, one, shown.holds(one))).collect_view();
    let (bases, codes) = (made_from(open, form, section), shown.codes());
    let mut about = vec![("project", open.facts.project.handle()), ("section", section), (CHOICE, &codes)];
    about.extend(bases.iter().map(|(name, base)| (*name, base.as_str())));
    view! {
        <form method="post" action=form.action id=KEPT>
            {form.hidden(&about)}
            <p class="field__hint">{tf(lang, "edit-limit", [("limit", limit.into())])}</p>
            {side_by_side::buttons(lang, chosen, shown)}
            <div class="editor">{columns}</div>
            {form.autosave()}
            <div class="form-actions">
                <button class="button" type="submit">{t(lang, "edit-save")}</button>
                <a class="button button--quiet" href=chosen.at(&open.href("/edit"))>{t(lang, "edit-back")}</a>
            </div>
        </form>
    }
    .into_any()
}

/// Saves a section.
#[server(prefix = "/do", endpoint = "save-text")]
pub async fn save_text() -> Result<(), ServerFnError> {
    post(|ask, mut form| async move {
        let section = form.raw("section").to_owned();
        let typed = typed(&mut form, &section)?;
        let place = InView::after(&ask).at(&format!("/edit/{section}"));
        act(&ask, &form, &place, "said-saved", move |facts, viewer, at| {
            if edit::keys(facts).contains(&section.as_str()) {
                edit::save(facts, viewer, &section, &typed, at)
            } else {
                Err(domain::refusal::Refusal::NotPermitted)
            }
        })
        .await
    })
    .await
}
