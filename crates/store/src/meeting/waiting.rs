//! What waits in meetings: agendas and minutes that a side has not agreed to.

use domain::clock::{self, Ball};
use domain::id::{EntryId, GroupId, MeetingId};
use domain::time::Timestamp;
use domain::viewer::Viewer;
use serde::Deserialize;

use super::readable;
use crate::{Error, Tx, Visible};

/// The yes of a side to the newest text of something, 1 or 0.
macro_rules! agreed {
    ($subject:literal, $texts:literal, $party:literal) => {
        concat!(
            "(select count(*) from meeting_consents c where c.meeting_id = m.id and c.subject = '",
            $subject,
            "' and c.party = '",
            $party,
            "' and c.subject_hash = (select t.hash from ",
            $texts,
            " t where t.meeting_id = m.id order by t.revision desc limit 1) \
             and not exists (select 1 from meeting_consent_ends e where e.consent_id = c.id))"
        )
    };
}

macro_rules! minutes {
    () => {
        concat!(
            "select 'minutes' as what, m.id, m.group_id, m.number, s.entry_id, s.recorded_at as since, ",
            agreed!("minutes", "minutes", "il"),
            " as il, ",
            agreed!("minutes", "minutes", "sy"),
            " as sy from meetings m join meeting_steps s on s.meeting_id = m.id and s.to_stage = 'corrections' \
             where not exists (select 1 from meeting_steps l where l.meeting_id = m.id and l.to_stage = 'recorded')"
        )
    };
}

/// An agenda waits from when it was written as it stands, as long as its meeting, which ends after `$2`, has not begun.
macro_rules! agendas {
    () => {
        concat!(
            "select 'agenda' as what, m.id, m.group_id, m.number, a.entry_id, a.recorded_at as since, ",
            agreed!("agenda", "agendas", "il"),
            " as il, ",
            agreed!("agenda", "agendas", "sy"),
            " as sy from meetings m join agendas a on a.meeting_id = m.id \
             and a.revision = (select max(n.revision) from agendas n where n.meeting_id = m.id) \
             join meeting_plans p on p.meeting_id = m.id and p.revision = (select max(n.revision) from meeting_plans n where n.meeting_id = m.id) \
             and p.ends_at > $2 where not exists (select 1 from meeting_steps l where l.meeting_id = m.id and l.to_stage in ('running','cancelled'))"
        )
    };
}

const MINUTES: &str = concat!(minutes!(), " order by s.recorded_at, m.id");
const MINUTES_OF: &str = concat!(minutes!(), " and s.entry_id = $2 and ", readable!("m.group_id"));
const SEEN: &str = concat!(
    "select * from (",
    minutes!(),
    " union all ",
    agendas!(),
    ") m where m.il + m.sy < 2 and ",
    readable!("m.group_id"),
    " order by m.since, m.id"
);

/// What is to be agreed to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum What {
    /// An agenda.
    Agenda,
    /// The minutes.
    Minutes,
}

/// A text of a meeting that waits for a yes.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Waiting {
    /// Which text.
    pub what: What,
    /// Of which meeting.
    pub id: MeetingId,
    /// Of which working group.
    pub group_id: GroupId,
    /// The meeting's number in the group.
    pub number: i64,
    /// The entry since which it waits.
    pub entry_id: EntryId,
    /// Since when.
    pub since: Timestamp,
    il: i64,
    sy: i64,
}

impl Waiting {
    /// Whose yes is missing, and by when.
    #[must_use]
    pub const fn ball(&self) -> Ball {
        let ball = clock::minutes(self.since, self.il > 0, self.sy > 0);
        match self.what {
            What::Minutes => ball,
            What::Agenda => Ball { working_days: None, ..ball },
        }
    }
}

/// All minutes that wait for a yes.
///
/// # Errors
/// The database fails.
pub async fn minutes(tx: &mut Tx) -> Result<Vec<Waiting>, Error> {
    tx.list(MINUTES, &[]).await
}

/// The minutes that wait since this entry, if they still do and this viewer may read them.
///
/// # Errors
/// The database fails.
pub async fn minutes_of(tx: &mut Tx, viewer: &Viewer, entry: &EntryId) -> Result<Option<Visible<Waiting>>, Error> {
    let values = [viewer.person_id.as_str().into(), entry.as_str().into()];
    Ok(tx.find::<Waiting>(MINUTES_OF, &values).await?.map(Visible::new))
}

/// Every agenda and all minutes that wait for a yes and that this viewer may read.
///
/// # Errors
/// The database fails.
pub async fn seen(tx: &mut Tx, viewer: &Viewer, now: Timestamp) -> Result<Vec<Visible<Waiting>>, Error> {
    let found: Vec<Waiting> = tx.list(SEEN, &[viewer.person_id.as_str().into(), now.0.into()]).await?;
    Ok(found.into_iter().map(Visible::new).collect())
}
