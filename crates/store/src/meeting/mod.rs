//! Meetings: those that a viewer may know of, one with everything recorded of it, and the deeds that its rules allow.

pub mod calendar;
mod read;
pub mod screen;
pub mod series;
pub mod waiting;

use domain::change::{Change, Command};
use domain::id::{ActionItemId, BallotId, EntryId, GroupId, MeetingId, PersonId, ProjectId, SpokenPositionId, VersionId};
use domain::meeting::action::ActionItem;
use domain::meeting::agenda::Pin;
use domain::meeting::{Meeting, MeetingStage, MeetingSubject};
use domain::party::Party;
use domain::position::Verdict;
use domain::refusal::Refusal;
use domain::text::Lang;
use domain::time::Timestamp;
use domain::version::Content;
use domain::viewer::Viewer;
use serde::Deserialize;

pub use self::read::{Times, times};
use crate::outbox::{self, Kind};
use crate::perform::{Failure, Request, deed};
use crate::value::Value;
use crate::{Db, Error, Tx, Visible, form_key, ledger};

/// Whoever holds a role in the group that reads what is joint; `$1` is the person.
macro_rules! readable {
    ($group:literal) => {
        concat!(
            "exists (select 1 from held_roles r where r.person_id = $1 and r.role <> 'administrator' and (r.group_id is null or r.group_id = ",
            $group,
            "))"
        )
    };
}

pub(crate) use readable;

macro_rules! stage {
    () => {
        "coalesce((select s.to_stage from meeting_steps s where s.meeting_id = m.id order by s.number desc limit 1), 'planned')"
    };
}

use stage;

macro_rules! listed {
    () => {
        concat!(
            "select m.id, m.group_id, m.number, ",
            stage!(),
            " as stage, p.revision, coalesce((select s.recorded_at from meeting_steps s where s.meeting_id = m.id and s.to_stage = 'cancelled'), p.recorded_at) as changed_at, p.starts_at, p.ends_at, p.lang, p.place, p.link from meetings m join meeting_plans p on p.meeting_id = m.id \
             and p.revision = (select max(revision) from meeting_plans where meeting_id = m.id) where "
        )
    };
}

const LIST: &str = concat!(
    listed!(),
    readable!("m.group_id"),
    " and ($2 = '' or m.group_id = $2) order by p.starts_at desc, m.id limit $3 offset $4"
);
/// For a calendar: those that end after `$2`.
const SINCE: &str = concat!(listed!(), readable!("m.group_id"), " and p.ends_at > $2 order by p.starts_at, m.id limit 500");
const ONE: &str = concat!(listed!(), readable!("m.group_id"), " and m.id = $2");
const OF_ENTRY: &str = "select subject_id, command from entries where id = $1 and subject = 'meeting'";
const COUNT: &str =
    concat!("select count(*) from meetings m where ", readable!("m.group_id"), " and ($2 = '' or m.group_id = $2)");
const FIND: &str = concat!("select m.number from meetings m where m.id = $2 and ", readable!("m.group_id"));
const BEFORE: &str = concat!(
    listed!(),
    "m.group_id = $1 and m.number < $2 and ",
    stage!(),
    " in ('ended','corrections','recorded') order by m.number desc limit 1"
);
/// Both heads opened the newest text of the minutes.
const RELEASED: &str = concat!(
    listed!(),
    "(select count(distinct c.party) from meeting_consents c where c.meeting_id = m.id and c.subject = 'release' and c.subject_hash = \
     (select g.hash from minutes g where g.meeting_id = m.id order by g.revision desc limit 1)) = 2 order by p.starts_at desc, m.id limit 200"
);
const LAST: &str = "select coalesce(max(number), 0) from meetings where group_id = $1";
const PINS: &str = "select p.id as project_id, p.code, v.id as version_id, v.number, v.content_hash, v.title_en, v.title_he, v.title_ar \
     from projects p join versions v on v.project_id = p.id and v.number = (select max(number) from versions where project_id = p.id) \
     where p.group_id = $1 and p.ledger = 'joint' and p.code is not null \
     and p.stage not in ('closed','withdrawn','declined','lapsed') order by p.code";
const PAPER: &str = "select v.content from versions v join projects p on p.id = v.project_id where v.id = $1 and p.group_id = $2 \
     and p.ledger = 'joint'";
