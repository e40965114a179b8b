//! One side's formal answer to one version. Positions are never added up across sides (I-6).

use serde::{Deserialize, Serialize};

use crate::affirmation;
use crate::ballot::Level;
use crate::change::{Change, Command, Record};
use crate::condition::{self, NewCondition};
use crate::engine;
use crate::facts::Facts;
use crate::id::{BallotId, MandateId, Occasion, PersonId, PositionId, ProjectId, VersionId};
use crate::party::Delegation;
use crate::permission::permit;
use crate::person::Power;
use crate::point::{self, NewPoint};
use crate::refusal::Refusal;
use crate::text::{Lang, Note};
use crate::viewer::Viewer;

/// What a side says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Yes, perhaps with conditions.
    Approve,
    /// Nothing against it; at group level only.
    NoObjection,
    /// Takes more time; the ballot stays open.
    NeedsTime,
    /// Not so; with at least one point.
    Object,
    /// No; at principals level only, with a reason.
    Decline,
}

impl Verdict {
    /// Every verdict.
    pub const ALL: [Self; 5] = [Self::Approve, Self::NoObjection, Self::NeedsTime, Self::Object, Self::Decline];

    /// The code of rows and forms.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Approve => "approve",
            Self::NoObjection => "no_objection",
            Self::NeedsTime => "needs_time",
            Self::Object => "object",
            Self::Decline => "decline",
        }
    }

    /// The verdicts that a level knows.
    #[must_use]
    pub const fn at(level: Level) -> [Self; 4] {
        match level {
            Level::Group => [Self::Approve, Self::NoObjection, Self::NeedsTime, Self::Object],
            Level::Principals => [Self::Approve, Self::NeedsTime, Self::Object, Self::Decline],
        }
    }
}

/// One side's answer in one ballot; a later one supersedes it while the ballot is open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Position {
    /// Its id.
    pub id: PositionId,
    /// In which ballot.
    pub ballot_id: BallotId,
    /// Of which project.
    pub project_id: ProjectId,
    /// On which version.
    pub version_id: VersionId,
    /// With which hash.
    pub content_hash: String,
    /// At which level.
    pub level: Level,
    /// Whose.
    pub party: Delegation,
    /// Its place among this side's answers in this ballot, from 1.
    pub number: i64,
    /// Under which mandate.
    pub mandate_id: MandateId,
    /// Recorded by whom.
    pub person_id: PersonId,
    /// What it says.
    pub verdict: Verdict,
    /// The language of the statement.
    pub lang: Lang,
    /// The reasons.
    pub statement: String,
}

/// An approval taken back by its own side: a lost key.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Withdrawal {
    /// Which position.
    pub position_id: PositionId,
    /// Of which project.
    pub project_id: ProjectId,
    /// Whose.
    pub party: Delegation,
    /// Always at principals level.
    pub level: Level,
    /// Under which mandate.
    pub mandate_id: MandateId,
    /// By whom.
    pub person_id: PersonId,
    /// The language of the reason.
    pub lang: Lang,
    /// Why.
    pub reason: String,
}

/// A position as it comes from the form.
#[derive(Clone, Debug)]
pub struct NewPosition {
    /// The ballot that was answered.
    pub ballot: BallotId,
    /// The hash that was judged.
    pub hash: String,
    /// What it says.
    pub verdict: Verdict,
    /// The reasons; may be empty only for an approval.
    pub statement: Note,
    /// The points of an objection.
    pub points: Vec<NewPoint>,
    /// The conditions of an approval.
    pub conditions: Vec<NewCondition>,
    /// Is the civilian scope affirmed? An approval at principals level needs it.
    pub scope: bool,
}

const fn power(level: Level) -> Power {
    match level {
        Level::Group => Power::Group,
        Level::Principals => Power::Principals,
    }
}

/// Is this answer one of the three keys?
fn is_key(level: Level, verdict: Verdict) -> bool {
    level == Level::Principals && verdict == Verdict::Approve
}

fn check(facts: &Facts, new: &NewPosition, level: Level, side: Delegation) -> Result<(), Refusal> {
    let approves = matches!(new.verdict, Verdict::Approve | Verdict::NoObjection);
    if !Verdict::at(level).contains(&new.verdict) {
        return Err(Refusal::WrongVerdict);
    }
    if new.verdict == Verdict::Object && new.points.is_empty() {
        return Err(Refusal::PointNeeded);
    }
    if new.verdict == Verdict::Object {
        point::check_links(facts, &new.points)?;
    }
    if new.verdict != Verdict::Approve && new.verdict != Verdict::NoObjection && new.statement.text.is_empty() {
        return Err(Refusal::ReasonNeeded);
    }
    if approves && facts.open_points().any(|point| point.party == side.party()) {
        return Err(Refusal::OwnPointOpen);
    }
    if is_key(level, new.verdict) && !new.scope {
        return Err(Refusal::ScopeNotAffirmed);
    }
    Ok(())
}

