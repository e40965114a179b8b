//! A paper → a Word file. The same paper gives the same bytes.

use std::collections::BTreeSet;

use domain::text::Lang;

use super::look::{Container, Leaf, Look, Number};
use super::numbers::{Lists, STEP};
use super::{Paper, anchor, runs, sheet};
use crate::markdown::{Block, List, Span, blocks};
use crate::package::{self, Parts};

/// Twentieths of a point between the margins of A4.
const WIDTH: usize = 9_298;

/// The Word file of a paper.
#[must_use]
pub fn write(paper: &Paper) -> Vec<u8> {
    let mut writer = Writer::default();
    writer.title(paper);
    for part in &paper.parts {
        let lang = part.anchor.lang();
        writer.lang = Some(lang);
        writer.bookmarks = vec![part.anchor.bookmark()];
        writer.line(Look { leaf: Leaf::Section, path: Vec::new() }, None, &plain(&part.heading));
        let blocks = blocks(&part.markdown);
        writer.blocks(&blocks, &[]);
        if blocks.is_empty() {
            writer.line(Look::default(), None, &[]);
        }
    }
    let document = format!(
        concat!(
            "{}<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>{}",
            "<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/>",
            "<w:pgMar w:top=\"1304\" w:right=\"1304\" w:bottom=\"1304\" w:left=\"1304\" w:header=\"680\" w:footer=\"680\" w:gutter=\"0\"/>",
            "</w:sectPr></w:body></w:document>"
        ),
        sheet::HEAD,
        writer.body
    );
    let head = |part: &str| format!("{}{part}", sheet::HEAD);
    // Whoever presses Enter in a heading goes on in these.
    for look in writer.used.clone() {
        writer.used.insert(Look { leaf: Leaf::Text, path: look.path });
    }
    let parts: Parts = [
        ("[Content_Types].xml", head(sheet::CONTENT_TYPES)),
        ("_rels/.rels", head(sheet::PACKAGE_RELATIONS)),
        ("word/_rels/document.xml.rels", head(sheet::DOCUMENT_RELATIONS)),
        ("word/document.xml", document),
        ("word/fontTable.xml", head(sheet::FONTS)),
        ("word/numbering.xml", writer.lists.part()),
        ("word/settings.xml", head(sheet::SETTINGS)),
        ("word/styles.xml", sheet::styles(&writer.used)),
    ]
    .into_iter()
    .map(|(name, text)| (name.to_owned(), text.into_bytes()))
    .collect();
    package::pack(&parts)
}

fn plain(text: &str) -> Vec<Span> {
    vec![Span { text: text.split_whitespace().collect::<Vec<_>>().join(" "), ..Span::default() }]
}

#[derive(Default)]
struct Writer {
    body: String,
    lang: Option<Lang>,
    used: BTreeSet<Look>,
    lists: Lists,
    /// Bookmarks to put around the next paragraph.
    bookmarks: Vec<String>,
    /// Bookmarks so far: each needs a number of its own.
    marked: usize,
}

impl Writer {
    fn title(&mut self, paper: &Paper) {
        self.bookmarks = anchor::of_paper(&paper.handle, paper.version);
        let titles = paper.title.iter().map(|line| (Leaf::Title, line));
        let mut any = false;
        for (leaf, (lang, text)) in titles.chain(paper.opening.iter().map(|line| (Leaf::Opening, line))) {
            self.lang = Some(*lang);
            self.line(Look { leaf, path: Vec::new() }, None, &plain(text));
            any = true;
        }
        if !any {
            self.line(Look { leaf: Leaf::Title, path: Vec::new() }, None, &plain(&paper.handle));
        }
    }

    /// One paragraph.
    fn line(&mut self, look: Look, number: Option<&Number>, spans: &[Span]) {
        let code = matches!(look.leaf, Leaf::Code | Leaf::OtherCode);
        // Code reads from left to right in every language.
        let lang = self.lang.filter(|_| !code).unwrap_or(Lang::En);
        self.body.push_str(&format!("<w:p><w:pPr><w:pStyle w:val=\"{}\"/>", look.id()));
        if let Some(Number { list, level }) = number {
            self.body.push_str(&format!("<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr>"));
        }
        if lang.dir() == "rtl" {
            self.body.push_str("<w:bidi/>");
        }
        self.body.push_str("</w:pPr>");
        let first = self.marked;
        for name in std::mem::take(&mut self.bookmarks) {
            self.body.push_str(&format!("<w:bookmarkStart w:id=\"{}\" w:name=\"{name}\"/>", self.marked));
            self.marked += 1;
        }
        runs::write(spans, lang, &mut self.body);
        for id in first..self.marked {
            self.body.push_str(&format!("<w:bookmarkEnd w:id=\"{id}\"/>"));
        }
        self.body.push_str("</w:p>");
        self.used.insert(look);
    }

