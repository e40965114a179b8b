//! The parts of a Word file beside its text: styles, settings, fonts, and the list of parts.

use std::collections::BTreeSet;

use super::look::{INLINE_CODE, Leaf, Look};
use super::numbers::STEP;
use super::runs::{ARABIC, LATIN};

/// How every part begins.
pub(super) const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

pub(super) const CONTENT_TYPES: &str = concat!(
    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">",
    "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>",
    "<Default Extension=\"xml\" ContentType=\"application/xml\"/>",
    "<Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/>",
    "<Override PartName=\"/word/styles.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml\"/>",
    "<Override PartName=\"/word/numbering.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml\"/>",
    "<Override PartName=\"/word/settings.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml\"/>",
    "<Override PartName=\"/word/fontTable.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.fontTable+xml\"/>",
    "</Types>"
);

pub(super) const PACKAGE_RELATIONS: &str = concat!(
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">",
    "<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/>",
    "</Relationships>"
);

pub(super) const DOCUMENT_RELATIONS: &str = concat!(
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">",
    "<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\" Target=\"styles.xml\"/>",
    "<Relationship Id=\"rId2\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering\" Target=\"numbering.xml\"/>",
    "<Relationship Id=\"rId3\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/settings\" Target=\"settings.xml\"/>",
    "<Relationship Id=\"rId4\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/fontTable\" Target=\"fontTable.xml\"/>",
    "</Relationships>"
);

pub(super) const SETTINGS: &str = concat!(
    "<w:settings xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">",
    "<w:defaultTabStop w:val=\"420\"/><w:compat>",
    "<w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/>",
    "</w:compat><w:themeFontLang w:val=\"en-GB\" w:bidi=\"ar-SY\"/></w:settings>"
);

/// The fonts by name, each with one that most computers have.
pub(super) const FONTS: &str = concat!(
    "<w:fonts xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">",
    "<w:font w:name=\"IBM Plex Sans\"><w:altName w:val=\"Arial\"/><w:family w:val=\"swiss\"/></w:font>",
    "<w:font w:name=\"IBM Plex Sans Arabic\"><w:altName w:val=\"Arial\"/><w:family w:val=\"swiss\"/></w:font>",
    "<w:font w:name=\"IBM Plex Sans Hebrew\"><w:altName w:val=\"Arial\"/><w:family w:val=\"swiss\"/></w:font>",
    "</w:fonts>"
);

/// The styles that a paper uses.
pub(super) fn styles(used: &BTreeSet<Look>) -> String {
    let mut made = String::from(HEAD);
    made.push_str(&format!(
        concat!(
            "<w:styles xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:docDefaults>",
            "<w:rPrDefault><w:rPr><w:rFonts w:ascii=\"{0}\" w:hAnsi=\"{0}\" w:eastAsia=\"{0}\" w:cs=\"{1}\"/>",
            "<w:sz w:val=\"22\"/><w:szCs w:val=\"22\"/><w:lang w:val=\"en-GB\" w:eastAsia=\"en-GB\" w:bidi=\"ar-SY\"/></w:rPr></w:rPrDefault>",
            "<w:pPrDefault><w:pPr><w:spacing w:after=\"120\" w:line=\"276\" w:lineRule=\"auto\"/></w:pPr></w:pPrDefault></w:docDefaults>",
            "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/></w:style>",
            "<w:style w:type=\"character\" w:customStyle=\"1\" w:styleId=\"{2}\"><w:name w:val=\"{3}\"/><w:qFormat/>",
            "<w:rPr><w:rFonts w:ascii=\"Courier New\" w:hAnsi=\"Courier New\" w:cs=\"Courier New\"/>",
            "<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"EEF1F4\"/></w:rPr></w:style>"
        ),
        LATIN,
        ARABIC,
        INLINE_CODE.replace(' ', ""),
        INLINE_CODE
    ));
    for look in used {
        style(look, &mut made);
    }
    made.push_str("</w:styles>");
    made
}

