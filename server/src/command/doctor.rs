//! `portal doctor`: what is wrong with the settings, and the line that repairs it. What is weak is refused; what may be meant is only
//! said.

use app::mail::Letter;
use store::Readers;

use super::{open, say};
use crate::config::Config;
use crate::post::Post;
use crate::secret::Secret;
use crate::{assets, clock};

/// How far the clock may be behind the newest entry, in milliseconds: a ledger's times never run back.
const BEHIND: i64 = 5 * 60 * 1000;

/// Checks address, storage, mail, clock, database and assets; sends a test to `mail_to`.
pub async fn run(config: Config, mail_to: Option<String>) -> Result<(), String> {
    let mut problems = Vec::new();
    say(&format!("Address: {} (listening on {})", config.origin, config.listen));
    problems.extend(assets::manifest().err());
    let db = open(&config).await?;
    let current = store::migrate::is_current(&db).await.map_err(|error| error.to_string())?;
    say(&format!("Database: {:?}, {}", db.engine(), if current { "up to date" } else { "out of date" }));
    if !current {
        problems.push("The schema is older than this program: run `portal serve` once as the owner.".to_owned());
    }
    problems.extend(store::engine::weaknesses(&db).await.map_err(|error| error.to_string())?.into_iter().map(str::to_owned));
    let (kind, newest) = {
        let mut tx = db.read(&Readers::system()).await.map_err(|error| error.to_string())?;
        let kind = store::account::kind(&mut tx).await.map_err(|error| error.to_string())?;
        (kind, store::ledger::newest(&mut tx).await.map_err(|error| error.to_string())?)
    };
    db.close().await;
    say(&format!("Installation: {}", kind.as_deref().unwrap_or("empty; load the demonstration with `portal demo`")));
    problems.extend(Secret::of(&config.data_dir, kind.is_none()).err());
    if clock::now().0 + BEHIND < newest.0 {
        problems.push("The clock is behind the newest entry: set it right.".to_owned());
    }
    problems.extend(weak(&config, kind.as_deref() == Some("live")));
    match Post::of(&config) {
        Ok(post) => problems.extend(mail(&post, &config, mail_to).await),
        Err(problem) => problems.push(problem),
    }
    if problems.is_empty() {
        say("Nothing is wrong.");
        return Ok(());
    }
    Err(problems.join("\n"))
}

/// What is wrong for a portal that people rely on, and good enough for looking at it.
fn weak(config: &Config, live: bool) -> Vec<String> {
    let https = config.origin.starts_with("https://");
    let mut found = Vec::new();
    if live && !https {
        found.push("PORTAL_ORIGIN is not https://…: passwords would travel in the open beyond this machine.".to_owned());
    }
    if live && https && config.proxy.is_none() {
        found.push(
            "PORTAL_PROXY is not set, so all visitors count as one address: set it to the address of the proxy in front."
                .to_owned(),
        );
    }
    if !config.listen.ip().is_loopback() && config.proxy.is_none() {
        found.push(
            "The portal listens beyond this machine without a proxy that ends TLS: set PORTAL_LISTEN to the loopback.".to_owned(),
        );
    }
    if live && config.mail.is_none() {
        say(
            "Mail: into files only. Nobody gets any; set PORTAL_MAIL to a mail server, or hand over what lies in the folder `mail`.",
        );
    }
    if live && !config.second_factor_for_all {
        say("Second factor: of those who decide, and of administrators. PORTAL_SECOND_FACTOR=everyone asks it of all.");
    }
    found
}

/// Sends a test, if one is asked for.
async fn mail(post: &Post, config: &Config, to: Option<String>) -> Option<String> {
    let to = to?;
    let text = format!("This is a test of the Cooperation Portal at {}. Nobody has to do anything.", config.origin);
    let letter = Letter { subject: "Test".to_owned(), html: format!("<!doctype html><p>{text}</p>"), text, unsubscribe: None };
    let id = domain::id::spell(clock::random());
    match post.send(&id, &to, &letter).await {
        Ok(()) => {
            say(&format!("Mail: a test is on its way to {to}."));
            None
        }
        Err(error) => Some(format!("The test could not be sent to {to}: {error}")),
    }
}
