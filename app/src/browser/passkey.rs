//! What the passkey island does in a browser: it asks the device and puts the answer into the form. The browser itself turns JSON into
//! what a device understands, and back.

use js_sys::{Function, JSON, Object, Promise, Reflect};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};

use super::form;

/// The browser's own class of passkeys, if it can read our questions.
fn class() -> Option<JsValue> {
    let class = Reflect::get(&js_sys::global(), &"PublicKeyCredential".into()).ok()?;
    let reader = Reflect::get(&class, &"parseRequestOptionsFromJSON".into()).ok()?;
    reader.is_function().then_some(class)
}

/// Can this browser ask a device?
pub fn can_ask() -> bool {
    class().is_some()
}

/// Asks the device, puts its answer into this field of the form around `place`, and sends the form.
pub fn ask(place: NodeRef<leptos::html::Div>, options: String, field: String, failed: String, said: RwSignal<String>) {
    said.set(String::new());
    spawn_local(async move {
        let Some(form) = place.get_untracked().and_then(|element| form::around(&element)) else { return };
        match answer(&options, field == "new_key").await {
            Ok(answer) if fill(&form, &field, &answer).is_some() => {
                let _ = form.request_submit();
            }
            _ => said.set(failed),
        }
    });
}

fn call(this: &JsValue, name: &str, argument: &JsValue) -> Result<JsValue, JsValue> {
    Reflect::get(this, &name.into())?.dyn_into::<Function>()?.call1(this, argument)
}

/// The device's answer as JSON.
async fn answer(options: &str, new: bool) -> Result<String, JsValue> {
    let class = class().ok_or(JsValue::NULL)?;
    let reader = if new { "parseCreationOptionsFromJSON" } else { "parseRequestOptionsFromJSON" };
    let question = Object::new();
    Reflect::set(&question, &"publicKey".into(), &call(&class, reader, &JSON::parse(options)?)?)?;
    let navigator = Reflect::get(&js_sys::global(), &"navigator".into())?;
    let credentials = Reflect::get(&navigator, &"credentials".into())?;
    let asked = call(&credentials, if new { "create" } else { "get" }, &question)?;
    let key = JsFuture::from(asked.dyn_into::<Promise>()?).await?;
    Ok(JSON::stringify(&key)?.into())
}

fn fill(form: &web_sys::HtmlFormElement, field: &str, answer: &str) -> Option<()> {
    let found = form.query_selector(&format!("input[name=\"{field}\"]")).ok()??;
    found.dyn_into::<web_sys::HtmlInputElement>().ok()?.set_value(answer);
    Some(())
}
