//! One-time links with which a person sets a password: how long they hold, their keys, their address.

use domain::text::Lang;
use sha2::{Digest, Sha256};

use crate::request::{Ask, Portal};

/// How long an invitation can be used, in milliseconds.
pub const INVITATION: i64 = 72 * 3_600_000;
/// How long a link for a new password can be used, in milliseconds.
pub const RESET: i64 = 3_600_000;

/// The key of a link, from randomness that is used for nothing else.
#[must_use]
pub fn new_key(ask: &Ask) -> String {
    domain::text::hex(&Sha256::new().chain_update(b"one-time link").chain_update(ask.seed).finalize())
}

/// The address that opens with a key.
#[must_use]
pub fn address(portal: &Portal, lang: Lang, key: &str) -> String {
    format!("{}/{}/invitation?key={key}", portal.origin, lang.code())
}
