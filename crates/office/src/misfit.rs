//! Every reason to refuse a file: a closed list, which the edge says in three languages.

/// Why a file is not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Misfit {
    /// Not a ZIP archive, or one that is spoiled.
    NotOffice,
    /// A ZIP archive, but of no kind on the list.
    UnknownKind,
    /// Another office kind than the one that was asked for.
    WrongKind,
    /// Holds macros, scripts or controls.
    Macro,
    /// Is protected by a password, or an old binary file, which cannot be told apart without opening it.
    Encrypted,
    /// More entries, bytes, depth or packing than a document needs.
    TooLarge,
    /// Has two entries of one name: programs differ in which one they show.
    TwiceNamed,
    /// An XML part is not well formed, or is not UTF-8.
    BadXml,
    /// An XML part declares a document type.
    Doctype,
    /// Holds a file of another program, which cannot be cleaned.
    Embedded,
    /// Has no anchor: it was not exported by the portal, or all headings were lost.
    NoAnchors,
    /// Has an anchor that is none of the portal's.
    UnknownAnchor(String),
    /// Has the same anchor twice.
    AnchorTwice(String),
    /// A heading of a section stands there without its anchor; it begins with these words.
    HeadingWithoutAnchor(String),
    /// Text before the first section; it begins with these words.
    TextOutside(String),
    /// Something that Markdown cannot say, in this section (the anchor's name; empty before the first one).
    Foreign {
        /// What it is.
        what: Foreign,
        /// Where it is.
        section: String,
    },
    /// Neither PNG nor JPEG, or spoiled.
    NotAPicture,
}

/// What a Word file may hold and a section may not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Foreign {
    /// A picture.
    Picture,
    /// A drawing, shape, chart or text box.
    Drawing,
    /// An object of another program, or another document.
    Object,
    /// A footnote or an endnote.
    Footnote,
    /// A formula.
    Formula,
    /// A table in a table.
    NestedTable,
    /// A letter by its number in a font of symbols.
    Symbol,
    /// Text that Word does not show.
    HiddenText,
}
