//! The room on the console: who comes and goes, which item is open, who has the floor, and the end of the meeting.

use domain::meeting::room::{self, Arriving, Attendee, Happening, Seat};
use domain::meeting::{Meeting, MeetingStage};
use domain::party::Party;
use domain::person::Role;
use domain::text::{TITLE_LIMIT, latin_digits};
use domain::time::Timestamp;
use leptos::prelude::*;

use super::{Opened, act, cards};
use crate::components::{empty, reason, tag};
use crate::form::{Form, Outcome, Posted, post};
use crate::request::Ask;
use crate::text::{t, word};

/// Who can come without an account.
const PARTIES: [Party; 4] = [Party::Il, Party::Sy, Party::Us, Party::None];

/// A button that notes what happens, with a place for the time, which a console that was cut off tells later.
fn button(open: &Opened, form: &Form, (kind, subject): (Happening, &str), key: &str, of: Option<&str>) -> AnyView {
    let about = [("meeting", open.id()), ("kind", kind.code()), ("subject", subject), ("happened_at", "")];
    form.small_button(&about, t(form.lang, key), of)
}

/// Everybody who came, by side, with what each does next.
pub(super) fn attendance(open: &Opened, note: &Form) -> AnyView {
    let lang = open.lang;
    if open.meeting.attendees.is_empty() {
        return empty(t(lang, "attendance-none"), None);
    }
    let room = open.meeting.room();
    let row = |one: &Attendee| {
        let here = room.present.contains(&one.id);
        let speaks = room.speaks.as_ref().is_some_and(|(id, _)| *id == one.id);
        let asked = room.asked.contains(&one.id);
        let item = room.item.is_some();
        let label = label(open, one);
        let deeds = [
            (Happening::Speaks, "floor-give", here && item && !speaks),
            (Happening::Asked, "floor-ask", here && item && !speaks && !asked),
            (Happening::Finished, "floor-finish", speaks || asked),
            (Happening::Left, "attendance-left", here),
            (Happening::Arrived, "attendance-back", !here),
        ];
        let buttons = deeds.into_iter().filter(|(_, _, shown)| *shown);
        let buttons = buttons.map(|(kind, key, _)| button(open, note, (kind, one.id.as_str()), key, Some(&label))).collect_view();
        let (kind, state) = if here { ("good", "attendance-here") } else { ("plain", "attendance-gone") };
        view! {
            <li class="attendee">
                <p>{cards::attendee(&open.member.people, one)}" · "{cards::seat(lang, one.seat)}" "{tag::tag(kind, t(lang, state))}</p>
                <div class="cluster">{buttons}</div>
            </li>
        }
    };
    let side = |party: Party| {
        let own: Vec<_> = open.meeting.attendees.iter().filter(|one| one.party == party).map(row).collect();
        (!own.is_empty()).then(|| view! { <div class="sides__side"><h3>{t(lang, &format!("party-{}", party.code()))}</h3><ul class="stack">{own}</ul></div> })
    };
    view! { <div class="sides">{PARTIES.map(side).into_iter().collect_view()}</div> }.into_any()
}

fn label(open: &Opened, one: &Attendee) -> String {
    let office = one.person_id.as_ref().map(|person| open.member.people.office(person));
    office.or_else(|| one.name.clone()).unwrap_or_default()
}

/// The forms for somebody who comes: of the group, or a guest.
pub(super) fn arriving(open: &Opened, form: &Form, seats: &[store::meeting::Invited]) -> AnyView {
    let lang = open.lang;
    let here = |person: &_| open.meeting.attendees.iter().any(|one| one.person_id.as_ref() == Some(person));
    let mut people: Vec<_> = seats.iter().filter(|seat| !here(&seat.person_id)).collect();
    people.dedup_by(|a, b| a.person_id == b.person_id);
    let options = people.iter().map(|seat| (seat.person_id.to_string(), open.member.people.office(&seat.person_id)));
    let member = form.about("guest", "");
    let guest = form.about("guest", "yes");
    let parties = PARTIES.map(|party| (party.code().to_owned(), t(lang, &format!("party-{}", party.code()))));
    let known = (!people.is_empty()).then(|| {
        view! {
            <form method="post" action=form.action>
                {member.hidden(&[("meeting", open.id()), ("guest", "")])}
                {member.select("person", t(lang, "field-attendee"), None, options.collect(), "")}
                {member.actions(t(lang, "attendance-came"), "button button--secondary")}
            </form>
        }
    });
    view! {
        {form.summary()}
        {known}
        <details class="disclosure" open=guest.is_sent_back()>
            <summary>{t(lang, "attendance-guest")}</summary>
            <form method="post" action=form.action>
                {guest.hidden(&[("meeting", open.id()), ("guest", "yes")])}
                {guest.line("name", t(lang, "field-guest-name"), Some(t(lang, "field-guest-name-hint")), "", None)}
                {guest.select("party", t(lang, "field-guest-party"), None, parties.to_vec(), "il")}
                {guest.language("note_language")}
                {guest.actions(t(lang, "attendance-came"), "button button--secondary")}
            </form>
        </details>
    }
    .into_any()
}

