//! The road of a proposal outside ballots: tabling, taking up, sending back, the next version, withdrawing, reopening.

use crate::ballot::{Closing, Outcome};
use crate::change::{Change, Command, Record};
use crate::clock::{Ball, Turn};
use crate::consent::{self, Subject};
use crate::engine;
use crate::facts::Facts;
use crate::id::Occasion;
use crate::party::{Audience, Delegation};
use crate::permission::permit;
use crate::project;
use crate::refusal::Refusal;
use crate::stage::{self, Gate, Stage};
use crate::text::{self, Note};
use crate::time::{Day, Holder, Timestamp};
use crate::version;
use crate::viewer::Viewer;

/// The hash of the working text before it has a code: what both sides consent to when they table a joint draft.
#[must_use]
pub fn text_hash(facts: &Facts) -> String {
    text::hash(&version::content(facts, facts.project.code.as_deref().unwrap_or_default()).canonical())
}

fn steers(facts: &Facts, viewer: &Viewer, command: Command) -> Result<Delegation, Refusal> {
    permit(facts, viewer, command)?;
    viewer.delegation()
}

fn proposes(facts: &Facts, viewer: &Viewer, command: Command) -> Result<Delegation, Refusal> {
    let side = steers(facts, viewer, command)?;
    if facts.project.proposed_by.includes(side) { Ok(side) } else { Err(Refusal::NotYourSide) }
}

/// Tables a draft: it gets its code, its text is frozen as the next version, and everybody in the group reads it. A joint
/// draft is tabled by the second of two consents to the same text.
///
/// # Errors
/// Wrong role, side or stage, or the list of what is missing.
pub fn table(facts: &Facts, viewer: &Viewer, occasion: Occasion) -> Result<Change, Refusal> {
    let side = proposes(facts, viewer, Command::TableProject)?;
    let missing = stage::missing_besides_consent(facts, Gate::Table, occasion.at);
    if !missing.is_empty() {
        return Err(Refusal::Missing(missing));
    }
    if facts.newest.is_some() && !facts.working_text_differs() {
        return Err(Refusal::NothingChanged);
    }
    let mut ids = occasion.ids();
    let mut change = facts.change(viewer, Command::TableProject, occasion);
    if facts.project.proposed_by.other().is_none() {
        let (id, hash) = (facts.project.id.as_str(), text_hash(facts));
        let consent = consent::give(facts, viewer, (Subject::Tabling, id, &hash), &mut ids)?;
        change = change.with(Record::Consent(consent));
        if !facts.consented(Subject::Tabling, id, &hash, side.other()) {
            change.command = Command::ConsentTabling;
            return Ok(change);
        }
    }
    let (year, number) = facts.next_code;
    let code = facts.project.code.clone().unwrap_or_else(|| project::code(facts.project.sector, year, number));
    let frozen = version::freeze(facts, &code, &viewer.person_id, None, &mut ids);
    let Record::Step(mut tabled) = engine::step(facts, Stage::Tabled, None, &mut ids) else { return Err(Refusal::WrongStage) };
    tabled.code = Some(code);
    tabled.audience = Audience::Joint;
    tabled.person_id = Some(viewer.person_id.clone());
    change.ledger = Audience::Joint;
    if let Record::Version(version) = &frozen {
        change = change.of_version(&version.id, &version.content_hash);
    }
    Ok(change.with(frozen).with(Record::Step(tabled)))
}

/// The other side takes a tabled project up; a joint one needs nobody else, so either co-chair does, or the engine at once.
///
/// # Errors
/// Wrong role, side or stage.
pub fn take_up(facts: &Facts, viewer: &Viewer, occasion: Occasion) -> Result<Change, Refusal> {
    let side = steers(facts, viewer, Command::TakeUp)?;
    if facts.project.proposed_by.other().is_some_and(|other| other != side) {
        return Err(Refusal::NotYourSide);
    }
    let mut ids = occasion.ids();
    let Record::Step(mut step) = engine::step(facts, Stage::InDiscussion, None, &mut ids) else {
        return Err(Refusal::WrongStage);
    };
    step.person_id = Some(viewer.person_id.clone());
    Ok(facts.change(viewer, Command::TakeUp, occasion).with(Record::Step(step)))
}

