//! A person's own page: who they are here, and what their desk looks like.

use domain::policy::{self, Action};
use domain::text::Lang;
use leptos::prelude::*;
use store::account::{Digits, Theme};

use super::own;
use super::people::person::letter;
use super::people::profile;
use crate::components::{head, row, sheet};
use crate::form::{Form, Outcome, post};
use crate::frame::Page;
use crate::request::{Ask, Member, Stop};
use crate::text::{date, t, word};

/// `/desk/account`
pub async fn page(ask: Ask) -> Result<Page, Stop> {
    let lang = ask.lang;
    let mut member = ask.member().await?;
    let account = store::account::find(&mut member.tx, &member.viewer.person_id).await?.ok_or(Stop::NotFound)?;
    let groups = store::group::list(&mut member.tx, &member.viewer).await?;
    let letters = store::letter::of_person(&mut member.tx, &member.viewer.person_id).await?;
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
        .map(|mandate| view! { <li>{group_name(&mandate.group_id)}" · "{date(lang, mandate.starts_at)}" – "{date(lang, mandate.ends_at)}{letter(lang, &letters, &mandate.id)}</li> })
        .collect_view();
    let profile = profile::own(&ask, &mut member).await?;
    let manages = policy::anywhere(&member.viewer, Action::ManagePeople);
    let administrates = member.viewer.roles.iter().any(|held| held.role == domain::person::Role::Administrator);
    let body = view! {
        {head::plain(&t(lang, "account-title"), None)}
        {sheet(t(lang, "account-who"), view! {
            <dl class="summary-list">
                {row(t(lang, "field-name"), view! { <bdi>{member.people.name(&member.viewer.person_id)}</bdi> })}
                {row(t(lang, "field-office"), view! { <bdi>{member.people.office(&member.viewer.person_id)}</bdi> })}
                {row(t(lang, "field-email-label"), view! { <bdi dir="ltr">{account.email.clone()}</bdi> })}
                {row(t(lang, "account-roles"), view! { <ul>{roles}</ul> })}
                {row(t(lang, "account-mandates"), mandate_list(lang, &member, mandates))}
                {row(t(lang, "account-profile"), profile)}
            </dl>
        })}
        {manages.then(|| sheet(t(lang, "people-title"), view! { <p><a href="/desk/admin/people">{t(lang, "people-manage")}</a></p> }))}
        {administrates.then(|| sheet(t(lang, "account-administration"), view! {
            <ul>
                <li><a href="/desk/admin/events">{t(lang, "events-title")}</a></li>
                <li><a href="/desk/admin/permissions">{t(lang, "permissions-title")}</a></li>
            </ul>
        }))}
        {sheet(t(lang, "account-language"), language_form(&ask))}
        {sheet(t(lang, "account-theme"), theme_form(&ask))}
        {sheet(t(lang, "account-digits"), digits_form(&ask))}
        {sheet(t(lang, "account-doors"), view! {
            <ul>
                <li><a href="/desk/account/security">{t(lang, "security-title")}</a></li>
                <li><a href="/desk/account/notifications">{t(lang, "notifications-title")}</a></li>
                <li><a href="/desk/account/sessions">{t(lang, "account-sessions")}</a></li>
            </ul>
        })}
    };
    Ok(Page::new(t(lang, "account-title"), body).crumb(t(lang, "nav-desk"), "/desk").narrow().of(&member))
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
        let theme = Theme::ALL.into_iter().find(|theme| theme.code() == form.raw("theme")).ok_or(Outcome::NotFound)?;
        own(&ask, &form, "/desk/account", "said-theme", move |tx, person| {
            Box::pin(async move { store::account::set_theme(tx, &person, theme).await })
        })
        .await
    })
    .await
}

/// Sets the digits of Arabic pages.
#[server(prefix = "/do", endpoint = "digits")]
pub async fn set_digits() -> Result<(), ServerFnError> {
    post(|ask, form| async move {
        let digits = Digits::ALL.into_iter().find(|digits| digits.code() == form.raw("digits")).ok_or(Outcome::NotFound)?;
        own(&ask, &form, "/desk/account", "said-digits", move |tx, person| {
            Box::pin(async move { store::account::set_digits(tx, &person, digits).await })
        })
        .await
    })
    .await
}
