//! Conditions: set in the same act as an approval or a sign-off, immutable, and verified by each side.

use serde::{Deserialize, Serialize};

use crate::change::{Change, Command, Record};
use crate::consent::{self, Subject};
use crate::engine;
use crate::facts::Facts;
use crate::id::{ConditionId, Ids, Occasion, PersonId, PositionId, ProjectId, SignOffId, VerificationId, VersionId};
use crate::party::{Delegation, Party};
use crate::permission::permit;
use crate::person::Power;
use crate::refusal::Refusal;
use crate::text::{self, Lang, Note};
use crate::viewer::Viewer;

/// By when a condition has to be fulfilled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Due {
    /// Work cannot start before.
    BeforeStart,
    /// While work goes on; work cannot complete before.
    During,
    /// Work cannot complete before.
    BeforeCompletion,
}

impl Due {
    /// All three.
    pub const ALL: [Self; 3] = [Self::BeforeStart, Self::During, Self::BeforeCompletion];

    /// The code of rows and forms.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::BeforeStart => "before_start",
            Self::During => "during",
            Self::BeforeCompletion => "before_completion",
        }
    }
}

/// A condition of an approval or a sign-off.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Condition {
    /// Its id.
    pub id: ConditionId,
    /// Of which project.
    pub project_id: ProjectId,
    /// On which version.
    pub version_id: VersionId,
    /// With which hash.
    pub content_hash: String,
    /// Set with which position.
    pub position_id: Option<PositionId>,
    /// Or with which sign-off.
    pub sign_off_id: Option<SignOffId>,
    /// Set by which party.
    pub party: Party,
    /// Set by whom.
    pub person_id: PersonId,
    /// Its number in the project, from 1.
    pub number: i64,
    /// The language of its texts.
    pub lang: Lang,
    /// What has to be.
    pub text: String,
    /// Who has to see to it.
    pub owner: Delegation,
    /// By when.
    pub due: Due,
    /// What will show it.
    pub evidence: String,
}

impl Condition {
    /// Does it burden a delegation that did not set it? Then that one has to accept it before the supervisor's review.
    #[must_use]
    pub fn burdens_other(&self) -> bool {
        self.party != Party::Us && self.party != self.owner.party()
    }

    /// What a consent to it is bound to.
    #[must_use]
    pub fn hash(&self) -> String {
        text::hash(&crate::canonical::of(self))
    }

    /// Who verifies it: both delegations, and the supervisor where it set the condition.
    #[must_use]
    pub fn verifiers(&self) -> Vec<Party> {
        let mut parties = vec![Party::Il, Party::Sy];
        if self.party == Party::Us {
            parties.push(Party::Us);
        }
        parties
    }
}

/// One party's word that a condition is fulfilled.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verification {
    /// Its id.
    pub id: VerificationId,
    /// Which condition.
    pub condition_id: ConditionId,
    /// Of which project.
    pub project_id: ProjectId,
    /// Whose word.
    pub party: Party,
    /// Given by whom.
    pub person_id: PersonId,
    /// The language of the note.
    pub lang: Lang,
    /// What shows it.
    pub note: String,
}

/// A condition as it comes from the form.
#[derive(Clone, Debug)]
pub struct NewCondition {
    /// What has to be.
    pub text: Note,
    /// Who has to see to it.
    pub owner: Delegation,
    /// By when.
    pub due: Due,
    /// What will show it.
    pub evidence: String,
}

/// The rows of new conditions, numbered on within the project.
pub(crate) fn records(
    facts: &Facts,
    viewer: &Viewer,
    conditions: &[NewCondition],
    (version_id, content_hash): &(VersionId, String),
    (position, sign_off): (Option<&PositionId>, Option<&SignOffId>),
    ids: &mut Ids,
) -> Vec<Record> {
    let first = facts.conditions.iter().map(|condition| condition.number).max().unwrap_or(0) + 1;
    let numbers = first..;
    conditions
        .iter()
        .zip(numbers)
        .map(|(new, number)| {
            Record::Condition(Condition {
                id: ids.fresh(),
                project_id: facts.project.id.clone(),
                version_id: version_id.clone(),
                content_hash: content_hash.clone(),
                position_id: position.cloned(),
                sign_off_id: sign_off.cloned(),
                party: viewer.party,
                person_id: viewer.person_id.clone(),
                number,
                lang: new.text.lang,
                text: new.text.text.clone(),
                owner: new.owner,
                due: new.due,
                evidence: new.evidence.clone(),
            })
        })
        .collect()
}

fn standing<'a>(facts: &'a Facts, id: &ConditionId) -> Result<&'a Condition, Refusal> {
    facts.standing_conditions().find(|condition| condition.id == *id).ok_or(Refusal::AlreadyEnded)
}

/// The burdened delegation accepts a condition, by its signatory or head.
///
/// # Errors
/// Wrong role or side, no burden, or accepted already.
pub fn accept(facts: &Facts, viewer: &Viewer, id: &ConditionId, occasion: Occasion) -> Result<Change, Refusal> {
    permit(facts, viewer, Command::AcceptCondition)?;
    let condition = standing(facts, id)?;
    if !condition.burdens_other() || viewer.party != condition.owner.party() {
        return Err(Refusal::NotYourSide);
    }
    viewer.mandate(&facts.project.group_id, Power::Principals, occasion.at)?;
    let consent = consent::give(facts, viewer, (Subject::Condition, id.as_str(), &condition.hash()), &mut occasion.ids())?;
    let change =
        facts.change(viewer, Command::AcceptCondition, occasion).about("condition", id.as_str()).with(Record::Consent(consent));
    Ok(engine::settle(facts, change))
}

/// One party states that a condition is fulfilled, and what shows it.
///
/// # Errors
/// Wrong role or stage, a party that does not verify it, or stated already.
pub fn verify(facts: &Facts, viewer: &Viewer, id: &ConditionId, note: &Note, occasion: Occasion) -> Result<Change, Refusal> {
    permit(facts, viewer, Command::VerifyCondition)?;
    let condition = standing(facts, id)?;
    if !condition.verifiers().contains(&viewer.party) {
        return Err(Refusal::NotYourSide);
    }
    if facts.verifications.iter().any(|one| one.condition_id == *id && one.party == viewer.party) {
        return Err(Refusal::AlreadyGiven);
    }
    let verification = Verification {
        id: occasion.ids().fresh(),
        condition_id: condition.id.clone(),
        project_id: facts.project.id.clone(),
        party: viewer.party,
        person_id: viewer.person_id.clone(),
        lang: note.lang,
        note: note.text.clone(),
    };
    let change = facts.change(viewer, Command::VerifyCondition, occasion).about("condition", id.as_str());
    Ok(engine::settle(facts, change.with(Record::Verification(verification))))
}
