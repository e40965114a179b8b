//! A file as it comes: of a kind that we take, by its ending and by what it is. What its author's program wrote about people is taken
//! out before anything is hashed, since a name is for the own side; only PDF and plain text stay as they came.

use domain::attachment::SIZE_LIMIT;
use domain::id::AttachmentId;
use domain::text as rules;
use office::{clean, kind, pictures};
use sha2::{Digest, Sha256};

use crate::form::{Outcome, Posted};
use crate::request::{Ask, Upload};

/// Kinds that are accepted: ending, media type, and how the bytes begin.
const KINDS: [(&str, &str, &[u8]); 6] = [
    ("pdf", "application/pdf", b"%PDF-"),
    ("png", "image/png", b"\x89PNG\r\n\x1a\n"),
    ("jpg", "image/jpeg", b"\xff\xd8\xff"),
    ("jpeg", "image/jpeg", b"\xff\xd8\xff"),
    ("txt", "text/plain", b""),
    ("csv", "text/csv", b""),
];
/// Largest picture, in pixels.
const PIXELS: u64 = 40_000_000;

/// A file that came with a form and is of a kind that we take.
pub(crate) struct Received {
    /// Its name without a path.
    pub name: String,
    /// Its kind.
    pub media_type: &'static str,
    /// The SHA-256 of the bytes.
    pub digest: String,
    /// How many bytes it has.
    pub size: i64,
    bytes: Vec<u8>,
}

impl Received {
    fn of(name: String, media_type: &'static str, bytes: Vec<u8>) -> Self {
        let size = i64::try_from(bytes.len()).unwrap_or(i64::MAX);
        Self { name, media_type, digest: rules::hex(&Sha256::digest(&bytes)), size, bytes }
    }

    /// Keeps the bytes under an id of their own, before any row names them.
    ///
    /// # Errors
    /// The outcome where they cannot be written.
    pub async fn keep(self, ask: &Ask, id: &AttachmentId) -> Result<(), Outcome> {
        write(&ask.portal.files, id, self.bytes).await.map_err(|error| {
            tracing::error!(request = ask.id, %error, "a file could not be kept");
            Outcome::Failed
        })
    }
}

/// Writes the bytes where they stay: a temporary file first, so that a half one is never read.
async fn write(folder: &std::path::Path, id: &AttachmentId, bytes: Vec<u8>) -> std::io::Result<()> {
    let (folder, name) = (folder.to_owned(), id.to_string());
    let kept = tokio::task::spawn_blocking(move || {
        use std::io::Write as _;
        std::fs::create_dir_all(&folder)?;
        let passing = folder.join(format!("{name}.part"));
        let mut file = std::fs::File::create(&passing)?;
        file.write_all(&bytes)?;
        file.sync_all()?;
        std::fs::rename(&passing, folder.join(&name))?;
        std::fs::File::open(&folder)?.sync_all()
    });
    kept.await.map_err(std::io::Error::other)?
}

/// What becomes of a file's author.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Authors {
    /// Taken out: others read the file.
    Removed,
    /// Left in: it is evidence for the own side.
    Kept,
}

/// The file of this form, if there is one; what is wrong with it is said beside its field.
pub(crate) async fn received(form: &mut Posted, upload: Option<Upload>, authors: Authors) -> Option<Received> {
    let Upload { name, bytes } = upload.filter(|upload| !upload.bytes.is_empty())?;
    if i64::try_from(bytes.len()).unwrap_or(i64::MAX) > SIZE_LIMIT {
        form.wrong("file", "too-large");
        return None;
    }
    let base = name.rsplit(['/', '\\']).next().unwrap_or_default().to_owned();
    let name = rules::required(rules::line(&base, 200)).ok();
    // Looking into a file takes a while, which nobody else has to wait for.
    let looked = tokio::task::spawn_blocking(move || {
        let name = name.ok_or("wrong-kind")?;
        let (media_type, bytes) = checked(&name, bytes, authors)?;
        Ok(Received::of(name, media_type, bytes))
    });
    match looked.await.unwrap_or(Err("wrong-kind")) {
        Ok(received) => Some(received),
        Err(problem) => {
            form.wrong("file", problem);
            None
        }
    }
}

