//! Search as people use it: a list of queries in three languages over the demonstration, with what each must find and must not;
//! filters, pages, marks and bounds; on both databases.
#![allow(clippy::expect_used, clippy::unwrap_used, missing_docs, reason = "a test says what it expects")]

mod portal;

use std::collections::BTreeMap;

use portal::pages::plain;
use portal::{Client, Portal, on_both, text};
use serde::Deserialize;

#[derive(Deserialize)]
struct Queries {
    query: Vec<Query>,
}

#[derive(Deserialize)]
struct Query {
    typed: String,
    by: String,
    #[serde(default)]
    finds: Vec<String>,
    #[serde(default)]
    never: Vec<String>,
    #[serde(default)]
    nothing: bool,
}

fn encoded(text: &str) -> String {
    form_urlencoded::byte_serialize(text.as_bytes()).collect()
}

/// The words of a piece of a page, without tags.
fn words(html: &str) -> String {
    let parts = html.split('<').map(|part| part.split_once('>').map_or(part, |(_, words)| words));
    plain(&parts.collect::<String>())
}

/// The hits on a page, each as the words that it shows.
fn hits(page: &str) -> Vec<String> {
    page.split("<li class=\"hit\">").skip(1).filter_map(|part| part.split("</li>").next()).map(words).collect()
}

/// All hits of all pages of a search.
fn all(client: &Client, rest: &str) -> Vec<String> {
    let mut found = Vec::new();
    for page in 1..40 {
        let mut answer = client.get(&format!("/desk/search?{rest}&page={page}"));
        assert_eq!(answer.status(), 200, "{rest}");
        let on_page = hits(&text(&mut answer));
        let is_last = on_page.len() < 20;
        found.extend(on_page);
        if is_last {
            break;
        }
    }
    found
}

/// A query with the codes of projects in it, each found by a part of the project's title.
fn typed(query: &str, client: &Client) -> String {
    let Some((before, rest)) = query.split_once('{') else { return query.to_owned() };
    let (name, after) = rest.split_once('}').expect("a closed bracket");
    let (name, form) = name.split_once(' ').unwrap_or((name, ""));
    let list = text(&mut client.get("/desk/projects")) + &text(&mut client.get("/desk/projects?page=2"));
    let row = list.split("<tr>").find(|row| row.contains(name)).expect("the project is in the list");
    let code = row.split("/desk/projects/").nth(1).and_then(|rest| rest.split('"').next()).expect("it has a code").to_owned();
    let arabic = |letter: char| letter.to_digit(10).and_then(|digit| char::from_u32('٠' as u32 + digit)).unwrap_or(letter);
    let parts: Vec<&str> = code.split('-').collect();
    let said = match form {
        "lower" => code.to_lowercase(),
        "arabic" => code.chars().map(arabic).collect(),
        "spaced" => code.replace('-', " "),
        "joined" => code.replace('-', ""),
        "year" => parts[..2].join("-"),
        "number" => parts[2].to_owned(),
        _ => code,
    };
    format!("{before}{said}{after}")
}

fn english(portal: &Portal, email: &str) -> Client {
    let mut client = portal.person(email);
    assert_eq!(client.send("/desk/account", "/do/language", &[("lang", "en")]).status(), 303, "{email} reads English");
    client
}

#[test]
fn search_finds_what_it_must_and_nothing_that_it_must_not() {
    on_both(|portal| {
        every_query_of_the_list(portal);
        filters_narrow_and_are_taken_away_one_by_one(portal);
        what_is_found_is_marked_and_leads_to_where_it_stands(portal);
        odd_queries_are_answered_in_words(portal);
    });
}

