//! What the session notice does in a browser: it waits, opens its dialog, and sends the form around it.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::spawn_local;

use super::form;

/// How long before the end the warning comes, in seconds.
const AHEAD: u32 = 300;

type Dialog = NodeRef<leptos::html::Dialog>;

/// Opens the dialog in time, and says so when it is too late.
pub fn watch(dialog: Dialog, seconds: u32, over: RwSignal<bool>) {
    Effect::new(move |_| {
        if dialog.get().is_some() {
            arm(dialog, seconds, over);
        }
    });
}

fn arm(dialog: Dialog, seconds: u32, over: RwSignal<bool>) {
    after(seconds.saturating_sub(AHEAD), move || {
        if let Some(element) = dialog.get_untracked() {
            let _ = element.show_modal();
        }
    });
    after(seconds, move || {
        // Only an open warning was left unanswered.
        if dialog.get_untracked().is_some_and(|element| element.open()) {
            over.set(true);
        }
    });
}

fn after(seconds: u32, run: impl FnOnce() + 'static) {
    let Some(window) = web_sys::window() else { return };
    let run = Closure::once_into_js(run);
    let millis = i32::try_from(u64::from(seconds) * 1000).unwrap_or(i32::MAX);
    let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(run.unchecked_ref(), millis);
}

/// Asks the server to keep the session going, which then lasts for `again` seconds.
pub fn stay(dialog: Dialog, again: u32, over: RwSignal<bool>) {
    let Some(element) = dialog.get_untracked() else { return };
    let Some(around) = form::around(&element) else { return };
    spawn_local(async move {
        if form::sent(&around, "/do/stay").await.is_ok_and(|taken| taken.is_some()) {
            element.close();
            arm(dialog, again, over);
        } else {
            over.set(true);
        }
    });
}
