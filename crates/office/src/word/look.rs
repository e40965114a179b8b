//! What a paragraph is, told by the name of its style: `Portal text`, `Portal code list quote`. The first word says what it
//! is, the others in which lists and quotes it stands, outermost first. Word and LibreOffice keep the names of styles; a
//! paragraph that somebody adds takes the style of its neighbour and so stands where it should. Styles of the programs
//! themselves are understood too.

use std::collections::HashMap;

use crate::markdown::DEPTH;
use crate::xml::Element;

/// What a paragraph is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Leaf {
    /// The title of the paper and the lines below it.
    Title,
    Opening,
    /// The heading of a section.
    Section,
    #[default]
    Text,
    Heading,
    Subheading,
    Code,
    /// Code that follows other code and is not part of it.
    OtherCode,
    Cell,
    /// A cell in the first row.
    Head,
}

/// What a paragraph stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Container {
    /// A list whose paragraphs stand close.
    List,
    /// One whose paragraphs stand apart.
    Loose,
    Quote,
    /// A quote that follows another one and is not part of it.
    OtherQuote,
}

impl Container {
    pub const fn is_list(self) -> bool {
        matches!(self, Self::List | Self::Loose)
    }
}

/// A style.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Look {
    pub leaf: Leaf,
    pub path: Vec<Container>,
}

const LEAVES: [(Leaf, &str); 10] = [
    (Leaf::Title, "title"),
    (Leaf::Opening, "opening"),
    (Leaf::Section, "section"),
    (Leaf::Text, "text"),
    (Leaf::Heading, "heading"),
    (Leaf::Subheading, "subheading"),
    (Leaf::Code, "code"),
    (Leaf::OtherCode, "othercode"),
    (Leaf::Cell, "cell"),
    (Leaf::Head, "head"),
];

const CONTAINERS: [(Container, &str); 4] =
    [(Container::List, "list"), (Container::Loose, "loose"), (Container::Quote, "quote"), (Container::OtherQuote, "otherquote")];

/// The name of the style of code in a line.
pub(super) const INLINE_CODE: &str = "Portal inline code";

impl Look {
    /// The name of the style.
    pub fn name(&self) -> String {
        let leaf = LEAVES.iter().find(|(leaf, _)| *leaf == self.leaf).map_or("text", |(_, word)| word);
        let mut name = format!("Portal {leaf}");
        for container in &self.path {
            name.push(' ');
            name.push_str(CONTAINERS.iter().find(|(kind, _)| kind == container).map_or("list", |(_, word)| word));
        }
        name
    }

    /// What the file calls it.
    pub fn id(&self) -> String {
        self.name().replace(' ', "")
    }

    fn parse(name: &str) -> Option<Self> {
        let small = name.to_ascii_lowercase();
        let mut words = small.split(' ');
        if words.next() == Some("portal") {
            let word = words.next()?;
            let leaf = LEAVES.iter().find(|(_, name)| *name == word)?.0;
            let path = words.map(|word| CONTAINERS.iter().find(|(_, name)| *name == word).map(|found| found.0));
            return Some(Self { leaf, path: path.take(DEPTH).collect::<Option<_>>()? });
        }
        let (leaf, path) = match small.as_str() {
            "heading 1" | "heading 2" | "heading 3" => (Leaf::Heading, vec![]),
            "quote" | "intense quote" | "quotations" => (Leaf::Text, vec![Container::Quote]),
            "html preformatted" | "preformatted text" | "macro text" => (Leaf::Code, vec![]),
            _ if small.starts_with("heading ") => (Leaf::Subheading, vec![]),
            _ => return None,
        };
        Some(Self { leaf, path })
    }
}

/// A style of the file as far as it matters here.
#[derive(Default)]
struct Style {
    name: String,
    based_on: Option<String>,
    number: Option<Number>,
    strong: Option<bool>,
    emphasis: Option<bool>,
}

/// The list a paragraph belongs to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Number {
    pub list: String,
    pub level: usize,
}

/// The styles of a file.
#[derive(Default)]
pub(super) struct Styles(HashMap<String, Style>);

/// Longest row of styles that build on each other.
const CHAIN: usize = 16;

impl Styles {
    /// Of the part with the styles.
    pub fn parse(root: &Element) -> Self {
        let styles = root.elements().filter(|element| element.name == "w:style").filter_map(|element| {
            let runs = element.child("w:rPr");
            let style = Style {
                name: element.value("w:name").unwrap_or_default().to_owned(),
                based_on: element.value("w:basedOn").map(str::to_owned),
                number: element.child("w:pPr").and_then(number),
                strong: runs.and_then(|runs| switch(runs, "w:b")),
                emphasis: runs.and_then(|runs| switch(runs, "w:i")),
            };
            Some((element.attribute("w:styleId")?.to_owned(), style))
        });
        Self(styles.collect())
    }

    fn chain<'a>(&'a self, id: &str) -> impl Iterator<Item = &'a Style> {
        let mut next = self.0.get(id);
        std::iter::from_fn(move || {
            let style = next?;
            next = style.based_on.as_ref().and_then(|id| self.0.get(id));
            Some(style)
        })
        .take(CHAIN)
    }

    /// What a paragraph of this style is.
    pub fn look(&self, id: &str) -> Look {
        self.chain(id).find_map(|style| Look::parse(&style.name)).unwrap_or_default()
    }

    /// The list that a style puts its paragraphs in.
    pub fn number(&self, id: &str) -> Option<Number> {
        self.chain(id).find_map(|style| style.number.clone())
    }

    /// Does a style of letters make them code?
    pub fn is_code(&self, id: &str) -> bool {
        let code = ["html code", "source text", "verbatim char", "html keyboard", "html typewriter", "teletype"];
        self.chain(id).any(|style| {
            let name = style.name.to_ascii_lowercase();
            name == INLINE_CODE.to_ascii_lowercase() || code.contains(&name.as_str())
        })
    }

    /// Does a style of letters make them strong, and slanted?
    pub fn letters(&self, id: &str) -> (Option<bool>, Option<bool>) {
        (self.chain(id).find_map(|style| style.strong), self.chain(id).find_map(|style| style.emphasis))
    }
}

/// The list that a paragraph's properties name; list `0` is none.
pub(super) fn number(properties: &Element) -> Option<Number> {
    let found = properties.child("w:numPr")?;
    let list = found.value("w:numId")?.to_owned();
    let level = found.value("w:ilvl").and_then(|level| level.parse().ok()).unwrap_or(0);
    Some(Number { list, level: usize::min(level, 8) })
}

/// A property that is on, off, or not there.
pub(super) fn switch(properties: &Element, name: &str) -> Option<bool> {
    let found = properties.child(name)?;
    Some(!matches!(found.attribute("w:val"), Some("0" | "false" | "off" | "none")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_styles_come_back() {
        for (leaf, _) in LEAVES {
            let look = Look { leaf, path: vec![Container::Loose, Container::Quote, Container::List, Container::OtherQuote] };
            assert_eq!(Look::parse(&look.name()), Some(look));
        }
        assert_eq!(Look::parse("Portal nonsense"), None);
        assert_eq!(Look::parse("Normal"), None);
    }
}
