//! Consent: one side's yes to a thing that must be joint, bound to its hash. Serves promise 3.

use serde::{Deserialize, Serialize};

use crate::facts::Facts;
use crate::id::{ConsentId, Ids, PersonId, ProjectId};
use crate::party::{Delegation, Party};
use crate::refusal::Refusal;
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