const OPEN_BALLOT: &str = "select id from ballots where project_id = $1 and closed_at is null";
const CONFIRMED: &str = "select s.id, p.verdict from spoken_positions s join positions p on p.ballot_id = s.ballot_id \
     and p.party = s.party and p.recorded_at >= s.recorded_at where s.meeting_id = $1 order by p.number";
const SPEAKERS: &str = "select a.id as person_id, a.party, r.role from people a join held_roles r on r.person_id = a.id \
     where r.role <> 'administrator' and (r.group_id is null or r.group_id = $1) order by a.party, a.id, r.role";
const ACTIONS: &str = concat!(
    "select a.id, a.meeting_id, a.item_id, a.group_id, a.party, a.lang, a.office, a.text, a.due_on, a.person_id from action_items a \
     where not exists (select 1 from action_item_ends e where e.action_item_id = a.id) and ($2 = '' or a.party = $2) and ",
    readable!("a.group_id"),
    " order by a.due_on, a.id limit 100"
);
const ACTION: &str = concat!(
    "select a.id, a.meeting_id, a.item_id, a.group_id, a.party, a.lang, a.office, a.text, a.due_on, a.person_id from action_items a \
     where a.id = $2 and ",
    readable!("a.group_id")
);
const ENDED_ALREADY: &str = "select count(*) from action_item_ends where action_item_id = $1";

/// Meetings on a page of the list.
pub const PAGE: i64 = 25;

/// A meeting in a list.
#[derive(Clone, Debug, Deserialize)]
pub struct Listed {
    /// Its id.
    pub id: MeetingId,
    /// Of which working group.
    pub group_id: GroupId,
    /// Its number in the group.
    pub number: i64,
    /// Where it stands.
    pub stage: MeetingStage,
    /// How often its plan was changed, from 1.
    pub revision: i64,
    /// When that was.
    pub changed_at: Timestamp,
    /// When it begins.
    pub starts_at: Timestamp,
    /// When it is to end.
    pub ends_at: Timestamp,
    /// The language of the place.
    pub lang: Lang,
    /// Where people meet.
    pub place: String,
    /// Where they meet from afar.
    pub link: String,
}

/// A version to which an item of an agenda can be pinned.
#[derive(Clone, Debug, Deserialize)]
pub struct Pinnable {
    project_id: ProjectId,
    code: String,
    version_id: VersionId,
    number: i64,
    content_hash: String,
    title_en: String,
    title_he: String,
    title_ar: String,
}

impl Pinnable {
    /// The version.
    #[must_use]
    pub fn pin(&self) -> Pin {
        Pin {
            project_id: self.project_id.clone(),
            code: self.code.clone(),
            version_id: self.version_id.clone(),
            number: self.number,
            content_hash: self.content_hash.clone(),
        }
    }

    /// Its title in a language; empty where nobody wrote it.
    #[must_use]
    pub fn title(&self, lang: Lang) -> &str {
        lang.of([&self.title_en, &self.title_he, &self.title_ar])
    }
}

/// Somebody who may be asked to a meeting, with a role they hold.
#[derive(Clone, Debug, Deserialize)]
pub struct Invited {
    /// Who.
    pub person_id: PersonId,
    /// Of which party.
    pub party: Party,
    /// As what.
    pub role: domain::person::Role,
}

/// The meetings that this viewer may know of, of one group or of all (`""`), the latest first, and how many there are.
///
/// # Errors
/// The database fails.
pub async fn list(tx: &mut Tx, viewer: &Viewer, group: &str, page: i64) -> Result<(Vec<Visible<Listed>>, i64), Error> {
    let who = viewer.person_id.as_str();
    let count = tx.count(COUNT, &[who.into(), group.into()]).await?;
    let values: [Value; 4] = [who.into(), group.into(), PAGE.into(), ((page.max(1) - 1) * PAGE).into()];
    let found: Vec<Listed> = tx.list(LIST, &values).await?;
    Ok((found.into_iter().map(Visible::new).collect(), count))
}

/// The meetings that this viewer may know of and that end after a moment, the next first.
///
/// # Errors
/// The database fails.
pub async fn since(tx: &mut Tx, viewer: &Viewer, from: Timestamp) -> Result<Vec<Visible<Listed>>, Error> {
    let found: Vec<Listed> = tx.list(SINCE, &[viewer.person_id.as_str().into(), from.0.into()]).await?;
    Ok(found.into_iter().map(Visible::new).collect())
}

