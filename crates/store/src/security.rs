//! Security events: recorded with their cause, listed for administrators.

use domain::change::Change;
use domain::time::Timestamp;
use serde::Deserialize;

use crate::{Error, Tx, ledger, outbox};

const LIST: &str = "select e.seq, e.recorded_at, e.command, e.person_id as actor, s.person_id as about, s.network, s.times from entries e \
     join security_events s on s.entry_id = e.id where e.ledger = 'security' and ($1 = '' or e.command = $1) order by e.seq desc \
     limit $2 offset $3";
const COUNT: &str = "select count(*) from entries where ledger = 'security' and ($1 = '' or command = $1)";

/// How many events a page shows.
pub const PAGE: i64 = 50;

/// An event as it is listed.
#[derive(Clone, Debug, Deserialize)]
pub struct Listed {
    /// Its place in the ledger.
    pub seq: i64,
    /// When.
    pub recorded_at: Timestamp,
    /// What, by the code of its command.
    pub command: String,
    /// Who acted.
    pub actor: domain::id::PersonId,
    /// Whom it is about.
    pub about: Option<domain::id::PersonId>,
    /// From which address.
    pub network: Option<String>,
    /// How often since it was last recorded.
    pub times: i64,
}

/// Records an event in the transaction of its cause, and tells the owner of the account where it concerns one. The transaction must be one of [`crate::Readers::security`].
///
/// # Errors
/// The database fails.
pub async fn record(tx: &mut Tx, event: &Change, request_id: &str) -> Result<(), Error> {
    ledger::append(tx, event, request_id).await?;
    outbox::tell(tx, event).await
}

/// A page of events, the newest first, of one command or of all, and how many there are.
///
/// # Errors
/// The database fails.
pub async fn list(tx: &mut Tx, command: &str, page: i64) -> Result<(Vec<Listed>, i64), Error> {
    let found = tx.list(LIST, &[command.into(), PAGE.into(), ((page - 1) * PAGE).into()]).await?;
    Ok((found, tx.count(COUNT, &[command.into()]).await?))
}
