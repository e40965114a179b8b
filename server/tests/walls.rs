//! The walls from outside: the gate, tokens, sessions, headers, and that what is not for somebody does not exist for them.
#![allow(clippy::expect_used, clippy::unwrap_used, missing_docs, reason = "a test says what it expects")]

mod portal;

use portal::pages::{is_id, without_tokens};
use portal::{Client, Portal, hidden, on_both, routes, text};

#[test]
fn the_gate_and_the_headers_hold() {
    on_both(|portal| {
        a_public_page_has_no_script_and_sets_no_cookie(portal);
        a_first_visit_is_light(portal);
        every_answer_carries_its_headers(portal);
        a_foreign_origin_or_a_missing_token_does_nothing(portal);
        a_report_of_a_browser_is_taken_in_its_own_form_only(portal);
        a_field_that_is_not_listed_or_comes_twice_is_refused(portal);
        every_form_refuses_whoever_is_not_signed_in(portal);
    });
}

#[test]
fn people_get_in_and_find_what_is_theirs() {
    on_both(|portal| {
        every_desk_path_sends_the_public_to_sign_in(portal);
        wrong_unknown_and_empty_get_one_answer(portal);
        what_is_not_for_a_reader_looks_like_what_does_not_exist(portal);
        no_page_shows_a_caucus_to_the_other_side(portal);
        signing_out_ends_the_session(portal);
    });
}

fn a_public_page_has_no_script_and_sets_no_cookie(portal: &Portal) {
    let client = portal.anyone();
    for path in ["/en", "/he/projects", "/ar/projects/ENE-2026-001", "/en/how-approval-works", "/he/accessibility"] {
        let mut answer = client.get(path);
        assert_eq!(answer.status(), 200, "{path}");
        assert!(answer.headers().get("set-cookie").is_none(), "{path}");
        let tag = answer.headers()["etag"].to_str().expect("a tag is text").to_owned();
        let page = text(&mut answer);
        assert!(!page.contains("<script") && !page.contains("<!>"), "{path}");
        assert_eq!(client.get_with(path, &[("if-none-match", &tag)]).status(), 304, "{path}");
    }
    assert_eq!(client.get("/fr").status(), 404);
    assert_eq!(client.get("/en/projects/MED-2026-004").status(), 404, "tabled, never published");
}

/// The first visit, without fonts: the page and its one stylesheet, both compressed.
fn a_first_visit_is_light(portal: &Portal) {
    let client = portal.anyone();
    for path in ["/en", "/ar/projects/ENE-2026-001"] {
        let page = text(&mut client.get(path));
        let style = page
            .split("href=\"")
            .find_map(|part| part.split('"').next().filter(|place| place.ends_with(".css")))
            .expect("one stylesheet");
        let size = |path: &str| {
            let mut answer = client.get_with(path, &[("accept-encoding", "br")]);
            assert_eq!(answer.headers()["content-encoding"], "br", "{path}");
            answer.body_mut().read_to_vec().expect("a body").len()
        };
        let total = size(path) + size(style);
        assert!(total <= 20 * 1024, "{path}: {total} bytes");
    }
}

fn every_answer_carries_its_headers(portal: &Portal) {
    let client = portal.anyone();
    for path in ["/en", "/desk", "/en/sign-in", "/nowhere", "/healthz", "/assets/none"] {
        let answer = client.get(path);
        for name in ["content-security-policy", "x-content-type-options", "referrer-policy", "cross-origin-opener-policy"] {
            assert!(answer.headers().contains_key(name), "{path} has no {name}");
        }
        assert!(!answer.headers().contains_key("server"), "{path}");
        assert!(!answer.headers().contains_key("access-control-allow-origin"), "{path}");
    }
    let policy = client.get("/en/sign-in").headers()["content-security-policy"].to_str().expect("it is text").to_owned();
    assert!(
        policy.contains("script-src 'nonce-") && !policy.contains("unsafe-inline") && !policy.contains("strict-dynamic"),
        "{policy}"
    );
}

