//! A Word file → the texts of its sections. Changes that were tracked count as accepted; who made them is never read.

use std::collections::HashMap;

use super::anchor::{self, Anchor, Mark};
use super::look::{Container, Leaf, Look, Number, Styles, number, switch};
use super::nest::{Begin, Flat, nest};
use super::numbers::Numbering;
use super::{Part, Returned};
use crate::kind::{self, Kind};
use crate::markdown::{self, Span, tidy};
use crate::misfit::{Foreign, Misfit};
use crate::package::{self, Parts};
use crate::relations::{self, Relation};
use crate::xml::{self, Element, Node};

mod field;

use field::Fields;

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

/// Where a run of letters stands.
#[derive(Clone, Default)]
struct Place {
    href: Option<String>,
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

    fn table(&mut self, table: &Element) -> Result<(), Misfit> {
        if self.in_table {
            return Err(self.foreign(Foreign::NestedTable));
        }
        if !words(&self.carried).is_empty() {
            let spans = std::mem::take(&mut self.carried);
            self.flats.push(Flat::Line { look: Look::default(), begins: None, spans });
        }
        self.in_table = true;
        let mut rows = Vec::new();
        let mut path: Option<Vec<Container>> = None;
        self.rows(table, &mut rows, &mut path)?;
        self.in_table = false;
        if let Some(anchor) = self.met.first() {
            // A heading was moved into a table: whose text the table is can no longer be told.
            return Err(Misfit::UnknownAnchor(anchor.bookmark()));
        }
        let text: String = rows.iter().flatten().map(|cell| words(cell)).collect();
        if self.parts.is_empty() {
            return if text.is_empty() { Ok(()) } else { Err(Misfit::TextOutside(quoted(&text))) };
        }
        // A row that has more cells than the head would lose them.
        let width = rows.iter().map(Vec::len).max().unwrap_or(0);
        if let Some(head) = rows.first_mut() {
            head.resize_with(width, Vec::new);
        }
        self.flats.push(Flat::Table { path: path.unwrap_or_default(), rows });
        Ok(())
    }

    fn rows(
        &mut self,
        parent: &Element,
        rows: &mut Vec<Vec<Vec<Span>>>,
        path: &mut Option<Vec<Container>>,
    ) -> Result<(), Misfit> {
        for element in parent.elements() {
            match element.name.as_str() {
                "w:tr" => {
                    if let Some(properties) = element.child("w:trPr") {
                        let deleted = properties.child("w:del").is_some();
                        self.tracked |= deleted || properties.child("w:ins").is_some();
                        if deleted {
                            continue;
                        }
                    }
                    let mut cells = Vec::new();
                    self.cells(element, &mut cells, path)?;
                    rows.push(cells);
                }
                "w:sdt" => {
                    if let Some(content) = element.child("w:sdtContent") {
                        self.rows(content, rows, path)?;
                    }
                }
                "w:customXml" => self.rows(element, rows, path)?,
                "w:bookmarkStart" => self.bookmark(element)?,
                _ => {}
            }
        }
        Ok(())
    }

    fn cells(&mut self, row: &Element, cells: &mut Vec<Vec<Span>>, path: &mut Option<Vec<Container>>) -> Result<(), Misfit> {
        for element in row.elements() {
            match element.name.as_str() {
                "w:tc" => {
                    let properties = element.child("w:tcPr");
                    let mut spans = Vec::new();
                    self.cell(element, &mut spans, path)?;
                    cells.push(spans);
                    let span = properties.and_then(|properties| properties.value("w:gridSpan"));
                    // A cell across columns keeps its words in the first of them.
                    for _ in 1..span.and_then(|span| span.parse::<usize>().ok()).unwrap_or(1).min(63) {
                        cells.push(Vec::new());
                    }
                }
                "w:sdt" => {
                    if let Some(content) = element.child("w:sdtContent") {
                        self.cells(content, cells, path)?;
                    }
                }
                "w:customXml" => self.cells(element, cells, path)?,
                _ => {}
            }
        }
        Ok(())
    }

    /// The paragraphs of a cell, one below the other.
    fn cell(&mut self, cell: &Element, made: &mut Vec<Span>, path: &mut Option<Vec<Container>>) -> Result<(), Misfit> {
        for element in cell.elements() {
            match element.name.as_str() {
                "w:p" => {
                    let style = element.child("w:pPr").and_then(|properties| properties.value("w:pStyle"));
                    let look = style.map_or_else(Look::default, |style| self.styles.look(style));
                    if matches!(look.leaf, Leaf::Cell | Leaf::Head) {
                        path.get_or_insert_with(|| look.path.clone());
                    }
                    self.spans = Vec::new();
                    self.inline(element, &Place::default())?;
                    if !made.is_empty() {
                        made.push(Span { text: "\n".to_owned(), ..Span::default() });
                    }
                    made.append(&mut self.spans);
                }
                "w:tbl" => return Err(self.foreign(Foreign::NestedTable)),
                "w:sdt" => {
                    if let Some(content) = element.child("w:sdtContent") {
                        self.cell(content, made, path)?;
                    }
                }
                "w:customXml" | "w:ins" | "w:moveTo" => self.cell(element, made, path)?,
                "w:bookmarkStart" => self.bookmark(element)?,
                _ => {}
            }
        }
        Ok(())
    }

