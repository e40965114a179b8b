//! Setting up: the keys for it, and the portal's own name.

use domain::text::{Lang, Trilingual};
use domain::time::Timestamp;

use crate::{Error, Tx};

const NAMES: &str = "select lang, name from portal_names";
const NAME: &str = "insert into portal_names (lang, name) values ($1, $2)";
const KEY: &str = "insert into set_up_keys (key_hash, created_at) values ($1, $2)";
const FITS: &str = "select count(*) from set_up_keys where key_hash = $1";
const DROP: &str = "delete from set_up_keys";

/// What the portal is called; empty where it never was set up by hand.
///
/// # Errors
/// The database fails.
pub async fn names(tx: &mut Tx) -> Result<Trilingual, Error> {
    let found: Vec<(Lang, String)> = tx.list(NAMES, &[]).await?;
    Ok(found.into_iter().collect())
}

/// Says what the portal is called, once.
///
/// # Errors
/// It was said before, or the database fails.
pub async fn name(tx: &mut Tx, names: &Trilingual) -> Result<(), Error> {
    for (lang, name) in names {
        tx.execute(NAME, &[lang.code().into(), name.as_str().into()]).await?;
    }
    Ok(())
}

/// Keeps a key by its hash.
///
/// # Errors
/// The database fails.
pub async fn insert_key(tx: &mut Tx, key_hash: &str, now: Timestamp) -> Result<(), Error> {
    tx.execute(KEY, &[key_hash.into(), now.0.into()]).await?;
    Ok(())
}

/// Is this one of the keys?
///
/// # Errors
/// The database fails.
pub async fn key_fits(tx: &mut Tx, key_hash: &str) -> Result<bool, Error> {
    Ok(tx.count(FITS, &[key_hash.into()]).await? > 0)
}

/// Forgets every key.
///
/// # Errors
/// The database fails.
pub async fn drop_keys(tx: &mut Tx) -> Result<(), Error> {
    tx.execute(DROP, &[]).await?;
    Ok(())
}
