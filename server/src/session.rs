//! Sessions: tower-sessions over our own store, which keeps only the hash of an id; and the sealed value that stands in for a
//! session on pages with a form that nobody has signed in to.

use std::collections::HashMap;
use std::net::IpAddr;

use app::request::{Session as Known, lasts};
use async_trait::async_trait;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use domain::id::PersonId;
use domain::party::Party;
use domain::time::Timestamp;
use hmac::{Hmac, KeyInit, Mac};
use http::{HeaderMap, header};
use sha2::{Digest, Sha256};
use store::{Db, Readers};
use subtle::ConstantTimeEq;
use time::OffsetDateTime;
use tower_sessions::cookie::SameSite;
use tower_sessions::session::{Id, Record};
use tower_sessions::{Expiry, Session, SessionManagerLayer, SessionStore, session_store};

/// The cookie of a session.
pub const COOKIE: &str = "__Host-sid";
/// The cookie of a form that nobody has signed in to.
pub const FORM_COOKIE: &str = "__Host-form";
const PERSON: &str = "person";
const SECRET: &str = "form_secret";
const BEGAN: &str = "began";
/// From which address; shown to the person alone.
const NETWORK: &str = "network";
/// In which browser; shown to the person alone.
const BROWSER: &str = "browser";
/// How long it lasts when nothing is done, in seconds.
const IDLE: &str = "idle";
/// How long it lasts at all, in seconds.
const LONGEST: &str = "longest";
/// Is only the set-up of a second factor open?
const LIMITED: &str = "limited";
/// Set when a record is loaded, from the row: the library itself only knows how long a session would last from now on.
const ENDS: &str = "ends";
/// The cookie outlives the session, so that a form that comes too late still tells whose it was. The row decides what holds.
const COOKIE_LASTS: time::Duration = time::Duration::hours(25);

/// Keeps session records in the portal's own store.
#[derive(Clone, Debug)]
pub struct Sessions {
    db: Db,
}

/// What stands in the table for an id.
pub fn hash_of(id: &Id) -> String {
    domain::text::hex(&Sha256::digest(id.to_string().as_bytes()))
}

fn backend(error: impl std::fmt::Display) -> session_store::Error {
    session_store::Error::Backend(error.to_string())
}

#[async_trait]
impl SessionStore for Sessions {
    async fn create(&self, record: &mut Record) -> session_store::Result<()> {
        self.save(record).await
    }

    async fn save(&self, record: &Record) -> session_store::Result<()> {
        let text = serde_json::to_string(&record.data).map_err(backend)?;
        let person = record.data.get(PERSON).and_then(|value| value.as_str()).map(str::to_owned);
        let idle = record.data.get(IDLE).and_then(serde_json::Value::as_i64).unwrap_or(0);
        let (hash, expires) = (hash_of(&record.id), crate::clock::now().0 / 1000 + idle);
        self.db
            .write(Readers::public(), move |tx| {
                let (text, person, hash) = (text.clone(), person.clone(), hash.clone());
                Box::pin(async move { store::session::save(tx, &hash, person.as_deref(), &text, expires).await })
            })
            .await
            .map_err(|error: store::Error| backend(error))
    }

    async fn load(&self, id: &Id) -> session_store::Result<Option<Record>> {
        let mut tx = self.db.read(&Readers::public()).await.map_err(backend)?;
        let now = crate::clock::now().0 / 1000;
        let found = store::session::find(&mut tx, &hash_of(id), now).await.map_err(backend)?;
        let Some((text, expires)) = found else { return Ok(None) };
        let mut data: HashMap<String, serde_json::Value> = serde_json::from_str(&text).map_err(backend)?;
        data.insert(ENDS.to_owned(), expires.into());
        let expiry_date = OffsetDateTime::from_unix_timestamp(expires).map_err(backend)?;
        Ok(Some(Record { id: *id, data, expiry_date }))
    }

    async fn delete(&self, id: &Id) -> session_store::Result<()> {
        let hash = hash_of(id);
        self.db
            .write(Readers::public(), move |tx| {
                let hash = hash.clone();
                Box::pin(async move { store::session::delete(tx, &hash).await })
            })
            .await
            .map_err(|error: store::Error| backend(error))
    }
}

/// The layer that gives each request its session.
pub fn layer(db: Db) -> SessionManagerLayer<Sessions> {
    SessionManagerLayer::new(Sessions { db })
        .with_name(COOKIE)
        .with_secure(true)
        .with_http_only(true)
        .with_same_site(SameSite::Lax)
        .with_path("/")
        .with_expiry(Expiry::OnInactivity(COOKIE_LASTS))
}