/// What follows a change as a change of its own: a joint project is in discussion as soon as it is tabled.
#[must_use]
pub fn follow_up(facts: &Facts, viewer: &Viewer, occasion: Occasion) -> Option<Change> {
    let joint = facts.project.stage == Stage::Tabled && facts.project.proposed_by.other().is_none();
    joint.then(|| take_up(facts, viewer, occasion).ok()).flatten()
}

/// A tabled project goes back to its proposers: the other side lists what it lacks, or the proposers want it back.
///
/// # Errors
/// Wrong role or stage.
pub fn send_back(facts: &Facts, viewer: &Viewer, reason: &Note, occasion: Occasion) -> Result<Change, Refusal> {
    steers(facts, viewer, Command::SendBack)?;
    if reason.text.is_empty() {
        return Err(Refusal::ReasonNeeded);
    }
    let step = engine::step(facts, Stage::Draft, Some((&viewer.person_id, reason)), &mut occasion.ids());
    Ok(facts.change(viewer, Command::SendBack, occasion).with(step))
}

/// Freezes the working text as the next version. Approvals become outdated, points stay (I-8).
///
/// # Errors
/// Wrong role or stage, or [`Refusal::NothingChanged`].
pub fn next_version(facts: &Facts, viewer: &Viewer, reason: &Note, occasion: Occasion) -> Result<Change, Refusal> {
    steers(facts, viewer, Command::FreezeVersion)?;
    if !facts.working_text_differs() {
        return Err(Refusal::NothingChanged);
    }
    let missing: Vec<_> = stage::missing_besides_consent(facts, Gate::Table, occasion.at);
    if !missing.is_empty() {
        return Err(Refusal::Missing(missing));
    }
    let code = facts.project.code.clone().unwrap_or_default();
    let frozen = version::freeze(facts, &code, &viewer.person_id, Some(reason.clone()), &mut occasion.ids());
    let mut change = facts.change(viewer, Command::FreezeVersion, occasion);
    if let Record::Version(version) = &frozen {
        change = change.about("version", version.id.as_str()).of_version(&version.id, &version.content_hash);
    }
    Ok(change.with(frozen))
}

/// Either co-chair takes a cleared project back into discussion; the authorisation stays as history.
///
/// # Errors
/// Wrong role or stage.
pub fn return_to_discussion(facts: &Facts, viewer: &Viewer, reason: &Note, occasion: Occasion) -> Result<Change, Refusal> {
    steers(facts, viewer, Command::ReturnToDiscussion)?;
    if reason.text.is_empty() {
        return Err(Refusal::ReasonNeeded);
    }
    let step = engine::step(facts, Stage::InDiscussion, Some((&viewer.person_id, reason)), &mut occasion.ids());
    Ok(facts.change(viewer, Command::ReturnToDiscussion, occasion).with(step))
}

/// Who may withdraw from here, and does it take both sides?
fn withdraws(facts: &Facts, viewer: &Viewer) -> Result<bool, Refusal> {
    if facts.project.stage == Stage::Cleared {
        return steers(facts, viewer, Command::WithdrawProject).map(|_| true);
    }
    proposes(facts, viewer, Command::WithdrawProject)?;
    Ok(facts.project.proposed_by.other().is_none())
}

