//! Starting, writing, declaring, attaching.

use domain::attachment;
use domain::edit::{self, Origin, TextState, Typed};
use domain::facts::Facts;
use domain::id::Occasion;
use domain::party::{Audience, Delegation, Proposer};
use domain::project::{self, Sector};
use domain::refusal::Refusal::{AlreadyEnded, Frozen, NotPermitted, NotYourSide, NothingChanged, StaleText};
use domain::stage::{self, Gate, Lack, Stage};
use domain::text::Lang;
use domain::version;
use domain::viewer::Viewer;

use crate::build::tables::{when, who_may};
use crate::build::{Answer, World, deeds};

const FROZEN: [(Stage, domain::refusal::Refusal); 4] =
    [(Stage::Tabled, Frozen), (Stage::GroupBallot, Frozen), (Stage::PrincipalsBallot, Frozen), (Stage::SupervisorReview, Frozen)];

fn energy() -> World {
    World::new(Sector::Energy)
}

fn start(joint: bool) -> impl Fn(&Facts, &Viewer, Occasion) -> Answer {
    move |facts, viewer, at| project::start(viewer, &facts.project.group_id, Sector::Energy, joint, Lang::En, at)
}

#[test]
fn a_project_is_started_by_members_co_chairs_and_heads() {
    let starters = ["il.chair", "il.member", "il.head", "sy.chair", "sy.member", "sy.head"];
    who_may(&energy(), start(false), &starters, &[]);
    who_may(&energy(), start(true), &starters, &[]);
}

#[test]
fn a_draft_lives_in_the_caucus_of_its_side_and_a_joint_one_with_both() {
    let ledger = |joint, name| energy().attempt(name, start(joint)).unwrap().ledger;
    assert_eq!(ledger(false, "il.member"), Audience::CaucusIl);
    assert_eq!(ledger(false, "sy.head"), Audience::CaucusSy);
    assert_eq!(ledger(true, "sy.head"), Audience::Joint);
    assert_eq!(World::joint(Sector::Energy).facts.project.proposed_by, Proposer::Joint);
}

#[test]
fn a_text_in_discussion_is_written_by_members_translators_and_co_chairs_of_both_sides() {
    let writers = ["il.chair", "il.member", "sy.chair", "sy.member"];
    who_may(
        &energy().in_discussion(),
        deeds::save_in(Lang::En),
        &[&writers[..], &["il.translator", "sy.translator"]].concat(),
        &[],
    );
    who_may(&energy().in_discussion(), deeds::attach, &[&writers[..], &["il.translator", "sy.translator"]].concat(), &[]);
    who_may(&energy().in_discussion(), deeds::declare, &[&writers[..], &["il.translator", "sy.translator"]].concat(), &[]);
}

#[test]
fn a_draft_is_written_by_its_own_side_also_when_it_was_sent_back() {
    let mut back = energy().tabled();
    back.play("sy.chair", deeds::send_back);
    let others = ["sy.chair", "sy.member", "sy.translator"].map(|name| (name, NotYourSide));
    for world in [energy().written(), back] {
        who_may(&world, deeds::save_in(Lang::En), &["il.chair", "il.member", "il.translator"], &others);
        who_may(&world, deeds::declare, &["il.chair", "il.member", "il.translator"], &others);
    }
}

#[test]
fn a_joint_draft_is_written_by_both() {
    let everybody = ["il.chair", "il.member", "il.translator", "sy.chair", "sy.member", "sy.translator"];
    who_may(&World::joint(Sector::Energy).written(), deeds::save_in(Lang::En), &everybody, &[]);
}

#[test]
fn a_text_is_frozen_while_it_is_judged_and_cannot_be_written_afterwards() {
    when("il.chair", deeds::save, &[Stage::Draft, Stage::InDiscussion], &FROZEN);
    when("il.chair", deeds::declare, &[Stage::Draft, Stage::InDiscussion], &FROZEN);
    when("il.chair", deeds::attach, &[Stage::Draft, Stage::InDiscussion], &FROZEN);
    when(
        "il.chair",
        deeds::remove,
        &[],
        &[&FROZEN[..], &[(Stage::Draft, AlreadyEnded), (Stage::InDiscussion, AlreadyEnded)]].concat(),
    );
}

#[test]
fn a_text_that_somebody_saved_first_is_not_overwritten() {
    let mut world = energy().in_discussion();
    let old = deeds::typed(&world.facts, "sites", Lang::En, "here");
    let save = |typed: &[Typed]| {
        let typed = typed.to_vec();
        move |facts: &Facts, viewer: &Viewer, at: Occasion| edit::save(facts, viewer, "sites", &typed, at)
    };
    world.play("sy.member", save(&[Typed { text: "there".into(), ..old.clone() }]));
    assert_eq!(world.refusal("il.member", save(std::slice::from_ref(&old))), StaleText);
    let same = Typed { text: "there".into(), ..old.clone() };
    assert_eq!(world.refusal("il.member", save(&[same])), NothingChanged, "the same words are no quarrel");
    let mixed = [deeds::typed(&world.facts, "sites", Lang::Ar, "x"), old];
    assert_eq!(world.refusal("il.member", save(&mixed)), StaleText, "all languages or none");
    world.play("il.member", save(&[deeds::typed(&world.facts, "sites", Lang::En, "here")]));
}

