//! How long a search takes among 100,000 projects and 400,000 texts. It takes minutes, so it is asked for by name:
//! `cargo test --profile bench -p store --test search_speed -- --ignored --nocapture`. The rows are put past the rules, on
//! PostgreSQL by a superuser as the owner (`PORTAL_TEST_POSTGRES_OWNER`); what is searched for is what the store would keep.
#![allow(clippy::expect_used, clippy::unwrap_used, missing_docs, reason = "a test says what it expects")]
#![allow(clippy::disallowed_methods, clippy::print_stdout, reason = "it measures time and says what it measured")]

mod world;

use std::sync::Arc;
use std::time::{Duration, Instant};

use domain::id::GroupId;
use domain::party::{Audience, Proposer};
use domain::project::Sector;
use domain::search::{Kind, Narrow, Query, Traits, forms};
use domain::stage::Stage;
use domain::time::Timestamp;
use store::search::Wanted;
use store::{Db, Readers, dialect};
use world::{Base, World};

const PROJECTS: i64 = 100_000;
const NOW: i64 = 1_790_000_000_000;

/// Numbers by chance, the same each time.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % (sides as u64)).unwrap_or(0)
    }

    /// A word of a language: few are frequent and most are rare, as in any text.
    fn word(&mut self, letters: &[char]) -> String {
        let rank = (40_000_f64.powf(self.roll(1_000_000) as f64 / 1_000_000.0)) as usize;
        let (mut rest, mut word) = (rank * 7 + 11, String::new());
        for _ in 0..5 {
            word.push(letters[rest % letters.len()]);
            rest = rest / letters.len() + rank % 5;
        }
        word
    }

    fn text(&mut self, alphabet: &str, words: usize) -> String {
        let letters: Vec<char> = alphabet.chars().collect();
        (0..words).map(|_| self.word(&letters)).collect::<Vec<_>>().join(" ")
    }
}

const ENGLISH: &str = "etaoinshrdlcumwfgypbvk";
const HEBREW: &str = "אבגדהוזחטיכלמנסעפצקרשת";
const ARABIC: &str = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي";

struct Row {
    audience: Audience,
    kind: Kind,
    project: i64,
    place: i64,
    at: i64,
    texts: [String; 3],
}

fn project_id(number: i64) -> String {
    format!("{number:0>26}")
}

/// The rows of one project: itself, two sections, one message, and now and then a message of a caucus.
fn rows(dice: &mut Dice, number: i64) -> Vec<Row> {
    let texts = |dice: &mut Dice, words| [ENGLISH, HEBREW, ARABIC].map(|alphabet| dice.text(alphabet, words));
    let mut made = vec![(Audience::Joint, Kind::Project, texts(dice, 7))];
    made.extend((0..2).map(|_| (Audience::Joint, Kind::Section, texts(dice, 40))));
    let message = |dice: &mut Dice| [dice.text(ENGLISH, 35), String::new(), String::new()];
    made.push((Audience::Joint, Kind::Message, message(dice)));
    if number % 5 == 0 {
        let caucus = [Audience::CaucusIl, Audience::CaucusSy, Audience::CaucusUs, Audience::ChannelIl][dice.roll(4)];
        made.push((caucus, Kind::Message, message(dice)));
    }
    let at = NOW - (PROJECTS - number) * 600_000;
    let row = |(place, (audience, kind, texts)): (usize, (Audience, Kind, [String; 3]))| Row {
        audience,
        kind,
        project: number,
        place: kind.place(Timestamp(at)) + i64::try_from(place).unwrap_or(0),
        at,
        texts,
    };
    made.into_iter().enumerate().map(row).collect()
}

const PROJECT: &str = "insert into projects (id, group_id, sector, proposed_by, source, person_id, stage, code, created_entry_id, entry_id, \
     recorded_at, ledger) values ($1, $2, $3, 'il', 'en', $4, $5, $6, $1, $1, $7, 'joint')";
const DOCUMENT: &str = "insert into search_documents (audience, place, kind, subject_id, part, within, project_id, written_at, text_en, \
     text_he, text_ar) values ($1, $2, $3, $4, $5, '', $6, $7, $8, $9, $10)";

fn sector(number: i64) -> Sector {
    Sector::ALL[usize::try_from(number % 3).unwrap_or(0)]
}

