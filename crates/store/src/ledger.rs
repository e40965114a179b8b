//! Appending to a ledger: the entry first, bound to the one before, then the rows it stamps.

use domain::change::Change;
use domain::id::EntryId;
use domain::ledger::{self, Entry};
use domain::text;
use domain::time::Timestamp;
use serde_json::Value as Json;

use crate::value::named;
use crate::{Error, Tick, Tx, notice, record};

const NEWEST: &str = "select coalesce(max(recorded_at), 0) from entries";
const LAST: &str = "select seq, hash, recorded_at from entries where ledger = $1 order by seq desc limit 1";

/// When the newest entry of any ledger was recorded, as far as the readers of this transaction see.
///
/// # Errors
/// The database fails.
pub async fn newest(tx: &mut Tx) -> Result<Timestamp, Error> {
    Ok(Timestamp(tx.count(NEWEST, &[]).await?))
}

/// Records a change: exactly one entry with all its rows.
///
/// # Errors
/// The database refuses or fails; then nothing of it may stay, so the transaction must not go on.
pub async fn append(tx: &mut Tx, change: &Change, request_id: &str) -> Result<Entry, Error> {
    let last: Option<(i64, String, Timestamp)> = tx.find(LAST, &[change.ledger.code().into()]).await?;
    let (seq, previous, after) = last.map_or((1, ledger::BEGINNING.to_owned(), change.at), |(seq, hash, at)| (seq + 1, hash, at));
    // Two different ids, so that the salt cannot be read off the entry's id.
    let mut ids = change.occasion.branch("entry").ids();
    let id: EntryId = ids.fresh();
    let salt = text::hash(ids.fresh::<EntryId>().as_str());
    let mut entry = Entry {
        id,
        ledger: change.ledger,
        seq,
        // A deed may wait for another one that came later; times in a ledger never run back.
        recorded_at: change.at.max(after),
        person_id: change.person_id.clone(),
        party: change.party,
        command: change.command.code(),
        subject: change.subject.to_owned(),
        subject_id: change.subject_id.clone(),
        project_id: change.project_id.clone(),
        version_id: change.version_id.clone(),
        content_hash: change.content_hash.clone(),
        request_id: request_id.to_owned(),
        commitment: ledger::commitment(&salt, &change.records),
        salt,
        previous,
        hash: String::new(),
    };
    entry.hash = entry.computed_hash();
    let Ok(Json::Object(members)) = serde_json::to_value(&entry) else {
        return Err(Error::Corrupt("an entry without members".into()));
    };
    tx.execute(record::ENTRY, &named(record::ENTRY, &members)?).await?;
    record::insert_all(tx, change, &entry).await?;
    notice::make(tx, change, &entry).await?;
    let meeting_id = (change.subject == "meeting").then(|| change.subject_id.as_str().into());
    tx.tick(Tick::Recorded { ledger: change.ledger, project_id: change.project_id.clone(), meeting_id });
    Ok(entry)
}
