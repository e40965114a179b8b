//! Downloads: visibility first, then the bytes, always as an attachment in a sandbox of their own.

use axum::body::Body;
use axum::extract::{Path, Request, State};
use axum::response::{IntoResponse, Response};
use http::{StatusCode, header};
use tower_sessions::Session;

use app::request::Stop;

use crate::form_body::Sent;
use crate::pages::{Shared, stopped, visit};

/// `/desk/files/ID`
pub async fn download(State(shared): State<Shared>, session: Session, Path(id): Path<String>, request: Request) -> Response {
    let (parts, _) = request.into_parts();
    let visit = visit(&shared, Some(&session), &parts, Sent::default()).await;
    let found = async {
        let mut member = visit.ask.member().await?;
        store::attachment::find(&mut member.tx, &member.viewer, &id).await?.ok_or(Stop::NotFound)
    };
    let file = match found.await {
        Ok(file) => file,
        Err(stop) => return stopped(&visit, stop).await,
    };
    let path = shared.portal.files.join(file.id.as_str());
    let bytes = match tokio::fs::read(&path).await {
        Ok(bytes) => bytes,
        Err(error) => {
            tracing::error!(request = visit.ask.id, %error, "a stored file cannot be read");
            return stopped(&visit, Stop::Failed(store::Error::Corrupt("a stored file is missing".into()))).await;
        }
    };
    let name = app::routes::encode(&file.name).replace('/', "%2F");
    let response = Response::builder()
        .header(header::CONTENT_TYPE, file.media_type.as_str())
        .header(header::CONTENT_DISPOSITION, format!("attachment; filename*=UTF-8''{name}"))
        .header(header::CONTENT_SECURITY_POLICY, "sandbox; default-src 'none'")
        .header(header::CACHE_CONTROL, "no-store");
    response.body(Body::from(bytes)).unwrap_or_else(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response())
}
