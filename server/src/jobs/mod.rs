//! What runs beside the requests: mail that waits, clocks, and what nobody needs any more. A job that fails says so and tries again.

pub mod clocks;
pub mod digest;
pub mod outbox;
pub mod sweep;
