//! What the rules do by themselves: a reminder goes out once, a step that nobody answers lapses, a sign-off that ended sends its project back.
#![allow(clippy::expect_used, clippy::unwrap_used, missing_docs, reason = "a test says what it expects")]

mod world;

use domain::clock::{Standing, Turn, ball, who_acts};
use domain::extension;
use domain::facts::Facts;
use domain::id::Occasion;
use domain::party::Party;
use domain::point::{self, Class, NewPoint};
use domain::position::{self, NewPosition, Verdict};
use domain::proposal;
use domain::refusal::Refusal;
use domain::sign_off::{self, Decision, NewSignOff};
use domain::stage::Stage;
use domain::time::{Day, Holder, Timestamp};
use domain::viewer::{ENGINE, Viewer};
use store::clock::{Notice, Unanswered, by_itself, cleared, running, tell, unanswered, unanswered_of};
use store::outbox::{self, Kind};
use store::{Failure, Readers};
use world::{World, hash, note, position_of};

fn later(world: &World<'_>, days: i64) -> Occasion {
    let mut occasion = world.occasion();
    occasion.at = occasion.at.plus_days(days);
    occasion
}

fn at(world: &World<'_>, at: Timestamp) -> Occasion {
    let mut occasion = world.occasion();
    occasion.at = at;
    occasion
}

fn lapse(occasion: Occasion) -> impl Fn(&Facts) -> Result<domain::change::Change, Refusal> + Send + Sync + 'static {
    move |facts| {
        let ball = ball(&Standing::of(facts)).ok_or(Refusal::WrongStage)?;
        proposal::lapse(facts, &ball, |_, at| Day::of_utc(at), occasion)
    }
}

fn too_dear() -> NewPoint {
    let resolve = "a second offer".into();
    NewPoint { section: "budget".into(), class: Class::Cost, text: note("too dear"), resolve, link: None }
}

/// Israel objects at group level, Syria does not: the text is free again and one point waits for Syria.
async fn objected(world: &mut World<'_>) {
    world.in_group_ballot().await;
    world.approve("sy chair", vec![]).await;
    world
        .does("il chair", |facts, viewer, at| {
            let new = NewPosition { points: vec![too_dear()], ..position_of(facts, Verdict::Object, "not like this")? };
            position::record(facts, viewer, &new, at)
        })
        .await;
}

async fn waiting(world: &World<'_>) -> Vec<Unanswered> {
    let mut tx = world.base.db.read(&Readers::system()).await.expect("the database answers");
    unanswered(&mut tx).await.expect("it answers")
}

/// The points that wait, as this person's desk reads them.
async fn on_desk(world: &World<'_>, who: &str) -> Vec<(Party, Timestamp)> {
    let viewer = world.viewer(who).await;
    let mut tx = world.base.db.read(&Readers::of(&viewer)).await.expect("the database answers");
    let open = store::desk::open(&mut tx, &viewer).await.expect("it answers");
    open.iter().flat_map(|waiting| waiting.1.points().collect::<Vec<_>>()).collect()
}

/// Whether this person is shown that a point of the entry waits.
async fn sees(world: &World<'_>, who: &str, one: &Unanswered) -> bool {
    let viewer = world.viewer(who).await;
    let mut tx = world.base.db.read(&Readers::of(&viewer)).await.expect("the database answers");
    unanswered_of(&mut tx, &viewer, &one.entry_id).await.expect("it answers").is_some()
}

