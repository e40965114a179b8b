//! Digests on both databases: what comes at once, what is gathered, once for each day, and nothing for whoever wants none.
#![allow(clippy::expect_used, clippy::unwrap_used, missing_docs, reason = "a test says what it expects")]

mod world;

use domain::id::PersonId;
use domain::notice::{Pace, Topic};
use domain::party::Audience;
use domain::time::Timestamp;
use store::notice;
use store::outbox::{self, Kind};
use store::{Error, Readers, digest};
use world::World;

async fn id(world: &World<'_>, who: &str) -> PersonId {
    world.viewer(who).await.person_id
}

async fn choose(world: &World<'_>, who: &str, topic: Topic, pace: Pace) {
    let person = id(world, who).await;
    let done: Result<(), Error> = world
        .base
        .db
        .write(Readers::public(), move |tx| {
            let person = person.clone();
            Box::pin(async move { digest::choose(tx, &person, topic, pace).await })
        })
        .await;
    done.expect("it is kept");
}

/// Is a digest of this pace due to somebody?
async fn due(world: &World<'_>, who: &str, pace: Pace) -> bool {
    let person = id(world, who).await;
    let mut tx = world.base.db.read(&Readers::system()).await.expect("the database answers");
    let due = digest::due(&mut tx, pace, Timestamp(0)).await.expect("it answers");
    due.iter().any(|reader| reader.person_id == person)
}

async fn make(world: &World<'_>, who: &str, pace: Pace, period: i64) -> bool {
    let (person, occasion) = (id(world, who).await, world.occasion());
    let made = world.base.db.write(Readers::public(), move |tx| {
        let person = person.clone();
        Box::pin(async move { digest::make(tx, &person, (pace, period), Timestamp(0), occasion).await })
    });
    made.await.map_err(|error: Error| error).expect("the database answers")
}

/// The audiences of what the last digest tells.
async fn told(world: &World<'_>, who: &str, pace: Pace) -> Vec<Audience> {
    let viewer = world.viewer(who).await;
    let mut tx = world.base.db.read(&Readers::of(&viewer)).await.expect("the database answers");
    let news = digest::news(&mut tx, &viewer, pace).await.expect("it answers");
    news.iter().filter(|one| one.topic == Topic::Discussion).map(|one| one.ledger).collect()
}

async fn mailed(world: &World<'_>, who: &str, kind: Kind) -> usize {
    let person = id(world, who).await;
    let mut tx = world.base.db.read(&Readers::public()).await.expect("the database answers");
    let due = outbox::due(&mut tx, Timestamp(i64::MAX)).await.expect("it answers");
    due.iter().filter(|mail| mail.kind == kind && mail.person_id.as_ref() == Some(&person)).count()
}

on_both! {
    async fn what_came_is_gathered_once_for_each_day_and_told_to_whoever_may_read_it(base: Base) {
        let mut world = World::new(&base).await;
        world.in_discussion().await;
        world.thread("il chair", Audience::Joint, "For all").await;
        world.thread("il chair", Audience::CaucusIl, "For us").await;
        assert!(due(&world, "sy member", Pace::Daily).await && due(&world, "il member", Pace::Daily).await);
        assert!(!due(&world, "sy member", Pace::Weekly).await, "nobody chose that");
        assert!(make(&world, "sy member", Pace::Daily, 7).await && make(&world, "il member", Pace::Daily, 7).await);
        assert_eq!(mailed(&world, "sy member", Kind::DigestDaily).await, 1);
        assert_eq!(told(&world, "sy member", Pace::Daily).await, [Audience::Joint]);
        assert_eq!(told(&world, "il member", Pace::Daily).await, [Audience::Joint, Audience::CaucusIl]);
        assert!(!due(&world, "sy member", Pace::Daily).await, "nothing came since");
        world.thread("il chair", Audience::Joint, "Once more").await;
        assert!(due(&world, "sy member", Pace::Daily).await);
        assert!(!make(&world, "sy member", Pace::Daily, 7).await, "a day has one digest");
        assert!(make(&world, "sy member", Pace::Daily, 8).await);
        assert_eq!(told(&world, "sy member", Pace::Daily).await, [Audience::Joint], "what was told is not told again");
    }

    async fn what_is_read_and_what_nobody_wants_is_not_told(base: Base) {
        let mut world = World::new(&base).await;
        world.in_discussion().await;
        choose(&world, "sy member", Topic::Discussion, Pace::Weekly).await;
        choose(&world, "sy signatory", Topic::Discussion, Pace::None).await;
        world.thread("il chair", Audience::Joint, "For all").await;
        assert!(make(&world, "sy member", Pace::Weekly, 1).await);
        assert_eq!(told(&world, "sy member", Pace::Weekly).await.len(), 1);
        assert_eq!(told(&world, "sy member", Pace::Daily).await.len(), 0);
        make(&world, "sy signatory", Pace::Daily, 1).await;
        assert_eq!(told(&world, "sy signatory", Pace::Daily).await.len(), 0);
        let (person, at) = (id(&world, "sy member").await, Timestamp(i64::MAX));
        let read = base.db.write(Readers::public(), move |tx| {
            let person = person.clone();
            Box::pin(async move { notice::read_all(tx, &person, at, at).await })
        });
        read.await.map_err(|error: Error| error).expect("it is written");
        assert_eq!(told(&world, "sy member", Pace::Weekly).await.len(), 0, "what was read meanwhile is not told");
    }

    async fn whoever_wants_it_at_once_gets_it_at_once_and_whoever_stops_gets_no_digest(base: Base) {
        let mut world = World::new(&base).await;
        world.in_discussion().await;
        choose(&world, "sy member", Topic::Discussion, Pace::AtOnce).await;
        world.thread("il chair", Audience::Joint, "For all").await;
        world.thread("il chair", Audience::CaucusIl, "Not for them").await;
        assert_eq!(mailed(&world, "sy member", Kind::Notice).await, 1);
        assert_eq!(mailed(&world, "sy signatory", Kind::Notice).await, 0);
        let person = id(&world, "sy member").await;
        let stopped = base.db.write(Readers::public(), move |tx| {
            let person = person.clone();
            Box::pin(async move { digest::stop(tx, &person).await })
        });
        stopped.await.map_err(|error: Error| error).expect("it is kept");
        let person = id(&world, "sy member").await;
        let mut tx = base.db.read(&Readers::public()).await.expect("the database answers");
        let paces: Vec<Pace> = digest::choices(&mut tx, &person).await.expect("it answers").into_iter().map(|(_, pace)| pace).collect();
        assert_eq!(paces, [Pace::AtOnce, Pace::None, Pace::None, Pace::AtOnce], "what comes at once still does");
    }
}
