//! Discussion: each audience by itself.

use domain::party::Audience;
use domain::project::Sector;
use domain::refusal::Refusal::{AlreadyEnded, NotPermitted, NothingChanged, StaleText};
use domain::thread::{self, Message};

use crate::build::tables::who_may;
use crate::build::{World, deeds, note};

const AT_WORK: [&str; 5] = ["chair", "signatory", "head", "member", "translator"];

fn energy() -> World {
    World::new(Sector::Energy).in_discussion()
}

fn of(sides: &[&str], seats: &[&str]) -> Vec<String> {
    sides.iter().flat_map(|side| seats.iter().map(move |seat| format!("{side}.{seat}"))).collect()
}

#[track_caller]
fn speak(world: &World, audience: Audience, who: &[String], more: &[&str]) {
    let yes: Vec<&str> = who.iter().map(String::as_str).chain(more.iter().copied()).collect();
    who_may(world, deeds::open_thread(audience), &yes, &[]);
    let (start, _) = deeds::opened(&world.attempt(yes[0], deeds::open_thread(audience)));
    who_may(world, |f, v, at| thread::post(f, v, &start, &note("more"), at), &yes, &[]);
}

#[test]
fn each_audience_is_spoken_to_by_those_who_read_it() {
    let world = energy();
    let us = ["us.reviewer", "us.officer", "us.second"];
    let (both, chiefs) = (["il", "sy"], ["chair", "signatory", "head"]);
    speak(&world, Audience::Joint, &of(&both, &AT_WORK), &[&us[..], &["none.secretariat"]].concat());
    speak(&world, Audience::CaucusIl, &of(&["il"], &AT_WORK), &[]);
    speak(&world, Audience::CaucusSy, &of(&["sy"], &AT_WORK), &[]);
    speak(&world, Audience::CaucusUs, &us.map(String::from), &[]);
    speak(&world, Audience::ChannelIl, &of(&["il"], &chiefs), &us);
    speak(&world, Audience::ChannelSy, &of(&["sy"], &chiefs), &us);
}

#[test]
fn a_draft_in_a_caucus_is_spoken_of_in_that_caucus_only() {
    let world = World::new(Sector::Energy).written();
    for audience in Audience::ALL.into_iter().filter(|&one| one != Audience::CaucusIl) {
        who_may(&world, deeds::open_thread(audience), &[], &[]);
    }
    speak(&world, Audience::CaucusIl, &of(&["il"], &AT_WORK), &[]);
}

#[test]
fn what_is_said_in_a_caucus_stands_in_its_own_ledger() {
    for audience in Audience::ALL {
        let name = if audience.admits(domain::party::Party::Sy) { "sy.chair" } else { "il.chair" };
        let name = if audience == Audience::CaucusUs { "us.officer" } else { name };
        let change = energy().attempt(name, deeds::open_thread(audience)).unwrap();
        assert_eq!(change.ledger, audience);
    }
}

fn message(world: &World, name: &str) -> Message {
    deeds::opened(&world.attempt(name, deeds::open_thread(Audience::Joint))).1
}

#[test]
fn a_message_is_worded_anew_by_its_author_alone() {
    let world = energy();
    let message = message(&world, "il.member");
    let anew = |base, text: &'static str| move |f: &_, v: &_, at| thread::edit(f, v, &message.clone(), base, &note(text), at);
    who_may(&world, anew.clone()(1, "other words"), &["il.member"], &[]);
    assert_eq!(world.refusal("il.member", anew.clone()(0, "other words")), StaleText);
    assert_eq!(world.refusal("il.member", anew.clone()(2, "other words")), StaleText);
    assert_eq!(world.refusal("il.member", anew(1, "words")), NothingChanged);
}

#[test]
fn a_message_is_taken_back_by_its_author_once() {
    let world = energy();
    let message = message(&world, "sy.member");
    who_may(&world, |f, v, at| thread::take_back(f, v, &message, at), &["sy.member"], &[]);
    let gone = Message { ended: true, ..message };
    assert_eq!(world.refusal("sy.member", |f, v, at| thread::take_back(f, v, &gone, at)), AlreadyEnded);
    assert_eq!(world.refusal("sy.member", |f, v, at| thread::edit(f, v, &gone, 1, &note("x"), at)), AlreadyEnded);
}

#[test]
fn an_author_who_left_the_group_neither_edits_nor_takes_back() {
    let mut world = energy();
    let message = message(&world, "il.member");
    world.cast.iter_mut().filter(|one| one.person_id.as_str() == "il.member").for_each(|one| one.roles.clear());
    assert_eq!(world.refusal("il.member", |f, v, at| thread::take_back(f, v, &message, at)), NotPermitted);
    assert_eq!(world.refusal("il.member", |f, v, at| thread::edit(f, v, &message, 1, &note("x"), at)), NotPermitted);
}
