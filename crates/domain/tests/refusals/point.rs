//! Answering and closing points.

use domain::party::Delegation;
use domain::project::Sector;
use domain::refusal::Refusal::{AlreadyEnded, NotYourSide};
use domain::sign_off::Decision;
use domain::stage::Stage;

use crate::build::tables::who_may;
use crate::build::{World, deeds};

fn objected() -> World {
    World::new(Sector::Energy).objected(Delegation::Sy)
}

fn returned() -> World {
    let mut world = World::new(Sector::Energy).prepared();
    world.play("us.officer", deeds::decide(Decision::Returned));
    world
}

#[test]
fn a_point_is_answered_by_a_co_chair_of_another_party() {
    who_may(&objected(), deeds::answer, &["il.chair"], &[("sy.chair", NotYourSide)]);
    who_may(&returned(), deeds::answer, &["il.chair", "sy.chair"], &[]);
}

#[test]
fn a_point_is_closed_by_its_own_party_alone() {
    let (il, us) = (["il.chair", "il.signatory", "il.head"], ["us.officer", "us.second"]);
    let others: Vec<_> = il.iter().chain(&us).map(|name| (*name, NotYourSide)).collect();
    let sy = ["sy.chair", "sy.signatory", "sy.head"];
    who_may(&objected(), deeds::close_point, &sy, &others);
    let delegations: Vec<_> = il.iter().chain(&sy).map(|name| (*name, NotYourSide)).collect();
    who_may(&returned(), deeds::close_point, &us, &delegations);
}

#[test]
fn a_closed_point_is_neither_answered_nor_closed_again_and_an_unknown_one_neither() {
    let mut world = objected();
    world.play("il.chair", deeds::answer);
    world.play("il.chair", deeds::answer);
    assert_eq!(world.facts.open_points().count(), 1, "answers do not close");
    world.play("sy.head", deeds::close_point);
    assert_eq!(world.refusal("sy.head", deeds::close_point), AlreadyEnded);
    assert_eq!(world.refusal("il.chair", deeds::answer), AlreadyEnded);
    let none = World::new(Sector::Energy).in_discussion();
    assert_eq!(none.refusal("sy.head", deeds::close_point), AlreadyEnded);
}

#[test]
fn a_point_stays_open_across_versions_recalls_and_ballots() {
    let mut world = objected();
    world.play("il.member", deeds::save);
    world.play("il.chair", deeds::next_version);
    world.play("il.chair", deeds::answer);
    world = world.in_group_ballot();
    world.play("il.chair", deeds::recall);
    assert_eq!((world.facts.open_points().count(), world.stage()), (1, Stage::InDiscussion));
    world.play("sy.chair", deeds::close_point);
    assert_eq!(world.facts.open_points().count(), 0);
}
