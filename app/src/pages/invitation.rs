//! Setting a password with a one-time link: the first one, or a new one after it was forgotten.

use domain::change::Command;
use domain::text;
use leptos::prelude::*;
use store::Readers;

use super::sign_in::password;
use crate::access::{doors, problem};
use crate::components::head;
use crate::form::{Form, Outcome, post};
use crate::frame::Page;
use crate::request::{Ask, Stop};
use crate::text::t;

/// `/LANG/invitation?key=…`
pub async fn page(ask: Ask) -> Result<Page, Stop> {
    let lang = ask.lang;
    let mut tx = ask.portal.db.read(&Readers::public()).await?;
    let form = Form::load(&ask, &mut tx, "/do/invitation").await?;
    let key = form.value("key", ask.query("key"));
    let found = store::invitation::find(&mut tx, &text::hash(&key), ask.now).await?;
    let Some(person) = found else {
        let body = head::plain(&t(lang, "invitation-over-title"), Some(t(lang, "invitation-over")));
        return Ok(Page::new(t(lang, "invitation-over-title"), body).narrow().status(404));
    };
    let account = store::account::find(&mut tx, &person).await?.ok_or(Stop::NotFound)?;
    let status = form.status();
    let body = view! {
        <div class="sign-in">
            {head::plain(&t(lang, "invitation-title"), Some(t(lang, "invitation-lede")))}
            {form.summary()}
            <form method="post" action=form.action>
                {form.hidden(&[("key", &key)])}
                <p>{t(lang, "field-email-label")}": "<bdi dir="ltr">{account.email.clone()}</bdi></p>
                // For password managers: whose password it is.
                <input class="visually-hidden" type="email" autocomplete="username" value=account.email readonly tabindex="-1" aria-hidden="true" />
                <p class="field__hint">{t(lang, "account-password-hint")}</p>
                {password(&form, "new_password", t(lang, "field-password-new"), "new-password")}
                {form.actions(t(lang, "invitation-deed"), "button")}
            </form>
        </div>
    };
    Ok(Page::new(t(lang, "invitation-title"), body).narrow().status(status))
}

/// Sets the password, uses the link up and ends every session.
#[server(prefix = "/do", endpoint = "invitation")]
pub async fn accept_invitation() -> Result<(), ServerFnError> {
    post(|ask, mut form| async move {
        let key_hash = text::hash(form.raw("key"));
        let found = async {
            let mut tx = ask.portal.db.read(&Readers::public()).await?;
            let Some(person) = store::invitation::find(&mut tx, &key_hash, ask.now).await? else { return Ok(None) };
            store::account::find(&mut tx, &person).await
        };
        let account = found.await.map_err(|error: store::Error| failed(&ask, &error))?.ok_or(Outcome::NotFound)?;
        if let Some(code) = problem(form.raw("new_password"), &[&account.email]) {
            form.wrong("new_password", code);
        }
        form.checked()?;
        let Ok(hash) = ask.portal.passwords.hash(form.raw("new_password").to_owned()).await else { return Err(Outcome::Failed) };
        let given = ask.clone();
        let set = ask.portal.db.write(Readers::security(), move |tx| {
            let (key_hash, hash, ask) = (key_hash.clone(), hash.clone(), given.clone());
            Box::pin(async move {
                // Asked again where it counts: of two that send one link only the first sets a password.
                let Some(person) = store::invitation::find(tx, &key_hash, ask.now).await? else { return Ok(false) };
                store::account::set_password(tx, &person, &hash).await?;
                store::session::end_others(tx, &person, "").await?;
                store::invitation::delete(tx, &person).await?;
                doors::record(tx, &ask, Command::SetPassword, &person).await?;
                Ok(true)
            })
        });
        if !set.await.map_err(|error: store::Error| failed(&ask, &error))? {
            return Err(Outcome::NotFound);
        }
        ask.portal.passwords.limiter.succeeded(&account.email);
        Ok(Outcome::Done(format!("/{}/sign-in", ask.lang.code()), "said-password-set"))
    })
    .await
}

fn failed(ask: &Ask, error: &store::Error) -> Outcome {
    tracing::error!(request = ask.id, %error, "a link could not be used");
    Outcome::Failed
}
