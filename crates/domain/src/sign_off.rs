//! ► THE RULE. The supervisor's decision on a dossier: signed, returned or refused. Nothing else is called a sign-off.
//!
//! Serves promise 1. It quotes the version, its content hash and the dossier's hash; the officer did not prepare the dossier
//! (I-18), wrote no part of the text and holds a mandate now (I-4). A signed one is joined with both approvals at once.

use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::affirmation;
use crate::ballot::Level;
use crate::canonical;
use crate::change::{Change, Command, Record};
use crate::condition::{self, NewCondition};
use crate::engine;
use crate::facts::Facts;
use crate::id::{BallotId, MandateId, Occasion, PersonId, PreparationId, ProjectId, SignOffId, VersionId};
use crate::party::{Delegation, Party};
use crate::permission::permit;
use crate::person::Power;
use crate::point::{self, NewPoint};
use crate::refusal::Refusal;
use crate::stage::{self, Gate};
use crate::text::{self, Lang, Note};
use crate::time::Timestamp;
use crate::viewer::Viewer;

/// What the supervisor decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Decision {
    /// The third key.
    Signed,
    /// Back into discussion, with points.
    Returned,
    /// The end.
    Refused,
}

impl Decision {
    /// The code of rows and forms.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Signed => "signed",
            Self::Returned => "returned",
            Self::Refused => "refused",
        }
    }
}

/// A dossier prepared for an officer: the reviewer's note on exactly this state.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Preparation {
    /// Its id.
    pub id: PreparationId,
    /// Of which project.
    pub project_id: ProjectId,
    /// Of which ballot.
    pub ballot_id: BallotId,
    /// What the dossier held.
    pub dossier_hash: String,
    /// Who prepared it.
    pub person_id: PersonId,
    /// The language of the note.
    pub lang: Lang,
    /// The reviewer's note.
    pub note: String,
}

/// The supervisor's decision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SignOff {
    /// Its id.
    pub id: SignOffId,
    /// On which ballot.
    pub ballot_id: BallotId,
    /// Of which project.
    pub project_id: ProjectId,
    /// On which version.
    pub version_id: VersionId,
    /// With which hash.
    pub content_hash: String,
    /// Always on a principals ballot.
    pub level: Level,
    /// What the dossier held.
    pub dossier_hash: String,
    /// What was decided.
    pub decision: Decision,
    /// Until when a start is allowed; set exactly when signed.
    pub valid_until: Option<Timestamp>,
    /// Always the supervisor.
    pub party: Party,
    /// Always the power to sign off.
    pub power: Power,
    /// Under which mandate.
    pub mandate_id: MandateId,
    /// By which officer.
    pub person_id: PersonId,
    /// Who prepared the dossier: somebody else.
    pub preparer_id: PersonId,
    /// The language of the note.
    pub lang: Lang,
    /// The reason.
    pub note: String,
}

/// A sign-off taken back: a lost key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Revocation {
    /// Which sign-off.
    pub sign_off_id: SignOffId,
    /// Of which project.
    pub project_id: ProjectId,
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
    /// Why.
    pub reason: String,
}

/// A decision as it comes from the form.
#[derive(Clone, Debug)]
pub struct NewSignOff {
    /// The hash of the version that was judged.
    pub hash: String,
    /// The hash of the dossier that was read.
    pub dossier: String,
    /// What is decided.
    pub decision: Decision,
    /// Until when a start is allowed; needed to sign.
    pub valid_until: Option<Timestamp>,
    /// The reason; may be empty only when signing.
    pub note: Note,
    /// Points of a return.
    pub points: Vec<NewPoint>,
    /// Conditions of a signature.
    pub conditions: Vec<NewCondition>,
    /// Is the civilian scope affirmed? A signature needs it.
    pub scope: bool,
}

