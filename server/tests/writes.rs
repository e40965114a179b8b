//! Every write from outside: what comes from elsewhere, without its token or with other fields does nothing; the same form sent
//! again gives its first answer and happens once; what was judged on an old text is refused.
#![allow(clippy::expect_used, clippy::unwrap_used, missing_docs, reason = "a test says what it expects")]

mod portal;

use std::collections::{BTreeMap, BTreeSet};

use portal::pages::{Found, NOTHING, STARTS, Seen, crawl, forms, links, parting};
use portal::{Client, Portal, borrowed, hidden, on_both, on_sqlite, routes, text};

/// In discussion, of the group of dan and rana.
const TALK: &str = "/desk/projects/AGR-2026-004";
/// A group ballot, where Syria has not answered yet.
const GROUP_BALLOT: &str = "/desk/projects/ENE-2026-004";
/// A ballot of the principals, where Syria has not answered yet.
const PRINCIPALS: &str = "/desk/projects/MED-2026-002";
/// Under review, prepared by grace.
const REVIEW: &str = "/desk/projects/ENE-2026-003";
/// In work, with a summary that is published.
const WORK: &str = "/desk/projects/ENE-2026-001";
/// A hash that nothing has.
const NO_HASH: &str = "0000000000000000000000000000000000000000000000000000000000000000";

type Fields = Vec<(String, String)>;

fn look(client: &Client, path: &str) -> String {
    Seen::of(client.get(path)).lesson(path)
}

/// The same fields with another value for one of them.
fn with(fields: &[(String, String)], name: &str, value: &str) -> Fields {
    assert!(fields.iter().any(|(known, _)| known == name), "the form has a field {name}");
    fields.iter().map(|(known, old)| (known.clone(), if known == name { value.to_owned() } else { old.clone() })).collect()
}

fn post(client: &mut Client, path: &str, fields: &[(String, String)]) -> Seen {
    Seen::of(client.post(path, &borrowed(fields), &[]))
}

// ---- what never happens -------------------------------------------------------------------------------------------------------

/// One person with the forms that were found on the pages this person can reach.
struct Hand {
    client: Client,
    forms: Vec<Found>,
    /// What the pages of those forms, and the person's own ones, say before anything was sent.
    before: BTreeMap<String, String>,
}

/// People who between them are offered nearly every form.
const HANDS: [&str; 6] =
    ["dan@il.example", "hala@sy.example", "rana@sy.example", "omar@sy.example", "helen@us.example", "layla@sy.example"];

/// Things that bring their forms: a file and a changed text, words that are not sent, a summary that waits for its consents.
fn prepared(portal: &Portal) {
    let mut dan = portal.person("dan@il.example");
    let (edit, new) = (format!("{TALK}/edit"), format!("{TALK}/discussion/new/joint"));
    let fields = dan.filled(&edit, "/do/attach", &[]);
    assert_eq!(dan.post_files("/do/attach", &borrowed(&fields), &[("wells.txt", "Three wells")]).status(), 303);
    let fields = dan.filled(&new, "/do/open-thread", &[("title", "Wells"), ("text", "Half a sentence"), ("note_language", "en")]);
    assert_eq!(dan.post("/do/autosave", &borrowed(&fields), &[("accept", "application/json")]).status(), 204);
    let texts =
        ["title", "text", "reasons"].map(|name| ["en", "he", "ar"].map(|lang| (format!("{name}_{lang}"), name.to_owned())));
    let texts: Fields = texts.into_iter().flatten().collect();
    let page = format!("{TALK}/summary");
    assert_eq!(dan.send(&page, "/do/write-summary", &borrowed(&texts)).status(), 303);
    let mut tamar = portal.person("tamar@il.example");
    assert_eq!(tamar.send(&page, "/do/consent-summary", &[]).status(), 303);
}

