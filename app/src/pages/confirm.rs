//! Asking again who is there, before what must not happen at an unattended desk: the password, and the second factor of whoever
//! has one. Under the same soft lock as signing in.

use leptos::prelude::*;
use store::perform::Request;
use store::{Failure, Readers};

use super::second;
use super::sign_in::{failed, open_to, password, turned_away};
use crate::form::{Form, Outcome, Posted};
use crate::request::{Ask, Member, Stop};
use crate::text::t;

/// Has this reader a second factor, so that its code is asked for?
///
/// # Errors
/// The database fails.
pub async fn has_code(member: &mut Member) -> Result<bool, Stop> {
    Ok(store::second_factor::find(&mut member.tx, &member.viewer.person_id).await?.is_some())
}

/// The fields that ask again.
#[must_use]
pub fn fields(form: &Form) -> AnyView {
    view! {
        {password(form, "password", t(form.lang, "field-password-again"), "current-password")}
        {form.asks_code.then(|| second::code(form))}
    }
    .into_any()
}

/// Is it the person of this session who sends the form?
///
/// # Errors
/// The outcome that brings the form back.
pub async fn asked(ask: &Ask, form: &mut Posted) -> Result<(), Outcome> {
    let person = ask.session.person.clone().ok_or(Outcome::SignIn)?;
    if was_sent(ask, &form.request()?).await? {
        return Ok(());
    }
    let name = format!("confirm {person}");
    open_to(ask, &name, form, "password")?;
    let found = async {
        let mut tx = ask.portal.db.read(&Readers::public()).await?;
        let app = store::second_factor::find(&mut tx, &person).await?.is_some();
        Ok((store::account::find(&mut tx, &person).await?, app))
    };
    let (account, app) = found.await.map_err(|error: store::Error| failed(ask, &error))?;
    let hash = account.as_ref().map(|account| account.password_hash.as_str());
    let fits = ask.portal.passwords.fits(form.raw("password").to_owned(), hash).await.map_err(|_| Outcome::Failed)?;
    if !fits {
        turned_away(ask, &name, Some(&person)).await;
        return Err(form.back_with("password", "not-right"));
    }
    if app && !second::spend(ask, &person, form.raw("code")).await? {
        turned_away(ask, &name, Some(&person)).await;
        return Err(form.back_with("code", "not-right"));
    }
    ask.portal.passwords.limiter.succeeded(&name);
    Ok(())
}

/// Was this very form sent before? Then it does nothing again, and its code, which is used up, is not asked for.
async fn was_sent(ask: &Ask, request: &Request) -> Result<bool, Outcome> {
    let found = async {
        let mut tx = ask.portal.db.read(&Readers::public()).await?;
        store::form_key::repeated(&mut tx, request).await
    };
    match found.await {
        Ok(()) => Ok(false),
        Err(Failure::Repeated(_) | Failure::KeyReused) => Ok(true),
        Err(_) => Err(Outcome::Failed),
    }
}
