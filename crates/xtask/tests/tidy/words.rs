//! No sentence is left over and none is missing: every key in app/text is used by the source, every key used exists.
//! A key is used when a string literal equals it, or when a literal with holes, such as "refusal-{}", fits it.

use std::collections::BTreeSet;

use crate::files::{below, none};
use crate::{fluent, literals};

/// Functions of `app/src/text.rs` that take a key, and at which place.
const CALLS: &[(&str, usize)] = &[("t", 1), ("tf", 1), ("has", 0)];
/// The function that makes a key of a stem and a code, and where the stem stands.
const WORD: (&str, usize) = ("word", 1);

#[test]
fn no_sentence_is_left_over() {
    let (messages, _) = fluent::messages("en");
    let quoted: BTreeSet<&String> = messages.values().flat_map(|message| &message.quotes).collect();
    let sources = below(&["app", "server", "crates/domain/src"], "rs");
    let found: Vec<literals::Literal> = sources.iter().flat_map(|file| literals::of(&file.text)).collect();
    let whole: BTreeSet<&str> = found.iter().map(|literal| literal.value.as_str()).collect();
    let stems =
        found.iter().filter(|literal| call_of(&literal.before) == Some(WORD)).map(|literal| format!("{}-{{}}", literal.value));
    let patterns: BTreeSet<String> =
        found.iter().map(|literal| literal.value.clone()).filter(|text| is_pattern(text)).chain(stems).collect();
    let holed: Vec<Vec<&str>> = patterns.iter().map(|text| pieces(text)).collect();
    // A stem that is handed on and gets its ending elsewhere: "reopen" and "{stem}-title".
    let endings: BTreeSet<&str> = found.iter().filter_map(|literal| ending(&literal.value)).collect();
    let unused = messages
        .keys()
        .filter(|key| !whole.contains(key.as_str()) && !quoted.contains(key) && !holed.iter().any(|pieces| fits(key, pieces)))
        .filter(|key| !endings.iter().any(|ending| key.strip_suffix(ending).is_some_and(|stem| whole.contains(stem))));
    none("Nothing uses these keys of app/text:", unused.cloned().collect());
}

#[test]
fn no_sentence_is_missing() {
    let (messages, _) = fluent::messages("en");
    if messages.is_empty() {
        return;
    }
    let mut missing = Vec::new();
    for file in below(&["app/src", "server/src"], "rs") {
        for literal in literals::of(&file.text) {
            let is_key = call_of(&literal.before).is_some_and(|call| CALLS.contains(&call)) && looks_like_a_key(&literal.value);
            if is_key && !messages.contains_key(&literal.value) {
                missing.push(format!("{}:{} {}", file.path, literal.line, literal.value));
            }
        }
    }
    none("app/text/en has no sentence for:", missing);
}

/// The call whose bracket is still open before a literal, and at which place the literal stands in it.
fn call_of(before: &str) -> Option<(&str, usize)> {
    let (mut depth, mut place) = (0, 0);
    for (at, sign) in before.char_indices().rev() {
        match sign {
            ')' | ']' => depth += 1,
            '(' | '[' if depth > 0 => depth -= 1,
            '(' => {
                let name =
                    before[..at].trim_end_matches('!').rsplit(|sign: char| !(sign.is_alphanumeric() || sign == '_')).next()?;
                return Some((name, place));
            }
            '[' => return None,
            ',' if depth == 0 => place += 1,
            _ => {}
        }
    }
    None
}

fn looks_like_a_key(text: &str) -> bool {
    let plain = text.chars().all(|sign| sign.is_ascii_lowercase() || sign.is_ascii_digit() || sign == '-');
    plain && text.contains('-') && text.starts_with(|sign: char| sign.is_ascii_lowercase())
}

/// A literal with holes whose firm part names a stem: "stage-{stage}", not "{a}-{b}".
fn is_pattern(text: &str) -> bool {
    let firm = text.split('{').next().unwrap_or_default();
    text.contains('{')
        && firm.len() > 2
        && firm.contains('-')
        && pieces(text).iter().all(|piece| piece.is_empty() || piece.chars().all(|sign| sign.is_ascii_lowercase() || sign == '-'))
}

/// What a literal with one hole in front adds to a stem.
fn ending(text: &str) -> Option<&str> {
    let (hole, ending) = text.split_once('}')?;
    let firm = ending.starts_with('-') && ending.chars().all(|sign| sign.is_ascii_lowercase() || sign == '-');
    (hole.starts_with('{') && firm).then_some(ending)
}

/// The firm parts between the holes.
fn pieces(text: &str) -> Vec<&str> {
    text.split('{')
        .enumerate()
        .map(|(at, part)| if at == 0 { part } else { part.split_once('}').map_or("", |(_, rest)| rest) })
        .collect()
}

/// Whether a key is what a pattern gives when its holes are filled.
fn fits(key: &str, pieces: &[&str]) -> bool {
    let (Some(first), Some(last)) = (pieces.first(), pieces.last()) else { return false };
    let Some(mut rest) = key.strip_prefix(first) else { return false };
    for piece in &pieces[1..pieces.len() - 1] {
        let Some((_, after)) = rest.split_once(piece) else { return false };
        rest = after;
    }
    rest.len() > last.len() && rest.ends_with(last)
}

#[test]
fn a_pattern_fits_its_keys() {
    assert!(is_pattern("refusal-{}") && fits("refusal-stale-version", &pieces("refusal-{}")));
    assert!(fits("stage-draft-hint", &pieces("stage-{stage}-hint")));
    assert!(!fits("stage-draft", &pieces("stage-{stage}-hint")));
    assert!(!is_pattern("{a}-{b}") && !is_pattern("/desk/projects-{code}"));
}

#[test]
fn a_call_is_known_by_its_open_bracket() {
    assert_eq!(call_of("text::t(lang, "), Some(("t", 1)));
    assert_eq!(call_of("t(request.lang(a, b), &format!("), Some(("format", 0)));
    assert_eq!(call_of("tf(lang, key, [("), Some(("", 0)));
    assert_eq!(call_of("let x = "), None);
}
