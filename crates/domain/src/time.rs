//! Time without a clock: timestamps in unix milliseconds, civil days, and the working days of a party.
//!
//! Which civil day it is in a capital is told from outside, because that takes a database of time zones.

use serde::{Deserialize, Serialize};

use crate::party::Party;

/// A moment: milliseconds since 1970-01-01T00:00:00Z.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Timestamp(pub i64);

impl Timestamp {
    /// This moment and so many milliseconds.
    #[must_use]
    pub const fn plus_millis(self, millis: i64) -> Self {
        Self(self.0 + millis)
    }

    /// This moment and so many times 24 hours.
    #[must_use]
    pub const fn plus_days(self, days: i64) -> Self {
        Self(self.0 + days * 86_400_000)
    }
}

/// A civil day: days since 1970-01-01.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Day(pub i64);

/// A day of the week.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weekday {
    /// The first day of the working week in both delegations.
    Sunday,
    /// Monday to Thursday.
    MidWeek,
    /// A day of rest in both delegations, of work in Washington.
    Friday,
    /// A day of rest everywhere.
    Saturday,
}

impl Day {
    /// The day of the week; 1970-01-01 was a Thursday.
    #[must_use]
    pub const fn weekday(self) -> Weekday {
        match (self.0 + 4).rem_euclid(7) {
            0 => Weekday::Sunday,
            5 => Weekday::Friday,
            6 => Weekday::Saturday,
            _ => Weekday::MidWeek,
        }
    }

    /// The UTC day of a moment.
    #[must_use]
    pub const fn of_utc(at: Timestamp) -> Self {
        Self(at.0.div_euclid(86_400_000))
    }
}

/// Who holds the ball: whose working days a clock counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Holder {
    /// Israel.
    Il,
    /// Syria.
    Sy,
    /// Both delegations: days that are working days of both.
    Both,
    /// The supervisor.
    Us,
}

impl Holder {
    /// Does this party hold the ball?
    #[must_use]
    pub const fn includes(self, party: Party) -> bool {
        matches!((self, party), (Self::Il | Self::Both, Party::Il) | (Self::Sy | Self::Both, Party::Sy) | (Self::Us, Party::Us))
    }

    /// Is this a working day of the holder? The delegations rest on Friday and Saturday, the supervisor on Saturday and Sunday.
    #[must_use]
    pub fn works_on(self, day: Day) -> bool {
        match self {
            Self::Us => !matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday),
            Self::Il | Self::Sy | Self::Both => !matches!(day.weekday(), Weekday::Friday | Weekday::Saturday),
        }
    }

    /// The last day of a clock of `working_days` that starts on `start`; counting begins on the day after.
    #[must_use]
    pub fn due(self, start: Day, working_days: u32) -> Day {
        let (mut day, mut left) = (start, working_days);
        while left > 0 {
            day = Day(day.0 + 1);
            if self.works_on(day) {
                left -= 1;
            }
        }
        day
    }

    /// Working days from the day after `from` to `to`; negative when `to` lies before.
    #[must_use]
    pub fn working_days_between(self, from: Day, to: Day) -> i64 {
        let (first, last) = if from <= to { (from, to) } else { (to, from) };
        let days = (first.0 + 1..=last.0).filter(|&day| self.works_on(Day(day))).count();
        let days = i64::try_from(days).unwrap_or(i64::MAX);
        if from <= to { days } else { -days }
    }
}

impl From<Party> for Holder {
    fn from(party: Party) -> Self {
        match party {
            Party::Il => Self::Il,
            Party::Sy => Self::Sy,
            Party::Us | Party::None => Self::Us,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 2026-11-19, a Thursday.
    const THURSDAY: Day = Day(20_776);

    #[test]
    fn the_week_turns_on_the_right_day() {
        assert_eq!(Day(0).weekday(), Weekday::MidWeek);
        assert_eq!(Day(2).weekday(), Weekday::Saturday);
        assert_eq!(Day(THURSDAY.0 + 1).weekday(), Weekday::Friday);
        assert_eq!(Day(-4).weekday(), Weekday::Sunday);
    }

    #[test]
    fn a_delegation_rests_on_friday_and_saturday_the_supervisor_on_saturday_and_sunday() {
        assert_eq!(Holder::Il.due(THURSDAY, 1), Day(THURSDAY.0 + 3));
        assert_eq!(Holder::Us.due(THURSDAY, 1), Day(THURSDAY.0 + 1));
        assert_eq!(Holder::Us.due(THURSDAY, 2), Day(THURSDAY.0 + 4));
        assert_eq!(Holder::Both.due(THURSDAY, 10), Day(THURSDAY.0 + 14));
    }

    #[test]
    fn what_is_left_and_what_is_late_are_counted_alike() {
        let due = Holder::Sy.due(THURSDAY, 7);
        assert_eq!(Holder::Sy.working_days_between(THURSDAY, due), 7);
        assert_eq!(Holder::Sy.working_days_between(due, THURSDAY), -7);
        assert_eq!(Holder::Sy.working_days_between(due, due), 0);
    }
}
