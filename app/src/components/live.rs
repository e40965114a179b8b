//! What keeps a page of a meeting up to date: the line that says whether it still hears from the server.

use domain::text::Lang;
use leptos::prelude::*;

use crate::islands::Sentences;
use crate::islands::meeting_live::MeetingLive;
use crate::text::t;

fn said(lang: Lang) -> Sentences {
    ["live-lost", "live-waiting", "live-fresh"].map(|key| t(lang, key)).to_vec()
}

/// Under the console: what others did is offered, and never put under somebody's hands; what is pressed while the line is lost waits.
pub fn status(lang: Lang, source: String) -> AnyView {
    view! { <MeetingLive source=source said=said(lang) /> }.into_any()
}

/// Around what hangs on the wall, which changes by itself.
pub fn wall(lang: Lang, source: String, view: AnyView) -> AnyView {
    view! { <div id="wall">{view}</div> <MeetingLive source=format!("{source}?lang={}", lang.code()) said=said(lang) /> }
        .into_any()
}
