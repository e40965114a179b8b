//! Start, completion, closing, stop-work.

use domain::condition::Due;
use domain::implementation::{self, Joint};
use domain::party::Delegation;
use domain::position::Verdict;
use domain::project::Sector;
use domain::refusal::Refusal::{AlreadyEnded, AlreadyGiven, Missing, NotYourSide, StaleVersion, WrongStage};
use domain::stage::Lack::{self, ConditionNotVerified, KeyLost, SignOffExpired, Suspended};
use domain::stage::Stage;

use crate::build::tables::{when, who_may};
use crate::build::{World, deeds};

fn energy() -> World {
    World::new(Sector::Energy)
}

#[track_caller]
fn lacks(world: &World, name: &str, deed: Joint) -> Vec<Lack> {
    let Missing(list) = world.refusal(name, deeds::jointly(deed)) else { panic!("a list is the answer") };
    list.iter().map(|item| item.lack).collect()
}

#[test]
fn co_chairs_start_and_complete_and_heads_close() {
    let (chairs, heads) = (["il.chair", "sy.chair"], ["il.head", "sy.head"]);
    who_may(&energy().cleared(), deeds::jointly(Joint::Start), &chairs, &[]);
    who_may(&energy().implementing(), deeds::jointly(Joint::Complete), &chairs, &[]);
    who_may(&energy().implementing(), deeds::jointly(Joint::Close), &heads, &[]);
    who_may(&energy().completed(), deeds::jointly(Joint::Close), &heads, &[]);
}

#[test]
fn each_has_its_stage() {
    when("il.chair", deeds::jointly(Joint::Start), &[Stage::Cleared], &[]);
    when("il.chair", deeds::jointly(Joint::Complete), &[Stage::Implementing], &[]);
    when("il.head", deeds::jointly(Joint::Close), &[Stage::Implementing, Stage::Completed], &[]);
}

#[test]
fn each_takes_two_sides_and_the_hash_that_was_signed() {
    let table = [
        (energy().cleared(), Joint::Start, "chair", Stage::Implementing),
        (energy().implementing(), Joint::Complete, "chair", Stage::Completed),
        (energy().implementing(), Joint::Close, "head", Stage::Closed),
        (energy().completed(), Joint::Close, "head", Stage::Closed),
    ];
    for (mut world, deed, seat, to) in table {
        let (first, second, from) = (format!("sy.{seat}"), format!("il.{seat}"), world.stage());
        let other = |f: &_, v: &_, at| deeds::agree(f, v, deed, &"0".repeat(64), at);
        assert_eq!(world.refusal(&first, other), StaleVersion);
        world.play(&first, deeds::jointly(deed));
        assert_eq!(world.stage(), from, "one side alone changes nothing");
        assert_eq!(world.refusal(&first, deeds::jointly(deed)), AlreadyGiven);
        world.play(&second, deeds::jointly(deed));
        assert_eq!(world.stage(), to);
        assert_eq!(world.refusal(&second, deeds::jointly(deed)), WrongStage);
    }
}

#[test]
fn nothing_starts_on_an_expired_sign_off_but_running_work_goes_on() {
    let mut world = energy().cleared();
    world.play("il.chair", deeds::jointly(Joint::Start));
    let mut working = world.clone();
    world.wait(366);
    assert_eq!(lacks(&world, "sy.chair", Joint::Start), [SignOffExpired]);
    working.play("sy.chair", deeds::jointly(Joint::Start));
    working.wait(366);
    working.play("sy.chair", deeds::jointly(Joint::Complete));
}

#[test]
fn a_sign_off_is_over_at_the_moment_it_names() {
    let mut world = energy().cleared();
    let until = world.facts.sign_offs[0].valid_until.unwrap();
    for (millis, starts) in [(0, false), (-1, true)] {
        let at = domain::id::Occasion::new(until.plus_millis(millis), [9; 32]);
        let viewer = world.person("il.chair");
        let hash = world.hash();
        assert_eq!(implementation::consent(&world.facts, &viewer, Joint::Start, &hash, at).is_ok(), starts);
    }
    world.play("il.chair", deeds::jointly(Joint::Start));
}

