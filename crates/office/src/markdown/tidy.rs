//! Which blocks are canonical: white space folded and outside of marks, nothing empty, lists loose only where it shows.

use super::{Block, List, Mark, Span};
use crate::xml::is_legal;

/// Largest first number of a list that Word accepts.
const START_LIMIT: u32 = 32_767;

/// The canonical form of blocks.
pub(crate) fn tidy(blocks: Vec<Block>) -> Vec<Block> {
    blocks.into_iter().filter_map(block).collect()
}

fn block(block: Block) -> Option<Block> {
    match block {
        Block::Paragraph(spans) => not_empty(line(spans)).map(Block::Paragraph),
        Block::Heading { lower, spans } => not_empty(line(spans)).map(|spans| Block::Heading { lower, spans }),
        Block::Quote(inner) => {
            let inner = tidy(inner);
            (!inner.is_empty()).then_some(Block::Quote(inner))
        }
        Block::List(list) => tidy_list(list),
        Block::Code(text) => {
            let text: String = text.chars().filter(|&letter| is_legal(letter) && letter != '\r').collect();
            Some(Block::Code(text.strip_suffix('\n').unwrap_or(&text).to_owned()))
        }
        Block::Table(rows) => {
            let width = rows.first()?.len();
            if width == 0 {
                return None;
            }
            let rows = rows.into_iter().map(|row| {
                let mut cells: Vec<_> = row.into_iter().take(width).map(line).collect();
                cells.resize_with(width, Vec::new);
                cells
            });
            Some(Block::Table(rows.collect()))
        }
    }
}

fn not_empty(spans: Vec<Span>) -> Option<Vec<Span>> {
    (!spans.is_empty()).then_some(spans)
}

fn tidy_list(list: List) -> Option<Block> {
    let items: Vec<_> = list.items.into_iter().map(tidy).collect();
    if items.is_empty() {
        return None;
    }
    let has_paragraph = items.iter().flatten().any(|block| matches!(block, Block::Paragraph(_)));
    let can_be_loose = has_paragraph && (items.len() > 1 || items.iter().any(|item| item.len() > 1));
    let must_be_loose = items.iter().any(|item| item.windows(2).any(|pair| !stand_close(&pair[0], &pair[1])));
    let start = list.start.map(|start| if start > START_LIMIT { 1 } else { start });
    Some(Block::List(List { start, loose: (list.loose && can_be_loose) || must_be_loose, items }))
}

/// Can the second block follow the first in an item without a blank line between them?
fn stand_close(first: &Block, second: &Block) -> bool {
    match (first, second) {
        // The words would join the paragraph before, also one deep inside a list or quote.
        (Block::Paragraph(_), Block::Paragraph(_) | Block::Table(_)) => false,
        // A table ends at a blank line only.
        (Block::Table(_), _) => false,
        (Block::List(_), Block::Paragraph(_) | Block::Table(_)) => false,
        (Block::Quote(_), Block::Paragraph(_) | Block::Quote(_) | Block::Table(_)) => false,
        // Only a list that begins at one and with words can interrupt a paragraph.
        (Block::Paragraph(_), Block::List(list)) => {
            list.start.is_none_or(|start| start == 1)
                && list.items.first().is_some_and(|item| matches!(item.first(), Some(Block::Paragraph(_))))
        }
        _ => true,
    }
}

/// The canonical form of a line of words.
pub(super) fn line(spans: Vec<Span>) -> Vec<Span> {
    // Pieces: code as it is, words, and the white space between them with the look it had.
    let mut pieces: Vec<(Span, bool)> = Vec::new();
    for span in spans {
        let mut mark = span.mark;
        if mark.code {
            for (index, text) in span.text.split('\n').enumerate() {
                if index > 0 {
                    pieces.push((Span { text: "\n".to_owned(), mark: Mark { code: false, ..mark.clone() } }, true));
                }
                let text: String = text.chars().filter(|&letter| is_legal(letter) && letter != '\r').collect();
                if !text.is_empty() {
                    pieces.push((Span { text, mark: mark.clone() }, false));
                }
            }
            continue;
        }
        mark.code = false;
        for letter in span.text.chars().filter(|&letter| is_legal(letter)) {
            let blank = matches!(letter, ' ' | '\t' | '\n' | '\r');
            let letter = if blank && letter != '\n' { ' ' } else { letter };
            match pieces.last_mut() {
                Some((last, last_blank)) if *last_blank == blank && last.mark == mark => last.text.push(letter),
                _ => pieces.push((Span { text: letter.to_string(), mark: mark.clone() }, blank)),
            }
        }
    }
    let mut made: Vec<Span> = Vec::new();
    let mut gap: Option<Span> = None;
    for (piece, blank) in pieces {
        if blank {
            match &mut gap {
                Some(gap) => {
                    gap.text.push_str(&piece.text);
                    gap.mark = common(&gap.mark, &piece.mark);
                }
                None => gap = Some(piece),
            }
            continue;
        }
        if let (Some(gap), Some(last)) = (gap.take(), made.last()) {
            let mark = common(&common(&gap.mark, &last.mark), &piece.mark);
            append(&mut made, Span { text: folded(&gap.text), mark });
        }
        append(&mut made, piece);
    }
    made
}

/// Breaks stay, blanks become one.
fn folded(gap: &str) -> String {
    let breaks = gap.matches('\n').count();
    if breaks > 0 { "\n".repeat(breaks) } else { " ".to_owned() }
}

fn append(made: &mut Vec<Span>, span: Span) {
    match made.last_mut() {
        Some(last) if last.mark == span.mark => last.text.push_str(&span.text),
        _ => made.push(span),
    }
}

fn common(one: &Mark, other: &Mark) -> Mark {
    Mark {
        strong: one.strong && other.strong,
        emphasis: one.emphasis && other.emphasis,
        code: false,
        href: if one.href == other.href { one.href.clone() } else { None },
    }
}
