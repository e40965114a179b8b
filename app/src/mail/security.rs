//! What the owner of an account hears of it: links, and whatever changed at its doors. These mails always go out.

use domain::change::Command;
use domain::security;
use domain::time::Timestamp;
use store::account::Account;
use store::outbox::{Kind, Waiting};
use store::{Error, Readers};

use super::{Letter, viewer, written};
use crate::access::link::{self, INVITATION, RESET};
use crate::request::{Ask, Portal};
use crate::text::{moment, t, tf, word};

/// A letter with a one-time link, which is made now; none for whoever is suspended.
pub(super) async fn with_link(ask: &Ask, account: &Account, kind: Kind) -> Result<Option<Letter>, Error> {
    let person = &account.person_id;
    let Some(viewer) = viewer(&ask.portal, person).await? else { return Ok(None) };
    let key = link::new_key(ask);
    let until = Timestamp(ask.now.0 + if kind == Kind::Invitation { INVITATION } else { RESET });
    let event = (kind == Kind::ResetAsked).then(|| {
        security::event(Command::MakeLink, Some((person, viewer.party)), Some(person), None, 1, ask.occasion().branch("link"))
    });
    let (hash, who, request) = (domain::text::hash(&key), person.clone(), ask.id.clone());
    let made = ask.portal.db.write(Readers::security(), move |tx| {
        let (hash, who, event, request) = (hash.clone(), who.clone(), event.clone(), request.clone());
        Box::pin(async move {
            store::invitation::insert(tx, &who, &hash, until).await?;
            match event {
                Some(event) => store::security::record(tx, &event, &request).await,
                None => Ok(()),
            }
        })
    });
    made.await?;
    Ok(Some(written(&ask.portal, account, |lang| {
        let address = link::address(&ask.portal, lang, &key);
        let name = ask.portal.name(lang);
        let (subject, what, why) = match kind {
            Kind::Invitation => ("mail-invitation-subject", "mail-invitation", "mail-invitation-why"),
            Kind::Reset => ("mail-reset-subject", "mail-reset", "mail-reset-unasked"),
            _ => ("mail-reset-subject", "mail-reset-asked", "mail-reset-unasked"),
        };
        let until = tf(lang, "mail-link-until", [("moment", moment(lang, until).into())]);
        let says = vec![tf(lang, what, [("portal", name.into())]), until, t(lang, why)];
        (t(lang, subject), says, Some(address))
    })))
}

/// A letter that says what happened, when, and what to do if it was somebody else.
pub(super) fn letter(portal: &Portal, account: &Account, one: &Waiting) -> Letter {
    written(portal, account, |lang| {
        let what = word(lang, "mail-subject", one.kind.code());
        let when = tf(lang, "mail-when", [("what", what.clone().into()), ("moment", moment(lang, one.created_at).into())]);
        let then = if one.kind == Kind::Suspended { "mail-suspended-then" } else { "mail-not-you" };
        let place = (one.kind != Kind::Suspended).then(|| format!("{}/desk/account/security", portal.origin));
        (what, vec![when, t(lang, then)], place)
    })
}
