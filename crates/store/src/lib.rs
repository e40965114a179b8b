//! Where it is kept: SQL and nothing else, one text for SQLite and PostgreSQL.
//!
//! [`Db::read`] gives a snapshot, [`perform()`] runs a rule and records its change: one transaction, one ledger entry, its rows,
//! the form's key. Everything a person may not see is left out by the statement itself ([`visible`]).

pub mod account;
pub mod activity;
pub mod amendment;
pub mod attachment;
pub mod clock;
pub mod db;
pub mod desk;
pub mod dialect;
pub mod digest;
pub mod draft;
pub mod engine;
mod facts;
pub mod flash;
pub mod form_key;
pub mod formal_note;
pub mod glossary;
pub mod group;
pub mod history;
pub mod invitation;
pub mod ledger;
pub mod letter;
pub mod link;
pub mod matter;
pub mod meeting;
pub mod migrate;
pub mod notice;
pub mod outbox;
pub mod passkey;
pub mod perform;
pub mod person;
pub mod profile;
pub mod project;
pub mod public;
mod record;
pub mod search;
pub mod second_factor;
pub mod security;
pub mod seen;
pub mod session;
pub mod set_up;
pub mod staff;
pub mod thread;
mod tick;
pub mod value;
pub mod verify;
pub mod version;
pub mod visible;
mod wake;

pub use db::{Db, Readers, Tx};
pub use perform::{Failure, perform};
pub use tick::Tick;
pub use visible::Visible;

/// Something failed; never an answer to a person.
#[derive(Debug)]
pub enum Error {
    /// The database refused or did not answer.
    Database(sqlx::Error),
    /// What is stored does not fit its type.
    Corrupt(String),
    /// The schema is not what this binary needs.
    Migration(sqlx::migrate::MigrateError),
}

impl From<sqlx::Error> for Error {
    fn from(error: sqlx::Error) -> Self {
        Self::Database(error)
    }
}

impl From<sqlx::migrate::MigrateError> for Error {
    fn from(error: sqlx::migrate::MigrateError) -> Self {
        Self::Migration(error)
    }
}

impl std::fmt::Display for Error {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Database(error) => write!(formatter, "the database failed: {error}"),
            Self::Corrupt(what) => write!(formatter, "a stored row does not fit: {what}"),
            Self::Migration(error) => write!(formatter, "the schema could not be brought up to date: {error}"),
        }
    }
}

impl std::error::Error for Error {}