/// Each form once, in the hands of somebody who may send it, with fields that would do; what stands on no page of the
/// demonstration gets fields by the portal's own table.
fn hands(portal: &Portal) -> Vec<Hand> {
    let (mut hands, mut known) = (Vec::new(), BTreeSet::new());
    prepared(portal);
    // Another sign-in, which may be ended.
    let _elsewhere = portal.person(HANDS[0]);
    for email in HANDS {
        let client = portal.person(email);
        let mut found: Vec<Found> = Vec::new();
        let starts: Vec<String> = STARTS.iter().map(|path| (*path).to_owned()).collect();
        crawl(&client, &starts, |path, seen| {
            for form in forms(&seen.body, path) {
                if known.insert(form.action.clone()) {
                    found.push(Found { fields: form.fields.into_iter().map(typed).collect(), ..form });
                }
            }
        });
        hands.push(Hand { client, forms: found, before: BTreeMap::new() });
    }
    assert!(known.len() >= 36, "most forms stand on a page: {known:?}");
    let first = &mut hands[0];
    let token = hidden(&text(&mut first.client.get("/desk")), "/do/stay", "form_token").expect("a page has a token");
    for form in routes()["forms"].as_array().expect("a list") {
        let action = form["path"].as_str().expect("a path").to_owned();
        if known.insert(action.clone()) {
            let own = form["fields"].as_array().expect("a list").iter().filter_map(|name| name.as_str());
            let all = [("form_token", token.as_str()), ("form_key", "0"), ("back", "/desk")].into_iter();
            let fields = all.chain(own.map(|name| (name, "x"))).map(|(name, value)| (name.to_owned(), value.to_owned()));
            first.forms.push(Found { page: "/desk".to_owned(), action, fields: fields.collect() });
        }
    }
    for hand in &mut hands {
        let own = ["/desk", "/desk/account", "/desk/drafts"].map(str::to_owned);
        let pages: BTreeSet<String> = hand.forms.iter().map(|form| form.page.clone()).chain(own).collect();
        hand.before = pages.into_iter().map(|path| (path.clone(), look(&hand.client, &path))).collect();
    }
    hands
}

/// A field as somebody fills it in.
fn typed((name, value): (String, String)) -> (String, String) {
    let words = if name.contains("password") { "demonstration only" } else { "Words that are long enough" };
    let value = if value.is_empty() { words.to_owned() } else { value };
    (name, value)
}

#[test]
fn no_form_does_anything_without_its_own_page_its_token_and_its_own_fields() {
    let portal = on_sqlite();
    let mut hands = hands(&portal);
    let stranger = portal.person("ana@secretariat.example");
    let foreign = hidden(&text(&mut stranger.get("/desk")), "/do/stay", "form_token").expect("a page has a token");
    let all = routes()["forms"].as_array().expect("a list").clone();
    let bring_files: BTreeSet<_> =
        all.iter().filter(|form| form["file"] == true).filter_map(|form| form["path"].as_str()).collect();
    for hand in &mut hands {
        for form in hand.forms.clone() {
            what_comes_from_elsewhere_is_refused(&mut hand.client, &form);
            if !bring_files.contains(form.action.as_str()) {
                let answer = hand.client.post_files(&form.action, &borrowed(&form.fields), &[]);
                assert_eq!(answer.status(), 415, "{} takes no file", form.action);
            }
            other_fields_are_refused(&mut hand.client, &form);
            without_the_own_token_nothing_happens(&mut hand.client, &form, &foreign);
        }
        for (path, before) in &hand.before {
            let now = look(&hand.client, path);
            assert!(*before == now, "{path} has changed: {}", parting(before, &now));
        }
    }
    let sent: BTreeSet<&str> = hands.iter().flat_map(|hand| &hand.forms).map(|form| form.action.as_str()).collect();
    assert_eq!(sent.len(), all.len(), "no address was left out");
}

fn what_comes_from_elsewhere_is_refused(client: &mut Client, form: &Found) {
    let (path, fields) = (form.action.as_str(), borrowed(&form.fields));
    let elsewhere = [
        ("origin", "https://evil.example"),
        ("origin", "null"),
        ("sec-fetch-site", "cross-site"),
        ("sec-fetch-site", "same-site"),
    ];
    for header in elsewhere {
        assert_eq!(client.post(path, &fields, &[header]).status(), 403, "{path} {header:?}");
    }
    for kind in ["text/plain", "application/json"] {
        assert_eq!(client.post_body(path, kind, b"form_token=x").status(), 415, "{path} {kind}");
    }
}

