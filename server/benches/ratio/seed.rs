//! Thousands of projects by the real rules: started, written in three languages, declared, tabled and taken up. The rules run in
//! memory on the facts and the store appends each change to its ledger, many projects in one transaction. Only the notices to
//! those whose turn it is are left out.

use std::sync::Arc;
use std::time::{Duration, Instant};

use domain::change::Change;
use domain::edit::{self, Typed};
use domain::facts::Facts;
use domain::id::{GroupId, Occasion, ScopeId};
use domain::person::Mandate;
use domain::project::{self, Project, Scope, Sector};
use domain::proposal;
use domain::refusal::Refusal;
use domain::stage::Stage;
use domain::text::Lang;
use domain::time::Timestamp;
use domain::viewer::Viewer;
use store::{Db, Readers};

use crate::{Answer, say};

/// Projects in one transaction.
const BATCH: usize = 50;

/// One sector's people: for each side who writes and who steers.
struct Desk {
    sector: Sector,
    group: GroupId,
    sides: [(Viewer, Viewer); 2],
    mandates: Vec<Mandate>,
    next_code: (i64, i64),
}

/// Times that rise, each with a seed that no other has.
struct Clock {
    at: i64,
    step: i64,
    taken: u64,
}

impl Clock {
    fn next(&mut self) -> Occasion {
        self.at += self.step;
        self.taken += 1;
        let mut seed = *b"bench seeds: one after the other";
        seed[24..].copy_from_slice(&self.taken.to_be_bytes());
        seed[16..24].copy_from_slice(&self.at.to_be_bytes());
        Occasion::new(Timestamp(self.at), seed)
    }
}

const PEOPLE: [(Sector, [[&str; 2]; 2]); 3] = [
    (Sector::Medicine, [["maya@il.example", "avi@il.example"], ["karim@sy.example", "hala@sy.example"]]),
    (Sector::Energy, [["eli@il.example", "noa@il.example"], ["nour@sy.example", "omar@sy.example"]]),
    (Sector::Agriculture, [["ruth@il.example", "dan@il.example"], ["yusuf@sy.example", "rana@sy.example"]]),
];

/// Fills the database and gives the first code of each sector, and how long it took.
pub async fn fill(db: &Db, count: usize, now: Timestamp) -> Answer<(Vec<String>, Duration)> {
    let began = Instant::now();
    // The demonstration's last deed was a day ago; all of this happens in the twelve hours before now.
    let hours = 12 * 3_600_000;
    let deeds = i64::try_from(count * 20 + 10).map_err(|error| error.to_string())?;
    let mut clock = Clock { at: now.0 - hours, step: (hours / deeds).max(1), taken: 0 };
    let mut desks = Vec::new();
    for (sector, emails) in PEOPLE {
        desks.push(Desk::open(db, sector, emails, &mut clock).await?);
    }
    let first = desks.iter().map(|desk| project::code(desk.sector, desk.next_code.0, desk.next_code.1)).collect();
    let mut done = 0;
    while done < count {
        let mut batch = Vec::new();
        for number in done..count.min(done + BATCH) {
            let desk = &mut desks[number % PEOPLE.len()];
            batch.extend(desk.project(number, &mut clock).map_err(|refusal| format!("Project {number}: {refusal:?}"))?);
        }
        done = count.min(done + BATCH);
        append(db, batch).await?;
        if done.is_multiple_of(1_000) {
            say(&format!("  {done} projects, {:.0} s", began.elapsed().as_secs_f64()));
        }
    }
    Ok((first, began.elapsed()))
}

async fn append(db: &Db, batch: Vec<Change>) -> Answer {
    let batch = Arc::new(batch);
    let written = db.write(Readers::system(), move |tx| {
        let batch = Arc::clone(&batch);
        Box::pin(async move {
            for change in batch.iter() {
                store::ledger::append(tx, change, "bench").await?;
            }
            Ok(())
        })
    });
    written.await.map_err(|error: store::Error| error.to_string())
}

async fn viewer(db: &Db, email: &str) -> Answer<Viewer> {
    let wrong = |error: store::Error| error.to_string();
    let mut tx = db.read(&Readers::system()).await.map_err(wrong)?;
    let account = store::account::find_by_email(&mut tx, email).await.map_err(wrong)?;
    let account = account.ok_or_else(|| format!("{email} has no account."))?;
    store::person::viewer(&mut tx, &account.person_id).await.map_err(wrong)?.ok_or_else(|| format!("{email} is nobody."))
}

