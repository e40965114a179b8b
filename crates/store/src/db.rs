//! Two databases, two doors. One of the two files that know that there are two: [`Db`] and [`Tx`] match on the engine and run
//! the same text on either, with `$1` parameters.
//!
//! | topic | write | because |
//! |---|---|---|
//! | ids, codes | `text`, made in Rust | sequences count rows that others may not know of |
//! | time | `bigint`, unix milliseconds | text of varying length sorts wrongly |
//! | yes and no | `boolean`, in SQLite an integer with a check | SQLite has no boolean |
//! | order | complete, the id at the end | engines order ties differently |
//! | not used | `now()`, `like`, `for update`, arrays, JSON operators, `insert or …` | they differ, or replace rows |
//!
//! Reading: one snapshot for the whole page. Writing: all of it or nothing; on SQLite one writer at a time, on PostgreSQL
//! serialisable with bounded retry. **So the work of a write may run twice**: it gets time and ids from outside.

use std::path::Path;
use std::str::FromStr;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Once};
use std::time::Duration;

use domain::party::Audience;
use domain::viewer::Viewer;
use futures::TryStreamExt;
use futures::future::BoxFuture;
use serde::de::DeserializeOwned;
use sqlx::postgres::{PgArguments, PgConnectOptions, PgPoolOptions, PgRow, PgTypeInfo};
use sqlx::sqlite::{
    SqliteArguments, SqliteAutoVacuum, SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteRow, SqliteSynchronous,
};
use sqlx::{Column, Database, Encode, Postgres, Row as _, Sqlite, Transaction, Type, TypeInfo, ValueRef};
use tokio::sync::broadcast;

use crate::dialect::Engine;
use crate::tick::{LISTENED, Tick};
use crate::value::{self, Row, Value};
use crate::{Error, dialect, wake};

/// The store's connection to its database.
#[derive(Clone, Debug)]
pub struct Db {
    pools: Pools,
    written: Arc<AtomicU64>,
    ticks: broadcast::Sender<Tick>,
    /// Has anybody begun to listen to what other instances record?
    listens: Arc<Once>,
}

#[derive(Clone, Debug)]
enum Pools {
    Sqlite { reader: sqlx::SqlitePool, writer: sqlx::SqlitePool },
    Postgres(sqlx::PgPool),
}

/// A transaction on either database. It counts its statements, so that a test can say how many a page takes.
#[derive(Debug)]
pub struct Tx {
    inner: Inner,
    statements: u64,
    /// What it has recorded, told when it is committed.
    ticks: Vec<Tick>,
}