async fn fill(db: &Db, group: &GroupId) {
    let mut dice = Dice(88_172_645_463_325_252);
    for first in (0..PROJECTS).step_by(1_000) {
        let batch: Vec<Row> = (first..first + 1_000).flat_map(|number| rows(&mut dice, number)).collect();
        let (batch, group) = (Arc::new(batch), group.clone());
        let done: Result<(), store::Error> = db
            .write(Readers::system(), move |tx| {
                let (batch, group) = (Arc::clone(&batch), group.clone());
                Box::pin(async move {
                    for row in batch.iter() {
                        let (id, code) =
                            (project_id(row.project), format!("ENE-{}-{:0>3}", 2000 + row.project / 5_000, row.project % 5_000));
                        let part = if row.kind == Kind::Project { "title" } else { "" };
                        if row.kind == Kind::Project {
                            let stage = if row.project % 50 == 0 { Stage::Tabled } else { Stage::InDiscussion };
                            let person = world::road::person("il member");
                            let values = [
                                id.as_str().into(),
                                group.as_str().into(),
                                sector(row.project).code().into(),
                                person.as_str().into(),
                                stage.code().into(),
                                code.as_str().into(),
                                row.at.into(),
                            ];
                            tx.execute(PROJECT, &values).await?;
                        }
                        let subject =
                            if row.kind == Kind::Project { id.clone() } else { format!("{}{}", row.place, row.audience.code()) };
                        let [en, he, ar] = row.texts.clone();
                        let traits = Traits {
                            kind: row.kind,
                            group: group.as_str(),
                            sector: sector(row.project),
                            side: Proposer::Il,
                            at: Timestamp(row.at),
                        };
                        let code = if row.kind == Kind::Project { code.as_str() } else { "" };
                        let words: Vec<String> = forms([en.as_str(), &he, &ar, code]).into_iter().chain(traits.terms()).collect();
                        let values = [
                            row.audience.code().into(),
                            row.place.into(),
                            row.kind.code().into(),
                            subject.into(),
                            part.into(),
                            id.into(),
                            row.at.into(),
                            en.into(),
                            he.into(),
                            ar.into(),
                        ];
                        tx.execute(DOCUMENT, &values).await?;
                        tx.execute(dialect::keep_words(tx.engine(), row.audience), &[row.place.into(), words.join(" ").into()])
                            .await?;
                    }
                    Ok(())
                })
            })
            .await;
        done.expect("the rows are kept");
    }
}

const AUDIENCES: [&str; 6] = ["joint", "caucus_il", "caucus_sy", "caucus_us", "channel_il", "channel_sy"];

/// The rules of the tables stand back while rows come that no deed has made; words come quicker before their index.
async fn lay_open(base: &Base) {
    if base.db.is_embedded() {
        let names = "select name from sqlite_schema where type = 'trigger'";
        let mut tx = base.db.read(&Readers::system()).await.expect("it answers");
        let names: Vec<(String,)> = tx.list(names, &[]).await.expect("it answers");
        drop(tx);
        for (name,) in names {
            base.as_owner(&format!("drop trigger {name}")).await.expect("a trigger");
        }
        // Foreign keys hold on each connection; an entry for each project keeps them.
        base.as_owner(&format!(
            "pragma foreign_keys = off; with recursive n(i) as (select 0 union all select i + 1 from n where i < {PROJECTS} - 1) \
             insert into entries (id, ledger, seq, recorded_at, person_id, party, command, subject, subject_id, request_id, salt, commitment, previous, hash) \
             select printf('%026d', i), 'joint', 1000000 + i, {NOW} - ({PROJECTS} - i) * 600000, (select id from people limit 1), 'il', 'start_project', 'project', '', '', \
             printf('%064d', i), printf('%064d', i), printf('%064d', i), printf('%064x', i + 1) from n"
        ))
        .await
        .expect("entries");
        return;
    }
    for audience in AUDIENCES {
        base.as_owner(&format!("drop index words_of_{audience}")).await.expect("an index");
    }
    base.as_owner(
        "do $$ declare t record; begin for t in select c.conname, c.conrelid::regclass as of from pg_constraint c \
         where c.contype = 'f' and c.conrelid in ('projects'::regclass, 'search_documents'::regclass) loop \
         execute format('alter table %s drop constraint %I', t.of, t.conname); end loop; end $$",
    )
    .await
    .expect("the constraints");
    base.as_owner("alter table projects disable trigger user").await.expect("the triggers");
}

async fn close_again(base: &Base) {
    if base.db.is_embedded() {
        for audience in AUDIENCES {
            base.as_owner(&format!("insert into search_{audience} (search_{audience}) values ('optimize')"))
                .await
                .expect("it is merged");
        }
        return;
    }
    for audience in AUDIENCES {
        base.as_owner(&format!(
            "create index words_of_{audience} on search_{audience} using gin (words) with (fastupdate = off)"
        ))
        .await
        .expect("an index");
    }
    base.as_owner("analyze").await.expect("it is analysed");
}

