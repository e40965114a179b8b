//! Deeds on both databases: the whole road, the same facts as the rules foretell, and what happens twice or at once.
#![allow(clippy::expect_used, clippy::unwrap_used, missing_docs, reason = "a test says what it expects")]

mod world;

use domain::ballot;
use domain::proposal;
use domain::refusal::Refusal;
use domain::stage::Stage;
use store::Failure;
use store::perform::{FormKey, Request};
use world::World;

fn refused(result: &Result<String, Failure>) -> Option<&Refusal> {
    match result {
        Err(Failure::Refused(refusal)) => Some(refusal),
        _ => None,
    }
}

on_both! {
    async fn the_whole_road_leads_to_implementation(base: Base) {
        let mut world = World::new(&base).await;
        world.implementing().await;
        let facts = world.facts("officer").await.expect("the supervisor reads it");
        assert_eq!(facts.project.stage, Stage::Implementing);
        assert!(facts.standing_authorisation().is_some());
        assert_eq!(facts.authorisations.len(), 1);
    }

    async fn a_draft_is_seen_by_its_own_side_only(base: Base) {
        let mut world = World::new(&base).await;
        world.draft().await;
        assert!(world.facts("il head").await.is_some());
        for other in ["sy chair", "sy head", "reviewer", "officer", "secretary", "admin"] {
            assert!(world.facts(other).await.is_none(), "{other}");
        }
        let tried = world.act("sy chair", proposal::table).await;
        assert!(matches!(tried, Err(Failure::NotFound)), "{tried:?}");
    }

    async fn an_administrator_reads_nothing(base: Base) {
        let mut world = World::new(&base).await;
        world.in_discussion().await;
        assert!(world.facts("secretary").await.is_some());
        assert!(world.facts("admin").await.is_none());
    }

    async fn a_refused_deed_leaves_nothing_behind(base: Base) {
        let mut world = World::new(&base).await;
        world.in_discussion().await;
        let before = world.facts("il chair").await;
        let tried = world.act("il chair", |facts, viewer, at| ballot::consent_to_open(facts, viewer, "0", at)).await;
        assert_eq!(refused(&tried), Some(&Refusal::StaleVersion));
        assert_eq!(world.facts("il chair").await, before);
    }

    async fn a_form_sent_twice_does_its_deed_once(base: Base) {
        let mut world = World::new(&base).await;
        world.in_discussion().await;
        let send = async |digest: &str| {
            let form = FormKey { key: "k".into(), digest: digest.into() };
            let request = Request { form: Some(form), ..world.request("il chair") };
            let at = request.occasion;
            store::perform(&base.db, &world.handle, &request, |_, _| "there".into(), move |facts, viewer| {
                domain::thread::open(facts, viewer, &world::new_thread(domain::party::Audience::Joint, "t"), &world::note("m").into(), at)
            })
            .await
        };
        assert_eq!(send("a").await.expect("the first time it is done"), "there");
        assert!(matches!(send("a").await, Err(Failure::Repeated(answer)) if answer == "there"));
        assert!(matches!(send("b").await, Err(Failure::KeyReused)));
    }

    async fn a_deed_that_waited_takes_the_time_of_the_ledger(base: Base) {
        let mut world = World::new(&base).await;
        world.in_discussion().await;
        let early = world.request("il chair");
        world.thread("sy chair", domain::party::Audience::Joint, "came later, was first").await;
        let at = early.occasion;
        let done = store::perform(&base.db, &world.handle, &early, |_, _| String::new(), move |facts, viewer| {
            domain::thread::open(facts, viewer, &world::new_thread(domain::party::Audience::Joint, "t"), &world::note("m").into(), at)
        });
        done.await.expect("having waited is no reason to fail");
    }

    async fn both_sides_at_once_are_both_counted(base: Base) {
        let mut world = World::new(&base).await;
        world.in_group_ballot().await;
        let one = world.act("il chair", |facts, viewer, at| world::approve(facts, viewer, vec![], at));
        let two = world.act("sy chair", |facts, viewer, at| world::approve(facts, viewer, vec![], at));
        let (one, two) = tokio::join!(one, two);
        assert!(one.is_ok() && two.is_ok(), "{one:?} {two:?}");
        let facts = world.facts("il chair").await.expect("it is joint");
        assert_eq!(facts.project.stage, Stage::PrincipalsBallot);
        assert_eq!(facts.ballots.len(), 2);
    }

    async fn what_the_database_holds_is_what_the_rules_foretold(base: Base) {
        let mut world = World::new(&base).await;
        world.in_group_ballot().await;
        let mut foretold = world.facts("il chair").await.expect("it is joint");
        let request = world.request("il chair");
        let viewer = world.viewer("il chair").await;
        let change = world::approve(&foretold, &viewer, vec![], request.occasion).expect("it is allowed");
        for record in &change.records {
            foretold.apply(record, request.occasion);
        }
        let at = request.occasion;
        store::perform(&base.db, &world.handle, &request, |_, _| String::new(), move |facts, viewer| {
            world::approve(facts, viewer, vec![], at)
        })
        .await
        .expect("it is allowed");
        assert_eq!(world.facts("il chair").await.expect("it is joint"), foretold);
    }
}
