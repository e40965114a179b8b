//! Files made by hand: what other programs may write, and what nobody should.

#![expect(clippy::expect_used, reason = "a test says what it expects")]

use std::io::{Cursor, Read, Write};

use domain::text::Lang;
use office::clean::without_authors;
use office::kind::{Kind, inspect};
use office::misfit::{Foreign, Misfit};
use office::word::{Anchor, Paper, Part, Returned, read, write};
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

fn parts_of(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("a ZIP");
    let entries = archive.len();
    let read = |index| {
        let mut entry = archive.by_index(index).expect("an entry");
        let mut part = Vec::new();
        entry.read_to_end(&mut part).expect("its bytes");
        (entry.name().expect("a name").into_owned(), part)
    };
    (0..entries).map(read).collect()
}

fn packed(parts: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, part) in parts {
        writer.start_file(name.as_str(), SimpleFileOptions::default()).expect("room");
        writer.write_all(part).expect("room");
    }
    writer.finish().expect("room").into_inner()
}

fn paper(markdown: &str) -> Vec<u8> {
    let part = |section: &str| Part {
        anchor: Anchor::new(section, Lang::En).expect("a key"),
        heading: section.to_owned(),
        markdown: markdown.to_owned(),
    };
    let parts = vec![part("objectives"), part("risks")];
    write(&Paper { handle: "ENE-2026-007".to_owned(), version: Some(3), title: Vec::new(), opening: Vec::new(), parts })
}

/// A paper with one part replaced, or another one added.
fn with(bytes: &[u8], name: &str, change: impl Fn(&str) -> String) -> Vec<u8> {
    let mut parts = parts_of(bytes);
    if !parts.iter().any(|(own, _)| own == name) {
        parts.push((name.to_owned(), Vec::new()));
    }
    for (own, part) in &mut parts {
        if own == name {
            *part = change(&String::from_utf8_lossy(part)).into_bytes();
        }
    }
    packed(&parts)
}

/// A paper whose first section says this, in the words of Word.
fn saying(inner: &str) -> Result<Returned, Misfit> {
    read(&with(&paper("HERE"), "word/document.xml", |text| {
        let at = text.find("<w:p><w:pPr><w:pStyle w:val=\"Portaltext\"/>").expect("a paragraph");
        let end = text[at..].find("</w:p>").expect("its end") + at + "</w:p>".len();
        format!("{}{inner}{}", &text[..at], &text[end..])
    }))
}

fn said(inner: &str) -> String {
    saying(inner).expect("a good file").parts[0].markdown.clone()
}

fn refused(inner: &str, what: Foreign) {
    assert_eq!(saying(inner), Err(Misfit::Foreign { what, section: "portal_objectives_en".to_owned() }), "{inner}");
}

#[test]
fn what_word_itself_writes_is_understood() {
    let run = "<w:r><w:t>a</w:t></w:r>";
    let cases = [
        // Content controls, smart tags, directions, marks of the spelling check.
        (format!("<w:sdt><w:sdtContent><w:p><w:proofErr w:type=\"spellStart\"/>{run}</w:p></w:sdtContent></w:sdt>"), "a"),
        (format!("<w:p><w:smartTag>{run}</w:smartTag><w:bdo w:val=\"rtl\">{run}</w:bdo></w:p>"), "aa"),
        // Letters with switches on and off.
        ("<w:p><w:r><w:rPr><w:b w:val=\"0\"/><w:i/></w:rPr><w:t>a</w:t></w:r></w:p>".to_owned(), "*a*"),
        ("<w:p><w:r><w:rPr><w:bCs/><w:rtl/></w:rPr><w:t>שלום </w:t></w:r><w:r><w:t>b</w:t></w:r></w:p>".to_owned(), "**שלום** b"),
        // Breaks, tabs, hyphens.
        ("<w:p><w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:tab/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t><w:br w:type=\"page\"/></w:r></w:p>".to_owned(), "a\\\nb c\u{2011}d"),
        // Tracked: words in, words out, a paragraph's end out.
        ("<w:p><w:ins><w:r><w:t>a</w:t></w:r></w:ins><w:del><w:r><w:delText>b</w:delText></w:r></w:del></w:p>".to_owned(), "a"),
        ("<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t xml:space=\"preserve\">a </w:t></w:r></w:p><w:p><w:r><w:t>b</w:t></w:r></w:p>".to_owned(), "a b"),
        // A field shows its result, a link leads out or does not.
        ("<w:p><w:fldSimple w:instr=\" PAGE \"><w:r><w:t>7</w:t></w:r></w:fldSimple></w:p>".to_owned(), "7"),
        ("<w:p><w:fldSimple w:instr=\" HYPERLINK &quot;https://example.org/a&quot; \\l &quot;b&quot; \"><w:r><w:t>7</w:t></w:r></w:fldSimple></w:p>".to_owned(), "[7](https://example.org/a#b)"),
        ("<w:p><w:hyperlink w:anchor=\"_Toc1\"><w:r><w:t>7</w:t></w:r></w:hyperlink></w:p>".to_owned(), "7"),
        // Signs that mean something in Markdown.
        ("<w:p><w:r><w:t># *a* [b](c) &lt;i&gt;</w:t></w:r></w:p>".to_owned(), "\\# \\*a\\* \\[b\\](c) \\<i>"),
        ("<w:p><w:r><w:t>1. a</w:t></w:r></w:p>".to_owned(), "1\\. a"),
        // A table with a cell across two columns, and a row that was deleted.
        ("<w:tbl><w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p><w:p><w:r><w:t>b|</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr><w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p/></w:tc></w:tr><w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr><w:p><w:r><w:t>c</w:t></w:r></w:p></w:tc></w:tr></w:tbl>".to_owned(), "| a<br>b\\| |  |\n| --- | --- |\n| c |  |"),
    ];
    for (inner, expected) in cases {
        assert_eq!(said(&inner), expected, "{inner}");
    }
    let returned = saying("<w:p><w:ins><w:r><w:t>a</w:t></w:r></w:ins><w:r><w:commentReference w:id=\"0\"/></w:r></w:p>");
    let returned = returned.expect("a good file");
    assert!(returned.tracked_changes);
    assert_eq!(returned.comments, 1);
}

