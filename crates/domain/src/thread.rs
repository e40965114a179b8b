//! Discussion: threads with one audience, fixed for ever, and messages that keep every former wording.
//!
//! Serves promise 4: whoever is outside the audience does not learn that the thread exists.

use serde::{Deserialize, Serialize};

use crate::change::{Change, Command, Record};
use crate::facts::Facts;
use crate::id::{MessageId, Occasion, PersonId, ProjectId, ThreadId, WordingId};
use crate::party::{Audience, Party};
use crate::refusal::Refusal;
use crate::stage::Stage;
use crate::text::{Lang, Note};
use crate::time::Timestamp;
use crate::viewer::Viewer;

/// A thread as it was opened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ThreadStart {
    /// Its id.
    pub id: ThreadId,
    /// On which project.
    pub project_id: ProjectId,
    /// Who reads it, for ever.
    pub audience: Audience,
    /// The language of the title.
    pub lang: Lang,
    /// What it is about.
    pub title: String,
    /// Who opened it.
    pub person_id: PersonId,
}

/// A message; its words are its newest [`Wording`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MessageStart {
    /// Its id.
    pub id: MessageId,
    /// In which thread.
    pub thread_id: ThreadId,
    /// On which project.
    pub project_id: ProjectId,
    /// Who reads it: as the thread.
    pub audience: Audience,
    /// Its author.
    pub person_id: PersonId,
    /// The author's party.
    pub party: Party,
}

/// One text of a message: the first, or an edited one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wording {
    /// Its id.
    pub id: WordingId,
    /// Of which message.
    pub message_id: MessageId,
    /// On which project.
    pub project_id: ProjectId,
    /// Who reads it: as the thread.
    pub audience: Audience,
    /// From 1, without gaps.
    pub number: i64,
    /// Its language.
    pub lang: Lang,
    /// The text, Markdown.
    pub text: String,
}

/// A message taken back by its author; an empty place stays.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MessageEnd {
    /// Which message.
    pub message_id: MessageId,
    /// On which project.
    pub project_id: ProjectId,
    /// Who reads it: as the thread.
    pub audience: Audience,
}

/// A message as it is known to the rules.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// The message.
    pub start: MessageStart,
    /// When it was posted.
    pub posted_at: Timestamp,
    /// Every wording, in order, with its time.
    pub wordings: Vec<(Wording, Timestamp)>,
    /// Was it taken back?
    pub ended: bool,
}

fn may_write(facts: &Facts, viewer: &Viewer, audience: Audience) -> Result<(), Refusal> {
    // What one party may not read, it may not write either; a draft in a caucus has no joint discussion.
    let fits = facts.is_joint() || audience == facts.project.ledger;
    if !viewer.reads(audience, &facts.project.group_id) || !fits {
        return Err(Refusal::NotPermitted);
    }
    if facts.project.stage == Stage::Closed { Err(Refusal::WrongStage) } else { Ok(()) }
}

fn change(facts: &Facts, viewer: &Viewer, audience: Audience, command: Command, occasion: Occasion) -> Change {
    let mut change = facts.change(viewer, command, occasion);
    change.ledger = audience;
    change
}

/// Opens a thread with its first message.
///
/// # Errors
/// [`Refusal::NotPermitted`] outside the audience.
pub fn open(
    facts: &Facts,
    viewer: &Viewer,
    audience: Audience,
    title: &Note,
    text: &Note,
    occasion: Occasion,
) -> Result<Change, Refusal> {
    may_write(facts, viewer, audience)?;
    let mut ids = occasion.ids();
    let thread = ThreadStart {
        id: ids.fresh(),
        project_id: facts.project.id.clone(),
        audience,
        lang: title.lang,
        title: title.text.clone(),
        person_id: viewer.person_id.clone(),
    };
    let (message, wording) = message(facts, viewer, &thread, text, &mut ids);
    let id = thread.id.clone();
    Ok(change(facts, viewer, audience, Command::OpenThread, occasion)
        .about("thread", id.as_str())
        .with(Record::ThreadStart(thread))
        .with(message)
        .with(wording))
}

fn message(facts: &Facts, viewer: &Viewer, thread: &ThreadStart, text: &Note, ids: &mut crate::id::Ids) -> (Record, Record) {
    let id: MessageId = ids.fresh();
    let start = MessageStart {
        id: id.clone(),
        thread_id: thread.id.clone(),
        project_id: facts.project.id.clone(),
        audience: thread.audience,
        person_id: viewer.person_id.clone(),
        party: viewer.party,
    };
    let wording = Wording {
        id: ids.fresh(),
        message_id: id,
        project_id: facts.project.id.clone(),
        audience: thread.audience,
        number: 1,
        lang: text.lang,
        text: text.text.clone(),
    };
    (Record::MessageStart(start), Record::Wording(wording))
}

/// Posts a message in a thread.
///
/// # Errors
/// [`Refusal::NotPermitted`] outside the audience.
pub fn post(facts: &Facts, viewer: &Viewer, thread: &ThreadStart, text: &Note, occasion: Occasion) -> Result<Change, Refusal> {
    may_write(facts, viewer, thread.audience)?;
    let (message, wording) = message(facts, viewer, thread, text, &mut occasion.ids());
    Ok(change(facts, viewer, thread.audience, Command::PostMessage, occasion)
        .about("thread", thread.id.as_str())
        .with(message)
        .with(wording))
}

fn own(facts: &Facts, viewer: &Viewer, message: &Message) -> Result<(), Refusal> {
    may_write(facts, viewer, message.start.audience)?;
    if message.start.person_id != viewer.person_id {
        return Err(Refusal::NotPermitted);
    }
    if message.ended { Err(Refusal::AlreadyEnded) } else { Ok(()) }
}

/// The author words a message anew; the former wording stays readable.
///
/// # Errors
/// Another author, taken back, somebody edited first, or nothing new.
pub fn edit(
    facts: &Facts,
    viewer: &Viewer,
    message: &Message,
    base: i64,
    text: &Note,
    occasion: Occasion,
) -> Result<Change, Refusal> {
    own(facts, viewer, message)?;
    let (last, _) = message.wordings.last().ok_or(Refusal::AlreadyEnded)?;
    if last.number != base {
        return Err(Refusal::StaleText);
    }
    if last.text == text.text && last.lang == text.lang {
        return Err(Refusal::NothingChanged);
    }
    let wording =
        Wording { id: occasion.ids().fresh(), number: last.number + 1, lang: text.lang, text: text.text.clone(), ..last.clone() };
    Ok(change(facts, viewer, message.start.audience, Command::EditMessage, occasion)
        .about("message", message.start.id.as_str())
        .with(Record::Wording(wording)))
}

/// The author takes a message back.
///
/// # Errors
/// Another author, or taken back already.
pub fn take_back(facts: &Facts, viewer: &Viewer, message: &Message, occasion: Occasion) -> Result<Change, Refusal> {
    own(facts, viewer, message)?;
    let end = MessageEnd {
        message_id: message.start.id.clone(),
        project_id: facts.project.id.clone(),
        audience: message.start.audience,
    };
    Ok(change(facts, viewer, message.start.audience, Command::TakeBackMessage, occasion)
        .about("message", message.start.id.as_str())
        .with(Record::MessageEnd(end)))
}
