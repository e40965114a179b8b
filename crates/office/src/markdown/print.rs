//! Blocks → Markdown, spelled so that the parser makes the same blocks of it again.

use super::{Block, List};

mod words;

use words::Place;

/// The text of blocks.
pub(crate) fn markdown(blocks: &[Block]) -> String {
    let mut lines = Vec::new();
    write(blocks, false, Side::default(), &mut lines);
    lines.join("\n")
}

/// Which bullets are taken by neighbours.
#[derive(Clone, Copy, Default)]
struct Side {
    /// By the list in whose item this one comes first: `- - -` would be a rule.
    around: Option<char>,
}

fn write(blocks: &[Block], close: bool, side: Side, lines: &mut Vec<String>) {
    let mut before: Option<(bool, char)> = None;
    for (index, block) in blocks.iter().enumerate() {
        if index > 0 && !close {
            lines.push(String::new());
        }
        let around = if index == 0 { side.around } else { None };
        before = match block {
            Block::List(list) => Some((list.start.is_some(), write_list(list, before, around, lines))),
            _ => {
                write_leaf(block, lines);
                None
            }
        };
    }
}

fn write_leaf(block: &Block, lines: &mut Vec<String>) {
    match block {
        Block::Paragraph(spans) => lines.extend(words::lines(spans, Place::Paragraph)),
        Block::Heading { lower, spans } => {
            let line = words::lines(spans, Place::Heading).concat();
            lines.push(format!("{} {line}", if *lower { "####" } else { "###" }));
        }
        Block::Quote(inner) => {
            let mut quoted = Vec::new();
            write(inner, false, Side::default(), &mut quoted);
            lines.extend(quoted.into_iter().map(|line| if line.is_empty() { ">".to_owned() } else { format!("> {line}") }));
        }
        Block::List(list) => {
            write_list(list, None, None, lines);
        }
        Block::Code(text) => {
            let fence = "`".repeat(longest_run(text, '`').max(2) + 1);
            lines.push(fence.clone());
            if !text.is_empty() {
                lines.extend(text.split('\n').map(str::to_owned));
            }
            lines.push(fence);
        }
        Block::Table(rows) => {
            for (index, row) in rows.iter().enumerate() {
                let cells: Vec<String> = row.iter().map(|cell| words::lines(cell, Place::Cell).concat()).collect();
                lines.push(format!("| {} |", cells.join(" | ")));
                if index == 0 {
                    lines.push(format!("|{}", " --- |".repeat(row.len())));
                }
            }
        }
    }
}

/// Writes a list and says with which sign, since the next list must take another to be one of its own.
fn write_list(list: &List, before: Option<(bool, char)>, around: Option<char>, lines: &mut Vec<String>) -> char {
    let numbered = list.start.is_some();
    let taken = |sign: char| before == Some((numbered, sign)) || around == Some(sign);
    let signs: &[char] = if numbered { &['.', ')'] } else { &['-', '*', '+'] };
    let sign = signs.iter().copied().find(|sign| !taken(*sign)).unwrap_or(signs[0]);
    for (index, item) in list.items.iter().enumerate() {
        if index > 0 && list.loose {
            lines.push(String::new());
        }
        let marker = match list.start {
            Some(start) => format!("{}{sign} ", u64::from(start) + index as u64),
            None => format!("{sign} "),
        };
        let mut inner = Vec::new();
        write(item, !list.loose, Side { around: (!numbered).then_some(sign) }, &mut inner);
        if inner.is_empty() {
            lines.push(marker.trim_end().to_owned());
        }
        let indent = " ".repeat(marker.len());
        for (at, line) in inner.into_iter().enumerate() {
            lines.push(match (at, line.is_empty()) {
                (0, _) => format!("{marker}{line}"),
                (_, true) => String::new(),
                (_, false) => format!("{indent}{line}"),
            });
        }
    }
    sign
}

/// The longest run of a sign.
pub(super) fn longest_run(text: &str, sign: char) -> usize {
    let mut longest = 0;
    let mut run = 0;
    for letter in text.chars() {
        run = if letter == sign { run + 1 } else { 0 };
        longest = longest.max(run);
    }
    longest
}
