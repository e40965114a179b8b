//! Working groups: who sits in them by side, their projects by stage, their meetings.

use domain::party::Delegation;
use domain::person::Role;
use domain::stage::Stage;
use domain::text::Lang;
use leptos::prelude::*;
use store::Visible;
use store::group::{Group, Seat};
use store::project::Filter;

use crate::components::chart::{self, Chart, Row, Series};
use crate::components::{empty, head, sheet, tag};
use crate::frame::Page;
use crate::request::{Ask, People, Stop};
use crate::text::{spelled, t, word};

/// `/desk/groups`
pub async fn index(ask: Ask) -> Result<Page, Stop> {
    let lang = ask.lang;
    let mut member = ask.member().await?;
    let groups = store::group::list(&mut member.tx, &member.viewer).await?;
    let cards = groups
        .iter()
        .map(|group| {
            let (name, terms) = (group.name(lang).to_owned(), group.terms(lang).to_owned());
            view! {
                <li class="card">
                    <h2 class="card__title"><a href=format!("/desk/groups/{}", group.slug)>{name}</a></h2>
                    <p>{terms}</p>
                </li>
            }
        })
        .collect_view();
    let list =
        if groups.is_empty() { empty(t(lang, "groups-none"), None) } else { view! { <ul class="cards">{cards}</ul> }.into_any() };
    let body = view! { {head::plain(&t(lang, "groups-title"), None)} {list} };
    Ok(Page::new(t(lang, "groups-title"), body).crumb(t(lang, "nav-desk"), "/desk").wide().of(&member))
}

/// `/desk/groups/SLUG`
pub async fn page(ask: Ask, slug: String) -> Result<Page, Stop> {
    let lang = ask.lang;
    let mut member = ask.member().await?;
    let groups = store::group::list(&mut member.tx, &member.viewer).await?;
    let group = groups.into_iter().find(|group| group.slug == slug).ok_or(Stop::NotFound)?;
    let seats = store::group::seats(&mut member.tx, &group).await?;
    let stages = store::project::by_stage(&mut member.tx, &member.viewer, &group.id, ask.now).await?;
    let filter = Filter { group: Some(group.id.clone()), page: 1, ..Filter::default() };
    let lines = store::project::list(&mut member.tx, &member.viewer, &filter).await?.lines;
    let projects = if lines.is_empty() {
        empty(t(lang, "projects-none"), None)
    } else {
        super::projects::table(lang, lines.iter().map(|line| &**line), ask.now)
    };
    let (meetings, _) = store::meeting::list(&mut member.tx, &member.viewer, group.id.as_str(), 1).await?;
    let title = group.name(lang).to_owned();
    let body = view! {
        {head::plain(&title, Some(group.terms(lang).to_owned()))}
        <p class="cluster">
            <a href=format!("/desk/activity?group={slug}")>{t(lang, "activity-of-group")}</a>
            <a href=format!("/desk/glossary?group={slug}")>{t(lang, "glossary-title")}</a>
        </p>
        {sheet(t(lang, "group-members"), sides(lang, &seats, &member.people))}
        {(!stages.is_empty()).then(|| sheet(t(lang, "group-figures"), figures(lang, &stages)))}
        {sheet(t(lang, "projects-title"), projects)}
        {sheet(t(lang, "group-meetings"), view! {
            {super::meetings::rows(lang, std::slice::from_ref(&group), meetings.iter(), "group-no-meetings")}
            <p class="cluster">
                <a href=format!("/desk/meetings?group={slug}")>{t(lang, "meetings-of-group")}</a>
                <a href=format!("/desk/groups/{slug}/minutes")>{t(lang, "series-open")}</a>
            </p>
        })}
    };
    let page = Page::new(title, body).crumb(t(lang, "nav-desk"), "/desk").crumb(t(lang, "groups-title"), "/desk/groups");
    Ok(page.wide().of(&member))
}

/// Where the group's projects stand, and for how long.
fn figures(lang: Lang, stages: &[(Stage, i64, i64)]) -> AnyView {
    let (mut counts, mut times) = (Vec::new(), Vec::new());
    for stage in Stage::ALL {
        let Some((_, count, millis)) = stages.iter().find(|(one, _, _)| *one == stage) else { continue };
        let label = word(lang, "stage", stage.code());
        counts.push(Row { label: label.clone(), values: vec![*count], shown: spelled(lang, count) });
        if !stage.is_end() {
            times.push(chart::days(lang, label, *millis, *count));
        }
    }
    let chart = |id, stem: &str, rows: Vec<Row>| {
        let finding = chart::finding(lang, &format!("{stem}-finding"), &rows);
        Chart { id, title: t(lang, stem), finding, series: Series::Plain, column: t(lang, "field-stage"), rows }.view(lang)
    };
    view! { <div class="figure-grid">{chart("by-stage", "group-stages", counts)}{chart("time-in-stage", "group-time", times)}</div> }.into_any()
}

fn sides(lang: Lang, seats: &[Seat], people: &People) -> AnyView {
    let sides = Delegation::BOTH.into_iter().map(|side| one_side(lang, seats, side, people)).collect_view();
    view! { <div class="columns">{sides}</div> }.into_any()
}

fn one_side(lang: Lang, seats: &[Seat], side: Delegation, people: &People) -> AnyView {
    let own = || seats.iter().filter(move |seat| seat.party == side.party());
    let order = [Role::CoChair, Role::Signatory, Role::Head, Role::Member, Role::Translator];
    let rows = order
        .into_iter()
        .flat_map(|role| own().filter(move |seat| seat.role == role))
        .map(|seat| view! { <li><bdi>{people.named(&seat.person_id)}</bdi>" "{tag::tag("plain", word(lang, "role", seat.role.code()))}</li> })
        .collect_view();
    let vacant = (!own().any(|seat| seat.role == Role::CoChair)).then(|| crate::components::reason(t(lang, "group-vacant")));
    view! {
        <div class="stack">
            <h3>{t(lang, &format!("party-{}", side.party().code()))}</h3>
            {vacant}
            <ul class="stack">{rows}</ul>
        </div>
    }
    .into_any()
}

/// The groups in which this viewer may start a draft.
#[must_use]
pub fn for_drafts(groups: Vec<Visible<Group>>, viewer: &domain::viewer::Viewer) -> Vec<Visible<Group>> {
    let may = |group: &Visible<Group>| domain::policy::decide(viewer, domain::policy::Action::CreateDraft, &group.id).is_ok();
    groups.into_iter().filter(may).collect()
}
