//! More time for the supervisor's review.

use domain::extension;
use domain::facts::Facts;
use domain::id::Occasion;
use domain::project::Sector;
use domain::refusal::Refusal::{AlreadyGiven, NoMandate, ReasonNeeded, WrongStage};
use domain::sign_off::Decision;
use domain::stage::Stage;
use domain::viewer::Viewer;

use crate::build::tables::{when, who_may};
use crate::build::{Answer, World, deeds, note};

fn take(number: i64) -> impl Fn(&Facts, &Viewer, Occasion) -> Answer {
    move |facts, viewer, at| extension::take(facts, viewer, number, &note("the laboratory is asked"), at)
}

fn under_review() -> World {
    World::new(Sector::Energy).under_review()
}

#[test]
fn an_officer_with_a_mandate_takes_it_while_the_review_runs_and_says_why() {
    who_may(&under_review(), take(1), &["us.officer", "us.second"], &[]);
    when("us.officer", take(1), &[Stage::SupervisorReview], &[]);
    assert_eq!(under_review().refusal("us.former", take(1)), NoMandate);
    let silent = |f: &Facts, v: &Viewer, at: Occasion| extension::take(f, v, 1, &note(""), at);
    assert_eq!(under_review().refusal("us.officer", silent), ReasonNeeded);
}

#[test]
fn each_is_taken_once_and_in_order_and_there_is_no_third() {
    let mut world = under_review();
    assert_eq!(world.refusal("us.officer", take(2)), AlreadyGiven);
    world.play("us.officer", take(1));
    assert_eq!(world.refusal("us.second", take(1)), AlreadyGiven, "another officer pressed it, too");
    world.play("us.second", take(2));
    for number in [1, 2, 3] {
        assert_eq!(world.refusal("us.officer", take(number)), AlreadyGiven);
    }
    assert_eq!(deeds::ball(&world.facts).map(|ball| ball.extended), Some(10 + 15));
}

#[test]
fn it_moves_a_day_and_neither_the_dossier_nor_the_next_review() {
    let mut world = World::new(Sector::Energy).prepared();
    let before = deeds::dossier(&world.facts);
    world.play("us.officer", take(1));
    assert_eq!(deeds::dossier(&world.facts), before, "what was prepared stays prepared");
    world.play("us.officer", deeds::decide(Decision::Returned));
    assert_eq!(world.refusal("us.officer", take(2)), WrongStage);
    world.play("il.chair", deeds::answer);
    let world = world.under_review();
    assert_eq!(deeds::ball(&world.facts).map(|ball| ball.extended), Some(0));
    assert_eq!(extension::next(&world.facts), Some((1, 10)));
}