#[derive(Debug)]
enum Inner {
    Sqlite(Transaction<'static, Sqlite>),
    Postgres(Transaction<'static, Postgres>),
}

/// Whose rows a transaction may touch. PostgreSQL's row security asks for it; without a reader there is no row.
#[derive(Clone, Debug)]
pub struct Readers(String);

impl Readers {
    /// What this viewer's party may be among the readers of.
    #[must_use]
    pub fn of(viewer: &Viewer) -> Self {
        Self::admitting(|audience| audience.admits(viewer.party))
    }

    /// What leads to a published page.
    #[must_use]
    pub fn public() -> Self {
        Self::admitting(|audience| audience == Audience::Joint)
    }

    /// What happened at the doors, and what is recorded in common: for signing in and for administrators.
    #[must_use]
    pub fn security() -> Self {
        Self::admitting(|audience| matches!(audience, Audience::Joint | Audience::Security))
    }

    /// Everything: for checks of the whole ledger and for due tasks, never for a page.
    #[must_use]
    pub fn system() -> Self {
        Self::admitting(|_| true)
    }

    fn admitting(admits: impl Fn(Audience) -> bool) -> Self {
        let codes: Vec<_> = Audience::LEDGERS.into_iter().filter(|&audience| admits(audience)).map(Audience::code).collect();
        Self(codes.join(","))
    }
}

impl Db {
    /// Opens the database at a URL, `sqlite:PATH` or `postgres:…`.
    ///
    /// # Errors
    /// The URL is of another kind, or the database does not answer.
    pub async fn open(url: &str) -> Result<Self, Error> {
        let pools =
            if let Some(path) = url.strip_prefix("sqlite:") { sqlite(Path::new(path)).await? } else { postgres(url).await? };
        let listens = Arc::new(Once::new());
        Ok(Self { pools, written: Arc::default(), ticks: broadcast::Sender::new(LISTENED), listens })
    }

    /// Which engine it is.
    #[must_use]
    pub const fn engine(&self) -> Engine {
        match self.pools {
            Pools::Sqlite { .. } => Engine::Sqlite,
            Pools::Postgres(_) => Engine::Postgres,
        }
    }

    /// Is the database this process's own, so that nobody else writes to it?
    #[must_use]
    pub const fn is_embedded(&self) -> bool {
        matches!(self.pools, Pools::Sqlite { .. })
    }

    /// How often this process has written; what was made at another number may be out of date.
    #[must_use]
    pub fn written(&self) -> u64 {
        self.written.load(Ordering::Acquire)
    }

    /// From now on, what is recorded: by this process on SQLite, by every instance on PostgreSQL. Whoever falls behind is told so, and
    /// reads again.
    #[must_use]
    pub fn listen(&self) -> broadcast::Receiver<Tick> {
        if let Pools::Postgres(pool) = &self.pools {
            self.listens.call_once(|| drop(tokio::spawn(wake::listen(pool.clone(), self.ticks.clone()))));
        }
        self.ticks.subscribe()
    }

    /// A snapshot to read from, as these readers.
    ///
    /// # Errors
    /// The database does not answer.
    pub async fn read(&self, readers: &Readers) -> Result<Tx, Error> {
        let inner = match &self.pools {
            Pools::Sqlite { reader, .. } => Inner::Sqlite(reader.begin().await?),
            Pools::Postgres(pool) => Inner::Postgres(pool.begin_with("begin isolation level repeatable read read only").await?),
        };
        Tx::start(inner, readers).await
    }

    /// Runs the work in one transaction and commits it, as these readers; a refusal or an error undoes all of it.
    ///
    /// # Errors
    /// Those of the work, and the database's own.
    pub async fn write<T, E, F>(&self, readers: Readers, work: F) -> Result<T, E>
    where
        E: From<Error> + Retry,
        F: for<'t> Fn(&'t mut Tx) -> BoxFuture<'t, Result<T, E>>,
    {
        let mut tries = 0;
        loop {
            let error = match self.attempt(&readers, &work).await {
                Ok(done) => return Ok(done),
                Err(error) => error,
            };
            tries += 1;
            if tries >= 8 || !error.can_be_repeated() {
                return Err(error);
            }
            tokio::time::sleep(Duration::from_millis(5 * (1 << tries))).await;
        }
    }

    async fn attempt<T, E, F>(&self, readers: &Readers, work: &F) -> Result<T, E>
    where
        E: From<Error>,
        F: for<'t> Fn(&'t mut Tx) -> BoxFuture<'t, Result<T, E>>,
    {
        let inner = match &self.pools {
            Pools::Sqlite { writer, .. } => Inner::Sqlite(writer.begin_with("begin immediate").await.map_err(Error::from)?),
            Pools::Postgres(pool) => {
                Inner::Postgres(pool.begin_with("begin isolation level serializable").await.map_err(Error::from)?)
            }
        };
        let mut tx = Tx::start(inner, readers).await?;
        let done = work(&mut tx).await?;
        let ticks = std::mem::take(&mut tx.ticks);
        if !ticks.is_empty() && !self.is_embedded() {
            tx.execute(wake::TELL, &[wake::spelled(&ticks).into()]).await?;
        }
        tx.commit().await?;
        self.written.fetch_add(1, Ordering::Release);
        for tick in ticks.into_iter().filter(|_| self.is_embedded()) {
            // Nobody may be listening.
            let _ = self.ticks.send(tick);
        }
        Ok(done)
    }

    /// Closes every connection.
    pub async fn close(&self) {
        match &self.pools {
            Pools::Sqlite { reader, writer } => {
                reader.close().await;
                writer.close().await;
            }
            Pools::Postgres(pool) => pool.close().await,
        }
    }
}

/// Errors that tell whether the same work may be tried again.
pub trait Retry {
    /// Was it a clash of transactions, and nothing else?
    fn can_be_repeated(&self) -> bool;
}

