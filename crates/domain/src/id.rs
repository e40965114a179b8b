//! Ids: 128 random bits as 26 letters and digits. They carry no time and count nothing, so they tell nobody anything.
//!
//! The domain has no dice. An [`Occasion`] is handed in, with the time and a seed; ids, salts and codes are derived from the
//! seed, so a transaction that has to run twice makes the same rows twice.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::time::Timestamp;

/// Crockford's alphabet: no letter that is read as a digit.
const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

/// 16 bytes as 26 letters and digits.
#[must_use]
pub fn spell(bytes: [u8; 16]) -> String {
    let mut number = u128::from_be_bytes(bytes);
    let mut letters = [0u8; 26];
    for letter in letters.iter_mut().rev() {
        *letter = ALPHABET[(number & 31) as usize];
        number >>= 5;
    }
    letters.iter().map(|&letter| char::from(letter)).collect()
}

/// An id that can be spelled from 16 bytes; implemented by every id type of this module.
pub trait FromBytes {
    /// The id with these bytes.
    fn from_bytes(bytes: [u8; 16]) -> Self;
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// The id as text, as it stands in addresses and rows.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl FromBytes for $name {
            fn from_bytes(bytes: [u8; 16]) -> Self {
                Self(spell(bytes))
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(text.to_owned())
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                formatter.write_str(&self.0)
            }
        }
    )+};
}

ids! {
    /// A person, for ever of one party.
    PersonId,
    /// A working group.
    GroupId,
    /// A role held by a person.
    RoleId,
    /// A mandate, the right to decide for a party.
    MandateId,
    /// A suspension of a person.
    SuspensionId,
    /// A setting of what others see of a person.
    ProfileId,
    /// A security event.
    SecurityEventId,
    /// A project.
    ProjectId,
    /// A recorded step of a project from one stage to another.
    StepId,
    /// One saved text of one section in one language.
    EditId,
    /// A civilian-scope declaration.
    ScopeId,
    /// An attached file.
    AttachmentId,
    /// An immutable version.
    VersionId,
    /// A mark that a text was reviewed or agreed.
    MarkId,
    /// One side's consent.
    ConsentId,
    /// The civilian scope affirmed beside a key.
    AffirmationId,
    /// A ballot.
    BallotId,
    /// A position in a ballot.
    PositionId,
    /// A point of an objection.
    PointId,
    /// An answer to a point.
    AnswerId,
    /// A condition set with an approval or a sign-off.
    ConditionId,
    /// One party's verification of a condition.
    VerificationId,
    /// A dossier prepared for an officer.
    PreparationId,
    /// A review's last day moved back.
    ExtensionId,
    /// The supervisor's decision.
    SignOffId,
    /// The row that joins three keys.
    AuthorisationId,
    /// A stop-work order.
    StopWorkId,
    /// A public summary.
    SummaryId,
    /// A thread of messages.
    ThreadId,
    /// A thread resolved, or opened again.
    SettlingId,
    /// A message.
    MessageId,
    /// One text of a message, the first or an edited one.
    WordingId,
    /// A proposed wording.
    AmendmentId,
    /// A declared link to another project.
    LinkId,
    /// A term of a glossary.
    TermId,
    /// A formal note.
    FormalNoteId,
    /// A meeting.
    MeetingId,
    /// An item of an agenda.
    AgendaItemId,
    /// Somebody's attendance of a meeting.
    AttendeeId,
    /// Something that happened in a meeting.
    MomentId,
    /// A wording put on the table of a meeting.
    DecisionId,
    /// A position that was spoken.
    SpokenPositionId,
    /// Something that a meeting left somebody to do.
    ActionItemId,
    /// A correction of minutes.
    CorrectionId,
    /// A statement for the record.
    StatementId,
    /// Something raised between the sides.
    MatterId,
    /// An answer to a matter.
    MatterReplyId,
    /// A way to settle a matter.
    ResolutionId,
    /// An entry of a ledger.
    EntryId,
}

/// When something happens and what it may be called: time and seed, handed in from outside.
#[derive(Clone, Copy, Debug)]
pub struct Occasion {
    /// The time that the ledger will state.
    pub at: Timestamp,
    seed: [u8; 32],
}

impl Occasion {
    /// An occasion at `at`; `seed` must be random and never used before.
    #[must_use]
    pub const fn new(at: Timestamp, seed: [u8; 32]) -> Self {
        Self { at, seed }
    }

    /// The same time with another seed, for a second maker of ids; each has a name of its own.
    #[must_use]
    pub fn branch(&self, name: &str) -> Self {
        let hasher = Sha256::new().chain_update(b"portal branch 1\0").chain_update(self.seed).chain_update(name);
        Self { at: self.at, seed: hasher.finalize().into() }
    }

    /// A source of fresh ids; two sources of one occasion give the same ids.
    #[must_use]
    pub const fn ids(&self) -> Ids {
        Ids { occasion: *self, taken: 0 }
    }

    fn derive(&self, number: u64) -> [u8; 32] {
        Sha256::new().chain_update(b"portal id 1\0").chain_update(self.seed).chain_update(number.to_be_bytes()).finalize().into()
    }
}

/// Fresh ids, one after the other.
#[derive(Clone, Debug)]
pub struct Ids {
    occasion: Occasion,
    taken: u64,
}

impl Ids {
    /// The next id.
    pub fn fresh<T: FromBytes>(&mut self) -> T {
        self.taken += 1;
        let long = self.occasion.derive(self.taken);
        let mut bytes = [0u8; 16];
        bytes.copy_from_slice(&long[..16]);
        T::from_bytes(bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_has_26_letters_and_keeps_all_bits() {
        assert_eq!(spell([0; 16]), "0".repeat(26));
        assert_eq!(spell([255; 16]), format!("7{}", "z".repeat(25)));
    }

    #[test]
    fn the_same_occasion_gives_the_same_ids_and_never_one_twice() {
        let occasion = Occasion::new(Timestamp(0), [7; 32]);
        let (mut one, mut two) = (occasion.ids(), occasion.ids());
        let first: PersonId = one.fresh();
        assert_eq!(first, two.fresh());
        assert_ne!(first, one.fresh());
        assert_ne!(first, occasion.branch("x").ids().fresh());
    }
}
