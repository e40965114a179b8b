//! `/LANG/unsubscribe?key=…`: one button that stops the digests, for whoever has one before them and is not signed in. The key is the
//! person's id, sealed by this portal; it opens nothing else.

use domain::id::PersonId;
use domain::text::Lang;
use leptos::prelude::*;
use store::Readers;
use store::account::Account;

use crate::components::head;
use crate::form::{Form, Outcome, post};
use crate::frame::Page;
use crate::request::{Ask, Stop};
use crate::text::t;

/// What the key is sealed for.
const PURPOSE: &str = "unsubscribe";

/// Where a person stops their digests.
pub(crate) fn address(ask: &Ask, account: &Account, lang: Lang) -> Option<String> {
    let key = ask.portal.vault.seal(PURPOSE, account.person_id.as_str(), ask.seed)?;
    Some(format!("{}/{}/unsubscribe?key={key}", ask.portal.origin, lang.code()))
}

fn whose(ask: &Ask, key: &str) -> Option<PersonId> {
    ask.portal.vault.open(PURPOSE, key).map(|person| PersonId::from(person.as_str()))
}

/// `/LANG/unsubscribe?key=…`
pub async fn page(ask: Ask) -> Result<Page, Stop> {
    let lang = ask.lang;
    let mut tx = ask.portal.db.read(&Readers::public()).await?;
    let form = Form::load(&ask, &mut tx, "/do/unsubscribe").await?;
    let key = form.value("key", ask.query("key"));
    if whose(&ask, &key).is_none() {
        let body = head::plain(&t(lang, "unsubscribe-wrong-title"), Some(t(lang, "unsubscribe-wrong")));
        return Ok(Page::new(t(lang, "unsubscribe-wrong-title"), body).narrow().status(404));
    }
    let status = form.status();
    let body = view! {
        {head::plain(&t(lang, "unsubscribe-title"), Some(t(lang, "unsubscribe-lede")))}
        {form.summary()}
        <form method="post" action=form.action>
            {form.hidden(&[("key", &key)])}
            {form.actions(t(lang, "unsubscribe-deed"), "button")}
        </form>
        <p><a href="/desk/account/notifications">{t(lang, "unsubscribe-choose")}</a></p>
    };
    Ok(Page::new(t(lang, "unsubscribe-title"), body).narrow().status(status))
}

/// Stops a person's digests.
#[server(prefix = "/do", endpoint = "unsubscribe")]
pub async fn end_digests() -> Result<(), ServerFnError> {
    post(|ask, form| async move {
        let key = form.raw("key").to_owned();
        let person = whose(&ask, &key).ok_or(Outcome::NotFound)?;
        let stopped = ask.portal.db.write(Readers::public(), move |tx| {
            let person = person.clone();
            Box::pin(async move { store::digest::stop(tx, &person).await })
        });
        let stopped: Result<(), store::Error> = stopped.await;
        let place = format!("/{}/unsubscribe?key={key}", ask.lang.code());
        Ok(form.outcome(stopped.map(|()| place).map_err(store::Failure::Failed), "said-unsubscribed"))
    })
    .await
}