impl Desk {
    /// Starts one draft, which stays one: what the store then knows of it holds for all projects of the sector.
    async fn open(db: &Db, sector: Sector, emails: [[&str; 2]; 2], clock: &mut Clock) -> Answer<Self> {
        let mut sides = Vec::new();
        for [writes, steers] in emails {
            sides.push((viewer(db, writes).await?, viewer(db, steers).await?));
        }
        let sides: [(Viewer, Viewer); 2] = sides.try_into().map_err(|_| "There are two sides.".to_owned())?;
        let writer = &sides[0].0;
        let group = writer.roles.iter().find_map(|role| role.group_id.clone()).ok_or("A member has no group.")?;
        let occasion = clock.next();
        let started =
            project::start(writer, &group, sector, false, Lang::En, occasion).map_err(|refusal| format!("{refusal:?}"))?;
        let handle = started.subject_id.clone();
        append(db, vec![started]).await?;
        let mut tx = db.read(&Readers::system()).await.map_err(|error| error.to_string())?;
        let facts = store::perform::facts(&mut tx, writer, &handle, occasion).await.map_err(|error| error.to_string())?;
        let facts = facts.ok_or("A draft is not there.")?;
        Ok(Self { sector, group, mandates: facts.mandates.clone(), next_code: facts.next_code, sides })
    }

    /// All deeds of one project.
    fn project(&mut self, number: usize, clock: &mut Clock) -> Result<Vec<Change>, Refusal> {
        let [one, two] = &self.sides;
        let ((writer, chair), (_, other)) = if number.is_multiple_of(2) { (one, two) } else { (two, one) };
        let source = Lang::ALL[number % Lang::ALL.len()];
        let occasion = clock.next();
        let started = project::start(writer, &self.group, self.sector, false, source, occasion)?;
        let mut road = Road { facts: self.facts(&started, writer, source, occasion)?, changes: vec![started] };
        for key in edit::keys(&road.facts) {
            let saved = edit::save(&road.facts, writer, key, &texts(key, number), clock.next())?;
            road.go(saved);
        }
        let occasion = clock.next();
        road.go(edit::declare(&road.facts, chair, scope(&road.facts, chair, occasion), occasion)?);
        road.go(proposal::table(&road.facts, chair, clock.next())?);
        road.go(proposal::take_up(&road.facts, other, clock.next())?);
        self.next_code.1 += 1;
        Ok(road.changes)
    }

    fn facts(&self, started: &Change, writer: &Viewer, source: Lang, occasion: Occasion) -> Result<Facts, Refusal> {
        let mut facts = Facts::new(Project {
            id: started.project_id.clone().ok_or(Refusal::WrongStage)?,
            group_id: self.group.clone(),
            sector: self.sector,
            proposed_by: writer.delegation()?.into(),
            source,
            stage: Stage::Draft,
            code: None,
            authorisation_id: None,
            ledger: started.ledger,
            recorded_at: occasion.at,
        });
        facts.mandates.clone_from(&self.mandates);
        facts.next_code = self.next_code;
        Ok(facts)
    }
}

/// A project on its way, and the changes so far.
struct Road {
    facts: Facts,
    changes: Vec<Change>,
}

impl Road {
    fn go(&mut self, change: Change) {
        for row in &change.records {
            self.facts.apply(row, change.occasion);
        }
        self.changes.push(change);
    }
}

fn texts(key: &str, number: usize) -> Vec<Typed> {
    let text = |lang| match lang {
        _ if key == project::TITLE => match lang {
            Lang::En => format!("Shared measurement of spring water, site {number}"),
            Lang::He => format!("מדידה משותפת של מי מעיינות, אתר {number}"),
            Lang::Ar => format!("قياس مشترك لمياه الينابيع، الموقع {number}"),
        },
        Lang::En => format!("Site {number}, {key}. Both teams measure each month and publish what they find within two weeks."),
        Lang::He => format!("אתר {number}, {key}. שני הצוותים מודדים מדי חודש ומפרסמים את הממצאים בתוך שבועיים."),
        Lang::Ar => format!("الموقع {number}، {key}. يقيس الفريقان كل شهر وينشران النتائج خلال أسبوعين."),
    };
    Lang::ALL
        .into_iter()
        .map(|lang| Typed { lang, text: text(lang), base: 0, still_right: false, origin: None, source_hash: None })
        .collect()
}

fn scope(facts: &Facts, chair: &Viewer, occasion: Occasion) -> Scope {
    let id: ScopeId = occasion.branch("scope").ids().fresh();
    Scope {
        id,
        project_id: facts.project.id.clone(),
        purpose: true,
        no_military_party: true,
        no_collection: true,
        no_military_site: true,
        dual_use: "none".to_owned(),
        person_id: chair.person_id.clone(),
    }
}
