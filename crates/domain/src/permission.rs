//! The permission matrix as data: which deed takes which action, and in which stages of a project. The rules ask [`permit`] before
//! anything else, the administrators' page shows the table, `portal routes` names its rows, and a test walks all of it.
//!
//! Roles by action stand in [`crate::policy`]; who reads which audience follows from both ([`of_audience`]). What hangs on the facts,
//! such as whose proposal it is or which hash is current, is the rule's own business.

use crate::change::Command;
use crate::facts::Facts;
use crate::party::Audience;
use crate::policy::{self, Action};
use crate::refusal::Refusal;
use crate::stage::Stage;
use crate::viewer::Viewer;

/// A deed, with what it takes, in the stages where it can be done.
#[derive(Clone, Copy, Debug)]
pub struct Row {
    /// The deed.
    pub command: Command,
    /// What somebody must be allowed.
    pub action: Action,
    /// Where the project must stand.
    pub stages: &'static [Stage],
}

const fn row(command: Command, action: Action, stages: &'static [Stage]) -> Row {
    Row { command, action, stages }
}

const WRITTEN: &[Stage] = &[Stage::Draft, Stage::InDiscussion];
const TRANSLATED: &[Stage] = &[Stage::InDiscussion, Stage::GroupBallot, Stage::PrincipalsBallot];
const AUTHORISED: &[Stage] = &[Stage::Cleared, Stage::Implementing];
// An approval stays through a return to discussion, until there is a new version.
const APPROVED: &[Stage] = &[
    Stage::InDiscussion,
    Stage::GroupBallot,
    Stage::PrincipalsBallot,
    Stage::SupervisorReview,
    Stage::Cleared,
    Stage::Implementing,
    Stage::Completed,
];
const TOLD: &[Stage] = &[
    Stage::InDiscussion,
    Stage::GroupBallot,
    Stage::PrincipalsBallot,
    Stage::SupervisorReview,
    Stage::Cleared,
    Stage::Implementing,
    Stage::Completed,
    Stage::Closed,
    Stage::Withdrawn,
    Stage::Declined,
    Stage::Lapsed,
];
// From a draft of both sides to work; what is over stays as it was said.
const LINKED: &[Stage] = &[
    Stage::Draft,
    Stage::Tabled,
    Stage::InDiscussion,
    Stage::GroupBallot,
    Stage::PrincipalsBallot,
    Stage::SupervisorReview,
    Stage::Cleared,
    Stage::Implementing,
];
const OPEN: &[Stage] = &[
    Stage::Draft,
    Stage::Tabled,
    Stage::InDiscussion,
    Stage::GroupBallot,
    Stage::PrincipalsBallot,
    Stage::SupervisorReview,
    Stage::Cleared,
    Stage::Implementing,
    Stage::Completed,
    Stage::Withdrawn,
    Stage::Declined,
    Stage::Lapsed,
];

