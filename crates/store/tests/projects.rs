//! Lists of projects: the newest first, page by page, narrowed, and cut where nobody reads on.
#![allow(clippy::expect_used, clippy::unwrap_used, missing_docs, reason = "a test says what it expects")]

mod world;

use domain::project::Sector;
use domain::stage::Stage;
use store::Readers;
use store::project::{Filter, LISTED, Listed, PAGE};
use world::World;

async fn listed(world: &World<'_>, who: &str, filter: &Filter) -> Listed {
    let viewer = world.viewer(who).await;
    let mut tx = world.base.db.read(&Readers::of(&viewer)).await.expect("the database answers");
    store::project::list(&mut tx, &viewer, filter).await.expect("the database answers")
}

on_both! {
    async fn a_list_is_narrowed_and_shows_what_its_reader_may_see(base: Base) {
        let mut world = World::new(&base).await;
        world.in_discussion().await;
        let code = world.handle.clone();
        world.draft().await;
        let any = Filter { page: 1, ..Filter::default() };
        let at = |stage| Filter { stage: Some(stage), ..any.clone() };
        let with = |code: &str| Filter { code: Some(code.to_owned()), ..any.clone() };
        let cases = [
            (any.clone(), 2, 1),
            (at(Stage::InDiscussion), 1, 1),
            (at(Stage::Draft), 1, 0),
            (at(Stage::Lapsed), 0, 0),
            (with(&code), 1, 1),
            (with("ENE-2026-999"), 0, 0),
            (with(""), 2, 1),
            (Filter { stage: Some(Stage::InDiscussion), ..with(&code) }, 1, 1),
            (Filter { stage: Some(Stage::Tabled), ..with(&code) }, 0, 0),
            (Filter { sector: Some(Sector::Energy), ..any.clone() }, 2, 1),
            (Filter { sector: Some(Sector::Medicine), ..any.clone() }, 0, 0),
            (Filter { sector: Some(Sector::Medicine), ..at(Stage::Draft) }, 0, 0),
            (Filter { group: Some(world.group.clone()), ..any.clone() }, 2, 1),
            (Filter { group: Some("another".into()), ..any.clone() }, 0, 0),
        ];
        for (filter, own, theirs) in cases {
            for (who, count) in [("il member", own), ("sy member", theirs), ("officer", theirs), ("admin", 0)] {
                let listed = listed(&world, who, &filter).await;
                assert_eq!((listed.count, listed.lines.len() as i64, listed.is_cut), (count, count, false), "{who}: {filter:?}");
            }
        }
    }

    async fn a_long_list_shows_its_newest_pages_and_says_that_there_are_more(base: Base) {
        let mut world = World::new(&base).await;
        for _ in 0..=LISTED {
            world.draft().await;
        }
        for stage in [None, Some(Stage::Draft)] {
            let mut times = Vec::new();
            for page in 1..=LISTED / PAGE {
                let listed = listed(&world, "il member", &Filter { page, stage, ..Filter::default() }).await;
                assert_eq!((listed.count, listed.is_cut), (LISTED, true), "{page}");
                times.extend(listed.lines.iter().map(|line| line.recorded_at));
            }
            assert_eq!(times.len() as i64, LISTED);
            assert!(times.is_sorted_by(|one, next| one > next), "the newest first, and none twice");
            for page in [LISTED / PAGE + 1, i64::MAX] {
                assert!(listed(&world, "il member", &Filter { page, stage, ..Filter::default() }).await.lines.is_empty(), "{page}");
            }
        }
        assert_eq!(listed(&world, "sy member", &Filter::default()).await.count, 0);
    }
}
