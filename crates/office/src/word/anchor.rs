//! The names of bookmarks: what ties a heading in a Word file to a section of the portal.

use domain::text::Lang;

/// Longest name that Word takes is 40; this leaves room for what stands around the key.
const KEY_LIMIT: usize = 28;
const SECTION: &str = "portal_";
const HANDLE: &str = "portalpaper_";
const VERSION: &str = "portalversion_";

/// A section in one language.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Anchor {
    section: String,
    lang: Lang,
}

impl Anchor {
    /// The anchor of a section's key, which is made of small letters, digits and `_`, and not longer than 28.
    #[must_use]
    pub fn new(section: &str, lang: Lang) -> Option<Self> {
        let good = (1..=KEY_LIMIT).contains(&section.len())
            && section.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_');
        good.then(|| Self { section: section.to_owned(), lang })
    }

    /// The section's key.
    #[must_use]
    pub fn section(&self) -> &str {
        &self.section
    }

    /// The language.
    #[must_use]
    pub const fn lang(&self) -> Lang {
        self.lang
    }

    /// The name of the bookmark.
    #[must_use]
    pub fn bookmark(&self) -> String {
        format!("{SECTION}{}_{}", self.section, self.lang.code())
    }

    fn parse(name: &str) -> Option<Self> {
        let (section, lang) = name.strip_prefix(SECTION)?.rsplit_once('_')?;
        Self::new(section, Lang::parse(lang)?)
    }
}

/// What a bookmark says.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Mark {
    Section(Anchor),
    Handle(String),
    Version(i64),
    /// Begins like one of ours and is none.
    Spoiled,
    /// Somebody's own.
    Other,
}

/// Reads the name of a bookmark. Programs may change its case, so it is read in small letters.
pub(super) fn parse(name: &str) -> Mark {
    let small = name.to_ascii_lowercase();
    if small.starts_with(HANDLE) {
        return Mark::Handle(name[HANDLE.len()..].replace('_', "-"));
    }
    if let Some(version) = small.strip_prefix(VERSION) {
        return version.parse().map_or(Mark::Spoiled, Mark::Version);
    }
    if small.starts_with(SECTION) {
        return Anchor::parse(&small).map_or(Mark::Spoiled, Mark::Section);
    }
    Mark::Other
}

/// The bookmarks that say where a paper comes from.
pub(super) fn of_paper(handle: &str, version: Option<i64>) -> Vec<String> {
    let kept: String = handle.chars().filter(|letter| letter.is_ascii_alphanumeric() || *letter == '-').take(KEY_LIMIT).collect();
    let handle = format!("{HANDLE}{}", kept.replace('-', "_"));
    std::iter::once(handle).chain(version.map(|version| format!("{VERSION}{version}"))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_come_back() {
        let anchor = Anchor::new("plant_animal_health", Lang::Ar);
        let name = anchor.as_ref().map(Anchor::bookmark).unwrap_or_default();
        assert!(name.len() <= 40);
        assert_eq!(parse(&name), anchor.map_or(Mark::Spoiled, Mark::Section));
        assert_eq!(of_paper("ENE-2026-007", Some(3)), ["portalpaper_ENE_2026_007", "portalversion_3"]);
        assert_eq!(parse("portalpaper_ENE_2026_007"), Mark::Handle("ENE-2026-007".to_owned()));
        assert_eq!(parse("portalversion_3"), Mark::Version(3));
    }

    #[test]
    fn spoiled_names_are_told_from_names_of_others() {
        assert_eq!(parse("portal_objectives_fr"), Mark::Spoiled);
        assert_eq!(parse("portal_"), Mark::Spoiled);
        assert_eq!(parse("_GoBack"), Mark::Other);
        assert_eq!(Anchor::new("", Lang::En), None);
        assert_eq!(Anchor::new("Objectives", Lang::En), None);
    }
}
