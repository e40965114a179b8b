//! The body of a form: read once, within its limit; only the fields that the route lists, each at most once; then the token.

use std::time::Duration;

use app::request::{Fields, Upload};
use app::routes::FormRoute;
use axum::body::{Body, to_bytes};
use http::{HeaderMap, StatusCode, header};

const FORM_LIMIT: usize = 1024 * 1024;
const UPLOAD_LIMIT: usize = 26 * 1024 * 1024;
const FORM_WITHIN: Duration = Duration::from_secs(30);
const UPLOAD_WITHIN: Duration = Duration::from_secs(300);

/// What a form brought.
#[derive(Debug, Default)]
pub struct Sent {
    /// Its fields.
    pub fields: Fields,
    /// Its file.
    pub upload: Option<Upload>,
}

/// Reads a form's body.
pub async fn read(headers: &HeaderMap, body: Body, route: &FormRoute) -> Result<Sent, StatusCode> {
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or_default();
    let sent = match multer::parse_boundary(kind) {
        Ok(boundary) if route.takes_file() => in_time(UPLOAD_WITHIN, multipart(body, boundary)).await?,
        Ok(_) => return Err(StatusCode::UNSUPPORTED_MEDIA_TYPE),
        Err(_) => Sent { fields: in_time(FORM_WITHIN, urlencoded(body)).await?, upload: None },
    };
    let takes = route.takes();
    let listed = |name: &str| app::form::HIDDEN.contains(&name) || takes.contains(&name);
    let mut names: Vec<&str> = sent.fields.iter().map(|(name, _)| name.as_str()).collect();
    names.sort_unstable();
    let twice = names.windows(2).any(|pair| pair[0] == pair[1]);
    if twice || !names.into_iter().all(listed) {
        return Err(StatusCode::BAD_REQUEST);
    }
    Ok(sent)
}

/// A body that takes longer is cut, so that slow senders hold nothing.
async fn in_time<T>(limit: Duration, reading: impl Future<Output = Result<T, StatusCode>>) -> Result<T, StatusCode> {
    tokio::time::timeout(limit, reading).await.unwrap_or(Err(StatusCode::REQUEST_TIMEOUT))
}

async fn urlencoded(body: Body) -> Result<Fields, StatusCode> {
    let bytes = to_bytes(body, FORM_LIMIT).await.map_err(|_| StatusCode::PAYLOAD_TOO_LARGE)?;
    Ok(pairs(&bytes))
}

/// Names and values of a query or an urlencoded body.
pub fn pairs(bytes: &[u8]) -> Fields {
    form_urlencoded::parse(bytes).into_owned().collect()
}

async fn multipart(body: Body, boundary: String) -> Result<Sent, StatusCode> {
    let limits = multer::SizeLimit::new().whole_stream(UPLOAD_LIMIT as u64);
    let constraints = multer::Constraints::new().size_limit(limits);
    let mut parts = multer::Multipart::with_constraints(body.into_data_stream(), boundary, constraints);
    let mut sent = Sent::default();
    while let Some(part) = parts.next_field().await.map_err(refused)? {
        let name = part.name().unwrap_or_default().to_owned();
        if name == "file" {
            if sent.upload.is_some() {
                return Err(StatusCode::BAD_REQUEST);
            }
            let file = part.file_name().unwrap_or_default().to_owned();
            let bytes = part.bytes().await.map_err(refused)?.to_vec();
            sent.upload = Some(Upload { name: file, bytes });
        } else {
            let value = part.text().await.map_err(refused)?;
            if value.len() > FORM_LIMIT {
                return Err(StatusCode::PAYLOAD_TOO_LARGE);
            }
            sent.fields.push((name, value));
        }
    }
    Ok(sent)
}

fn refused(error: multer::Error) -> StatusCode {
    match error {
        multer::Error::StreamSizeExceeded { .. } | multer::Error::FieldSizeExceeded { .. } => StatusCode::PAYLOAD_TOO_LARGE,
        _ => StatusCode::BAD_REQUEST,
    }
}
