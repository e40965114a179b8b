//! Autosave: keeps what is typed into the form around it. HTML cannot send a form without leaving the page.
//!
//! Three seconds after the last key the form's fields go to the server as its author's draft. The props hold finished sentences
//! and an address, nothing else.

#![expect(missing_docs, reason = "the island macro makes items of its own")]

use leptos::prelude::*;

use super::Sentences;

/// The status line, inside the form that it saves.
#[island]
pub fn Autosave(
    /// Where the fields go.
    action: String,
    /// What the line says: while the text is on its way; when the server has it; when the line is lost and the text is kept in this tab.
    said: Sentences,
) -> impl IntoView {
    let line = RwSignal::new(String::new());
    let place = NodeRef::<leptos::html::P>::new();
    crate::browser::autosave::watch(place, action, said, line);
    view! { <p class="autosave" role="status" aria-live="polite" node_ref=place>{line}</p> }
}
