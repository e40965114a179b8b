//! A copy of what was typed in the tab itself, for as long as the server cannot take it: a reload or a step back loses nothing.
//! It goes when the server has the text, and with everything else of the tab when its person signs out.

use wasm_bindgen::JsCast;
use wasm_bindgen::JsValue;

/// The place of a form's copy: the name of its draft.
fn place(form: &web_sys::HtmlFormElement) -> Option<(web_sys::Storage, String)> {
    let name = form.query_selector("input[name=draft]").ok()??.dyn_into::<web_sys::HtmlInputElement>().ok()?.value();
    Some((web_sys::window()?.session_storage().ok()??, format!("unsent {name}")))
}

/// The texts of a form, each with its name.
fn texts(form: &web_sys::HtmlFormElement) -> Vec<web_sys::HtmlTextAreaElement> {
    let Ok(found) = form.query_selector_all("textarea[name]") else { return vec![] };
    (0..found.length()).filter_map(|place| found.get(place)?.dyn_into().ok()).collect()
}

/// Keeps the texts of a form.
pub fn keep(form: &web_sys::HtmlFormElement) {
    let (Some((storage, name)), Ok(pairs)) = (place(form), web_sys::UrlSearchParams::new()) else { return };
    for text in texts(form) {
        pairs.append(&text.name(), &text.value());
    }
    // A full storage is no reason to disturb whoever types.
    let _ = storage.set_item(&name, &String::from(pairs.to_string()));
}

/// Forgets them.
pub fn forget(form: &web_sys::HtmlFormElement) {
    if let Some((storage, name)) = place(form) {
        let _ = storage.remove_item(&name);
    }
}

/// Puts them back into the form; was there anything?
pub fn restore(form: &web_sys::HtmlFormElement) -> Result<bool, JsValue> {
    let Some((storage, name)) = place(form) else { return Ok(false) };
    let Some(kept) = storage.get_item(&name)? else { return Ok(false) };
    let pairs = web_sys::UrlSearchParams::new_with_str(&kept)?;
    for text in texts(form) {
        if let Some(value) = pairs.get(&text.name()) {
            text.set_value(&value);
        }
    }
    Ok(true)
}
