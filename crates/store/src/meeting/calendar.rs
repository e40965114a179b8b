//! The private address of somebody's calendar: a key of which only the hash is kept. Whoever has it reads when the person's meetings are,
//! as the person may see them at that moment, and nothing of what they are about.

use domain::id::PersonId;
use domain::time::Timestamp;

use crate::{Error, Tx};

const KEEP: &str = "insert into calendar_keys (person_id, key_hash, made_at) values ($1, $2, $3)";
const END: &str = "delete from calendar_keys where person_id = $1";
const OWNER: &str = "select person_id from calendar_keys where key_hash = $1";
const MADE: &str = "select made_at from calendar_keys where person_id = $1";

/// Gives a person a key; the one before opens nothing any more.
///
/// # Errors
/// The database fails.
pub async fn renew(tx: &mut Tx, person: &PersonId, key_hash: &str, now: Timestamp) -> Result<(), Error> {
    end(tx, person).await?;
    tx.execute(KEEP, &[person.as_str().into(), key_hash.into(), now.0.into()]).await?;
    Ok(())
}

/// Ends a person's key.
///
/// # Errors
/// The database fails.
pub async fn end(tx: &mut Tx, person: &PersonId) -> Result<(), Error> {
    tx.execute(END, &[person.as_str().into()]).await?;
    Ok(())
}

/// Whose calendar a key opens.
///
/// # Errors
/// The database fails.
pub async fn owner(tx: &mut Tx, key_hash: &str) -> Result<Option<PersonId>, Error> {
    Ok(tx.find::<(PersonId,)>(OWNER, &[key_hash.into()]).await?.map(|(person,)| person))
}

/// Since when a person has a key.
///
/// # Errors
/// The database fails.
pub async fn made(tx: &mut Tx, person: &PersonId) -> Result<Option<Timestamp>, Error> {
    Ok(tx.find::<(Timestamp,)>(MADE, &[person.as_str().into()]).await?.map(|(at,)| at))
}
