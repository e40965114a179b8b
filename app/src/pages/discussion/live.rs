//! What came or changed in a thread since a moment, as its reader may see it: for the stream that a page keeps open.

use domain::id::ProjectId;
use domain::party::Audience;
use domain::thread::{Message, Thread};
use leptos::prelude::*;

use super::message::{Forms, edit_page, item};
use crate::form::{Flash, Form};
use crate::pages::project::Opened;
use crate::request::{Ask, Stop};

/// A message that came or changed.
#[derive(Clone, Debug)]
pub struct News {
    /// When that was; what comes next is later.
    pub at: i64,
    /// The message as the page shows it.
    pub html: String,
}

/// When the last change came.
pub(super) fn newest(thread: &Thread) -> i64 {
    thread.messages.iter().map(changed).max().unwrap_or(0)
}

fn changed(message: &Message) -> i64 {
    message.changed_at.0
}

/// On which project a thread is, and who reads it.
///
/// # Errors
/// [`Stop`]: nobody signed in, or nothing there for this reader.
pub async fn about(ask: Ask, handle: &str, id: &str) -> Result<(ProjectId, Audience), Stop> {
    let mut open = Opened::find(ask, handle).await?;
    let found = store::thread::find(&mut open.member.tx, &open.member.viewer, &open.facts, id).await?.ok_or(Stop::NotFound)?;
    Ok((found.start.project_id.clone(), found.start.audience))
}

/// What is new in a thread, from `since` on; what came in that very millisecond comes twice.
///
/// # Errors
/// [`Stop`]: nobody signed in, or nothing there for this reader any more.
pub async fn since(ask: Ask, handle: &str, id: &str, since: i64) -> Result<Vec<News>, Stop> {
    let mut open = Opened::find(ask, handle).await?;
    let found = store::thread::find(&mut open.member.tx, &open.member.viewer, &open.facts, id).await?.ok_or(Stop::NotFound)?;
    let mut news: Vec<&Message> = found.messages.iter().filter(|message| changed(message) >= since).collect();
    news.sort_by_key(|message| changed(message));
    let page = edit_page(&open, &found);
    let form = |action| Form::plain(&open.ask, action, Flash::default()).on(&page);
    let forms = Forms { edit: form("/do/edit-message"), attach: form("/do/attach-to-message") };
    // Leptos makes its marks under an owner; without one it would say so in the log.
    let html = |message: &Message| Owner::new().with(|| item(&open, &found, message, since, &forms).to_html());
    Ok(news.into_iter().map(|message| News { at: changed(message), html: html(message) }).collect())
}
