//! What islands do in a browser. On the server its twin `absent` stands in its place and does nothing.

pub mod autosave;
pub mod form;
pub mod meeting_live;
pub mod passkey;
pub mod session_notice;
mod tab;
pub mod thread_live;

/// The sentence at this place.
fn says(said: &[String], place: usize) -> String {
    said.get(place).cloned().unwrap_or_default()
}
