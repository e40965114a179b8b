//! Versions: the newest for the rules, any for reading, all in a list.

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
const SAVES: &str =
    "select section, lang, number, text from edits where project_id = $1 and number >= $2 order by section, lang, number";
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

/// Every version of a project that the viewer was found to see, the newest first.
///
/// # Errors
/// The database fails.
pub async fn heads(tx: &mut Tx, facts: &Facts) -> Result<Vec<Head>, Error> {
    tx.list(HEADS, &[facts.project.id.as_str().into()]).await
}