fn queries() -> Vec<(&'static str, Wanted)> {
    let mut dice = Dice(7);
    let letters = |alphabet: &str| alphabet.chars().collect::<Vec<char>>();
    let frequent = |dice: &mut Dice, alphabet: &str| {
        (0..400)
            .map(|_| dice.word(&letters(alphabet)))
            .fold(std::collections::BTreeMap::<String, u32>::new(), |mut all, word| {
                *all.entry(word).or_default() += 1;
                all
            })
            .into_iter()
            .max_by_key(|(_, count)| *count)
            .map(|(word, _)| word)
            .unwrap_or_default()
    };
    let (en, he, ar) = (frequent(&mut dice, ENGLISH), frequent(&mut dice, HEBREW), frequent(&mut dice, ARABIC));
    let rare: Vec<String> = (0..3).map(|_| dice.word(&letters(ENGLISH))).collect();
    let wanted = |typed: &str| Wanted {
        query: Query::parse(typed).expect("long enough"),
        narrow: Narrow::default(),
        stage: None,
        page: 1,
    };
    let with = |typed: &str, narrow: Narrow| Wanted { narrow, ..wanted(typed) };
    let none = Narrow::default();
    vec![
        ("a code", wanted("ENE-2004-007")),
        ("the year of a code", wanted("ene-2004")),
        ("a number", wanted("4321")),
        ("a word, en", wanted(&rare[0])),
        ("two words, en", wanted(&format!("{} {}", rare[0], rare[1]))),
        ("three words, en", wanted(&rare.join(" "))),
        ("a word, he", wanted(&dice.word(&letters(HEBREW)))),
        ("with a prefix, he", wanted(&format!("וה{}", dice.word(&letters(HEBREW))))),
        ("a word, ar", wanted(&dice.word(&letters(ARABIC)))),
        ("with an article, ar", wanted(&format!("ال{}", dice.word(&letters(ARABIC))))),
        ("the commonest word, en", wanted(&en)),
        ("the commonest word, he", wanted(&he)),
        ("the commonest word, ar", wanted(&ar)),
        ("two of the commonest", wanted(&format!("{en} {he}"))),
        ("three letters", wanted(&en.chars().take(3).collect::<String>())),
        ("three other letters", wanted(&rare[1].chars().take(3).collect::<String>())),
        ("commonest, one sector", with(&en, Narrow { sector: Some(Sector::Energy), ..none })),
        (
            "commonest, messages, a month",
            with(&en, Narrow { kind: Some(Kind::Message), since: Some(Timestamp(NOW - 30 * 86_400_000)), ..none }),
        ),
        ("commonest, all kinds, a month", with(&en, Narrow { since: Some(Timestamp(NOW - 30 * 86_400_000)), ..none })),
        ("commonest, a rare stage", Wanted { stage: Some(Stage::Tabled), ..wanted(&en) }),
        ("commonest, page 20", Wanted { page: 20, ..wanted(&en) }),
        ("nothing", wanted("qqqxzzz")),
    ]
}

async fn measure(base: Base) {
    let world = World::new(&base).await;
    let began = Instant::now();
    lay_open(&base).await;
    fill(&base.db, &world.group).await;
    close_again(&base).await;
    println!("{:?}: filled in {:.0} s", base.db.engine(), began.elapsed().as_secs_f64());
    let viewer = world.viewer("il chair").await;
    let mut all = Vec::new();
    for (name, wanted) in queries() {
        let mut times: Vec<Duration> = Vec::new();
        let mut said = (0, false);
        for _ in 0..40 {
            let mut tx = base.db.read(&Readers::of(&viewer)).await.expect("it answers");
            let began = Instant::now();
            let found = store::search::find(&mut tx, &viewer, &wanted, Timestamp(NOW)).await.expect("it answers");
            times.push(began.elapsed());
            said = (found.count, found.is_cut);
        }
        times.sort_unstable();
        let (middle, late) = (times[times.len() / 2].as_secs_f64() * 1e3, times[times.len() - 1].as_secs_f64() * 1e3);
        println!(
            "  {name:<30} p50 {middle:>7.2} ms   slowest of 40 {late:>7.2} ms   {} hits{}",
            said.0,
            if said.1 { ", cut" } else { "" }
        );
        all.extend(times);
    }
    all.sort_unstable();
    println!(
        "  all: p50 {:.2} ms, p99 {:.2} ms",
        all[all.len() / 2].as_secs_f64() * 1e3,
        all[all.len() * 99 / 100].as_secs_f64() * 1e3
    );
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "it takes minutes"]
async fn on_sqlite() {
    measure(world::fresh_sqlite().await).await;
}

#[tokio::test(flavor = "multi_thread")]
#[ignore = "it takes minutes"]
async fn on_postgres() {
    measure(world::fresh_postgres().await.expect("a server")).await;
}
