//! Two instances of the portal on one PostgreSQL: who is signed in at one is so at the other, and what is recorded at one is heard there.
#![allow(clippy::expect_used, clippy::unwrap_used, missing_docs, reason = "a test says what it expects")]

mod portal;

use std::io::{BufRead, BufReader};
use std::time::{Duration, Instant};

use portal::pages::links;
use portal::{Client, text};

const DISCUSSION: &str = "/desk/projects/AGR-2026-004/discussion";

/// A thread that both delegations read.
fn joint_thread(reader: &Client) -> String {
    let threads = links(&text(&mut reader.get(DISCUSSION)));
    let is_thread =
        |link: &&String| link.strip_prefix(DISCUSSION).is_some_and(|rest| portal::pages::is_id(rest.trim_matches('/')));
    threads.iter().find(is_thread).expect("there is a thread").clone()
}

#[test]
fn what_is_recorded_at_one_instance_is_heard_at_the_other() {
    let Some(first) = portal::on_postgres() else { return };
    let second = first.beside();
    let mut writer = first.person("dan@il.example");
    let reader = first.person("grace@us.example").at(&second);
    let thread = joint_thread(&reader);
    let stream = reader.get(&format!("{thread}/live"));
    assert_eq!(stream.status(), 200, "a session of the first instance holds at the second");
    let mut lines = BufReader::new(stream.into_body().into_reader()).lines();
    let said = Instant::now();
    assert_eq!(writer.send(&thread, "/do/post-message", &[("text", "Said at the first instance")]).status(), 303);
    while !lines.next().expect("the stream goes on").expect("it can be read").contains("Said at the first instance") {}
    // Without the notification it would be looked up after twenty seconds.
    assert!(said.elapsed() < Duration::from_secs(5), "{:?}", said.elapsed());
    assert!(second.stop(), "an instance that listens ends in order");
}
