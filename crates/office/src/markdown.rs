//! One canonical spelling of the Markdown that the portal shows, so that a text can go to Word and back and be compared.
//!
//! [`normal`] keeps what a reader sees and nothing else. It keeps paragraphs, line breaks, strong and emphasised words, code,
//! links to `http`, `https`, `mailto` and the portal's own paths, lists, quotes, code blocks, headings of two levels, tables.
//! It leaves out what the portal's filter leaves out too: pictures, rules, HTML tags (not the words between them), titles of
//! links, languages of code blocks, alignment in tables. White space that a browser folds is folded. Lists and quotes nested
//! more than eight deep are opened, because Word numbers nine levels. Words both strong and emphasised are so in one order.
//! Where something empty was left out of a list, its paragraphs may stand closer or wider than before. Of a block of HTML the
//! words are kept as well as they can be told from tags; that is the one place where what is shown may differ.
//!
//! The road is always Markdown → blocks → Markdown (or Word): `parse` makes blocks, `print` spells them so that `parse` makes
//! the same blocks of it again, `tidy` is the one place that says which blocks are canonical.

mod parse;
mod print;
mod tidy;

pub(crate) use parse::blocks;
pub(crate) use print::markdown;
pub(crate) use tidy::tidy;

/// Deepest nesting of lists and quotes together.
pub(crate) const DEPTH: usize = 8;

/// Words with one look.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Span {
    /// The words; a line break is `\n`.
    pub text: String,
    /// Their look.
    pub mark: Mark,
}

/// A look.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Mark {
    pub strong: bool,
    pub emphasis: bool,
    pub code: bool,
    /// Where it leads, percent-encoded.
    pub href: Option<String>,
}

/// A piece of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Block {
    Paragraph(Vec<Span>),
    /// A heading, of the upper of the two levels or of the lower one.
    Heading {
        lower: bool,
        spans: Vec<Span>,
    },
    Quote(Vec<Self>),
    List(List),
    Code(String),
    /// Rows of cells; the first row is the head.
    Table(Vec<Vec<Vec<Span>>>),
}

/// A list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct List {
    /// The first number of a numbered list.
    pub start: Option<u32>,
    /// Its paragraphs stand apart.
    pub loose: bool,
    pub items: Vec<Vec<Block>>,
}

/// The canonical spelling of a text. Applying it twice changes nothing more, and what is shown stays the same.
#[must_use]
pub fn normal(text: &str) -> String {
    markdown(&blocks(text))
}

/// Plain words, as the Markdown that shows them and nothing else.
#[must_use]
pub fn of_words(words: &str) -> String {
    let text = words.split_whitespace().collect::<Vec<_>>().join(" ");
    markdown(&[Block::Paragraph(vec![Span { text, ..Span::default() }])])
}

/// The words that a text shows, in one line and without any look.
#[must_use]
pub fn words_of(text: &str) -> String {
    let mut words = String::new();
    collect(&blocks(text), &mut words);
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn collect(blocks: &[Block], words: &mut String) {
    for block in blocks {
        match block {
            Block::Paragraph(spans) | Block::Heading { spans, .. } => spans.iter().for_each(|span| words.push_str(&span.text)),
            Block::Code(text) => words.push_str(text),
            Block::Table(rows) => {
                rows.iter()
                    .flatten()
                    .flat_map(|cell| cell.iter().map(|span| span.text.as_str()).chain([" "]))
                    .for_each(|part| words.push_str(part));
            }
            Block::Quote(inner) => collect(inner, words),
            Block::List(list) => list.items.iter().for_each(|item| collect(item, words)),
        }
        words.push(' ');
    }
}

/// The one spelling of an address: what the HTML would show, percent-encoded. `None` where the portal shows no link.
pub(crate) fn address(raw: &str) -> Option<String> {
    let mut made = String::with_capacity(raw.len());
    for byte in raw.bytes() {
        if byte.is_ascii_alphanumeric() || b"!#$%&'()*+,-./:;=?@_~".contains(&byte) {
            made.push(char::from(byte));
        } else {
            made.push('%');
            for half in [byte >> 4, byte & 15] {
                made.push(char::from_digit(u32::from(half), 16).unwrap_or('0').to_ascii_uppercase());
            }
        }
    }
    let before_path = made.split(['/', '?', '#']).next().unwrap_or_default();
    let Some((scheme, _)) = before_path.split_once(':') else { return (!made.is_empty()).then_some(made) };
    let scheme = scheme.to_ascii_lowercase();
    let rest = &made[scheme.len()..];
    match scheme.as_str() {
        "mailto" => Some(format!("{scheme}{rest}")),
        // To a browser the root of a host is the same with and without its stroke; LibreOffice writes it.
        "http" | "https" => Some(match rest.strip_prefix("://") {
            Some(host) => {
                let end = host.find(['/', '?', '#']).unwrap_or(host.len());
                let (host, path) = host.split_at(end);
                let stroke = if path.starts_with('/') || host.is_empty() { "" } else { "/" };
                format!("{scheme}://{host}{stroke}{path}")
            }
            None => format!("{scheme}{rest}"),
        }),
        _ => None,
    }
}
