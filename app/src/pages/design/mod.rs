//! `/LANG/design`, in development builds only: every component in every state, in the language of the address. The living style
//! guide: what is on no other page of the demonstration can still be looked at, and is tested like every page.

mod controls;
mod records;

use leptos::prelude::*;

use crate::components::head;
use crate::frame::Page;
use crate::request::{Ask, Stop};
use crate::text::t;

/// One component: its name in the code, and how it looks.
fn shown(name: &'static str, body: impl IntoView + 'static) -> AnyView {
    view! { <section class="design" id=format!("design-{name}")><h2><code dir="ltr">{name}</code></h2>{body.into_any()}</section> }
        .into_any()
}

/// `/LANG/design`
pub async fn page(ask: Ask) -> Result<Page, Stop> {
    let lang = ask.lang;
    let body = view! {
        {head::plain(&t(lang, "design-title"), Some(t(lang, "design-lede")))}
        {records::all(lang, ask.now)}
        {controls::all(&ask)}
    };
    Ok(Page::new(t(lang, "design-title"), body).wide())
}
