//! Components: one thing that people see, one file. They are functions of plain values; pages put them together.

pub mod audience;
pub mod chart;
pub mod due;
pub mod hash;
pub mod head;
pub mod live;
pub mod missing;
pub mod pagination;
pub mod position_card;
pub mod side_by_side;
pub mod stage;
pub mod tag;
pub mod timeline;

use std::sync::OnceLock;

use leptos::prelude::*;

static SPRITE: OnceLock<String> = OnceLock::new();

/// Names the file with the icons, once at the start.
pub fn use_sprite(name: &str) {
    let _ = SPRITE.set(name.to_owned());
}

/// An icon beside words.
#[must_use]
pub fn icon(name: &'static str) -> AnyView {
    let sprite = SPRITE.get().map_or("", String::as_str);
    let class = if matches!(name, "arrow-right" | "chevron-right") { "icon icon--mirror" } else { "icon" };
    view! { <svg class=class aria-hidden="true"><use href=format!("/assets/{sprite}#{name}")></use></svg> }.into_any()
}

/// What stands in the place of a button: why not, and what it takes.
#[must_use]
pub fn reason(text: String) -> AnyView {
    view! { <div class="reason">{icon("lock")}<p>{text}</p></div> }.into_any()
}

/// A list without rows: why, and what to do next.
#[must_use]
pub fn empty(text: String, next: Option<(String, String)>) -> AnyView {
    let next = next.map(|(label, href)| view! { <p><a href=href>{label}</a></p> });
    view! { <div class="empty"><p>{text}</p>{next}</div> }.into_any()
}

/// A record sheet with a head.
#[must_use]
pub fn sheet(title: String, body: impl IntoView + 'static) -> AnyView {
    view! { <section class="sheet"><div class="sheet__head"><h2>{title}</h2></div>{body.into_any()}</section> }.into_any()
}

/// A row of a summary list.
#[must_use]
pub fn row(key: String, value: impl IntoView + 'static) -> AnyView {
    view! { <div class="summary-list__row"><dt>{key}</dt><dd>{value.into_any()}</dd></div> }.into_any()
}