fn other_fields_are_refused(client: &mut Client, form: &Found) {
    let (path, fields) = (form.action.as_str(), borrowed(&form.fields));
    let unknown = [&fields[..], &[("authorisation", "signed")]].concat();
    assert_eq!(client.post(path, &unknown, &[]).status(), 400, "{path} takes a field that is not its own");
    for field in &fields {
        let doubled = [&fields[..], &[*field]].concat();
        assert_eq!(client.post(path, &doubled, &[]).status(), 400, "{path} takes {} twice", field.0);
    }
    if path == "/do/attach" {
        let file = ("words.txt", "Words");
        assert_eq!(client.post_files(path, &unknown, &[file]).status(), 400);
        assert_eq!(client.post_files(path, &[&fields[..], &fields[..1]].concat(), &[file]).status(), 400);
        assert_eq!(client.post_files(path, &fields, &[file, file]).status(), 400, "a form brings one file");
    }
}

fn without_the_own_token_nothing_happens(client: &mut Client, form: &Found, foreign: &str) {
    let path = form.action.as_str();
    let bare: Fields = form.fields.iter().filter(|(name, _)| name != "form_token").cloned().collect();
    assert_eq!(post(client, path, &bare).status, 403, "{path} without a token");
    for token in ["x", foreign] {
        let answer = post(client, path, &with(&form.fields, "form_token", token));
        assert_eq!(answer.status, 303, "{path} with another token");
        assert!(answer.header("location").contains("form="), "{path} is sent back: {}", answer.header("location"));
        let code = client.post(path, &borrowed(&with(&form.fields, "form_token", token)), &[("accept", "application/json")]);
        assert_eq!(code.status(), 403, "{path} from an island");
    }
}

// ---- what happens once --------------------------------------------------------------------------------------------------------

/// A deed through its form: who does it where, what is typed, where it shows; another body, and who else may do the same.
struct Deed {
    who: &'static str,
    page: String,
    action: &'static str,
    typed: Vec<(&'static str, &'static str)>,
    other: (&'static str, &'static str),
    shows: String,
    also: Option<(&'static str, &'static str)>,
}

fn deed(who: &'static str, page: &str, action: &'static str, typed: &[(&'static str, &'static str)]) -> Deed {
    let typed = [typed, &[("note_language", "en")]].concat();
    Deed { who, page: page.to_owned(), action, typed, other: ("note", "Other words"), shows: page.to_owned(), also: None }
}

impl Deed {
    fn without_note(mut self) -> Self {
        self.typed.retain(|(name, _)| *name != "note_language");
        self
    }

    fn other(self, name: &'static str, value: &'static str) -> Self {
        Self { other: (name, value), ..self }
    }

    fn shows(self, path: &str) -> Self {
        Self { shows: path.to_owned(), ..self }
    }

    /// Somebody else who does the same, with the first field typed in these words.
    fn also(self, who: &'static str, words: &'static str) -> Self {
        Self { also: Some((who, words)), ..self }
    }
}

