//! What must differ between the two databases, both spellings side by side, each with its reason.

use domain::party::Audience;
use domain::search::Form;
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

/// For the rest of a transaction a statement keeps its first plan; PostgreSQL only. That of a search is long, does not depend on its
/// values, and would be planned anew each time (1.1 ms of 3.4, measured where a code is found among 100,000 projects).
pub const KEEP_PLANS: &str = "select set_config('plan_cache_mode', 'force_generic_plan', true)";

/// Was it a clash of transactions? PostgreSQL: serialisation failure, deadlock, lock not available, and a key that another
/// transaction took first, which a serialisable one may see instead of the failure. SQLite: busy, locked.
#[must_use]
pub fn is_clash(code: Option<&str>) -> bool {
    matches!(code, Some("40001" | "40P01" | "55P03" | "23505" | "5" | "6" | "261" | "517"))
}

/// The best places of each audience, from its own index: in SQLite the row ids of its FTS5 table, which runs down them; in
/// PostgreSQL by a function, because under row security an index on words is not used, and because PostgreSQL gathers all hits of a
/// word before it orders them (`0036_search_of_projects.sql`, `0037_search_reckoned.sql`); it tells the project of each place, too.
/// `$5` is how many, between the places `$8` and `$9`.
macro_rules! sqlite_places {
    (@one $table:literal, $words:literal) => {
        concat!(
            "select * from (select '", $table, "' as audience, rowid as place from search_", $table, " where search_", $table,
            " match ", $words, " and rowid between $8 and $9 order by rowid desc limit $5)"
        )
    };
    ($table:literal, $words:literal $(; $more:literal, $others:literal)*) => {
        concat!(
            crate::dialect::sqlite_places!(@one $table, $words)
            $(, " union all ", crate::dialect::sqlite_places!(@one $more, $others))*
        )
    };
}
pub(crate) use sqlite_places;

macro_rules! postgres_places {
    (@one $table:literal, $words:literal) => {
        concat!("select cast('", $table, "' as text) as audience, place, project_id from search_places('", $table, "', ", $words, ", $4, $8, $9, $5)")
    };
    ($table:literal, $words:literal $(; $more:literal, $others:literal)*) => {
        concat!(
            crate::dialect::postgres_places!(@one $table, $words)
            $(, " union all ", crate::dialect::postgres_places!(@one $more, $others))*
        )
    };
}
pub(crate) use postgres_places;

/// Is the project of hit `h` at stage `$3`? SQLite keeps no project beside the words, and would read the whole text at the place rather
/// than the index that tells its project, because only the key of the texts is unique (measured for 6,000 places: 12 ms in place of 6).
/// PostgreSQL would read all projects of a common stage first, but for the `offset`, with which it asks each hit (26 ms in place of 13).
macro_rules! sqlite_at_stage {
    () => {
        "exists (select 1 from search_documents s indexed by search_documents_of_place cross join projects o on o.id = s.project_id \
         where s.audience = h.audience and s.place = h.place and o.stage = $3)"
    };
}
pub(crate) use sqlite_at_stage;

macro_rules! postgres_at_stage {
    () => {
        "exists (select 1 from projects o where o.id = h.project_id and o.stage = $3 offset 0)"
    };
}
pub(crate) use postgres_at_stage;

/// A statement over the index of each audience, whose name is part of the text, or, with a third part, twice.
macro_rules! of_each_index {
    (@named $name:literal, $before:literal, $after:literal $(, $last:literal)?) => {
        concat!($before, "search_", $name, $after $(, $name, $last)?)
    };
    ($audience:expr, $($part:literal),+) => {
        match $audience {
            Audience::Joint => of_each_index!(@named "joint", $($part),+),
            Audience::CaucusIl => of_each_index!(@named "caucus_il", $($part),+),
            Audience::CaucusSy => of_each_index!(@named "caucus_sy", $($part),+),
            Audience::CaucusUs => of_each_index!(@named "caucus_us", $($part),+),
            Audience::ChannelIl => of_each_index!(@named "channel_il", $($part),+),
            // Nothing of the doors can be found, and nothing asks for it.
            Audience::ChannelSy | Audience::Security => of_each_index!(@named "channel_sy", $($part),+),
        }
    };
}

/// Puts words, `$2`, at a place, `$1`, whose text is kept already. PostgreSQL takes them as they are, without a dictionary or a parser,
/// and the text's project with them.
#[must_use]
pub const fn keep_words(engine: Engine, audience: Audience) -> &'static str {
    match engine {
        Engine::Sqlite => of_each_index!(audience, "insert into ", " (rowid, words) values ($1, $2)"),
        Engine::Postgres => of_each_index!(
            audience,
            "insert into ",
            " (place, words, project_id) values ($1, array_to_tsvector(string_to_array($2, ' ')), \
             (select d.project_id from search_documents d where d.place = $1 and d.audience = '",
            "'))"
        ),
    }
}

/// Takes the words at a place away.
#[must_use]
pub const fn forget_words(engine: Engine, audience: Audience) -> &'static str {
    match engine {
        Engine::Sqlite => of_each_index!(audience, "delete from ", " where rowid = $1"),
        Engine::Postgres => of_each_index!(audience, "delete from ", " where place = $1"),
    }
}

/// Takes all words of an index away.
#[must_use]
pub const fn forget_all_words(engine: Engine, audience: Audience) -> &'static str {
    match engine {
        Engine::Sqlite => of_each_index!(audience, "delete from ", ""),
        Engine::Postgres => of_each_index!(audience, "delete from ", ""),
    }
}

/// What is sought, in the language of the engine's index: one form of each word, and one of each list of terms. Forms and terms
/// hold letters and digits only, but for the sign of a term.
#[must_use]
pub fn words(engine: Engine, words: &[Vec<Form>], terms: &[Vec<String>]) -> String {
    let (quote, goes_on, or, and) = match engine {
        Engine::Sqlite => ('"', "*", " OR ", " AND "),
        Engine::Postgres => ('\'', ":*", " | ", " & "),
    };
    let one = |form: &Form| format!("{quote}{}{quote}{}", form.text, if form.goes_on { goes_on } else { "" });
    let words = words.iter().map(|forms| forms.iter().map(one).collect::<Vec<_>>());
    let terms = terms.iter().map(|terms| terms.iter().map(|term| format!("{quote}{term}{quote}")).collect::<Vec<_>>());
    words.chain(terms).map(|any| format!("({})", any.join(or))).collect::<Vec<_>>().join(and)
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
         grant update, delete on accounts, sessions, flashes, form_keys, drafts, outbox, seen, notices, notice_choices, digests, invitations, nominations, profile_offers, authenticators, 
           recovery_codes, passkeys, set_up_keys, screen_codes, screens, calendar_keys to {role};
         grant delete on search_documents, search_joint, search_caucus_il, search_caucus_sy, search_caucus_us, search_channel_il,
           search_channel_sy to {role};
         grant execute on all functions in schema portal to {role};"
    ))
}
