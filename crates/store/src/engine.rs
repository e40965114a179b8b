//! What the database must be before anything is entrusted to it: durable, in the right character set, and reached by a role that
//! cannot take its walls down. SQLite gets its settings on every connection, so only PostgreSQL is asked.

use crate::db::Readers;
use crate::dialect::Engine;
use crate::{Db, Error};

/// What must not be so: a condition in PostgreSQL, and what to do.
const WEAK: &[(&str, &str)] = &[
    (
        "select count(*) from pg_roles where rolname = current_user and (rolsuper or rolbypassrls)",
        "The database role of PORTAL_DATABASE_URL is a superuser or may pass by row security. Use a role that may neither: \
         create role portal login; and name the owner in PORTAL_DATABASE_OWNER_URL.",
    ),
    (
        "select count(*) from pg_tables where schemaname = 'portal' and tableowner = current_user",
        "The database role of PORTAL_DATABASE_URL owns its tables, so it could take their walls down. Set \
         PORTAL_DATABASE_OWNER_URL to a role of its own for migrations.",
    ),
    (
        "select count(*) from pg_settings where name in ('fsync', 'full_page_writes') and setting <> 'on'",
        "The database may lose what it has acknowledged: set fsync and full_page_writes to on.",
    ),
    (
        "select count(*) from pg_settings where name = 'synchronous_commit' and setting = 'off'",
        "The database may lose what it has acknowledged: set synchronous_commit to on.",
    ),
    (
        "select count(*) from pg_database where datname = current_database() and pg_encoding_to_char(encoding) <> 'UTF8'",
        "The database is not in UTF-8: create it with encoding 'UTF8'.",
    ),
    (
        "select count(*) from pg_settings where name = 'server_version_num' and cast(setting as bigint) < 150000",
        "PostgreSQL is older than version 15.",
    ),
];

/// What is weak about the database, each with what to do.
///
/// # Errors
/// The database does not answer.
pub async fn weaknesses(db: &Db) -> Result<Vec<&'static str>, Error> {
    if db.engine() == Engine::Sqlite {
        return Ok(vec![]);
    }
    let mut tx = db.read(&Readers::public()).await?;
    let mut found = Vec::new();
    for (question, weakness) in WEAK {
        if tx.count(question, &[]).await? > 0 {
            found.push(*weakness);
        }
    }
    Ok(found)
}
