//! Finding: one statement over the indexes of the reader's own audiences. What a reader may not see is in no index that is asked,
//! or is left out by the terms of its group inside the index; so it moves no count, no order and no time.
//!
//! Rank is the kind of a thing, then its time. Of words that stand everywhere only the best hits are looked at ([`LOOKED`]), and
//! the answer says so.

mod index;
mod rebuild;
mod source;

pub(crate) use index::follow;
pub use rebuild::rebuild;

use domain::id::{GroupId, ProjectId};
use domain::party::{Audience, Party};
use domain::project::Sector;
use domain::search::{Kind, Narrow, Query, group_term};
use domain::stage::Stage;
use domain::text::{Lang, Trilingual};
use domain::time::Timestamp;
use domain::viewer::Viewer;
use serde::Deserialize;

use crate::dialect::{self, Engine};
use crate::value::Value;
use crate::visible::{viewer_values, visible_to};
use crate::{Error, Tx, Visible};

/// Hits on a page.
pub const PAGE: i64 = 20;
/// Hits that are looked at, the best of all audiences together.
pub const LOOKED: i64 = 200;
/// The same where they are narrowed by the stage, which changes and is in no index.
pub const LOOKED_NARROWED: i64 = 1_000;

/// The condition of a stage, `$3`: where there is none, nothing is looked up for hits of other pages.
macro_rules! at_any_stage {
    () => {
        "$3 = ''"
    };
}

/// The page of hits among the best places, which the engine gives in its own words: `$3` stage, `$4` since, `$5` how many are
/// looked at, `$6` and `$7` the page, `$8` and `$9` between which places, and from `$10` the words for each audience. The time is read off the place.
macro_rules! page_of {
    ({$($stage:tt)*}, $($places:tt)*) => {
        concat!(
            "with hits as materialized (",
            $($places)*,
            "), best as (select * from hits order by place desc, audience limit $5), \
             found as (select h.audience, h.place, count(*) over () as total from best h \
             where (h.place / 1024) % 17592186044416 >= $4 and ",
            $($stage)*,
            " order by h.place desc, h.audience limit $6 offset $7) \
             select d.audience, d.kind, d.subject_id, d.part, d.within, d.project_id, d.group_id, d.written_at, d.text_en, d.text_he, d.text_ar, \
             p.code, p.stage, g.sector, g.name_en, g.name_he, g.name_ar, t.text_en as title_en, t.text_he as title_he, t.text_ar as title_ar, \
             exists (select 1 from versions v where v.project_id = p.id and v.recorded_at >= d.written_at) as is_frozen, f.total, \
             (select count(*) from hits) >= $5 as is_cut \
             from found f join search_documents d on d.audience = f.audience and d.place = f.place \
             join working_groups g on g.id = d.group_id left join projects p on p.id = d.project_id \
             left join search_documents t on t.kind = 'project' and t.subject_id = p.id and t.part = 'title' where (d.project_id is null and exists (select 1 from held_roles r where r.person_id = $2 \
             and r.role <> 'administrator' and (r.group_id is null or r.group_id = d.group_id))) or (",
            visible_to!(),
            ") order by d.place desc, d.audience"
        )
    };
}

/// For each party the audiences that it may read at all, and the statements over their indexes, each in the words of SQLite and of
/// PostgreSQL: for any stage, and for one.
struct Reach {
    audiences: &'static [Audience],
    any_stage: [&'static str; 2],
    one_stage: [&'static str; 2],
}

macro_rules! reach {
    ($audiences:expr; $($table:literal, $words:literal);+) => {
        Reach {
            audiences: $audiences,
            any_stage: [
                page_of!({ at_any_stage!() }, dialect::sqlite_places!($($table, $words);+)),
                page_of!({ at_any_stage!() }, dialect::postgres_places!($($table, $words);+)),
            ],
            one_stage: [
                page_of!({ dialect::sqlite_at_stage!() }, dialect::sqlite_places!($($table, $words);+)),
                page_of!({ dialect::postgres_at_stage!() }, dialect::postgres_places!($($table, $words);+)),
            ],
        }
    };
}

const OF_ISRAEL: Reach = reach!(&[Audience::Joint, Audience::CaucusIl, Audience::ChannelIl];
    "joint", "$10"; "caucus_il", "$11"; "channel_il", "$12");
const OF_SYRIA: Reach = reach!(&[Audience::Joint, Audience::CaucusSy, Audience::ChannelSy];
    "joint", "$10"; "caucus_sy", "$11"; "channel_sy", "$12");
const OF_SUPERVISOR: Reach = reach!(&[Audience::Joint, Audience::CaucusUs, Audience::ChannelIl, Audience::ChannelSy];
    "joint", "$10"; "caucus_us", "$11"; "channel_il", "$12"; "channel_sy", "$13");
const OF_NOBODY: Reach = reach!(&[Audience::Joint]; "joint", "$10");

impl Reach {
    const fn of(party: Party) -> &'static Self {
        match party {
            Party::Il => &OF_ISRAEL,
            Party::Sy => &OF_SYRIA,
            Party::Us => &OF_SUPERVISOR,
            Party::None => &OF_NOBODY,
        }
    }

    fn statement(&self, engine: Engine, wanted: &Wanted) -> &'static str {
        let [sqlite, postgres] = if wanted.stage.is_some() { self.one_stage } else { self.any_stage };
        match engine {
            Engine::Sqlite => sqlite,
            Engine::Postgres => postgres,
        }
    }
}

/// What somebody looks for.
#[derive(Clone, Debug)]
pub struct Wanted {
    /// The words.
    pub query: Query,
    /// What the index narrows by.
    pub narrow: Narrow,
    /// Only projects that stand here now.
    pub stage: Option<Stage>,
    /// The page, from 1.
    pub page: i64,
}

