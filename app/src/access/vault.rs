//! What the portal has to keep and nobody may read from the database or a backup of it: sealed with a key that lies beside them.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chacha20poly1305::aead::{Aead, KeyInit};
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

    /// The text, sealed. The seed must not be used for anything else that is sealed.
    #[must_use]
    pub fn seal(&self, text: &str, seed: [u8; 32]) -> Option<String> {
        let digest: [u8; 32] = Sha256::new().chain_update(b"vault nonce").chain_update(seed).finalize().into();
        let nonce: [u8; 24] = digest.first_chunk().copied()?;
        let sealed = self.0.encrypt(&XNonce::from(nonce), text.as_bytes()).ok()?;
        Some(URL_SAFE_NO_PAD.encode([nonce.as_slice(), &sealed].concat()))
    }

    /// A text that was sealed here.
    #[must_use]
    pub fn open(&self, sealed: &str) -> Option<String> {
        let bytes = URL_SAFE_NO_PAD.decode(sealed).ok()?;
        let (nonce, sealed) = bytes.split_first_chunk::<24>()?;
        String::from_utf8(self.0.decrypt(&XNonce::from(*nonce), sealed).ok()?).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_same_key_opens_what_was_sealed() {
        let vault = Vault::new([1; 32]);
        let sealed = vault.seal("a secret", [7; 32]).unwrap_or_default();
        assert_eq!(vault.open(&sealed).as_deref(), Some("a secret"));
        assert_eq!(Vault::new([2; 32]).open(&sealed), None);
        assert!(!sealed.contains("secret"));
        for spoiled in ["", "x", &sealed[1..], &format!("{sealed}A")] {
            assert_eq!(vault.open(spoiled), None);
        }
    }
}