/// The dossier's hash: over content hash, ballot, positions with conditions, points with answers, and the rules in force.
#[must_use]
pub fn dossier_hash(facts: &Facts) -> Option<String> {
    let ballot = facts.dossier_ballot()?;
    let positions: Vec<_> = Delegation::BOTH
        .into_iter()
        .filter_map(|side| facts.live_position(&ballot.id, side))
        .map(|position| {
            let conditions: Vec<_> = facts
                .conditions
                .iter()
                .filter(|one| one.position_id.as_ref() == Some(&position.id))
                .map(condition::Condition::hash)
                .collect();
            json!({"id": position.id, "party": position.party, "verdict": position.verdict, "conditions": conditions})
        })
        .collect();
    let points: Vec<_> = facts
        .points
        .iter()
        .map(|point| {
            let answers: Vec<_> =
                facts.answers.iter().filter(|one| one.point_id == point.id).map(|one| text::hash(&one.text)).collect();
            let open = !facts.point_ends.iter().any(|end| end.point_id == point.id);
            json!({"id": point.id, "text": text::hash(&point.text), "answers": answers, "open": open})
        })
        .collect();
    Some(text::hash(&canonical::of(&json!({
        "format": "portal-dossier-1",
        "content_hash": ballot.content_hash,
        "ballot": ballot.id,
        "positions": positions,
        "points": points,
        "rules": "domain-1",
    }))))
}

/// The newest preparation of exactly this dossier.
#[must_use]
pub fn preparation(facts: &Facts) -> Option<&Preparation> {
    let hash = dossier_hash(facts)?;
    facts.preparations.iter().rev().find(|one| one.dossier_hash == hash)
}

/// A reviewer prepares the dossier.
///
/// # Errors
/// Wrong role or stage, or the dossier changed since it was read.
pub fn prepare(facts: &Facts, viewer: &Viewer, dossier: &str, note: &Note, occasion: Occasion) -> Result<Change, Refusal> {
    permit(facts, viewer, Command::PrepareDossier)?;
    let ballot = under_review(facts)?;
    let hash = dossier_hash(facts).filter(|hash| hash == dossier).ok_or(Refusal::StaleVersion)?;
    let preparation = Preparation {
        id: occasion.ids().fresh(),
        project_id: facts.project.id.clone(),
        ballot_id: ballot.id.clone(),
        dossier_hash: hash,
        person_id: viewer.person_id.clone(),
        lang: note.lang,
        note: note.text.clone(),
    };
    Ok(facts
        .change(viewer, Command::PrepareDossier, occasion)
        .about("ballot", ballot.id.as_str())
        .of_version(&ballot.version_id, &ballot.content_hash)
        .with(Record::Preparation(preparation)))
}

fn under_review(facts: &Facts) -> Result<&crate::ballot::Ballot, Refusal> {
    facts.dossier_ballot().filter(|ballot| facts.sign_off_of(&ballot.id).is_none()).ok_or(Refusal::AlreadyEnded)
}

fn check(facts: &Facts, new: &NewSignOff, occasion: Occasion) -> Result<(), Refusal> {
    match new.decision {
        Decision::Signed if !new.scope => Err(Refusal::ScopeNotAffirmed),
        Decision::Signed => {
            if new.valid_until.is_none_or(|until| until <= occasion.at) {
                return Err(Refusal::DateNotAhead);
            }
            let missing = stage::missing(facts, Gate::Sign, occasion.at);
            if missing.is_empty() { Ok(()) } else { Err(Refusal::Missing(missing)) }
        }
        Decision::Returned if new.points.is_empty() => Err(Refusal::PointNeeded),
        Decision::Returned | Decision::Refused if new.note.text.is_empty() => Err(Refusal::ReasonNeeded),
        Decision::Returned => point::check_links(facts, &new.points),
        Decision::Refused => Ok(()),
    }
}

