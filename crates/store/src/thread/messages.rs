//! The messages of a thread, each with its wordings, its files, whom it answers and whose attention it asks for.

use std::collections::BTreeMap;

use domain::id::{MessageId, PersonId};
use domain::thread::{Message, MessageFile, MessageStart, ThreadStart, Wording};
use domain::time::Timestamp;
use serde::Deserialize;

use crate::{Error, Tx};

/// Each with when it was taken back and which one it answers, if so.
const MESSAGES: &str = "select m.id, m.thread_id, m.project_id, m.audience, m.person_id, m.party, e.recorded_at as ended_at, r.to_id \
     from messages m left join message_ends e on e.message_id = m.id left join replies r on r.message_id = m.id \
     where m.thread_id = $1 order by m.recorded_at, m.id";
const WORDINGS: &str = "select w.id, w.message_id, w.project_id, w.audience, w.number, w.lang, w.text, w.recorded_at from wordings w \
     join messages m on m.id = w.message_id where m.thread_id = $1 order by w.number";
const MENTIONS: &str = "select n.message_id, n.person_id from mentions n join messages m on m.id = n.message_id \
     where m.thread_id = $1 order by n.person_id";
const FILES: &str = "select f.id, f.message_id, f.project_id, f.audience, f.name, f.media_type, f.size, f.digest, f.person_id, \
     f.recorded_at from message_files f join messages m on m.id = f.message_id where m.thread_id = $1 order by f.recorded_at, f.id";

#[derive(Deserialize)]
struct Posted {
    #[serde(flatten)]
    start: MessageStart,
    ended_at: Option<Timestamp>,
    to_id: Option<MessageId>,
}

#[derive(Deserialize)]
struct Dated {
    #[serde(flatten)]
    wording: Wording,
    recorded_at: Timestamp,
}

#[derive(Deserialize)]
struct Filed {
    #[serde(flatten)]
    file: MessageFile,
    recorded_at: Timestamp,
}

/// What belongs to one message, out of what belongs to all.
fn by_message<T>(rows: impl IntoIterator<Item = (MessageId, T)>) -> BTreeMap<MessageId, Vec<T>> {
    let mut found: BTreeMap<MessageId, Vec<T>> = BTreeMap::new();
    for (id, row) in rows {
        found.entry(id).or_default().push(row);
    }
    found
}

pub(super) async fn list(tx: &mut Tx, thread: &ThreadStart) -> Result<Vec<Message>, Error> {
    let id = &[thread.id.as_str().into()];
    let posted: Vec<Posted> = tx.list(MESSAGES, id).await?;
    let wordings: Vec<Dated> = tx.list(WORDINGS, id).await?;
    let mentions: Vec<(MessageId, PersonId)> = tx.list(MENTIONS, id).await?;
    let files: Vec<Filed> = tx.list(FILES, id).await?;
    let mut wordings =
        by_message(wordings.into_iter().map(|one| (one.wording.message_id.clone(), (one.wording, one.recorded_at))));
    let mut mentions = by_message(mentions);
    let mut files = by_message(files.into_iter().map(|one| (one.file.message_id.clone(), (one.file, one.recorded_at))));
    let message = |Posted { start, ended_at, to_id }: Posted| {
        let wordings = wordings.remove(&start.id).unwrap_or_default();
        let files = files.remove(&start.id).unwrap_or_default();
        let times = wordings.iter().map(|(_, at)| *at).chain(files.iter().map(|(_, at)| *at)).chain(ended_at);
        Message {
            changed_at: times.max().unwrap_or(Timestamp(0)),
            posted_at: wordings.first().map_or(Timestamp(0), |(_, at)| *at),
            wordings,
            ended: ended_at.is_some(),
            answers: to_id,
            mentioned: mentions.remove(&start.id).unwrap_or_default(),
            files: files.into_iter().map(|(file, _)| file).collect(),
            start,
        }
    };
    Ok(posted.into_iter().map(message).collect())
}
