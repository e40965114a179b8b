//! Forms in a browser: the one around an element, and sending its fields without leaving the page.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// The form around an element.
pub fn around(element: &web_sys::Element) -> Option<web_sys::HtmlFormElement> {
    element.closest("form").ok()??.dyn_into().ok()
}

/// The fields of a form as a form sends them, but never a password.
pub fn body(form: &web_sys::HtmlFormElement) -> Result<String, JsValue> {
    let fields = web_sys::FormData::new_with_form(form)?;
    let body = web_sys::UrlSearchParams::new()?;
    for pair in js_sys::try_iter(&fields)?.into_iter().flatten() {
        let pair: js_sys::Array = pair?.unchecked_into();
        if let (Some(name), Some(value)) = (pair.get(0).as_string(), pair.get(1).as_string())
            && !name.contains("password")
        {
            body.append(&name, &value);
        }
    }
    Ok(body.to_string().into())
}

/// Sends the fields of a form without leaving the page; what the server has to say, where it took them.
pub async fn sent(form: &web_sys::HtmlFormElement, action: &str) -> Result<Option<String>, JsValue> {
    let answer = post(action, &body(form)?, "application/json").await?;
    if answer.ok() { Ok(Some(text(&answer).await?)) } else { Ok(None) }
}

/// The text of an answer.
pub async fn text(answer: &web_sys::Response) -> Result<String, JsValue> {
    Ok(JsFuture::from(answer.text()?).await?.as_string().unwrap_or_default())
}

/// Sends the fields of a form, as they were kept, and gives the answer.
pub async fn post(action: &str, body: &str, accept: &str) -> Result<web_sys::Response, JsValue> {
    let options = web_sys::RequestInit::new();
    options.set_method("POST");
    options.set_body(&body.into());
    let request = web_sys::Request::new_with_str_and_init(action, &options)?;
    request.headers().set("Accept", accept)?;
    request.headers().set("Content-Type", "application/x-www-form-urlencoded")?;
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    JsFuture::from(window.fetch_with_request(&request)).await?.dyn_into()
}
