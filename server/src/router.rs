//! The layers, from the outside in: limits of the accept loop; the front, which is gate, headers and log in one, because each
//! layer of its own costs every request; panics; sessions; routes.

use std::sync::atomic::Ordering;
use std::time::Duration;

use app::frame::Class;
use app::routes::{PAGES, PageRoute};
use axum::Router;
use axum::extract::{RawPathParams, Request, State};
use axum::middleware::from_fn_with_state;
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{MethodRouter, get, post};
use http::{HeaderMap, StatusCode};
use tower_http::catch_panic::CatchPanicLayer;
use tower_sessions::Session;

use crate::gate::Gate;
use crate::pages::{self, Shared};
use crate::{assets, csp, files, headers, live, public, session};

/// All routes with their layers.
pub fn router(shared: Shared) -> Router {
    let origin = shared.portal.origin.clone();
    let sessions = session::layer(shared.portal.db.clone());
    let mut members = Router::new()
        .route("/desk/files/{id}", get(files::download))
        .route("/desk/projects/{code}/word-file", get(files::word))
        .route("/desk/projects/{code}/discussion/{id}/live", get(live::thread))
        .route("/desk/meetings/{id}/live", get(live::meeting::console))
        .route("/screen/live", get(live::meeting::wall))
        .route("/desk/letters/{id}", get(files::letter))
        .route("/desk/meetings/{id}/meeting.ics", get(files::meeting))
        .route("/calendar/{key}", get(files::calendar))
        .route("/do/{deed}", post(pages::deed))
        .fallback(pages::nowhere);
    let mut everyone = Router::new()
        .route("/", get(|headers: HeaderMap| async move { Redirect::to(&format!("/{}", pages::preferred(&headers).code())) }))
        .route("/assets/{name}", get(assets::serve))
        .route(csp::PATH, post(csp::report))
        .route("/healthz", get(|| async { "ok" }))
        .route("/readyz", get(ready));
    for route in PAGES {
        match route.class {
            Class::Public => everyone = everyone.route(route.path, public_page(route)),
            Class::Member => members = members.route(route.path, member_page(route)),
        }
    }
    let founded = shared.portal.founded.load(Ordering::Acquire);
    let mut all = everyone.merge(members.layer(sessions));
    if !founded {
        // Only a portal that began without anything pays for the question.
        all = all.layer(from_fn_with_state(shared.clone(), only_set_up));
    }
    all.layer(CatchPanicLayer::custom(|_: Box<dyn std::any::Any + Send>| {
        tracing::error!("a request panicked");
        StatusCode::INTERNAL_SERVER_ERROR.into_response()
    }))
    .layer(from_fn_with_state(Front { gate: Gate::new(&origin), https: origin.starts_with("https://") }, front))
    .with_state(shared)
}

fn public_page(route: &'static PageRoute) -> MethodRouter<Shared> {
    get(move |State(shared): State<Shared>, params: RawPathParams, request: Request| public::page(shared, route, params, request))
}

fn member_page(route: &'static PageRoute) -> MethodRouter<Shared> {
    get(move |State(shared): State<Shared>, session: Session, params: RawPathParams, request: Request| {
        pages::page(shared, route, session, params, request)
    })
}

async fn ready(State(shared): State<Shared>) -> StatusCode {
    match store::migrate::is_current(&shared.portal.db).await {
        Ok(true) => StatusCode::OK,
        _ => StatusCode::SERVICE_UNAVAILABLE,
    }
}

/// Until the portal is set up every page leads to the set-up, and no form but its own is taken.
async fn only_set_up(State(shared): State<Shared>, request: Request, next: axum::middleware::Next) -> Response {
    let path = request.uri().path();
    let open = ["/setup", "/do/set-up", "/healthz", "/readyz"].contains(&path) || path.starts_with("/assets/");
    if open || shared.portal.founded.load(Ordering::Acquire) {
        return next.run(request).await;
    }
    if request.method() == http::Method::GET {
        Redirect::to("/setup").into_response()
    } else {
        StatusCode::NOT_FOUND.into_response()
    }
}

/// What every request meets first.
#[derive(Clone)]
struct Front {
    gate: Gate,
    https: bool,
}

/// The gate before anything is read, and what every response carries, refusals of the gate too.
async fn front(State(Front { gate, https }): State<Front>, request: Request, next: axum::middleware::Next) -> Response {
    let mut response = match gate.refuses(request.method(), request.uri().path(), request.headers()) {
        Some(status) => {
            tracing::info!(status = status.as_u16(), "the gate refused");
            status.into_response()
        }
        None if tracing::enabled!(tracing::Level::DEBUG) => logged(request, next).await,
        None => next.run(request).await,
    };
    headers::add(response.headers_mut(), https);
    response
}

/// One line for each request: the route's template, never the path, the query or the body.
async fn logged(request: Request, next: axum::middleware::Next) -> Response {
    let matched = request.extensions().get::<axum::extract::MatchedPath>().cloned();
    let (method, began) = (request.method().clone(), std::time::Instant::now());
    let response = next.run(request).await;
    let took: Duration = began.elapsed();
    let micros = u64::try_from(took.as_micros()).unwrap_or(u64::MAX);
    let route = matched.as_ref().map_or("none", axum::extract::MatchedPath::as_str);
    tracing::debug!(%method, route, status = response.status().as_u16(), micros, "answered");
    response
}
