//! Notices of a person's inbox: made with their cause, in its transaction, for everybody who may read it but its author. A row says
//! whom a change concerns, never what it says; that is read with the entry, and only while the person may still read that.

use domain::change::{Change, Record};
use domain::id::{EntryId, PersonId};
use domain::ledger::Entry;
use domain::notice::Topic;
use domain::party::Party;
use domain::time::Timestamp;
use domain::viewer::Viewer;
use serde::Deserialize;

use crate::activity::{Deed, PAGE, event_columns, event_rows, readable, subject_rows, values};
use crate::outbox::{self, Kind};
use crate::{Error, Tx, Visible};

/// What a person chose for the topic of a notice, `n`.
macro_rules! chosen {
    () => {
        "left join notice_choices c on c.person_id = n.person_id and c.topic = n.topic"
    };
}
pub(crate) use chosen;

/// How fast a notice, `n`, comes by mail: as [`Topic::usual`] says, or as its reader chose, `c`.
macro_rules! pace {
    () => {
        "coalesce(c.pace, case when n.topic in ('duties', 'mentions') then 'at_once' else 'daily' end)"
    };
}
pub(crate) use pace;

/// Everybody whose role reads the entry: of a party that its ledger admits, in its group, and in a channel one who speaks there.
const MAKE: &str = concat!(
    "insert into notices (person_id, entry_id, topic, created_at) \
     select distinct r.person_id, e.id, cast($2 as text), cast($3 as bigint) from entries e ",
    subject_rows!(),
    " join held_roles r on r.role <> 'administrator' and (r.group_id is null or r.group_id = g.id) \
     where e.id = $1 and r.person_id <> e.person_id and (p.id is null or p.ledger in ('joint', e.ledger)) \
     and r.party in ($4, $5, $6, $7) \
     and (e.ledger not in ('channel_il', 'channel_sy') or r.role in ('co_chair','signatory','head','reviewer','officer'))"
);
const ONE: &str = "insert into notices (person_id, entry_id, topic, created_at) values ($1, $2, $3, $4) \
     on conflict (person_id, entry_id) do update set topic = excluded.topic, created_at = excluded.created_at, read_at = null";
const LIST: &str = concat!(
    "select n.topic, n.created_at as came_at, n.read_at, ",
    event_columns!(),
    " from notices n join entries e on e.id = n.entry_id ",
    event_rows!(),
    " where n.person_id = $2 and ",
    readable!(),
    " and ($5 = '' or n.topic = $5) and (n.created_at, n.entry_id) < ($6, $7) \
     order by n.created_at desc, n.entry_id desc limit $8"
);
const UNREAD: &str = concat!(
    "select count(*) from (select n.entry_id from notices n join entries e on e.id = n.entry_id ",
    subject_rows!(),
    " where n.person_id = $2 and n.read_at is null and ",
    readable!(),
    " limit 100) u"
);
/// A duty has a mail of its own.
const AT_ONCE: &str = concat!(
    "select n.person_id from notices n ",
    chosen!(),
    " where n.entry_id = $1 and n.topic <> 'duties' and ",
    pace!(),
    " = 'at_once'"
);
const OF_ENTRY: &str = concat!(
    "select n.topic, n.created_at as came_at, n.read_at, ",
    event_columns!(),
    " from notices n join entries e on e.id = n.entry_id ",
    event_rows!(),
    " where n.person_id = $2 and n.entry_id = $5 and ",
    readable!()
);
const READ: &str = "update notices set read_at = $3 where person_id = $1 and entry_id = $2 and read_at is null";
const READ_ALL: &str = "update notices set read_at = $3 where person_id = $1 and created_at <= $2 and read_at is null";
const READ_BEFORE: &str = "update notices set read_at = $1 where created_at < $1 and read_at is null";
const SWEEP: &str = "delete from notices where created_at < $1";

/// One notice, with the change that it tells of.
#[derive(Clone, Debug, Deserialize)]
pub struct Notice {
    /// What it is about.
    pub topic: Topic,
    /// When it came; a reminder of something comes later than the thing.
    pub came_at: Timestamp,
    /// Since when it is read.
    pub read_at: Option<Timestamp>,
    /// What changed.
    #[serde(flatten)]
    pub deed: Deed,
}