    fn blocks(&mut self, blocks: &[Block], path: &[Container]) {
        let mut before: Option<&Block> = None;
        let mut other = false;
        for block in blocks {
            // Of two quotes or codes in a row the second gets another name, or they would be one.
            let alike =
                matches!((before, block), (Some(Block::Quote(_)), Block::Quote(_)) | (Some(Block::Code(_)), Block::Code(_)));
            other = alike && !other;
            self.block(block, path, other);
            before = Some(block);
        }
    }

    fn block(&mut self, block: &Block, path: &[Container], other: bool) {
        let look = |leaf| Look { leaf, path: path.to_vec() };
        match block {
            Block::Paragraph(spans) => self.line(look(Leaf::Text), None, spans),
            Block::Heading { lower, spans } => {
                self.line(look(if *lower { Leaf::Subheading } else { Leaf::Heading }), None, spans);
            }
            Block::Quote(inner) => {
                self.blocks(inner, &deeper(path, if other { Container::OtherQuote } else { Container::Quote }));
            }
            Block::List(list) => self.list(list, path),
            Block::Code(text) => {
                let spans = [Span { text: text.clone(), ..Span::default() }];
                self.line(look(if other { Leaf::OtherCode } else { Leaf::Code }), None, &spans);
            }
            Block::Table(rows) => self.table(rows, path),
        }
    }

    fn list(&mut self, list: &List, path: &[Container]) {
        let path = deeper(path, if list.loose { Container::Loose } else { Container::List });
        let number = self.lists.begin(list.start, &path);
        for item in &list.items {
            let look = Look { leaf: Leaf::Text, path: path.clone() };
            // An item that does not begin with words gets an empty paragraph for its number.
            let rest = match item.split_first() {
                Some((Block::Paragraph(spans), rest)) => {
                    self.line(look, Some(&number), spans);
                    rest
                }
                _ => {
                    self.line(look, Some(&number), &[]);
                    item
                }
            };
            self.blocks(rest, &path);
        }
    }

    fn table(&mut self, rows: &[Vec<Vec<Span>>], path: &[Container]) {
        let columns = rows.first().map_or(1, Vec::len).max(1);
        let indent = path.len() * STEP;
        let width = (WIDTH.saturating_sub(indent) / columns).max(200);
        let visual = if self.lang.is_some_and(|lang| lang.dir() == "rtl") { "<w:bidiVisual/>" } else { "" };
        self.body.push_str(&format!(
            "<w:tbl><w:tblPr>{visual}<w:tblW w:w=\"{}\" w:type=\"dxa\"/><w:tblInd w:w=\"{indent}\" w:type=\"dxa\"/><w:tblBorders>",
            width * columns
        ));
        for side in ["top", "left", "bottom", "right", "insideH", "insideV"] {
            self.body.push_str(&format!("<w:{side} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"A0A8B0\"/>"));
        }
        self.body.push_str("</w:tblBorders><w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>");
        self.body.push_str(&format!("<w:gridCol w:w=\"{width}\"/>").repeat(columns));
        self.body.push_str("</w:tblGrid>");
        for (index, row) in rows.iter().enumerate() {
            let (leaf, properties, shade) = if index == 0 {
                (Leaf::Head, "<w:trPr><w:tblHeader/></w:trPr>", "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"EEF1F4\"/>")
            } else {
                (Leaf::Cell, "", "")
            };
            self.body.push_str(&format!("<w:tr>{properties}"));
            for cell in row {
                self.body.push_str(&format!("<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>{shade}</w:tcPr>"));
                self.line(Look { leaf, path: path.to_vec() }, None, cell);
                self.body.push_str("</w:tc>");
            }
            self.body.push_str("</w:tr>");
        }
        self.body.push_str("</w:tbl>");
        // Two tables in a row would be one, and after the last one people need a place to write.
        self.line(Look { leaf: Leaf::Text, path: path.to_vec() }, None, &[]);
    }
}

fn deeper(path: &[Container], container: Container) -> Vec<Container> {
    path.iter().copied().chain(std::iter::once(container)).collect()
}
