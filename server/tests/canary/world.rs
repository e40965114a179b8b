//! The people with their browsers, and what they plant.

use std::collections::BTreeMap;
use std::hash::{BuildHasher, RandomState};

use crate::place::{ANYONE, GROUP, PEOPLE, Place};
use crate::portal::pages::{NOTHING, is_id, lessons, parting};
use crate::portal::{Client, Portal, borrowed, routes, text};
use crate::reading::starts;

/// A private thing: the word in it, the id it got, and every address that would show it.
pub struct Plant {
    pub what: String,
    pub place: Place,
    pub word: String,
    pub id: String,
    pub addresses: Vec<String>,
}

impl Plant {
    /// An id of the same kind that nothing has.
    pub fn nothing(&self) -> String {
        self.id.rsplit_once('-').map_or_else(|| NOTHING.to_owned(), |(before, _)| format!("{before}-999"))
    }

    /// The stream of its thread or meeting.
    pub fn stream(&self) -> Option<String> {
        let home = self.addresses.first()?;
        let has_one = home.contains("/discussion/") && !home.contains("?form=") || home.starts_with("/desk/meetings/");
        has_one.then(|| format!("{home}/live"))
    }

    /// Is it of a kind that search looks through?
    pub fn can_be_found(&self) -> bool {
        let begins = [
            "title in ",
            "message in ",
            "second message in ",
            "title of a draft",
            "section of a draft",
            "summary of a draft",
            "name of a file",
            "note in ",
            "item of a meeting",
        ];
        begins.iter().any(|one| self.what.starts_with(one))
    }
}

/// The people with their browsers, and what they have planted.
pub struct World {
    pub clients: BTreeMap<&'static str, Client>,
    /// The beginning of every word, found nowhere else.
    pub stem: String,
    pub plants: Vec<Plant>,
    /// A project under review in the group, open to both sides and the supervisor.
    pub code: String,
    /// A project of the group with a published summary.
    told: String,
}

/// Everything that each of some people learns, by page.
pub type Watch = BTreeMap<&'static str, BTreeMap<String, String>>;

/// What stands behind the first address of this beginning.
fn linked(page: &str, begin: &str) -> String {
    let behind = page.split(begin).nth(1).and_then(|rest| rest.split(['"', '?', '#']).next());
    behind.unwrap_or_default().to_owned()
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
    pub fn enter(portal: &Portal) -> Self {
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
    pub fn word(&self) -> String {
        format!("{}{}", self.stem, letters(8))
    }

    fn send(&mut self, email: &str, page: &str, action: &str, fields: &[(&str, &str)]) -> String {
        self.client(email).does(page, action, fields)
    }

    pub fn planted(&mut self, what: &str, place: Place, word: String, id: &str, addresses: &[String]) {
        let (what, id) = (what.to_owned(), id.to_owned());
        self.plants.push(Plant { what, place, word, id, addresses: addresses.to_vec() });
    }

    /// A thread with a title and a message, and one more message in it.
    pub fn thread(&mut self, email: &str, place: Place, audience: &str) {
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
        self.message(email, &address, &second);
        for (what, word) in [("title", title), ("message", first), ("second message", second)] {
            self.planted(&format!("{what} in {audience}"), place, word, &id, std::slice::from_ref(&address));
        }
        self.file_of_message(email, place, &address);
    }

    /// One more message in a thread.
    pub fn message(&mut self, email: &str, address: &str, word: &str) {
        let more = format!("And {word} too.");
        self.send(email, address, "/do/post-message", &[("text", more.as_str()), ("note_language", "en")]);
    }

    /// One more message in the first thread of an audience.
    pub fn says(&mut self, email: &str, place: Place, audience: &str) {
        let what = format!("second message in {audience}");
        let known = self.plants.iter().find(|plant| plant.what == what).expect("a thread is planted there");
        let (id, address, word) = (known.id.clone(), known.addresses[0].clone(), self.word());
        self.message(email, &address, &word);
        self.planted(&what, place, word, &id, &[address]);
    }

    /// A meeting of the group with an item on its agenda.
    pub fn meeting(&mut self, email: &str) {
        let word = self.word();
        let when = [("date", "2099-03-03"), ("time", "10:00"), ("minutes", "60"), ("link", "")];
        let fields = [&[("group", GROUP), ("place", "Room 4"), ("note_language", "en")], &when[..]].concat();
        let place = self.send(email, "/desk/meetings/new", "/do/plan-meeting", &fields);
        let id = linked(&place, "/desk/meetings/").split('/').next().unwrap_or_default().to_owned();
        assert!(is_id(&id), "a meeting has an id: {place}");
        let home = format!("/desk/meetings/{id}");
        let title = format!("About {word}");
        let fields = [("edit", "add"), ("title", title.as_str()), ("minutes", "20"), ("note_language", "en")];
        self.send(email, &format!("{home}/agenda"), "/do/write-agenda", &fields);
        let addresses = ["", "/agenda", "/papers", "/meeting.ics"].map(|page| format!("{home}{page}"));
        self.planted("item of a meeting", Place::Joint, word, &id, &addresses);
    }

    /// A file with a name and bytes at the first message of a thread.
    fn file_of_message(&mut self, email: &str, place: Place, address: &str) {
        let (name, bytes) = (self.word(), self.word());
        let client = self.client(email);
        let fields = client.filled(address, "/do/attach-to-message", &[]);
        let file = (format!("תקציב {name}.txt"), format!("Lines of {bytes}."));
        let answer = client.post_files("/do/attach-to-message", &borrowed(&fields), &[(&file.0, &file.1)]);
        assert_eq!(answer.status(), 303);
        let at = linked(&text(&mut client.get(address)), "/desk/files/");
        assert!(is_id(&at), "the thread leads to the file");
        for (what, word) in [("name of a file at a message", name), ("bytes of a file at a message", bytes)] {
            self.planted(what, place, word, &at, &[format!("/desk/files/{at}")]);
        }
    }

    /// A formal note between a delegation and the supervisor; its subject says nothing.
    pub fn note(&mut self, email: &str, side: &'static str, to: &str) {
        let word = self.word();
        let page = format!("/desk/notes/new/channel-{side}");
        let said = format!("We ask for {word} by June.");
        let fields = [("group", GROUP), ("addressee", to), ("title", "Meters"), ("text", &said), ("note_language", "en")];
        let label = linked(&self.send(email, &page, "/do/send-note", &fields), "/desk/notes/");
        assert!(label.contains("-20"), "the note has a label: {label}");
        self.planted(&format!("note in channel-{side}"), Place::Channel(side), word, &label, &[format!("/desk/notes/{label}")]);
    }

    /// A draft of a delegation: its title, a section, its scope, and a file with a name and bytes.
    pub fn draft(&mut self, email: &str, side: &'static str) {
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
        let at = linked(&page, "/desk/files/");
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
    pub fn unsent(&mut self, email: &'static str) {
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
    pub fn summary(&mut self, email: &str) {
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
    pub fn watch(&self, ends: Watch, begins: &[&'static str]) -> Watch {
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
