//! Whose turn it is, since when, and by when: the ball of a project's open step (I-9). No expiry is ever a yes.

use crate::extension;
use crate::facts::Facts;
use crate::meeting::minutes;
use crate::party::{Delegation, Party, Proposer};
use crate::person::Role;
use crate::point::who_answers;
use crate::position::Verdict;
use crate::project::Project;
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
    /// By how many working days the holder's turn was extended.
    pub extended: u32,
}

/// Who has to act while a step stands still. Silence never consents; it escalates.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Turn {
    /// Whoever holds the step.
    Holder,
    /// The head of the holder's delegation; for the supervisor both heads are told.
    Head,
    /// The supervisor, with good offices; for the supervisor's own step again the heads.
    GoodOffices,
    /// Nobody any more: what can lapse lapses.
    Over,
}

impl Turn {
    const RUNNING: [Self; 3] = [Self::Holder, Self::Head, Self::GoodOffices];

    /// How many times over the clock has run when this turn ends.
    const fn runs(self) -> u32 {
        match self {
            Self::Holder => 1,
            Self::Head => 2,
            Self::GoodOffices | Self::Over => 3,
        }
    }
}

/// What is told of a clock, each once: that so many days are left, or that the turn has gone on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Told {
    /// So many working days are left of the holder's turn: 5, 2 or none but today.
    Left(i64),
    /// It is the turn of somebody further up.
    Passed(Turn),
}

impl Told {
    /// The stable code, under which it is kept that it was told.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Left(0) => "today",
            Self::Left(1 | 2) => "left_2",
            Self::Left(_) => "left_5",
            Self::Passed(Turn::Holder | Turn::Head) => "head",
            Self::Passed(Turn::GoodOffices) => "good_offices",
            Self::Passed(Turn::Over) => "over",
        }
    }
}

impl Ball {
    /// The last day of the clock; `day` tells the civil day of a moment in the holder's capital.
    pub fn due(&self, day: impl Fn(Holder, Timestamp) -> Day) -> Option<Day> {
        self.due_in(Turn::Holder, day)
    }

    /// The last day of a turn; that of the last one ends everything.
    pub fn due_in(&self, turn: Turn, day: impl Fn(Holder, Timestamp) -> Day) -> Option<Day> {
        let days = self.working_days? * turn.runs() + self.extended;
        Some(self.holder.due(day(self.holder, self.since), days))
    }

    /// Whose turn it is at a moment; none where no clock runs.
    pub fn turn(&self, now: Timestamp, day: impl Fn(Holder, Timestamp) -> Day) -> Option<Turn> {
        let today = day(self.holder, now);
        self.working_days?;
        let runs = |turn: &&Turn| self.due_in(**turn, &day).is_some_and(|due| today <= due);
        Some(Turn::RUNNING.iter().find(runs).copied().unwrap_or(Turn::Over))
    }

    /// What is to be told at a moment, if it was not yet.
    pub fn told(&self, now: Timestamp, day: impl Fn(Holder, Timestamp) -> Day) -> Option<Told> {
        let turn = self.turn(now, &day)?;
        if turn != Turn::Holder {
            return Some(Told::Passed(turn));
        }
        let left = self.holder.working_days_between(day(self.holder, now), self.due(&day)?);
        (left <= 5).then_some(Told::Left(left.max(0)))
    }
}

/// The clock of a party's points that nobody has answered.
#[must_use]
pub fn answer(objector: Party, since: Timestamp) -> Ball {
    Ball { holder: who_answers(objector), since, working_days: Some(10), extended: 0 }
}

/// The clock of minutes that those who attended have corrected and both sides agree to.
#[must_use]
pub const fn minutes(since: Timestamp, il_agreed: bool, sy_agreed: bool) -> Ball {
    Ball { holder: answering(il_agreed, sy_agreed), since, working_days: Some(minutes::AGREED_WITHIN), extended: 0 }
}

