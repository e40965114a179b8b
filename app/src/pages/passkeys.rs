//! Passkeys on pages: the button that asks a device, signing in with one, and the sheet of a person's own.

use domain::change::Command;
use domain::id::PersonId;
use domain::text::Lang;
use leptos::prelude::*;
use store::Readers;
use store::passkey::Passkey;

use super::security::{entering, rekey};
use super::sign_in::{failed, turned_away};
use super::{confirm, second};
use crate::access::passkey::{self, Question};
use crate::access::second as codes;
use crate::form::{Again, Flash, Form, Outcome, Posted, post};
use crate::islands::passkey::PasskeyButton;
use crate::request::{Ask, Member, Stop};
use crate::text::{moment_in, t};

/// Longest name of a passkey.
const NAME_LIMIT: usize = 60;

/// The button that asks a device, with the fields that its answer travels in.
pub(crate) fn button(lang: Lang, question: &Question, label: String) -> AnyView {
    let Question { options, sealed } = question.clone();
    view! {
        <input type="hidden" name="challenge" value=sealed />
        <input type="hidden" name="passkey" value="" />
        <PasskeyButton options=options field="passkey".to_owned() label=label failed=t(lang, "passkey-failed") />
    }
    .into_any()
}

/// The form that signs in with a passkey; nothing where the public address allows none.
pub(crate) fn sign_in_form(ask: &Ask, next: &str, kept: &str) -> Option<AnyView> {
    let lang = ask.lang;
    let question = passkey::ask_for_one(ask)?;
    let form = Form::plain(ask, "/do/passkey-sign-in", Flash::default());
    Some(
        view! {
            <form method="post" action=form.action>
                {form.hidden(&[("next", next), ("kept", kept)])}
                {button(lang, &question, t(lang, "passkey-sign-in"))}
            </form>
        }
        .into_any(),
    )
}

/// Whose passkey answered the question of this form.
pub(crate) async fn owner(ask: &Ask, form: &Posted) -> Result<Option<PersonId>, Outcome> {
    let (sealed, answer, given) = (form.raw("challenge").to_owned(), form.raw("passkey").to_owned(), ask.clone());
    let found = ask.portal.db.write(Readers::public(), move |tx| {
        let (sealed, answer, ask) = (sealed.clone(), answer.clone(), given.clone());
        Box::pin(async move { passkey::spend(tx, &ask, &sealed, &answer).await })
    });
    found.await.map_err(|error: store::Error| failed(ask, &error))
}

/// Is this person allowed in at all?
async fn is_active(ask: &Ask, person: &PersonId) -> Result<bool, Outcome> {
    let found = async {
        let mut tx = ask.portal.db.read(&Readers::public()).await?;
        store::person::party(&mut tx, person).await
    };
    Ok(found.await.map_err(|error| failed(ask, &error))?.is_some())
}

/// Signs in with a passkey, which is both factors in one.
#[server(prefix = "/do", endpoint = "passkey-sign-in")]
pub async fn passkey_sign_in() -> Result<(), ServerFnError> {
    post(|ask, form| async move {
        let addresses = &ask.portal.passwords.addresses;
        let shut = ask.client.is_some_and(|address| addresses.closed(&address.to_string(), ask.now).is_some());
        let owner = if shut { None } else { owner(&ask, &form).await? };
        if let Some(person) = &owner
            && is_active(&ask, person).await?
        {
            return second::enter(&ask, person.clone(), form.raw("next"), false).await;
        }
        turned_away(&ask, owner.as_ref()).await;
        Err(Outcome::Back(Box::new(Flash { refusal: Some(("passkey".to_owned(), vec![])), ..Flash::default() })))
    })
    .await
}

/// The sheet of a person's passkeys, with the forms that make one and take one away, and the status of the page with them.
///
/// # Errors
/// The database fails.
pub(crate) async fn sheet(ask: &Ask, member: &mut Member, email: &str) -> Result<(AnyView, u16), Stop> {
    let lang = ask.lang;
    let own = store::passkey::list(&mut member.tx, &member.viewer.person_id).await?;
    let again = confirm::again(ask, member).await?;
    let remove = Form::load(ask, &mut member.tx, "/do/remove-passkey").await?.asking(again.clone());
    let add = Form::load(ask, &mut member.tx, "/do/passkey").await?.asking(Again { passkey: None, ..again });
    let status = add.status().max(remove.status());
    let rows = own.iter().map(|key| row(member, &remove.about("key", &key.id), key)).collect_view();
    let list = (!own.is_empty()).then(|| view! { <ul class="stack">{rows}</ul> });
    let question = passkey::ask_for_new(ask, &member.viewer.person_id, email);
    let adding = question.map_or_else(
        || view! { <p class="muted">{t(lang, "passkey-no-domain")}</p> }.into_any(),
        |question| adding(&add, question),
    );
    Ok((view! { <p>{t(lang, "passkey-why")}</p> {list} {adding} }.into_any(), status))
}