/// The deeds, in an order in which each may be done.
fn deeds(thread: &str) -> Vec<Deed> {
    let yes = ["purpose", "no_military_party", "no_collection", "no_military_site"].map(|name| (name, "yes"));
    let new = [("title", "A pump for Tafas"), ("group", "agriculture"), ("proposer", "own"), ("source", "en")];
    let texts = [("text_en", "We dig."), ("text_he", "חופרים."), ("text_ar", "نحفر.")];
    let said = [("text", "Words about wells"), ("title", "Wells of Tafas")];
    let linked = [("other", "AGR-2026-001"), ("kind", "depends_on"), ("reason", "The wells come first.")];
    let raised = [("title", "Wells"), ("text", "Two ran dry."), ("wish", "Say why."), ("scope", "yes")];
    let sent = [("title", "Days of delivery"), ("text", "When?"), ("addressee", "us"), ("group", "agriculture")];
    let signed = [("decision", "signed"), ("note", "Good."), ("scope", "yes"), ("password", "demonstration only")];
    let at = |page: &str, rest: &str| format!("{page}{rest}");
    vec![
        deed("dan@il.example", "/desk/projects/new", "/do/start-project", &new)
            .without_note()
            .other("title", "A pump for Izra")
            .shows("/desk/projects?stage=draft")
            .also("rana@sy.example", "A pump for Nawa"),
        deed("dan@il.example", &at(TALK, "/discussion/new/joint"), "/do/open-thread", &said)
            .other("text", "Other words")
            .shows(&at(TALK, "/discussion"))
            .also("rana@sy.example", "Words about rain"),
        deed("dan@il.example", thread, "/do/post-message", &[("text", "One more word")])
            .other("text", "Other words")
            .also("rana@sy.example", "One more word"),
        deed("dan@il.example", &at(TALK, "/edit/objectives"), "/do/save-text", &texts)
            .without_note()
            .other("text_en", "We drill.")
            .shows(&at(TALK, "/history"))
            .also("rana@sy.example", "We dig deep."),
        deed("dan@il.example", &at(TALK, "/edit"), "/do/scope", &[&[("dual_use", "A drill")], &yes[..]].concat())
            .without_note()
            .other("dual_use", "Two drills")
            .shows(&at(TALK, "/history")),
        deed("rana@sy.example", &at(TALK, "/points"), "/do/answer-point", &[("note", "We shall measure.")]),
        deed("dan@il.example", &at(TALK, "/links"), "/do/declare-link", &linked)
            .other("reason", "Other words")
            .also("rana@sy.example", "AGR-2026-002"),
        deed("dan@il.example", "/desk/matters/new/AGR-2026-004", "/do/raise-matter", &raised)
            .other("wish", "Say when.")
            .shows("/desk/matters")
            .also("rana@sy.example", "Rain"),
        deed("dan@il.example", "/desk/notes/new/joint", "/do/send-note", &sent)
            .other("text", "Where?")
            .shows("/desk/notes")
            .also("rana@sy.example", "Days of rain"),
        deed("rana@sy.example", &at(TALK, "/links"), "/do/take-back-link", &[]).without_note().other("link", NOTHING),
        deed("omar@sy.example", &at(GROUP_BALLOT, "/ballot"), "/do/position", &[("verdict", "approve"), ("statement", "Good.")])
            .other("statement", "Very good.")
            .shows(&at(GROUP_BALLOT, "/history")),
        deed("samir@sy.example", &at(PRINCIPALS, "/conditions"), "/do/accept-condition", &[])
            .without_note()
            .other("condition", NOTHING)
            .shows(&at(PRINCIPALS, "/history")),
        deed("samir@sy.example", &at(PRINCIPALS, "/ballot"), "/do/position", &[("verdict", "approve"), ("scope", "yes")])
            .other("verdict", "decline")
            .shows(&at(PRINCIPALS, "/history")),
        deed("grace@us.example", &at(PRINCIPALS, "/sign-off"), "/do/prepare-dossier", &[("note", "All is there.")])
            .shows(&at(PRINCIPALS, "/history")),
        deed("james@us.example", &at(PRINCIPALS, "/sign-off"), "/do/extend-review", &[("reason", "The ministry is asked.")])
            .other("reason", "Two ministries are asked.")
            .shows(&at(PRINCIPALS, "/history")),
        deed("helen@us.example", &at(PRINCIPALS, "/sign-off"), "/do/sign-off", &signed).shows(&at(PRINCIPALS, "/history")),
        deed("helen@us.example", &at(WORK, "/implementation"), "/do/stop-work", &[("reason", "A pipe leaks.")])
            .other("reason", "Two pipes leak.")
            .shows(&at(WORK, "/history")),
    ]
}

/// Where an answer leads, without the sentence that it says once.
fn place(answer: &Seen) -> &str {
    answer.header("location").split("?said=").next().unwrap_or_default()
}

/// Does it; it is done, and shows.
fn done(client: &mut Client, action: &str, fields: &[(String, String)], shows: &str) -> (String, String) {
    let before = look(client, shows);
    let answer = post(client, action, fields);
    let place = place(&answer).to_owned();
    assert!(answer.status == 303 && !place.contains("form="), "{action}: {} {place}", answer.status);
    let after = look(client, shows);
    assert!(before != after, "{action} shows on {shows}");
    (place, after)
}

/// It is sent back as a conflict or as wrong, and nothing changes.
fn sent_back(client: &mut Client, action: &str, fields: &[(String, String)], shows: &str) -> Seen {
    let before = look(client, shows);
    let answer = post(client, action, fields);
    let place = answer.header("location");
    assert!(answer.status == 303 && place.contains("?form="), "{action} comes back: {} {place}", answer.status);
    let form = Seen::of(client.get(place));
    assert!([409, 422].contains(&form.status), "{action} comes back with {}", form.status);
    let after = look(client, shows);
    assert!(before == after, "{action} changed {shows}: {}", parting(&before, &after));
    form
}

