//! Matters in lists: one row each, with what decides about whose turn it is.

use domain::clock::Ball;
use domain::id::{EntryId, GroupId, MatterId};
use domain::matter::clock::{self, Standing};
use domain::matter::settle::MatterOutcome;
use domain::party::Party;
use domain::text::Lang;
use domain::time::Timestamp;
use domain::viewer::Viewer;
use serde::Deserialize;

use super::who;
use crate::meeting::readable;
use crate::{Error, Tx, Visible};

/// When a side first answered.
macro_rules! answered {
    ($party:literal) => {
        concat!("(select min(r.recorded_at) from matter_replies r where r.matter_id = m.id and r.party = '", $party, "')")
    };
}

/// Has a side said yes to the newest resolution?
macro_rules! agreed {
    ($party:literal) => {
        concat!(
            "exists (select 1 from matter_consents c join resolutions r on r.id = c.resolution_id where r.matter_id = m.id and c.party = '",
            $party,
            "' and not exists (select 1 from resolutions n where n.matter_id = m.id and n.number > r.number))"
        )
    };
}

/// The columns of a [`Listed`]. It waits since its newest step: raised, handed over, or a resolution proposed.
macro_rules! listed {
    () => {
        concat!(
            "select m.id, m.group_id, m.number, m.party, m.lang, m.title, m.recorded_at as raised_at, ",
            answered!("il"),
            " as il_answered_at, ",
            answered!("sy"),
            " as sy_answered_at, h.recorded_at as handed_over_at, p.recorded_at as proposed_at, ",
            agreed!("il"),
            " as il_agreed, ",
            agreed!("sy"),
            " as sy_agreed, x.outcome, case when p.recorded_at > coalesce(h.recorded_at, 0) then p.entry_id \
             else coalesce(h.entry_id, m.entry_id) end as entry_id \
             from matters m left join matter_hand_overs h on h.matter_id = m.id left join matter_ends x on x.matter_id = m.id \
             left join resolutions p on p.matter_id = m.id \
             and p.number = (select max(n.number) from resolutions n where n.matter_id = m.id) where "
        )
    };
}

/// `$2`: all, `open` or `over`.
macro_rules! narrowed {
    () => {
        " and ($2 = '' or ($2 = 'open' and not exists (select 1 from matter_ends e where e.matter_id = m.id)) \
         or ($2 = 'over' and exists (select 1 from matter_ends e where e.matter_id = m.id)))"
    };
}

const LIST: &str =
    concat!(listed!(), readable!("m.group_id"), narrowed!(), " order by m.recorded_at desc, m.id limit $3 offset $4");
const COUNT: &str = concat!("select count(*) from matters m where ", readable!("m.group_id"), narrowed!());
const OPEN: &str = concat!(listed!(), "x.matter_id is null order by m.recorded_at, m.id");
const OPEN_SEEN: &str = concat!(listed!(), "x.matter_id is null and ", readable!("m.group_id"), " order by m.recorded_at, m.id");
const OF_ENTRY: &str = "select subject_id from entries where id = $1 and subject = 'matter'";
const ONE: &str = concat!(listed!(), "m.id = $2 and ", readable!("m.group_id"));
const ABOUT: &str = concat!(
    listed!(),
    readable!("m.group_id"),
    " and ((m.project_id is not null and m.project_id = $2) or (m.meeting_id is not null and m.meeting_id = $2)) order by m.number"
);

/// Matters on a page of the list.
pub const PAGE: i64 = 25;

/// A matter in a list.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Listed {
    /// Its id.
    pub id: MatterId,
    /// In which working group.
    pub group_id: GroupId,
    /// Its number in the group.
    pub number: i64,
    /// Who raised it.
    pub party: Party,
    /// The language of its title.
    pub lang: Lang,
    /// What it is about.
    pub title: String,
    /// When it was raised.
    pub raised_at: Timestamp,
    il_answered_at: Option<Timestamp>,
    sy_answered_at: Option<Timestamp>,
    handed_over_at: Option<Timestamp>,
    proposed_at: Option<Timestamp>,
    il_agreed: bool,
    sy_agreed: bool,
    /// How it ended.
    pub outcome: Option<MatterOutcome>,
    /// The entry since which it waits.
    pub entry_id: EntryId,
}

impl Listed {
    /// What decides about its ball.
    #[must_use]
    pub const fn standing(&self) -> Standing {
        Standing {
            party: self.party,
            raised_at: self.raised_at,
            il_answered_at: self.il_answered_at,
            sy_answered_at: self.sy_answered_at,
            handed_over_at: self.handed_over_at,
            proposed_at: self.proposed_at,
            il_agreed: self.il_agreed,
            sy_agreed: self.sy_agreed,
            is_over: self.outcome.is_some(),
        }
    }

    /// Whose turn it is; none where it is over.
    #[must_use]
    pub fn ball(&self) -> Option<Ball> {
        clock::ball(&self.standing())
    }
}

/// The matters that this viewer may know of, the newest first, and how many there are: all, `open` or `over`.
///
/// # Errors
/// The database fails.
pub async fn list(tx: &mut Tx, viewer: &Viewer, which: &str, page: i64) -> Result<(Vec<Visible<Listed>>, i64), Error> {
    let count = tx.count(COUNT, &[who(viewer), which.into()]).await?;
    let found: Vec<Listed> = tx.list(LIST, &[who(viewer), which.into(), PAGE.into(), ((page.max(1) - 1) * PAGE).into()]).await?;
    Ok((found.into_iter().map(Visible::new).collect(), count))
}

/// Every open matter, for the clocks.
///
/// # Errors
/// The database fails.
pub async fn open(tx: &mut Tx) -> Result<Vec<Listed>, Error> {
    tx.list(OPEN, &[]).await
}

/// The open matters that this viewer may know of.
///
/// # Errors
/// The database fails.
pub async fn seen(tx: &mut Tx, viewer: &Viewer) -> Result<Vec<Visible<Listed>>, Error> {
    let found: Vec<Listed> = tx.list(OPEN_SEEN, &[who(viewer)]).await?;
    Ok(found.into_iter().map(Visible::new).collect())
}

/// The matters about a project or a meeting, by its id, that this viewer may know of.
///
/// # Errors
/// The database fails.
pub async fn about(tx: &mut Tx, viewer: &Viewer, id: &str) -> Result<Vec<Visible<Listed>>, Error> {
    let found: Vec<Listed> = tx.list(ABOUT, &[who(viewer), id.into()]).await?;
    Ok(found.into_iter().map(Visible::new).collect())
}

/// The matter that an entry is about, if this viewer may know of it.
///
/// # Errors
/// The database fails.
pub async fn of_entry(tx: &mut Tx, viewer: &Viewer, entry: &EntryId) -> Result<Option<Visible<Listed>>, Error> {
    let Some((id,)) = tx.find::<(String,)>(OF_ENTRY, &[entry.as_str().into()]).await? else { return Ok(None) };
    Ok(tx.find::<Listed>(ONE, &[who(viewer), id.into()]).await?.map(Visible::new))
}
