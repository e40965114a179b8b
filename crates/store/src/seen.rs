//! How far somebody has seen a thing, for their own eyes: the time of a thread's last message, the number of a version. It only grows.

use domain::id::PersonId;

use crate::{Error, Tx};

const FIND: &str = "select mark from seen where person_id = $1 and kind = $2 and subject_id = $3";
const RAISE: &str = "insert into seen (person_id, kind, subject_id, mark) values ($1, $2, $3, $4) \
     on conflict (person_id, kind, subject_id) do update set mark = excluded.mark where excluded.mark > seen.mark";

/// Of what a mark is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A thread, up to a moment.
    Thread,
    /// A project's text, up to the version with this number.
    Version,
    /// What changed everywhere, up to a moment.
    Activity,
}

impl Kind {
    const fn code(self) -> &'static str {
        match self {
            Self::Thread => "thread",
            Self::Version => "version",
            Self::Activity => "activity",
        }
    }
}

/// How far somebody has seen it.
///
/// # Errors
/// The database fails.
pub async fn find(tx: &mut Tx, person: &PersonId, kind: Kind, subject: &str) -> Result<Option<i64>, Error> {
    let found: Option<(i64,)> = tx.find(FIND, &[person.as_str().into(), kind.code().into(), subject.into()]).await?;
    Ok(found.map(|(mark,)| mark))
}

/// Somebody has seen it as far as this.
///
/// # Errors
/// The database fails.
pub async fn raise(tx: &mut Tx, person: &PersonId, kind: Kind, subject: &str, mark: i64) -> Result<(), Error> {
    tx.execute(RAISE, &[person.as_str().into(), kind.code().into(), subject.into(), mark.into()]).await?;
    Ok(())
}
