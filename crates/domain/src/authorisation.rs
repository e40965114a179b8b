//! The row that joins three keys: both approvals and the sign-off, of one version and one hash. Serves promise 1.

use serde::{Deserialize, Serialize};

use crate::ballot::{Ballot, Level};
use crate::facts::Facts;
use crate::id::{AuthorisationId, BallotId, Ids, PositionId, ProjectId, SignOffId, VersionId};
use crate::party::Delegation;
use crate::position::Verdict;
use crate::sign_off::{Decision, SignOff};

/// Three keys of one hash. The constants are columns because the database ties each key by them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Authorisation {
    /// Its id.
    pub id: AuthorisationId,
    /// The ballot that all three judged.
    pub ballot_id: BallotId,
    /// Of which project.
    pub project_id: ProjectId,
    /// On which version.
    pub version_id: VersionId,
    /// With which hash.
    pub content_hash: String,
    /// Always principals.
    pub level: Level,
    /// Always approve.
    pub verdict: Verdict,
    /// Always signed.
    pub decision: Decision,
    /// The key of Israel.
    pub il_position: PositionId,
    /// Always il.
    pub il: Delegation,
    /// The key of Syria.
    pub sy_position: PositionId,
    /// Always sy.
    pub sy: Delegation,
    /// The key of the supervisor.
    pub sign_off_id: SignOffId,
}

/// Joins the keys, if all three are there and of one version and hash.
pub(crate) fn join(facts: &Facts, ballot: &Ballot, sign_off: &SignOff, ids: &mut Ids) -> Option<Authorisation> {
    let key = |side| {
        facts.live_position(&ballot.id, side).filter(|position| {
            position.verdict == Verdict::Approve
                && position.version_id == sign_off.version_id
                && position.content_hash == sign_off.content_hash
        })
    };
    let (il, sy) = (key(Delegation::Il)?, key(Delegation::Sy)?);
    (sign_off.decision == Decision::Signed && sign_off.ballot_id == ballot.id).then(|| Authorisation {
        id: ids.fresh(),
        ballot_id: ballot.id.clone(),
        project_id: facts.project.id.clone(),
        version_id: sign_off.version_id.clone(),
        content_hash: sign_off.content_hash.clone(),
        level: Level::Principals,
        verdict: Verdict::Approve,
        decision: Decision::Signed,
        il_position: il.id.clone(),
        il: Delegation::Il,
        sy_position: sy.id.clone(),
        sy: Delegation::Sy,
        sign_off_id: sign_off.id.clone(),
    })
}