fn happens_once(portal: &Portal, deed: &Deed) {
    let Deed { who, page, action, typed, other, shows, also } = deed;
    let mut client = portal.person(who);
    let fields = client.filled(page, action, typed);
    let key = fields.iter().find(|(name, _)| name == "form_key").map(|(_, key)| key.clone()).expect("a form has a key");
    let (first, once) = done(&mut client, action, &fields, shows);
    let again = post(&mut client, action, &fields);
    assert_eq!((again.status, place(&again)), (303, first.as_str()), "{action} again gives the first answer");
    let twice = look(&client, shows);
    assert!(once == twice, "{action} happened twice: {}", parting(&once, &twice));
    sent_back(&mut client, action, &with(&fields, other.0, other.1), shows);
    if let Some((who, words)) = also {
        let mut somebody = portal.person(who);
        let own = with(&somebody.filled(page, action, typed), "form_key", &key);
        let (theirs, _) = done(&mut somebody, action, &with(&own, typed[0].0, words), shows);
        let again = post(&mut client, action, &fields);
        assert_eq!((again.status, place(&again)), (303, first.as_str()), "{action} of {who} means nothing to {}", deed.who);
        assert!(*action != "/do/start-project" || theirs != first, "each has a draft of their own");
    }
}

/// The newest joint thread of the project in discussion.
fn joint_thread(client: &Client) -> String {
    let list = text(&mut client.get(&format!("{TALK}/discussion")));
    let joint = list.split("audience--joint").nth(1).expect("both sides talk here");
    let own = format!("{TALK}/discussion/");
    links(joint).into_iter().find(|link| link.starts_with(&own) && !link.contains("/new/")).expect("there is a thread")
}

/// A file is no field, so it is sent in its own way.
fn a_file_is_attached_once(portal: &Portal) {
    let (page, file) = (format!("{TALK}/edit"), ("wells.txt", "Three wells"));
    let mut dan = portal.person("dan@il.example");
    let fields = dan.filled(&page, "/do/attach", &[]);
    let send = |client: &mut Client, fields: &Fields, file| {
        let answer = Seen::of(client.post_files("/do/attach", &borrowed(fields), &[file]));
        assert_eq!(answer.status, 303);
        place(&answer).to_owned()
    };
    let count = |client: &Client| look(client, &page).matches("class=\"file-list__row\"").count();
    let none = count(&dan);
    let first = send(&mut dan, &fields, file);
    assert_eq!((first.as_str(), count(&dan)), (page.as_str(), none + 1));
    assert_eq!((send(&mut dan, &fields, file), count(&dan)), (first, none + 1), "the same form again");
    let kept = || std::fs::read_dir(portal.folder.join("files")).expect("files have a folder").count();
    let before = kept();
    let other = send(&mut dan, &fields, ("rain.txt", "Two showers"));
    assert!(other.contains("form="), "the form comes back: {other}");
    assert_eq!(count(&dan), none + 1, "another file under the same key is not attached");
    send(&mut dan, &fields, file);
    assert_eq!(kept(), before, "what is not attached leaves no file behind");
    let mut rana = portal.person("rana@sy.example");
    let key = fields.iter().find(|(name, _)| name == "form_key").map(|(_, key)| key.clone()).expect("a form has a key");
    let own = with(&rana.filled(&page, "/do/attach", &[]), "form_key", &key);
    send(&mut rana, &own, ("rain.txt", "Two showers"));
    assert_eq!(count(&rana), none + 2, "the key of somebody else means nothing");
}

// ---- what comes too late ------------------------------------------------------------------------------------------------------

/// Two people open the same text; whoever saves second gets both.
fn a_text_saved_on_an_old_one_comes_back_with_both(portal: &Portal) {
    let page = format!("{TALK}/edit/activities");
    let (mut dan, mut rana) = (portal.person("dan@il.example"), portal.person("rana@sy.example"));
    let [late, early] = ["We plant figs.", "We plant olives."].map(|text| [("text_en", text), ("text_he", ""), ("text_ar", "")]);
    let (late, early) = (dan.filled(&page, "/do/save-text", &late), rana.filled(&page, "/do/save-text", &early));
    done(&mut rana, "/do/save-text", &early, &page);
    let form = sent_back(&mut dan, "/do/save-text", &late, &page);
    assert_eq!(form.status, 409);
    assert!(form.body.contains("We plant figs.") && form.body.contains("We plant olives."), "both texts stand there");
}

