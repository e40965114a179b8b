//! Glossaries on both databases: read in their group alone, agreed by both sides, and what is agreed is ended by nobody.
#![allow(clippy::expect_used, clippy::unwrap_used, missing_docs, reason = "a test says what it expects")]

mod world;

use domain::glossary::{self, Standing, Words, in_force};
use domain::refusal::Refusal;
use domain::text::Lang;
use store::glossary::{list, perform};
use store::{Failure, Readers};
use world::{STAMP, World};

fn words(en: &str) -> Words {
    [(Lang::En, en), (Lang::He, "באר"), (Lang::Ar, "بئر")].into_iter().map(|(lang, word)| (lang, word.to_owned())).collect()
}

async fn propose(world: &World<'_>, who: &str, en: &'static str) -> Result<(), Failure> {
    let (request, group) = (world.request(who), world.group.clone());
    let at = request.occasion;
    perform(&world.base.db, &world.group, &request, move |viewer, known| glossary::propose(viewer, &group, &words(en), known, at))
        .await
}

async fn agree(world: &World<'_>, who: &str) -> Result<(), Failure> {
    let request = world.request(who);
    let at = request.occasion;
    perform(&world.base.db, &world.group, &request, move |viewer, known| {
        glossary::consent(viewer, known.last().ok_or(Refusal::AlreadyEnded)?, at)
    })
    .await
}

async fn known(world: &World<'_>, who: &str) -> Vec<Standing> {
    let viewer = world.viewer(who).await;
    let mut tx = world.base.db.read(&Readers::of(&viewer)).await.expect("the database answers");
    let found = list(&mut tx, &viewer, &world.group).await.expect("it answers");
    found.into_iter().map(store::Visible::into_inner).collect()
}

on_both! {
    async fn a_term_stands_when_both_sides_said_yes_and_is_read_in_its_group(base: Base) {
        let world = World::new(&base).await;
        propose(&world, "sy member", "well").await.expect("a member proposes");
        assert!(matches!(propose(&world, "il member", "well").await, Err(Failure::Refused(Refusal::NothingChanged))));
        assert!(matches!(agree(&world, "il member").await, Err(Failure::Refused(Refusal::NotPermitted))));
        agree(&world, "il chair").await.expect("a chair agrees");
        assert!(in_force(&known(&world, "il chair").await).is_empty(), "one side is not both");
        agree(&world, "sy chair").await.expect("the other one does");
        for (who, count) in [("il member", 1), ("officer", 1), ("secretary", 1), ("admin", 0)] {
            assert_eq!(in_force(&known(&world, who).await).len(), count, "{who}");
        }
        let mut tx = base.db.read(&Readers::system()).await.expect("the database answers");
        assert_eq!(store::verify::all(&mut tx).await.expect("it answers").findings.len(), 0, "the ledger covers every row");
    }

    async fn the_database_refuses_the_end_of_what_is_agreed_and_any_change(base: Base) {
        let world = World::new(&base).await;
        propose(&world, "sy member", "well").await.expect("a member proposes");
        agree(&world, "il chair").await.expect("a chair agrees");
        agree(&world, "sy chair").await.expect("the other one does");
        let stamp = STAMP;
        let end = "insert into term_ends (term_id, party, person_id, entry_id, recorded_at, ledger) select t.id, t.party, t.person_id, \
             e.id, e.recorded_at, e.ledger from terms t, entries e where e.id = 'forged'";
        for attack in [&[stamp, end][..], &["update terms set term_ar = 'x'"], &["delete from term_consents"]] {
            assert!(base.attack(attack).await.is_err(), "the database let through: {attack:?}");
        }
    }
}
