//! Whoever is outside an audience does not learn that something exists: not in lists, not by address, not in the history.
#![allow(clippy::expect_used, clippy::unwrap_used, missing_docs, reason = "a test says what it expects")]

mod world;

use domain::party::Audience;
use store::Readers;
use world::World;

const READERS: [(&str, &[&str]); 7] = [
    ("il member", &["joint", "il caucus"]),
    ("il chair", &["joint", "il caucus", "il channel"]),
    ("sy member", &["joint", "sy caucus"]),
    ("sy signatory", &["joint", "sy caucus", "sy channel"]),
    ("officer", &["joint", "us caucus", "il channel", "sy channel"]),
    ("secretary", &["joint"]),
    ("admin", &[]),
];

async fn filled(world: &mut World<'_>) {
    world.in_discussion().await;
    world.thread("sy member", Audience::Joint, "joint").await;
    world.thread("il member", Audience::CaucusIl, "il caucus").await;
    world.thread("sy member", Audience::CaucusSy, "sy caucus").await;
    world.thread("reviewer", Audience::CaucusUs, "us caucus").await;
    world.thread("il chair", Audience::ChannelIl, "il channel").await;
    world.thread("sy chair", Audience::ChannelSy, "sy channel").await;
}

on_both! {
    async fn each_reader_finds_the_threads_of_their_audiences_and_no_other(base: Base) {
        let mut world = World::new(&base).await;
        filled(&mut world).await;
        let joint = world.facts("secretary").await.expect("it is joint");
        let mut ids = std::collections::BTreeMap::new();
        for (who, expected) in READERS {
            let viewer = world.viewer(who).await;
            let mut tx = base.db.read(&Readers::of(&viewer)).await.expect("the database answers");
            let found = if who == "admin" { vec![] } else { store::thread::list(&mut tx, &viewer, &joint).await.expect("the database answers") };
            let mut titles: Vec<String> = found.iter().map(|thread| thread.title.clone()).collect();
            for thread in &found {
                ids.insert(thread.title.clone(), thread.id.clone());
            }
            titles.sort();
            let mut expected = expected.to_vec();
            expected.sort_unstable();
            assert_eq!(titles, expected, "{who}");
        }
        for (who, own) in READERS.into_iter().filter(|(who, _)| *who != "admin") {
            let viewer = world.viewer(who).await;
            let mut tx = base.db.read(&Readers::of(&viewer)).await.expect("the database answers");
            for (title, id) in &ids {
                let found = store::thread::find(&mut tx, &viewer, &joint, id.as_str()).await.expect("the database answers");
                assert_eq!(found.is_some(), own.contains(&title.as_str()), "{who} and {title}");
            }
        }
    }

    async fn the_history_shows_no_entry_of_another_audience(base: Base) {
        let mut world = World::new(&base).await;
        filled(&mut world).await;
        for (who, expected) in [("secretary", 1), ("il member", 2), ("sy chair", 3), ("officer", 4)] {
            let viewer = world.viewer(who).await;
            let mut tx = base.db.read(&Readers::of(&viewer)).await.expect("the database answers");
            let at = world.occasion();
            let facts = store::perform::facts(&mut tx, &viewer, &world.handle, at).await.expect("the database answers").expect("it is joint");
            let events = store::history::list(&mut tx, &viewer, &facts).await.expect("the database answers");
            let opened = events.iter().filter(|event| event.command == "open_thread").count();
            assert_eq!(opened, expected, "{who}");
            let draft = events.iter().any(|event| event.command == "start_project");
            assert_eq!(draft, who == "il member", "{who} and the days in the caucus of Israel");
        }
    }

    async fn a_forgotten_condition_shows_nothing_where_the_database_knows_roles(base: Base) {
        let mut world = World::new(&base).await;
        filled(&mut world).await;
        if base.db.is_embedded() {
            return;
        }
        let viewer = world.viewer("sy chair").await;
        let mut tx = base.db.read(&Readers::of(&viewer)).await.expect("the database answers");
        let seen = tx.count("select count(*) from threads where audience in ('caucus_il', 'caucus_us', 'channel_il')", &[]).await;
        assert_eq!(seen.expect("the database answers"), 0);
        assert_eq!(tx.count("select count(*) from entries where ledger = 'caucus_il'", &[]).await.expect("the database answers"), 0);
    }

    async fn the_statements_of_a_list_do_not_grow_with_its_rows(base: Base) {
        let mut world = World::new(&base).await;
        world.in_discussion().await;
        let viewer = world.viewer("il chair").await;
        let count = async || {
            let mut tx = base.db.read(&Readers::of(&viewer)).await.expect("the database answers");
            let filter = store::project::Filter { page: 1, ..store::project::Filter::default() };
            store::project::list(&mut tx, &viewer, &filter).await.expect("the database answers");
            store::desk::open(&mut tx, &viewer).await.expect("the database answers");
            store::public::list(&mut tx, None, None, 1).await.expect("the database answers");
            tx.statements()
        };
        let few = count().await;
        for _ in 0..40 {
            world.draft().await;
        }
        assert_eq!(count().await, few);
        assert!(few <= 6, "{few}");
    }
}
