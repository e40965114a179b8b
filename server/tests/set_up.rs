//! The first run: nothing but the set-up page opens, the key of the server's console opens it, and then it is gone for good.
#![allow(clippy::expect_used, clippy::unwrap_used, missing_docs, reason = "a test says what it expects")]

mod portal;

use portal::{Client, Portal, command, fresh_after, on_sqlite, text};

const FIELDS: [(&str, &str); 13] = [
    ("name_en", "Jordan Valley Portal"),
    ("name_he", "פורטל בקעת הירדן"),
    ("name_ar", "بوابة وادي الأردن"),
    ("il_name", "A. Levi"),
    ("il_email", "head@il.test"),
    ("sy_name", "L. Haddad"),
    ("sy_email", "head@sy.test"),
    ("us_name", "H. Ward"),
    ("us_email", "one@us.test"),
    ("us_second_name", "J. Cole"),
    ("us_second_email", "two@us.test"),
    ("none_name", "E. Lund"),
    ("none_email", "admin@portal.test"),
];

fn key(said: &str) -> String {
    said.trim().rsplit(' ').next().expect("a key is printed").to_owned()
}

fn fill<'a>(key: &'a str, with: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let rest = FIELDS.into_iter().filter(|(name, _)| !with.iter().any(|(other, _)| other == name));
    std::iter::once(("key", key)).chain(rest).chain(with.iter().copied()).collect()
}

fn send(client: &mut Client, fields: &[(&str, &str)]) -> (u16, String) {
    send_from("/setup", client, fields)
}

/// Sends the form of this page; the page that follows.
fn send_from(page: &str, client: &mut Client, fields: &[(&str, &str)]) -> (u16, String) {
    let answer = client.send(page, "/do/set-up", fields);
    assert_eq!(answer.status(), 303);
    let place = answer.headers()["location"].to_str().expect("an address").to_owned();
    let mut page = client.get(&place);
    (page.status().as_u16(), text(&mut page))
}

fn nothing_else_opens(portal: &Portal) {
    let mut client = portal.anyone();
    for path in ["/", "/en", "/ar/projects", "/en/sign-in", "/desk", "/desk/admin/people", "/en/invitation?key=x", "/nowhere"] {
        let answer = client.get(path);
        assert_eq!((answer.status().as_u16(), answer.headers()["location"].to_str().unwrap()), (303, "/setup"), "{path}");
    }
    for path in ["/do/sign-in", "/do/invitation", "/do/second-factor"] {
        assert_eq!(client.post(path, &[("form_token", "x")], &[]).status(), 404, "{path}");
    }
    assert_eq!(client.get("/healthz").status(), 200);
}

#[test]
fn a_fresh_portal_opens_its_set_up_page_alone_and_once() {
    let (portal, said) = fresh_after(&[&["setup-key"]]);
    nothing_else_opens(&portal);
    let key = key(&said[0]);
    let mut client = portal.anyone();
    for (lang, title) in [("he", "הקמת הפורטל"), ("ar", "إعداد البوابة"), ("en", "Set up this portal")] {
        assert!(text(&mut client.get(&format!("/setup?lang={lang}"))).contains(title), "{lang}");
    }
    let (status, page) = send(&mut client, &fill("not the key", &[]));
    assert_eq!(status, 422);
    assert!(page.contains("Jordan Valley Portal"), "what was typed stays");
    let (status, page) = send_from("/setup?lang=ar", &mut client, &fill("not the key", &[]));
    assert!(status == 422 && page.contains("إعداد البوابة"), "and the language that was chosen");
    for (field, value) in [("il_email", "nobody"), ("sy_email", "head@il.test"), ("name_he", ""), ("us_name", "")] {
        assert_eq!(send(&mut client, &fill(&key, &[(field, value)])).0, 422, "{field}");
    }
    nothing_else_opens(&portal);
    let (status, page) = send(&mut client, &fill(&key, &[]));
    assert_eq!(status, 200);
    assert_eq!(page.matches("/invitation?key=").count(), 5, "a link for each of the first people");
    let mut stranger = portal.anyone();
    assert_eq!(stranger.get("/setup").status(), 404);
    assert_eq!(stranger.send("/en/sign-in", "/do/set-up", &fill(&key, &[])).status(), 403, "no page has its token any more");
    assert!(text(&mut stranger.get("/ar")).contains("بوابة وادي الأردن"));
    let link =
        page.split("/he/invitation?key=").nth(1).and_then(|rest| rest.split('<').next()).expect("the link of Israel's head");
    assert_eq!(stranger.get(&format!("/he/invitation?key={link}")).status(), 200);
    let output = command(&portal.folder, &[]).arg("setup-key").output().expect("the binary runs");
    assert!(!output.status.success(), "no second key");
    assert!(command(&portal.folder, &[]).arg("verify").status().expect("the binary runs").success());
}

#[test]
fn a_portal_that_is_set_up_has_no_such_page() {
    let portal = on_sqlite();
    assert_eq!(portal.anyone().get("/setup").status(), 404);
    assert_eq!(portal.person("erik@admin.example").get("/setup").status(), 404);
}
