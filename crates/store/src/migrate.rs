//! Migrations: forward only, checksummed, one transaction each, refused when they were changed or are unknown.
//!
//! On PostgreSQL they run as the owner, and the application's role then gets the least it needs. On SQLite there are no roles.

use std::str::FromStr;

use sqlx::migrate::Migrator;
use sqlx::postgres::PgConnectOptions;
use sqlx::{ConnectOptions, Connection, Executor};

use crate::db::Db;
use crate::dialect::Engine;
use crate::{Error, dialect};

static SQLITE: Migrator = sqlx::migrate!("../../migrations/sqlite");
static POSTGRES: Migrator = sqlx::migrate!("../../migrations/postgres");

/// Brings the database at `url` up to date; on PostgreSQL as `owner` where one is given.
///
/// # Errors
/// A migration fails, was changed after it ran, or is unknown to this binary.
pub async fn run(url: &str, owner: Option<&str>) -> Result<(), Error> {
    if let Some(path) = url.strip_prefix("sqlite:") {
        let options = sqlx::sqlite::SqliteConnectOptions::new().filename(path).create_if_missing(true).foreign_keys(true);
        let mut connection = options.connect().await?;
        SQLITE.run(&mut connection).await?;
        connection.close().await?;
        return Ok(());
    }
    let role = PgConnectOptions::from_str(url)?.get_username().to_owned();
    let options = PgConnectOptions::from_str(owner.unwrap_or(url))?;
    let mut connection = options.options([("search_path", "portal,pg_temp")]).connect().await?;
    connection.execute("create schema if not exists portal").await?;
    POSTGRES.run(&mut connection).await?;
    if owner.is_some() {
        connection.execute(dialect::grants(&role)).await?;
    }
    connection.close().await?;
    Ok(())
}

/// Is the database as new as this binary?
///
/// # Errors
/// The database does not answer.
pub async fn is_current(db: &Db) -> Result<bool, Error> {
    let migrator = match db.engine() {
        Engine::Sqlite => &SQLITE,
        Engine::Postgres => &POSTGRES,
    };
    let newest = migrator.iter().map(|migration| migration.version).max().unwrap_or(0);
    let mut tx = db.read(&crate::db::Readers::public()).await?;
    Ok(tx.count("select coalesce(max(version), 0) from _sqlx_migrations where success", &[]).await? == newest)
}
