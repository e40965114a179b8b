//! Verifying finds what was changed by hand, and names the entry.
#![allow(clippy::expect_used, clippy::unwrap_used, missing_docs, reason = "a test says what it expects")]

mod world;

use store::Readers;
use store::verify::{self, Problem, Report};
use world::{Base, World};

async fn report(base: &Base) -> Report {
    let mut tx = base.db.read(&Readers::system()).await.expect("the database answers");
    verify::all(&mut tx).await.expect("the rows can be read")
}

/// Takes the walls down, as only whoever owns the tables can, and changes a row.
async fn tamper(base: &Base, table: &str, change: &str) {
    if base.owner.starts_with("sqlite:") {
        for trigger in [
            format!("{table}_keep_update"),
            "projects_stamp_update".into(),
            "project_fixed".into(),
            "project_step".into(),
            "project_evidence".into(),
        ] {
            base.as_owner(&format!("drop trigger if exists {trigger}")).await.expect("the owner may");
        }
    } else {
        base.as_owner(&format!("alter table {table} disable trigger user")).await.expect("the owner may");
        base.as_owner(&format!("alter table {table} no force row level security")).await.expect("the owner may");
    }
    base.as_owner(change).await.expect("nothing is in the way any more");
}

on_both! {
    async fn an_untouched_ledger_fits(base: Base) {
        let mut world = World::new(&base).await;
        world.implementing().await;
        world.thread("sy chair", domain::party::Audience::CaucusSy, "caucus").await;
        let report = report(&base).await;
        assert_eq!(report.findings, []);
        assert!(report.entries > 40 && report.rows > report.entries, "{report:?}");
    }

    async fn a_changed_statement_is_found(base: Base) {
        let mut world = World::new(&base).await;
        world.cleared().await;
        tamper(&base, "positions", "update positions set statement = 'no' where level = 'principals' and party = 'sy'").await;
        let findings = report(&base).await.findings;
        assert_eq!(findings.len(), 1);
        assert_eq!((findings[0].problem, findings[0].command.as_str()), (Problem::Rows, "record_position"));
    }

    async fn a_changed_entry_is_found(base: Base) {
        let mut world = World::new(&base).await;
        world.in_discussion().await;
        tamper(&base, "entries", "update entries set party = 'sy' where ledger = 'joint' and command = 'table_project'").await;
        let findings = report(&base).await.findings;
        assert_eq!(findings.iter().map(|one| one.problem).collect::<Vec<_>>(), [Problem::Entry]);
    }

    async fn a_project_moved_by_hand_is_found(base: Base) {
        let mut world = World::new(&base).await;
        world.in_discussion().await;
        tamper(&base, "projects", "update projects set stage = 'withdrawn'").await;
        let findings = report(&base).await.findings;
        assert_eq!(findings.iter().map(|one| one.problem).collect::<Vec<_>>(), [Problem::Stage]);
    }
}
