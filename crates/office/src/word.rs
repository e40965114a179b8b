//! A project's text as a Word file, and the way back.
//!
//! [`write()`] puts each section and language under a heading of its own; [`read()`] takes the texts out of the same file after
//! somebody worked on it in Word or LibreOffice. What ties a heading to its section is a bookmark around it ([`Anchor`]); both
//! programs keep bookmarks. Project and version stand in two bookmarks around the first paragraph.
//!
//! For every text that can be stored: `read(write(text)) == normal(text)`, where `normal` is [`crate::markdown::normal`].

mod anchor;
mod look;
mod nest;
mod numbers;
mod read;
mod runs;
mod sheet;
mod write;

use domain::text::Lang;

pub use anchor::Anchor;
pub use read::read;
pub use write::write;

/// A text to write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paper {
    /// The project's code or id: letters, digits and hyphens, not more than 28; anything else in it is not written.
    pub handle: String,
    /// The version that the text is of; none for a working text.
    pub version: Option<i64>,
    /// What stands above all, shown only: a change of it does not come back.
    pub title: Vec<(Lang, String)>,
    /// Lines below the title, such as what may be changed and what not.
    pub opening: Vec<(Lang, String)>,
    /// The sections, in the order of the paper.
    pub parts: Vec<Part>,
}

/// A section in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Which.
    pub anchor: Anchor,
    /// Its name in that language.
    pub heading: String,
    /// Its text.
    pub markdown: String,
}

/// What came back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Returned {
    /// The project it was exported from; none when that bookmark was lost.
    pub handle: Option<String>,
    /// The version it was exported from; none for a working text.
    pub version: Option<i64>,
    /// The sections that were found, in the order of the file, each at most once. The heading is as it now reads: when it
    /// differs from what was written, words of the text may have slipped into it, and the caller must ask.
    pub parts: Vec<Part>,
    /// Were there tracked changes? All of them count as accepted.
    pub tracked_changes: bool,
    /// How many comments there were; they are not taken over.
    pub comments: usize,
}