/// Withdraws a project for good, with a reason; what is joint or cleared needs both sides' consent.
///
/// # Errors
/// Wrong role, side or stage; given already.
pub fn withdraw(facts: &Facts, viewer: &Viewer, reason: &Note, occasion: Occasion) -> Result<Change, Refusal> {
    let both = withdraws(facts, viewer)?;
    if reason.text.is_empty() && matches!(facts.project.stage, Stage::SupervisorReview | Stage::Cleared) {
        return Err(Refusal::ReasonNeeded);
    }
    let (mut ids, id) = (occasion.ids(), facts.project.id.as_str());
    let hash = facts.newest.as_ref().map_or_else(|| text_hash(facts), |version| version.content_hash.clone());
    let mut change = facts.change(viewer, Command::WithdrawProject, occasion);
    if both {
        let side = viewer.delegation()?;
        change = change.with(Record::Consent(consent::give(facts, viewer, (Subject::Withdrawal, id, &hash), &mut ids)?));
        if !facts.consented(Subject::Withdrawal, id, &hash, side.other()) {
            return Ok(change);
        }
    }
    Ok(change.with(engine::step(facts, Stage::Withdrawn, Some((&viewer.person_id, reason)), &mut ids)))
}

/// What the consents to a reopening are about: this very lapse, so that those of an earlier one are used up.
pub(crate) fn lapse_id(facts: &Facts) -> String {
    format!("{} {}", facts.project.id, facts.project.recorded_at.0)
}

/// Both co-chairs take a lapsed project into discussion again; ballots start anew.
///
/// # Errors
/// Wrong role or stage; given already.
pub fn reopen(facts: &Facts, viewer: &Viewer, reason: &Note, occasion: Occasion) -> Result<Change, Refusal> {
    let side = steers(facts, viewer, Command::ReopenProject)?;
    let hash = facts.newest.as_ref().map(|version| version.content_hash.clone()).unwrap_or_default();
    let (mut ids, lapse) = (occasion.ids(), lapse_id(facts));
    let id = lapse.as_str();
    let consent = consent::give(facts, viewer, (Subject::Reopening, id, &hash), &mut ids)?;
    let change = facts.change(viewer, Command::ReopenProject, occasion).with(Record::Consent(consent));
    if !facts.consented(Subject::Reopening, id, &hash, side.other()) {
        return Ok(change);
    }
    Ok(change.with(engine::step(facts, Stage::InDiscussion, Some((&viewer.person_id, reason)), &mut ids)))
}

/// The engine ends what nobody answered, when the last escalation is over. Silence never consents (I-9).
///
/// `day` tells the civil day of a moment in the holder's capital; nobody does it, for the rule runs by itself.
///
/// # Errors
/// A stage without a clock, or a clock that still runs.
pub fn lapse(facts: &Facts, ball: &Ball, day: impl Fn(Holder, Timestamp) -> Day, occasion: Occasion) -> Result<Change, Refusal> {
    let over = ball.turn(occasion.at, day) == Some(Turn::Over);
    if !over || !Stage::STEPS.contains(&(facts.project.stage, Stage::Lapsed)) {
        return Err(Refusal::WrongStage);
    }
    let mut ids = occasion.ids();
    let closing = facts.open_ballot().map(|ballot| {
        Record::Closing(Closing { ballot_id: ballot.id.clone(), project_id: facts.project.id.clone(), outcome: Outcome::Lapsed })
    });
    let step = engine::step(facts, Stage::Lapsed, None, &mut ids);
    Ok(facts.change(&Viewer::engine(), Command::LapseProject, occasion).with_all(closing).with(step))
}

/// The engine takes a cleared project back into discussion when its sign-off has expired before work began. The authorisation stays as
/// history; only a new one lets work begin.
///
/// # Errors
/// [`Refusal::WrongStage`] where nothing is cleared, or the sign-off still holds.
pub fn expire(facts: &Facts, occasion: Occasion) -> Result<Change, Refusal> {
    let until = facts.standing_authorisation().and_then(|(_, sign_off)| sign_off.valid_until);
    if facts.project.stage != Stage::Cleared || until.is_none_or(|until| occasion.at <= until) {
        return Err(Refusal::WrongStage);
    }
    let step = engine::step(facts, Stage::InDiscussion, None, &mut occasion.ids());
    Ok(facts.change(&Viewer::engine(), Command::ExpireSignOff, occasion).with(step))
}
