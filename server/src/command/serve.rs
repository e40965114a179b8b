//! `portal serve`

use std::sync::atomic::AtomicBool;
use std::sync::{Arc, OnceLock};

use app::access::{Budget, Devices, Doors, Passwords, Vault, passkey};
use app::request::Portal;
use store::Readers;
use tokio::net::TcpListener;

use super::{open, say, setup_key};
use crate::config::Config;
use crate::live::Streams;
use crate::pages::Shared;
use crate::post::Post;
use crate::secret::Secret;
use crate::session::Seal;
use crate::{accept, assets, jobs, router};

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
    for weakness in store::engine::weaknesses(&db).await.map_err(|error| error.to_string())? {
        if kind.as_deref() != Some("demonstration") {
            return Err(weakness.to_owned());
        }
        tracing::warn!(weakness, "good enough for a demonstration only");
    }
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
        forms: Budget::of_forms(),
        searches: Budget::of_searches(),
        codes: Budget::of_codes(),
        devices: Devices::new(secret.key("devices 1")),
        posts: config.mail.is_some(),
        second_factor_for_all: config.second_factor_for_all,
        files: config.data_dir.join("files"),
    };
    if kind.is_none() {
        say("Nobody has an account yet.");
        say(&setup_key::make(&db, &config.origin).await?);
    }
    let made = store::search::rebuild(&db, crate::clock::now()).await.map_err(|error| error.to_string())?;
    if let Some(count) = made.filter(|count| *count > 0) {
        say(&format!("The indexes of search were made anew: {count} things can be found."));
    }
    let listener =
        TcpListener::bind(config.listen).await.map_err(|error| format!("{} cannot be used: {error}", config.listen))?;
    say(&format!("The portal is at {}", config.origin));
    let shared = Shared {
        portal: Arc::new(portal),
        seal: Seal::new(secret.key("form seal 1")),
        rendered: Arc::default(),
        streams: Streams::default(),
        proxy: config.proxy,
    };
    let post = Post::of(&config)?;
    let jobs = [
        tokio::spawn(jobs::clocks::run(db.clone())),
        tokio::spawn(jobs::digest::run(db.clone())),
        tokio::spawn(jobs::sweep::run(db.clone(), config.data_dir.join("files"))),
        tokio::spawn(jobs::outbox::run(shared.clone(), post)),
    ];
    let streams = shared.streams.clone();
    accept::serve(listener, router::router(shared), config.proxy, || streams.end()).await.map_err(|error| error.to_string())?;
    for job in jobs {
        job.abort();
    }
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
