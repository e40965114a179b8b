//! Built files: embedded in the binary, served by their hashed names only, compressed when they were built.

use std::borrow::Cow;

use axum::body::Body;
use axum::extract::Path;
use axum::response::{IntoResponse, Response};
use http::{HeaderMap, StatusCode, header};
use rust_embed::RustEmbed;

#[derive(RustEmbed)]
#[folder = "../site"]
#[allow_missing = true]
struct Site;

/// The names of the built files.
pub fn manifest() -> Result<app::request::Assets, String> {
    let missing = "The site is not built: run `cargo xtask site`, then build again.";
    let file = Site::get("manifest.json").ok_or(missing)?;
    serde_json::from_slice(&file.data).map_err(|error| format!("The site's manifest cannot be read: {error}"))
}

fn media_type(name: &str) -> &'static str {
    match name.rsplit_once('.').map_or("", |(_, ending)| ending) {
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "woff2" => "font/woff2",
        _ => "application/octet-stream",
    }
}

fn encoded(name: &str, accepted: &str) -> Option<(Cow<'static, [u8]>, Option<&'static str>)> {
    for (coding, ending) in [("br", "br"), ("gzip", "gz")] {
        let wanted = accepted.split(',').any(|one| one.trim().split(';').next() == Some(coding));
        if let Some(file) = wanted.then(|| Site::get(&format!("{name}.{ending}"))).flatten() {
            return Some((file.data, Some(coding)));
        }
    }
    Site::get(name).map(|file| (file.data, None))
}

/// `/assets/NAME`
pub async fn serve(Path(name): Path<String>, headers: HeaderMap) -> Response {
    let plain = name.ends_with(".br") || name.ends_with(".gz") || name == "manifest.json";
    let accepted = headers.get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let Some((bytes, coding)) = (!plain).then(|| encoded(&name, accepted)).flatten() else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let mut response = Response::builder()
        .header(header::CONTENT_TYPE, media_type(&name))
        .header(header::CACHE_CONTROL, "public, max-age=31536000, immutable")
        .header(header::VARY, "Accept-Encoding");
    if let Some(coding) = coding {
        response = response.header(header::CONTENT_ENCODING, coding);
    }
    response.body(Body::from(bytes.into_owned())).unwrap_or_else(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response())
}