/// The items with their times, each with the button that opens or closes it.
pub(super) fn items(open: &Opened, note: &Form, now: Timestamp) -> AnyView {
    let lang = open.lang;
    let room = open.meeting.room();
    let runs = open.meeting.stage() == MeetingStage::Running;
    let rows = open.meeting.items().into_iter().enumerate().map(|(place, item)| {
        let current = room.item.as_ref().is_some_and(|(id, _)| *id == item.id);
        let (kind, key) = if current { (Happening::Closed, "item-close") } else { (Happening::Opened, "item-open") };
        let decided = open.meeting.decided(&item.id).count();
        let done = (decided > 0).then(|| tag::tag("good", t(lang, "item-decided")));
        let deed = runs.then(|| button(open, note, (kind, item.id.as_str()), key, Some(item.title(lang).1)));
        view! {
            <li class="agenda__item" aria-current=current.then_some("true")>
                <p>{cards::heading(lang, place + 1, &item)}" "{done}</p>
                {cards::time_of(lang, &open.meeting, &item, now)}
                {deed}
            </li>
        }
    });
    view! { <ol class="agenda agenda--plain">{rows.collect_view()}</ol> }.into_any()
}

/// Opening, or ending: the meeting's own steps.
pub(super) fn steps(open: &Opened, begin: &Form, end: &Form) -> AnyView {
    let lang = open.lang;
    match open.meeting.stage() {
        MeetingStage::AgendaAgreed => {
            if open.meeting.both_present() {
                begin.button(&[("meeting", open.id())], t(lang, "meeting-open-deed"), "button")
            } else {
                reason(t(lang, "meeting-open-needs"))
            }
        }
        MeetingStage::Running => end.button(&[("meeting", open.id())], t(lang, "meeting-end-deed"), "button button--secondary"),
        _ => ().into_any(),
    }
}

/// When the console says that something happened: now, unless it was cut off and tells it later.
fn claimed(ask: &Ask, form: &Posted) -> Timestamp {
    latin_digits(form.raw("happened_at")).parse().map_or(ask.now, Timestamp)
}

fn seat_of(role: Role) -> Seat {
    match role {
        Role::CoChair => Seat::CoChair,
        Role::Member | Role::Translator => Seat::Member,
        _ => Seat::Observer,
    }
}

async fn arriving_person(ask: &Ask, form: &mut Posted) -> Result<Arriving, Outcome> {
    if form.raw("guest") == "yes" {
        let name = form.line("name", TITLE_LIMIT);
        let party = form.choice("party", |code| PARTIES.into_iter().find(|party| party.code() == code));
        form.checked()?;
        let name = Some((form.lang(), name));
        return Ok(Arriving { party: party.ok_or(Outcome::Failed)?, seat: Seat::Guest, person_id: None, name });
    }
    let mut open = Opened::load(ask, form.raw("meeting")).await.map_err(|stop| form.stopped(stop))?;
    let seats = store::meeting::invited(&mut open.member.tx, &open.meeting).await.map_err(|_| Outcome::Failed)?;
    let own: Vec<_> = seats.iter().filter(|seat| seat.person_id.as_str() == form.raw("person")).collect();
    // Whoever holds several roles comes as the one that counts most for the quorum.
    let best = own.iter().map(|seat| seat_of(seat.role)).min_by_key(|seat| *seat as u8);
    let (Some(first), Some(seat)) = (own.first(), best) else { return Err(form.back_with("person", "choose")) };
    Ok(Arriving { party: first.party, seat, person_id: Some(first.person_id.clone()), name: None })
}

/// Somebody comes.
#[server(prefix = "/do", endpoint = "arrive")]
pub async fn arrive() -> Result<(), ServerFnError> {
    post(|ask, mut form| async move {
        let who = arriving_person(&ask, &mut form).await?;
        let at = claimed(&ask, &form);
        act(&ask, &form, "/console", "said-room-noted", move |meeting: &Meeting, viewer, occasion| {
            room::arrive(meeting, viewer, &who, (at, occasion))
        })
        .await
    })
    .await
}

/// Something happens in the room.
#[server(prefix = "/do", endpoint = "note-room")]
pub async fn note_room() -> Result<(), ServerFnError> {
    post(|ask, mut form| async move {
        let Some(kind) = form.choice("kind", Happening::parse) else { return Err(Outcome::NotFound) };
        let (at, subject) = (claimed(&ask, &form), form.raw("subject").to_owned());
        act(&ask, &form, "/console", "said-room-noted", move |meeting: &Meeting, viewer, occasion| {
            room::note(meeting, viewer, (kind, &subject), (at, occasion))
        })
        .await
    })
    .await
}

/// Opens the meeting.
#[server(prefix = "/do", endpoint = "open-meeting")]
pub async fn open_meeting() -> Result<(), ServerFnError> {
    post(|ask, form| async move { act(&ask, &form, "/console", "said-meeting-opened", room::open).await }).await
}

/// Ends the meeting.
#[server(prefix = "/do", endpoint = "end-meeting")]
pub async fn end_meeting() -> Result<(), ServerFnError> {
    post(|ask, form| async move { act(&ask, &form, "/minutes", "said-meeting-ended", room::end).await }).await
}

/// In words, what happened.
pub(super) fn happened(lang: domain::text::Lang, kind: Happening) -> String {
    word(lang, "happening", kind.code())
}
