//! Accepting a burden, verifying a condition.

use domain::condition::Due;
use domain::party::Delegation;
use domain::position::Verdict;
use domain::project::Sector;
use domain::refusal::Refusal::{AlreadyEnded, AlreadyGiven, NotYourSide};
use domain::sign_off::{self, Decision, NewSignOff};
use domain::stage::Stage;

use crate::build::tables::who_may;
use crate::build::{World, deeds};

/// Israel approves on a condition that this side has to fulfil; Syria has not answered.
fn conditional(owner: Delegation, due: Due) -> World {
    let mut world = World::new(Sector::Energy).in_principals_ballot().agreed();
    world.play("il.signatory", deeds::approve_if(owner, due));
    world
}

fn cleared(due: Due) -> World {
    let mut world = conditional(Delegation::Il, due);
    world.play("sy.signatory", deeds::say(Verdict::Approve));
    world.cleared()
}

/// Signed with a condition of the supervisor.
fn signed_if(due: Due) -> World {
    let mut world = World::new(Sector::Energy).prepared();
    world.play("us.officer", |f, v, at| {
        let conditions = vec![deeds::new_condition(Delegation::Sy, due)];
        sign_off::decide(f, v, &NewSignOff { conditions, ..deeds::new_sign_off(f, Decision::Signed, at) }, at)
    });
    world
}

#[test]
fn a_burden_is_accepted_by_the_principals_of_the_burdened_side() {
    let world = conditional(Delegation::Sy, Due::During);
    let il = [("il.signatory", NotYourSide), ("il.head", NotYourSide)];
    who_may(&world, deeds::accept, &["sy.signatory", "sy.head"], &il);
    let own = conditional(Delegation::Il, Due::During);
    let all = ["il.signatory", "il.head", "sy.signatory", "sy.head"].map(|name| (name, NotYourSide));
    who_may(&own, deeds::accept, &[], &all);
}

#[test]
fn the_review_waits_until_the_burden_is_accepted_which_happens_once() {
    let mut world = conditional(Delegation::Sy, Due::During);
    world.play("sy.signatory", deeds::say(Verdict::Approve));
    assert_eq!(world.stage(), Stage::PrincipalsBallot);
    world.play("sy.head", deeds::accept);
    assert_eq!(world.stage(), Stage::SupervisorReview);
    assert_eq!(world.refusal("sy.head", deeds::accept), AlreadyGiven);
}

#[test]
fn a_condition_of_a_superseded_position_counts_no_more() {
    let mut world = conditional(Delegation::Sy, Due::During);
    world.play("il.head", deeds::say(Verdict::Approve));
    assert_eq!(world.refusal("sy.head", deeds::accept), AlreadyEnded);
    assert_eq!(World::new(Sector::Energy).cleared().refusal("sy.head", deeds::accept), AlreadyEnded, "there is none");
}

#[test]
fn a_condition_is_verified_by_both_and_by_the_supervisor_if_it_set_it() {
    let both = ["il.chair", "il.head", "sy.chair", "sy.head"];
    let us = ["us.officer", "us.second"];
    who_may(&cleared(Due::BeforeStart), deeds::verify, &both, &us.map(|name| (name, NotYourSide)));
    who_may(&signed_if(Due::BeforeStart), deeds::verify, &[&both[..], &us].concat(), &[]);
}

#[test]
fn nothing_is_verified_before_the_sign_off_or_twice() {
    use domain::refusal::Refusal::WrongStage;
    let mut early = conditional(Delegation::Il, Due::BeforeStart);
    assert_eq!(early.refusal("sy.chair", deeds::verify), WrongStage);
    early.play("sy.signatory", deeds::say(Verdict::Approve));
    assert_eq!(early.refusal("sy.chair", deeds::verify), WrongStage, "under review");
    let mut world = cleared(Due::BeforeStart);
    world.play("sy.chair", deeds::verify);
    assert_eq!(world.refusal("sy.head", deeds::verify), AlreadyGiven);
    world.play("il.chair", deeds::verify);
    let mut done = cleared(Due::During).started();
    done.play("il.chair", deeds::verify);
}

impl World {
    fn started(mut self) -> Self {
        for name in ["il.chair", "sy.chair"] {
            self.play(name, deeds::jointly(domain::implementation::Joint::Start));
        }
        assert_eq!(self.stage(), Stage::Implementing, "a condition during the work does not hold up its start");
        self
    }
}
