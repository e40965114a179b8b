//! Devices that somebody signed in on before: a cookie that only this server can have made, bound to the name. It grants nothing. It
//! picks a count of its own for wrong passwords, so that whoever tries a name from elsewhere does not lock its owner out, and tells
//! a new device from a known one.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use subtle::ConstantTimeEq;

/// The name of the cookie.
pub const COOKIE: &str = "__Host-device";
/// How long it lasts, in seconds.
pub const LASTS: i64 = 30 * 86_400;

/// Makes and knows the cookies of devices.
#[derive(Clone)]
pub struct Devices([u8; 32]);

impl std::fmt::Debug for Devices {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Devices")
    }
}

impl Devices {
    /// With this key.
    #[must_use]
    pub const fn new(key: [u8; 32]) -> Self {
        Self(key)
    }

    fn seal(&self, id: &str, email: &str) -> String {
        let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(&self.0) else { return String::new() };
        for part in [id, "\0", email] {
            mac.update(part.as_bytes());
        }
        URL_SAFE_NO_PAD.encode(mac.finalize().into_bytes())
    }

    /// The cookie of a device with this id, for whoever signs in with this address.
    #[must_use]
    pub fn make(&self, id: &str, email: &str) -> String {
        format!("{id}.{}", self.seal(id, email))
    }

    /// The id of the device, if somebody signed in on it with this address before.
    #[must_use]
    pub fn known<'a>(&self, cookie: &'a str, email: &str) -> Option<&'a str> {
        let (id, seal) = cookie.split_once('.')?;
        bool::from(self.seal(id, email).as_bytes().ct_eq(seal.as_bytes())).then_some(id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_device_is_known_to_its_own_name_only() {
        let devices = Devices::new([1; 32]);
        let cookie = devices.make("abc", "a@il.example");
        assert_eq!(devices.known(&cookie, "a@il.example"), Some("abc"));
        assert_eq!(devices.known(&cookie, "b@il.example"), None);
        assert_eq!(Devices::new([2; 32]).known(&cookie, "a@il.example"), None);
        for spoiled in ["", "abc", "abd.x", &cookie.replacen("abc", "abd", 1)] {
            assert_eq!(devices.known(spoiled, "a@il.example"), None, "{spoiled}");
        }
    }
}