/// Who of a step has to act, by party and role, as its turn goes on: whoever holds it, then the heads, then the supervisor.
#[must_use]
pub fn who_acts(stage: Stage, holder: Holder, turn: Turn) -> Vec<(Party, Role)> {
    let of = |role: Role| {
        let sides = Delegation::BOTH.into_iter().map(Delegation::party).filter(move |&party| holder.includes(party));
        sides.map(move |party| (party, role)).collect::<Vec<_>>()
    };
    let (supervisor, heads) =
        (vec![(Party::Us, Role::Reviewer), (Party::Us, Role::Officer)], vec![(Party::Il, Role::Head), (Party::Sy, Role::Head)]);
    let own = match stage {
        _ if holder == Holder::Us => supervisor.clone(),
        Stage::PrincipalsBallot => of(Role::Signatory),
        Stage::Completed => of(Role::Head),
        _ => of(Role::CoChair),
    };
    match (turn, holder) {
        (Turn::Holder, _) => own,
        (Turn::Head | Turn::GoodOffices, Holder::Us) => [own, heads].concat(),
        (Turn::Head, _) => [own, of(Role::Head)].concat(),
        (Turn::GoodOffices, _) => [supervisor, of(Role::Head)].concat(),
        (Turn::Over, _) => [supervisor, heads, vec![(Party::Il, Role::CoChair), (Party::Sy, Role::CoChair)]].concat(),
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
    /// How often more time was taken: *needs time* in the open ballot, an extension of the review that runs.
    pub extensions: i64,
}

impl Standing {
    /// A step that has just begun: nobody has answered yet.
    #[must_use]
    pub const fn begun(project: &Project) -> Self {
        let Project { stage, recorded_at: since, proposed_by, .. } = *project;
        Self { stage, since, proposed_by, il_answered: false, sy_answered: false, extensions: 0 }
    }

    /// The step as it stands.
    #[must_use]
    pub fn of(facts: &Facts) -> Self {
        let begun = Self::begun(&facts.project);
        let count = |taken: usize| i64::try_from(taken).unwrap_or(i64::MAX);
        let Some(ballot) = facts.open_ballot() else {
            return Self { extensions: count(extension::taken(facts).count()), ..begun };
        };
        let answered = |side| facts.live_position(&ballot.id, side).is_some_and(|one| one.verdict != Verdict::NeedsTime);
        let needed = facts.positions.iter().filter(|one| one.ballot_id == ballot.id && one.verdict == Verdict::NeedsTime);
        Self {
            il_answered: answered(Delegation::Il),
            sy_answered: answered(Delegation::Sy),
            extensions: count(needed.count()),
            ..begun
        }
    }
}

/// By how many working days a step is extended where more time was taken so often: each extension is taken once.
fn extended(stage: Stage, taken: i64) -> u32 {
    let each: &[u32] = match stage {
        Stage::GroupBallot => &[10],
        Stage::PrincipalsBallot => &[10, 15],
        Stage::SupervisorReview => &extension::OF_REVIEW,
        _ => &[],
    };
    each.iter().take(usize::try_from(taken).unwrap_or(0)).sum()
}

const fn side(side: Delegation) -> Holder {
    match side {
        Delegation::Il => Holder::Il,
        Delegation::Sy => Holder::Sy,
    }
}

/// Who has not answered yet, where both are asked.
const fn answering(il_answered: bool, sy_answered: bool) -> Holder {
    match (il_answered, sy_answered) {
        (true, false) => Holder::Sy,
        (false, true) => Holder::Il,
        _ => Holder::Both,
    }
}

/// The ball of a project that stands like this; none where nobody is asked for anything.
#[must_use]
pub fn ball(standing: &Standing) -> Option<Ball> {
    let answering = answering(standing.il_answered, standing.sy_answered);
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
    Some(Ball { holder, since: standing.since, working_days, extended: extended(standing.stage, standing.extensions) })
}

#[cfg(test)]
#[expect(clippy::expect_used, reason = "a test says what it expects")]
mod tests {
    use super::*;

    fn standing(stage: Stage) -> Standing {
        let since = Timestamp(0);
        Standing { stage, since, proposed_by: Proposer::Il, il_answered: false, sy_answered: false, extensions: 0 }
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

    fn day(_: Holder, at: Timestamp) -> Day {
        Day::of_utc(at)
    }

    /// 2026-11-01, a Sunday without a holiday for weeks.
    const SUNDAY: Timestamp = Timestamp(20_758 * 86_400_000);

    #[test]
    fn what_is_left_is_told_and_then_who_is_next() {
        let ball = Ball { holder: Holder::Il, since: SUNDAY, working_days: Some(10), extended: 0 };
        let told = |days: i64| ball.told(SUNDAY.plus_days(days), day).map(Told::code);
        assert_eq!(
            [told(0), told(7), told(8), told(11), told(14)],
            [None, Some("left_5"), Some("left_5"), Some("left_2"), Some("today")]
        );
        assert_eq!(
            [told(15), told(28), told(29), told(42), told(43)].map(Option::unwrap_or_default),
            ["head", "head", "good_offices", "good_offices", "over"]
        );
    }

    #[test]
    fn who_needs_time_takes_each_extension_once_and_what_follows_is_as_long_as_before() {
        let due = |stage, extensions, turn| {
            let standing = Standing { since: SUNDAY, extensions, ..standing(stage) };
            let due = ball(&standing).and_then(|ball| ball.due_in(turn, day)).expect("it has a clock");
            Holder::Both.working_days_between(day(Holder::Both, SUNDAY), due)
        };
        let group = |needed| due(Stage::GroupBallot, needed, Turn::Holder);
        assert_eq!([group(0), group(1), group(2), group(9)], [15, 25, 25, 25]);
        let principals = |needed| due(Stage::PrincipalsBallot, needed, Turn::Holder);
        assert_eq!([principals(0), principals(1), principals(2), principals(9)], [20, 30, 45, 45]);
        assert_eq!(due(Stage::GroupBallot, 1, Turn::Head), 25 + 15);
        assert_eq!(due(Stage::InDiscussion, 1, Turn::Holder), 60, "what is no answer is not extended");
    }

    #[test]
    fn silence_goes_up_to_the_head_and_then_to_the_supervisor_whose_own_goes_to_both_heads() {
        let acts = |holder, turn| who_acts(Stage::GroupBallot, holder, turn);
        assert_eq!(acts(Holder::Sy, Turn::Holder), [(Party::Sy, Role::CoChair)]);
        assert_eq!(acts(Holder::Sy, Turn::Head), [(Party::Sy, Role::CoChair), (Party::Sy, Role::Head)]);
        assert!(acts(Holder::Sy, Turn::GoodOffices).contains(&(Party::Us, Role::Officer)));
        assert!(
            !acts(Holder::Sy, Turn::GoodOffices).iter().any(|(party, _)| *party == Party::Il),
            "it is no business of the other side"
        );
        for turn in [Turn::Head, Turn::GoodOffices] {
            assert!(
                acts(Holder::Us, turn).contains(&(Party::Il, Role::Head))
                    && acts(Holder::Us, turn).contains(&(Party::Sy, Role::Head))
            );
        }
    }

    #[test]
    fn where_no_clock_runs_nothing_is_told() {
        let ball = Ball { holder: Holder::Both, since: SUNDAY, working_days: None, extended: 0 };
        assert_eq!((ball.told(SUNDAY.plus_days(900), day), ball.turn(SUNDAY, day)), (None, None));
    }

    #[test]
    fn every_open_stage_has_a_holder_and_no_end_has_one() {
        for stage in Stage::ALL {
            assert_eq!(ball(&standing(stage)).is_some(), !stage.is_end());
        }
    }
}
