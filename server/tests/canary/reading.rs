//! One reader's way through everything: what they find, and what gives something away.

use std::collections::{BTreeMap, BTreeSet};

use crate::place::{ANYONE, Place, may_read};
use crate::portal::pages::{self, NOTHING, STARTS, Seen, crawl, parting, plain};
use crate::portal::{Client, borrowed, hidden, text};
use crate::streams::is_stream;
use crate::world::Plant;

/// Words that stand in much of what is planted: what they find, how many and in which order, tells nothing of it to others.
const SEARCHES: &[&str] = &[
    "/desk/search?q=wires",
    "/desk/search?q=wires&kind=thread&sector=energy",
    "/desk/search?q=say+here&stage=supervisor_review",
    "/desk/search?q=june&age=week&side=il",
    "/desk/search?q=%D7%AA%D7%A7%D7%A6%D7%99%D7%91+txt",
];

/// Where this reader begins: the fixed pages, and the list of projects by each choice that its filters offer.
pub fn starts(client: &Client) -> Vec<String> {
    let list = text(&mut client.get("/desk/projects"));
    let choices = |name: &str| {
        let select = list.split(&format!("<select id=\"{name}\"")).nth(1).and_then(|rest| rest.split("</select>").next());
        let values = select.unwrap_or_default().split("value=\"").skip(1).filter_map(|part| part.split('"').next());
        let found: Vec<_> = values.map(|value| format!("/desk/projects?{name}={}", plain(value))).collect();
        assert!(list.is_empty() || found.len() > 3, "the list offers each {name}; only the public is sent away from it");
        found
    };
    let more = ["/desk/projects?code=ENE", "/desk/projects?page=2", "/desk/projects?stage=draft&sector=energy", "/desk/nowhere"];
    let more = [&more[..], SEARCHES].concat();
    let fixed = STARTS.iter().chain(&more).chain(&["/desk/admin/permissions"]).map(|path| (*path).to_owned());
    fixed.chain(choices("stage")).chain(choices("sector")).collect()
}

/// What one reader has found, and what of it is wrong.
struct Reading<'a> {
    email: &'static str,
    world: (&'a str, &'a [Plant]),
    found: BTreeSet<&'a str>,
    wrong: Vec<String>,
}

/// An address without its query, as the page of signing in is told it.
fn path_of(address: &str) -> &str {
    address.split('?').next().unwrap_or_default()
}

/// A text with what stands in it percent-encoded.
fn decoded(text: &str) -> String {
    let parts = form_urlencoded::parse(text.as_bytes()).map(|(name, value)| format!("{name} {value} "));
    if text.contains('%') { parts.collect() } else { String::new() }
}

impl<'a> Reading<'a> {
    /// Looks for every word in an answer, whatever it is an answer to.
    fn read(&mut self, path: &str, seen: &Seen) {
        let headers: String = seen.headers.iter().map(|(name, value)| format!("{name}: {value}\n")).collect();
        let whole = format!("{headers}\n{}", seen.body);
        let whole = format!("{whole}\n{}", decoded(&whole)).to_ascii_lowercase();
        let (stem, plants) = self.world;
        if !whole.contains(stem) {
            return;
        }
        for plant in plants.iter().filter(|plant| whole.contains(&plant.word)) {
            self.found.insert(&plant.word);
            if !may_read(self.email, plant.place) {
                self.wrong.push(format!("{:?} reads the {} at {path}", self.email, plant.what));
            }
        }
    }

    /// A page that nobody guessed names no id of what its reader may not know of.
    fn read_linked(&mut self, path: &str, seen: &Seen) {
        self.read(path, seen);
        let hidden = self.world.1.iter().filter(|plant| plant.id != NOTHING && !may_read(self.email, plant.place));
        let named = hidden.filter(|plant| seen.body.contains(&plant.id));
        self.wrong.extend(named.map(|plant| format!("{:?} finds the id of the {} at {path}", self.email, plant.what)));
    }

    /// Two answers, one about something private and one about nothing, must say the same.
    fn compare(&mut self, what: &str, one: &str, other: &str) {
        if one != other {
            self.wrong.push(format!("{:?} can tell {what} from nothing: {}", self.email, parting(other, one)));
        }
    }

