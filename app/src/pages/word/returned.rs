//! What comes back from Word, held against what went along and what stands here now: untouched, changed there, or changed on both sides.

use domain::edit;
use domain::project::{self, Sector, TITLE};
use domain::text::{self as rules, Lang};
use office::markdown::{normal, words_of};
use office::misfit::Misfit;
use office::word::Returned;
use serde::{Deserialize, Serialize};

use super::export::key_of;
use crate::pages::project::Opened;
use crate::pages::versions;
use crate::request::Stop;
use crate::text::word;

/// A file as it waits to be taken over, in its reader's own draft.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Kept {
    /// The version that it was made from; none for the working text.
    pub version: Option<i64>,
    /// Its texts.
    pub parts: Vec<KeptPart>,
    /// Were there changes that somebody tracked? They count as accepted.
    pub tracked: bool,
    /// How many comments were left behind.
    pub comments: usize,
}

/// One section in one language.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct KeptPart {
    pub section: String,
    pub lang: Lang,
    pub text: String,
    /// Which save went along; none where a version did.
    pub base: Option<i64>,
    /// Which save of the original stood then.
    pub source: Option<i64>,
}

/// A section, its language, the number of the save, and its text.
type Save = (String, Lang, i64, String);

/// What came of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Came {
    /// Nobody changed it in Word, or it stands here like that already.
    Untouched,
    /// It was changed in Word alone.
    Changed,
    /// It was changed there and here.
    Collides,
}

/// A text that came back, beside the one that stands here.
#[derive(Debug)]
pub(super) struct Compared {
    pub section: String,
    pub lang: Lang,
    pub now: String,
    pub number: i64,
    pub text: String,
    /// The hash of the original that it was written for, where that is not what stands here now.
    pub source_hash: Option<String>,
    pub came: Came,
}

