//! Office files: bytes in, bytes out. No input or output, no clock, no dice, no web.
//!
//! | where | what |
//! |---|---|
//! | [`kind`] | what an office file really is, or why it is refused |
//! | [`clean`] | a copy of it without the names of the people who wrote it |
//! | [`pictures`] | the same for PNG and JPEG, and their size by the header |
//! | [`markdown`] | one canonical spelling of the Markdown that the portal shows |
//! | [`word`] | a project's text as a Word file, and the way back |
//! | [`misfit`] | every reason to refuse a file |
//!
//! Everything that comes from another author's program is hostile: entries, sizes, ratios and depth are bounded, no DTD or
//! entity is read, no path is taken from an entry, nothing that runs is let through. Word files are read by what they say,
//! never by who wrote them.

pub mod clean;
pub mod kind;
pub mod markdown;
pub mod misfit;
mod package;
pub mod pictures;
mod relations;
pub mod word;
mod xml;
