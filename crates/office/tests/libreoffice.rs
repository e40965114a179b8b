//! Files that LibreOffice made of an export (`libreoffice/make.py` says how), read back without it.
#![expect(clippy::expect_used, reason = "a test says what it expects")]

#[path = "common/sample.rs"]
mod sample;

use std::collections::BTreeMap;

use domain::text::Lang;
use office::clean::without_authors;
use office::kind::{Kind, inspect};
use office::markdown::normal;
use office::misfit::{Foreign, Misfit};
use office::word::{Returned, read};

const UNCHANGED: &[u8] = include_bytes!("libreoffice/unchanged.docx");
const EDITED: &[u8] = include_bytes!("libreoffice/edited.docx");
const TRACKED: &[u8] = include_bytes!("libreoffice/tracked.docx");
const PICTURE: &[u8] = include_bytes!("libreoffice/picture.docx");
const FOOTNOTE: &[u8] = include_bytes!("libreoffice/footnote.docx");
const FOREIGN: &[u8] = include_bytes!("libreoffice/foreign.docx");

/// The texts that were sent, by section and language.
fn sent() -> BTreeMap<(String, Lang), String> {
    sample::TEXTS.iter().map(|(section, lang, _, text)| (((*section).to_owned(), *lang), normal(text))).collect()
}

/// The texts as an official left them.
fn edited() -> BTreeMap<(String, Lang), String> {
    let changes = [
        ("with power. It costs", "with clean power. It will cost"),
        ("העלות היא", "העלות תהיה"),
        ("التكلفة", "ستكون التكلفة"),
        ("- batteries\n", "- batteries\n- inverters (3 kW)\n"),
        ("- סוללות\n", "- סוללות\n- ממירים (3 kW)\n"),
        ("- بطاريات\n", "- بطاريات\n- محولات (3 kW)\n"),
        ("A second paragraph, to be deleted.\n\n", ""),
        ("פסקה שנייה, שתימחק.\n\n", ""),
        ("فقرة ثانية ستُحذف.\n\n", ""),
        ("| **Total**", "| Batteries | 20,000 |\n| **Total**"),
        ("| **סך הכול**", "| סוללות | 20,000 |\n| **סך הכול**"),
        ("| **المجموع**", "| بطاريات | 20,000 |\n| **المجموع**"),
    ];
    let mut texts = sent();
    for (old, new) in changes {
        let holders: Vec<_> = texts.values_mut().filter(|text| text.contains(old)).collect();
        assert_eq!(holders.len(), 1, "{old}");
        for text in holders {
            *text = text.replace(old, new);
        }
    }
    texts
}

fn texts(returned: &Returned) -> BTreeMap<(String, Lang), String> {
    let of = |part: &office::word::Part| ((part.anchor.section().to_owned(), part.anchor.lang()), part.markdown.clone());
    returned.parts.iter().map(of).collect()
}

fn check(bytes: &[u8], expected: &BTreeMap<(String, Lang), String>, tracked: bool) {
    let returned = read(bytes).expect("an export that LibreOffice saved");
    assert_eq!(returned.handle.as_deref(), Some("ENE-2026-007"));
    assert_eq!(returned.version, Some(3));
    assert_eq!(returned.tracked_changes, tracked);
    assert_eq!(texts(&returned), *expected);
    for (part, sent) in returned.parts.iter().zip(&sample::paper().parts) {
        assert_eq!(part.heading, sent.heading);
    }
}

#[test]
fn saved_unchanged_it_comes_back_unchanged() {
    check(UNCHANGED, &sent(), false);
}

#[test]
fn what_an_official_changed_comes_back_changed_and_nothing_else() {
    check(EDITED, &edited(), false);
}

#[test]
fn tracked_changes_count_as_accepted() {
    check(TRACKED, &edited(), true);
}

#[test]
fn what_markdown_cannot_say_is_refused_with_its_place() {
    let refused = |what, section: &str| Err(Misfit::Foreign { what, section: section.to_owned() });
    assert_eq!(read(PICTURE), refused(Foreign::Picture, "portal_objectives_en"));
    assert_eq!(read(FOOTNOTE), refused(Foreign::Footnote, "portal_objectives_he"));
    assert_eq!(read(FOREIGN), Err(Misfit::NoAnchors));
    assert_eq!(read(include_bytes!("libreoffice/signed.odt")), Err(Misfit::WrongKind));
}

#[test]
fn signed_files_lose_the_name_and_stay_what_they_are() {
    let files: [(&[u8], Kind); 6] = [
        (include_bytes!("libreoffice/signed.docx"), Kind::Docx),
        (include_bytes!("libreoffice/signed.xlsx"), Kind::Xlsx),
        (include_bytes!("libreoffice/signed.odt"), Kind::Odt),
        (include_bytes!("libreoffice/signed.ods"), Kind::Ods),
        (TRACKED, Kind::Docx),
        (PICTURE, Kind::Docx),
    ];
    for (bytes, kind) in files {
        assert_eq!(inspect(bytes), Ok(kind));
        assert!(names_in(bytes) > 0, "the file names its author");
        let clean = without_authors(bytes, kind).expect("a good file");
        assert_eq!(names_in(&clean), 0, "{kind:?}");
        assert_eq!(inspect(&clean), Ok(kind));
        assert_eq!(without_authors(&clean, kind), Ok(clean.clone()), "cleaning twice changes nothing more");
        let other = if kind == Kind::Odp { Kind::Odt } else { Kind::Odp };
        assert_eq!(without_authors(bytes, other), Err(Misfit::WrongKind));
    }
    let clean = without_authors(TRACKED, Kind::Docx).expect("a good file");
    check(&clean, &edited(), true);
}

/// In how many parts the author's name stands.
fn names_in(bytes: &[u8]) -> usize {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("a ZIP");
    let mut found = 0;
    for index in 0..archive.len() {
        let mut part = Vec::new();
        std::io::Read::read_to_end(&mut archive.by_index(index).expect("an entry"), &mut part).expect("its bytes");
        let holds = |word: &[u8]| part.windows(word.len()).any(|window| window == word);
        found += usize::from(holds(b"Quirina") || holds(b"Namestone") || holds(b"\"QN\""));
    }
    found
}
