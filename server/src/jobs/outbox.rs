//! Sends the mail that waits. One is claimed before it is sent, so that two processes never send the same; what fails is tried again,
//! later each time. A mail may go out twice when the process ends between sending and noting it, and never silently not at all.

use std::time::Duration;

use app::mail::{self, Addressed};
use app::request::{Ask, Session};
use domain::text::Lang;
use domain::time::Timestamp;
use store::outbox::{TRIES, Waiting};
use store::{Error, Readers};

use crate::clock;
use crate::form_body::Sent;
use crate::pages::{Origin, Shared, ask};
use crate::post::Post;

/// How often is looked whether something waits.
const LOOK: Duration = Duration::from_secs(2);
/// How long a first failure waits, in milliseconds; each further one twice as long.
const AGAIN: i64 = 60_000;

/// Runs until the server stops.
pub async fn run(shared: Shared, post: Post) {
    let mut look = tokio::time::interval(LOOK);
    let mut seen = None;
    loop {
        look.tick().await;
        let written = shared.portal.db.written();
        // Nothing was written here since nothing was due: only another process, or the time, can have changed that.
        if seen.is_some_and(|(known, at): (u64, Timestamp)| known == written && clock::now().0 - at.0 < AGAIN / 2) {
            continue;
        }
        match round(&shared, &post).await {
            Ok(true) => seen = None,
            Ok(false) => seen = Some((written, clock::now())),
            Err(error) => tracing::error!(%error, "the mail that waits could not be read"),
        }
    }
}

/// Sends what is due; was there anything?
async fn round(shared: &Shared, post: &Post) -> Result<bool, Error> {
    let due = {
        let mut tx = shared.portal.db.read(&Readers::public()).await?;
        store::outbox::due(&mut tx, clock::now()).await?
    };
    for one in &due {
        if claim(shared, one).await? {
            send(shared, post, one).await?;
        }
    }
    Ok(!due.is_empty())
}

async fn claim(shared: &Shared, one: &Waiting) -> Result<bool, Error> {
    let again = Timestamp(clock::now().0 + (AGAIN << one.tries.clamp(0, TRIES)));
    let one = one.clone();
    shared
        .portal
        .db
        .write(Readers::public(), move |tx| {
            let one = one.clone();
            Box::pin(async move { store::outbox::claim(tx, &one, again).await })
        })
        .await
}

async fn send(shared: &Shared, post: &Post, one: &Waiting) -> Result<(), Error> {
    let Some(Addressed { to, letter }) = mail::compose(&for_itself(shared), one).await? else {
        return note(shared, one, false).await;
    };
    match post.send(&one.id, &to, &letter).await {
        Ok(()) => note(shared, one, true).await,
        Err(error) => {
            tracing::warn!(mail = one.id, kind = one.kind.code(), tries = one.tries + 1, error, "a mail could not be sent");
            Ok(())
        }
    }
}

/// The portal asks for itself: time and randomness, and nobody.
fn for_itself(shared: &Shared) -> Ask {
    ask(shared, Session::default(), Lang::En.into(), ("/", vec![]), Sent::default(), Origin::default())
}

/// Notes that a mail was sent, or that there was nothing to say.
async fn note(shared: &Shared, one: &Waiting, sent: bool) -> Result<(), Error> {
    let (one, now) = (one.clone(), clock::now());
    shared
        .portal
        .db
        .write(Readers::public(), move |tx| {
            let one = one.clone();
            Box::pin(async move {
                if sent { store::outbox::sent(tx, &one, now).await } else { store::outbox::drop(tx, &one.id).await }
            })
        })
        .await
}
