//! `/desk/groups/SLUG/minutes`: the agreed minutes of a group in one document, the first meeting first, to be read through or printed.

use domain::meeting::agenda::Item;
use domain::meeting::assembled::{Content, Decided, OnItem, Spoken};
use domain::meeting::minutes::{Correction, Minutes, Statement};
use domain::party::Party;
use domain::text::Lang;
use leptos::prelude::*;
use store::Visible;
use store::group::Group;
use store::meeting::{PAGE, series};

use super::{LIST, cards, tasks};
use crate::components::{empty, hash, head, pagination, row, tag};
use crate::frame::Page;
use crate::request::{Ask, People, Stop};
use crate::text::{capitals, date, t, tf};

/// What each of the minutes is shown with.
struct Told<'a> {
    lang: Lang,
    group: &'a Group,
    people: &'a People,
    statements: &'a [Visible<Statement>],
}

/// `/desk/groups/SLUG/minutes?page=N`
pub async fn page(ask: Ask, slug: String) -> Result<Page, Stop> {
    let lang = ask.lang;
    let mut member = ask.member().await?;
    let groups = store::group::list(&mut member.tx, &member.viewer).await?;
    let group = groups.into_iter().find(|group| group.slug == slug).ok_or(Stop::NotFound)?;
    let found = series::of_group(&mut member.tx, &member.viewer, &group.id, ask.page()).await?;
    let told = Told { lang, group: &group, people: &member.people, statements: &found.statements };
    let all: Vec<_> = found.minutes.iter().filter_map(|minutes| Some((&**minutes, minutes.content()?))).collect();
    let base = format!("/desk/groups/{slug}/minutes");
    let list = if all.is_empty() {
        empty(t(lang, "series-none"), Some((t(lang, "meetings-of-group"), format!("{LIST}?group={slug}"))))
    } else {
        view! {
            {contents(&told, &all)}
            <div class="series">{all.iter().map(|(minutes, content)| one(&told, minutes, content)).collect_view()}</div>
            {pagination::pages(lang, &base, ask.page(), PAGE, found.count)}
        }
        .into_any()
    };
    let title = t(lang, "series-title");
    let name = group.name(lang).to_owned();
    let body = view! { {head::head(Some(name.clone().into_any()), title.clone().into_any(), Some(t(lang, "series-lede")), None)} {list} };
    let page = Page::new(format!("{title} – {name}"), body).crumb(t(lang, "nav-desk"), "/desk");
    Ok(page.crumb(t(lang, "groups-title"), "/desk/groups").crumb(name, format!("/desk/groups/{slug}")).wide().of(&member))
}

/// The name of a meeting and its place in the document.
fn name(told: &Told, content: &Content) -> (String, String) {
    let number = content.meeting.number;
    (super::title(told.lang, Some(told.group), number), format!("meeting-{number}"))
}

fn contents(told: &Told, all: &[(&Minutes, Content)]) -> AnyView {
    let lines = all.iter().map(|(_, content)| {
        let (name, place) = name(told, content);
        view! { <li><a href=format!("#{place}")>{name}</a>" · "{date(told.lang, content.plan.starts_at)}</li> }
    });
    view! { <nav class="no-print" aria-label=t(told.lang, "series-contents")><ol class="stack">{lines.collect_view()}</ol></nav> }
        .into_any()
}

fn one(told: &Told, minutes: &Minutes, content: &Content) -> AnyView {
    let lang = told.lang;
    let (name, place) = name(told, content);
    let plan = &content.plan;
    let whole = content.corrections.iter().filter(|one| one.item_id.is_none()).map(|one| correction(lang, one)).collect_view();
    view! {
        <article class="series__minutes" id=place>
            <h2><a href=format!("{LIST}/{}/minutes", minutes.meeting_id.as_str())>{name}</a></h2>
            <dl class="summary-list">
                {row(t(lang, "meeting-starts"), view! { {date(lang, plan.starts_at)}" · "{capitals(lang, plan.starts_at)} })}
                {row(t(lang, "field-meeting-place"), super::place(plan.lang, &plan.place))}
                {row(t(lang, "attendance-title"), attendance(told, content))}
            </dl>
            {content.items.iter().enumerate().map(|(place, of)| item(lang, place + 1, of, content)).collect_view()}
            {whole}
            {actions(lang, content)}
            {statements(told, minutes)}
            <p>{t(lang, "series-agreed")}" "{hash::short(&minutes.hash)}</p>
        </article>
    }
    .into_any()
}

