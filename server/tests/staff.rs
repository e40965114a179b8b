//! The people of a side: invited, given and losing roles, suspended and let in again; by their own head alone, for the supervisor by
//! two officers, and never by another side.
#![allow(clippy::expect_used, clippy::unwrap_used, missing_docs, reason = "a test says what it expects")]

mod portal;

use portal::{Client, Portal, on_postgres, on_sqlite, text};

const LIST: &str = "/desk/admin/people";
const PASSWORD: (&str, &str) = ("password", "demonstration only");

fn on_both(check: fn(&Portal)) {
    check(&on_sqlite());
    if let Some(portal) = on_postgres() {
        check(&portal);
    }
}

#[test]
fn a_side_manages_its_own_people() {
    on_both(|portal| {
        only_heads_and_officers_find_the_page(portal);
        a_head_invites_and_the_newcomer_comes_in(portal);
        an_invitation_that_is_not_whole_comes_back(portal);
        a_suspended_person_is_nobody_at_once(portal);
        a_role_that_ends_takes_its_rights_along(portal);
        two_officers_let_somebody_in(portal);
        a_mandate_rests_on_a_letter_that_only_the_own_side_reads(portal);
        a_name_is_open_only_where_head_and_person_agree(portal);
    });
}

/// Where a form leads, and the page there.
fn send(client: &mut Client, page: &str, action: &str, fields: &[(&str, &str)]) -> (String, u16, String) {
    let answer = client.send(page, action, fields);
    assert_eq!(answer.status(), 303, "{action}");
    let place = answer.headers()["location"].to_str().expect("an address").to_owned();
    let mut shown = client.get(&place);
    (place, shown.status().as_u16(), text(&mut shown))
}

/// The page of the person with this name.
fn page_of(client: &Client, name: &str) -> String {
    let list = text(&mut client.get(LIST));
    let row = list.split("<tr").find(|row| row.contains(name)).expect("the list has the person");
    row.split("href=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("a link").to_owned()
}

fn newcomer<'a>(email: &'a str, role: &'a str, group: &'a str) -> Vec<(&'a str, &'a str)> {
    let office = [("office_en", "Adviser"), ("office_he", "יועצת"), ("office_ar", "مستشارة")];
    let rest = [("name", "R. Newcomer"), ("email", email), ("role", role), ("group", group), ("until", "2099-01-01"), PASSWORD];
    rest.into_iter().chain(office).collect()
}

fn only_heads_and_officers_find_the_page(portal: &Portal) {
    for (email, status) in [
        ("tamar@il.example", 200),
        ("helen@us.example", 200),
        ("noa@il.example", 404),
        ("grace@us.example", 404),
        ("erik@admin.example", 404),
        ("ana@secretariat.example", 404),
    ] {
        let client = portal.person(email);
        assert_eq!(client.get(LIST).status(), status, "{email}");
        assert_eq!(client.get("/desk/admin/people/new").status(), status, "{email}");
    }
    let (tamar, layla) = (portal.person("tamar@il.example"), portal.person("layla@sy.example"));
    let page = page_of(&tamar, "Noa Peretz");
    assert_eq!((tamar.get(&page).status().as_u16(), layla.get(&page).status().as_u16()), (200, 404), "another side's people");
    assert!(!text(&mut layla.get(LIST)).contains("Peretz"));
}

fn a_head_invites_and_the_newcomer_comes_in(portal: &Portal) {
    let mut tamar = portal.person("tamar@il.example");
    let (place, status, page) =
        send(&mut tamar, "/desk/admin/people/new", "/do/invite", &newcomer("new@il.test", "member", "energy"));
    assert_eq!((place.starts_with(LIST), status), (true, 200));
    let link = page.split("/he/invitation?key=").nth(1).and_then(|rest| rest.split('<').next()).expect("the link is shown");
    let place = place.split('?').next().expect("an address");
    assert!(!text(&mut tamar.get(place)).contains(link), "once");
    let mut new = portal.anyone();
    let password = "three grey herons by the water";
    let set = new.send(&format!("/he/invitation?key={link}"), "/do/invitation", &[("new_password", password)]);
    assert_eq!(set.status(), 303);
    assert_eq!(
        new.send("/he/sign-in", "/do/sign-in", &[("email", "new@il.test"), ("password", password), ("next", "/desk")]).status(),
        303
    );
    assert_eq!(new.get("/desk/groups/energy").status(), 200);
    assert_eq!(new.get("/desk/groups/medicine").status(), 404, "the role is held in one group");
}

