//! Notices: a change is told to whoever may read it but its author, stays theirs alone, and is shown only while they may read it.
#![allow(clippy::expect_used, clippy::unwrap_used, missing_docs, reason = "a test says what it expects")]

mod world;

use domain::clock::{Turn, ball, who_acts};
use domain::formal_note::{self, Addressee, NewNote};
use domain::meeting::{self, When};
use domain::notice::Topic;
use domain::party::Audience;
use domain::stage::Stage;
use domain::thread::{self, NewMessage};
use domain::time::Timestamp;
use store::activity::{Filter, Whole};
use store::notice::{self, Notice};
use store::outbox::Kind;
use store::{Error, Readers};
use world::{World, new_thread, note};

async fn inbox(world: &World<'_>, who: &str, topic: Option<Topic>) -> Vec<Notice> {
    let viewer = world.viewer(who).await;
    let mut tx = world.base.db.read(&Readers::of(&viewer)).await.expect("the database answers");
    let found = notice::list(&mut tx, &viewer, topic, None).await.expect("it answers");
    found.into_iter().map(store::Visible::into_inner).collect()
}

async fn unread(world: &World<'_>, who: &str) -> i64 {
    let viewer = world.viewer(who).await;
    let mut tx = world.base.db.read(&Readers::of(&viewer)).await.expect("the database answers");
    notice::unread(&mut tx, &viewer).await.expect("it answers")
}

/// How many rows tell them of a thread in this audience, seen or not.
async fn of_threads(world: &World<'_>, who: &str, audience: Audience) -> usize {
    let found = inbox(world, who, Some(Topic::Discussion)).await;
    found.iter().filter(|one| one.deed.event.ledger == audience).count()
}

