//! What runs beside the requests: mail that waits, and what nobody needs any more. A job that fails says so and tries again.

pub mod outbox;
pub mod sweep;
