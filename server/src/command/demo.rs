//! `portal demo`

use store::Readers;

use super::{open, say};
use crate::config::Config;
use crate::secret::Secret;

/// Loads the demonstration into an empty database.
pub async fn run(config: Config) -> Result<(), String> {
    let db = open(&config).await?;
    let kind = {
        let mut tx = db.read(&Readers::public()).await.map_err(|error| error.to_string())?;
        store::account::kind(&mut tx).await.map_err(|error| error.to_string())?
    };
    match kind.as_deref() {
        Some("demonstration") => say("The demonstration data is already there."),
        Some(_) => return Err("This database is not empty; the demonstration is loaded into an empty one only.".to_owned()),
        None => {
            let pepper = Secret::of(&config.data_dir, true)?.key("password pepper 1");
            // Nothing can be found yet; that this is said now saves the first start from making the indexes again.
            store::search::rebuild(&db, crate::clock::now()).await.map_err(|error| error.to_string())?;
            crate::demo::load(&db, &config.data_dir.join("files"), pepper).await?;
            say("The demonstration data is loaded. Sign in as noa@il.example with the password: demonstration only");
        }
    }
    db.close().await;
    Ok(())
}