#[test]
fn saving_or_declaring_the_same_again_changes_nothing() {
    let world = energy().written();
    assert_eq!(world.refusal("il.member", deeds::write("sites", "one")), NothingChanged);
    let empty = |facts: &Facts, viewer: &Viewer, at: Occasion| edit::save(facts, viewer, "sites", &[], at);
    assert_eq!(world.refusal("il.member", empty), NothingChanged);
    let same = |facts: &Facts, viewer: &Viewer, at: Occasion| {
        edit::declare(facts, viewer, deeds::scope(facts, viewer, true, "none", at), at)
    };
    assert_eq!(world.refusal("il.member", same), NothingChanged);
    assert_eq!(world.refusal("il.translator", same), NothingChanged, "whoever says it");
}

#[test]
fn a_translation_is_stale_until_somebody_says_that_it_is_still_right() {
    let mut world = energy().written();
    world.play("il.member", deeds::save_in(Lang::En));
    let state = |world: &World| edit::state(&world.facts, "objectives", Lang::He);
    assert_eq!(state(&world), TextState::Stale);
    let old = deeds::typed(&world.facts, "objectives", Lang::He, "he one");
    let say =
        |typed: Typed| move |facts: &Facts, viewer: &Viewer, at: Occasion| edit::save(facts, viewer, "objectives", &[typed], at);
    assert_eq!(world.refusal("il.translator", say(old.clone())), NothingChanged);
    world.play("il.translator", say(Typed { still_right: true, ..old }));
    assert_eq!(state(&world), TextState::Draft);
}

#[test]
fn what_a_machine_translated_never_counts_until_a_person_stands_for_it() {
    let mut world = energy().written();
    let state = |world: &World| edit::state(&world.facts, "objectives", Lang::He);
    let frozen = |world: &World| {
        version::content(&world.facts, "ENE-2026-001").section("objectives").is_some_and(|texts| texts.contains_key(&Lang::He))
    };
    let save =
        |typed: Typed| move |facts: &Facts, viewer: &Viewer, at: Occasion| edit::save(facts, viewer, "objectives", &[typed], at);
    let typed = |world: &World, words: &str| deeds::typed(&world.facts, "objectives", Lang::He, words);
    let machine = Typed { origin: Some(Origin::Machine), ..typed(&world, "by a machine") };
    assert_eq!(world.refusal("sy.translator", save(machine.clone())), NotYourSide);
    world.play("il.translator", save(machine));
    assert_eq!((state(&world), frozen(&world)), (TextState::MachineDraft, false));
    let again = Typed { origin: Some(Origin::Machine), ..typed(&world, "by a machine") };
    assert_eq!(world.refusal("il.translator", save(again)), NothingChanged);
    world.play("il.translator", save(typed(&world, "by a machine, one word mended")));
    assert_eq!((state(&world), frozen(&world)), (TextState::MachineDraft, false), "mending a word is not reading it all");
    world.play("il.member", deeds::save_in(Lang::En));
    world.play("il.translator", save(Typed { still_right: true, ..typed(&world, "by a machine, one word mended") }));
    assert_eq!((state(&world), frozen(&world)), (TextState::Draft, true), "said of the original as it stands now");
    world.play("il.translator", save(Typed { origin: Some(Origin::Machine), ..typed(&world, "by a machine, one word mended") }));
    assert_eq!(state(&world), TextState::MachineDraft, "owned up to later");
}

#[test]
fn a_machine_draft_is_missing_from_the_version_and_the_ballot_waits_for_it() {
    let mut world = energy().in_discussion();
    let machine = Typed { origin: Some(Origin::Machine), ..deeds::typed(&world.facts, "objectives", Lang::Ar, "by a machine") };
    world.play("sy.member", move |facts, viewer, at| edit::save(facts, viewer, "objectives", &[machine], at));
    world.play("il.chair", deeds::next_version);
    let lack = stage::missing(&world.facts, Gate::OpenBallot, world.now());
    let missing = lack.iter().filter(|one| one.lack == Lack::TextMissing).map(|one| (one.part.as_str(), one.lang));
    assert_eq!(missing.collect::<Vec<_>>(), [("objectives", Some(Lang::Ar))]);
}

#[test]
fn nobody_calls_the_original_a_machine_s_translation() {
    let mut world = energy().written();
    let machine = Typed { origin: Some(Origin::Machine), ..deeds::typed(&world.facts, "objectives", Lang::En, "new words") };
    world.play("il.member", move |facts, viewer, at| edit::save(facts, viewer, "objectives", &[machine], at));
    assert_eq!(edit::state(&world.facts, "objectives", Lang::En), TextState::Draft);
}

#[test]
fn the_same_file_is_attached_once_and_removed_once() {
    let mut world = energy().in_discussion();
    let attach = |bytes: &'static str| {
        move |facts: &Facts, viewer: &Viewer, at: Occasion| {
            attachment::attach(facts, viewer, deeds::file(facts, viewer, bytes, at), at)
        }
    };
    world.play("il.member", attach("plan"));
    assert_eq!(world.refusal("sy.member", attach("plan")), NothingChanged);
    let id = world.facts.attachments[0].id.clone();
    let remove = |facts: &Facts, viewer: &Viewer, at: Occasion| attachment::remove(facts, viewer, &id, at);
    for nobody in ["us.officer", "none.secretariat", "il.head", "il.signatory", "sy.stranger"] {
        assert_eq!(world.refusal(nobody, remove), NotPermitted);
    }
    world.play("sy.member", remove);
    assert_eq!(world.refusal("il.member", remove), AlreadyEnded);
    world.play("sy.member", attach("plan"));
}

#[test]
fn nobody_of_another_group_writes() {
    for side in Delegation::BOTH {
        let name = crate::build::name(side, "stranger");
        assert_eq!(energy().in_discussion().refusal(&name, deeds::save), NotPermitted);
        assert_eq!(energy().refusal(&name, start(false)), NotPermitted);
    }
}
