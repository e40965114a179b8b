//! Days of rest beside the weekends, as the parties agreed them. They are data; each year the next one is added.

use std::collections::HashSet;
use std::sync::LazyLock;

use crate::party::Party;
use crate::time::Day;

const AGREED: &str = include_str!("../data/holidays.csv");

static RESTS: LazyLock<HashSet<(Party, Day)>> =
    LazyLock::new(|| lines().flat_map(|(party, first, last)| (first.0..=last.0).map(move |day| (party, Day(day)))).collect());

/// Party, first and last day of each line; what is no line of the calendar is a remark.
fn lines() -> impl Iterator<Item = (Party, Day, Day)> {
    AGREED.lines().filter_map(|line| {
        let mut parts = line.split(',');
        let code = parts.next()?;
        let party = [Party::Il, Party::Sy, Party::Us].into_iter().find(|party| party.code() == code)?;
        Some((party, Day::parse(parts.next()?)?, Day::parse(parts.next()?)?))
    })
}

/// Does this party rest on this day, whatever day of the week it is?
#[must_use]
pub fn rests(party: Party, day: Day) -> bool {
    RESTS.contains(&(party, day))
}

#[cfg(test)]
#[expect(clippy::expect_used, reason = "a test says what it expects")]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_calendar_is_read() {
        let written = AGREED.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).count();
        assert_eq!(lines().count(), written);
        for (party, first, last) in lines() {
            assert!(first <= last && party != Party::None, "{party:?} {first:?}");
            assert!(last.0 - first.0 < 5, "{party:?} {first:?}: a feast of many days is a slip of the pen");
        }
    }

    #[test]
    fn each_party_has_its_own_days() {
        let day = |text| Day::parse(text).expect("a day");
        assert!(rests(Party::Il, day("2026-09-21")) && !rests(Party::Sy, day("2026-09-21")));
        assert!(rests(Party::Sy, day("2026-05-28")) && !rests(Party::Us, day("2026-05-28")));
        assert!(rests(Party::Us, day("2026-11-26")) && !rests(Party::Il, day("2026-11-26")));
    }
}
