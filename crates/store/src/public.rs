//! What the public reads: live summaries and the facts that go with them, and nothing else (I-13).

use domain::party::Audience;
use domain::project::Sector;
use domain::stage::Stage;
use domain::summary::Said;
use domain::text::Lang;
use domain::time::{Day, Timestamp};
use serde::Deserialize;

use crate::{Error, Tx};

/// The live summary of a project: the newest one released, unless it was retracted. A correction that is taken back does not
/// bring the corrected text back.
macro_rules! live {
    () => {
        " from projects p join summaries s on s.project_id = p.id join releases r on r.summary_id = s.id \
         where not exists (select 1 from retractions x where x.summary_id = s.id) \
         and not exists (select 1 from releases n join summaries m on m.id = n.summary_id where m.project_id = s.project_id \
           and m.number > s.number)"
    };
}

const LIST: &str = concat!(
    "select p.id, p.code, p.sector, p.stage, p.recorded_at, s.content, r.recorded_at as released_at, \
     exists (select 1 from open_stop_works o where o.project_id = p.id) as stopped",
    live!(),
    " and ($1 = '' or p.sector = $1) and ($2 = '' or p.stage = $2) order by r.recorded_at desc, p.code limit $3 offset $4"
);
const COUNT: &str = concat!("select count(*)", live!(), " and ($1 = '' or p.sector = $1) and ($2 = '' or p.stage = $2)");
const FIGURES: &str =
    concat!("select p.sector, p.stage, count(*)", live!(), " group by p.sector, p.stage order by p.sector, p.stage");
const STAYS: &str = concat!(
    "select s.to_stage, count(*), cast(sum(n.recorded_at - s.recorded_at) as bigint) from project_steps s \
     join project_steps n on n.project_id = s.project_id and n.recorded_at = (select min(m.recorded_at) from project_steps m \
       where m.project_id = s.project_id and m.recorded_at > s.recorded_at) \
     where s.ledger = 'joint' and s.project_id in (select p.id",
    live!(),
    ") group by s.to_stage order by s.to_stage"
);
const SIGNED_ON: &str = concat!(
    "select a.recorded_at / 86400000 as day, count(*) from authorisations a where a.project_id in (select p.id",
    live!(),
    ") group by a.recorded_at / 86400000 order by day"
);
const FIND: &str = concat!(
    "select p.id, p.code, p.sector, p.stage, p.recorded_at, s.content, r.recorded_at as released_at, \
     exists (select 1 from open_stop_works o where o.project_id = p.id) as stopped",
    live!(),
    " and p.code = $1"
);
const STEPS: &str =
    "select to_stage, recorded_at from project_steps where project_id = $1 and ledger = 'joint' order by recorded_at, id";
const KEYS: &str = "select v.number as version, a.content_hash, a.recorded_at as signed_at, o.valid_until, \
     i.recorded_at as il_at, y.recorded_at as sy_at, i.person_id as il_person, y.person_id as sy_person, o.person_id as us_person, e.hash as entry_hash \
     from projects p join authorisations a on a.id = p.authorisation_id join versions v on v.id = a.version_id \
     join sign_offs o on o.id = a.sign_off_id join positions i on i.id = a.il_position join positions y on y.id = a.sy_position \
     join entries e on e.id = a.entry_id where p.id = $1";
const CHANGED: &str = "select coalesce(max(seq), 0) from entries where ledger = $1";

/// A published project.
#[derive(Clone, Debug, Deserialize)]
pub struct Published {
    /// Its id, for the statements here; never shown.
    pub id: domain::id::ProjectId,
    /// Its code.
    pub code: String,
    /// Its field.
    pub sector: Sector,
    /// Where it stands.
    pub stage: Stage,
    /// Since when.
    pub recorded_at: Timestamp,
    content: String,
    /// When the summary went live.
    pub released_at: Timestamp,
    /// Is work stopped?
    pub stopped: bool,
}

