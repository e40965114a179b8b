//! What may stand in one place only: SQL, features, the environment; and paths that a map names must exist.

use crate::files::{File, below, none, root};
use crate::literals;

const SQL: &[&str] = &[
    "insert into ",
    "delete from ",
    "create table ",
    "create index ",
    "create unique ",
    "create trigger ",
    "create view ",
    "create role ",
    "create virtual ",
    "create policy ",
    "alter table ",
    "alter role ",
    "drop table ",
    "drop trigger ",
    "drop view ",
    "drop index ",
    "pragma ",
    "grant select",
    "grant insert",
];

/// Whether a text begins as a statement does, in either case; a sentence has a capital at most.
fn is_sql(value: &str) -> bool {
    let text = value.trim_start();
    let first: String = text.chars().take_while(|sign| sign.is_alphabetic()).collect();
    let is_lower = first == first.to_lowercase();
    if first.is_empty() || !(is_lower || first == first.to_uppercase()) {
        return false;
    }
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    let has = |word: &str| words.split(' ').any(|found| found == word);
    let selects = words.starts_with("select ") && (has("from") || words.split(' ').count() == 2);
    let updates = words.starts_with("update ") && has("set");
    let reads_with = words.starts_with("with ") && words.contains(" as (");
    selects || updates || reads_with || SQL.iter().any(|verb| words.starts_with(verb))
}

#[test]
fn sql_is_told_from_sentences() {
    for sql in [
        "select 1",
        "select id from\n people",
        "  insert into x values ($1)",
        "UPDATE x SET y = 1",
        "with a as (select 1) select 2",
    ] {
        assert!(is_sql(sql), "{sql}");
    }
    for sentence in
        ["select", "Select a stage from the list", "update", "delete", "create", "with two rails", "insert", "selected from here"]
    {
        assert!(!is_sql(sentence), "{sentence}");
    }
}

#[test]
fn sql_stands_in_store_and_migrations_only() {
    let mut found = Vec::new();
    for file in below(&["app", "server", "crates/domain"], "rs") {
        for literal in literals::of(&file.text).iter().filter(|literal| is_sql(&literal.value)) {
            found.push(format!("{}:{} {:?}", file.path, literal.line, literal.value.chars().take(60).collect::<String>()));
        }
    }
    none("SQL stands in crates/store and migrations only:", found);
}

/// Lines of code that hold a text, comments left aside.
fn lines_with(files: &[File], text: &str, allowed: &[&str]) -> Vec<String> {
    let mut found = Vec::new();
    for file in files.iter().filter(|file| !allowed.contains(&file.path.as_str())) {
        let lines = file.text.lines().enumerate().filter(|(_, line)| !line.trim_start().starts_with("//") && line.contains(text));
        found.extend(lines.map(|(at, line)| format!("{}:{} {}", file.path, at + 1, line.trim())));
    }
    found
}

#[test]
fn statements_are_built_by_hand_in_dialect_only() {
    let files = below(&["crates/store/src", "app/src", "server/src"], "rs");
    none(
        "AssertSqlSafe stands in crates/store/src/dialect.rs only:",
        lines_with(&files, "AssertSqlSafe", &["crates/store/src/dialect.rs"]),
    );
}

#[test]
fn features_are_chosen_in_one_place() {
    let files = below(&["app/src"], "rs");
    let attributes = lines_with(&files, "cfg(feature", &["app/src/lib.rs"]);
    none("cfg(feature …) stands in app/src/lib.rs only; everything else of app is whole in one build:", attributes);
}

#[test]
fn the_environment_is_read_in_one_place() {
    let files = below(&["app/src", "server/src", "crates/store/src", "crates/domain/src"], "rs");
    none("The environment is read in server/src/config.rs only:", lines_with(&files, "env::var", &["server/src/config.rs"]));
}

#[test]
fn both_databases_have_the_same_migrations() {
    let names = |folder: &str| {
        let files = below(&[folder], "sql");
        files.iter().filter_map(|file| file.path.rsplit('/').next().map(str::to_owned)).collect::<Vec<_>>()
    };
    assert_eq!(
        names("migrations/sqlite"),
        names("migrations/postgres"),
        "the two folders of migrations hold the same file names"
    );
}

#[test]
fn every_path_of_the_maps_exists() {
    let mut found = Vec::new();
    for map in ["README.md", "CONTRIBUTING.md", "migrations/README.md"] {
        let text = std::fs::read_to_string(root().join(map)).unwrap_or_default();
        let quoted = text.split('`').skip(1).step_by(2).filter(|quoted| is_path(quoted));
        let missing = quoted.filter(|path| !root().join(path.trim_end_matches('/')).exists());
        found.extend(missing.map(|path| format!("{map}: {path}")));
    }
    none("These maps name paths that do not exist:", found);
}

/// A path from the root: has a slash, is no address, no pattern, no command, and nothing that is only built.
fn is_path(quoted: &str) -> bool {
    let plain = quoted.chars().all(|sign| sign.is_ascii_alphanumeric() || "/._-".contains(sign));
    let built = ["target/", "site/", "data/", "end2end/node_modules"].iter().any(|folder| quoted.starts_with(folder));
    plain && quoted.contains('/') && !quoted.starts_with('/') && !built
}
