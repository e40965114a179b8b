//! The agreed minutes of a group, one after the other.

use domain::id::GroupId;
use domain::meeting::minutes::{Minutes, Statement};
use domain::viewer::Viewer;

use super::{PAGE, readable, stage};
use crate::value::Value;
use crate::{Error, Tx, Visible};

/// The minutes that both sides agreed to, the first meeting first.
const SERIES: &str = concat!(
    "select g.meeting_id, g.revision, g.content, g.hash, g.person_id from minutes g join meetings m on m.id = g.meeting_id \
     where m.group_id = $2 and ",
    readable!("m.group_id"),
    " and ",
    stage!(),
    " = 'recorded' and g.revision = (select max(n.revision) from minutes n where n.meeting_id = m.id) order by m.number limit $3 offset $4"
);
const IN_SERIES: &str = concat!(
    "select count(*) from meetings m where m.group_id = $2 and ",
    readable!("m.group_id"),
    " and ",
    stage!(),
    " = 'recorded'"
);
const STATEMENTS: &str = concat!(
    "select s.id, s.meeting_id, s.about_hash, s.party, s.lang, s.text, s.person_id from statements s join meetings m on m.id = s.meeting_id \
     where m.group_id = $2 and ",
    readable!("m.group_id"),
    " order by s.recorded_at, s.id"
);
/// The agreed minutes of a group.
#[derive(Clone, Debug)]
pub struct Series {
    /// Those of a page.
    pub minutes: Vec<Visible<Minutes>>,
    /// What the sides stated on any meeting of the group.
    pub statements: Vec<Visible<Statement>>,
    /// How many there are on all pages.
    pub count: i64,
}

/// The agreed minutes of a group, the first meeting first, [`PAGE`] of them, and how many there are; with what the sides stated.
///
/// # Errors
/// The database fails.
pub async fn of_group(tx: &mut Tx, viewer: &Viewer, group: &GroupId, page: i64) -> Result<Series, Error> {
    let who: [Value; 2] = [viewer.person_id.as_str().into(), group.as_str().into()];
    let count = tx.count(IN_SERIES, &who).await?;
    let [person, of] = who.clone();
    let minutes: Vec<Minutes> = tx.list(SERIES, &[person, of, PAGE.into(), ((page.max(1) - 1) * PAGE).into()]).await?;
    let statements: Vec<Statement> = tx.list(STATEMENTS, &who).await?;
    Ok(Series {
        minutes: minutes.into_iter().map(Visible::new).collect(),
        statements: statements.into_iter().map(Visible::new).collect(),
        count,
    })
}
