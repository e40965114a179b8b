//! A forgotten password: whoever asks by an address gets the same answer in the same time, whether anybody has it. The mail is made
//! later, by a job that looks the address up.

use leptos::prelude::*;
use store::{Readers, outbox};

use super::sign_in::{email, failed, open_to};
use crate::components::head;
use crate::form::{Form, Outcome, post};
use crate::frame::Page;
use crate::request::{Ask, Stop};
use crate::text::t;

/// `/LANG/reset`
pub async fn page(ask: Ask) -> Result<Page, Stop> {
    let lang = ask.lang;
    let mut tx = ask.portal.db.read(&Readers::public()).await?;
    let form = Form::load(&ask, &mut tx, "/do/ask-reset").await?;
    let status = form.status();
    let body = view! {
        <div class="sign-in">
            {head::plain(&t(lang, "reset-title"), Some(t(lang, "reset-lede")))}
            {form.summary()}
            <form method="post" action=form.action>
                {form.hidden(&[])}
                {email(&form)}
                {form.actions(t(lang, "reset-deed"), "button")}
            </form>
            <p class="muted">{t(lang, "reset-no-mail")}</p>
            <p><a href=format!("/{}/sign-in", lang.code())>{t(lang, "reset-back")}</a></p>
        </div>
    };
    Ok(Page::new(t(lang, "reset-title"), body).narrow().status(status))
}

/// Keeps that somebody asks for a link.
#[server(prefix = "/do", endpoint = "ask-reset")]
pub async fn ask_reset() -> Result<(), ServerFnError> {
    post(|ask, mut form| async move {
        let address = form.email("email");
        form.checked()?;
        open_to(&ask, &format!("reset {address}"), &mut form, "email")?;
        if let Some(client) = ask.client {
            // Asking counts like a slip: an address of the network has not many.
            ask.portal.passwords.addresses.failed(&client.to_string(), ask.now);
        }
        let occasion = ask.occasion();
        let kept = ask.portal.db.write(Readers::public(), move |tx| {
            let address = address.clone();
            Box::pin(async move { outbox::ask(tx, &address, occasion).await })
        });
        kept.await.map_err(|error: store::Error| failed(&ask, &error))?;
        Ok(Outcome::Done(format!("/{}/reset", ask.lang.code()), "said-reset-asked"))
    })
    .await
}
