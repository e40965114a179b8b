//! One XML part, written again without names: event by event, so that everything else stays as it is.

use quick_xml::Writer;
use quick_xml::events::attributes::Attribute;
use quick_xml::events::{BytesStart, BytesText, Event};
use quick_xml::reader::Reader;

use super::NEUTRAL;
use super::rules::{self, Fate};
use crate::misfit::Misfit;
use crate::package::{Parts, XML_PART};
use crate::relations::resolve;
use crate::xml::{DEPTH, check_encoding, predefined};

/// The part without names. The parts that stay are given to leave out arrows to those that do not.
pub(super) fn removed(name: &str, bytes: &[u8], parts: &Parts) -> Result<Vec<u8>, Misfit> {
    if bytes.len() > XML_PART {
        return Err(Misfit::TooLarge);
    }
    let text = std::str::from_utf8(bytes).map_err(|_| Misfit::BadXml)?;
    let mut reader = Reader::from_str(text.trim_start_matches('\u{feff}'));
    let mut cleaner = Cleaner::new(name, parts);
    loop {
        match reader.read_event().map_err(|_| Misfit::BadXml)? {
            Event::Eof => break,
            Event::DocType(_) => return Err(Misfit::Doctype),
            Event::Decl(declaration) => {
                check_encoding(&declaration)?;
                cleaner.write(Event::Decl(declaration))?;
            }
            // Comments and instructions to programs are nobody's content.
            Event::Comment(_) | Event::PI(_) => {}
            Event::Start(start) => cleaner.start(&start)?,
            Event::Empty(start) => cleaner.empty(&start)?,
            Event::End(end) => {
                if cleaner.end() {
                    cleaner.write(Event::End(end))?;
                }
            }
            Event::Text(words) => cleaner.words(Event::Text(words))?,
            Event::CData(words) => cleaner.words(Event::CData(words))?,
            Event::GeneralRef(reference) => {
                if !reference.is_char_ref() && predefined(&reference).is_none() {
                    return Err(Misfit::BadXml);
                }
                cleaner.words(Event::GeneralRef(reference))?;
            }
        }
    }
    if cleaner.depth > 0 {
        return Err(Misfit::BadXml);
    }
    Ok(cleaner.writer.into_inner())
}

/// Most fields in one another, and names in one list: each word is held against all of them.
const OPEN: usize = 256;

struct Cleaner<'a> {
    part: &'a str,
    parts: &'a Parts,
    writer: Writer<Vec<u8>>,
    depth: usize,
    /// The depth of an element that goes with all it holds.
    gone: Option<usize>,
    /// The depth of an element whose words are a name.
    name: Option<usize>,
    /// Fields of Word: instruction, in the result already, and their depth if they are one element.
    fields: Vec<(String, bool, Option<usize>)>,
    instructing: bool,
    /// Form fields: their depth, and are they bound to a name?
    forms: Vec<(usize, bool)>,
    /// Names met in a list of a spreadsheet's commenters.
    names: Vec<String>,
}

impl<'a> Cleaner<'a> {
    const fn new(part: &'a str, parts: &'a Parts) -> Self {
        Self {
            part,
            parts,
            writer: Writer::new(Vec::new()),
            depth: 0,
            gone: None,
            name: None,
            fields: Vec::new(),
            instructing: false,
            forms: Vec::new(),
            names: Vec::new(),
        }
    }

    fn write(&mut self, event: Event<'_>) -> Result<(), Misfit> {
        self.writer.write_event(event).map_err(|_| Misfit::BadXml)
    }

    fn start(&mut self, start: &BytesStart<'_>) -> Result<(), Misfit> {
        self.depth += 1;
        if self.depth > DEPTH {
            return Err(Misfit::TooLarge);
        }
        if self.gone.is_some() || self.name.is_some() {
            return Ok(());
        }
        if self.drops(start)? {
            self.gone = Some(self.depth);
            return Ok(());
        }
        let made = element(start)?;
        self.write(Event::Start(made))?;
        let local = start.local_name();
        match local.as_ref() {
            "instrText" => self.instructing = true,
            "fldSimple" => {
                let instruction = attribute(start, "instr")?.unwrap_or_default();
                self.fields.push((instruction, true, Some(self.depth)));
            }
            "sdt" => self.forms.push((self.depth, false)),
            "fldChar" | "dataBinding" => self.mark(start)?,
            local if rules::is_name(self.part, local) => {
                self.name = Some(self.depth);
                self.write(Event::Text(BytesText::new(NEUTRAL)))?;
            }
            _ => {}
        }
        Ok(())
    }

    fn empty(&mut self, start: &BytesStart<'_>) -> Result<(), Misfit> {
        if self.gone.is_some() || self.name.is_some() || self.drops(start)? {
            return Ok(());
        }
        self.mark(start)?;
        let made = element(start)?;
        self.write(Event::Empty(made))
    }