impl Published {
    /// What the summary says.
    ///
    /// # Errors
    /// The stored bytes were spoiled.
    pub fn said(&self) -> Result<Said, Error> {
        serde_json::from_str(&self.content).map_err(|problem| Error::Corrupt(format!("summary of {}: {problem}", self.code)))
    }

    /// Its title in a language.
    #[must_use]
    pub fn title(&self, lang: Lang) -> String {
        self.said().ok().and_then(|said| said.title.get(&lang).cloned()).unwrap_or_else(|| self.code.clone())
    }
}

/// The three keys of an authorised project, as the public may know them.
#[derive(Clone, Debug, Deserialize)]
pub struct Keys {
    /// The number of the version that all three judged.
    pub version: i64,
    /// Its hash.
    pub content_hash: String,
    /// When it was signed off.
    pub signed_at: Timestamp,
    /// Until when a start was allowed.
    pub valid_until: Timestamp,
    /// When Israel approved.
    pub il_at: Timestamp,
    /// When Syria approved.
    pub sy_at: Timestamp,
    /// Whose office approved for Israel.
    pub il_person: domain::id::PersonId,
    /// Whose office approved for Syria.
    pub sy_person: domain::id::PersonId,
    /// Whose office signed off.
    pub us_person: domain::id::PersonId,
    /// The hash of the ledger entry that joined them.
    pub entry_hash: String,
}

/// Published projects on one page of a list, and how many there are.
///
/// # Errors
/// The database fails.
pub async fn list(tx: &mut Tx, sector: Option<Sector>, stage: Option<Stage>, page: i64) -> Result<(Vec<Published>, i64), Error> {
    let (sector, stage) = (sector.map_or("", Sector::code), stage.map_or("", Stage::code));
    let count = tx.count(COUNT, &[sector.into(), stage.into()]).await?;
    let offset = (page.max(1) - 1) * crate::project::PAGE;
    let found = tx.list(LIST, &[sector.into(), stage.into(), crate::project::PAGE.into(), offset.into()]).await?;
    Ok((found, count))
}

/// How many published projects there are by sector and stage.
///
/// # Errors
/// The database fails.
pub async fn figures(tx: &mut Tx) -> Result<Vec<(Sector, Stage, i64)>, Error> {
    tx.list(FIGURES, &[]).await
}

/// How often published projects have left each stage, and how many milliseconds they had stood there, taken together.
///
/// # Errors
/// The database fails.
pub async fn stays(tx: &mut Tx) -> Result<Vec<(Stage, i64, i64)>, Error> {
    tx.list(STAYS, &[]).await
}

/// How many sign-offs of published projects there were on each day that had one.
///
/// # Errors
/// The database fails.
pub async fn signed_on(tx: &mut Tx) -> Result<Vec<(Day, i64)>, Error> {
    Ok(tx.list::<(i64, i64)>(SIGNED_ON, &[]).await?.into_iter().map(|(day, count)| (Day(day), count)).collect())
}

/// A published project by its code.
///
/// # Errors
/// The database fails.
pub async fn find(tx: &mut Tx, code: &str) -> Result<Option<Published>, Error> {
    tx.find(FIND, &[code.into()]).await
}

/// The road of a published project.
///
/// # Errors
/// The database fails.
pub async fn steps(tx: &mut Tx, project: &Published) -> Result<Vec<(Stage, Timestamp)>, Error> {
    tx.list(STEPS, &[project.id.as_str().into()]).await
}

/// The three keys a published project stands on.
///
/// # Errors
/// The database fails.
pub async fn keys(tx: &mut Tx, project: &Published) -> Result<Option<Keys>, Error> {
    tx.find(KEYS, &[project.id.as_str().into()]).await
}

/// A number that grows with every joint change: what was rendered at an older one may be out of date.
///
/// # Errors
/// The database fails.
pub async fn content_version(tx: &mut Tx) -> Result<i64, Error> {
    tx.count(CHANGED, &[Audience::Joint.code().into()]).await
}
