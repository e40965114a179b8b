//! Getting in: a person sees where they are signed in and ends it; an address that guesses is closed, and no other.
#![allow(clippy::expect_used, clippy::unwrap_used, missing_docs, reason = "a test says what it expects")]

mod portal;

use portal::{Client, behind_a_proxy, hidden, on_sqlite, text};

const PAGE: &str = "/desk/account/sessions";

fn names(client: &Client) -> Vec<String> {
    let page = text(&mut client.get(PAGE));
    let forms = page.split("action=\"/do/end-session\"").skip(1);
    forms.filter_map(|form| Some(form.split("name=\"session\" value=\"").nth(1)?.split('"').next()?.to_owned())).collect()
}

#[test]
fn a_person_ends_the_own_sessions_one_by_one_or_all_and_nobody_elses() {
    let portal = on_sqlite();
    let (mut here, there, elsewhere) =
        (portal.person("dan@il.example"), portal.person("dan@il.example"), portal.person("dan@il.example"));
    let mut rana = portal.person("rana@sy.example");
    let (own, hers) = (names(&here), names(&rana));
    assert_eq!((own.len(), hers.len()), (2, 0), "the session that asks is not offered");
    let foreign = names(&there).into_iter().find(|name| !own.contains(name)).expect("the first session");
    assert_eq!(rana.post("/do/end-session", &[("session", foreign.as_str())], &[]).status(), 403, "no token, no deed");
    let token = hidden(&text(&mut rana.get(PAGE)), "/do/stay", "form_token").expect("a page has a token");
    for (path, session) in [("/do/end-session", Some(foreign.as_str())), ("/do/end-other-sessions", None)] {
        let fields: Vec<_> = [("form_token", token.as_str())].into_iter().chain(session.map(|name| ("session", name))).collect();
        assert_eq!(rana.post(path, &fields, &[]).status(), 303);
    }
    for client in [&here, &there, &elsewhere] {
        assert_eq!(client.get(PAGE).status(), 200, "others' sessions are untouched");
    }
    assert_eq!(here.send(PAGE, "/do/end-session", &[("session", own[0].as_str())]).status(), 303);
    let ended = [&there, &elsewhere].iter().filter(|client| client.get(PAGE).status() == 303).count();
    assert_eq!(ended, 1);
    assert_eq!(here.send(PAGE, "/do/end-other-sessions", &[]).status(), 303);
    assert!([&there, &elsewhere].iter().all(|client| client.get(PAGE).status() == 303));
    assert_eq!((here.get(PAGE).status().as_u16(), names(&here).len()), (200, 0));
    let events = text(&mut portal.person("erik@admin.example").get("/desk/admin/events?kind=end_sessions"));
    assert_eq!(events.matches("<th scope=\"row\">").count(), 2, "each deed that ended something is recorded");
}

/// Tries to sign in from an address behind the proxy; where it leads.
fn knock(client: &mut Client, address: &str, email: &str, password: &str) -> String {
    let page = text(&mut client.get("/en/sign-in"));
    let fields = ["form_token", "form_key", "back"].map(|name| (name, hidden(&page, "/do/sign-in", name).unwrap_or_default()));
    let mut all: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    all.extend([("email", email), ("password", password), ("next", "/desk")]);
    let answer = client.post("/do/sign-in", &all, &[("x-forwarded-for", address)]);
    answer.headers()["location"].to_str().expect("an address").to_owned()
}

#[test]
fn an_address_that_guesses_many_names_is_closed_and_no_other_is() {
    let portal = behind_a_proxy();
    let mut client = portal.anyone();
    // The first answer brings the cookie of the form.
    let _ = client.send("/en/sign-in", "/do/sign-in", &[("email", "nobody@il.example"), ("password", "x"), ("next", "/desk")]);
    for number in 0..34 {
        knock(&mut client, "203.0.113.7", &format!("nobody{number}@il.example"), "a guess that is long enough");
    }
    let closed = knock(&mut client, "198.51.100.9, 203.0.113.7", "dan@il.example", "demonstration only");
    assert!(closed.starts_with("/en/sign-in?form="), "the right password gets the same answer: {closed}");
    assert_eq!(knock(&mut client, "203.0.113.8", "dan@il.example", "demonstration only"), "/desk");
}

