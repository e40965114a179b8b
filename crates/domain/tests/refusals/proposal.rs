//! Tabling, taking up, sending back, the next version, withdrawing, reopening.

use domain::consent::Subject;
use domain::party::{Audience, Delegation, Party};
use domain::project::Sector;
use domain::proposal::{self, table, take_up};
use domain::refusal::Refusal::{AlreadyGiven, Frozen, Missing, NotPermitted, NotYourSide, NothingChanged, WrongStage};
use domain::stage::Lack::{ScopeNotAffirmed, TextMissing};
use domain::stage::{self, Gate, Stage};
use domain::text::Lang;
use domain::time::Day;
use domain::viewer::ENGINE;

use crate::build::tables::{every_stage, when, who_may};
use crate::build::{World, deeds};

fn energy() -> World {
    World::new(Sector::Energy)
}

#[test]
fn only_the_proposing_co_chair_tables_a_draft() {
    who_may(&energy().written(), table, &["il.chair"], &[("sy.chair", NotYourSide)]);
    let theirs = World::start(Sector::Energy, Delegation::Sy, false, Lang::Ar).written();
    who_may(&theirs, table, &["sy.chair"], &[("il.chair", NotYourSide)]);
    when("il.chair", table, &[Stage::Draft], &[]);
}

#[test]
fn an_incomplete_draft_is_not_tabled_and_the_list_says_what_it_lacks() {
    let world = energy();
    let Missing(list) = world.refusal("il.chair", table) else { panic!("a list is the answer") };
    assert_eq!(list, stage::missing(&world.facts, Gate::Table, world.now()));
    let texts = list.iter().filter(|item| item.lack == TextMissing && item.lang == Some(Lang::En)).count();
    assert_eq!((texts, list.len()), (15, 16), "fourteen sections, the title and the scope");
    assert!(list.iter().any(|item| item.lack == ScopeNotAffirmed));

    let mut denied = energy().written();
    denied.play("il.chair", |facts, viewer, at| {
        domain::edit::declare(facts, viewer, deeds::scope(facts, viewer, false, "none", at), at)
    });
    let Missing(list) = denied.refusal("il.chair", table) else { panic!("a list is the answer") };
    assert_eq!(list.iter().map(|item| item.lack).collect::<Vec<_>>(), [ScopeNotAffirmed]);
}

#[test]
fn tabling_gives_the_code_once_and_opens_the_text_to_all() {
    let mut world = energy().tabled();
    assert_eq!(world.facts.project.code.as_deref(), Some("ENE-2026-007"));
    assert_eq!(world.facts.project.ledger, Audience::Joint);
    world.play("sy.chair", deeds::send_back);
    world.facts.next_code = (2027, 1);
    assert_eq!(world.refusal("il.chair", table), NothingChanged);
    world.play("il.member", deeds::save);
    world.play("il.chair", table);
    assert_eq!(world.facts.project.code.as_deref(), Some("ENE-2026-007"));
    assert_eq!(world.facts.newest.as_ref().map(|version| version.number), Some(2));
}

#[test]
fn a_joint_draft_is_tabled_by_both_on_the_same_text() {
    let mut world = World::joint(Sector::Energy).written();
    who_may(&world, table, &["il.chair", "sy.chair"], &[]);
    world.play("il.chair", table);
    assert_eq!(world.stage(), Stage::Draft);
    assert_eq!(world.refusal("il.chair", table), AlreadyGiven);
    world.play("sy.member", deeds::save);
    world.play("sy.chair", table);
    assert_eq!(world.stage(), Stage::Draft, "Israel consented to another text");
    world.play("il.chair", table);
    assert_eq!(world.stage(), Stage::Tabled);
    let at = world.occasion();
    let up = proposal::follow_up(&world.facts, &world.person("il.chair"), at).unwrap();
    world.apply(&up);
    assert_eq!(world.stage(), Stage::InDiscussion);
    assert!(proposal::follow_up(&world.facts, &world.person("il.chair"), at).is_none());
}

#[test]
fn a_proposal_of_one_side_waits_for_the_other_to_take_it_up() {
    let world = energy().tabled();
    assert!(proposal::follow_up(&world.facts, &world.person("sy.chair"), world.occasion()).is_none());
    who_may(&world, take_up, &["sy.chair"], &[("il.chair", NotYourSide)]);
    when("sy.chair", take_up, &[Stage::Tabled], &[]);
}

#[test]
fn either_co_chair_sends_a_tabled_project_back() {
    who_may(&energy().tabled(), deeds::send_back, &["il.chair", "sy.chair"], &[]);
    when("sy.chair", deeds::send_back, &[Stage::Tabled], &[]);
}

#[test]
fn the_next_version_is_frozen_by_either_co_chair_when_no_ballot_is_open() {
    let mut world = energy().in_discussion();
    assert_eq!(world.refusal("il.chair", deeds::next_version), NothingChanged);
    world.play("il.member", deeds::save);
    who_may(&world, deeds::next_version, &["il.chair", "sy.chair"], &[]);
    let frozen = [Stage::GroupBallot, Stage::PrincipalsBallot, Stage::SupervisorReview].map(|stage| (stage, Frozen));
    when("il.chair", deeds::next_version, &[], &[&frozen[..], &[(Stage::InDiscussion, NothingChanged)]].concat());
}

