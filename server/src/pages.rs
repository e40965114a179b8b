//! Member pages and forms over HTTP: whose request it is, the page or the deed, and the answer.

use std::net::IpAddr;
use std::sync::atomic::AtomicBool;
use std::sync::{Arc, Mutex};

use app::access::device;
use app::form::{Flash, Outcome, token_fits};
use app::frame::{Class, Page, document};
use app::pages::error;
use app::pages::meetings::screen;
use app::request::{Ask, Fields, Inner, Portal, Session as Known, Stop, Upload, chooses_lang};
use app::routes::{self, PageRoute};
use app::text::digits::{reading, reading_now};
use app::text::t;
use axum::body::Body;
use axum::extract::{RawPathParams, Request, State};
use axum::response::{IntoResponse, Response};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use domain::text::Lang;
use http::request::Parts;
use http::{HeaderMap, HeaderValue, Method, StatusCode, header};
use leptos::prelude::provide_context;
use store::Readers;
use store::account::{Account, Digits, Theme};
use tower_sessions::Session;

use crate::form_body::{self, Sent};
use crate::session::{self, FORM_COOKIE, Seal};
use crate::{client, clock, headers};

pub mod late;
mod outcome;

/// What every handler shares.
#[derive(Clone, Debug)]
pub struct Shared {
    /// The running portal.
    pub portal: Arc<Portal>,
    /// The seal of forms that nobody has signed in to.
    pub seal: Seal,
    /// Rendered public pages.
    pub rendered: Arc<crate::public::Rendered>,
    /// The streams that are open.
    pub streams: crate::live::Streams,
    /// The proxy in front.
    pub proxy: Option<IpAddr>,
}

/// A request and what has to go with its answer.
pub struct Visit {
    /// What pages may know.
    pub ask: Ask,
    /// The value of a form cookie that was just made.
    fresh_form: Option<String>,
    /// The browser, as it calls itself.
    browser: Option<String>,
}

/// The language a browser prefers among ours.
pub fn preferred(headers: &HeaderMap) -> Lang {
    let wanted = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    wanted
        .split(',')
        .filter_map(|one| one.split(';').next())
        .find_map(|tag| Lang::parse(tag.trim().split('-').next().unwrap_or_default()))
        .unwrap_or(Lang::En)
}

/// What a page looks like: language, colours, digits.
#[derive(Clone, Copy, Debug)]
pub struct Looks(Lang, Theme, Digits);

impl From<Lang> for Looks {
    fn from(lang: Lang) -> Self {
        Self(lang, Theme::default(), Digits::default())
    }
}

impl From<&Account> for Looks {
    fn from(account: &Account) -> Self {
        Self(account.lang, account.theme, account.digits)
    }
}

/// The looks of a page: by its address, else as its reader has set them, else as the browser prefers.
async fn looks(shared: &Shared, known: &Known, (path, query): (&str, &str), headers: &HeaderMap) -> Looks {
    let first = path.split('/').nth(1).unwrap_or_default();
    if let Some(lang) = Lang::parse(first) {
        return lang.into();
    }
    if let Some(person) = &known.person
        && let Ok(mut tx) = shared.portal.db.read(&Readers::public()).await
        && let Ok(Some(account)) = store::account::find(&mut tx, person).await
    {
        return Looks::from(&account);
    }
    let chosen =
        chooses_lang(path).then(|| form_body::pairs(query.as_bytes()).into_iter().find(|(name, _)| name == "lang")).flatten();
    chosen.and_then(|(_, lang)| Lang::parse(&lang)).unwrap_or_else(|| preferred(headers)).into()
}

/// Opens a request: session or sealed form cookie, language, time, nonce.
pub async fn visit(shared: &Shared, session: Option<&Session>, parts: &Parts, sent: Sent) -> Visit {
    let (headers, uri) = (&parts.headers, &parts.uri);
    let mut known = Known::default();
    if let Some(session) = session {
        match session::known(session).await {
            Ok(found) => known = found.unwrap_or_default(),
            Err(error) => tracing::error!(%error, "a session could not be read"),
        }
    }
    let mut fresh_form = None;
    if known.person.is_none() && session.is_some() {
        match shared.seal.open(headers) {
            Some(sealed) => known = sealed,
            None => {
                let value = shared.seal.make();
                known = shared.seal.fresh_known(&value);
                fresh_form = Some(value);
            }
        }
    }
    // A deed speaks the language of the page with its form.
    let address = sent.fields.iter().find(|(name, _)| name == "back").map_or_else(|| uri.to_string(), |(_, back)| back.clone());
    let looks = looks(shared, &known, address.split_once('?').unwrap_or((&address, "")), headers).await;
    let query = form_body::pairs(uri.query().unwrap_or_default().as_bytes());
    let from = Origin {
        client: client::of(parts, shared.proxy),
        device: session::cookie(headers, device::COOKIE).unwrap_or_default(),
        screen: session::cookie(headers, screen::COOKIE).unwrap_or_default(),
    };
    Visit { ask: ask(shared, known, looks, (uri.path(), query), sent, from), fresh_form, browser: client::browser(headers) }
}

