//! All that reaches a browser. Each island opens with a sentence why HTML cannot do it, and without it the form still works.

pub mod autosave;
pub mod meeting_live;
pub mod passkey;
pub mod session_notice;
pub mod thread_live;

/// The finished sentences of an island, in the order that it names. All islands take them in this one shape: each shape of its own makes
/// what a browser loads heavier by a kilobyte.
pub type Sentences = Vec<String>;
