//! Amendments on both databases: kept with how they ended, taken into the text by both sides alone, and never changed.
#![allow(clippy::expect_used, clippy::unwrap_used, missing_docs, reason = "a test says what it expects")]

mod world;

use domain::amendment::{self, Outcome};
use domain::edit::Typed;
use domain::id::AmendmentId;
use domain::text::Lang;
use store::Readers;
use world::{STAMP, World, note};

const SECTION: &str = "summary";

async fn propose(world: &mut World<'_>, who: &str, words: &'static str) -> AmendmentId {
    world
        .does(who, move |facts, viewer, at| {
            let base = facts.texts.get(&(SECTION.to_owned(), Lang::Ar)).map_or(0, |edit| edit.number);
            let typed =
                [Typed { lang: Lang::Ar, text: words.to_owned(), base, still_right: false, origin: None, source_hash: None }];
            amendment::propose(facts, viewer, SECTION, &typed, &note("It says more"), at)
        })
        .await;
    world.facts(who).await.expect("it is joint").amendments.last().expect("it is open").id.clone()
}

async fn accept(world: &mut World<'_>, who: &str, id: &AmendmentId) {
    let id = id.clone();
    world.does(who, move |facts, viewer, at| amendment::accept(facts, viewer, &id, at)).await;
}

async fn outcomes(world: &World<'_>) -> Vec<Outcome> {
    let viewer = world.viewer("sy member").await;
    let facts = world.facts("sy member").await.expect("it is joint");
    let mut tx = world.base.db.read(&Readers::of(&viewer)).await.expect("the database answers");
    let ended = store::amendment::ended(&mut tx, &facts).await.expect("it answers");
    ended.iter().map(|one| one.end.outcome).collect()
}

on_both! {
    async fn both_sides_take_words_into_the_text_and_every_end_is_kept(base: Base) {
        let mut world = World::new(&base).await;
        world.in_discussion().await;
        let first = propose(&mut world, "sy member", "كلمات أخرى").await;
        let second = propose(&mut world, "il member", "كلمات ثالثة").await;
        accept(&mut world, "il chair", &first).await;
        assert_eq!(world.facts("il chair").await.expect("it is joint").amendments.len(), 2, "one yes is not enough");
        accept(&mut world, "sy chair", &first).await;
        let facts = world.facts("il member").await.expect("it is joint");
        assert_eq!(facts.texts[&(SECTION.to_owned(), Lang::Ar)].text, "كلمات أخرى");
        assert_eq!(amendment::collisions(&facts, &facts.amendments[0]), [Lang::Ar]);
        let id = second.clone();
        world.does("il chair", move |facts, viewer, at| amendment::decline(facts, viewer, &id, &note("Not needed"), at)).await;
        assert_eq!(outcomes(&world).await, [Outcome::Declined, Outcome::Accepted]);
        let mut tx = base.db.read(&Readers::system()).await.expect("the database answers");
        assert_eq!(store::verify::all(&mut tx).await.expect("it answers").findings.len(), 0, "the ledger covers every row");
    }

    async fn the_database_refuses_an_end_without_both_sides_and_any_change(base: Base) {
        let mut world = World::new(&base).await;
        world.in_discussion().await;
        let first = propose(&mut world, "sy member", "كلمات أخرى").await;
        accept(&mut world, "il chair", &first).await;
        let stamp = STAMP;
        let end = "insert into amendment_ends (amendment_id, project_id, outcome, party, person_id, entry_id, recorded_at, ledger) \
             select a.id, a.project_id, 'accepted', p.party, p.id, e.id, e.recorded_at, e.ledger from amendments a, people p, entries e \
             where e.id = 'forged' and p.party = 'il' limit 1";
        let elsewhere = "insert into amendment_ends (amendment_id, project_id, outcome, party, person_id, entry_id, recorded_at, ledger) \
             select a.id, a.project_id, 'withdrawn', p.party, p.id, e.id, e.recorded_at, e.ledger from amendments a, people p, entries e \
             where e.id = 'forged' and p.party = 'il' limit 1";
        for attack in [
            &[stamp, end][..],
            &[stamp, elsewhere],
            &["update amendments set text_ar = 'x'"],
            &["delete from amendments"],
        ] {
            assert!(base.attack(attack).await.is_err(), "the database let through: {attack:?}");
        }
        accept(&mut world, "sy chair", &first).await;
        assert!(base.attack(&["delete from amendment_ends"]).await.is_err());
    }
}
