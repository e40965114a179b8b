//! The letters that mandates rest on, for the people of the own side.

use domain::id::{AttachmentId, MandateId, PersonId};
use domain::viewer::Viewer;
use serde::Deserialize;

use crate::{Error, Tx, Visible};

const FIND: &str = "select l.mandate_id, l.file_id, l.name, l.media_type, l.digest from letters l where l.mandate_id = $1 and l.party = $2 \
     and exists (select 1 from held_roles r where r.person_id = $3)";
const OF_PERSON: &str = "select l.mandate_id, l.file_id, l.name, l.media_type, l.digest from letters l \
     join mandates m on m.id = l.mandate_id where m.person_id = $1 order by l.mandate_id";
const FILES: &str = "select file_id, digest from letters order by file_id";

/// A letter as it is listed and sent.
#[derive(Clone, Debug, Deserialize)]
pub struct Listed {
    /// Of which mandate.
    pub mandate_id: MandateId,
    /// Under which id the bytes lie.
    pub file_id: AttachmentId,
    /// The name it came with.
    pub name: String,
    /// Its kind.
    pub media_type: String,
    /// The SHA-256 of the bytes.
    pub digest: String,
}

/// The letter of a mandate, for the people of its party.
///
/// # Errors
/// The database fails.
pub async fn find(tx: &mut Tx, viewer: &Viewer, mandate: &str) -> Result<Option<Visible<Listed>>, Error> {
    let values = [mandate.into(), viewer.party.code().into(), viewer.person_id.as_str().into()];
    Ok(tx.find(FIND, &values).await?.map(Visible::new))
}

/// The letters of a person's mandates; whoever asks has found the person among their own.
///
/// # Errors
/// The database fails.
pub async fn of_person(tx: &mut Tx, person: &PersonId) -> Result<Vec<Listed>, Error> {
    tx.list(OF_PERSON, &[person.as_str().into()]).await
}

/// The file of every letter with its hash, for the check of their bytes.
///
/// # Errors
/// The database fails.
pub async fn files(tx: &mut Tx) -> Result<Vec<(String, String)>, Error> {
    tx.list(FILES, &[]).await
}
