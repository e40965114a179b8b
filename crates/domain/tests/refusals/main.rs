//! Every rule says no before it says yes: wrong role, wrong side, wrong stage, stale, twice, no mandate, and only then allowed.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "in a test a panic is the answer")]

#[path = "../build/mod.rs"]
mod build;

mod amendment;
mod ballot;
mod condition;
mod consent;
mod extension;
mod implementation;
mod link;
mod point;
mod position;
mod proposal;
mod sign_off;
mod summary;
mod text;
mod thread;
mod translation;
