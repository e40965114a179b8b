//! Signing in and out, and the language of the desk. The second step of signing in stands in `second.rs`.

use domain::change::Command;
use domain::id::PersonId;
use domain::text::Lang;
use domain::viewer::Viewer;
use leptos::prelude::*;
use store::Readers;
use store::account::Account;

use super::{passkeys, second};
use crate::access::doors;
use crate::components::head;
use crate::form::{Flash, Form, Outcome, Posted, post};
use crate::frame::Page;
use crate::request::{Ask, Stop};
use crate::text::t;

/// `/LANG/sign-in`
pub async fn page(ask: Ask) -> Result<Page, Stop> {
    let lang = ask.lang;
    let mut tx = ask.portal.db.read(&Readers::public()).await?;
    let second = Form::load(&ask, &mut tx, "/do/second-factor").await?;
    if !second.value("half", "").is_empty() {
        return Ok(second::page(&ask, &second));
    }
    let form = Form::load(&ask, &mut tx, "/do/sign-in").await?;
    let by_key = Form::load(&ask, &mut tx, "/do/passkey-sign-in").await?;
    let next = local(ask.query("next"));
    let passkey = passkeys::sign_in_form(&ask, next, &form.value("kept", ""));
    let accounts = ask.portal.demonstration.then(|| accounts(lang));
    let status = form.status().max(by_key.status());
    let body = view! {
        <div class="sign-in">
            {head::plain(&t(lang, "sign-in-title"), Some(t(lang, "sign-in-lede")))}
            {form.summary()}
            {by_key.summary()}
            {passkey}
            <form method="post" action=form.action>
                {form.hidden(&[("next", next), ("kept", &form.value("kept", ""))])}
                {email(&form)}
                {password(&form, "password", t(lang, "field-password-label"), "current-password")}
                {form.actions(t(lang, "sign-in-deed"), "button")}
            </form>
            <p><a href=format!("/{}/reset", lang.code())>{t(lang, "reset-link")}</a></p>
            {accounts}
        </div>
    };
    Ok(Page::new(t(lang, "sign-in-title"), body).narrow().with_islands().status(status))
}

/// The sign-in page for a form that came after its session had ended; it carries what was typed along.
#[must_use]
pub fn late(ask: &Ask, kept: &str) -> Page {
    let lang = ask.lang;
    let form = Form::plain(ask, "/do/sign-in", crate::form::Flash::default()).on(&format!("/{}/sign-in", lang.code()));
    let body = view! {
        <div class="sign-in">
            {head::plain(&t(lang, "late-title"), Some(t(lang, "late-text")))}
            <form method="post" action=form.action>
                {form.hidden(&[("next", "/desk"), ("kept", kept)])}
                {email(&form)}
                {password(&form, "password", t(lang, "field-password-label"), "current-password")}
                {form.actions(t(lang, "sign-in-deed"), "button")}
            </form>
            {super::error::typed(ask)}
        </div>
    };
    Page::new(t(lang, "late-title"), body).narrow().status(403)
}

/// The field for an address to sign in with.
pub(crate) fn email(form: &Form) -> AnyView {
    let value = form.value("email", "");
    form.field("email", t(form.lang, "field-email-label"), None, |control| {
        view! { <input type="email" id=control.id name="email" value=value autocomplete="username" dir="ltr" aria-describedby=control.described /> }
            .into_any()
    })
}

/// A password field; what was typed never comes back.
pub(crate) fn password(form: &Form, name: &'static str, label: String, autocomplete: &'static str) -> AnyView {
    form.field(name, label, None, |control| {
        view! { <input type="password" id=control.id name=name autocomplete=autocomplete dir="ltr" aria-describedby=control.described /> }.into_any()
    })
}

fn accounts(lang: Lang) -> AnyView {
    let people = [
        ("noa@il.example", "sign-in-account-co-chair-il"),
        ("omar@sy.example", "sign-in-account-co-chair-sy"),
        ("yael@il.example", "sign-in-account-signatory-il"),
        ("samir@sy.example", "sign-in-account-signatory-sy"),
        ("grace@us.example", "sign-in-account-reviewer"),
        ("helen@us.example", "sign-in-account-officer"),
        ("tamar@il.example", "sign-in-account-head-il"),
        ("layla@sy.example", "sign-in-account-head-sy"),
    ];
    let rows = people
        .into_iter()
        .map(|(email, key)| view! { <tr><th scope="row"><bdi dir="ltr">{email}</bdi></th><td>{t(lang, key)}</td></tr> })
        .collect_view();
    view! {
        <div class="sign-in__accounts">
            <h2>{t(lang, "sign-in-accounts-title")}</h2>
            <p>{t(lang, "sign-in-accounts-hint")}" "<code dir="ltr">"demonstration only"</code></p>
            <table class="table table--dense"><tbody>{rows}</tbody></table>
        </div>
    }
    .into_any()
}

/// A path of our own, never another site's.
#[must_use]
pub fn local(path: &str) -> &str {
    let own = path.starts_with("/desk") && !path.contains("//") && !path.contains('\\') && !path.chars().any(char::is_control);
    if own { path } else { "/desk" }
}

