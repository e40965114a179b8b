//! The lists of a paper: every list is one of its own, so that two that follow each other stay two.

use std::collections::HashMap;

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

/// The lists of a file that is being read. Looked up by name, since a file may have as many as it likes.
#[derive(Default)]
pub(super) struct Numbering {
    /// The description that a list follows.
    follows: HashMap<String, String>,
    /// The first number by description and level; none for bullets.
    starts: HashMap<(String, usize), Option<u32>>,
    /// Where a list differs from its description: another first number, or a level of its own.
    own_starts: HashMap<(String, usize), u32>,
    own_levels: HashMap<(String, usize), Option<u32>>,
}

impl Numbering {
    /// Of the part that describes them.
    pub fn parse(root: &Element) -> Self {
        let mut made = Self::default();
        for element in root.elements() {
            let id = |key: &str| element.attribute(key).unwrap_or_default().to_owned();
            match element.name.as_str() {
                "w:abstractNum" => {
                    let levels = element.elements().filter(|inner| inner.name == "w:lvl");
                    let id = id("w:abstractNumId");
                    made.starts.extend(levels.filter_map(|inner| Some(((id.clone(), level(inner)?), first(inner)))));
                }
                "w:num" => {
                    let id = id("w:numId");
                    if let Some(followed) = element.value("w:abstractNumId") {
                        made.follows.insert(id.clone(), followed.to_owned());
                    }
                    for over in element.elements().filter(|inner| inner.name == "w:lvlOverride") {
                        let Some(level) = level(over) else { continue };
                        if let Some(start) = over.value("w:startOverride").and_then(|start| start.parse().ok()) {
                            made.own_starts.insert((id.clone(), level), start);
                        }
                        if let Some(own) = over.child("w:lvl") {
                            made.own_levels.insert((id.clone(), level), first(own));
                        }
                    }
                }
                _ => {}
            }
        }
        made
    }

    /// The first number of a numbered list; none for bullets.
    pub fn start(&self, number: &Number) -> Option<u32> {
        let own = (number.list.clone(), number.level);
        let start = match self.own_levels.get(&own) {
            Some(start) => *start,
            None => *self.starts.get(&(self.follows.get(&number.list)?.clone(), number.level))?,
        }?;
        Some(self.own_starts.get(&own).copied().unwrap_or(start))
    }
}

fn level(element: &Element) -> Option<usize> {
    element.attribute("w:ilvl")?.parse().ok()
}

/// The first number of a level; none for bullets.
fn first(level: &Element) -> Option<u32> {
    if matches!(level.value("w:numFmt"), None | Some("bullet" | "none")) {
        return None;
    }
    Some(level.value("w:start").and_then(|start| start.parse().ok()).unwrap_or(1))
}
