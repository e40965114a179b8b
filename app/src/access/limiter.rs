//! The soft lock: after a few failures a name is closed for a second, doubling to a bound. While it is closed nothing is checked,
//! and the right password gets the same answer. Addresses on the network are limited in the same way, but later and for less
//! long, because a whole ministry may stand behind one.

use std::collections::HashMap;
use std::sync::Mutex;

use domain::time::Timestamp;

/// A bound on memory: names that were never tried again are dropped first.
const MOST: usize = 100_000;

/// How much somebody may send: so much at once, so much again each second.
#[derive(Debug)]
pub struct Budget {
    most: f64,
    each_second: f64,
    left: Mutex<HashMap<String, (f64, i64)>>,
}

impl Budget {
    /// For forms: a hundred and twenty at once, two each second.
    #[must_use]
    pub fn of_forms() -> Self {
        Self { most: 120.0, each_second: 2.0, left: Mutex::default() }
    }

    /// For searches and files that are made as they are asked for: thirty at once, one each second.
    #[must_use]
    pub fn of_searches() -> Self {
        Self { most: 30.0, each_second: 1.0, left: Mutex::default() }
    }

    /// For codes of screens: thirty at once, one in ten seconds, of one address and of all together; of a million codes few are in use,
    /// and each for ten minutes.
    #[must_use]
    pub fn of_codes() -> Self {
        Self { most: 30.0, each_second: 0.1, left: Mutex::default() }
    }

    /// Takes one, if there is one left.
    pub fn take(&self, name: &str, now: Timestamp) -> bool {
        let Ok(mut left) = self.left.lock() else { return false };
        let full = |(had, at): (f64, i64)| {
            let seconds = f64::from(i32::try_from((now.0 - at).max(0) / 100).unwrap_or(i32::MAX)) / 10.0;
            (had + seconds * self.each_second).min(self.most)
        };
        if left.len() >= MOST {
            left.retain(|_, one| full(*one) < self.most);
        }
        let one = left.entry(name.to_owned()).or_insert((self.most, now.0));
        *one = (full(*one), now.0);
        if one.0 < 1.0 {
            return false;
        }
        one.0 -= 1.0;
        true
    }
}

/// Failures by name.
#[derive(Debug)]
pub struct Limiter {
    /// How many failures are free.
    free: u32,
    /// How long a name is closed at most, in milliseconds.
    longest: i64,
    /// After how long without a failure all is forgotten, in milliseconds.
    forget: i64,
    names: Mutex<HashMap<String, Failures>>,
    /// Held from the question until the count.
    turn: Mutex<()>,
}

#[derive(Clone, Copy, Debug)]
struct Failures {
    count: u32,
    last: i64,
}

impl Limiter {
    /// For names: three slips are free, for people mistype; then closed up to a quarter of an hour.
    #[must_use]
    pub fn of_names() -> Self {
        Self { free: 3, longest: 15 * 60 * 1000, forget: 24 * 60 * 60 * 1000, names: Mutex::default(), turn: Mutex::default() }
    }

    /// For addresses: thirty slips within ten minutes of each other are free; then closed up to a minute.
    #[must_use]
    pub fn of_addresses() -> Self {
        Self { free: 30, longest: 60 * 1000, forget: 10 * 60 * 1000, names: Mutex::default(), turn: Mutex::default() }
    }

    fn closed_until(&self, failures: Failures) -> i64 {
        let doublings = failures.count.saturating_sub(self.free).min(20);
        if failures.count <= self.free { failures.last } else { failures.last + (1000 << doublings).min(self.longest) }
    }

    /// Until when this name is closed, if it is.
    #[must_use]
    pub fn closed(&self, name: &str, now: Timestamp) -> Option<Timestamp> {
        let names = self.names.lock().ok()?;
        let until = self.closed_until(*names.get(name)?);
        (until > now.0).then_some(Timestamp(until))
    }

    /// Lets one try of this name in, if it is open, and counts it as a failure until it has succeeded: of many that come at once no
    /// more get through than of those that come one after the other.
    pub fn enter(&self, name: &str, now: Timestamp) -> bool {
        let Ok(_turn) = self.turn.lock() else { return false };
        if self.closed(name, now).is_some() {
            return false;
        }
        self.failed(name, now);
        true
    }

    /// Remembers a failure.
    pub fn failed(&self, name: &str, now: Timestamp) {
        let Ok(mut names) = self.names.lock() else { return };
        if names.len() >= MOST {
            names.retain(|_, failures| self.closed_until(*failures) > now.0);
        }
        let failures = names.entry(name.to_owned()).or_insert(Failures { count: 0, last: now.0 });
        if now.0 - failures.last > self.forget {
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
    fn a_budget_runs_out_and_comes_back_with_time() {
        let budget = Budget::of_forms();
        assert_eq!((0..200).filter(|_| budget.take("a", Timestamp(0))).count(), 120);
        assert!(budget.take("b", Timestamp(0)), "another has its own");
        assert!(!budget.take("a", Timestamp(100)));
        assert_eq!((0..200).filter(|_| budget.take("a", Timestamp(5_000))).count(), 10);
    }

    #[test]
    fn of_many_tries_at_once_no_more_get_in_than_one_after_the_other() {
        let limiter = Limiter::of_names();
        let let_in = (0..50).filter(|_| limiter.enter("a", Timestamp(0))).count();
        assert_eq!(let_in, 4, "three slips are free, and the one that closes the name");
        limiter.succeeded("a");
        assert!(limiter.enter("a", Timestamp(0)));
    }

    #[test]
    fn a_name_closes_longer_with_each_failure_and_opens_after_success() {
        let limiter = Limiter::of_names();
        for _ in 0..4 {
            limiter.failed("a", Timestamp(0));
        }
        assert_eq!(limiter.closed("a", Timestamp(0)), Some(Timestamp(2_000)));
        assert_eq!(limiter.closed("a", Timestamp(2_000)), None);
        for _ in 0..60 {
            limiter.failed("a", Timestamp(0));
        }
        assert_eq!(limiter.closed("a", Timestamp(0)), Some(Timestamp(15 * 60 * 1000)));
        assert_eq!(limiter.closed("b", Timestamp(0)), None);
        limiter.succeeded("a");
        assert_eq!(limiter.closed("a", Timestamp(0)), None);
    }

    #[test]
    fn an_address_closes_late_and_not_for_long_and_is_forgotten() {
        let limiter = Limiter::of_addresses();
        for _ in 0..30 {
            limiter.failed("a", Timestamp(0));
        }
        assert_eq!(limiter.closed("a", Timestamp(0)), None);
        for _ in 0..30 {
            limiter.failed("a", Timestamp(0));
        }
        assert_eq!(limiter.closed("a", Timestamp(0)), Some(Timestamp(60_000)));
        limiter.failed("a", Timestamp(11 * 60 * 1000));
        assert_eq!(limiter.closed("a", Timestamp(11 * 60 * 1000)), None);
    }
}
