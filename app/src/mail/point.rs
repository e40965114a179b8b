//! Points wait for an answer: in which project, until when, and whose turn it is now. What they say stands in the portal alone.

use domain::clock;
use domain::time::Timestamp;
use store::account::Account;
use store::outbox::{Kind, Waiting};
use store::{Error, Readers};

use super::{Letter, turn, viewer, written};
use crate::request::Portal;
use crate::text::t;

/// The letter; none where all of them were answered meanwhile, or the person may not read the project any more.
pub(super) async fn letter(
    portal: &Portal,
    account: &Account,
    (one, now): (&Waiting, Timestamp),
) -> Result<Option<Letter>, Error> {
    let (Some(viewer), Some(entry)) = (viewer(portal, &account.person_id).await?, &one.entry_id) else { return Ok(None) };
    let mut tx = portal.db.read(&Readers::of(&viewer)).await?;
    let Some(waiting) = store::clock::unanswered_of(&mut tx, &viewer, entry).await? else { return Ok(None) };
    let ball = clock::answer(waiting.objector, waiting.since);
    Ok(Some(written(portal, account, |lang| {
        let (code, asked) = (&waiting.code, t(lang, "desk-ask-points"));
        let (subject, says) = turn::asked(lang, (code, &asked), &ball, now, one.kind == Kind::PointEscalated);
        (subject, says, Some(format!("{}/desk/projects/{code}/points", portal.origin)))
    })))
}
