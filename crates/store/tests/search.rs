//! Search obeys every audience and every group, in what it finds, counts and orders; it follows each change at once; and indexes
//! that are made anew say the same.
#![allow(clippy::expect_used, clippy::unwrap_used, missing_docs, reason = "a test says what it expects")]

mod world;

use domain::attachment::{self, Attachment};
use domain::edit::{self, Typed};
use domain::id::GroupId;
use domain::party::{Audience, Proposer};
use domain::project::{Sector, TITLE};
use domain::search::{Kind, Narrow, Query};
use domain::stage::Stage;
use domain::text::Lang;
use domain::thread;
use domain::time::Timestamp;
use domain::viewer::Viewer;
use store::Readers;
use store::search::{Found, Wanted};
use world::{Base, World, new_thread, note};

fn wanted(typed: &str) -> Wanted {
    Wanted { query: Query::parse(typed).expect("it is long enough"), narrow: Narrow::default(), stage: None, page: 1 }
}

async fn find_as(base: &Base, viewer: &Viewer, wanted: &Wanted) -> Found {
    let mut tx = base.db.read(&Readers::of(viewer)).await.expect("the database answers");
    let before = tx.statements();
    let found = store::search::find(&mut tx, viewer, wanted, Timestamp(1_800_000_000_000)).await.expect("the database answers");
    let settings = u64::from(!base.db.is_embedded());
    assert_eq!(tx.statements() - before, 1 + settings, "a search is one statement, on PostgreSQL after a setting");
    found
}

/// What this person finds, each by its kind and its text in the first language that it has.
async fn found(world: &World<'_>, who: &str, wanted: &Wanted) -> Vec<String> {
    let viewer = world.viewer(who).await;
    let found = find_as(world.base, &viewer, wanted).await;
    assert!(found.count <= 20 && found.hits.len() as i64 == found.count, "{who}: the count is that of what is shown");
    let text = |hit: &store::search::Hit| hit.texts().into_values().next().unwrap_or_default();
    found.hits.iter().map(|hit| format!("{} {}", hit.kind.code(), text(hit))).collect()
}

async fn edited(world: &World<'_>, section: &'static str, text: &'static str, base: i64) {
    world
        .does("il member", move |facts, viewer, at| {
            edit::save(
                facts,
                viewer,
                section,
                &[Typed { lang: Lang::En, text: text.to_owned(), base, still_right: false, origin: None, source_hash: None }],
                at,
            )
        })
        .await;
}

async fn suspend(world: &World<'_>, by: &str, who: &str) {
    let (by, id, at) = (world.viewer(by).await, world.viewer(who).await.person_id, world.occasion());
    let done: Result<(), store::Error> = world
        .base
        .db
        .write(Readers::security(), move |tx| {
            let (by, id) = (by.clone(), id.clone());
            Box::pin(async move {
                let person = store::staff::find(tx, &id).await?.expect("the person is there");
                let change = domain::enrolment::suspend(&by, &person, at).expect("a head suspends their own");
                store::ledger::append(tx, &change, "test").await.map(|_| ())
            })
        })
        .await;
    done.expect("it is recorded");
}

const PLACES: [(&str, Audience); 6] = [
    ("secretary", Audience::Joint),
    ("il member", Audience::CaucusIl),
    ("sy member", Audience::CaucusSy),
    ("reviewer", Audience::CaucusUs),
    ("il chair", Audience::ChannelIl),
    ("sy chair", Audience::ChannelSy),
];

async fn filled(world: &mut World<'_>) {
    world.in_discussion().await;
    for (who, audience) in PLACES {
        let who = if audience == Audience::Joint { "sy member" } else { who };
        world
            .does(who, move |facts, viewer, at| {
                let new = new_thread(audience, &format!("Marmot {}", audience.code()));
                thread::open(facts, viewer, &new, &note("A marmot sleeps").into(), at)
            })
            .await;
    }
}

/// Four thousand places of titles, of sections and of messages; what is old stands at the lowest places of each alone.
const MANY_PLACES: &str = "insert into search_joint (place, words) select (cast(kind as bigint) << 54) + (cast(n as bigint) << 10), \
     array_to_tsvector(array_remove(array['every', case when n % 2 = 0 then 'half' end, case when n % 10 = 0 then 'tenth' end, \
     case when n <= 600 then 'old' end, case when n % 500 = 0 then 'rare' end, case when kind = 15 then 'title' end], null)) \
     from generate_series(1, 4000) n cross join (values (15), (14), (9)) kinds (kind)";
