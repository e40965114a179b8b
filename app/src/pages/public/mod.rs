//! Pages for everyone: live summaries and what anyone can check. No script, no cookie, the same bytes for all.

pub mod home;
pub mod how;
pub mod meetings;
pub mod project;
pub mod projects;
