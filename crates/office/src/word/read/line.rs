//! What stands in a line: runs of letters with their looks, links, fields, and what Markdown cannot say.

use super::{Reader, field};
use crate::markdown::{self, Span};
use crate::misfit::{Foreign, Misfit};
use crate::word::look::switch;
use crate::xml::{Element, Node};

/// Where a run of letters stands.
#[derive(Clone, Default)]
pub(super) struct Place {
    href: Option<String>,
}

impl Reader {
    /// What stands in a line.
    pub(super) fn inline(&mut self, parent: &Element, place: &Place) -> Result<(), Misfit> {
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
