//! The timeline: an ordered list on the rails; before the sign-off two, after it one.

use domain::stage::Stage;
use domain::text::Lang;
use domain::time::Timestamp;
use leptos::prelude::*;

use crate::text::{date, iso, word};

/// One step of the road.
#[must_use]
pub fn item(lang: Lang, to: Stage, at: Timestamp, office: Option<String>, reason: Option<AnyView>) -> AnyView {
    let class = if to == Stage::Cleared { "timeline__item timeline__item--gate" } else { "timeline__item" };
    let office = office.map(|office| view! { " · " <bdi>{office}</bdi> });
    view! {
        <li class=class>
            <p class="timeline__when"><time datetime=iso(at)>{date(lang, at)}</time>{office}</p>
            <p class="timeline__what">{word(lang, "reached", to.code())}</p>
            {reason}
        </li>
    }
    .into_any()
}
