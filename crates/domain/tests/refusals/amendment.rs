//! Proposing, accepting, declining and taking back other words for a section.

use domain::amendment::{self, collisions};
use domain::consent::Subject;
use domain::edit::Typed;
use domain::facts::Facts;
use domain::id::{AmendmentId, Occasion};
use domain::project::Sector;
use domain::refusal::Refusal::{AlreadyEnded, AlreadyGiven, NotPermitted, NothingChanged, StaleText};
use domain::stage::Stage;
use domain::text::{Lang, Note};
use domain::viewer::Viewer;

use crate::build::tables::{when, who_may};
use crate::build::{Answer, World, deeds};

const SECTION: &str = "summary";

fn reason() -> Note {
    Note { lang: Lang::En, text: "Because".to_owned() }
}

fn base(facts: &Facts, lang: Lang) -> i64 {
    facts.texts.get(&(SECTION.to_owned(), lang)).map_or(0, |edit| edit.number)
}

fn propose_on(facts: &Facts, viewer: &Viewer, at: Occasion, words: &str, base: i64) -> Answer {
    let typed = [Typed { lang: Lang::En, text: words.to_owned(), base, still_right: false, origin: None, source_hash: None }];
    amendment::propose(facts, viewer, SECTION, &typed, &reason(), at)
}

fn propose(words: &'static str) -> impl Fn(&Facts, &Viewer, Occasion) -> Answer {
    move |facts, viewer, at| propose_on(facts, viewer, at, words, base(facts, Lang::En))
}

fn id(world: &World) -> AmendmentId {
    world.facts.amendments.last().expect("one is open").id.clone()
}

fn accept(id: AmendmentId) -> impl Fn(&Facts, &Viewer, Occasion) -> Answer {
    move |facts, viewer, at| amendment::accept(facts, viewer, &id, at)
}

fn proposed() -> World {
    let mut world = World::new(Sector::Energy).in_discussion();
    world.play("il.member", propose("Other words"));
    world
}

#[test]
fn anyone_who_writes_proposes_and_only_while_it_is_discussed() {
    let writers = ["il.chair", "il.member", "il.translator", "sy.chair", "sy.member", "sy.translator"];
    who_may(&World::new(Sector::Energy).in_discussion(), propose("Other words"), &writers, &[]);
    when("il.member", propose("Other words"), &[Stage::InDiscussion], &[]);
}

#[test]
fn the_same_words_and_words_for_an_older_save_are_no_amendment() {
    let world = World::new(Sector::Energy).in_discussion();
    let same = world.facts.texts.get(&(SECTION.to_owned(), Lang::En)).expect("it is written").text.clone();
    assert_eq!(
        world.refusal("il.member", |facts, viewer, at| propose_on(facts, viewer, at, &same, base(facts, Lang::En))),
        NothingChanged
    );
    assert_eq!(world.refusal("il.member", |facts, viewer, at| propose_on(facts, viewer, at, "New", 99)), StaleText);
}

#[test]
fn both_co_chairs_say_yes_and_then_the_words_stand_in_the_text() {
    let mut world = proposed();
    let id = id(&world);
    who_may(&world, accept(id.clone()), &["il.chair", "sy.chair"], &[]);
    let before = world.facts.texts.clone();
    world.play("sy.chair", accept(id.clone()));
    assert_eq!(world.facts.texts, before, "one yes changes no text");
    assert_eq!(world.refusal("sy.chair", accept(id.clone())), AlreadyGiven);
    world.play("il.chair", accept(id.clone()));
    assert_eq!(world.facts.texts[&(SECTION.to_owned(), Lang::En)].text, "Other words");
    assert!(world.facts.amendments.is_empty());
    assert_eq!(world.refusal("il.chair", accept(id)), AlreadyEnded);
}

#[test]
fn a_yes_is_taken_back_until_it_takes_effect() {
    let mut world = proposed();
    let id = id(&world);
    world.play("sy.chair", accept(id.clone()));
    world.play("sy.chair", deeds::take_back_consent(Subject::Amendment));
    world.play("il.chair", accept(id.clone()));
    assert_eq!(world.facts.amendments.len(), 1, "the other yes is gone");
    world.play("sy.chair", accept(id));
    assert!(world.facts.amendments.is_empty());
}

#[test]
fn what_was_written_meanwhile_collides_and_is_never_overwritten() {
    let mut world = proposed();
    let first = id(&world);
    world.play("sy.member", propose("Still other words"));
    let second = id(&world);
    for chair in ["il.chair", "sy.chair"] {
        world.play(chair, accept(second.clone()));
    }
    assert_eq!(collisions(&world.facts, &world.facts.amendments[0]), [Lang::En]);
    assert_eq!(world.refusal("il.chair", accept(first)), StaleText);
    assert_eq!(world.facts.texts[&(SECTION.to_owned(), Lang::En)].text, "Still other words");
}

#[test]
fn a_co_chair_declines_with_a_reason_and_its_proposer_takes_it_back() {
    let world = proposed();
    let id = id(&world);
    let decline = |facts: &Facts, viewer: &Viewer, at| amendment::decline(facts, viewer, &id, &reason(), at);
    who_may(&world, decline, &["il.chair", "sy.chair"], &[]);
    let withdraw = |facts: &Facts, viewer: &Viewer, at| amendment::withdraw(facts, viewer, &id, at);
    who_may(&world, withdraw, &["il.member"], &[]);
    let mut ended = proposed();
    let id = self::id(&ended);
    ended.play("il.member", |facts, viewer, at| amendment::withdraw(facts, viewer, &id, at));
    assert_eq!(ended.refusal("il.chair", accept(id)), AlreadyEnded);
    assert_eq!(world.refusal("us.officer", propose("x")), NotPermitted);
}
