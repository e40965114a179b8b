//! A matter waits for an answer, or for both sides to settle it: which one, until when, and whose turn it is now. What it says stands in
//! the portal alone.

use domain::time::Timestamp;
use store::account::Account;
use store::outbox::{Kind, Waiting};
use store::{Error, Readers};

use super::{Letter, turn, viewer, written};
use crate::pages::matters::{LIST, named, on_desk};
use crate::request::Portal;
use crate::text::t;

/// The letter; none where the matter is over, waits for somebody else by now, or the person may not read it any more.
pub(super) async fn letter(
    portal: &Portal,
    account: &Account,
    (one, now): (&Waiting, Timestamp),
) -> Result<Option<Letter>, Error> {
    let (Some(viewer), Some(entry)) = (viewer(portal, &account.person_id).await?, &one.entry_id) else { return Ok(None) };
    let mut tx = portal.db.read(&Readers::of(&viewer)).await?;
    let Some(matter) = store::matter::of_entry(&mut tx, &viewer, entry).await? else { return Ok(None) };
    let escalated = one.kind == Kind::MatterEscalated;
    let Some(ball) = matter.ball().filter(|ball| escalated || ball.holder.includes(viewer.party)) else { return Ok(None) };
    let groups = store::group::all(&mut tx).await?;
    let group = groups.iter().find(|group| group.id == matter.group_id);
    Ok(Some(written(portal, account, |lang| {
        let name = named(lang, group.map(|group| group.name(lang)).unwrap_or_default(), matter.number);
        let asked = t(lang, on_desk::asked(&matter));
        let (subject, says) = match one.kind {
            Kind::MatterAsked => turn::begun(lang, &name, &asked, &ball),
            _ => turn::asked(lang, (&name, &asked), &ball, now, escalated),
        };
        (subject, says, Some(format!("{}{LIST}/{}", portal.origin, matter.id)))
    })))
}
