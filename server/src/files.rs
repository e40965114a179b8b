//! Downloads: visibility first, then the bytes, always as an attachment in a sandbox of their own.

use axum::body::Body;
use axum::extract::{Path, Request, State};
use axum::response::{IntoResponse, Response};
use http::{StatusCode, header};
use tower_sessions::Session;

use app::request::Stop;

use crate::form_body::Sent;
use crate::pages::{Shared, Visit, stopped, visit};

const DOCX: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/// `/desk/files/ID`
pub async fn download(State(shared): State<Shared>, session: Session, Path(id): Path<String>, request: Request) -> Response {
    let visit = opened(&shared, &session, request).await;
    let found = async {
        let mut member = visit.ask.member().await?;
        let attached = store::attachment::find(&mut member.tx, &member.viewer, &id).await?;
        if let Some(file) = attached {
            return Ok((file.name.clone(), file.media_type.clone()));
        }
        let file = store::thread::file(&mut member.tx, &member.viewer, &id).await?.ok_or(Stop::NotFound)?;
        Ok((file.name.clone(), file.media_type.clone()))
    };
    match found.await {
        Ok((name, kind)) => send(&shared, &visit, (&id, &name, &kind)).await,
        Err(stop) => stopped(&visit, stop).await,
    }
}

/// `/desk/letters/ID`: the letter of a mandate, for the people of its party.
pub async fn letter(State(shared): State<Shared>, session: Session, Path(id): Path<String>, request: Request) -> Response {
    let visit = opened(&shared, &session, request).await;
    let found = async {
        let mut member = visit.ask.member().await?;
        store::letter::find(&mut member.tx, &member.viewer, &id).await?.ok_or(Stop::NotFound)
    };
    match found.await {
        Ok(letter) => send(&shared, &visit, (letter.file_id.as_str(), &letter.name, &letter.media_type)).await,
        Err(stop) => stopped(&visit, stop).await,
    }
}

/// `/desk/projects/CODE/word-file`: the text for Word, made as it is asked for.
pub async fn word(State(shared): State<Shared>, session: Session, Path(code): Path<String>, request: Request) -> Response {
    let visit = opened(&shared, &session, request).await;
    match app::pages::word::export::file(visit.ask.clone(), &code).await {
        Ok(file) => offered(&file.name, DOCX, file.bytes),
        Err(stop) => stopped(&visit, stop).await,
    }
}

/// `/desk/meetings/ID/meeting.ics`: one meeting for a calendar.
pub async fn meeting(State(shared): State<Shared>, session: Session, Path(id): Path<String>, request: Request) -> Response {
    let visit = opened(&shared, &session, request).await;
    match app::pages::meetings::calendar::file(&visit.ask, &id).await {
        Ok(file) => offered("meeting.ics", app::pages::meetings::calendar::KIND, file.into_bytes()),
        Err(stop) => stopped(&visit, stop).await,
    }
}

/// `/calendar/KEY`: the meetings of whoever the key belongs to.
pub async fn calendar(State(shared): State<Shared>, session: Session, Path(key): Path<String>, request: Request) -> Response {
    let visit = opened(&shared, &session, request).await;
    match app::pages::meetings::calendar::feed(&visit.ask, &key).await {
        Ok(feed) => offered("meetings.ics", app::pages::meetings::calendar::KIND, feed.into_bytes()),
        Err(stop) => stopped(&visit, stop).await,
    }
}

/// Whose request it is.
async fn opened(shared: &Shared, session: &Session, request: Request) -> Visit {
    let (parts, _) = request.into_parts();
    visit(shared, Some(session), &parts, Sent::default()).await
}

/// The stored bytes with this id, under this name, as this kind.
async fn send(shared: &Shared, visit: &Visit, (id, name, kind): (&str, &str, &str)) -> Response {
    let path = shared.portal.files.join(id);
    let bytes = match tokio::fs::read(&path).await {
        Ok(bytes) => bytes,
        Err(error) => {
            tracing::error!(request = visit.ask.id, %error, "a stored file cannot be read");
            return stopped(visit, Stop::Failed(store::Error::Corrupt("a stored file is missing".into()))).await;
        }
    };
    offered(name, kind, bytes)
}

/// Bytes as a download in a sandbox of its own.
fn offered(name: &str, kind: &str, bytes: Vec<u8>) -> Response {
    let name = app::routes::encode(name).replace('/', "%2F");
    // Text is kept as UTF-8 only.
    let kind = if kind.starts_with("text/") { format!("{kind}; charset=utf-8") } else { kind.to_owned() };
    let response = Response::builder()
        .header(header::CONTENT_TYPE, kind)
        .header(header::CONTENT_DISPOSITION, format!("attachment; filename*=UTF-8''{name}"))
        .header(header::CONTENT_SECURITY_POLICY, "sandbox; default-src 'none'; frame-ancestors 'none'")
        .header(header::CACHE_CONTROL, "no-store");
    response.body(Body::from(bytes)).unwrap_or_else(|_| StatusCode::INTERNAL_SERVER_ERROR.into_response())
}
