//! Marked words are planted in every private place, through the forms, by the people whose place it is. Then everybody reads all
//! that they can reach, and asks for all that they have heard of: each word is found by exactly those who may read it, and what
//! is private to others changes nothing at all, no count and no order.
#![allow(clippy::expect_used, clippy::unwrap_used, missing_docs, reason = "a test says what it expects")]

mod place;
#[path = "../portal/mod.rs"]
mod portal;
mod reading;
mod streams;
mod world;

use std::sync::Mutex;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use place::{ANYONE, PEOPLE, Place};
use portal::{Portal, on_both};
use reading::reading;
use world::{Watch, World};

#[test]
fn what_is_private_is_found_by_its_readers_alone_and_changes_nothing_for_others() {
    on_both(|portal| {
        let mut world = World::enter(portal);
        counts_give_nothing_away(&mut world);
        streams::carry_nothing_of_other_audiences(&mut world);
        let stem = world.stem.clone();
        everybody_finds_what_is_theirs_and_nothing_else(world);
        no_mail_says_a_word_of_it(portal, &stem);
    });
}

/// Mail tells that something waits and where; of what was planted no mail holds a word, in no part and no header.
fn no_mail_says_a_word_of_it(portal: &Portal, stem: &str) {
    // The job looks every two seconds.
    std::thread::sleep(std::time::Duration::from_secs(5));
    let folder = std::fs::read_dir(portal.folder.join("mail")).expect("mail was written");
    let mails: Vec<_> = folder.flatten().filter_map(|file| std::fs::read_to_string(file.path()).ok()).collect();
    assert!(mails.len() >= PEOPLE.len(), "everybody heard of a new device");
    for mail in mails {
        let bodies = mail.split("\r\n\r\n").map(|part| part.split("\r\n--").next().unwrap_or_default().replace("\r\n", ""));
        let read = bodies.filter_map(|body| STANDARD.decode(body).ok()).map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
        let whole = format!("{mail}\n{}", read.collect::<Vec<_>>().join("\n")).to_ascii_lowercase();
        assert!(!whole.contains(stem), "{mail}");
    }
}

/// Each watch begins before, and ends after, something that its people may not know of.
fn counts_give_nothing_away(world: &mut World) {
    // Members of other groups, an administrator and the public may know of nothing that is planted.
    let others = ["maya@il.example", "rana@sy.example", "erik@admin.example", ANYONE];
    let (secretariat, syria) = (["ana@secretariat.example"], ["omar@sy.example"]);
    let mut others = world.watch(Watch::new(), &[&others[..], &secretariat, &syria].concat());
    let mut part = |who: &[&'static str]| who.iter().filter_map(|email| others.remove_entry(email)).collect::<Watch>();
    let (mut secretariat, syria) = (part(&secretariat), part(&syria));
    world.thread("grace@us.example", Place::Caucus("us"), "caucus-us");
    world.thread("tamar@il.example", Place::Channel("il"), "channel-il");
    world.note("noa@il.example", "il", "us");
    let supervisor = world.watch(Watch::new(), &["helen@us.example"]);
    world.thread("eli@il.example", Place::Caucus("il"), "caucus-il");
    world.draft("noa@il.example", "il");
    let israel = world.watch(syria, &["noa@il.example"]);
    world.thread("salma@sy.example", Place::Caucus("sy"), "caucus-sy");
    world.draft("omar@sy.example", "sy");
    world.watch(supervisor, &[]);
    world.thread("samir@sy.example", Place::Channel("sy"), "channel-sy");
    world.note("helen@us.example", "sy", "sy");
    world.thread("james@us.example", Place::Caucus("us"), "caucus-us");
    world.unsent("eli@il.example");
    secretariat.extend(israel);
    world.watch(secretariat, &[]);
    world.thread("omar@sy.example", Place::Joint, "joint");
    world.summary("noa@il.example");
    world.meeting("noa@il.example");
    world.watch(others, &[]);
}

fn everybody_finds_what_is_theirs_and_nothing_else(world: World) {
    let World { mut clients, stem, plants, code, .. } = world;
    let waiting = Mutex::new(clients.iter_mut().collect::<Vec<_>>());
    let next = || waiting.lock().expect("nobody has failed").pop();
    let one = || -> Vec<String> {
        let readers = std::iter::from_fn(next);
        readers.flat_map(|(email, client)| reading(email, client, &stem, &plants, &code)).collect()
    };
    let wrong: Vec<String> = std::thread::scope(|scope| {
        let threads = [(); 4].map(|()| scope.spawn(one));
        threads.into_iter().flat_map(|thread| thread.join().expect("everybody has read")).collect()
    });
    assert!(wrong.is_empty(), "{} things are wrong:\n{}", wrong.len(), wrong.join("\n"));
}
