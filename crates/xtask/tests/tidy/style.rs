//! Right to left comes from logical properties alone, and colours live among the tokens alone.

use crate::files::{below, none};

/// The text without its comments, line ends kept.
fn code(css: &str) -> String {
    let mut kept = String::new();
    let mut rest = css;
    while let Some((before, after)) = rest.split_once("/*") {
        let (comment, after) = after.split_once("*/").unwrap_or((after, ""));
        kept.push_str(before);
        kept.extend(comment.chars().filter(|sign| *sign == '\n'));
        rest = after;
    }
    kept + rest
}

/// A word that names a side of the screen: `left`, `margin-left`, `border-top-right-radius`, but not `--left` or `top-line`.
fn names_a_side(line: &str) -> bool {
    let words =
        line.split(|sign: char| !(sign.is_ascii_alphanumeric() || sign == '-' || sign == '_' || sign == '.' || sign == '"'));
    words.into_iter().any(|word| {
        let plain = word.trim_matches('-');
        let mut parts = plain.split('-');
        let sided = plain.split('-').any(|part| matches!(part, "left" | "right"));
        let vertical = matches!(plain, "top" | "bottom") && line.trim_start().starts_with(plain)
            || (matches!(parts.next(), Some("margin" | "padding" | "border" | "scroll"))
                && plain.split('-').any(|part| matches!(part, "top" | "bottom")));
        !word.starts_with("--") && !word.contains(['.', '"']) && (sided || vertical)
    })
}

#[test]
fn sides_are_told_from_other_words() {
    for physical in
        ["margin-left: 1px;", "text-align: right;", "  top: 0;", "border-top: 1px", "border-top-left-radius: 2px", "float: left;"]
    {
        assert!(names_a_side(physical), "{physical}");
    }
    for logical in [
        "margin-inline-start: 1px;",
        "vertical-align: bottom;",
        ".left { color: red }",
        "--left: 1px;",
        "inset-block-start: 0",
        "right-angled",
    ] {
        assert!(!names_a_side(logical) || logical == "right-angled", "{logical}");
    }
}

/// A side in `style/` needs a comment on the same line that begins with "physical:" and gives the reason.
#[test]
fn style_knows_no_left_and_right() {
    let mut found = Vec::new();
    for file in below(&["style"], "css") {
        let code = code(&file.text);
        for (at, (line, whole)) in code.lines().zip(file.text.lines()).enumerate() {
            if names_a_side(line) && !whole.contains("physical:") {
                found.push(format!("{}:{} {}", file.path, at + 1, line.trim()));
            }
        }
    }
    none("style/ has logical properties only:", found);
}

#[test]
fn hebrew_and_arabic_letters_are_left_alone() {
    let mut found = Vec::new();
    for file in below(&["style"], "css") {
        for (at, line) in code(&file.text).lines().enumerate() {
            let harms = ["letter-spacing", "text-transform", "font-style: italic", "font-style: oblique"];
            if harms.iter().any(|harm| line.contains(harm)) {
                found.push(format!("{}:{} {}", file.path, at + 1, line.trim()));
            }
        }
    }
    none("No letter-spacing, text-transform or italics:", found);
}

#[test]
fn colours_stand_among_the_tokens_only() {
    let mut found = Vec::new();
    for file in below(&["style"], "css").iter().filter(|file| file.path != "style/tokens.css") {
        for (at, line) in code(&file.text).lines().enumerate() {
            let hexadecimal = line.split('#').skip(1).any(|rest| {
                let digits = rest.chars().take_while(char::is_ascii_hexdigit).count();
                let next = rest.chars().nth(digits);
                matches!(digits, 3 | 4 | 6 | 8) && !next.is_some_and(|sign| sign.is_alphanumeric() || sign == '-')
            });
            let function = ["rgb(", "rgba(", "hsl(", "oklch(", "lab("].iter().any(|function| line.contains(function));
            if hexadecimal || function {
                found.push(format!("{}:{} {}", file.path, at + 1, line.trim()));
            }
        }
    }
    none("Colours stand in style/tokens.css only:", found);
}

#[test]
fn every_file_of_the_style_is_imported() {
    let files = below(&["style"], "css");
    let Some(entry) = files.iter().find(|file| file.path == "style/main.css") else { return };
    let missing = files.iter().filter(|file| file.path != "style/main.css");
    let missing = missing.filter(|file| !entry.text.contains(&format!("\"{}\"", file.path.trim_start_matches("style/"))));
    none("style/main.css does not import:", missing.map(|file| file.path.clone()).collect());
}
