//! Tables: rows of cells, each cell one line with breaks, since that is what Markdown has.

use super::line::Place;
use super::{Reader, quoted, words};
use crate::markdown::Span;
use crate::misfit::{Foreign, Misfit};
use crate::word::look::{Container, Leaf, Look};
use crate::word::nest::Flat;
use crate::xml::Element;

impl Reader {
    pub(super) fn table(&mut self, table: &Element) -> Result<(), Misfit> {
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
}
