//! Recording a position, taking an approval back.

use domain::ballot::Level;
use domain::change::Record;
use domain::facts::Facts;
use domain::id::Occasion;
use domain::party::Delegation;
use domain::position::{self, NewPosition, Verdict};
use domain::project::Sector;
use domain::refusal::Refusal::{
    self, AlreadyEnded, NoMandate, NotPermitted, NotYourSide, OwnPointOpen, PointNeeded, ReasonNeeded, ScopeNotAffirmed,
    StaleVersion, WrongStage, WrongVerdict,
};
use domain::stage::Stage;
use domain::viewer::Viewer;

use crate::build::tables::{when, who_may};
use crate::build::{Answer, World, deeds, note};

fn group() -> World {
    World::new(Sector::Energy).in_group_ballot()
}

fn principals() -> World {
    World::new(Sector::Energy).in_principals_ballot()
}

fn but(verdict: Verdict, spoil: impl Fn(&mut NewPosition)) -> impl Fn(&Facts, &Viewer, Occasion) -> Answer {
    move |facts, viewer, at| {
        let mut new = deeds::position(facts, verdict);
        spoil(&mut new);
        position::record(facts, viewer, &new, at)
    }
}

#[test]
fn co_chairs_speak_in_the_group_ballot_signatories_and_heads_in_that_of_the_principals() {
    who_may(&group(), deeds::say(Verdict::Approve), &["il.chair", "sy.chair"], &[]);
    let principals_of_both = ["il.signatory", "il.head", "sy.signatory", "sy.head"];
    who_may(&principals(), deeds::say(Verdict::Approve), &principals_of_both, &[]);
}

#[test]
fn there_is_no_position_without_an_open_ballot() {
    when("il.chair", deeds::say(Verdict::Approve), &[Stage::GroupBallot], &[(Stage::PrincipalsBallot, NotPermitted)]);
    when("sy.head", deeds::say(Verdict::Approve), &[Stage::PrincipalsBallot], &[(Stage::GroupBallot, NotPermitted)]);
}

#[test]
fn nobody_speaks_without_a_mandate_in_force() {
    for (world, seat) in [(group(), "chair"), (principals(), "signatory")] {
        for side in ["il", "sy"] {
            assert_eq!(world.refusal(&format!("{side}.former"), deeds::say(Verdict::Approve)), NoMandate);
        }
        let mut late = world.clone();
        late.wait(19_000);
        late.play(&format!("il.{seat}"), deeds::say(Verdict::NeedsTime));
        late.wait(1_000);
        assert_eq!(late.refusal(&format!("il.{seat}"), deeds::say(Verdict::Approve)), NoMandate, "it ends by itself");
    }
}

#[test]
fn a_mandate_of_another_level_or_group_does_not_help() {
    for (mut world, name, borrowed) in
        [(group(), "il.chair", "il.signatory"), (group(), "il.chair", "il.stranger"), (principals(), "il.signatory", "il.chair")]
    {
        let mandates = world.person(borrowed).mandates;
        world.cast.iter_mut().filter(|one| one.person_id.as_str() == name).for_each(|one| one.mandates.clone_from(&mandates));
        assert_eq!(world.refusal(name, deeds::say(Verdict::Approve)), NoMandate);
    }
}

#[test]
fn a_position_names_the_ballot_and_the_hash_it_judges() {
    let mut world = group();
    let first = deeds::last_ballot(&world.facts);
    world.play("il.chair", deeds::recall);
    world = world.in_group_ballot();
    type Spoil = Box<dyn Fn(&mut NewPosition)>;
    let table: [(&str, Refusal, Spoil); 3] = [
        ("an earlier ballot", AlreadyEnded, Box::new(move |new| new.ballot = first.clone())),
        ("no ballot", AlreadyEnded, Box::new(|new| new.ballot = "none".into())),
        ("another hash", StaleVersion, Box::new(|new| new.hash = "0".repeat(64))),
    ];
    for (why, refusal, spoil) in table {
        assert_eq!(world.refusal("il.chair", but(Verdict::Approve, spoil)), refusal, "{why}");
    }
}

#[test]
fn an_objection_needs_a_point_and_every_no_a_reason() {
    let silent = |new: &mut NewPosition| new.statement = note("");
    for (world, name) in [(group(), "sy.chair"), (principals(), "sy.signatory")] {
        assert_eq!(world.refusal(name, but(Verdict::Object, |new| new.points.clear())), PointNeeded);
        assert_eq!(world.refusal(name, but(Verdict::Object, silent)), ReasonNeeded);
        assert_eq!(world.refusal(name, but(Verdict::NeedsTime, silent)), ReasonNeeded);
        assert!(world.attempt(name, but(Verdict::Approve, silent)).is_ok());
    }
    assert_eq!(principals().refusal("sy.head", but(Verdict::Decline, silent)), ReasonNeeded);
}

#[test]
fn each_level_knows_its_own_verdicts() {
    assert_eq!(group().refusal("il.chair", deeds::say(Verdict::Decline)), WrongVerdict);
    assert_eq!(principals().refusal("il.head", deeds::say(Verdict::NoObjection)), WrongVerdict);
    for (world, name, level) in [(group(), "il.chair", Level::Group), (principals(), "il.head", Level::Principals)] {
        for verdict in Verdict::at(level) {
            assert!(world.attempt(name, deeds::say(verdict)).is_ok(), "{verdict:?}");
        }
    }
}

