//! It has become the person's turn in a project: which, what is asked, by when, and where. Of what not everybody reads it says that
//! something waits, and no more.

use domain::clock;
use domain::party::Audience;
use store::account::Account;
use store::outbox::Waiting;
use store::{Error, Readers};

use super::{Letter, viewer, written};
use crate::pages::desk;
use crate::request::Portal;
use crate::text::{civil_date, day, t, tf};

/// The letter; none where the person may not see the project any more, or it has moved on.
pub(super) async fn letter(portal: &Portal, account: &Account, one: &Waiting) -> Result<Option<Letter>, Error> {
    let (Some(viewer), Some(entry)) = (viewer(portal, &account.person_id).await?, &one.entry_id) else { return Ok(None) };
    let mut tx = portal.db.read(&Readers::of(&viewer)).await?;
    let Some(line) = store::project::moved_by(&mut tx, &viewer, entry).await? else { return Ok(None) };
    let Some(ball) = clock::ball(&line.standing()).filter(|ball| ball.holder.includes(viewer.party)) else { return Ok(None) };
    let Some((asked, place)) = desk::asks(line.stage) else { return Ok(None) };
    Ok(Some(written(portal, account, |lang| {
        let Some(code) = line.code.as_deref().filter(|_| line.ledger == Audience::Joint) else {
            let desk = format!("{}/desk", portal.origin);
            return (t(lang, "mail-quiet-subject"), vec![t(lang, "mail-quiet")], Some(desk));
        };
        let due = ball.due(day).map(|due| tf(lang, "mail-turn-due", [("date", civil_date(lang, due).into())]));
        let subject = tf(lang, "mail-turn-subject", [("code", code.into()), ("asked", t(lang, asked).into())]);
        let says = [Some(tf(lang, "mail-turn", [("code", code.into()), ("asked", t(lang, asked).into())])), due];
        (subject, says.into_iter().flatten().collect(), Some(format!("{}/desk/projects/{code}{place}", portal.origin)))
    })))
}
