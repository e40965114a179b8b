//! What islands do in a browser. On the server its twin `absent` stands in its place and does nothing.

pub mod autosave;
pub mod form;
pub mod passkey;
pub mod session_notice;
mod tab;
