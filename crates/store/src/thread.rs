//! Threads and messages, as far as their audience lets this viewer read.

use std::collections::BTreeMap;
use std::sync::Arc;

use domain::change::Change;
use domain::facts::Facts;
use domain::id::MessageId;
use domain::party::Audience;
use domain::refusal::Refusal;
use domain::thread::{Message, MessageStart, ThreadStart, Wording};
use domain::time::Timestamp;
use domain::viewer::Viewer;
use serde::Deserialize;

use crate::perform::{Failure, Request, readers};
use crate::{Db, Error, Tx, Visible, facts, form_key, ledger, person, project};

/// The condition on `audience`: joint, or one of the audiences that the viewer reads, `$2` to `$4`.
macro_rules! readable {
    () => {
        "audience in ('joint', $2, $3, $4)"
    };
}

const THREADS: &str = concat!(
    "select t.id, t.project_id, t.audience, t.lang, t.title, t.person_id, t.recorded_at, \
     (select count(*) from messages m where m.thread_id = t.id) as messages, \
     (select max(m.recorded_at) from messages m where m.thread_id = t.id) as last_at \
     from threads t where t.project_id = $1 and t.",
    readable!(),
    " order by last_at desc, t.id"
);
const THREAD: &str = concat!(
    "select id, project_id, audience, lang, title, person_id from threads where project_id = $1 and ",
    readable!(),
    " and id = $5"
);
const MESSAGES: &str = "select id, thread_id, project_id, audience, person_id, party from messages where thread_id = $1 \
     order by recorded_at, id";
const WORDINGS: &str = "select w.id, w.message_id, w.project_id, w.audience, w.number, w.lang, w.text, w.recorded_at from wordings w \
     join messages m on m.id = w.message_id where m.thread_id = $1 order by w.number";
const ENDS: &str = "select e.message_id from message_ends e join messages m on m.id = e.message_id where m.thread_id = $1";

/// A thread in a list.
#[derive(Clone, Debug, Deserialize)]
pub struct Heading {
    /// Its id.
    pub id: domain::id::ThreadId,
    /// Who reads it.
    pub audience: Audience,
    /// The language of the title.
    pub lang: domain::text::Lang,
    /// What it is about.
    pub title: String,
    /// How many messages it has.
    pub messages: i64,
    /// When the last one was posted.
    pub last_at: Timestamp,
}

fn values(viewer: &Viewer, facts: &Facts) -> Vec<crate::value::Value> {
    let group = &facts.project.group_id;
    let mut own: Vec<_> = Audience::ALL
        .into_iter()
        .filter(|&audience| audience != Audience::Joint && viewer.reads(audience, group))
        .map(Audience::code)
        .collect();
    own.resize(3, "");
    std::iter::once(facts.project.id.as_str()).chain(own).map(Into::into).collect()
}

/// The threads of a project that this viewer may know of.
///
/// # Errors
/// The database fails.
pub async fn list(tx: &mut Tx, viewer: &Viewer, facts: &Facts) -> Result<Vec<Visible<Heading>>, Error> {
    let found: Vec<Heading> = tx.list(THREADS, &values(viewer, facts)).await?;
    Ok(found.into_iter().map(Visible::new).collect())
}

/// One thread with its messages, if this viewer reads it.
///
/// # Errors
/// The database fails.
pub async fn find(
    tx: &mut Tx,
    viewer: &Viewer,
    facts: &Facts,
    id: &str,
) -> Result<Option<Visible<(ThreadStart, Vec<Message>)>>, Error> {
    let mut with_id = values(viewer, facts);
    with_id.push(id.into());
    let Some(thread) = tx.find::<ThreadStart>(THREAD, &with_id).await? else { return Ok(None) };
    let messages = messages(tx, &thread).await?;
    Ok(Some(Visible::new((thread, messages))))
}

#[derive(Deserialize)]
struct WordingRow {
    id: domain::id::WordingId,
    message_id: MessageId,
    project_id: domain::id::ProjectId,
    audience: Audience,
    number: i64,
    lang: domain::text::Lang,
    text: String,
    recorded_at: Timestamp,
}

async fn messages(tx: &mut Tx, thread: &ThreadStart) -> Result<Vec<Message>, Error> {
    let id = &[thread.id.as_str().into()];
    let starts: Vec<MessageStart> = tx.list(MESSAGES, id).await?;
    let wordings: Vec<WordingRow> = tx.list(WORDINGS, id).await?;
    let ends: Vec<(MessageId,)> = tx.list(ENDS, id).await?;
    let mut by_message: BTreeMap<MessageId, Vec<(Wording, Timestamp)>> = BTreeMap::new();
    for row in wordings {
        let wording = Wording {
            id: row.id,
            message_id: row.message_id.clone(),
            project_id: row.project_id,
            audience: row.audience,
            number: row.number,
            lang: row.lang,
            text: row.text,
        };
        by_message.entry(row.message_id).or_default().push((wording, row.recorded_at));
    }
    Ok(starts
        .into_iter()
        .map(|start| {
            let wordings = by_message.remove(&start.id).unwrap_or_default();
            let ended = ends.iter().any(|(id,)| *id == start.id);
            Message { posted_at: wordings.first().map_or(Timestamp(0), |(_, at)| *at), wordings, ended, start }
        })
        .collect())
}

/// Runs a rule about a thread or one of its messages, as [`crate::perform()`] does for a project.
///
/// # Errors
/// [`Failure`]; then nothing was recorded.
pub async fn perform<R>(
    db: &Db,
    handle: &str,
    thread_id: &str,
    request: &Request,
    answer: &str,
    rule: R,
) -> Result<String, Failure>
where
    R: Fn(&Facts, &Viewer, &ThreadStart, &[Message]) -> Result<Change, Refusal> + Send + Sync + 'static,
{
    let readers = readers(db, &request.person_id).await?;
    let given = Arc::new((handle.to_owned(), thread_id.to_owned(), request.clone(), answer.to_owned(), rule));
    db.write(readers, move |tx| {
        let given = Arc::clone(&given);
        Box::pin(async move {
            let (handle, thread_id, request, answer, rule) = &*given;
            let viewer = person::viewer(tx, &request.person_id).await?.ok_or(Failure::NotFound)?;
            form_key::repeated(tx, request).await?;
            let project = project::find(tx, &viewer, handle).await?.ok_or(Failure::NotFound)?;
            let facts = facts::load(tx, project.into_inner(), request.occasion.at).await?;
            let found = find(tx, &viewer, &facts, thread_id).await?.ok_or(Failure::NotFound)?;
            let change = rule(&facts, &viewer, &found.0, &found.1)?;
            ledger::append(tx, &change, &request.id).await?;
            form_key::claim(tx, request, answer).await?;
            Ok(answer.clone())
        })
    })
    .await
}
