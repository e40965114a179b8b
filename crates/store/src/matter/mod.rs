//! Matters: those that a viewer may know of, one with everything recorded of it, what waits in them, and the deeds that their rules allow.

mod list;

use std::sync::Arc;

use domain::change::Change;
use domain::clock::{Ball, Turn};
use domain::id::{GroupId, MatterId, MeetingId, Occasion};
use domain::ledger::Entry;
use domain::matter::clock::{self, Standing};
use domain::matter::settle::{MatterConsent, MatterEnd, Resolution};
use domain::matter::{About, HandOver, Matter, MatterReply, MatterStart};
use domain::meeting::Meeting;
use domain::meeting::agenda::MatterPin;
use domain::notice::Topic;
use domain::refusal::Refusal;
use domain::time::Timestamp;
use domain::viewer::Viewer;
use serde::Deserialize;

pub use self::list::{Listed, PAGE, about, list, of_entry, open, seen};
use crate::clock::holders;
use crate::meeting::readable;
use crate::outbox::{self, Kind};
use crate::perform::{Failure, Request, deed};
use crate::value::Value;
use crate::{Db, Error, Readers, Tx, Visible, form_key, ledger, notice};

const START: &str = "select m.id, m.group_id, m.number, m.project_id, m.version_id, m.content_hash, m.meeting_id, m.lang, m.title, m.text, \
     m.wish, m.civilian, m.party, m.person_id from matters m where m.id = $1";
const RAISED_AT: &str = "select recorded_at from matters where id = $1";
const SEEN: &str = concat!("select m.id from matters m where m.id = $2 and ", readable!("m.group_id"));
const REPLIES: &str = "select id, matter_id, lang, text, party, person_id, recorded_at from matter_replies where matter_id = $1 \
     order by recorded_at, id";
const HAND_OVER: &str = "select matter_id, from_level, to_level, lang, note, party, person_id, recorded_at from matter_hand_overs \
     where matter_id = $1";
const RESOLUTIONS: &str = "select id, matter_id, number, lang, text, hash, party, person_id, recorded_at from resolutions \
     where matter_id = $1 order by number";
const CONSENTS: &str = "select resolution_id, matter_id, hash, party, person_id from matter_consents where matter_id = $1 order by recorded_at, party";
const END: &str = "select matter_id, outcome, lang, reason, party, person_id, recorded_at from matter_ends where matter_id = $1";
const LAST: &str = "select coalesce(max(number), 0) from matters where group_id = $1";
const PINS: &str = "select m.id as matter_id, m.number, m.lang, m.title from matters m where m.group_id = $1 \
     and not exists (select 1 from matter_ends e where e.matter_id = m.id) order by m.number";
/// What a matter can be raised about: the newest version of a project, or a meeting; by the code of the one or the id of the other.
const VERSION: &str = concat!(
    "select p.group_id, p.id as project_id, v.id as version_id, v.content_hash, v.number from projects p join newest_versions v \
     on v.project_id = p.id where p.code = $2 and p.ledger = 'joint' and ",
    readable!("p.group_id")
);
const MEETING: &str = concat!("select m.group_id, m.id, m.number from meetings m where m.id = $2 and ", readable!("m.group_id"));
const NAMED: &str = "select p.code, v.number as version, t.number as meeting from matters m left join projects p on p.id = m.project_id \
     left join versions v on v.id = m.version_id left join meetings t on t.id = m.meeting_id where m.id = $1";

/// A row with the time of its entry.
#[derive(Deserialize)]
struct Timed<T> {
    #[serde(flatten)]
    row: T,
    recorded_at: Timestamp,
}

impl<T> From<Timed<T>> for (T, Timestamp) {
    fn from(timed: Timed<T>) -> Self {
        (timed.row, timed.recorded_at)
    }
}

/// How people call what a matter is about: the code and the number of a version, or the number of a meeting.
#[derive(Clone, Debug, Deserialize)]
pub struct Named {
    /// The project's code.
    pub code: Option<String>,
    /// The version's number.
    pub version: Option<i64>,
    /// The meeting's number in the group.
    pub meeting: Option<i64>,
}

/// What somebody can raise a matter about.
#[derive(Clone, Debug)]
pub struct Subject {
    /// In which group.
    pub group_id: GroupId,
    /// What.
    pub about: About,
    /// The number of the version or of the meeting.
    pub number: i64,
}

fn who(viewer: &Viewer) -> Value {
    viewer.person_id.as_str().into()
}

/// The matter with this id and everything recorded of it, if this viewer may know of it.
///
/// # Errors
/// The database fails.
pub async fn find(tx: &mut Tx, viewer: &Viewer, id: &str) -> Result<Option<Visible<Matter>>, Error> {
    if tx.find::<(String,)>(SEEN, &[who(viewer), id.into()]).await?.is_none() {
        return Ok(None);
    }
    Ok(load(tx, id).await?.map(Visible::new))
}

async fn load(tx: &mut Tx, id: &str) -> Result<Option<Matter>, Error> {
    let id: &[Value] = &[id.into()];
    let Some(start) = tx.find::<MatterStart>(START, id).await? else { return Ok(None) };
    let raised_at: Option<(Timestamp,)> = tx.find(RAISED_AT, id).await?;
    let mut matter = Matter::new(start, raised_at.map_or(Timestamp(0), |(at,)| at));
    matter.replies = tx.list::<Timed<MatterReply>>(REPLIES, id).await?.into_iter().map(Into::into).collect();
    matter.handed_over = tx.find::<Timed<HandOver>>(HAND_OVER, id).await?.map(Into::into);
    matter.resolutions = tx.list::<Timed<Resolution>>(RESOLUTIONS, id).await?.into_iter().map(Into::into).collect();
    matter.consents = tx.list::<MatterConsent>(CONSENTS, id).await?;
    matter.end = tx.find::<Timed<MatterEnd>>(END, id).await?.map(Into::into);
    Ok(Some(matter))
}

