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
fn the_table_of_permissions_is_shown_to_administrators_and_is_no_page_for_others() {
    let portal = on_sqlite();
    let page = "/desk/admin/permissions";
    let mut shown = portal.person("erik@admin.example").get(page);
    assert_eq!(shown.status(), 200);
    assert_eq!(text(&mut shown).matches("<th scope=\"row\">").count(), domain::policy::Action::ALL.len());
    for email in ["noa@il.example", "ana@secretariat.example", "helen@us.example"] {
        assert_eq!(portal.person(email).get(page).status(), 404, "{email}");
    }
    assert_eq!(portal.anyone().get(page).status(), 303);
}
