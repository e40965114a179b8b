//! The raw twin: axum and sqlx alone. For each page it runs the portal's statements with the portal's values over the same file,
//! in one transaction, takes every column of every row, and answers with the portal's bytes. No session, no rules, no rendering.

use std::io::Write as _;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use bytes::Bytes;
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteRow, SqliteSynchronous};
use sqlx::{Row as _, SqlitePool, TypeInfo as _, ValueRef as _};

use crate::Answer;
use crate::portal::{Server, free, until_ready};

/// What the twin serves.
#[derive(Serialize, Deserialize)]
pub struct Plan {
    pub listen: SocketAddr,
    pub database: PathBuf,
    pub pages: Vec<Page>,
}

/// A page of the portal, as the twin gives it.
#[derive(Serialize, Deserialize)]
pub struct Page {
    pub path: String,
    pub headers: Vec<(String, String)>,
    /// The file with the body's bytes.
    pub body: PathBuf,
    pub statements: Vec<Bound>,
}

/// A statement with its values, and how many rows it must give.
#[derive(Clone, Serialize, Deserialize)]
pub struct Bound {
    pub sql: String,
    pub values: Vec<Json>,
    pub rows: u64,
}

/// Starts the twin as a child of this program.
pub fn start(database: PathBuf, pages: Vec<Page>) -> Answer<Server> {
    let listen = free()?;
    let file = database.with_file_name("twin.json");
    let plan = Plan { listen, database, pages };
    let text = serde_json::to_string(&plan).map_err(|error| error.to_string())?;
    std::fs::write(&file, text).map_err(|error| error.to_string())?;
    let mut command = Command::new(std::env::current_exe().map_err(|error| error.to_string())?);
    command.arg("twin").arg(&file).stdin(Stdio::null());
    until_ready(command, listen)
}

/// Serves a plan; the child's whole work.
pub fn serve(file: &str) -> Answer {
    let text = std::fs::read_to_string(file).map_err(|error| error.to_string())?;
    let plan: Plan = serde_json::from_str(&text).map_err(|error| error.to_string())?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().map_err(|error| error.to_string())?;
    runtime.block_on(run(plan))
}

/// A page in memory.
struct Ready {
    headers: HeaderMap,
    body: Bytes,
    statements: Vec<(&'static str, Vec<Json>)>,
}

async fn run(plan: Plan) -> Answer {
    let pool = open(&plan).await.map_err(|error| error.to_string())?;
    let mut router = Router::new().route("/readyz", get(|| async { StatusCode::OK }));
    for page in plan.pages {
        let path = page.path.clone();
        check(&pool, &page).await?;
        let (ready, pool) = (Arc::new(ready(page)?), pool.clone());
        router = router.route(&path, get(move || answer(Arc::clone(&ready), pool.clone())));
    }
    let listener = tokio::net::TcpListener::bind(plan.listen).await.map_err(|error| error.to_string())?;
    axum::serve(listener, router).await.map_err(|error| error.to_string())
}

/// The same settings of the database as the portal's readers have.
async fn open(plan: &Plan) -> Result<SqlitePool, sqlx::Error> {
    let options = SqliteConnectOptions::new()
        .filename(&plan.database)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .busy_timeout(Duration::from_secs(5))
        .statement_cache_capacity(256);
    let options = store::dialect::SQLITE_PRAGMAS.iter().fold(options, |options, &(name, value)| options.pragma(name, value));
    SqlitePoolOptions::new().max_connections(4).connect_with(options.pragma("query_only", "ON")).await
}

fn ready(page: Page) -> Answer<Ready> {
    let mut headers = HeaderMap::new();
    for (name, value) in &page.headers {
        let name = HeaderName::from_bytes(name.as_bytes()).map_err(|error| error.to_string())?;
        headers.append(name, HeaderValue::from_str(value).map_err(|error| error.to_string())?);
    }
    let body = std::fs::read(&page.body).map_err(|error| error.to_string())?.into();
    let statements = page.statements.into_iter().map(|one| (fixed(one.sql), one.values)).collect();
    Ok(Ready { headers, body, statements })
}

/// sqlx takes texts that live as long as the program.
fn fixed(sql: String) -> &'static str {
    Box::leak(sql.into_boxed_str())
}

/// The twin's statements must give as many rows as the portal's did; else a value is wrong and nothing is comparable.
async fn check(pool: &SqlitePool, page: &Page) -> Answer {
    let mut tx = pool.begin().await.map_err(|error| error.to_string())?;
    for one in &page.statements {
        let rows = rows(&mut tx, fixed(one.sql.clone()), &one.values).await.map_err(|error| error.to_string())?;
        if rows.len() as u64 != one.rows {
            let problem = format!("{} rows, and the portal had {}: {}", rows.len(), one.rows, one.sql);
            let _ = writeln!(std::io::stderr(), "{problem}");
            return Err(problem);
        }
    }
    Ok(())
}

async fn rows(tx: &mut sqlx::SqliteConnection, sql: &'static str, values: &[Json]) -> Result<Vec<SqliteRow>, sqlx::Error> {
    let query = values.iter().fold(sqlx::query(sql), |query, value| match value {
        Json::String(text) => query.bind(text.clone()),
        other => query.bind(other.as_i64()),
    });
    query.fetch_all(tx).await
}

async fn answer(page: Arc<Ready>, pool: SqlitePool) -> Response {
    if !page.statements.is_empty() && read(&page, &pool).await.is_err() {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    }
    let mut response = Response::new(Body::from(page.body.clone()));
    response.headers_mut().clone_from(&page.headers);
    response
}

async fn read(page: &Ready, pool: &SqlitePool) -> Result<(), sqlx::Error> {
    let mut tx = pool.begin().await?;
    for (sql, values) in &page.statements {
        for row in rows(&mut tx, sql, values).await? {
            for column in 0..row.len() {
                let raw = row.try_get_raw(column)?;
                if raw.is_null() {
                    continue;
                }
                if raw.type_info().name() == "INTEGER" {
                    std::hint::black_box(row.try_get_unchecked::<i64, _>(column)?);
                } else {
                    std::hint::black_box(row.try_get_unchecked::<String, _>(column)?);
                }
            }
        }
    }
    Ok(())
}
