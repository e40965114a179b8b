//! What a form says once after its redirect: outcome, codes and typed values. Only the session that sent the form opens it.

use crate::{Error, Tx};

const INSERT: &str = "insert into flashes (id, session_hash, form, content, created_at) values ($1, $2, $3, $4, $5)";
const FIND: &str = "select content from flashes where id = $1 and session_hash = $2";
const SWEEP: &str = "delete from flashes where created_at < $1";

/// Keeps what a form says.
///
/// # Errors
/// The database fails.
pub async fn insert(tx: &mut Tx, id: &str, session_hash: &str, form: &str, content: &str, now: i64) -> Result<(), Error> {
    tx.execute(INSERT, &[id.into(), session_hash.into(), form.into(), content.into(), now.into()]).await?;
    Ok(())
}

/// What a form said, for the session that sent it.
///
/// # Errors
/// The database fails.
pub async fn find(tx: &mut Tx, id: &str, session_hash: &str) -> Result<Option<String>, Error> {
    Ok(tx.find::<(String,)>(FIND, &[id.into(), session_hash.into()]).await?.map(|(content,)| content))
}

/// Forgets what is older than this.
///
/// # Errors
/// The database fails.
pub async fn sweep(tx: &mut Tx, before: i64) -> Result<u64, Error> {
    tx.execute(SWEEP, &[before.into()]).await
}