/// Why a file is not taken: the code of the sentence beside the field, and where in the file.
pub(super) type Problem = (&'static str, String);

/// What a file holds, if it is one of this project.
pub(super) fn kept(open: &Opened, returned: Returned) -> Result<Kept, Problem> {
    if returned.handle.as_deref() != Some(open.facts.project.handle()) {
        return Err(("other-project", returned.handle.unwrap_or_default()));
    }
    let keys = edit::keys(&open.facts);
    let mut parts = Vec::new();
    for part in returned.parts {
        let key = key_of(part.anchor.section());
        let section = key.section;
        let lang = part.anchor.lang();
        if !keys.contains(&section) {
            return Err(("unknown-anchor", section.to_owned()));
        }
        let named = word(lang, "section", section);
        if part.heading.split_whitespace().ne(named.split_whitespace()) {
            return Err(("heading-changed", named));
        }
        let words = if section == TITLE { words_of(&part.markdown) } else { part.markdown };
        let text = rules::lines(&words, project::limit(section)).map_err(|_| ("part-too-long", named))?;
        parts.push(KeptPart { section: section.to_owned(), lang, text, base: key.base, source: key.source });
    }
    Ok(Kept { version: returned.version, parts, tracked: returned.tracked_changes, comments: returned.comments })
}

/// Each text against what went along and what stands here.
///
/// # Errors
/// The version is not there, or the database fails.
pub(super) async fn compared(open: &mut Opened, kept: &Kept) -> Result<Vec<Compared>, Stop> {
    let version = match kept.version {
        Some(number) => Some(versions::content(open, number).await?),
        None => None,
    };
    // What went along is looked up only where something was saved here since.
    let original = open.facts.project.source;
    let now = |section: &str, lang: Lang| open.facts.texts.get(&(section.to_owned(), lang)).map_or(0, |edit| edit.number);
    let moved = |part: &KeptPart| {
        let old = |went: Option<i64>, lang: Lang| went.filter(|number| *number != now(&part.section, lang));
        [old(part.base, part.lang), old(part.source, original)].into_iter().flatten().min()
    };
    let saves: Vec<Save> = match kept.parts.iter().filter_map(moved).min() {
        Some(from) => store::version::saves(&mut open.member.tx, &open.facts, from).await?,
        None => vec![],
    };
    let saved = |section: &str, lang: Lang, number: i64| {
        saves.iter().find(|save| save.0 == section && save.1 == lang && save.2 == number).map(|save| save.3.clone())
    };
    let mut found = Vec::new();
    for part in &kept.parts {
        let edit = open.facts.texts.get(&(part.section.clone(), part.lang));
        let (now, number) = edit.map_or_else(|| (String::new(), 0), |edit| (edit.text.clone(), edit.number));
        let base = match (&version, part.base) {
            (Some(content), _) => content.section(&part.section).and_then(|by| by.get(&part.lang)).cloned().unwrap_or_default(),
            (None, Some(base)) if base == number => now.clone(),
            (None, Some(base)) => saved(&part.section, part.lang, base).unwrap_or_default(),
            (None, None) => String::new(),
        };
        let written_for = match (&version, part.source) {
            (Some(content), _) => content.section(&part.section).and_then(|by| by.get(&original)).cloned(),
            (None, Some(source)) => saved(&part.section, original, source),
            (None, None) => None,
        };
        found.push(Compared {
            source_hash: written_for.map(|text| rules::hash(&text)),
            came: came(&part.text, &base, &now),
            section: part.section.clone(),
            lang: part.lang,
            now,
            number,
            text: part.text.clone(),
        });
    }
    Ok(found)
}

/// Texts are held against each other as Word brings them back, where marks are spelled in one way.
fn came(text: &str, base: &str, now: &str) -> Came {
    let moved = base != now;
    let (text, base) = (normal(text), normal(base));
    // Mostly nothing was saved here meanwhile, and a long text is not read twice.
    let now = if moved { normal(now) } else { base.clone() };
    if text == base || text == now {
        Came::Untouched
    } else if now == base {
        Came::Changed
    } else {
        Came::Collides
    }
}

/// The sentence for a file that does not fit, and where in it.
pub(super) fn problem(lang: Lang, misfit: &Misfit) -> Problem {
    match misfit {
        Misfit::Macro => ("macro", String::new()),
        Misfit::Encrypted => ("encrypted", String::new()),
        Misfit::TooLarge => ("too-much", String::new()),
        Misfit::NoAnchors => ("no-anchors", String::new()),
        Misfit::UnknownAnchor(name) => ("unknown-anchor", named(lang, name)),
        Misfit::AnchorTwice(name) => ("anchor-twice", named(lang, name)),
        Misfit::HeadingWithoutAnchor(words) => ("heading-without-anchor", words.clone()),
        Misfit::TextOutside(words) => ("text-outside", words.clone()),
        Misfit::Foreign { section, .. } => ("foreign", named(lang, section)),
        _ => ("not-word", String::new()),
    }
}

/// The section of an anchor by its name in the reader's language; the anchor itself where it is none of ours.
fn named(lang: Lang, bookmark: &str) -> String {
    let key = bookmark.strip_prefix("portal_").and_then(|rest| rest.rsplit_once('_')).map(|(key, _)| key_of(key).section);
    let known = key.filter(|key| *key == TITLE || Sector::ALL.into_iter().any(|sector| sector.sections().contains(key)));
    known.map_or_else(|| bookmark.to_owned(), |key| word(lang, "section", key))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_a_file_does_not_fit_is_said_by_the_name_of_the_section() {
        let twice = Misfit::AnchorTwice("portal_objectives_12_ar".to_owned());
        assert_eq!(problem(Lang::En, &twice), ("anchor-twice", word(Lang::En, "section", "objectives")));
        let unknown = Misfit::UnknownAnchor("portal_nothing_ar".to_owned());
        assert_eq!(problem(Lang::En, &unknown), ("unknown-anchor", "portal_nothing_ar".to_owned()));
    }

    #[test]
    fn what_was_changed_in_word_alone_is_taken_and_what_was_changed_twice_collides() {
        assert_eq!(came("old", "old", "newer here"), Came::Untouched, "nobody touched it in Word");
        assert_eq!(came("new", "old", "new"), Came::Untouched, "it stands here already");
        assert_eq!(came("new", "old", "old"), Came::Changed);
        assert_eq!(came("new", "old", "newer here"), Came::Collides);
        assert_eq!(came("* one\n* two", "- one\n- two", "- one\n- two"), Came::Untouched, "another spelling is no change");
    }
}