fn a_foreign_origin_or_a_missing_token_does_nothing(portal: &Portal) {
    let mut noa = portal.person("noa@il.example");
    let page = text(&mut noa.get("/desk"));
    let token = hidden(&page, "/do/language", "form_token").expect("the form has a token");
    let fields = [("form_token", token.as_str()), ("back", "/desk"), ("lang", "en")];
    assert_eq!(noa.post("/do/language", &fields, &[("origin", "https://evil.example")]).status(), 403);
    assert_eq!(noa.post("/do/language", &fields, &[("origin", "null")]).status(), 403);
    assert_eq!(noa.post("/do/language", &fields, &[("sec-fetch-site", "cross-site")]).status(), 403);
    assert_eq!(noa.post("/do/language", &fields[1..], &[]).status(), 403);
    let mut omar = portal.person("omar@sy.example");
    let answer = omar.post("/do/language", &fields, &[]);
    assert!(answer.headers()["location"].to_str().is_ok_and(|place| place.contains("form=")), "another session's token");
    assert!(text(&mut omar.get("/desk")).contains("<html lang=\"ar\""), "the form comes back and does nothing");
    assert!(text(&mut noa.get("/desk")).contains("<html lang=\"he\""), "nothing was changed");
    assert_eq!(noa.post("/do/language", &fields, &[]).status(), 303);
    assert!(text(&mut noa.get("/desk")).contains("<html lang=\"en\""));
}

fn a_field_that_is_not_listed_or_comes_twice_is_refused(portal: &Portal) {
    let mut noa = portal.person("noa@il.example");
    let page = text(&mut noa.get("/desk"));
    let token = hidden(&page, "/do/language", "form_token").expect("the form has a token");
    let token = ("form_token", token.as_str());
    assert_eq!(noa.post("/do/language", &[token, ("lang", "he"), ("party", "us")], &[]).status(), 400);
    assert_eq!(noa.post("/do/language", &[token, ("lang", "he"), ("lang", "en")], &[]).status(), 400);
    assert_eq!(noa.post("/do/nothing", &[token], &[]).status(), 404);
    assert_eq!(noa.post("/desk", &[token], &[]).status(), 405);
}

fn every_form_refuses_whoever_is_not_signed_in(portal: &Portal) {
    for form in routes()["forms"].as_array().expect("a list") {
        let path = form["path"].as_str().expect("a path");
        let mut anyone = portal.anyone();
        assert_eq!(anyone.post(path, &[("form_token", "x")], &[]).status(), 403, "{path}");
        assert!(!text(&mut anyone.get("/healthz")).is_empty());
    }
}

fn every_desk_path_sends_the_public_to_sign_in(portal: &Portal) {
    let client = portal.anyone();
    for path in ["/desk", "/desk/projects/ENE-2026-001", "/desk/projects/NONE", "/desk/nowhere", "/desk/files/x"] {
        let answer = client.get(path);
        assert_eq!(answer.status(), 303, "{path}");
        let place = answer.headers()["location"].to_str().expect("it is text");
        assert_eq!(place, format!("/en/sign-in?next={path}"));
    }
}

fn wrong_unknown_and_empty_get_one_answer(portal: &Portal) {
    let mut sentences = Vec::new();
    for (email, password) in [("noa@il.example", "wrong"), ("nobody@il.example", "wrong"), ("", "")] {
        let mut client = portal.anyone();
        let answer = client.send("/en/sign-in", "/do/sign-in", &[("email", email), ("password", password), ("next", "/desk")]);
        let place = answer.headers()["location"].to_str().expect("it is text").to_owned();
        let mut shown = client.get(&place);
        assert_eq!(shown.status(), 422, "{email}");
        let page = text(&mut shown);
        let sentence = page
            .split("id=\"sign-in-email-error\"")
            .nth(1)
            .and_then(|rest| rest.split("</p>").next())
            .expect("a sentence")
            .to_owned();
        assert!(!page.contains("wrong\""), "a password never comes back");
        sentences.push(sentence);
    }
    sentences.dedup();
    assert_eq!(sentences.len(), 1);
}

