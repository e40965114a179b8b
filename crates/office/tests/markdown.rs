//! The canonical spelling: it changes nothing that is shown, and applying it twice changes nothing more.

mod common;
#[path = "common/writing.rs"]
mod writing;

use common::shown;
use office::markdown::{normal, of_words, words_of};
use proptest::prelude::*;

fn holds(text: &str) {
    let once = normal(text);
    assert_eq!(shown(&once), shown(text), "shown differs\n--- text\n{text}\n--- normal\n{once}");
    assert_eq!(normal(&once), once, "not idempotent\n--- text\n{text}\n--- normal\n{once}");
}

#[test]
fn what_people_write_stays_as_it_is() {
    let texts = [
        "",
        "One sentence.",
        "One.\n\nTwo **strong** and *slanted* and `code` words.",
        "### Heading\n\n#### Lower\n\nText",
        "- a\n- b\n  - c\n  - d\n- e",
        "- a\n\n- b\n\n  more of b\n\n- c",
        "1. a\n\n2. b\n\n   ```\n   code\n   ```\n\n3. c",
        "> quoted\n>\n> - list in it\n> - another",
        "| a | b |\n| --- | --- |\n| 1 | 2 |\n| 3 |  |",
        "```\nfn main() {\n\n    x\n}\n```",
        "A [link](https://example.org/a_b?c=d&e=f) and [own](/desk/projects).",
        "line\\\nbreak",
        "5\\. not a list",
        "snake_case_word and 3 < 4 and a & b",
        "שלום **עולם** בְּרֵאשִׁית",
        "مرحبا *بالعالم* مُحَمَّد 50 USD",
        "- a\n- b\n\n* c\n* d",
    ];
    for text in texts {
        assert_eq!(normal(text), text);
        holds(text);
    }
}

#[test]
fn other_spellings_become_the_canonical_one() {
    let cases = [
        ("Title\n=====\n\ntext\nmore", "### Title\n\ntext more"),
        ("* a\n* b", "- a\n- b"),
        ("__a__ _b_", "**a** *b*"),
        ("    indented code", "```\nindented code\n```"),
        ("a  \nb", "a\\\nb"),
        ("<https://example.org>", "[https://example.org](https://example.org/)"),
        ("[a][r]\n\n[r]: /x \"title\"", "[a](/x)"),
        ("a\n\n---\n\nb", "a\n\nb"),
        ("a ![picture](x.png) b", "a b"),
        ("<div>\nsome <b>words</b>\n</div>", "some words"),
        ("a<br>b", "a\\\nb"),
        ("~~~rust\nx\n~~~", "```\nx\n```"),
        ("|a|b|\n|:-|-:|\n|1|", "| a | b |\n| --- | --- |\n| 1 |  |"),
        ("[x](javascript:alert)", "x"),
        ("a&nbsp;b &copy;", "a\u{a0}b ©"),
    ];
    for (text, expected) in cases {
        assert_eq!(normal(text), expected, "{text}");
        assert_eq!(normal(expected), expected, "{text}");
    }
}

#[test]
fn awkward_texts_keep_what_they_show() {
    let texts = [
        "**a***b*",
        "*a***b**",
        "**x *y***z",
        "***a** b*",
        "**a *b***",
        "*a **b***",
        "&#97;**\"b\"**c",
        "a**b**c*d*e",
        "** a**",
        "**&#32;a&#32;**",
        "**&nbsp;a**b",
        "[**a** b](x)**c**",
        "**a [b *c*](x) d** e",
        "[a\\]b](x) ![alt](y)",
        "!\\[a](b)",
        "! [a](b)",
        "wow\\![a](b)",
        "a\\\n\\\nb",
        "a\\\n- b",
        "a\\\n1. b",
        "a\\\n\\---",
        "a\\\n\\===",
        "\\# not a heading",
        "####### seven",
        "\\- \\+ \\>",
        "### a \\#",
        "### a #b",
        "a\nb\n---",
        "a\\\nb\n---",
        "`` ` `` and ``` `` ``` and ` a ` and `  `",
        "| `a\\|b` | c \\| d |\n|-|-|\n| x<br>y | **z** |",
        "a | b\\\n\\--- | ---",
        "- \n- a\n-",
        "- - a\n  - b\n- - c",
        "- - - a",
        "-\n  - - ",
        "1. - a\n   - b\n2. > q",
        "- a\n\n  - b\n\n    - c",
        "- a\n  > q\n- b",
        "- ### h\n  text\n- ```\n  code\n\n  more\n  ```",
        "- a\n1. b\n- c\n* d\n+ e\n- f",
        "> a\n\n> b\n\n> > c",
        "> ```\n> code\n> ```",
        "```\n```\n\n```\n\n```\n\n```\n\n\n```",
        "````\n```\n````",
        "5. five\n6. six\n\n2) two",
        "0. zero",
        "123456789. big",
        "[a](<b c>) [d](/x(y)) [e](/x\\)y) [f](/?a=1&copy;=2) [g](/é)",
        "<a@b.example> <script>alert(1)</script>",
        "<!-- comment -->\n\ntext",
        "\\&copy; \\&#35; &amp;copy;",
        "a_b_ _c_d __e__f",
        "a*b*c **d**e",
        "\u{a0}a\u{a0}",
        "*\u{3000}a*b",
        "| |\n|-|",
        "| a |\n| --- |\n\n| b |\n| --- |",
        "text\n| a |\n| --- |\n| b |",
        "> > > > > > > > > > > > deep",
        "\\`a\\`",
        "a\\",
        "http://example.org and www.example.org",
        "* * *\n- a\n- - -\n- b",
        "~~~",
        "\\~~~",
        "[a]: b",
        "\\[a]: b",
        "[^1]",
        "a\u{1}b",
    ];
    for text in texts {
        // Nesting beyond the depth is opened, and letters that XML has no place for are left out: only shown here.
        if text.contains("> > > > > > > > >") || text.contains('\u{1}') {
            assert_eq!(normal(&normal(text)), normal(text));
        } else {
            holds(text);
        }
    }
}

/// Blocks of HTML are not what the portal shows; their words are kept, as well as one can tell them from tags.
fn has_html_block(text: &str) -> bool {
    pulldown_cmark::Parser::new(text).any(|event| matches!(event, pulldown_cmark::Event::Html(_)))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_000, ..ProptestConfig::default() })]

    #[test]
    fn normal_is_canonical(text in writing::markdown()) {
        let once = normal(&text);
        prop_assert_eq!(normal(&once), once.clone(), "from {:?}", text);
    }

    #[test]
    fn normal_changes_nothing_that_is_shown(text in writing::markdown().prop_filter("no block of HTML", |text| !has_html_block(text))) {
        // Where something empty was left out of a list, its paragraphs may stand closer or wider than before.
        let words = |text: &str| shown(text).replace("tight ", "p ");
        prop_assert_eq!(words(&normal(&text)), words(&text), "from {:?}", text);
    }

    #[test]
    fn plain_words_stay_the_words_they_are(words in "[\\PC]{0,80}") {
        let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
        prop_assert_eq!(words_of(&of_words(&words)), line, "from {:?}", words);
    }
}