    /// What stands in a line.
    fn inline(&mut self, parent: &Element, place: &Place) -> Result<(), Misfit> {
        for element in parent.elements() {
            match element.name.as_str() {
                "w:r" => self.run(element, place)?,
                "w:hyperlink" => {
                    let target = element.attribute("r:id").and_then(|id| self.links.get(id));
                    // The place in the page stands apart from the page.
                    let place = element.attribute("w:anchor").map(|place| format!("#{place}")).unwrap_or_default();
                    let href = target.and_then(|target| {
                        let place = if target.contains('#') { "" } else { &place };
                        field::own(&format!("{target}{place}"))
                    });
                    self.inline(element, &Place { href })?;
                }
                "w:fldSimple" => {
                    let href = element.attribute("w:instr").and_then(field::hyperlink).or_else(|| place.href.clone());
                    self.inline(element, &Place { href })?;
                }
                "w:ins" | "w:moveTo" => {
                    self.tracked = true;
                    self.inline(element, place)?;
                }
                "w:del" | "w:moveFrom" => self.tracked = true,
                "w:sdt" => {
                    if let Some(content) = element.child("w:sdtContent") {
                        self.inline(content, place)?;
                    }
                }
                "w:smartTag" | "w:customXml" | "w:dir" | "w:bdo" => self.inline(element, place)?,
                "w:bookmarkStart" => self.bookmark(element)?,
                "m:oMath" | "m:oMathPara" => return Err(self.foreign(Foreign::Formula)),
                "mc:AlternateContent" => return Err(self.foreign(Foreign::Drawing)),
                "w:subDoc" => return Err(self.foreign(Foreign::Object)),
                _ => {}
            }
        }
        Ok(())
    }

    fn run(&mut self, run: &Element, place: &Place) -> Result<(), Misfit> {
        let mut mark = markdown::Mark::default();
        let mut hidden = false;
        if let Some(properties) = run.child("w:rPr") {
            self.tracked |= properties.child("w:rPrChange").is_some();
            let style = properties.value("w:rStyle");
            let of_style = style.map_or((None, None), |style| self.styles.letters(style));
            // Letters of right-to-left scripts have switches of their own; programs set both.
            let on = |western: &str, complex: &str, of_style: Option<bool>| match (
                switch(properties, western),
                switch(properties, complex),
            ) {
                (None, None) => of_style.unwrap_or(false),
                (one, other) => one.unwrap_or(false) || other.unwrap_or(false),
            };
            mark.strong = on("w:b", "w:bCs", of_style.0);
            mark.emphasis = on("w:i", "w:iCs", of_style.1);
            mark.code = style.is_some_and(|style| self.styles.is_code(style));
            hidden = switch(properties, "w:vanish") == Some(true);
        }
        mark.href = self.fields.href().or_else(|| place.href.clone());
        for node in &run.children {
            let Node::Element(element) = node else { continue };
            let letter = match element.name.as_str() {
                "w:t" => element.text(),
                "w:tab" | "w:ptab" => "\t".to_owned(),
                "w:br" if matches!(element.attribute("w:type"), Some("page" | "column")) => String::new(),
                "w:br" | "w:cr" => "\n".to_owned(),
                "w:noBreakHyphen" => "\u{2011}".to_owned(),
                "w:softHyphen" => "\u{ad}".to_owned(),
                "w:fldChar" => {
                    self.fields.turn(element.attribute("w:fldCharType").unwrap_or_default())?;
                    mark.href = self.fields.href().or_else(|| place.href.clone());
                    continue;
                }
                "w:instrText" => {
                    self.fields.instruct(&element.text());
                    continue;
                }
                "w:commentReference" => {
                    self.comments += 1;
                    continue;
                }
                "w:sym" => return Err(self.foreign(Foreign::Symbol)),
                "w:drawing" | "w:pict" => return Err(self.foreign(picture_or_drawing(element))),
                "mc:AlternateContent" => return Err(self.foreign(Foreign::Drawing)),
                "w:object" | "w:control" => return Err(self.foreign(Foreign::Object)),
                "w:footnoteReference" | "w:endnoteReference" => return Err(self.foreign(Foreign::Footnote)),
                "w:ruby" => {
                    if let Some(base) = element.child("w:rubyBase") {
                        self.inline(base, place)?;
                    }
                    continue;
                }
                _ => continue,
            };
            if letter.is_empty() || !self.fields.shows() {
                continue;
            }
            if hidden {
                return Err(self.foreign(Foreign::HiddenText));
            }
            self.spans.push(Span { text: letter, mark: mark.clone() });
        }
        Ok(())
    }
}

/// A drawing holds a picture, a shape or a chart.
fn picture_or_drawing(element: &Element) -> Foreign {
    let is_picture = element.name == "pic:pic" || element.name.ends_with(":imagedata") || element.name.ends_with(":pic");
    if is_picture || element.elements().any(|inner| picture_or_drawing(inner) == Foreign::Picture) {
        Foreign::Picture
    } else {
        Foreign::Drawing
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
