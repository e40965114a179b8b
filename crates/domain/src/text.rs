//! What people write: parsed once, then valid. Text is kept in NFC with LF line ends and without bidi overrides and
//! isolates, which could make a text read otherwise than it is.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use unicode_normalization::UnicodeNormalization;

/// A language of the portal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Lang {
    /// English.
    En,
    /// Hebrew.
    He,
    /// Arabic.
    Ar,
}

impl Lang {
    /// All three, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::En, Self::He, Self::Ar];

    /// The language tag: `en`, `he` or `ar`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::He => "he",
            Self::Ar => "ar",
        }
    }

    /// The writing direction: `ltr` or `rtl`.
    #[must_use]
    pub const fn dir(self) -> &'static str {
        match self {
            Self::En => "ltr",
            Self::He | Self::Ar => "rtl",
        }
    }

    /// The one in this language of three: English, Hebrew, Arabic.
    #[must_use]
    pub fn of<T>(self, [en, he, ar]: [T; 3]) -> T {
        match self {
            Self::En => en,
            Self::He => he,
            Self::Ar => ar,
        }
    }

    /// The language with this tag.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|lang| lang.code() == code)
    }
}

/// Why a text is not accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextProblem {
    /// Nothing was written.
    Missing,
    /// Longer than the limit, in characters.
    TooLong(usize),
    /// Holds invisible marks that change the order of letters.
    BidiControl,
    /// Holds control characters.
    Control,
}

impl TextProblem {
    /// The stable code of the sentence that says so.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::TooLong(_) => "too-long",
            Self::BidiControl => "bidi-control",
            Self::Control => "control",
        }
    }
}

/// The same with ASCII digits and marks for Arabic-Indic ones, as fields for codes, dates and numbers read them.
#[must_use]
pub fn latin_digits(typed: &str) -> String {
    let latin = |letter: char| match letter {
        '٠'..='٩' => char::from_u32(letter as u32 - '٠' as u32 + '0' as u32).unwrap_or(letter),
        '٫' => '.',
        '٬' => ',',
        _ => letter,
    };
    typed.chars().map(latin).collect()
}

/// Longest title, in characters.
pub const TITLE_LIMIT: usize = 120;
/// Longest text of a section.
pub const SECTION_LIMIT: usize = 20_000;
/// Longest text of the section `summary`.
pub const SUMMARY_LIMIT: usize = 1_500;
/// Longest note, reason or message.
pub const NOTE_LIMIT: usize = 5_000;

/// Many lines: normalised, bounded, possibly empty.
///
/// # Errors
/// The text is too long or holds control marks.
pub fn lines(raw: &str, limit: usize) -> Result<String, TextProblem> {
    let text: String = raw.replace("\r\n", "\n").replace('\r', "\n").nfc().collect();
    let text = text.trim_end().trim_start_matches('\n').to_owned();
    if text.chars().any(is_bidi_control) {
        return Err(TextProblem::BidiControl);
    }
    if text.chars().any(|letter| letter.is_control() && letter != '\n' && letter != '\t') {
        return Err(TextProblem::Control);
    }
    if text.chars().count() > limit {
        return Err(TextProblem::TooLong(limit));
    }
    Ok(text)
}

/// One line: as [`lines`], with all white space folded.
///
/// # Errors
/// The text is too long or holds control marks.
pub fn line(raw: &str, limit: usize) -> Result<String, TextProblem> {
    lines(&raw.split_whitespace().collect::<Vec<_>>().join(" "), limit)
}

/// As given by `parse`, and not empty.
///
/// # Errors
/// Nothing was written, or `parse` refused.
pub fn required(parsed: Result<String, TextProblem>) -> Result<String, TextProblem> {
    parsed.and_then(|text| if text.is_empty() { Err(TextProblem::Missing) } else { Ok(text) })
}

const fn is_bidi_control(letter: char) -> bool {
    matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// SHA-256 of a text in lower-case hex.
#[must_use]
pub fn hash(text: &str) -> String {
    hex(&Sha256::digest(text.as_bytes()))
}

/// Bytes in lower-case hex.
#[must_use]
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        text.push(char::from_digit(u32::from(byte >> 4), 16).unwrap_or('0'));
        text.push(char::from_digit(u32::from(byte & 15), 16).unwrap_or('0'));
        text
    })
}

/// A text that somebody wrote in one language, such as a reason or a message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Note {
    /// The language it was written in.
    pub lang: Lang,
    /// The text.
    pub text: String,
}

/// Texts by language; an absent language is left out.
pub type Trilingual = BTreeMap<Lang, String>;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_normalised_before_it_is_kept() {
        assert_eq!(lines("a\r\nb\rc  \n", 10), Ok("a\nb\nc".to_owned()));
        assert_eq!(lines("e\u{301}", 10), Ok("é".to_owned()));
        assert_eq!(line("  a \n b ", 10), Ok("a b".to_owned()));
    }

    #[test]
    fn a_text_that_could_read_otherwise_than_it_is_is_refused() {
        assert_eq!(lines("a\u{202e}b", 10), Err(TextProblem::BidiControl));
        assert_eq!(lines("a\u{2066}b", 10), Err(TextProblem::BidiControl));
        assert_eq!(lines("a\u{0}b", 10), Err(TextProblem::Control));
    }

    #[test]
    fn limits_count_characters_and_empty_is_missing() {
        assert_eq!(lines("שלום", 4), Ok("שלום".to_owned()));
        assert_eq!(lines("שלום!", 4), Err(TextProblem::TooLong(4)));
        assert_eq!(required(line("   ", 4)), Err(TextProblem::Missing));
    }
}
