//! What a deed came to, as an answer: on to a page that says so once, back to the form with what was typed, a new session, or out.

use app::access::device;
use app::components::side_by_side::InView;
use app::form::{Entering, Flash, Outcome};
use app::frame::Class;
use app::pages::meetings::screen;
use app::pages::{check, error};
use app::request::{Ask, Stop, chooses_lang, with_lang};
use app::routes;
use axum::response::{IntoResponse, Response};
use domain::text::Lang;
use http::{HeaderValue, StatusCode, header};
use store::Readers;
use tower_sessions::Session;

use super::{Shared, Visit, answer, late, see_other, sign_in, stopped};
use crate::clock;
use crate::session::{self, Beginning};

/// For an island: the code, and what is to be said.
pub(super) fn code(outcome: &Outcome) -> Response {
    let status = match outcome {
        Outcome::Kept(says) if !says.is_empty() => return says.clone().into_response(),
        Outcome::Kept(_) | Outcome::Done(..) | Outcome::Says(..) => StatusCode::NO_CONTENT,
        Outcome::NotFound => StatusCode::NOT_FOUND,
        Outcome::SignIn => StatusCode::FORBIDDEN,
        Outcome::Back(flash) if flash.conflict => StatusCode::CONFLICT,
        Outcome::Back(_) => StatusCode::UNPROCESSABLE_ENTITY,
        Outcome::Second(_) | Outcome::SignedIn(_) | Outcome::Paired { .. } | Outcome::SignedOut | Outcome::Failed => {
            StatusCode::INTERNAL_SERVER_ERROR
        }
    };
    status.into_response()
}

pub(super) async fn respond(
    shared: &Shared,
    session: &Session,
    visit: &Visit,
    (path, filled_in): (&'static str, &'static str),
    outcome: Outcome,
) -> Response {
    let ask = &visit.ask;
    let keeps = path == routes::AUTOSAVE || ask.field(check::STEP) == check::CHECK;
    if matches!(outcome, Outcome::Done(..)) && !ask.field("draft").is_empty() && !keeps {
        // What was kept while it was typed has been sent.
        app::pages::draft::forget(ask, ask.field("draft")).await;
    }
    match outcome {
        Outcome::Kept(_) => see_other("/desk"),
        Outcome::Done(place, "") => see_other(&place),
        Outcome::Done(place, said) => {
            let flash = Flash { done: Some(said.to_owned()), ..Flash::default() };
            see_other(&saying(&place, keep(shared, ask, path, &flash).await))
        }
        Outcome::Says(flash, place) => see_other(&saying(&place, keep(shared, ask, path, &flash).await)),
        Outcome::Back(flash) => sent_back(shared, visit, filled_in, &flash).await,
        Outcome::NotFound => stopped(visit, Stop::NotFound).await,
        Outcome::SignIn => sign_in(ask),
        Outcome::Second(flash) => sent_back(shared, visit, "/do/second-factor", &flash).await,
        Outcome::SignedIn(entering) => {
            let device = entering.device.clone();
            match enter(shared, session, visit, *entering).await {
                Ok(place) => remembering(see_other(&place), device),
                Err(stop) => stopped(visit, stop).await,
            }
        }
        Outcome::Paired { token, place } => paired(&place, &token),
        Outcome::SignedOut => signed_out(session, ask).await,
        Outcome::Failed => answer(visit, Class::Member, error::failed(ask), None),
    }
}

/// A page that says something once, if that could be kept.
fn saying(place: &str, flash: Option<String>) -> String {
    let join = if place.contains('?') { '&' } else { '?' };
    flash.map_or_else(|| place.to_owned(), |id| format!("{place}{join}said={id}"))
}

/// The same answer, with the cookie of a device that was not known yet.
fn remembering(mut response: Response, device: Option<String>) -> Response {
    let cookie = device
        .map(|value| format!("{}={value}; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age={}", device::COOKIE, device::LASTS));
    if let Some(cookie) = cookie.and_then(|cookie| HeaderValue::from_str(&cookie).ok()) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}

