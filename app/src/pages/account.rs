//! A person's own page: who they are here, the language of their desk, and their password.

use domain::text::Lang;
use leptos::prelude::*;
use store::Readers;
use store::account::{Digits, Theme};

use super::sign_in::password;
use crate::access::problem;
use crate::components::{head, row, sheet};
use crate::form::{Form, Outcome, post};
use crate::frame::Page;
use crate::request::{Ask, Member, Stop};
use crate::text::{date, t, word};

/// `/desk/account`
pub async fn page(ask: Ask) -> Result<Page, Stop> {
    let lang = ask.lang;
    let mut member = ask.member().await?;
    let form = Form::load(&ask, &mut member.tx, "/do/password").await?;
    let account = store::account::find(&mut member.tx, &member.viewer.person_id).await?.ok_or(Stop::NotFound)?;
    let groups = store::group::list(&mut member.tx, &member.viewer).await?;
    let group_name = |id: &domain::id::GroupId| {
        groups.iter().find(|group| group.id == *id).map_or_else(String::new, |group| group.name(lang).to_owned())
    };
    let roles = member
        .viewer
        .roles
        .iter()
        .map(|held| {
            let place = held.group_id.as_ref().map_or_else(|| t(lang, "account-all-groups"), &group_name);
            view! { <li>{word(lang, "role", held.role.code())}" · "{place}</li> }
        })
        .collect_view();
    let mandates = member
        .viewer
        .mandates
        .iter()
        .map(|mandate| view! { <li>{group_name(&mandate.group_id)}" · "{date(lang, mandate.starts_at)}" – "{date(lang, mandate.ends_at)}</li> })
        .collect_view();
    let administrates = member.viewer.roles.iter().any(|held| held.role == domain::person::Role::Administrator);
    let sessions = super::sessions::list(&ask, &mut member).await?;
    let body = view! {
        {head::plain(&t(lang, "account-title"), None)}
        {form.summary()}
        {sheet(t(lang, "account-who"), view! {
            <dl class="summary-list">
                {row(t(lang, "field-name"), view! { <bdi>{member.people.name(&member.viewer.person_id)}</bdi> })}
                {row(t(lang, "field-office"), view! { <bdi>{member.people.office(&member.viewer.person_id)}</bdi> })}
                {row(t(lang, "field-email-label"), view! { <bdi dir="ltr">{account.email.clone()}</bdi> })}
                {row(t(lang, "account-roles"), view! { <ul>{roles}</ul> })}
                {row(t(lang, "account-mandates"), mandate_list(lang, &member, mandates))}
                {row(t(lang, "account-profile"), t(lang, "account-profile-office"))}
            </dl>
        })}
        {administrates.then(|| view! { <p><a href="/desk/admin/permissions">{t(lang, "permissions-title")}</a></p> })}
        {sheet(t(lang, "account-language"), language_form(&ask))}
        {sheet(t(lang, "account-theme"), theme_form(&ask))}
        {sheet(t(lang, "account-digits"), digits_form(&ask))}
        {sessions}
        {sheet(t(lang, "account-password"), password_form(&form, &account.email))}
    };
    let status = form.status();
    Ok(Page::new(t(lang, "account-title"), body).crumb(t(lang, "nav-desk"), "/desk").narrow().of(&member).status(status))
}

fn mandate_list(lang: Lang, member: &Member, list: impl IntoView + 'static) -> AnyView {
    if member.viewer.mandates.is_empty() {
        t(lang, "account-no-mandate").into_any()
    } else {
        view! { <ul>{list}</ul> }.into_any()
    }
}

fn language_form(ask: &Ask) -> AnyView {
    let lang = ask.lang;
    let form = Form::plain(ask, "/do/language", crate::form::Flash::default());
    let options =
        Lang::ALL.into_iter().map(|one| (one.code().to_owned(), t(lang, &format!("language-{}", one.code())))).collect();
    view! {
        <form method="post" action=form.action>
            {form.hidden(&[])}
            {form.select("lang", t(lang, "account-language-field"), Some(t(lang, "account-language-hint")), options, lang.code())}
            {form.actions(t(lang, "account-language-deed"), "button button--secondary")}
        </form>
    }
    .into_any()
}

fn theme_form(ask: &Ask) -> AnyView {
    let lang = ask.lang;
    let form = Form::plain(ask, "/do/theme", crate::form::Flash::default());
    let options = Theme::ALL.into_iter().map(|one| (one.code(), word(lang, "theme", one.code()), None)).collect();
    view! {
        <form method="post" action=form.action>
            {form.hidden(&[])}
            {form.choices("theme", t(lang, "account-theme-field"), options, ask.theme.code())}
            {form.actions(t(lang, "account-theme-deed"), "button button--secondary")}
        </form>
    }
    .into_any()
}

fn digits_form(ask: &Ask) -> AnyView {
    let lang = ask.lang;
    let form = Form::plain(ask, "/do/digits", crate::form::Flash::default());
    let options = Digits::ALL.into_iter().map(|one| (one.code(), word(lang, "digits", one.code()), None)).collect();
    view! {
        <form method="post" action=form.action>
            {form.hidden(&[])}
            {form.choices("digits", t(lang, "account-digits-field"), options, ask.digits.code())}
            {form.actions(t(lang, "account-digits-deed"), "button button--secondary")}
        </form>
    }
    .into_any()
}

