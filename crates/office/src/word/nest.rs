//! The flat row of paragraphs that a Word file is → lists, quotes and what stands in them.

use super::look::{Container, Leaf, Look};
use crate::markdown::{Block, List, Span};

/// A paragraph or table of the file.
pub(super) enum Flat {
    Line {
        look: Look,
        /// With this paragraph an item of this list begins.
        begins: Option<Begin>,
        spans: Vec<Span>,
    },
    Table {
        path: Vec<Container>,
        rows: Vec<Vec<Vec<Span>>>,
    },
}

/// The list that an item belongs to.
#[derive(Clone)]
pub(super) struct Begin {
    pub list: String,
    pub start: Option<u32>,
}

/// A container that is open, and its place in the path of the paragraphs in it.
struct Open {
    level: usize,
    what: What,
    blocks: Vec<Block>,
}

enum What {
    Quote(Container),
    List { name: String, list: List },
}

/// The blocks of a section.
pub(super) fn nest(flats: Vec<Flat>) -> Vec<Block> {
    let mut nest = Nest::default();
    for flat in flats {
        nest.add(flat);
    }
    nest.close(0);
    nest.root
}

#[derive(Default)]
struct Nest {
    root: Vec<Block>,
    open: Vec<Open>,
    /// The kind of code that the paragraph before was.
    code: Option<Leaf>,
}

impl Nest {
    fn add(&mut self, flat: Flat) {
        let code = self.code.take();
        match flat {
            Flat::Table { path, rows } => {
                self.reach(&path, None);
                self.current().push(Block::Table(rows));
            }
            Flat::Line { look, begins, spans } => {
                let stayed = self.reach(&look.path, begins.as_ref());
                let block = match look.leaf {
                    Leaf::Heading => Block::Heading { lower: false, spans },
                    Leaf::Subheading => Block::Heading { lower: true, spans },
                    Leaf::Code | Leaf::OtherCode => {
                        let text: String = spans.iter().map(|span| span.text.as_str()).collect();
                        self.code = Some(look.leaf);
                        // Whoever presses Enter in code makes two paragraphs of one block.
                        if stayed
                            && code == Some(look.leaf)
                            && let Some(Block::Code(before)) = self.current().last_mut()
                        {
                            before.push('\n');
                            before.push_str(&text);
                            return;
                        }
                        // The canonical form drops one line end.
                        Block::Code(if text.ends_with('\n') { text + "\n" } else { text })
                    }
                    _ => Block::Paragraph(spans),
                };
                self.current().push(block);
            }
        }
    }

    fn current(&mut self) -> &mut Vec<Block> {
        match self.open.last_mut() {
            Some(open) => &mut open.blocks,
            None => &mut self.root,
        }
    }

    /// Closes and opens what it takes to stand where a paragraph stands; says whether that is where the last one stood.
    fn reach(&mut self, path: &[Container], begins: Option<&Begin>) -> bool {
        let item = begins.and_then(|_| path.iter().rposition(|container| container.is_list()));
        let fits = |open: &Open| {
            path.get(open.level).is_some_and(|container| match &open.what {
                What::Quote(kind) => kind == container,
                What::List { name, .. } => {
                    container.is_list() && (item != Some(open.level) || begins.is_some_and(|begins| begins.list == *name))
                }
            })
        };
        let kept = self.open.iter().take_while(|open| fits(open)).count();
        let mut stayed = kept == self.open.len();
        self.close(kept);
        if let (Some(open), Some(item)) = (self.open.last_mut(), item)
            && open.level == item
        {
            open.end_item();
            stayed = false;
        } else if let Some(item) = item
            && let Some(at) = self.open.iter().position(|open| open.level == item)
        {
            // The same list with something still open in its last item.
            self.close(at + 1);
            if let Some(open) = self.open.last_mut() {
                open.end_item();
            }
            stayed = false;
        }
        let from = self.open.last().map_or(0, |open| open.level + 1);
        for (level, container) in path.iter().enumerate().skip(from) {
            let what = match (container, begins) {
                (Container::Quote | Container::OtherQuote, _) => What::Quote(*container),
                (_, Some(begins)) if item == Some(level) => What::List {
                    name: begins.list.clone(),
                    list: List { start: begins.start, loose: *container == Container::Loose, items: Vec::new() },
                },
                // A paragraph that only goes on in a list that is not there stands by itself.
                _ => continue,
            };
            self.open.push(Open { level, what, blocks: Vec::new() });
            stayed = false;
        }
        stayed
    }

    /// Closes all but the outermost `keep` containers.
    fn close(&mut self, keep: usize) {
        while self.open.len() > keep {
            let Some(mut open) = self.open.pop() else { return };
            let block = match open.what {
                What::Quote(_) => Block::Quote(open.blocks),
                What::List { .. } => {
                    open.end_item();
                    match open.what {
                        What::List { list, .. } => Block::List(list),
                        What::Quote(_) => continue,
                    }
                }
            };
            self.current().push(block);
        }
    }
}

impl Open {
    /// Ends the item that is being filled.
    fn end_item(&mut self) {
        if let What::List { list, .. } = &mut self.what {
            list.items.push(std::mem::take(&mut self.blocks));
        }
    }
}
