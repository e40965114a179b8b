//! Headers of every response, and the content security policy of each class of page.

use http::{HeaderMap, HeaderName, HeaderValue, header};

/// What the policies of both classes of page begin with.
macro_rules! page {
    () => {
        "default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; form-action 'self'; base-uri 'none'; \
         frame-ancestors 'none'; report-uri /csp"
    };
}
const OTHER: &str = "default-src 'none'; frame-ancestors 'none'";

/// The policy of public pages: no script at all.
pub const PUBLIC: HeaderValue = HeaderValue::from_static(concat!(page!(), "; script-src 'none'"));

/// The policy of a member page, which runs only scripts that carry its nonce.
pub fn member(nonce: &str) -> String {
    format!(concat!(page!(), "; script-src 'nonce-{}' 'wasm-unsafe-eval'; connect-src 'self'"), nonce)
}

const EVERY: [(&str, &str); 6] = [
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "same-origin"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    (
        "permissions-policy",
        "accelerometer=(), camera=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=(), \
         browsing-topics=(), fullscreen=(self), publickey-credentials-create=(self), publickey-credentials-get=(self)",
    ),
    ("x-frame-options", "DENY"),
];

/// Adds what every response carries; `https` says whether browsers are told to stay on it.
pub fn add(headers: &mut HeaderMap, https: bool) {
    for (name, value) in EVERY {
        headers.insert(HeaderName::from_static(name), HeaderValue::from_static(value));
    }
    if https {
        headers.insert(header::STRICT_TRANSPORT_SECURITY, HeaderValue::from_static("max-age=63072000; includeSubDomains"));
    }
    headers.entry(header::CONTENT_SECURITY_POLICY).or_insert(HeaderValue::from_static(OTHER));
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
}
