//! Rows of the ledger: for each kind of record its insert, and its columns for reading it back when the ledger is verified.
//!
//! An insert binds by name: the record's member with the name of the column, then the stamp. Nothing else writes these tables.

use domain::change::{Change, Record};
use domain::ledger::Entry;
use serde_json::{Map, Value as Json};

use crate::value::named;
use crate::{Error, Tx};

pub(crate) const ENTRY: &str = "insert into entries (id, ledger, seq, recorded_at, person_id, party, command, subject, subject_id, project_id, \
     version_id, content_hash, request_id, salt, commitment, previous, hash) values ($1, $2, $3, $4, $5, $6, $7, $8, \
     $9, $10, $11, $12, $13, $14, $15, $16, $17)";

/// The insert of each kind of record, by its name in snake case. `closing` is the one that updates.
const INSERTS: &[(&str, &str)] = &[
    (
        "role_grant",
        "insert into roles (id, person_id, party, role, group_id, entry_id, recorded_at, ledger) values ($1, $2, $3, $4, \
      $5, $6, $7, $8)",
    ),
    (
        "mandate",
        "insert into mandates (id, person_id, party, group_id, power, starts_at, ends_at, entry_id, recorded_at, ledger) \
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
    ),
    (
        "letter",
        "insert into letters (mandate_id, file_id, party, name, media_type, size, digest, entry_id, recorded_at, ledger) values \
      ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
    ),
    (
        "profile_set",
        "insert into profiles (id, person_id, number, profile, offered_by, entry_id, recorded_at, ledger) values ($1, $2, $3, \
      $4, $5, $6, $7, $8)",
    ),
    (
        "creation",
        "insert into projects (id, group_id, sector, proposed_by, source, person_id, stage, created_entry_id, entry_id, \
      recorded_at, ledger) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
    ),
    (
        "step",
        "insert into project_steps (id, project_id, from_stage, to_stage, code, authorisation_id, audience, person_id, \
      lang, reason, entry_id, recorded_at, ledger) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
    ),
    (
        "edit",
        "insert into edits (id, project_id, section, lang, number, text, text_hash, source_hash, person_id, entry_id, \
      recorded_at, ledger) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
    ),
    (
        "scope",
        "insert into scopes (id, project_id, purpose, no_military_party, no_collection, no_military_site, dual_use, \
      person_id, entry_id, recorded_at, ledger) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
    ),
    (
        "attachment",
        "insert into attachments (id, project_id, name, media_type, size, digest, person_id, entry_id, recorded_at, \
      ledger) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
    ),
    (
        "removal",
        "insert into removals (attachment_id, project_id, person_id, entry_id, recorded_at, ledger) values ($1, $2, $3, \
      $4, $5, $6)",
    ),
    (
        "version",
        "insert into versions (id, project_id, number, content, content_hash, provenance, title_en, title_he, title_ar, \
      lang, reason, person_id, entry_id, recorded_at, ledger) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, \
      $12, $13, $14, $15)",
    ),
    (
        "mark",
        "insert into marks (id, project_id, section, lang, text_hash, source_hash, party, degree, person_id, entry_id, \
      recorded_at, ledger) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
    ),
    (
        "consent",
        "insert into consents (id, project_id, subject, subject_id, subject_hash, party, person_id, entry_id, \
      recorded_at, ledger) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
    ),
    (
        "consent_end",
        "insert into consent_ends (consent_id, project_id, party, person_id, entry_id, recorded_at, ledger) values ($1, \
      $2, $3, $4, $5, $6, $7)",
    ),
    (
        "affirmation",
        "insert into affirmations (id, project_id, version_id, content_hash, party, person_id, position_id, sign_off_id, \
      entry_id, recorded_at, ledger) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
    ),
    (
        "closing_note",
        "insert into closing_notes (consent_id, project_id, party, person_id, lang, note, entry_id, recorded_at, ledger) \
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
    ),
    (
        "opening",
        "insert into ballots (id, project_id, number, version_id, content_hash, level, entry_id, recorded_at, ledger) \
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
    ),
    (
        "position",
        "insert into positions (id, ballot_id, project_id, version_id, content_hash, level, party, number, mandate_id, \
      person_id, verdict, lang, statement, entry_id, recorded_at, ledger) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, \
      $10, $11, $12, $13, $14, $15, $16)",
    ),
    (
        "withdrawal",
        "insert into withdrawals (position_id, project_id, party, level, mandate_id, person_id, lang, reason, entry_id, \
      recorded_at, ledger) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
    ),
    (
        "point",
        "insert into points (id, project_id, version_id, content_hash, party, person_id, number, position_id, \
      sign_off_id, section, class, lang, text, resolve, entry_id, recorded_at, ledger) values ($1, $2, $3, $4, $5, $6, \
      $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)",
    ),
    (
        "answer",
        "insert into answers (id, point_id, project_id, party, person_id, lang, text, entry_id, recorded_at, ledger) \
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
    ),
    (
        "point_end",
        "insert into point_ends (point_id, project_id, party, person_id, lang, note, entry_id, recorded_at, ledger) \
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
    ),
    (
        "condition",
        "insert into conditions (id, project_id, version_id, content_hash, position_id, sign_off_id, party, person_id, \
      number, lang, text, owner, due, evidence, entry_id, recorded_at, ledger) values ($1, $2, $3, $4, $5, $6, $7, $8, \
      $9, $10, $11, $12, $13, $14, $15, $16, $17)",
    ),
    (
        "verification",
        "insert into verifications (id, condition_id, project_id, party, person_id, lang, note, entry_id, recorded_at, \
      ledger) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
    ),
    (
        "preparation",
        "insert into preparations (id, project_id, ballot_id, dossier_hash, person_id, lang, note, entry_id, recorded_at, \
      ledger) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
    ),
    (
        "sign_off",
        "insert into sign_offs (id, ballot_id, project_id, version_id, content_hash, level, dossier_hash, decision, \
      valid_until, party, power, mandate_id, person_id, preparer_id, lang, note, entry_id, recorded_at, ledger) values \
      ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)",
    ),
    (
        "authorisation",
        "insert into authorisations (id, ballot_id, project_id, version_id, content_hash, level, verdict, decision, \
      il_position, il, sy_position, sy, sign_off_id, entry_id, recorded_at, ledger) values ($1, $2, $3, $4, $5, $6, \
      $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)",
    ),
    (
        "revocation",
        "insert into revocations (sign_off_id, project_id, party, power, mandate_id, person_id, lang, reason, entry_id, \
      recorded_at, ledger) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
    ),
    (
        "stop_work",
        "insert into stop_works (id, project_id, party, person_id, lang, reason, entry_id, recorded_at, ledger) values \
      ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
    ),
    (
        "stop_work_end",
        "insert into stop_work_ends (stop_work_id, project_id, party, person_id, lang, note, entry_id, recorded_at, \
      ledger) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
    ),
    (
        "summary",
        "insert into summaries (id, project_id, number, content, hash, person_id, entry_id, recorded_at, ledger) values \
      ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
    ),
    ("release", "insert into releases (summary_id, project_id, entry_id, recorded_at, ledger) values ($1, $2, $3, $4, $5)"),
    (
        "retraction",
        "insert into retractions (summary_id, project_id, person_id, lang, reason, entry_id, recorded_at, ledger) values \
      ($1, $2, $3, $4, $5, $6, $7, $8)",
    ),
    (
        "thread_start",
        "insert into threads (id, project_id, audience, lang, title, person_id, entry_id, recorded_at, ledger) values \
      ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
    ),
    (
        "message_start",
        "insert into messages (id, thread_id, project_id, audience, person_id, party, entry_id, recorded_at, ledger) \
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
    ),
    (
        "wording",
        "insert into wordings (id, message_id, project_id, audience, number, lang, text, entry_id, recorded_at, ledger) \
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
    ),
    (
        "message_end",
        "insert into message_ends (message_id, project_id, audience, entry_id, recorded_at, ledger) values ($1, $2, $3, \
      $4, $5, $6)",
    ),
    ("mandate_end", "insert into mandate_ends (mandate_id, entry_id, recorded_at, ledger) values ($1, $2, $3, $4)"),
    ("role_end", "insert into role_ends (role_id, person_id, entry_id, recorded_at, ledger) values ($1, $2, $3, $4, $5)"),
    ("suspension", "insert into suspensions (id, person_id, entry_id, recorded_at, ledger) values ($1, $2, $3, $4, $5)"),
    (
        "suspension_end",
        "insert into suspension_ends (suspension_id, person_id, entry_id, recorded_at, ledger) values ($1, $2, $3, $4, $5)",
    ),
    (
        "security_event",
        "insert into security_events (id, person_id, network, times, entry_id, recorded_at, ledger) values ($1, $2, $3, $4, \
      $5, $6, $7)",
    ),
];

