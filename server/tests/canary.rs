//! Marked words are planted in every private place, through the forms, by the people whose place it is. Then everybody reads all
//! that they can reach, and asks for all that they have heard of: each word is found by exactly those who may read it, and what
//! is private to others changes nothing at all, no count and no order.
#![allow(clippy::expect_used, clippy::unwrap_used, missing_docs, reason = "a test says what it expects")]

mod portal;

use std::collections::{BTreeMap, BTreeSet};
use std::hash::{BuildHasher, RandomState};
use std::sync::Mutex;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use portal::pages::{self, NOTHING, STARTS, Seen, crawl, is_id, lessons, parting, plain};
use portal::{Client, Portal, borrowed, hidden, on_both, routes, text};

/// Who signs in, in which role, and for which group alone; the party is in the address.
const PEOPLE: [(&str, &str, &str); 25] = [
    ("tamar@il.example", "head", ""),
    ("yael@il.example", "signatory", ""),
    ("avi@il.example", "co-chair", "medicine"),
    ("noa@il.example", "co-chair", "energy"),
    ("dan@il.example", "co-chair", "agriculture"),
    ("maya@il.example", "member", "medicine"),
    ("eli@il.example", "member", "energy"),
    ("ruth@il.example", "member", "agriculture"),
    ("gil@il.example", "translator", ""),
    ("layla@sy.example", "head", ""),
    ("samir@sy.example", "signatory", ""),
    ("hala@sy.example", "co-chair", "medicine"),
    ("omar@sy.example", "co-chair", "energy"),
    ("rana@sy.example", "co-chair", "agriculture"),
    ("karim@sy.example", "member", "medicine"),
    ("nour@sy.example", "member", "energy"),
    ("yusuf@sy.example", "member", "agriculture"),
    ("salma@sy.example", "translator", ""),
    ("grace@us.example", "reviewer", ""),
    ("helen@us.example", "officer", ""),
    ("james@us.example", "officer", ""),
    ("ana@secretariat.example", "secretariat", ""),
    ("luis@secretariat.example", "secretariat", ""),
    ("erik@admin.example", "administrator", ""),
    ("ingrid@admin.example", "administrator", ""),
];
/// Nobody signed in.
const ANYONE: &str = "";
/// Everything is planted in this group.
const GROUP: &str = "energy";

