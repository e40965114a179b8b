//! What the autosave island does in a browser: it listens, waits for the keys to rest or the form to be left, and sends the fields.
//! Another form of the page, such as the one that switches the language, is sent only when what was typed is safe.

use leptos::prelude::*;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::spawn_local;

use super::{form, says, tab};
use crate::islands::Sentences;

const PAUSE: i32 = 3000;

/// A form that is kept while it is filled in.
#[derive(Clone)]
struct Kept {
    form: web_sys::HtmlFormElement,
    action: String,
    said: Sentences,
    line: RwSignal<String>,
    /// Ends the wait for the keys to rest.
    timer: StoredValue<i32>,
    /// Was anything typed that the server does not have?
    unsaved: StoredValue<bool>,
}

/// Listens to the form around the line and saves when the keys rest.
pub fn watch(place: NodeRef<leptos::html::P>, action: String, said: Sentences, line: RwSignal<String>) {
    Effect::new(move |_| {
        let Some(form) = place.get().and_then(|element| form::around(&element)) else { return };
        let (timer, unsaved) = (StoredValue::new(0), StoredValue::new(false));
        let _ = Kept { form, action: action.clone(), said: said.clone(), line, timer, unsaved }.listen();
    });
}

/// A listener that lives as long as the page.
fn on<E: wasm_bindgen::convert::FromWasmAbi + 'static>(run: impl Fn(E) + 'static) -> js_sys::Function {
    Closure::<dyn Fn(E)>::new(run).into_js_value().unchecked_into()
}

impl Kept {
    fn listen(self) -> Result<(), JsValue> {
        let document = self.form.owner_document().ok_or(JsValue::NULL)?;
        // What the server could not take before is tried again at once.
        if tab::restore(&self.form)? {
            self.clone().save_soon();
        }
        let kept = self.clone();
        let rest: js_sys::Function = on(move |_: JsValue| kept.clone().save_soon());
        let kept = self.clone();
        let typed = on(move |_: JsValue| kept.wait(&rest));
        let kept = self.clone();
        let left = on(move |event: web_sys::FocusEvent| kept.left(&event));
        let other = on({
            let kept = self.clone();
            move |event: web_sys::SubmitEvent| kept.other_is_sent(&event)
        });
        self.form.add_event_listener_with_callback("input", &typed)?;
        self.form.add_event_listener_with_callback("focusout", &left)?;
        document.add_event_listener_with_callback("submit", &other)
    }

    /// Something was typed: wait for the keys to rest.
    fn wait(&self, rest: &js_sys::Function) {
        let Some(window) = web_sys::window() else { return };
        self.unsaved.set_value(true);
        window.clear_timeout_with_handle(self.timer.get_value());
        if let Ok(handle) = window.set_timeout_with_callback_and_timeout_and_arguments_0(rest, PAUSE) {
            self.timer.set_value(handle);
        }
    }

    /// Whoever goes to the form's own button sends it; whoever leaves the form may leave the page.
    fn left(&self, event: &web_sys::FocusEvent) {
        let to = event.related_target().and_then(|to| to.dyn_into::<web_sys::Node>().ok());
        if self.unsaved.get_value() && !self.form.contains(to.as_ref()) {
            self.clone().save_soon();
        }
    }

    /// Another form, or another deed of this one, waits until the text is safe, or cannot be made so, and is then sent as it was.
    fn other_is_sent(&self, event: &web_sys::SubmitEvent) {
        let (sent, button) =
            (event.target().and_then(|target| target.dyn_into::<web_sys::HtmlFormElement>().ok()), event.submitter());
        let elsewhere = button.as_ref().is_some_and(|button| button.has_attribute("formaction"));
        let Some(other) = sent.filter(|sent| (*sent != self.form || elsewhere) && self.unsaved.get_value()) else { return };
        event.prevent_default();
        let kept = self.clone();
        spawn_local(async move {
            kept.save().await;
            kept.unsaved.set_value(false);
            let _ = other.request_submit_with_submitter(button.as_ref());
        });
    }

    fn save_soon(self) {
        spawn_local(async move { self.save().await });
    }

    async fn save(&self) {
        if let Some(window) = web_sys::window() {
            window.clear_timeout_with_handle(self.timer.get_value());
        }
        self.line.set(says(&self.said, 0));
        let before = form::body(&self.form).ok();
        let heard = form::sent(&self.form, &self.action).await.ok().flatten();
        let kept = heard.is_some();
        // What was typed meanwhile is not safe yet.
        if kept && form::body(&self.form).ok() == before {
            self.unsaved.set_value(false);
        }
        if kept {
            tab::forget(&self.form);
        } else {
            tab::keep(&self.form);
        }
        self.line.set(says(&self.said, if kept { 1 } else { 2 }) + &heard.unwrap_or_default());
    }
}