    /// Asks for addresses that somebody has told.
    fn guess(&mut self, client: &Client) {
        let (mut asked, mut empty) = (BTreeSet::new(), BTreeMap::new());
        for plant in self.world.1 {
            for address in plant.addresses.iter().chain(&plant.stream()).filter(|address| asked.insert((*address).clone())) {
                let answer = client.get(address);
                if is_stream(&answer) {
                    self.wrong.extend((!may_read(self.email, plant.place)).then(|| format!("{:?} hears {address}", self.email)));
                    continue;
                }
                let seen = Seen::of(answer);
                self.read(address, &seen);
                if !may_read(self.email, plant.place) {
                    let nothing = address.replace(&plant.id, NOTHING);
                    let (known, path) = (seen.lesson(address).replace(&plant.id, NOTHING), path_of(&nothing));
                    let ask = || Seen::of(client.get(&nothing)).lesson(&nothing).replace(path, "PATH");
                    let other = empty.entry(nothing.clone()).or_insert_with(ask);
                    self.compare(address, &known.replace(path, "PATH"), other);
                }
            }
        }
    }

    /// The feed of a calendar says when, and nothing of what anything is about, not even to those who may read that.
    fn feed(&mut self, client: &mut Client) {
        let page = "/desk/account/notifications";
        let answer = client.send(page, "/do/renew-calendar", &[]);
        let shown = Seen::of(client.get(answer.headers()["location"].to_str().expect("an address")));
        let key = shown.body.split("/calendar/").nth(1).and_then(|rest| rest.split('<').next()).expect("it is shown once");
        let feed = Seen::of(client.get(&format!("/calendar/{key}")));
        assert!(feed.status == 200 && feed.body.starts_with("BEGIN:VCALENDAR"), "{} has a feed", self.email);
        self.read("the feed", &feed);
        self.wrong
            .extend(feed.body.contains(self.world.0).then(|| format!("the feed of {:?} says what it is about", self.email)));
    }

    /// Looks for every planted word, and for how all of them begin: each reader finds what is theirs and can be found, and learns
    /// of nothing else, as if nobody had written it.
    fn search(&mut self, client: &Client) {
        let (stem, plants) = self.world;
        let find = |word: &str| {
            let address = format!("/desk/search?q={word}");
            let seen = Seen::of(client.get(&address));
            (seen.lesson(&address).replace(word, "WORD"), seen.body)
        };
        let (nothing, _) = find(&format!("{stem}zzzzzzzzz"));
        let mut theirs = 0;
        for plant in plants {
            let (known, body) = find(&plant.word);
            let is_found = plant.can_be_found() && may_read(self.email, plant.place);
            theirs += usize::from(is_found);
            if !is_found {
                self.compare(&format!("the {} by searching", plant.what), &known, &nothing);
            } else if body.matches("<mark>").count() != 1 || !body.contains(&format!("<mark>{}</mark>", plant.word)) {
                self.wrong.push(format!("{:?} does not find the {} by searching", self.email, plant.what));
            }
        }
        let pages = (1..=5).map(|page| Seen::of(client.get(&format!("/desk/search?q={stem}&page={page}"))));
        let hits: usize = pages.map(|seen| seen.body.matches("<li class=\"hit\">").count()).sum();
        if hits != theirs {
            self.wrong.push(format!("{:?} finds {hits} things by how they begin, of {theirs}", self.email));
        }
    }

    /// Posts to what somebody has told, and a form that is sent back.
    fn post(&mut self, client: &mut Client, code: &str) {
        let token = hidden(&text(&mut client.get("/desk")), "/do/stay", "form_token").unwrap_or_default();
        let page = format!("/desk/projects/{code}/discussion/new/joint");
        let wrong = [("form_token", token.as_str()), ("back", &page), ("project", code), ("audience", "joint"), ("title", "")];
        let sent = Seen::of(client.post("/do/open-thread", &wrong, &[]));
        self.read("/do/open-thread", &sent);
        if may_read(self.email, Place::Joint) {
            let back = Seen::of(client.get(sent.header("location")));
            assert_eq!(back.status, 422, "{} gets the form back", self.email);
            self.read(sent.header("location"), &back);
        }
        let (mut asked, mut empty) = (BTreeSet::new(), BTreeMap::new());
        let private = self.world.1.iter().filter(|plant| plant.id != NOTHING && !may_read(self.email, plant.place));
        for plant in private.filter(|plant| asked.insert(&plant.id)) {
            for (action, names) in deeds_on(plant) {
                let known = self.say(client, (action, names), (&token, code, &plant.id));
                let other =
                    empty.entry(action).or_insert_with(|| self.say(client, (action, names), (&token, code, &plant.nothing())));
                self.compare(&format!("the {} by {action}", plant.what), &known, other);
            }
        }
    }

