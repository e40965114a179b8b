//! A thread is resolved, and opened again: by anybody who writes in it, as often as it takes. It says nothing about the text.

use serde::{Deserialize, Serialize};

use super::{Thread, change, may_write};
use crate::change::{Change, Command, Record};
use crate::facts::Facts;
use crate::id::{Occasion, PersonId, ProjectId, SettlingId, ThreadId};
use crate::party::Audience;
use crate::refusal::Refusal;
use crate::time::Timestamp;
use crate::viewer::Viewer;

/// Somebody calls a thread resolved, or opens it again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settling {
    /// Its id.
    pub id: SettlingId,
    /// Which thread.
    pub thread_id: ThreadId,
    /// On which project.
    pub project_id: ProjectId,
    /// Who reads it: as the thread.
    pub audience: Audience,
    /// From 1, without gaps: odd ones resolve, even ones open again.
    pub number: i64,
    /// Who did it.
    pub person_id: PersonId,
}

impl Settling {
    /// Does it resolve, rather than open again?
    #[must_use]
    pub const fn resolves(&self) -> bool {
        self.number % 2 == 1
    }
}

/// Is the thread resolved?
#[must_use]
pub fn is_resolved(settlings: &[(Settling, Timestamp)]) -> bool {
    settlings.last().is_some_and(|(last, _)| last.resolves())
}

/// Resolves a thread, or opens it again.
///
/// # Errors
/// [`Refusal::NotPermitted`] outside the audience; [`Refusal::NothingChanged`] where it stands so already.
pub fn settle(facts: &Facts, viewer: &Viewer, thread: &Thread, resolve: bool, occasion: Occasion) -> Result<Change, Refusal> {
    may_write(facts, viewer, thread.start.audience)?;
    if is_resolved(&thread.settlings) == resolve {
        return Err(Refusal::NothingChanged);
    }
    let settling = Settling {
        id: occasion.ids().fresh(),
        thread_id: thread.start.id.clone(),
        project_id: facts.project.id.clone(),
        audience: thread.start.audience,
        number: thread.settlings.last().map_or(1, |(last, _)| last.number + 1),
        person_id: viewer.person_id.clone(),
    };
    let command = if resolve { Command::ResolveThread } else { Command::ReopenThread };
    Ok(change(facts, viewer, thread.start.audience, command, occasion)
        .about("thread", thread.start.id.as_str())
        .with(Record::Settling(settling)))
}
