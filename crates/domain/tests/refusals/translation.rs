//! Marking texts reviewed and agreed.

use domain::project::Sector;
use domain::refusal::Refusal::{NotYourSide, NothingChanged, StaleVersion};
use domain::stage::Stage;
use domain::text::Lang;
use domain::translation::{self, Degree};

use crate::build::tables::{when, who_may};
use crate::build::{World, deeds};

const READERS: [&str; 4] = ["il.chair", "il.translator", "sy.chair", "sy.translator"];
const OPEN: [Stage; 3] = [Stage::InDiscussion, Stage::GroupBallot, Stage::PrincipalsBallot];

fn energy() -> World {
    World::new(Sector::Energy)
}

#[test]
fn hebrew_is_reviewed_by_israel_arabic_by_syria_and_english_by_each() {
    let world = energy().in_discussion();
    let [il, sy] = [["il.chair", "il.translator"], ["sy.chair", "sy.translator"]];
    let reviewed = |lang| deeds::mark(lang, Degree::Reviewed);
    who_may(&world, reviewed(Lang::He), &il, &sy.map(|name| (name, NotYourSide)));
    who_may(&world, reviewed(Lang::Ar), &sy, &il.map(|name| (name, NotYourSide)));
    who_may(&world, reviewed(Lang::En), &READERS, &[]);
}

#[test]
fn a_translation_is_agreed_by_the_co_chairs() {
    for lang in Lang::ALL {
        who_may(&energy().in_discussion(), deeds::mark(lang, Degree::Agreed), &["il.chair", "sy.chair"], &[]);
    }
}

#[test]
fn texts_are_marked_from_discussion_to_the_principals_ballot() {
    when("il.chair", deeds::mark(Lang::Ar, Degree::Agreed), &OPEN, &[]);
    let reviewed = [(Stage::GroupBallot, NothingChanged), (Stage::PrincipalsBallot, NothingChanged)];
    when("il.chair", deeds::mark(Lang::He, Degree::Reviewed), &[Stage::InDiscussion], &reviewed);
}

#[test]
fn a_mark_of_an_older_version_is_refused_and_one_is_not_given_twice() {
    let mut world = energy().in_discussion();
    world.play("il.member", deeds::save);
    world.play("il.chair", deeds::next_version);
    for hash in [world.hashes[0].clone(), "0".repeat(64)] {
        let mark = |facts: &_, viewer: &_, at| translation::mark(facts, viewer, Lang::He, Degree::Reviewed, &hash, at);
        assert_eq!(world.refusal("il.translator", mark), StaleVersion);
    }
    world.play("il.translator", deeds::mark(Lang::He, Degree::Reviewed));
    assert_eq!(world.refusal("il.chair", deeds::mark(Lang::He, Degree::Reviewed)), NothingChanged, "the side said so already");
}

#[test]
fn marks_survive_a_new_version_where_neither_text_nor_source_changed() {
    let mut world = energy().reviewed();
    world.play("il.member", deeds::save);
    world.play("sy.chair", deeds::next_version);
    let again = world.play("il.chair", deeds::mark(Lang::He, Degree::Reviewed));
    assert_eq!(again.records.len(), 1, "only the section that changed");
}
