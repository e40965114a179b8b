//! What a page may ask: who asks, when it is, the store, and what the form said.

use std::net::IpAddr;
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Mutex, OnceLock};

use domain::id::{Occasion, PersonId};
use domain::party::Party;
use domain::profile::Profile;
use domain::text::{Lang, Trilingual};
use domain::time::Timestamp;
use domain::viewer::{ENGINE, Viewer};
use leptos::prelude::use_context;
use store::account::{Digits, Theme};
use store::person::Office;
use store::{Db, Readers, Tx};

use crate::access::{Budget, Devices, Doors, Passwords, Vault};

/// The running portal: what every request shares.
#[derive(Debug)]
pub struct Portal {
    /// The store.
    pub db: Db,
    /// The public address, for links and the same-origin check.
    pub origin: String,
    /// Is it set up? Until then only the set-up page opens.
    pub founded: AtomicBool,
    /// What it is called, where that was said when it was set up.
    pub names: OnceLock<Trilingual>,
    /// Is the data a demonstration?
    pub demonstration: bool,
    /// The names of the built files.
    pub assets: Assets,
    /// Hashing and checking of passwords, with its own limits.
    pub passwords: Passwords,
    /// Checks passkeys, where the public address has a domain name.
    pub passkeys: Option<webauthn_rs::Webauthn>,
    /// What is kept sealed.
    pub vault: Vault,
    /// What happens at the doors.
    pub doors: Doors,
    /// How many forms somebody may send.
    pub forms: Budget,
    /// How often somebody may search, or ask for a file that has to be made.
    pub searches: Budget,
    /// How many codes of screens somebody may try.
    pub codes: Budget,
    /// Devices that somebody signed in on before.
    pub devices: Devices,
    /// Does mail go out? Then links go by it, and nobody but their owner sees one.
    pub posts: bool,
    /// Does everybody need a second factor, not only who decides?
    pub second_factor_for_all: bool,
    /// Stored files.
    pub files: std::path::PathBuf,
}

impl Portal {
    /// What the portal is called.
    #[must_use]
    pub fn name(&self, lang: Lang) -> String {
        let own = self.names.get().and_then(|names| names.get(&lang));
        own.cloned().unwrap_or_else(|| crate::text::t(lang, "portal-name"))
    }
}

/// The names of the built files, each with its content hash.
#[derive(Clone, Debug, Default, serde::Deserialize)]
pub struct Assets {
    /// The one stylesheet.
    pub css: String,
    /// The islands' JavaScript.
    #[serde(default)]
    pub js: String,
    /// The islands' WebAssembly.
    #[serde(default)]
    pub wasm: String,
    /// The icons.
    pub sprite: String,
    /// Fonts to load early, by language.
    #[serde(default)]
    pub preload: std::collections::BTreeMap<String, Vec<String>>,
}

/// How long a sign-in lasts when nothing is done, and at all, in seconds: less for the supervisor, whose desk holds the last key.
#[must_use]
pub const fn lasts(party: Party) -> (u32, u32) {
    match party {
        Party::Us => (15 * 60, 12 * 3600),
        Party::Il | Party::Sy | Party::None => (3600, 24 * 3600),
    }
}

/// Who the session belongs to.
#[derive(Clone, Debug, Default)]
pub struct Session {
    /// The hash of its id; empty without a session.
    pub id_hash: String,
    /// The person who signed in.
    pub person: Option<PersonId>,
    /// What form tokens are made from.
    pub secret: Vec<u8>,
    /// When it ends if nothing is done.
    pub ends_at: Option<Timestamp>,
    /// How long it lasts when nothing is done, in seconds.
    pub idle: u32,
    /// The person needs a second factor and has none yet: only its set-up is open.
    pub limited: bool,
}

/// The fields of a form, in their order; a name occurs once.
pub type Fields = Vec<(String, String)>;

/// A file as it came with a form.
#[derive(Clone, Debug)]
pub struct Upload {
    /// The name the browser gave.
    pub name: String,
    /// The bytes.
    pub bytes: Vec<u8>,
}

/// One request: everything a page or a deed may know of it.
#[derive(Clone, Debug)]
pub struct Ask(Arc<Inner>);

/// The parts of a request.
#[derive(Debug)]
pub struct Inner {
    /// The running portal.
    pub portal: Arc<Portal>,
    /// Whose request it is.
    pub session: Session,
    /// Its id, shown on error pages and kept in the ledger.
    pub id: String,
    /// When it came.
    pub now: Timestamp,
    /// Randomness for ids.
    pub seed: [u8; 32],
    /// The address without its query.
    pub path: String,
    /// The query, decoded.
    pub query: Fields,
    /// The form's fields.
    pub fields: Fields,
    /// The form's file.
    pub upload: Option<Upload>,
    /// The language of the page.
    pub lang: Lang,
    /// Its colours.
    pub theme: Theme,
    /// Its digits.
    pub digits: Digits,
    /// The address that limits count by; none for the machine itself.
    pub client: Option<IpAddr>,
    /// The cookie of its device, as it came.
    pub device: String,
    /// The grant of a paired screen, as it came.
    pub screen: String,
    /// The nonce of this response.
    pub nonce: String,
    /// Does the page show a form that is kept while it is typed? Then the languages of the header belong to that form.
    pub keeps: AtomicBool,
    /// What the deed came to.
    pub outcome: Mutex<Option<crate::form::Outcome>>,
}

impl std::ops::Deref for Ask {
    type Target = Inner;

    fn deref(&self) -> &Inner {
        &self.0
    }
}

