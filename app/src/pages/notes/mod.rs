//! `/desk/notes`: numbered correspondence between the parties, what came and what went out, and what waits for an answer.

pub mod new;
pub mod one;

use domain::formal_note::{self, Addressee};
use domain::party::Audience;
use domain::text::Lang;
use domain::time::{Day, Holder, Timestamp};
use leptos::prelude::*;
use store::Visible;
use store::formal_note::{Listed, PAGE};
use store::group::Group;

use crate::components::{audience, empty, head, pagination, tag};
use crate::frame::Page;
use crate::request::{Ask, Member, Stop};
use crate::text::{civil_date, date, day, t, tf, word};

/// What of the notes is listed.
const WHICH: [&str; 3] = ["in", "out", "waiting"];

/// `/desk/notes?which=waiting`
pub async fn page(ask: Ask) -> Result<Page, Stop> {
    let lang = ask.lang;
    let mut member = ask.member().await?;
    let which = WHICH.into_iter().find(|one| *one == ask.query("which")).unwrap_or_default();
    let (found, count) = store::formal_note::list(&mut member.tx, &member.viewer, which, ask.page()).await?;
    let groups = store::group::list(&mut member.tx, &member.viewer).await?;
    let list = if found.is_empty() {
        let none = if which == "waiting" { "notes-none-waiting" } else { "notes-none" };
        empty(t(lang, none), None)
    } else {
        table(lang, &found, ask.now)
    };
    let body = view! {
        {head::plain(&t(lang, "notes-title"), Some(t(lang, "notes-lede")))}
        {begin(lang, &member, &groups)}
        {tabs(lang, which)}
        {list}
        {pagination::pages(lang, &format!("/desk/notes?which={which}"), ask.page(), PAGE, count)}
    };
    Ok(Page::new(t(lang, "notes-title"), body).crumb(t(lang, "nav-desk"), "/desk").wide().of(&member))
}

/// In which audiences this member can write somewhere.
pub(super) fn audiences(member: &Member, groups: &[Visible<Group>]) -> Vec<Audience> {
    let mut found: Vec<Audience> = groups.iter().flat_map(|group| formal_note::audiences(&member.viewer, &group.id)).collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// The ways to a new note, one for each audience; whoever cannot write finds who can.
fn begin(lang: Lang, member: &Member, groups: &[Visible<Group>]) -> AnyView {
    let links: Vec<_> = audiences(member, groups)
        .into_iter()
        .map(|audience| {
            let href = format!("/desk/notes/new/{}", audience.code().replace('_', "-"));
            view! { <li><a class="button button--secondary" href=href>{word(lang, "note-new", audience.code())}</a></li> }
        })
        .collect();
    if links.is_empty() {
        return view! { <p class="muted">{t(lang, "notes-who-writes")}</p> }.into_any();
    }
    view! { <ul class="cluster">{links}</ul> }.into_any()
}

fn tabs(lang: Lang, which: &str) -> AnyView {
    let one = |code: &'static str, key: &str| {
        let href = if code.is_empty() { "/desk/notes".to_owned() } else { format!("/desk/notes?which={code}") };
        view! { <li><a href=href aria-current=(code == which).then_some("true")>{t(lang, key)}</a></li> }
    };
    view! {
        <nav class="tabs" aria-label=t(lang, "notes-which")>
            <ul>{one("", "notes-all")}{one("in", "notes-in")}{one("out", "notes-out")}{one("waiting", "notes-waiting")}</ul>
        </nav>
    }
    .into_any()
}

/// The notes of a list.
pub(crate) fn table(lang: Lang, found: &[Visible<Listed>], now: Timestamp) -> AnyView {
    let rows = found.iter().map(|note| row(lang, note, now)).collect_view();
    view! {
        <div class="table-wrap" role="region" aria-label=t(lang, "notes-title") tabindex="0">
            <table class="table table--dense">
                <caption class="visually-hidden">{t(lang, "notes-title")}</caption>
                <thead>
                    <tr>
                        <th scope="col">{t(lang, "note-number")}</th>
                        <th scope="col">{t(lang, "note-subject")}</th>
                        <th scope="col">{t(lang, "note-from-to")}</th>
                        <th scope="col">{t(lang, "note-sent")}</th>
                        <th scope="col">{t(lang, "note-due")}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn row(lang: Lang, note: &Listed, now: Timestamp) -> AnyView {
    let (label, of) = (note.label(), note.lang);
    let private = (note.audience != Audience::Joint).then(|| tag::tag("channel", audience::sentence(lang, note.audience)));
    let waits = note.waits().then(|| tag::tag("wait", t(lang, "note-waits")));
    let due = note.due_on.map(|due| due_tag(lang, note.addressee, (due, note.answered()), now));
    let href = format!("/desk/notes/{label}");
    view! {
        <tr>
            <th scope="row"><a href=href><bdi class="code" dir="ltr">{label}</bdi></a></th>
            <td data-label=t(lang, "note-subject")><div><bdi lang=of.code() dir=of.dir()>{note.title.clone()}</bdi>" "{private}" "{waits}</div></td>
            <td data-label=t(lang, "note-from-to")>{from_to(lang, note.party, note.addressee)}</td>
            <td data-label=t(lang, "note-sent")>{date(lang, note.recorded_at)}</td>
            <td data-label=t(lang, "note-due")>{due}</td>
        </tr>
    }
    .into_any()
}

/// "From Israel to Syria and the United States"
fn from_to(lang: Lang, party: domain::party::Party, addressee: Addressee) -> String {
    let from = t(lang, &format!("party-{}", party.code()));
    tf(lang, "note-from-to-said", [("from", from.into()), ("to", word(lang, "note-to", addressee.code()).into())])
}

/// The day until which an answer is asked for, marked when it is near or over and nobody has answered.
fn due_tag(lang: Lang, addressee: Addressee, (due, answered): (Day, bool), now: Timestamp) -> AnyView {
    let holder = addressee.parties().first().map_or(Holder::Both, |&party| Holder::from(party));
    let left = holder.working_days_between(day(holder, now), due);
    let class = match left {
        _ if answered => "due-tag",
        ..0 => "due-tag due-tag--stop",
        0..=2 => "due-tag due-tag--care",
        _ => "due-tag",
    };
    view! { <span class=class>{crate::components::icon("clock")}" "{civil_date(lang, due)}</span> }.into_any()
}
