//! A Word file → the texts of its sections. Changes that were tracked count as accepted; who made them is never read.

use std::collections::HashMap;

use super::anchor::{self, Anchor, Mark};
use super::look::{Container, Leaf, Look, Number, Styles, number};
use super::nest::{Begin, Flat, nest};
use super::numbers::Numbering;
use super::{Part, Returned};
use crate::kind::{self, Kind};
use crate::markdown::{self, Span, tidy};
use crate::misfit::{Foreign, Misfit};
use crate::package::{self, Parts};
use crate::relations::{self, Relation};
use crate::xml::{self, Element};

mod field;
mod line;
mod table;

use field::Fields;
use line::Place;

/// Most characters of a text that a refusal quotes.
const QUOTED: usize = 60;

/// Most sections of a file: the portal has eighteen in three languages.
const SECTIONS: usize = 1_000;

/// The texts in a Word file that the portal exported.
///
/// # Errors
/// It is not a Word file, not one of the portal's, or holds what a section cannot hold.
pub fn read(bytes: &[u8]) -> Result<Returned, Misfit> {
    let parts = package::open(bytes)?;
    if kind::of(&parts)? != Kind::Docx {
        return Err(Misfit::WrongKind);
    }
    let main = relations::main_part(&parts)?;
    let relations = relations::of(&parts, &main)?;
    let styles = part(&parts, &relations, "styles")?.map_or_else(Styles::default, |root| Styles::parse(&root));
    let numbering = part(&parts, &relations, "numbering")?.map_or_else(Numbering::default, |root| Numbering::parse(&root));
    let document = xml::parse(parts.get(&main).ok_or(Misfit::UnknownKind)?)?;
    let body = document.child("w:body").ok_or(Misfit::UnknownKind)?;
    if !has_anchor(body) {
        return Err(Misfit::NoAnchors);
    }
    let links = relations.into_iter().filter(|relation| relation.external).map(|relation| (relation.id, relation.target));
    let mut reader = Reader { links: links.collect(), styles, numbering, ..Reader::default() };
    reader.body(body)?;
    reader.finish()
}

/// Is there any section's bookmark? Asked first: of a file that is not the portal's, only that is worth saying.
fn has_anchor(element: &Element) -> bool {
    let name = element.attribute("w:name").filter(|_| element.name == "w:bookmarkStart");
    matches!(name.map(anchor::parse), Some(Mark::Section(_) | Mark::Spoiled)) || element.elements().any(has_anchor)
}

fn part(parts: &Parts, relations: &[Relation], kind: &str) -> Result<Option<Element>, Misfit> {
    let found = relations.iter().find(|relation| relation.kind == kind && !relation.external);
    found.and_then(|relation| parts.get(&relation.target)).map(|bytes| xml::parse(bytes)).transpose()
}

#[derive(Default)]
struct Reader {
    /// Addresses by the names that links use for them.
    links: HashMap<String, String>,
    styles: Styles,
    numbering: Numbering,
    handle: Option<String>,
    version: Option<i64>,
    parts: Vec<Part>,
    flats: Vec<Flat>,
    /// The anchor was in a paragraph without words: the heading may stand in the next one.
    heading_due: bool,
    tracked: bool,
    comments: usize,
    fields: Fields,
    /// Section anchors met since the last paragraph was finished.
    met: Vec<Anchor>,
    /// Words of a paragraph whose end was deleted: they belong to the next one.
    carried: Vec<Span>,
    /// Words of the paragraph at hand.
    spans: Vec<Span>,
    /// Inside a table; its cells are no paragraphs of their own.
    in_table: bool,
}

impl Reader {
    fn foreign(&self, what: Foreign) -> Misfit {
        let section = self.met.last().or_else(|| self.parts.last().map(|part| &part.anchor));
        Misfit::Foreign { what, section: section.map(Anchor::bookmark).unwrap_or_default() }
    }

    fn body(&mut self, parent: &Element) -> Result<(), Misfit> {
        for element in parent.elements() {
            match element.name.as_str() {
                "w:p" => self.paragraph(element)?,
                "w:tbl" => self.table(element)?,
                "w:sdt" => {
                    if let Some(content) = element.child("w:sdtContent") {
                        self.body(content)?;
                    }
                }
                "w:customXml" | "w:smartTag" => self.body(element)?,
                "w:ins" | "w:moveTo" => {
                    self.tracked = true;
                    self.body(element)?;
                }
                "w:del" | "w:moveFrom" => self.tracked = true,
                "w:bookmarkStart" => self.bookmark(element)?,
                "w:altChunk" | "w:subDoc" => return Err(self.foreign(Foreign::Object)),
                "m:oMathPara" | "m:oMath" => return Err(self.foreign(Foreign::Formula)),
                "mc:AlternateContent" => return Err(self.foreign(Foreign::Drawing)),
                _ => {}
            }
        }
        Ok(())
    }

