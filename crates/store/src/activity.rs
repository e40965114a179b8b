//! What changed in projects, notes, meetings and matters, newest first: the entries of the ledgers that the viewer reads, of the groups they are in.

use domain::formal_note;
use domain::id::EntryId;
use domain::party::{Audience, Party};
use domain::text::Lang;
use domain::time::Timestamp;
use domain::viewer::Viewer;
use serde::Deserialize;

use crate::history::Event;
use crate::visible::viewer_values;
use crate::{Error, Tx, Visible};

/// Rows of one page; one more tells whether there is another.
pub const PAGE: usize = 50;

/// What of the entries the viewer reads, after [`subject_rows`]: joint and the own caucus, with the project where there is one; a
/// channel by a role that speaks in it.
macro_rules! readable {
    () => {
        concat!(
            "(p.id is null or p.ledger in ('joint', $1)) and exists (select 1 from held_roles r where r.person_id = $2 \
             and r.role <> 'administrator' and (r.group_id is null or r.group_id = g.id)) \
             and (e.ledger in ('joint', $1) or (e.ledger in ($3, $4) and exists (select 1 from held_roles c where c.person_id = $2 \
             and c.role in ('co_chair','signatory','head','reviewer','officer') and (c.group_id is null or c.group_id = g.id)))) and ",
            crate::visible::link_is_seen!()
        )
    };
}
pub(crate) use readable;

/// What an entry, `e`, is part of: a project, a note, a meeting or a matter, and with it a group. What is part of none has no row.
macro_rules! subject_rows {
    () => {
        "left join projects p on p.id = e.project_id \
         left join formal_notes f on e.subject = 'note' and f.id = e.subject_id \
         left join meetings m on e.subject = 'meeting' and m.id = e.subject_id \
         left join matters y on e.subject = 'matter' and y.id = e.subject_id \
         join working_groups g on g.id = coalesce(p.group_id, f.group_id, m.group_id, y.group_id)"
    };
}
pub(crate) use subject_rows;

/// The columns of an [`About`].
macro_rules! about_columns {
    () => {
        "p.code, p.id as project_id, f.party as note_party, f.year as note_year, f.number as note_number, \
         m.id as meeting_id, m.number as meeting_number, y.id as matter_id, y.number as matter_number, g.name_en, g.name_he, g.name_ar"
    };
}
pub(crate) use about_columns;

/// The columns of a [`Deed`]; see [`event_rows`].
macro_rules! event_columns {
    () => {
        concat!("e.id, e.ledger, e.seq, e.recorded_at, e.person_id, e.party, e.command, e.subject, e.subject_id, e.content_hash, e.hash, \
         v.number as version, s.from_stage, s.to_stage, s.lang, s.reason, \
         (select n.number from versions n where n.entry_id = e.id) as made_version, ", crate::activity::about_columns!())
    };
}
pub(crate) use event_columns;

/// What an entry, `e`, is joined with for its [`event_columns`].
macro_rules! event_rows {
    () => {
        concat!(
            crate::activity::subject_rows!(),
            " left join versions v on v.id = e.version_id \
         left join project_steps s on s.entry_id = e.id"
        )
    };
}
pub(crate) use event_rows;

/// What happens minute by minute in a room stands in its minutes.
macro_rules! is_told {
    () => {
        " and e.command <> 'note_room'"
    };
}

const LIST: &str = concat!(
    "select ",
    event_columns!(),
    " from entries e ",
    event_rows!(),
    " where ",
    readable!(),
    is_told!(),
    " and ($5 = '' or g.id = $5) and ($6 = '' or e.person_id = $6) and ($7 = '' or e.party = $7) \
     and (e.recorded_at, e.id) < ($8, $9) order by e.recorded_at desc, e.id desc limit $10"
);
const SINCE: &str = concat!(
    "select count(*) from (select e.id from entries e ",
    subject_rows!(),
    " where ",
    readable!(),
    is_told!(),
    " and e.person_id <> $2 and e.recorded_at > $5 limit 1000) n"
);

/// What a change is part of, as the database has it.
#[derive(Clone, Debug, Deserialize)]
pub struct About {
    code: Option<String>,
    project_id: Option<String>,
    note_party: Option<Party>,
    note_year: Option<i64>,
    note_number: Option<i64>,
    meeting_id: Option<String>,
    meeting_number: Option<i64>,
    matter_id: Option<String>,
    matter_number: Option<i64>,
    name_en: String,
    name_he: String,
    name_ar: String,
}

/// What a change is part of.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Whole {
    /// A project, by its code once it has one, and as it stands in addresses.
    Project(Option<String>, String),
    /// A note between parties, by its label.
    Note(String),
    /// A meeting, by its id and its number in the group.
    Meeting(String, i64),
    /// A matter, by its id and its number in the group.
    Matter(String, i64),
}

impl About {
    /// What it is part of, by whom it may be read.
    #[must_use]
    pub fn whole(&self, ledger: Audience) -> Whole {
        if let Some(id) = &self.matter_id {
            return Whole::Matter(id.clone(), self.matter_number.unwrap_or_default());
        }
        match (self.note_party, self.note_year, self.note_number, &self.meeting_id) {
            (Some(party), Some(year), Some(number), _) => Whole::Note(formal_note::label(party, ledger, year, number)),
            (_, _, _, Some(id)) => Whole::Meeting(id.clone(), self.meeting_number.unwrap_or_default()),
            _ => Whole::Project(self.code.clone(), self.code.clone().or_else(|| self.project_id.clone()).unwrap_or_default()),
        }
    }

    /// The name of its group.
    #[must_use]
    pub fn group(&self, lang: Lang) -> &str {
        lang.of([&self.name_en, &self.name_he, &self.name_ar])
    }
}

/// One change, with what it is part of.
#[derive(Clone, Debug, Deserialize)]
pub struct Deed {
    /// The entry.
    pub id: EntryId,
    /// What it is part of.
    #[serde(flatten)]
    pub about: About,
    /// What was done.
    #[serde(flatten)]
    pub event: Event,
}

impl Deed {
    /// What it is part of.
    #[must_use]
    pub fn whole(&self) -> Whole {
        self.about.whole(self.event.ledger)
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
