//! Small things that several scenes need.

use domain::change::Change;
use domain::condition::{self, NewCondition};
use domain::facts::Facts;
use domain::id::{Occasion, ScopeId};
use domain::party::{Delegation, Party};
use domain::point::NewPoint;
use domain::position::{self, NewPosition, Verdict};
use domain::project::Scope;
use domain::refusal::Refusal;
use domain::text::Note;
use domain::viewer::Viewer;

pub(super) fn setter(by: &str) -> Option<Delegation> {
    match by {
        "tamar" | "yael" | "avi" | "noa" | "dan" => Some(Delegation::Il),
        "layla" | "samir" | "hala" | "omar" | "rana" => Some(Delegation::Sy),
        _ => None,
    }
}

pub(super) fn scope(facts: &Facts, viewer: &Viewer, dual_use: &str, occasion: Occasion) -> Scope {
    let id: ScopeId = occasion.branch("scope").ids().fresh();
    Scope {
        id,
        project_id: facts.project.id.clone(),
        purpose: true,
        no_military_party: true,
        no_collection: true,
        no_military_site: true,
        dual_use: dual_use.to_owned(),
        person_id: viewer.person_id.clone(),
    }
}

pub(super) fn new_condition(one: &crate::demo::story::Condition) -> NewCondition {
    NewCondition {
        text: Note { lang: one.lang, text: one.text.trim().to_owned() },
        owner: one.owner,
        due: one.due,
        evidence: one.evidence.trim().to_owned(),
    }
}

pub(super) fn first_open(facts: &Facts, party: Party) -> Result<domain::id::PointId, Refusal> {
    facts.open_points().find(|point| point.party == party).map(|point| point.id.clone()).ok_or(Refusal::AlreadyEnded)
}

pub(super) fn accept_next(facts: &Facts, viewer: &Viewer, at: Occasion) -> Result<Change, Refusal> {
    let next = facts
        .standing_conditions()
        .find(|one| one.burdens_other() && one.owner.party() == viewer.party)
        .ok_or(Refusal::AlreadyEnded)?;
    condition::accept(facts, viewer, &next.id, at)
}

pub(super) fn record(
    facts: &Facts,
    viewer: &Viewer,
    verdict: Verdict,
    statement: &Note,
    points: Vec<NewPoint>,
    conditions: Vec<NewCondition>,
    at: Occasion,
) -> Result<Change, Refusal> {
    let ballot = facts.open_ballot().ok_or(Refusal::WrongStage)?;
    let new = NewPosition {
        ballot: ballot.id.clone(),
        hash: ballot.content_hash.clone(),
        verdict,
        statement: statement.clone(),
        points,
        conditions,
        scope: true,
    };
    position::record(facts, viewer, &new, at)
}
