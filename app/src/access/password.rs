//! Passwords: argon2id behind a semaphore, so that signing in never takes the whole machine.

use std::sync::Arc;

use argon2::password_hash::{PasswordHasher, PasswordVerifier, phc::PasswordHash};
use argon2::{Algorithm, Argon2, Params, Version};
use tokio::sync::Semaphore;

use super::Limiter;

/// Too many passwords are being checked at this moment.
#[derive(Clone, Copy, Debug)]
pub struct Busy;

/// A key that nobody reads in a log.
struct Pepper([u8; 32]);

impl std::fmt::Debug for Pepper {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Pepper")
    }
}

/// Hashing and checking of passwords, with the limits on both.
#[derive(Clone, Debug)]
pub struct Passwords {
    permits: Arc<Semaphore>,
    pepper: Arc<Pepper>,
    /// How often a name may be tried.
    pub limiter: Arc<Limiter>,
    /// How often may be tried from an address.
    pub addresses: Arc<Limiter>,
    /// The hash of no password: checked when a name is unknown, so that the answer takes as long.
    dummy: Arc<str>,
}

/// m = 19 MiB, t = 2, p = 1: the least that OWASP's password cheat sheet names for argon2id. The pepper is a key that lies outside
/// the database, so that its hashes alone are worth nothing.
fn argon2(pepper: &[u8; 32]) -> Option<Argon2<'_>> {
    let params = Params::new(19_456, 2, 1, None).unwrap_or_default();
    Argon2::new_with_secret(pepper, Algorithm::Argon2id, Version::V0x13, params).ok()
}

impl Passwords {
    /// A checker for this many passwords at a time, with this pepper.
    #[must_use]
    pub fn new(at_a_time: usize, pepper: [u8; 32]) -> Self {
        let dummy = hash_now("nobody's password", &pepper).unwrap_or_default();
        Self {
            permits: Arc::new(Semaphore::new(at_a_time.max(1))),
            pepper: Arc::new(Pepper(pepper)),
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
        let pepper = Arc::clone(&self.pepper);
        self.run(move || hash_now(&password, &pepper.0)).await?.ok_or(Busy)
    }

    /// Is this the password? An unknown person's never is, and takes as long.
    ///
    /// # Errors
    /// [`Busy`] when too many wait.
    pub async fn fits(&self, password: String, hash: Option<&str>) -> Result<bool, Busy> {
        let (known, hash) = (hash.is_some(), hash.unwrap_or(&self.dummy).to_owned());
        let pepper = Arc::clone(&self.pepper);
        let fits = self.run(move || {
            let (Ok(hash), Some(argon2)) = (PasswordHash::new(&hash), argon2(&pepper.0)) else { return false };
            argon2.verify_password(normal(&password).as_bytes(), &hash).is_ok()
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

fn hash_now(password: &str, pepper: &[u8; 32]) -> Option<String> {
    argon2(pepper)?.hash_password(normal(password).as_bytes()).ok().map(|hash| hash.to_string())
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
        let passwords = Passwords::new(1, [1; 32]);
        let hash = passwords.hash("three grey herons".into()).await.expect("it is not busy");
        assert!(passwords.fits("three grey herons".into(), Some(&hash)).await.expect("it is not busy"));
        assert!(!passwords.fits("three grey heron".into(), Some(&hash)).await.expect("it is not busy"));
        assert!(!passwords.fits("nobody's password".into(), None).await.expect("it is not busy"));
        let elsewhere = Passwords::new(1, [2; 32]);
        assert!(!elsewhere.fits("three grey herons".into(), Some(&hash)).await.expect("it is not busy"), "another pepper");
    }
}
