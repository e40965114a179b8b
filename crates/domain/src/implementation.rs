//! Start, completion, closing and stop-work. Work begins with the second consent, and only on a standing authorisation.

use serde::{Deserialize, Serialize};

use crate::change::{Change, Command, Record};
use crate::consent::{self, Subject};
use crate::engine;
use crate::facts::Facts;
use crate::id::{ConsentId, Occasion, PersonId, ProjectId, StopWorkId};
use crate::party::Party;
use crate::permission::permit;
use crate::person::Power;
use crate::refusal::Refusal;
use crate::stage::{self, Gate};
use crate::text::{Lang, Note};
use crate::viewer::Viewer;

/// An order that suspends a project.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StopWork {
    /// Its id.
    pub id: StopWorkId,
    /// Of which project.
    pub project_id: ProjectId,
    /// Ordered by which party.
    pub party: Party,
    /// By whom.
    pub person_id: PersonId,
    /// The language of the reason.
    pub lang: Lang,
    /// Why.
    pub reason: String,
}

/// An order lifted by the party that gave it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StopWorkEnd {
    /// Which order.
    pub stop_work_id: StopWorkId,
    /// Of which project.
    pub project_id: ProjectId,
    /// By which party.
    pub party: Party,
    /// By whom.
    pub person_id: PersonId,
    /// The language of the note.
    pub lang: Lang,
    /// What has changed.
    pub note: String,
}

/// What a head says at the end of a project; each side has its own note.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClosingNote {
    /// The consent it goes with.
    pub consent_id: ConsentId,
    /// Of which project.
    pub project_id: ProjectId,
    /// Of which party.
    pub party: Party,
    /// By whom.
    pub person_id: PersonId,
    /// The language of the note.
    pub lang: Lang,
    /// What was reached and what remains.
    pub note: String,
}

/// What the two sides do together with an authorised project.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Joint {
    /// Begin work: both co-chairs.
    Start,
    /// State that it is done: both co-chairs.
    Complete,
    /// Close it for ever: both heads.
    Close,
}

impl Joint {
    const fn parts(self) -> (Subject, Gate, Command) {
        match self {
            Self::Start => (Subject::Implementing, Gate::Start, Command::ConsentStart),
            Self::Complete => (Subject::Completed, Gate::Complete, Command::ConsentCompletion),
            Self::Close => (Subject::Closed, Gate::Close, Command::ConsentClosing),
        }
    }

    /// The gate that this deed passes.
    #[must_use]
    pub const fn gate(self) -> Gate {
        self.parts().1
    }

    /// The subject of its two consents.
    #[must_use]
    pub const fn subject(self) -> Subject {
        self.parts().0
    }
}

/// One side's consent to start or complete; with the second one the engine takes the step.
///
/// # Errors
/// Wrong role or stage, another content hash than the authorisation's, given already, a closing, which needs a note, or the
/// list of what is missing.
pub fn consent(facts: &Facts, viewer: &Viewer, deed: Joint, hash: &str, occasion: Occasion) -> Result<Change, Refusal> {
    if deed == Joint::Close {
        return Err(Refusal::ReasonNeeded);
    }
    let (change, _) = agree(facts, viewer, deed, hash, occasion)?;
    Ok(engine::settle(facts, change))
}

/// One head's consent to close the project for ever, with a closing note; with the second one the engine takes the step.
///
/// # Errors
/// As [`consent`], and a closing without a note.
pub fn close(facts: &Facts, viewer: &Viewer, hash: &str, note: &Note, occasion: Occasion) -> Result<Change, Refusal> {
    let (change, consent_id) = agree(facts, viewer, Joint::Close, hash, occasion)?;
    if note.text.is_empty() {
        return Err(Refusal::ReasonNeeded);
    }
    let note = ClosingNote {
        consent_id,
        project_id: facts.project.id.clone(),
        party: viewer.party,
        person_id: viewer.person_id.clone(),
        lang: note.lang,
        note: note.text.clone(),
    };
    Ok(engine::settle(facts, change.with(Record::ClosingNote(note))))
}

/// The change of one side's consent, before anything follows from it.
fn agree(facts: &Facts, viewer: &Viewer, deed: Joint, hash: &str, occasion: Occasion) -> Result<(Change, ConsentId), Refusal> {
    let (subject, gate, command) = deed.parts();
    permit(facts, viewer, command)?;
    let missing = stage::missing_besides_consent(facts, gate, occasion.at);
    if !missing.is_empty() {
        return Err(Refusal::Missing(missing));
    }
    let authorisation = facts.standing_authorisation_for_consent().ok_or(Refusal::WrongStage)?;
    if authorisation.content_hash != hash {
        return Err(Refusal::StaleVersion);
    }
    let power = if deed == Joint::Close { Power::Principals } else { Power::Group };
    viewer.mandate(&facts.project.group_id, power, occasion.at)?;
    let given = consent::give(facts, viewer, (subject, authorisation.id.as_str(), hash), &mut occasion.ids())?;
    let id = given.id.clone();
    let change = facts
        .change(viewer, command, occasion)
        .about("authorisation", authorisation.id.as_str())
        .of_version(&authorisation.version_id, hash)
        .with(Record::Consent(given));
    Ok((change, id))
}

/// A head or an officer orders stop-work: the project is suspended at once (I-20).
///
/// # Errors
/// Wrong role or stage, or an order is in force already.
pub fn stop(facts: &Facts, viewer: &Viewer, reason: &Note, occasion: Occasion) -> Result<Change, Refusal> {
    permit(facts, viewer, Command::StopWork)?;
    if facts.stopped().is_some() {
        return Err(Refusal::AlreadyGiven);
    }
    let order = StopWork {
        id: occasion.ids().fresh(),
        project_id: facts.project.id.clone(),
        party: viewer.party,
        person_id: viewer.person_id.clone(),
        lang: reason.lang,
        reason: reason.text.clone(),
    };
    let id = order.id.clone();
    Ok(facts.change(viewer, Command::StopWork, occasion).about("stop_work", id.as_str()).with(Record::StopWork(order)))
}

/// The party that ordered stop-work lifts it.
///
/// # Errors
/// Wrong role, another party's order, or none in force.
pub fn lift(facts: &Facts, viewer: &Viewer, note: &Note, occasion: Occasion) -> Result<Change, Refusal> {
    permit(facts, viewer, Command::LiftStopWork)?;
    let order = facts.stopped().ok_or(Refusal::AlreadyEnded)?;
    if order.party != viewer.party {
        return Err(Refusal::NotYourSide);
    }
    let end = StopWorkEnd {
        stop_work_id: order.id.clone(),
        project_id: facts.project.id.clone(),
        party: viewer.party,
        person_id: viewer.person_id.clone(),
        lang: note.lang,
        note: note.text.clone(),
    };
    let change = facts.change(viewer, Command::LiftStopWork, occasion).about("stop_work", order.id.as_str());
    Ok(engine::settle(facts, change.with(Record::StopWorkEnd(end))))
}