/// Tells everybody whom a change concerns: under its topic all its readers, and under their own whose attention a message asks for.
pub(crate) async fn make(tx: &mut Tx, change: &Change, entry: &Entry) -> Result<(), Error> {
    if let Some(topic) = Topic::of(change.command) {
        let party = |one: Party| if change.ledger.admits(one) { one.code() } else { "" };
        let mut values = vec![entry.id.as_str().into(), topic.code().into(), entry.recorded_at.0.into()];
        values.extend(Party::ALL.map(|one| party(one).into()));
        tx.execute(MAKE, &values).await?;
    }
    for record in &change.records {
        if let Record::Mention(mention) = record {
            make_for(tx, &mention.person_id, (&entry.id, entry.recorded_at), Topic::Mentions).await?;
        }
    }
    let at_once: Vec<(PersonId,)> = tx.list(AT_ONCE, &[entry.id.as_str().into()]).await?;
    for (person,) in at_once {
        outbox::add(tx, Kind::Notice, &person, Some(&entry.id), change.occasion).await?;
    }
    Ok(())
}

/// Tells one person of an entry under a topic of their own, in place of what everybody is told; a reminder makes it unread again.
pub(crate) async fn make_for(
    tx: &mut Tx,
    person: &PersonId,
    (entry, at): (&EntryId, Timestamp),
    topic: Topic,
) -> Result<(), Error> {
    tx.execute(ONE, &[person.as_str().into(), entry.as_str().into(), topic.code().into(), at.0.into()]).await?;
    Ok(())
}

/// A person's notices, the newest first and at most one more than a page; only of what they may read now.
///
/// # Errors
/// The database fails.
pub async fn list(
    tx: &mut Tx,
    viewer: &Viewer,
    topic: Option<Topic>,
    before: Option<(Timestamp, String)>,
) -> Result<Vec<Visible<Notice>>, Error> {
    let (at, id) = before.unwrap_or((Timestamp(i64::MAX), String::new()));
    let mut values = values(viewer);
    values.push(topic.map_or("", Topic::code).into());
    values.extend([at.0.into(), id.as_str().into(), (i64::try_from(PAGE).unwrap_or(0) + 1).into()]);
    let found: Vec<Notice> = tx.list(LIST, &values).await?;
    Ok(found.into_iter().map(Visible::new).collect())
}

/// The notice that this entry brought the viewer, if they may read it now.
///
/// # Errors
/// The database fails.
pub async fn of_entry(tx: &mut Tx, viewer: &Viewer, entry: &EntryId) -> Result<Option<Visible<Notice>>, Error> {
    let mut values = values(viewer);
    values.push(entry.as_str().into());
    Ok(tx.find(OF_ENTRY, &values).await?.map(Visible::new))
}

/// How many of them are unread; a hundred stands for more.
///
/// # Errors
/// The database fails.
pub async fn unread(tx: &mut Tx, viewer: &Viewer) -> Result<i64, Error> {
    tx.count(UNREAD, &values(viewer)).await
}

/// One is read. Somebody else's, or one that is none, is left alone.
///
/// # Errors
/// The database fails.
pub async fn read(tx: &mut Tx, person: &PersonId, entry: &str, now: Timestamp) -> Result<(), Error> {
    tx.execute(READ, &[person.as_str().into(), entry.into(), now.0.into()]).await?;
    Ok(())
}

/// All are read that came no later than this, so that what comes meanwhile stays unread.
///
/// # Errors
/// The database fails.
pub async fn read_all(tx: &mut Tx, person: &PersonId, until: Timestamp, now: Timestamp) -> Result<(), Error> {
    tx.execute(READ_ALL, &[person.as_str().into(), until.0.into(), now.0.into()]).await?;
    Ok(())
}

/// Everybody has read what came before this: the people of a demonstration lived through it.
///
/// # Errors
/// The database fails.
pub async fn read_before(tx: &mut Tx, at: Timestamp) -> Result<(), Error> {
    tx.execute(READ_BEFORE, &[at.0.into()]).await?;
    Ok(())
}

/// Forgets what came before this, read or not; the history keeps what happened.
///
/// # Errors
/// The database fails.
pub async fn sweep(tx: &mut Tx, before: Timestamp) -> Result<u64, Error> {
    tx.execute(SWEEP, &[before.0.into()]).await
}
