//! `/desk/account/security`: the keys of a person: password, authenticator app, recovery codes. Each change asks again who is
//! there, is recorded, and ends the person's other sessions.

use domain::change::Command;
use domain::id::PersonId;
use leptos::prelude::*;
use qrcode::QrCode;
use qrcode::render::svg;
use store::{Readers, Tx};

use super::sign_in::{failed, password};
use super::{confirm, passkeys};
use crate::access::{doors, problem, second};
use crate::components::{head, sheet};
use crate::form::{Again, Entering, Flash, Form, Outcome, Posted, post};
use crate::frame::Page;
use crate::request::{Ask, Member, Stop};
use crate::text::{t, tf};

const HERE: &str = "/desk/account/security";

/// `/desk/account/security`
pub async fn page(ask: Ask) -> Result<Page, Stop> {
    let lang = ask.lang;
    let mut member = ask.member().await?;
    let account = store::account::find(&mut member.tx, &member.viewer.person_id).await?.ok_or(Stop::NotFound)?;
    let has_app = store::second_factor::find(&mut member.tx, &member.viewer.person_id).await?.is_some();
    let again = confirm::again(&ask, &mut member).await?;
    let has_codes = again.code;
    let [set, remove, codes, change] = forms(&ask, &mut member, &again).await?;
    let (keys, keys_status) = passkeys::sheet(&ask, &mut member, &account.email).await?;
    let left = store::second_factor::codes_left(&mut member.tx, &member.viewer.person_id).await?;
    let shown = new_codes(&ask, &mut member).await?;
    let limited =
        ask.session.limited.then(|| view! { <div class="panel panel--care"><p>{t(lang, "security-limited")}</p></div> });
    let app = if has_app { removing(&remove) } else { setting(&ask, &set, &account.email) };
    let status = [&set, &remove, &codes, &change].into_iter().map(Form::status).fold(keys_status, u16::max);
    let body = view! {
        {head::plain(&t(lang, "security-title"), Some(t(lang, "security-lede")))}
        {limited}
        {shown}
        {sheet(t(lang, "security-app"), app)}
        {sheet(t(lang, "passkey-title"), keys)}
        {has_codes.then(|| sheet(t(lang, "security-codes"), renewing(&codes, left)))}
        {(!ask.session.limited).then(|| sheet(t(lang, "account-password"), changing(&change, &account.email)))}
    };
    let page = Page::new(t(lang, "security-title"), body)
        .crumb(t(lang, "nav-desk"), "/desk")
        .crumb(t(lang, "account-title"), "/desk/account");
    Ok(page.narrow().of(&member).status(status))
}

async fn forms(ask: &Ask, member: &mut Member, again: &Again) -> Result<[Form; 4], Stop> {
    let mut forms = Vec::new();
    for action in ["/do/authenticator", "/do/remove-authenticator", "/do/recovery-codes", "/do/password"] {
        forms.push(Form::load(ask, &mut member.tx, action).await?.asking(again.clone()));
    }
    <[Form; 4]>::try_from(forms).map_err(|_| Stop::NotFound)
}

/// The recovery codes that were just made; nobody sees them again.
async fn new_codes(ask: &Ask, member: &mut Member) -> Result<Option<AnyView>, Stop> {
    let lang = ask.lang;
    let codes = Flash::said(ask, &mut member.tx).await?.unwrap_or_default().named("recovery");
    if codes.is_empty() {
        return Ok(None);
    }
    let rows = codes.into_iter().map(|code| view! { <li><code dir="ltr">{code}</code></li> }).collect_view();
    Ok(Some(sheet(
        t(lang, "security-codes-new"),
        view! { <p>{t(lang, "security-codes-keep")}</p> <ol class="recovery-codes">{rows}</ol> },
    )))
}

