//! What the autosave island does in a browser: it listens, waits for the keys to rest or the form to be left, and sends the fields.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::spawn_local;

use super::{form, tab};
use crate::islands::autosave::Said;

const PAUSE: i32 = 3000;

/// Listens to the form around the line and saves when the keys rest.
pub fn watch(place: NodeRef<leptos::html::P>, action: String, said: Said, line: RwSignal<String>) {
    Effect::new(move |_| {
        let Some(form) = place.get().and_then(|element| form::around(&element)) else { return };
        listen(&form, action.clone(), said.clone(), line);
    });
}

fn listen(form: &web_sys::HtmlFormElement, action: String, said: Said, line: RwSignal<String>) {
    let Some(window) = web_sys::window() else { return };
    // The timer of what is not saved yet; 0 while everything is.
    let timer = StoredValue::new(0);
    let (target, clock) = (form.clone(), window.clone());
    let save = move || {
        clock.clear_timeout_with_handle(timer.get_value());
        timer.set_value(0);
        spawn_local(save(target.clone(), action.clone(), said.clone(), line));
    };
    let later: js_sys::Function = Closure::<dyn Fn()>::new(save.clone()).into_js_value().unchecked_into();
    let typed = Closure::<dyn Fn()>::new(move || {
        window.clear_timeout_with_handle(timer.get_value());
        if let Ok(handle) = window.set_timeout_with_callback_and_timeout_and_arguments_0(&later, PAUSE) {
            timer.set_value(handle);
        }
    });
    // What the server could not take before is tried again at once.
    if tab::restore(form).unwrap_or(false) {
        save();
    }
    let around = form.clone();
    let left = Closure::<dyn Fn(web_sys::FocusEvent)>::new(move |event: web_sys::FocusEvent| {
        // Whoever goes to the form's own button sends it; whoever leaves the form may leave the page.
        let to = event.related_target().and_then(|to| to.dyn_into::<web_sys::Node>().ok());
        if timer.get_value() != 0 && !around.contains(to.as_ref()) {
            save();
        }
    });
    let _ = form.add_event_listener_with_callback("input", typed.into_js_value().unchecked_ref());
    let _ = form.add_event_listener_with_callback("focusout", left.into_js_value().unchecked_ref());
}

async fn save(form: web_sys::HtmlFormElement, action: String, said: Said, line: RwSignal<String>) {
    line.set(said.saving);
    let kept = form::send(&form, &action).await.unwrap_or(false);
    if kept {
        tab::forget(&form);
    } else {
        tab::keep(&form);
    }
    line.set(if kept { said.saved } else { said.lost });
}
