//! Passwords: argon2id behind a semaphore, so that signing in never takes the whole machine.

use std::sync::Arc;

use argon2::password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash};
use argon2::{Algorithm, Argon2, Params, Version};
use tokio::sync::Semaphore;

use super::Limiter;

/// Too many passwords are being checked at this moment.
#[derive(Clone, Copy, Debug)]
pub struct Busy;

/// Hashing and checking of passwords, with the limits on both.
#[derive(Clone, Debug)]
pub struct Passwords {
    permits: Arc<Semaphore>,
    /// How often a name may be tried.
    pub limiter: Arc<Limiter>,
    /// How often may be tried from an address.
    pub addresses: Arc<Limiter>,
    /// The hash of no password: checked when a name is unknown, so that the answer takes as long.
    dummy: Arc<str>,
}

/// m = 19 MiB, t = 2, p = 1: the least that OWASP's password cheat sheet names for argon2id.
fn argon2() -> Argon2<'static> {
    Argon2::new(Algorithm::Argon2id, Version::V0x13, Params::new(19_456, 2, 1, None).unwrap_or_default())
}

impl Passwords {
    /// A checker for this many passwords at a time.
    #[must_use]
    pub fn new(at_a_time: usize) -> Self {
        let dummy = hash_now("nobody's password").unwrap_or_default();
        Self {
            permits: Arc::new(Semaphore::new(at_a_time.max(1))),
            limiter: Arc::new(Limiter::of_names()),
            addresses: Arc::new(Limiter::of_addresses()),
            dummy: dummy.into(),
        }
    }

    /// The hash of a password, to be kept.
    ///
    /// # Errors
    /// [`Busy`] when too many wait.
    pub async fn hash(&self, password: String) -> Result<String, Busy> {
        self.run(move || hash_now(&password)).await?.ok_or(Busy)
    }

    /// Is this the password? An unknown person's never is, and takes as long.
    ///
    /// # Errors
    /// [`Busy`] when too many wait.
    pub async fn fits(&self, password: String, hash: Option<&str>) -> Result<bool, Busy> {
        let (known, hash) = (hash.is_some(), hash.unwrap_or(&self.dummy).to_owned());
        let fits = self.run(move || {
            PasswordHash::new(&hash).is_ok_and(|hash| argon2().verify_password(normal(&password).as_bytes(), &hash).is_ok())
        });
        Ok(fits.await? && known)
    }

    /// The permit goes into the closure, so a client that leaves neither frees it early nor keeps it.
    async fn run<T: Send + 'static>(&self, work: impl FnOnce() -> T + Send + 'static) -> Result<T, Busy> {
        let permit = tokio::time::timeout(std::time::Duration::from_secs(5), Arc::clone(&self.permits).acquire_owned());
        let permit = permit.await.map_err(|_| Busy)?.map_err(|_| Busy)?;
        let done = tokio::task::spawn_blocking(move || {
            let done = work();
            drop(permit);
            done
        });
        done.await.map_err(|_| Busy)
    }
}

fn normal(password: &str) -> String {
    use icu::normalizer::ComposingNormalizer;
    ComposingNormalizer::new_nfkc().normalize(password).into_owned()
}

fn hash_now(password: &str) -> Option<String> {
    argon2().hash_password(normal(password).as_bytes()).ok().map(|hash| hash.to_string())
}

/// How much of a password is looked at for worn patterns; it takes longer the longer the text.
const LOOKED_AT: usize = 64;

/// What is wrong with a new password, as the code of its sentence. `own` are words that anybody knows of this person.
#[must_use]
pub fn problem(password: &str, own: &[&str]) -> Option<&'static str> {
    let length = password.chars().count();
    let start: String = password.chars().take(LOOKED_AT).collect();
    let known: Vec<&str> = own.iter().copied().chain(["cooperation", "portal", "israel", "syria", "delegation"]).collect();
    if length < 15 {
        Some("password-short")
    } else if length > 256 || password.len() > 1024 {
        Some("password-long")
    } else if zxcvbn::zxcvbn(&start, &known).score() < zxcvbn::Score::Three {
        Some("password-worn")
    } else {
        None
    }
}

#[cfg(test)]
#[expect(clippy::expect_used, reason = "a test says what it expects")]
mod tests {
    use super::*;

    #[test]
    fn a_password_is_long_and_not_worn() {
        assert_eq!(problem("short", &[]), Some("password-short"));
        assert_eq!(problem("passwordpassword", &[]), Some("password-worn"));
        assert_eq!(problem("aaaaaaaaaaaaaaaaaaaa", &[]), Some("password-worn"));
        assert_eq!(problem(&"abcdefgh".repeat(40), &[]), Some("password-long"));
        assert_eq!(problem("qwertyuiop1234567890", &[]), Some("password-worn"));
        assert_eq!(problem("noa.peretz@il.example", &["noa", "peretz", "noa.peretz@il.example"]), Some("password-worn"));
        assert_eq!(problem("three grey herons by the water", &[]), None);
        assert_eq!(problem("שלוש אנפות אפורות ליד המים", &[]), None);
    }

    #[tokio::test]
    async fn only_the_right_password_of_a_known_person_fits() {
        let passwords = Passwords::new(1);
        let hash = passwords.hash("three grey herons".into()).await.expect("it is not busy");
        assert!(passwords.fits("three grey herons".into(), Some(&hash)).await.expect("it is not busy"));
        assert!(!passwords.fits("three grey heron".into(), Some(&hash)).await.expect("it is not busy"));
        assert!(!passwords.fits("nobody's password".into(), None).await.expect("it is not busy"));
    }
}
