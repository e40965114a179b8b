//! The engine: what follows from a deed by the rules alone, in the same change and the same transaction.
//!
//! [`settle`] plays a change onto a copy of the facts and takes each step that has become due: a ballot that both sides
//! consented to opens, an answered one closes, a lost key sends a cleared project back. It takes at most one stage step in a
//! change, because a project's row carries the entry that moved it.

use crate::authorisation;
use crate::ballot::{self, Ballot, Closing, Level, Opening, Outcome};
use crate::change::{Change, Record};
use crate::consent::Subject;
use crate::facts::Facts;
use crate::id::{Ids, PersonId};
use crate::party::Delegation;
use crate::position::{Position, Verdict};
use crate::project::Step;
use crate::sign_off::Decision;
use crate::stage::{self, Gate, Stage};
use crate::summary;
use crate::text::Note;

/// Adds what follows from the change.
#[must_use]
pub(crate) fn settle(facts: &Facts, change: Change) -> Change {
    let mut after = facts.clone();
    for record in &change.records {
        after.apply(record, change.occasion);
    }
    let mut ids = change.occasion.branch("engine").ids();
    let mut follows =
        if after.project.stage == facts.project.stage { follow(&after, change.occasion.at, &mut ids) } else { vec![] };
    follows.extend(summary::releases(&after));
    change.with_all(follows)
}

fn follow(facts: &Facts, at: crate::time::Timestamp, ids: &mut Ids) -> Vec<Record> {
    match facts.project.stage {
        Stage::InDiscussion => opening(facts, at, ids),
        Stage::GroupBallot => facts.open_ballot().map_or_else(Vec::new, |ballot| group(facts, ballot, at, ids)),
        Stage::PrincipalsBallot => facts.open_ballot().map_or_else(Vec::new, |ballot| principals(facts, ballot, at, ids)),
        Stage::SupervisorReview => review(facts, ids),
        Stage::Cleared
            if facts.standing_authorisation().is_none_or(|(_, key)| key.valid_until.is_none_or(|until| until <= at)) =>
        {
            vec![step(facts, Stage::InDiscussion, None, ids)]
        }
        Stage::Cleared if stage::missing(facts, Gate::Start, at).is_empty() => vec![step(facts, Stage::Implementing, None, ids)],
        Stage::Implementing if closes(facts, at) => vec![step(facts, Stage::Closed, None, ids)],
        Stage::Implementing if stage::missing(facts, Gate::Complete, at).is_empty() => {
            vec![step(facts, Stage::Completed, None, ids)]
        }
        Stage::Completed if closes(facts, at) => vec![step(facts, Stage::Closed, None, ids)],
        _ => vec![],
    }
}

fn closes(facts: &Facts, at: crate::time::Timestamp) -> bool {
    stage::missing(facts, Gate::Close, at).is_empty()
}

fn opening(facts: &Facts, at: crate::time::Timestamp, ids: &mut Ids) -> Vec<Record> {
    let (Some(id), Some(version)) = (ballot::proposed(facts), &facts.newest) else { return vec![] };
    if !facts.joint(Subject::Ballot, id.as_str(), &version.content_hash)
        || !stage::missing(facts, Gate::OpenBallot, at).is_empty()
    {
        return vec![];
    }
    let opening = Opening {
        id,
        project_id: facts.project.id.clone(),
        number: facts.last_ballot().map_or(1, |last| last.number + 1),
        version_id: version.id.clone(),
        content_hash: version.content_hash.clone(),
        level: Level::Group,
    };
    vec![Record::Opening(opening), step(facts, Stage::GroupBallot, None, ids)]
}

/// The verdicts of both sides, once both have answered something other than *needs time*.
fn answers(facts: &Facts, ballot: &Ballot) -> Option<[Verdict; 2]> {
    let answer = |side| -> Option<&Position> { facts.live_position(&ballot.id, side) };
    let verdicts = [answer(Delegation::Il)?.verdict, answer(Delegation::Sy)?.verdict];
    (!verdicts.contains(&Verdict::NeedsTime)).then_some(verdicts)
}

