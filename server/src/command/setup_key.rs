//! `portal setup-key`: the key that opens the set-up page of a fresh portal. It is shown once; an earlier one stays good until the
//! set-up is done.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use store::{Db, Readers};

use super::{open, say};
use crate::clock;
use crate::config::Config;

/// Runs the command.
pub async fn run(config: Config) -> Result<(), String> {
    let db = open(&config).await?;
    let made = make(&db, &config.origin).await;
    db.close().await;
    say(&made?);
    Ok(())
}

/// Makes a key and says where to enter it.
///
/// # Errors
/// The portal is set up already, or the database fails.
pub async fn make(db: &Db, origin: &str) -> Result<String, String> {
    let said = |error: store::Error| error.to_string();
    let mut tx = db.read(&Readers::public()).await.map_err(said)?;
    if store::account::kind(&mut tx).await.map_err(said)?.is_some() {
        return Err("This portal is set up already. People are added with: portal user add --help".to_owned());
    }
    drop(tx);
    let key = URL_SAFE_NO_PAD.encode(clock::random::<18>());
    let (hash, now) = (domain::text::hash(&key), clock::now());
    let kept = db.write(Readers::public(), move |tx| {
        let hash = hash.clone();
        Box::pin(async move { store::set_up::insert_key(tx, &hash, now).await })
    });
    kept.await.map_err(said)?;
    Ok(format!("Open {origin}/setup and enter this key: {key}"))
}
