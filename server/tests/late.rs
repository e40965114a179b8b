//! Forms that come after their session has ended: nothing is done, and what was typed goes back to the same person only.
#![allow(clippy::expect_used, clippy::unwrap_used, missing_docs, reason = "a test says what it expects")]

mod portal;

use portal::{Client, Portal, hidden, on_sqlite, text};

const PAGE: &str = "/desk/projects/AGR-2026-004/discussion/new/joint";
const DEED: &str = "/do/open-thread";
const TYPED: &str = "Half a sentence about the wells of Tafas";

/// Reads when a session ends, in seconds, and lets it end at another time instead.
fn session_ends(portal: &Portal, client: &Client, instead: Option<i64>) -> i64 {
    let id = client.cookie_named("__Host-sid").expect("somebody is signed in");
    let id_hash = domain::text::hash(&id);
    let url = format!("sqlite:{}", portal.folder.join("portal.sqlite").display());
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
    runtime.block_on(async {
        let db = store::Db::open(&url).await.expect("the file opens");
        let mut tx = db.read(&store::Readers::public()).await.expect("it can be read");
        let (record, ends) = store::session::find(&mut tx, &id_hash, 0).await.expect("it is read").expect("the session is there");
        drop(tx);
        if let Some(instead) = instead {
            let known: serde_json::Value = serde_json::from_str(&record).expect("a record is JSON");
            let person = known["person"].as_str().map(str::to_owned);
            let saved = db.write(store::Readers::public(), move |tx| {
                let (id_hash, person, record) = (id_hash.clone(), person.clone(), record.clone());
                Box::pin(async move { store::session::save(tx, &id_hash, person.as_deref(), &record, instead).await })
            });
            let saved: Result<(), store::Error> = saved.await;
            saved.expect("it is saved");
        }
        db.close().await;
        ends
    })
}

/// The fields of a form filled in, as they stand on the page.
fn filled(page: &str) -> Vec<(String, String)> {
    let mut fields: Vec<(String, String)> = ["form_token", "form_key", "back", "project", "audience", "draft"]
        .into_iter()
        .filter_map(|name| Some((name.to_owned(), hidden(page, DEED, name)?)))
        .collect();
    fields.extend(
        [("title", "Wells"), ("text", TYPED), ("note_language", "en")].map(|(name, value)| (name.to_owned(), value.to_owned())),
    );
    fields
}

fn post(client: &mut Client, path: &str, fields: &[(String, String)]) -> ureq::http::Response<ureq::Body> {
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    client.post(path, &fields, &[])
}

/// Types, waits until the session has ended, and sends: the sign-in page that comes instead.
fn too_late(portal: &Portal) -> (Client, String) {
    let mut dan = portal.person("dan@il.example");
    let page = text(&mut dan.get(PAGE));
    session_ends(portal, &dan, Some(1));
    let mut answer = post(&mut dan, DEED, &filled(&page));
    assert_eq!(answer.status(), 403);
    (dan, text(&mut answer))
}

/// Signs in with the form that stands on the late page.
fn sign_in(client: &mut Client, page: &str, email: &str, spoil: impl Fn(String) -> String) -> String {
    let mut fields: Vec<(String, String)> = ["form_token", "form_key", "back", "next"]
        .into_iter()
        .filter_map(|name| Some((name.to_owned(), hidden(page, "/do/sign-in", name)?)))
        .collect();
    fields.push(("kept".to_owned(), spoil(hidden(page, "/do/sign-in", "kept").expect("what was typed travels along"))));
    fields.push(("email".to_owned(), email.to_owned()));
    fields.push(("password".to_owned(), "demonstration only".to_owned()));
    let answer = post(client, "/do/sign-in", &fields);
    assert_eq!(answer.status(), 303);
    answer.headers()["location"].to_str().expect("an address").to_owned()
}

#[test]
fn a_late_form_comes_back_to_the_same_person_and_was_not_sent() {
    let portal = on_sqlite();
    let (mut dan, page) = too_late(&portal);
    assert!(page.contains(TYPED), "what was typed can be read at once");
    let place = sign_in(&mut dan, &page, "dan@il.example", |kept| kept);
    assert!(place.starts_with(&format!("{PAGE}?form=")), "{place}");
    let mut form = dan.get(&place);
    assert_eq!(form.status(), 422, "nothing runs unasked");
    assert!(text(&mut form).contains(TYPED));
    let list = text(&mut dan.get("/desk/projects/AGR-2026-004/discussion"));
    assert!(!list.contains("Wells"), "no thread was opened");
}

#[test]
fn somebody_else_gets_nothing_of_it() {
    let portal = on_sqlite();
    let (mut browser, page) = too_late(&portal);
    assert_eq!(sign_in(&mut browser, &page, "rana@sy.example", |kept| kept), "/desk");
    let (mut browser, page) = too_late(&portal);
    let spoiled =
        |kept: String| format!("{}A.{}", kept.split('.').next().unwrap_or_default(), kept.split('.').nth(1).unwrap_or_default());
    assert_eq!(sign_in(&mut browser, &page, "dan@il.example", spoiled), "/desk");
}

#[test]
fn who_has_signed_in_beside_it_finds_the_form_as_it_was() {
    let portal = on_sqlite();
    let dan = portal.person("dan@il.example");
    let page = text(&mut dan.get(PAGE));
    let mut again = portal.person("dan@il.example");
    let answer = post(&mut again, DEED, &filled(&page));
    assert_eq!(answer.status(), 303);
    let place = answer.headers()["location"].to_str().expect("an address").to_owned();
    let mut form = again.get(&place);
    assert_eq!(form.status(), 422);
    assert!(text(&mut form).contains(TYPED));
}

#[test]
fn whoever_goes_on_working_stays_signed_in_and_whoever_does_not_is_signed_out() {
    let portal = on_sqlite();
    let dan = portal.person("dan@il.example");
    let at_first = session_ends(&portal, &dan, None);
    session_ends(&portal, &dan, Some(at_first - 3000));
    let page = text(&mut dan.get("/desk"));
    assert!(page.contains("class=\"session-line\""), "the page says until when");
    assert!(session_ends(&portal, &dan, None) >= at_first, "ten minutes were left; working makes it an hour again");
    session_ends(&portal, &dan, Some(1));
    assert_eq!(dan.get("/desk").status(), 303);
}

#[test]
fn a_late_autosave_is_only_refused() {
    let portal = on_sqlite();
    let mut dan = portal.person("dan@il.example");
    let page = text(&mut dan.get(PAGE));
    session_ends(&portal, &dan, Some(1));
    let fields = filled(&page);
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    let mut answer = dan.post("/do/autosave", &fields, &[("accept", "application/json")]);
    assert_eq!((answer.status().as_u16(), text(&mut answer).as_str()), (403, ""));
}
