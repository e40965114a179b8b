//! Declared links on both databases: seen by whoever reads both projects, taken back by their own side, named by points, never changed.
#![allow(clippy::expect_used, clippy::unwrap_used, missing_docs, reason = "a test says what it expects")]

mod world;

use domain::id::{GroupId, LinkId};
use domain::link::{self, Kind, NewLink};
use domain::point::{Class, NewPoint};
use domain::position::{self, NewPosition, Verdict};
use domain::proposal;
use domain::refusal::Refusal;
use store::link::Linked;
use store::{Failure, Readers};
use world::{Base, World, note};

const FIRST: &str = "ENE-2026-001";
const SECOND: &str = "ENE-2026-002";

/// Two tabled projects of one group; the world is at the second.
async fn two(base: &Base) -> World<'_> {
    let mut world = World::new(base).await;
    world.in_discussion().await;
    world.tabled(SECOND).await;
    world.does("sy chair", proposal::take_up).await;
    world.opened().await;
    world
}

/// The first project as one of a group in which nobody of the world has a role.
async fn move_first_elsewhere(base: &Base) {
    let text = |word: &str| word.to_owned();
    let group = store::group::Group {
        id: GroupId::from("elsewhere"),
        slug: text("elsewhere"),
        sector: domain::project::Sector::Medicine,
        name_en: text("x"),
        name_he: text("x"),
        name_ar: text("x"),
        terms_en: text("x"),
        terms_he: text("x"),
        terms_ar: text("x"),
    };
    let made: Result<(), store::Error> = base
        .db
        .write(Readers::public(), move |tx| {
            let group = group.clone();
            Box::pin(async move { store::group::insert(tx, &group).await })
        })
        .await;
    made.expect("the group is new");
    if base.owner.starts_with("sqlite:") {
        for trigger in ["project_fixed", "projects_stamp_update"] {
            base.as_owner(&format!("drop trigger {trigger}")).await.expect("the owner may");
        }
    } else {
        base.as_owner("alter table projects disable trigger user").await.expect("the owner may");
        base.as_owner("alter table projects no force row level security").await.expect("the owner may");
    }
    let moved = base.as_owner("update projects set group_id = 'elsewhere' where code = 'ENE-2026-001'").await;
    moved.expect("nothing is in the way any more");
}

async fn try_declare(world: &World<'_>, who: &str, other: &str, kind: Kind) -> Result<String, Failure> {
    let request = world.request(who);
    let occasion = request.occasion;
    let new = NewLink { kind, reason: note("It needs the pump") };
    let rule = move |facts: &_, viewer: &_, other: Option<&_>| link::declare(facts, viewer, other, &new, occasion);
    store::link::perform(&world.base.db, (&world.handle, other), &request, "", rule).await
}

async fn declare(world: &World<'_>, who: &str) -> LinkId {
    try_declare(world, who, FIRST, Kind::DependsOn).await.expect("it is declared");
    world.facts(who).await.expect("it is joint").links.last().expect("it stands").id.clone()
}

/// The links of the world's project, as this person's page lists them.
async fn listed(world: &World<'_>, who: &str) -> Vec<Linked> {
    let viewer = world.viewer(who).await;
    let facts = world.facts(who).await.expect("it is joint");
    let mut tx = world.base.db.read(&Readers::of(&viewer)).await.expect("the database answers");
    let found = store::link::list(&mut tx, &viewer, &facts).await.expect("it answers");
    found.into_iter().map(store::Visible::into_inner).collect()
}

async fn told(world: &World<'_>, who: &str) -> usize {
    let viewer = world.viewer(who).await;
    let mut tx = world.base.db.read(&Readers::of(&viewer)).await.expect("the database answers");
    let at = world.occasion();
    let facts = store::perform::facts(&mut tx, &viewer, &world.handle, at).await.expect("it answers").expect("it is joint");
    let history = store::history::list(&mut tx, &viewer, &facts).await.expect("it answers");
    let filter = store::activity::Filter::default();
    let activity = store::activity::list(&mut tx, &viewer, &filter).await.expect("it answers");
    let commands = history.iter().map(|one| &one.command).chain(activity.iter().map(|one| &one.event.command));
    commands.filter(|command| *command == "declare_link").count()
}

async fn object(world: &World<'_>, link: Option<LinkId>) -> Result<String, Failure> {
    world
        .act("sy chair", move |facts, viewer, at| {
            let ballot = facts.open_ballot().ok_or(Refusal::WrongStage)?;
            let new = NewPosition {
                ballot: ballot.id.clone(),
                hash: ballot.content_hash.clone(),
                verdict: Verdict::Object,
                statement: note("no"),
                points: vec![NewPoint {
                    section: "budget".into(),
                    class: Class::LinkedProject,
                    text: note("The pump is not there yet"),
                    resolve: "A date".into(),
                    link: link.clone(),
                }],
                conditions: vec![],
                scope: true,
            };
            position::record(facts, viewer, &new, at)
        })
        .await
}

