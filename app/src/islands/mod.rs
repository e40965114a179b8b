//! All that reaches a browser. Each island opens with a sentence why HTML cannot do it, and without it the form still works.

pub mod autosave;
pub mod passkey;
pub mod session_notice;
