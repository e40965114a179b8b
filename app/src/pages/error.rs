//! Pages that say why there is no page, in the reader's language and without inner detail.

use leptos::prelude::*;

use crate::components::head;
use crate::frame::Page;
use crate::request::Ask;
use crate::text::{t, tf};

/// Nothing here, or not for this reader: byte for byte the same.
#[must_use]
pub fn not_found(ask: &Ask) -> Page {
    plain(ask, 404, "error-not-found")
}

/// The reader sees it and may not do it.
#[must_use]
pub fn forbidden(ask: &Ask) -> Page {
    plain(ask, 403, "error-forbidden")
}

/// The form is larger than forms may be.
#[must_use]
pub fn too_large(ask: &Ask) -> Page {
    plain(ask, 413, "error-too-large")
}

/// What came is not a form of ours: a field too many, another kind, or cut off.
#[must_use]
pub fn not_a_form(ask: &Ask, status: u16) -> Page {
    plain(ask, status, "error-not-a-form")
}

/// The form was too old or came from elsewhere; nothing was done, and what was typed is shown so that it can be kept.
#[must_use]
pub fn stale_form(ask: &Ask) -> Page {
    let lang = ask.lang;
    let body = view! {
        {head::plain(&t(lang, "error-stale-form-title"), Some(t(lang, "error-stale-form-text")))}
        <p><a class="button" href="/desk">{t(lang, "sign-in-link")}</a></p>
        {typed(ask)}
    };
    Page::new(t(lang, "error-stale-form-title"), body).narrow().status(403)
}

/// Somebody sends more forms than anybody fills in; nothing was done, and what was typed is shown so that it can be kept.
#[must_use]
pub fn too_often(ask: &Ask) -> Page {
    let lang = ask.lang;
    let body = view! { {head::plain(&t(lang, "error-too-often-title"), Some(t(lang, "error-too-often-text")))} {typed(ask)} };
    Page::new(t(lang, "error-too-often-title"), body).narrow().status(429)
}

/// What was typed into the form that was not taken, so that it can be copied.
#[must_use]
pub fn typed(ask: &Ask) -> AnyView {
    let typed: Vec<_> = ask
        .fields
        .iter()
        .filter(|(name, value)| {
            !crate::form::HIDDEN.contains(&name.as_str()) && !name.contains("password") && value.chars().count() > 20
        })
        .map(|(_, value)| view! { <pre dir="auto">{value.clone()}</pre> })
        .collect();
    (!typed.is_empty()).then(|| view! { <h2>{t(ask.lang, "error-stale-form-typed")}</h2> {typed} }).into_any()
}

/// Something failed on our side.
#[must_use]
pub fn failed(ask: &Ask) -> Page {
    let lang = ask.lang;
    let reference = tf(lang, "error-reference", [("id", ask.id.clone().into())]);
    let body = view! { {head::plain(&t(lang, "error-failed-title"), Some(t(lang, "error-failed-text")))} <p>{reference}</p> };
    Page::new(t(lang, "error-failed-title"), body).narrow().status(500)
}

fn plain(ask: &Ask, status: u16, stem: &str) -> Page {
    let lang = ask.lang;
    let title = t(lang, &format!("{stem}-title"));
    let body = view! {
        {head::plain(&title, Some(t(lang, &format!("{stem}-text"))))}
        <p><a href=format!("/{}", lang.code())>{t(lang, "error-home")}</a></p>
    };
    Page::new(title, body).narrow().status(status)
}
