//! Security events: what happened at the doors. Each is an entry of the ledger for security, which administrators read; the other
//! ledgers tell nothing of it.

use serde::{Deserialize, Serialize};

use crate::change::{Change, Command, Record};
use crate::id::{Occasion, PersonId, SecurityEventId};
use crate::party::{Audience, Party};

/// Stands in the ledger where nobody is known, such as for a name that has no account.
pub const NOBODY: &str = "nobody";

/// What happened, beside what its entry says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SecurityEvent {
    /// Its id.
    pub id: SecurityEventId,
    /// Whom it is about; none for a name without an account.
    pub person_id: Option<PersonId>,
    /// From which address of the network.
    pub network: Option<String>,
    /// How often it happened since it was last recorded: like ones within a minute are counted in one.
    pub times: i64,
}

/// The change that records an event.
#[must_use]
pub fn event(
    command: Command,
    actor: Option<(&PersonId, Party)>,
    about: Option<&PersonId>,
    network: Option<String>,
    times: i64,
    occasion: Occasion,
) -> Change {
    let nobody = PersonId::from(NOBODY);
    let (person, party) = actor.unwrap_or((&nobody, Party::None));
    let id = occasion.ids().fresh();
    let subject = about.unwrap_or(&nobody).as_str();
    Change::new(Audience::Security, command, person, party, occasion)
        .about("person", subject)
        .with(Record::SecurityEvent(SecurityEvent { id, person_id: about.cloned(), network, times }))
}
