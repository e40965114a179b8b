//! Words and their looks → Markdown. Three spellings are tried, the plainest first, and the parser says which one it reads
//! back; a look that Markdown cannot say at all, such as strong letters in the middle of signs, is left out in the end.

use super::longest_run;
use crate::markdown::{Block, Mark, Span, blocks};

/// Where the words stand.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    Paragraph,
    Heading,
    Cell,
}

/// How emphasis is spelled.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Spelling {
    /// `**strong**` and `*emphasis*`.
    Stars,
    /// `**strong**` and `_emphasis_`, with the letters beside the signs as numbers where they would hide the sign.
    Numbers,
}

/// The lines of words: several in a paragraph with breaks, one elsewhere.
pub(super) fn lines(spans: &[Span], place: Place) -> Vec<String> {
    let plain = |mark: &Mark| Mark { strong: false, emphasis: false, ..mark.clone() };
    let without: Vec<Span> = joined(spans, plain);
    let bare: Vec<Span> = joined(spans, |_| Mark::default());
    let tries = [(spans, Spelling::Stars), (spans, Spelling::Numbers), (&without, Spelling::Stars), (&bare, Spelling::Stars)];
    let mut made = Vec::new();
    for (spans, spelling) in tries {
        made = spell(spans, place, spelling);
        if reads_back(&made, spans, place) {
            break;
        }
    }
    made
}

/// The same words in simpler looks.
fn joined(spans: &[Span], simpler: impl Fn(&Mark) -> Mark) -> Vec<Span> {
    crate::markdown::tidy::line(spans.iter().map(|span| Span { text: span.text.clone(), mark: simpler(&span.mark) }).collect())
}

fn reads_back(lines: &[String], spans: &[Span], place: Place) -> bool {
    let text = match place {
        Place::Paragraph => lines.join("\n"),
        Place::Heading => format!("### {}", lines.concat()),
        Place::Cell => format!("| {} |\n| --- |", lines.concat()),
    };
    match blocks(&text).as_slice() {
        [Block::Paragraph(read)] => place == Place::Paragraph && read == spans,
        [Block::Heading { spans: read, .. }] => place == Place::Heading && read == spans,
        [Block::Table(rows)] => {
            place == Place::Cell && matches!(rows.as_slice(), [row] if matches!(row.as_slice(), [cell] if cell == spans))
        }
        [] => spans.is_empty(),
        _ => false,
    }
}

fn spell(spans: &[Span], place: Place, spelling: Spelling) -> Vec<String> {
    let mut made = String::new();
    let mut items = grouped(spans);
    Speller { place, spelling }.items(&mut items, &mut made);
    if place != Place::Paragraph {
        // A cell or a heading is one line, whatever is in it.
        let mut line = made.replace('\n', "<br>");
        if place == Place::Heading {
            shield_end(&mut line);
        }
        return vec![line];
    }
    let mut lines: Vec<String> = made.split('\n').map(str::to_owned).collect();
    let last = lines.len() - 1;
    for line in &mut lines[..last] {
        line.push('\\');
    }
    for line in &mut lines {
        shield(line);
    }
    lines
}

/// A piece that no sign of emphasis may split: words of one look, or a whole link.
struct Item {
    strong: bool,
    emphasis: bool,
    href: Option<String>,
    spans: Vec<Span>,
}

fn grouped(spans: &[Span]) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::new();
    for span in spans {
        let mark = &span.mark;
        match items.last_mut() {
            Some(item) if mark.href.is_some() && item.href == mark.href => {
                item.strong &= mark.strong;
                item.emphasis &= mark.emphasis;
                item.spans.push(span.clone());
            }
            _ => items.push(Item {
                strong: mark.strong,
                emphasis: mark.emphasis,
                href: mark.href.clone(),
                spans: vec![span.clone()],
            }),
        }
    }
    items
}

struct Speller {
    place: Place,
    spelling: Spelling,
}

impl Speller {
    /// Writes items; whichever look lasts longer goes outside.
    fn items(&self, items: &mut [Item], made: &mut String) {
        let mut rest = items;
        while !rest.is_empty() {
            let strong = rest.iter().take_while(|item| item.strong).count();
            let emphasis = rest.iter().take_while(|item| item.emphasis).count();
            let many = strong.max(emphasis).max(1);
            let (now, later) = rest.split_at_mut(many);
            if strong == 0 && emphasis == 0 {
                let next_is_link = later.first().is_some_and(|item| item.href.is_some());
                self.item(&mut now[0], next_is_link, made);
            } else {
                let sign = if strong >= emphasis {
                    "**"
                } else if self.spelling == Spelling::Stars {
                    "*"
                } else {
                    "_"
                };
                for item in now.iter_mut() {
                    if strong >= emphasis {
                        item.strong = false;
                    } else {
                        item.emphasis = false;
                    }
                    for span in item.spans.iter_mut() {
                        if strong >= emphasis {
                            span.mark.strong = false;
                        } else {
                            span.mark.emphasis = false;
                        }
                    }
                }
                let mut inner = String::new();
                self.items(now, &mut inner);
                if self.spelling == Spelling::Numbers {
                    number_last(made);
                    number_blank_ends(&mut inner);
                }
                made.push_str(sign);
                made.push_str(&inner);
                made.push_str(sign);
            }
            rest = later;
        }
    }

