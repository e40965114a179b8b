//! The supervisor takes more time for its review, with a reason: by 10 working days, and once more by 15. The delegations take theirs with
//! the verdict *needs time* ([`crate::position`]). The last day moves back; nothing else follows from it.

use serde::{Deserialize, Serialize};

use crate::change::{Change, Command, Record};
use crate::facts::Facts;
use crate::id::{BallotId, ExtensionId, MandateId, Occasion, PersonId, ProjectId};
use crate::party::Party;
use crate::permission::permit;
use crate::person::Power;
use crate::refusal::Refusal;
use crate::text::{Lang, Note};
use crate::viewer::Viewer;

/// By how many working days each extension moves the last day of a review, in their order.
pub const OF_REVIEW: [u32; 2] = [10, 15];

/// An extension of a review.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Extension {
    /// Its id.
    pub id: ExtensionId,
    /// Of which project.
    pub project_id: ProjectId,
    /// The ballot that is under review.
    pub ballot_id: BallotId,
    /// The first or the second.
    pub number: i64,
    /// Always the supervisor.
    pub party: Party,
    /// Always the power to sign off.
    pub power: Power,
    /// Under which mandate.
    pub mandate_id: MandateId,
    /// By which officer.
    pub person_id: PersonId,
    /// The language of the reason.
    pub lang: Lang,
    /// What the time is needed for.
    pub reason: String,
}

impl Extension {
    /// By how many working days it moved the last day.
    #[must_use]
    pub fn working_days(&self) -> u32 {
        let place = usize::try_from(self.number - 1).ok();
        place.and_then(|place| OF_REVIEW.get(place)).copied().unwrap_or(0)
    }
}

/// The extensions of the review that runs, in their order.
pub fn taken(facts: &Facts) -> impl Iterator<Item = &Extension> {
    let ballot = facts.dossier_ballot().map(|ballot| &ballot.id);
    facts.extensions.iter().filter(move |one| Some(&one.ballot_id) == ballot)
}

/// The extension that can still be taken: its number, and by how many working days it moves the last day.
#[must_use]
pub fn next(facts: &Facts) -> Option<(i64, u32)> {
    let taken = taken(facts).count();
    Some((i64::try_from(taken).ok()? + 1, *OF_REVIEW.get(taken)?))
}

/// An officer takes the extension with this number, the one that was offered.
///
/// # Errors
/// Wrong role or stage, no reason, no mandate, [`Refusal::AlreadyGiven`] where it was taken meanwhile or none is left.
pub fn take(facts: &Facts, viewer: &Viewer, number: i64, reason: &Note, occasion: Occasion) -> Result<Change, Refusal> {
    permit(facts, viewer, Command::ExtendReview)?;
    if reason.text.is_empty() {
        return Err(Refusal::ReasonNeeded);
    }
    let ballot = facts.dossier_ballot().ok_or(Refusal::AlreadyEnded)?;
    next(facts).filter(|(next, _)| *next == number).ok_or(Refusal::AlreadyGiven)?;
    let extension = Extension {
        id: occasion.ids().fresh(),
        project_id: facts.project.id.clone(),
        ballot_id: ballot.id.clone(),
        number,
        party: Party::Us,
        power: Power::SignOff,
        mandate_id: viewer.mandate(&facts.project.group_id, Power::SignOff, occasion.at)?,
        person_id: viewer.person_id.clone(),
        lang: reason.lang,
        reason: reason.text.clone(),
    };
    Ok(facts
        .change(viewer, Command::ExtendReview, occasion)
        .about("ballot", ballot.id.as_str())
        .of_version(&ballot.version_id, &ballot.content_hash)
        .with(Record::Extension(extension)))
}