fn seen(client: &Client, path: &str) -> (u16, String) {
    let mut answer = client.get(path);
    (answer.status().as_u16(), without_tokens(&text(&mut answer), path))
}

fn what_is_not_for_a_reader_looks_like_what_does_not_exist(portal: &Portal) {
    let (maya, hala, erik) =
        (portal.person("maya@il.example"), portal.person("hala@sy.example"), portal.person("erik@admin.example"));
    let list = text(&mut maya.get("/desk/projects?stage=draft"));
    let draft =
        list.split("/desk/projects/").find_map(|part| part.split('"').next().filter(|id| is_id(id))).expect("a draft of Israel");
    assert_eq!(maya.get(&format!("/desk/projects/{draft}")).status(), 200, "{draft}");
    let unknown = seen(&hala, "/desk/projects/00000000000000000000000000");
    assert_eq!(unknown.0, 404);
    for page in ["", "/edit", "/discussion", "/history"] {
        assert_eq!(seen(&hala, &format!("/desk/projects/{draft}{page}")), unknown, "{page}");
    }
    assert_eq!(seen(&erik, "/desk/projects/ENE-2026-001").0, 404, "an administrator reads nothing");
    assert!(!text(&mut hala.get("/desk/projects")).contains(draft));
}

fn no_page_shows_a_caucus_to_the_other_side(portal: &Portal) {
    let noa = portal.person("noa@il.example");
    let omar = portal.person("omar@sy.example");
    let mine = text(&mut noa.get("/desk/projects/ENE-2026-001/discussion"));
    let caucus = mine.split("audience--caucus").nth(1).expect("Israel has a caucus here");
    let id =
        caucus.split("/discussion/").find_map(|part| part.split('"').next().filter(|id| is_id(id))).expect("it has a thread");
    assert_eq!(noa.get(&format!("/desk/projects/ENE-2026-001/discussion/{id}")).status(), 200);
    assert_eq!(omar.get(&format!("/desk/projects/ENE-2026-001/discussion/{id}")).status(), 404);
    for page in ["", "/discussion", "/history", "/text", "/versions", "/ballot", "/summary"] {
        assert!(!text(&mut omar.get(&format!("/desk/projects/ENE-2026-001{page}"))).contains(id), "{page}");
    }
}

fn signing_out_ends_the_session(portal: &Portal) {
    let mut samir = portal.person("samir@sy.example");
    let kept = samir.get("/desk").status();
    let answer = samir.send("/desk", "/do/sign-out", &[]);
    assert_eq!((kept.as_u16(), answer.status().as_u16()), (200, 303));
    assert!(answer.headers().contains_key("clear-site-data"));
    assert!(samir.has_cookies());
    assert_eq!(samir.get("/desk").status(), 303);
}

fn a_report_of_a_browser_is_taken_in_its_own_form_only(portal: &Portal) {
    let mut client = portal.anyone();
    let report = br#"{"csp-report":{"effective-directive":"style-src-attr","blocked-uri":"inline"}}"#;
    assert_eq!(client.post_body("/csp", "application/csp-report", report).status(), 204);
    assert_eq!(client.post_body("/csp", "application/csp-report", b"{}").status(), 400);
    assert_eq!(client.post_body("/csp", "application/x-www-form-urlencoded", report).status(), 415);
    assert_eq!(client.post_body("/do/sign-in", "application/csp-report", report).status(), 415);
    assert_eq!(client.post_body("/csp", "application/csp-report", &vec![b' '; 17_000]).status(), 413);
    assert!(!client.has_cookies());
    let many = (0..30).map(|_| client.post_body("/csp", "application/csp-report", report).status().as_u16()).max();
    assert_eq!(many, Some(429), "nobody fills the log");
}
