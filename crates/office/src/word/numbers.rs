//! The lists of a paper: every list is one of its own, so that two that follow each other stay two.

use super::look::{Container, Number};
use crate::xml::Element;

/// Twentieths of a point that a list or quote moves its text in.
pub(super) const STEP: usize = 420;
/// Levels that Word numbers.
const LEVELS: usize = 9;

/// A list that was begun.
struct Begun {
    numbered: bool,
    start: u32,
    /// How deep it stands among lists, and among lists and quotes.
    level: usize,
    depth: usize,
}

/// The lists of a paper that is being written.
#[derive(Default)]
pub(super) struct Lists(Vec<Begun>);

impl Lists {
    /// Begins a list in what it stands in (itself the last), and says where its items belong.
    pub fn begin(&mut self, start: Option<u32>, path: &[Container]) -> Number {
        let level = path.iter().filter(|container| container.is_list()).count().saturating_sub(1);
        let numbered = start.is_some();
        self.0.push(Begun { numbered, start: start.unwrap_or(1), level, depth: path.len() });
        Number { list: self.0.len().to_string(), level: level.min(LEVELS - 1) }
    }

    /// The part that describes them.
    pub fn part(&self) -> String {
        let mut made = String::from(super::sheet::HEAD);
        made.push_str("<w:numbering xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">");
        for (index, begun) in self.0.iter().enumerate() {
            made.push_str(&format!("<w:abstractNum w:abstractNumId=\"{index}\"><w:multiLevelType w:val=\"multilevel\"/>"));
            for level in 0..LEVELS {
                let start = if level == begun.level { begun.start } else { 1 };
                let indent = (begun.depth + level).saturating_sub(begun.level).max(1) * STEP;
                made.push_str(&format!("<w:lvl w:ilvl=\"{level}\"><w:start w:val=\"{start}\"/>"));
                if begun.numbered {
                    made.push_str(&format!("<w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%{}.\"/>", level + 1));
                } else {
                    let sign = ['•', '–', '▪'][level % 3];
                    made.push_str(&format!("<w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"{sign}\"/>"));
                }
                made.push_str(&format!(
                    "<w:lvlJc w:val=\"left\"/><w:pPr><w:ind w:left=\"{indent}\" w:hanging=\"{STEP}\"/></w:pPr></w:lvl>"
                ));
            }
            made.push_str("</w:abstractNum>");
        }
        for index in 0..self.0.len() {
            made.push_str(&format!("<w:num w:numId=\"{}\"><w:abstractNumId w:val=\"{index}\"/></w:num>", index + 1));
        }
        made.push_str("</w:numbering>");
        made
    }
}

/// The lists of a file that is being read.
#[derive(Default)]
pub(super) struct Numbering(Option<Element>);

impl Numbering {
    /// Of the part that describes them.
    pub const fn of(root: Element) -> Self {
        Self(Some(root))
    }

    /// The first number of a numbered list; none for bullets.
    pub fn start(&self, number: &Number) -> Option<u32> {
        let root = self.0.as_ref()?;
        let of = |kind: &'static str, key: &'static str, id: &str| {
            root.elements().find(|element| element.name == kind && element.attribute(key) == Some(id))
        };
        let level = number.level.to_string();
        let at = |element: &Element, name: &str| element.name == name && element.attribute("w:ilvl") == Some(&level);
        let list = of("w:num", "w:numId", &number.list)?;
        let over = list.elements().find(|element| at(element, "w:lvlOverride"));
        let plain = of("w:abstractNum", "w:abstractNumId", list.value("w:abstractNumId")?);
        let level =
            over.and_then(|over| over.child("w:lvl")).or_else(|| plain?.elements().find(|element| at(element, "w:lvl")))?;
        if matches!(level.value("w:numFmt"), None | Some("bullet" | "none")) {
            return None;
        }
        let start = over.and_then(|over| over.value("w:startOverride")).or_else(|| level.value("w:start"));
        Some(start.and_then(|start| start.parse().ok()).unwrap_or(1))
    }
}
