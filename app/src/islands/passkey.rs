//! Passkey: asks the device for a passkey, or to make one. Only script can ask a device.
//!
//! The props hold what is asked, as the page was made for this browser, and finished sentences. The answer goes into a hidden field
//! of the form around it, which is then sent as any form is.

#![expect(missing_docs, reason = "the island macro makes items of its own")]

use leptos::prelude::*;

/// The button; without script it stays hidden, and the form has its other fields.
#[island]
pub fn PasskeyButton(
    /// What is asked of the device, as JSON.
    options: String,
    /// The field that takes the answer; `new_key` for a passkey to be made.
    field: String,
    /// What the button says.
    label: String,
    /// What is said when the device gives no answer.
    failed: String,
) -> impl IntoView {
    let (awake, said) = (RwSignal::new(false), RwSignal::new(String::new()));
    let place = NodeRef::<leptos::html::Div>::new();
    Effect::new(move |_| awake.set(crate::browser::passkey::can_ask()));
    let ask = move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        crate::browser::passkey::ask(place, options.clone(), field.clone(), failed.clone(), said);
    };
    view! {
        <div class="passkey" node_ref=place hidden=move || !awake.get()>
            <button class="button button--secondary" type="submit" on:click=ask>{label}</button>
            <p class="passkey__said" role="status">{move || said.get()}</p>
        </div>
    }
}