/// How each kind of record is read back: the entry first, then the record's own columns.
pub(crate) const READS: &[(&str, &str)] = &[
    ("role_grant", "select entry_id, id, person_id, party, role, group_id from roles"),
    ("mandate", "select entry_id, id, person_id, party, group_id, power, starts_at, ends_at from mandates"),
    ("letter", "select entry_id, mandate_id, file_id, party, name, media_type, size, digest from letters"),
    ("profile_set", "select entry_id, id, person_id, number, profile, offered_by from profiles"),
    ("creation", "select created_entry_id, id, group_id, sector, proposed_by, source, person_id from projects"),
    (
        "step",
        "select entry_id, id, project_id, from_stage, to_stage, code, authorisation_id, audience, person_id, lang, reason \
      from project_steps",
    ),
    ("edit", "select entry_id, id, project_id, section, lang, number, text, text_hash, source_hash, person_id from edits"),
    (
        "scope",
        "select entry_id, id, project_id, purpose, no_military_party, no_collection, no_military_site, dual_use, \
      person_id from scopes",
    ),
    ("attachment", "select entry_id, id, project_id, name, media_type, size, digest, person_id from attachments"),
    ("removal", "select entry_id, attachment_id, project_id, person_id from removals"),
    (
        "version",
        "select entry_id, id, project_id, number, content, content_hash, provenance, title_en, title_he, title_ar, lang, \
      reason, person_id from versions",
    ),
    ("mark", "select entry_id, id, project_id, section, lang, text_hash, source_hash, party, degree, person_id from marks"),
    ("consent", "select entry_id, id, project_id, subject, subject_id, subject_hash, party, person_id from consents"),
    (
        "affirmation",
        "select entry_id, id, project_id, version_id, content_hash, party, person_id, position_id, sign_off_id from affirmations",
    ),
    ("closing_note", "select entry_id, consent_id, project_id, party, person_id, lang, note from closing_notes"),
    ("consent_end", "select entry_id, consent_id, project_id, party, person_id from consent_ends"),
    ("opening", "select entry_id, id, project_id, number, version_id, content_hash, level from ballots"),
    (
        "position",
        "select entry_id, id, ballot_id, project_id, version_id, content_hash, level, party, number, mandate_id, \
      person_id, verdict, lang, statement from positions",
    ),
    (
        "withdrawal",
        "select entry_id, position_id, project_id, party, level, mandate_id, person_id, lang, reason from withdrawals",
    ),
    (
        "point",
        "select entry_id, id, project_id, version_id, content_hash, party, person_id, number, position_id, sign_off_id, \
      section, class, lang, text, resolve from points",
    ),
    ("answer", "select entry_id, id, point_id, project_id, party, person_id, lang, text from answers"),
    ("point_end", "select entry_id, point_id, project_id, party, person_id, lang, note from point_ends"),
    (
        "condition",
        "select entry_id, id, project_id, version_id, content_hash, position_id, sign_off_id, party, person_id, number, \
      lang, text, owner, due, evidence from conditions",
    ),
    ("verification", "select entry_id, id, condition_id, project_id, party, person_id, lang, note from verifications"),
    ("preparation", "select entry_id, id, project_id, ballot_id, dossier_hash, person_id, lang, note from preparations"),
    (
        "sign_off",
        "select entry_id, id, ballot_id, project_id, version_id, content_hash, level, dossier_hash, decision, \
      valid_until, party, power, mandate_id, person_id, preparer_id, lang, note from sign_offs",
    ),
    (
        "authorisation",
        "select entry_id, id, ballot_id, project_id, version_id, content_hash, level, verdict, decision, il_position, il, \
      sy_position, sy, sign_off_id from authorisations",
    ),
    (
        "revocation",
        "select entry_id, sign_off_id, project_id, party, power, mandate_id, person_id, lang, reason from revocations",
    ),
    ("stop_work", "select entry_id, id, project_id, party, person_id, lang, reason from stop_works"),
    ("stop_work_end", "select entry_id, stop_work_id, project_id, party, person_id, lang, note from stop_work_ends"),
    ("summary", "select entry_id, id, project_id, number, content, hash, person_id from summaries"),
    ("release", "select entry_id, summary_id, project_id from releases"),
    ("retraction", "select entry_id, summary_id, project_id, person_id, lang, reason from retractions"),
    ("thread_start", "select entry_id, id, project_id, audience, lang, title, person_id from threads"),
    ("message_start", "select entry_id, id, thread_id, project_id, audience, person_id, party from messages"),
    ("wording", "select entry_id, id, message_id, project_id, audience, number, lang, text from wordings"),
    ("message_end", "select entry_id, message_id, project_id, audience from message_ends"),
    ("mandate_end", "select entry_id, mandate_id from mandate_ends"),
    ("role_end", "select entry_id, role_id, person_id from role_ends"),
    ("suspension", "select entry_id, id, person_id from suspensions"),
    ("suspension_end", "select entry_id, suspension_id, person_id from suspension_ends"),
    ("security_event", "select entry_id, id, person_id, network, times from security_events"),
    ("closing", "select closing_entry_id, id as ballot_id, project_id, outcome from ballots where outcome is not null"),
];

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
    tx.execute(sql, &named(sql, &members)?).await?;
    Ok(())
}