fn an_invitation_that_is_not_whole_comes_back(portal: &Portal) {
    let mut layla = portal.person("layla@sy.example");
    let good = newcomer("other@sy.test", "member", "energy");
    let wrong = [
        ("email", "layla@sy.example"),
        ("email", "nobody"),
        ("name", ""),
        ("office_he", ""),
        ("role", "officer"),
        ("group", "space"),
        ("until", "2001-01-01"),
        ("password", "wrong"),
    ];
    for (field, value) in wrong {
        let fields: Vec<_> = good.iter().map(|(name, old)| (*name, if *name == field { value } else { *old })).collect();
        let (_, status, page) = send(&mut layla, "/desk/admin/people/new", "/do/invite", &fields);
        assert_eq!(status, 422, "{field}={value}");
        assert!(page.contains("error-summary"));
    }
    let chair: Vec<_> = good.iter().map(|(name, old)| (*name, if *name == "role" { "co_chair" } else { *old })).collect();
    assert_eq!(send(&mut layla, "/desk/admin/people/new", "/do/invite", &chair).1, 422, "the seat is taken");
    assert!(!text(&mut layla.get(LIST)).contains("other@sy.test"));
}

fn a_suspended_person_is_nobody_at_once(portal: &Portal) {
    let (mut tamar, mut eli) = (portal.person("tamar@il.example"), portal.person("eli@il.example"));
    let (_, _, shown) = send(&mut eli, "/desk/account/notifications", "/do/renew-calendar", &[]);
    let feed = shown.split("/calendar/").nth(1).and_then(|rest| rest.split('<').next()).map(|key| format!("/calendar/{key}"));
    let feed = feed.expect("the address of the feed is shown once");
    assert_eq!(portal.anyone().get(&feed).status(), 200, "a calendar signs nobody in");
    let page = page_of(&tamar, "Eli Navon");
    assert_eq!(send(&mut tamar, &page, "/do/suspend", &[("password", "wrong")]).1, 422);
    assert_eq!(eli.get("/desk").status(), 200);
    assert_eq!(send(&mut tamar, &page, "/do/suspend", &[PASSWORD]).1, 200);
    assert_eq!(eli.get("/desk").status(), 303, "the next request");
    assert_eq!(portal.anyone().get(&feed).status(), 404, "nor does the calendar read on");
    let mut again = portal.anyone();
    let answer = again.send("/en/sign-in", "/do/sign-in", &[("email", "eli@il.example"), PASSWORD, ("next", "/desk")]);
    assert!(answer.headers()["location"].to_str().unwrap().contains("form="), "as if the password were wrong");
    assert_eq!(send(&mut tamar, &page, "/do/reinstate", &[PASSWORD]).1, 200);
    assert_eq!(portal.person("eli@il.example").get("/desk").status(), 200);
}

fn a_role_that_ends_takes_its_rights_along(portal: &Portal) {
    let (mut layla, nour) = (portal.person("layla@sy.example"), portal.person("nour@sy.example"));
    let page = page_of(&layla, "Nour Jabri");
    assert_eq!(nour.get("/desk/projects/ENE-2026-001").status(), 200);
    assert_eq!(send(&mut layla, &page, "/do/end-role", &[PASSWORD]).1, 200);
    assert_eq!(nour.get("/desk").status(), 303, "the session ended");
    let nour = portal.person("nour@sy.example");
    assert_eq!(nour.get("/desk/projects/ENE-2026-001").status(), 404, "without a role there is nothing to read");
    let role = [("role", "member"), ("group", "energy"), ("until", "2099-01-01"), PASSWORD];
    assert_eq!(send(&mut layla, &page, "/do/grant-role", &role).1, 200);
    assert_eq!(portal.person("nour@sy.example").get("/desk/projects/ENE-2026-001").status(), 200);
}

fn two_officers_let_somebody_in(portal: &Portal) {
    let (mut helen, mut james) = (portal.person("helen@us.example"), portal.person("james@us.example"));
    let proposal = helen.filled("/desk/admin/people/new", "/do/invite", &newcomer("new@us.test", "reviewer", ""));
    for _ in 0..2 {
        let answer = helen.post("/do/invite", &portal::borrowed(&proposal), &[]);
        assert!(answer.headers()["location"].to_str().unwrap().starts_with(LIST));
    }
    assert_eq!(text(&mut helen.get(LIST)).matches("new@us.test").count(), 1, "sent twice, proposed once");
    assert!(!text(&mut helen.get(LIST)).contains("/do/second-nomination"), "not by the one who proposed");
    let (place, status, page) = send(&mut james, LIST, "/do/second-nomination", &[PASSWORD]);
    assert_eq!((place.starts_with(LIST), status), (true, 200));
    assert!(page.contains("/en/invitation?key="));
    assert!(text(&mut helen.get(LIST)).contains("new@us.test"));
    assert!(!text(&mut james.get(LIST)).contains("/do/second-nomination"), "it is answered");
    send(&mut helen, "/desk/admin/people/new", "/do/invite", &newcomer("never@us.test", "officer", ""));
    assert_eq!(send(&mut james, LIST, "/do/drop-nomination", &[]).1, 200);
    assert!(!text(&mut james.get(LIST)).contains("never@us.test"));
    let mut tamar = portal.person("tamar@il.example");
    let noa = page_of(&tamar, "Noa Peretz");
    let (_, status, page) =
        send(&mut tamar, &noa, "/do/grant-role", &[("role", "co_chair"), ("group", "energy"), ("until", "2098-01-01"), PASSWORD]);
    assert!(status == 200 && page.contains("2098"), "a head renews the mandate of a co-chair");
    let (_, status, _) =
        send(&mut tamar, &noa, "/do/grant-role", &[("role", "co_chair"), ("group", "energy"), ("until", "2097-01-01"), PASSWORD]);
    assert_eq!(status, 409, "not by less than what is held");
    let grace = page_of(&helen, "Grace");
    let officer = [("role", "officer"), ("group", ""), ("until", "2099-01-01"), PASSWORD];
    send(&mut helen, &grace, "/do/grant-role", &officer);
    assert!(!text(&mut helen.get(&grace)).contains("2099"), "one officer gives no mandate");
    assert!(!text(&mut helen.get(LIST)).contains("/do/second-nomination"), "not by the one who proposed");
    let (place, status, page) = send(&mut james, LIST, "/do/second-nomination", &[PASSWORD]);
    assert_eq!((place.split('?').next(), status), (Some(grace.as_str()), 200));
    assert!(page.contains("2099"), "two officers do");
    let other = page_of(&helen, "James");
    let (place, ..) = send(&mut helen, &other, "/do/grant-role", &officer);
    assert!(place.starts_with(LIST), "a mandate is renewed in the same way: {place}");
    assert!(!text(&mut james.get(LIST)).contains("2100"));
}

