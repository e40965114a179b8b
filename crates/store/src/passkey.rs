//! Passkeys: the public half of a key that a person's device holds. What it says is the business of whoever checks it.

use domain::id::PersonId;
use domain::time::Timestamp;
use serde::Deserialize;

use crate::{Error, Tx};

const LIST: &str =
    "select id, person_id, name, credential, created_at, used_at from passkeys where person_id = $1 order by created_at, id";
const FIND: &str = "select id, person_id, name, credential, created_at, used_at from passkeys where id = $1";
const INSERT: &str = "insert into passkeys (id, person_id, name, credential, created_at) values ($1, $2, $3, $4, $5)";
const USED: &str = "update passkeys set credential = $2, used_at = $3 where id = $1";
const DELETE: &str = "delete from passkeys where id = $1 and person_id = $2";

/// A passkey.
#[derive(Clone, Debug, Deserialize)]
pub struct Passkey {
    /// The id of its credential.
    pub id: String,
    /// Whose.
    pub person_id: PersonId,
    /// What its owner calls it.
    pub name: String,
    /// Its public half, with its counter.
    pub credential: String,
    /// Since when.
    pub created_at: Timestamp,
    /// When it was last used.
    pub used_at: Option<Timestamp>,
}

/// A person's passkeys.
///
/// # Errors
/// The database fails.
pub async fn list(tx: &mut Tx, person_id: &PersonId) -> Result<Vec<Passkey>, Error> {
    tx.list(LIST, &[person_id.as_str().into()]).await
}

/// The passkey with this credential id.
///
/// # Errors
/// The database fails.
pub async fn find(tx: &mut Tx, id: &str) -> Result<Option<Passkey>, Error> {
    tx.find(FIND, &[id.into()]).await
}

/// Keeps a new passkey.
///
/// # Errors
/// The credential is known already, or the database fails.
pub async fn insert(
    tx: &mut Tx,
    person_id: &PersonId,
    id: &str,
    name: &str,
    credential: &str,
    now: Timestamp,
) -> Result<(), Error> {
    tx.execute(INSERT, &[id.into(), person_id.as_str().into(), name.into(), credential.into(), now.0.into()]).await?;
    Ok(())
}

/// Keeps the counter of a passkey that was just used.
///
/// # Errors
/// The database fails.
pub async fn used(tx: &mut Tx, id: &str, credential: &str, now: Timestamp) -> Result<(), Error> {
    tx.execute(USED, &[id.into(), credential.into(), now.0.into()]).await?;
    Ok(())
}

/// Takes a person's passkey away; false where it is not theirs.
///
/// # Errors
/// The database fails.
pub async fn delete(tx: &mut Tx, person_id: &PersonId, id: &str) -> Result<bool, Error> {
    Ok(tx.execute(DELETE, &[id.into(), person_id.as_str().into()]).await? == 1)
}