    /// What an element says about those that follow.
    fn mark(&mut self, start: &BytesStart<'_>) -> Result<(), Misfit> {
        match start.local_name().as_ref() {
            "fldChar" => match attribute(start, "fldCharType")?.as_deref() {
                Some("begin") if self.fields.len() >= OPEN => return Err(Misfit::TooLarge),
                Some("begin") => self.fields.push((String::new(), false, None)),
                Some("separate") => {
                    if let Some(field) = self.fields.last_mut() {
                        field.1 = true;
                    }
                }
                Some("end") => drop(self.fields.pop()),
                _ => {}
            },
            "dataBinding" => {
                let names = attribute(start, "xpath")?.is_some_and(|path| rules::is_naming_binding(&path));
                if let Some(form) = self.forms.last_mut() {
                    form.1 |= names;
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// Ends an element; says whether its end is to be written.
    fn end(&mut self) -> bool {
        let depth = self.depth;
        self.depth = depth.saturating_sub(1);
        self.instructing = false;
        if let Some(gone) = self.gone {
            if gone == depth {
                self.gone = None;
            }
            return false;
        }
        if let Some(name) = self.name {
            if name != depth {
                return false;
            }
            self.name = None;
        }
        self.fields.retain(|field| field.2 != Some(depth));
        self.forms.retain(|form| form.0 != depth);
        true
    }

    fn words(&mut self, words: Event<'_>) -> Result<(), Misfit> {
        let text = match &words {
            Event::Text(text) => text.xml10_content().into_owned(),
            _ => String::new(),
        };
        if self.name.is_some() && self.part.starts_with("xl/") && !text.trim().is_empty() {
            if self.names.len() >= OPEN {
                return Err(Misfit::TooLarge);
            }
            self.names.push(text.trim().to_owned());
        }
        if self.gone.is_some() || self.name.is_some() {
            return Ok(());
        }
        if self.instructing {
            if let Some(field) = self.fields.last_mut() {
                field.0.push_str(&text);
            }
            return self.write(words);
        }
        let shows_name =
            self.fields.iter().any(|field| field.1 && rules::is_naming_field(&field.0)) || self.forms.iter().any(|form| form.1);
        if shows_name && self.depth > 0 && !text.trim().is_empty() {
            return self.write(Event::Text(BytesText::new(NEUTRAL)));
        }
        // A spreadsheet writes the name of whoever comments into the comment's first line.
        if self.names.iter().any(|name| text.contains(name.as_str())) {
            let clean = self.names.iter().fold(text, |text, name| text.replace(name.as_str(), NEUTRAL));
            return self.write(Event::Text(BytesText::from_escaped(clean)));
        }
        self.write(words)
    }

    fn drops(&self, start: &BytesStart<'_>) -> Result<bool, Misfit> {
        let local = start.local_name();
        match local.as_ref() {
            "Relationship" if self.part.ends_with(".rels") => {
                let target = attribute(start, "Target")?.unwrap_or_default();
                let kind = attribute(start, "Type")?.unwrap_or_default();
                let external = attribute(start, "TargetMode")?.as_deref() == Some("External");
                Ok(kind.ends_with("/attachedTemplate")
                    || (!external && !self.parts.contains_key(&resolve(&self.home(), &target))))
            }
            "Override" if self.part == "[Content_Types].xml" => {
                let name = attribute(start, "PartName")?.unwrap_or_default();
                Ok(!self.parts.contains_key(name.trim_start_matches('/')))
            }
            "file-entry" if self.part == "META-INF/manifest.xml" => {
                let path = attribute(start, "full-path")?.unwrap_or_default();
                let folder = path.ends_with('/');
                let within = self.parts.range(path.clone()..).next().is_some_and(|(name, _)| name.starts_with(&path));
                let kept = path == "/" || self.parts.contains_key(&path) || (folder && within);
                Ok(!kept)
            }
            "config-item" => Ok(rules::goes("config-item", attribute(start, "name")?.as_deref())),
            local => Ok(rules::goes(local, None)),
        }
    }

    /// The part whose arrows this part holds.
    fn home(&self) -> String {
        self.part.replacen("_rels/", "", 1).trim_end_matches(".rels").to_owned()
    }
}

/// An element without the attributes that go.
fn element(start: &BytesStart<'_>) -> Result<BytesStart<'static>, Misfit> {
    let name = start.name().as_ref().to_owned();
    let mut made = BytesStart::new(name);
    for attribute in start.attributes() {
        let attribute = attribute.map_err(|_| Misfit::BadXml)?;
        match rules::attribute(start.local_name().as_ref(), attribute.key.local_name().as_ref()) {
            Fate::Stays => made.push_attribute(Attribute { key: attribute.key, value: attribute.value }),
            Fate::Goes => {}
            Fate::Neutral => made.push_attribute((attribute.key.as_ref(), NEUTRAL)),
            Fate::Empty => made.push_attribute((attribute.key.as_ref(), "")),
        }
    }
    Ok(made)
}

/// The value of an attribute by the last word of its name.
fn attribute(start: &BytesStart<'_>, name: &str) -> Result<Option<String>, Misfit> {
    for attribute in start.attributes() {
        let attribute = attribute.map_err(|_| Misfit::BadXml)?;
        if attribute.key.local_name().as_ref() == name {
            let value = attribute.normalized_value(quick_xml::XmlVersion::Implicit1_0).map_err(|_| Misfit::BadXml)?;
            return Ok(Some(value.into_owned()));
        }
    }
    Ok(None)
}
