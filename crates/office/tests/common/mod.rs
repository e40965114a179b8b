//! What a reader sees of a Markdown text, told apart from the crate's own reading of it: from the parser's events, with what
//! the portal's filter leaves out left out, white space folded, and the order of nested looks forgotten.
#![allow(dead_code)]

use pulldown_cmark::{Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd};

#[derive(Default)]
struct Shown {
    made: String,
    line: Vec<(char, String)>,
    strong: usize,
    emphasis: usize,
    pictures: usize,
    link: Option<String>,
    code_block: bool,
}

impl Shown {
    fn mark(&self, code: bool) -> String {
        let mut mark = String::new();
        if self.strong > 0 {
            mark.push('b');
        }
        if self.emphasis > 0 {
            mark.push('i');
        }
        if code {
            mark.push('c');
        }
        if let Some(link) = &self.link {
            mark.push_str(link);
        }
        mark
    }

    fn words(&mut self, words: &str, code: bool) {
        if self.pictures > 0 {
            return;
        }
        let mark = self.mark(code);
        for letter in words.chars() {
            if code || !matches!(letter, ' ' | '\t' | '\n') {
                self.line.push((letter, mark.clone()));
            } else {
                self.line.push((' ', String::new()));
            }
        }
    }

    fn flush(&mut self, with: &str) {
        let line = std::mem::take(&mut self.line);
        let blank = |item: &(char, String)| matches!(item.0, ' ' | '\n') && !item.1.contains('c');
        let mut kept: Vec<(char, String)> = Vec::new();
        for item in line {
            if blank(&item) {
                match kept.last_mut() {
                    None => {}
                    Some(last) if blank(last) && last.0 == ' ' => *last = item,
                    Some(last) if blank(last) && item.0 == ' ' => {}
                    _ => kept.push(item),
                }
            } else {
                kept.push(item);
            }
        }
        while kept.last().is_some_and(blank) {
            kept.pop();
        }
        if kept.is_empty() {
            return;
        }
        let mut mark = String::new();
        self.made.push_str(with);
        for (letter, its) in kept {
            let counts = (letter != ' ' && letter != '\n') || its.contains('c');
            if counts && its != mark {
                self.made.push_str(&format!("{{{its}}}"));
                mark = its;
            }
            self.made.push(if letter == '\n' { '⏎' } else { letter });
        }
        self.made.push('\n');
    }
}

fn href(kind: LinkType, raw: &str) -> Option<String> {
    let raw = if kind == LinkType::Email { format!("mailto:{raw}") } else { raw.to_owned() };
    let mut html = String::new();
    pulldown_cmark::html::push_html(
        &mut html,
        [
            Event::Start(Tag::Link { link_type: LinkType::Inline, dest_url: raw.into(), title: "".into(), id: "".into() }),
            Event::End(TagEnd::Link),
        ]
        .into_iter(),
    );
    let shown = html.trim_start_matches("<a href=\"").trim_end_matches("\"></a>").to_owned();
    let scheme = shown.split(['/', '?', '#']).next().unwrap_or_default();
    let good = match scheme.split_once(':') {
        Some((scheme, _)) => ["http", "https", "mailto"].contains(&scheme.to_ascii_lowercase().as_str()),
        None => !shown.is_empty(),
    };
    let no_path = shown.starts_with("http") && shown.matches('/').count() == 2 && !shown.contains(['?', '#']);
    good.then(|| if no_path { shown + "/" } else { shown })
}

/// A transcript of what is shown.
pub fn shown(text: &str) -> String {
    let mut shown = Shown::default();
    for event in Parser::new_ext(text, Options::ENABLE_TABLES) {
        match event {
            Event::Text(words) if shown.code_block => shown.made.push_str(&words),
            Event::Text(words) => shown.words(&words, false),
            Event::Code(words) => shown.words(&words, true),
            Event::SoftBreak => shown.words(" ", false),
            Event::HardBreak if shown.pictures == 0 => shown.line.push(('\n', String::new())),
            Event::InlineHtml(tag) if tag.starts_with("<br") && shown.pictures == 0 => shown.line.push(('\n', String::new())),
            Event::Start(tag) => match tag {
                Tag::Strong => shown.strong += 1,
                Tag::Emphasis => shown.emphasis += 1,
                Tag::Link { link_type, dest_url, .. } => shown.link = href(link_type, &dest_url),
                Tag::Image { .. } => shown.pictures += 1,
                Tag::Paragraph | Tag::Heading { .. } => shown.flush("tight "),
                Tag::CodeBlock(_) => {
                    shown.flush("tight ");
                    shown.code_block = true;
                    shown.made.push_str("<pre>");
                }
                Tag::List(start) => {
                    shown.flush("tight ");
                    shown.made.push_str(if start.is_some() { "<ol>" } else { "<ul>" });
                }
                Tag::Item => shown.made.push_str("<li>"),
                Tag::BlockQuote(_) => {
                    shown.flush("tight ");
                    shown.made.push_str("<quote>");
                }
                Tag::Table(_) => {
                    shown.flush("tight ");
                    shown.made.push_str("<table>");
                }
                Tag::TableRow | Tag::TableHead => shown.made.push_str("<tr>"),
                Tag::TableCell => shown.made.push_str("<td>"),
                _ => {}
            },
            Event::End(tag) => match tag {
                TagEnd::Strong => shown.strong -= 1,
                TagEnd::Emphasis => shown.emphasis -= 1,
                TagEnd::Link => shown.link = None,
                TagEnd::Image => shown.pictures -= 1,
                TagEnd::Paragraph => shown.flush("p "),
                TagEnd::Heading(level) => shown.flush(match level {
                    HeadingLevel::H1 | HeadingLevel::H2 | HeadingLevel::H3 => "h3 ",
                    _ => "h4 ",
                }),
                TagEnd::CodeBlock => {
                    shown.code_block = false;
                    let kept = shown.made.strip_suffix('\n').map(str::len);
                    if let Some(kept) = kept {
                        shown.made.truncate(kept);
                    }
                    shown.made.push_str("</pre>\n");
                }
                TagEnd::List(_) => shown.made.push_str("</list>\n"),
                TagEnd::Item => {
                    shown.flush("tight ");
                    shown.made.push_str("</li>\n");
                }
                TagEnd::BlockQuote(_) => {
                    shown.made.push_str("</quote>\n");
                    // A quote of nothing is a bar without words; the canonical form has none.
                    if shown.made.ends_with("<quote></quote>\n") {
                        let kept = shown.made.len() - "<quote></quote>\n".len();
                        shown.made.truncate(kept);
                    }
                }
                TagEnd::TableCell => shown.flush(""),
                TagEnd::Table => shown.made.push_str("</table>\n"),
                _ => {}
            },
            _ => {}
        }
    }
    shown.made
}
