//! The paragraph that a thread is about: as it was quoted, and what has become of it in the newest version.

use domain::text::Lang;
use domain::thread::{Anchor, Place, Spot, carry, paragraphs};
use domain::version::Content;
use leptos::prelude::*;

use crate::components::tag;
use crate::markdown::prose;
use crate::pages::project::Opened;
use crate::request::Stop;
use crate::text::{t, tf, word};

/// Where an anchor stands in a text.
#[derive(Clone, Debug)]
pub struct Carried {
    /// The words that were quoted.
    pub quoted: String,
    /// Where they are now.
    pub place: Place,
}

fn section<'a>(content: &'a Content, key: &str, lang: Lang) -> &'a str {
    content.section(key).and_then(|by| by.get(&lang)).map_or("", String::as_str)
}

fn paragraph(text: &str, number: usize) -> Option<&str> {
    number.checked_sub(1).and_then(|place| paragraphs(text).get(place).copied())
}

/// Finds the quoted paragraph in the newest version again.
#[must_use]
pub fn carried(anchor: &Anchor, then: &Content, now: &Content) -> Carried {
    let (before, after) = (section(then, &anchor.section, anchor.lang), section(now, &anchor.section, anchor.lang));
    let number = usize::try_from(anchor.paragraph).unwrap_or(0);
    Carried { quoted: paragraph(before, number).unwrap_or_default().to_owned(), place: carry(before, number, after) }
}

fn parsed(version: Option<domain::version::Version>) -> Result<Content, Stop> {
    let content = version.as_ref().and_then(domain::version::Version::parse);
    content.ok_or_else(|| Stop::Failed(store::Error::Corrupt("a version that a thread is tied to".to_owned())))
}

/// The panel above a thread.
///
/// # Errors
/// The database fails.
pub(super) async fn panel(open: &mut Opened, anchor: &Anchor) -> Result<AnyView, Stop> {
    let version = store::version::find(&mut open.member.tx, &open.facts, &anchor.version_id).await?;
    let number = version.as_ref().map_or(0, |version| version.number);
    let then = parsed(version)?;
    let newest = open.facts.newest.clone();
    let current = newest.as_ref().map_or(0, |version| version.number);
    let now = parsed(newest)?;
    let Carried { quoted, place } = carried(anchor, &then, &now);
    let lang = open.lang();
    let (tagged, found) = match place {
        Place::Same(found) => (None, Some(found)),
        Place::Changed(found) => (Some(tag::tag("care", tf(lang, "anchor-changed", [("number", current.into())]))), Some(found)),
        Place::Gone => (Some(tag::tag("void", tf(lang, "anchor-gone", [("number", current.into())]))), None),
    };
    let now_says = found.filter(|_| place != Place::Same(found.unwrap_or(0))).and_then(|found| {
        let words = paragraph(section(&now, &anchor.section, anchor.lang), found)?;
        Some(crate::pages::versions::pair(lang, anchor.lang, &quoted, words))
    });
    let quote = now_says.is_none().then(|| view! { <blockquote>{prose(anchor.lang, &quoted)}</blockquote> });
    let href = open.href(&format!("/text/{}#p{}", anchor.section, found.unwrap_or(1)));
    Ok(view! {
        <div class="anchor">
            <p class="anchor__head"><a href=href>{said(lang, &anchor.section, anchor.lang, anchor.paragraph, number)}</a>" "{tagged}</p>
            {quote}
            {now_says}
        </div>
    }
    .into_any())
}

fn said(lang: Lang, section: &str, of: Lang, paragraph: i64, version: i64) -> String {
    let values = [
        ("section", word(lang, "section", section).into()),
        ("language", t(lang, &format!("language-{}", of.code())).into()),
        ("paragraph", paragraph.into()),
        ("version", version.into()),
    ];
    tf(lang, "anchor-said", values)
}

/// The paragraph that a new thread will be about.
///
/// # Errors
/// The newest version has no such paragraph.
pub(super) fn quoted(open: &Opened, spot: &Spot) -> Result<AnyView, Stop> {
    let lang = open.lang();
    let version = open.facts.newest.clone().ok_or(Stop::NotFound)?;
    let number = version.number;
    let content = parsed(Some(version))?;
    let words = paragraph(section(&content, &spot.section, spot.lang), spot.paragraph).ok_or(Stop::NotFound)?;
    let paragraph = i64::try_from(spot.paragraph).unwrap_or(0);
    Ok(view! {
        <div class="anchor">
            <p class="anchor__head">{said(lang, &spot.section, spot.lang, paragraph, number)}</p>
            <blockquote>{prose(spot.lang, words)}</blockquote>
        </div>
    }
    .into_any())
}
