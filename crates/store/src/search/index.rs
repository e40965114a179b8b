//! Keeping the indexes: after each record that changes what can be found, the thing is read again as it now stands and takes its
//! place in the index of its audience, in the same transaction.

use domain::change::Record;
use domain::party::Audience;
use domain::project::TITLE;
use domain::search::Kind;

use super::source::{Document, SOURCES, Source};
use crate::{Error, Tx, dialect};

const FORGET: &str = "delete from search_documents where kind = $1 and subject_id = $2 and part = $3 returning audience, place";
/// Two things of one millisecond get places beside each other.
const KEEP: &str = "insert into search_documents (audience, place, kind, subject_id, part, within, project_id, group_id, written_at, \
     text_en, text_he, text_ar) select $1, (select coalesce(max(d.place) + 1, $2) from search_documents d where d.audience = $1 and d.place >= $2 \
     and d.place < $2 + 1024), $3, $4, $5, $6, $7, $8, $9, $10, $11, $12 returning place";
/// What follows its project from one audience to another. Threads have an audience of their own.
const MOVED: &str = "select kind, subject_id, part from search_documents where project_id = $1 and audience <> $2 \
     and kind not in ('thread', 'message')";

/// What goes with a message.
const FILES: &str = "select id from message_files where message_id = $1";

/// What a record changes of what can be found: the kind, the id, and of a section its key.
fn changed(record: &Record) -> Option<(Kind, &str, &str)> {
    Some(match record {
        Record::Edit(edit) if edit.section == TITLE => (Kind::Project, edit.project_id.as_str(), TITLE),
        Record::Edit(edit) => (Kind::Section, edit.project_id.as_str(), &edit.section),
        Record::FormalNote(note) => (Kind::Note, note.id.as_str(), ""),
        Record::Plan(plan) => (Kind::Meeting, plan.meeting_id.as_str(), ""),
        Record::Agenda(agenda) => (Kind::Meeting, agenda.meeting_id.as_str(), ""),
        Record::Decision(decision) => (Kind::Meeting, decision.meeting_id.as_str(), ""),
        Record::ActionItem(action) => (Kind::Meeting, action.meeting_id.as_str(), ""),
        Record::Statement(statement) => (Kind::Meeting, statement.meeting_id.as_str(), ""),
        Record::Point(point) => (Kind::Point, point.id.as_str(), ""),
        Record::Answer(answer) => (Kind::Point, answer.id.as_str(), ""),
        Record::ThreadStart(thread) => (Kind::Thread, thread.id.as_str(), ""),
        Record::Wording(wording) => (Kind::Message, wording.message_id.as_str(), ""),
        Record::MessageEnd(end) => (Kind::Message, end.message_id.as_str(), ""),
        Record::Attachment(file) => (Kind::File, file.id.as_str(), ""),
        Record::MessageFile(file) => (Kind::File, file.id.as_str(), ""),
        Record::Removal(removal) => (Kind::File, removal.attachment_id.as_str(), ""),
        _ => return None,
    })
}

/// Follows a record that was just inserted.
pub(crate) async fn follow(tx: &mut Tx, record: &Record) -> Result<(), Error> {
    if let Record::MessageEnd(end) = record {
        let files: Vec<(String,)> = tx.list(FILES, &[end.message_id.as_str().into()]).await?;
        for (id,) in files {
            again(tx, Kind::File, &id, "").await?;
        }
    }
    if let Some((kind, id, part)) = changed(record) {
        return again(tx, kind, id, part).await;
    }
    if let Record::Step(step) = record {
        let values = [step.project_id.as_str().into(), step.audience.code().into()];
        let moved: Vec<(Kind, String, String)> = tx.list(MOVED, &values).await?;
        for (kind, id, part) in moved {
            again(tx, kind, &id, &part).await?;
        }
    }
    Ok(())
}

/// Reads a thing as it now stands; what is no longer there leaves the index.
pub(super) async fn again(tx: &mut Tx, kind: Kind, id: &str, part: &str) -> Result<(), Error> {
    let former: Option<(Audience, i64)> = tx.find(FORGET, &[kind.code().into(), id.into(), part.into()]).await?;
    if let Some((audience, place)) = former {
        tx.execute(dialect::forget_words(tx.engine(), audience), &[place.into()]).await?;
    }
    for Source { one, .. } in SOURCES.iter().filter(|source| source.kind == kind) {
        if let Some(document) = Document::of(tx.list(one, &[id.into(), part.into()]).await?) {
            return keep(tx, kind, part, &document).await;
        }
    }
    Ok(())
}

async fn keep(tx: &mut Tx, kind: Kind, part: &str, document: &Document) -> Result<(), Error> {
    let values = [
        document.audience.code().into(),
        kind.place(document.written_at).into(),
        kind.code().into(),
        document.subject_id.as_str().into(),
        part.into(),
        document.within.as_str().into(),
        document.project_id.as_ref().map(|id| id.to_string()).into(),
        document.group_id.as_str().into(),
        document.written_at.0.into(),
        document.text_en.clone().into(),
        document.text_he.clone().into(),
        document.text_ar.clone().into(),
    ];
    let place: Option<(i64,)> = tx.find(KEEP, &values).await?;
    let (place,) = place.ok_or_else(|| Error::Corrupt("a place that was not given".to_owned()))?;
    let words = document.words(kind).into();
    tx.execute(dialect::keep_words(tx.engine(), document.audience), &[place.into(), words]).await?;
    Ok(())
}