#[test]
fn what_a_section_cannot_hold_is_named() {
    let run = |inner: &str| format!("<w:p><w:r>{inner}</w:r></w:p>");
    refused(&run("<w:drawing><x/></w:drawing>"), Foreign::Drawing);
    refused(
        &run("<w:drawing><p:pic xmlns:p=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"/></w:drawing>"),
        Foreign::Picture,
    );
    refused(&run("<w:object/>"), Foreign::Object);
    refused(&run("<w:endnoteReference w:id=\"1\"/>"), Foreign::Footnote);
    refused(&run("<w:sym w:font=\"Wingdings\" w:char=\"F0FC\"/>"), Foreign::Symbol);
    refused(&run("<w:rPr><w:vanish/></w:rPr><w:t>a</w:t>"), Foreign::HiddenText);
    refused("<w:altChunk/>", Foreign::Object);
    refused("<w:tbl><w:tr><w:tc><w:tbl/></w:tc></w:tr></w:tbl>", Foreign::NestedTable);
}

#[test]
fn headings_and_anchors_that_were_disturbed_are_told() {
    let heading = "<w:p><w:pPr><w:pStyle w:val=\"Portalsection\"/></w:pPr><w:r><w:t>Lost</w:t></w:r></w:p>";
    assert_eq!(saying(heading), Err(Misfit::HeadingWithoutAnchor("Lost".to_owned())));
    let spoiled = "<w:p><w:bookmarkStart w:id=\"9\" w:name=\"portal_objectives_fr\"/></w:p>";
    assert_eq!(saying(spoiled), Err(Misfit::UnknownAnchor("portal_objectives_fr".to_owned())));
    let twice = "<w:p><w:bookmarkStart w:id=\"9\" w:name=\"portal_objectives_en\"/></w:p>";
    assert_eq!(saying(twice), Err(Misfit::AnchorTwice("portal_objectives_en".to_owned())));
    let before = with(&paper("a"), "word/document.xml", |text| {
        text.replace("<w:body>", "<w:body><w:p><w:r><w:t>Before</w:t></w:r></w:p>")
    });
    assert_eq!(read(&before), Err(Misfit::TextOutside("Before".to_owned())));
}

#[test]
fn what_runs_is_encrypted_or_is_something_else_is_refused() {
    let good = paper("a");
    assert_eq!(inspect(&good), Ok(Kind::Docx));
    assert_eq!(inspect(&with(&good, "word/vbaProject.bin", |_| String::new())), Err(Misfit::Macro));
    let macros = |text: &str| {
        text.replace("openxmlformats-officedocument.wordprocessingml.document.main", "ms-word.document.macroEnabled.main")
    };
    assert_eq!(inspect(&with(&good, "[Content_Types].xml", macros)), Err(Misfit::Macro));
    let template = |text: &str| text.replace("document.main+xml", "template.main+xml");
    assert_eq!(inspect(&with(&good, "[Content_Types].xml", template)), Err(Misfit::UnknownKind));
    assert_eq!(
        inspect(&with(&good, "mimetype", |_| "application/vnd.oasis.opendocument.text".to_owned())),
        Err(Misfit::UnknownKind)
    );
    assert_eq!(inspect(&packed(&[("a.txt".to_owned(), b"a".to_vec())])), Err(Misfit::UnknownKind));
    let odt: &[u8] = include_bytes!("libreoffice/signed.odt");
    assert_eq!(inspect(&with(odt, "Basic/Standard/script-lb.xml", |_| "<x/>".to_owned())), Err(Misfit::Macro));
    let encrypted = |text: &str| {
        text.replace(
            "manifest:full-path=\"content.xml\" manifest:media-type=\"text/xml\"/>",
            "manifest:full-path=\"content.xml\"><manifest:encryption-data/></manifest:file-entry>",
        )
    };
    assert_eq!(inspect(&with(odt, "META-INF/manifest.xml", encrypted)), Err(Misfit::Encrypted));
    assert_eq!(inspect(&with(&good, "Word/Document.xml", |_| "<x/>".to_owned())), Err(Misfit::TwiceNamed));
}

#[test]
fn bombs_and_declarations_are_refused() {
    let good = paper("a");
    let many: Vec<_> = (0..2_001).map(|index| (format!("part{index}"), Vec::new())).collect();
    assert_eq!(inspect(&packed(&many)), Err(Misfit::TooLarge));
    assert_eq!(inspect(&with(&good, "zeros", |_| "0".repeat(8 * 1024 * 1024))), Err(Misfit::TooLarge));
    let doctype = |text: &str| text.replace("<w:document", "<!DOCTYPE a [<!ENTITY b \"c\">]><w:document");
    assert_eq!(read(&with(&good, "word/document.xml", doctype)), Err(Misfit::Doctype));
    let entity = |text: &str| text.replace(">a</w:t>", ">&b;</w:t>");
    assert_eq!(read(&with(&good, "word/document.xml", entity)), Err(Misfit::BadXml));
    let utf16 = |text: &str| text.replace("UTF-8", "UTF-16");
    assert_eq!(read(&with(&good, "word/document.xml", utf16)), Err(Misfit::BadXml));
    let deep = format!("{}{}", "<w:sdt><w:sdtContent>".repeat(200), "</w:sdtContent></w:sdt>".repeat(200));
    assert_eq!(saying(&deep), Err(Misfit::TooLarge));
    let fields = "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r></w:p>".repeat(100);
    assert_eq!(saying(&fields), Err(Misfit::TooLarge));
}

#[test]
fn a_file_cut_short_or_with_a_wrong_byte_never_brings_the_reader_down() {
    let good = paper("- **a**\n\n| b |\n| --- |\n| c |");
    for end in (0..good.len()).step_by(7) {
        assert!(read(&good[..end]).is_err());
    }
    for at in (0..good.len()).step_by(11) {
        let mut bad = good.clone();
        bad[at] ^= 0x55;
        drop(read(&bad));
        drop(without_authors(&bad, Kind::Docx));
    }
}

#[test]
fn names_go_from_every_place_where_word_and_excel_put_them() {
    let document = |text: &str| {
        text.replace("<w:p>", "<w:p w:rsidR=\"00AB12CD\" w:rsidRDefault=\"00AB12CD\">").replace(
            ">HERE</w:t></w:r>",
            concat!(
                ">HERE</w:t></w:r><w:ins w:id=\"1\" w:author=\"Namestone\" w:date=\"2026-01-01T00:00:00Z\"><w:r><w:t>in</w:t></w:r></w:ins>",
                "<w:fldSimple w:instr=\" AUTHOR \"><w:r><w:t>Namestone</w:t></w:r></w:fldSimple>",
                "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> LASTSAVEDBY </w:instrText></w:r>",
                "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>Namestone</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>",
                "<w:sdt><w:sdtPr><w:dataBinding w:xpath=\"/a/dc:creator\"/></w:sdtPr><w:sdtContent><w:r><w:t>Namestone</w:t></w:r></w:sdtContent></w:sdt>",
            ),
        )
    };
    let mut bytes = with(&paper("HERE"), "word/document.xml", document);
    let added = [
        (
            "docProps/core.xml",
            "<c:coreProperties xmlns:c=\"x\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>A &amp; B</dc:title><dc:creator>Namestone</dc:creator></c:coreProperties>",
        ),
        ("docProps/app.xml", "<Properties><Company>Namestone</Company></Properties>"),
        ("docProps/custom.xml", "<Properties>Namestone</Properties>"),
        ("docProps/thumbnail.jpeg", "Namestone"),
        ("word/people.xml", "<w15:people xmlns:w15=\"x\"><w15:person w15:author=\"Namestone\"/></w15:people>"),
        (
            "word/comments.xml",
            "<w:comments xmlns:w=\"x\"><w:comment w:id=\"0\" w:author=\"Namestone\" w:initials=\"Namestone\"/></w:comments>",
        ),
        (
            "word/_rels/settings.xml.rels",
            "<Relationships><Relationship Id=\"r\" Type=\"x/attachedTemplate\" TargetMode=\"External\" Target=\"file:///Namestone.dotx\"/></Relationships>",
        ),
        ("customXml/item1.xml", "<a>Namestone</a>"),
        ("docMetadata/LabelInfo.xml", "<a>Namestone</a>"),
        (
            "xl/comments1.xml",
            "<comments xmlns=\"x\"><authors><author>Namestone</author></authors><t>Namestone:</t><t>words</t></comments>",
        ),
        ("xl/persons/person.xml", "<personList><person displayName=\"Namestone\" userId=\"Namestone\"/></personList>"),
        (
            "xl/workbook.xml",
            "<workbook><fileSharing userName=\"Namestone\"/><a:absPath xmlns:a=\"x\" url=\"Namestone\"/></workbook>",
        ),
        ("xl/printerSettings/printerSettings1.bin", "Namestone"),
        ("ppt/commentAuthors.xml", "<p:l xmlns:p=\"x\"><p:cmAuthor id=\"0\" name=\"Namestone\" initials=\"Namestone\"/></p:l>"),
    ];
    for (name, text) in added {
        bytes = with(&bytes, name, |_| text.to_owned());
    }
    bytes = with(&bytes, "_rels/.rels", |text| {
        let arrow = |id: &str, kind: &str, target: &str| {
            format!("<Relationship Id=\"{id}\" Type=\"{RELATIONS}/{kind}\" Target=\"{target}\"/>")
        };
        let more = arrow("a", "core-properties", "docProps/core.xml")
            + &arrow("b", "extended-properties", "docProps/app.xml")
            + &arrow("c", "custom-properties", "docProps/custom.xml")
            + &arrow("d", "thumbnail", "docProps/thumbnail.jpeg");
        text.replace("</Relationships>", &format!("{more}</Relationships>"))
    });
    bytes = with(&bytes, "word/settings.xml", |text| {
        text.replace(
            "<w:compat>",
            "<w:attachedTemplate r:id=\"r\" xmlns:r=\"x\"/><w:rsids><w:rsid w:val=\"00AB12CD\"/></w:rsids><w:compat>",
        )
    });
    let clean = without_authors(&bytes, Kind::Docx).expect("a good file");
    for (name, part) in parts_of(&clean) {
        let text = String::from_utf8_lossy(&part);
        assert!(!text.contains("Namestone") && !text.contains("00AB12CD"), "{name}: {text}");
        assert!(!text.contains("custom.xml") && !text.contains("thumbnail"), "{name}: {text}");
        if name == "docProps/core.xml" {
            assert!(text.contains("<dc:title>A &amp; B</dc:title>"), "the title stays");
        }
    }
    let returned = read(&clean).expect("still the portal's");
    assert!(returned.parts[0].markdown.starts_with("HEREin"), "the text stays");
    assert_eq!(without_authors(&clean, Kind::Docx), Ok(clean));
}

#[test]
fn files_inside_are_cleaned_and_objects_of_other_programs_refused() {
    let inner = with(&paper("a"), "word/document.xml", |text| text.replace("<w:r>", "<w:r w:author=\"Namestone\">"));
    let mut parts = parts_of(&paper("a"));
    parts.push(("word/embeddings/inner.docx".to_owned(), inner));
    let clean = without_authors(&packed(&parts), Kind::Docx).expect("a good file");
    let kept = parts_of(&clean).into_iter().find(|(name, _)| name.ends_with("inner.docx")).expect("kept");
    assert!(parts_of(&kept.1).iter().all(|(_, part)| !String::from_utf8_lossy(part).contains("Namestone")));
    parts.push(("word/embeddings/oleObject1.bin".to_owned(), vec![0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]));
    assert_eq!(without_authors(&packed(&parts), Kind::Docx), Err(Misfit::Embedded));
}
