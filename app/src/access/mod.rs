//! Who gets in: password hashes, and a limit on how often a name may be tried.

mod limiter;
mod password;

pub use limiter::Limiter;
pub use password::{Busy, Passwords, problem};