fn row(member: &Member, form: &Form, key: &Passkey) -> AnyView {
    let (lang, party) = (form.lang, member.viewer.party);
    let used = key.used_at.map(|at| view! { " · " {t(lang, "session-used")} " " {moment_in(lang, party, at)} });
    view! {
        <li>
            <p><bdi dir="auto">{key.name.clone()}</bdi>" · "{moment_in(lang, party, key.created_at)}{used}</p>
            {confirm::folded(form, t(lang, "passkey-remove"), &[("key", &key.id)], None, "button button--danger")}
        </li>
    }
    .into_any()
}

fn adding(form: &Form, question: Question) -> AnyView {
    let lang = form.lang;
    view! {
        <details class="disclosure" open=form.is_sent_back()>
            <summary>{t(lang, "passkey-add")}</summary>
            <div class="disclosure__body">
                {form.summary()}
                <form method="post" action=form.action>
                    {form.hidden(&[("new_challenge", &question.sealed), ("new_key", "")])}
                    {form.line("name", t(lang, "passkey-name"), Some(t(lang, "passkey-name-hint")), "", None)}
                    {confirm::fields(form)}
                    <PasskeyButton options=question.options field="new_key".to_owned() label=t(lang, "passkey-add-deed") failed=t(lang, "passkey-failed") />
                    <noscript><p class="field__hint">{t(lang, "passkey-needs-script")}</p></noscript>
                </form>
            </div>
        </details>
    }
    .into_any()
}

/// Keeps a new passkey; a new session begins with all rights. The first factor brings recovery codes along.
#[server(prefix = "/do", endpoint = "passkey")]
pub async fn add_passkey() -> Result<(), ServerFnError> {
    post(|ask, mut form| async move {
        let name = form.line("name", NAME_LIMIT);
        form.checked()?;
        confirm::asked(&ask, &mut form).await?;
        let made = passkey::made(&ask, form.raw("new_challenge"), form.raw("new_key"));
        let Some((id, credential)) = made else { return Err(form.back_with("name", "passkey")) };
        let (now, new) = (ask.now, codes::new_codes(ask.seed));
        let hashes: Vec<_> = new.iter().map(|code| codes::code_hash(code)).collect();
        let first = !has_codes(&ask).await?;
        let person = rekey(&ask, Command::AddFactor, move |tx, who| {
            let (id, name, credential, hashes) = (id.clone(), name.clone(), credential.clone(), hashes.clone());
            Box::pin(async move {
                store::passkey::insert(tx, &who, &id, &name, &credential, now).await?;
                if first { store::second_factor::set_codes(tx, &who, &hashes, now).await } else { Ok(()) }
            })
        });
        Ok(entering(person.await?, if first { new } else { vec![] }, "said-passkey"))
    })
    .await
}

async fn has_codes(ask: &Ask) -> Result<bool, Outcome> {
    let person = ask.session.person.as_ref().ok_or(Outcome::SignIn)?;
    let found = async {
        let mut tx = ask.portal.db.read(&Readers::public()).await?;
        store::second_factor::codes_left(&mut tx, person).await
    };
    Ok(found.await.map_err(|error| failed(ask, &error))? > 0)
}

/// Takes a passkey away; its owner signs in again with what is left.
#[server(prefix = "/do", endpoint = "remove-passkey")]
pub async fn remove_passkey() -> Result<(), ServerFnError> {
    post(|ask, mut form| async move {
        confirm::asked(&ask, &mut form).await?;
        let key = form.raw("key").to_owned();
        let removed = rekey(&ask, Command::RemoveFactor, move |tx, who| {
            let key = key.clone();
            Box::pin(async move { store::passkey::delete(tx, &who, &key).await.map(|_| ()) })
        });
        removed.await?;
        Ok(Outcome::SignedOut)
    })
    .await
}