fn style(look: &Look, made: &mut String) {
    let indent = look.path.len() * STEP;
    let quoted = look.path.iter().any(|container| !container.is_list());
    let close = look.path.last().is_some_and(|container| *container == super::look::Container::List);
    let (mut paragraph, letters) = match look.leaf {
        Leaf::Title => ("<w:spacing w:after=\"60\"/>", "<w:b/><w:bCs/><w:sz w:val=\"36\"/><w:szCs w:val=\"36\"/>"),
        Leaf::Opening => ("<w:spacing w:after=\"60\"/>", "<w:color w:val=\"5B6570\"/><w:sz w:val=\"18\"/><w:szCs w:val=\"18\"/>"),
        Leaf::Section => (
            "<w:spacing w:before=\"360\" w:after=\"120\"/>",
            "<w:b/><w:bCs/><w:color w:val=\"1F4E9E\"/><w:sz w:val=\"28\"/><w:szCs w:val=\"28\"/>",
        ),
        Leaf::Heading => {
            ("<w:spacing w:before=\"240\" w:after=\"80\"/>", "<w:b/><w:bCs/><w:sz w:val=\"25\"/><w:szCs w:val=\"25\"/>")
        }
        Leaf::Subheading => ("<w:spacing w:before=\"180\" w:after=\"60\"/>", "<w:b/><w:bCs/>"),
        Leaf::Code | Leaf::OtherCode => (
            "<w:spacing w:after=\"120\" w:line=\"240\" w:lineRule=\"auto\"/>",
            "<w:rFonts w:ascii=\"Courier New\" w:hAnsi=\"Courier New\" w:cs=\"Courier New\"/><w:sz w:val=\"19\"/><w:szCs w:val=\"19\"/>",
        ),
        Leaf::Cell => ("<w:spacing w:before=\"40\" w:after=\"40\"/>", ""),
        Leaf::Head => ("<w:spacing w:before=\"40\" w:after=\"40\"/>", "<w:b/><w:bCs/>"),
        Leaf::Text => ("", if quoted { "<w:color w:val=\"4A535C\"/>" } else { "" }),
    };
    if look.leaf == Leaf::Text && close {
        paragraph = "<w:spacing w:after=\"40\"/>";
    }
    made.push_str(&format!(
        "<w:style w:type=\"paragraph\" w:customStyle=\"1\" w:styleId=\"{}\"><w:name w:val=\"{}\"/><w:basedOn w:val=\"Normal\"/>",
        look.id(),
        look.name()
    ));
    if matches!(look.leaf, Leaf::Section | Leaf::Heading | Leaf::Subheading) {
        // What somebody writes below a heading is text.
        let next = Look { leaf: Leaf::Text, path: look.path.clone() };
        made.push_str(&format!("<w:next w:val=\"{}\"/>", next.id()));
    }
    made.push_str("<w:qFormat/><w:pPr>");
    if matches!(look.leaf, Leaf::Section | Leaf::Heading | Leaf::Subheading) {
        made.push_str("<w:keepNext/>");
    }
    match look.leaf {
        Leaf::Code | Leaf::OtherCode => made.push_str("<w:shd w:val=\"clear\" w:color=\"auto\" w:fill=\"EEF1F4\"/>"),
        Leaf::Text if quoted => {}
        _ => {}
    }
    made.push_str(paragraph);
    if indent > 0 && !matches!(look.leaf, Leaf::Cell | Leaf::Head) {
        made.push_str(&format!("<w:ind w:left=\"{indent}\"/>"));
    }
    match look.leaf {
        Leaf::Section => made.push_str("<w:outlineLvl w:val=\"0\"/>"),
        Leaf::Heading => made.push_str("<w:outlineLvl w:val=\"1\"/>"),
        Leaf::Subheading => made.push_str("<w:outlineLvl w:val=\"2\"/>"),
        _ => {}
    }
    made.push_str("</w:pPr>");
    if !letters.is_empty() {
        made.push_str(&format!("<w:rPr>{letters}</w:rPr>"));
    }
    made.push_str("</w:style>");
}