/// A plain PDF, as far as anybody looks.
const LETTER: &str = "%PDF-1.7 the letter of appointment";

fn a_mandate_rests_on_a_letter_that_only_the_own_side_reads(portal: &Portal) {
    let mut tamar = portal.person("tamar@il.example");
    let fields = newcomer("signs@il.test", "signatory", "");
    let all = tamar.filled("/desk/admin/people/new", "/do/invite", &fields);
    let wrong = tamar.post_files("/do/invite", &portal::borrowed(&all), &[("letter.exe", "MZ")]);
    assert!(wrong.headers()["location"].to_str().unwrap().contains("form="), "no such kind");
    let all = tamar.filled("/desk/admin/people/new", "/do/invite", &fields);
    let done = tamar.post_files("/do/invite", &portal::borrowed(&all), &[("letter.pdf", LETTER)]);
    assert_eq!(done.status(), 303);
    let page = text(&mut tamar.get(done.headers()["location"].to_str().unwrap()));
    let letters: Vec<_> = page.split("href=\"/desk/letters/").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert_eq!(letters.len(), 3, "a mandate in each group rests on it");
    let path = format!("/desk/letters/{}", letters[0]);
    let mut answer = tamar.get(&path);
    assert_eq!(text(&mut answer), LETTER);
    assert!(answer.headers()["content-disposition"].to_str().unwrap().starts_with("attachment"));
    assert_eq!(portal.person("noa@il.example").get(&path).status(), 200);
    for foreign in ["layla@sy.example", "helen@us.example", "ana@secretariat.example", "erik@admin.example"] {
        assert_eq!(portal.person(foreign).get(&path).status(), 404, "{foreign}");
    }
    assert_eq!(portal.anyone().get(&path).status(), 303);
    assert_eq!(tamar.get("/desk/letters/none").status(), 404);
}

fn a_name_is_open_only_where_head_and_person_agree(portal: &Portal) {
    let (mut tamar, mut eli) = (portal.person("tamar@il.example"), portal.person("eli@il.example"));
    let page = page_of(&tamar, "Eli");
    let sees = |email: &str, name: &str| text(&mut portal.person(email).get("/desk/groups/energy")).contains(name);
    let name =
        text(&mut eli.get("/desk/account")).split("<bdi>").nth(1).and_then(|rest| rest.split('<').next()).unwrap().to_owned();
    assert!(!sees("nour@sy.example", &name));
    let offer = tamar.filled(&page, "/do/offer-profile", &[("profile", "joint"), PASSWORD]);
    for _ in 0..2 {
        let answer = tamar.post("/do/offer-profile", &portal::borrowed(&offer), &[]);
        assert!(answer.headers()["location"].to_str().unwrap().starts_with(&page), "sending it again is harmless");
    }
    assert!(!sees("nour@sy.example", &name), "an offer alone opens nothing");
    let (_, status, _) = send(&mut eli, "/desk/account", "/do/answer-profile", &[("answer", "accept")]);
    assert_eq!(status, 200);
    assert!(sees("nour@sy.example", &name) && sees("grace@us.example", &name));
    send(&mut eli, "/desk/account", "/do/answer-profile", &[("answer", "office")]);
    assert!(!sees("nour@sy.example", &name), "the person alone closes it");
    let foreign = portal.person("layla@sy.example").send(&page, "/do/offer-profile", &[("profile", "public"), PASSWORD]);
    assert_ne!(foreign.status(), 200);
    assert!(!text(&mut tamar.get(&page)).contains("Waits for the person"));
}
