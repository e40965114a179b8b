//! Markdown → blocks, by the same parser and with the same options as the page.

use pulldown_cmark::{Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd};

use super::{Block, DEPTH, List, Mark, Span, address, tidy};

/// The canonical blocks of a text.
pub(crate) fn blocks(text: &str) -> Vec<Block> {
    let mut builder = Builder { frames: vec![Frame::Blocks(Vec::new())], ..Builder::default() };
    for event in Parser::new_ext(text, Options::ENABLE_TABLES) {
        builder.event(event);
    }
    builder.flush();
    match builder.frames.into_iter().next() {
        Some(Frame::Blocks(blocks)) => tidy(blocks),
        _ => Vec::new(),
    }
}

/// A container that is still open.
enum Frame {
    /// The text itself, a quote, or the item of a list.
    Blocks(Vec<Block>),
    List(List),
}

#[derive(Default)]
struct Builder {
    frames: Vec<Frame>,
    /// Which of the open containers have a frame; those beyond the depth have none.
    framed: Vec<bool>,
    spans: Vec<Span>,
    strong: usize,
    emphasis: usize,
    link: Option<Option<String>>,
    pictures: usize,
    code: Option<String>,
    html: Option<String>,
    rows: Vec<Vec<Vec<Span>>>,
}

impl Builder {
    fn event(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(words) => {
                if let Some(code) = &mut self.code {
                    code.push_str(&words);
                } else {
                    self.words(&words, false);
                }
            }
            Event::Code(words) => self.words(&words, true),
            Event::SoftBreak => self.words(" ", false),
            Event::HardBreak => self.words("\n", false),
            Event::Html(raw) => {
                if let Some(html) = &mut self.html {
                    html.push_str(&raw);
                }
            }
            Event::InlineHtml(raw) => self.tag(&raw),
            _ => {}
        }
    }

    fn words(&mut self, words: &str, code: bool) {
        if self.pictures > 0 {
            return;
        }
        let mark = Mark { strong: self.strong > 0, emphasis: self.emphasis > 0, code, href: self.link.clone().flatten() };
        self.spans.push(Span { text: words.to_owned(), mark });
    }

    /// An HTML tag between words: the page shows these three, and nothing of any other.
    fn tag(&mut self, raw: &str) {
        match tag_name(raw).as_str() {
            "br" => self.words("\n", false),
            "strong" => self.strong += 1,
            "/strong" => self.strong = self.strong.saturating_sub(1),
            "em" => self.emphasis += 1,
            "/em" => self.emphasis = self.emphasis.saturating_sub(1),
            _ => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Paragraph => {
                self.flush();
                // Words straight in an item make a tight list, a paragraph in it a loose one.
                if self.framed.last() == Some(&true)
                    && let [.., Frame::List(list), Frame::Blocks(_)] = self.frames.as_mut_slice()
                {
                    list.loose = true;
                }
            }
            Tag::Heading { .. } | Tag::Table(_) | Tag::TableHead | Tag::TableRow | Tag::TableCell => self.flush(),
            Tag::BlockQuote(_) | Tag::Item => self.open(Frame::Blocks(Vec::new())),
            Tag::List(start) => {
                let start = start.map(|start| u32::try_from(start).unwrap_or(1));
                self.open(Frame::List(List { start, loose: false, items: Vec::new() }));
            }
            Tag::CodeBlock(_) => {
                self.flush();
                self.code = Some(String::new());
            }
            Tag::HtmlBlock => {
                self.flush();
                self.html = Some(String::new());
            }
            Tag::Strong => self.strong += 1,
            Tag::Emphasis => self.emphasis += 1,
            Tag::Link { link_type, dest_url, .. } => {
                let raw = if link_type == LinkType::Email { format!("mailto:{dest_url}") } else { dest_url.to_string() };
                self.link = Some(address(&raw));
            }
            Tag::Image { .. } => self.pictures += 1,
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph => self.flush(),
            TagEnd::Heading(level) => {
                let lower = !matches!(level, HeadingLevel::H1 | HeadingLevel::H2 | HeadingLevel::H3);
                let spans = self.take();
                self.push(Block::Heading { lower, spans });
            }
            TagEnd::BlockQuote(_) | TagEnd::Item | TagEnd::List(_) => self.close(tag),
            TagEnd::CodeBlock => {
                if let Some(code) = self.code.take() {
                    self.push(Block::Code(code));
                }
            }
            TagEnd::HtmlBlock => {
                if let Some(html) = self.html.take() {
                    self.between_tags(&html);
                }
                self.flush();
            }
            TagEnd::TableHead | TagEnd::TableRow | TagEnd::TableCell | TagEnd::Table => self.table(tag),
            TagEnd::Strong => self.strong = self.strong.saturating_sub(1),
            TagEnd::Emphasis => self.emphasis = self.emphasis.saturating_sub(1),
            TagEnd::Link => self.link = None,
            TagEnd::Image => self.pictures = self.pictures.saturating_sub(1),
            _ => {}
        }
    }

    fn table(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::TableCell => {
                let cell = self.take();
                if self.rows.is_empty() {
                    self.rows.push(Vec::new());
                }
                if let Some(row) = self.rows.last_mut() {
                    row.push(cell);
                }
            }
            TagEnd::TableHead | TagEnd::TableRow => self.rows.push(Vec::new()),
            _ => {
                let mut rows = std::mem::take(&mut self.rows);
                rows.pop();
                self.push(Block::Table(rows));
            }
        }
    }

    fn open(&mut self, frame: Frame) {
        self.flush();
        // A list and its items come in pairs: the depth counts lists and quotes.
        let fits = match frame {
            Frame::Blocks(_) if matches!(self.frames.last(), Some(Frame::List(_))) => true,
            // The item of a list that was left out.
            Frame::Blocks(_) if self.framed.last() == Some(&false) => false,
            _ => self.depth() < DEPTH,
        };
        self.framed.push(fits);
        if fits {
            self.frames.push(frame);
        }
    }

    /// How many lists and quotes are open.
    fn depth(&self) -> usize {
        let items = self.frames.windows(2).filter(|pair| matches!(pair[0], Frame::List(_))).count();
        self.frames.len() - 1 - items
    }

    fn close(&mut self, tag: TagEnd) {
        self.flush();
        if self.framed.pop() != Some(true) {
            return;
        }
        match (self.frames.pop(), tag) {
            (Some(Frame::List(list)), _) => self.push(Block::List(list)),
            (Some(Frame::Blocks(blocks)), TagEnd::Item) => {
                if let Some(Frame::List(list)) = self.frames.last_mut() {
                    list.items.push(blocks);
                }
            }
            (Some(Frame::Blocks(blocks)), _) => self.push(Block::Quote(blocks)),
            (None, _) => {}
        }
    }

    fn push(&mut self, block: Block) {
        if let Some(Frame::Blocks(blocks)) = self.frames.last_mut() {
            blocks.push(block);
        }
    }

    fn take(&mut self) -> Vec<Span> {
        // Tags that somebody left open end with their block.
        (self.strong, self.emphasis, self.link, self.pictures) = (0, 0, None, 0);
        std::mem::take(&mut self.spans)
    }

    fn flush(&mut self) {
        if !self.spans.is_empty() {
            let spans = self.take();
            self.push(Block::Paragraph(spans));
        }
    }

    /// The words of a block of HTML, without its tags and comments.
    fn between_tags(&mut self, html: &str) {
        let mut rest = html;
        while let Some(at) = rest.find('<') {
            let (words, tag) = rest.split_at(at);
            self.unescaped(words);
            let end = if tag.starts_with("<!--") { tag.find("-->").map(|end| end + 3) } else { tag.find('>').map(|end| end + 1) };
            let Some(end) = end else { return };
            self.tag(&tag[..end]);
            rest = &tag[end..];
        }
        self.unescaped(rest);
    }

    fn unescaped(&mut self, words: &str) {
        let mut text = words.to_owned();
        for (name, letter) in [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")] {
            text = text.replace(name, letter);
        }
        self.words(&text.replace('\n', " "), false);
    }
}

/// `br` of `<br />`, `/em` of `</em>`.
fn tag_name(raw: &str) -> String {
    let inner = raw.trim_start_matches('<');
    let end = inner.char_indices().position(|(at, letter)| !(letter.is_ascii_alphanumeric() || (at == 0 && letter == '/')));
    inner.chars().take(end.unwrap_or(0)).collect::<String>().to_ascii_lowercase()
}