/// Every deed on a project that a person does by a role. Talk is not here: it goes by audience.
pub const TABLE: &[Row] = &[
    row(Command::SaveText, Action::EditText, WRITTEN),
    row(Command::ImportText, Action::EditText, WRITTEN),
    row(Command::DeclareScope, Action::EditText, WRITTEN),
    row(Command::AttachFile, Action::EditText, WRITTEN),
    row(Command::RemoveFile, Action::EditText, WRITTEN),
    row(Command::TableProject, Action::SteerProject, &[Stage::Draft]),
    row(Command::TakeUp, Action::SteerProject, &[Stage::Tabled]),
    row(Command::SendBack, Action::SteerProject, &[Stage::Tabled]),
    row(Command::FreezeVersion, Action::SteerProject, &[Stage::InDiscussion]),
    row(Command::MarkReviewed, Action::ReviewText, TRANSLATED),
    row(Command::AgreeTranslation, Action::AgreeJointly, TRANSLATED),
    row(Command::ProposeAmendment, Action::EditText, &[Stage::InDiscussion]),
    row(Command::AcceptAmendment, Action::AgreeJointly, &[Stage::InDiscussion]),
    row(Command::EndAmendment, Action::EditText, &[Stage::InDiscussion]),
    row(Command::DeclareLink, Action::DeclareLink, LINKED),
    row(Command::TakeBackLink, Action::DeclareLink, LINKED),
    row(Command::ConsentBallot, Action::AgreeJointly, &[Stage::InDiscussion]),
    row(Command::RecallBallot, Action::SteerProject, &[Stage::GroupBallot]),
    row(Command::RecordPosition, Action::GroupPosition, &[Stage::GroupBallot]),
    row(Command::RecordPosition, Action::PrincipalsPosition, &[Stage::PrincipalsBallot]),
    row(Command::WithdrawApproval, Action::PrincipalsPosition, APPROVED),
    row(Command::AnswerPoint, Action::AnswerPoint, OPEN),
    row(Command::ClosePoint, Action::ClosePoint, OPEN),
    row(Command::AcceptCondition, Action::PrincipalsPosition, OPEN),
    row(Command::VerifyCondition, Action::VerifyCondition, AUTHORISED),
    row(Command::PrepareDossier, Action::PrepareDossier, &[Stage::SupervisorReview]),
    row(Command::ExtendReview, Action::SignOff, &[Stage::SupervisorReview]),
    row(Command::SignOff, Action::SignOff, &[Stage::SupervisorReview]),
    row(Command::RevokeSignOff, Action::SignOff, AUTHORISED),
    row(Command::ConsentStart, Action::AgreeJointly, &[Stage::Cleared]),
    row(Command::ConsentCompletion, Action::AgreeJointly, &[Stage::Implementing]),
    row(Command::ConsentClosing, Action::Conclude, &[Stage::Implementing, Stage::Completed]),
    row(Command::ReturnToDiscussion, Action::SteerProject, &[Stage::Cleared]),
    row(Command::StopWork, Action::StopWork, AUTHORISED),
    row(Command::LiftStopWork, Action::StopWork, OPEN),
    row(Command::WithdrawProject, Action::SteerProject, &[Stage::Draft, Stage::Tabled, Stage::InDiscussion, Stage::Cleared]),
    row(Command::WithdrawProject, Action::Conclude, &[Stage::SupervisorReview]),
    row(Command::ReopenProject, Action::SteerProject, &[Stage::Lapsed]),
    row(Command::WriteSummary, Action::PrepareSummary, TOLD),
    row(Command::ConsentSummary, Action::Conclude, TOLD),
    row(Command::RetractSummary, Action::Conclude, TOLD),
    row(Command::TakeBackConsent, Action::SteerProject, OPEN),
    row(Command::TakeBackConsent, Action::AgreeJointly, OPEN),
    row(Command::TakeBackConsent, Action::PrincipalsPosition, OPEN),
    row(Command::TakeBackConsent, Action::Conclude, OPEN),
];

/// The rows of one deed.
pub fn rows(command: Command) -> impl Iterator<Item = &'static Row> {
    TABLE.iter().filter(move |row| row.command == command)
}

/// What somebody must be allowed who reads and writes an audience; nobody takes part in the ledger for security.
#[must_use]
pub const fn of_audience(audience: Audience) -> Option<Action> {
    match audience {
        Audience::Joint => Some(Action::ReadJoint),
        Audience::CaucusIl | Audience::CaucusSy | Audience::CaucusUs => Some(Action::Caucus),
        Audience::ChannelIl | Audience::ChannelSy => Some(Action::Channel),
        Audience::Security => None,
    }
}

/// Can this deed be done at this stage by anybody?
///
/// # Errors
/// [`Refusal::Frozen`] for a text that is before a ballot or the supervisor, else [`Refusal::WrongStage`].
pub fn fits(command: Command, stage: Stage) -> Result<(), Refusal> {
    if rows(command).any(|row| row.stages.contains(&stage)) {
        Ok(())
    } else if is_frozen(command, stage) {
        Err(Refusal::Frozen)
    } else {
        Err(Refusal::WrongStage)
    }
}

/// May this viewer do this deed on this project, as it stands?
///
/// # Errors
/// [`Refusal::NotPermitted`] when no role of theirs is listed for it here; where nobody does it here, as [`fits`] says.
pub fn permit(facts: &Facts, viewer: &Viewer, command: Command) -> Result<(), Refusal> {
    let stage = facts.project.stage;
    let may = |row: &Row| policy::decide(viewer, row.action, &facts.project.group_id).is_ok();
    if rows(command).any(|row| row.stages.contains(&stage) && may(row)) {
        return Ok(());
    }
    if rows(command).any(may) {
        fits(command, stage)?
    }
    Err(Refusal::NotPermitted)
}

/// Is it the text that waits, because somebody judges it?
fn is_frozen(command: Command, stage: Stage) -> bool {
    let judged = matches!(stage, Stage::GroupBallot | Stage::PrincipalsBallot | Stage::SupervisorReview);
    match command {
        Command::SaveText | Command::ImportText | Command::DeclareScope | Command::AttachFile | Command::RemoveFile => {
            judged || stage == Stage::Tabled
        }
        Command::FreezeVersion => judged,
        _ => false,
    }
}
