//! Second factors: the secret of a person's authenticator app, sealed by whoever calls, and the hashes of recovery codes.

use domain::id::PersonId;
use domain::time::Timestamp;
use serde::Deserialize;

use crate::{Error, Tx};

const FIND: &str = "select secret, last_step from authenticators where person_id = $1";
const ANY: &str =
    "select (select count(*) from authenticators where person_id = $1) + (select count(*) from passkeys where person_id = $1)";
const INSERT: &str = "insert into authenticators (person_id, secret, last_step, created_at) values ($1, $2, $3, $4)";
const DELETE: &str = "delete from authenticators where person_id = $1";
const USE_STEP: &str = "update authenticators set last_step = $2 where person_id = $1 and last_step < $2";
const CODES: &str = "select count(*) from recovery_codes where person_id = $1";
const ADD_CODE: &str = "insert into recovery_codes (code_hash, person_id, created_at) values ($1, $2, $3)";
const USE_CODE: &str = "delete from recovery_codes where person_id = $1 and code_hash = $2";
const DROP_CODES: &str = "delete from recovery_codes where person_id = $1";

/// An authenticator app.
#[derive(Clone, Debug, Deserialize)]
pub struct Authenticator {
    /// Its secret, sealed.
    pub secret: String,
    /// The last step that was used; no step counts twice.
    pub last_step: i64,
}

/// A person's authenticator app.
///
/// # Errors
/// The database fails.
pub async fn find(tx: &mut Tx, person_id: &PersonId) -> Result<Option<Authenticator>, Error> {
    tx.find(FIND, &[person_id.as_str().into()]).await
}

/// Has the person any second factor, an app or a passkey?
///
/// # Errors
/// The database fails.
pub async fn has_any(tx: &mut Tx, person_id: &PersonId) -> Result<bool, Error> {
    Ok(tx.count(ANY, &[person_id.as_str().into()]).await? > 0)
}

/// Sets a person's authenticator app; one before it goes.
///
/// # Errors
/// The database fails.
pub async fn insert(tx: &mut Tx, person_id: &PersonId, secret: &str, step: i64, now: Timestamp) -> Result<(), Error> {
    tx.execute(DELETE, &[person_id.as_str().into()]).await?;
    tx.execute(INSERT, &[person_id.as_str().into(), secret.into(), step.into(), now.0.into()]).await?;
    Ok(())
}

/// Takes a person's authenticator app away, and the recovery codes where they would stand in for nothing.
///
/// # Errors
/// The database fails.
pub async fn delete(tx: &mut Tx, person_id: &PersonId) -> Result<(), Error> {
    tx.execute(DELETE, &[person_id.as_str().into()]).await?;
    if crate::passkey::list(tx, person_id).await?.is_empty() {
        tx.execute(DROP_CODES, &[person_id.as_str().into()]).await?;
    }
    Ok(())
}

/// Uses a step up; false where it, or a later one, was used before.
///
/// # Errors
/// The database fails.
pub async fn use_step(tx: &mut Tx, person_id: &PersonId, step: i64) -> Result<bool, Error> {
    Ok(tx.execute(USE_STEP, &[person_id.as_str().into(), step.into()]).await? == 1)
}

/// How many recovery codes a person has left.
///
/// # Errors
/// The database fails.
pub async fn codes_left(tx: &mut Tx, person_id: &PersonId) -> Result<i64, Error> {
    tx.count(CODES, &[person_id.as_str().into()]).await
}

/// Sets a person's recovery codes, by their hashes; those before go.
///
/// # Errors
/// The database fails.
pub async fn set_codes(tx: &mut Tx, person_id: &PersonId, hashes: &[String], now: Timestamp) -> Result<(), Error> {
    tx.execute(DROP_CODES, &[person_id.as_str().into()]).await?;
    for hash in hashes {
        tx.execute(ADD_CODE, &[hash.as_str().into(), person_id.as_str().into(), now.0.into()]).await?;
    }
    Ok(())
}

/// Uses a recovery code up; false where there is no such code.
///
/// # Errors
/// The database fails.
pub async fn use_code(tx: &mut Tx, person_id: &PersonId, hash: &str) -> Result<bool, Error> {
    Ok(tx.execute(USE_CODE, &[person_id.as_str().into(), hash.into()]).await? == 1)
}
