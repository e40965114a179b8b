//! The layers, from the outside in: limits of the accept loop, the gate, headers of every response, panics, sessions, routes.

use std::time::Duration;

use app::frame::Class;
use app::routes::{PAGES, PageRoute};
use axum::Router;
use axum::extract::{RawPathParams, Request, State};
use axum::middleware::{from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Redirect, Response};
use axum::routing::{MethodRouter, get, post};
use http::{HeaderMap, StatusCode};
use tower_http::catch_panic::CatchPanicLayer;
use tower_sessions::Session;

use crate::gate::{self, Gate};
use crate::pages::{self, Shared};
use crate::{assets, files, headers, public, session};

/// All routes with their layers.
pub fn router(shared: Shared) -> Router {
    let origin = shared.portal.origin.clone();
    let sessions = session::layer(shared.portal.db.clone());
    let mut members = Router::new()
        .route("/desk/files/{id}", get(files::download))
        .route("/do/{deed}", post(pages::deed))
        .fallback(pages::nowhere);
    let mut everyone = Router::new()
        .route("/", get(|headers: HeaderMap| async move { Redirect::to(&format!("/{}", pages::preferred(&headers).code())) }))
        .route("/assets/{name}", get(assets::serve))
        .route("/healthz", get(|| async { "ok" }))
        .route("/readyz", get(ready));
    for route in PAGES {
        match route.class {
            Class::Public => everyone = everyone.route(route.path, public_page(route)),
            Class::Member => members = members.route(route.path, member_page(route)),
        }
    }
    everyone
        .merge(members.layer(sessions))
        .layer(CatchPanicLayer::custom(|_: Box<dyn std::any::Any + Send>| {
            tracing::error!("a request panicked");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }))
        .layer(from_fn(log))
        .layer(from_fn_with_state(origin.starts_with("https://"), headers::add))
        .layer(from_fn_with_state(Gate::new(&origin), gate::pass))
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

/// One line for each request: the route's template, never the path, the query or the body.
async fn log(request: Request, next: axum::middleware::Next) -> Response {
    let route = request
        .extensions()
        .get::<axum::extract::MatchedPath>()
        .map_or_else(|| "none".to_owned(), |path| path.as_str().to_owned());
    let (method, began) = (request.method().clone(), std::time::Instant::now());
    let response = next.run(request).await;
    let took: Duration = began.elapsed();
    let micros = u64::try_from(took.as_micros()).unwrap_or(u64::MAX);
    tracing::debug!(%method, route, status = response.status().as_u16(), micros, "answered");
    response
}
