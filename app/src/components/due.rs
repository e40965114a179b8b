//! The due tag: who holds the step, how many working days are left, and the day.

use domain::clock::{Ball, Turn};
use domain::text::Lang;
use domain::time::{Holder, Timestamp};
use leptos::prelude::*;

use super::icon;
use crate::text::{capitals, civil_date, date, day, end_of, holder, t, tf};

/// Who holds the step, and by when.
#[must_use]
pub fn tag(lang: Lang, ball: &Ball, now: Timestamp) -> AnyView {
    let who = holder(lang, ball.holder);
    let Some(due) = ball.due(day) else {
        let text = tf(lang, "due-none", [("holder", who.into()), ("date", date(lang, ball.since).into())]);
        return view! { <span class="due-tag">{icon("clock")}" "{text}</span> }.into_any();
    };
    let left = ball.holder.working_days_between(day(ball.holder, now), due);
    let class = match left {
        ..0 => "due-tag due-tag--stop",
        0..=2 => "due-tag due-tag--care",
        _ => "due-tag",
    };
    let key = if left < 0 { "due-late" } else { "due-left" };
    let text = tf(lang, key, [("holder", who.into()), ("days", left.abs().into()), ("date", civil_date(lang, due).into())]);
    view! { <span class=class>{icon("clock")}" "{text}</span> }.into_any()
}

/// What has come of it that the day passed: whose turn it is now, and until when.
#[must_use]
pub fn passed(lang: Lang, ball: &Ball, now: Timestamp) -> Option<String> {
    let turn = ball.turn(now, day)?;
    let key = match (turn, ball.holder) {
        (Turn::Holder, _) => return None,
        (Turn::Over, _) => return Some(t(lang, "due-over")),
        (_, Holder::Us) => "due-heads",
        (Turn::Head, _) => "due-head",
        (Turn::GoodOffices, _) => "due-good-offices",
    };
    let until = ball.due_in(turn, day).map(|due| civil_date(lang, due)).unwrap_or_default();
    Some(tf(lang, key, [("date", until.into())]))
}

/// The end of the last day of a step, on the clocks of the three capitals.
#[must_use]
pub fn ends(lang: Lang, ball: &Ball) -> Option<String> {
    let due = ball.due(day)?;
    Some(format!("{} · {}", civil_date(lang, due), capitals(lang, end_of(ball.holder, due))))
}

/// By how much the last day was moved back, where it was.
#[must_use]
pub fn extended(lang: Lang, ball: &Ball) -> Option<String> {
    (ball.extended > 0).then(|| tf(lang, "due-extended", [("days", i64::from(ball.extended).into())]))
}

/// "Waits for 4 working days."
#[must_use]
pub fn age(lang: Lang, who: Holder, since: Timestamp, now: Timestamp) -> String {
    let days = who.working_days_between(day(who, since), day(who, now)).max(0);
    tf(lang, "due-age", [("days", days.into())])
}
