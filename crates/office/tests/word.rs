//! The way to Word and back.
#![expect(clippy::expect_used, reason = "a test says what it expects")]

#[path = "common/sample.rs"]
mod sample;
#[path = "common/writing.rs"]
mod writing;

use domain::text::Lang;
use office::markdown::normal;
use office::misfit::Misfit;
use office::word::{Anchor, Paper, Part, read, write};
use proptest::prelude::*;

fn anchor(section: &str, lang: Lang) -> Anchor {
    Anchor::new(section, lang).expect("a key")
}

fn paper_of(text: &str) -> Paper {
    let part = |lang| Part { anchor: anchor("objectives", lang), heading: "Heading".to_owned(), markdown: text.to_owned() };
    Paper {
        handle: "ENE-2026-007".to_owned(),
        version: None,
        title: Vec::new(),
        opening: Vec::new(),
        parts: Lang::ALL.map(part).to_vec(),
    }
}

fn returns(text: &str) {
    let returned = read(&write(&paper_of(text))).expect("our own file");
    for part in &returned.parts {
        assert_eq!(part.markdown, normal(text), "from {text:?}");
    }
    assert_eq!(returned.parts.len(), 3);
}

#[test]
fn a_paper_comes_back_as_it_was() {
    let paper = sample::paper();
    let bytes = write(&paper);
    assert_eq!(bytes, write(&paper), "the same paper, the same bytes");
    let returned = read(&bytes).expect("our own file");
    assert_eq!(returned.handle.as_deref(), Some("ENE-2026-007"));
    assert_eq!(returned.version, Some(3));
    assert!(!returned.tracked_changes);
    assert_eq!(returned.comments, 0);
    assert_eq!(returned.parts.len(), paper.parts.len());
    for (back, part) in returned.parts.iter().zip(&paper.parts) {
        assert_eq!(back.anchor, part.anchor);
        assert_eq!(back.heading, part.heading);
        assert_eq!(back.markdown, normal(&part.markdown));
    }
}

#[test]
fn long_and_empty_texts_come_back() {
    returns("");
    returns(&"word ".repeat(4_000));
    returns(&"שלום ".repeat(4_000));
    returns(&"*a* **b** `c` [d](/e) ".repeat(900));
    returns(&"- a\n".repeat(5_000));
    returns(&"a\n\n".repeat(6_000));
    returns(&"> ".repeat(10_000));
    returns(&"- ".repeat(10_000));
    returns(&"[".repeat(20_000));
    returns(&"*a ".repeat(6_000));
}

#[test]
fn what_is_no_export_is_refused() {
    assert_eq!(read(b"text"), Err(Misfit::NotOffice));
    assert_eq!(read(b"PK\x03\x04 and no more"), Err(Misfit::NotOffice));
    assert_eq!(read(&[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0]), Err(Misfit::Encrypted));
    let empty = Paper { parts: Vec::new(), ..paper_of("") };
    assert_eq!(read(&write(&empty)), Err(Misfit::NoAnchors));
    let mut twice = paper_of("a");
    twice.parts[1].anchor = anchor("objectives", Lang::En);
    assert_eq!(read(&write(&twice)), Err(Misfit::AnchorTwice("portal_objectives_en".to_owned())));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, ..ProptestConfig::default() })]

    #[test]
    fn every_text_comes_back_in_its_canonical_form(text in writing::markdown()) {
        let returned = read(&write(&paper_of(&text))).expect("our own file");
        for part in &returned.parts {
            prop_assert_eq!(&part.markdown, &normal(&text), "from {:?}", text);
        }
    }
}