    fn bookmark(&mut self, element: &Element) -> Result<(), Misfit> {
        let name = element.attribute("w:name").unwrap_or_default();
        match anchor::parse(name) {
            Mark::Section(anchor) => {
                if self.parts.iter().any(|part| part.anchor == anchor) || self.met.contains(&anchor) {
                    return Err(Misfit::AnchorTwice(anchor.bookmark()));
                }
                if self.parts.len() > SECTIONS {
                    return Err(Misfit::TooLarge);
                }
                self.met.push(anchor);
            }
            Mark::Handle(handle) => match &self.handle {
                Some(other) if *other != handle => return Err(Misfit::AnchorTwice(name.to_owned())),
                _ => self.handle = Some(handle),
            },
            Mark::Version(version) => match self.version {
                Some(other) if other != version => return Err(Misfit::AnchorTwice(name.to_owned())),
                _ => self.version = Some(version),
            },
            Mark::Spoiled => return Err(Misfit::UnknownAnchor(name.chars().take(QUOTED).collect())),
            Mark::Other => {}
        }
        Ok(())
    }

    fn paragraph(&mut self, element: &Element) -> Result<(), Misfit> {
        let properties = element.child("w:pPr");
        let style = properties.and_then(|properties| properties.value("w:pStyle"));
        let mut look = style.map_or_else(Look::default, |style| self.styles.look(style));
        let mut end_deleted = false;
        if let Some(properties) = properties {
            self.tracked |= properties.child("w:pPrChange").is_some();
            if let Some(mark) = properties.child("w:rPr") {
                end_deleted = mark.child("w:del").is_some() || mark.child("w:moveFrom").is_some();
                self.tracked |= end_deleted || mark.child("w:ins").is_some() || mark.child("w:moveTo").is_some();
            }
            if properties.child("w:framePr").is_some() {
                return Err(self.foreign(Foreign::Drawing));
            }
        }
        self.spans = std::mem::take(&mut self.carried);
        self.inline(element, &Place::default())?;
        let spans = std::mem::take(&mut self.spans);
        if end_deleted && self.met.is_empty() {
            self.carried = spans;
            return Ok(());
        }
        let own = properties.and_then(number);
        let begins = own.or_else(|| style.and_then(|style| self.styles.number(style))).filter(|number| number.list != "0");
        self.place(&mut look, begins, spans)
    }

    /// Puts a paragraph where it belongs: heading of a section, title block, or text of a section.
    fn place(&mut self, look: &mut Look, number: Option<Number>, spans: Vec<Span>) -> Result<(), Misfit> {
        let words = words(&spans);
        if let Some(anchor) = self.met.first().cloned() {
            if let Some(second) = self.met.get(1) {
                // Two anchors in one paragraph: a heading was deleted, and its mark slid into the next.
                return Err(Misfit::UnknownAnchor(second.bookmark()));
            }
            self.met.clear();
            self.end_section();
            self.heading_due = words.is_empty();
            self.parts.push(Part { anchor, heading: words, markdown: String::new() });
            return Ok(());
        }
        if look.leaf == Leaf::Section && !words.is_empty() {
            return match self.parts.last_mut() {
                Some(part) if self.heading_due => {
                    part.heading = words;
                    self.heading_due = false;
                    Ok(())
                }
                _ => Err(Misfit::HeadingWithoutAnchor(quoted(&words))),
            };
        }
        if self.parts.is_empty() {
            let title = matches!(look.leaf, Leaf::Title | Leaf::Opening);
            return if title || words.is_empty() { Ok(()) } else { Err(Misfit::TextOutside(quoted(&words))) };
        }
        if !words.is_empty() {
            self.heading_due = false;
        }
        let begins = number.map(|number| {
            fit(&mut look.path, number.level + 1);
            Begin { start: self.numbering.start(&number), list: number.list }
        });
        self.flats.push(Flat::Line { look: look.clone(), begins, spans });
        Ok(())
    }

    fn end_section(&mut self) {
        let flats = std::mem::take(&mut self.flats);
        if let Some(part) = self.parts.last_mut() {
            part.markdown = markdown::markdown(&tidy(nest(flats)));
        }
    }

    fn finish(mut self) -> Result<Returned, Misfit> {
        if let Some(anchor) = self.met.first() {
            return Err(Misfit::UnknownAnchor(anchor.bookmark()));
        }
        if self.parts.is_empty() {
            return Err(Misfit::NoAnchors);
        }
        if !words(&self.carried).is_empty() {
            let spans = std::mem::take(&mut self.carried);
            self.flats.push(Flat::Line { look: Look::default(), begins: None, spans });
        }
        self.end_section();
        let Self { handle, version, parts, tracked: tracked_changes, comments, .. } = self;
        Ok(Returned { handle, version, parts, tracked_changes, comments })
    }
}

/// Makes a path hold this many lists, as far as the depth goes.
fn fit(path: &mut Vec<Container>, lists: usize) {
    let count = |path: &[Container]| path.iter().filter(|container| container.is_list()).count();
    while count(path) > lists {
        path.pop();
    }
    let like = path.iter().rev().find(|container| container.is_list()).copied().unwrap_or(Container::List);
    while count(path) < lists && path.len() < markdown::DEPTH {
        path.push(like);
    }
}

fn words(spans: &[Span]) -> String {
    let text: String = spans.iter().map(|span| span.text.as_str()).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn quoted(text: &str) -> String {
    text.chars().take(QUOTED).collect()
}