/// The meeting with this id as it stands in the list, if this viewer may know of it.
///
/// # Errors
/// The database fails.
pub async fn listed(tx: &mut Tx, viewer: &Viewer, id: &str) -> Result<Option<Visible<Listed>>, Error> {
    Ok(tx.find::<Listed>(ONE, &[viewer.person_id.as_str().into(), id.into()]).await?.map(Visible::new))
}

/// The meeting that an entry is about, and what was done to it, if this viewer may know of it.
///
/// # Errors
/// The database fails.
pub async fn of_entry(tx: &mut Tx, viewer: &Viewer, entry: &EntryId) -> Result<Option<(Visible<Listed>, Command)>, Error> {
    let Some((id, command)) = tx.find::<(String, Command)>(OF_ENTRY, &[entry.as_str().into()]).await? else { return Ok(None) };
    Ok(listed(tx, viewer, &id).await?.map(|one| (one, command)))
}

/// The meeting with this id and everything recorded of it, if this viewer may know of it.
///
/// # Errors
/// The database fails.
pub async fn find(tx: &mut Tx, viewer: &Viewer, id: &str) -> Result<Option<Visible<Meeting>>, Error> {
    if !is_read(tx, viewer, &id.into()).await? {
        return Ok(None);
    }
    Ok(read::load(tx, id).await?.map(Visible::new))
}

/// Does this viewer read this meeting?
///
/// # Errors
/// The database fails.
pub async fn is_read(tx: &mut Tx, viewer: &Viewer, id: &MeetingId) -> Result<bool, Error> {
    let seen: Option<(i64,)> = tx.find(FIND, &[viewer.person_id.as_str().into(), id.as_str().into()]).await?;
    Ok(seen.is_some())
}

/// The meetings whose agreed minutes the public may read, the latest first.
///
/// # Errors
/// The database fails.
pub async fn released(tx: &mut Tx) -> Result<Vec<Listed>, Error> {
    tx.list(RELEASED, &[]).await
}

/// One of them, with everything recorded of it.
///
/// # Errors
/// The database fails.
pub async fn public(tx: &mut Tx, id: &str) -> Result<Option<Visible<Meeting>>, Error> {
    let open =
        |meeting: &Meeting| meeting.newest_minutes().is_some_and(|newest| meeting.joint(MeetingSubject::Release, &newest.hash));
    Ok(read::load(tx, id).await?.filter(open).map(Visible::new))
}

/// The last meeting of the group that was held before this one.
///
/// # Errors
/// The database fails.
pub async fn before(tx: &mut Tx, meeting: &Visible<Meeting>) -> Result<Option<Visible<Listed>>, Error> {
    let values = [meeting.start.group_id.as_str().into(), meeting.start.number.into()];
    Ok(tx.find::<Listed>(BEFORE, &values).await?.map(Visible::new))
}

/// The newest versions of the group's projects, for whoever reads the meeting.
///
/// # Errors
/// The database fails.
pub async fn pins(tx: &mut Tx, meeting: &Visible<Meeting>) -> Result<Vec<Pinnable>, Error> {
    tx.list(PINS, &[meeting.start.group_id.as_str().into()]).await
}

/// The text of the version that an item is pinned to, for whoever reads the meeting.
///
/// # Errors
/// The database fails.
pub async fn paper(tx: &mut Tx, meeting: &Visible<Meeting>, pin: &Pin) -> Result<Option<Content>, Error> {
    let values = [pin.version_id.as_str().into(), meeting.start.group_id.as_str().into()];
    let found: Option<(String,)> = tx.find(PAPER, &values).await?;
    let read =
        |(text,): (String,)| serde_json::from_str(&text).map_err(|_| Error::Corrupt("a version that cannot be read".into()));
    found.map(read).transpose()
}

/// The ballot that is open on a project.
///
/// # Errors
/// The database fails.
pub async fn open_ballot(tx: &mut Tx, project: &ProjectId) -> Result<Option<BallotId>, Error> {
    Ok(tx.find::<(BallotId,)>(OPEN_BALLOT, &[project.as_str().into()]).await?.map(|(id,)| id))
}

/// The spoken positions of a meeting that their side has since recorded, with what it recorded.
///
/// # Errors
/// The database fails.
pub async fn confirmed(tx: &mut Tx, id: &MeetingId) -> Result<Vec<(SpokenPositionId, Verdict)>, Error> {
    tx.list(CONFIRMED, &[id.as_str().into()]).await
}