on_both! {
    async fn a_change_is_told_to_its_readers_and_to_nobody_else(base: Base) {
        let mut world = World::new(&base).await;
        world.in_discussion().await;
        for audience in [Audience::Joint, Audience::CaucusIl, Audience::ChannelIl] {
            world.thread("il chair", audience, "About something").await;
        }
        let told = [
            ("il chair", [0, 0, 0]),
            ("il member", [1, 1, 0]),
            ("il signatory", [1, 1, 1]),
            ("sy chair", [1, 0, 0]),
            ("sy member", [1, 0, 0]),
            ("reviewer", [1, 0, 1]),
            ("officer", [1, 0, 1]),
            ("secretary", [1, 0, 0]),
            ("admin", [0, 0, 0]),
        ];
        for (who, expected) in told {
            let mut found = [0; 3];
            for (place, audience) in [Audience::Joint, Audience::CaucusIl, Audience::ChannelIl].into_iter().enumerate() {
                found[place] = of_threads(&world, who, audience).await;
            }
            assert_eq!(found, expected, "{who}");
        }
        assert_eq!(unread(&world, "admin").await, 0);
    }

    async fn notes_and_meetings_come_to_their_readers_and_stand_in_the_activity(base: Base) {
        let world = World::new(&base).await;
        for audience in [Audience::Joint, Audience::ChannelIl] {
            let (request, group) = (world.request("il chair"), world.group.clone());
            let at = request.occasion;
            let addressee = if audience == Audience::Joint { Addressee::Sy } else { Addressee::Us };
            let new = NewNote { audience, addressee, title: "About seed".into(), text: note("Which seed?"), due_on: None };
            let sent = store::formal_note::send(&base.db, &request, (audience, ""), move |viewer, before| {
                formal_note::send(viewer, &group, &new, before, at)
            });
            sent.await.expect("a chair writes");
        }
        let (request, group) = (world.request("sy chair"), world.group.clone());
        let at = request.occasion;
        let starts_at = at.at.plus_days(3);
        let when = When { starts_at, ends_at: starts_at.plus_millis(3_600_000), place: note("Room 4"), link: String::new() };
        let called = store::meeting::start(&base.db, &world.group, &request, move |viewer, number| {
            meeting::plan(viewer, &group, number, &when, at)
        });
        let meeting = Whole::Meeting(called.await.expect("a chair calls"), 1);
        let [joint, aside] = ["IL-2026-001", "IL-US-2026-001"].map(|label| Whole::Note(label.to_owned()));
        let told: [(&str, &[&Whole]); 6] = [
            ("il chair", &[&meeting]),
            ("il member", &[&meeting, &joint]),
            ("sy chair", &[&joint]),
            ("officer", &[&meeting, &aside, &joint]),
            ("secretary", &[&meeting, &joint]),
            ("admin", &[]),
        ];
        for (who, expected) in told {
            let found: Vec<Whole> = inbox(&world, who, None).await.iter().map(|one| one.deed.whole()).collect();
            assert_eq!(found.iter().collect::<Vec<_>>(), expected, "{who}");
            assert_eq!(unread(&world, who).await, i64::try_from(expected.len()).unwrap(), "{who}");
        }
        let done = [("il chair", 3), ("il member", 2), ("sy chair", 2), ("officer", 3), ("secretary", 2), ("admin", 0)];
        for (who, count) in done {
            let viewer = world.viewer(who).await;
            let mut tx = base.db.read(&Readers::of(&viewer)).await.expect("the database answers");
            let found = store::activity::list(&mut tx, &viewer, &Filter::default()).await.expect("it answers");
            let count_of = |found: &[store::Visible<store::activity::Deed>]| {
                found.iter().filter(|deed| !matches!(deed.whole(), Whole::Project(..))).count()
            };
            assert_eq!(count_of(&found), count, "{who}");
            let elsewhere = Filter { group: Some("b".repeat(26)), ..Filter::default() };
            assert!(store::activity::list(&mut tx, &viewer, &elsewhere).await.expect("it answers").is_empty(), "{who}");
        }
    }

    async fn the_row_itself_is_made_for_nobody_else(base: Base) {
        let mut world = World::new(&base).await;
        world.in_discussion().await;
        world.thread("il chair", Audience::CaucusIl, "Ours").await;
        // A guard of the statement alone: even somebody whose rights grew later finds nothing of before.
        let mut tx = base.db.read(&Readers::system()).await.expect("the database answers");
        let others = "select count(*) from notices n join entries e on e.id = n.entry_id join people p on p.id = n.person_id \
             where e.ledger = 'caucus_il' and p.party <> 'il'";
        assert_eq!(tx.count(others, &[]).await.expect("it answers"), 0);
    }

    async fn one_is_read_and_all_are_read_by_their_owner_alone(base: Base) {
        let mut world = World::new(&base).await;
        world.in_discussion().await;
        world.thread("il chair", Audience::Joint, "First").await;
        world.thread("il chair", Audience::Joint, "Second").await;
        let before = unread(&world, "sy member").await;
        let newest = inbox(&world, "sy member", None).await.remove(0);
        let (person, entry, at) = (world.viewer("sy member").await.person_id, newest.deed.id.clone(), world.occasion().at);
        let other = world.viewer("sy chair").await.person_id;
        let others = unread(&world, "sy chair").await;
        let done: Result<(), Error> = base
            .db
            .write(Readers::public(), move |tx| {
                let (person, entry) = (person.clone(), entry.clone());
                Box::pin(async move { notice::read(tx, &person, entry.as_str(), at).await })
            })
            .await;
        done.expect("it is written");
        assert_eq!(unread(&world, "sy member").await, before - 1);
        assert_eq!(unread(&world, "sy chair").await, others, "what one has read, another has not");
        let until = Timestamp(newest.came_at.0 - 1);
        let done: Result<(), Error> = base
            .db
            .write(Readers::public(), move |tx| {
                let other = other.clone();
                Box::pin(async move { notice::read_all(tx, &other, until, at).await })
            })
            .await;
        done.expect("it is written");
        assert_eq!(unread(&world, "sy chair").await, 1, "what came later stays unread");
    }

    async fn what_asks_for_attention_is_a_mention_and_a_turn_is_a_duty(base: Base) {
        let mut world = World::new(&base).await;
        world.in_discussion().await;
        let named = world.viewer("sy member").await;
        world
            .does("il member", move |facts, viewer, at| {
                let first = NewMessage { mentioned: vec![named.clone()], ..note("Which year?").into() };
                thread::open(facts, viewer, &new_thread(Audience::Joint, "A question"), &first, at)
            })
            .await;
        assert_eq!(inbox(&world, "sy member", Some(Topic::Mentions)).await.len(), 1);
        assert_eq!(inbox(&world, "sy chair", Some(Topic::Mentions)).await.len(), 0);
        assert_eq!(of_threads(&world, "sy member", Audience::Joint).await, 0, "one change is told once");
        let duties = inbox(&world, "sy chair", Some(Topic::Duties)).await;
        assert!(!duties.is_empty() && duties.iter().all(|one| one.read_at.is_none()), "{duties:?}");
        assert!(inbox(&world, "sy member", Some(Topic::Duties)).await.is_empty(), "a member does not take a project up");
    }

    async fn a_reminder_is_unread_again(base: Base) {
        let mut world = World::new(&base).await;
        world.in_group_ballot().await;
        let (person, at) = (world.viewer("il chair").await.person_id, world.occasion().at);
        let done: Result<(), Error> = base
            .db
            .write(Readers::public(), move |tx| {
                let person = person.clone();
                Box::pin(async move { notice::read_all(tx, &person, at, at).await })
            })
            .await;
        done.expect("it is written");
        assert_eq!(unread(&world, "il chair").await, 0);
        let mut tx = base.db.read(&Readers::system()).await.expect("the database answers");
        let [one] = store::clock::running(&mut tx).await.expect("it answers").try_into().expect("one clock runs");
        drop(tx);
        let holder = ball(&one.standing()).expect("somebody holds it").holder;
        let told = store::clock::Notice {
            entry_id: one.entry_id.clone(),
            group_id: one.group_id.clone(),
            code: "left_2".into(),
            kind: Kind::Due,
            to: who_acts(Stage::GroupBallot, holder, Turn::Holder),
        };
        assert!(store::clock::tell(&base.db, &told, world.occasion()).await.expect("it is told"));
        assert_eq!(unread(&world, "il chair").await, 1);
        assert_eq!(inbox(&world, "il chair", None).await[0].topic, Topic::Duties, "it comes first again");
    }

    async fn what_somebody_may_not_read_is_not_shown_even_where_a_row_is(base: Base) {
        let mut world = World::new(&base).await;
        world.in_discussion().await;
        world.thread("il chair", Audience::CaucusIl, "Ours").await;
        let people = ["sy chair", "officer", "secretary", "admin"];
        let mut before = vec![];
        for who in people {
            before.push((unread(&world, who).await, inbox(&world, who, None).await.len()));
        }
        // As though they had been of that side once.
        let plant = "insert into notices (person_id, entry_id, topic, created_at) select p.id, e.id, 'discussion', e.recorded_at \
             from people p cross join entries e where e.command = 'open_thread' and p.party <> 'il'";
        base.attack(&[plant]).await.expect("no guard stands in the way of a notice");
        for (who, before) in people.into_iter().zip(before) {
            assert_eq!((unread(&world, who).await, inbox(&world, who, None).await.len()), before, "{who}");
        }
    }

    async fn old_ones_are_forgotten(base: Base) {
        let mut world = World::new(&base).await;
        world.in_discussion().await;
        let newest = inbox(&world, "secretary", None).await[0].came_at;
        for (before, left) in [(newest, true), (Timestamp(newest.0 + 1), false)] {
            let done: Result<u64, Error> =
                base.db.write(Readers::public(), move |tx| Box::pin(async move { notice::sweep(tx, before).await })).await;
            done.expect("it is swept");
            assert_eq!(!inbox(&world, "secretary", None).await.is_empty(), left);
        }
    }
}
