//! Affirmation: the civilian-scope declaration said again by whoever turns a key. A principals' approval and a signature each
//! carry one, and the authorisation is joined from three keys that all do. Serves I-14.

use serde::{Deserialize, Serialize};

use crate::facts::Facts;
use crate::id::{AffirmationId, Ids, PersonId, PositionId, ProjectId, SignOffId, VersionId};
use crate::party::Party;
use crate::viewer::Viewer;

/// One party's word, beside its key, that this version is civilian.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Affirmation {
    /// Its id.
    pub id: AffirmationId,
    /// Of which project.
    pub project_id: ProjectId,
    /// Of which version.
    pub version_id: VersionId,
    /// With which hash.
    pub content_hash: String,
    /// Whose word.
    pub party: Party,
    /// Given by whom.
    pub person_id: PersonId,
    /// Beside which approval.
    pub position_id: Option<PositionId>,
    /// Beside which signature.
    pub sign_off_id: Option<SignOffId>,
}

/// The affirmation that goes with the key `(position, sign_off)` on `version`; exactly one of the two keys is there.
pub(crate) fn beside(
    facts: &Facts,
    viewer: &Viewer,
    version: &(VersionId, String),
    (position, sign_off): (Option<&PositionId>, Option<&SignOffId>),
    ids: &mut Ids,
) -> Affirmation {
    Affirmation {
        id: ids.fresh(),
        project_id: facts.project.id.clone(),
        version_id: version.0.clone(),
        content_hash: version.1.clone(),
        party: viewer.party,
        person_id: viewer.person_id.clone(),
        position_id: position.cloned(),
        sign_off_id: sign_off.cloned(),
    }
}
