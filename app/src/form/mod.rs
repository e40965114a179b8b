//! Forms that work without script and come back as they were left.
//!
//! A form posts to `/do/…`. Every outcome becomes a one-shot flash and a redirect: done, or the same form with what was typed
//! and a sentence beside each field. A flash is one row; only the session that sent the form can open it.

mod posted;
mod token;
mod view;

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

pub use posted::Posted;
pub use token::{token, token_fits};
pub use view::{Again, Control, Form, KEPT};

use crate::request::{Ask, Fields};

/// Hidden fields that every form carries.
pub const HIDDEN: [&str; 3] = ["form_token", "form_key", "back"];

/// What a deed came to.
#[derive(Clone, Debug)]
pub enum Outcome {
    /// Done: go there, and say so with this sentence's key.
    Done(String, &'static str),
    /// Done: go there, where this is said once.
    Says(Box<Flash>, String),
    /// Kept while somebody types, with what is to be said of it beside the form.
    Kept(String),
    /// Not done: back to the form.
    Back(Box<Flash>),
    /// There is no such thing here.
    NotFound,
    /// Sign in first.
    SignIn,
    /// The password fits; the second factor is asked for with these values.
    Second(Box<Flash>),
    /// Signed in: a new session begins.
    SignedIn(Box<Entering>),
    /// A screen is paired: its browser keeps this grant, and goes there.
    Paired {
        /// The grant.
        token: String,
        /// Where to go.
        place: String,
    },
    /// Signed out.
    SignedOut,
    /// Something failed; it was logged.
    Failed,
}

/// Somebody who comes in, or whose rights have just grown: a new session begins.
#[derive(Clone, Debug)]
pub struct Entering {
    /// Who.
    pub person: domain::id::PersonId,
    /// Where to go.
    pub next: String,
    /// Is only the set-up of a second factor open?
    pub limited: bool,
    /// The cookie of a device that was not known yet.
    pub device: Option<String>,
    /// What the next page says once.
    pub says: Option<Flash>,
}

/// What a form says once.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Flash {
    /// A deed that was done: the key of its sentence.
    pub done: Option<String>,
    /// The refusal's code, with its list already in words.
    pub refusal: Option<(String, Vec<Vec<String>>)>,
    /// Is the refusal a conflict with what somebody else did (409)?
    pub conflict: bool,
    /// For each field the key of what is wrong, and its limit.
    pub problems: Vec<(String, String, i64)>,
    /// What was typed.
    pub values: Fields,
}

impl Flash {
    /// What the page that is asked for says once, to the session that did the deed.
    ///
    /// # Errors
    /// The database fails.
    pub async fn said(ask: &Ask, tx: &mut store::Tx) -> Result<Option<Self>, store::Error> {
        let id = ask.query("said");
        if id.is_empty() {
            return Ok(None);
        }
        let content = store::flash::find(tx, id, &ask.session.id_hash).await?;
        Ok(content.and_then(|content| serde_json::from_str(&content).ok()))
    }

    /// The values with this name.
    pub fn named(self, name: &str) -> Vec<String> {
        self.values.into_iter().filter(|(known, _)| known == name).map(|(_, value)| value).collect()
    }
}

/// Serves a post: reads the fields, does the deed, and leaves its outcome for the server to answer with.
///
/// # Errors
/// Never; the outcome says everything, and no inner text crosses the wire.
pub async fn post<F, W>(work: W) -> Result<(), ServerFnError>
where
    W: FnOnce(Ask, Posted) -> F,
    F: Future<Output = Result<Outcome, Outcome>>,
{
    let Some(ask) = Ask::current() else { return Ok(()) };
    let outcome = work(ask.clone(), Posted::of(ask.clone())).await.unwrap_or_else(|outcome| outcome);
    if let Ok(mut place) = ask.outcome.lock() {
        *place = Some(outcome);
    }
    Ok(())
}
