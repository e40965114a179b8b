//! Digests: how fast each topic of an inbox comes by mail, and which digest is due to whom.

use domain::id::{Occasion, PersonId};
use domain::notice::{Pace, Topic};
use domain::party::{Audience, Party};
use domain::time::Timestamp;
use domain::viewer::Viewer;
use serde::Deserialize;

use crate::activity::{About, about_columns, readable, subject_rows, values};
use crate::notice::{chosen, pace};
use crate::outbox::{self, Kind};
use crate::{Error, Tx, Visible};

const CHOICES: &str = "select topic, pace from notice_choices where person_id = $1";
const CHOOSE: &str = "insert into notice_choices (person_id, topic, pace) values ($1, $2, $3) \
     on conflict (person_id, topic) do update set pace = excluded.pace";
/// Whose inbox has something new since their last digest of pace `$1`.
const DUE: &str = concat!(
    "select a.person_id, p.party, coalesce(d.period, -1) as period from accounts a join people p on p.id = a.person_id \
     left join digests d on d.person_id = a.person_id and d.pace = $1 \
     where exists (select 1 from notices n ",
    chosen!(),
    " where n.person_id = a.person_id and n.read_at is null and n.created_at > coalesce(d.made_at, $2) and ",
    pace!(),
    " = $1)"
);
const CLAIM: &str = "insert into digests (person_id, pace, period, since, made_at) values ($1, $2, $3, $4, $5) \
     on conflict (person_id, pace) do update set period = excluded.period, since = digests.made_at, made_at = excluded.made_at \
     where digests.period <> excluded.period";
const NEWS: &str = concat!(
    "select e.ledger, n.topic, ",
    about_columns!(),
    " from digests d join notices n on n.person_id = d.person_id and n.created_at > d.since \
     and n.created_at <= d.made_at ",
    chosen!(),
    " join entries e on e.id = n.entry_id ",
    subject_rows!(),
    " where d.person_id = $2 and d.pace = $5 and n.read_at is null and ",
    pace!(),
    " = $5 and ",
    readable!(),
    " order by n.created_at, n.entry_id limit 500"
);

/// Somebody to whom a digest may be due.
#[derive(Clone, Debug, Deserialize)]
pub struct Reader {
    /// Who.
    pub person_id: PersonId,
    /// Of which party, whose week counts.
    pub party: Party,
    /// The number of their last digest of this pace.
    pub period: i64,
}

/// One thing that came.
#[derive(Clone, Debug, Deserialize)]
pub struct News {
    /// What it is part of.
    #[serde(flatten)]
    pub about: About,
    /// Who reads it.
    pub ledger: Audience,
    /// What it is about.
    pub topic: Topic,
}

/// How fast each topic comes to a person, of those that can be chosen.
///
/// # Errors
/// The database fails.
pub async fn choices(tx: &mut Tx, person: &PersonId) -> Result<Vec<(Topic, Pace)>, Error> {
    let chosen: Vec<(Topic, Pace)> = tx.list(CHOICES, &[person.as_str().into()]).await?;
    let pace = |topic: Topic| chosen.iter().find(|(of, _)| *of == topic).map_or(topic.usual(), |(_, pace)| *pace);
    Ok(Topic::CHOSEN.into_iter().map(|topic| (topic, pace(topic))).collect())
}

/// A person chooses how fast a topic comes.
///
/// # Errors
/// The database fails.
pub async fn choose(tx: &mut Tx, person: &PersonId, topic: Topic, pace: Pace) -> Result<(), Error> {
    tx.execute(CHOOSE, &[person.as_str().into(), topic.code().into(), pace.code().into()]).await?;
    Ok(())
}

/// A person wants no digest any more: what came by one comes by none.
///
/// # Errors
/// The database fails.
pub async fn stop(tx: &mut Tx, person: &PersonId) -> Result<(), Error> {
    for (topic, pace) in choices(tx, person).await? {
        if Pace::DIGESTS.contains(&pace) {
            choose(tx, person, topic, Pace::None).await?;
        }
    }
    Ok(())
}

/// Whose inbox has something that a digest of this pace would tell; of whoever never had one, what came after `since`.
///
/// # Errors
/// The database fails.
pub async fn due(tx: &mut Tx, pace: Pace, since: Timestamp) -> Result<Vec<Reader>, Error> {
    tx.list(DUE, &[pace.code().into(), since.0.into()]).await
}

/// Makes the digest of this number for a person, once; false where it was made.
///
/// # Errors
/// The database fails.
pub async fn make(
    tx: &mut Tx,
    person: &PersonId,
    (pace, period): (Pace, i64),
    since: Timestamp,
    occasion: Occasion,
) -> Result<bool, Error> {
    let values = [person.as_str().into(), pace.code().into(), period.into(), since.0.into(), occasion.at.0.into()];
    if tx.execute(CLAIM, &values).await? == 0 {
        return Ok(false);
    }
    let kind = if pace == Pace::Weekly { Kind::DigestWeekly } else { Kind::DigestDaily };
    outbox::add(tx, kind, person, None, occasion).await?;
    Ok(true)
}

/// What the viewer's last digest of this pace tells, as far as it is unread and they may read it now.
///
/// # Errors
/// The database fails.
pub async fn news(tx: &mut Tx, viewer: &Viewer, pace: Pace) -> Result<Vec<Visible<News>>, Error> {
    let mut values = values(viewer);
    values.push(pace.code().into());
    let found: Vec<News> = tx.list(NEWS, &values).await?;
    Ok(found.into_iter().map(Visible::new).collect())
}
