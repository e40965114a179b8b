//! What people see: pages in three languages, made on the server, and the few islands that reach a browser.
//!
//! A page is an async function: it loads what the viewer may see and returns a view. The server renders it to a complete
//! document, so everything works without JavaScript. Only `islands` is compiled for the browser.
#![recursion_limit = "512"]

pub mod islands;

#[cfg(not(feature = "hydrate"))]
#[path = "browser/absent.rs"]
mod browser;
#[cfg(feature = "hydrate")]
mod browser;

#[cfg(feature = "ssr")]
pub mod access;
#[cfg(feature = "ssr")]
pub mod components;
#[cfg(feature = "ssr")]
pub mod form;
#[cfg(feature = "ssr")]
pub mod founding;
#[cfg(feature = "ssr")]
pub mod frame;
#[cfg(feature = "ssr")]
pub mod mail;
#[cfg(feature = "ssr")]
pub mod markdown;
#[cfg(feature = "ssr")]
pub mod pages;
#[cfg(feature = "ssr")]
pub mod request;
#[cfg(feature = "ssr")]
pub mod routes;
#[cfg(feature = "ssr")]
pub mod text;

/// Wakes the islands of a page; called by the page's own small module script.
#[cfg(feature = "hydrate")]
#[wasm_bindgen::prelude::wasm_bindgen]
pub fn hydrate() {
    leptos::mount::hydrate_islands();
}
