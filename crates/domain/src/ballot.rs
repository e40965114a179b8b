//! The asking: a ballot is opened by both co-chairs on the newest version, and closed by the engine or recalled by either.

use serde::{Deserialize, Serialize};

use crate::change::{Change, Command, Record};
use crate::consent::{self, Subject};
use crate::engine;
use crate::facts::Facts;
use crate::id::{BallotId, Occasion, ProjectId, VersionId};
use crate::permission::permit;
use crate::person::Power;
use crate::refusal::Refusal;
use crate::stage::{self, Gate, Stage};
use crate::text::Note;
use crate::time::Timestamp;
use crate::viewer::Viewer;

/// Who is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// The co-chairs.
    Group,
    /// The signatories and heads.
    Principals,
}

impl Level {
    /// The code of rows and forms.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Group => "group",
            Self::Principals => "principals",
        }
    }
}

/// How a ballot ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// Both sides approve.
    Passed,
    /// A side objects, or one declines.
    Returned,
    /// Both sides decline.
    Declined,
    /// A co-chair took it back.
    Recalled,
    /// Nobody answered in time.
    Lapsed,
}

impl Outcome {
    /// The code of its word.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Passed => "passed",
            Self::Returned => "returned",
            Self::Declined => "declined",
            Self::Recalled => "recalled",
            Self::Lapsed => "lapsed",
        }
    }
}

/// A ballot as it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ballot {
    /// Its id.
    pub id: BallotId,
    /// Of which project.
    pub project_id: ProjectId,
    /// From 1, without gaps.
    pub number: i64,
    /// On which version.
    pub version_id: VersionId,
    /// With which hash.
    pub content_hash: String,
    /// Who is asked.
    pub level: Level,
    /// Since when.
    pub recorded_at: Timestamp,
    /// Until when.
    pub closed_at: Option<Timestamp>,
    /// How it ended.
    pub outcome: Option<Outcome>,
}

impl Ballot {
    /// Did it pass?
    #[must_use]
    pub fn passed(&self) -> bool {
        self.outcome == Some(Outcome::Passed)
    }
}

/// The record of an opening.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opening {
    /// Its id, the one both sides consented to.
    pub id: BallotId,
    /// Of which project.
    pub project_id: ProjectId,
    /// From 1, without gaps.
    pub number: i64,
    /// On which version.
    pub version_id: VersionId,
    /// With which hash.
    pub content_hash: String,
    /// Who is asked.
    pub level: Level,
}

impl Opening {
    pub(crate) fn ballot(self, at: Timestamp) -> Ballot {
        Ballot {
            id: self.id,
            project_id: self.project_id,
            number: self.number,
            version_id: self.version_id,
            content_hash: self.content_hash,
            level: self.level,
            recorded_at: at,
            closed_at: None,
            outcome: None,
        }
    }
}

/// The record of an end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Closing {
    /// Which ballot.
    pub ballot_id: BallotId,
    /// Of which project.
    pub project_id: ProjectId,
    /// How it ended.
    pub outcome: Outcome,
}

/// The ballot that the sides are about to open on the newest version: the id of the first consent, if there is one.
#[must_use]
pub fn proposed(facts: &Facts) -> Option<BallotId> {
    let version = facts.newest.as_ref()?;
    facts
        .consents
        .iter()
        .filter(|one| one.subject == Subject::Ballot && one.subject_hash == version.content_hash)
        .map(|one| BallotId::from(one.subject_id.as_str()))
        .find(|id| !facts.ballots.iter().any(|ballot| ballot.id == *id))
}

/// One co-chair's consent to open a group ballot on this version; with the second one the engine opens it.
///
/// # Errors
/// Wrong role or stage, a stale version, given already, or the list of what is missing.
pub fn consent_to_open(facts: &Facts, viewer: &Viewer, hash: &str, occasion: Occasion) -> Result<Change, Refusal> {
    permit(facts, viewer, Command::ConsentBallot)?;
    let version = facts.judged(hash)?;
    let missing = stage::missing_besides_consent(facts, Gate::OpenBallot, occasion.at);
    if !missing.is_empty() {
        return Err(Refusal::Missing(missing));
    }
    viewer.mandate(&facts.project.group_id, Power::Group, occasion.at)?;
    let mut ids = occasion.ids();
    let ballot = proposed(facts).unwrap_or_else(|| ids.fresh());
    let consent = consent::give(facts, viewer, (Subject::Ballot, ballot.as_str(), hash), &mut ids)?;
    let change = facts
        .change(viewer, Command::ConsentBallot, occasion)
        .about("ballot", ballot.as_str())
        .of_version(&version.id, &version.content_hash)
        .with(Record::Consent(consent));
    Ok(engine::settle(facts, change))
}

/// Either co-chair takes a running group ballot back, with a reason. Nothing that was said is erased.
///
/// # Errors
/// Wrong role or stage, or another ballot runs by now.
pub fn recall(facts: &Facts, viewer: &Viewer, ballot: &BallotId, reason: &Note, occasion: Occasion) -> Result<Change, Refusal> {
    permit(facts, viewer, Command::RecallBallot)?;
    if reason.text.is_empty() {
        return Err(Refusal::ReasonNeeded);
    }
    let open = facts.open_ballot().filter(|open| open.id == *ballot).ok_or(Refusal::AlreadyEnded)?;
    let mut ids = occasion.ids();
    let closing = Closing { ballot_id: open.id.clone(), project_id: facts.project.id.clone(), outcome: Outcome::Recalled };
    let step = engine::step(facts, Stage::InDiscussion, Some((&viewer.person_id, reason)), &mut ids);
    Ok(facts
        .change(viewer, Command::RecallBallot, occasion)
        .about("ballot", open.id.as_str())
        .of_version(&open.version_id, &open.content_hash)
        .with(Record::Closing(closing))
        .with(step))
}