fn every_query_of_the_list(portal: &Portal) {
    let list: Queries = toml::from_str(include_str!("search/queries.toml")).expect("the list is TOML");
    assert!(list.query.len() >= 60);
    let mut clients: BTreeMap<String, Client> = BTreeMap::new();
    let helen = english(portal, "helen@us.example");
    let mut wrong = Vec::new();
    for query in &list.query {
        let client = clients.entry(query.by.clone()).or_insert_with(|| english(portal, &query.by));
        let typed = typed(&query.typed, &helen);
        let found = all(client, &format!("q={}", encoded(&typed)));
        let holds = |wanted: &String| found.iter().any(|hit| wanted.split(" & ").all(|part| hit.contains(part)));
        let who = format!("{} with {typed:?}", query.by);
        wrong.extend(query.finds.iter().filter(|wanted| !holds(wanted)).map(|wanted| format!("{who} does not find {wanted}")));
        wrong.extend(query.never.iter().filter(|wanted| holds(wanted)).map(|wanted| format!("{who} finds {wanted}")));
        if query.nothing && !found.is_empty() {
            wrong.push(format!("{who} finds {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} of {} are wrong:\n{}", wrong.len(), list.query.len(), wrong.join("\n"));
}

fn filters_narrow_and_are_taken_away_one_by_one(portal: &Portal) {
    let helen = english(portal, "helen@us.example");
    let count = |rest: &str| all(&helen, &format!("q=hospital&{rest}")).len();
    let whole = count("");
    let by = |name: &str, values: &[&str]| values.iter().map(|value| count(&format!("{name}={value}"))).collect::<Vec<_>>();
    for (name, values) in [
        ("kind", vec!["project", "section", "note", "meeting", "point", "thread", "message", "file"]),
        ("sector", vec!["medicine", "energy", "agriculture"]),
        ("side", vec!["il", "sy", "joint"]),
    ] {
        let counts = by(name, &values);
        assert!(counts.iter().all(|&count| count < whole), "{name}: {counts:?} of {whole}");
        assert_eq!(counts.iter().sum::<usize>(), whole, "{name}: each hit has one");
    }
    let stages = [
        "tabled",
        "in_discussion",
        "group_ballot",
        "principals_ballot",
        "supervisor_review",
        "cleared",
        "implementing",
        "completed",
        "closed",
        "withdrawn",
        "declined",
        "lapsed",
        "draft",
    ];
    assert_eq!(by("stage", &stages).iter().sum::<usize>(), whole);
    let ages = by("age", &["week", "month", "quarter", "year", ""]);
    assert!(ages.is_sorted(), "{ages:?}");
    let page = text(&mut helen.get("/desk/search?q=hospital&sector=medicine&stage=tabled&kind=nonsense"));
    assert!(page.contains("href=\"/desk/search?q=hospital&amp;stage=tabled\""), "a filter in force is a link without it");
    let none = text(&mut helen.get("/desk/search?q=hospital&sector=agriculture&stage=draft"));
    assert!(none.contains("Clear filters") && none.contains("href=\"/desk/search?q=hospital\""));
}

fn what_is_found_is_marked_and_leads_to_where_it_stands(portal: &Portal) {
    let helen = english(portal, "helen@us.example");
    let page = text(&mut helen.get(&format!("/desk/search?q={}", encoded("כוויות"))));
    assert!(page.contains("<mark>בכוויות</mark>") && page.contains("lang=\"he\" dir=\"rtl\""), "marked in the original");
    let links = |kind: &str, words: &str| {
        let page = text(&mut helen.get(&format!("/desk/search?q={}&kind={kind}", encoded(words))));
        let heads = page.split("<p class=\"hit__head\">").skip(1);
        let found = heads.filter_map(|head| head.split("href=\"").nth(1)?.split('"').next());
        found.map(str::to_owned).collect::<Vec<_>>()
    };
    for (kind, words) in [
        ("project", "burn"),
        ("section", "burn"),
        ("note", "label printer"),
        ("meeting", "trial plots"),
        ("point", "register serial numbers"),
        ("thread", "reference scale"),
        ("message", "glossary 118 terms"),
    ] {
        assert!(!links(kind, words).is_empty(), "{kind}");
        for link in links(kind, words) {
            let (path, place) = link.split_once('#').unwrap_or((&link, ""));
            let mut answer = helen.get(path);
            assert_eq!(answer.status(), 200, "{link}");
            assert!(place.is_empty() || text(&mut answer).contains(&format!("id=\"{place}\"")), "{link} leads to its place");
        }
    }
    assert!(links("section", "burn").iter().all(|link| link.contains("/text#section-")), "to the aligned three");
}

fn odd_queries_are_answered_in_words(portal: &Portal) {
    let helen = english(portal, "helen@us.example");
    let ask = |typed: &str| {
        let mut answer = helen.get(&format!("/desk/search?q={}", encoded(typed)));
        assert_eq!(answer.status(), 200, "{typed}");
        text(&mut answer)
    };
    assert!(ask("").contains("It finds only what you may read."));
    for short in ["a", "ab", "ו", "  -  ", "\"'"] {
        assert!(ask(short).contains("Enter at least three letters."), "{short}");
    }
    for odd in [
        "\"",
        "' or 1=1 --",
        "burn* OR (",
        "a:b & | ! <-> '':*",
        "NEAR(burn)",
        "§gabc §kfile",
        "%00 burn \u{0} x",
        "😀😀😀😀",
        "{}[]^~\\\\",
    ] {
        let page = ask(odd);
        assert!(!page.contains("went wrong"), "{odd}");
    }
    let long = ask(&"burn ".repeat(500));
    assert!(long.contains("<mark>"), "what is over is left out");
    assert_eq!(helen.get("/desk/search?q=burn&page=999999&kind=x&age=y&side=z&stage=0").status(), 200);
    assert_eq!(portal.anyone().get("/desk/search?q=burn").status(), 303, "whoever is not signed in signs in first");
}