/// Something found.
#[derive(Clone, Debug, Deserialize)]
pub struct Hit {
    /// Who reads it.
    pub audience: Audience,
    /// What it is.
    pub kind: Kind,
    /// Its id; of a section that of the project.
    pub subject_id: String,
    /// Of a section its key.
    pub part: String,
    /// Where it stands: the point's number, the message's thread; the note's label, the meeting's number.
    pub within: String,
    /// In which project; none for what is of the group.
    pub project_id: Option<ProjectId>,
    /// When it was written.
    pub written_at: Timestamp,
    /// The project's code, once it has one.
    pub code: Option<String>,
    /// The group.
    pub group_id: GroupId,
    /// The group's sector.
    pub sector: Sector,
    /// Where the project stands.
    pub stage: Option<Stage>,
    /// Has the project a version that holds what was written, with its page of the aligned texts?
    pub is_frozen: bool,
    text_en: Option<String>,
    text_he: Option<String>,
    text_ar: Option<String>,
    title_en: Option<String>,
    title_he: Option<String>,
    title_ar: Option<String>,
    name_en: String,
    name_he: String,
    name_ar: String,
    total: i64,
    is_cut: bool,
}

fn by_language(texts: [&Option<String>; 3]) -> Trilingual {
    let texts = Lang::ALL.into_iter().zip(texts);
    texts.filter_map(|(lang, text)| Some((lang, text.clone().filter(|text| !text.is_empty())?))).collect()
}

impl Hit {
    /// How the project is named in addresses.
    #[must_use]
    pub fn handle(&self) -> &str {
        self.code.as_deref().or(self.project_id.as_ref().map(ProjectId::as_str)).unwrap_or_default()
    }

    /// The text by language. The name of a file has none and stands as English.
    #[must_use]
    pub fn texts(&self) -> Trilingual {
        by_language([&self.text_en, &self.text_he, &self.text_ar])
    }

    /// The meeting's number in its group.
    #[must_use]
    pub fn number(&self) -> i64 {
        self.within.parse().unwrap_or_default()
    }

    /// The name of the group.
    #[must_use]
    pub fn group(&self, lang: Lang) -> &str {
        lang.of([&self.name_en, &self.name_he, &self.name_ar])
    }

    /// The project's titles.
    #[must_use]
    pub fn titles(&self) -> Trilingual {
        by_language([&self.title_en, &self.title_he, &self.title_ar])
    }
}

/// A page of what was found.
#[derive(Clone, Debug)]
pub struct Found {
    /// The hits of this page.
    pub hits: Vec<Visible<Hit>>,
    /// How many there are on all pages.
    pub count: i64,
    /// Are there more than were looked at?
    pub is_cut: bool,
}

/// The groups in which the viewer reads this audience: all, some, or none.
fn groups(viewer: &Viewer, audience: Audience) -> Option<Vec<String>> {
    let reads = |group: &GroupId| viewer.reads(audience, group);
    if viewer.roles.iter().any(|role| role.group_id.is_none()) {
        // A role for all groups reads the same in each, so any name serves to ask.
        let anywhere = GroupId::from("");
        if reads(&anywhere) {
            return Some(Vec::new());
        }
    }
    let mut groups: Vec<&GroupId> =
        viewer.roles.iter().filter_map(|role| role.group_id.as_ref()).filter(|group| reads(group)).collect();
    groups.sort_unstable();
    groups.dedup();
    (!groups.is_empty()).then(|| groups.into_iter().map(|group| group_term(group.as_str())).collect())
}

/// The words for one index; where the viewer reads nothing of it, a term that nothing has.
fn words(engine: Engine, viewer: &Viewer, audience: Audience, wanted: &Wanted, now: Timestamp) -> Value {
    let Some(groups) = groups(viewer, audience) else { return dialect::words(engine, &[], &[vec!["§".to_owned()]]).into() };
    let mut terms = wanted.narrow.terms(now);
    terms.extend((!groups.is_empty()).then_some(groups));
    dialect::words(engine, wanted.query.words(), &terms).into()
}

/// A page of what this viewer finds.
///
/// # Errors
/// The database fails.
pub async fn find(tx: &mut Tx, viewer: &Viewer, wanted: &Wanted, now: Timestamp) -> Result<Found, Error> {
    let (engine, reach) = (tx.engine(), Reach::of(viewer.party));
    let mut values = viewer_values(viewer).to_vec();
    values.push(wanted.stage.map_or("", Stage::code).into());
    values.push(wanted.narrow.since.map_or(0, |since| since.0).into());
    values.push(if wanted.stage.is_some() { LOOKED_NARROWED } else { LOOKED }.into());
    values.push(PAGE.into());
    values.push(((wanted.page.max(1) - 1) * PAGE).into());
    let (least, greatest) = wanted.narrow.places();
    values.extend([least.into(), greatest.into()]);
    values.extend(reach.audiences.iter().map(|&audience| words(engine, viewer, audience, wanted, now)));
    if engine == Engine::Postgres {
        tx.execute(dialect::KEEP_PLANS, &[]).await?;
    }
    let hits: Vec<Hit> = tx.list(reach.statement(engine, wanted), &values).await?;
    let (count, is_cut) = hits.first().map_or((0, false), |hit| (hit.total, hit.is_cut));
    // No index that was asked holds what the viewer may not read, and the statement says so again; this says it once more.
    let hits = hits.into_iter().filter(|hit| viewer.reads(hit.audience, &hit.group_id)).map(Visible::new).collect();
    Ok(Found { hits, count, is_cut })
}
