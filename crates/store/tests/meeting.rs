//! Meetings on both databases: from the call to the locked minutes through the rules, and past the rules refused by the database.
#![allow(clippy::expect_used, clippy::unwrap_used, missing_docs, reason = "a test says what it expects")]

mod world;

use domain::change::Change;
use domain::id::Occasion;
use domain::meeting::action::{self, ActionOutcome, Task};
use domain::meeting::agenda::{self, Edit};
use domain::meeting::decision::Heard;
use domain::meeting::room::{self, Arriving, Happening, Seat};
use domain::meeting::{self, Meeting, MeetingStage, When, decision, minutes};
use domain::party::{Delegation, Party};
use domain::position::Verdict;
use domain::refusal::Refusal;
use domain::text::{Lang, Note};
use domain::time::{Day, Holder, Timestamp};
use domain::viewer::Viewer;
use store::meeting as stored;
use store::meeting::waiting::What;
use store::{Failure, Readers, Visible};
use world::World;

const CHAIRS: [&str; 2] = ["il chair", "sy chair"];
const PEOPLE: [(&str, Party, Seat); 4] = [
    ("il chair", Party::Il, Seat::CoChair),
    ("il member", Party::Il, Seat::Member),
    ("sy chair", Party::Sy, Seat::CoChair),
    ("sy member", Party::Sy, Seat::Member),
];

fn note(text: &str) -> Note {
    Note { lang: Lang::En, text: text.to_owned() }
}

async fn call(world: &World<'_>, who: &str) -> Result<String, Failure> {
    let (request, group) = (world.request(who), world.group.clone());
    let at = request.occasion;
    let starts_at = at.at.plus_days(3);
    let when = When { starts_at, ends_at: starts_at.plus_millis(3_600_000), place: note("Room 4"), link: String::new() };
    stored::start(&world.base.db, &world.group, &request, move |viewer, number| meeting::plan(viewer, &group, number, &when, at))
        .await
}

