//! Discussion: each audience by itself.

use domain::party::Audience;
use domain::project::Sector;
use domain::refusal::Refusal::{AlreadyEnded, NotPermitted, NothingChanged, StaleText, StaleVersion, TooManyFiles};
use domain::text::Lang;
use domain::thread::{self, Message, MessageFile, NewMessage, NewThread, Settling, Spot, Thread};

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
    let opened = deeds::opened(&world.attempt(yes[0], deeds::open_thread(audience)));
    who_may(world, |f, v, at| thread::post(f, v, &opened, &note("more").into(), at), &yes, &[]);
    who_may(world, |f, v, at| thread::settle(f, v, &opened, true, at), &yes, &[]);
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

fn opened(world: &World, name: &str) -> Thread {
    deeds::opened(&world.attempt(name, deeds::open_thread(Audience::Joint)))
}

fn message(world: &World, name: &str) -> Message {
    opened(world, name).messages.remove(0)
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

fn file(message: &Message, digest: &str) -> MessageFile {
    MessageFile {
        id: digest.into(),
        message_id: message.start.id.clone(),
        project_id: message.start.project_id.clone(),
        audience: message.start.audience,
        name: "list.csv".to_owned(),
        media_type: "text/csv".to_owned(),
        size: 1,
        digest: digest.to_owned(),
        person_id: message.start.person_id.clone(),
    }
}

#[test]
fn a_file_is_added_by_the_author_once_and_not_without_end() {
    let world = energy();
    let mut message = message(&world, "sy.member");
    who_may(&world, |f, v, at| thread::attach(f, v, &message, file(&message, "a"), at), &["sy.member"], &[]);
    message.files = vec![file(&message, "a")];
    assert_eq!(world.refusal("sy.member", |f, v, at| thread::attach(f, v, &message, file(&message, "a"), at)), NothingChanged);
    message.files = (0..thread::FILES_LIMIT).map(|number| file(&message, &number.to_string())).collect();
    assert_eq!(world.refusal("sy.member", |f, v, at| thread::attach(f, v, &message, file(&message, "a"), at)), TooManyFiles);
    message.ended = true;
    assert_eq!(world.refusal("sy.member", |f, v, at| thread::attach(f, v, &message, file(&message, "a"), at)), AlreadyEnded);
}

#[test]
fn a_thread_is_resolved_once_and_opened_again_once() {
    let world = energy();
    let mut thread = opened(&world, "il.member");
    assert_eq!(world.refusal("sy.chair", |f, v, at| thread::settle(f, v, &thread, false, at)), NothingChanged);
    let settling = Settling {
        id: "s".into(),
        thread_id: thread.start.id.clone(),
        project_id: thread.start.project_id.clone(),
        audience: Audience::Joint,
        number: 1,
        person_id: "sy.chair".into(),
    };
    thread.settlings.push((settling, domain::time::Timestamp(1)));
    assert_eq!(world.refusal("il.chair", |f, v, at| thread::settle(f, v, &thread, true, at)), NothingChanged);
    assert!(world.attempt("il.chair", |f, v, at| thread::settle(f, v, &thread, false, at)).is_ok());
}

fn spot(world: &World, paragraph: usize) -> Spot {
    let content_hash = world.facts.newest.as_ref().map(|version| version.content_hash.clone()).unwrap_or_default();
    Spot { content_hash, section: "summary".to_owned(), lang: Lang::En, paragraph }
}

#[test]
fn a_thread_is_tied_to_a_paragraph_that_the_newest_version_has() {
    let world = energy();
    let about = |spot: Spot| {
        move |f: &_, v: &_, at| {
            let new = NewThread { spot: Some(spot.clone()), ..deeds::new_thread(Audience::Joint) };
            thread::open(f, v, &new, &note("words").into(), at)
        }
    };
    assert!(world.attempt("sy.member", about(spot(&world, 1))).is_ok());
    let old = Spot { content_hash: "0".repeat(64), ..spot(&world, 1) };
    let nowhere = Spot { section: "patient_data".to_owned(), ..spot(&world, 1) };
    for wrong in [old, nowhere, spot(&world, 0), spot(&world, 99)] {
        assert_eq!(world.refusal("sy.member", about(wrong)), StaleVersion);
    }
}

#[test]
fn nobody_hears_of_a_thread_who_may_not_read_it() {
    let world = energy();
    let naming = |audience, name: &str| {
        let named = world.cast.iter().find(|one| one.person_id.as_str() == name).expect("somebody of the cast").clone();
        move |f: &_, v: &_, at| {
            let first = NewMessage { mentioned: vec![named.clone()], ..note("words").into() };
            thread::open(f, v, &deeds::new_thread(audience), &first, at)
        }
    };
    assert!(world.attempt("il.chair", naming(Audience::Joint, "sy.member")).is_ok());
    for (audience, name) in [
        (Audience::CaucusIl, "sy.member"),
        (Audience::CaucusIl, "us.officer"),
        (Audience::ChannelIl, "il.member"),
        (Audience::ChannelIl, "none.secretariat"),
        (Audience::Joint, "none.administrator"),
    ] {
        assert_eq!(world.refusal("il.chair", naming(audience, name)), NotPermitted, "{name}");
    }
}

#[test]
fn an_answer_answers_a_message_of_its_own_thread() {
    let world = energy();
    let (one, other) = (opened(&world, "il.member"), opened(&world, "sy.member"));
    let to = |message: &Message| {
        let (answers, thread) = (Some(message.start.id.clone()), one.clone());
        move |f: &_, v: &_, at| thread::post(f, v, &thread, &NewMessage { answers: answers.clone(), ..note("yes").into() }, at)
    };
    assert!(world.attempt("sy.member", to(&one.messages[0])).is_ok());
    assert_eq!(world.refusal("sy.member", to(&other.messages[0])), NotPermitted);
}
