//! Every pair of tokens that meets on a page can be read: text at 4.5 to 1, marks at 3 to 1, in both themes (WCAG 2.2 AA).

use std::collections::BTreeMap;

use crate::files::{below, none};

/// Colours of one theme by the token's name.
type Theme = BTreeMap<String, [f64; 3]>;

const GROUNDS: &[&str] = &["paper", "surface", "sunken"];
/// Text of the page itself, which also stands on the bands.
const TEXT: &[&str] = &["ink", "ink-soft"];
const BANDS: &[&str] = &[
    "plain-ground",
    "wait-ground",
    "gate-ground",
    "good-ground",
    "care-ground",
    "stop-ground",
    "caucus-ground",
    "channel-ground",
];
/// Text on the page's grounds.
const LINKS: &[&str] = &["link", "visited", "primary", "primary-hover", "danger"];
/// Marks without words on the page's grounds.
const MARKS: &[&str] =
    &["edge", "focus", "gate", "primary", "caucus", "channel", "chart-medicine", "chart-energy", "chart-agriculture"];
const OTHER_TEXT: &[(&str, &str)] = &[
    ("on-primary", "primary"),
    ("on-primary", "primary-hover"),
    ("on-danger", "danger"),
    ("surface", "stop-text"),
    ("added-text", "added-ground"),
    ("removed-text", "removed-ground"),
    ("link", "caucus-ground"),
    ("link", "channel-ground"),
    ("visited", "caucus-ground"),
    ("visited", "channel-ground"),
];
const OTHER_MARKS: &[(&str, &str)] = &[
    ("gate", "gate-ground"),
    ("caucus", "caucus-ground"),
    ("channel", "channel-ground"),
    ("danger", "stop-ground"),
    ("primary", "wait-ground"),
    ("focus", "caucus-ground"),
    ("focus", "channel-ground"),
    ("edge", "caucus-ground"),
    ("edge", "channel-ground"),
];

/// Reads `--name: light-dark(#abcdef, #abcdef);`.
fn themes(css: &str) -> (Theme, Theme) {
    let (mut light, mut dark) = (Theme::new(), Theme::new());
    for line in css.lines() {
        let Some((name, pair)) = line.trim().strip_prefix("--").and_then(|line| line.split_once(": light-dark(")) else {
            continue;
        };
        let Some((first, rest)) = pair.split_once(',') else { continue };
        let second = rest.split(')').next().unwrap_or_default();
        if let (Some(first), Some(second)) = (colour(first), colour(second)) {
            light.insert(name.to_owned(), first);
            dark.insert(name.to_owned(), second);
        }
    }
    (light, dark)
}

fn colour(text: &str) -> Option<[f64; 3]> {
    let digits = text.trim().strip_prefix('#').filter(|digits| digits.len() == 6)?;
    let part = |at: usize| u8::from_str_radix(&digits[at..at + 2], 16).ok().map(f64::from);
    Some([part(0)?, part(2)?, part(4)?])
}

/// Relative luminance after WCAG.
fn luminance(colour: &[f64; 3]) -> f64 {
    let linear = |part: f64| {
        let part = part / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * linear(colour[0]) + 0.7152 * linear(colour[1]) + 0.0722 * linear(colour[2])
}

fn ratio(one: &[f64; 3], other: &[f64; 3]) -> f64 {
    let (a, b) = (luminance(one), luminance(other));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

fn pairs(theme: &Theme) -> Vec<(String, String, f64)> {
    let mut pairs = Vec::new();
    let mut add = |mark: &str, ground: &str, least: f64| pairs.push((mark.to_owned(), ground.to_owned(), least));
    for ground in GROUNDS {
        TEXT.iter().chain(LINKS).for_each(|text| add(text, ground, 4.5));
        MARKS.iter().for_each(|mark| add(mark, ground, 3.0));
    }
    for ground in BANDS {
        TEXT.iter().for_each(|text| add(text, ground, 4.5));
    }
    OTHER_TEXT.iter().for_each(|(text, ground)| add(text, ground, 4.5));
    OTHER_MARKS.iter().for_each(|(mark, ground)| add(mark, ground, 3.0));
    for text in theme.keys().filter_map(|name| name.strip_suffix("-text")) {
        add(&format!("{text}-text"), &format!("{text}-ground"), 4.5);
    }
    pairs
}

#[test]
fn every_pair_of_tokens_can_be_read() {
    let Some(tokens) = below(&["style"], "css").into_iter().find(|file| file.path == "style/tokens.css") else { return };
    let (light, dark) = themes(&tokens.text);
    let mut found = Vec::new();
    for (name, theme) in [("light", &light), ("dark", &dark)] {
        for (mark, ground, least) in pairs(theme) {
            match (theme.get(&mark), theme.get(&ground)) {
                (Some(one), Some(other)) if ratio(one, other) >= least => {}
                (Some(one), Some(other)) => {
                    found.push(format!("{name}: {mark} on {ground} has {:.2}, needs {least}", ratio(one, other)))
                }
                _ => found.push(format!("{name}: {mark} or {ground} is no token of the form light-dark(#aabbcc, #aabbcc)")),
            }
        }
    }
    none("Too little contrast in style/tokens.css:", found);
}

#[test]
fn the_ratio_is_that_of_wcag() {
    let (black, white) = (colour("#000000").unwrap(), colour("#ffffff").unwrap());
    assert!((ratio(&black, &white) - 21.0).abs() < 0.01);
    assert!((ratio(&colour("#767676").unwrap(), &white) - 4.54).abs() < 0.01);
}