/// The wall's page, with the grant that reads its meeting; it ends with the browser, and reads nothing after the meeting.
fn paired(place: &str, token: &str) -> Response {
    let mut response = see_other(place);
    let cookie = format!("{}={token}; Path=/; Secure; HttpOnly; SameSite=Lax", screen::COOKIE);
    if let Ok(cookie) = HeaderValue::from_str(&cookie) {
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    response
}

/// A new session begins; gives the page to go on to.
async fn enter(shared: &Shared, session: &Session, visit: &Visit, entering: Entering) -> Result<String, Stop> {
    let (ask, Entering { person, next, limited, says, .. }) = (&visit.ask, entering);
    let mut tx = shared.portal.db.read(&Readers::public()).await?;
    let party = store::person::party(&mut tx, &person).await?.ok_or(Stop::SignIn)?;
    drop(tx);
    let new = Beginning { person: &person, party, limited, client: ask.client, browser: visit.browser.clone() };
    session::begin(session, new).await.map_err(|error| Stop::Failed(store::Error::Corrupt(error.to_string())))?;
    if let (Some(flash), Some(id)) = (says, session.id()) {
        let kept = keep_for(shared, ask, session::hash_of(&id), "", &flash).await;
        return Ok(saying(&next, kept));
    }
    Ok(late::restore(shared, session, ask, &person).await.unwrap_or(next))
}

/// A form goes back to its page with what was typed.
pub(super) async fn sent_back(shared: &Shared, visit: &Visit, form: &str, flash: &Flash) -> Response {
    match keep(shared, &visit.ask, form, flash).await {
        Some(id) => see_other(&returned(&back(&visit.ask), form, &id)),
        None => stopped(visit, Stop::Failed(store::Error::Corrupt("a flash could not be kept".into()))).await,
    }
}

async fn signed_out(session: &Session, ask: &Ask) -> Response {
    if let Err(error) = session.flush().await {
        tracing::error!(request = ask.id, %error, "a session could not be ended");
    }
    let mut response = see_other(&format!("/{}", ask.lang.code()));
    response.headers_mut().insert("clear-site-data", HeaderValue::from_static("\"cache\", \"storage\""));
    // The library's own removal lacks `Secure`, without which a browser keeps a cookie with this prefix.
    response
        .headers_mut()
        .append(header::SET_COOKIE, HeaderValue::from_static("__Host-sid=; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=0"));
    response
}

/// Where a form comes back with what was typed.
pub(super) fn returned(page: &str, form: &str, flash: &str) -> String {
    let join = if page.contains('?') { '&' } else { '?' };
    format!("{page}{join}form={flash}&at={}", form.trim_start_matches("/do/"))
}

/// The page that the form stood on, with the languages that it shows side by side; only a path of our own.
pub(super) fn back(ask: &Ask) -> String {
    let page = ask.field("back").split('?').next().unwrap_or_default();
    if chooses_lang(page) {
        return with_lang(&routes::encode(page), ask.lang);
    }
    let open = |lang: &Lang| ["sign-in", "invitation", "reset"].iter().any(|open| page == format!("/{}/{open}", lang.code()));
    if Lang::ALL.iter().any(open) {
        return page.to_owned();
    }
    InView::after(ask).at(&routes::encode(app::pages::sign_in::local(page)))
}

async fn keep(shared: &Shared, ask: &Ask, form: &str, flash: &Flash) -> Option<String> {
    keep_for(shared, ask, ask.session.id_hash.clone(), form, flash).await
}

/// Keeps a flash for the session with this hash.
pub(super) async fn keep_for(shared: &Shared, ask: &Ask, session: String, form: &str, flash: &Flash) -> Option<String> {
    let id = domain::id::spell(clock::random());
    let content = serde_json::to_string(flash).ok()?;
    let (row, form, now) = (id.clone(), form.to_owned(), ask.now.0);
    let kept = shared.portal.db.write(Readers::public(), move |tx| {
        let (row, session, form, content) = (row.clone(), session.clone(), form.clone(), content.clone());
        Box::pin(async move { store::flash::insert(tx, &row, &session, &form, &content, now).await })
    });
    match kept.await {
        Ok(()) => Some(id),
        Err(error) => {
            tracing::error!(request = ask.id, %error, "a flash could not be kept");
            None
        }
    }
}
