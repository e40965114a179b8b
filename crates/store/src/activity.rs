//! What changed in all projects, newest first: the entries of the ledgers that the viewer reads, of the groups they are in.

use domain::id::EntryId;
use domain::party::{Audience, Party};
use domain::time::Timestamp;
use domain::viewer::Viewer;
use serde::Deserialize;

use crate::history::Event;
use crate::visible::viewer_values;
use crate::{Error, Tx, Visible};

/// Rows of one page; one more tells whether there is another.
pub const PAGE: usize = 50;

/// What of a project's entries the viewer reads: joint and the own caucus with the project, a channel by a role that speaks in it.
macro_rules! readable {
    () => {
        concat!(
            crate::visible::visible_to!(),
            " and (e.ledger in ('joint', $1) or (e.ledger in ($3, $4) and exists (select 1 from held_roles c where c.person_id = $2 \
             and c.role in ('co_chair','signatory','head','reviewer','officer') and (c.group_id is null or c.group_id = p.group_id)))) and ",
            crate::visible::link_is_seen!()
        )
    };
}
pub(crate) use readable;

/// The columns of a [`Deed`]; see [`event_rows`].
macro_rules! event_columns {
    () => {
        "e.id, e.ledger, e.seq, e.recorded_at, e.person_id, e.party, e.command, e.subject, e.subject_id, e.content_hash, e.hash, \
         v.number as version, s.from_stage, s.to_stage, s.lang, s.reason, p.code, p.id as project_id, \
         (select n.number from versions n where n.entry_id = e.id) as made_version"
    };
}
pub(crate) use event_columns;

/// What an entry, `e`, is joined with for its [`event_columns`].
macro_rules! event_rows {
    () => {
        "join projects p on p.id = e.project_id left join versions v on v.id = e.version_id \
         left join project_steps s on s.entry_id = e.id"
    };
}
pub(crate) use event_rows;

const LIST: &str = concat!(
    "select ",
    event_columns!(),
    " from entries e ",
    event_rows!(),
    " where ",
    readable!(),
    " and ($5 = '' or p.group_id = $5) and ($6 = '' or e.person_id = $6) and ($7 = '' or e.party = $7) \
     and (e.recorded_at, e.id) < ($8, $9) order by e.recorded_at desc, e.id desc limit $10"
);
const SINCE: &str = concat!(
    "select count(*) from (select e.id from entries e join projects p on p.id = e.project_id where ",
    readable!(),
    " and e.person_id <> $2 and e.recorded_at > $5 limit 1000) n"
);

/// One change, with its project.
#[derive(Clone, Debug, Deserialize)]
pub struct Deed {
    /// The entry.
    pub id: EntryId,
    /// The project's code, once it is tabled.
    pub code: Option<String>,
    /// The project.
    pub project_id: String,
    /// What was done.
    #[serde(flatten)]
    pub event: Event,
}

impl Deed {
    /// How the project is named in addresses.
    #[must_use]
    pub fn handle(&self) -> &str {
        self.code.as_deref().unwrap_or(&self.project_id)
    }
}

/// What the list is narrowed to, and where it goes on.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// Only this group.
    pub group: Option<String>,
    /// Only this person.
    pub person: Option<String>,
    /// Only this party.
    pub party: Option<Party>,
    /// Only what came before this entry.
    pub before: Option<(Timestamp, String)>,
}

/// The values of `$1` to `$4` in [`readable`].
pub(crate) fn values(viewer: &Viewer) -> Vec<crate::value::Value> {
    let channel = |audience: Audience| if audience.admits(viewer.party) { audience.code() } else { "" };
    let [caucus, person] = viewer_values(viewer);
    vec![caucus, person, channel(Audience::ChannelIl).into(), channel(Audience::ChannelSy).into()]
}

/// What this viewer may know of what changed, at most one row more than a page.
///
/// # Errors
/// The database fails.
pub async fn list(tx: &mut Tx, viewer: &Viewer, filter: &Filter) -> Result<Vec<Visible<Deed>>, Error> {
    let mut values = values(viewer);
    values.push(filter.group.as_deref().unwrap_or_default().into());
    values.push(filter.person.as_deref().unwrap_or_default().into());
    values.push(filter.party.map_or("", Party::code).into());
    let (at, id) = filter.before.as_ref().map_or((i64::MAX, ""), |(at, id)| (at.0, id.as_str()));
    values.extend([at.into(), id.into(), (i64::try_from(PAGE).unwrap_or(0) + 1).into()]);
    let found: Vec<Deed> = tx.list(LIST, &values).await?;
    Ok(found.into_iter().map(Visible::new).collect())
}

/// How much others changed since then; a thousand stands for more.
///
/// # Errors
/// The database fails.
pub async fn since(tx: &mut Tx, viewer: &Viewer, mark: i64) -> Result<i64, Error> {
    let mut values = values(viewer);
    values.push(mark.into());
    tx.count(SINCE, &values).await
}
