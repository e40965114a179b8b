//! That something was recorded, for whoever waits for it: in which ledger and on which project, and nothing of what it says. Whoever
//! hears it reads again, as themselves.

use domain::id::{MeetingId, ProjectId};
use domain::party::Audience;
use serde::{Deserialize, Serialize};

/// How many are kept for somebody who is slow; then they are told that they missed some.
pub(crate) const LISTENED: usize = 1024;

/// Something was recorded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tick {
    /// An entry.
    Recorded {
        /// Who reads it.
        ledger: Audience,
        /// On which project.
        project_id: Option<ProjectId>,
        /// In which meeting.
        meeting_id: Option<MeetingId>,
    },
    /// Nobody knows what, since the line to the database was lost for a while.
    Missed,
}

impl Tick {
    /// May this ledger tell something new of this project?
    #[must_use]
    pub fn tells_of_project(&self, project: &ProjectId, of: Audience) -> bool {
        match self {
            Self::Recorded { ledger, project_id, .. } => *ledger == of && project_id.as_ref() == Some(project),
            Self::Missed => true,
        }
    }

    /// May there be something new of this meeting?
    #[must_use]
    pub fn tells_of_meeting(&self, meeting: &MeetingId) -> bool {
        match self {
            Self::Recorded { meeting_id, .. } => meeting_id.as_ref() == Some(meeting),
            Self::Missed => true,
        }
    }
}
