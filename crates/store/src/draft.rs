//! Text typed and not sent: one row for each form of a person, read by nobody else.

use domain::id::{GroupId, PersonId};
use domain::time::Timestamp;

use crate::{Error, Tx};

const FIND: &str = "select content, saved_at from drafts where person_id = $1 and form = $2";
const LIST: &str = "select form, content, saved_at from drafts where person_id = $1 order by saved_at desc, form";
const COUNT: &str = "select count(*) from drafts where person_id = $1";
/// Only of those who may write there: the name of a form is what its sender says.
const OTHERS: &str = "select d.person_id, d.saved_at from drafts d where d.form = $1 and d.person_id <> $2 and d.saved_at > $3 and exists \
     (select 1 from held_roles r where r.person_id = d.person_id and r.role in ('member', 'translator', 'co_chair') \
      and (r.group_id is null or r.group_id = $4)) order by d.saved_at desc, d.person_id";
const UPDATE: &str = "update drafts set content = $3, saved_at = $4 where person_id = $1 and form = $2";
const INSERT: &str = "insert into drafts (person_id, form, content, saved_at) values ($1, $2, $3, $4)";
const DELETE: &str = "delete from drafts where person_id = $1 and form = $2";

/// What this person typed into a form and has not sent.
///
/// # Errors
/// The database fails.
pub async fn find(tx: &mut Tx, person_id: &PersonId, form: &str) -> Result<Option<(String, Timestamp)>, Error> {
    tx.find(FIND, &[person_id.as_str().into(), form.into()]).await
}

/// Everything that this person has typed and not sent, the newest first.
///
/// # Errors
/// The database fails.
pub async fn list(tx: &mut Tx, person_id: &PersonId) -> Result<Vec<(String, String, Timestamp)>, Error> {
    tx.list(LIST, &[person_id.as_str().into()]).await
}

/// Who else of a group has typed into a form since a moment and has not sent it, the last one first; never what.
///
/// # Errors
/// The database fails.
pub async fn others(
    tx: &mut Tx,
    person_id: &PersonId,
    (form, group): (&str, &GroupId),
    since: Timestamp,
) -> Result<Vec<(PersonId, Timestamp)>, Error> {
    tx.list(OTHERS, &[form.into(), person_id.as_str().into(), since.0.into(), group.as_str().into()]).await
}

/// How much that is.
///
/// # Errors
/// The database fails.
pub async fn count(tx: &mut Tx, person_id: &PersonId) -> Result<i64, Error> {
    tx.count(COUNT, &[person_id.as_str().into()]).await
}

/// Keeps what a person has typed so far.
///
/// # Errors
/// The database fails.
pub async fn save(tx: &mut Tx, person_id: &PersonId, form: &str, content: &str, now: Timestamp) -> Result<(), Error> {
    let values = [person_id.as_str().into(), form.into(), content.into(), now.0.into()];
    if tx.execute(UPDATE, &values).await? == 0 {
        tx.execute(INSERT, &values).await?;
    }
    Ok(())
}

/// Forgets it: it was sent, or is not wanted.
///
/// # Errors
/// The database fails.
pub async fn delete(tx: &mut Tx, person_id: &PersonId, form: &str) -> Result<(), Error> {
    tx.execute(DELETE, &[person_id.as_str().into(), form.into()]).await?;
    Ok(())
}