/// Whose session this is; a session that has lasted its whole time is ended.
pub async fn known(session: &Session) -> Result<Option<Known>, tower_sessions::session::Error> {
    let (Some(person), Some(secret)) = (session.get::<String>(PERSON).await?, session.get::<String>(SECRET).await?) else {
        return Ok(None);
    };
    let began: i64 = session.get(BEGAN).await?.unwrap_or(0);
    let (idle, longest): (u32, i64) = (session.get(IDLE).await?.unwrap_or(0), session.get(LONGEST).await?.unwrap_or(0));
    if crate::clock::now().0 / 1000 - began > longest {
        session.flush().await?;
        return Ok(None);
    }
    // The record never changes; only its end moves along, and not with every request.
    let now = crate::clock::now().0 / 1000;
    let mut ends: i64 = session.get(ENDS).await?.unwrap_or(now);
    if ends - now < i64::from(idle - idle / 12) {
        session.save().await?;
        ends = now + i64::from(idle);
    }
    let ends = ends.min(began + longest);
    let limited = session.get(LIMITED).await?.unwrap_or(true);
    let id_hash = session.id().map(|id| hash_of(&id)).unwrap_or_default();
    let person = Some(PersonId::from(person.as_str()));
    let ends_at = Some(Timestamp(ends * 1000));
    Ok(Some(Known { id_hash, person, secret: secret.into_bytes(), ends_at, idle, limited }))
}

/// Whose session the cookie of this request names, also after its end.
pub async fn owner(db: &Db, headers: &HeaderMap) -> Result<Option<PersonId>, store::Error> {
    let Some(id) = cookie(headers, COOKIE).and_then(|value| value.parse::<Id>().ok()) else { return Ok(None) };
    let mut tx = db.read(&Readers::public()).await?;
    store::session::owner(&mut tx, &hash_of(&id)).await
}

/// The value of a cookie.
pub fn cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    let lines = headers.get_all(header::COOKIE).iter().filter_map(|value| value.to_str().ok());
    lines.flat_map(|line| line.split(';')).find_map(|pair| pair.trim().strip_prefix(name)?.strip_prefix('='))
}

/// Whose session begins, and from where.
#[derive(Debug)]
pub struct Beginning<'a> {
    /// Who.
    pub person: &'a PersonId,
    /// Of which party, which says how long it lasts.
    pub party: Party,
    /// Is only the set-up of a second factor open?
    pub limited: bool,
    /// From which address.
    pub client: Option<IpAddr>,
    /// In which browser.
    pub browser: Option<String>,
}

/// Begins a session, under a new id.
pub async fn begin(session: &Session, new: Beginning<'_>) -> Result<(), tower_sessions::session::Error> {
    session.flush().await?;
    let (idle, longest) = lasts(new.party);
    session.insert(PERSON, new.person.as_str()).await?;
    session.insert(SECRET, URL_SAFE_NO_PAD.encode(crate::clock::random::<32>())).await?;
    session.insert(BEGAN, crate::clock::now().0 / 1000).await?;
    session.insert(NETWORK, new.client).await?;
    session.insert(BROWSER, new.browser).await?;
    session.insert(IDLE, idle).await?;
    session.insert(LONGEST, longest).await?;
    session.insert(LIMITED, new.limited).await?;
    session.save().await
}

/// A value that only this server can have made; it stands in for a session's secret before somebody signs in.
#[derive(Clone, Debug)]
pub struct Seal([u8; 32]);

impl Seal {
    /// A seal with this key.
    pub const fn new(key: [u8; 32]) -> Self {
        Self(key)
    }

    fn of(&self, value: &str) -> Option<String> {
        let mut mac = Hmac::<Sha256>::new_from_slice(&self.0).ok()?;
        mac.update(value.as_bytes());
        Some(URL_SAFE_NO_PAD.encode(mac.finalize().into_bytes()))
    }

    /// A new sealed value.
    pub fn make(&self) -> String {
        let value = URL_SAFE_NO_PAD.encode(crate::clock::random::<32>());
        let seal = self.of(&value).unwrap_or_default();
        format!("{value}.{seal}")
    }

    /// The sealed value of a request's cookie, if it is ours.
    pub fn open(&self, headers: &HeaderMap) -> Option<Known> {
        let (value, seal) = cookie(headers, FORM_COOKIE)?.split_once('.')?;
        self.fits(value, seal).then(|| Self::known(value, seal))
    }

    fn fits(&self, value: &str, seal: &str) -> bool {
        self.of(value).is_some_and(|own| bool::from(own.as_bytes().ct_eq(seal.as_bytes())))
    }

    /// Words that go to a browser and have to come back unchanged.
    pub fn close(&self, words: &str) -> String {
        let value = URL_SAFE_NO_PAD.encode(words);
        format!("{value}.{}", self.of(&value).unwrap_or_default())
    }

    /// Such words, if they are as they left.
    pub fn read(&self, sealed: &str) -> Option<String> {
        let (value, seal) = sealed.split_once('.')?;
        let bytes = URL_SAFE_NO_PAD.decode(value).ok().filter(|_| self.fits(value, seal))?;
        String::from_utf8(bytes).ok()
    }

    /// What a sealed value stands for: nobody, with a secret for form tokens.
    fn known(value: &str, seal: &str) -> Known {
        let id_hash = domain::text::hash(&format!("form {value}"));
        Known { id_hash, person: None, secret: format!("{value}.{seal}").into_bytes(), ..Known::default() }
    }

    /// What a value that was just made stands for.
    pub fn fresh_known(&self, sealed: &str) -> Known {
        sealed.split_once('.').map_or_else(Known::default, |(value, seal)| Self::known(value, seal))
    }
}