const FOUND: &str = "select place from search_places('joint', $1, $2, $3, $4, $5)";
/// The same without any index.
const EXPECTED: &str = "select place from search_joint where ts_match_vq(words, cast($1 as tsquery)) and (place / 1024) % 17592186044416 >= $2 \
     and place between $3 and $4 order by place desc limit $5";
/// Common, rare and uneven, alone and together: each way down a stretch is taken.
const WORDS: &[&str] = &[
    "'every'",
    "'half'",
    "'tenth'",
    "'old'",
    "'rare'",
    "('ra':*)",
    "('rare' | 'old')",
    "'title'",
    "'none'",
    "'every' & 'old'",
    "'half' & ('tenth') & 'every'",
    "'old' & 'rare'",
    "'every' & 'none'",
];

/// Each of [`WORDS`], in each range, finds what is found without any index.
async fn places_are_the_best(world: &World<'_>, state: &str) {
    let viewer = world.viewer("sy member").await;
    let mut tx = world.base.db.read(&Readers::of(&viewer)).await.expect("the database answers");
    let (last, section) = (i64::MAX, Kind::Section.place(Timestamp(0)));
    let ranges =
        [(0, 0, last), (2_500, 0, last), (100, section, Kind::Project.place(Timestamp(0)) - 1), (0, 5, section + 700_000)];
    for sought in WORDS {
        for most in [5, 200, 4_000] {
            for (since, least, greatest) in ranges {
                let values = [(*sought).into(), since.into(), least.into(), greatest.into(), most.into()];
                let places: Vec<(i64,)> = tx.list(FOUND, &values).await.expect("it answers");
                let expected: Vec<(i64,)> = tx.list(EXPECTED, &values).await.expect("it answers");
                assert_eq!(places, expected, "{state}: {sought}, {most} since {since}, from {least} to {greatest}");
            }
        }
    }
}

