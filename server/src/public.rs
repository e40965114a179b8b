//! Public pages over HTTP: rendered once for each path and state of the ledger, held plain and compressed, with a strong tag.

use std::collections::HashMap;
use std::io::Write as _;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use app::frame::{Class, document};
use app::pages::error;
use app::request::{Session, Stop};
use app::routes::PageRoute;
use axum::body::Body;
use axum::extract::{RawPathParams, Request};
use axum::response::Response;
use bytes::Bytes;
use domain::text::Lang;
use http::{HeaderMap, HeaderValue, StatusCode, header};
use store::Readers;

use crate::form_body::{self, Sent};
use crate::headers;
use crate::pages::{Origin, Shared, ask};

/// Pages held at a time; beyond it all are dropped and made anew.
const MOST: usize = 512;
/// Another instance may have published something: on a shared database the state is asked for after this time.
const FRESH: Duration = Duration::from_secs(2);

/// Rendered pages of one state of the ledger.
#[derive(Debug, Default)]
pub struct Rendered {
    held: Mutex<Held>,
}

#[derive(Debug, Default)]
struct Held {
    state: Option<State>,
    pages: HashMap<String, Arc<Ready>>,
}

#[derive(Clone, Copy, Debug)]
struct State {
    written: u64,
    content: i64,
    at: Instant,
}

/// A page ready to be sent.
#[derive(Debug)]
struct Ready {
    tag: HeaderValue,
    plain: Bytes,
    gzip: Bytes,
    brotli: Bytes,
}

impl Ready {
    fn of(body: String) -> Self {
        let tag = format!("\"{}\"", &domain::text::hash(&body)[..32]);
        let tag = HeaderValue::from_str(&tag).unwrap_or(HeaderValue::from_static("\"none\""));
        let mut gzip = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::new(6));
        let gzip = gzip.write_all(body.as_bytes()).and_then(|()| gzip.finish()).unwrap_or_default();
        let mut brotli = Vec::new();
        let parameters = brotli::enc::BrotliEncoderParams { quality: 5, ..Default::default() };
        let made = brotli::BrotliCompress(&mut body.as_bytes(), &mut brotli, &parameters);
        if made.is_err() {
            brotli.clear();
        }
        Self { tag, plain: body.into(), gzip: gzip.into(), brotli: brotli.into() }
    }
}

impl Rendered {
    /// The page held for a path, if nothing was published since.
    async fn find(&self, shared: &Shared, path: &str) -> Option<Arc<Ready>> {
        let written = shared.portal.db.written();
        let known = self.held.lock().ok()?.state;
        let fresh =
            known.is_some_and(|state| state.written == written && (shared.portal.db.is_embedded() || state.at.elapsed() < FRESH));
        if !fresh {
            let mut tx = shared.portal.db.read(&Readers::public()).await.ok()?;
            let content = store::public::content_version(&mut tx).await.ok()?;
            let mut held = self.held.lock().ok()?;
            if held.state.is_none_or(|state| state.content != content) {
                held.pages.clear();
            }
            held.state = Some(State { written, content, at: Instant::now() });
        }
        self.held.lock().ok()?.pages.get(path).cloned()
    }

    fn keep(&self, path: &str, written: u64, ready: &Arc<Ready>) {
        let Ok(mut held) = self.held.lock() else { return };
        // What was rendered while something was written may already be old.
        if held.state.is_none_or(|state| state.written != written) {
            return;
        }
        if held.pages.len() >= MOST {
            held.pages.clear();
        }
        held.pages.insert(path.to_owned(), Arc::clone(ready));
    }
}

/// A public page.
pub async fn page(shared: Shared, route: &'static PageRoute, params: RawPathParams, request: Request) -> Response {
    let (parts, _) = request.into_parts();
    let plain = parts.uri.query().is_none();
    let path = parts.uri.path();
    if plain && let Some(ready) = shared.rendered.find(&shared, path).await {
        return send(&ready, &parts.headers);
    }
    let written = shared.portal.db.written();
    let pieces: Vec<String> = params.iter().map(|(_, value)| value.to_owned()).collect();
    let lang = pieces.first().and_then(|first| Lang::parse(first));
    let query = form_body::pairs(parts.uri.query().unwrap_or_default().as_bytes());
    let ask =
        ask(&shared, Session::default(), lang.unwrap_or(Lang::En).into(), (path, query), Sent::default(), Origin::default());
    let made = match lang {
        Some(_) => (route.make)(ask.clone(), pieces).await,
        None => Err(Stop::NotFound),
    };
    let (page, cached) = match made {
        Ok(page) => (page, plain),
        Err(Stop::Failed(failure)) => {
            tracing::error!(request = ask.id, %failure, "a public page failed");
            (error::failed(&ask), false)
        }
        Err(_) => (error::not_found(&ask), false),
    };
    let status = StatusCode::from_u16(page.status).unwrap_or(StatusCode::OK);
    let ready = Arc::new(Ready::of(document(&ask, Class::Public, page, None)));
    if cached {
        shared.rendered.keep(path, written, &ready);
    }
    let mut response = send(&ready, &parts.headers);
    if status != StatusCode::OK {
        *response.status_mut() = status;
        response.headers_mut().remove(header::ETAG);
        response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
    response
}

fn send(ready: &Ready, asked: &HeaderMap) -> Response {
    let value = |name| asked.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let accepted = value(header::ACCEPT_ENCODING);
    let takes = |coding: &str| accepted.split(',').any(|one| one.trim().split(';').next() == Some(coding));
    let known = value(header::IF_NONE_MATCH).split(',').any(|tag| tag.trim().as_bytes() == ready.tag.as_bytes());
    let (body, coding) = if known {
        (Bytes::new(), None)
    } else if takes("br") && !ready.brotli.is_empty() {
        (ready.brotli.clone(), Some("br"))
    } else if takes("gzip") && !ready.gzip.is_empty() {
        (ready.gzip.clone(), Some("gzip"))
    } else {
        (ready.plain.clone(), None)
    };
    let mut response = Response::new(Body::from(body));
    if known {
        *response.status_mut() = StatusCode::NOT_MODIFIED;
    }
    let given = response.headers_mut();
    // Room for what every response carries besides.
    given.reserve(16);
    given.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
    given.insert(header::CACHE_CONTROL, HeaderValue::from_static("public, no-cache"));
    given.insert(header::ETAG, ready.tag.clone());
    given.insert(header::VARY, HeaderValue::from_static("Accept-Encoding"));
    given.insert(header::CONTENT_SECURITY_POLICY, headers::PUBLIC);
    if let Some(coding) = coding {
        given.insert(header::CONTENT_ENCODING, HeaderValue::from_static(coding));
    }
    response
}