fn closing(facts: &Facts, ballot: &Ballot, outcome: Outcome) -> Record {
    Record::Closing(Closing { ballot_id: ballot.id.clone(), project_id: facts.project.id.clone(), outcome })
}

fn group(facts: &Facts, ballot: &Ballot, at: crate::time::Timestamp, ids: &mut Ids) -> Vec<Record> {
    let Some(verdicts) = answers(facts, ballot) else { return vec![] };
    if verdicts.contains(&Verdict::Object) {
        return vec![closing(facts, ballot, Outcome::Returned), step(facts, Stage::InDiscussion, None, ids)];
    }
    if !stage::missing(facts, Gate::PassGroup, at).is_empty() {
        return vec![];
    }
    let next = Opening {
        id: ids.fresh(),
        project_id: facts.project.id.clone(),
        number: ballot.number + 1,
        version_id: ballot.version_id.clone(),
        content_hash: ballot.content_hash.clone(),
        level: Level::Principals,
    };
    vec![closing(facts, ballot, Outcome::Passed), Record::Opening(next), step(facts, Stage::PrincipalsBallot, None, ids)]
}

fn principals(facts: &Facts, ballot: &Ballot, at: crate::time::Timestamp, ids: &mut Ids) -> Vec<Record> {
    let Some(verdicts) = answers(facts, ballot) else { return vec![] };
    if verdicts == [Verdict::Decline; 2] {
        return vec![closing(facts, ballot, Outcome::Declined), step(facts, Stage::Declined, None, ids)];
    }
    if verdicts.contains(&Verdict::Object) || verdicts.contains(&Verdict::Decline) {
        return vec![closing(facts, ballot, Outcome::Returned), step(facts, Stage::InDiscussion, None, ids)];
    }
    if !stage::missing(facts, Gate::PassPrincipals, at).is_empty() {
        return vec![];
    }
    vec![closing(facts, ballot, Outcome::Passed), step(facts, Stage::SupervisorReview, None, ids)]
}

fn review(facts: &Facts, ids: &mut Ids) -> Vec<Record> {
    let Some(ballot) = facts.dossier_ballot() else { return vec![step(facts, Stage::InDiscussion, None, ids)] };
    match facts.sign_off_of(&ballot.id) {
        None => vec![],
        Some(sign_off) => match sign_off.decision {
            Decision::Returned => vec![step(facts, Stage::InDiscussion, None, ids)],
            Decision::Refused => vec![step(facts, Stage::Declined, None, ids)],
            Decision::Signed => authorisation::join(facts, ballot, sign_off, ids).map_or_else(Vec::new, |joined| {
                let Record::Step(mut cleared) = step(facts, Stage::Cleared, None, ids) else { return vec![] };
                cleared.authorisation_id = Some(joined.id.clone());
                vec![Record::Authorisation(joined), Record::Step(cleared)]
            }),
        },
    }
}

/// The row of a step; the project keeps its code and readers, and its authorisation while it stands on one.
pub(crate) fn step(facts: &Facts, to: Stage, by: Option<(&PersonId, &Note)>, ids: &mut Ids) -> Record {
    let keeps = to.is_authorised() || to == Stage::Withdrawn;
    Record::Step(Step {
        id: ids.fresh(),
        project_id: facts.project.id.clone(),
        from_stage: facts.project.stage,
        to_stage: to,
        code: facts.project.code.clone(),
        authorisation_id: facts.project.authorisation_id.clone().filter(|_| keeps),
        audience: facts.project.ledger,
        person_id: by.map(|(person, _)| person.clone()),
        lang: by.map(|(_, note)| note.lang),
        reason: by.map(|(_, note)| note.text.clone()),
    })
}
