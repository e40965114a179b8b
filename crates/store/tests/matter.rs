//! Matters on both databases: from the question to words that both sides agreed to, who reads them and who is told, and past the rules
//! refused by the database.
#![allow(clippy::expect_used, clippy::unwrap_used, missing_docs, reason = "a test says what it expects")]

mod world;

use domain::change::Change;
use domain::id::Occasion;
use domain::matter::clock::{Standing, ball, hand_on};
use domain::matter::settle::{self, MatterOutcome};
use domain::matter::{self, About, Matter, MatterLevel, NewMatter};
use domain::meeting::{self, When};
use domain::refusal::Refusal;
use domain::time::{Day, Holder};
use domain::viewer::Viewer;
use store::matter as stored;
use store::outbox::{self, Kind};
use store::{Failure, Readers, Visible};
use world::{Base, World, hash, note};

async fn try_raise(world: &World<'_>, who: &str, name: &str, seen: &str) -> Result<String, Failure> {
    let (request, seen) = (world.request(who), seen.to_owned());
    let at = request.occasion;
    stored::raise(&world.base.db, name, &request, move |viewer, subject, number| {
        let (about, seen) = (subject.about.clone(), seen.clone());
        let new = NewMatter {
            about,
            seen,
            title: "Wells".to_owned(),
            text: note("Two ran dry."),
            wish: "Say why.".to_owned(),
            civilian: true,
        };
        matter::raise(viewer, &subject.group_id, number, &new, at)
    })
    .await
}

/// A matter about the newest version of the world's project.
async fn raised(world: &World<'_>, who: &str) -> String {
    let seen = hash(&world.facts(who).await.expect("it is joint"));
    try_raise(world, who, &world.handle, &seen).await.expect("it may be raised")
}

async fn act<R>(world: &World<'_>, who: &str, id: &str, rule: R) -> Result<(), Failure>
where
    R: Fn(&Matter, &Viewer, Occasion) -> Result<Change, Refusal> + Send + Sync + 'static,
{
    let request = world.request(who);
    let at = request.occasion;
    stored::perform(&world.base.db, id, &request, move |matter, viewer| rule(matter, viewer, at)).await
}

async fn found(world: &World<'_>, who: &str, id: &str) -> Option<Visible<Matter>> {
    let viewer = world.viewer(who).await;
    let mut tx = world.base.db.read(&Readers::of(&viewer)).await.expect("the database answers");
    stored::find(&mut tx, &viewer, id).await.expect("it answers")
}

/// How many this person finds in the list, and whose turn the first one is.
async fn listed(world: &World<'_>, who: &str, which: &str) -> (i64, Option<Holder>) {
    let viewer = world.viewer(who).await;
    let mut tx = world.base.db.read(&Readers::of(&viewer)).await.expect("the database answers");
    let (rows, count) = stored::list(&mut tx, &viewer, which, 1).await.expect("it answers");
    (count, rows.first().and_then(|row| row.ball()).map(|ball| ball.holder))
}

fn day(_: Holder, at: domain::time::Timestamp) -> Day {
    Day::of_utc(at)
}

/// Those who get such a mail.
async fn told(world: &World<'_>, kind: Kind) -> Vec<domain::id::PersonId> {
    let mut tx = world.base.db.read(&Readers::public()).await.expect("the database answers");
    let mails = outbox::due(&mut tx, world.occasion().at.plus_days(90)).await.expect("it answers");
    mails.into_iter().filter(|mail| mail.kind == kind).filter_map(|mail| mail.person_id).collect()
}

/// A true entry of the joint ledger, with which an attack may stamp a row.
const STAMP: &str = "insert into entries (id, ledger, seq, recorded_at, person_id, party, command, subject, subject_id, request_id, salt, \
     commitment, previous, hash) select 'forged', 'joint', seq + 1, recorded_at, person_id, party, 'raise_matter', 'x', 'x', 'x', 'x', \
     'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', hash, \
     'bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb' from entries where ledger = 'joint' order by seq desc limit 1";

/// A matter as it would be raised by hand, with something else in one place.
fn matter_with(from: &str, to: &str) -> &'static str {
    let sql = "insert into matters (id, group_id, number, project_id, version_id, content_hash, lang, title, text, wish, civilian, party, person_id, \
         entry_id, recorded_at) select 'm', p.group_id, 1, p.id, v.id, v.content_hash, 'en', 'a', 'b', 'c', TRUE, 'il', h.id, e.id, e.recorded_at \
         from projects p join newest_versions v on v.project_id = p.id, people h, entries e where h.party = 'il' and e.id = 'forged' \
         order by h.id limit 1";
    assert!(sql.contains(from), "there is no {from}");
    sql.replace(from, to).leak()
}