/// What a matter is about, as people call it.
///
/// # Errors
/// The database fails.
pub async fn named(tx: &mut Tx, matter: &Visible<Matter>) -> Result<Option<Named>, Error> {
    tx.find(NAMED, &[matter.start.id.as_str().into()]).await
}

/// What this viewer can raise a matter about: the newest version of the project with this code, or the meeting with this id.
///
/// # Errors
/// The database fails.
pub async fn subject(tx: &mut Tx, viewer: &Viewer, name: &str) -> Result<Option<Visible<Subject>>, Error> {
    let values = [who(viewer), name.into()];
    if let Some((group_id, project_id, version_id, content_hash, number)) = tx.find(VERSION, &values).await? {
        let about = About::Version { project_id, version_id, content_hash };
        return Ok(Some(Visible::new(Subject { group_id, about, number })));
    }
    let found: Option<(GroupId, MeetingId, i64)> = tx.find(MEETING, &values).await?;
    Ok(found.map(|(group_id, id, number)| Visible::new(Subject { group_id, about: About::Meeting(id), number })))
}

/// The open matters of the group, to which an item of its agenda can be pinned.
///
/// # Errors
/// The database fails.
pub async fn pins(tx: &mut Tx, meeting: &Visible<Meeting>) -> Result<Vec<MatterPin>, Error> {
    tx.list(PINS, &[meeting.start.group_id.as_str().into()]).await
}

/// The matter that an item is pinned to, for whoever reads the meeting.
///
/// # Errors
/// The database fails.
pub async fn paper(tx: &mut Tx, meeting: &Visible<Meeting>, pin: &MatterPin) -> Result<Option<Visible<Matter>>, Error> {
    let found = load(tx, pin.matter_id.as_str()).await?;
    Ok(found.filter(|matter| matter.start.group_id == meeting.start.group_id).map(Visible::new))
}

/// Raises a matter by a rule, which gets what it is about and its number in the group; gives its id.
///
/// # Errors
/// [`Failure`]; then nothing was recorded.
pub async fn raise<R>(db: &Db, name: &str, request: &Request, rule: R) -> Result<String, Failure>
where
    R: Fn(&Viewer, &Subject, i64) -> Result<Change, Refusal> + Send + Sync + 'static,
{
    deed(db, request, (name.to_owned(), rule), move |tx, viewer, request, (name, rule)| {
        Box::pin(async move {
            let subject = subject(tx, viewer, name).await?.ok_or(Failure::NotFound)?;
            let number = tx.count(LAST, &[subject.group_id.as_str().into()]).await? + 1;
            let change = rule(viewer, &subject, number)?;
            let entry = ledger::append(tx, &change, &request.id).await?;
            tell(tx, &change.subject_id, &entry, None).await?;
            form_key::claim(tx, request, &change.subject_id).await?;
            Ok(change.subject_id)
        })
    })
    .await
}

/// Does a deed on a matter by a rule.
///
/// # Errors
/// [`Failure`]; then nothing was recorded.
pub async fn perform<R>(db: &Db, id: &str, request: &Request, rule: R) -> Result<(), Failure>
where
    R: Fn(&Matter, &Viewer) -> Result<Change, Refusal> + Send + Sync + 'static,
{
    deed(db, request, (id.to_owned(), rule), move |tx, viewer, request, (id, rule)| {
        Box::pin(async move {
            let matter = find(tx, viewer, id).await?.ok_or(Failure::NotFound)?;
            let entry = ledger::append(tx, &rule(&matter, viewer)?, &request.id).await?;
            tell(tx, id, &entry, clock::ball(&Standing::of(&matter))).await?;
            form_key::claim(tx, request, id).await?;
            Ok(())
        })
    })
    .await
}

/// Runs a rule on a matter that nobody asks for, and records what it says.
///
/// # Errors
/// [`Failure`]; then nothing was recorded.
pub async fn by_itself<R>(db: &Db, id: &MatterId, rule: R) -> Result<(), Failure>
where
    R: Fn(&Matter) -> Result<Change, Refusal> + Send + Sync + 'static,
{
    let given = Arc::new((id.clone(), rule));
    db.write(Readers::system(), move |tx| {
        let given = Arc::clone(&given);
        Box::pin(async move {
            let (id, rule) = &*given;
            let matter = load(tx, id.as_str()).await?.ok_or(Failure::NotFound)?;
            let entry = ledger::append(tx, &rule(&matter)?, "engine").await?;
            tell(tx, id.as_str(), &entry, clock::ball(&Standing::of(&matter))).await?;
            Ok(())
        })
    })
    .await
}

/// A mail and a duty for each person whose turn it has become by this entry.
async fn tell(tx: &mut Tx, id: &str, entry: &Entry, before: Option<Ball>) -> Result<(), Error> {
    let Some(matter) = load(tx, id).await? else { return Ok(()) };
    let standing = Standing::of(&matter);
    let Some(ball) = clock::ball(&standing).filter(|ball| before.is_none_or(|before| before != *ball)) else { return Ok(()) };
    let occasion = Occasion::new(entry.recorded_at, [0; 32]).branch(entry.id.as_str());
    let roles = clock::who_acts(standing.level(), ball.holder, Turn::Holder);
    for person in holders(tx, &roles, &matter.start.group_id).await?.iter().filter(|person| **person != entry.person_id) {
        outbox::add(tx, Kind::MatterAsked, person, Some(&entry.id), occasion).await?;
        notice::make_for(tx, person, (&entry.id, entry.recorded_at), Topic::Duties).await?;
    }
    Ok(())
}
