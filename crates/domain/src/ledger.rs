//! The ledger: append-only, one entry per change, each bound to the one before it by hash.
//!
//! An entry's bytes are versioned and length-prefixed; its hash is the RFC 6962 leaf hash of them, so the same entries make
//! the Merkle tree that proofs will be drawn from. Texts and names enter only through a salted commitment to the rows.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::canonical;
use crate::change::Record;
use crate::id::{EntryId, PersonId, ProjectId, VersionId};
use crate::party::{Audience, Party};
use crate::text::hex;
use crate::time::Timestamp;

/// The hash before the first entry of a ledger.
pub const BEGINNING: &str = "0000000000000000000000000000000000000000000000000000000000000000";

/// One recorded change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// Its id.
    pub id: EntryId,
    /// The ledger it stands in.
    pub ledger: Audience,
    /// Its place there, from 1, without gaps.
    pub seq: i64,
    /// When, never before its predecessor.
    pub recorded_at: Timestamp,
    /// Who acted, shown as an office.
    pub person_id: PersonId,
    /// For which party.
    pub party: Party,
    /// What was done.
    pub command: String,
    /// The kind of thing it was done to.
    pub subject: String,
    /// Which one.
    pub subject_id: String,
    /// In which project.
    pub project_id: Option<ProjectId>,
    /// To which version.
    pub version_id: Option<VersionId>,
    /// With which content hash.
    pub content_hash: Option<String>,
    /// The request that brought it.
    pub request_id: String,
    /// Random, so that the commitment tells nothing about short texts.
    pub salt: String,
    /// Commitment to the rows.
    pub commitment: String,
    /// The hash of the entry before.
    pub previous: String,
    /// The hash of this entry.
    pub hash: String,
}

impl Entry {
    /// What `hash` has to be: SHA-256 of 0x00 and the canonical bytes, in lower-case hex.
    #[must_use]
    pub fn computed_hash(&self) -> String {
        let mut hasher = Sha256::new();
        hasher.update([0u8]);
        for field in self.fields() {
            let length = u32::try_from(field.len()).unwrap_or(u32::MAX);
            hasher.update(length.to_be_bytes());
            hasher.update(field.as_bytes());
        }
        hex(&hasher.finalize())
    }

    fn fields(&self) -> [String; 15] {
        let optional = |text: Option<&str>| text.map_or_else(String::new, |text| format!("={text}"));
        [
            "portal-entry-1".to_owned(),
            self.id.to_string(),
            self.ledger.code().to_owned(),
            self.seq.to_string(),
            self.recorded_at.0.to_string(),
            self.person_id.to_string(),
            self.party.code().to_owned(),
            self.command.clone(),
            format!("{}:{}", self.subject, self.subject_id),
            optional(self.project_id.as_ref().map(ProjectId::as_str)),
            optional(self.version_id.as_ref().map(VersionId::as_str)),
            optional(self.content_hash.as_deref()),
            self.request_id.clone(),
            self.commitment.clone(),
            self.previous.clone(),
        ]
    }
}

/// The salted commitment of an entry to its rows, in lower-case hex. The order of rows does not count, since a database does
/// not keep it.
#[must_use]
pub fn commitment(salt: &str, records: &[Record]) -> String {
    let mut rows: Vec<String> = records.iter().map(canonical::of).collect();
    rows.sort_unstable();
    let mut hasher = Sha256::new();
    hasher.update(b"portal rows 1\0");
    hasher.update(salt.as_bytes());
    for row in rows {
        hasher.update([0u8]);
        hasher.update(row.as_bytes());
    }
    hex(&hasher.finalize())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry() -> Entry {
        let mut entry = Entry {
            id: "e".into(),
            ledger: Audience::Joint,
            seq: 1,
            recorded_at: Timestamp(5),
            person_id: "p".into(),
            party: Party::Il,
            command: "take_up".into(),
            subject: "project".into(),
            subject_id: "x".into(),
            project_id: Some("x".into()),
            version_id: None,
            content_hash: None,
            request_id: "r".into(),
            salt: "s".into(),
            commitment: commitment("s", &[]),
            previous: BEGINNING.into(),
            hash: String::new(),
        };
        entry.hash = entry.computed_hash();
        entry
    }

    #[test]
    fn every_field_counts() {
        let good = entry();
        type Spoil = fn(&mut Entry);
        let spoils: [Spoil; 8] = [
            |e| e.seq = 2,
            |e| e.recorded_at = Timestamp(6),
            |e| e.party = Party::Sy,
            |e| e.command = "send_back".into(),
            |e| e.project_id = None,
            |e| e.version_id = Some("".into()),
            |e| e.previous = "1".into(),
            |e| e.commitment = "1".into(),
        ];
        for spoil in spoils {
            let mut bad = good.clone();
            spoil(&mut bad);
            assert_ne!(bad.computed_hash(), good.hash);
        }
    }

    #[test]
    fn the_same_rows_under_another_salt_look_different() {
        assert_ne!(commitment("a", &[]), commitment("b", &[]));
    }
}
