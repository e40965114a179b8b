//! `portal doctor`: what is wrong with the settings, and the line that repairs it.

use store::Readers;

use super::{open, say};
use crate::config::Config;

/// Checks address, storage, database and assets.
pub async fn run(config: Config) -> Result<(), String> {
    let mut problems = Vec::new();
    say(&format!("Address: {} (listening on {})", config.origin, config.listen));
    if let Err(problem) = crate::assets::manifest() {
        problems.push(problem);
    }
    let db = open(&config).await?;
    let current = store::migrate::is_current(&db).await.map_err(|error| error.to_string())?;
    say(&format!("Database: {:?}, {}", db.engine(), if current { "up to date" } else { "out of date" }));
    if !current {
        problems.push("The schema is older than this program: run `portal serve` once as the owner.".to_owned());
    }
    if db.engine() == store::dialect::Engine::Postgres && config.database_owner_url.is_none() {
        problems.push(
            "The application owns its tables: set PORTAL_DATABASE_OWNER_URL to a role of its own for migrations.".to_owned(),
        );
    }
    let kind = {
        let mut tx = db.read(&Readers::public()).await.map_err(|error| error.to_string())?;
        store::account::kind(&mut tx).await.map_err(|error| error.to_string())?
    };
    say(&format!("Installation: {}", kind.as_deref().unwrap_or("empty; load the demonstration with `portal demo`")));
    db.close().await;
    if problems.is_empty() {
        say("Nothing is wrong.");
        return Ok(());
    }
    Err(problems.join("\n"))
}
