//! What is recorded wakes whoever listens: in this process, and through PostgreSQL in every other one.
#![allow(clippy::expect_used, clippy::unwrap_used, missing_docs, reason = "a test says what it expects")]

mod world;

use std::time::Duration;

use domain::party::Audience;
use store::dialect::Engine;
use store::{Db, Tick};
use tokio::sync::broadcast::Receiver;
use world::World;

async fn next(ticks: &mut Receiver<Tick>) -> Tick {
    tokio::time::timeout(Duration::from_secs(10), ticks.recv()).await.expect("something is told").expect("the store is open")
}

/// Listens, from when the database tells what is recorded.
async fn listening(db: &Db) -> Receiver<Tick> {
    let mut ticks = db.listen();
    if db.engine() == Engine::Postgres {
        assert_eq!(next(&mut ticks).await, Tick::Missed, "what was recorded before nobody knows");
    }
    ticks
}

async fn told(world: &World<'_>, ledger: Audience) -> Tick {
    let project_id = Some(world.facts("il member").await.expect("it is joint").project.id.clone());
    Tick::Recorded { ledger, project_id, meeting_id: None }
}

on_both! {
    async fn what_is_recorded_is_told_once_to_those_who_listen(base: Base) {
        let mut world = World::new(&base).await;
        world.in_discussion().await;
        let mut ticks = listening(&base.db).await;
        world.thread("il member", Audience::CaucusIl, "Ours").await;
        assert_eq!(next(&mut ticks).await, told(&world, Audience::CaucusIl).await);
        tokio::time::sleep(Duration::from_millis(100)).await;
        assert!(ticks.try_recv().is_err(), "one entry is told once");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn another_instance_hears_it_too_also_after_its_line_was_cut() {
    let Some(base) = world::fresh_postgres().await else { return };
    let mut world = World::new(&base).await;
    world.in_discussion().await;
    let other = Db::open(&base.app).await.expect("a second instance opens the same database");
    let mut ticks = listening(&other).await;
    world.thread("il member", Audience::Joint, "One").await;
    assert_eq!(next(&mut ticks).await, told(&world, Audience::Joint).await);
    let cut =
        "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query like 'LISTEN%'";
    base.attack(&[cut]).await.expect("the application may end its own connections");
    assert_eq!(next(&mut ticks).await, Tick::Missed, "whoever listens reads again");
    world.thread("sy member", Audience::CaucusSy, "Two").await;
    assert_eq!(next(&mut ticks).await, told(&world, Audience::CaucusSy).await);
    tokio::time::timeout(Duration::from_secs(5), other.close()).await.expect("an instance that listens can be closed");
}
