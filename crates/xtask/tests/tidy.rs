//! The rules of the house that show as absences: what must never depend on what, what must never stand where, and what
//! must never be missing in one language. Each test names the violations and passes over files that do not exist yet.
#![allow(clippy::unwrap_used, clippy::expect_used)]

#[path = "tidy/assurance.rs"]
mod assurance;
#[path = "tidy/contrast.rs"]
mod contrast;
#[path = "tidy/dependencies.rs"]
mod dependencies;
#[path = "tidy/files.rs"]
mod files;
#[path = "tidy/fluent.rs"]
mod fluent;
#[path = "tidy/literals.rs"]
mod literals;
#[path = "tidy/places.rs"]
mod places;
#[path = "tidy/style.rs"]
mod style;
#[path = "tidy/words.rs"]
mod words;
