//! What hangs on threads and messages: it is read with them, by their readers alone, and the database refuses what does not fit.
#![allow(clippy::expect_used, clippy::unwrap_used, missing_docs, reason = "a test says what it expects")]

mod world;

use domain::party::Audience;
use domain::text::Lang;
use domain::thread::{self, MessageFile, NewMessage, NewThread, Spot, Thread};
use store::Readers;
use store::seen::{self, Kind};
use world::{STAMP, World, new_thread, note};

async fn threads(world: &World<'_>, who: &str) -> Vec<store::thread::Heading> {
    let (facts, viewer) = (world.facts(who).await.expect("it is joint"), world.viewer(who).await);
    let mut tx = world.base.db.read(&Readers::of(&viewer)).await.expect("the database answers");
    let found = store::thread::list(&mut tx, &viewer, &facts).await.expect("the database answers");
    found.into_iter().map(store::Visible::into_inner).collect()
}

async fn only_thread(world: &World<'_>, who: &str) -> Thread {
    let (facts, viewer) = (world.facts(who).await.expect("it is joint"), world.viewer(who).await);
    let id = threads(world, who).await.remove(0).id;
    let mut tx = world.base.db.read(&Readers::of(&viewer)).await.expect("the database answers");
    store::thread::find(&mut tx, &viewer, &facts, id.as_str()).await.expect("it answers").expect("it is there").into_inner()
}

async fn file_for(world: &World<'_>, who: &str, id: &str) -> bool {
    let viewer = world.viewer(who).await;
    let mut tx = world.base.db.read(&Readers::of(&viewer)).await.expect("the database answers");
    store::thread::file(&mut tx, &viewer, id).await.expect("it answers").is_some()
}