#[test]
fn nothing_starts_before_the_conditions_for_it_are_verified_by_both() {
    let mut world = energy().in_principals_ballot().agreed();
    world.play("il.signatory", deeds::approve_if(Delegation::Il, Due::BeforeStart));
    world.play("sy.signatory", deeds::say(Verdict::Approve));
    let mut world = world.cleared();
    assert_eq!(lacks(&world, "il.chair", Joint::Start), [ConditionNotVerified; 2]);
    world.play("il.chair", deeds::verify);
    assert_eq!(lacks(&world, "il.chair", Joint::Start), [ConditionNotVerified]);
    world.play("sy.chair", deeds::verify);
    world.implementing_now();
}

impl World {
    fn implementing_now(mut self) -> Self {
        for name in ["il.chair", "sy.chair"] {
            self.play(name, deeds::jointly(Joint::Start));
        }
        assert_eq!(self.stage(), Stage::Implementing);
        self
    }
}

#[test]
fn nothing_is_completed_before_the_other_conditions_are_verified() {
    for due in [Due::During, Due::BeforeCompletion] {
        let mut world = energy().in_principals_ballot().agreed();
        world.play("il.signatory", deeds::approve_if(Delegation::Il, due));
        world.play("sy.signatory", deeds::say(Verdict::Approve));
        let world = world.cleared().implementing_now();
        assert_eq!(lacks(&world, "il.chair", Joint::Complete), [ConditionNotVerified; 2]);
    }
}

#[test]
fn nothing_starts_or_completes_while_work_is_stopped_or_a_key_is_lost() {
    for (world, deed) in [(energy().cleared(), Joint::Start), (energy().implementing(), Joint::Complete)] {
        let mut stopped = world.clone();
        stopped.play("us.officer", deeds::stop);
        assert!(stopped.facts.suspended());
        assert_eq!(lacks(&stopped, "il.chair", deed), [Suspended]);
        stopped.play("us.second", deeds::lift);
        assert!(stopped.attempt("il.chair", deeds::jointly(deed)).is_ok());
    }
    type Deed = fn(&domain::facts::Facts, &domain::viewer::Viewer, domain::id::Occasion) -> crate::build::Answer;
    let losses: [(&str, Deed); 3] =
        [("us.officer", deeds::revoke), ("il.head", deeds::withdraw_approval), ("sy.signatory", deeds::withdraw_approval)];
    for (name, lose) in losses {
        let mut world = energy().implementing();
        world.play("sy.chair", deeds::jointly(Joint::Complete));
        world.play(name, lose);
        assert!(world.facts.suspended());
        assert_eq!(lacks(&world, "il.chair", Joint::Complete), [KeyLost]);
    }
}

#[test]
fn heads_and_officers_stop_work_while_there_is_some_and_lift_their_own_order() {
    let (heads, officers) = (["il.head", "sy.head"], ["us.officer", "us.second"]);
    for world in [energy().cleared(), energy().implementing()] {
        who_may(&world, deeds::stop, &[&heads[..], &officers].concat(), &[]);
        let mut stopped = world.clone();
        stopped.play("sy.head", deeds::stop);
        assert_eq!(stopped.refusal("sy.head", deeds::stop), AlreadyGiven);
        let others = ["il.head", "us.officer", "us.second"].map(|name| (name, NotYourSide));
        who_may(&stopped, deeds::lift, &["sy.head"], &others);
        stopped.play("sy.head", deeds::lift);
        assert_eq!(stopped.refusal("sy.head", deeds::lift), AlreadyEnded);
    }
    when("il.head", deeds::stop, &[Stage::Cleared, Stage::Implementing], &[]);
}

#[test]
fn the_consents_to_a_start_belong_to_one_authorisation() {
    let mut world = energy().cleared();
    world.play("il.chair", deeds::jointly(Joint::Start));
    world.play("us.officer", deeds::revoke);
    let mut world = world.cleared();
    world.play("sy.chair", deeds::jointly(Joint::Start));
    assert_eq!(world.stage(), Stage::Cleared, "Israel consented to the revoked one");
    world.play("il.chair", deeds::jointly(Joint::Start));
    assert_eq!(world.stage(), Stage::Implementing);
}