on_both! {
    async fn each_reader_finds_what_their_audiences_say_and_no_count_tells_of_another(base: Base) {
        let mut world = World::new(&base).await;
        filled(&mut world).await;
        let readers: [(&str, &[&str]); 8] = [
            ("il member", &["joint", "caucus_il"]),
            ("il chair", &["joint", "caucus_il", "channel_il"]),
            ("sy member", &["joint", "caucus_sy"]),
            ("sy signatory", &["joint", "caucus_sy", "channel_sy"]),
            ("reviewer", &["joint", "caucus_us", "channel_il", "channel_sy"]),
            ("officer", &["joint", "caucus_us", "channel_il", "channel_sy"]),
            ("secretary", &["joint"]),
            ("admin", &[]),
        ];
        for (who, audiences) in readers {
            let all = found(&world, who, &wanted("marmot")).await;
            let mut titles: Vec<String> = all.iter().filter_map(|hit| hit.strip_prefix("thread Marmot ")).map(str::to_owned).collect();
            titles.sort();
            let mut expected = audiences.to_vec();
            expected.sort_unstable();
            assert_eq!(titles, expected, "{who}");
            assert_eq!(all.len(), 2 * audiences.len(), "{who}: a title and a message each");
        }
    }

    async fn a_forgotten_condition_finds_nothing_where_the_database_knows_roles(base: Base) {
        let mut world = World::new(&base).await;
        filled(&mut world).await;
        if base.db.is_embedded() {
            return;
        }
        let viewer = world.viewer("sy chair").await;
        let mut tx = base.db.read(&Readers::of(&viewer)).await.expect("the database answers");
        for sql in [
            "select count(*) from search_documents where audience in ('caucus_il', 'caucus_us', 'channel_il')",
            "select count(*) from search_caucus_il",
            "select count(*) from search_caucus_sy_rest",
            "select count(*) from search_joint_titles",
            "select count(*) from search_stretch('search_caucus_sy_rest', array[cast('''marmot''' as tsquery)], '''marmot''', 0, 9000000000000000000, 10)",
            "select count(*) from search_places('caucus_il', '''marmot''', 0, 0, 9000000000000000000, 10)",
            "select count(*) from search_places('channel_il', '''marmot''', 0, 0, 9000000000000000000, 10)",
        ] {
            assert_eq!(tx.count(sql, &[]).await.expect("the database answers"), 0, "{sql}");
        }
        assert_eq!(tx.count("select count(*) from search_places('caucus_sy', '''marmot''', 0, 0, 9000000000000000000, 10)", &[]).await.expect("it answers"), 2);
    }

    async fn a_draft_is_found_by_its_side_until_it_is_tabled_and_then_by_all(base: Base) {
        let mut world = World::new(&base).await;
        world.draft().await;
        edited(&world, TITLE, "Shared Pelican lake", 0).await;
        edited(&world, "summary", "Pelicans rest here", 0).await;
        assert_eq!(found(&world, "il member", &wanted("pelican")).await, ["project Shared Pelican lake", "section Pelicans rest here"]);
        for who in ["sy member", "sy head", "officer", "secretary", "admin"] {
            assert!(found(&world, who, &wanted("pelican")).await.is_empty(), "{who}");
        }
        world.in_discussion().await;
        for who in ["il member", "sy member", "officer", "secretary"] {
            assert_eq!(found(&world, who, &wanted("summary")).await, ["section summary en"], "{who}");
            assert_eq!(found(&world, who, &wanted("ene-2026-001")).await, ["project title en"], "{who}");
        }
        assert!(found(&world, "admin", &wanted("summary")).await.is_empty());
    }

    async fn what_changes_is_found_as_it_now_stands(base: Base) {
        let mut world = World::new(&base).await;
        world.in_discussion().await;
        edited(&world, "summary", "Heron", 1).await;
        edited(&world, "summary", "Egret", 2).await;
        assert!(found(&world, "sy member", &wanted("heron")).await.is_empty());
        assert_eq!(found(&world, "sy member", &wanted("egret")).await, ["section Egret"]);
        let reader = world.viewer("sy member").await;
        for (typed, is_frozen) in [("objectives", true), ("egret", false)] {
            let found = find_as(&base, &reader, &wanted(typed)).await;
            assert_eq!(found.hits[0].is_frozen, is_frozen, "{typed}: what no version holds yet does not lead to one");
        }
        world.thread("il member", Audience::Joint, "Kestrel").await;
        assert_eq!(found(&world, "sy member", &wanted("words")).await, ["message words"]);
        let facts = world.facts("il member").await.expect("it is joint");
        let viewer = world.viewer("il member").await;
        let mut tx = base.db.read(&Readers::of(&viewer)).await.expect("the database answers");
        let threads = store::thread::list(&mut tx, &viewer, &facts).await.expect("it answers");
        let id = threads[0].id.clone();
        drop(tx);
        let request = world.request("il member");
        let at = request.occasion;
        let edited = store::thread::perform(&base.db, &world.handle, id.as_str(), &request, "", move |facts, viewer, found| {
            thread::edit(facts, viewer, &found.messages[0], 1, &note("phrases"), at)
        });
        edited.await.expect("an author edits");
        assert!(found(&world, "sy member", &wanted("words")).await.is_empty());
        assert_eq!(found(&world, "sy member", &wanted("phrases")).await, ["message phrases"]);
        let request = world.request("il member");
        let at = request.occasion;
        let back = store::thread::perform(&base.db, &world.handle, id.as_str(), &request, "", move |facts, viewer, found| {
            thread::take_back(facts, viewer, &found.messages[0], at)
        });
        back.await.expect("an author takes back");
        for who in ["il member", "sy member", "officer"] {
            assert!(found(&world, who, &wanted("phrases")).await.is_empty(), "{who}");
            assert_eq!(found(&world, who, &wanted("kestrel")).await, ["thread Kestrel"], "{who}");
        }
    }

    async fn a_file_is_found_by_its_name_until_it_is_removed(base: Base) {
        let mut world = World::new(&base).await;
        world.in_discussion().await;
        let file = Attachment {
            id: "a".repeat(26).as_str().into(),
            project_id: world.facts("il member").await.expect("it is joint").project.id,
            name: "תקציב osprey-2026.xlsx".into(),
            media_type: "text/plain".into(),
            size: 1,
            digest: "0".repeat(64),
            person_id: world.viewer("il member").await.person_id,
        };
        let id = file.id.clone();
        world.does("il member", move |facts, viewer, at| attachment::attach(facts, viewer, file.clone(), at)).await;
        for typed in ["osprey", "התקציב", "xlsx 2026"] {
            assert_eq!(found(&world, "sy member", &wanted(typed)).await, ["file תקציב osprey-2026.xlsx"], "{typed}");
        }
        world.does("il member", move |facts, viewer, at| attachment::remove(facts, viewer, &id, at)).await;
        assert!(found(&world, "sy member", &wanted("osprey")).await.is_empty());
    }

    async fn whoever_holds_no_role_in_the_group_finds_nothing_of_it(base: Base) {
        let mut world = World::new(&base).await;
        filled(&mut world).await;
        let mut viewer = world.viewer("il member").await;
        assert_eq!(find_as(&base, &viewer, &wanted("marmot")).await.count, 4);
        for role in &mut viewer.roles {
            role.group_id = Some(GroupId::from("b".repeat(26).as_str()));
        }
        assert_eq!(find_as(&base, &viewer, &wanted("marmot")).await.count, 0);
        let all_groups = { let mut viewer = world.viewer("il member").await; viewer.roles.iter_mut().for_each(|role| role.group_id = None); viewer };
        assert_eq!(find_as(&base, &all_groups, &wanted("marmot")).await.count, 4, "a role for all groups asks for none by name");
    }

    async fn whoever_is_suspended_finds_nothing(base: Base) {
        let mut world = World::new(&base).await;
        filled(&mut world).await;
        let before = world.viewer("sy member").await;
        assert_eq!(find_as(&base, &before, &wanted("marmot")).await.count, 4);
        suspend(&world, "sy head", "sy member").await;
        assert_eq!(find_as(&base, &before, &wanted("marmot")).await.count, 0, "even as who they were a moment ago");
    }

    async fn filters_narrow_and_the_order_is_kind_then_time(base: Base) {
        let mut world = World::new(&base).await;
        filled(&mut world).await;
        edited(&world, "summary", "The marmot of the hills", 1).await;
        let all = found(&world, "secretary", &wanted("marmot")).await;
        assert_eq!(all, ["section The marmot of the hills", "thread Marmot joint", "message A marmot sleeps"]);
        let narrowed = |narrow: Narrow, stage: Option<Stage>| Wanted { narrow, stage, ..wanted("marmot") };
        let none = Narrow::default();
        let now = Timestamp(1_800_000_000_000);
        let cases = [
            (narrowed(Narrow { kind: Some(Kind::Message), ..none }, None), 1),
            (narrowed(Narrow { kind: Some(Kind::File), ..none }, None), 0),
            (narrowed(Narrow { sector: Some(Sector::Energy), ..none }, None), 3),
            (narrowed(Narrow { sector: Some(Sector::Medicine), ..none }, None), 0),
            (narrowed(Narrow { side: Some(Proposer::Il), ..none }, None), 3),
            (narrowed(Narrow { side: Some(Proposer::Sy), ..none }, None), 0),
            (narrowed(Narrow { since: Some(now.plus_days(-3650)), ..none }, None), 3),
            (narrowed(Narrow { since: Some(now.plus_days(-7)), ..none }, None), 0),
            (narrowed(Narrow { kind: Some(Kind::Thread), since: Some(now.plus_days(-3650)), ..none }, None), 1),
            (narrowed(Narrow { kind: Some(Kind::Thread), since: Some(now.plus_days(-7)), ..none }, None), 0),
            (narrowed(none, Some(Stage::InDiscussion)), 3),
            (narrowed(none, Some(Stage::Tabled)), 0),
        ];
        for (wanted, count) in cases {
            assert_eq!(found(&world, "secretary", &wanted).await.len(), count, "{wanted:?}");
        }
    }

    async fn a_stage_narrows_whole_pages_and_only_what_is_read_counts(base: Base) {
        let mut world = World::new(&base).await;
        world.in_discussion().await;
        for audience in std::iter::repeat_n(Audience::Joint, 12).chain([Audience::CaucusIl]) {
            world
                .does("il member", move |facts, viewer, at| {
                    thread::open(facts, viewer, &new_thread(audience, "Ibis"), &note("An ibis wades").into(), at)
                })
                .await;
        }
        for (who, count) in [("il member", 26), ("sy member", 24), ("secretary", 24), ("admin", 0)] {
            let viewer = world.viewer(who).await;
            for (stage, count) in [(Stage::InDiscussion, count), (Stage::Tabled, 0), (Stage::Draft, 0)] {
                let mut shown = Vec::new();
                for page in 1..=3 {
                    let found = find_as(&base, &viewer, &Wanted { stage: Some(stage), page, ..wanted("ibis") }).await;
                    assert!(found.hits.is_empty() || (found.count == count && !found.is_cut), "{who}, {stage:?}");
                    shown.extend(found.hits.iter().map(|hit| (hit.kind, hit.subject_id.clone())));
                }
                assert_eq!(shown.len() as i64, count, "{who}, {stage:?}");
                assert!(shown.is_sorted_by_key(|(kind, _)| *kind), "{who}: titles before messages");
                shown.sort();
                shown.dedup();
                assert_eq!(shown.len() as i64, count, "{who}: nothing stands on two pages");
            }
        }
    }

    async fn where_there_is_too_much_the_best_of_all_audiences_are_shown_and_it_is_said(base: Base) {
        let mut world = World::new(&base).await;
        world.in_discussion().await;
        for audience in [Audience::Joint, Audience::CaucusIl].repeat(105) {
            world
                .does("il member", move |facts, viewer, at| {
                    thread::open(facts, viewer, &new_thread(audience, "Open"), &note("An egret wades").into(), at)
                })
                .await;
        }
        let cases = [("il member", None, 200, true), ("secretary", None, 105, false), ("il member", Some(Stage::InDiscussion), 210, false)];
        for (who, stage, count, is_cut) in cases {
            let viewer = world.viewer(who).await;
            let mut shown = Vec::new();
            for page in 1..=11 {
                let found = find_as(&base, &viewer, &Wanted { stage, page, ..wanted("egret") }).await;
                assert!(found.hits.is_empty() || (found.count, found.is_cut) == (count, is_cut), "{who}, {stage:?}, {page}");
                shown.extend(found.hits.iter().map(|hit| (hit.written_at, hit.audience)));
            }
            assert_eq!(shown.len() as i64, count, "{who}, {stage:?}");
            assert!(shown.is_sorted_by_key(|(at, _)| std::cmp::Reverse(*at)), "{who}, {stage:?}: the newest first");
            let joint = shown.iter().filter(|(_, audience)| *audience == Audience::Joint).count();
            assert!((100..=105).contains(&joint), "{who}, {stage:?}: the audiences stand among each other");
        }
    }

    async fn a_draft_is_at_its_stage_for_its_own_side_alone(base: Base) {
        let mut world = World::new(&base).await;
        world.draft().await;
        edited(&world, TITLE, "Shared Pelican lake", 0).await;
        let at = |stage: Stage| Wanted { stage: Some(stage), ..wanted("pelican") };
        assert_eq!(found(&world, "il member", &at(Stage::Draft)).await, ["project Shared Pelican lake"]);
        assert!(found(&world, "il member", &at(Stage::InDiscussion)).await.is_empty());
        for who in ["sy member", "sy head", "officer", "secretary", "admin"] {
            assert!(found(&world, who, &at(Stage::Draft)).await.is_empty(), "{who}");
        }
    }

    async fn however_the_places_are_found_they_are_the_best_that_have_the_words(base: Base) {
        let world = World::new(&base).await;
        if base.db.is_embedded() {
            return;
        }
        base.as_owner(MANY_PLACES).await.expect("the places are kept");
        places_are_the_best(&world, "uncounted").await;
        base.as_owner("analyze search_joint").await.expect("the words are counted");
        places_are_the_best(&world, "counted").await;
    }

    async fn indexes_made_anew_say_the_same(base: Base) {
        let mut world = World::new(&base).await;
        filled(&mut world).await;
        edited(&world, "summary", "The marmot of the hills", 1).await;
        let mut before = Vec::new();
        for (who, _) in PLACES {
            before.push(found(&world, who, &wanted("marmot")).await);
        }
        let made = store::search::rebuild(&base.db, Timestamp(1)).await.expect("it is made");
        assert!(made.is_some_and(|made| made > 20), "{made:?}");
        let mut after = Vec::new();
        for (who, _) in PLACES {
            after.push(found(&world, who, &wanted("marmot")).await);
        }
        assert_eq!(before, after);
        assert_eq!(store::search::rebuild(&base.db, Timestamp(2)).await.expect("nothing is to do"), None);
        edited(&world, "summary", "The otter of the hills", 2).await;
        assert_eq!(found(&world, "il member", &wanted("otter")).await, ["section The otter of the hills"]);
    }
}
