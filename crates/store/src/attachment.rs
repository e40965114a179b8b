//! One attached file, if its project is visible to whoever asks.

use domain::attachment::Attachment;
use domain::viewer::Viewer;

use crate::visible::{viewer_values, visible_to};
use crate::{Error, Tx, Visible};

const FIND: &str = concat!(
    "select a.id, a.project_id, a.name, a.media_type, a.size, a.digest, a.person_id from attachments a \
     join projects p on p.id = a.project_id where a.id = $3 and ",
    visible_to!()
);
const ALL: &str = "select id, project_id, name, media_type, size, digest, person_id from attachments order by id";

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