fn refusal(done: Result<String, Failure>) -> Refusal {
    match done {
        Err(Failure::Refused(refusal)) => refusal,
        other => panic!("it should be refused: {other:?}"),
    }
}

const STAMP: &str = "insert into entries (id, ledger, seq, recorded_at, person_id, party, command, subject, subject_id, request_id, salt, \
     commitment, previous, hash) select 'forged', 'joint', seq + 1, recorded_at, person_id, party, 'x', 'x', 'x', 'x', 'x', \
     'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', hash, \
     'bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb' from entries where ledger = 'joint' order by seq desc limit 1";

/// A forged link; what is in place of the words in capitals makes it right or wrong.
macro_rules! forged {
    ($from:literal, $to:literal, $kind:literal) => {
        concat!(
            "insert into project_links (id, project_id, other_id, kind, lang, reason, party, person_id, entry_id, recorded_at) \
             select 'l', a.id, b.id, '",
            $kind,
            "', 'en', 'x', 'il', h.id, e.id, e.recorded_at from projects a, projects b, people h, entries e where a.code = '",
            $from,
            "' and b.code = '",
            $to,
            "' and h.party = 'il' and e.id = 'forged' order by h.id limit 1"
        )
    };
}

/// A forged point of the class and with the link that are named.
macro_rules! point {
    ($class:literal, $link:literal) => {
        concat!(
            "insert into points (id, project_id, version_id, content_hash, party, person_id, number, position_id, section, class, lang, \
             text, resolve, link_id, entry_id, recorded_at) select 'p', s.project_id, s.version_id, s.content_hash, s.party, s.person_id, \
             9, s.id, 'budget', '",
            $class,
            "', 'en', 'x', 'x', ",
            $link,
            ", 'forged', e.recorded_at from positions s, entries e where s.party = 'sy' and s.verdict = 'object' and e.id = 'forged'"
        )
    };
}

