//! What console, wall and minutes show alike: an item with its wording, positions and time, who is there, who speaks.

use domain::meeting::agenda::Item;
use domain::meeting::decision::{Decision, SpokenPosition};
use domain::meeting::room::{Attendee, Seat};
use domain::meeting::{Meeting, MeetingSubject};
use domain::party::Delegation;
use domain::text::Lang;
use domain::time::Timestamp;
use leptos::prelude::*;

use crate::components::{hash, tag};
use crate::request::People;
use crate::text::{spelled, t, tf, word};

/// Minutes of a time in milliseconds, rounded down.
pub(super) const fn whole_minutes(millis: i64) -> i64 {
    millis.div_euclid(60_000)
}

/// The wording of a decision in three languages, side by side.
pub(super) fn wording<'text>(lang: Lang, words: impl Fn(Lang) -> &'text str) -> AnyView {
    let order = std::iter::once(lang).chain(Lang::ALL.into_iter().filter(move |of| *of != lang));
    let one = |of: Lang| {
        let text = words(of).to_owned();
        view! { <div class="wording__text" lang=of.code() dir=of.dir()><p>{text}</p></div> }
    };
    view! { <div class="wording">{order.map(one).collect_view()}</div> }.into_any()
}

/// The co-chairs' presses, side by side.
pub(super) fn presses(lang: Lang, meeting: &Meeting, decision: &Decision) -> AnyView {
    let one = |side: Delegation| {
        let given = meeting.consented(MeetingSubject::Decision, &decision.hash, side);
        let back = meeting.taken_back.iter().any(|one| one.subject_hash == decision.hash && one.party == side.party());
        let (kind, key) = match (given, back) {
            (true, _) => ("good", "wording-agreed"),
            (false, true) => ("void", "wording-taken-back"),
            (false, false) => ("wait", "wording-awaited"),
        };
        let name = t(lang, &format!("party-{}", side.party().code()));
        view! { <li><strong>{name}</strong>" "{tag::tag(kind, t(lang, key))}</li> }
    };
    view! { <ul class="presses">{Delegation::BOTH.map(one).into_iter().collect_view()}</ul> }.into_any()
}

/// What was decided on an item, each with its hash.
pub(crate) fn decided(lang: Lang, meeting: &Meeting, item: &Item) -> AnyView {
    meeting.decided(&item.id).map(|one| decision(lang, one)).collect_view().into_any()
}

/// One decision with its hash.
pub(super) fn decision(lang: Lang, one: &Decision) -> AnyView {
    view! {
        <div class="decision">
            <p><strong>{t(lang, "wording-decision")}</strong>" "{hash::short(&one.hash)}</p>
            {wording(lang, |of| one.text(of))}
        </div>
    }
    .into_any()
}

/// The positions of the sides that were spoken on an item, side by side; what was recorded since is said with each.
pub(super) fn positions(
    lang: Lang,
    meeting: &Meeting,
    item: &Item,
    told: impl Fn(&SpokenPosition) -> AnyView,
) -> Option<AnyView> {
    let spoken: Vec<&SpokenPosition> = meeting.spoken_on(&item.id).collect();
    if spoken.is_empty() {
        return None;
    }
    let side = |side: Delegation| {
        let own = spoken.iter().filter(|one| one.party == side.party()).map(|one| {
            let words = one.words.clone();
            let words = (!words.is_empty()).then(|| view! { <p lang=one.lang.code() dir=one.lang.dir()>{words}</p> });
            view! { <div class="spoken">{tag::verdict(lang, one.verdict)}" "{told(one)}{words}</div> }
        });
        let own: Vec<_> = own.collect();
        let none = own.is_empty().then(|| view! { <p class="muted">{t(lang, "spoken-none")}</p> });
        view! { <div class="sides__side"><p><strong>{t(lang, &format!("party-{}", side.party().code()))}</strong></p>{own}{none}</div> }
    };
    Some(view! { <div class="sides">{Delegation::BOTH.map(side).into_iter().collect_view()}</div> }.into_any())
}

