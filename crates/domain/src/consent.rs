//! Consent: one side's yes to a thing that must be joint, bound to its hash, and taken back until it takes effect. Serves
//! promise 3.

use serde::{Deserialize, Serialize};

use crate::amendment::Amendment;
use crate::change::{Change, Command, Record};
use crate::facts::Facts;
use crate::id::{ConsentId, Ids, Occasion, PersonId, ProjectId};
use crate::party::{Delegation, Party};
use crate::policy::{self, Action};
use crate::proposal;
use crate::refusal::Refusal;
use crate::stage::Stage;
use crate::summary;
use crate::viewer::Viewer;

/// What is consented to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Subject {
    /// Tabling a joint draft: the project, with the hash of its text.
    Tabling,
    /// The ballot to be opened.
    Ballot,
    /// The start of work: the authorisation, with its content hash.
    Implementing,
    /// The completion of work.
    Completed,
    /// The closing of the project.
    Closed,
    /// Withdrawing what is joint or cleared.
    Withdrawal,
    /// Reopening what has lapsed.
    Reopening,
    /// A condition that burdens the consenting side.
    Condition,
    /// A summary for the public.
    Summary,
    /// Other words for a section.
    Amendment,
}

impl Subject {
    /// Every subject.
    pub const ALL: [Self; 10] = [
        Self::Tabling,
        Self::Ballot,
        Self::Implementing,
        Self::Completed,
        Self::Closed,
        Self::Withdrawal,
        Self::Reopening,
        Self::Condition,
        Self::Summary,
        Self::Amendment,
    ];

    /// The code of rows and forms.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Tabling => "tabling",
            Self::Ballot => "ballot",
            Self::Implementing => "implementing",
            Self::Completed => "completed",
            Self::Closed => "closed",
            Self::Withdrawal => "withdrawal",
            Self::Reopening => "reopening",
            Self::Condition => "condition",
            Self::Summary => "summary",
            Self::Amendment => "amendment",
        }
    }

    /// What somebody may do who gives this yes, and takes it back, in a stage.
    const fn action(self, stage: Stage) -> Action {
        match self {
            Self::Withdrawal if matches!(stage, Stage::SupervisorReview) => Action::Conclude,
            Self::Tabling | Self::Withdrawal | Self::Reopening => Action::SteerProject,
            Self::Condition => Action::PrincipalsPosition,
            Self::Ballot | Self::Implementing | Self::Completed | Self::Amendment => Action::AgreeJointly,
            Self::Closed | Self::Summary => Action::Conclude,
        }
    }
}

/// One side's yes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Consent {
    /// Its id.
    pub id: ConsentId,
    /// In which project.
    pub project_id: ProjectId,
    /// What kind of thing.
    pub subject: Subject,
    /// Which one.
    pub subject_id: String,
    /// With which hash.
    pub subject_hash: String,
    /// Whose yes.
    pub party: Party,
    /// Given by whom.
    pub person_id: PersonId,
}

/// A consent taken back before the thing took effect.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConsentEnd {
    /// Which consent.
    pub consent_id: ConsentId,
    /// In which project.
    pub project_id: ProjectId,
    /// Whose.
    pub party: Party,
    /// Taken back by whom.
    pub person_id: PersonId,
}

/// The yes of the viewer's side, once.
///
/// # Errors
/// [`Refusal::NotPermitted`] outside a delegation, [`Refusal::AlreadyGiven`] for a second one.
pub(crate) fn give(
    facts: &Facts,
    viewer: &Viewer,
    (subject, subject_id, hash): (Subject, &str, &str),
    ids: &mut Ids,
) -> Result<Consent, Refusal> {
    let side: Delegation = viewer.delegation()?;
    if facts.consented(subject, subject_id, hash, side) {
        return Err(Refusal::AlreadyGiven);
    }
    Ok(Consent {
        id: ids.fresh(),
        project_id: facts.project.id.clone(),
        subject,
        subject_id: subject_id.to_owned(),
        subject_hash: hash.to_owned(),
        party: side.party(),
        person_id: viewer.person_id.clone(),
    })
}

/// Does this consent still wait for the other side, on the very thing that stands now? What took effect, and what was
/// overtaken by another text or stage, waits no longer.
#[must_use]
pub fn waits(facts: &Facts, consent: &Consent) -> bool {
    let stage = facts.project.stage;
    let newest =
        || facts.newest.as_ref().map(|version| version.content_hash.clone()).unwrap_or_else(|| proposal::text_hash(facts));
    let current = match consent.subject {
        Subject::Tabling => stage == Stage::Draft && consent.subject_hash == proposal::text_hash(facts),
        Subject::Ballot => stage == Stage::InDiscussion && consent.subject_hash == newest(),
        Subject::Implementing => stage == Stage::Cleared,
        Subject::Completed => stage == Stage::Implementing,
        Subject::Closed => matches!(stage, Stage::Implementing | Stage::Completed),
        Subject::Withdrawal => !stage.is_end() && consent.subject_hash == newest(),
        Subject::Reopening => stage == Stage::Lapsed && consent.subject_id == proposal::lapse_id(facts),
        Subject::Condition => matches!(stage, Stage::GroupBallot | Stage::PrincipalsBallot),
        Subject::Amendment => {
            let open = |one: &Amendment| one.id.as_str() == consent.subject_id && one.hash == consent.subject_hash;
            stage == Stage::InDiscussion && facts.amendments.iter().any(open)
        }
        Subject::Summary => summary::pending(facts).is_some_and(|one| one.hash == consent.subject_hash),
    };
    let of_authorisation = matches!(consent.subject, Subject::Implementing | Subject::Completed | Subject::Closed);
    let standing = facts.standing_authorisation_for_consent().is_some_and(|one| one.id.as_str() == consent.subject_id);
    current && (!of_authorisation || standing) && !facts.joint(consent.subject, &consent.subject_id, &consent.subject_hash)
}

/// The consent of this side that it could still take back.
#[must_use]
pub fn own_waiting(facts: &Facts, subject: Subject, side: Delegation) -> Option<&Consent> {
    facts.consents.iter().rev().find(|one| one.subject == subject && one.party == side.party() && waits(facts, one))
}

/// Takes a consent of the viewer's side back before it takes effect; the row stays, and a row of its own ends it.
///
/// # Errors
/// Wrong role or side, or it has taken effect, was overtaken or taken back.
pub fn take_back(facts: &Facts, viewer: &Viewer, consent: &ConsentId, occasion: Occasion) -> Result<Change, Refusal> {
    let side = viewer.delegation()?;
    let found = facts.consents.iter().find(|one| one.id == *consent).ok_or(Refusal::AlreadyEnded)?;
    policy::decide(viewer, found.subject.action(facts.project.stage), &facts.project.group_id)?;
    if found.party != side.party() {
        return Err(Refusal::NotYourSide);
    }
    if !waits(facts, found) {
        return Err(Refusal::AlreadyEnded);
    }
    let end = ConsentEnd {
        consent_id: found.id.clone(),
        project_id: facts.project.id.clone(),
        party: found.party,
        person_id: viewer.person_id.clone(),
    };
    Ok(facts.change(viewer, Command::TakeBackConsent, occasion).about("consent", found.id.as_str()).with(Record::ConsentEnd(end)))
}
