//! Time without a clock: timestamps in unix milliseconds, civil days, and the working days of a party.
//!
//! Which civil day it is in a capital is told from outside, because that takes a database of time zones.

use serde::{Deserialize, Serialize};

use crate::calendar;
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

    /// The day that is written `2027-03-07`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('-').map(|part| part.parse::<i64>().ok());
        let (year, month, day) = (parts.next()??, parts.next()??, parts.next()??);
        if parts.next().is_some() || !(1..=9999).contains(&year) || !(1..=12).contains(&month) || !(1..=31).contains(&day) {
            return None;
        }
        // Years begin in March here, so that the day that is added stands last.
        let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
        let days =
            365 * year + year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400) + (153 * month + 2) / 5 + day - 1;
        Some(Self(days - 719_468))
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

    /// Is this a working day of the holder? The delegations rest on Friday and Saturday, the supervisor on Saturday and Sunday, and each
    /// on its holidays.
    #[must_use]
    pub fn works_on(self, day: Day) -> bool {
        let parties: &[Party] = match self {
            Self::Il => &[Party::Il],
            Self::Sy => &[Party::Sy],
            Self::Both => &[Party::Il, Party::Sy],
            Self::Us => &[Party::Us],
        };
        let weekend = match self {
            Self::Us => matches!(day.weekday(), Weekday::Saturday | Weekday::Sunday),
            Self::Il | Self::Sy | Self::Both => matches!(day.weekday(), Weekday::Friday | Weekday::Saturday),
        };
        !weekend && !parties.iter().any(|&party| calendar::rests(party, day))
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
    fn a_day_is_read_as_it_is_written() {
        assert_eq!(Day::parse("1970-01-01"), Some(Day(0)));
        assert_eq!(Day::parse("2026-11-19"), Some(THURSDAY));
        assert_eq!(Day::parse("2028-02-29").map(|day| day.0 + 1), Day::parse("2028-03-01").map(|day| day.0));
        for wrong in ["", "2026-11", "2026-13-01", "2026-11-19-1", "x-1-1", "0-1-1"] {
            assert_eq!(Day::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_holiday_counts_for_nobody_who_keeps_it() {
        // 2026-12-07, a Monday; the day after is a holiday in Syria.
        let monday = Day(20_794);
        assert_eq!(Holder::Il.due(monday, 1), Day(monday.0 + 1));
        assert_eq!(Holder::Sy.due(monday, 1), Day(monday.0 + 2));
        assert_eq!(Holder::Both.due(monday, 1), Day(monday.0 + 2));
        // 2026-11-25, the day before Thanksgiving.
        assert_eq!(Holder::Us.due(Day(20_782), 1), Day(20_784));
    }

    #[test]
    fn what_is_left_and_what_is_late_are_counted_alike() {
        let due = Holder::Sy.due(THURSDAY, 7);
        assert_eq!(Holder::Sy.working_days_between(THURSDAY, due), 7);
        assert_eq!(Holder::Sy.working_days_between(due, THURSDAY), -7);
        assert_eq!(Holder::Sy.working_days_between(due, due), 0);
    }
}
