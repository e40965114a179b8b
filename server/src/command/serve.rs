//! `portal serve`

use std::sync::atomic::AtomicBool;
use std::sync::{Arc, OnceLock};

use app::access::{Doors, Passwords, Vault, passkey};
use app::request::Portal;
use store::Readers;
use tokio::net::TcpListener;

use super::{open, say, setup_key};
use crate::config::Config;
use crate::pages::Shared;
use crate::secret::Secret;
use crate::session::Seal;
use crate::{accept, assets, router};

/// Serves until asked to stop.
pub async fn run(config: Config) -> Result<(), String> {
    let _lock = lock(&config)?;
    let assets = assets::manifest()?;
    app::components::use_sprite(&assets.sprite);
    let db = open(&config).await?;
    let (kind, found) = {
        let mut tx = db.read(&Readers::public()).await.map_err(|error| error.to_string())?;
        let kind = store::account::kind(&mut tx).await.map_err(|error| error.to_string())?;
        (kind, store::set_up::names(&mut tx).await.map_err(|error| error.to_string())?)
    };
    let names = if found.is_empty() { OnceLock::new() } else { OnceLock::from(found) };
    let secret = Secret::of(&config.data_dir, kind.is_none())?;
    let at_a_time = std::thread::available_parallelism().map_or(1, |cores| cores.get().saturating_sub(1));
    let portal = Portal {
        db: db.clone(),
        origin: config.origin.clone(),
        founded: AtomicBool::new(kind.is_some()),
        names,
        demonstration: kind.as_deref() == Some("demonstration"),
        assets,
        passwords: Passwords::new(at_a_time, secret.key("password pepper 1")),
        passkeys: passkey::checker(&config.origin),
        vault: Vault::new(secret.key("vault 1")),
        doors: Doors::default(),
        files: config.data_dir.join("files"),
    };
    if kind.is_none() {
        say("Nobody has an account yet.");
        say(&setup_key::make(&db, &config.origin).await?);
    }
    let listener =
        TcpListener::bind(config.listen).await.map_err(|error| format!("{} cannot be used: {error}", config.listen))?;
    say(&format!("The portal is at {}", config.origin));
    let shared = Shared {
        portal: Arc::new(portal),
        seal: Seal::new(secret.key("form seal 1")),
        rendered: Arc::default(),
        proxy: config.proxy,
    };
    let sweeping = tokio::spawn(sweep(db.clone()));
    accept::serve(listener, router::router(shared), config.proxy).await.map_err(|error| error.to_string())?;
    sweeping.abort();
    db.close().await;
    Ok(())
}

/// One process on one SQLite file: a second one refuses to start.
fn lock(config: &Config) -> Result<Option<std::fs::File>, String> {
    if !config.database_url.starts_with("sqlite:") {
        return Ok(None);
    }
    config.make_data_dir()?;
    let path = config.data_dir.join("portal.lock");
    let file = std::fs::File::create(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    match file.try_lock() {
        Ok(()) => Ok(Some(file)),
        Err(_) => Err(format!("Another process serves {} already.", config.data_dir.display())),
    }
}

/// Every hour: sessions, flashes and form keys that nobody needs any more. An ended session tells for a week whose it was.
async fn sweep(db: store::Db) {
    let mut hour = tokio::time::interval(std::time::Duration::from_secs(3600));
    loop {
        hour.tick().await;
        let now = crate::clock::now().0;
        let swept = db.write(Readers::public(), move |tx| {
            Box::pin(async move {
                store::session::sweep(tx, now / 1000 - 7 * 86_400).await?;
                store::flash::sweep(tx, now - 3_600_000).await?;
                store::form_key::sweep(tx, now - 7 * 86_400_000).await
            })
        });
        if let Err(error) = swept.await {
            let error: store::Error = error;
            tracing::warn!(%error, "what nobody needs could not be swept");
        }
    }
}