    fn item(&self, item: &mut Item, next_is_link: bool, made: &mut String) {
        let Some(href) = item.href.clone() else {
            for span in &item.spans {
                self.words(span, next_is_link, made);
            }
            return;
        };
        let mut inner: Vec<Item> = item
            .spans
            .iter()
            .map(|span| Item {
                strong: span.mark.strong,
                emphasis: span.mark.emphasis,
                href: None,
                spans: vec![Span { text: span.text.clone(), mark: Mark { href: None, ..span.mark.clone() } }],
            })
            .collect();
        made.push('[');
        self.items(&mut inner, made);
        made.push_str("](");
        for (at, letter) in href.char_indices() {
            match letter {
                '(' | ')' => made.push('\\'),
                '&' if begins_entity(&href[at..]) => made.push('\\'),
                _ => {}
            }
            made.push(letter);
        }
        made.push(')');
    }

    fn words(&self, span: &Span, next_is_link: bool, made: &mut String) {
        if span.mark.code {
            self.code(&span.text, made);
            return;
        }
        if self.spelling == Spelling::Numbers && (made.ends_with('*') || made.ends_with('_')) && !ends_escaped(made) {
            // After a closing sign the next letter must look like a sign itself.
            let mut letters = span.text.chars();
            if let Some(first) = letters.next()
                && first.is_alphanumeric()
            {
                made.push_str(&format!("&#{};", u32::from(first)));
                self.escaped(letters.as_str(), Some(first), next_is_link, made);
                return;
            }
        }
        self.escaped(&span.text, None, next_is_link, made);
    }

    fn code(&self, text: &str, made: &mut String) {
        let fence = "`".repeat(if text.contains('`') { longest_run(text, '`') + 1 } else { 1 });
        let blank = text.chars().all(|letter| letter == ' ');
        let edge = text.starts_with('`') || text.ends_with('`') || (text.starts_with(' ') && text.ends_with(' '));
        let pad = if edge && !blank { " " } else { "" };
        let text = if self.place == Place::Cell { text.replace('|', "\\|") } else { text.to_owned() };
        made.push_str(&format!("{fence}{pad}{text}{pad}{fence}"));
    }

    fn escaped(&self, text: &str, before: Option<char>, next_is_link: bool, made: &mut String) {
        let mut before = before;
        let mut letters = text.char_indices().peekable();
        while let Some((at, letter)) = letters.next() {
            let next = letters.peek().map(|(_, letter)| *letter);
            let escape = match letter {
                '\\' | '`' | '*' | '[' | ']' => true,
                '_' => !(before.is_some_and(char::is_alphanumeric) && next.is_some_and(char::is_alphanumeric)),
                '<' => next.is_none_or(|next| next.is_ascii_alphabetic() || matches!(next, '/' | '!' | '?')),
                '&' => begins_entity(&text[at..]),
                '|' => self.place == Place::Cell,
                '!' => next.is_none() && next_is_link,
                _ => false,
            };
            if escape {
                made.push('\\');
            }
            made.push(letter);
            before = Some(letter);
        }
    }
}

/// Does the text begin with something that Markdown would read as a letter by name or number?
fn begins_entity(text: &str) -> bool {
    let name = text[1..].split(';').next().unwrap_or_default();
    text[1..].contains(';') && !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'#')
}

fn ends_escaped(made: &str) -> bool {
    let mut letters = made.chars().rev();
    letters.next();
    letters.take_while(|letter| *letter == '\\').count() % 2 == 1
}

/// The last letter as a number, when it is one that would hide an opening sign after it.
fn number_last(made: &mut String) {
    if let Some(last) = made.chars().next_back()
        && last.is_alphanumeric()
    {
        made.pop();
        made.push_str(&format!("&#{};", u32::from(last)));
    }
}

/// Blanks at the ends that are not plain blanks, as numbers: a sign of emphasis may not touch a blank.
fn number_blank_ends(inner: &mut String) {
    if let Some(last) = inner.chars().next_back()
        && last.is_whitespace()
    {
        inner.pop();
        inner.push_str(&format!("&#{};", u32::from(last)));
    }
    if let Some(first) = inner.chars().next()
        && first.is_whitespace()
    {
        inner.replace_range(..first.len_utf8(), &format!("&#{};", u32::from(first)));
    }
}

/// Escapes what at the beginning of a line would open another block.
fn shield(line: &mut String) {
    let word = line.split([' ', '\\']).next().unwrap_or_default();
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    let after = &word[digits..];
    if (1..=9).contains(&digits) && (after == "." || after == ")") {
        line.insert(digits, '\\');
        return;
    }
    let all = |signs: &str| line.trim_end_matches('\\').chars().all(|letter| signs.contains(letter));
    let opens = line.starts_with('>')
        || (word.starts_with('#') && word.len() <= 6 && word.bytes().all(|byte| byte == b'#'))
        || word == "-"
        || word == "+"
        || line.starts_with("~~~")
        || all("= ")
        || all("|:- ");
    if opens && !line.is_empty() && !line.starts_with('\\') {
        line.insert(0, '\\');
    }
}

/// Escapes number signs that would close a heading.
fn shield_end(line: &mut String) {
    let kept = line.trim_end_matches('#').len();
    if kept < line.len() && (kept == 0 || line[..kept].ends_with(' ')) {
        line.insert(kept, '\\');
    }
}
