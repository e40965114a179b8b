//! A copy of an office file without the names of the people who wrote it, and what else their programs noted about them.
//!
//! Gone are: who made and last saved it, company, manager, template, custom properties, sensitivity labels, signatures (they
//! name the signer and no longer hold), thumbnails, printers, the paths the file was saved under, revision marks, and the
//! names at comments and tracked changes, where `Author` stands instead. The title stays. Pictures inside are cleaned by
//! [`crate::pictures`], office files inside by this same function; an object of any other program is refused.
//!
//! What stays is content: a name that somebody typed into the text is text, and so are dates of comments and addresses of
//! links. Pictures of other kinds (GIF, TIFF, EMF, SVG) stay as they are.
//!
//! Nothing is removed from PDF, plain text and CSV: they are not for this function. A PDF may name its author, and removing
//! that without breaking the file needs a PDF writer; the page that offers such a file must say so.
//!
//! The same file gives the same copy, and a copy of the copy is the copy.

mod names;
mod rules;

use crate::kind::{self, Kind};
use crate::misfit::Misfit;
use crate::package::{self, Parts};
use crate::{pictures, relations, xml};

/// What stands where a name was.
pub(crate) const NEUTRAL: &str = "Author";

/// The copy without names.
///
/// # Errors
/// It is not of this kind, or refused by [`kind::inspect`], or holds an object that cannot be cleaned.
pub fn without_authors(bytes: &[u8], kind: Kind) -> Result<Vec<u8>, Misfit> {
    cleaned(bytes, kind, true)
}

fn cleaned(bytes: &[u8], kind: Kind, may_hold_files: bool) -> Result<Vec<u8>, Misfit> {
    let mut parts = package::open(bytes)?;
    if kind::of(&parts)? != kind {
        return Err(Misfit::WrongKind);
    }
    if kind.is_open_document() {
        drop_open_document(&mut parts)?
    } else {
        drop_office_open(&mut parts)?
    }
    let mut made = Parts::new();
    for (name, part) in &parts {
        let small = name.to_ascii_lowercase();
        let is_xml = [".xml", ".rels", ".vml", ".rdf"].iter().any(|ending| small.ends_with(ending));
        let part = if part.starts_with(b"PK\x03\x04") {
            // A file in a file in a file is more than a document needs.
            if !may_hold_files {
                return Err(Misfit::Embedded);
            }
            cleaned(part, kind::inspect(part)?, false)?
        } else if part.starts_with(&package::COMPOUND) {
            return Err(Misfit::Embedded);
        } else if pictures::looks_like_one(part) {
            pictures::without_metadata(part)?
        } else if is_xml {
            names::removed(name, part, &parts)?
        } else {
            part.clone()
        };
        made.insert(name.clone(), part);
    }
    Ok(package::pack(&made))
}

/// Leaves out the parts of an Office file that are about people and machines, and keeps of its properties the title.
fn drop_office_open(parts: &mut Parts) -> Result<(), Misfit> {
    let mut core = None;
    let mut about = Vec::new();
    for relation in relations::of(parts, "")? {
        match relation.kind.as_str() {
            "core-properties" => core = Some(relation.target),
            "officeDocument" => {}
            // Other properties, thumbnails, labels, signatures.
            _ => about.push(relation.target),
        }
    }
    parts.retain(|name, _| !about.contains(name) && !rules::is_about_people(name));
    if let Some(name) = core
        && let Some(bytes) = parts.get(&name)
    {
        let title = xml::parse(bytes)?.child("dc:title").map(xml::Element::text).unwrap_or_default();
        let mut made = String::from(concat!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n",
            "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" ",
            "xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>"
        ));
        xml::escape(&title, &mut made);
        made.push_str("</dc:title></cp:coreProperties>");
        parts.insert(name, made.into_bytes());
    }
    // Arrows of parts that are gone.
    let homes: Vec<String> = parts.keys().map(|name| relations::home(name)).chain([relations::home("")]).collect();
    parts.retain(|name, _| !name.ends_with(".rels") || homes.contains(name));
    Ok(())
}

/// The same for OpenDocument, where each document inside has its own properties.
fn drop_open_document(parts: &mut Parts) -> Result<(), Misfit> {
    parts.retain(|name, _| !rules::is_about_people(name));
    let names: Vec<String> = parts.keys().filter(|name| *name == "meta.xml" || name.ends_with("/meta.xml")).cloned().collect();
    for name in names {
        let Some(bytes) = parts.get(&name) else { continue };
        let root = xml::parse(bytes)?;
        let title = root.elements().find_map(|meta| meta.child("dc:title")).map(xml::Element::text).unwrap_or_default();
        let mut made = String::from(concat!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n",
            "<office:document-meta xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" ",
            "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" office:version=\"1.2\"><office:meta><dc:title>"
        ));
        xml::escape(&title, &mut made);
        made.push_str("</dc:title></office:meta></office:document-meta>");
        parts.insert(name, made.into_bytes());
    }
    Ok(())
}
