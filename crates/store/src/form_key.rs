//! Sending a form again is harmless: its key is claimed in the transaction of the deed.

use crate::perform::{Failure, Request};
use crate::{Error, Tx};

const FIND: &str = "select digest, answer from form_keys where person_id = $1 and form_key = $2";
const CLAIM: &str = "insert into form_keys (person_id, form_key, digest, answer, created_at) values ($1, $2, $3, $4, $5)";
const SWEEP: &str = "delete from form_keys where created_at < $1";

/// Was this form sent before?
///
/// # Errors
/// [`Failure::Repeated`] with the first answer, or [`Failure::KeyReused`] when its contents were other ones.
pub async fn repeated(tx: &mut Tx, request: &Request) -> Result<(), Failure> {
    let Some(form) = &request.form else { return Ok(()) };
    let known: Option<(String, String)> = tx.find(FIND, &[request.person_id.as_str().into(), form.key.as_str().into()]).await?;
    match known {
        None => Ok(()),
        Some((digest, answer)) if digest == form.digest => Err(Failure::Repeated(answer)),
        Some(_) => Err(Failure::KeyReused),
    }
}

/// Keeps the answer under the form's key.
///
/// # Errors
/// The database fails.
pub async fn claim(tx: &mut Tx, request: &Request, answer: &str) -> Result<(), Error> {
    let Some(form) = &request.form else { return Ok(()) };
    let values = [
        request.person_id.as_str().into(),
        form.key.as_str().into(),
        form.digest.as_str().into(),
        answer.into(),
        request.occasion.at.0.into(),
    ];
    tx.execute(CLAIM, &values).await?;
    Ok(())
}

/// Forgets keys older than this.
///
/// # Errors
/// The database fails.
pub async fn sweep(tx: &mut Tx, before: i64) -> Result<u64, Error> {
    tx.execute(SWEEP, &[before.into()]).await
}
