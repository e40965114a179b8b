//! Projects: one by the name it has in addresses, and lists with what decides about their ball.

use domain::clock::Standing;
use domain::id::{EntryId, GroupId, ProjectId};
use domain::party::{Audience, Proposer};
use domain::project::{Project, Sector};
use domain::stage::Stage;
use domain::text::{Lang, Trilingual};
use domain::time::Timestamp;
use domain::viewer::Viewer;
use serde::Deserialize;

use crate::visible::{viewer_values, visible_to};
use crate::{Error, Tx, Visible};

const FIND: &str = concat!(
    "select p.id, p.group_id, p.sector, p.proposed_by, p.source, p.stage, p.code, p.authorisation_id, p.ledger, p.recorded_at \
     from projects p where (p.code = $3 or (p.id = $3 and p.code is null)) and ",
    visible_to!()
);

/// The columns of [`Line`], for every statement that lists projects.
macro_rules! line_columns {
    () => {
        "p.id, p.code, p.sector, p.stage, p.proposed_by, p.source, p.ledger, p.group_id, p.entry_id, p.recorded_at, \
         v.number as version, v.title_en, v.title_he, v.title_ar, \
         (select e.text from edits e where e.project_id = p.id and e.section = 'title' and e.lang = p.source \
           order by e.number desc limit 1) as working_title, \
         exists (select 1 from ballots b join live_positions l on l.ballot_id = b.id where b.project_id = p.id \
           and b.closed_at is null and l.party = 'il' and l.verdict <> 'needs_time') as il_answered, \
         exists (select 1 from ballots b join live_positions l on l.ballot_id = b.id where b.project_id = p.id \
           and b.closed_at is null and l.party = 'sy' and l.verdict <> 'needs_time') as sy_answered, \
         (select count(*) from ballots b join positions n on n.ballot_id = b.id where b.project_id = p.id \
           and b.closed_at is null and n.verdict = 'needs_time') \
         + (select count(*) from review_extensions x where x.project_id = p.id and p.stage = 'supervisor_review' \
           and x.recorded_at >= p.recorded_at) as extensions, \
         exists (select 1 from open_stop_works o where o.project_id = p.id) as stopped"
    };
}
pub(crate) use line_columns;

/// What a list takes from `projects` itself. The rows of a page are chosen by these first; what is looked up for each row is
/// looked up for that page only, not for every project before the limit.
macro_rules! own_columns {
    () => {
        "p.id, p.code, p.sector, p.stage, p.proposed_by, p.source, p.ledger, p.group_id, p.entry_id, p.recorded_at"
    };
}
pub(crate) use own_columns;

/// The newest version of each row, by its key.
macro_rules! with_newest {
    () => {
        "left join versions v on v.project_id = p.id \
         and v.number = (select max(n.number) from versions n where n.project_id = p.id)"
    };
}
pub(crate) use with_newest;

/// A page of a list, and how many there are. What narrows it most stands alone, so that an index leads to it in the list's order;
/// after it `$3` is the stage, `$4` the sector, `$5` the group, `$6` the code, each empty for any.
struct Listing {
    page: &'static str,
    count: &'static str,
}

macro_rules! listing {
    ($first:literal) => {
        listing!(@matching concat!(visible_to!(), $first, " and ($4 = '' or p.sector = $4) and ($5 = '' or p.group_id = $5)"))
    };
    (@matching $($matching:tt)*) => {
        Listing {
            page: concat!(
                "select ",
                line_columns!(),
                " from (select ",
                own_columns!(),
                " from projects p where ",
                $($matching)*,
                " order by p.recorded_at desc, p.id limit $7 offset $8) p ",
                with_newest!(),
                " order by p.recorded_at desc, p.id"
            ),
            count: concat!("select count(*) from (select 1 from projects p where ", $($matching)*, " limit $7) p"),
        }
    };
}

const NEWEST: Listing = listing!(" and $3 = '' and $6 = ''");
const AT_STAGE: Listing = listing!(" and p.stage = $3 and $6 = ''");
const WITH_CODE: Listing = listing!(" and p.code = $6 and ($3 = '' or p.stage = $3)");
const MOVED_BY: &str = concat!(
    "select ",
    line_columns!(),
    " from (select ",
    own_columns!(),
    " from projects p where p.entry_id = $3 and ",
    visible_to!(),
    ") p ",
    with_newest!()
);
const BY_STAGE: &str = concat!(
    "select p.stage, count(*), cast(sum($4 - p.recorded_at) as bigint) from projects p where ",
    visible_to!(),
    " and p.group_id = $3 group by p.stage order by p.stage"
);

/// A project in a list.
#[derive(Clone, Debug, Deserialize)]
pub struct Line {
    /// Its id.
    pub id: ProjectId,
    /// Its code, once tabled.
    pub code: Option<String>,
    /// The field.
    pub sector: Sector,
    /// Where it stands.
    pub stage: Stage,
    /// Who proposes.
    pub proposed_by: Proposer,
    /// The language its text is written in first.
    pub source: Lang,
    /// Who reads it.
    pub ledger: Audience,
    /// Its group.
    pub group_id: GroupId,
    /// The entry that brought it there.
    pub entry_id: EntryId,
    /// Since when it stands there.
    pub recorded_at: Timestamp,
    /// The number of its newest version.
    pub version: Option<i64>,
    title_en: Option<String>,
    title_he: Option<String>,
    title_ar: Option<String>,
    working_title: Option<String>,
    il_answered: bool,
    sy_answered: bool,
    extensions: i64,
    /// Is a stop-work order in force?
    pub stopped: bool,
}