/// Where a request comes from.
#[derive(Clone, Copy, Debug, Default)]
pub struct Origin<'a> {
    /// The address that limits count by.
    client: Option<IpAddr>,
    /// The cookie of the device.
    device: &'a str,
    /// The cookie of a paired screen.
    screen: &'a str,
}

/// The request as pages see it.
pub fn ask(
    shared: &Shared,
    session: Known,
    Looks(lang, theme, digits): Looks,
    (path, query): (&str, Fields),
    sent: Sent,
    from: Origin<'_>,
) -> Ask {
    let upload: Option<Upload> = sent.upload;
    Ask::new(Inner {
        portal: Arc::clone(&shared.portal),
        session,
        id: domain::id::spell(clock::random()),
        now: clock::now(),
        seed: clock::random(),
        path: path.to_owned(),
        query,
        fields: sent.fields,
        upload,
        lang,
        theme,
        digits,
        client: from.client,
        device: from.device.to_owned(),
        screen: from.screen.to_owned(),
        nonce: URL_SAFE_NO_PAD.encode(clock::random::<16>()),
        keeps: AtomicBool::new(false),
        outcome: Mutex::new(None),
    })
}

/// The same reader's request for a page, now, with dice of its own.
pub fn again(shared: &Shared, ask: &Ask, path: &str) -> Ask {
    let from = Origin { client: ask.client, device: &ask.device, screen: &ask.screen };
    let looks = Looks(ask.lang, ask.theme, ask.digits);
    self::ask(shared, ask.session.clone(), looks, (path, vec![]), Sent::default(), from)
}

/// A member page.
pub async fn page(
    shared: Shared,
    route: &'static PageRoute,
    session: Session,
    params: RawPathParams,
    request: Request,
) -> Response {
    let (parts, _) = request.into_parts();
    let pieces: Vec<String> = params.iter().map(|(_, value)| value.to_owned()).collect();
    let visit = visit(&shared, Some(&session), &parts, Sent::default()).await;
    // A path under a language that is none of ours leads nowhere.
    if route.path.starts_with("/{lang}") && pieces.first().is_none_or(|first| Lang::parse(first).is_none()) {
        return answer(&visit, Class::Member, error::not_found(&visit.ask), None);
    }
    match reading(visit.ask.digits, (route.make)(visit.ask.clone(), pieces)).await {
        Ok(page) => {
            let notice = notice(&visit.ask).await;
            answer(&visit, Class::Member, page, notice)
        }
        Err(stop) => stopped(&visit, stop).await,
    }
}

/// "The position of your side is recorded", once, for the session that did it.
async fn notice(ask: &Ask) -> Option<String> {
    if ask.query("said").is_empty() {
        return None;
    }
    let mut tx = ask.portal.db.read(&Readers::public()).await.ok()?;
    Some(t(ask.lang, &Flash::said(ask, &mut tx).await.ok()??.done?))
}

/// The answer where there is no page; whoever is signed in keeps the desk around it.
pub async fn stopped(visit: &Visit, stop: Stop) -> Response {
    let ask = &visit.ask;
    let page = match stop {
        Stop::NotFound => error::not_found(ask),
        Stop::Forbidden => error::forbidden(ask),
        Stop::TooOften => {
            tracing::info!(request = ask.id, "too often");
            error::too_often(ask)
        }
        Stop::SignIn => return sign_in(ask),
        Stop::Limited => return see_other("/desk/account/security"),
        Stop::Failed(failure) => {
            tracing::error!(request = ask.id, %failure, "a page failed");
            error::failed(ask)
        }
    };
    let page = match ask.member().await {
        Ok(member) => page.of(&member),
        Err(_) => page,
    };
    answer(visit, Class::Member, page, None)
}

fn sign_in(ask: &Ask) -> Response {
    let next = routes::encode(app::pages::sign_in::local(&ask.path));
    see_other(&format!("/{}/sign-in?next={next}", ask.lang.code()))
}

fn see_other(place: &str) -> Response {
    let place = HeaderValue::from_str(place).unwrap_or(HeaderValue::from_static("/"));
    (StatusCode::SEE_OTHER, [(header::LOCATION, place)]).into_response()
}

