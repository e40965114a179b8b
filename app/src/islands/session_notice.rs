//! Session notice: warns five minutes before a sign-in ends, and keeps it going at the press of a button. HTML has no clock.
//!
//! The props hold finished sentences, an address and how many seconds are left, nothing else. The form around it carries the
//! token; without script the line beside it says until when the sign-in holds.

#![expect(missing_docs, reason = "the island macro makes items of its own")]

use leptos::prelude::*;

use super::Sentences;

/// The dialog, inside the form that keeps a session going.
#[island]
pub fn SessionNotice(
    /// How long the sign-in lasts from now on.
    seconds: u32,
    /// How long it lasts once it is kept going.
    again: u32,
    /// What is said: its title; what happens, and when; the button that keeps the sign-in going; what it says when the sign-in has ended; the
    /// link that signs in again beside this page, and where that is.
    warning: Sentences,
) -> impl IntoView {
    let over = RwSignal::new(false);
    let dialog = NodeRef::<leptos::html::Dialog>::new();
    crate::browser::session_notice::watch(dialog, seconds, over);
    let stay = move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        crate::browser::session_notice::stay(dialog, again, over);
    };
    let mut said = warning.into_iter();
    let mut next = || said.next().unwrap_or_default();
    let (title, text, label, ended, sign_in, sign_in_at) = (next(), next(), next(), next(), next(), next());
    view! {
        <dialog class="dialog" node_ref=dialog aria-labelledby="session-title">
            <h2 id="session-title">{title}</h2>
            <p hidden=move || over.get()>{text}</p>
            <p hidden=move || !over.get()>{ended}</p>
            <div class="form-actions">
                <button class="button" type="submit" hidden=move || over.get() on:click=stay>{label}</button>
                <a class="button" href=sign_in_at target="_blank" rel="noopener" hidden=move || !over.get()>{sign_in}</a>
            </div>
        </dialog>
    }
}
