//! Finding words: what a text is folded to, what a query asks for, and which words of the original a hit marks.
//!
//! A text is cut into words, and each word is folded: compatibility forms (NFKC), lower case, no diacritics, niqqud or harakat,
//! ordinary letters for final ones, one alef for all, Latin digits. Beside the word stands what is left when a prefix of Hebrew
//! or Arabic is taken off, so that `בית` finds `ובבית` and the other way round. Rank knows the kind of a thing and its time,
//! which are the same for everybody who may see it; it knows nothing of how often a word stands anywhere.

mod excerpt;
mod fold;
mod query;

pub use excerpt::{Piece, excerpt};
pub use fold::{Token, tokens};
pub use query::{Form, LONGEST, MOST_WORDS, Query};

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::party::Proposer;
use crate::project::Sector;
use crate::time::Timestamp;

/// Rises when a text is folded in another way: then every index is made anew.
pub const FORMAT: i64 = 2;

/// What can be found. The order is the rank: what stands first is shown first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A project, by its code and its titles.
    Project,
    /// A section of the text in its three languages.
    Section,
    /// A formal note, by its label, its title and its words.
    Note,
    /// A meeting, by its agenda, its place, its decisions, action items and statements.
    Meeting,
    /// An objection, with what would resolve it, or an answer to one.
    Point,
    /// The title of a thread.
    Thread,
    /// A message.
    Message,
    /// The name of a file.
    File,
}

impl Kind {
    /// Every kind, in the order of rank.
    pub const ALL: [Self; 8] =
        [Self::Project, Self::Section, Self::Note, Self::Meeting, Self::Point, Self::Thread, Self::Message, Self::File];

    /// The code of rows and addresses.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Project => "project",
            Self::Section => "section",
            Self::Note => "note",
            Self::Meeting => "meeting",
            Self::Point => "point",
            Self::Thread => "thread",
            Self::Message => "message",
            Self::File => "file",
        }
    }

    /// The kind with this code.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// Where the things of this kind and time stand among all of an audience: the greater, the earlier they are shown. The last
    /// ten bits are left to tell apart what was recorded in the same millisecond.
    #[must_use]
    pub const fn place(self, at: Timestamp) -> i64 {
        ((15 - self as i64) << 54) + ((at.0 & LATEST) << 10)
    }
}

/// The latest time that a place can say, in the year 2527.
const LATEST: i64 = (1 << 44) - 1;

/// How long a block of time is by which an index narrows: thirty days.
const BLOCK: i64 = 30 * 86_400_000;

/// What a search is narrowed to, beside its words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Narrow {
    /// Only this kind.
    pub kind: Option<Kind>,
    /// Only projects of this sector.
    pub sector: Option<Sector>,
    /// Only projects that this side proposes, and notes that it sent.
    pub side: Option<Proposer>,
    /// Only what was written since.
    pub since: Option<Timestamp>,
}

/// What does not change in a thing that can be found, so that the index itself narrows by it.
#[derive(Clone, Copy, Debug)]
pub struct Traits<'a> {
    /// What it is.
    pub kind: Kind,
    /// Whose group.
    pub group: &'a str,
    /// The group's sector.
    pub sector: Sector,
    /// Who proposes the project or sent the note; nobody of a meeting.
    pub side: Option<Proposer>,
    /// When it was written.
    pub at: Timestamp,
}

impl Traits<'_> {
    /// The traits as words that nobody can type: each begins with a sign that folding takes away.
    #[must_use]
    pub fn terms(&self) -> Vec<String> {
        let mut terms = vec![
            format!("§k{}", self.kind.code()),
            group_term(self.group),
            format!("§s{}", self.sector.code()),
            block_term(self.at.0 / BLOCK),
        ];
        terms.extend(self.side.map(side_term));
        terms
    }
}

/// The term of a group, by which each reader's search is narrowed to the groups that they read.
#[must_use]
pub fn group_term(group: &str) -> String {
    format!("§g{group}")
}

fn block_term(block: i64) -> String {
    format!("§b{block}")
}

fn side_term(side: Proposer) -> String {
    let code = match side {
        Proposer::Il => "il",
        Proposer::Sy => "sy",
        Proposer::Joint => "joint",
    };
    format!("§p{code}")
}

impl Narrow {
    /// Between which places the hits are: where one kind is sought, its own stretch from then on.
    #[must_use]
    pub fn places(&self) -> (i64, i64) {
        let all = (0, i64::MAX);
        self.kind.map_or(all, |kind| (kind.place(self.since.unwrap_or(Timestamp(0))), kind.place(Timestamp(LATEST)) + 1023))
    }

    /// One list of terms for each trait; one of each list must be there.
    #[must_use]
    pub fn terms(&self, now: Timestamp) -> Vec<Vec<String>> {
        let since = self.since.map(|since| (since.0 / BLOCK..=now.0 / BLOCK).map(block_term).collect());
        let one = |term: String| vec![term];
        [
            self.kind.map(|kind| one(format!("§k{}", kind.code()))),
            self.sector.map(|sector| one(format!("§s{}", sector.code()))),
            self.side.map(|side| one(side_term(side))),
            since,
        ]
        .into_iter()
        .flatten()
        .collect()
    }
}

/// Every form of every word of these texts, each once: what an index keeps.
#[must_use]
pub fn forms<'a>(texts: impl IntoIterator<Item = &'a str>) -> BTreeSet<String> {
    texts.into_iter().flat_map(tokens).flat_map(|token| token.forms).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_ranks_first_has_the_greater_place_and_the_newer_one_of_a_kind_too() {
        assert!(Kind::ALL.len() <= 8, "the function of PostgreSQL reads eight stretches");
        for pair in Kind::ALL.windows(2) {
            assert!(pair[0].place(Timestamp(0)) > pair[1].place(Timestamp(4_000_000_000_000)));
        }
        assert!(Kind::File.place(Timestamp(2)) - Kind::File.place(Timestamp(1)) >= 1024);
        assert!(Kind::Project.place(Timestamp(4_000_000_000_000)) > 0);
    }

    #[test]
    fn nobody_types_a_trait() {
        assert!(forms(["§kfile"]).iter().all(|form| !form.starts_with('§')));
    }

    #[test]
    fn one_kind_is_sought_in_its_own_stretch() {
        let (at, since) = (Timestamp(2_000), Some(Timestamp(1_000)));
        for kind in Kind::ALL {
            let (least, greatest) = Narrow { kind: Some(kind), since, ..Narrow::default() }.places();
            assert!((least..=greatest).contains(&kind.place(at)) && least > kind.place(Timestamp(999)));
            assert!(
                Kind::ALL.into_iter().filter(|other| *other != kind).all(|other| !(least..=greatest).contains(&other.place(at)))
            );
        }
        assert!(Narrow::default().places().1 > Kind::Project.place(Timestamp(LATEST)));
    }

    #[test]
    fn an_age_asks_for_every_block_since() {
        let now = Timestamp(BLOCK * 700 + 5);
        let narrow = Narrow { since: Some(Timestamp(now.0 - BLOCK)), ..Narrow::default() };
        assert_eq!(narrow.terms(now), [vec!["§b699".to_owned(), "§b700".to_owned()]]);
        assert!(Narrow::default().terms(now).is_empty());
    }
}