/// Who attended, by side.
fn attendance(told: &Told, content: &Content) -> AnyView {
    let lang = told.lang;
    let side = |party: Party| {
        let own: Vec<_> = content.attendance.iter().map(|one| &one.attendee).filter(|one| one.party == party).collect();
        let people = own.iter().map(|one| {
            view! { <li>{cards::attendee(told.people, one)}" "{tag::tag("plain", cards::seat(lang, one.seat))}</li> }
        });
        let people = people.collect_view();
        let party = t(lang, &format!("party-{}", party.code()));
        (!own.is_empty()).then(|| view! { <li>{party}<ul>{people}</ul></li> })
    };
    view! { <ul class="series__sides">{[Party::Il, Party::Sy, Party::Us, Party::None].map(side).into_iter().collect_view()}</ul> }
        .into_any()
}

fn item(lang: Lang, place: usize, of: &OnItem, content: &Content) -> AnyView {
    let nothing = of.decisions.is_empty().then(|| view! { <p class="muted">{t(lang, "minutes-nothing-decided")}</p> });
    let taken = content.corrections.iter().filter(|one| of.corrections.contains(&one.id)).map(|one| correction(lang, one));
    view! {
        <section class="series__item">
            <h3>{cards::heading(lang, place, &of.item)}</h3>
            {pin(lang, &of.item)}
            {nothing}
            {of.decisions.iter().map(|one| decision(lang, one)).collect_view()}
            {positions(lang, &of.positions)}
            {taken.collect_view()}
        </section>
    }
    .into_any()
}

/// The version or the matter that was talked about.
fn pin(lang: Lang, item: &Item) -> Option<AnyView> {
    let Some(pin) = item.pin.as_ref() else { return super::agenda::matter(lang, item) };
    let label = tf(lang, "agenda-pin", [("code", pin.code.clone().into()), ("number", pin.number.into())]);
    Some(view! { <p class="muted">{label}" "{hash::short(&pin.content_hash)}</p> }.into_any())
}

fn decision(lang: Lang, one: &Decided) -> AnyView {
    view! {
        <div class="decision">
            <p><strong>{t(lang, "wording-decision")}</strong>" "{hash::short(&one.hash)}</p>
            {cards::wording(lang, |of| one.text(of))}
        </div>
    }
    .into_any()
}

/// What the sides said on an item; whether it was recorded since stands with the project.
fn positions(lang: Lang, spoken: &[Spoken]) -> Option<AnyView> {
    let one = |one: &Spoken| {
        let words = one.words.clone();
        let words = (!words.is_empty()).then(|| view! { " "<bdi lang=one.lang.code() dir=one.lang.dir()>{words}</bdi> });
        view! { <li>{t(lang, &format!("party-{}", one.party.code()))}" "{tag::verdict(lang, one.verdict)}{words}</li> }
    };
    let said = t(lang, "spoken-title");
    (!spoken.is_empty()).then(|| {
        view! { <p><strong>{said}</strong></p> <ul class="stack">{spoken.iter().map(one).collect_view()}</ul> }.into_any()
    })
}

fn correction(lang: Lang, one: &Correction) -> AnyView {
    let text = one.text.clone();
    view! {
        <div class="correction">
            <p><strong>{t(lang, "minutes-corrected")}</strong>" "{t(lang, &format!("party-{}", one.party.code()))}</p>
            <p lang=one.lang.code() dir=one.lang.dir()>{text}</p>
        </div>
    }
    .into_any()
}

fn actions(lang: Lang, content: &Content) -> Option<AnyView> {
    let rows: Vec<_> = content.actions.iter().map(|one| view! { <li class="action">{tasks::words(lang, one)}</li> }).collect();
    let title = t(lang, "meeting-actions");
    (!rows.is_empty())
        .then(|| view! { <section class="series__item"><h3>{title}</h3><ul class="stack">{rows}</ul></section> }.into_any())
}

/// What one side alone stated on this meeting.
fn statements(told: &Told, minutes: &Minutes) -> Option<AnyView> {
    let lang = told.lang;
    let own = told.statements.iter().filter(|one| one.meeting_id == minutes.meeting_id);
    let rows: Vec<_> = own.map(|one| statement(lang, one)).collect();
    let title = t(lang, "statements-title");
    (!rows.is_empty())
        .then(|| view! { <section class="series__item"><h3>{title}</h3><ul class="stack">{rows}</ul></section> }.into_any())
}

fn statement(lang: Lang, one: &Statement) -> AnyView {
    let text = one.text.clone();
    view! {
        <li class="statement">
            <p><strong>{t(lang, &format!("statement-of-{}", one.party.code()))}</strong></p>
            <p lang=one.lang.code() dir=one.lang.dir()>{text}</p>
        </li>
    }
    .into_any()
}