/// The picture for the app, the same as text, and the proof that the app has it.
fn setting(ask: &Ask, form: &Form, email: &str) -> AnyView {
    let lang = ask.lang;
    let vault = &ask.portal.vault;
    let known = vault.open(second::SECRET_OF_APP, &form.value("secret", ""));
    let secret = known.unwrap_or_else(|| second::new_secret(ask.seed));
    let (sealed, picture) = (vault.seal(second::SECRET_OF_APP, &secret, ask.seed).unwrap_or_default(), picture(&secret, email));
    let fours: Vec<_> = secret.as_bytes().chunks(4).map(|four| String::from_utf8_lossy(four).into_owned()).collect();
    view! {
        <p>{t(lang, "security-app-why")}</p>
        {form.summary()}
        <form method="post" action=form.action>
            {form.hidden(&[("secret", &sealed)])}
            <ol class="steps">
                <li>{t(lang, "security-app-scan")}<div class="qr" role="img" aria-label=t(lang, "security-app-picture") inner_html=picture></div></li>
                <li>{t(lang, "security-app-type")}" "<code dir="ltr">{fours.join(" ")}</code></li>
                <li>{t(lang, "security-app-prove")}</li>
            </ol>
            {form.field("new_code", t(lang, "field-new-code-label"), None, |control| view! {
                <input type="text" id=control.id name="new_code" autocomplete="one-time-code" dir="ltr" aria-describedby=control.described />
            }.into_any())}
            {confirm::fields(form)}
            {form.actions(t(lang, "security-app-deed"), "button")}
        </form>
    }
    .into_any()
}

/// What the app scans, as black squares on white in either theme.
fn picture(secret: &str, email: &str) -> String {
    let code = second::address(secret, email).and_then(|address| QrCode::new(address).ok());
    let drawn = code.map(|code| code.render::<svg::Color<'_>>().min_dimensions(200, 200).build()).unwrap_or_default();
    // Inside a page there is no head of a document.
    drawn.split_once("?>").map_or(drawn.clone(), |(_, picture)| picture.to_owned())
}

/// A sentence inside a form.
fn hint(text: String) -> Option<AnyView> {
    Some(view! { <p>{text}</p> }.into_any())
}

fn removing(form: &Form) -> AnyView {
    let lang = form.lang;
    let (deed, rest) = (t(lang, "security-app-remove"), hint(t(lang, "security-app-remove-hint")));
    view! { <p>{t(lang, "security-app-set")}</p> {confirm::folded(form, deed, &[], rest, "button button--danger")} }.into_any()
}

fn renewing(form: &Form, left: i64) -> AnyView {
    let lang = form.lang;
    let (deed, rest) = (t(lang, "security-codes-renew"), hint(t(lang, "security-codes-renew-hint")));
    view! {
        <p>{tf(lang, "security-codes-left", [("count", left.into())])}</p>
        {confirm::folded(form, deed, &[], rest, "button button--secondary")}
    }
    .into_any()
}

fn changing(form: &Form, email: &str) -> AnyView {
    let (lang, email) = (form.lang, email.to_owned());
    view! {
        {form.summary()}
        <form method="post" action=form.action>
            {form.hidden(&[])}
            // For password managers: whose password it is.
            <input class="visually-hidden" type="email" autocomplete="username" value=email readonly tabindex="-1" aria-hidden="true" />
            <p class="field__hint">{t(lang, "account-password-hint")}</p>
            {confirm::fields(form)}
            {password(form, "new_password", t(lang, "field-password-new"), "new-password")}
            {form.actions(t(lang, "account-password-deed"), "button")}
        </form>
    }
    .into_any()
}

/// A change of somebody's keys, in one transaction with its event and the end of the other sessions.
pub(crate) async fn rekey<F>(ask: &Ask, command: Command, change: F) -> Result<PersonId, Outcome>
where
    F: for<'t> Fn(&'t mut Tx, PersonId) -> std::pin::Pin<Box<dyn Future<Output = Result<(), store::Error>> + Send + 't>>
        + Clone
        + Send
        + Sync
        + 'static,
{
    let person = ask.session.person.clone().ok_or(Outcome::SignIn)?;
    let (who, given) = (person.clone(), ask.clone());
    let done = ask.portal.db.write(Readers::security(), move |tx| {
        let (who, ask, change) = (who.clone(), given.clone(), change.clone());
        Box::pin(async move {
            change(tx, who.clone()).await?;
            store::session::end_others(tx, &who, &ask.session.id_hash).await?;
            doors::record(tx, &ask, command, &who).await
        })
    });
    done.await.map_err(|error: store::Error| failed(ask, &error))?;
    Ok(person)
}

