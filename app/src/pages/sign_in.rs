//! Signing in and out, and the language of the desk.

use domain::text::Lang;
use leptos::prelude::*;
use store::Readers;

use crate::components::head;
use crate::form::{Flash, Form, Outcome, Posted, post};
use crate::frame::Page;
use crate::request::{Ask, Stop};
use crate::text::t;

/// `/LANG/sign-in`
pub async fn page(ask: Ask) -> Result<Page, Stop> {
    let lang = ask.lang;
    let mut tx = ask.portal.db.read(&Readers::public()).await?;
    let form = Form::load(&ask, &mut tx, "/do/sign-in").await?;
    let next = local(ask.query("next"));
    let accounts = ask.portal.demonstration.then(|| accounts(lang));
    let status = form.status();
    let body = view! {
        <div class="sign-in">
            {head::plain(&t(lang, "sign-in-title"), Some(t(lang, "sign-in-lede")))}
            {form.summary()}
            <form method="post" action=form.action>
                {form.hidden(&[("next", next), ("kept", &form.value("kept", ""))])}
                {email(&form)}
                {password(&form, "password", t(lang, "field-password-label"), "current-password")}
                {form.actions(t(lang, "sign-in-deed"), "button")}
            </form>
            {accounts}
        </div>
    };
    Ok(Page::new(t(lang, "sign-in-title"), body).narrow().status(status))
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

fn email(form: &Form) -> AnyView {
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

/// Signs a person in. Unknown, wrong and closed get one answer, in the same time.
#[server(prefix = "/do", endpoint = "sign-in")]
pub async fn sign_in() -> Result<(), ServerFnError> {
    post(|ask, mut form| async move {
        let email = form.raw("email").trim().to_lowercase();
        let password = form.raw("password").to_owned();
        let limiter = &ask.portal.passwords.limiter;
        let addresses = &ask.portal.passwords.addresses;
        let address = ask.client.map(|address| address.to_string());
        let shut = address.as_ref().is_some_and(|address| addresses.closed(address, ask.now).is_some());
        if shut || limiter.closed(&email, ask.now).is_some() {
            form.wrong("email", "try-later");
            return Err(form.checked().err().unwrap_or(Outcome::Failed));
        }
        let account = find(&ask, &email).await?;
        let hash = account.as_ref().map(|account| account.password_hash.as_str());
        let Ok(fits) = ask.portal.passwords.fits(password, hash).await else {
            form.wrong("email", "busy");
            return Err(form.checked().err().unwrap_or(Outcome::Failed));
        };
        match account.filter(|_| fits) {
            Some(account) => {
                limiter.succeeded(&email);
                Ok(Outcome::SignedIn(account.person_id, local(form.raw("next")).to_owned()))
            }
            None => {
                limiter.failed(&email, ask.now);
                if let Some(address) = address {
                    addresses.failed(&address, ask.now);
                }
                form.wrong("email", "not-right");
                Err(form.checked().err().unwrap_or(Outcome::Failed))
            }
        }
    })
    .await
}

async fn find(ask: &Ask, email: &str) -> Result<Option<store::account::Account>, Outcome> {
    let found = async {
        let mut tx = ask.portal.db.read(&Readers::public()).await?;
        store::account::find_by_email(&mut tx, email).await
    };
    found.await.map_err(|error| {
        tracing::error!(request = ask.id, %error, "signing in failed");
        Outcome::Failed
    })
}

/// Signs out.
#[server(prefix = "/do", endpoint = "sign-out")]
pub async fn sign_out() -> Result<(), ServerFnError> {
    post(|_, _| async move { Ok(Outcome::SignedOut) }).await
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
