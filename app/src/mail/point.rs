//! Points wait for an answer of a side: in which project, until when, and whose turn it is now. What they say stands in the portal alone.

use domain::clock::{self, Turn};
use domain::time::Timestamp;
use store::account::Account;
use store::outbox::{Kind, Waiting};
use store::{Error, Readers};

use super::{Letter, turn, viewer, written};
use crate::request::Portal;
use crate::text::{day, t};

/// The letter; none where all of them were answered meanwhile, or the person may not read the project any more.
pub(super) async fn letter(
    portal: &Portal,
    account: &Account,
    (one, now): (&Waiting, Timestamp),
) -> Result<Option<Letter>, Error> {
    let (Some(viewer), Some(entry)) = (viewer(portal, &account.person_id).await?, &one.entry_id) else { return Ok(None) };
    let mut tx = portal.db.read(&Readers::of(&viewer)).await?;
    let waiting = store::clock::unanswered_of(&mut tx, &viewer, entry).await?;
    // A delegation is told of what lies with itself, the supervisor of what lies with either.
    let own = waiting.into_iter().find(|one| viewer.delegation().is_err() || one.party.party() == viewer.party);
    let Some((waiting, code)) = own.and_then(|one| Some((one.clone(), one.code.clone()?))) else { return Ok(None) };
    let ball = clock::answer(waiting.party, waiting.since);
    let turn = ball.turn(now, day).unwrap_or(Turn::Holder);
    Ok(Some(written(portal, account, |lang| {
        let asked = t(lang, "desk-ask-points");
        let (subject, says) = match one.kind {
            Kind::PointEscalated => turn::escalated(lang, &code, &asked, &ball, turn),
            _ => turn::due(lang, &code, &asked, &ball, now),
        };
        (subject, says, Some(format!("{}/desk/projects/{code}/points", portal.origin)))
    })))
}