async fn act<R>(world: &World<'_>, who: &str, id: &str, rule: R) -> Result<(), Failure>
where
    R: Fn(&Meeting, &Viewer, Occasion) -> Result<Change, Refusal> + Send + Sync + 'static,
{
    let request = world.request(who);
    let at = request.occasion;
    stored::perform(&world.base.db, id, &request, false, move |meeting, viewer| rule(meeting, viewer, at)).await
}

async fn found(world: &World<'_>, who: &str, id: &str) -> Option<Visible<Meeting>> {
    let viewer = world.viewer(who).await;
    let mut tx = world.base.db.read(&Readers::of(&viewer)).await.expect("the database answers");
    stored::find(&mut tx, &viewer, id).await.expect("it answers")
}

/// A meeting with an agenda that both sides agreed to, about the newest version of the group's project where there is one.
async fn agreed(world: &World<'_>) -> String {
    let id = call(world, "il chair").await.expect("a chair calls");
    let viewer = world.viewer("sy chair").await;
    let called = found(world, "sy chair", &id).await.expect("it is read");
    let mut tx = world.base.db.read(&Readers::of(&viewer)).await.expect("the database answers");
    let pin = stored::pins(&mut tx, &called).await.expect("it answers").first().map(stored::Pinnable::pin);
    drop(tx);
    act(world, "sy chair", &id, move |meeting, viewer, at| {
        let pin = pin.clone();
        let add = Edit::Add { titles: [(Lang::En, "Wells".to_owned())].into(), minutes: 20, pin, matter: None, carried: None };
        agenda::write(meeting, viewer, 0, add, at)
    })
    .await
    .expect("a chair writes");
    for chair in CHAIRS {
        act(world, chair, &id, |meeting, viewer, at| agenda::agree(meeting, viewer, &meeting.agenda().unwrap().hash, at))
            .await
            .expect("both agree");
    }
    id
}

/// The same, running, with both delegations complete and its item open.
async fn running(world: &World<'_>) -> String {
    let id = agreed(world).await;
    for (name, party, seat) in PEOPLE {
        let person_id = Some(world.viewer(name).await.person_id);
        let who = Arriving { party, seat, person_id, name: None };
        act(world, "il chair", &id, move |meeting, viewer, at| room::arrive(meeting, viewer, &who, (at.at, at)))
            .await
            .expect("they come");
    }
    act(world, "sy chair", &id, room::open).await.expect("it opens");
    act(world, "il member", &id, |meeting, viewer, at| {
        room::note(meeting, viewer, (Happening::Opened, meeting.items()[0].id.as_str()), (at.at, at))
    })
    .await
    .expect("an item opens");
    id
}

async fn decided(world: &World<'_>, id: &str) {
    act(world, "il member", id, |meeting, viewer, at| {
        decision::propose(meeting, viewer, &meeting.items()[0].id, ["Dig.".into(), "לחפור.".into(), "احفروا.".into()], at)
    })
    .await
    .expect("words lie there");
    for chair in CHAIRS {
        act(world, chair, id, |meeting, viewer, at| decision::agree(meeting, viewer, &meeting.decisions[0].hash, at))
            .await
            .expect("both press");
    }
}

async fn waiting(world: &World<'_>, who: &str, now: Timestamp) -> Vec<(What, Holder)> {
    let viewer = world.viewer(who).await;
    let mut tx = world.base.db.read(&Readers::of(&viewer)).await.expect("the database answers");
    let found = stored::waiting::seen(&mut tx, &viewer, now).await.expect("it answers");
    found.iter().map(|one| (one.what, one.ball().holder)).collect()
}

on_both! {
    async fn a_meeting_goes_to_locked_minutes_and_the_ledger_covers_it(base: Base) {
        let world = World::new(&base).await;
        assert!(matches!(call(&world, "il member").await, Err(Failure::Refused(Refusal::NotPermitted))));
        let id = running(&world).await;
        decided(&world, &id).await;
        act(&world, "sy member", &id, |meeting, viewer, at| {
            let due_on = Day(Day::of_utc(at.at).0 + 9);
            action::add(meeting, viewer, Task { item: None, party: Party::Sy, office: "Water".into(), text: note("Dig"), due_on }, at)
        })
        .await
        .expect("a task");
        act(&world, "il chair", &id, room::end).await.expect("it ends");
        act(&world, "il chair", &id, minutes::circulate).await.expect("the minutes go out");
        for chair in CHAIRS {
            act(&world, chair, &id, |meeting, viewer, at| {
                minutes::agree(meeting, viewer, &meeting.newest_minutes().unwrap().hash, at)
            })
            .await
            .expect("both agree");
        }
        let meeting = found(&world, "officer", &id).await.expect("the supervisor reads");
        assert_eq!(meeting.stage(), MeetingStage::Recorded);
        for (who, count) in [("sy member", 1), ("officer", 1), ("admin", 0)] {
            let viewer = world.viewer(who).await;
            let mut tx = base.db.read(&Readers::of(&viewer)).await.expect("the database answers");
            let series = stored::series::of_group(&mut tx, &viewer, &world.group, 1).await.expect("it answers");
            assert_eq!((series.count, series.minutes.len(), series.statements.len()), (count, usize::try_from(count).unwrap(), 0), "{who}");
            let contents = series.minutes.iter().map(|minutes| minutes.content().expect("a rule wrote it"));
            let decided: Vec<String> = contents.flat_map(|content| content.items).flat_map(|item| item.decisions).map(|one| one.he).collect();
            assert_eq!(decided, vec!["לחפור."; decided.len()], "{who} reads what was agreed");
        }
        assert!(found(&world, "admin", &id).await.is_none(), "an administrator does not");
        let mut tx = base.db.read(&Readers::public()).await.expect("the database answers");
        assert!(stored::released(&mut tx).await.expect("it answers").is_empty(), "nobody opened them");
        assert!(stored::public(&mut tx, &id).await.expect("it answers").is_none());
        drop(tx);
        for head in ["il head", "sy head"] {
            act(&world, head, &id, |meeting, viewer, at| {
                minutes::release(meeting, viewer, &meeting.newest_minutes().unwrap().hash, at)
            })
            .await
            .expect("both heads open them");
        }
        let mut tx = base.db.read(&Readers::public()).await.expect("the database answers");
        assert_eq!(stored::released(&mut tx).await.expect("it answers").len(), 1);
        assert!(stored::public(&mut tx, &id).await.expect("it answers").is_some());
        drop(tx);
        let next = call(&world, "secretary").await.expect("the next one");
        let next = found(&world, "sy member", &next).await.expect("it is read");
        assert_eq!((next.start.number, next.backlog.len()), (2, 1), "what was left to do is carried on");
        let viewer = world.viewer("sy member").await;
        let mut tx = base.db.read(&Readers::of(&viewer)).await.expect("the database answers");
        let before = stored::before(&mut tx, &next).await.expect("it answers").expect("there is one");
        assert_eq!(before.id, meeting.start.id);
        assert_eq!(stored::list(&mut tx, &viewer, "", 1).await.expect("it answers").1, 2);
        assert_eq!(stored::since(&mut tx, &viewer, Timestamp(0)).await.expect("it answers").len(), 2);
        assert!(stored::listed(&mut tx, &viewer, &id).await.expect("it answers").is_some());
        assert!(stored::is_read(&mut tx, &viewer, &meeting.start.id).await.expect("it answers"));
        assert_eq!(stored::invited(&mut tx, &next).await.expect("it answers").iter().filter(|one| one.party == Party::Us).count(), 2);
        assert!(stored::times(&mut tx, &meeting.start.id).await.expect("it answers").contains_key("recorded"));
        assert!(stored::confirmed(&mut tx, &meeting.start.id).await.expect("it answers").is_empty());
        assert!(stored::pins(&mut tx, &next).await.expect("it answers").is_empty());
        let open = stored::open_actions(&mut tx, &viewer, "sy").await.expect("it answers");
        drop(tx);
        let (request, action) = (world.request("sy member"), open[0].id.clone());
        let at = request.occasion;
        let close = move |action: &action::ActionItem, viewer: &Viewer| action::end(action, viewer, ActionOutcome::Done, &note("Dug"), at);
        stored::end_action(&base.db, &action, &request, close).await.expect("it is closed");
        let again = stored::end_action(&base.db, &action, &world.request("sy member"), close).await;
        assert!(matches!(again, Err(Failure::Refused(Refusal::AlreadyEnded))));
        let mut tx = base.db.read(&Readers::system()).await.expect("the database answers");
        assert_eq!(store::verify::all(&mut tx).await.expect("it answers").findings.len(), 0, "the ledger covers every row");
    }

    async fn what_waits_for_a_yes_is_told_to_its_readers_with_whose_it_is(base: Base) {
        let world = World::new(&base).await;
        let now = world.occasion().at;
        let id = call(&world, "il chair").await.expect("a chair calls");
        assert_eq!(waiting(&world, "sy chair", now).await, [], "there is nothing to agree to yet");
        act(&world, "sy chair", &id, |meeting, viewer, at| {
            agenda::write(meeting, viewer, 0, Edit::Add { titles: [(Lang::En, "Wells".to_owned())].into(), minutes: 20, pin: None, matter: None, carried: None }, at)
        })
        .await
        .expect("a chair writes");
        assert_eq!(waiting(&world, "sy chair", now).await, [(What::Agenda, Holder::Both)]);
        act(&world, "il chair", &id, |meeting, viewer, at| agenda::agree(meeting, viewer, &meeting.agenda().unwrap().hash, at)).await.expect("one agrees");
        assert_eq!(waiting(&world, "officer", now).await, [(What::Agenda, Holder::Sy)], "the other side's yes is missing");
        assert_eq!(waiting(&world, "admin", now).await, []);
        assert_eq!(waiting(&world, "sy chair", now.plus_days(30)).await, [], "what lies behind opens no more");
        let held = running(&world).await;
        act(&world, "il chair", &held, room::end).await.expect("it ends");
        assert!(!waiting(&world, "il chair", now).await.iter().any(|(what, _)| *what == What::Minutes), "they are a draft");
        act(&world, "il chair", &held, minutes::circulate).await.expect("the minutes go out");
        assert_eq!(waiting(&world, "officer", now.plus_days(30)).await, [(What::Minutes, Holder::Both)]);
        let mut tx = base.db.read(&Readers::system()).await.expect("the database answers");
        let all = stored::waiting::minutes(&mut tx).await.expect("it answers");
        assert_eq!(all.len(), 1);
        for (who, reads) in [("sy member", true), ("officer", true), ("admin", false)] {
            let viewer = world.viewer(who).await;
            let found = stored::waiting::minutes_of(&mut tx, &viewer, &all[0].entry_id).await.expect("it answers");
            assert_eq!(found.is_some(), reads, "{who}");
        }
        drop(tx);
        for (chair, left) in [("sy chair", vec![(What::Minutes, Holder::Il)]), ("il chair", vec![])] {
            act(&world, chair, &held, |meeting, viewer, at| minutes::agree(meeting, viewer, &meeting.newest_minutes().unwrap().hash, at))
                .await
                .expect("they agree");
            assert_eq!(waiting(&world, "il member", now.plus_days(30)).await, left);
        }
    }

    async fn the_roll_is_one_entry_with_what_both_sides_said(base: Base) {
        let mut world = World::new(&base).await;
        world.in_discussion().await;
        let id = running(&world).await;
        act(&world, "il member", &id, |meeting, viewer, at| {
            let heard = Delegation::BOTH.map(|side| Heard { side, verdict: Verdict::Approve, words: note(""), ballot_id: None });
            decision::call_roll(meeting, viewer, &meeting.items()[0].id, &heard, at)
        })
        .await
        .expect("both are noted");
        let meeting = found(&world, "officer", &id).await.expect("the supervisor reads");
        assert_eq!(meeting.spoken.iter().map(|one| one.party).collect::<Vec<_>>(), [Party::Il, Party::Sy]);
        let mut tx = base.db.read(&Readers::system()).await.expect("the database answers");
        let entries = "select count(distinct entry_id) from spoken_positions";
        assert_eq!(tx.count(entries, &[]).await.expect("it answers"), 1);
        assert_eq!(store::verify::all(&mut tx).await.expect("it answers").findings.len(), 0, "the ledger covers both rows");
    }

    async fn a_meeting_is_found_by_all_that_was_said_in_it(base: Base) {
        let world = World::new(&base).await;
        let id = running(&world).await;
        for words in ["Bore", "Dig"] {
            let words = [words.to_owned(), "לחפור".to_owned(), "احفروا".to_owned()];
            act(&world, "il member", &id, move |meeting, viewer, at| {
                decision::propose(meeting, viewer, &meeting.items()[0].id, words.clone(), at)
            })
            .await
            .expect("words lie there");
        }
        act(&world, "sy member", &id, |meeting, viewer, at| {
            let due_on = Day(Day::of_utc(at.at).0 + 9);
            action::add(meeting, viewer, Task { item: None, party: Party::Sy, office: "Hydrology".into(), text: note("Measure"), due_on }, at)
        })
        .await
        .expect("a task");
        for typed in ["wells", "room 4", "wells dig", "לחפור", "احفروا", "hydrology measure"] {
            for who in ["il chair", "sy member", "officer", "secretary"] {
                assert_eq!(world.finds(who, typed).await, ["meeting 1"], "{who}: {typed}");
            }
            assert!(world.finds("admin", typed).await.is_empty(), "{typed}");
        }
        assert!(world.finds("il chair", "bore").await.is_empty(), "words in whose place others stand are not found");
        store::search::rebuild(&base.db, Timestamp(1)).await.expect("it is made");
        assert_eq!(world.finds("sy member", "wells dig hydrology").await, ["meeting 1"]);
    }

    async fn a_screen_is_paired_once_and_reads_until_the_end(base: Base) {
        let world = World::new(&base).await;
        let id = running(&world).await;
        let meeting = found(&world, "il chair", &id).await.expect("it is read");
        let (of, person, now) = (meeting.start.id.clone(), world.viewer("il chair").await.person_id, world.request("il chair").occasion.at);
        let given = base.db.write(Readers::public(), move |tx| {
            let (of, person) = (of.clone(), person.clone());
            Box::pin(async move {
                stored::screen::offer(tx, "code", &of, &person, now).await?;
                let late = now.plus_millis(stored::screen::CODE_LASTS + 1);
                let lapsed = stored::screen::pair(tx, "code", ("late", "0"), late).await?;
                let wrong = stored::screen::pair(tx, "other", ("wrong", "1"), now).await?;
                let right = stored::screen::pair(tx, "code", ("token", "2"), now).await?;
                let again = stored::screen::pair(tx, "code", ("token2", "3"), now).await?;
                Ok::<_, store::Error>([lapsed, wrong, right, again].map(|one| one.is_some()))
            })
        });
        assert_eq!(given.await.expect("it answers"), [false, false, true, false]);
        let mut tx = base.db.read(&Readers::public()).await.expect("the database answers");
        assert_eq!(stored::screen::granted(&mut tx, "token").await.expect("it answers"), Some(meeting.start.id.clone()));
        assert!(stored::screen::shown(&mut tx, &meeting.start.id).await.expect("it answers").is_some());
        assert_eq!(stored::screen::list(&mut tx, &meeting).await.expect("it answers").len(), 1);
        drop(tx);
        act(&world, "il chair", &id, room::end).await.expect("it ends");
        let mut tx = base.db.read(&Readers::public()).await.expect("the database answers");
        assert_eq!(stored::screen::granted(&mut tx, "token").await.expect("it answers"), None, "nothing after the end");
        assert!(stored::screen::shown(&mut tx, &meeting.start.id).await.expect("it answers").is_none());
        drop(tx);
        let (of, now) = (meeting.start.id.clone(), now);
        let cut = base.db.write(Readers::public(), move |tx| {
            let of = of.clone();
            Box::pin(async move { stored::screen::cut(tx, "2", &of, now).await })
        });
        assert!(cut.await.expect("it answers"));
    }

    async fn a_calendar_key_is_renewed_and_ended(base: Base) {
        let world = World::new(&base).await;
        let person = world.viewer("sy chair").await.person_id;
        let owner = person.clone();
        let found = base.db.write(Readers::public(), move |tx| {
            let person = person.clone();
            Box::pin(async move {
                use stored::calendar::{end, made, owner, renew};
                renew(tx, &person, "one", Timestamp(1)).await?;
                renew(tx, &person, "two", Timestamp(2)).await?;
                let known = (owner(tx, "one").await?, owner(tx, "two").await?, made(tx, &person).await?);
                end(tx, &person).await?;
                Ok::<_, store::Error>((known, owner(tx, "two").await?))
            })
        });
        let ((one, two, made), after) = found.await.expect("it answers");
        assert_eq!((one, two, made, after), (None, Some(owner), Some(Timestamp(2)), None));
    }

    async fn the_database_refuses_what_the_rules_refuse(base: Base) {
        const STAMP: &str = "insert into entries (id, ledger, seq, recorded_at, person_id, party, command, subject, subject_id, request_id, \
             salt, commitment, previous, hash) select 'forged', 'joint', seq + 1, recorded_at + 1, person_id, party, 'x', 'x', 'x', 'x', 'x', \
             'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', hash, \
             'bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb' from entries where ledger = 'joint' order by seq desc limit 1";
        let world = World::new(&base).await;
        let id = agreed(&world).await;
        let early = [
            "insert into meeting_steps (meeting_id, number, from_stage, to_stage, person_id, entry_id, recorded_at, ledger) select m.id, 2, \
             'agenda_agreed', 'running', m.person_id, e.id, e.recorded_at, e.ledger from meetings m, entries e where e.id = 'forged'",
            "insert into decisions (id, meeting_id, item_id, number, text_en, text_he, text_ar, hash, party, person_id, entry_id, recorded_at, \
             ledger) select 'd', m.id, 'i', 1, 'x', 'x', 'x', 'cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc', m.party, \
             m.person_id, e.id, e.recorded_at, e.ledger from meetings m, entries e where e.id = 'forged'",
        ];
        for attack in early {
            assert!(base.attack(&[STAMP, attack]).await.is_err(), "the database let through: {attack}");
        }
        act(&world, "il chair", &id, |meeting, viewer, at| meeting::cancel(meeting, viewer, &note("Snow"), at)).await.expect("off");
        let id = running(&world).await;
        act(&world, "il member", &id, |meeting, viewer, at| {
            decision::propose(meeting, viewer, &meeting.items()[0].id, ["Dig.".into(), "לחפור.".into(), "احفروا.".into()], at)
        })
        .await
        .expect("words lie there");
        act(&world, "sy chair", &id, |meeting, viewer, at| {
            let member = meeting.attendees.iter().find(|one| one.seat == Seat::Member).unwrap().id.clone();
            room::note(meeting, viewer, (Happening::Left, member.as_str()), (at.at, at))
        })
        .await
        .expect("a quorum is gone");
        let late = [
            "insert into meeting_consents (id, meeting_id, subject, subject_hash, party, person_id, entry_id, recorded_at, ledger) select 'c', \
             d.meeting_id, 'decision', d.hash, d.party, d.person_id, e.id, e.recorded_at, e.ledger from decisions d, entries e \
             where e.id = 'forged'",
            "insert into meeting_steps (meeting_id, number, from_stage, to_stage, person_id, entry_id, recorded_at, ledger) select d.meeting_id, \
             3, 'running', 'recorded', d.person_id, e.id, e.recorded_at, e.ledger from decisions d, entries e where e.id = 'forged'",
            "insert into minutes (meeting_id, revision, content, hash, person_id, entry_id, recorded_at, ledger) select d.meeting_id, 1, 'x', \
             d.hash, d.person_id, e.id, e.recorded_at, e.ledger from decisions d, entries e where e.id = 'forged'",
            "insert into moments (id, meeting_id, number, kind, item_id, happened_at, person_id, entry_id, recorded_at, ledger) select 'm', \
             d.meeting_id, 99, 'opened', 'i', e.recorded_at, d.person_id, e.id, e.recorded_at, e.ledger from decisions d, entries e \
             where e.id = 'forged'",
        ];
        for attack in late {
            assert!(base.attack(&[STAMP, attack]).await.is_err(), "the database let through: {attack}");
        }
        for attack in ["update agendas set content = 'x'", "delete from attendees", "update decisions set text_ar = 'x'"] {
            assert!(base.attack(&[attack]).await.is_err(), "the database let through: {attack}");
        }
    }
}
