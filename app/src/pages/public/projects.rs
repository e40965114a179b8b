//! The public list of published projects.

use domain::project::Sector;
use domain::stage::Stage;
use domain::text::Lang;
use leptos::prelude::*;
use store::Readers;
use store::public::Published;

use crate::components::{empty, head, icon, pagination, stage, tag};
use crate::frame::Page;
use crate::pages::projects::{active_filters, any_of};
use crate::request::{Ask, Stop};
use crate::text::{date, t, tf, word};

/// `/LANG/projects`
pub async fn page(ask: Ask) -> Result<Page, Stop> {
    let lang = ask.lang;
    let (sector, at) = (Sector::parse(ask.query("sector")), Stage::parse(ask.query("stage")));
    let page = ask.page();
    let mut tx = ask.portal.db.read(&Readers::public()).await?;
    let (found, count) = store::public::list(&mut tx, sector, at, page).await?;
    let base = format!("/{}/projects", lang.code());
    let list = if found.is_empty() {
        let filtered = sector.is_some() || at.is_some();
        let next = if filtered {
            (t(lang, "filter-clear"), base.clone())
        } else {
            (t(lang, "nav-how"), format!("/{}/how-approval-works", lang.code()))
        };
        empty(t(lang, if filtered { "projects-none-filtered" } else { "public-none" }), Some(next))
    } else {
        let cards = found.iter().map(|one| card(lang, one, title(lang, one))).collect_view();
        view! { <ul class="cards">{cards}</ul> }.into_any()
    };
    let chosen = [
        ("sector", "field-sector", sector.map(|one| (one.code().to_owned(), word(lang, "sector", one.code())))),
        ("stage", "field-stage", at.map(|one| (one.code().to_owned(), word(lang, "stage", one.code())))),
    ];
    let pages = format!("{base}?sector={}&stage={}", sector.map_or("", Sector::code), at.map_or("", Stage::code));
    let body = view! {
        {head::plain(&t(lang, "public-projects-title"), Some(t(lang, "public-projects-lede")))}
        {filters(lang, &base, sector, at)}
        {active_filters(lang, &base, &chosen)}
        {list}
        {pagination::pages(lang, &pages, page, store::project::PAGE, count)}
    };
    Ok(Page::new(t(lang, "public-projects-title"), body).wide())
}

fn filters(lang: Lang, base: &str, sector: Option<Sector>, at: Option<Stage>) -> AnyView {
    let sectors: Vec<_> = Sector::ALL.into_iter().map(|one| (one.code(), word(lang, "sector", one.code()))).collect();
    let stages: Vec<_> = Stage::ALL.into_iter().skip(2).map(|one| (one.code(), word(lang, "stage", one.code()))).collect();
    view! {
        <form class="filters" role="search" method="get" action=base.to_owned()>
            <div class="filters__fields">
                {any_of(lang, "sector", t(lang, "field-sector"), &sectors, sector.map_or("", Sector::code))}
                {any_of(lang, "stage", t(lang, "field-stage"), &stages, at.map_or("", Stage::code))}
            </div>
            <div class="form-actions"><button class="button button--secondary" type="submit">{t(lang, "filter-apply")}</button></div>
        </form>
    }
    .into_any()
}

/// The title of a card where the cards stand right under the page's own.
fn title(lang: Lang, one: &Published) -> AnyView {
    view! { <h2 class="card__title">{link(lang, one)}</h2> }.into_any()
}

/// A link to a published project, by its title.
pub(crate) fn link(lang: Lang, one: &Published) -> AnyView {
    view! { <a href=format!("/{}/projects/{}", lang.code(), one.code)>{one.title(lang)}</a> }.into_any()
}

/// A published project in a list, under a title of the level that fits there.
pub(crate) fn card(lang: Lang, one: &Published, title: AnyView) -> AnyView {
    let picture = match one.sector {
        Sector::Medicine => "stethoscope",
        Sector::Energy => "zap",
        Sector::Agriculture => "sprout",
    };
    let stopped = one.stopped.then(|| tag::tag("stop", t(lang, "project-suspended")));
    view! {
        <li class="card">
            {title}
            <p class="card__meta"><bdi class="code" dir="ltr">{one.code.clone()}</bdi>" · "{icon(picture)}" "{word(lang, "sector", one.sector.code())}</p>
            <p>{tag::stage(lang, one.stage)}" "{stopped}</p>
            <p class="muted">{tf(lang, "public-published-on", [("date", date(lang, one.released_at).into())])}</p>
            {stage::steps(lang, one.stage, true)}
        </li>
    }
    .into_any()
}
