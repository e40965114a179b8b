//! The inbox: what is done comes to those who may read it, stays unread until its owner says otherwise, and nobody else finds a trace of it.
#![allow(clippy::expect_used, clippy::unwrap_used, missing_docs, reason = "a test says what it expects")]

mod portal;

use std::time::{Duration, Instant};

use portal::{Client, Portal, on_both, text};

const INBOX: &str = "/desk/inbox";
const CODE: &str = "ENE-2026-001";
/// The button beside what is unread.
const UNREAD: &str = "action=\"/do/read-notice\"";

fn unread(client: &Client, topic: &str) -> usize {
    let mut page = client.get(&format!("{INBOX}?topic={topic}"));
    assert_eq!(page.status(), 200);
    text(&mut page).matches(UNREAD).count()
}

/// What the link to the inbox says in the head of the desk; it counts, in the person's own language.
fn label(client: &Client) -> String {
    let page = text(&mut client.get("/desk"));
    let link = page.split("href=\"/desk/inbox\"").nth(1).and_then(|rest| rest.split("</a>").next()).expect("the inbox is linked");
    link.to_owned()
}

fn open_thread(client: &mut Client, audience: &str) {
    let fields = [("title", "Which wells"), ("text", "The northern ones?"), ("note_language", "en")];
    let address = format!("/desk/projects/{CODE}/discussion/new/{audience}");
    assert_eq!(client.send(&address, "/do/open-thread", &fields).status(), 303);
}

#[test]
fn what_is_done_comes_to_its_readers_and_is_read_by_them() {
    on_both(|portal: &Portal| {
        let mut eli = portal.person("eli@il.example");
        let (mut noa, nour) = (portal.person("noa@il.example"), portal.person("nour@sy.example"));
        let karim = portal.person("karim@sy.example");
        let of = |client: &Client| unread(client, "discussion");
        let (own, ours, theirs, elsewhere) = (of(&eli), of(&noa), of(&nour), of(&karim));
        let (noas, nours) = (label(&noa), label(&nour));
        open_thread(&mut eli, "caucus_il");
        assert_ne!(label(&noa), noas, "what is unread is counted on every page");
        assert_eq!(label(&nour), nours, "and what is private to others is not");
        assert_eq!((of(&noa), of(&nour)), (ours + 1, theirs), "a caucus is for its own side");
        open_thread(&mut eli, "joint");
        assert_eq!((of(&noa), of(&nour)), (ours + 2, theirs + 1));
        assert_eq!(of(&eli), own, "nobody is told of what they did");
        assert_eq!(of(&karim), elsewhere, "another group hears nothing");
        assert_eq!(noa.send(INBOX, "/do/read-notice", &[]).status(), 303);
        assert_eq!(of(&noa), ours + 1, "one is read");
        assert_eq!(noa.send(INBOX, "/do/read-all-notices", &[]).status(), 303);
        let page = text(&mut noa.get(INBOX));
        assert!(!page.contains(UNREAD) && !page.contains("/do/read-all-notices"), "all are read");
        assert_eq!(of(&nour), theirs + 1, "what one has read, another has not");
    });
}

/// The way out that a digest in the spool names.
fn way_out(portal: &Portal) -> String {
    let began = Instant::now();
    while began.elapsed() < Duration::from_secs(30) {
        let mails = std::fs::read_dir(portal.folder.join("mail")).into_iter().flatten().flatten();
        let texts = mails.filter_map(|mail| std::fs::read_to_string(mail.path()).ok());
        let links = texts.filter_map(|mail| Some(mail.split("List-Unsubscribe: <").nth(1)?.split('>').next()?.to_owned()));
        if let Some(link) = links.into_iter().next() {
            return link.trim_start_matches(&portal.origin).to_owned();
        }
        std::thread::sleep(Duration::from_millis(100));
    }
    panic!("no digest came");
}

#[test]
fn a_digest_is_stopped_by_whoever_has_it_and_choices_are_kept() {
    on_both(|portal: &Portal| {
        let link = way_out(portal);
        let mut anybody = portal.anyone();
        let said = anybody.send(&link, "/do/unsubscribe", &[]);
        assert_eq!(said.status(), 303);
        let mut then = anybody.get(said.headers()["location"].to_str().expect("an address"));
        assert_eq!(then.status(), 200, "whoever has stopped them is told so, on the same page");
        assert!(text(&mut then).contains("/do/unsubscribe"));
        assert_eq!(anybody.get("/en/unsubscribe?key=AAAA").status(), 404, "nobody makes a key");
        let mut noa = portal.person("noa@il.example");
        let chosen = [("mentions", "daily"), ("decisions", "weekly"), ("texts", "none"), ("discussion", "at_once")];
        assert_eq!(noa.send("/desk/account/notifications", "/do/notify", &chosen).status(), 303);
        let page = text(&mut noa.get("/desk/account/notifications"));
        for (_, pace) in chosen {
            assert_eq!(page.matches(&format!("value=\"{pace}\" selected")).count(), 1, "{pace} is chosen once");
        }
        let unknown = [("mentions", "hourly"), ("decisions", "weekly"), ("texts", "none"), ("discussion", "at_once")];
        assert_eq!(noa.send("/desk/account/notifications", "/do/notify", &unknown).status(), 404);
    });
}
