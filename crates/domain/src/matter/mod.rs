//! Matters: something raised between the sides, answered, and settled by both. It is joint from its first word, so that a misunderstanding
//! is seen before it grows. One level is active at a time (I-21): a query lies with the side that is asked, a concern with the co-chairs.
//!
//! A matter is what its rows say: this module replays them ([`Matter`]) and decides what may follow. It ends when both sides agree to one
//! hash of how it is settled, or when the side that raised it takes it back; silence settles nothing, it hands on ([`clock`]).

pub mod clock;
pub mod settle;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

use self::settle::{MatterConsent, MatterEnd, Resolution};
use crate::change::{Change, Command, Record};
use crate::id::{GroupId, MatterId, MatterReplyId, MeetingId, Occasion, PersonId, ProjectId, VersionId};
use crate::party::{Audience, Party};
use crate::policy::{self, Action};
use crate::refusal::Refusal;
use crate::text::{Lang, Note};
use crate::time::Timestamp;
use crate::viewer::Viewer;

/// Who deals with a matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MatterLevel {
    /// The people of the side that is asked.
    Query,
    /// The co-chairs of both.
    Concern,
}

impl MatterLevel {
    /// The code of rows and sentences.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Query => "query",
            Self::Concern => "concern",
        }
    }
}

/// What a matter is raised about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum About {
    /// A version of a project.
    Version {
        /// The project.
        project_id: ProjectId,
        /// The version.
        version_id: VersionId,
        /// Its content hash.
        content_hash: String,
    },
    /// A meeting.
    Meeting(MeetingId),
}

/// A matter as it was raised.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MatterStart {
    /// Its id.
    pub id: MatterId,
    /// In which working group.
    pub group_id: GroupId,
    /// Its number in the group, from 1.
    pub number: i64,
    /// About the version of which project.
    pub project_id: Option<ProjectId>,
    /// About which version.
    pub version_id: Option<VersionId>,
    /// With which content hash.
    pub content_hash: Option<String>,
    /// About which meeting.
    pub meeting_id: Option<MeetingId>,
    /// The language of its words.
    pub lang: Lang,
    /// What it is about, in a line.
    pub title: String,
    /// What happened, as the side that raises it sees it; Markdown.
    pub text: String,
    /// What that side wishes for.
    pub wish: String,
    /// That nothing in it leaves the civilian scope; always so (I-14).
    pub civilian: bool,
    /// Who raised it: a delegation or the supervisor.
    pub party: Party,
    /// By whom.
    pub person_id: PersonId,
}

/// What somebody answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MatterReply {
    /// Its id.
    pub id: MatterReplyId,
    /// In which matter.
    pub matter_id: MatterId,
    /// The language of its words.
    pub lang: Lang,
    /// What it says, Markdown.
    pub text: String,
    /// For which party.
    pub party: Party,
    /// By whom.
    pub person_id: PersonId,
}

/// A matter handed over to the next level.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HandOver {
    /// Which matter.
    pub matter_id: MatterId,
    /// From where.
    pub from_level: MatterLevel,
    /// To where.
    pub to_level: MatterLevel,
    /// The language of the note.
    pub lang: Option<Lang>,
    /// What whoever takes it over should know; none where the clock did it.
    pub note: Option<String>,
    /// For which party; `none` where the clock did it.
    pub party: Party,
    /// By whom; none where the clock did it.
    pub person_id: Option<PersonId>,
}

/// A matter with everything that was recorded of it, each list the oldest first.
#[derive(Clone, Debug, PartialEq)]
pub struct Matter {
    /// How it was raised.
    pub start: MatterStart,
    /// When.
    pub raised_at: Timestamp,
    /// What was answered, and when.
    pub replies: Vec<(MatterReply, Timestamp)>,
    /// Handed over, and when.
    pub handed_over: Option<(HandOver, Timestamp)>,
    /// Every way to settle it that was proposed, and when.
    pub resolutions: Vec<(Resolution, Timestamp)>,
    /// The yes of each side to one of them.
    pub consents: Vec<MatterConsent>,
    /// How it ended, and when.
    pub end: Option<(MatterEnd, Timestamp)>,
}

impl Matter {
    /// A matter of which nothing else is recorded.
    #[must_use]
    pub const fn new(start: MatterStart, raised_at: Timestamp) -> Self {
        Self { start, raised_at, replies: vec![], handed_over: None, resolutions: vec![], consents: vec![], end: None }
    }

    /// The one level that is active.
    #[must_use]
    pub fn level(&self) -> MatterLevel {
        self.handed_over.as_ref().map_or(MatterLevel::Query, |(over, _)| over.to_level)
    }

    /// Is it over?
    #[must_use]
    pub const fn is_over(&self) -> bool {
        self.end.is_some()
    }

    fn open(&self) -> Result<(), Refusal> {
        if self.is_over() { Err(Refusal::AlreadyEnded) } else { Ok(()) }
    }

    fn change(&self, viewer: &Viewer, command: Command, occasion: Occasion) -> Change {
        let change = Change::new(Audience::Joint, command, &viewer.person_id, viewer.party, occasion);
        change.about("matter", self.start.id.as_str())
    }
}

