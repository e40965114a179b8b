//! The soft lock: after a failure a name is closed for a second, doubling to fifteen minutes. While it is closed nothing is
//! checked, and the right password gets the same answer.

use std::collections::HashMap;
use std::sync::Mutex;

use domain::time::Timestamp;

const LONGEST: i64 = 15 * 60 * 1000;
const FORGET: i64 = 24 * 60 * 60 * 1000;
/// A bound on memory: names that were never tried again are dropped first.
const MOST: usize = 100_000;

/// Failures by name.
#[derive(Debug, Default)]
pub struct Limiter {
    names: Mutex<HashMap<String, Failures>>,
}

#[derive(Clone, Copy, Debug)]
struct Failures {
    count: u32,
    last: i64,
}

impl Failures {
    fn closed_until(self) -> i64 {
        // The first three slips are free; people mistype.
        let doublings = self.count.saturating_sub(3).min(20);
        if self.count <= 3 { self.last } else { self.last + (1000 << doublings).min(LONGEST) }
    }
}

impl Limiter {
    /// Until when this name is closed, if it is.
    #[must_use]
    pub fn closed(&self, name: &str, now: Timestamp) -> Option<Timestamp> {
        let names = self.names.lock().ok()?;
        let until = names.get(name)?.closed_until();
        (until > now.0).then_some(Timestamp(until))
    }

    /// Remembers a failure.
    pub fn failed(&self, name: &str, now: Timestamp) {
        let Ok(mut names) = self.names.lock() else { return };
        if names.len() >= MOST {
            names.retain(|_, failures| failures.closed_until() > now.0);
        }
        let failures = names.entry(name.to_owned()).or_insert(Failures { count: 0, last: now.0 });
        if now.0 - failures.last > FORGET {
            failures.count = 0;
        }
        *failures = Failures { count: failures.count.saturating_add(1), last: now.0 };
    }

    /// Forgets the failures of a name.
    pub fn succeeded(&self, name: &str) {
        if let Ok(mut names) = self.names.lock() {
            names.remove(name);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_closes_longer_with_each_failure_and_opens_after_success() {
        let limiter = Limiter::default();
        for _ in 0..4 {
            limiter.failed("a", Timestamp(0));
        }
        assert_eq!(limiter.closed("a", Timestamp(0)), Some(Timestamp(2_000)));
        assert_eq!(limiter.closed("a", Timestamp(2_000)), None);
        for _ in 0..60 {
            limiter.failed("a", Timestamp(0));
        }
        assert_eq!(limiter.closed("a", Timestamp(0)), Some(Timestamp(LONGEST)));
        assert_eq!(limiter.closed("b", Timestamp(0)), None);
        limiter.succeeded("a");
        assert_eq!(limiter.closed("a", Timestamp(0)), None);
    }
}
