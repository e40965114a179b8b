//! Files that belong to a project's text. A version names them by digest; replacing one is a new version.

use serde::{Deserialize, Serialize};

use crate::change::{Change, Command, Record};
use crate::edit;
use crate::facts::Facts;
use crate::id::{AttachmentId, Occasion, PersonId, ProjectId};
use crate::refusal::Refusal;
use crate::viewer::Viewer;

/// Largest file, in bytes.
pub const SIZE_LIMIT: i64 = 25 * 1024 * 1024;
/// Most files of one project.
pub const COUNT_LIMIT: usize = 40;

/// Most bytes of one project's files.
pub const PROJECT_LIMIT: i64 = 300 * 1024 * 1024;
/// Most bytes that a person may send in a day.
pub const DAY_LIMIT: i64 = 500 * 1024 * 1024;

/// An attached file; its bytes lie outside the database, addressed by this id.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attachment {
    /// Its id, which is also the name of the stored file.
    pub id: AttachmentId,
    /// Of which project.
    pub project_id: ProjectId,
    /// Its name, shown and offered on download.
    pub name: String,
    /// Its kind, from the list of accepted kinds.
    pub media_type: String,
    /// Bytes.
    pub size: i64,
    /// SHA-256 of the bytes, lower-case hex.
    pub digest: String,
    /// Who attached it.
    pub person_id: PersonId,
}

/// The file no longer belongs to the working text; versions that name it still do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Removal {
    /// Which file.
    pub attachment_id: AttachmentId,
    /// Of which project.
    pub project_id: ProjectId,
    /// Who removed it.
    pub person_id: PersonId,
}

/// Attaches a file whose bytes are already stored.
///
/// # Errors
/// The reader may not edit, the text is frozen, the same bytes are attached already, or the project has no room for it.
pub fn attach(facts: &Facts, viewer: &Viewer, file: Attachment, occasion: Occasion) -> Result<Change, Refusal> {
    edit::may_edit(facts, viewer, Command::AttachFile)?;
    if facts.attachments.iter().any(|old| old.digest == file.digest) {
        return Err(Refusal::NothingChanged);
    }
    let size: i64 = facts.attachments.iter().map(|old| old.size).sum();
    if facts.attachments.len() >= COUNT_LIMIT || size + file.size > PROJECT_LIMIT {
        return Err(Refusal::TooManyFiles);
    }
    let id = file.id.to_string();
    Ok(facts.change(viewer, Command::AttachFile, occasion).about("attachment", &id).with(Record::Attachment(file)))
}

/// Takes a file out of the working text.
///
/// # Errors
/// The reader may not edit, the text is frozen, or the file is not attached.
pub fn remove(facts: &Facts, viewer: &Viewer, id: &AttachmentId, occasion: Occasion) -> Result<Change, Refusal> {
    edit::may_edit(facts, viewer, Command::RemoveFile)?;
    if !facts.attachments.iter().any(|file| file.id == *id) {
        return Err(Refusal::AlreadyEnded);
    }
    let removal =
        Removal { attachment_id: id.clone(), project_id: facts.project.id.clone(), person_id: viewer.person_id.clone() };
    Ok(facts.change(viewer, Command::RemoveFile, occasion).about("attachment", id.as_str()).with(Record::Removal(removal)))
}
