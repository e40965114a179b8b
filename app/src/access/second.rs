//! The second factor: a code of an authenticator app (RFC 6238), or one of ten recovery codes for the day on which it is lost.

use domain::id::PersonId;
use domain::text::{hash, latin_digits};
use domain::time::Timestamp;
use sha2::{Digest, Sha256};
use store::{Error, Tx};
use totp_rs::{Builder, Secret, Totp};

use super::Vault;

/// For what the secret of an app is sealed.
pub const SECRET_OF_APP: &str = "authenticator";
/// How many recovery codes a person gets.
const CODES: u8 = 10;
/// How many bytes a recovery code has: 80 bits cannot be guessed.
const CODE_BYTES: usize = 10;

/// What a person typed as a code.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Typed {
    /// Six digits of an app.
    OneTime(String),
    /// Sixteen letters and digits of the list.
    Recovery(String),
}

impl Typed {
    /// Spaces, hyphens, capitals and the kind of digits do not count.
    fn read(typed: &str) -> Option<Self> {
        let plain: String = latin_digits(typed).chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_uppercase();
        match plain.len() {
            6 if plain.chars().all(|letter| letter.is_ascii_digit()) => Some(Self::OneTime(plain)),
            16 => Some(Self::Recovery(plain)),
            _ => None,
        }
    }
}

/// A new secret, derived from randomness that is used for nothing else.
#[must_use]
pub fn new_secret(seed: [u8; 32]) -> String {
    let bytes = Sha256::new().chain_update(b"authenticator").chain_update(seed).finalize();
    Secret::from(bytes.iter().copied().take(20).collect::<Vec<u8>>()).to_base32()
}

fn app(secret: &str, email: &str) -> Option<Totp> {
    let secret = Secret::try_from_base32(secret).ok()?;
    Builder::new().with_secret(secret).with_account_name(email).with_issuer(Some("Cooperation Portal")).build().ok()
}

/// The address that an authenticator app reads from the picture.
#[must_use]
pub fn address(secret: &str, email: &str) -> Option<String> {
    app(secret, email)?.to_url().ok()
}

/// The step at which a code belongs to this secret now, one step before or after allowed.
#[must_use]
pub fn step_of(secret: &str, typed: &str, now: Timestamp) -> Option<i64> {
    let Typed::OneTime(code) = Typed::read(typed)? else { return None };
    let seconds = u64::try_from(now.0 / 1000).ok()?;
    i64::try_from(app(secret, "x")?.check(&code, seconds)?).ok()
}

/// Ten new recovery codes, in fours as people copy them.
#[must_use]
pub fn new_codes(seed: [u8; 32]) -> Vec<String> {
    (0..CODES)
        .map(|number| {
            let bytes = Sha256::new().chain_update(b"recovery code").chain_update([number]).chain_update(seed).finalize();
            let code = Secret::from(bytes.iter().copied().take(CODE_BYTES).collect::<Vec<u8>>()).to_base32();
            let fours: Vec<_> = code.as_bytes().chunks(4).map(|four| String::from_utf8_lossy(four).into_owned()).collect();
            fours.join("-")
        })
        .collect()
}

/// What is kept of a recovery code.
#[must_use]
pub fn code_hash(code: &str) -> String {
    let plain = if let Some(Typed::Recovery(plain)) = Typed::read(code) { plain } else { String::new() };
    hash(&format!("recovery code {plain}"))
}

/// How a code fitted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fit {
    /// It did not.
    No,
    /// A code of the app.
    App,
    /// A recovery code, which is gone now.
    Recovery,
}

/// Checks a code and uses it up: no step and no recovery code counts twice.
///
/// # Errors
/// The database fails.
pub async fn spend(tx: &mut Tx, vault: &Vault, person: &PersonId, typed: &str, now: Timestamp) -> Result<Fit, Error> {
    match Typed::read(typed) {
        Some(Typed::OneTime(_)) => {
            let Some(own) = store::second_factor::find(tx, person).await? else { return Ok(Fit::No) };
            let step = vault.open(SECRET_OF_APP, &own.secret).and_then(|secret| step_of(&secret, typed, now));
            let Some(step) = step.filter(|step| *step > own.last_step) else { return Ok(Fit::No) };
            Ok(if store::second_factor::use_step(tx, person, step).await? { Fit::App } else { Fit::No })
        }
        Some(Typed::Recovery(_)) => {
            let used = store::second_factor::use_code(tx, person, &code_hash(typed)).await?;
            Ok(if used { Fit::Recovery } else { Fit::No })
        }
        None => Ok(Fit::No),
    }
}

#[cfg(test)]
#[expect(clippy::expect_used, reason = "a test says what it expects")]
mod tests {
    use super::*;

    /// The secret of RFC 6238's test vectors, "12345678901234567890".
    const SECRET: &str = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    #[test]
    fn the_vectors_of_the_standard_fit() {
        for (seconds, code) in [(59, "287082"), (1_111_111_109, "081804"), (1_234_567_890, "005924"), (2_000_000_000, "279037")] {
            assert_eq!(step_of(SECRET, code, Timestamp(seconds * 1000)), Some(seconds / 30), "{code}");
        }
    }

    #[test]
    fn a_code_holds_for_one_step_before_and_after() {
        let at = |seconds: i64| step_of(SECRET, "287082", Timestamp(seconds * 1000));
        assert_eq!((at(29), at(59), at(89)), (Some(1), Some(1), Some(1)));
        assert_eq!((at(120), at(1000)), (None, None));
    }

    #[test]
    fn a_code_is_read_as_people_type_it() {
        assert_eq!(Typed::read("287 082"), Some(Typed::OneTime("287082".into())));
        assert_eq!(Typed::read("٢٨٧٠٨٢"), Some(Typed::OneTime("287082".into())));
        assert_eq!(Typed::read("abcd-efgh ijkl-mnop"), Some(Typed::Recovery("ABCDEFGHIJKLMNOP".into())));
        for wrong in ["", "12345", "1234567", "abcdef", "ABCD-EFGH"] {
            assert_eq!(Typed::read(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn secrets_and_codes_are_long_and_differ() {
        assert_eq!(new_secret([1; 32]).len(), 32);
        assert_ne!(new_secret([1; 32]), new_secret([2; 32]));
        let mut codes = new_codes([3; 32]);
        assert!(codes.iter().all(|code| code.len() == 19 && Typed::read(code).is_some()));
        codes.dedup();
        assert_eq!(codes.len(), 10);
        assert_eq!(code_hash(&codes[0]), code_hash(&codes[0].to_lowercase().replace('-', " ")));
        assert!(address(SECRET, "a@b.example").expect("it is one").starts_with("otpauth://totp/"));
    }
}