async fn is_refused(base: &Base, wants: &str, statements: Vec<&'static str>) {
    assert!(base.attack(&statements).await.is_err(), "the database let through: {wants}");
}

on_both! {
    async fn a_matter_is_answered_and_settled_in_words_that_both_sides_agreed_to(base: Base) {
        let mut world = World::new(&base).await;
        world.in_discussion().await;
        let id = raised(&world, "il member").await;
        assert_eq!(listed(&world, "sy member", "open").await, (1, Some(Holder::Sy)));
        act(&world, "sy member", &id, |matter, viewer, at| matter::reply(matter, viewer, &note("The pump was off."), at)).await.expect("it is answered");
        assert_eq!(listed(&world, "officer", "open").await, (1, Some(Holder::Il)));
        act(&world, "sy chair", &id, |matter, viewer, at| matter::hand_over(matter, viewer, &note("Please."), at)).await.expect("it is handed over");
        act(&world, "il chair", &id, |matter, viewer, at| settle::propose(matter, viewer, 0, &note("We measure together."), at)).await.expect("words lie there");
        assert_eq!(listed(&world, "reviewer", "").await, (1, Some(Holder::Sy)));
        let agree = |matter: &Matter, viewer: &Viewer, at: Occasion| settle::agree(matter, viewer, &settle::newest(matter).unwrap().hash, at);
        act(&world, "sy chair", &id, agree).await.expect("both agree");
        let matter = found(&world, "il head", &id).await.expect("it is joint");
        assert_eq!(matter.end.as_ref().map(|(end, _)| end.outcome), Some(MatterOutcome::Resolved));
        assert_eq!((matter.level(), matter.replies.len(), matter.consents.len()), (MatterLevel::Concern, 1, 2));
        let again = act(&world, "il chair", &id, agree).await;
        assert!(matches!(again, Err(Failure::Refused(Refusal::AlreadyEnded))), "{again:?}");
        assert_eq!((listed(&world, "sy member", "open").await.0, listed(&world, "sy member", "over").await.0), (0, 1));
        let mut tx = base.db.read(&Readers::system()).await.expect("the database answers");
        assert_eq!(store::verify::all(&mut tx).await.expect("it answers").findings.len(), 0, "the ledger covers every row");
    }

    async fn the_list_tells_the_same_turn_as_the_matter(base: Base) {
        let mut world = World::new(&base).await;
        world.in_discussion().await;
        let id = raised(&world, "sy member").await;
        let same = async |after: &str| {
            let matter = found(&world, "officer", &id).await.expect("it is joint");
            let mut tx = base.db.read(&Readers::system()).await.expect("the database answers");
            let open = stored::open(&mut tx).await.expect("it answers");
            assert_eq!(open.iter().map(|one| one.standing()).collect::<Vec<_>>(), [Standing::of(&matter)], "{after}");
        };
        same("raised").await;
        for who in ["il member", "sy member", "reviewer"] {
            act(&world, who, &id, |matter, viewer, at| matter::reply(matter, viewer, &note("So it is."), at)).await.expect("it is answered");
            same(who).await;
        }
        act(&world, "il chair", &id, |matter, viewer, at| settle::propose(matter, viewer, 0, &note("One."), at)).await.expect("words");
        same("proposed").await;
        act(&world, "sy chair", &id, |matter, viewer, at| settle::propose(matter, viewer, 1, &note("Two."), at)).await.expect("other words");
        same("proposed again").await;
        act(&world, "officer", &id, |matter, viewer, at| matter::hand_over(matter, viewer, &note("Please."), at)).await.expect("it is handed over");
        same("handed over").await;
    }

    async fn whoever_reads_nothing_joint_learns_of_no_matter(base: Base) {
        let mut world = World::new(&base).await;
        world.in_discussion().await;
        let id = raised(&world, "il member").await;
        let viewer = world.viewer("admin").await;
        assert!(found(&world, "admin", &id).await.is_none());
        assert_eq!(listed(&world, "admin", "").await.0, 0);
        let tried = act(&world, "admin", &id, |matter, viewer, at| matter::reply(matter, viewer, &note("So."), at)).await;
        assert!(matches!(tried, Err(Failure::NotFound)), "{tried:?}");
        let tried = try_raise(&world, "admin", &world.handle, "").await;
        assert!(matches!(tried, Err(Failure::NotFound)), "{tried:?}");
        let project = world.facts("il chair").await.expect("it is joint").project.id.clone();
        let entry = { let mut tx = base.db.read(&Readers::system()).await.expect("the database answers"); stored::open(&mut tx).await.expect("it answers")[0].entry_id.clone() };
        let mut tx = base.db.read(&Readers::of(&viewer)).await.expect("the database answers");
        assert!(stored::seen(&mut tx, &viewer).await.expect("it answers").is_empty());
        assert!(stored::about(&mut tx, &viewer, project.as_str()).await.expect("it answers").is_empty());
        assert!(stored::subject(&mut tx, &viewer, &world.handle).await.expect("it answers").is_none());
        assert!(stored::of_entry(&mut tx, &viewer, &entry).await.expect("it answers").is_none());
        drop(tx);
        let viewer = world.viewer("secretary").await;
        let mut tx = base.db.read(&Readers::of(&viewer)).await.expect("the database answers");
        assert_eq!(stored::seen(&mut tx, &viewer).await.expect("it answers").len(), 1, "the secretariat reads what is joint");
        assert!(stored::of_entry(&mut tx, &viewer, &entry).await.expect("it answers").is_some());
    }

    async fn it_is_about_the_newest_version_as_it_was_seen_or_about_a_meeting(base: Base) {
        let mut world = World::new(&base).await;
        world.in_discussion().await;
        let tried = try_raise(&world, "il member", &world.handle, "older").await;
        assert!(matches!(tried, Err(Failure::Refused(Refusal::StaleVersion))), "{tried:?}");
        let tried = try_raise(&world, "il member", "ENE-2026-999", "").await;
        assert!(matches!(tried, Err(Failure::NotFound)), "{tried:?}");
        let id = raised(&world, "il member").await;
        let (request, group) = (world.request("il chair"), world.group.clone());
        let at = request.occasion;
        let when = When { starts_at: at.at.plus_days(3), ends_at: at.at.plus_days(4), place: note("Room 4"), link: String::new() };
        let meeting = store::meeting::start(&base.db, &world.group, &request, move |viewer, number| meeting::plan(viewer, &group, number, &when, at))
            .await
            .expect("a chair calls");
        let other = try_raise(&world, "reviewer", &meeting, "").await.expect("a meeting is talked about, too");
        let viewer = world.viewer("sy chair").await;
        let mut tx = base.db.read(&Readers::of(&viewer)).await.expect("the database answers");
        let about = stored::about(&mut tx, &viewer, &meeting).await.expect("it answers");
        assert_eq!(about.iter().map(|one| one.number).collect::<Vec<_>>(), [2]);
        let subject = stored::subject(&mut tx, &viewer, &meeting).await.expect("it answers").expect("it is read");
        assert!(matches!(&subject.about, About::Meeting(id) if id.as_str() == meeting));
        let called = store::meeting::find(&mut tx, &viewer, &meeting).await.expect("it answers").expect("it is read");
        let pins = stored::pins(&mut tx, &called).await.expect("it answers");
        assert_eq!(pins.iter().map(|pin| pin.matter_id.to_string()).collect::<Vec<_>>(), [id.clone(), other]);
        let paper = stored::paper(&mut tx, &called, &pins[0]).await.expect("it answers").expect("it is of this group");
        assert_eq!(paper.start.title, "Wells");
        let named = stored::named(&mut tx, &paper).await.expect("it answers").expect("it is about something");
        assert_eq!((named.code.as_deref(), named.version, named.meeting), (Some(world.handle.as_str()), Some(1), None));
    }

    async fn the_side_that_is_asked_is_told_and_silence_hands_on(base: Base) {
        let mut world = World::new(&base).await;
        world.in_discussion().await;
        let id = raised(&world, "il member").await;
        let asked = told(&world, Kind::MatterAsked).await;
        for who in ["sy member", "sy chair"] {
            assert!(asked.contains(&world.viewer(who).await.person_id), "{who}");
        }
        assert_eq!(asked.len(), 2, "nobody else is asked");
        let late = Occasion::new(world.occasion().at.plus_days(30), [9; 32]);
        let early = world.occasion();
        let id_of = domain::id::MatterId::from(id.as_str());
        let tried = stored::by_itself(&base.db, &id_of, move |matter| hand_on(matter, day, early)).await;
        assert!(matches!(tried, Err(Failure::Refused(Refusal::WrongStage))), "{tried:?}");
        stored::by_itself(&base.db, &id_of, move |matter| hand_on(matter, day, late)).await.expect("its time is over");
        let matter = found(&world, "sy chair", &id).await.expect("it is joint");
        assert_eq!(ball(&Standing::of(&matter)).map(|ball| ball.holder), Some(Holder::Both));
        let again = stored::by_itself(&base.db, &id_of, move |matter| hand_on(matter, day, late)).await;
        assert!(matches!(again, Err(Failure::Refused(Refusal::WrongStage))), "{again:?}");
        let asked = told(&world, Kind::MatterAsked).await;
        assert!(asked.contains(&world.viewer("il chair").await.person_id), "now both co-chairs are asked");
    }

    async fn two_raised_at_once_get_two_numbers(base: Base) {
        let mut world = World::new(&base).await;
        world.in_discussion().await;
        let seen = hash(&world.facts("il member").await.expect("it is joint"));
        let (one, other) = tokio::join!(try_raise(&world, "il member", &world.handle, &seen), try_raise(&world, "sy member", &world.handle, &seen));
        assert!(one.is_ok() && other.is_ok(), "{one:?} {other:?}");
        let viewer = world.viewer("officer").await;
        let mut tx = base.db.read(&Readers::of(&viewer)).await.expect("the database answers");
        let mut numbers: Vec<_> = stored::seen(&mut tx, &viewer).await.expect("it answers").iter().map(|one| one.number).collect();
        numbers.sort_unstable();
        assert_eq!(numbers, [1, 2]);
    }

    async fn the_database_refuses_what_the_rule_refuses(base: Base) {
        let mut world = World::new(&base).await;
        world.in_discussion().await;
        for (wants, from, to) in [
            ("a gap in the numbers", "p.group_id, 1, ", "p.group_id, 2, "),
            ("another content hash", "v.content_hash, 'en'", "'x', 'en'"),
            ("no civilian scope", "TRUE", "FALSE"),
            ("no words", "'b'", "''"),
            ("a person of another party", "'il', h.id", "'sy', h.id"),
            ("one about nothing", "p.id, v.id, v.content_hash", "null, null, null"),
        ] {
            is_refused(&base, wants, vec![STAMP, matter_with(from, to)]).await;
        }
        let id = raised(&world, "il member").await;
        let end: &str = format!("insert into matter_ends (matter_id, outcome, party, person_id, entry_id, recorded_at) select '{id}', 'resolved', 'il', h.id, e.id, \
             e.recorded_at from people h, entries e where h.party = 'il' and e.id = 'forged' order by h.id limit 1").leak();
        let withdrawn: &str = end.replace("'resolved', 'il'", "'withdrawn', 'sy'").replace("h.party = 'il'", "h.party = 'sy'").replace("outcome, party", "outcome, lang, reason, party").replace("'withdrawn',", "'withdrawn', 'en', 'x',").leak();
        is_refused(&base, "settled by nobody", vec![STAMP, end]).await;
        is_refused(&base, "taken back by the other side", vec![STAMP, withdrawn]).await;
        act(&world, "il chair", &id, |matter, viewer, at| settle::propose(matter, viewer, 0, &note("One."), at)).await.expect("words");
        is_refused(&base, "settled by one side", vec![STAMP, end]).await;
        let consent: &str = format!("insert into matter_consents (resolution_id, matter_id, hash, party, person_id, entry_id, recorded_at) select r.id, r.matter_id, r.hash, \
             'sy', h.id, e.id, e.recorded_at from resolutions r, people h, entries e where r.matter_id = '{id}' and r.number = 1 and h.party = 'sy' and e.id = 'forged' order by h.id limit 1").leak();
        is_refused(&base, "a yes to other words", vec![STAMP, consent.replace("r.hash", &format!("'{}'", "a".repeat(64))).leak()]).await;
        base.attack(&[STAMP, consent, "delete from matter_consents"]).await.expect_err("a consent stays");
        act(&world, "sy chair", &id, |matter, viewer, at| settle::propose(matter, viewer, 1, &note("Two."), at)).await.expect("other words");
        is_refused(&base, "a yes to older words", vec![STAMP, consent]).await;
        for statement in ["update matters set text = 'x'", "delete from matters", "update resolutions set text = 'x'", "delete from resolutions"] {
            is_refused(&base, statement, vec![statement]).await;
        }
        act(&world, "il member", &id, |matter, viewer, at| settle::withdraw(matter, viewer, &note("Answered."), at)).await.expect("it is taken back");
        let reply: &str = format!("insert into matter_replies (id, matter_id, lang, text, party, person_id, entry_id, recorded_at) select 'r', '{id}', 'en', 'x', 'il', h.id, \
             e.id, e.recorded_at from people h, entries e where h.party = 'il' and e.id = 'forged' order by h.id limit 1").leak();
        is_refused(&base, "an answer after the end", vec![STAMP, reply]).await;
    }
}
