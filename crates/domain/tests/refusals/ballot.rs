//! Opening a ballot together, recalling it alone.

use domain::ballot;
use domain::party::{Delegation, Party};
use domain::project::Sector;
use domain::refusal::Refusal::{AlreadyEnded, AlreadyGiven, Missing, StaleVersion};
use domain::stage::Lack::{self, MandateMissing, PointUnanswered, TextNotReviewed, TextStale, VersionOutdated};
use domain::stage::Stage;
use domain::text::Lang;

use crate::build::tables::{when, who_may};
use crate::build::{World, deeds};

fn reviewed() -> World {
    World::new(Sector::Energy).reviewed()
}

#[track_caller]
fn lacks(world: &World, name: &str) -> Vec<Lack> {
    let Missing(list) = world.refusal(name, deeds::open_ballot) else { panic!("a list is the answer") };
    let mut lacks: Vec<_> = list.iter().map(|item| item.lack).collect();
    lacks.dedup();
    lacks
}

#[test]
fn a_ballot_is_wanted_by_the_co_chairs_in_discussion() {
    let world = reviewed();
    who_may(&world, deeds::open_ballot, &["il.chair", "sy.chair"], &[]);
    for world in crate::build::tables::every_stage().iter().filter(|world| world.stage() != Stage::InDiscussion) {
        assert_eq!(world.refusal("il.chair", deeds::open_ballot), domain::refusal::Refusal::WrongStage, "{:?}", world.stage());
    }
}

#[test]
fn no_ballot_opens_on_an_older_version() {
    let mut world = reviewed();
    world.play("il.member", deeds::save);
    world.play("il.chair", deeds::next_version);
    for hash in [world.hashes[0].clone(), String::new()] {
        assert_eq!(world.refusal("il.chair", |f, v, at| ballot::consent_to_open(f, v, &hash, at)), StaleVersion);
    }
}

#[test]
fn no_ballot_opens_on_a_text_that_is_stale_or_not_reviewed_or_waits_in_the_working_text() {
    let mut world = World::new(Sector::Energy).in_discussion();
    assert_eq!(lacks(&world, "sy.chair"), [TextNotReviewed]);
    world = world.reviewed();
    world.play("il.member", deeds::save_in(Lang::En));
    assert_eq!(lacks(&world, "sy.chair"), [VersionOutdated]);
    world.play("il.chair", deeds::next_version);
    assert_eq!(lacks(&world, "sy.chair"), [TextNotReviewed, TextStale]);
}

#[test]
fn no_ballot_opens_over_a_point_without_answer() {
    let mut world = reviewed().objected(Delegation::Sy);
    assert_eq!(lacks(&world, "il.chair"), [PointUnanswered]);
    world.play("il.chair", deeds::answer);
    world.play("il.chair", deeds::open_ballot);
}

#[test]
fn no_ballot_opens_where_a_side_has_nobody_to_answer() {
    let mut world = reviewed();
    world.facts.mandates.retain(|one| one.party != Party::Sy || one.person_id.as_str() == "sy.former");
    assert_eq!(lacks(&world, "il.chair"), [MandateMissing]);
}

#[test]
fn the_second_consent_opens_the_ballot_and_one_alone_does_not() {
    let mut world = reviewed();
    world.play("sy.chair", deeds::open_ballot);
    assert_eq!(world.stage(), Stage::InDiscussion);
    assert_eq!(world.refusal("sy.chair", deeds::open_ballot), AlreadyGiven);
    world.play("il.chair", deeds::open_ballot);
    assert_eq!(world.stage(), Stage::GroupBallot);
}

#[test]
fn a_consent_to_an_older_version_opens_nothing() {
    let mut world = reviewed();
    world.play("sy.chair", deeds::open_ballot);
    world.play("il.member", deeds::save);
    world.play("il.chair", deeds::next_version);
    world = world.reviewed();
    world.play("il.chair", deeds::open_ballot);
    assert_eq!(world.stage(), Stage::InDiscussion);
}

#[test]
fn either_co_chair_recalls_a_group_ballot_once_and_both_consent_anew() {
    let mut world = reviewed().in_group_ballot();
    who_may(&world, deeds::recall, &["il.chair", "sy.chair"], &[]);
    when("sy.chair", deeds::recall, &[Stage::GroupBallot], &[]);
    let first = deeds::last_ballot(&world.facts);
    world.play("sy.chair", deeds::recall);
    world.play("il.chair", deeds::open_ballot);
    assert_eq!(world.stage(), Stage::InDiscussion, "the consents of the recalled ballot are used up");
    world.play("sy.chair", deeds::open_ballot);
    let again = |f: &_, v: &_, at| ballot::recall(f, v, &first, &crate::build::note("too early"), at);
    assert_eq!(world.refusal("il.chair", again), AlreadyEnded, "another ballot runs by now");
}