#[test]
fn nobody_approves_over_an_own_open_point() {
    let mut world = World::new(Sector::Energy).objected(Delegation::Sy);
    world.play("il.chair", deeds::answer);
    world = world.in_group_ballot();
    for verdict in [Verdict::Approve, Verdict::NoObjection] {
        assert_eq!(world.refusal("sy.chair", deeds::say(verdict)), OwnPointOpen);
        assert!(world.attempt("il.chair", deeds::say(verdict)).is_ok(), "it is not theirs");
    }
    world.play("sy.chair", deeds::close_point);
    world.play("sy.chair", deeds::say(Verdict::Approve));
}

#[test]
fn a_later_position_supersedes_while_the_ballot_is_open() {
    let mut world = principals();
    world.play("il.signatory", deeds::say(Verdict::Decline));
    world.play("il.head", deeds::say(Verdict::Approve));
    world.play("sy.head", deeds::say(Verdict::NeedsTime));
    assert_eq!(world.stage(), Stage::PrincipalsBallot, "needs time keeps it open");
    let ballot = deeds::last_ballot(&world.facts);
    let live = world.facts.live_position(&ballot, Delegation::Il).unwrap();
    assert_eq!((live.number, live.verdict), (2, Verdict::Approve));
}

#[test]
fn one_decline_returns_the_project_and_two_end_it() {
    let mut world = principals();
    world.play("il.signatory", deeds::say(Verdict::Decline));
    let mut both = world.clone();
    world.play("sy.signatory", deeds::say(Verdict::Approve));
    assert_eq!(world.stage(), Stage::InDiscussion);
    both.play("sy.signatory", deeds::say(Verdict::Decline));
    assert_eq!(both.stage(), Stage::Declined);
}

#[test]
fn an_approval_is_taken_back_by_the_principals_of_its_own_side() {
    let world = World::new(Sector::Energy).under_review();
    let il = deeds::own_position(&world.facts, &world.person("il.head"));
    let take_back = |f: &Facts, v: &Viewer, at: Occasion| position::withdraw(f, v, &il, &note("doubts"), at);
    who_may(&world, take_back, &["il.signatory", "il.head"], &[("sy.signatory", NotYourSide), ("sy.head", NotYourSide)]);
    assert_eq!(world.refusal("il.former", take_back), NoMandate);
    let unknown = |f: &Facts, v: &Viewer, at: Occasion| position::withdraw(f, v, &"none".into(), &note("doubts"), at);
    assert_eq!(world.refusal("il.head", unknown), AlreadyEnded);
}

#[test]
fn only_a_standing_approval_of_the_principals_is_taken_back_and_only_once() {
    let counts = [Stage::SupervisorReview, Stage::Cleared, Stage::Implementing, Stage::Completed];
    let none_yet = [Stage::InDiscussion, Stage::GroupBallot, Stage::PrincipalsBallot].map(|stage| (stage, AlreadyEnded));
    when("sy.head", deeds::withdraw_approval, &counts, &none_yet);
    let mut world = World::new(Sector::Energy).implementing();
    let group = world.facts.positions.iter().find(|one| one.party == Delegation::Il).unwrap().id.clone();
    assert_eq!(
        world.refusal("il.head", |f, v, at| position::withdraw(f, v, &group, &note("x"), at)),
        AlreadyEnded,
        "group level"
    );
    world.play("il.head", deeds::withdraw_approval);
    assert_eq!(world.refusal("il.head", deeds::withdraw_approval), AlreadyEnded);
    assert!(world.facts.suspended());
}

#[test]
fn an_approval_taken_back_sends_a_project_back_before_work_began() {
    for mut world in [World::new(Sector::Energy).under_review(), World::new(Sector::Energy).cleared()] {
        world.play("sy.signatory", deeds::withdraw_approval);
        assert_eq!(world.stage(), Stage::InDiscussion);
        assert_eq!(world.refusal("us.officer", deeds::decide(domain::sign_off::Decision::Signed)), WrongStage);
    }
}

#[test]
fn an_outdated_approval_is_not_taken_back() {
    let mut world = World::new(Sector::Energy).cleared();
    world.play("il.chair", deeds::return_to_discussion);
    assert!(world.attempt("il.head", deeds::withdraw_approval).is_ok(), "positions stay until a new version");
    world.play("il.member", deeds::save);
    world.play("il.chair", deeds::next_version);
    assert_eq!(world.refusal("il.head", deeds::withdraw_approval), AlreadyEnded);
}

#[test]
fn an_approval_of_the_principals_affirms_the_civilian_scope() {
    let unsaid = |verdict| but(verdict, |new| new.scope = false);
    let mut world = group();
    world.play("il.chair", unsaid(Verdict::Approve));
    let mut world = principals();
    assert_eq!(world.refusal("il.signatory", unsaid(Verdict::Approve)), ScopeNotAffirmed);
    let said = world.play("il.signatory", deeds::say(Verdict::Approve));
    assert!(said.records.iter().any(|row| matches!(row, Record::Affirmation(one) if one.position_id.is_some())));
    let needs_time = world.play("sy.signatory", unsaid(Verdict::NeedsTime));
    assert!(
        !needs_time.records.iter().any(|row| matches!(row, Record::Affirmation(_))),
        "an answer that is no key affirms nothing"
    );
}