on_both! {
    async fn a_link_is_listed_at_both_ends_until_it_is_taken_back(base: Base) {
        let mut world = two(&base).await;
        let id = declare(&world, "il chair").await;
        assert_eq!(refusal(try_declare(&world, "sy head", FIRST, Kind::DependsOn).await), Refusal::AlreadyLinked);
        for other in ["ENE-2026-009", SECOND, "nothing"] {
            assert_eq!(refusal(try_declare(&world, "il chair", other, Kind::Shares).await), Refusal::NoSuchProject);
        }
        let own = listed(&world, "sy member").await;
        assert!(own.len() == 1 && own[0].code.as_deref() == Some(FIRST) && own[0].is_of(&own[0].link.project_id));
        world.handle = FIRST.into();
        let there = listed(&world, "officer").await;
        assert!(there.len() == 1 && there[0].code.as_deref() == Some(SECOND) && there[0].link.other_id != there[0].link.project_id);
        world.handle = SECOND.into();
        let (of_other, own) = (id.clone(), id);
        let other = world.act("sy chair", move |facts, viewer, at| link::take_back(facts, viewer, &of_other, at)).await;
        assert_eq!(refusal(other), Refusal::NotYourSide);
        world.does("il head", move |facts, viewer, at| link::take_back(facts, viewer, &own, at)).await;
        let ended = listed(&world, "il member").await;
        assert!(ended.len() == 1 && ended[0].ended_at.is_some() && world.facts("il member").await.expect("it is joint").links.is_empty());
        declare(&world, "sy chair").await;
        assert_eq!(listed(&world, "il member").await.len(), 2, "what was taken back may be declared again");
        let mut tx = base.db.read(&Readers::system()).await.expect("the database answers");
        assert_eq!(store::verify::all(&mut tx).await.expect("it answers").findings.len(), 0, "the ledger covers every row");
    }

    async fn whoever_may_not_read_the_other_project_learns_of_no_link(base: Base) {
        let mut world = two(&base).await;
        declare(&world, "il chair").await;
        assert_eq!((listed(&world, "sy member").await.len(), told(&world, "sy member").await), (1, 2));
        move_first_elsewhere(&base).await;
        assert_eq!((listed(&world, "sy member").await.len(), told(&world, "sy member").await), (0, 0));
        assert_eq!(refusal(try_declare(&world, "il chair", FIRST, Kind::Shares).await), Refusal::NoSuchProject);
        world.handle = FIRST.into();
        assert!(world.facts("sy member").await.is_none());
    }

    async fn a_point_about_a_linked_project_holds_the_link_it_names(base: Base) {
        let world = two(&base).await;
        assert_eq!(refusal(object(&world, None).await), Refusal::LinkNeeded);
        let id = declare(&world, "il chair").await;
        assert_eq!(refusal(object(&world, Some("nothing".into())).await), Refusal::LinkNeeded);
        object(&world, Some(id.clone())).await.expect("it names a link that stands");
        let facts = world.facts("il chair").await.expect("it is joint");
        assert_eq!(facts.points[0].link_id.as_ref(), Some(&id));
        let named = id.clone();
        assert_eq!(refusal(world.act("il chair", move |facts, viewer, at| link::take_back(facts, viewer, &named, at)).await), Refusal::LinkNamed);
        let end = "insert into project_link_ends (link_id, project_id, party, person_id, entry_id, recorded_at) select l.id, l.project_id, \
             l.party, l.person_id, e.id, e.recorded_at from project_links l, entries e where e.id = 'forged'";
        for (wants, attack) in [
            ("a link taken from under an open point", &[STAMP, end][..]),
            ("a point of the class without a link", &[STAMP, point!("linked_project", "null")]),
            ("a point with a link that is none", &[STAMP, point!("linked_project", "'nothing'")]),
            ("another class with a link", &[STAMP, point!("cost", "(select id from project_links limit 1)")]),
            ("a point that names another link", &["update points set link_id = null"]),
        ] {
            assert!(base.attack(attack).await.is_err(), "the database let through: {wants}");
        }
        world.does("sy chair", |facts, viewer, at| {
            let point = facts.points.first().ok_or(Refusal::AlreadyEnded)?;
            domain::point::close(facts, viewer, &point.id.clone(), &note("A date is set"), at)
        }).await;
        world.does("il chair", move |facts, viewer, at| link::take_back(facts, viewer, &id, at)).await;
        let ended = [STAMP, point!("linked_project", "(select id from project_links limit 1)")];
        assert!(base.attack(&ended).await.is_err(), "a point names a link that was taken back");
        assert!(base.attack(&[STAMP, point!("cost", "null")]).await.is_ok(), "a plain point with a true stamp is no attack");
        let mut tx = base.db.read(&Readers::system()).await.expect("the database answers");
        let findings = store::verify::all(&mut tx).await.expect("it answers").findings;
        assert_eq!(findings.len(), 1, "the forged point is found: {findings:?}");
    }

    async fn the_database_refuses_links_that_the_rules_refuse(base: Base) {
        let world = two(&base).await;
        declare(&world, "il chair").await;
        let of_other = "insert into project_link_ends (link_id, project_id, party, person_id, entry_id, recorded_at) select l.id, \
             l.project_id, h.party, h.id, e.id, e.recorded_at from project_links l, people h, entries e where h.party = 'sy' \
             and e.id = 'forged' order by h.id limit 1";
        let old = "insert into project_links (id, project_id, other_id, kind, lang, reason, party, person_id, entry_id, recorded_at) \
             select 'l', l.project_id, l.other_id, 'shares', 'en', 'x', l.party, l.person_id, e.id, e.recorded_at from project_links l, \
             entries e where e.ledger = 'joint' and e.seq = 1";
        for (wants, attack) in [
            ("the same link twice", &[STAMP, forged!("ENE-2026-002", "ENE-2026-001", "depends_on")][..]),
            ("a link to itself", &[STAMP, forged!("ENE-2026-002", "ENE-2026-002", "shares")]),
            ("a successor of what goes on", &[STAMP, forged!("ENE-2026-002", "ENE-2026-001", "follows")]),
            ("another kind", &[STAMP, forged!("ENE-2026-002", "ENE-2026-001", "owns")]),
            ("an end by the other side", &[STAMP, of_other]),
            ("an old stamp", &[old]),
            ("a changed link", &["update project_links set reason = 'x'"]),
            ("a link taken out", &["delete from project_links"]),
        ] {
            assert!(base.attack(attack).await.is_err(), "the database let through: {wants}");
        }
        assert!(base.attack(&[STAMP, forged!("ENE-2026-002", "ENE-2026-001", "shares")]).await.is_ok(), "a right one is no attack");
        if base.db.is_embedded() {
            let replaced = ["insert or replace into project_links select * from project_links"];
            assert!(base.attack(&replaced).await.is_err(), "a link is replaced");
        }
    }

    async fn what_was_sent_back_into_a_draft_is_linked_to_nothing(base: Base) {
        let mut world = World::new(&base).await;
        world.in_discussion().await;
        world.tabled(SECOND).await;
        world.does("sy chair", |facts, viewer, at| proposal::send_back(facts, viewer, &note("incomplete"), at)).await;
        world.handle = FIRST.into();
        assert_eq!(refusal(try_declare(&world, "il chair", SECOND, Kind::Shares).await), Refusal::NoSuchProject);
        let forged = [STAMP, forged!("ENE-2026-001", "ENE-2026-002", "shares")];
        assert!(base.attack(&forged).await.is_err(), "the database let through a link to a draft");
    }
}