impl Retry for Error {
    fn can_be_repeated(&self) -> bool {
        match self {
            Self::Database(sqlx::Error::Database(error)) => dialect::is_clash(error.code().as_deref()),
            Self::Database(_) | Self::Corrupt(_) | Self::Migration(_) => false,
        }
    }
}

fn sqlite_options(path: &Path) -> SqliteConnectOptions {
    let options = SqliteConnectOptions::new()
        .filename(path)
        .create_if_missing(true)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .auto_vacuum(SqliteAutoVacuum::None)
        .foreign_keys(true)
        .busy_timeout(Duration::from_secs(5))
        .statement_cache_capacity(256);
    dialect::SQLITE_PRAGMAS.iter().fold(options, |options, &(name, value)| options.pragma(name, value))
}

async fn sqlite(path: &Path) -> Result<Pools, Error> {
    let writer = SqlitePoolOptions::new().max_connections(1).connect_with(sqlite_options(path)).await?;
    let readers = sqlite_options(path).pragma("query_only", "ON");
    let reader = SqlitePoolOptions::new().max_connections(4).connect_with(readers).await?;
    Ok(Pools::Sqlite { reader, writer })
}

async fn postgres(url: &str) -> Result<Pools, Error> {
    let options = PgConnectOptions::from_str(url)?.options(dialect::POSTGRES_SETTINGS.iter().copied());
    Ok(Pools::Postgres(PgPoolOptions::new().max_connections(16).connect_with(options).await?))
}

impl Tx {
    async fn start(inner: Inner, readers: &Readers) -> Result<Self, Error> {
        let mut tx = Self { inner, statements: 0, ticks: Vec::new() };
        if matches!(tx.inner, Inner::Postgres(_)) {
            tx.execute(dialect::SET_READERS, &[readers.0.as_str().into()]).await?;
            tx.statements = 0;
        }
        Ok(tx)
    }

    /// Tells what is recorded here to whoever listens, once it is.
    pub(crate) fn tick(&mut self, tick: Tick) {
        self.ticks.push(tick);
    }

    /// Statements run so far.
    #[must_use]
    pub const fn statements(&self) -> u64 {
        self.statements
    }

    /// The engine, for the file that spells statements for both.
    #[must_use]
    pub const fn engine(&self) -> Engine {
        match self.inner {
            Inner::Sqlite(_) => Engine::Sqlite,
            Inner::Postgres(_) => Engine::Postgres,
        }
    }

    async fn commit(self) -> Result<(), Error> {
        match self.inner {
            Inner::Sqlite(tx) => tx.commit().await?,
            Inner::Postgres(tx) => tx.commit().await?,
        }
        Ok(())
    }

    /// Runs a statement and tells how many rows it touched.
    ///
    /// # Errors
    /// The database refuses or fails.
    pub async fn execute(&mut self, sql: &'static str, values: &[Value]) -> Result<u64, Error> {
        self.statements += 1;
        Ok(match &mut self.inner {
            Inner::Sqlite(tx) => sqlx::query_with(sql, arguments::<Sqlite>(values)?).execute(&mut **tx).await?.rows_affected(),
            Inner::Postgres(tx) => {
                sqlx::query_with(sql, arguments::<Postgres>(values)?).execute(&mut **tx).await?.rows_affected()
            }
        })
    }

    /// All rows of a query.
    ///
    /// # Errors
    /// The database fails, or a row does not fit the type.
    pub async fn list<T: DeserializeOwned>(&mut self, sql: &'static str, values: &[Value]) -> Result<Vec<T>, Error> {
        self.statements += 1;
        match &mut self.inner {
            Inner::Sqlite(tx) => {
                let rows = sqlx::query_with(sql, arguments::<Sqlite>(values)?).fetch(&mut **tx);
                rows.map_err(Error::from).and_then(|row| async move { value::read(sqlite_row(&row)?) }).try_collect().await
            }
            Inner::Postgres(tx) => {
                let rows = sqlx::query_with(sql, arguments::<Postgres>(values)?).fetch(&mut **tx);
                rows.map_err(Error::from).and_then(|row| async move { value::read(postgres_row(&row)?) }).try_collect().await
            }
        }
    }

