//! Rows of the ledger: for each kind of record its insert, and its columns for reading it back when the ledger is verified.
//!
//! An insert binds by name: the record's member with the name of the column, then the stamp. Nothing else writes these tables.

mod inserts;
mod reads;

use domain::change::{Change, Record};
use domain::ledger::Entry;
use serde_json::{Map, Value as Json};

use self::inserts::INSERTS;
pub(crate) use self::reads::READS;
use crate::value::named;
use crate::{Error, Tx};

pub(crate) const ENTRY: &str = "insert into entries (id, ledger, seq, recorded_at, person_id, party, command, subject, subject_id, project_id, \
     version_id, content_hash, request_id, salt, commitment, previous, hash) values ($1, $2, $3, $4, $5, $6, $7, $8, \
     $9, $10, $11, $12, $13, $14, $15, $16, $17)";

const CLOSE_BALLOT: &str =
    "update ballots set closed_at = $1, closing_entry_id = $2, outcome = $3 where id = $4 and closed_at is null";
const MOVE_PROJECT: &str = "update projects set stage = $1, code = $2, authorisation_id = $3, ledger = $4, entry_id = $5, \
     recorded_at = $6 where id = $7 and stage = $8";

/// The kind of a record, and its members.
pub(crate) fn parts(record: &Record) -> Result<(String, Map<String, Json>), Error> {
    let Ok(Json::Object(tagged)) = serde_json::to_value(record) else {
        return Err(Error::Corrupt("a record without members".into()));
    };
    match tagged.into_iter().next() {
        Some((kind, Json::Object(members))) => Ok((kind, members)),
        _ => Err(Error::Corrupt("a record without members".into())),
    }
}

/// Writes all rows of a change, stamped by its entry, in their order.
pub(crate) async fn insert_all(tx: &mut Tx, change: &Change, entry: &Entry) -> Result<(), Error> {
    for record in &change.records {
        match record {
            Record::Closing(closing) => {
                let values = [
                    entry.recorded_at.0.into(),
                    entry.id.as_str().into(),
                    closing.outcome.code().into(),
                    closing.ballot_id.as_str().into(),
                ];
                moved(tx.execute(CLOSE_BALLOT, &values).await?)?;
            }
            Record::Step(step) => {
                insert(tx, record, entry).await?;
                let values = [
                    step.to_stage.code().into(),
                    step.code.clone().into(),
                    step.authorisation_id.as_ref().map(domain::id::AuthorisationId::as_str).into(),
                    step.audience.code().into(),
                    entry.id.as_str().into(),
                    entry.recorded_at.0.into(),
                    step.project_id.as_str().into(),
                    step.from_stage.code().into(),
                ];
                moved(tx.execute(MOVE_PROJECT, &values).await?)?;
            }
            _ => insert(tx, record, entry).await?,
        }
        crate::search::follow(tx, record).await?;
    }
    Ok(())
}

fn moved(rows: u64) -> Result<(), Error> {
    if rows == 1 { Ok(()) } else { Err(Error::Corrupt("a row that was to move is not there".into())) }
}

async fn insert(tx: &mut Tx, record: &Record, entry: &Entry) -> Result<(), Error> {
    let (kind, mut members) = parts(record)?;
    let sql = INSERTS.iter().find(|(name, _)| *name == kind).map(|(_, sql)| *sql);
    let sql = sql.ok_or_else(|| Error::Corrupt(format!("no insert for {kind}")))?;
    members.insert("entry_id".into(), entry.id.as_str().into());
    members.insert("created_entry_id".into(), entry.id.as_str().into());
    members.insert("recorded_at".into(), entry.recorded_at.0.into());
    members.insert("ledger".into(), entry.ledger.code().into());
    members.insert("stage".into(), "draft".into());
    // A point that names no link has no such member, nor has a person's text its origin, so that what was committed to before there were
    // such members still holds.
    members.entry("link_id").or_insert(Json::Null);
    members.entry("origin").or_insert("person".into());
    tx.execute(sql, &named(sql, &members)?).await?;
    Ok(())
}