fn a_judgement_of_another_version_or_dossier_is_refused(portal: &Portal) {
    let (mut omar, mut helen) = (portal.person("omar@sy.example"), portal.person("helen@us.example"));
    let page = format!("{GROUP_BALLOT}/ballot");
    let fields = omar.filled(&page, "/do/position", &[("verdict", "approve"), ("note_language", "en")]);
    let history = format!("{GROUP_BALLOT}/history");
    for (name, value) in [("hash", former_hash(&omar)), ("hash", NO_HASH.to_owned()), ("ballot", NOTHING.to_owned())] {
        let form = sent_back(&mut omar, "/do/position", &with(&fields, name, &value), &history);
        assert_eq!(form.status, 409, "{name}");
    }
    let page = format!("{REVIEW}/sign-off");
    let typed = [("decision", "signed"), ("note", "Good."), ("scope", "yes"), ("password", "demonstration only")];
    let fields = helen.filled(&page, "/do/sign-off", &[&typed[..], &[("note_language", "en")]].concat());
    let history = format!("{REVIEW}/history");
    for (name, value) in [("dossier", NO_HASH.to_owned()), ("hash", former_hash(&helen))] {
        let form = sent_back(&mut helen, "/do/sign-off", &with(&fields, name, &value), &history);
        assert_eq!(form.status, 409, "{name}");
    }
}

/// The hash of the first version of the project under review, which has a newer one.
fn former_hash(client: &Client) -> String {
    let page = text(&mut client.get(&format!("{REVIEW}/versions")));
    let mut words = page.split(|letter: char| !letter.is_ascii_hexdigit()).filter(|word| word.len() == 64);
    let all: BTreeSet<&str> = words.clone().collect();
    assert!(all.len() > 1, "there is a newer version");
    words.next_back().expect("there is a version").to_owned()
}

/// A head reads a summary; before the consent comes, it is written anew.
fn a_consent_to_an_older_summary_is_refused(portal: &Portal) {
    let page = format!("{WORK}/summary");
    let (mut noa, mut tamar) = (portal.person("noa@il.example"), portal.person("tamar@il.example"));
    let names = ["title", "text", "reasons"].map(|name| ["en", "he", "ar"].map(|lang| format!("{name}_{lang}")));
    let mut write = |words: &str| {
        let typed: Fields = names.iter().flatten().map(|name| (name.clone(), words.to_owned())).collect();
        let fields = noa.filled(&page, "/do/write-summary", &borrowed(&typed));
        done(&mut noa, "/do/write-summary", &fields, &page);
    };
    write("Water for all");
    let old = tamar.filled(&page, "/do/consent-summary", &[]);
    write("Water for many");
    assert_eq!(sent_back(&mut tamar, "/do/consent-summary", &old, &page).status, 409);
    let new = tamar.filled(&page, "/do/consent-summary", &[]);
    done(&mut tamar, "/do/consent-summary", &new, &page);
}

fn a_message_worded_anew_in_two_places_comes_back(portal: &Portal) {
    let mut dan = portal.person("dan@il.example");
    let page = joint_thread(&dan);
    dan.send(&page, "/do/post-message", &[("text", "Wells are deep"), ("note_language", "en")]);
    let [one, other] = ["Wells are dry", "Wells are full"].map(|words| dan.filled(&page, "/do/edit-message", &[("text", words)]));
    done(&mut dan, "/do/edit-message", &one, &page);
    assert_eq!(sent_back(&mut dan, "/do/edit-message", &other, &page).status, 409);
}

#[test]
fn what_was_judged_on_an_old_text_is_refused_and_a_form_happens_once() {
    on_both(|portal| {
        a_text_saved_on_an_old_one_comes_back_with_both(portal);
        a_judgement_of_another_version_or_dossier_is_refused(portal);
        a_consent_to_an_older_summary_is_refused(portal);
        a_message_worded_anew_in_two_places_comes_back(portal);
        for deed in deeds(&joint_thread(&portal.person("dan@il.example"))) {
            happens_once(portal, &deed);
        }
        a_file_is_attached_once(portal);
    });
}
