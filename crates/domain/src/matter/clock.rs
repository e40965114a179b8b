//! Whose turn a matter is, and by when (I-9). A query that nobody answers goes on to the co-chairs by itself; a concern that they do not
//! settle goes further up, and stays a concern.

use super::settle::newest;
use super::{Matter, MatterLevel, by_itself};
use crate::change::{Change, Command, Record};
use crate::clock::{self, Ball, Turn};
use crate::id::Occasion;
use crate::party::{Delegation, Party};
use crate::person::Role;
use crate::point::who_answers;
use crate::refusal::Refusal;
use crate::stage::Stage;
use crate::time::{Day, Holder, Timestamp};
use crate::viewer::Viewer;

/// Within how many working days a query is answered.
pub const ANSWERED_WITHIN: u32 = 3;
/// Within how many working days both sides settle what was answered or handed over.
pub const SETTLED_WITHIN: u32 = 10;

/// What of a matter decides about its ball; a list reads it in one row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// Who raised it.
    pub party: Party,
    /// When.
    pub raised_at: Timestamp,
    /// When Israel first answered.
    pub il_answered_at: Option<Timestamp>,
    /// When Syria did.
    pub sy_answered_at: Option<Timestamp>,
    /// When it was handed over.
    pub handed_over_at: Option<Timestamp>,
    /// When the newest resolution was proposed.
    pub proposed_at: Option<Timestamp>,
    /// Has Israel said yes to it?
    pub il_agreed: bool,
    /// Has Syria?
    pub sy_agreed: bool,
    /// Is it over?
    pub is_over: bool,
}

impl Standing {
    /// The matter as it stands.
    #[must_use]
    pub fn of(matter: &Matter) -> Self {
        let first = |side: Delegation| matter.replies.iter().find(|(reply, _)| reply.party == side.party()).map(|(_, at)| *at);
        let agreed = |side| newest(matter).is_some_and(|one| matter.agreed(one, side));
        Self {
            party: matter.start.party,
            raised_at: matter.raised_at,
            il_answered_at: first(Delegation::Il),
            sy_answered_at: first(Delegation::Sy),
            handed_over_at: matter.handed_over.as_ref().map(|(_, at)| *at),
            proposed_at: matter.resolutions.last().map(|(_, at)| *at),
            il_agreed: agreed(Delegation::Il),
            sy_agreed: agreed(Delegation::Sy),
            is_over: matter.is_over(),
        }
    }

    /// Who has not answered the query yet.
    fn asked(&self) -> Option<Holder> {
        let (il, sy) = (self.il_answered_at.is_none(), self.sy_answered_at.is_none());
        match who_answers(self.party) {
            Holder::Both if il || sy => Some(awaited(!il, !sy)),
            Holder::Il if il => Some(Holder::Il),
            Holder::Sy if sy => Some(Holder::Sy),
            _ => None,
        }
    }

    /// Is an answer awaited, rather than that it be settled?
    #[must_use]
    pub fn awaits_answer(&self) -> bool {
        self.level() == MatterLevel::Query && self.proposed_at.is_none() && self.asked().is_some()
    }

    /// When the last side that was asked answered first.
    fn answered_at(&self) -> Timestamp {
        let asked = [(Party::Il, self.il_answered_at), (Party::Sy, self.sy_answered_at)];
        asked.into_iter().filter(|(party, _)| *party != self.party).filter_map(|(_, at)| at).max().unwrap_or(self.raised_at)
    }

    /// The one level that is active.
    #[must_use]
    pub const fn level(&self) -> MatterLevel {
        if self.handed_over_at.is_some() { MatterLevel::Concern } else { MatterLevel::Query }
    }
}

/// Those of whom this is not true yet.
const fn awaited(il: bool, sy: bool) -> Holder {
    match (il, sy) {
        (true, false) => Holder::Sy,
        (false, true) => Holder::Il,
        _ => Holder::Both,
    }
}

/// The ball of a matter that stands like this; none where it is over.
#[must_use]
pub fn ball(standing: &Standing) -> Option<Ball> {
    if standing.is_over {
        return None;
    }
    let raiser = standing.party.delegation().map_or(Holder::Us, |side| side.party().into());
    let (holder, since, days) = match (standing.proposed_at, standing.handed_over_at, standing.asked()) {
        (Some(at), over, _) => {
            (awaited(standing.il_agreed, standing.sy_agreed), over.map_or(at, |over| over.max(at)), SETTLED_WITHIN)
        }
        (None, Some(at), _) => (Holder::Both, at, SETTLED_WITHIN),
        (None, None, Some(asked)) => (asked, standing.raised_at, ANSWERED_WITHIN),
        (None, None, None) => (raiser, standing.answered_at(), SETTLED_WITHIN),
    };
    Some(Ball { holder, since, working_days: Some(days), extended: 0 })
}

/// Who has to act at this level and turn: of a query the members and the co-chair of the side that holds it, then as for every step.
#[must_use]
pub fn who_acts(level: MatterLevel, holder: Holder, turn: Turn) -> Vec<(Party, Role)> {
    let mut acts = clock::who_acts(Stage::InDiscussion, holder, turn);
    if level == MatterLevel::Query && turn == Turn::Holder {
        let members = Delegation::BOTH.into_iter().map(Delegation::party).filter(|&party| holder.includes(party));
        acts.extend(members.map(|party| (party, Role::Member)));
    }
    acts
}

/// Does a query that stands like this go on to the co-chairs by itself, since its time to be answered is over?
pub fn is_handed_on(standing: &Standing, now: Timestamp, day: impl Fn(Holder, Timestamp) -> Day) -> bool {
    standing.awaits_answer() && ball(standing).and_then(|ball| ball.turn(now, day)).is_some_and(|turn| turn != Turn::Holder)
}

/// The engine hands a query on to the co-chairs whose time to answer is over.
///
/// # Errors
/// [`Refusal::WrongStage`] where it was answered or handed over meanwhile, is over, or has time left.
pub fn hand_on(matter: &Matter, day: impl Fn(Holder, Timestamp) -> Day, occasion: Occasion) -> Result<Change, Refusal> {
    if !is_handed_on(&Standing::of(matter), occasion.at, day) {
        return Err(Refusal::WrongStage);
    }
    Ok(matter.change(&Viewer::engine(), Command::HandOverMatter, occasion).with(Record::HandOver(by_itself(matter))))
}
