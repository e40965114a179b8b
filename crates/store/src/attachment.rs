//! One attached file, if its project is visible to whoever asks.

use std::collections::HashSet;

use domain::attachment::Attachment;
use domain::enrolment::Proposed;
use domain::id::PersonId;
use domain::time::Timestamp;
use domain::viewer::Viewer;

use crate::visible::{viewer_values, visible_to};
use crate::{Error, Tx, Visible};

const FIND: &str = concat!(
    "select a.id, a.project_id, a.name, a.media_type, a.size, a.digest, a.person_id from attachments a \
     join projects p on p.id = a.project_id where a.id = $3 and ",
    visible_to!()
);
const SENT_SINCE: &str = "select cast(coalesce(sum(size), 0) as bigint) from (select size from attachments where person_id = $1 \
     and recorded_at > $2 union all select size from message_files where person_id = $1 and recorded_at > $2) as sent";
const NAMED: &str = "select id from attachments union select file_id from letters union select id from message_files";
const WAITING: &str = "select content from nominations";
const ALL: &str = "select id, project_id, name, media_type, size, digest, person_id from attachments order by id";

/// How many bytes a person has sent since then, in files that are kept.
///
/// # Errors
/// The database fails.
pub async fn sent_since(tx: &mut Tx, person: &PersonId, since: Timestamp) -> Result<i64, Error> {
    tx.count(SENT_SINCE, &[person.as_str().into(), since.0.into()]).await
}

/// The ids of all files that a row names, of letters and of people who wait for a second yes too.
///
/// # Errors
/// The database fails.
pub async fn named(tx: &mut Tx) -> Result<HashSet<String>, Error> {
    let kept: Vec<(String,)> = tx.list(NAMED, &[]).await?;
    let waiting: Vec<(String,)> = tx.list(WAITING, &[]).await?;
    let letter = |content: &str| {
        let proposed = serde_json::from_str::<Proposed>(content).ok()?;
        proposed.grant().letter.as_ref().map(|letter| letter.file_id.to_string())
    };
    Ok(kept.into_iter().map(|(id,)| id).chain(waiting.iter().filter_map(|(content,)| letter(content))).collect())
}

/// A file by its id.
///
/// # Errors
/// The database fails.
pub async fn find(tx: &mut Tx, viewer: &Viewer, id: &str) -> Result<Option<Visible<Attachment>>, Error> {
    let [caucus, person] = viewer_values(viewer);
    Ok(tx.find(FIND, &[caucus, person, id.into()]).await?.map(Visible::new))
}

/// Every file, for the check of their bytes.
///
/// # Errors
/// The database fails.
pub async fn all(tx: &mut Tx) -> Result<Vec<Attachment>, Error> {
    tx.list(ALL, &[]).await
}
