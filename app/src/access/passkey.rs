//! Passkeys: a key that a device holds and opens with a finger, a face or a PIN, so it is two factors in one. What waits for the
//! device's answer travels sealed through the form; an answer to a question that is older than the key's last use is refused, so
//! none counts twice.

use domain::id::PersonId;
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use sha2::{Digest, Sha256};
use store::{Error, Tx};
use webauthn_rs::prelude::{
    DiscoverableAuthentication, Passkey, PasskeyRegistration, PublicKeyCredential, RegisterPublicKeyCredential, Url, Uuid,
};
use webauthn_rs::{Webauthn, WebauthnBuilder};
use webauthn_rs_proto::ResidentKeyRequirement;

use crate::request::Ask;

/// For what a question to a known passkey is sealed.
const KNOWN: &str = "passkey";
/// For what a question for a new one is sealed.
const NEW: &str = "new passkey";
/// How long a device may take to answer, in milliseconds.
const PATIENCE: i64 = 5 * 60 * 1000;

/// What is asked of a device, and what is needed to check its answer.
#[derive(Clone, Debug)]
pub struct Question {
    /// For the browser, as JSON.
    pub options: String,
    /// For us, sealed.
    pub sealed: String,
}

/// A question as it comes back.
#[derive(Serialize, Deserialize)]
struct Asked<T> {
    at: i64,
    browser: String,
    state: T,
}

/// Checks passkeys of this origin; none where it has no domain name, for which browsers make no passkeys.
#[must_use]
pub fn checker(origin: &str) -> Option<Webauthn> {
    let url = Url::parse(origin).ok()?;
    let domain = url.domain()?.to_owned();
    WebauthnBuilder::new(&domain, &url).ok()?.rp_name("Cooperation Portal").build().ok()
}

fn seal<T: Serialize>(ask: &Ask, purpose: &str, state: T) -> Option<String> {
    let asked = Asked { at: ask.now.0, browser: ask.session.id_hash.clone(), state };
    ask.portal.vault.seal(purpose, &serde_json::to_string(&asked).ok()?, ask.seed)
}

/// What was asked, if it was asked of this browser a short time ago.
fn open<T: DeserializeOwned>(ask: &Ask, purpose: &str, sealed: &str) -> Option<Asked<T>> {
    let asked: Asked<T> = serde_json::from_str(&ask.portal.vault.open(purpose, sealed)?).ok()?;
    (asked.browser == ask.session.id_hash && ask.now.0 - asked.at < PATIENCE).then_some(asked)
}

/// Asks any device for a passkey of ours.
#[must_use]
pub fn ask_for_one(ask: &Ask) -> Option<Question> {
    let (options, state) = ask.portal.passkeys.as_ref()?.start_discoverable_authentication().ok()?;
    Some(Question { options: serde_json::to_string(&options.public_key).ok()?, sealed: seal(ask, KNOWN, state)? })
}

/// Asks a device to make a passkey for this person.
#[must_use]
pub fn ask_for_new(ask: &Ask, person: &PersonId, email: &str) -> Option<Question> {
    let digest = Sha256::digest(format!("passkey owner {person}"));
    let owner = Uuid::from_bytes(*digest.first_chunk()?);
    let (mut options, state) = ask.portal.passkeys.as_ref()?.start_passkey_registration(owner, email, email, None).ok()?;
    // A passkey that its device cannot find by itself would be of no use on a page that does not know who comes.
    let wish = options.public_key.authenticator_selection.get_or_insert_default();
    (wish.resident_key, wish.require_resident_key) = (Some(ResidentKeyRequirement::Required), true);
    Some(Question { options: serde_json::to_string(&options.public_key).ok()?, sealed: seal(ask, NEW, state)? })
}

/// The new passkey, as it is kept: its id and its public half.
#[must_use]
pub fn made(ask: &Ask, sealed: &str, answer: &str) -> Option<(String, String)> {
    let asked: Asked<PasskeyRegistration> = open(ask, NEW, sealed)?;
    let answer: RegisterPublicKeyCredential = serde_json::from_str(answer).ok()?;
    let key = ask.portal.passkeys.as_ref()?.finish_passkey_registration(&answer, &asked.state).ok()?;
    Some((domain::text::hex(key.cred_id().as_ref()), serde_json::to_string(&key).ok()?))
}

/// Whose passkey answered; its counter is kept.
///
/// # Errors
/// The database fails.
pub async fn spend(tx: &mut Tx, ask: &Ask, sealed: &str, answer: &str) -> Result<Option<PersonId>, Error> {
    let Some(asked) = open::<DiscoverableAuthentication>(ask, KNOWN, sealed) else {
        return Ok(None);
    };
    let (Some(checker), Ok(answer)) = (ask.portal.passkeys.as_ref(), serde_json::from_str::<PublicKeyCredential>(answer)) else {
        return Ok(None);
    };
    let id = domain::text::hex(answer.get_credential_id());
    let Some(known) = store::passkey::find(tx, &id).await? else { return Ok(None) };
    let Ok(mut key) = serde_json::from_str::<Passkey>(&known.credential) else { return Ok(None) };
    let Ok(result) = checker.finish_discoverable_authentication_v2(&answer, asked.state, &key) else { return Ok(None) };
    if known.used_at.is_some_and(|used| used.0 >= asked.at) || !result.user_verified() {
        return Ok(None);
    }
    key.update_credential(&result);
    let kept = serde_json::to_string(&key).map_err(|error| Error::Corrupt(error.to_string()))?;
    store::passkey::used(tx, &id, &kept, ask.now).await?;
    Ok(Some(known.person_id))
}
