//! How many statements a page takes does not depend on how much there is: each page is counted with the demonstration, and
//! again when many projects, threads and messages have come. `cargo xtask bench` says the same for 10,000 projects.
#![allow(clippy::expect_used, clippy::unwrap_used, missing_docs, reason = "a test says what it expects")]

mod portal;

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use portal::{Client, Portal, text, traced};

/// A project in discussion, of the group of those who ask.
const CODE: &str = "AGR-2026-004";
const GROUP: &str = "agriculture";

/// The statements that the portal logged while it answered one request.
fn statements(portal: &Portal, client: &Client, path: &str) -> usize {
    assert_eq!(client.get(path).status(), 200, "{path}");
    let before = settled(portal, 0);
    assert_eq!(client.get(path).status(), 200, "{path}");
    settled(portal, before + 1);
    let log = portal.log();
    let lines: Vec<_> = log.lines().collect();
    let ends: Vec<_> = lines.iter().enumerate().filter(|(_, line)| is_answer(line)).map(|(place, _)| place).collect();
    let [.., from, to] = ends.as_slice() else { panic!("two answers were logged") };
    // A connection that the pool opens meanwhile sets itself up, and a job looks whether mail waits; that belongs to no page.
    let beside = |line: &str| ["pragma", "outbox"].iter().any(|word| line.to_lowercase().contains(word));
    let of_page = |line: &&&str| line.contains("\"target\":\"sqlx::query\"") && !beside(line);
    lines[from + 1..*to].iter().filter(of_page).count()
}

fn is_answer(line: &str) -> bool {
    line.contains("\"message\":\"answered\"")
}

/// Waits until at least so many answers are logged, and a moment more for what may still be on its way; how many there are.
fn settled(portal: &Portal, least: usize) -> usize {
    let began = Instant::now();
    loop {
        std::thread::sleep(Duration::from_millis(15));
        let count = portal.log().lines().filter(|line| is_answer(line)).count();
        if count >= least {
            return count;
        }
        assert!(began.elapsed() < Duration::from_secs(10), "the portal logs its answers");
    }
}

/// Every page for members of a group, at addresses that exist.
fn pages(client: &Client) -> Vec<String> {
    let discussion = text(&mut client.get(&format!("/desk/projects/{CODE}/discussion")));
    let link = format!("/desk/projects/{CODE}/discussion/");
    let id =
        discussion.split(&link).skip(1).filter_map(|rest| rest.split('"').next()).find(|id| !id.contains('/')).expect("a thread");
    let routes = portal::routes();
    let pages = routes["pages"].as_array().expect("pages");
    let notes = text(&mut client.get("/desk/notes"));
    let note = notes.split("href=\"/desk/notes/").skip(1).find(|rest| rest.starts_with("IL-")).expect("a note");
    let number = note.split('"').next().expect("a link ends");
    let meetings = text(&mut client.get("/desk/meetings"));
    let meeting = meetings.split("href=\"/desk/meetings/").skip(1).filter_map(|rest| rest.get(..26)).last().expect("a meeting");
    let matters = text(&mut client.get("/desk/matters"));
    let matter = matters.split("href=\"/desk/matters/").skip(1).filter_map(|rest| rest.get(..26)).last().expect("a matter");
    let of = |path: &str| {
        let places = [("/desk/meetings", meeting), ("/desk/matters", matter)];
        let id = places.into_iter().find(|(start, _)| path.starts_with(start)).map_or(id, |(_, id)| id);
        let pairs = [
            ("{code}", CODE),
            ("{slug}", GROUP),
            ("{section}", "summary"),
            ("{subject}", CODE),
            ("{id}", id),
            ("{audience}", "joint"),
            ("{number}", number),
        ];
        pairs.iter().fold(path.to_owned(), |path, (name, value)| path.replace(name, value))
    };
    let desk = pages
        .iter()
        .filter_map(|page| page["path"].as_str())
        .filter(|path| path.starts_with("/desk") && !path.starts_with("/desk/admin"));
    let searches = ["q=words", "q=draft&sector=agriculture&kind=project", "q=words&stage=in_discussion&age=week&page=2"];
    desk.map(of).chain(searches.iter().map(|query| format!("/desk/search?{query}"))).collect()
}

fn count(portal: &Portal, client: &Client, pages: &[String]) -> BTreeMap<String, usize> {
    pages.iter().map(|path| (path.clone(), statements(portal, client, path))).collect()
}

/// Many drafts, threads, messages and edits, each through its form.
fn grow(client: &mut Client, page: &str) {
    for number in 0..30 {
        let title = format!("Draft {number}");
        let fields = [("group", GROUP), ("proposer", "own"), ("source", "en"), ("title", title.as_str())];
        client.does("/desk/projects/new", "/do/start-project", &fields);
    }
    for number in 0..12 {
        let (title, words) = (format!("Thread {number}"), "Words".repeat(number + 1));
        let fields = [("title", title.as_str()), ("text", words.as_str()), ("note_language", "en")];
        client.does(&format!("/desk/projects/{CODE}/discussion/new/joint"), "/do/open-thread", &fields);
        let fields = [("text", words.as_str()), ("note_language", "en")];
        client.does(page, "/do/post-message", &fields);
        let section = format!("/desk/projects/{CODE}/edit/summary");
        client.does(&section, "/do/save-text", &[("text_en", words.as_str())]);
    }
}

#[test]
fn a_page_takes_as_many_statements_with_much_as_with_little() {
    let portal = traced();
    let mut dan = portal.person("dan@il.example");
    // Whoever signs in is told of it by mail, which takes statements of its own.
    std::thread::sleep(Duration::from_secs(4));
    let pages = pages(&dan);
    assert!(pages.len() > 18, "{pages:?}");
    let few = count(&portal, &dan, &pages);
    let thread = pages.iter().find(|path| path.contains("/discussion/") && !path.contains("/new/")).expect("a thread's page");
    grow(&mut dan, thread);
    let many = count(&portal, &dan, &pages);
    assert_eq!(few, many);
    let most = few.values().max().copied().unwrap_or_default();
    assert!((1..=50).contains(&most), "a page takes {most} statements: {few:?}");
    // Five of them tell who asks: session, account, roles and mandates, offices, what is unread.
    for (path, most) in [("/desk/search?", 6), ("/desk/projects", 7)] {
        let (page, count) = few.iter().find(|(page, _)| page.starts_with(path)).expect("it is a page");
        assert!(*count <= most, "{page} takes {count} statements");
    }
}