/// How somebody who attends is named: by office, a guest as they gave it.
pub(super) fn attendee(people: &People, one: &Attendee) -> AnyView {
    match (&one.person_id, &one.name) {
        (Some(person), _) => view! { <bdi>{people.office(person)}</bdi> }.into_any(),
        (None, name) => {
            let (of, name) = (one.lang.unwrap_or(Lang::En), name.clone().unwrap_or_default());
            view! { <bdi lang=of.code() dir=of.dir()>{name}</bdi> }.into_any()
        }
    }
}

/// Whether each delegation has its quorum, in words.
pub(super) fn quorum(lang: Lang, meeting: &Meeting) -> AnyView {
    let room = meeting.room();
    let one = |side: Delegation| {
        let here = meeting.attendees.iter().filter(|one| one.party == side.party() && room.present.contains(&one.id)).count();
        let name = t(lang, &format!("party-{}", side.party().code()));
        let (kind, key) = if meeting.quorate(side) { ("good", "quorum-there") } else { ("stop", "quorum-missing") };
        let count = tf(lang, "quorum-present", [("count", here.into())]);
        view! { <li><strong>{name}</strong>" "{count}" "{tag::tag(kind, t(lang, key))}</li> }
    };
    view! { <ul class="presses">{Delegation::BOTH.map(one).into_iter().collect_view()}</ul> }.into_any()
}

/// How long an item was talked about, of how long it was given; an overrun is shown and never cut.
pub(super) fn time_of(lang: Lang, meeting: &Meeting, item: &Item, now: Timestamp) -> AnyView {
    let talked = whole_minutes(meeting.room().talked_about(&item.id, now));
    let over = (talked > item.minutes).then(|| tag::tag("care", t(lang, "item-over")));
    let words = tf(lang, "item-time", [("spent", talked.into()), ("given", item.minutes.into())]);
    view! { <p class="clockline">{words}" "{over}</p> }.into_any()
}

/// The speaking time of each side on the open item: half of its minutes each.
pub(super) fn shares(lang: Lang, meeting: &Meeting, item: &Item, now: Timestamp) -> AnyView {
    let each = item.minutes / 2;
    let one = |side: Delegation| {
        let spoke = whole_minutes(meeting.spoke(side, now));
        let name = t(lang, &format!("party-{}", side.party().code()));
        let over = (spoke > each).then(|| tag::tag("care", t(lang, "item-over")));
        let words = tf(lang, "share-time", [("spent", spoke.into()), ("given", each.into())]);
        view! { <li><strong>{name}</strong>" "{words}" "{over}</li> }
    };
    view! { <ul class="presses shares">{Delegation::BOTH.map(one).into_iter().collect_view()}</ul> }.into_any()
}

/// Who has the floor and who waits for it.
pub(super) fn floor(lang: Lang, people: &People, meeting: &Meeting) -> AnyView {
    let room = meeting.room();
    let named = |id: &_| {
        meeting.attendee(id).map(|one| {
            // An office names its party, a guest may not.
            let party = one.name.is_some().then(|| format!("{} · ", t(lang, &format!("party-{}", one.party.code()))));
            view! { <span>{party}{attendee(people, one)}</span> }
        })
    };
    let speaks =
        room.speaks.as_ref().map(|(id, _)| view! { <p class="floor__speaks">{t(lang, "floor-speaks")}" "{named(id)}</p> });
    let waiting = room.asked.iter().map(|id| view! { <li>{named(id)}</li> }).collect_view();
    let list = (!room.asked.is_empty()).then(|| view! { <p>{t(lang, "floor-waiting")}</p><ol>{waiting}</ol> });
    let nobody =
        (room.speaks.is_none() && room.asked.is_empty()).then(|| view! { <p class="muted">{t(lang, "floor-nobody")}</p> });
    view! { {speaks}{list}{nobody} }.into_any()
}

/// The number and title of an item, as "2. The wheat trial".
pub(crate) fn heading(lang: Lang, place: usize, item: &Item) -> AnyView {
    view! { <span>{spelled(lang, place)}". "</span>{super::agenda::title_of(lang, item)} }.into_any()
}

/// As what somebody attends, in words.
pub(super) fn seat(lang: Lang, seat: Seat) -> String {
    word(lang, "seat", seat.code())
}