/// Why there is no page.
#[derive(Debug)]
pub enum Stop {
    /// Nothing there, or not for this reader.
    NotFound,
    /// Somebody must sign in first.
    SignIn,
    /// A second factor must be set up first.
    Limited,
    /// The reader sees it and may not do it.
    Forbidden,
    /// The reader has asked for more than anybody reads.
    TooOften,
    /// Something failed.
    Failed(store::Error),
}

impl From<store::Error> for Stop {
    fn from(error: store::Error) -> Self {
        Self::Failed(error)
    }
}

/// Pages for people without an account whose address has no language either: they take it from the query.
#[must_use]
pub fn chooses_lang(path: &str) -> bool {
    path == "/setup" || path == "/screen" || path.starts_with("/screen/")
}

/// The address of a page in this language, where it takes that from the query.
#[must_use]
pub fn with_lang(path: &str, lang: Lang) -> String {
    if chooses_lang(path) { format!("{path}?lang={}", lang.code()) } else { path.to_owned() }
}

impl Ask {
    /// A request with these parts.
    #[must_use]
    pub fn new(inner: Inner) -> Self {
        Self(Arc::new(inner))
    }

    /// The request that a server function serves.
    #[must_use]
    pub fn current() -> Option<Self> {
        use_context()
    }

    /// A value of the query, or nothing.
    #[must_use]
    pub fn query(&self, name: &str) -> &str {
        self.query.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value)
    }

    /// A field of the form, or nothing.
    #[must_use]
    pub fn field(&self, name: &str) -> &str {
        self.fields.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value)
    }

    /// The page of a list that is asked for, from 1.
    #[must_use]
    pub fn page(&self) -> i64 {
        self.query("page").parse().unwrap_or(1).clamp(1, 1_000_000)
    }

    /// Time and seed for a deed.
    #[must_use]
    pub fn occasion(&self) -> Occasion {
        Occasion::new(self.now, self.seed)
    }

    /// Has this sender something left of a budget? The machine itself is not counted.
    #[must_use]
    pub fn is_within(&self, budget: &Budget) -> bool {
        let Some(client) = self.client else { return true };
        let name = self.session.person.as_ref().map_or_else(|| client.to_string(), ToString::to_string);
        budget.take(&name, self.now)
    }

    /// Who asks, with what they hold now, and a snapshot to read from as them.
    ///
    /// # Errors
    /// [`Stop::SignIn`] for the public.
    pub async fn member(&self) -> Result<Member, Stop> {
        let person = self.session.person.clone().ok_or(Stop::SignIn)?;
        if self.session.limited && !crate::routes::is_open_to_limited(&self.path) {
            return Err(Stop::Limited);
        }
        let mut tx = self.portal.db.read(&Readers::public()).await?;
        let viewer = store::person::viewer(&mut tx, &person).await?.ok_or(Stop::SignIn)?;
        // SQLite has no row security, so one snapshot serves both; PostgreSQL wants the viewer's own.
        let mut tx = if self.portal.db.engine() == store::dialect::Engine::Sqlite {
            tx
        } else {
            self.portal.db.read(&Readers::of(&viewer)).await?
        };
        let offices = store::person::offices(&mut tx).await?;
        let unread = store::notice::unread(&mut tx, &viewer).await?;
        Ok(Member { viewer, tx, people: People { offices, lang: self.lang, party: None }, unread }.knowing_itself())
    }
}

/// A signed-in reader with a snapshot of what they may read.
#[derive(Debug)]
pub struct Member {
    /// Who.
    pub viewer: Viewer,
    /// The snapshot.
    pub tx: Tx,
    /// Offices, for display.
    pub people: People,
    /// How much in their inbox is unread.
    pub unread: i64,
}

impl Member {
    fn knowing_itself(mut self) -> Self {
        self.people.party = Some(self.viewer.party);
        self
    }
}

fn with_name(office: &Office, lang: Lang) -> String {
    format!("{} ({})", office.label(lang), office.name)
}

/// Offices in the reader's language; names within the own party, and of whom the profile opens.
#[derive(Clone, Debug)]
pub struct People {
    offices: Vec<Office>,
    lang: Lang,
    party: Option<Party>,
}

impl People {
    /// The offices as the public sees them.
    #[must_use]
    pub const fn public(offices: Vec<Office>, lang: Lang) -> Self {
        Self { offices, lang, party: None }
    }

    fn find(&self, id: &PersonId) -> Option<&Office> {
        self.offices.iter().find(|office| office.id == *id)
    }

    /// "Signatory for energy, Israel", with the name where this reader may see it although it is of another party.
    #[must_use]
    pub fn office(&self, id: &PersonId) -> String {
        match self.find(id) {
            None if id.as_str() == ENGINE => crate::text::t(self.lang, "office-engine"),
            None => crate::text::t(self.lang, "office-unknown"),
            Some(office) if self.party != Some(office.party) && office.profile >= self.widest() => with_name(office, self.lang),
            Some(office) => office.label(self.lang).to_owned(),
        }
    }

    /// How far a name must be open for this reader, who is of another party.
    const fn widest(&self) -> Profile {
        if self.party.is_some() { Profile::Joint } else { Profile::Public }
    }

    /// The office, with the name where it is of the reader's own party.
    #[must_use]
    pub fn named(&self, id: &PersonId) -> String {
        match self.find(id) {
            Some(office) if self.party == Some(office.party) => with_name(office, self.lang),
            _ => self.office(id),
        }
    }

    /// The name of the reader.
    #[must_use]
    pub fn name(&self, id: &PersonId) -> String {
        self.find(id).map_or_else(String::new, |office| office.name.clone())
    }
}
