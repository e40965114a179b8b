//! A fresh database on either engine, and a small world in it: a group, its people, and a project that is led along its road by
//! the real rules.
#![allow(dead_code, reason = "each test file uses its part of the world")]
#![allow(clippy::disallowed_methods, reason = "tests throw their own dice")]
#![allow(unused_imports, reason = "each test file uses its part of the world")]
#![allow(clippy::expect_used, clippy::unwrap_used, missing_docs, reason = "a test that cannot build its world has failed")]

mod base;
pub mod road;

pub use base::{Base, STAMP, fresh_postgres, fresh_sqlite};
pub use road::{World, approve, hash, new_thread, note, position_of};

/// Makes two tests of one body, one for each database.
#[macro_export]
macro_rules! on_both {
    ($($(#[$note:meta])* async fn $name:ident($base:ident: Base) $body:block)+) => {$(
        mod $name {
            #[allow(unused_imports)]
            use super::*;

            async fn check($base: $crate::world::Base) $body

            #[tokio::test(flavor = "multi_thread")]
            async fn sqlite() {
                check($crate::world::fresh_sqlite().await).await;
            }

            #[tokio::test(flavor = "multi_thread")]
            async fn postgres() {
                if let Some(base) = $crate::world::fresh_postgres().await {
                    check(base).await;
                }
            }
        }
    )+};
}