impl Line {
    /// How it is named in addresses.
    #[must_use]
    pub fn handle(&self) -> &str {
        self.code.as_deref().unwrap_or(self.id.as_str())
    }

    /// Its title: of the newest version, else of the working text.
    #[must_use]
    pub fn title(&self) -> Trilingual {
        let titles = [(Lang::En, &self.title_en), (Lang::He, &self.title_he), (Lang::Ar, &self.title_ar)];
        let titles: Trilingual = titles.into_iter().filter_map(|(lang, title)| Some((lang, title.clone()?))).collect();
        if titles.is_empty() { self.working_title.iter().map(|title| (self.source, title.clone())).collect() } else { titles }
    }

    /// What decides about its ball.
    #[must_use]
    pub const fn standing(&self) -> Standing {
        Standing {
            stage: self.stage,
            since: self.recorded_at,
            proposed_by: self.proposed_by,
            il_answered: self.il_answered,
            sy_answered: self.sy_answered,
            extensions: self.extensions,
        }
    }
}

/// What a list is narrowed to.
#[derive(Clone, Debug, Default)]
pub struct Filter {
    /// Only this stage.
    pub stage: Option<Stage>,
    /// Only this sector.
    pub sector: Option<Sector>,
    /// Only this group.
    pub group: Option<GroupId>,
    /// Only this code.
    pub code: Option<String>,
    /// The page, from 1.
    pub page: i64,
}

/// Projects on a page of a list.
pub const PAGE: i64 = 25;
/// Projects on all pages of a list, the newest; who looks for an older one narrows the list.
pub const LISTED: i64 = 40 * PAGE;

/// A page of a list.
#[derive(Clone, Debug)]
pub struct Listed {
    /// The projects of this page.
    pub lines: Vec<Visible<Line>>,
    /// How many there are on all pages.
    pub count: i64,
    /// Are there more than these?
    pub is_cut: bool,
}

impl Filter {
    const fn listing(&self) -> &'static Listing {
        match (&self.code, self.stage) {
            (Some(code), _) if !code.is_empty() => &WITH_CODE,
            (_, Some(_)) => &AT_STAGE,
            (_, None) => &NEWEST,
        }
    }

    fn values(&self, viewer: &Viewer) -> Vec<crate::value::Value> {
        let mut values = viewer_values(viewer).to_vec();
        values.push(self.stage.map_or("", Stage::code).into());
        values.push(self.sector.map_or("", Sector::code).into());
        values.push(self.group.as_ref().map_or("", GroupId::as_str).into());
        values.push(self.code.as_deref().unwrap_or_default().into());
        values
    }
}

/// The project that a viewer knows by its code or, while it has none, by its id.
///
/// # Errors
/// The database fails.
pub async fn find(tx: &mut Tx, viewer: &Viewer, handle: &str) -> Result<Option<Visible<Project>>, Error> {
    let [caucus, person] = viewer_values(viewer);
    Ok(tx.find(FIND, &[caucus, person, handle.into()]).await?.map(Visible::new))
}

/// The project that this entry moved to where it stands now, if the viewer may see it.
///
/// # Errors
/// The database fails.
pub async fn moved_by(tx: &mut Tx, viewer: &Viewer, entry: &EntryId) -> Result<Option<Visible<Line>>, Error> {
    let [caucus, person] = viewer_values(viewer);
    Ok(tx.find::<Line>(MOVED_BY, &[caucus, person, entry.as_str().into()]).await?.map(Visible::new))
}

/// The projects on one page of a list.
///
/// # Errors
/// The database fails.
pub async fn list(tx: &mut Tx, viewer: &Viewer, filter: &Filter) -> Result<Listed, Error> {
    let listing = filter.listing();
    let narrowed = filter.values(viewer);
    let count = tx.count(listing.count, &[&narrowed[..], &[(LISTED + 1).into()]].concat()).await?;
    let before = (filter.page.max(1) - 1).saturating_mul(PAGE);
    let most = if before < LISTED { PAGE } else { 0 };
    let lines: Vec<Line> = tx.list(listing.page, &[&narrowed[..], &[most.into(), before.into()]].concat()).await?;
    Ok(Listed { lines: lines.into_iter().map(Visible::new).collect(), count: count.min(LISTED), is_cut: count > LISTED })
}

/// How many projects of a group stand in each stage, and for how many milliseconds taken together.
///
/// # Errors
/// The database fails.
pub async fn by_stage(tx: &mut Tx, viewer: &Viewer, group: &GroupId, now: Timestamp) -> Result<Vec<(Stage, i64, i64)>, Error> {
    let [caucus, person] = viewer_values(viewer);
    tx.list(BY_STAGE, &[caucus, person, group.as_str().into(), now.0.into()]).await
}
