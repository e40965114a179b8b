//! The second step of signing in: a code of the authenticator app, or a recovery code. The first step travels sealed through the
//! form, so whoever has only half of what it takes is nobody yet.

use domain::change::Command;
use domain::id::PersonId;
use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use store::{Readers, outbox};

use super::passkeys;
use super::sign_in::{Known, failed, local, open_to, turned_away};
use crate::access::{doors, second};
use crate::components::head;
use crate::form::{Entering, Flash, Form, Outcome, Posted, post};
use crate::frame::Page;
use crate::request::Ask;
use crate::text::t;

/// For what the first step is sealed.
const HALF: &str = "half a sign-in";
/// How long the second step may take, in milliseconds.
const PATIENCE: i64 = 10 * 60 * 1000;

/// Whose password fitted, when, and in which browser.
#[derive(Debug, Serialize, Deserialize)]
struct Half {
    person: PersonId,
    at: i64,
    browser: String,
}

impl Half {
    fn open(ask: &Ask, sealed: &str) -> Option<Self> {
        let half: Self = serde_json::from_str(&ask.portal.vault.open(HALF, sealed)?).ok()?;
        (half.browser == ask.session.id_hash && ask.now.0 - half.at < PATIENCE).then_some(half)
    }
}

/// Lets a person in whose password fits, or asks for the second factor.
///
/// # Errors
/// The outcome where something fails.
pub(crate) async fn enter_or_ask(ask: &Ask, form: &Posted, known: &Known) -> Result<Outcome, Outcome> {
    let person = known.account.person_id.clone();
    if !known.second {
        let decides = known.viewer.as_ref().is_some_and(|viewer| viewer.roles.iter().any(|held| held.role.needs_second_factor()));
        let needs = ask.portal.second_factor_for_all || (decides && !ask.portal.demonstration);
        return enter(ask, person, form.raw("next"), needs).await;
    }
    let half = Half { person, at: ask.now.0, browser: ask.session.id_hash.clone() };
    let sealed = serde_json::to_string(&half).ok().and_then(|half| ask.portal.vault.seal(HALF, &half, ask.seed));
    let values =
        [("half", sealed.ok_or(Outcome::Failed)?), ("next", form.raw("next").to_owned()), ("kept", form.raw("kept").to_owned())];
    let values = values.map(|(name, value)| (name.to_owned(), value)).to_vec();
    Ok(Outcome::Second(Box::new(Flash { values, ..Flash::default() })))
}

/// Records that somebody comes in, and tells them where the device is a new one.
pub(crate) async fn enter(ask: &Ask, person: PersonId, next: &str, limited: bool) -> Result<Outcome, Outcome> {
    let (who, given) = (person.clone(), ask.clone());
    let recorded = ask.portal.db.write(Readers::security(), move |tx| {
        let (who, ask) = (who.clone(), given.clone());
        Box::pin(async move {
            doors::record(tx, &ask, Command::SignIn, &who).await?;
            let Some(account) = store::account::find(tx, &who).await? else { return Ok(None) };
            if ask.portal.devices.known(&ask.device, &account.email).is_some() {
                return Ok(None);
            }
            outbox::add(tx, outbox::Kind::NewDevice, &who, None, ask.occasion()).await?;
            let id: PersonId = ask.occasion().branch("device").ids().fresh();
            Ok(Some(ask.portal.devices.make(id.as_str(), &account.email)))
        })
    });
    let device = recorded.await.map_err(|error| failed(ask, &error))?;
    let next = if limited { "/desk/account/security" } else { local(next) };
    Ok(Outcome::SignedIn(Box::new(Entering { person, next: next.to_owned(), limited, device, says: None })))
}

/// The page of the second step.
#[must_use]
pub fn page(ask: &Ask, form: &Form) -> Page {
    let lang = ask.lang;
    let hidden = ["half", "next", "kept"].map(|name| (name, form.value(name, "")));
    let hidden = hidden.each_ref().map(|(name, value)| (*name, value.as_str()));
    let body = view! {
        <div class="sign-in">
            {head::plain(&t(lang, "second-title"), Some(t(lang, "second-lede")))}
            {form.summary()}
            <form method="post" action=form.action>
                {form.hidden(&hidden)}
                {code(form)}
                {form.actions(t(lang, "sign-in-deed"), "button")}
            </form>
            {passkeys::sign_in_form(ask, &form.value("next", ""), &form.value("kept", ""))}
            <p><a href=format!("/{}/sign-in", lang.code())>{t(lang, "second-again")}</a></p>
        </div>
    };
    Page::new(t(lang, "second-title"), body).narrow().with_islands().status(form.status())
}

/// A field for a code; what was typed never comes back, since no code counts twice.
pub(crate) fn code(form: &Form) -> AnyView {
    form.field("code", t(form.lang, "field-code-label"), Some(t(form.lang, "field-code-hint")), |control| {
        view! { <input type="text" id=control.id name="code" autocomplete="one-time-code" dir="ltr" aria-describedby=control.described /> }
            .into_any()
    })
}

/// Checks the code and lets the person in.
#[server(prefix = "/do", endpoint = "second-factor")]
pub async fn second_factor() -> Result<(), ServerFnError> {
    post(|ask, mut form| async move {
        let half = Half::open(&ask, form.raw("half")).ok_or(Outcome::SignIn)?;
        let name = format!("code {}", half.person);
        open_to(&ask, &name, &mut form, "code")?;
        if !spend(&ask, &half.person, form.raw("code")).await? {
            turned_away(&ask, Some(&half.person)).await;
            return Err(form.back_with("code", "not-right"));
        }
        ask.portal.passwords.limiter.succeeded(&name);
        enter(&ask, half.person, form.raw("next"), false).await
    })
    .await
}

/// Does this code fit? It is used up, and a recovery code is recorded.
///
/// # Errors
/// The outcome where something fails.
pub(crate) async fn spend(ask: &Ask, person: &PersonId, typed: &str) -> Result<bool, Outcome> {
    let (who, typed, given) = (person.clone(), typed.to_owned(), ask.clone());
    let spent = ask.portal.db.write(Readers::security(), move |tx| {
        let (who, typed, ask) = (who.clone(), typed.clone(), given.clone());
        Box::pin(async move {
            let fit = second::spend(tx, &ask.portal.vault, &who, &typed, ask.now).await?;
            if fit == second::Fit::Recovery {
                doors::record(tx, &ask, Command::UseRecoveryCode, &who).await?;
            }
            Ok(fit != second::Fit::No)
        })
    });
    spent.await.map_err(|error: store::Error| failed(ask, &error))
}
