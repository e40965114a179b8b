//! Discussion: threads with one audience, fixed for ever, and messages that keep every former wording.
//!
//! Serves promise 4: whoever is outside the audience does not learn that the thread exists.

mod anchor;
mod file;
mod settling;

pub use anchor::{Anchor, Place, Spot, carry, paragraphs};
pub use file::{FILES_LIMIT, MessageFile, attach};
pub use settling::{Settling, is_resolved, settle};

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

/// A message answers another of its thread.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reply {
    /// Which message.
    pub message_id: MessageId,
    /// To which.
    pub to_id: MessageId,
    /// On which project.
    pub project_id: ProjectId,
    /// Who reads it: as the thread.
    pub audience: Audience,
}

/// A message asks for the attention of somebody who may read it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mention {
    /// Which message.
    pub message_id: MessageId,
    /// Whose attention.
    pub person_id: PersonId,
    /// On which project.
    pub project_id: ProjectId,
    /// Who reads it: as the thread.
    pub audience: Audience,
}

/// A thread as somebody opens it.
#[derive(Clone, Debug)]
pub struct NewThread {
    /// Who will read it.
    pub audience: Audience,
    /// What it is about.
    pub title: Note,
    /// To which paragraph it is tied.
    pub spot: Option<Spot>,
}

/// A message as somebody posts it.
#[derive(Clone, Debug)]
pub struct NewMessage {
    /// Its words.
    pub text: Note,
    /// Which message of the thread it answers.
    pub answers: Option<MessageId>,
    /// Whose attention it asks for.
    pub mentioned: Vec<Viewer>,
}

impl From<Note> for NewMessage {
    fn from(text: Note) -> Self {
        Self { text, answers: None, mentioned: Vec::new() }
    }
}

/// A message as it is known to the rules.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// The message.
    pub start: MessageStart,
    /// When it was posted.
    pub posted_at: Timestamp,
    /// When it was last worded, got a file, or was taken back.
    pub changed_at: Timestamp,
    /// Every wording, in order, with its time.
    pub wordings: Vec<(Wording, Timestamp)>,
    /// Was it taken back?
    pub ended: bool,
    /// Which message it answers.
    pub answers: Option<MessageId>,
    /// Whose attention it asks for.
    pub mentioned: Vec<PersonId>,
    /// Its files.
    pub files: Vec<MessageFile>,
}

/// A thread as it is known to the rules.
#[derive(Clone, Debug)]
pub struct Thread {
    /// As it was opened.
    pub start: ThreadStart,
    /// To which paragraph it is tied.
    pub anchor: Option<Anchor>,
    /// How often it was resolved and opened again, in order, with the time of each.
    pub settlings: Vec<(Settling, Timestamp)>,
    /// Its messages, in order.
    pub messages: Vec<Message>,
}

impl Thread {
    /// A message of it.
    ///
    /// # Errors
    /// [`Refusal::NotPermitted`] where it has none with this id.
    pub fn message(&self, id: &MessageId) -> Result<&Message, Refusal> {
        self.messages.iter().find(|message| message.start.id == *id).ok_or(Refusal::NotPermitted)
    }
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
/// [`Refusal::NotPermitted`] outside the audience, and for the attention of somebody who is; [`Refusal::StaleVersion`] where the
/// paragraph is of another version than the newest.
pub fn open(facts: &Facts, viewer: &Viewer, new: &NewThread, first: &NewMessage, occasion: Occasion) -> Result<Change, Refusal> {
    may_write(facts, viewer, new.audience)?;
    let mut ids = occasion.ids();
    let thread = ThreadStart {
        id: ids.fresh(),
        project_id: facts.project.id.clone(),
        audience: new.audience,
        lang: new.title.lang,
        title: new.title.text.clone(),
        person_id: viewer.person_id.clone(),
    };
    let spot = new.spot.as_ref().map(|spot| anchor::anchor(facts, &thread.id, new.audience, spot)).transpose()?;
    let message = message(facts, viewer, &thread, first, &mut ids)?;
    let id = thread.id.clone();
    Ok(change(facts, viewer, new.audience, Command::OpenThread, occasion)
        .about("thread", id.as_str())
        .with(Record::ThreadStart(thread))
        .with_all(spot.map(Record::Anchor))
        .with_all(message))
}

fn message(
    facts: &Facts,
    viewer: &Viewer,
    thread: &ThreadStart,
    new: &NewMessage,
    ids: &mut crate::id::Ids,
) -> Result<Vec<Record>, Refusal> {
    let (project_id, audience) = (facts.project.id.clone(), thread.audience);
    // Whoever may not read it must not hear of it.
    if new.mentioned.iter().any(|one| !one.reads(audience, &facts.project.group_id)) {
        return Err(Refusal::NotPermitted);
    }
    let id: MessageId = ids.fresh();
    let start = MessageStart {
        id: id.clone(),
        thread_id: thread.id.clone(),
        project_id: project_id.clone(),
        audience,
        person_id: viewer.person_id.clone(),
        party: viewer.party,
    };
    let wording = Wording {
        id: ids.fresh(),
        message_id: id.clone(),
        project_id: project_id.clone(),
        audience,
        number: 1,
        lang: new.text.lang,
        text: new.text.text.clone(),
    };
    let reply = new.answers.as_ref().map(|to| {
        let (message_id, to_id) = (id.clone(), to.clone());
        Record::Reply(Reply { message_id, to_id, project_id: project_id.clone(), audience })
    });
    let mentions = new.mentioned.iter().map(|one| {
        let (message_id, person_id) = (id.clone(), one.person_id.clone());
        Record::Mention(Mention { message_id, person_id, project_id: project_id.clone(), audience })
    });
    Ok([Record::MessageStart(start), Record::Wording(wording)].into_iter().chain(reply).chain(mentions).collect())
}

/// Posts a message in a thread.
///
/// # Errors
/// [`Refusal::NotPermitted`] outside the audience, for the attention of somebody who is, or as an answer to what is not there.
pub fn post(facts: &Facts, viewer: &Viewer, thread: &Thread, new: &NewMessage, occasion: Occasion) -> Result<Change, Refusal> {
    may_write(facts, viewer, thread.start.audience)?;
    if let Some(to) = &new.answers {
        thread.message(to)?;
    }
    let message = message(facts, viewer, &thread.start, new, &mut occasion.ids())?;
    Ok(change(facts, viewer, thread.start.audience, Command::PostMessage, occasion)
        .about("thread", thread.start.id.as_str())
        .with_all(message))
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
