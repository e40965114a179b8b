//! Threads and messages, as far as their audience lets this viewer read.

mod messages;

use domain::change::Change;
use domain::facts::Facts;
use domain::party::Audience;
use domain::refusal::Refusal;
use domain::thread::{Anchor, MessageFile, Settling, Thread, ThreadStart};
use domain::time::Timestamp;
use domain::viewer::Viewer;
use serde::Deserialize;

use crate::perform::{Failure, Request, deed};
use crate::visible::{own_audiences, viewer_values, visible_to};
use crate::{Db, Error, Tx, Visible, facts, form_key, ledger, project};

/// The condition on `audience`: joint, or one of the audiences that the viewer reads, `$2` to `$4`.
macro_rules! readable {
    () => {
        "audience in ('joint', $2, $3, $4)"
    };
}

const THREADS: &str = concat!(
    "select t.id, t.project_id, t.audience, t.lang, t.title, t.person_id, t.recorded_at, \
     (select count(*) from messages m where m.thread_id = t.id) as messages, \
     (select max(m.recorded_at) from messages m where m.thread_id = t.id) as last_at, \
     (select count(*) from messages m where m.thread_id = t.id and m.person_id <> $5 and m.recorded_at > \
       coalesce((select s.mark from seen s where s.person_id = $5 and s.kind = 'thread' and s.subject_id = t.id), 0)) as unread, \
     (select count(*) from settlings n where n.thread_id = t.id) as settlings \
     from threads t where t.project_id = $1 and t.",
    readable!(),
    " order by last_at desc, t.id"
);
const THREAD: &str = concat!(
    "select id, project_id, audience, lang, title, person_id from threads where project_id = $1 and ",
    readable!(),
    " and id = $5"
);
const ANCHORS: &str = concat!(
    "select a.thread_id, a.project_id, a.audience, a.version_id, a.section, a.lang, a.paragraph, a.text_hash from anchors a \
     where a.project_id = $1 and a.",
    readable!(),
    " order by a.paragraph, a.recorded_at, a.thread_id"
);
const ANCHOR: &str = "select thread_id, project_id, audience, version_id, section, lang, paragraph, text_hash from anchors \
     where thread_id = $1";
const SETTLINGS: &str = "select id, thread_id, project_id, audience, number, person_id, recorded_at from settlings where thread_id = $1 \
     order by number";
/// A file of a message that was not taken back, with its thread's audience and its project's group.
const FILE: &str = concat!(
    "select f.id, f.message_id, f.project_id, f.audience, f.name, f.media_type, f.size, f.digest, f.person_id, p.group_id \
     from message_files f join projects p on p.id = f.project_id where f.id = $3 and ",
    visible_to!(),
    " and not exists (select 1 from message_ends e where e.message_id = f.message_id)"
);
const ALL_FILES: &str =
    "select id, message_id, project_id, audience, name, media_type, size, digest, person_id from message_files order by id";

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
    /// How many of others came since this viewer last saw it.
    pub unread: i64,
    settlings: i64,
}

impl Heading {
    /// Is it resolved?
    #[must_use]
    pub const fn is_resolved(&self) -> bool {
        self.settlings % 2 == 1
    }
}

fn values(viewer: &Viewer, facts: &Facts) -> Vec<crate::value::Value> {
    let own = own_audiences(viewer, &facts.project.group_id);
    std::iter::once(facts.project.id.as_str()).chain(own).map(Into::into).collect()
}

/// The threads of a project that this viewer may know of.
///
/// # Errors
/// The database fails.
pub async fn list(tx: &mut Tx, viewer: &Viewer, facts: &Facts) -> Result<Vec<Visible<Heading>>, Error> {
    let mut values = values(viewer, facts);
    values.push(viewer.person_id.as_str().into());
    let found: Vec<Heading> = tx.list(THREADS, &values).await?;
    Ok(found.into_iter().map(Visible::new).collect())
}

/// To what the threads are tied that this viewer may know of.
///
/// # Errors
/// The database fails.
pub async fn anchors(tx: &mut Tx, viewer: &Viewer, facts: &Facts) -> Result<Vec<Visible<Anchor>>, Error> {
    let found: Vec<Anchor> = tx.list(ANCHORS, &values(viewer, facts)).await?;
    Ok(found.into_iter().map(Visible::new).collect())
}

#[derive(Deserialize)]
struct Dated {
    #[serde(flatten)]
    settling: Settling,
    recorded_at: Timestamp,
}

/// One thread with its messages, if this viewer reads it.
///
/// # Errors
/// The database fails.
pub async fn find(tx: &mut Tx, viewer: &Viewer, facts: &Facts, id: &str) -> Result<Option<Visible<Thread>>, Error> {
    let mut with_id = values(viewer, facts);
    with_id.push(id.into());
    let Some(start) = tx.find::<ThreadStart>(THREAD, &with_id).await? else { return Ok(None) };
    let anchor = tx.find(ANCHOR, &[id.into()]).await?;
    let settlings: Vec<Dated> = tx.list(SETTLINGS, &[id.into()]).await?;
    let settlings = settlings.into_iter().map(|one| (one.settling, one.recorded_at)).collect();
    let messages = messages::list(tx, &start).await?;
    Ok(Some(Visible::new(Thread { start, anchor, settlings, messages })))
}

#[derive(Deserialize)]
struct Filed {
    #[serde(flatten)]
    file: MessageFile,
    group_id: domain::id::GroupId,
}

/// A file of a message, if this viewer reads the thread.
///
/// # Errors
/// The database fails.
pub async fn file(tx: &mut Tx, viewer: &Viewer, id: &str) -> Result<Option<Visible<MessageFile>>, Error> {
    let [caucus, person] = viewer_values(viewer);
    let found: Option<Filed> = tx.find(FILE, &[caucus, person, id.into()]).await?;
    Ok(found.filter(|one| viewer.reads(one.file.audience, &one.group_id)).map(|one| Visible::new(one.file)))
}

/// Every file of a message, for the check of their bytes.
///
/// # Errors
/// The database fails.
pub async fn all_files(tx: &mut Tx) -> Result<Vec<MessageFile>, Error> {
    tx.list(ALL_FILES, &[]).await
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
    R: Fn(&Facts, &Viewer, &Thread) -> Result<Change, Refusal> + Send + Sync + 'static,
{
    deed(
        db,
        request,
        (handle.to_owned(), thread_id.to_owned(), answer.to_owned(), rule),
        move |tx, viewer, request, (handle, thread_id, answer, rule)| {
            Box::pin(async move {
                let project = project::find(tx, viewer, handle).await?.ok_or(Failure::NotFound)?;
                let facts = facts::load(tx, project.into_inner(), request.occasion.at).await?;
                let found = find(tx, viewer, &facts, thread_id).await?.ok_or(Failure::NotFound)?;
                let change = rule(&facts, viewer, &found)?;
                ledger::append(tx, &change, &request.id).await?;
                form_key::claim(tx, request, answer).await?;
                Ok(answer.clone())
            })
        },
    )
    .await
}
