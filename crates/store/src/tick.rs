//! That something was recorded, for whoever waits for it: in which ledger and on which project, and nothing of what it says. Whoever
//! hears it reads again, as themselves.

use domain::id::{MeetingId, ProjectId};
use domain::party::Audience;

/// How many are kept for somebody who is slow; then they are told that they missed some.
pub(crate) const LISTENED: usize = 1024;

/// Something was recorded by this process.
#[derive(Clone, Debug)]
pub struct Tick {
    /// Who reads it.
    pub ledger: Audience,
    /// On which project.
    pub project_id: Option<ProjectId>,
    /// In which meeting.
    pub meeting_id: Option<MeetingId>,
}
