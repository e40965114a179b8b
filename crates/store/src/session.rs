//! Sessions: the record as tower-sessions gives it, under the hash of its id. Whoever reads the table cannot sign in with it.

use domain::id::PersonId;

use crate::{Error, Tx};

const FIND: &str = "select record, expires_at from sessions where id_hash = $1 and expires_at > $2";
const DELETE: &str = "delete from sessions where id_hash = $1";
const INSERT: &str = "insert into sessions (id_hash, person_id, record, expires_at) values ($1, $2, $3, $4)";
const UPDATE: &str = "update sessions set person_id = $2, record = $3, expires_at = $4 where id_hash = $1";
const END_OTHERS: &str = "delete from sessions where person_id = $1 and id_hash <> $2";
/// Also of a session that has expired: whose it was.
const OWNER: &str = "select person_id from sessions where id_hash = $1 and person_id is not null";
const LIST: &str =
    "select id_hash, record, expires_at from sessions where person_id = $1 and expires_at > $2 order by expires_at desc, id_hash";
const SWEEP: &str = "delete from sessions where expires_at < $1";

/// The record of a session that has not expired, and when it does, in seconds.
///
/// # Errors
/// The database fails.
pub async fn find(tx: &mut Tx, id_hash: &str, now: i64) -> Result<Option<(String, i64)>, Error> {
    tx.find(FIND, &[id_hash.into(), now.into()]).await
}

/// Whose session this is or was, until it is swept: a form that comes too late goes back to the same person only.
///
/// # Errors
/// The database fails.
pub async fn owner(tx: &mut Tx, id_hash: &str) -> Result<Option<PersonId>, Error> {
    Ok(tx.find::<(PersonId,)>(OWNER, &[id_hash.into()]).await?.map(|(person,)| person))
}

/// Keeps a session's record.
///
/// # Errors
/// The database fails.
pub async fn save(tx: &mut Tx, id_hash: &str, person: Option<&str>, record: &str, expires_at: i64) -> Result<(), Error> {
    let values = [id_hash.into(), person.into(), record.into(), expires_at.into()];
    if tx.execute(UPDATE, &values).await? == 0 {
        tx.execute(INSERT, &values).await?;
    }
    Ok(())
}

/// Ends a session.
///
/// # Errors
/// The database fails.
pub async fn delete(tx: &mut Tx, id_hash: &str) -> Result<(), Error> {
    tx.execute(DELETE, &[id_hash.into()]).await?;
    Ok(())
}

/// The sessions of a person that have not expired: hash, record and end in seconds, the one used last first.
///
/// # Errors
/// The database fails.
pub async fn list(tx: &mut Tx, person_id: &PersonId, now: i64) -> Result<Vec<(String, String, i64)>, Error> {
    tx.list(LIST, &[person_id.as_str().into(), now.into()]).await
}

/// Ends all sessions of a person but this one.
///
/// # Errors
/// The database fails.
pub async fn end_others(tx: &mut Tx, person_id: &PersonId, id_hash: &str) -> Result<(), Error> {
    tx.execute(END_OTHERS, &[person_id.as_str().into(), id_hash.into()]).await?;
    Ok(())
}

/// Forgets sessions that expired before this.
///
/// # Errors
/// The database fails.
pub async fn sweep(tx: &mut Tx, before: i64) -> Result<u64, Error> {
    tx.execute(SWEEP, &[before.into()]).await
}
