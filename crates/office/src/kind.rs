//! What an office file really is: told by its own declaration inside, not by its name. Anything that runs is refused here.

use crate::misfit::Misfit;
use crate::package::{self, Parts};
use crate::{relations, xml};

/// The office files that the portal takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Word.
    Docx,
    /// Excel.
    Xlsx,
    /// PowerPoint.
    Pptx,
    /// OpenDocument text.
    Odt,
    /// OpenDocument spreadsheet.
    Ods,
    /// OpenDocument presentation.
    Odp,
}

impl Kind {
    /// All of them.
    pub const ALL: [Self; 6] = [Self::Docx, Self::Xlsx, Self::Pptx, Self::Odt, Self::Ods, Self::Odp];

    /// The ending of its name.
    #[must_use]
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Docx => "docx",
            Self::Xlsx => "xlsx",
            Self::Pptx => "pptx",
            Self::Odt => "odt",
            Self::Ods => "ods",
            Self::Odp => "odp",
        }
    }

    /// Its media type.
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            Self::Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            Self::Pptx => "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            Self::Odt => "application/vnd.oasis.opendocument.text",
            Self::Ods => "application/vnd.oasis.opendocument.spreadsheet",
            Self::Odp => "application/vnd.oasis.opendocument.presentation",
        }
    }

    /// Is it one of the OpenDocument kinds?
    #[must_use]
    pub const fn is_open_document(self) -> bool {
        matches!(self, Self::Odt | Self::Ods | Self::Odp)
    }
}

/// What the bytes are.
///
/// # Errors
/// They are no office file of the list, or one that is encrypted, too large, or holds something that runs.
pub fn inspect(bytes: &[u8]) -> Result<Kind, Misfit> {
    of(&package::open(bytes)?)
}

/// What the parts are.
pub(crate) fn of(parts: &Parts) -> Result<Kind, Misfit> {
    match (parts.get("mimetype"), parts.get("[Content_Types].xml")) {
        (Some(declared), None) => open_document(parts, declared),
        (None, Some(types)) => office_open(parts, types),
        // Both: two programs would see two different files.
        _ => Err(Misfit::UnknownKind),
    }
}

fn open_document(parts: &Parts, declared: &[u8]) -> Result<Kind, Misfit> {
    let kind = Kind::ALL.into_iter().find(|kind| kind.is_open_document() && kind.media_type().as_bytes() == declared);
    let kind = kind.ok_or(Misfit::UnknownKind)?;
    let manifest = xml::parse(parts.get("META-INF/manifest.xml").ok_or(Misfit::UnknownKind)?)?;
    if manifest.elements().any(|entry| entry.child("manifest:encryption-data").is_some()) {
        return Err(Misfit::Encrypted);
    }
    // `Basic` and `Dialogs` hold macros of LibreOffice, `Scripts` those of other languages, wherever they lie.
    let runs =
        |name: &String| name.split('/').any(|step| ["basic", "scripts", "dialogs"].contains(&step.to_ascii_lowercase().as_str()));
    if parts.keys().any(runs) {
        return Err(Misfit::Macro);
    }
    for part in ["content.xml", "styles.xml", "meta.xml", "settings.xml"] {
        match parts.get(part) {
            Some(bytes) => drop(xml::parse(bytes)?),
            None if part == "content.xml" => return Err(Misfit::UnknownKind),
            None => {}
        }
    }
    Ok(kind)
}

fn office_open(parts: &Parts, types: &[u8]) -> Result<Kind, Misfit> {
    let types = xml::parse(types)?;
    let runs = |name: &str| {
        let name = name.to_ascii_lowercase();
        name.contains("vbaproject") || name.contains("vbadata") || name.contains("activex") || name.contains("macrosheets/")
    };
    let runs_type = |kind: &str| {
        let kind = kind.to_ascii_lowercase();
        ["macroenabled", "vbaproject", "activex", "macrosheet", "intlmacrosheet"].iter().any(|word| kind.contains(word))
    };
    let declared = || types.elements().filter_map(|element| element.attribute("ContentType"));
    if parts.keys().any(|name| runs(name)) || declared().any(runs_type) {
        return Err(Misfit::Macro);
    }
    let main = relations::main_part(parts)?;
    let path = format!("/{main}");
    let of_part = types.elements().find(|element| {
        element.name == "ct:Override" && element.attribute("PartName").is_some_and(|name| name.eq_ignore_ascii_case(&path))
    });
    let ending = main.rsplit('.').next().unwrap_or_default();
    let of_ending = types.elements().find(|element| {
        element.name == "ct:Default" && element.attribute("Extension").is_some_and(|name| name.eq_ignore_ascii_case(ending))
    });
    let declared = of_part.or(of_ending).and_then(|element| element.attribute("ContentType")).ok_or(Misfit::UnknownKind)?;
    let base = declared.strip_suffix(".main+xml").ok_or(Misfit::UnknownKind)?;
    let kind = Kind::ALL.into_iter().find(|kind| kind.media_type() == base).ok_or(Misfit::UnknownKind)?;
    xml::parse(parts.get(&main).ok_or(Misfit::UnknownKind)?)?;
    Ok(kind)
}
