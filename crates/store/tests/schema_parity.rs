//! The two databases hold the same tables with the same columns, null where the other is null. The indexes of search, which each
//! keeps in its own way, are left out: `search_joint`, `search_caucus_…` and `search_channel_…`.
#![allow(clippy::expect_used, clippy::unwrap_used, missing_docs, reason = "a test says what it expects")]

mod world;

use store::Readers;

const SQLITE: &str = "select m.name || '.' || c.name || case when c.\"notnull\" = 1 or c.pk > 0 then '' else ' null' end \
     from sqlite_schema m join pragma_table_info(m.name) c where m.type = 'table' and m.name not like 'sqlite%' \
     and m.name <> '_sqlx_migrations' and m.name not glob 'search_[cj]*' order by 1";
const POSTGRES: &str = "select table_name || '.' || column_name || case when is_nullable = 'NO' then '' else ' null' end \
     from information_schema.columns where table_schema = 'portal' and table_name <> '_sqlx_migrations' \
     and table_name !~ '^search_[cj]' and table_name in (select table_name from information_schema.tables where table_schema = 'portal' and table_type = 'BASE TABLE') \
     order by 1";

async fn columns(base: &world::Base, sql: &'static str) -> Vec<String> {
    let mut tx = base.db.read(&Readers::system()).await.expect("the database answers");
    let rows: Vec<(String,)> = tx.list(sql, &[]).await.expect("the catalogue can be read");
    let mut found: Vec<String> = rows.into_iter().map(|(column,)| column).collect();
    found.sort();
    found
}

#[tokio::test(flavor = "multi_thread")]
async fn both_databases_hold_the_same_columns() {
    let sqlite = columns(&world::fresh_sqlite().await, SQLITE).await;
    assert!(sqlite.len() > 250, "{}", sqlite.len());
    let Some(base) = world::fresh_postgres().await else { return };
    assert_eq!(sqlite, columns(&base, POSTGRES).await);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_steps_in_the_database_are_those_of_the_rules() {
    let mut known: Vec<(String, String)> =
        domain::stage::Stage::STEPS.iter().map(|(from, to)| (from.code().to_owned(), to.code().to_owned())).collect();
    known.sort();
    for base in [Some(world::fresh_sqlite().await), world::fresh_postgres().await].into_iter().flatten() {
        let mut tx = base.db.read(&Readers::system()).await.expect("the database answers");
        let mut kept: Vec<(String, String)> =
            tx.list("select from_stage, to_stage from stage_changes", &[]).await.expect("it answers");
        kept.sort();
        assert_eq!(kept, known);
    }
}
