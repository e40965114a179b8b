//! Parties. A side is data: no rule names one side, so swapping them mirrors every history.

use serde::{Deserialize, Serialize};

use crate::text::Lang;

/// Who a person belongs to, for ever.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Party {
    /// The delegation of Israel.
    Il,
    /// The delegation of Syria.
    Sy,
    /// The supervisor, the United States.
    Us,
    /// Secretariat and administrators: of no party.
    None,
}

impl Party {
    /// Every party.
    pub const ALL: [Self; 4] = [Self::Il, Self::Sy, Self::Us, Self::None];

    /// The code of rows and addresses.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Il => "il",
            Self::Sy => "sy",
            Self::Us => "us",
            Self::None => "none",
        }
    }

    /// The language in which its people begin; each chooses another at will.
    #[must_use]
    pub const fn language(self) -> Lang {
        match self {
            Self::Il => Lang::He,
            Self::Sy => Lang::Ar,
            Self::Us | Self::None => Lang::En,
        }
    }

    /// The delegation that this party is, if it is one.
    #[must_use]
    pub const fn delegation(self) -> Option<Delegation> {
        match self {
            Self::Il => Some(Delegation::Il),
            Self::Sy => Some(Delegation::Sy),
            Self::Us | Self::None => None,
        }
    }
}

/// One of the two sides, in alphabetical order, which is the only order between them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Delegation {
    /// Israel.
    Il,
    /// Syria.
    Sy,
}

impl Delegation {
    /// Both, in the order in which they are shown.
    pub const BOTH: [Self; 2] = [Self::Il, Self::Sy];

    /// The other side.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Il => Self::Sy,
            Self::Sy => Self::Il,
        }
    }

    /// The party that this delegation is.
    #[must_use]
    pub const fn party(self) -> Party {
        match self {
            Self::Il => Party::Il,
            Self::Sy => Party::Sy,
        }
    }
}

/// Who proposes a project.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Proposer {
    /// Israel alone.
    Il,
    /// Syria alone.
    Sy,
    /// Both together.
    Joint,
}

impl Proposer {
    /// Does this delegation propose, alone or with the other?
    #[must_use]
    pub const fn includes(self, side: Delegation) -> bool {
        matches!((self, side), (Self::Joint, _) | (Self::Il, Delegation::Il) | (Self::Sy, Delegation::Sy))
    }

    /// The sides that have to answer a proposal: the other one, or nobody.
    #[must_use]
    pub const fn other(self) -> Option<Delegation> {
        match self {
            Self::Il => Some(Delegation::Sy),
            Self::Sy => Some(Delegation::Il),
            Self::Joint => None,
        }
    }
}

impl From<Delegation> for Proposer {
    fn from(side: Delegation) -> Self {
        match side {
            Delegation::Il => Self::Il,
            Delegation::Sy => Self::Sy,
        }
    }
}

/// Who reads: the audience of a thread, a file or a draft, and the ledger that records it. Fixed for ever.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Audience {
    /// Both delegations, the supervisor and the secretariat.
    Joint,
    /// The delegation of Israel alone.
    CaucusIl,
    /// The delegation of Syria alone.
    CaucusSy,
    /// The supervisor alone.
    CaucusUs,
    /// Israel and the supervisor.
    ChannelIl,
    /// Syria and the supervisor.
    ChannelSy,
    /// The doors: who came in and who was turned away. No project's content; administrators read it on a page of its own.
    Security,
}

impl Audience {
    /// Every audience of a project's content.
    pub const ALL: [Self; 6] = [Self::Joint, Self::CaucusIl, Self::CaucusSy, Self::CaucusUs, Self::ChannelIl, Self::ChannelSy];

    /// Every ledger.
    pub const LEDGERS: [Self; 7] =
        [Self::Joint, Self::CaucusIl, Self::CaucusSy, Self::CaucusUs, Self::ChannelIl, Self::ChannelSy, Self::Security];

    /// The code of rows and addresses.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Joint => "joint",
            Self::CaucusIl => "caucus_il",
            Self::CaucusSy => "caucus_sy",
            Self::CaucusUs => "caucus_us",
            Self::ChannelIl => "channel_il",
            Self::ChannelSy => "channel_sy",
            Self::Security => "security",
        }
    }

    /// The audience with this code.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|audience| audience.code() == code)
    }

    /// The caucus of a party, if it has one.
    #[must_use]
    pub const fn caucus(party: Party) -> Option<Self> {
        match party {
            Party::Il => Some(Self::CaucusIl),
            Party::Sy => Some(Self::CaucusSy),
            Party::Us => Some(Self::CaucusUs),
            Party::None => None,
        }
    }

    /// A delegation's channel to the supervisor.
    #[must_use]
    pub const fn channel(side: Delegation) -> Self {
        match side {
            Delegation::Il => Self::ChannelIl,
            Delegation::Sy => Self::ChannelSy,
        }
    }

    /// Is this a party's own caucus?
    #[must_use]
    pub const fn is_caucus(self) -> bool {
        matches!(self, Self::CaucusIl | Self::CaucusSy | Self::CaucusUs)
    }

    /// The parties that may be among the readers.
    #[must_use]
    pub fn parties(self) -> Vec<Party> {
        Party::ALL.into_iter().filter(|party| self.admits(*party)).collect()
    }

    /// May this party be among the readers at all?
    #[must_use]
    pub const fn admits(self, party: Party) -> bool {
        match self {
            Self::Joint => true,
            Self::CaucusIl => matches!(party, Party::Il),
            Self::CaucusSy => matches!(party, Party::Sy),
            Self::CaucusUs => matches!(party, Party::Us),
            Self::ChannelIl => matches!(party, Party::Il | Party::Us),
            Self::ChannelSy => matches!(party, Party::Sy | Party::Us),
            Self::Security => false,
        }
    }
}

#[cfg(test)]
#[expect(clippy::expect_used, reason = "a test says what it expects")]
mod tests {
    use super::*;

    #[test]
    fn a_caucus_admits_its_own_party_only() {
        for party in [Party::Il, Party::Sy, Party::Us] {
            let caucus = Audience::caucus(party).expect("each of the three has one");
            let readers = [Party::Il, Party::Sy, Party::Us, Party::None].into_iter().filter(|&other| caucus.admits(other));
            assert_eq!(readers.collect::<Vec<_>>(), [party]);
        }
    }

    #[test]
    fn a_channel_admits_one_delegation_and_the_supervisor() {
        assert!(Audience::channel(Delegation::Sy).admits(Party::Us));
        assert!(!Audience::channel(Delegation::Sy).admits(Party::Il));
        assert!(!Audience::channel(Delegation::Sy).admits(Party::None));
    }

    #[test]
    fn the_code_of_an_audience_reads_back() {
        for audience in Audience::ALL {
            assert_eq!(Audience::parse(audience.code()), Some(audience));
        }
        assert_eq!(Audience::parse("public"), None);
    }
}