/// Everybody who holds a role in a group or in all groups, with each such role.
async fn roles(tx: &mut Tx, group: &GroupId) -> Result<Vec<Invited>, Error> {
    tx.list(SPEAKERS, &[group.as_str().into()]).await
}

/// Everybody who is asked to a meeting, with each role they hold there.
///
/// # Errors
/// The database fails.
pub async fn invited(tx: &mut Tx, meeting: &Visible<Meeting>) -> Result<Vec<Invited>, Error> {
    roles(tx, &meeting.start.group_id).await
}

/// The open action items that this viewer may know of, of one party or of all (`""`), the next due first.
///
/// # Errors
/// The database fails.
pub async fn open_actions(tx: &mut Tx, viewer: &Viewer, party: &str) -> Result<Vec<Visible<ActionItem>>, Error> {
    let found: Vec<ActionItem> = tx.list(ACTIONS, &[viewer.person_id.as_str().into(), party.into()]).await?;
    Ok(found.into_iter().map(Visible::new).collect())
}

/// Calls a meeting by a rule, which gets its number; gives its id.
///
/// # Errors
/// [`Failure`]; then nothing was recorded.
pub async fn start<R>(db: &Db, group: &GroupId, request: &Request, rule: R) -> Result<String, Failure>
where
    R: Fn(&Viewer, i64) -> Result<Change, Refusal> + Send + Sync + 'static,
{
    deed(db, request, (group.clone(), rule), move |tx, viewer, request, (group, rule)| {
        Box::pin(async move {
            let number = tx.count(LAST, &[group.as_str().into()]).await? + 1;
            let change = rule(viewer, number)?;
            let entry = ledger::append(tx, &change, &request.id).await?;
            tell(tx, group, viewer, &entry.id, request).await?;
            form_key::claim(tx, request, &change.subject_id).await?;
            Ok(change.subject_id)
        })
    })
    .await
}

/// A mail to everybody of the group but whoever did it.
async fn tell(tx: &mut Tx, group: &GroupId, viewer: &Viewer, entry: &EntryId, request: &Request) -> Result<(), Error> {
    let mut told: Vec<PersonId> = roles(tx, group).await?.into_iter().map(|one| one.person_id).collect();
    told.dedup();
    for person in told.iter().filter(|person| **person != viewer.person_id) {
        outbox::add(tx, Kind::Meeting, person, Some(entry), request.occasion).await?;
    }
    Ok(())
}

/// Does a deed on a meeting by a rule. `telling` mails those who are asked to it.
///
/// # Errors
/// [`Failure`]; then nothing was recorded.
pub async fn perform<R>(db: &Db, id: &str, request: &Request, telling: bool, rule: R) -> Result<(), Failure>
where
    R: Fn(&Meeting, &Viewer) -> Result<Change, Refusal> + Send + Sync + 'static,
{
    deed(db, request, (id.to_owned(), rule), move |tx, viewer, request, (id, rule)| {
        Box::pin(async move {
            let meeting = find(tx, viewer, id).await?.ok_or(Failure::NotFound)?;
            let entry = ledger::append(tx, &rule(&meeting, viewer)?, &request.id).await?;
            if telling {
                tell(tx, &meeting.start.group_id, viewer, &entry.id, request).await?;
            }
            form_key::claim(tx, request, id).await?;
            Ok(())
        })
    })
    .await
}

/// Closes an action item by a rule.
///
/// # Errors
/// [`Failure`]; then nothing was recorded.
pub async fn end_action<R>(db: &Db, id: &ActionItemId, request: &Request, rule: R) -> Result<(), Failure>
where
    R: Fn(&ActionItem, &Viewer) -> Result<Change, Refusal> + Send + Sync + 'static,
{
    deed(db, request, (id.clone(), rule), move |tx, viewer, request, (id, rule)| {
        Box::pin(async move {
            let values = [viewer.person_id.as_str().into(), id.as_str().into()];
            let action: ActionItem = tx.find(ACTION, &values).await?.ok_or(Failure::NotFound)?;
            if tx.count(ENDED_ALREADY, &[id.as_str().into()]).await? > 0 {
                return Err(Failure::Refused(Refusal::AlreadyEnded));
            }
            ledger::append(tx, &rule(&action, viewer)?, &request.id).await?;
            form_key::claim(tx, request, action.meeting_id.as_str()).await?;
            Ok(())
        })
    })
    .await
}
