//! `/csp`: browsers say here what our policy kept them from. No cookie is read and no row written; one log line each, without an
//! address or a text, and not more than a few a minute.

use std::sync::atomic::{AtomicI64, Ordering};

use axum::body::{Body, to_bytes};
use http::{HeaderMap, Request, StatusCode, header};
use serde::Deserialize;

use crate::clock;

/// The address.
pub const PATH: &str = "/csp";
/// The kinds of body that browsers send here.
pub const KINDS: [&str; 2] = ["application/csp-report", "application/reports+json"];
const LIMIT: usize = 16 * 1024;
const A_MINUTE: i64 = 20;

#[derive(Deserialize)]
struct Report {
    #[serde(rename = "csp-report")]
    said: Said,
}

#[derive(Default, Deserialize)]
#[serde(rename_all = "kebab-case", default)]
struct Said {
    effective_directive: String,
    violated_directive: String,
    blocked_uri: String,
}

/// Logs what a browser was kept from.
pub async fn report(request: Request<Body>) -> StatusCode {
    let (parts, body) = request.into_parts();
    if !is_report(&parts.headers) {
        return StatusCode::UNSUPPORTED_MEDIA_TYPE;
    }
    let Ok(bytes) = to_bytes(body, LIMIT).await else { return StatusCode::PAYLOAD_TOO_LARGE };
    if !has_room() {
        return StatusCode::TOO_MANY_REQUESTS;
    }
    let Ok(Report { said }) = serde_json::from_slice(&bytes) else { return StatusCode::BAD_REQUEST };
    let directive = if said.effective_directive.is_empty() { said.violated_directive } else { said.effective_directive };
    // Of an address only its kind is told: "inline", "eval", "data", "https".
    let blocked: String = said.blocked_uri.split(':').next().unwrap_or_default().chars().take(20).collect();
    let directive: String = directive.chars().filter(|letter| letter.is_ascii_lowercase() || *letter == '-').take(40).collect();
    tracing::warn!(directive, blocked, "a browser was kept from something by the policy of a page");
    StatusCode::NO_CONTENT
}

fn is_report(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    KINDS.iter().any(|known| kind.starts_with(known))
}

/// Is there room for one more line in this minute?
fn has_room() -> bool {
    static MINUTE: AtomicI64 = AtomicI64::new(0);
    static LINES: AtomicI64 = AtomicI64::new(0);
    let minute = clock::now().0 / 60_000;
    if MINUTE.swap(minute, Ordering::Relaxed) != minute {
        LINES.store(0, Ordering::Relaxed);
    }
    LINES.fetch_add(1, Ordering::Relaxed) < A_MINUTE
}
