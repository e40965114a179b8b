//! The gate itself: preparing, deciding, revoking.

use domain::edit;
use domain::facts::Facts;
use domain::id::Occasion;
use domain::party::Delegation;
use domain::project::Sector;
use domain::refusal::Refusal::{
    self, AlreadyEnded, AuthorDecides, DateNotAhead, Missing, NoMandate, NotPrepared, PointNeeded, PreparerDecides, ReasonNeeded,
    ScopeNotAffirmed, StaleVersion,
};
use domain::sign_off::{self, Decision, NewSignOff};
use domain::stage::{Lack, Stage};
use domain::viewer::Viewer;

use crate::build::tables::{when, who_may};
use crate::build::{Answer, World, deeds, note};

const DECISIONS: [Decision; 3] = [Decision::Signed, Decision::Returned, Decision::Refused];

fn energy() -> World {
    World::new(Sector::Energy)
}

fn but(decision: Decision, spoil: impl Fn(&mut NewSignOff)) -> impl Fn(&Facts, &Viewer, Occasion) -> Answer {
    move |facts, viewer, at| {
        let mut new = deeds::new_sign_off(facts, decision, at);
        spoil(&mut new);
        sign_off::decide(facts, viewer, &new, at)
    }
}

#[test]
fn the_dossier_is_prepared_by_the_supervisors_people_while_it_is_under_review() {
    let world = energy().under_review();
    who_may(&world, deeds::prepare, &["us.reviewer", "us.officer", "us.second"], &[]);
    when("us.reviewer", deeds::prepare, &[Stage::SupervisorReview], &[]);
    let other = |f: &Facts, v: &Viewer, at: Occasion| sign_off::prepare(f, v, &"0".repeat(64), &note("complete"), at);
    assert_eq!(world.refusal("us.reviewer", other), StaleVersion);
}

#[test]
fn only_officers_decide_and_only_under_review() {
    for decision in DECISIONS {
        who_may(&energy().prepared(), deeds::decide(decision), &["us.officer", "us.second"], &[]);
    }
    let mut draft = energy().written();
    assert_eq!(draft.refusal("us.officer", deeds::decide(Decision::Signed)), Refusal::WrongStage);
    draft = draft.cleared();
    assert_eq!(draft.refusal("us.second", deeds::decide(Decision::Refused)), Refusal::WrongStage);
    when("us.officer", deeds::decide(Decision::Refused), &[Stage::SupervisorReview], &[]);
}

#[test]
fn an_officer_needs_a_mandate_in_force() {
    for decision in DECISIONS {
        assert_eq!(energy().prepared().refusal("us.former", deeds::decide(decision)), NoMandate);
        let late = energy().prepared();
        late.wait(20_001);
        assert_eq!(late.refusal("us.officer", deeds::decide(decision)), NoMandate);
    }
    assert_eq!(energy().cleared().refusal("us.former", deeds::revoke), NoMandate);
}

#[test]
fn a_sign_off_of_an_outdated_version_or_another_dossier_is_refused() {
    let mut world = energy().in_discussion();
    world.play("il.member", deeds::save);
    world.play("il.chair", deeds::next_version);
    let world = world.prepared();
    let old = world.hashes[0].clone();
    for decision in DECISIONS {
        assert_eq!(world.refusal("us.officer", but(decision, |new| new.hash.clone_from(&old))), StaleVersion);
        assert_eq!(world.refusal("us.officer", but(decision, |new| new.hash = "0".repeat(64))), StaleVersion);
        assert_eq!(world.refusal("us.officer", but(decision, |new| new.dossier = "0".repeat(64))), StaleVersion);
    }
}

#[test]
fn a_dossier_that_nobody_prepared_is_not_decided() {
    assert_eq!(energy().under_review().refusal("us.officer", deeds::decide(Decision::Signed)), NotPrepared);
}

#[test]
fn a_dossier_that_changed_since_it_was_prepared_has_to_be_prepared_anew() {
    let mut world = energy().prepared();
    world.play("us.officer", deeds::decide(Decision::Returned));
    world.play("il.chair", deeds::answer);
    world = world.under_review();
    assert_eq!(world.refusal("us.officer", deeds::decide(Decision::Refused)), NotPrepared, "another ballot, another dossier");
    world.play("us.second", deeds::prepare);
    world.play("sy.chair", deeds::answer);
    assert_eq!(world.refusal("us.officer", deeds::decide(Decision::Refused)), NotPrepared, "an answer is part of it");
    world.play("us.second", deeds::prepare);
    world.play("us.officer", deeds::decide(Decision::Refused));
}

