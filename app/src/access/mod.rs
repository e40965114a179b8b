//! Who gets in: password hashes, second factors, a limit on how often a name may be tried, and what is recorded of it.

pub mod device;
pub mod doors;
mod limiter;
pub mod link;
pub mod passkey;
mod password;
pub mod second;
mod vault;

pub use device::Devices;
pub use doors::Doors;
pub use limiter::{Budget, Limiter};
pub use password::{Busy, Passwords, problem};
pub use vault::Vault;
