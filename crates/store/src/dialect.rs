//! What must differ between the two databases, both spellings side by side, each with its reason.

use sqlx::AssertSqlSafe;

/// Which database it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Embedded, one file.
    Sqlite,
    /// A server, for more than one machine.
    Postgres,
}

/// On every connection: replaced rows must fire delete triggers, no schema may run code, damage must be noticed.
pub const SQLITE_PRAGMAS: &[(&str, &str)] = &[
    ("recursive_triggers", "ON"),
    ("trusted_schema", "OFF"),
    ("cell_size_check", "ON"),
    ("mmap_size", "0"),
    ("journal_size_limit", "67108864"),
];

/// On every connection: our schema first and temporary tables last, UTC, and no statement that waits for ever.
pub const POSTGRES_SETTINGS: &[(&str, &str)] = &[
    ("search_path", "portal,pg_temp"),
    ("timezone", "UTC"),
    ("statement_timeout", "10s"),
    ("lock_timeout", "3s"),
    ("idle_in_transaction_session_timeout", "15s"),
];

/// Names the readers of a transaction; PostgreSQL only, SQLite has no row security.
pub const SET_READERS: &str = "select set_config('portal.audiences', $1, true)";

/// Was it a clash of transactions? PostgreSQL: serialisation failure, deadlock, lock not available, and a key that another
/// transaction took first, which a serialisable one may see instead of the failure. SQLite: busy, locked.
#[must_use]
pub fn is_clash(code: Option<&str>) -> bool {
    matches!(code, Some("40001" | "40P01" | "55P03" | "23505" | "5" | "6" | "261" | "517"))
}

/// What the application's own role may do, where the migrations ran as an owner: read, add, and move only what moves.
#[must_use]
pub fn grants(role: &str) -> AssertSqlSafe<String> {
    let role = format!("\"{}\"", role.replace('"', "\"\""));
    AssertSqlSafe(format!(
        "grant usage on schema portal to {role};
         grant select, insert on all tables in schema portal to {role};
         revoke insert on stage_changes, installation from {role};
         grant insert on installation to {role};
         grant update (stage, code, authorisation_id, entry_id, recorded_at, ledger) on projects to {role};
         grant update (closed_at, closing_entry_id, outcome) on ballots to {role};
         grant update, delete on accounts, sessions, flashes, form_keys, drafts, outbox, invitations, nominations, profile_offers, authenticators, 
           recovery_codes, passkeys, set_up_keys to {role};
         grant execute on all functions in schema portal to {role};"
    ))
}
