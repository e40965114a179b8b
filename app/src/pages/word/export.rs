//! A project's text as a Word file: a version or the working text, all sections or one, in one to three languages.

use domain::edit;
use domain::project::TITLE;
use domain::text::Lang;
use domain::version::Content;
use office::markdown::of_words;
use office::word::{Anchor, Paper, Part, write};

use crate::pages::project::Opened;
use crate::pages::versions;
use crate::request::{Ask, Stop};
use crate::text::{t, tf, word};

/// What is wished to be in the file.
struct Wish {
    version: Option<i64>,
    section: String,
    langs: Vec<Lang>,
}

impl Wish {
    fn of(ask: &Ask) -> Self {
        let chosen: Vec<Lang> = Lang::ALL.into_iter().filter(|lang| ask.query(lang.code()) == "yes").collect();
        Self {
            version: ask.query("version").parse().ok(),
            section: ask.query("section").to_owned(),
            langs: if chosen.is_empty() { Lang::ALL.to_vec() } else { chosen },
        }
    }
}

/// A Word file with its name.
pub struct File {
    /// The name it is offered under.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// `/desk/projects/CODE/word-file?version=…&section=…&en=yes&…`
///
/// # Errors
/// [`Stop`]: nobody signed in, or nothing there for this reader.
pub async fn file(ask: Ask, handle: &str) -> Result<File, Stop> {
    let mut open = Opened::find(ask, handle).await?;
    if !open.ask.is_within(&open.ask.portal.searches) {
        return Err(Stop::TooOften);
    }
    let wish = Wish::of(&open.ask);
    let content = match wish.version {
        Some(number) => Some(versions::content(&mut open, number).await?),
        None => None,
    };
    let sections: Vec<&str> =
        edit::keys(&open.facts).into_iter().filter(|section| wish.section.is_empty() || wish.section == *section).collect();
    if sections.is_empty() {
        return Err(Stop::NotFound);
    }
    let paper = paper(&open, &wish, content.as_ref(), &sections);
    let bytes = tokio::task::spawn_blocking(move || write(&paper)).await;
    let bytes = bytes.map_err(|error| Stop::Failed(store::Error::Corrupt(error.to_string())))?;
    Ok(File { name: name(&open, &wish), bytes })
}

/// "ENE-2026-007-v3-en-ar.docx"
fn name(open: &Opened, wish: &Wish) -> String {
    let version = wish.version.map_or_else(|| "-text".to_owned(), |number| format!("-v{number}"));
    let langs: String = wish.langs.iter().map(|lang| format!("-{}", lang.code())).collect();
    format!("{}{version}{langs}.docx", open.facts.project.handle())
}

fn paper(open: &Opened, wish: &Wish, content: Option<&Content>, sections: &[&str]) -> Paper {
    let parts = sections.iter().flat_map(|section| wish.langs.iter().map(move |lang| (*section, *lang)));
    Paper {
        handle: open.facts.project.handle().to_owned(),
        version: wish.version,
        // The title comes back, so it stands below like a section; above stands what never changes.
        title: open.facts.project.code.iter().map(|code| (Lang::En, code.clone())).collect(),
        opening: wish.langs.iter().map(|&lang| (lang, opening(open, lang))).collect(),
        parts: parts.filter_map(|(section, lang)| part(open, content, section, lang)).collect(),
    }
}

/// Who reads it, and how it comes back.
fn opening(open: &Opened, lang: Lang) -> String {
    let audience = word(lang, "audience", open.facts.project.ledger.code());
    let demonstration = if open.ask.portal.demonstration { t(lang, "demonstration-line") } else { String::new() };
    tf(lang, "word-opening", [("audience", audience.into()), ("demonstration", demonstration.into())]).trim().to_owned()
}

fn text(open: &Opened, content: Option<&Content>, section: &str, lang: Lang) -> String {
    match content {
        Some(content) => content.section(section).and_then(|by| by.get(&lang)).cloned().unwrap_or_default(),
        None => open.facts.texts.get(&(section.to_owned(), lang)).map(|edit| edit.text.clone()).unwrap_or_default(),
    }
}

fn part(open: &Opened, content: Option<&Content>, section: &str, lang: Lang) -> Option<Part> {
    let number = |of: Lang| open.facts.texts.get(&(section.to_owned(), of)).map_or(0, |edit| edit.number);
    let key =
        if content.is_some() { section.to_owned() } else { numbered(section, number(lang), number(open.facts.project.source)) };
    let text = text(open, content, section, lang);
    Some(Part {
        anchor: Anchor::new(&key, lang)?,
        heading: word(lang, "section", section),
        markdown: if section == TITLE { of_words(&text) } else { text },
    })
}

/// The key of a working text's anchor names which of its saves went along, and which of the original's, so that what changed here
/// meanwhile is seen when it is back.
fn numbered(section: &str, number: i64, source: i64) -> String {
    format!("{section}_{number}_{source}")
}

/// What an anchor's key says.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Key<'key> {
    pub section: &'key str,
    /// Which save of the text went along; none where a version did.
    pub base: Option<i64>,
    /// Which save of the original stood then.
    pub source: Option<i64>,
}

/// Reads an anchor's key; one of an earlier release names no save of the original.
#[must_use]
pub(super) fn key_of(key: &str) -> Key<'_> {
    let last = |key: &'_ str| -> Option<(usize, i64)> {
        let (rest, number) = key.rsplit_once('_')?;
        let digits = number.bytes().all(|byte| byte.is_ascii_digit());
        Some((rest.len(), number.parse().ok().filter(|_| digits)?))
    };
    let Some((end, second)) = last(key) else { return Key { section: key, base: None, source: None } };
    match last(&key[..end]) {
        Some((start, first)) => Key { section: &key[..start], base: Some(first), source: Some(second) },
        None => Key { section: &key[..end], base: Some(second), source: None },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_anchor_tells_which_save_went_along() {
        let section = "plant_animal_health";
        assert_eq!(key_of(&numbered(section, 12, 7)), Key { section, base: Some(12), source: Some(7) });
        assert_eq!(key_of("summary_12"), Key { section: "summary", base: Some(12), source: None });
        for plain in [section, "summary", "summary_"] {
            assert_eq!(key_of(plain), Key { section: plain, base: None, source: None });
        }
    }
}