on_both! {
    async fn a_point_waits_until_it_is_answered(base: Base) {
        let mut world = World::new(&base).await;
        assert!(waiting(&world).await.is_empty());
        objected(&mut world).await;
        assert_eq!(world.facts("sy chair").await.expect("it is joint").project.stage, Stage::InDiscussion);
        let [one] = waiting(&world).await.try_into().expect("one entry made points");
        assert_eq!((one.objector, &one.code), (Party::Il, &world.handle));
        for (who, may) in [("sy chair", true), ("il chair", true), ("reviewer", true), ("admin", false)] {
            assert_eq!(sees(&world, who, &one).await, may, "{who}");
        }
        for who in ["sy chair", "sy head", "officer"] {
            assert_eq!(on_desk(&world, who).await, [(Party::Il, one.since)], "{who}");
        }
        world
            .does("sy chair", |facts, viewer, at| {
                let point = facts.open_points().next().ok_or(Refusal::AlreadyEnded)?;
                point::answer(facts, viewer, &point.id, &note("it is the only one"), at)
            })
            .await;
        assert!(waiting(&world).await.is_empty(), "what is answered waits for nobody");
        assert!(!sees(&world, "sy chair", &one).await);
        assert!(on_desk(&world, "sy chair").await.is_empty());
    }

    async fn what_the_supervisor_returns_with_a_point_waits_for_both(base: Base) {
        let mut world = World::new(&base).await;
        world.prepared().await;
        world
            .does("officer", |facts, viewer, at| {
                let new = NewSignOff {
                    hash: hash(facts),
                    dossier: sign_off::dossier_hash(facts).unwrap_or_default(),
                    decision: Decision::Returned,
                    valid_until: None,
                    note: note("once more"),
                    points: vec![too_dear(), too_dear()],
                    conditions: vec![],
                    scope: true,
                };
                sign_off::decide(facts, viewer, &new, at)
            })
            .await;
        let [one] = waiting(&world).await.try_into().expect("two points of one entry are told of together");
        assert_eq!(point::who_answers(one.objector), Holder::Both);
    }

    async fn a_clock_is_told_of_once_and_to_those_who_act(base: Base) {
        let mut world = World::new(&base).await;
        world.in_group_ballot().await;
        let mut tx = base.db.read(&Readers::system()).await.expect("the database answers");
        let [one] = running(&mut tx).await.expect("it answers").try_into().expect("one clock runs");
        drop(tx);
        let occasion = world.occasion();
        let mut tx = base.db.read(&Readers::public()).await.expect("the database answers");
        let before = outbox::due(&mut tx, occasion.at).await.expect("it answers").len();
        drop(tx);
        let holder = ball(&one.standing()).expect("somebody holds it").holder;
        let notice = Notice {
            entry_id: one.entry_id.clone(),
            group_id: one.group_id.clone(),
            code: "left_2".into(),
            kind: Kind::Due,
            to: who_acts(Stage::GroupBallot, holder, Turn::Holder),
        };
        assert!(tell(&base.db, &notice, occasion).await.expect("it is told"));
        assert!(!tell(&base.db, &notice, world.occasion()).await.expect("it answers"), "a second time nobody hears of it");
        let mut tx = base.db.read(&Readers::public()).await.expect("the database answers");
        let mails = outbox::due(&mut tx, occasion.at).await.expect("it answers");
        let told: Vec<_> = mails.iter().filter(|mail| mail.kind == Kind::Due).filter_map(|mail| mail.person_id.clone()).collect();
        assert_eq!(mails.len(), before + 2);
        for who in ["il chair", "sy chair"] {
            assert!(told.contains(&world.viewer(who).await.person_id), "{who}");
        }
    }

    async fn who_needs_time_gets_it_in_the_list_as_in_the_project(base: Base) {
        let mut world = World::new(&base).await;
        world.in_group_ballot().await;
        for (who, extended) in [("sy chair", 10), ("il chair", 10)] {
            world
                .does(who, |facts, viewer, at| {
                    let new = position_of(facts, Verdict::NeedsTime, "the laboratory is asked")?;
                    position::record(facts, viewer, &new, at)
                })
                .await;
            let whole = ball(&Standing::of(&world.facts(who).await.expect("it is joint"))).expect("it has a clock");
            let mut tx = base.db.read(&Readers::system()).await.expect("the database answers");
            let lines = running(&mut tx).await.expect("it answers");
            assert_eq!(lines.iter().map(|line| ball(&line.standing())).collect::<Vec<_>>(), [Some(whole)], "{who}");
            assert_eq!((whole.holder, whole.extended), (Holder::Both, extended), "{who}");
        }
    }

    async fn a_review_is_extended_once_by_whoever_presses_first_and_twice_at_most(base: Base) {
        let mut world = World::new(&base).await;
        world.under_review().await;
        let take = |number| move |facts: &Facts, viewer: &Viewer, at| extension::take(facts, viewer, number, &note("the ministry is asked"), at);
        let (one, other) = tokio::join!(world.act("officer", take(1)), world.act("officer", take(1)));
        let refused = [one, other].into_iter().filter_map(Result::err).collect::<Vec<_>>();
        assert!(matches!(refused.as_slice(), [Failure::Refused(Refusal::AlreadyGiven)]), "{refused:?}");
        world.does("officer", take(2)).await;
        let third = world.act("officer", take(3)).await;
        assert!(matches!(third, Err(Failure::Refused(Refusal::AlreadyGiven))), "{third:?}");
        let whole = ball(&Standing::of(&world.facts("sy member").await.expect("both delegations see it"))).expect("it has a clock");
        let mut tx = base.db.read(&Readers::system()).await.expect("the database answers");
        let lines = running(&mut tx).await.expect("it answers");
        assert_eq!(lines.iter().map(|line| ball(&line.standing())).collect::<Vec<_>>(), [Some(whole)]);
        assert_eq!((whole.holder, whole.extended), (Holder::Us, 10 + 15));
    }

    async fn what_nobody_answers_lapses_by_itself_and_never_before(base: Base) {
        let mut world = World::new(&base).await;
        world.in_group_ballot().await;
        let id = world.facts("il chair").await.expect("it is joint").project.id.clone();
        let early = later(&world, 20);
        let refused = by_itself(&base.db, &id, early, lapse(early)).await;
        assert!(matches!(refused, Err(Failure::Refused(Refusal::WrongStage))), "{refused:?}");
        let late = later(&world, 120);
        by_itself(&base.db, &id, late, lapse(late)).await.expect("every turn is over");
        let facts = world.facts("sy chair").await.expect("it is joint");
        assert_eq!(facts.project.stage, Stage::Lapsed);
        assert!(facts.open_ballot().is_none(), "no ballot stays open");
        let viewer = world.viewer("sy chair").await;
        let mut tx = base.db.read(&Readers::of(&viewer)).await.expect("the database answers");
        let facts = store::perform::facts(&mut tx, &viewer, &world.handle, late).await.expect("it answers").expect("it is there");
        let history = store::history::list(&mut tx, &viewer, &facts).await.expect("it answers");
        assert_eq!(history[0].person_id.as_str(), ENGINE, "the ledger says that nobody did it");
        drop(tx);
        let again = later(&world, 130);
        assert!(matches!(by_itself(&base.db, &id, again, lapse(again)).await, Err(Failure::Refused(_))));
        let mut tx = base.db.read(&Readers::system()).await.expect("the database answers");
        assert_eq!(store::verify::all(&mut tx).await.expect("it answers").findings.len(), 0);
    }

    async fn a_sign_off_that_ended_before_work_began_sends_its_project_back(base: Base) {
        let mut world = World::new(&base).await;
        world.cleared().await;
        let mut tx = base.db.read(&Readers::system()).await.expect("the database answers");
        let [one] = cleared(&mut tx, Timestamp(i64::MAX)).await.expect("it answers").try_into().expect("one project is cleared");
        assert!(cleared(&mut tx, one.valid_until).await.expect("it answers").is_empty());
        drop(tx);
        let early = at(&world, one.valid_until);
        assert!(matches!(by_itself(&base.db, &one.id, early, move |facts| proposal::expire(facts, early)).await, Err(Failure::Refused(_))));
        let late = at(&world, one.valid_until.plus_millis(1));
        let done = by_itself(&base.db, &one.id, late, move |facts| proposal::expire(facts, late)).await;
        done.expect("what has ended ends");
        let facts = world.facts("il chair").await.expect("it is joint");
        assert_eq!((facts.project.stage, facts.project.authorisation_id.is_none()), (Stage::InDiscussion, true));
        assert_eq!(facts.authorisations.len(), 1, "the authorisation stays as history");
    }
}
