//! Notices: which changes are worth telling the people of a project, and under which topic.

use serde::{Deserialize, Serialize};

use crate::change::Command;
use crate::party::Party;
use crate::time::Day;

/// What a notice is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Topic {
    /// It has become the reader's turn.
    Duties,
    /// A message asks for the reader's attention.
    Mentions,
    /// What the sides and the supervisor decide.
    Decisions,
    /// Versions and their translations.
    Texts,
    /// Threads and messages.
    Discussion,
}

impl Topic {
    /// Every topic, the most urgent first.
    pub const ALL: [Self; 5] = [Self::Duties, Self::Mentions, Self::Decisions, Self::Texts, Self::Discussion];

    /// Those whose pace a person chooses; duties always come at once.
    pub const CHOSEN: [Self; 4] = [Self::Mentions, Self::Decisions, Self::Texts, Self::Discussion];

    /// How fast it comes by mail unless a person chooses otherwise.
    #[must_use]
    pub const fn usual(self) -> Pace {
        match self {
            Self::Duties | Self::Mentions => Pace::AtOnce,
            Self::Decisions | Self::Texts | Self::Discussion => Pace::Daily,
        }
    }

    /// The code of rows, addresses and sentences.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Duties => "duties",
            Self::Mentions => "mentions",
            Self::Decisions => "decisions",
            Self::Texts => "texts",
            Self::Discussion => "discussion",
        }
    }

    /// Under which topic a change is told to everybody who may read it; none where it is a small step of work, which the history keeps.
    #[must_use]
    pub const fn of(command: Command) -> Option<Self> {
        Some(match command {
            Command::OpenThread
            | Command::PostMessage
            | Command::ResolveThread
            | Command::ReopenThread
            | Command::ReplyMatter => Self::Discussion,
            Command::FreezeVersion
            | Command::MarkReviewed
            | Command::AgreeTranslation
            | Command::ProposeAmendment
            | Command::AcceptAmendment
            | Command::EndAmendment
            | Command::CirculateMinutes => Self::Texts,
            Command::ConsentTabling
            | Command::TableProject
            | Command::TakeUp
            | Command::SendBack
            | Command::ConsentBallot
            | Command::RecallBallot
            | Command::RecordPosition
            | Command::AnswerPoint
            | Command::ClosePoint
            | Command::AcceptCondition
            | Command::VerifyCondition
            | Command::PrepareDossier
            | Command::ExtendReview
            | Command::SignOff
            | Command::RevokeSignOff
            | Command::WithdrawApproval
            | Command::ConsentStart
            | Command::ConsentCompletion
            | Command::ConsentClosing
            | Command::TakeBackConsent
            | Command::ReturnToDiscussion
            | Command::StopWork
            | Command::LiftStopWork
            | Command::WithdrawProject
            | Command::LapseProject
            | Command::ExpireSignOff
            | Command::ReopenProject
            | Command::WriteSummary
            | Command::ConsentSummary
            | Command::RetractSummary
            | Command::SendNote
            | Command::AcknowledgeNote
            | Command::PlanMeeting
            | Command::ChangeMeeting
            | Command::CancelMeeting
            | Command::ConsentAgenda
            | Command::AgreeWording
            | Command::ConsentMinutes
            | Command::ReleaseMinutes
            | Command::FileStatement
            | Command::RaiseMatter
            | Command::HandOverMatter
            | Command::ProposeResolution
            | Command::AgreeResolution
            | Command::WithdrawMatter => Self::Decisions,
            _ => return None,
        })
    }
}

/// How fast a topic comes by mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Pace {
    /// A mail for each.
    AtOnce,
    /// One mail a day for all that came.
    Daily,
    /// One mail a week.
    Weekly,
    /// No mail; the inbox has it.
    None,
}

impl Pace {
    /// Every pace.
    pub const ALL: [Self; 4] = [Self::AtOnce, Self::Daily, Self::Weekly, Self::None];
    /// Those that gather what came into one mail.
    pub const DIGESTS: [Self; 2] = [Self::Daily, Self::Weekly];

    /// The code of rows, forms and sentences.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::AtOnce => "at_once",
            Self::Daily => "daily",
            Self::Weekly => "weekly",
            Self::None => "none",
        }
    }

    /// The pace with this code.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|pace| pace.code() == code)
    }

    /// The number of the digest that a day at the reader's belongs to: one for each day, or one for each week, which begins on the
    /// first working day of the party. A new number means that a digest is due.
    #[must_use]
    pub const fn period(self, party: Party, today: Day) -> i64 {
        // Day 0 was a Thursday: 4 days on is a Monday, 3 a Sunday.
        let before_week = if matches!(party, Party::Il | Party::Sy) { 4 } else { 3 };
        match self {
            Self::Weekly => (today.0 + before_week).div_euclid(7),
            _ => today.0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_week_begins_on_the_first_working_day_and_a_day_every_day() {
        let day = |text| Day::parse(text).unwrap_or(Day(0));
        let (saturday, sunday, monday) = (day("2026-11-21"), day("2026-11-22"), day("2026-11-23"));
        let week = |party, day| Pace::Weekly.period(party, day);
        assert_eq!(week(Party::Il, saturday) + 1, week(Party::Il, sunday));
        assert_eq!(week(Party::Sy, sunday), week(Party::Sy, monday));
        assert_eq!(week(Party::Us, saturday), week(Party::Us, sunday));
        assert_eq!(week(Party::Us, sunday) + 1, week(Party::Us, monday));
        assert_eq!(Pace::Daily.period(Party::Us, saturday) + 1, Pace::Daily.period(Party::Us, sunday));
    }

    #[test]
    fn what_is_decided_is_told_and_what_is_only_worked_on_is_not() {
        assert_eq!(Topic::of(Command::SignOff), Some(Topic::Decisions));
        assert_eq!(Topic::of(Command::FreezeVersion), Some(Topic::Texts));
        assert_eq!(Topic::of(Command::PostMessage), Some(Topic::Discussion));
        for quiet in [
            Command::SaveText,
            Command::StartProject,
            Command::SignIn,
            Command::RefuseDeed,
            Command::EditMessage,
            Command::NoteRoom,
        ] {
            assert_eq!(Topic::of(quiet), None, "{quiet:?}");
        }
    }

    #[test]
    fn duties_and_mentions_are_never_what_a_change_is_about_for_everybody() {
        for command in Command::ALL {
            assert!(!matches!(Topic::of(command), Some(Topic::Duties | Topic::Mentions)), "{command:?}");
        }
    }
}
