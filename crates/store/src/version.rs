//! Versions: the newest for the rules, any for reading, all in a list.

use domain::edit::Origin;
use domain::facts::Facts;
use domain::id::{PersonId, ProjectId, VersionId};
use domain::text::Lang;
use domain::time::Timestamp;
use domain::version::Version;
use serde::Deserialize;

use crate::{Error, Tx};

const NEWEST: &str = "select id, project_id, number, content, content_hash, provenance, title_en, title_he, title_ar, lang, reason, \
     person_id from versions where project_id = $1 order by number desc limit 1";
const NUMBERED: &str = "select id, project_id, number, content, content_hash, provenance, title_en, title_he, title_ar, lang, \
     reason, person_id from versions where project_id = $1 and number = $2";
const FIND: &str = "select id, project_id, number, content, content_hash, provenance, title_en, title_he, title_ar, lang, \
     reason, person_id from versions where project_id = $1 and id = $2";
const SAVES: &str =
    "select section, lang, number, text from edits where project_id = $1 and number >= $2 order by section, lang, number";
/// The saves of one section, the newest first, each with the text before it.
const EARLIER: &str = "select e.lang, e.number, e.text, coalesce(b.text, '') as before, e.person_id, e.origin, e.recorded_at from edits e \
     left join edits b on b.project_id = e.project_id and b.section = e.section and b.lang = e.lang and b.number = e.number - 1 \
     where e.project_id = $1 and e.section = $2 order by e.recorded_at desc, e.lang, e.number desc limit $3 offset $4";
const EARLIER_COUNT: &str = "select count(*) from edits where project_id = $1 and section = $2";
const HEADS: &str = "select id, number, content_hash, lang, reason, person_id, recorded_at from versions where project_id = $1 \
     order by number desc";

/// A version in a list: everything but its text.
#[derive(Clone, Debug, Deserialize)]
pub struct Head {
    /// Its id.
    pub id: VersionId,
    /// Its number.
    pub number: i64,
    /// Its hash.
    pub content_hash: String,
    /// The language of the reason.
    pub lang: Option<Lang>,
    /// Why it was made.
    pub reason: Option<String>,
    /// Who froze it.
    pub person_id: PersonId,
    /// When.
    pub recorded_at: Timestamp,
}

/// A version of a project that the viewer was found to see, by its id.
///
/// # Errors
/// The database fails.
pub async fn find(tx: &mut Tx, facts: &Facts, id: &VersionId) -> Result<Option<Version>, Error> {
    tx.find(FIND, &[facts.project.id.as_str().into(), id.as_str().into()]).await
}

pub(crate) async fn newest(tx: &mut Tx, project: &ProjectId) -> Result<Option<Version>, Error> {
    tx.find(NEWEST, &[project.as_str().into()]).await
}

/// One version of a project that the viewer was found to see.
///
/// # Errors
/// The database fails.
pub async fn numbered(tx: &mut Tx, facts: &Facts, number: i64) -> Result<Option<Version>, Error> {
    tx.find(NUMBERED, &[facts.project.id.as_str().into(), number.into()]).await
}

/// What the sections said from their so-manieth save on, in a project that the viewer was found to see: section, language, number, text.
///
/// # Errors
/// The database fails.
pub async fn saves(tx: &mut Tx, facts: &Facts, from: i64) -> Result<Vec<(String, Lang, i64, String)>, Error> {
    tx.list(SAVES, &[facts.project.id.as_str().into(), from.into()]).await
}

/// One save of a section, with the text that it replaced.
#[derive(Clone, Debug, Deserialize)]
pub struct Earlier {
    /// In which language.
    pub lang: Lang,
    /// Its number.
    pub number: i64,
    /// What was saved.
    pub text: String,
    /// What stood before.
    pub before: String,
    /// By whom.
    pub person_id: PersonId,
    /// Who made the text.
    pub origin: Origin,
    /// When.
    pub recorded_at: Timestamp,
}

/// Saves on a page of [`earlier`].
pub const EARLIER_PAGE: i64 = 25;

/// The saves of a section of a project that the viewer was found to see, the newest first, and how many there are.
///
/// # Errors
/// The database fails.
pub async fn earlier(tx: &mut Tx, facts: &Facts, section: &str, page: i64) -> Result<(Vec<Earlier>, i64), Error> {
    let [project, of] = [facts.project.id.as_str().into(), section.into()];
    let count = tx.count(EARLIER_COUNT, &[project, of]).await?;
    let [project, of] = [facts.project.id.as_str().into(), section.into()];
    let from = (page.max(1) - 1) * EARLIER_PAGE;
    Ok((tx.list(EARLIER, &[project, of, EARLIER_PAGE.into(), from.into()]).await?, count))
}

/// Every version of a project that the viewer was found to see, the newest first.
///
/// # Errors
/// The database fails.
pub async fn heads(tx: &mut Tx, facts: &Facts) -> Result<Vec<Head>, Error> {
    tx.list(HEADS, &[facts.project.id.as_str().into()]).await
}
