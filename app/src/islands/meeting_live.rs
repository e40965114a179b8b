//! A meeting that is open on a page keeps up with the room. HTML cannot change a page that hangs on a wall, and cannot keep what is
//! pressed on a console while the network is gone.
//!
//! The wall shows what the server sends. The console says that something is new and changes what nobody is typing in; what is pressed
//! while the line is lost waits in the tab and is sent once. The props hold an address and finished sentences, nothing else.

#![expect(missing_docs, reason = "the island macro makes items of its own")]

use leptos::prelude::*;

use super::Sentences;

/// The status line of a meeting's page.
#[island]
pub fn MeetingLive(
    /// Where the stream is.
    source: String,
    /// What the line says: the line is lost, before the time; so many entries wait, before the number; something is new while somebody is
    /// typing.
    said: Sentences,
) -> impl IntoView {
    let line = RwSignal::new(String::new());
    let place = NodeRef::<leptos::html::P>::new();
    crate::browser::meeting_live::watch(place, source, said, line);
    view! { <p class="wall__line" role="status" aria-live="polite" node_ref=place>{line}</p> }
}