/// The kind of a file, by its ending and what it is, with the bytes that are kept; else what is wrong.
fn checked(name: &str, bytes: Vec<u8>, authors: Authors) -> Result<(&'static str, Vec<u8>), &'static str> {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_lowercase()).ok_or("wrong-kind")?;
    if let Some(wanted) = kind::Kind::ALL.into_iter().find(|kind| kind.extension() == ending) {
        return office_file(wanted, bytes, authors);
    }
    let (_, media_type, start) = KINDS.into_iter().find(|(known, _, _)| *known == ending).ok_or("wrong-kind")?;
    if !bytes.starts_with(start) {
        return Err("wrong-kind");
    }
    match media_type {
        "image/png" | "image/jpeg" => picture(&bytes, authors).map(|clean| (media_type, clean.unwrap_or(bytes))),
        "text/plain" | "text/csv" if std::str::from_utf8(&bytes).is_ok_and(|text| !text.contains('\0')) => {
            Ok((media_type, bytes))
        }
        "application/pdf" => Ok((media_type, bytes)),
        _ => Err("wrong-kind"),
    }
}

fn office_file(wanted: kind::Kind, bytes: Vec<u8>, authors: Authors) -> Result<(&'static str, Vec<u8>), &'static str> {
    if kind::inspect(&bytes) != Ok(wanted) {
        return Err("wrong-kind");
    }
    match authors {
        Authors::Kept => Ok((wanted.media_type(), bytes)),
        Authors::Removed => Ok((wanted.media_type(), clean::without_authors(&bytes, wanted).map_err(|_| "wrong-kind")?)),
    }
}

/// A picture of bearable size; without what the camera wrote, where that is to go.
fn picture(bytes: &[u8], authors: Authors) -> Result<Option<Vec<u8>>, &'static str> {
    let found = pictures::inspect(bytes).map_err(|_| "wrong-kind")?;
    if found.pixels() > PIXELS {
        return Err("too-many-pixels");
    }
    let clean = (authors == Authors::Removed).then(|| pictures::without_metadata(bytes));
    clean.transpose().map_err(|_| "wrong-kind")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kind_of(name: &str, bytes: &[u8]) -> Option<&'static str> {
        checked(name, bytes.to_vec(), Authors::Kept).ok().map(|(kind, _)| kind)
    }

    #[test]
    fn ending_and_content_must_agree() {
        assert_eq!(kind_of("a.pdf", b"%PDF-1.7"), Some("application/pdf"));
        assert_eq!(kind_of("a.PDF", b"%PDF-1.7"), Some("application/pdf"));
        assert_eq!(kind_of("a.txt", b"plain"), Some("text/plain"));
        for (name, bytes) in [
            ("a.pdf", b"<html>".as_slice()),
            ("a.html", b"<html>"),
            ("a.svg", b"<svg/>"),
            ("a.txt", b"\xff\xfe"),
            ("pdf", b"%PDF-"),
            ("a.docx", b"PK\x03\x04 anything"),
            ("a.png", b"\x89PNG\r\n\x1a\n and nothing more"),
            ("a.exe", b"MZ"),
        ] {
            assert_eq!(kind_of(name, bytes), None, "{name}");
        }
    }

    #[test]
    fn an_office_file_loses_its_author_where_others_read_it() {
        let signed = include_bytes!("../../../../crates/office/tests/libreoffice/signed.docx").to_vec();
        let kept = checked("a.docx", signed.clone(), Authors::Kept).map(|(_, bytes)| bytes);
        assert_eq!(kept.as_deref(), Ok(signed.as_slice()));
        let removed = checked("a.docx", signed.clone(), Authors::Removed).map(|(_, bytes)| bytes);
        assert!(removed.is_ok_and(|bytes| bytes != signed));
        assert!(checked("a.odt", signed, Authors::Removed).is_err(), "another kind than its ending says");
    }
}