#[test]
fn a_version_with_a_gap_is_not_frozen() {
    let mut world = energy().in_discussion();
    world.play("il.member", |facts, viewer, at| {
        domain::edit::save(facts, viewer, "risks", &[deeds::typed(facts, "risks", Lang::En, "")], at)
    });
    let Missing(list) = world.refusal("il.chair", deeds::next_version) else { panic!("a list is the answer") };
    assert_eq!(list.iter().map(|item| (item.lack, item.part.as_str())).collect::<Vec<_>>(), [(TextMissing, "risks")]);
}

#[test]
fn either_co_chair_takes_a_cleared_project_back_into_discussion() {
    let mut world = energy().cleared();
    who_may(&world, deeds::return_to_discussion, &["il.chair", "sy.chair"], &[]);
    when("sy.chair", deeds::return_to_discussion, &[Stage::Cleared], &[]);
    world.play("sy.chair", deeds::return_to_discussion);
    assert_eq!(
        (world.facts.project.authorisation_id.as_ref(), world.facts.authorisations.len()),
        (None, 1),
        "it stays as history"
    );
}

#[test]
fn the_proposing_co_chair_withdraws_before_the_ballots() {
    for world in [energy().written(), energy().tabled(), energy().in_discussion()] {
        who_may(&world, deeds::withdraw_project, &["il.chair"], &[("sy.chair", NotYourSide)]);
    }
    let open = [Stage::Draft, Stage::Tabled, Stage::InDiscussion, Stage::Cleared];
    when("il.chair", deeds::withdraw_project, &open, &[(Stage::SupervisorReview, NotPermitted)]);
}

#[test]
fn before_the_supervisor_only_the_proposing_head_withdraws() {
    let mut world = energy().under_review();
    who_may(&world, deeds::withdraw_project, &["il.head"], &[("sy.head", NotYourSide)]);
    world.play("il.head", deeds::withdraw_project);
    assert_eq!(world.stage(), Stage::Withdrawn);
    assert_eq!(world.refusal("il.head", deeds::withdraw_project), WrongStage);
}

#[test]
fn what_is_cleared_or_joint_is_withdrawn_by_both() {
    let joint = || World::joint(Sector::Energy);
    for (mut world, seat) in [
        (energy().cleared(), "chair"),
        (joint().written(), "chair"),
        (joint().in_discussion(), "chair"),
        (joint().under_review(), "head"),
    ] {
        let (first, second) = (format!("sy.{seat}"), format!("il.{seat}"));
        who_may(&world, deeds::withdraw_project, &[&first, &second], &[]);
        let stage = world.stage();
        world.play(&first, deeds::withdraw_project);
        assert_eq!(world.stage(), stage);
        assert_eq!(world.refusal(&first, deeds::withdraw_project), AlreadyGiven);
        world.play(&second, deeds::withdraw_project);
        assert_eq!(world.stage(), Stage::Withdrawn);
    }
}

#[test]
fn the_engine_ends_what_nobody_answered_once_every_escalation_is_over() {
    let clocks = [
        (energy().tabled(), 10),
        (energy().in_discussion(), 60),
        (energy().in_group_ballot(), 15),
        (energy().in_principals_ballot(), 20),
        (energy().prepared(), 20),
    ];
    for (mut world, working_days) in clocks {
        let holder = deeds::ball(&world.facts).unwrap().holder;
        let last = holder.due(Day::of_utc(world.facts.project.recorded_at), 3 * working_days);
        let left = last.0 - Day::of_utc(world.now()).0;
        world.wait(left);
        assert_eq!(
            world.refusal("none.administrator", deeds::lapse),
            WrongStage,
            "the last day is not over in {:?}",
            world.stage()
        );
        world.wait(1);
        let change = world.attempt("none.administrator", deeds::lapse).unwrap();
        assert_eq!((change.person_id.as_str(), change.party), (ENGINE, Party::None), "nobody does it, whoever is there");
        world.play("none.administrator", deeds::lapse);
        assert_eq!(world.stage(), Stage::Lapsed);
        assert!(world.facts.last_ballot().is_none_or(|ballot| ballot.outcome.is_some()), "no ballot stays open");
        assert!(world.facts.consents.iter().all(|one| one.subject == Subject::Ballot), "silence consents to nothing");
        assert_eq!(world.refusal("none.administrator", deeds::lapse), WrongStage);
    }
}

#[test]
fn work_and_what_has_ended_never_lapse() {
    for world in every_stage() {
        world.wait(2_000);
        let lapses = Stage::STEPS.contains(&(world.stage(), Stage::Lapsed));
        assert_eq!(world.attempt("none.administrator", deeds::lapse).is_ok(), lapses, "{:?}", world.stage());
    }
}

#[test]
fn a_lapsed_project_is_reopened_by_both_co_chairs() {
    let mut world = energy().in_group_ballot().lapse();
    who_may(&world, deeds::reopen, &["il.chair", "sy.chair"], &[]);
    when("sy.chair", deeds::reopen, &[Stage::Lapsed], &[]);
    world.play("sy.chair", deeds::reopen);
    assert_eq!((world.stage(), world.refusal("sy.chair", deeds::reopen)), (Stage::Lapsed, AlreadyGiven));
    world.play("il.chair", deeds::reopen);
    assert_eq!(world.stage(), Stage::InDiscussion);
}

#[test]
fn the_builder_reaches_every_stage() {
    let mut stages: Vec<_> = every_stage().iter().map(World::stage).collect();
    stages.sort_unstable();
    assert_eq!(stages, Stage::ALL);
}
