//! Opening a thread: about the project, or about one paragraph of its newest version.

use domain::party::Audience;
use domain::text::Lang;
use domain::thread::Spot;
use leptos::prelude::*;

use super::{anchor, audiences, message};
use crate::components::audience;
use crate::form::{KEPT, Posted};
use crate::frame::Page;
use crate::pages::project::Opened;
use crate::request::{Ask, Stop};
use crate::routes::encode;
use crate::text::{t, word};

/// `/desk/projects/CODE/discussion/new/AUDIENCE`
pub async fn page(ask: Ask, handle: String, code: String) -> Result<Page, Stop> {
    let mut open = Opened::find(ask, &handle).await?;
    let lang = open.lang();
    let (form, found) = open.kept_form("/do/open-thread").await?;
    let audience = Audience::parse(&code.replace('-', "_")).filter(|one| audiences(&open).contains(one)).ok_or(Stop::NotFound)?;
    let attention = message::attention(&mut open, &form, audience).await?;
    // Sent back, the form itself says what it is about.
    let spot = spot(|name| form.value(name, open.ask.query(name))).map(|spot| at_newest(&open, spot));
    let quoted = spot.as_ref().map(|spot| anchor::quoted(&open, spot)).transpose()?;
    let paragraph = spot.as_ref().map(|spot| spot.paragraph.to_string()).unwrap_or_default();
    let mut about = vec![("project", open.facts.project.handle()), ("audience", audience.code())];
    if let Some(spot) = &spot {
        let parts = [("version", &spot.content_hash), ("section", &spot.section), ("paragraph", &paragraph)];
        about.extend(parts.map(|(name, value)| (name, value.as_str())));
        about.push(("language", spot.lang.code()));
    }
    let body = audience::band(
        lang,
        audience,
        view! {
            {form.summary()}
            {found}
            {quoted}
            <form method="post" action=form.action id=KEPT>
                {form.hidden(&about)}
                {form.line("title", t(lang, "field-thread-title"), None, "", None)}
                {form.area("text", t(lang, "field-message"), Some(t(lang, "field-markdown-hint")), "", 8, None)}
                {form.language("note_language")}
                {attention}
                {form.autosave()}
                {form.actions(word(lang, "thread-post", audience.code()), "button")}
            </form>
        },
    );
    let body = view! { {body} {elsewhere(&open, audience, spot.as_ref())} };
    let page = open.page("/discussion", &word(lang, "thread-start", audience.code()), body.into_any());
    Ok(page.crumb(t(lang, "tab-discussion"), open.href("/discussion")).status(form.status()))
}

/// The same beginning for other readers.
fn elsewhere(open: &Opened, here: Audience, spot: Option<&Spot>) -> Option<AnyView> {
    let lang = open.lang();
    let rows: Vec<_> = audiences(open)
        .into_iter()
        .filter(|audience| *audience != here)
        .map(|audience| {
            let href = open.href(&address(audience, spot));
            view! { <li><a href=href>{word(lang, "thread-start", audience.code())}</a></li> }
        })
        .collect();
    (!rows.is_empty()).then(|| view! { <p>{t(lang, "thread-elsewhere")}</p> <ul>{rows}</ul> }.into_any())
}

/// Where a thread about this begins, below the project's address.
#[must_use]
pub fn address(audience: Audience, spot: Option<&Spot>) -> String {
    let path = format!("/discussion/new/{}", audience.code().replace('_', "-"));
    spot.map_or(path.clone(), |spot| {
        format!("{path}?section={}&language={}&paragraph={}", encode(&spot.section), spot.lang.code(), spot.paragraph)
    })
}

/// The paragraph that an address or a form names.
fn spot(value: impl Fn(&str) -> String) -> Option<Spot> {
    Some(Spot {
        content_hash: value("version"),
        section: Some(value("section")).filter(|key| !key.is_empty())?,
        lang: Lang::parse(&value("language"))?,
        paragraph: value("paragraph").parse().ok()?,
    })
}

/// What is shown now is what it will be tied to.
fn at_newest(open: &Opened, spot: Spot) -> Spot {
    let content_hash = open.facts.newest.as_ref().map(|version| version.content_hash.clone()).unwrap_or_default();
    Spot { content_hash, ..spot }
}

/// The paragraph that a form brings.
pub(super) fn posted(form: &Posted) -> Option<Spot> {
    spot(|name| form.raw(name).to_owned())
}
