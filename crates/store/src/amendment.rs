//! Amendments: the open ones belong to the facts of a project; all, with how they ended, stand on their page.

use domain::amendment::{Amendment, AmendmentEnd};
use domain::facts::Facts;
use domain::time::Timestamp;
use serde::Deserialize;

use crate::value::Value;
use crate::{Error, Tx, Visible};

macro_rules! columns {
    () => {
        "a.id, a.project_id, a.version_id, a.section, a.text_en, a.text_he, a.text_ar, a.base_en, a.base_he, a.base_ar, a.lang, a.reason, \
         a.hash, a.party, a.person_id"
    };
}

const OPEN: &str = concat!(
    "select ",
    columns!(),
    " from amendments a where a.project_id = $1 and not exists (select 1 from amendment_ends e where e.amendment_id = a.id) \
     order by a.recorded_at, a.id"
);
const ENDED: &str = concat!(
    "select ",
    columns!(),
    " from amendments a join amendment_ends e on e.amendment_id = a.id where a.project_id = $1 order by e.recorded_at desc, a.id limit 50"
);
const ENDS: &str = "select amendment_id, project_id, outcome, party, person_id, lang, reason, recorded_at from amendment_ends \
     where project_id = $1 order by recorded_at desc, amendment_id limit 50";

/// The amendments that nobody has ended.
pub(crate) async fn open(tx: &mut Tx, project: &[Value]) -> Result<Vec<Amendment>, Error> {
    tx.list(OPEN, project).await
}

/// An amendment that has ended.
#[derive(Clone, Debug)]
pub struct Ended {
    /// The amendment.
    pub amendment: Amendment,
    /// How it ended.
    pub end: AmendmentEnd,
    /// When.
    pub at: Timestamp,
}

#[derive(Deserialize)]
struct Dated {
    recorded_at: Timestamp,
    #[serde(flatten)]
    end: AmendmentEnd,
}

/// The last fifty that have ended, the newest end first.
///
/// # Errors
/// The database fails.
pub async fn ended(tx: &mut Tx, facts: &Facts) -> Result<Vec<Visible<Ended>>, Error> {
    let project: &[Value] = &[facts.project.id.as_str().into()];
    let amendments: Vec<Amendment> = tx.list(ENDED, project).await?;
    let ends: Vec<Dated> = tx.list(ENDS, project).await?;
    let of = |amendment: Amendment| {
        let found = ends.iter().find(|one| one.end.amendment_id == amendment.id)?;
        Some(Visible::new(Ended { end: found.end.clone(), at: found.recorded_at, amendment }))
    };
    Ok(amendments.into_iter().filter_map(of).collect())
}
