//! A project's history: the entries of the ledgers that the viewer reads, the newest first.

use domain::facts::Facts;
use domain::id::PersonId;
use domain::party::{Audience, Party};
use domain::stage::Stage;
use domain::text::Lang;
use domain::time::Timestamp;
use domain::viewer::Viewer;
use serde::Deserialize;

use crate::visible::{link_is_seen, own_audiences, viewer_values};
use crate::{Error, Tx, Visible};

const LIST: &str = concat!(
    "select e.ledger, e.seq, e.recorded_at, e.person_id, e.party, e.command, e.subject, e.subject_id, e.content_hash, e.hash, \
     v.number as version, s.from_stage, s.to_stage, s.lang, s.reason, \
     (select n.number from versions n where n.entry_id = e.id) as made_version \
     from entries e left join versions v on v.id = e.version_id left join project_steps s on s.entry_id = e.id \
     where e.project_id = $3 and e.ledger in ('joint', $4, $5, $6) and ",
    link_is_seen!(),
    " order by e.recorded_at desc, e.ledger, e.seq desc limit 500"
);
const STEPS: &str = "select from_stage, to_stage, recorded_at, person_id, lang, reason from project_steps where project_id = $1 \
     and ledger = 'joint' order by recorded_at, id";

/// One entry of a project's history.
#[derive(Clone, Debug, Deserialize)]
pub struct Event {
    /// In which ledger.
    pub ledger: Audience,
    /// Its place there.
    pub seq: i64,
    /// When.
    pub recorded_at: Timestamp,
    /// Who, shown as an office.
    pub person_id: PersonId,
    /// For which party.
    pub party: Party,
    /// What was done.
    pub command: String,
    /// To what.
    pub subject: String,
    /// Which one; for texts the section's key or the language.
    pub subject_id: String,
    /// With which content hash.
    pub content_hash: Option<String>,
    /// The entry's own hash.
    pub hash: String,
    /// To which version.
    pub version: Option<i64>,
    /// The step it took, from here.
    pub from_stage: Option<Stage>,
    /// To here.
    pub to_stage: Option<Stage>,
    /// The language of the reason.
    pub lang: Option<Lang>,
    /// Why.
    pub reason: Option<String>,
    /// The version it made.
    pub made_version: Option<i64>,
}

/// One step of a project along its road.
#[derive(Clone, Debug, Deserialize)]
pub struct StepTaken {
    /// From here.
    pub from_stage: Stage,
    /// To here.
    pub to_stage: Stage,
    /// When.
    pub recorded_at: Timestamp,
    /// By whom; the rule itself when absent.
    pub person_id: Option<PersonId>,
    /// The language of the reason.
    pub lang: Option<Lang>,
    /// Why.
    pub reason: Option<String>,
}

/// What this viewer may know of what was recorded.
///
/// # Errors
/// The database fails.
pub async fn list(tx: &mut Tx, viewer: &Viewer, facts: &Visible<Facts>) -> Result<Vec<Visible<Event>>, Error> {
    let own = own_audiences(viewer, &facts.project.group_id);
    let [caucus, person] = viewer_values(viewer);
    let values = [caucus, person, facts.project.id.as_str().into(), own[0].into(), own[1].into(), own[2].into()];
    let events: Vec<Event> = tx.list(LIST, &values).await?;
    Ok(events.into_iter().map(Visible::new).collect())
}

/// The road so far, without what happened in a caucus.
///
/// # Errors
/// The database fails.
pub async fn steps(tx: &mut Tx, facts: &Visible<Facts>) -> Result<Vec<StepTaken>, Error> {
    tx.list(STEPS, &[facts.project.id.as_str().into()]).await
}