/// A matter as somebody raises it.
#[derive(Clone, Debug)]
pub struct NewMatter {
    /// What about.
    pub about: About,
    /// The content hash of the version as its reader saw it; empty for a meeting.
    pub seen: String,
    /// In a line.
    pub title: String,
    /// What happened.
    pub text: Note,
    /// What is wished for.
    pub wish: String,
    /// Is the civilian scope affirmed?
    pub civilian: bool,
}

/// May this viewer raise a matter in a group, answer one, and take one of the own side back?
///
/// # Errors
/// [`Refusal::NotPermitted`].
pub fn may_raise(viewer: &Viewer, group: &GroupId) -> Result<(), Refusal> {
    policy::decide(viewer, Action::RaiseMatter, group)
}

/// Raises a matter; `number` is the next one of the group. The version or the meeting is one that the viewer may read in this group.
///
/// # Errors
/// [`Refusal::NotPermitted`], [`Refusal::StaleVersion`] where another version is the newest by now, [`Refusal::ReasonNeeded`] without
/// words, [`Refusal::ScopeNotAffirmed`].
pub fn raise(viewer: &Viewer, group: &GroupId, number: i64, new: &NewMatter, occasion: Occasion) -> Result<Change, Refusal> {
    may_raise(viewer, group)?;
    if matches!(&new.about, About::Version { content_hash, .. } if *content_hash != new.seen) {
        return Err(Refusal::StaleVersion);
    }
    if [&new.title, &new.text.text, &new.wish].iter().any(|words| words.is_empty()) {
        return Err(Refusal::ReasonNeeded);
    }
    if !new.civilian {
        return Err(Refusal::ScopeNotAffirmed);
    }
    let (version, meeting_id) = match &new.about {
        About::Version { project_id, version_id, content_hash } => (Some((project_id, version_id, content_hash)), None),
        About::Meeting(id) => (None, Some(id.clone())),
    };
    let start = MatterStart {
        id: occasion.ids().fresh(),
        group_id: group.clone(),
        number,
        project_id: version.map(|(project, ..)| project.clone()),
        version_id: version.map(|(_, version, _)| version.clone()),
        content_hash: version.map(|(.., hash)| hash.clone()),
        meeting_id,
        lang: new.text.lang,
        title: new.title.clone(),
        text: new.text.text.clone(),
        wish: new.wish.clone(),
        civilian: true,
        party: viewer.party,
        person_id: viewer.person_id.clone(),
    };
    let mut change = Change::new(Audience::Joint, Command::RaiseMatter, &viewer.person_id, viewer.party, occasion)
        .about("matter", start.id.as_str());
    if let Some((_, id, hash)) = version {
        change = change.of_version(id, hash);
    }
    Ok(change.with(Record::MatterStart(start)))
}

/// Answers a matter, or adds to it.
///
/// # Errors
/// [`Refusal::NotPermitted`], [`Refusal::AlreadyEnded`], [`Refusal::ReasonNeeded`] without words.
pub fn reply(matter: &Matter, viewer: &Viewer, text: &Note, occasion: Occasion) -> Result<Change, Refusal> {
    may_raise(viewer, &matter.start.group_id)?;
    matter.open()?;
    if text.text.is_empty() {
        return Err(Refusal::ReasonNeeded);
    }
    let reply = MatterReply {
        id: occasion.ids().fresh(),
        matter_id: matter.start.id.clone(),
        lang: text.lang,
        text: text.text.clone(),
        party: viewer.party,
        person_id: viewer.person_id.clone(),
    };
    Ok(matter.change(viewer, Command::ReplyMatter, occasion).with(Record::MatterReply(reply)))
}

/// May this viewer hand a matter of a group over?
///
/// # Errors
/// [`Refusal::NotPermitted`].
pub fn may_hand_over(viewer: &Viewer, group: &GroupId) -> Result<(), Refusal> {
    policy::decide(viewer, Action::HandOverMatter, group)
}

/// Hands a query over to the co-chairs, with what they should know.
///
/// # Errors
/// [`Refusal::NotPermitted`], [`Refusal::AlreadyEnded`] for a matter that is over, [`Refusal::AlreadyGiven`] where it lies with the
/// co-chairs already, [`Refusal::ReasonNeeded`] without a note.
pub fn hand_over(matter: &Matter, viewer: &Viewer, note: &Note, occasion: Occasion) -> Result<Change, Refusal> {
    may_hand_over(viewer, &matter.start.group_id)?;
    matter.open()?;
    if matter.level() != MatterLevel::Query {
        return Err(Refusal::AlreadyGiven);
    }
    if note.text.is_empty() {
        return Err(Refusal::ReasonNeeded);
    }
    let over = HandOver {
        lang: Some(note.lang),
        note: Some(note.text.clone()),
        party: viewer.party,
        person_id: Some(viewer.person_id.clone()),
        ..by_itself(matter)
    };
    Ok(matter.change(viewer, Command::HandOverMatter, occasion).with(Record::HandOver(over)))
}

/// The step up as the clock takes it.
fn by_itself(matter: &Matter) -> HandOver {
    HandOver {
        matter_id: matter.start.id.clone(),
        from_level: MatterLevel::Query,
        to_level: MatterLevel::Concern,
        lang: None,
        note: None,
        party: Party::None,
        person_id: None,
    }
}