/// Sets the colours of the desk.
#[server(prefix = "/do", endpoint = "theme")]
pub async fn set_theme() -> Result<(), ServerFnError> {
    post(|ask, form| async move {
        let person = ask.session.person.clone().ok_or(Outcome::SignIn)?;
        let theme = Theme::ALL.into_iter().find(|theme| theme.code() == form.raw("theme")).ok_or(Outcome::NotFound)?;
        let done = ask.portal.db.write(Readers::public(), move |tx| {
            let person = person.clone();
            Box::pin(async move { store::account::set_theme(tx, &person, theme).await })
        });
        kept(&ask, done.await, "said-theme")
    })
    .await
}

/// Sets the digits of Arabic pages.
#[server(prefix = "/do", endpoint = "digits")]
pub async fn set_digits() -> Result<(), ServerFnError> {
    post(|ask, form| async move {
        let person = ask.session.person.clone().ok_or(Outcome::SignIn)?;
        let digits = Digits::ALL.into_iter().find(|digits| digits.code() == form.raw("digits")).ok_or(Outcome::NotFound)?;
        let done = ask.portal.db.write(Readers::public(), move |tx| {
            let person = person.clone();
            Box::pin(async move { store::account::set_digits(tx, &person, digits).await })
        });
        kept(&ask, done.await, "said-digits")
    })
    .await
}

fn kept(ask: &Ask, done: Result<(), store::Error>, said: &'static str) -> Result<Outcome, Outcome> {
    done.map_err(|error| {
        tracing::error!(request = ask.id, %error, "a setting could not be kept");
        Outcome::Failed
    })?;
    Ok(Outcome::Done("/desk/account".to_owned(), said))
}

fn password_form(form: &Form, email: &str) -> AnyView {
    let (lang, email) = (form.lang, email.to_owned());
    view! {
        <form method="post" action=form.action>
            {form.hidden(&[])}
            // For password managers: whose password it is.
            <input class="visually-hidden" type="email" autocomplete="username" value=email readonly tabindex="-1" aria-hidden="true" />
            <p class="field__hint">{t(lang, "account-password-hint")}</p>
            {password(form, "password", t(lang, "field-password-now"), "current-password")}
            {password(form, "new_password", t(lang, "field-password-new"), "new-password")}
            {form.actions(t(lang, "account-password-deed"), "button")}
        </form>
    }
    .into_any()
}

/// Changes the password; every other session of the person ends.
#[server(prefix = "/do", endpoint = "password")]
pub async fn change_password() -> Result<(), ServerFnError> {
    post(|ask, mut form| async move {
        let person = ask.session.person.clone().ok_or(Outcome::SignIn)?;
        confirm(&ask, &mut form).await?;
        let own = own_words(&ask, &person).await;
        let own: Vec<&str> = own.iter().map(String::as_str).collect();
        if let Some(code) = problem(form.raw("new_password"), &own) {
            form.wrong("new_password", code);
        }
        form.checked()?;
        let Ok(hash) = ask.portal.passwords.hash(form.raw("new_password").to_owned()).await else { return Err(Outcome::Failed) };
        let session = ask.session.id_hash.clone();
        let done = ask.portal.db.write(Readers::public(), move |tx| {
            let (person, hash, session) = (person.clone(), hash.clone(), session.clone());
            Box::pin(async move {
                store::account::set_password(tx, &person, &hash).await?;
                store::session::end_others(tx, &person, &session).await
            })
        });
        done.await.map_err(|error| {
            tracing::error!(request = ask.id, %error, "a password could not be changed");
            Outcome::Failed
        })?;
        Ok(Outcome::Done("/desk/account".to_owned(), "said-password-changed"))
    })
    .await
}

/// Words that a password of this person must not lean on: name and address.
async fn own_words(ask: &Ask, person: &domain::id::PersonId) -> Vec<String> {
    let Ok(member) = ask.member().await else { return vec![] };
    let mut tx = member.tx;
    let email = store::account::find(&mut tx, person).await.ok().flatten().map(|account| account.email).unwrap_or_default();
    let name = member.people.name(person);
    name.split_whitespace().map(str::to_owned).chain([email]).collect()
}

/// The password, asked for again before something that must not happen at an unattended desk. Under the same soft lock as
/// signing in.
///
/// # Errors
/// The outcome that brings the form back.
pub async fn confirm(ask: &Ask, form: &mut crate::form::Posted) -> Result<(), Outcome> {
    let person = ask.session.person.clone().ok_or(Outcome::SignIn)?;
    let limiter = &ask.portal.passwords.limiter;
    let name = format!("confirm {person}");
    let fits = if limiter.closed(&name, ask.now).is_some() {
        false
    } else {
        let account = async {
            let mut tx = ask.portal.db.read(&Readers::public()).await?;
            store::account::find(&mut tx, &person).await
        };
        let account = account.await.map_err(|_| Outcome::Failed)?;
        let hash = account.as_ref().map(|account| account.password_hash.as_str());
        ask.portal.passwords.fits(form.raw("password").to_owned(), hash).await.map_err(|_| Outcome::Failed)?
    };
    if fits {
        limiter.succeeded(&name);
        return Ok(());
    }
    limiter.failed(&name, ask.now);
    form.wrong("password", "not-right");
    form.checked()
}
