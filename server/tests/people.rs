//! A real installation: no account exists until the operator adds people, and each sets the own password with a link of one use.
#![allow(clippy::expect_used, clippy::unwrap_used, missing_docs, reason = "a test says what it expects")]

mod portal;

use portal::{Client, command, fresh_after, hidden, on_sqlite, text};

const HEAD: &[&str] = &["user", "add", "--email", "head@mfa.example", "--name", "A. Levi", "--party", "il", "--role", "head"];
const CHAIR: &[&str] = &[
    "user",
    "add",
    "--email",
    "chair@energy.example",
    "--name",
    "O. Darwish",
    "--party",
    "sy",
    "--role",
    "co_chair",
    "--group",
    "energy",
];
const PASSWORD: &str = "three grey herons by the water";

/// The address of the link in what a command said.
fn link(said: &str) -> String {
    let line = said.lines().find(|line| line.contains("/invitation?key=")).expect("a link is printed");
    line.split_once("://").and_then(|(_, rest)| rest.find('/').map(|at| rest[at..].to_owned())).expect("it is an address")
}

/// Opens a link and sends a new password; where it leads.
fn set(client: &mut Client, link: &str, password: &str) -> (u16, String) {
    let answer = client.send(link, "/do/invitation", &[("new_password", password)]);
    let place = answer.headers().get("location").and_then(|place| place.to_str().ok()).unwrap_or_default().to_owned();
    (answer.status().as_u16(), place)
}

#[test]
fn people_set_their_own_password_once_and_come_in() {
    let (portal, said) = fresh_after(&[HEAD, CHAIR]);
    let mut head = portal.anyone();
    let link = link(&said[0]);
    assert!(link.starts_with("/he/invitation"), "{link}");
    let (status, back) = set(&mut head, &link, "levi levi levi levi");
    assert_eq!(status, 303);
    assert_eq!(head.get(&back).status(), 422, "a worn password is sent back with the link kept");
    let page = text(&mut head.get(&back));
    assert!(hidden(&page, "/do/invitation", "key").is_some_and(|key| link.ends_with(&key)));
    let (status, place) = set(&mut head, &link, PASSWORD);
    assert_eq!((status, place.starts_with("/he/sign-in")), (303, true), "{place}");
    assert_eq!(head.get(&link).status(), 404, "a link is used once");
    let fields = [("email", "head@mfa.example"), ("password", PASSWORD), ("next", "/desk")];
    assert_eq!(head.send("/he/sign-in", "/do/sign-in", &fields).status(), 303);
    let mut keys = head.get("/desk/account/security");
    assert_eq!(keys.status(), 200);
    assert!(!text(&mut keys).contains("demo-line"), "nothing here is a demonstration");
    for closed in ["/desk", "/desk/groups/energy", "/desk/files/x", "/desk/admin/people"] {
        let answer = head.get(closed);
        assert_eq!(answer.status(), 303, "{closed}");
        assert_eq!(answer.headers()["location"], "/desk/account/security", "a head needs a second factor first");
    }
    let answer = head.send("/desk/account/security", "/do/language", &[("lang", "en")]);
    assert_eq!(answer.status(), 303);
    let token = hidden(&text(&mut head.get("/desk/account/security")), "/do/language", "form_token").expect("a token");
    let answer = head.post("/do/start-project", &[("form_token", token.as_str())], &[]);
    assert_eq!(answer.headers()["location"], "/desk/account/security", "no deed either");
    let mut chair = portal.anyone();
    set(&mut chair, &self::link(&said[1]), PASSWORD);
    let fields = [("email", "chair@energy.example"), ("password", PASSWORD), ("next", "/desk")];
    assert_eq!(chair.send("/ar/sign-in", "/do/sign-in", &fields).status(), 303);
    assert_eq!(chair.get("/desk/groups/energy").status(), 200, "whoever decides nothing alone may do without");
    let verified = command(&portal.folder, &[]).arg("verify").status().expect("the binary runs");
    assert!(verified.success(), "each person is an entry that fits");
}

#[test]
fn a_new_link_ends_the_one_before_and_a_wrong_one_opens_nothing() {
    let (portal, said) = fresh_after(&[HEAD, &["user", "link", "--email", "HEAD@mfa.example"]]);
    let client = portal.anyone();
    assert_eq!(client.get(&link(&said[0])).status(), 404);
    assert_eq!(client.get(&link(&said[1])).status(), 200);
    for wrong in ["/he/invitation", "/he/invitation?key=", "/he/invitation?key=AAAA"] {
        assert_eq!(client.get(wrong).status(), 404, "{wrong}");
    }
}

#[test]
fn what_does_not_fit_is_refused_in_words() {
    let (portal, _) = fresh_after(&[HEAD, CHAIR]);
    let refused = |folder: &std::path::Path, words: &[&str]| {
        let output = command(folder, &[]).args(words).stderr(std::process::Stdio::piped()).output().expect("the binary runs");
        assert!(!output.status.success(), "{words:?}");
        String::from_utf8_lossy(&output.stderr).into_owned()
    };
    let person = |email: &'static str, party: &'static str, role: &'static str| {
        ["user", "add", "--email", email, "--name", "X", "--party", party, "--role", role]
    };
    assert!(refused(&portal.folder, HEAD).contains("has an account already"));
    assert!(refused(&portal.folder, &person("b@x.example", "us", "head")).contains("has no head"));
    assert!(refused(&portal.folder, &person("b@x.example", "sy", "co_chair")).contains("--group"));
    let second = [&person("b@x.example", "sy", "co_chair")[..], &["--group", "energy"]].concat();
    assert!(refused(&portal.folder, &second).contains("co-chair of sy already"));
    let nowhere = [&person("b@x.example", "sy", "member")[..], &["--group", "space"]].concat();
    assert!(refused(&portal.folder, &nowhere).contains("no group space"));
    assert!(refused(&portal.folder, &["demo"]).contains("not empty"));
    let demonstration = on_sqlite();
    assert!(refused(&demonstration.folder, HEAD).contains("demonstration"));
}
