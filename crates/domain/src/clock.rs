//! Whose turn it is, since when, and by when: the ball of a project's open step (I-9). No expiry is ever a yes.

use crate::party::{Delegation, Proposer};
use crate::stage::Stage;
use crate::time::{Day, Holder, Timestamp};

/// The open step of a project.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ball {
    /// Who holds it.
    pub holder: Holder,
    /// Since when.
    pub since: Timestamp,
    /// Its clock in working days; none where only a date of its own binds.
    pub working_days: Option<u32>,
}

impl Ball {
    /// The last day of the clock; `day` tells the civil day of a moment in the holder's capital.
    pub fn due(&self, day: impl Fn(Holder, Timestamp) -> Day) -> Option<Day> {
        self.working_days.map(|working_days| self.holder.due(day(self.holder, self.since), working_days))
    }
}

/// What of a project decides about its ball; a list reads it in one row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The stage.
    pub stage: Stage,
    /// Since when it stands there.
    pub since: Timestamp,
    /// Who proposes.
    pub proposed_by: Proposer,
    /// Has Israel answered the open ballot with something other than *needs time*?
    pub il_answered: bool,
    /// Has Syria?
    pub sy_answered: bool,
}

const fn side(side: Delegation) -> Holder {
    match side {
        Delegation::Il => Holder::Il,
        Delegation::Sy => Holder::Sy,
    }
}

/// The ball of a project that stands like this; none where nobody is asked for anything.
#[must_use]
pub fn ball(standing: &Standing) -> Option<Ball> {
    let answering = match (standing.il_answered, standing.sy_answered) {
        (true, false) => Holder::Sy,
        (false, true) => Holder::Il,
        _ => Holder::Both,
    };
    let (holder, working_days) = match standing.stage {
        Stage::Draft => match standing.proposed_by {
            Proposer::Il => (Holder::Il, None),
            Proposer::Sy => (Holder::Sy, None),
            Proposer::Joint => (Holder::Both, None),
        },
        Stage::Tabled => (standing.proposed_by.other().map_or(Holder::Both, side), Some(10)),
        Stage::InDiscussion => (Holder::Both, Some(60)),
        Stage::GroupBallot => (answering, Some(15)),
        Stage::PrincipalsBallot => (answering, Some(20)),
        Stage::SupervisorReview => (Holder::Us, Some(20)),
        Stage::Cleared | Stage::Implementing | Stage::Completed => (Holder::Both, None),
        Stage::Closed | Stage::Withdrawn | Stage::Declined | Stage::Lapsed => return None,
    };
    Some(Ball { holder, since: standing.since, working_days })
}

#[cfg(test)]
#[expect(clippy::expect_used, reason = "a test says what it expects")]
mod tests {
    use super::*;

    fn standing(stage: Stage) -> Standing {
        Standing { stage, since: Timestamp(0), proposed_by: Proposer::Il, il_answered: false, sy_answered: false }
    }

    #[test]
    fn the_other_side_takes_a_tabled_project_up_within_ten_working_days() {
        let ball = ball(&standing(Stage::Tabled)).expect("somebody holds it");
        assert_eq!((ball.holder, ball.working_days), (Holder::Sy, Some(10)));
    }

    #[test]
    fn who_has_answered_no_longer_holds_the_ball() {
        let answered = Standing { il_answered: true, ..standing(Stage::PrincipalsBallot) };
        assert_eq!(ball(&answered).map(|ball| ball.holder), Some(Holder::Sy));
    }

    #[test]
    fn every_open_stage_has_a_holder_and_no_end_has_one() {
        for stage in Stage::ALL {
            assert_eq!(ball(&standing(stage)).is_some(), !stage.is_end());
        }
    }
}
