//! The list of projects on the desk: filters, pages, who holds each and by when.

use domain::clock;
use domain::policy::{self, Action};
use domain::project::Sector;
use domain::stage::Stage;
use domain::text::{Lang, latin_digits};
use domain::time::Timestamp;
use leptos::prelude::*;
use store::project::{Filter, Line, PAGE};

use crate::components::{due, empty, head, pagination, tag};
use crate::frame::Page;
use crate::request::{Ask, Stop};
use crate::text::{pick, spelled, t, word};

/// `/desk/projects`
pub async fn page(ask: Ask) -> Result<Page, Stop> {
    let lang = ask.lang;
    let mut member = ask.member().await?;
    let filter = Filter {
        stage: Stage::parse(ask.query("stage")),
        sector: Sector::parse(ask.query("sector")),
        group: None,
        code: Some(latin_digits(ask.query("code").trim()).to_uppercase()),
        page: ask.page(),
    };
    let listed = store::project::list(&mut member.tx, &member.viewer, &filter).await?;
    let filtered =
        filter.stage.is_some() || filter.sector.is_some() || filter.code.as_deref().is_some_and(|code| !code.is_empty());
    let start = if policy::anywhere(&member.viewer, Action::CreateDraft) {
        view! { <p><a class="button" href="/desk/projects/new">{t(lang, "start-title")}</a></p> }.into_any()
    } else {
        ().into_any()
    };
    let list = if listed.lines.is_empty() {
        let next = filtered.then(|| (t(lang, "filter-clear"), "/desk/projects".to_owned()));
        empty(t(lang, if filtered { "projects-none-filtered" } else { "projects-none" }), next)
    } else {
        table(lang, listed.lines.iter().map(|line| &**line), ask.now)
    };
    let cut = listed.is_cut.then(|| view! { <p class="muted">{t(lang, "projects-cut")}</p> });
    let base = format!(
        "/desk/projects?stage={}&sector={}&code={}",
        filter.stage.map_or("", Stage::code),
        filter.sector.map_or("", Sector::code),
        crate::routes::encode(filter.code.as_deref().unwrap_or_default())
    );
    let body = view! {
        {head::plain(&t(lang, "projects-title"), None)}
        {start}
        {filters(lang, &filter)}
        {active(lang, &filter)}
        {cut}
        {list}
        {pagination::pages(lang, &base, filter.page, PAGE, listed.count)}
    };
    Ok(Page::new(t(lang, "projects-title"), body).crumb(t(lang, "nav-desk"), "/desk").wide().of(&member))
}

/// A choice from codes with "any" first, for filters.
pub(crate) fn any_of(
    lang: Lang,
    name: &'static str,
    label: String,
    codes: &[(impl AsRef<str>, String)],
    chosen: &str,
) -> AnyView {
    let options = codes
        .iter()
        .map(|(code, label)| {
            let (code, label, selected) = (code.as_ref().to_owned(), label.clone(), code.as_ref() == chosen);
            view! { <option value=code selected=selected>{label}</option> }
        })
        .collect_view();
    view! {
        <div class="field field--short">
            <label class="field__label" for=name>{label}</label>
            <select id=name name=name><option value="">{t(lang, "filter-any")}</option>{options}</select>
        </div>
    }
    .into_any()
}

fn filters(lang: Lang, filter: &Filter) -> AnyView {
    let stages: Vec<_> = Stage::ALL.into_iter().map(|stage| (stage.code(), word(lang, "stage", stage.code()))).collect();
    let sectors: Vec<_> = Sector::ALL.into_iter().map(|sector| (sector.code(), word(lang, "sector", sector.code()))).collect();
    view! {
        <form class="filters" role="search" method="get" action="/desk/projects">
            <div class="filters__fields">
                {any_of(lang, "stage", t(lang, "field-stage"), &stages, filter.stage.map_or("", Stage::code))}
                {any_of(lang, "sector", t(lang, "field-sector"), &sectors, filter.sector.map_or("", Sector::code))}
                <div class="field field--short">
                    <label class="field__label" for="code">{t(lang, "field-code")}</label>
                    <input type="text" id="code" name="code" dir="ltr" value=filter.code.clone().unwrap_or_default() />
                </div>
            </div>
            <div class="form-actions"><button class="button button--secondary" type="submit">{t(lang, "filter-apply")}</button></div>
        </form>
    }
    .into_any()
}