#[test]
fn the_preparer_never_decides() {
    let mut world = energy().under_review();
    world.play("us.officer", deeds::prepare);
    for decision in DECISIONS {
        assert_eq!(world.refusal("us.officer", deeds::decide(decision)), PreparerDecides);
    }
    world.play("us.second", deeds::decide(Decision::Signed));
    assert_eq!(world.stage(), Stage::Cleared);
}

#[test]
fn whoever_wrote_part_of_the_text_does_not_decide_on_it() {
    let mut world = energy().written();
    // No role lets an officer write; should one ever have done so, the rule still holds.
    let mut edit: edit::Edit = world.facts.texts.values().next().unwrap().clone();
    edit.person_id = "us.officer".into();
    let at = world.occasion();
    world.facts.apply(&domain::change::Record::Edit(edit), at);
    let world = world.prepared();
    assert_eq!(world.refusal("us.officer", deeds::decide(Decision::Signed)), AuthorDecides);
    assert!(world.attempt("us.second", deeds::decide(Decision::Signed)).is_ok());
}

#[test]
fn a_signature_has_a_date_ahead_a_return_points_a_refusal_a_reason() {
    let world = energy().prepared();
    let now = world.now();
    for until in [None, Some(now), Some(now.plus_days(-1))] {
        assert_eq!(world.refusal("us.officer", but(Decision::Signed, |new| new.valid_until = until)), DateNotAhead);
    }
    assert_eq!(world.refusal("us.officer", but(Decision::Returned, |new| new.points.clear())), PointNeeded);
    assert_eq!(world.refusal("us.officer", but(Decision::Signed, |new| new.scope = false)), ScopeNotAffirmed);
    for decision in [Decision::Returned, Decision::Refused] {
        assert_eq!(world.refusal("us.officer", but(decision, |new| new.note = note(""))), ReasonNeeded);
    }
    assert!(world.attempt("us.officer", but(Decision::Signed, |new| new.note = note(""))).is_ok());
}

#[test]
fn nothing_is_signed_over_an_open_point_of_the_supervisor() {
    let mut world = energy().prepared();
    world.play("us.officer", deeds::decide(Decision::Returned));
    world.play("sy.chair", deeds::answer);
    let mut world = world.prepared();
    let Missing(list) = world.refusal("us.second", deeds::decide(Decision::Signed)) else { panic!("a list is the answer") };
    assert_eq!(list.iter().map(|item| item.lack).collect::<Vec<_>>(), [Lack::PointOpen]);
    world.play("us.second", deeds::close_point);
    world.play("us.reviewer", deeds::prepare);
    world.play("us.second", deeds::decide(Decision::Signed));
}

#[test]
fn a_decision_is_made_once() {
    for (decision, stage) in
        [(Decision::Signed, Stage::Cleared), (Decision::Returned, Stage::InDiscussion), (Decision::Refused, Stage::Declined)]
    {
        let mut world = energy().prepared();
        world.play("us.officer", deeds::decide(decision));
        assert_eq!(world.stage(), stage);
        assert_eq!(world.refusal("us.second", deeds::decide(decision)), Refusal::WrongStage);
        assert_eq!(world.refusal("us.reviewer", deeds::prepare), Refusal::WrongStage);
    }
}

#[test]
fn a_signature_joins_three_keys_of_one_hash_in_the_same_change() {
    let mut world = energy().prepared();
    let change = world.play("us.officer", deeds::decide(Decision::Signed));
    let joined = &world.facts.authorisations[0];
    assert_eq!((&joined.content_hash, change.content_hash.as_ref()), (&world.hash(), Some(&joined.content_hash)));
    for (side, key) in [(Delegation::Il, &joined.il_position), (Delegation::Sy, &joined.sy_position)] {
        let position = world.facts.positions.iter().find(|one| one.id == *key).unwrap();
        assert_eq!(
            (position.party, &position.content_hash, &position.version_id),
            (side, &joined.content_hash, &joined.version_id)
        );
    }
}

#[test]
fn an_officer_revokes_while_the_project_is_cleared_or_at_work_and_once() {
    who_may(&energy().cleared(), deeds::revoke, &["us.officer", "us.second"], &[]);
    when("us.second", deeds::revoke, &[Stage::Cleared, Stage::Implementing], &[]);
    let mut cleared = energy().cleared();
    cleared.play("us.second", deeds::revoke);
    assert_eq!(cleared.stage(), Stage::InDiscussion);
    let mut working = energy().implementing();
    working.play("us.second", deeds::revoke);
    assert!(working.facts.suspended() && working.stage() == Stage::Implementing);
    assert_eq!(working.refusal("us.officer", deeds::revoke), AlreadyEnded);
}
