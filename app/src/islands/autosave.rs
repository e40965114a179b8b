//! Autosave: keeps what is typed into the form around it. HTML cannot send a form without leaving the page.
//!
//! Three seconds after the last key the form's fields go to the server as its author's draft. The props hold finished sentences
//! and an address, nothing else.

#![expect(missing_docs, reason = "the island macro makes items of its own")]

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// What the status line says.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Said {
    /// While the text is on its way.
    pub saving: String,
    /// When the server has it.
    pub saved: String,
    /// When the line is lost; the text is kept in this tab.
    pub lost: String,
}

/// The status line, inside the form that it saves.
#[island]
pub fn Autosave(
    /// Where the fields go.
    action: String,
    /// What the line says.
    said: Said,
) -> impl IntoView {
    let line = RwSignal::new(String::new());
    let place = NodeRef::<leptos::html::P>::new();
    #[cfg(feature = "hydrate")]
    browser::watch(place, action, said, line);
    #[cfg(not(feature = "hydrate"))]
    let _ = (action, said);
    view! { <p class="autosave" role="status" aria-live="polite" node_ref=place>{line}</p> }
}

#[cfg(feature = "hydrate")]
mod browser {
    use leptos::prelude::*;
    use wasm_bindgen::closure::Closure;
    use wasm_bindgen::{JsCast, JsValue};
    use wasm_bindgen_futures::{JsFuture, spawn_local};

    use super::Said;

    const PAUSE: i32 = 3000;

    /// Listens to the form around the line and saves when the keys rest.
    pub fn watch(place: NodeRef<leptos::html::P>, action: String, said: Said, line: RwSignal<String>) {
        Effect::new(move |_| {
            let Some(element) = place.get() else { return };
            let Ok(Some(form)) = element.closest("form") else { return };
            let Ok(form) = form.dyn_into::<web_sys::HtmlFormElement>() else { return };
            listen(&form, action.clone(), said.clone(), line);
        });
    }

    fn listen(form: &web_sys::HtmlFormElement, action: String, said: Said, line: RwSignal<String>) {
        let Some(window) = web_sys::window() else { return };
        let timer = StoredValue::new(0);
        let target = form.clone();
        let save = Closure::<dyn Fn()>::new(move || {
            spawn_local(save(target.clone(), action.clone(), said.clone(), line));
        });
        let save: js_sys::Function = save.into_js_value().unchecked_into();
        let typed = Closure::<dyn Fn()>::new(move || {
            window.clear_timeout_with_handle(timer.get_value());
            if let Ok(handle) = window.set_timeout_with_callback_and_timeout_and_arguments_0(&save, PAUSE) {
                timer.set_value(handle);
            }
        });
        let _ = form.add_event_listener_with_callback("input", typed.into_js_value().unchecked_ref());
    }

    async fn save(form: web_sys::HtmlFormElement, action: String, said: Said, line: RwSignal<String>) {
        line.set(said.saving);
        let kept = send(&form, &action).await.unwrap_or(false);
        line.set(if kept { said.saved } else { said.lost });
    }

    async fn send(form: &web_sys::HtmlFormElement, action: &str) -> Result<bool, JsValue> {
        let fields = web_sys::FormData::new_with_form(form)?;
        let body = web_sys::UrlSearchParams::new()?;
        for pair in js_sys::try_iter(&fields)?.into_iter().flatten() {
            let pair: js_sys::Array = pair?.unchecked_into();
            if let (Some(name), Some(value)) = (pair.get(0).as_string(), pair.get(1).as_string()) {
                body.append(&name, &value);
            }
        }
        let options = web_sys::RequestInit::new();
        options.set_method("POST");
        options.set_body(&body);
        let request = web_sys::Request::new_with_str_and_init(action, &options)?;
        request.headers().set("Accept", "application/json")?;
        let Some(window) = web_sys::window() else { return Ok(false) };
        let answer = JsFuture::from(window.fetch_with_request(&request)).await?;
        Ok(answer.dyn_into::<web_sys::Response>()?.ok())
    }
}
