//! Headers of every response, and the content security policy of each class of page.

use app::frame::Class;
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use http::{HeaderName, HeaderValue, header};

const PAGE: &str = "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; form-action 'self'; base-uri 'none'; \
     frame-ancestors 'none'";
const OTHER: &str = "default-src 'none'; frame-ancestors 'none'";

/// The policy of a page; a member page runs only scripts that carry its nonce.
pub fn policy(class: Class, nonce: &str) -> String {
    match class {
        Class::Public => format!("{PAGE}; script-src 'none'"),
        Class::Member => format!("{PAGE}; script-src 'nonce-{nonce}' 'wasm-unsafe-eval'; connect-src 'self'"),
    }
}

const EVERY: [(&str, &str); 6] = [
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "same-origin"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    (
        "permissions-policy",
        "accelerometer=(), camera=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=(), \
         browsing-topics=(), fullscreen=(self)",
    ),
    ("x-frame-options", "DENY"),
];

/// Adds what every response carries; `https` says whether browsers are told to stay on it.
pub async fn add(State(https): State<bool>, request: Request, next: Next) -> Response {
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    for (name, value) in EVERY {
        headers.insert(HeaderName::from_static(name), HeaderValue::from_static(value));
    }
    if https {
        headers.insert(header::STRICT_TRANSPORT_SECURITY, HeaderValue::from_static("max-age=63072000; includeSubDomains"));
    }
    headers.entry(header::CONTENT_SECURITY_POLICY).or_insert(HeaderValue::from_static(OTHER));
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    response
}
