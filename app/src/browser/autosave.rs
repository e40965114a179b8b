//! What the autosave island does in a browser: it listens, waits for the keys to rest, and sends the form's fields.

use leptos::prelude::*;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};

use crate::islands::autosave::Said;

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
