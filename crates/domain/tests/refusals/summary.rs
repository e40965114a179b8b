//! What the public reads: writing, consenting, retracting.

use domain::project::Sector;
use domain::refusal::Refusal::{AlreadyEnded, AlreadyGiven, NothingChanged, ReasonNeeded, StaleVersion};
use domain::stage::Stage;
use domain::summary::{self, NewSummary};
use domain::text::Lang;

use crate::build::tables::{when, who_may};
use crate::build::{World, deeds};

fn world() -> World {
    World::new(Sector::Energy).cleared()
}

fn live() -> World {
    let mut world = world();
    world.play("none.secretariat", deeds::write_summary);
    world.play("sy.head", deeds::consent_summary);
    world.play("il.head", deeds::consent_summary);
    world
}

#[test]
fn a_summary_is_written_by_co_chairs_heads_and_the_secretariat() {
    who_may(&world(), deeds::write_summary, &["il.chair", "il.head", "sy.chair", "sy.head", "none.secretariat"], &[]);
}

#[test]
fn nobody_is_told_of_a_draft_or_of_what_the_other_side_has_not_taken_up() {
    use domain::refusal::Refusal::WrongStage;
    for world in
        [World::new(Sector::Energy).written(), World::joint(Sector::Energy).written(), World::new(Sector::Energy).tabled()]
    {
        assert_eq!(world.refusal("il.head", deeds::write_summary), WrongStage);
    }
    let told: Vec<_> = [Stage::SupervisorReview, Stage::Cleared, Stage::Implementing, Stage::Completed, Stage::Closed].into();
    for stage in told {
        assert!(summary::may_be_told(stage), "{stage:?}");
    }
}

#[test]
fn a_summary_is_complete_in_three_languages_and_says_something_new() {
    let mut world = world();
    type Part = fn(&mut NewSummary) -> &mut domain::text::Trilingual;
    let parts: [Part; 3] = [|new| &mut new.title, |new| &mut new.text, |new| &mut new.reasons];
    for part in parts {
        for lang in Lang::ALL {
            let mut gap = deeds::new_summary("title");
            part(&mut gap).remove(&lang);
            assert_eq!(world.refusal("il.head", |f, v, at| summary::write(f, v, &gap, at)), ReasonNeeded);
            part(&mut gap).insert(lang, String::new());
            assert_eq!(world.refusal("il.head", |f, v, at| summary::write(f, v, &gap, at)), ReasonNeeded);
        }
    }
    let write = |f: &_, v: &_, at| summary::write(f, v, &deeds::new_summary("title"), at);
    world.play("il.head", write);
    assert_eq!(world.refusal("none.secretariat", write), NothingChanged);
}

#[test]
fn only_heads_consent_and_both_have_to() {
    let mut world = world();
    assert_eq!(world.refusal("il.head", deeds::consent_summary), AlreadyEnded, "there is none");
    world.play("il.chair", deeds::write_summary);
    who_may(&world, deeds::consent_summary, &["il.head", "sy.head"], &[]);
    world.play("il.head", deeds::consent_summary);
    assert!(world.facts.live_summary().is_none());
    assert_eq!(world.refusal("il.head", deeds::consent_summary), AlreadyGiven);
    world.play("sy.head", deeds::consent_summary);
    assert!(world.facts.live_summary().is_some());
    assert_eq!(world.refusal("sy.head", deeds::consent_summary), AlreadyEnded);
}

#[test]
fn a_consent_to_an_older_wording_counts_no_more() {
    let mut world = world();
    world.play("il.chair", deeds::write_summary);
    let old = world.facts.summaries[0].hash.clone();
    world.play("il.head", deeds::consent_summary);
    world.play("sy.chair", deeds::write_summary);
    assert_eq!(world.refusal("sy.head", |f, v, at| summary::consent(f, v, &old, at)), StaleVersion);
    world.play("sy.head", deeds::consent_summary);
    assert!(world.facts.live_summary().is_none(), "Israel consented to other words");
}

#[test]
fn a_head_takes_a_live_summary_back_once_and_the_same_words_need_both_again() {
    assert_eq!(world().refusal("il.head", deeds::retract), AlreadyEnded);
    let mut world = live();
    who_may(&world, deeds::retract, &["il.head", "sy.head"], &[]);
    let said = world.facts.summaries[0].parse().unwrap();
    world.play("sy.head", deeds::retract);
    assert!(world.facts.live_summary().is_none());
    assert_eq!(world.refusal("il.head", deeds::retract), AlreadyEnded);
    let again = NewSummary { title: said.title, text: said.text, reasons: said.reasons };
    world.play("il.chair", |f, v, at| summary::write(f, v, &again, at));
    assert!(world.facts.live_summary().is_none());
}

#[test]
fn a_summary_that_waits_for_consent_cannot_be_retracted() {
    let mut world = world();
    world.play("il.chair", deeds::write_summary);
    let told = Stage::ALL.map(|stage| if summary::may_be_told(stage) { stage } else { Stage::Lapsed });
    when("il.head", deeds::retract, &[], &told.map(|stage| (stage, AlreadyEnded)));
    assert_eq!(world.refusal("il.head", deeds::retract), AlreadyEnded);
}