/// Sets an authenticator app once it has shown that it holds the secret; a new session begins with all rights.
#[server(prefix = "/do", endpoint = "authenticator")]
pub async fn set_authenticator() -> Result<(), ServerFnError> {
    post(|ask, mut form| async move {
        confirm::asked(&ask, &mut form).await?;
        let vault = &ask.portal.vault;
        let secret = vault.open(second::SECRET_OF_APP, form.raw("secret")).ok_or(Outcome::NotFound)?;
        let Some(step) = second::step_of(&secret, form.raw("new_code"), ask.now) else {
            return Err(form.back_with("new_code", "not-right"));
        };
        let (sealed, now, codes) = (form.raw("secret").to_owned(), ask.now, second::new_codes(ask.seed));
        let hashes: Vec<_> = codes.iter().map(|code| second::code_hash(code)).collect();
        let person = rekey(&ask, Command::AddFactor, move |tx, who| {
            let (sealed, hashes) = (sealed.clone(), hashes.clone());
            Box::pin(async move {
                store::second_factor::insert(tx, &who, &sealed, step, now).await?;
                store::second_factor::set_codes(tx, &who, &hashes, now).await
            })
        });
        Ok(entering(person.await?, codes, "said-authenticator"))
    })
    .await
}

/// A new session, whose first page shows these codes once.
pub(crate) fn entering(person: PersonId, codes: Vec<String>, said: &str) -> Outcome {
    let values = codes.into_iter().map(|code| ("recovery".to_owned(), code)).collect();
    let says = Some(Flash { done: Some(said.to_owned()), values, ..Flash::default() });
    Outcome::SignedIn(Box::new(Entering { person, next: HERE.to_owned(), limited: false, device: None, says }))
}

/// Makes new recovery codes; those before count no more.
#[server(prefix = "/do", endpoint = "recovery-codes")]
pub async fn renew_codes() -> Result<(), ServerFnError> {
    post(|ask, mut form| async move {
        confirm::asked(&ask, &mut form).await?;
        let (now, codes) = (ask.now, second::new_codes(ask.seed));
        let hashes: Vec<_> = codes.iter().map(|code| second::code_hash(code)).collect();
        let person = rekey(&ask, Command::AddFactor, move |tx, who| {
            let hashes = hashes.clone();
            Box::pin(async move { store::second_factor::set_codes(tx, &who, &hashes, now).await })
        });
        Ok(entering(person.await?, codes, "said-recovery-codes"))
    })
    .await
}

/// Takes the authenticator app away. Whoever needs one signs in again and sets another.
#[server(prefix = "/do", endpoint = "remove-authenticator")]
pub async fn remove_authenticator() -> Result<(), ServerFnError> {
    post(|ask, mut form| async move {
        confirm::asked(&ask, &mut form).await?;
        rekey(&ask, Command::RemoveFactor, |tx, who| Box::pin(async move { store::second_factor::delete(tx, &who).await }))
            .await?;
        Ok(Outcome::SignedOut)
    })
    .await
}

/// Changes the password.
#[server(prefix = "/do", endpoint = "password")]
pub async fn change_password() -> Result<(), ServerFnError> {
    post(|ask, mut form: Posted| async move {
        let person = ask.session.person.clone().ok_or(Outcome::SignIn)?;
        confirm::asked(&ask, &mut form).await?;
        let own = own_words(&ask, &person).await;
        let own: Vec<&str> = own.iter().map(String::as_str).collect();
        if let Some(code) = problem(form.raw("new_password"), &own) {
            form.wrong("new_password", code);
        }
        form.checked()?;
        let Ok(hash) = ask.portal.passwords.hash(form.raw("new_password").to_owned()).await else { return Err(Outcome::Failed) };
        let person = rekey(&ask, Command::SetPassword, move |tx, who| {
            let hash = hash.clone();
            Box::pin(async move { store::account::set_password(tx, &who, &hash).await })
        });
        let says = Some(Flash { done: Some("said-password-changed".to_owned()), ..Flash::default() });
        Ok(Outcome::SignedIn(Box::new(Entering {
            person: person.await?,
            next: HERE.to_owned(),
            limited: false,
            device: None,
            says,
        })))
    })
    .await
}

/// Words that a password of this person must not lean on: name and address.
async fn own_words(ask: &Ask, person: &PersonId) -> Vec<String> {
    let Ok(member) = ask.member().await else { return vec![] };
    let mut tx = member.tx;
    let email = store::account::find(&mut tx, person).await.ok().flatten().map(|account| account.email).unwrap_or_default();
    let name = member.people.name(person);
    name.split_whitespace().map(str::to_owned).chain([email]).collect()
}