async fn in_thread<R>(world: &World<'_>, who: &str, rule: R)
where
    R: Fn(
            &domain::facts::Facts,
            &domain::viewer::Viewer,
            &Thread,
            domain::id::Occasion,
        ) -> Result<domain::change::Change, domain::refusal::Refusal>
        + Send
        + Sync
        + 'static,
{
    let (request, id) = (world.request(who), threads(world, who).await.remove(0).id);
    let at = request.occasion;
    store::thread::perform(&world.base.db, &world.handle, id.as_str(), &request, "", move |facts, viewer, found| {
        rule(facts, viewer, found, at)
    })
    .await
    .expect("it may be done");
}

fn file(thread: &Thread) -> MessageFile {
    let message = &thread.messages[0].start;
    MessageFile {
        id: "f".repeat(26).as_str().into(),
        message_id: message.id.clone(),
        project_id: message.project_id.clone(),
        audience: message.audience,
        name: "list.csv".into(),
        media_type: "text/csv".into(),
        size: 3,
        digest: "0".repeat(64),
        person_id: message.person_id.clone(),
    }
}

on_both! {
    async fn a_thread_is_read_with_all_that_hangs_on_it(base: Base) {
        let mut world = World::new(&base).await;
        world.in_discussion().await;
        let (named, hash) = (world.viewer("sy member").await, world::hash(&world.facts("il member").await.expect("it is joint")));
        world
            .does("il member", move |facts, viewer, at| {
                let spot = Spot { content_hash: hash.clone(), section: "summary".into(), lang: Lang::En, paragraph: 1 };
                let new = NewThread { spot: Some(spot), ..new_thread(Audience::Joint, "About one paragraph") };
                let first = NewMessage { mentioned: vec![named.clone()], ..note("Which year?").into() };
                thread::open(facts, viewer, &new, &first, at)
            })
            .await;
        in_thread(&world, "il member", |facts, viewer, found, at| thread::attach(facts, viewer, &found.messages[0], file(found), at)).await;
        in_thread(&world, "sy member", |facts, viewer, found, at| {
            let answers = Some(found.messages[0].start.id.clone());
            thread::post(facts, viewer, found, &NewMessage { answers, ..note("The second.").into() }, at)
        })
        .await;
        in_thread(&world, "sy chair", |facts, viewer, found, at| thread::settle(facts, viewer, found, true, at)).await;
        let found = only_thread(&world, "officer").await;
        let [first, second] = found.messages.as_slice() else { panic!("two messages, not {:?}", found.messages) };
        assert_eq!(found.anchor.as_ref().map(|anchor| (anchor.section.as_str(), anchor.paragraph)), Some(("summary", 1)));
        assert_eq!(first.mentioned, [world.viewer("sy member").await.person_id]);
        assert_eq!(first.files, [file(&found)]);
        assert!(first.changed_at > first.posted_at, "a file that is added is a change");
        assert_eq!(second.answers.as_ref(), Some(&first.start.id));
        assert!(thread::is_resolved(&found.settlings));
        let mut tx = base.db.read(&Readers::system()).await.expect("the database answers");
        assert_eq!(store::verify::all(&mut tx).await.expect("it answers").findings.len(), 0, "the ledger covers every row");
    }

    async fn a_file_is_for_the_readers_of_its_thread_and_goes_with_its_message(base: Base) {
        let mut world = World::new(&base).await;
        world.in_discussion().await;
        world.thread("il member", Audience::CaucusIl, "Ours").await;
        in_thread(&world, "il member", |facts, viewer, found, at| thread::attach(facts, viewer, &found.messages[0], file(found), at)).await;
        let id = "f".repeat(26);
        for (who, reads) in [("il chair", true), ("sy chair", false), ("officer", false), ("admin", false)] {
            assert_eq!(file_for(&world, who, &id).await, reads, "{who}");
        }
        in_thread(&world, "il member", |facts, viewer, found, at| thread::take_back(facts, viewer, &found.messages[0], at)).await;
        assert!(!file_for(&world, "il chair", &id).await, "what was taken back is gone for all");
    }

    async fn unread_is_what_others_wrote_since_one_looked(base: Base) {
        let mut world = World::new(&base).await;
        world.in_discussion().await;
        world.thread("il member", Audience::Joint, "News").await;
        assert_eq!((threads(&world, "il member").await[0].unread, threads(&world, "sy member").await[0].unread), (0, 1));
        let thread = threads(&world, "sy member").await.remove(0);
        let (person, id, mark) = (world.viewer("sy member").await.person_id, thread.id.to_string(), thread.last_at.0);
        for mark in [mark, mark - 5] {
            let (person, id) = (person.clone(), id.clone());
            let raised: Result<(), store::Error> = base
                .db
                .write(Readers::public(), move |tx| {
                    let (person, id) = (person.clone(), id.clone());
                    Box::pin(async move { seen::raise(tx, &person, Kind::Thread, &id, mark).await })
                })
                .await;
            raised.expect("a mark is kept");
        }
        assert_eq!(threads(&world, "sy member").await[0].unread, 0, "a mark never goes back");
        assert_eq!(threads(&world, "sy chair").await[0].unread, 1, "a mark is its owner's alone");
    }

    async fn the_database_refuses_what_the_rule_refuses(base: Base) {
        let mut world = World::new(&base).await;
        world.in_discussion().await;
        world.thread("il member", Audience::Joint, "One").await;
        world.thread("sy member", Audience::Joint, "Other").await;
        in_thread(&world, "sy chair", |facts, viewer, found, at| thread::settle(facts, viewer, found, true, at)).await;
        let stamp = STAMP;
        let attacks = [
            (
                "an answer to a message of another thread",
                "insert into replies (message_id, to_id, project_id, audience, entry_id, recorded_at, ledger) \
                 select a.id, b.id, a.project_id, a.audience, e.id, e.recorded_at, 'joint' from messages a, messages b, entries e \
                 where a.thread_id <> b.thread_id and e.id = 'forged' order by a.id limit 1",
            ),
            (
                "a thread resolved twice",
                "insert into settlings (id, thread_id, project_id, audience, number, person_id, entry_id, recorded_at, ledger) \
                 select 'x', s.thread_id, s.project_id, s.audience, 3, s.person_id, e.id, e.recorded_at, 'joint' from settlings s, entries e \
                 where e.id = 'forged'",
            ),
            (
                "a file of somebody else",
                "insert into message_files (id, message_id, project_id, audience, name, media_type, size, digest, person_id, entry_id, \
                 recorded_at, ledger) select 'x', m.id, m.project_id, m.audience, 'x', 'x', 1, \
                 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', p.id, e.id, e.recorded_at, 'joint' \
                 from messages m, people p, entries e where p.id <> m.person_id and e.id = 'forged' order by m.id, p.id limit 1",
            ),
            (
                "a thread of one audience tied in another",
                "insert into anchors (thread_id, project_id, audience, version_id, section, lang, paragraph, text_hash, entry_id, recorded_at, \
                 ledger) select t.id, t.project_id, 'caucus_il', v.id, 'summary', 'en', 1, \
                 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', e.id, e.recorded_at, 'caucus_il' \
                 from threads t, versions v, entries e where e.id = 'forged' order by t.id limit 1",
            ),
        ];
        for (wants, statement) in attacks {
            assert!(base.attack(&[stamp, statement]).await.is_err(), "the database let through: {wants}");
        }
        for table in ["settlings", "messages"] {
            let statement = if table == "settlings" { "delete from settlings" } else { "update settlings set number = 2" };
            assert!(base.attack(&[statement]).await.is_err(), "{statement}");
        }
    }
}
