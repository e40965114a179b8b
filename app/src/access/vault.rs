//! What the portal has to keep and nobody may read from the database or a backup of it: sealed with a key that lies beside them.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{Key, XChaCha20Poly1305, XNonce};
use sha2::{Digest, Sha256};

/// Seals and opens with one key.
#[derive(Clone)]
pub struct Vault(XChaCha20Poly1305);

impl std::fmt::Debug for Vault {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str("Vault")
    }
}

impl Vault {
    /// A vault with this key.
    #[must_use]
    pub fn new(key: [u8; 32]) -> Self {
        Self(XChaCha20Poly1305::new(&Key::from(key)))
    }

    /// The text, sealed for one purpose. The nonce comes from the seed, the purpose and the text, so that two texts of one request
    /// never share one.
    #[must_use]
    pub fn seal(&self, purpose: &str, text: &str, seed: [u8; 32]) -> Option<String> {
        let parts = [b"vault nonce".as_slice(), &seed, purpose.as_bytes(), &[0], text.as_bytes()];
        let digest: [u8; 32] = parts.into_iter().fold(Sha256::new(), Sha256::chain_update).finalize().into();
        let nonce: [u8; 24] = digest.first_chunk().copied()?;
        let sealed = self.0.encrypt(&XNonce::from(nonce), Payload { msg: text.as_bytes(), aad: purpose.as_bytes() }).ok()?;
        Some(URL_SAFE_NO_PAD.encode([nonce.as_slice(), &sealed].concat()))
    }

    /// A text that was sealed here for this purpose.
    #[must_use]
    pub fn open(&self, purpose: &str, sealed: &str) -> Option<String> {
        let bytes = URL_SAFE_NO_PAD.decode(sealed).ok()?;
        let (nonce, sealed) = bytes.split_first_chunk::<24>()?;
        String::from_utf8(self.0.decrypt(&XNonce::from(*nonce), Payload { msg: sealed, aad: purpose.as_bytes() }).ok()?).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_texts_of_one_request_share_no_nonce() {
        let vault = Vault::new([1; 32]);
        let nonce = |purpose: &str, text: &str| vault.seal(purpose, text, [7; 32]).map(|sealed| sealed[..32].to_owned());
        assert_ne!(nonce("a", "one"), nonce("a", "two"));
        assert_ne!(nonce("a", "one"), nonce("b", "one"));
    }

    #[test]
    fn only_the_same_key_opens_what_was_sealed() {
        let vault = Vault::new([1; 32]);
        let sealed = vault.seal("test", "a secret", [7; 32]).unwrap_or_default();
        assert_eq!(vault.open("test", &sealed).as_deref(), Some("a secret"));
        assert_eq!(vault.open("another purpose", &sealed), None);
        assert_eq!(Vault::new([2; 32]).open("test", &sealed), None);
        assert!(!sealed.contains("secret"));
        for spoiled in ["", "x", &sealed[1..], &format!("{sealed}A")] {
            assert_eq!(vault.open("test", spoiled), None);
        }
    }
}
