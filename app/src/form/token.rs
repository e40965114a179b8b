//! The token of a form: proof that it came from a page of this session.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use subtle::ConstantTimeEq;

/// The token of a form: bound to the session, different in every response.
#[must_use]
pub fn token(secret: &[u8], mask: [u8; 32]) -> String {
    let want = want(secret);
    let mut sent = [0u8; 64];
    for place in 0..32 {
        sent[place] = mask[place];
        sent[place + 32] = mask[place] ^ want[place];
    }
    URL_SAFE_NO_PAD.encode(sent)
}

/// Is this a token of the session?
#[must_use]
pub fn token_fits(secret: &[u8], sent: &str) -> bool {
    let Ok(bytes) = URL_SAFE_NO_PAD.decode(sent) else { return false };
    let Some((mask, masked)) = bytes.split_at_checked(32) else { return false };
    let unmasked: Vec<u8> = mask.iter().zip(masked).map(|(mask, byte)| mask ^ byte).collect();
    !secret.is_empty() && bytes.len() == 64 && bool::from(unmasked.ct_eq(&want(secret)))
}

fn want(secret: &[u8]) -> [u8; 32] {
    Hmac::<Sha256>::new_from_slice(secret)
        .map(|mut mac| {
            mac.update(b"portal form 1");
            mac.finalize().into_bytes().into()
        })
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_fits_its_own_session_only() {
        let sent = token(b"secret", [9; 32]);
        assert!(token_fits(b"secret", &sent));
        assert!(!token_fits(b"other", &sent));
        assert!(!token_fits(b"", &token(b"", [9; 32])));
        assert!(!token_fits(b"secret", &sent[2..]));
        assert!(!token_fits(b"secret", ""));
    }

    #[test]
    fn two_responses_carry_different_tokens() {
        assert_ne!(token(b"secret", [1; 32]), token(b"secret", [2; 32]));
    }
}