    /// Tries a deed on an id; what its answer says.
    fn say(&mut self, client: &mut Client, (action, names): Deed, (token, code, id): (&str, &str, &str)) -> String {
        let all = names.iter().chain(&[("back", "/desk"), ("form_token", "TOKEN")]);
        let value = |value: &str| value.replace("ID", id).replace("CODE", code).replace("TOKEN", token);
        let fields: Vec<(String, String)> = all.map(|(name, one)| ((*name).to_owned(), value(one))).collect();
        let seen = Seen::of(client.post(action, &borrowed(&fields), &[]));
        self.read(action, &seen);
        // Whoever is not signed in is shown what they typed.
        pages::without(&seen.lesson(action), "form=", "&").replace(id, NOTHING)
    }
}

/// What an outsider may try on the id of a thread, of a project, of a file, of a note and of a meeting.
type Deed = (&'static str, &'static [(&'static str, &'static str)]);
const ON_THREAD: &[Deed] = &[
    ("/do/post-message", &[("project", "CODE"), ("thread", "ID"), ("text", "Words"), ("note_language", "en")]),
    ("/do/edit-message", &[("project", "CODE"), ("thread", "ID"), ("message", "ID"), ("base", "1"), ("text", "Words")]),
];
const ON_PROJECT: &[Deed] = &[
    ("/do/save-text", &[("project", "ID"), ("section", "objectives"), ("text_en", "Words"), ("base_en", "0")]),
    ("/do/open-thread", &[("project", "ID"), ("audience", "joint"), ("title", "Wires"), ("text", "Words")]),
    ("/do/withdraw-project", &[("project", "ID"), ("reason", "Words"), ("note_language", "en")]),
    ("/do/table", &[("project", "ID")]),
];
const ON_FILE: &[Deed] = &[("/do/remove-file", &[("project", "CODE"), ("file", "ID")])];
const ON_MEETING: &[Deed] = &[
    ("/do/write-agenda", &[("meeting", "ID"), ("base", ""), ("edit", "add"), ("title", "Words"), ("minutes", "5")]),
    ("/do/cancel-meeting", &[("meeting", "ID"), ("reason", "Words"), ("note_language", "en")]),
];
const ON_NOTE: &[Deed] = &[("/do/acknowledge-note", &[("note", "ID"), ("office", "Office"), ("note_language", "en")])];

/// What may be tried on a plant, by its address.
fn deeds_on(plant: &Plant) -> &'static [Deed] {
    match plant.addresses.first() {
        Some(address) if address.starts_with("/desk/files/") => ON_FILE,
        Some(address) if address.starts_with("/desk/notes/") => ON_NOTE,
        Some(address) if address.starts_with("/desk/meetings/") => ON_MEETING,
        Some(address) if address.contains("/discussion/") => ON_THREAD,
        _ => ON_PROJECT,
    }
}

pub fn reading(email: &'static str, client: &mut Client, stem: &str, plants: &[Plant], code: &str) -> Vec<String> {
    let mut reading = Reading { email, world: (stem, plants), found: BTreeSet::new(), wrong: Vec::new() };
    crawl(client, &starts(client), |path, seen| reading.read_linked(path, seen));
    reading.guess(client);
    reading.search(client);
    reading.post(client, code);
    if email != ANYONE {
        reading.feed(client);
    }
    for plant in plants.iter().filter(|plant| may_read(email, plant.place) && !reading.found.contains(plant.word.as_str())) {
        reading.wrong.push(format!("{email:?} does not find the {}", plant.what));
    }
    reading.wrong
}
