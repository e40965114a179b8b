//! XML as a small tree, read within bounds: no document type, no entity but the five and numbers, UTF-8 only, depth and size
//! limited. Names carry one prefix for each namespace, whatever prefix the file chose, and the strict dialect of Office
//! reads as the usual one.

use quick_xml::events::{BytesStart, Event};
use quick_xml::name::{NamespaceResolver, ResolveResult};
use quick_xml::reader::NsReader;

use crate::misfit::Misfit;
use crate::package::XML_PART;

/// Deepest nesting.
pub(crate) const DEPTH: usize = 256;

/// An element with its attributes and what it holds.
#[derive(Debug, Default)]
pub(crate) struct Element {
    /// Such as `w:p`; of an unknown namespace `?:name`.
    pub name: String,
    attributes: Vec<(String, String)>,
    /// What it holds.
    pub children: Vec<Node>,
}

/// What an element holds.
#[derive(Debug)]
pub(crate) enum Node {
    /// Another element.
    Element(Element),
    /// Text.
    Text(String),
}

impl Element {
    /// The value of an attribute.
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// The elements in it.
    pub fn elements(&self) -> impl Iterator<Item = &Self> {
        self.children.iter().filter_map(|node| match node {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }

    /// The first element of this name in it.
    pub fn child(&self, name: &str) -> Option<&Self> {
        self.elements().find(|element| element.name == name)
    }

    /// The attribute `w:val` of an element in it.
    pub fn value(&self, name: &str) -> Option<&str> {
        self.child(name)?.attribute("w:val")
    }

    /// The text directly in it.
    pub fn text(&self) -> String {
        self.children
            .iter()
            .filter_map(|node| match node {
                Node::Text(text) => Some(text.as_str()),
                Node::Element(_) => None,
            })
            .collect()
    }
}

/// Reads a part.
pub(crate) fn parse(bytes: &[u8]) -> Result<Element, Misfit> {
    if bytes.len() > XML_PART {
        return Err(Misfit::TooLarge);
    }
    let text = std::str::from_utf8(bytes).map_err(|_| Misfit::BadXml)?;
    let mut reader = NsReader::from_str(text.trim_start_matches('\u{feff}'));
    let mut open: Vec<Element> = vec![Element::default()];
    loop {
        let event = reader.read_event().map_err(|_| Misfit::BadXml)?;
        match event {
            Event::Eof => break,
            Event::DocType(_) => return Err(Misfit::Doctype),
            Event::Start(start) => {
                if open.len() > DEPTH {
                    return Err(Misfit::TooLarge);
                }
                open.push(element(reader.resolver(), &start)?);
            }
            Event::Empty(start) => {
                let made = element(reader.resolver(), &start)?;
                push(&mut open, Node::Element(made));
            }
            Event::End(_) => {
                let Some(done) = open.pop() else { return Err(Misfit::BadXml) };
                if open.is_empty() {
                    return Err(Misfit::BadXml);
                }
                push(&mut open, Node::Element(done));
            }
            Event::Text(words) => push_text(&mut open, &words.xml10_content()),
            Event::CData(words) => push_text(&mut open, &words.xml10_content()),
            Event::GeneralRef(reference) => {
                let letter = match reference.resolve_char_ref().map_err(|_| Misfit::BadXml)? {
                    Some(letter) => letter,
                    None => predefined(&reference.into_inner()).ok_or(Misfit::BadXml)?,
                };
                push_text(&mut open, letter.encode_utf8(&mut [0; 4]));
            }
            Event::Decl(declaration) => check_encoding(&declaration)?,
            Event::Comment(_) | Event::PI(_) => {}
        }
    }
    let mut root = open.pop().ok_or(Misfit::BadXml)?;
    if !open.is_empty() {
        return Err(Misfit::BadXml);
    }
    let index = root.children.iter().position(|node| matches!(node, Node::Element(_))).ok_or(Misfit::BadXml)?;
    match root.children.swap_remove(index) {
        Node::Element(element) => Ok(element),
        Node::Text(_) => Err(Misfit::BadXml),
    }
}

/// A part that claims another encoding would be read differently by other programs.
pub(crate) fn check_encoding(declaration: &quick_xml::events::BytesDecl<'_>) -> Result<(), Misfit> {
    match declaration.encoding() {
        None => Ok(()),
        Some(Ok(name)) if name.eq_ignore_ascii_case("utf-8") => Ok(()),
        Some(_) => Err(Misfit::BadXml),
    }
}

/// The letter of one of the five entities that XML knows by itself.
pub(crate) fn predefined(name: &str) -> Option<char> {
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => None,
    }
}

fn push(open: &mut [Element], node: Node) {
    if let Some(parent) = open.last_mut() {
        parent.children.push(node);
    }
}

fn push_text(open: &mut [Element], words: &str) {
    let Some(parent) = open.last_mut() else { return };
    if let Some(Node::Text(text)) = parent.children.last_mut() {
        text.push_str(words);
    } else {
        parent.children.push(Node::Text(words.to_owned()));
    }
}

fn element(spaces: &NamespaceResolver, start: &BytesStart<'_>) -> Result<Element, Misfit> {
    let (space, local) = spaces.resolve_element(start.name());
    let name = qualified(&space, local.as_ref());
    let mut attributes = Vec::new();
    for attribute in start.attributes() {
        let attribute = attribute.map_err(|_| Misfit::BadXml)?;
        let (space, local) = spaces.resolve_attribute(attribute.key);
        let key = match space {
            ResolveResult::Unbound => local.as_ref().to_owned(),
            _ => qualified(&space, local.as_ref()),
        };
        let value = attribute.normalized_value(quick_xml::XmlVersion::Implicit1_0).map_err(|_| Misfit::BadXml)?;
        attributes.push((key, value.into_owned()));
    }
    Ok(Element { name, attributes, children: Vec::new() })
}

fn qualified(space: &ResolveResult<'_>, local: &str) -> String {
    let prefix = match space {
        ResolveResult::Bound(namespace) => prefix(namespace.as_ref()),
        ResolveResult::Unbound | ResolveResult::Unknown(_) => "?",
    };
    format!("{prefix}:{local}")
}

fn prefix(namespace: &str) -> &'static str {
    match namespace {
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main" | "http://purl.oclc.org/ooxml/wordprocessingml/main" => {
            "w"
        }
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
        | "http://purl.oclc.org/ooxml/officeDocument/relationships" => "r",
        "http://schemas.openxmlformats.org/officeDocument/2006/math" | "http://purl.oclc.org/ooxml/officeDocument/math" => "m",
        "http://schemas.openxmlformats.org/package/2006/relationships" => "rel",
        "http://schemas.openxmlformats.org/package/2006/content-types" => "ct",
        "http://schemas.openxmlformats.org/markup-compatibility/2006" => "mc",
        "http://schemas.openxmlformats.org/drawingml/2006/picture" | "http://purl.oclc.org/ooxml/drawingml/picture" => "pic",
        "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" => "manifest",
        "http://purl.org/dc/elements/1.1/" => "dc",
        _ => "?",
    }
}

/// Text as it stands between tags and in quoted attributes; letters that XML has no place for are left out.
pub(crate) fn escape(text: &str, made: &mut String) {
    for letter in text.chars() {
        match letter {
            '&' => made.push_str("&amp;"),
            '<' => made.push_str("&lt;"),
            '>' => made.push_str("&gt;"),
            '"' => made.push_str("&quot;"),
            letter if is_legal(letter) => made.push(letter),
            _ => {}
        }
    }
}

/// May XML hold this letter?
pub(crate) const fn is_legal(letter: char) -> bool {
    !matches!(letter, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}')
}
