//! Every hour: sessions, flashes, form keys, mail and files that nobody needs any more. An ended session tells for a week whose it was.

use std::path::{Path, PathBuf};
use std::time::Duration;

use domain::time::Timestamp;
use store::{Db, Error, Readers};

use crate::clock;

const HOUR: i64 = 3_600_000;
const DAY: i64 = 24 * HOUR;
/// How long an inbox keeps a notice; the history keeps what happened.
const NOTICES: i64 = 400 * DAY;

/// Runs until the server stops.
pub async fn run(db: Db, files: PathBuf) {
    let mut hour = tokio::time::interval(Duration::from_secs(3600));
    loop {
        hour.tick().await;
        if let Err(error) = once(&db, clock::now()).await {
            tracing::warn!(%error, "what nobody needs could not be swept");
        }
        match orphans(&db, &files).await {
            Ok(0) => {}
            Ok(gone) => tracing::info!(gone, "files that no row names were removed"),
            Err(error) => tracing::warn!(%error, "files that no row names could not be removed"),
        }
    }
}

/// Removes files older than a day that no row names: what came with a form that was not done after all.
async fn orphans(db: &Db, files: &Path) -> Result<usize, Box<dyn std::error::Error + Send + Sync>> {
    let Ok(mut folder) = tokio::fs::read_dir(files).await else { return Ok(0) };
    let mut tx = db.read(&Readers::system()).await?;
    let named = store::attachment::named(&mut tx).await?;
    drop(tx);
    let mut gone = 0;
    while let Some(file) = folder.next_entry().await? {
        let old = file.metadata().await?.modified()?.elapsed().is_ok_and(|age| age > Duration::from_secs(86_400));
        if old && !named.contains(file.file_name().to_string_lossy().as_ref()) {
            tokio::fs::remove_file(file.path()).await?;
            gone += 1;
        }
    }
    Ok(gone)
}

async fn once(db: &Db, now: Timestamp) -> Result<(), Error> {
    db.write(Readers::public(), move |tx| {
        Box::pin(async move {
            store::session::sweep(tx, now.0 / 1000 - 7 * DAY / 1000).await?;
            store::flash::sweep(tx, now.0 - HOUR).await?;
            store::form_key::sweep(tx, now.0 - 7 * DAY).await?;
            store::outbox::sweep(tx, Timestamp(now.0 - 30 * DAY)).await?;
            store::notice::sweep(tx, Timestamp(now.0 - NOTICES)).await?;
            Ok(())
        })
    })
    .await
}
