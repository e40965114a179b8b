//! The clocks of all projects, for the engine: which run, what was told of them, and what the rules do by themselves when one is over.

use std::collections::BTreeSet;
use std::sync::Arc;

use domain::change::Change;
use domain::facts::Facts;
use domain::id::{EntryId, GroupId, Occasion, PersonId, ProjectId};
use domain::notice::Topic;
use domain::party::Party;
use domain::person::Role;
use domain::project::Project;
use domain::refusal::Refusal;
use domain::time::Timestamp;
use domain::viewer::Viewer;
use serde::Deserialize;

use crate::outbox::{self, Kind};
use crate::project::{Line, line_columns, own_columns, with_newest};
use crate::visible::{viewer_values, visible_to};
use crate::{Db, Error, Failure, Readers, Tx, Visible, facts, ledger};

const RUNNING: &str = concat!(
    "select ",
    line_columns!(),
    " from (select ",
    own_columns!(),
    " from projects p where p.stage in ('tabled','in_discussion','group_ballot','principals_ballot','supervisor_review')) p ",
    with_newest!(),
    " order by p.recorded_at, p.id"
);
const CLEARED: &str = "select p.id, p.group_id, p.entry_id, s.valid_until from projects p \
     join authorisations a on a.id = p.authorisation_id join sign_offs s on s.id = a.sign_off_id \
     where p.stage = 'cleared' and s.valid_until < $1 order by s.valid_until, p.id";
/// A line for each entry that made points which wait for an answer, as long as the project is talked about.
macro_rules! unanswered {
    () => {
        "select distinct p.group_id, p.code, t.party as objector, t.entry_id, t.recorded_at as since from open_points t \
         join projects p on p.id = t.project_id and p.stage = 'in_discussion' \
         where not exists (select 1 from answers a where a.point_id = t.id)"
    };
}
const UNANSWERED: &str = concat!(unanswered!(), " order by t.recorded_at, t.entry_id");
const UNANSWERED_OF: &str = concat!(unanswered!(), " and t.entry_id = $3 and ", visible_to!());
const BY_ID: &str = "select id, group_id, sector, proposed_by, source, stage, code, authorisation_id, ledger, recorded_at \
     from projects where id = $1";
const TOLD: &str = "insert into reminders (entry_id, code, told_at) select $1, $2, $3 \
     where not exists (select 1 from reminders where entry_id = $1 and code = $2)";
const HOLDERS: &str = "select distinct person_id from held_roles where party = $1 and role = $2 and (group_id is null or group_id = $3) \
     order by person_id";

/// A project that is cleared, with the end of its sign-off.
#[derive(Clone, Debug, Deserialize)]
pub struct Cleared {
    /// The project.
    pub id: ProjectId,
    /// Its group.
    pub group_id: GroupId,
    /// The entry that cleared it.
    pub entry_id: EntryId,
    /// Until when work may begin.
    pub valid_until: Timestamp,
}

/// Points that one entry made and nobody has answered.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Unanswered {
    /// The project's group.
    pub group_id: GroupId,
    /// Its code.
    pub code: String,
    /// Whose points they are.
    pub objector: Party,
    /// The entry that made the points.
    pub entry_id: EntryId,
    /// When that was.
    pub since: Timestamp,
}

/// Everything that was objected and not answered, in projects that are in discussion.
///
/// # Errors
/// The database fails.
pub async fn unanswered(tx: &mut Tx) -> Result<Vec<Unanswered>, Error> {
    tx.list(UNANSWERED, &[]).await
}

/// An entry's points that are still to be answered, if there are any and this viewer may read the project.
///
/// # Errors
/// The database fails.
pub async fn unanswered_of(tx: &mut Tx, viewer: &Viewer, entry: &EntryId) -> Result<Option<Visible<Unanswered>>, Error> {
    let [caucus, person] = viewer_values(viewer);
    let found: Option<Unanswered> = tx.find(UNANSWERED_OF, &[caucus, person, entry.as_str().into()]).await?;
    Ok(found.map(Visible::new))
}

/// Every project with a clock.
///
/// # Errors
/// The database fails.
pub async fn running(tx: &mut Tx) -> Result<Vec<Line>, Error> {
    tx.list(RUNNING, &[]).await
}

/// Every cleared project whose sign-off ends before this.
///
/// # Errors
/// The database fails.
pub async fn cleared(tx: &mut Tx, before: Timestamp) -> Result<Vec<Cleared>, Error> {
    tx.list(CLEARED, &[before.0.into()]).await
}

/// Something to be told of a step.
#[derive(Clone, Debug)]
pub struct Notice {
    /// The entry that began the step.
    pub entry_id: EntryId,
    /// In which group.
    pub group_id: GroupId,
    /// What is told; once for each entry.
    pub code: String,
    /// As which mail.
    pub kind: Kind,
    /// To whom.
    pub to: Vec<(Party, Role)>,
}

/// Tells it, unless it was told before; true where it was not.
///
/// # Errors
/// The database fails.
pub async fn tell(db: &Db, notice: &Notice, occasion: Occasion) -> Result<bool, Error> {
    let notice = notice.clone();
    db.write(Readers::system(), move |tx| {
        let notice = notice.clone();
        Box::pin(async move { once(tx, &notice, occasion).await })
    })
    .await
}

async fn once(tx: &mut Tx, notice: &Notice, occasion: Occasion) -> Result<bool, Error> {
    let told = [notice.entry_id.as_str().into(), notice.code.as_str().into(), occasion.at.0.into()];
    if tx.execute(TOLD, &told).await? == 0 {
        return Ok(false);
    }
    for person in holders(tx, &notice.to, &notice.group_id).await? {
        outbox::add(tx, notice.kind, &person, Some(&notice.entry_id), occasion).await?;
        if notice.kind.is_duty() {
            crate::notice::make_for(tx, &person, (&notice.entry_id, occasion.at), Topic::Duties).await?;
        }
    }
    Ok(true)
}

/// Everybody who holds one of these roles in a group.
pub(crate) async fn holders(tx: &mut Tx, roles: &[(Party, Role)], group: &GroupId) -> Result<BTreeSet<PersonId>, Error> {
    let mut found = BTreeSet::new();
    for (party, role) in roles {
        let people: Vec<(PersonId,)> =
            tx.list(HOLDERS, &[party.code().into(), role.code().into(), group.as_str().into()]).await?;
        found.extend(people.into_iter().map(|(person,)| person));
    }
    Ok(found)
}

/// Runs a rule that nobody asks for, and records what it says; gives the entry.
///
/// # Errors
/// [`Failure`]; then nothing was recorded.
pub async fn by_itself<R>(db: &Db, project: &ProjectId, occasion: Occasion, rule: R) -> Result<EntryId, Failure>
where
    R: Fn(&Facts) -> Result<Change, Refusal> + Send + Sync + 'static,
{
    let given = Arc::new((project.clone(), rule));
    db.write(Readers::system(), move |tx| {
        let given = Arc::clone(&given);
        Box::pin(async move {
            let (id, rule) = &*given;
            let project: Project = tx.find(BY_ID, &[id.as_str().into()]).await?.ok_or(Failure::NotFound)?;
            let facts = facts::load(tx, project, occasion.at).await?;
            let entry = ledger::append(tx, &rule(&facts)?, "engine").await?;
            Ok(entry.id)
        })
    })
    .await
}
