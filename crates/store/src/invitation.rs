//! One-time links with which a person sets a password. Only the hash of a link's key is kept.

use domain::id::PersonId;
use domain::time::Timestamp;

use crate::{Error, Tx};

const FIND: &str = "select person_id from invitations where key_hash = $1 and expires_at > $2";
const DELETE: &str = "delete from invitations where person_id = $1";
const INSERT: &str = "insert into invitations (person_id, key_hash, expires_at) values ($1, $2, $3)";

/// Whom a link is for, while it can be used.
///
/// # Errors
/// The database fails.
pub async fn find(tx: &mut Tx, key_hash: &str, now: Timestamp) -> Result<Option<PersonId>, Error> {
    Ok(tx.find::<(PersonId,)>(FIND, &[key_hash.into(), now.0.into()]).await?.map(|(person,)| person))
}

/// Makes a link for a person; an earlier one cannot be used any more.
///
/// # Errors
/// The database fails.
pub async fn insert(tx: &mut Tx, person_id: &PersonId, key_hash: &str, until: Timestamp) -> Result<(), Error> {
    delete(tx, person_id).await?;
    tx.execute(INSERT, &[person_id.as_str().into(), key_hash.into(), until.0.into()]).await?;
    Ok(())
}

/// Uses a person's link up.
///
/// # Errors
/// The database fails.
pub async fn delete(tx: &mut Tx, person_id: &PersonId) -> Result<(), Error> {
    tx.execute(DELETE, &[person_id.as_str().into()]).await?;
    Ok(())
}