/// Records the position of the viewer's side; the engine closes the ballot when both have answered.
///
/// # Errors
/// Wrong role, no mandate, no such ballot, a stale version, a verdict of the other level, an objection without a point or with
/// one about a linked project that names no link, an approval against an own open point or, at principals level, without the
/// civilian scope.
pub fn record(facts: &Facts, viewer: &Viewer, new: &NewPosition, occasion: Occasion) -> Result<Change, Refusal> {
    permit(facts, viewer, Command::RecordPosition)?;
    let ballot = facts.open_ballot().ok_or(Refusal::WrongStage)?;
    let power = power(ballot.level);
    let side = viewer.delegation()?;
    if ballot.id != new.ballot {
        return Err(Refusal::AlreadyEnded);
    }
    if ballot.content_hash != new.hash {
        return Err(Refusal::StaleVersion);
    }
    let mandate_id = viewer.mandate(&facts.project.group_id, power, occasion.at)?;
    check(facts, new, ballot.level, side)?;
    let mut ids = occasion.ids();
    let earlier = facts.positions.iter().filter(|one| one.ballot_id == ballot.id && one.party == side).count();
    let position = Position {
        id: ids.fresh(),
        ballot_id: ballot.id.clone(),
        project_id: facts.project.id.clone(),
        version_id: ballot.version_id.clone(),
        content_hash: ballot.content_hash.clone(),
        level: ballot.level,
        party: side,
        number: i64::try_from(earlier).unwrap_or(i64::MAX) + 1,
        mandate_id,
        person_id: viewer.person_id.clone(),
        verdict: new.verdict,
        lang: new.statement.lang,
        statement: new.statement.text.clone(),
    };
    let points = if new.verdict == Verdict::Object { new.points.as_slice() } else { &[] };
    let conditions = if new.verdict == Verdict::Approve { new.conditions.as_slice() } else { &[] };
    let key = is_key(position.level, new.verdict);
    let (position_id, version) = (position.id.clone(), (ballot.version_id.clone(), ballot.content_hash.clone()));
    let change = facts
        .change(viewer, Command::RecordPosition, occasion)
        .about("position", position_id.as_str())
        .of_version(&version.0, &version.1)
        .with(Record::Position(position))
        .with_all(
            key.then(|| Record::Affirmation(affirmation::beside(facts, viewer, &version, (Some(&position_id), None), &mut ids))),
        )
        .with_all(point::records(facts, viewer, points, &version, (Some(&position_id), None), &mut ids))
        .with_all(condition::records(facts, viewer, conditions, &version, (Some(&position_id), None), &mut ids));
    Ok(engine::settle(facts, change))
}

/// Takes back the approval of the viewer's side: before the sign-off the text is free again, afterwards a key is lost.
///
/// # Errors
/// Wrong role or stage, no mandate, or no approval of this side that could be taken back.
pub fn withdraw(
    facts: &Facts,
    viewer: &Viewer,
    position: &PositionId,
    reason: &Note,
    occasion: Occasion,
) -> Result<Change, Refusal> {
    permit(facts, viewer, Command::WithdrawApproval)?;
    let side = viewer.delegation()?;
    let found = facts.positions.iter().find(|one| one.id == *position).ok_or(Refusal::AlreadyEnded)?;
    if found.party != side {
        return Err(Refusal::NotYourSide);
    }
    let stands = facts.live_position(&found.ballot_id, side).is_some_and(|live| live.id == found.id)
        && found.level == Level::Principals
        && found.verdict == Verdict::Approve;
    let counts = facts.dossier_ballot().is_some_and(|ballot| ballot.id == found.ballot_id);
    if !stands || !counts || facts.project.stage.is_end() {
        return Err(Refusal::AlreadyEnded);
    }
    let withdrawal = Withdrawal {
        position_id: found.id.clone(),
        project_id: facts.project.id.clone(),
        party: side,
        level: Level::Principals,
        mandate_id: viewer.mandate(&facts.project.group_id, Power::Principals, occasion.at)?,
        person_id: viewer.person_id.clone(),
        lang: reason.lang,
        reason: reason.text.clone(),
    };
    let change = facts
        .change(viewer, Command::WithdrawApproval, occasion)
        .about("position", found.id.as_str())
        .of_version(&found.version_id, &found.content_hash)
        .with(Record::Withdrawal(withdrawal));
    Ok(engine::settle(facts, change))
}