    /// All rows of a query as names and values, for checks that read every table alike.
    ///
    /// # Errors
    /// The database fails.
    pub(crate) async fn rows(&mut self, sql: &'static str) -> Result<Vec<Row>, Error> {
        self.statements += 1;
        match &mut self.inner {
            Inner::Sqlite(tx) => sqlx::query(sql).fetch_all(&mut **tx).await?.iter().map(sqlite_row).collect(),
            Inner::Postgres(tx) => sqlx::query(sql).fetch_all(&mut **tx).await?.iter().map(postgres_row).collect(),
        }
    }

    /// The only row of a query, if there is one.
    ///
    /// # Errors
    /// The database fails, or the row does not fit the type.
    pub async fn find<T: DeserializeOwned>(&mut self, sql: &'static str, values: &[Value]) -> Result<Option<T>, Error> {
        Ok(self.list(sql, values).await?.into_iter().next())
    }

    /// The one number that a query counts.
    ///
    /// # Errors
    /// The database fails, or there is no number.
    pub async fn count(&mut self, sql: &'static str, values: &[Value]) -> Result<i64, Error> {
        let row: Option<(i64,)> = self.find(sql, values).await?;
        row.map(|(number,)| number).ok_or_else(|| Error::Corrupt("a count without a row".to_owned()))
    }
}

/// A value that has no type of its own: PostgreSQL then takes the column's.
struct Untyped;

impl Type<Postgres> for Untyped {
    fn type_info() -> PgTypeInfo {
        PgTypeInfo::with_oid(sqlx::postgres::types::Oid(705))
    }
}

impl Encode<'_, Postgres> for Untyped {
    fn encode_by_ref(
        &self,
        _: &mut <Postgres as Database>::ArgumentBuffer,
    ) -> Result<sqlx::encode::IsNull, sqlx::error::BoxDynError> {
        Ok(sqlx::encode::IsNull::Yes)
    }
}

trait Bind: Database {
    fn bind(arguments: &mut Self::Arguments, value: &Value) -> Result<(), sqlx::error::BoxDynError>;
}

macro_rules! bind {
    ($engine:ty, $arguments:ty, $null:expr) => {
        impl Bind for $engine {
            fn bind(arguments: &mut $arguments, value: &Value) -> Result<(), sqlx::error::BoxDynError> {
                use sqlx::Arguments as _;
                match value {
                    Value::Null => arguments.add($null),
                    Value::Text(text) => arguments.add(text.clone()),
                    Value::Int(number) => arguments.add(*number),
                    Value::Bool(yes) => arguments.add(*yes),
                }
            }
        }
    };
}

bind!(Sqlite, SqliteArguments, Option::<String>::None);
bind!(Postgres, PgArguments, Untyped);

fn arguments<DB: Bind>(values: &[Value]) -> Result<DB::Arguments, Error>
where
    DB::Arguments: Default,
{
    let mut arguments = DB::Arguments::default();
    for value in values {
        DB::bind(&mut arguments, value).map_err(|problem| Error::Corrupt(problem.to_string()))?;
    }
    Ok(arguments)
}

fn sqlite_row(row: &SqliteRow) -> Result<Row, Error> {
    row.columns()
        .iter()
        .map(|column| {
            let raw = row.try_get_raw(column.ordinal())?;
            let value = if raw.is_null() {
                Value::Null
            } else if raw.type_info().name() == "INTEGER" {
                Value::Int(row.try_get_unchecked(column.ordinal())?)
            } else {
                Value::Text(row.try_get_unchecked(column.ordinal())?)
            };
            Ok((column.name().to_owned(), value))
        })
        .collect()
}

fn postgres_row(row: &PgRow) -> Result<Row, Error> {
    row.columns()
        .iter()
        .map(|column| {
            let raw = row.try_get_raw(column.ordinal())?;
            let value = match column.type_info().name() {
                _ if raw.is_null() => Value::Null,
                "INT8" => Value::Int(row.try_get_unchecked(column.ordinal())?),
                "BOOL" => Value::Bool(row.try_get_unchecked(column.ordinal())?),
                _ => Value::Text(row.try_get_unchecked(column.ordinal())?),
            };
            Ok((column.name().to_owned(), value))
        })
        .collect()
}