/// An officer decides. A signature joins the three keys in the same change.
///
/// # Errors
/// Wrong role or stage, no mandate, a version or dossier other than the one read, not prepared, prepared or written by the
/// officer, an open point, a date not ahead, the scope not affirmed, a return without points or with one
/// about a linked project that names no link, a refusal without reason.
pub fn decide(facts: &Facts, viewer: &Viewer, new: &NewSignOff, occasion: Occasion) -> Result<Change, Refusal> {
    permit(facts, viewer, Command::SignOff)?;
    let version = facts.judged(&new.hash)?;
    let ballot = under_review(facts)?;
    let dossier_hash = dossier_hash(facts).filter(|hash| *hash == new.dossier).ok_or(Refusal::StaleVersion)?;
    let prepared = preparation(facts).ok_or(Refusal::NotPrepared)?;
    if facts.preparations.iter().any(|one| one.dossier_hash == dossier_hash && one.person_id == viewer.person_id) {
        return Err(Refusal::PreparerDecides);
    }
    if facts.authors.contains(&viewer.person_id) {
        return Err(Refusal::AuthorDecides);
    }
    let mandate_id = viewer.mandate(&facts.project.group_id, Power::SignOff, occasion.at)?;
    check(facts, new, occasion)?;
    let mut ids = occasion.ids();
    let sign_off = SignOff {
        id: ids.fresh(),
        ballot_id: ballot.id.clone(),
        project_id: facts.project.id.clone(),
        version_id: version.id.clone(),
        content_hash: version.content_hash.clone(),
        level: Level::Principals,
        dossier_hash,
        decision: new.decision,
        valid_until: new.valid_until.filter(|_| new.decision == Decision::Signed),
        party: Party::Us,
        power: Power::SignOff,
        mandate_id,
        person_id: viewer.person_id.clone(),
        preparer_id: prepared.person_id.clone(),
        lang: new.note.lang,
        note: new.note.text.clone(),
    };
    let (id, judged) = (sign_off.id.clone(), (version.id.clone(), version.content_hash.clone()));
    let signed = new.decision == Decision::Signed;
    let points = if new.decision == Decision::Returned { new.points.as_slice() } else { &[] };
    let conditions = if signed { new.conditions.as_slice() } else { &[] };
    let change = facts
        .change(viewer, Command::SignOff, occasion)
        .about("sign_off", id.as_str())
        .of_version(&judged.0, &judged.1)
        .with(Record::SignOff(sign_off))
        .with_all(signed.then(|| Record::Affirmation(affirmation::beside(facts, viewer, &judged, (None, Some(&id)), &mut ids))))
        .with_all(point::records(facts, viewer, points, &judged, (None, Some(&id)), &mut ids))
        .with_all(condition::records(facts, viewer, conditions, &judged, (None, Some(&id)), &mut ids));
    Ok(engine::settle(facts, change))
}

/// An officer takes a signature back: a cleared project returns to discussion, running work is suspended at once (I-20).
///
/// # Errors
/// Wrong role or stage, no mandate, or nothing signed stands.
pub fn revoke(facts: &Facts, viewer: &Viewer, reason: &Note, occasion: Occasion) -> Result<Change, Refusal> {
    permit(facts, viewer, Command::RevokeSignOff)?;
    if reason.text.is_empty() {
        return Err(Refusal::ReasonNeeded);
    }
    let (_, sign_off) = facts.standing_authorisation().ok_or(Refusal::AlreadyEnded)?;
    let revocation = Revocation {
        sign_off_id: sign_off.id.clone(),
        project_id: facts.project.id.clone(),
        party: Party::Us,
        power: Power::SignOff,
        mandate_id: viewer.mandate(&facts.project.group_id, Power::SignOff, occasion.at)?,
        person_id: viewer.person_id.clone(),
        lang: reason.lang,
        reason: reason.text.clone(),
    };
    let change = facts
        .change(viewer, Command::RevokeSignOff, occasion)
        .about("sign_off", sign_off.id.as_str())
        .of_version(&sign_off.version_id, &sign_off.content_hash)
        .with(Record::Revocation(revocation));
    Ok(engine::settle(facts, change))
}
