//! What belongs to a person alone, and what is counted for everybody: the same rows from both databases.
#![allow(clippy::expect_used, clippy::unwrap_used, missing_docs, reason = "a test says what it expects")]

mod world;

use domain::party::{Audience, Party};
use domain::stage::Stage;
use domain::summary::{self, NewSummary};
use domain::text::{Lang, Trilingual};
use domain::time::Timestamp;
use store::account::{Digits, Theme};
use store::{Readers, draft, invitation, person, public, session};
use world::World;
use world::road::person as id_of;

/// Runs a piece of work in one transaction.
macro_rules! written {
    ($base:expr, |$tx:ident| $work:expr) => {{
        let done: Result<_, store::Error> =
            $base.db.write(Readers::public(), move |$tx| Box::pin(async move { $work.await })).await;
        done.expect("it is written")
    }};
}

fn in_three(text: &str) -> Trilingual {
    Lang::ALL.into_iter().map(|lang| (lang, format!("{text} {}", lang.code()))).collect()
}

on_both! {
    async fn a_link_is_found_until_it_ends_is_used_or_a_newer_one_is_made(base: Base) {
        let _world = World::new(&base).await;
        written!(base, |tx| invitation::insert(tx, &id_of("admin"), "one", Timestamp(10)));
        let mut tx = base.db.read(&Readers::public()).await.expect("the database answers");
        assert_eq!(invitation::find(&mut tx, "one", Timestamp(9)).await.expect("it answers"), Some(id_of("admin")));
        assert_eq!(invitation::find(&mut tx, "one", Timestamp(10)).await.expect("it answers"), None);
        drop(tx);
        written!(base, |tx| invitation::insert(tx, &id_of("admin"), "two", Timestamp(10)));
        let mut tx = base.db.read(&Readers::public()).await.expect("the database answers");
        assert_eq!(invitation::find(&mut tx, "one", Timestamp(9)).await.expect("it answers"), None);
        assert!(invitation::find(&mut tx, "two", Timestamp(9)).await.expect("it answers").is_some());
        drop(tx);
        written!(base, |tx| invitation::delete(tx, &id_of("admin")));
        let mut tx = base.db.read(&Readers::public()).await.expect("the database answers");
        assert_eq!(invitation::find(&mut tx, "two", Timestamp(9)).await.expect("it answers"), None);
    }

    async fn sessions_are_listed_while_they_last_and_name_their_person_afterwards(base: Base) {
        let _world = World::new(&base).await;
        for (hash, ends) in [("a", 100), ("b", 200), ("c", 5)] {
            written!(base, |tx| session::save(tx, hash, Some(id_of("il chair").as_str()), "{}", ends));
        }
        written!(base, |tx| session::save(tx, "other", Some(id_of("sy chair").as_str()), "{}", 300));
        let mut tx = base.db.read(&Readers::public()).await.expect("the database answers");
        let listed = session::list(&mut tx, &id_of("il chair"), 50).await.expect("it answers");
        assert_eq!(listed.iter().map(|(hash, _, _)| hash.as_str()).collect::<Vec<_>>(), ["b", "a"]);
        assert!(session::find(&mut tx, "c", 50).await.expect("it answers").is_none());
        assert_eq!(session::owner(&mut tx, "c").await.expect("it answers"), Some(id_of("il chair")));
        assert_eq!(session::owner(&mut tx, "nobody's").await.expect("it answers"), None);
    }

    async fn drafts_are_their_authors_own_the_newest_first(base: Base) {
        let _world = World::new(&base).await;
        for (form, at) in [("/a#x", 1), ("/b#x", 2)] {
            written!(base, |tx| draft::save(tx, &id_of("il chair"), form, "[]", Timestamp(at)));
        }
        let mut tx = base.db.read(&Readers::public()).await.expect("the database answers");
        let found = draft::list(&mut tx, &id_of("il chair")).await.expect("it answers");
        assert_eq!(found.iter().map(|(form, _, _)| form.as_str()).collect::<Vec<_>>(), ["/b#x", "/a#x"]);
        assert_eq!(draft::count(&mut tx, &id_of("il chair")).await.expect("it answers"), 2);
        assert_eq!(draft::count(&mut tx, &id_of("sy chair")).await.expect("it answers"), 0);
    }

    async fn accounts_groups_and_colours_are_read_as_they_were_written(base: Base) {
        let world = World::new(&base).await;
        written!(base, |tx| store::account::set_theme(tx, &id_of("il chair"), Theme::Dark));
        written!(base, |tx| store::account::set_digits(tx, &id_of("il chair"), Digits::Arabic));
        let mut tx = base.db.read(&Readers::public()).await.expect("the database answers");
        let account = store::account::find(&mut tx, &id_of("il chair")).await.expect("it answers").expect("it is there");
        assert_eq!((account.theme, account.digits), (Theme::Dark, Digits::Arabic));
        let groups = store::group::all(&mut tx).await.expect("it answers");
        assert_eq!(groups.iter().map(|group| group.slug.as_str()).collect::<Vec<_>>(), ["energy"]);
        assert!(person::has_co_chair(&mut tx, Party::Sy, &groups[0].id, "").await.expect("it answers"));
        assert!(!person::has_co_chair(&mut tx, Party::Us, &groups[0].id, "").await.expect("it answers"));
        let accounts = person::accounts(&mut tx).await.expect("it answers");
        assert!(accounts.iter().any(|(email, party, _, role, group)| {
            email == "il.chair" && *party == Party::Il && role.is_some() && group.as_deref() == Some("energy")
        }));
        drop(world);
    }

    async fn figures_count_what_is_published_and_how_long_it_stood(base: Base) {
        let mut world = World::new(&base).await;
        world.cleared().await;
        let none = {
            let mut tx = base.db.read(&Readers::public()).await.expect("the database answers");
            (public::stays(&mut tx).await.expect("it answers").len(), public::signed_on(&mut tx).await.expect("it answers").len())
        };
        assert_eq!(none, (0, 0), "nothing is published yet");
        let new = NewSummary { title: in_three("title"), text: in_three("text"), reasons: in_three("reasons") };
        world.does("il chair", move |facts, viewer, at| summary::write(facts, viewer, &new, at)).await;
        for head in ["il head", "sy head"] {
            world.does(head, |facts, viewer, at| {
                let hash = summary::pending(facts).map(|one| one.hash.clone()).unwrap_or_default();
                summary::consent(facts, viewer, &hash, at)
            }).await;
        }
        let mut tx = base.db.read(&Readers::public()).await.expect("the database answers");
        let stays = public::stays(&mut tx).await.expect("it answers");
        let of = |stage: Stage| stays.iter().find(|(one, _, _)| *one == stage);
        assert!(of(Stage::SupervisorReview).is_some_and(|(_, times, millis)| *times == 1 && *millis > 0), "{stays:?}");
        assert!(of(Stage::Cleared).is_none(), "it still stands there");
        let signed = public::signed_on(&mut tx).await.expect("it answers");
        assert_eq!(signed.iter().map(|(_, times)| times).sum::<i64>(), 1);
        let (viewer, group) = (world.viewer("secretary").await, world.facts("secretary").await.expect("it is joint").project.group_id.clone());
        drop(tx);
        let mut tx = base.db.read(&Readers::of(&viewer)).await.expect("the database answers");
        let since = world.facts("secretary").await.expect("it is joint").project.recorded_at;
        let stages = store::project::by_stage(&mut tx, &viewer, &group, Timestamp(since.0 + 7)).await.expect("it answers");
        assert_eq!(stages, [(Stage::Cleared, 1, 7)]);
        assert!(viewer.reads(Audience::Joint, &group));
    }
}