#[test]
fn whoever_asks_for_more_than_anybody_reads_or_writes_waits_and_nobody_else_does() {
    let portal = behind_a_proxy();
    let (mut eager, other) = (portal.person("dan@il.example"), portal.person("rana@sy.example"));
    let from = [("x-forwarded-for", "203.0.113.7")];
    let search = |client: &Client| client.get_with("/desk/search?q=wheat", &from).status().as_u16();
    let answers: Vec<_> = (0..45).map(|_| search(&eager)).collect();
    assert!(answers[..30].iter().all(|status| *status == 200) && answers.contains(&429), "{answers:?}");
    assert_eq!(eager.get_with("/desk/projects/AGR-2026-004/word-file", &from).status(), 429, "files come out of the same budget");
    assert_eq!((search(&other), eager.get_with("/desk", &from).status().as_u16()), (200, 200));
    let token = hidden(&text(&mut eager.get("/desk/account")), "/do/theme", "form_token").expect("a token");
    let mut send = |key: String| {
        let fields = [("form_token", token.as_str()), ("form_key", key.as_str()), ("back", "/desk/account"), ("theme", "dark")];
        eager.post("/do/theme", &fields, &from)
    };
    let mut refused = (0..200).map(|number| send(number.to_string())).find(|answer| answer.status() == 429).expect("it runs out");
    assert_eq!(refused.headers()["retry-after"], "10");
    assert!(text(&mut refused).contains("<h1"), "in words");
}

#[test]
fn the_table_of_permissions_is_shown_to_administrators_and_is_no_page_for_others() {
    let portal = on_sqlite();
    let page = "/desk/admin/permissions";
    let mut shown = portal.person("erik@admin.example").get(page);
    assert_eq!(shown.status(), 200);
    let rows = domain::policy::Action::ALL.len() + domain::permission::TABLE.len() + domain::party::Audience::ALL.len();
    assert_eq!(text(&mut shown).matches("<th scope=\"row\">").count(), rows);
    for email in ["noa@il.example", "ana@secretariat.example", "helen@us.example"] {
        assert_eq!(portal.person(email).get(page).status(), 404, "{email}");
    }
    assert_eq!(portal.anyone().get(page).status(), 303);
}

#[test]
fn a_form_key_that_was_used_elsewhere_does_not_stand_in_for_the_password() {
    let portal = on_sqlite();
    let mut dan = portal.person("dan@il.example");
    let thread = [("form_key", "used"), ("title", "Wells"), ("text", "How deep?"), ("note_language", "en")];
    let answer = dan.send("/desk/projects/AGR-2026-004/discussion/new/joint", "/do/open-thread", &thread);
    assert!(!answer.headers()["location"].to_str().expect("an address").contains("form="), "the key is used");
    let keys = "/desk/account/security";
    let change = [("form_key", "used"), ("password", "not the password"), ("new_password", "seven unrelated words here")];
    let answer = dan.send(keys, "/do/password", &change);
    assert!(answer.headers()["location"].to_str().expect("an address").contains("form="), "asked again all the same");
    assert_eq!(portal.person("dan@il.example").get("/desk").status(), 200, "the password is the old one");
    let mut tamar = portal.person("tamar@il.example");
    let list = text(&mut tamar.get("/desk/admin/people"));
    let page = list.split("href=\"/desk/admin/people/").nth(2).and_then(|rest| rest.split('"').next()).expect("somebody");
    let page = format!("/desk/admin/people/{page}");
    let link = [("form_key", "again"), ("password", "demonstration only")];
    let shown = |client: &mut Client, fields: &[(&str, &str)]| {
        let answer = client.send(&page, "/do/new-link", fields);
        let place = answer.headers()["location"].to_str().expect("an address").to_owned();
        text(&mut client.get(&place)).contains("/invitation?key=")
    };
    assert!(shown(&mut tamar, &link));
    assert!(!shown(&mut tamar, &link), "the same form again makes no second link");
    assert!(!shown(&mut tamar, &link[..1]), "least of all without the password");
}

#[test]
fn a_file_is_not_read_from_strangers() {
    let portal = on_sqlite();
    let large = "x".repeat(2_000_000);
    let mut stranger = portal.anyone();
    let answer = stranger.post_files("/do/attach", &[("form_token", "x"), ("project", "AGR-2026-004")], &[("wells.txt", &large)]);
    assert_eq!(answer.status(), 403);
}
