//! Databases for tests: a file for SQLite; on PostgreSQL a database of its own, used as the application's role.

use std::path::PathBuf;
use std::str::FromStr;

use sqlx::{AssertSqlSafe, ConnectOptions, Connection, Executor};
use store::{Db, Readers, migrate};

/// A true entry, the newest of the joint ledger, with which an attack may stamp its rows.
pub const STAMP: &str = "insert into entries (id, ledger, seq, recorded_at, person_id, party, command, subject, subject_id, request_id, salt, \
     commitment, previous, hash) select 'forged', 'joint', seq + 1, recorded_at, person_id, party, 'x', 'x', 'x', 'x', 'x', \
     'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', hash, \
     'bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb' from entries where ledger = 'joint' order by seq desc limit 1";

/// A fresh, migrated database; gone when the test is over.
pub struct Base {
    pub db: Db,
    /// The URL with which whoever owns the tables connects, to break what the application cannot.
    pub owner: String,
    /// The URL with which the application connects.
    pub app: String,
    folder: Option<PathBuf>,
}

impl Drop for Base {
    fn drop(&mut self) {
        if let Some(folder) = &self.folder {
            let _ = std::fs::remove_dir_all(folder);
        }
    }
}

impl Base {
    /// Runs a statement past the application: as the owner, and on SQLite over a connection of its own.
    pub async fn as_owner(&self, sql: &str) -> Result<(), sqlx::Error> {
        let statement = AssertSqlSafe(sql.to_owned());
        if let Some(path) = self.owner.strip_prefix("sqlite:") {
            let options = sqlx::sqlite::SqliteConnectOptions::new().filename(path);
            let mut connection = options.connect().await?;
            connection.execute(statement).await?;
            return connection.close().await;
        }
        let options = sqlx::postgres::PgConnectOptions::from_str(&self.owner)?.options([("search_path", "portal,pg_temp")]);
        let mut connection = options.connect().await?;
        connection.execute(statement).await?;
        connection.close().await
    }

    /// Runs a statement as the application, in a transaction of its own that is kept if it succeeds.
    pub async fn attack(&self, statements: &[&'static str]) -> Result<(), store::Error> {
        let statements = statements.to_vec();
        self.db
            .write(Readers::system(), move |tx| {
                let statements = statements.clone();
                Box::pin(async move {
                    for sql in statements {
                        tx.execute(sql, &[]).await?;
                    }
                    Ok(())
                })
            })
            .await
    }
}

fn name() -> String {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).expect("the system gives random bytes");
    format!("t{}", domain::id::spell(bytes))
}

async fn demonstration(db: &Db) {
    let kind = db.write(Readers::public(), |tx| Box::pin(async move { store::account::set_kind(tx, "demonstration").await }));
    let kind: Result<(), store::Error> = kind.await;
    kind.expect("a fresh database has no kind yet");
}

/// A fresh SQLite file.
pub async fn fresh_sqlite() -> Base {
    let folder = std::env::temp_dir().join(name());
    std::fs::create_dir_all(&folder).expect("the temporary folder takes files");
    let url = format!("sqlite:{}", folder.join("portal.sqlite").display());
    migrate::run(&url, None).await.expect("the migrations run");
    let db = Db::open(&url).await.expect("the database opens");
    demonstration(&db).await;
    Base { db, owner: url.clone(), app: url, folder: Some(folder) }
}

/// A fresh PostgreSQL database; `None` only where the run was told that there is no server.
pub async fn fresh_postgres() -> Option<Base> {
    let without = std::env::var("PORTAL_TEST_WITHOUT_POSTGRES").is_ok();
    let (app, owner) = match (std::env::var("PORTAL_TEST_POSTGRES"), std::env::var("PORTAL_TEST_POSTGRES_OWNER")) {
        (Ok(app), Ok(owner)) => (app, owner),
        _ if without => return None,
        _ => panic!("Run `cargo xtask test units`, which starts a PostgreSQL for the tests."),
    };
    let name = name();
    let options = sqlx::postgres::PgConnectOptions::from_str(&owner).expect("the owner's URL is one");
    let mut connection = options.connect().await.expect("the test server answers");
    connection.execute(AssertSqlSafe(format!("create database \"{name}\""))).await.expect("the owner makes databases");
    connection.close().await.expect("the connection closes");
    let of = |url: &str| url.rsplit_once('/').map(|(server, _)| format!("{server}/{name}")).expect("the URL names a database");
    let (app, owner) = (of(&app), of(&owner));
    migrate::run(&app, Some(&owner)).await.expect("the migrations run");
    let db = Db::open(&app).await.expect("the database opens");
    demonstration(&db).await;
    Some(Base { db, owner, app, folder: None })
}
