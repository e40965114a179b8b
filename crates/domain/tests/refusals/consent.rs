//! A consent is taken back by its own side until it takes effect, and then no more.

use domain::condition::Due;
use domain::consent::Subject;
use domain::implementation::Joint;
use domain::party::Delegation;
use domain::project::Sector;
use domain::refusal::Refusal::{AlreadyEnded, NotPermitted, NotYourSide};
use domain::stage::Stage;

use crate::build::tables::who_may;
use crate::build::{World, deeds};

fn energy() -> World {
    World::new(Sector::Energy)
}

#[test]
fn whoever_may_give_it_takes_it_back_on_the_own_side_only() {
    let mut world = energy().cleared();
    world.play("il.chair", deeds::jointly(Joint::Start));
    who_may(&world, deeds::take_back_consent(Subject::Implementing), &["il.chair"], &[("sy.chair", NotYourSide)]);
    let mut world = energy().completed();
    world.play("sy.head", deeds::jointly(Joint::Close));
    who_may(&world, deeds::take_back_consent(Subject::Closed), &["sy.head"], &[("il.head", NotYourSide)]);
}

impl World {
    /// Both agree after one of them had second thoughts.
    fn after_second_thoughts(mut self, first: &str, second: &str, deed: Joint, subject: Subject) -> Self {
        self.play(first, deeds::jointly(deed));
        self.play(first, deeds::take_back_consent(subject));
        assert_eq!(self.refusal(first, deeds::take_back_consent(subject)), AlreadyEnded);
        let stage = self.stage();
        self.play(second, deeds::jointly(deed));
        assert_eq!(self.stage(), stage, "a consent taken back counts no more");
        self.play(first, deeds::jointly(deed));
        assert_eq!(self.refusal(first, deeds::take_back_consent(subject)), AlreadyEnded, "it has taken effect");
        self
    }
}

#[test]
fn start_completion_and_closing_take_effect_with_consents_that_stand() {
    let world = energy().cleared().after_second_thoughts("il.chair", "sy.chair", Joint::Start, Subject::Implementing);
    let world = world.after_second_thoughts("sy.chair", "il.chair", Joint::Complete, Subject::Completed);
    let world = world.after_second_thoughts("il.head", "sy.head", Joint::Close, Subject::Closed);
    assert_eq!(world.stage(), Stage::Closed);
    assert_eq!(world.facts.closing_notes.len(), 3, "each consent to the closing came with its note");
}

#[test]
fn a_consent_to_a_ballot_waits_for_the_other_side_on_the_newest_version_only() {
    let mut world = energy().in_discussion().reviewed();
    world.play("il.chair", deeds::open_ballot);
    world.play("il.chair", deeds::take_back_consent(Subject::Ballot));
    world.play("sy.chair", deeds::open_ballot);
    assert_eq!(world.stage(), Stage::InDiscussion);
    world.play("il.chair", deeds::open_ballot);
    assert_eq!(world.stage(), Stage::GroupBallot);
    assert_eq!(world.refusal("il.chair", deeds::take_back_consent(Subject::Ballot)), AlreadyEnded);
    world.play("il.chair", deeds::recall);
    assert_eq!(world.refusal("sy.chair", deeds::take_back_consent(Subject::Ballot)), AlreadyEnded, "that ballot has been");
}

#[test]
fn a_burden_once_accepted_can_be_refused_until_the_review_begins() {
    let mut world = energy().in_principals_ballot().agreed();
    world.play("il.signatory", deeds::approve_if(Delegation::Sy, Due::BeforeStart));
    world.play("sy.head", deeds::accept);
    assert_eq!(world.refusal("sy.chair", deeds::take_back_consent(Subject::Condition)), NotPermitted);
    world.play("sy.signatory", deeds::take_back_consent(Subject::Condition));
    world.play("sy.signatory", deeds::say(domain::position::Verdict::Approve));
    assert_eq!(world.stage(), Stage::PrincipalsBallot, "the burden is not accepted any more");
    world.play("sy.signatory", deeds::accept);
    assert_eq!(world.stage(), Stage::SupervisorReview);
    assert_eq!(world.refusal("sy.signatory", deeds::take_back_consent(Subject::Condition)), AlreadyEnded);
}