/// Signs a person in, or asks for the second factor. Unknown, wrong, suspended and closed get one answer, in the same time.
#[server(prefix = "/do", endpoint = "sign-in")]
pub async fn sign_in() -> Result<(), ServerFnError> {
    post(|ask, mut form| async move {
        let email = form.raw("email").trim().to_lowercase();
        // A device that the person signed in on before has a count of its own: nobody else can close it.
        let name = ask.portal.devices.known(&ask.device, &email).map_or_else(|| email.clone(), |id| format!("device {id}"));
        open_to(&ask, &name, &mut form, "email")?;
        let known = known(&ask, &email).await?;
        let hash = known.as_ref().map(|known| known.account.password_hash.as_str());
        let Ok(fits) = ask.portal.passwords.fits(form.raw("password").to_owned(), hash).await else {
            return Err(form.back_with("email", "busy"));
        };
        let about = known.as_ref().map(|known| known.account.person_id.clone());
        let Some(known) = known.filter(|known| fits && known.viewer.is_some()) else {
            turned_away(&ask, about.as_ref()).await;
            if ask.portal.passwords.limiter.closed(&name, ask.now).is_some() {
                doors::tell_of_tries(&ask, about.as_ref()).await;
            }
            return Err(form.back_with("email", "not-right"));
        };
        ask.portal.passwords.limiter.succeeded(&name);
        second::enter_or_ask(&ask, &form, &known).await
    })
    .await
}

/// Is this name open, and this address? While either is closed nothing is checked; a try that is let in counts until it succeeds.
pub(crate) fn open_to(ask: &Ask, name: &str, form: &mut Posted, field: &'static str) -> Result<(), Outcome> {
    let passwords = &ask.portal.passwords;
    let shut = ask.client.is_some_and(|address| passwords.addresses.closed(&address.to_string(), ask.now).is_some());
    if shut || !passwords.limiter.enter(name, ask.now) { Err(form.back_with(field, "try-later")) } else { Ok(()) }
}

/// Counts a failure of this address, and records it.
pub(crate) async fn turned_away(ask: &Ask, about: Option<&PersonId>) {
    if let Some(address) = ask.client {
        ask.portal.passwords.addresses.failed(&address.to_string(), ask.now);
    }
    doors::turned_away(ask, Command::SignInRefused, about).await;
}

/// What is known of a name that somebody signs in with.
pub(crate) struct Known {
    /// The account.
    pub account: Account,
    /// Who it is now; none while suspended.
    pub viewer: Option<Viewer>,
    /// Has the person a second factor?
    pub second: bool,
}

async fn known(ask: &Ask, email: &str) -> Result<Option<Known>, Outcome> {
    let found = async {
        let mut tx = ask.portal.db.read(&Readers::public()).await?;
        let Some(account) = store::account::find_by_email(&mut tx, email).await? else { return Ok(None) };
        let viewer = store::person::viewer(&mut tx, &account.person_id).await?;
        let second = store::second_factor::has_any(&mut tx, &account.person_id).await?;
        Ok(Some(Known { account, viewer, second }))
    };
    found.await.map_err(|error: store::Error| failed(ask, &error))
}

/// Logs why signing in failed.
pub(crate) fn failed(ask: &Ask, error: &store::Error) -> Outcome {
    tracing::error!(request = ask.id, %error, "signing in failed");
    Outcome::Failed
}

/// Signs out.
#[server(prefix = "/do", endpoint = "sign-out")]
pub async fn sign_out() -> Result<(), ServerFnError> {
    post(|ask, _| async move {
        let (person, given) = (ask.session.person.clone().ok_or(Outcome::SignIn)?, ask.clone());
        let recorded = ask.portal.db.write(Readers::security(), move |tx| {
            let (person, ask) = (person.clone(), given.clone());
            Box::pin(async move { doors::record(tx, &ask, Command::SignOut, &person).await })
        });
        if let Err(error) = recorded.await {
            // Whoever wants out goes out.
            tracing::error!(request = ask.id, %error, "a sign-out could not be recorded");
        }
        Ok(Outcome::SignedOut)
    })
    .await
}

/// Sets the language of the desk and stays on the page; a form that is filled in there comes back in the new language.
#[server(prefix = "/do", endpoint = "language")]
pub async fn language() -> Result<(), ServerFnError> {
    post(|ask, form: Posted| async move {
        let person = ask.session.person.clone().ok_or(Outcome::SignIn)?;
        let lang = Lang::parse(form.raw("lang")).ok_or(Outcome::NotFound)?;
        let done = ask.portal.db.write(Readers::public(), move |tx| {
            let person = person.clone();
            Box::pin(async move { store::account::set_lang(tx, &person, lang).await })
        });
        done.await.map_err(|error| {
            tracing::error!(request = ask.id, %error, "the language could not be kept");
            Outcome::Failed
        })?;
        if !form.raw("draft").is_empty() {
            return Ok(Outcome::Back(Box::new(Flash { values: form.typed(), ..Flash::default() })));
        }
        Ok(Outcome::Done(local(form.raw("back")).to_owned(), ""))
    })
    .await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signing_in_leads_to_own_pages_only() {
        assert_eq!(local("/desk/projects/ENE-2026-001"), "/desk/projects/ENE-2026-001");
        for foreign in ["https://evil.example", "//evil.example", "/desk//evil", "/en", "/desk\\evil", "/desk\r\nX: y", ""] {
            assert_eq!(local(foreign), "/desk");
        }
    }
}
