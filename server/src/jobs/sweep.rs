//! Every hour: sessions, flashes, form keys and mail that nobody needs any more. An ended session tells for a week whose it was.

use std::time::Duration;

use domain::time::Timestamp;
use store::{Db, Error, Readers};

use crate::clock;

const HOUR: i64 = 3_600_000;
const DAY: i64 = 24 * HOUR;

/// Runs until the server stops.
pub async fn run(db: Db) {
    let mut hour = tokio::time::interval(Duration::from_secs(3600));
    loop {
        hour.tick().await;
        if let Err(error) = once(&db, clock::now()).await {
            tracing::warn!(%error, "what nobody needs could not be swept");
        }
    }
}

async fn once(db: &Db, now: Timestamp) -> Result<(), Error> {
    db.write(Readers::public(), move |tx| {
        Box::pin(async move {
            store::session::sweep(tx, now.0 / 1000 - 7 * DAY / 1000).await?;
            store::flash::sweep(tx, now.0 - HOUR).await?;
            store::form_key::sweep(tx, now.0 - 7 * DAY).await?;
            store::outbox::sweep(tx, Timestamp(now.0 - 30 * DAY)).await?;
            Ok(())
        })
    })
    .await
}