/// Whose a private place is.
#[derive(Clone, Copy, PartialEq)]
enum Place {
    Joint,
    Caucus(&'static str),
    /// What only those who write a draft of this caucus come across; the rest of the caucus may read it all the same.
    Draft(&'static str),
    Channel(&'static str),
    Own(&'static str),
}

/// Who may read what has this audience in the group, as the guide of the domain says it in its table and in its section 6.
fn may_read(email: &str, place: Place) -> bool {
    let Some((_, role, group)) = PEOPLE.into_iter().find(|(known, _, _)| *known == email) else { return false };
    let party = email.split(['@', '.']).nth(1).unwrap_or_default();
    let here = role != "administrator" && (group.is_empty() || group == GROUP);
    let decides = ["co-chair", "signatory", "head", "reviewer", "officer"].contains(&role);
    here && match place {
        Place::Joint => true,
        Place::Caucus(side) | Place::Draft(side) => party == side,
        Place::Channel(side) => decides && (party == side || party == "us"),
        Place::Own(author) => email == author,
    }
}

/// A private thing: the word in it, the id it got, and every address that would show it.
struct Plant {
    what: String,
    place: Place,
    word: String,
    id: String,
    addresses: Vec<String>,
}

impl Plant {
    /// Is it of a kind that search looks through?
    fn can_be_found(&self) -> bool {
        let begins = [
            "title in ",
            "message in ",
            "second message in ",
            "title of a draft",
            "section of a draft",
            "summary of a draft",
            "name of a file",
        ];
        begins.iter().any(|one| self.what.starts_with(one))
    }
}

/// The people with their browsers, and what they have planted.
struct World {
    clients: BTreeMap<&'static str, Client>,
    /// The beginning of every word, found nowhere else.
    stem: String,
    plants: Vec<Plant>,
    /// A project under review in the group, open to both sides and the supervisor.
    code: String,
    /// A project of the group with a published summary.
    told: String,
}

/// Everything that each of some people learns, by page.
type Watch = BTreeMap<&'static str, BTreeMap<String, String>>;

#[test]
fn what_is_private_is_found_by_its_readers_alone_and_changes_nothing_for_others() {
    on_both(|portal| {
        let mut world = World::enter(portal);
        counts_give_nothing_away(&mut world);
        let stem = world.stem.clone();
        everybody_finds_what_is_theirs_and_nothing_else(world);
        no_mail_says_a_word_of_it(portal, &stem);
    });
}

/// Mail tells that something waits and where; of what was planted no mail holds a word, in no part and no header.
fn no_mail_says_a_word_of_it(portal: &Portal, stem: &str) {
    // The job looks every two seconds.
    std::thread::sleep(std::time::Duration::from_secs(5));
    let folder = std::fs::read_dir(portal.folder.join("mail")).expect("mail was written");
    let mails: Vec<_> = folder.flatten().filter_map(|file| std::fs::read_to_string(file.path()).ok()).collect();
    assert!(mails.len() >= PEOPLE.len(), "everybody heard of a new device");
    for mail in mails {
        let bodies = mail.split("\r\n\r\n").map(|part| part.split("\r\n--").next().unwrap_or_default().replace("\r\n", ""));
        let read = bodies.filter_map(|body| STANDARD.decode(body).ok()).map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
        let whole = format!("{mail}\n{}", read.collect::<Vec<_>>().join("\n")).to_ascii_lowercase();
        assert!(!whole.contains(stem), "{mail}");
    }
}

/// Letters by chance.
fn letters(count: usize) -> String {
    let mut number = RandomState::new().hash_one("canary");
    let mut letter = || {
        let one = char::from(b'a' + u8::try_from(number % 26).unwrap_or(0));
        number /= 26;
        one
    };
    (0..count).map(|_| letter()).collect()
}

impl World {
    fn enter(portal: &Portal) -> Self {
        let mut clients: BTreeMap<_, _> = PEOPLE.into_iter().map(|(email, _, _)| (email, portal.person(email))).collect();
        clients.insert(ANYONE, portal.anyone());
        let list = |stage: &str| text(&mut clients["noa@il.example"].get(&format!("/desk/projects?sector=energy&stage={stage}")));
        let first = |list: &str| {
            let codes = list.split("/desk/projects/").filter_map(|part| part.split('"').next());
            codes.into_iter().find(|code| code.starts_with("ENE-")).expect("a project of the group").to_owned()
        };
        let (code, told) = (first(&list("supervisor_review")), first(&list("implementing")));
        Self { clients, stem: letters(12), plants: Vec::new(), code, told }
    }

    fn client(&mut self, email: &str) -> &mut Client {
        self.clients.get_mut(email).expect("one of the people")
    }

    /// A word that stands nowhere yet.
    fn word(&self) -> String {
        format!("{}{}", self.stem, letters(8))
    }

    fn send(&mut self, email: &str, page: &str, action: &str, fields: &[(&str, &str)]) -> String {
        let answer = self.client(email).send(page, action, fields);
        let place = answer.headers().get("location").and_then(|place| place.to_str().ok()).unwrap_or_default().to_owned();
        assert!(answer.status() == 303 && !place.contains("?form="), "{email} at {action}: {} {place}", answer.status());
        place
    }

    fn planted(&mut self, what: &str, place: Place, word: String, id: &str, addresses: &[String]) {
        let (what, id) = (what.to_owned(), id.to_owned());
        self.plants.push(Plant { what, place, word, id, addresses: addresses.to_vec() });
    }

    /// A thread with a title and a message, and one more message in it.
    fn thread(&mut self, email: &str, place: Place, audience: &str) {
        let (code, title, first, second) = (self.code.clone(), self.word(), self.word(), self.word());
        let page = format!("/desk/projects/{code}/discussion");
        let (named, said) = (format!("Wires {title}"), format!("We say {first} here."));
        let fields = [("title", named.as_str()), ("text", said.as_str()), ("note_language", "en")];
        self.send(email, &format!("{page}/new/{audience}"), "/do/open-thread", &fields);
        let list = text(&mut self.client(email).get(&page));
        let before = list.split(&title).next().unwrap_or_default();
        let id = before.rsplit("/discussion/").next().and_then(|rest| rest.split('"').next()).unwrap_or_default().to_owned();
        assert!(is_id(&id), "the list leads to the thread");
        let address = format!("{page}/{id}");
        let more = format!("And {second} too.");
        self.send(email, &address, "/do/post-message", &[("text", more.as_str()), ("note_language", "en")]);
        for (what, word) in [("title", title), ("message", first), ("second message", second)] {
            self.planted(&format!("{what} in {audience}"), place, word, &id, std::slice::from_ref(&address));
        }
    }

    /// A draft of a delegation: its title, a section, its scope, and a file with a name and bytes.
    fn draft(&mut self, email: &str, side: &'static str) {
        let place = Place::Caucus(side);
        let [title, summary, section, scope, name, bytes] = [(); 6].map(|()| self.word());
        let titled = format!("Wires {title}");
        let fields = [("group", GROUP), ("proposer", "own"), ("source", "en"), ("title", titled.as_str())];
        let to = self.send(email, "/desk/projects/new", "/do/start-project", &fields);
        let id = to.split('/').nth(3).filter(|part| is_id(part)).expect("a draft has an id").to_owned();
        let edit = format!("/desk/projects/{id}/edit");
        for (key, word) in [("summary", &summary), ("objectives", &section)] {
            let words = format!("We want {word} by June.");
            self.send(email, &format!("{edit}/{key}"), "/do/save-text", &[("text_en", words.as_str())]);
        }
        let items = format!("Two {scope} meters.");
        let yes = ["purpose", "no_military_party", "no_collection", "no_military_site"].map(|name| (name, "yes"));
        self.send(email, &edit, "/do/scope", &[&yes[..], &[("dual_use", items.as_str())]].concat());
        let client = self.client(email);
        let fields = client.filled(&edit, "/do/attach", &[]);
        let file = (format!("תקציב {name}.txt"), format!("Lines of {bytes}."));
        let answer = client.post_files("/do/attach", &borrowed(&fields), &[(&file.0, &file.1)]);
        assert_eq!(answer.status(), 303);
        let page = text(&mut client.get(&edit));
        let at = page.split("/desk/files/").nth(1).and_then(|rest| rest.split('"').next()).unwrap_or_default().to_owned();
        assert!(is_id(&at), "the page leads to the file");
        let addresses = draft_addresses(&id);
        for (what, word) in [("title of a draft", title), ("summary of a draft", summary)] {
            self.planted(what, place, word, &id, &addresses);
        }
        for (what, word) in [("section of a draft", section), ("scope of a draft", scope)] {
            self.planted(what, Place::Draft(side), word, &id, &addresses);
        }
        for (what, word) in [("name of a file", name), ("bytes of a file", bytes)] {
            self.planted(what, place, word, &at, &[format!("/desk/files/{at}")]);
        }
    }

    /// What somebody types and does not send, and what somebody sent and got back.
    fn unsent(&mut self, email: &'static str) {
        let (kept, back) = (self.word(), self.word());
        let page = format!("/desk/projects/{}/discussion/new/joint", self.code);
        let typed = format!("Half a sentence with {kept} in it");
        let client = self.client(email);
        let fields = client.filled(&page, "/do/open-thread", &[("title", "Wires"), ("text", &typed), ("note_language", "en")]);
        let answer = client.post("/do/autosave", &borrowed(&fields), &[("accept", "application/json")]);
        assert_eq!(answer.status(), 204, "it is kept");
        let answer = client.send(&page, "/do/open-thread", &[("title", ""), ("text", &back), ("note_language", "en")]);
        let place = answer.headers()["location"].to_str().expect("an address").to_owned();
        let id = place.split("?form=").nth(1).and_then(|rest| rest.split('&').next()).expect("it comes back").to_owned();
        self.planted("words that are typed and not sent", Place::Own(email), kept, NOTHING, &[]);
        self.planted("words of a form that came back", Place::Own(email), back, &id, &[place]);
    }

    /// A summary that waits for both heads, beside the one that the public reads.
    fn summary(&mut self, email: &str) {
        let page = format!("/desk/projects/{}/summary", self.told);
        let words: Vec<String> = (0..9).map(|_| self.word()).collect();
        let names =
            ["title", "text", "reasons"].into_iter().flat_map(|name| ["en", "he", "ar"].map(|lang| format!("{name}_{lang}")));
        let fields: Vec<(String, String)> = names.zip(words.iter().cloned()).collect();
        self.send(email, &page, "/do/write-summary", &borrowed(&fields));
        for ((name, word), address) in fields.iter().zip(std::iter::repeat(&page)) {
            self.planted(&format!("{name} of a summary"), Place::Joint, word.clone(), NOTHING, std::slice::from_ref(address));
        }
    }

    /// What these people learn from everything that they can reach now. It is the same as before for those whose watch ends.
    fn watch(&self, ends: Watch, begins: &[&'static str]) -> Watch {
        let clients = &self.clients;
        let one = |email: &'static str| (email, lessons(&clients[email], &starts(&clients[email])));
        let who: Vec<&'static str> = ends.keys().chain(begins).copied().collect();
        let mut now: Watch = std::thread::scope(|scope| {
            let all: Vec<_> = who.iter().map(|email| scope.spawn(move || one(email))).collect();
            all.into_iter().map(|one| one.join().expect("the pages are read")).collect()
        });
        for (email, before) in ends {
            let now = now.remove(email).expect("everybody looked");
            assert!(before.keys().eq(now.keys()), "{email} finds other pages than before");
            for (path, old) in before {
                assert!(old == now[&path], "{email} sees a change on {path}: {}", parting(&old, &now[&path]));
            }
        }
        now
    }
}

/// Every page of a draft, by the portal's own table.
fn draft_addresses(id: &str) -> Vec<String> {
    let routes = routes();
    let pages = routes["pages"].as_array().expect("pages").iter().filter_map(|page| page["path"].as_str());
    let values = [("{code}", id), ("{section}", "objectives"), ("{id}", NOTHING), ("{audience}", "joint")];
    let of = |path: &str| values.iter().fold(path.to_owned(), |path, (name, value)| path.replace(name, value));
    let pages = pages.filter(|path| path.starts_with("/desk/projects/{code}")).map(of);
    pages.chain(std::iter::once(format!("/desk/projects/{id}/compare?from=1&to=2"))).collect()
}

/// Words that stand in much of what is planted: what they find, how many and in which order, tells nothing of it to others.
const SEARCHES: &[&str] = &[
    "/desk/search?q=wires",
    "/desk/search?q=wires&kind=thread&sector=energy",
    "/desk/search?q=say+here&stage=supervisor_review",
    "/desk/search?q=june&age=week&side=il",
    "/desk/search?q=%D7%AA%D7%A7%D7%A6%D7%99%D7%91+txt",
];

/// Where this reader begins: the fixed pages, and the list of projects by each choice that its filters offer.
fn starts(client: &Client) -> Vec<String> {
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

/// Each watch begins before, and ends after, something that its people may not know of.
fn counts_give_nothing_away(world: &mut World) {
    // Members of other groups, an administrator and the public may know of nothing that is planted.
    let others = ["maya@il.example", "rana@sy.example", "erik@admin.example", ANYONE];
    let (secretariat, syria) = (["ana@secretariat.example"], ["omar@sy.example"]);
    let mut others = world.watch(Watch::new(), &[&others[..], &secretariat, &syria].concat());
    let mut part = |who: &[&'static str]| who.iter().filter_map(|email| others.remove_entry(email)).collect::<Watch>();
    let (mut secretariat, syria) = (part(&secretariat), part(&syria));
    world.thread("grace@us.example", Place::Caucus("us"), "caucus-us");
    world.thread("tamar@il.example", Place::Channel("il"), "channel-il");
    let supervisor = world.watch(Watch::new(), &["helen@us.example"]);
    world.thread("eli@il.example", Place::Caucus("il"), "caucus-il");
    world.draft("noa@il.example", "il");
    let israel = world.watch(syria, &["noa@il.example"]);
    world.thread("salma@sy.example", Place::Caucus("sy"), "caucus-sy");
    world.draft("omar@sy.example", "sy");
    world.watch(supervisor, &[]);
    world.thread("samir@sy.example", Place::Channel("sy"), "channel-sy");
    world.thread("james@us.example", Place::Caucus("us"), "caucus-us");
    world.unsent("eli@il.example");
    secretariat.extend(israel);
    world.watch(secretariat, &[]);
    world.thread("omar@sy.example", Place::Joint, "joint");
    world.summary("noa@il.example");
    world.watch(others, &[]);
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
            for address in plant.addresses.iter().filter(|address| asked.insert((*address).clone())) {
                let seen = Seen::of(client.get(address));
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
                let other = empty.entry(action).or_insert_with(|| self.say(client, (action, names), (&token, code, NOTHING)));
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

/// What an outsider may try on the id of a thread, of a project and of a file.
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

/// What may be tried on a plant, by its address.
fn deeds_on(plant: &Plant) -> &'static [Deed] {
    match plant.addresses.first() {
        Some(address) if address.starts_with("/desk/files/") => ON_FILE,
        Some(address) if address.contains("/discussion/") => ON_THREAD,
        _ => ON_PROJECT,
    }
}

fn reading(email: &'static str, client: &mut Client, stem: &str, plants: &[Plant], code: &str) -> Vec<String> {
    let mut reading = Reading { email, world: (stem, plants), found: BTreeSet::new(), wrong: Vec::new() };
    crawl(client, &starts(client), |path, seen| reading.read_linked(path, seen));
    reading.guess(client);
    reading.search(client);
    reading.post(client, code);
    for plant in plants.iter().filter(|plant| may_read(email, plant.place) && !reading.found.contains(plant.word.as_str())) {
        reading.wrong.push(format!("{email:?} does not find the {}", plant.what));
    }
    reading.wrong
}

fn everybody_finds_what_is_theirs_and_nothing_else(world: World) {
    let World { mut clients, stem, plants, code, .. } = world;
    let waiting = Mutex::new(clients.iter_mut().collect::<Vec<_>>());
    let next = || waiting.lock().expect("nobody has failed").pop();
    let one = || -> Vec<String> {
        let readers = std::iter::from_fn(next);
        readers.flat_map(|(email, client)| reading(email, client, &stem, &plants, &code)).collect()
    };
    let wrong: Vec<String> = std::thread::scope(|scope| {
        let threads = [(); 4].map(|()| scope.spawn(one));
        threads.into_iter().flat_map(|thread| thread.join().expect("everybody has read")).collect()
    });
    assert!(wrong.is_empty(), "{} things are wrong:\n{}", wrong.len(), wrong.join("\n"));
}
