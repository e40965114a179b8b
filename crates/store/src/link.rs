//! Declared links between projects: those that stand belong to the facts of a project; its page lists all, from it and to it, as far as
//! the viewer may read the project at the other end. What they may not read leaves no trace there, not even a number.

use domain::change::Change;
use domain::facts::Facts;
use domain::id::{LinkId, ProjectId};
use domain::link::Link;
use domain::project::Project;
use domain::refusal::Refusal;
use domain::stage::Stage;
use domain::text::{Lang, Trilingual};
use domain::time::Timestamp;
use domain::viewer::Viewer;
use serde::Deserialize;

use crate::perform::{Failure, Request, deed, record};
use crate::project::with_newest;
use crate::value::Value;
use crate::visible::{viewer_values, visible_to};
use crate::{Db, Error, Tx, Visible, facts, form_key, project};

const STANDING: &str = "select l.id, l.project_id, l.other_id, l.kind, l.lang, l.reason, l.party, l.person_id from project_links l \
     where l.project_id = $1 and not exists (select 1 from project_link_ends e where e.link_id = l.id) order by l.recorded_at, l.id";
/// `$3` is the project whose page it is; `p` is the one at the other end.
const LIST: &str = concat!(
    "select l.id, l.project_id, l.other_id, l.kind, l.lang, l.reason, l.party, l.person_id, l.recorded_at as declared_at, \
     x.recorded_at as ended_at, x.person_id as ended_by, p.id as end_id, p.code, p.stage, v.title_en, v.title_he, v.title_ar \
     from project_links l join projects p on p.id = case when l.project_id = $3 then l.other_id else l.project_id end \
     left join project_link_ends x on x.link_id = l.id ",
    with_newest!(),
    " where (l.project_id = $3 or l.other_id = $3) and ",
    visible_to!(),
    " order by x.recorded_at is not null, l.recorded_at desc, l.id limit 200"
);

/// The links of a project that nobody has taken back.
pub(crate) async fn standing(tx: &mut Tx, project: &[Value]) -> Result<Vec<Link>, Error> {
    tx.list(STANDING, project).await
}

/// A link as a project's page shows it, with the project at its other end.
#[derive(Clone, Debug, Deserialize)]
pub struct Linked {
    /// The link.
    #[serde(flatten)]
    pub link: Link,
    /// When it was declared.
    pub declared_at: Timestamp,
    /// When it was taken back.
    pub ended_at: Option<Timestamp>,
    /// By whom.
    pub ended_by: Option<domain::id::PersonId>,
    end_id: ProjectId,
    /// The code of the project at the other end, once it has one.
    pub code: Option<String>,
    /// Where that project stands.
    pub stage: Stage,
    title_en: Option<String>,
    title_he: Option<String>,
    title_ar: Option<String>,
}

impl Linked {
    /// How the project at the other end is named in addresses.
    #[must_use]
    pub fn handle(&self) -> &str {
        self.code.as_deref().unwrap_or(self.end_id.as_str())
    }

    /// Its title in the newest version.
    #[must_use]
    pub fn title(&self) -> Trilingual {
        let titles = [(Lang::En, &self.title_en), (Lang::He, &self.title_he), (Lang::Ar, &self.title_ar)];
        titles.into_iter().filter_map(|(lang, title)| Some((lang, title.clone()?))).collect()
    }

    /// Was it declared by this project, rather than by the one at the other end?
    #[must_use]
    pub fn is_of(&self, project: &ProjectId) -> bool {
        self.link.project_id == *project
    }

    /// The link's id.
    #[must_use]
    pub const fn id(&self) -> &LinkId {
        &self.link.id
    }
}

/// The links from a project and to it whose other end this viewer may read, those that stand first, the newest first.
///
/// # Errors
/// The database fails.
pub async fn list(tx: &mut Tx, viewer: &Viewer, facts: &Facts) -> Result<Vec<Visible<Linked>>, Error> {
    let [caucus, person] = viewer_values(viewer);
    let found: Vec<Linked> = tx.list(LIST, &[caucus, person, facts.project.id.as_str().into()]).await?;
    Ok(found.into_iter().map(Visible::new).collect())
}

/// Runs a rule on the project that this person knows by `handle` and on the other one, if there is one of that code which they may read.
///
/// # Errors
/// [`Failure`]; then nothing was recorded.
pub async fn perform<R>(
    db: &Db,
    (handle, other): (&str, &str),
    request: &Request,
    answer: &str,
    rule: R,
) -> Result<String, Failure>
where
    R: Fn(&Facts, &Viewer, Option<&Project>) -> Result<Change, Refusal> + Send + Sync + 'static,
{
    deed(
        db,
        request,
        (handle.to_owned(), other.to_owned(), answer.to_owned(), rule),
        move |tx, viewer, request, (handle, other, answer, rule)| {
            Box::pin(async move {
                let project = project::find(tx, viewer, handle).await?.ok_or(Failure::NotFound)?;
                let facts = facts::load(tx, project.into_inner(), request.occasion.at).await?;
                let other = project::find(tx, viewer, other).await?;
                let change = rule(&facts, viewer, other.as_deref())?;
                record(tx, &facts, viewer, &change, request).await?;
                form_key::claim(tx, request, answer).await?;
                Ok(answer.clone())
            })
        },
    )
    .await
}
