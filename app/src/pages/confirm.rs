//! Asking again who is there, before what must not happen at an unattended desk: a passkey, or the password and the second factor of
//! whoever has one. Under the same soft lock as signing in.

use leptos::prelude::*;
use store::perform::Request;
use store::{Failure, Readers};

use super::sign_in::{failed, open_to, password, turned_away};
use super::{passkeys, second};
use crate::access::passkey;
use crate::form::{Again, Form, Outcome, Posted};
use crate::request::{Ask, Member, Stop};
use crate::routes;
use crate::text::t;

/// With what this reader is asked again.
///
/// # Errors
/// The database fails.
pub async fn again(ask: &Ask, member: &mut Member) -> Result<Again, Stop> {
    let person = &member.viewer.person_id;
    let code = store::second_factor::has_any(&mut member.tx, person).await?;
    let keys = code && !store::passkey::list(&mut member.tx, person).await?.is_empty();
    Ok(Again { code, passkey: if keys { passkey::ask_for_one(ask) } else { None } })
}

/// The fields that ask again.
#[must_use]
pub fn fields(form: &Form) -> AnyView {
    let passkey = form.again.passkey.as_ref().map(|question| {
        view! { {passkeys::button(form.lang, question, t(form.lang, "passkey-confirm"))} <p class="muted">{t(form.lang, "passkey-or")}</p> }
    });
    view! {
        {passkey}
        {password(form, "password", t(form.lang, "field-password-again"), "current-password")}
        {form.again.code.then(|| second::code(form))}
    }
    .into_any()
}

/// A deed that stays folded until it is meant, and then asks again who is there.
#[must_use]
pub fn folded(form: &Form, deed: String, about: &[(&'static str, &str)], rest: Option<AnyView>, class: &'static str) -> AnyView {
    let enctype = routes::form(form.action).filter(|route| route.takes_file()).map(|_| "multipart/form-data");
    view! {
        <details class="disclosure" open=form.is_sent_back()>
            <summary>{deed.clone()}</summary>
            <div class="disclosure__body">
                {form.summary()}
                <form method="post" action=form.action enctype=enctype>
                    {form.hidden(about)}
                    {rest}
                    {fields(form)}
                    {form.actions(deed, class)}
                </form>
            </div>
        </details>
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
    let wrong = if form.raw("passkey").is_empty() {
        wrong_field(ask, form, &person).await?
    } else {
        let owner = passkeys::owner(ask, form).await?;
        (owner.as_ref() != Some(&person)).then_some("password")
    };
    let Some(field) = wrong else {
        ask.portal.passwords.limiter.succeeded(&name);
        return Ok(());
    };
    turned_away(ask, Some(&person)).await;
    Err(form.back_with(field, "not-right"))
}

/// Which of password and code does not fit, if one does not.
async fn wrong_field(ask: &Ask, form: &Posted, person: &domain::id::PersonId) -> Result<Option<&'static str>, Outcome> {
    let found = async {
        let mut tx = ask.portal.db.read(&Readers::public()).await?;
        let needs_code = store::second_factor::has_any(&mut tx, person).await?;
        Ok((store::account::find(&mut tx, person).await?, needs_code))
    };
    let (account, needs_code) = found.await.map_err(|error: store::Error| failed(ask, &error))?;
    let hash = account.as_ref().map(|account| account.password_hash.as_str());
    let fits = ask.portal.passwords.fits(form.raw("password").to_owned(), hash).await.map_err(|_| Outcome::Failed)?;
    if !fits {
        return Ok(Some("password"));
    }
    let spent = !needs_code || second::spend(ask, person, form.raw("code")).await?;
    Ok((!spent).then_some("code"))
}

/// Was this very form sent before, to this address with these contents, and done? Then the deed's own transaction, which asks the
/// same, does nothing again, and the code, which is used up, is not asked for. A key that was used otherwise opens nothing.
async fn was_sent(ask: &Ask, request: &Request) -> Result<bool, Outcome> {
    let found = async {
        let mut tx = ask.portal.db.read(&Readers::public()).await?;
        store::form_key::repeated(&mut tx, request).await
    };
    match found.await {
        Ok(()) | Err(Failure::KeyReused) => Ok(false),
        Err(Failure::Repeated(_)) => Ok(true),
        Err(_) => Err(Outcome::Failed),
    }
}