/// A page as a response, with the headers of its class.
pub fn answer(visit: &Visit, class: Class, page: Page, notice: Option<String>) -> Response {
    let ask = &visit.ask;
    let status = StatusCode::from_u16(page.status).unwrap_or(StatusCode::OK);
    let body = reading_now(ask.digits, || document(ask, class, page, notice));
    let mut response =
        (status, [(header::CONTENT_TYPE, "text/html; charset=utf-8"), (header::CACHE_CONTROL, "no-store")], body).into_response();
    let policy = match class {
        Class::Public => Ok(headers::PUBLIC),
        Class::Member => HeaderValue::from_str(&headers::member(&ask.nonce)),
    };
    let headers = response.headers_mut();
    if let Ok(policy) = policy {
        headers.insert(header::CONTENT_SECURITY_POLICY, policy);
    }
    if status == StatusCode::TOO_MANY_REQUESTS {
        headers.insert(header::RETRY_AFTER, HeaderValue::from_static("10"));
    }
    let cookie = visit.fresh_form.as_ref().map(|value| format!("{FORM_COOKIE}={value}; Path=/; Secure; HttpOnly; SameSite=Lax"));
    if let Some(cookie) = cookie.and_then(|cookie| HeaderValue::from_str(&cookie).ok()) {
        headers.append(header::SET_COOKIE, cookie);
    }
    response
}

/// Nothing stands at this address.
pub async fn nowhere(State(shared): State<Shared>, session: Session, request: Request) -> Response {
    let (parts, _) = request.into_parts();
    let visit = visit(&shared, Some(&session), &parts, Sent::default()).await;
    let desk = visit.ask.path == "/desk" || visit.ask.path.starts_with("/desk/");
    if desk && visit.ask.session.person.is_none() { sign_in(&visit.ask) } else { stopped(&visit, Stop::NotFound).await }
}

/// A form: gate passed, now session, fields, token, deed, answer.
pub async fn deed(State(shared): State<Shared>, session: Session, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    let Some(route) = routes::form(parts.uri.path()) else {
        let visit = visit(&shared, Some(&session), &parts, Sent::default()).await;
        return stopped(&visit, Stop::NotFound).await;
    };
    // A file is taken from people who are signed in, so nothing large is held for strangers.
    if route.takes_file() && !matches!(session::known(&session).await, Ok(Some(_))) {
        let visit = visit(&shared, Some(&session), &parts, Sent::default()).await;
        return answer(&visit, Class::Member, error::stale_form(&visit.ask), None);
    }
    let sent = match form_body::read(&parts.headers, body, route).await {
        Ok(sent) => sent,
        Err(status) => {
            let visit = visit(&shared, Some(&session), &parts, Sent::default()).await;
            let ask = &visit.ask;
            let large = status == StatusCode::PAYLOAD_TOO_LARGE;
            let page = if large { error::too_large(ask) } else { error::not_a_form(ask, status.as_u16()) };
            return answer(&visit, Class::Member, page, None);
        }
    };
    let visit = visit(&shared, Some(&session), &parts, sent).await;
    let ask = visit.ask.clone();
    let filled_in = route.filled_in(ask.field("draft"));
    let entitled = route.is_open() || ask.session.person.is_some();
    let wants_code = parts.headers.get(header::ACCEPT).is_some_and(|kind| kind.as_bytes() == b"application/json");
    if !entitled || !token_fits(&ask.session.secret, ask.field("form_token")) {
        tracing::info!(request = ask.id, path = route.path, "a form without a valid token");
        return if wants_code {
            StatusCode::FORBIDDEN.into_response()
        } else {
            late::answer(&shared, visit, filled_in, &parts.headers).await
        };
    }
    if ask.session.limited && !route.is_open() && !routes::is_open_to_limited(route.path) {
        return see_other("/desk/account/security");
    }
    if !ask.is_within(&ask.portal.forms) {
        return stopped(&visit, Stop::TooOften).await;
    }
    run(&ask, route.path).await;
    let came_to = ask.outcome.lock().ok().and_then(|mut place| place.take()).unwrap_or(Outcome::Failed);
    if wants_code {
        outcome::code(&came_to)
    } else {
        outcome::respond(&shared, &session, &visit, (route.path, filled_in), came_to).await
    }
}

/// Runs the server function; it leaves its outcome in the request, and what Leptos would answer is not needed.
async fn run(ask: &Ask, path: &'static str) {
    let given = ask.clone();
    let request = Request::builder()
        .method(Method::POST)
        .uri(path)
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .body(Body::empty());
    if let Ok(request) = request {
        let _ = leptos_axum::handle_server_fns_with_context(move || provide_context(given.clone()), request).await;
    }
}
