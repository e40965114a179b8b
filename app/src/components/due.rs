//! The due tag: who holds the step, how many working days are left, and the day.

use domain::clock::Ball;
use domain::text::Lang;
use domain::time::{Holder, Timestamp};
use leptos::prelude::*;

use super::icon;
use crate::text::{civil_date, date, day, holder, tf};

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

/// "Waits for 4 working days."
#[must_use]
pub fn age(lang: Lang, who: Holder, since: Timestamp, now: Timestamp) -> String {
    let days = who.working_days_between(day(who, since), day(who, now)).max(0);
    tf(lang, "due-age", [("days", days.into())])
}
