//! Minutes wait for the yes of a side: of which meeting, until when, and whose turn it is now. What they say stands in the portal alone.

use domain::time::Timestamp;
use store::account::Account;
use store::outbox::{Kind, Waiting};
use store::{Error, Readers};

use super::{Letter, turn, viewer, written};
use crate::pages::meetings::{LIST, title};
use crate::request::Portal;
use crate::text::t;

/// The letter; none where both sides agreed meanwhile, this one did, or the person may not read the meeting any more.
pub(super) async fn letter(
    portal: &Portal,
    account: &Account,
    (one, now): (&Waiting, Timestamp),
) -> Result<Option<Letter>, Error> {
    let (Some(viewer), Some(entry)) = (viewer(portal, &account.person_id).await?, &one.entry_id) else { return Ok(None) };
    let mut tx = portal.db.read(&Readers::of(&viewer)).await?;
    let Some(waiting) = store::meeting::waiting::minutes_of(&mut tx, &viewer, entry).await? else { return Ok(None) };
    let ball = waiting.ball();
    if one.kind == Kind::MinutesDue && !ball.holder.includes(viewer.party) {
        return Ok(None);
    }
    let groups = store::group::all(&mut tx).await?;
    let group = groups.iter().find(|group| group.id == waiting.group_id);
    Ok(Some(written(portal, account, |lang| {
        let (name, asked) = (title(lang, group, waiting.number), t(lang, "desk-ask-minutes"));
        let (subject, says) = turn::asked(lang, (&name, &asked), &ball, now, one.kind == Kind::MinutesEscalated);
        (subject, says, Some(format!("{}{LIST}/{}/minutes", portal.origin, waiting.id.as_str())))
    })))
}
