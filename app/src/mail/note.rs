//! A formal note came: its number and until when an answer is asked for. Of one that not all parties read only that something waits.

use domain::party::Audience;
use store::account::Account;
use store::outbox::Waiting;
use store::{Error, Readers};

use super::{Letter, viewer, written};
use crate::request::Portal;
use crate::text::{civil_date, t, tf};

/// The letter; none where the person may not read the note any more.
pub(super) async fn letter(portal: &Portal, account: &Account, one: &Waiting) -> Result<Option<Letter>, Error> {
    let (Some(viewer), Some(entry)) = (viewer(portal, &account.person_id).await?, &one.entry_id) else { return Ok(None) };
    let mut tx = portal.db.read(&Readers::of(&viewer)).await?;
    let Some(note) = store::formal_note::of_entry(&mut tx, &viewer, entry.as_str()).await? else { return Ok(None) };
    Ok(Some(written(portal, account, |lang| {
        if note.audience != Audience::Joint {
            let desk = format!("{}/desk", portal.origin);
            return (t(lang, "mail-quiet-subject"), vec![t(lang, "mail-quiet")], Some(desk));
        }
        let label = note.label();
        let due = note.due_on.map(|due| tf(lang, "mail-note-due", [("date", civil_date(lang, due).into())]));
        let says = std::iter::once(tf(lang, "mail-note", [("number", label.clone().into())])).chain(due).collect();
        (
            tf(lang, "mail-note-subject", [("number", label.clone().into())]),
            says,
            Some(format!("{}/desk/notes/{label}", portal.origin)),
        )
    })))
}
