//! Screens on a wall: a code of six digits pairs one with one meeting, once; then it holds a grant of its own, which reads that meeting
//! and nothing else, until the meeting ends or somebody cuts it off. Only hashes of codes and grants are kept.

use domain::id::{MeetingId, PersonId};
use domain::meeting::Meeting;
use domain::time::Timestamp;
use serde::Deserialize;

use super::read;
use crate::{Error, Tx, Visible};

/// How long a code that nobody has used can be used, in milliseconds.
pub const CODE_LASTS: i64 = 10 * 60_000;

/// A grant reads a meeting that lies ahead with an agreed agenda, or runs.
macro_rules! open {
    () => {
        "coalesce((select s.to_stage from meeting_steps s where s.meeting_id = c.meeting_id order by s.number desc limit 1), 'planned') \
         in ('agenda_agreed','running')"
    };
}

const ADD_CODE: &str = "insert into screen_codes (code_hash, meeting_id, person_id, ends_at, used) values ($1, $2, $3, $4, 0)";
const SWEEP: &str = "delete from screen_codes where ends_at < $1";
const USE: &str = concat!(
    "update screen_codes set used = 1 where code_hash = $1 and used = 0 and ends_at > $2 and exists (select 1 from screen_codes c \
     where c.code_hash = $1 and ",
    open!(),
    ")"
);
const OF_CODE: &str = "select meeting_id from screen_codes where code_hash = $1";
const PAIR: &str = "insert into screens (token_hash, id, meeting_id, paired_at) values ($1, $2, $3, $4)";
const GRANTED: &str = concat!("select c.meeting_id from screens c where c.token_hash = $1 and c.ended_at is null and ", open!());
const LIST: &str = "select id, paired_at from screens where meeting_id = $1 and ended_at is null order by paired_at, id";
const CUT: &str = "update screens set ended_at = $3 where id = $1 and meeting_id = $2 and ended_at is null";

/// A screen that is paired.
#[derive(Clone, Debug, Deserialize)]
pub struct Screen {
    /// Its id, which says nothing of its grant.
    pub id: String,
    /// Since when.
    pub paired_at: Timestamp,
}

/// Keeps a code for a meeting; codes that have lapsed go.
///
/// # Errors
/// The database fails, or the code is in use, which the caller answers with another one.
pub async fn offer(tx: &mut Tx, code_hash: &str, meeting: &MeetingId, person: &PersonId, now: Timestamp) -> Result<(), Error> {
    tx.execute(SWEEP, &[now.0.into()]).await?;
    let values = [code_hash.into(), meeting.as_str().into(), person.as_str().into(), now.plus_millis(CODE_LASTS).0.into()];
    tx.execute(ADD_CODE, &values).await?;
    Ok(())
}

/// Pairs a screen by a code, once; none where the code is wrong, used or lapsed, or its meeting cannot be shown.
///
/// # Errors
/// The database fails.
pub async fn pair(
    tx: &mut Tx,
    code_hash: &str,
    (token_hash, id): (&str, &str),
    now: Timestamp,
) -> Result<Option<MeetingId>, Error> {
    if tx.execute(USE, &[code_hash.into(), now.0.into()]).await? == 0 {
        return Ok(None);
    }
    let Some((meeting,)) = tx.find::<(MeetingId,)>(OF_CODE, &[code_hash.into()]).await? else { return Ok(None) };
    tx.execute(PAIR, &[token_hash.into(), id.into(), meeting.as_str().into(), now.0.into()]).await?;
    Ok(Some(meeting))
}

/// The meeting that a grant reads now.
///
/// # Errors
/// The database fails.
pub async fn granted(tx: &mut Tx, token_hash: &str) -> Result<Option<MeetingId>, Error> {
    Ok(tx.find::<(MeetingId,)>(GRANTED, &[token_hash.into()]).await?.map(|(meeting,)| meeting))
}

/// A meeting that a grant was found to read, with everything recorded of it; none once it is over.
///
/// # Errors
/// The database fails.
pub async fn shown(tx: &mut Tx, id: &MeetingId) -> Result<Option<Visible<Meeting>>, Error> {
    let found = read::load(tx, id.as_str()).await?;
    Ok(found.filter(|meeting| meeting.stage().is_in_room()).map(Visible::new))
}

/// The screens of a meeting, for whoever runs it.
///
/// # Errors
/// The database fails.
pub async fn list(tx: &mut Tx, meeting: &Visible<Meeting>) -> Result<Vec<Screen>, Error> {
    tx.list(LIST, &[meeting.start.id.as_str().into()]).await
}

/// Cuts a screen off.
///
/// # Errors
/// The database fails.
pub async fn cut(tx: &mut Tx, id: &str, meeting: &MeetingId, now: Timestamp) -> Result<bool, Error> {
    Ok(tx.execute(CUT, &[id.into(), meeting.as_str().into(), now.0.into()]).await? > 0)
}
