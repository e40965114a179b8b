//! Verifying: every hash of every ledger is computed again from the rows as they lie there.
//!
//! Three questions for each entry: does it follow the one before, is its hash that of its bytes, do the rows it stamped still
//! say what it committed to. Then the two kinds of row that move are compared with the records that moved them.

use std::collections::HashMap;

use domain::change::Record;
use domain::ledger::{self, Entry};
use domain::party::Audience;
use domain::text;
use serde_json::{Map, Value as Json};

use crate::value::{Row, Value};
use crate::{Error, Tx, record};

const ENTRIES: &str = "select id, ledger, seq, recorded_at, person_id, party, command, subject, subject_id, project_id, \
     version_id, content_hash, request_id, salt, commitment, previous, hash from entries where ledger = $1 order by seq";
const STRAYED: &str = "select p.entry_id from projects p left join project_steps s on s.entry_id = p.entry_id and s.project_id = p.id \
     where case when p.entry_id = p.created_entry_id then p.stage <> 'draft' or p.code is not null or p.authorisation_id is not null \
     else s.id is null or s.to_stage <> p.stage or coalesce(s.code, '') <> coalesce(p.code, '') or s.audience <> p.ledger \
     or coalesce(s.authorisation_id, '') <> coalesce(p.authorisation_id, '') end order by p.id";

/// The first entry of a ledger that does not fit, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// In which ledger.
    pub ledger: Audience,
    /// Its place there.
    pub seq: i64,
    /// What was done.
    pub command: String,
    /// What does not fit.
    pub problem: Problem,
}

/// What does not fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// It does not follow the entry before: one was changed, added or taken out.
    Chain,
    /// Its own bytes were changed.
    Entry,
    /// A row that it recorded was changed, added or taken out.
    Rows,
    /// A hash of a text does not fit the text.
    Content,
    /// The project does not stand where its last step left it.
    Stage,
}

/// What was checked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Entries checked.
    pub entries: usize,
    /// Rows checked.
    pub rows: usize,
    /// The first finding of each ledger.
    pub findings: Vec<Finding>,
}

/// Checks every ledger.
///
/// # Errors
/// The database fails.
pub async fn all(tx: &mut Tx) -> Result<Report, Error> {
    let mut rows = rows_by_entry(tx).await?;
    let strayed: Vec<(String,)> = tx.list(STRAYED, &[]).await?;
    let mut report = Report::default();
    for ledger in Audience::LEDGERS {
        let entries: Vec<Entry> = tx.list(ENTRIES, &[ledger.code().into()]).await?;
        let (mut seq, mut previous, mut found) = (0, ledger::BEGINNING.to_owned(), None);
        for entry in &entries {
            let records = rows.remove(entry.id.as_str()).unwrap_or_default();
            report.rows += records.len();
            let strays = strayed.iter().any(|(id,)| id == entry.id.as_str());
            let problem = check(entry, seq + 1, &previous, &records).or_else(|| strays.then_some(Problem::Stage));
            found = found.or(problem.map(|problem| Finding { ledger, seq: entry.seq, command: entry.command.clone(), problem }));
            (seq, previous) = (entry.seq, entry.hash.clone());
        }
        report.entries += entries.len();
        report.findings.extend(found);
    }
    Ok(report)
}

fn check(entry: &Entry, seq: i64, previous: &str, records: &[Record]) -> Option<Problem> {
    if entry.seq != seq || entry.previous != previous {
        Some(Problem::Chain)
    } else if entry.hash != entry.computed_hash() {
        Some(Problem::Entry)
    } else if entry.commitment != ledger::commitment(&entry.salt, records) {
        Some(Problem::Rows)
    } else if !records.iter().all(hashes_fit) {
        Some(Problem::Content)
    } else {
        None
    }
}

fn hashes_fit(record: &Record) -> bool {
    match record {
        Record::Version(version) => version.content_hash == text::hash(&version.content),
        Record::Edit(edit) => edit.text_hash == text::hash(&edit.text),
        Record::Summary(summary) => summary.hash == text::hash(&summary.content),
        Record::Resolution(resolution) => resolution.hash == resolution.computed_hash(),
        _ => true,
    }
}

async fn rows_by_entry(tx: &mut Tx) -> Result<HashMap<String, Vec<Record>>, Error> {
    let mut found: HashMap<String, Vec<Record>> = HashMap::new();
    for &(kind, sql) in record::READS {
        for row in tx.rows(sql).await? {
            let (entry, record) = parse(kind, row)?;
            found.entry(entry).or_default().push(record);
        }
    }
    Ok(found)
}

fn parse(kind: &str, row: Row) -> Result<(String, Record), Error> {
    let mut columns = row.into_iter();
    let Some((_, Value::Text(entry))) = columns.next() else { return Err(Error::Corrupt(format!("a {kind} without an entry"))) };
    let members: Map<String, Json> =
        columns.map(|(name, value)| (name.clone(), json(value, FLAGS.contains(&name.as_str())))).collect();
    let tagged = Json::Object(std::iter::once((kind.to_owned(), Json::Object(members))).collect());
    let record = serde_json::from_value(tagged).map_err(|problem| Error::Corrupt(format!("{kind}: {problem}")))?;
    Ok((entry, record))
}

/// The columns whose numbers are SQLite's yes and no.
const FLAGS: [&str; 5] = ["purpose", "no_military_party", "no_collection", "no_military_site", "civilian"];

fn json(value: Value, is_flag: bool) -> Json {
    match value {
        Value::Null => Json::Null,
        Value::Text(text) => Json::String(text),
        Value::Int(number) if is_flag => Json::Bool(number != 0),
        Value::Int(number) => number.into(),
        Value::Bool(yes) => yes.into(),
    }
}
