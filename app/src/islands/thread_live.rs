//! New messages come into an open thread by themselves. HTML cannot add to a page that is there already.
//!
//! The stream brings each message as the page would show it. What stands in the form below, the focus and the place on the screen stay
//! as they are. The props hold an address and finished sentences, nothing else.

#![expect(missing_docs, reason = "the island macro makes items of its own")]

use leptos::prelude::*;

use super::Sentences;

/// The status line, inside the form that marks a thread as read.
#[island]
pub fn ThreadLive(
    /// Where the stream is.
    source: String,
    /// What the line says: something came; the line is lost.
    said: Sentences,
    /// Is there anything to mark as read?
    unread: bool,
) -> impl IntoView {
    let line = RwSignal::new(String::new());
    let place = NodeRef::<leptos::html::P>::new();
    crate::browser::thread_live::watch(place, source, said, line, unread);
    view! { <p class="thread__live" role="status" aria-live="polite" node_ref=place>{line}</p> }
}
