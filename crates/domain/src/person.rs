//! People: the roles they hold and the mandates they act under.
//!
//! Keeps I-4: nothing is decided for a party without a mandate of that person, party, group and power, in force now.

use serde::{Deserialize, Serialize};

use crate::id::{AttachmentId, GroupId, MandateId, PersonId, RoleId, SuspensionId};
use crate::party::Party;
use crate::time::Timestamp;

/// What a person does here, per working group or, for heads, supervisor and offices without party, in all of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Writes and discusses.
    Member,
    /// Writes and reviews the languages assigned.
    Translator,
    /// Acts for the delegation in the group.
    CoChair,
    /// Gives the delegation's position at principals level.
    Signatory,
    /// The same, and manages the delegation's people.
    Head,
    /// Reads joint content and prepares the dossier.
    Reviewer,
    /// Decides for the supervisor; never prepares what it decides.
    Officer,
    /// Drafts; takes no position.
    Secretariat,
    /// Runs the server; reads no draft and no discussion.
    Administrator,
}

impl Role {
    /// Every role.
    pub const ALL: [Self; 9] = [
        Self::Member,
        Self::Translator,
        Self::CoChair,
        Self::Signatory,
        Self::Head,
        Self::Reviewer,
        Self::Officer,
        Self::Secretariat,
        Self::Administrator,
    ];

    /// The stable code, as in rows and sentences.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Member => "member",
            Self::Translator => "translator",
            Self::CoChair => "co_chair",
            Self::Signatory => "signatory",
            Self::Head => "head",
            Self::Reviewer => "reviewer",
            Self::Officer => "officer",
            Self::Secretariat => "secretariat",
            Self::Administrator => "administrator",
        }
    }

    /// Does whoever holds it need a second factor? Those who decide for a party, and those who run the server.
    #[must_use]
    pub const fn needs_second_factor(self) -> bool {
        matches!(self, Self::Signatory | Self::Head | Self::Officer | Self::Administrator)
    }

    /// The power that comes with the role, if it decides.
    #[must_use]
    pub const fn power(self) -> Option<Power> {
        match self {
            Self::CoChair => Some(Power::Group),
            Self::Signatory | Self::Head => Some(Power::Principals),
            Self::Officer => Some(Power::SignOff),
            Self::Member | Self::Translator | Self::Reviewer | Self::Secretariat | Self::Administrator => None,
        }
    }

    /// Can a person of this party hold the role?
    #[must_use]
    pub const fn fits(self, party: Party) -> bool {
        match self {
            Self::Member | Self::Translator | Self::CoChair | Self::Signatory | Self::Head => party.delegation().is_some(),
            Self::Reviewer | Self::Officer => matches!(party, Party::Us),
            Self::Secretariat | Self::Administrator => matches!(party, Party::None),
        }
    }
}

/// A role as held; without a group it is held for all groups.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HeldRole {
    /// Which role.
    pub role: Role,
    /// In which group, or in all.
    pub group_id: Option<GroupId>,
}

/// The record of a role given to a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoleGrant {
    /// Its id.
    pub id: RoleId,
    /// Who holds it.
    pub person_id: PersonId,
    /// The person's party.
    pub party: Party,
    /// Which role.
    pub role: Role,
    /// In which group, or in all.
    pub group_id: Option<GroupId>,
}

/// What a mandate empowers to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Power {
    /// Positions of a co-chair.
    Group,
    /// Positions of a signatory or head.
    Principals,
    /// Decisions of the supervisor's officers.
    SignOff,
}

/// The right to decide for a party in one group. It never changes; it ends by a row of its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mandate {
    /// Its id.
    pub id: MandateId,
    /// Who may decide.
    pub person_id: PersonId,
    /// For whom.
    pub party: Party,
    /// In which group.
    pub group_id: GroupId,
    /// What.
    pub power: Power,
    /// From this moment.
    pub starts_at: Timestamp,
    /// Until before this moment.
    pub ends_at: Timestamp,
}

impl Mandate {
    /// Is it in force? The store hands over none that was ended by a row.
    #[must_use]
    pub fn in_force(&self, at: Timestamp) -> bool {
        self.starts_at <= at && at < self.ends_at
    }
}

/// The letter that a mandate rests on; its bytes lie with the other files.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Letter {
    /// Of which mandate.
    pub mandate_id: MandateId,
    /// Under which id the bytes lie.
    pub file_id: AttachmentId,
    /// Whose it is; nobody else reads it.
    pub party: Party,
    /// The name it came with.
    pub name: String,
    /// Its kind.
    pub media_type: String,
    /// How many bytes it has.
    pub size: i64,
    /// The SHA-256 of the bytes.
    pub digest: String,
}

/// A role that has ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RoleEnd {
    /// Which.
    pub role_id: RoleId,
    /// Who held it.
    pub person_id: PersonId,
}

/// A mandate that has ended early.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MandateEnd {
    /// Which.
    pub mandate_id: MandateId,
}

/// A person who may not come in, until an end of it is recorded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Suspension {
    /// Its id.
    pub id: SuspensionId,
    /// Who.
    pub person_id: PersonId,
}

/// A suspension that has ended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SuspensionEnd {
    /// Which.
    pub suspension_id: SuspensionId,
    /// Whose.
    pub person_id: PersonId,
}