/// The filters in force, each a link that takes it away.
fn active(lang: Lang, filter: &Filter) -> AnyView {
    let code = filter.code.clone().unwrap_or_default();
    let chosen = [
        ("stage", "field-stage", filter.stage.map(|stage| (stage.code().to_owned(), word(lang, "stage", stage.code())))),
        ("sector", "field-sector", filter.sector.map(|sector| (sector.code().to_owned(), word(lang, "sector", sector.code())))),
        ("code", "field-code", (!code.is_empty()).then(|| (code.clone(), code.clone()))),
    ];
    active_filters(lang, "/desk/projects", &chosen)
}

/// A filter that a list may have: its name, the key of its label, and its value with the word for it.
pub(crate) type Chosen = (&'static str, &'static str, Option<(String, String)>);

/// The filters in force as links, each to the same list without it.
pub(crate) fn active_filters(lang: Lang, path: &str, chosen: &[Chosen]) -> AnyView {
    let links: Vec<_> = chosen
        .iter()
        .filter_map(|(name, label, value)| {
            let (_, shown) = value.clone()?;
            let rest = chosen.iter().filter(|(other, _, _)| other != name);
            let rest = rest.filter_map(|(other, _, value)| Some(format!("{other}={}", crate::routes::encode(&value.as_ref()?.0))));
            let join = if path.contains('?') { '&' } else { '?' };
            let href = format!("{path}{join}{}", rest.collect::<Vec<_>>().join("&"));
            Some(view! {
                <li><a href=href.trim_end_matches(['?', '&']).to_owned()>
                    {t(lang, label)}": "{shown}" "<span class="visually-hidden">{t(lang, "filter-remove")}</span><span aria-hidden="true">"×"</span>
                </a></li>
            })
        })
        .collect();
    if links.is_empty() { ().into_any() } else { view! { <ul class="filters__active">{links}</ul> }.into_any() }
}

/// Projects as rows: code and title, sector, stage, and the due tag.
pub(crate) fn table<'a>(lang: Lang, lines: impl Iterator<Item = &'a Line>, now: Timestamp) -> AnyView {
    let rows = lines.map(|line| row(lang, line, now)).collect_view();
    view! {
        // Each row is a link, so the keyboard reaches what lies outside without a stop for the table itself.
        <div class="table-wrap">
            <table class="table table--dense">
                <caption class="visually-hidden">{t(lang, "projects-title")}</caption>
                <thead>
                    <tr>
                        <th scope="col">{t(lang, "field-project")}</th>
                        <th scope="col">{t(lang, "field-sector")}</th>
                        <th scope="col">{t(lang, "field-stage")}</th>
                        <th scope="col">{t(lang, "field-version")}</th>
                        <th scope="col">{t(lang, "field-turn")}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn row(lang: Lang, line: &Line, now: Timestamp) -> AnyView {
    let titles = line.title();
    let (of, title) =
        pick(&titles, lang).map_or_else(|| (lang, t(lang, "project-untitled")), |(of, title)| (of, title.to_owned()));
    let name = line.code.clone().unwrap_or_else(|| t(lang, "project-draft-name"));
    let turn = clock::ball(&line.standing()).map(|ball| due::tag(lang, &ball, now));
    let stopped = line.stopped.then(|| tag::tag("stop", t(lang, "project-suspended")));
    view! {
        <tr>
            <th scope="row">
                <bdi class="code" dir="ltr">{name}</bdi>" "
                <a href=format!("/desk/projects/{}", line.handle())><bdi lang=of.code() dir=of.dir()>{title}</bdi></a>
            </th>
            <td data-label=t(lang, "field-sector")>{word(lang, "sector", line.sector.code())}</td>
            <td data-label=t(lang, "field-stage")>{tag::stage(lang, line.stage)}" "{stopped}</td>
            <td class="table__num" data-label=t(lang, "field-version")>{line.version.map_or_else(|| "–".to_owned(), |number| spelled(lang, number))}</td>
            <td data-label=t(lang, "field-turn")>{turn}</td>
        </tr>
    }
    .into_any()
}
