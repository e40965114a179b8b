//! A file of a message: for the readers of its thread, and gone with the message.

use serde::{Deserialize, Serialize};

use super::{Message, own};
use crate::change::{Change, Command, Record};
use crate::facts::Facts;
use crate::id::{AttachmentId, MessageId, Occasion, PersonId, ProjectId};
use crate::party::Audience;
use crate::refusal::Refusal;
use crate::viewer::Viewer;

/// Most files of one message.
pub const FILES_LIMIT: usize = 10;

/// A file whose bytes are stored under its id.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MessageFile {
    /// Its id, which is also the name of the stored file.
    pub id: AttachmentId,
    /// Of which message.
    pub message_id: MessageId,
    /// On which project.
    pub project_id: ProjectId,
    /// Who reads it: as the thread.
    pub audience: Audience,
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

/// The author adds a file to a message; its bytes are stored already.
///
/// # Errors
/// Another author, taken back, the same bytes again, or too many.
pub fn attach(
    facts: &Facts,
    viewer: &Viewer,
    message: &Message,
    file: MessageFile,
    occasion: Occasion,
) -> Result<Change, Refusal> {
    own(facts, viewer, message)?;
    if message.files.iter().any(|old| old.digest == file.digest) {
        return Err(Refusal::NothingChanged);
    }
    if message.files.len() >= FILES_LIMIT {
        return Err(Refusal::TooManyFiles);
    }
    Ok(super::change(facts, viewer, message.start.audience, Command::AttachToMessage, occasion)
        .about("message", message.start.id.as_str())
        .with(Record::MessageFile(file)))
}
