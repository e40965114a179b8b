//! A change: what one deed records. A rule returns a change or a refusal; the store records it as exactly one ledger entry
//! with all its rows, or not at all. No other path writes a row that the ledger covers (I-16).

use serde::{Deserialize, Serialize};

use crate::affirmation::Affirmation;
use crate::amendment::{Amendment, AmendmentEnd};
use crate::attachment::{Attachment, Removal};
use crate::ballot::{Closing, Opening};
use crate::condition::{Condition, Verification};
use crate::consent::{Consent, ConsentEnd};
use crate::edit::Edit;
use crate::extension::Extension;
use crate::formal_note::{Acknowledgement, FormalNote};
use crate::glossary::{Term, TermConsent, TermEnd};
use crate::id::{Occasion, PersonId, ProjectId, VersionId};
use crate::implementation::{ClosingNote, StopWork, StopWorkEnd};
use crate::link::{Link, LinkEnd};
use crate::matter::settle::{MatterConsent, MatterEnd, Resolution};
use crate::matter::{HandOver, MatterReply, MatterStart};
use crate::meeting::action::{ActionEnd, ActionItem};
use crate::meeting::agenda::Agenda;
use crate::meeting::decision::{Decision, SpokenPosition, SpokenPositionEnd};
use crate::meeting::minutes::{Correction, CorrectionAnswer, Minutes, Statement};
use crate::meeting::room::{Attendee, Moment};
use crate::meeting::{MeetingConsent, MeetingConsentEnd, MeetingStart, MeetingStep, Plan};
use crate::party::{Audience, Party};
use crate::person::{Letter, Mandate, MandateEnd, RoleEnd, RoleGrant, Suspension, SuspensionEnd};
use crate::point::{Answer, Point, PointEnd};
use crate::position::{Position, Withdrawal};
use crate::profile::ProfileSet;
use crate::project::{Creation, Scope, Step};
use crate::security::SecurityEvent;
use crate::sign_off::{Preparation, Revocation, SignOff};
use crate::summary::{Release, Retraction, Summary};
use crate::thread::{Anchor, Mention, MessageEnd, MessageFile, MessageStart, Reply, Settling, ThreadStart, Wording};
use crate::time::Timestamp;
use crate::translation::Mark;
use crate::version::Version;

/// What was done, as the ledger names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each name is the deed itself; the sentences stand in history.ftl")]
pub enum Command {
    GrantRole,
    GrantMandate,
    StartProject,
    SaveText,
    ImportText,
    DeclareScope,
    AttachFile,
    RemoveFile,
    ConsentTabling,
    TableProject,
    TakeUp,
    SendBack,
    FreezeVersion,
    MarkReviewed,
    AgreeTranslation,
    ProposeAmendment,
    AcceptAmendment,
    EndAmendment,
    DeclareLink,
    TakeBackLink,
    ConsentBallot,
    RecallBallot,
    RecordPosition,
    AnswerPoint,
    ClosePoint,
    AcceptCondition,
    VerifyCondition,
    PrepareDossier,
    ExtendReview,
    SignOff,
    RevokeSignOff,
    WithdrawApproval,
    ConsentStart,
    ConsentCompletion,
    ConsentClosing,
    TakeBackConsent,
    ReturnToDiscussion,
    StopWork,
    LiftStopWork,
    WithdrawProject,
    LapseProject,
    ExpireSignOff,
    ReopenProject,
    WriteSummary,
    ConsentSummary,
    RetractSummary,
    OpenThread,
    PostMessage,
    EditMessage,
    TakeBackMessage,
    AttachToMessage,
    ResolveThread,
    ReopenThread,
    ProposeTerm,
    ConsentTerm,
    EndTerm,
    SendNote,
    AcknowledgeNote,
    PlanMeeting,
    ChangeMeeting,
    CancelMeeting,
    WriteAgenda,
    ConsentAgenda,
    OpenMeeting,
    NoteRoom,
    ProposeWording,
    AgreeWording,
    TakeBackWording,
    NotePosition,
    DropPosition,
    AddAction,
    EndAction,
    EndMeeting,
    CirculateMinutes,
    CorrectMinutes,
    AnswerCorrection,
    ConsentMinutes,
    ReleaseMinutes,
    FileStatement,
    RaiseMatter,
    ReplyMatter,
    HandOverMatter,
    ProposeResolution,
    AgreeResolution,
    WithdrawMatter,
    SignIn,
    SignInRefused,
    SignOut,
    SetPassword,
    AddFactor,
    RemoveFactor,
    UseRecoveryCode,
    EndSessions,
    MakeLink,
    RefuseDeed,
    SuspendPerson,
    ReinstatePerson,
    EndRole,
    EndMandate,
    SetProfile,
}

impl Command {
    /// Every command, so that a test finds the one without a sentence.
    pub const ALL: [Self; 100] = [
        Self::GrantRole,
        Self::GrantMandate,
        Self::StartProject,
        Self::SaveText,
        Self::ImportText,
        Self::DeclareScope,
        Self::AttachFile,
        Self::RemoveFile,
        Self::ConsentTabling,
        Self::TableProject,
        Self::TakeUp,
        Self::SendBack,
        Self::FreezeVersion,
        Self::MarkReviewed,
        Self::AgreeTranslation,
        Self::ProposeAmendment,
        Self::AcceptAmendment,
        Self::EndAmendment,
        Self::DeclareLink,
        Self::TakeBackLink,
        Self::ConsentBallot,
        Self::RecallBallot,
        Self::RecordPosition,
        Self::AnswerPoint,
        Self::ClosePoint,
        Self::AcceptCondition,
        Self::VerifyCondition,
        Self::PrepareDossier,
        Self::ExtendReview,
        Self::SignOff,
        Self::RevokeSignOff,
        Self::WithdrawApproval,
        Self::ConsentStart,
        Self::ConsentCompletion,
        Self::ConsentClosing,
        Self::TakeBackConsent,
        Self::ReturnToDiscussion,
        Self::StopWork,
        Self::LiftStopWork,
        Self::WithdrawProject,
        Self::LapseProject,
        Self::ExpireSignOff,
        Self::ReopenProject,
        Self::WriteSummary,
        Self::ConsentSummary,
        Self::RetractSummary,
        Self::OpenThread,
        Self::PostMessage,
        Self::EditMessage,
        Self::TakeBackMessage,
        Self::AttachToMessage,
        Self::ResolveThread,
        Self::ReopenThread,
        Self::ProposeTerm,
        Self::ConsentTerm,
        Self::EndTerm,
        Self::SendNote,
        Self::AcknowledgeNote,
        Self::PlanMeeting,
        Self::ChangeMeeting,
        Self::CancelMeeting,
        Self::WriteAgenda,
        Self::ConsentAgenda,
        Self::OpenMeeting,
        Self::NoteRoom,
        Self::ProposeWording,
        Self::AgreeWording,
        Self::TakeBackWording,
        Self::NotePosition,
        Self::DropPosition,
        Self::AddAction,
        Self::EndAction,
        Self::EndMeeting,
        Self::CirculateMinutes,
        Self::CorrectMinutes,
        Self::AnswerCorrection,
        Self::ConsentMinutes,
        Self::ReleaseMinutes,
        Self::FileStatement,
        Self::RaiseMatter,
        Self::ReplyMatter,
        Self::HandOverMatter,
        Self::ProposeResolution,
        Self::AgreeResolution,
        Self::WithdrawMatter,
        Self::SignIn,
        Self::SignInRefused,
        Self::SignOut,
        Self::SetPassword,
        Self::AddFactor,
        Self::RemoveFactor,
        Self::UseRecoveryCode,
        Self::EndSessions,
        Self::MakeLink,
        Self::RefuseDeed,
        Self::SuspendPerson,
        Self::ReinstatePerson,
        Self::EndRole,
        Self::EndMandate,
        Self::SetProfile,
    ];

    /// The code as it stands in the ledger: the name in snake case.
    #[must_use]
    pub fn code(self) -> String {
        serde_json::to_value(self).ok().and_then(|value| value.as_str().map(str::to_owned)).unwrap_or_default()
    }
}

/// One row that a change records. Rows are immutable; the project's stage and a ballot's end follow from them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each variant is documented where its type stands")]
pub enum Record {
    RoleGrant(RoleGrant),
    Mandate(Mandate),
    Letter(Letter),
    ProfileSet(ProfileSet),
    Creation(Creation),
    Step(Step),
    Edit(Edit),
    Scope(Scope),
    Attachment(Attachment),
    Removal(Removal),
    Version(Version),
    Mark(Mark),
    Amendment(Amendment),
    AmendmentEnd(AmendmentEnd),
    Link(Link),
    LinkEnd(LinkEnd),
    Consent(Consent),
    ConsentEnd(ConsentEnd),
    Affirmation(Affirmation),
    ClosingNote(ClosingNote),
    Opening(Opening),
    Closing(Closing),
    Position(Position),
    Withdrawal(Withdrawal),
    Point(Point),
    Answer(Answer),
    PointEnd(PointEnd),
    Condition(Condition),
    Verification(Verification),
    Preparation(Preparation),
    Extension(Extension),
    SignOff(SignOff),
    Authorisation(crate::authorisation::Authorisation),
    Revocation(Revocation),
    StopWork(StopWork),
    StopWorkEnd(StopWorkEnd),
    Summary(Summary),
    Release(Release),
    Retraction(Retraction),
    ThreadStart(ThreadStart),
    Anchor(Anchor),
    Settling(Settling),
    MessageStart(MessageStart),
    Wording(Wording),
    Reply(Reply),
    Mention(Mention),
    MessageFile(MessageFile),
    MessageEnd(MessageEnd),
    Term(Term),
    TermConsent(TermConsent),
    TermEnd(TermEnd),
    FormalNote(FormalNote),
    Acknowledgement(Acknowledgement),
    MeetingStart(MeetingStart),
    Plan(Plan),
    MeetingStep(MeetingStep),
    Agenda(Agenda),
    MeetingConsent(MeetingConsent),
    MeetingConsentEnd(MeetingConsentEnd),
    Attendee(Attendee),
    Moment(Moment),
    Decision(Decision),
    SpokenPosition(SpokenPosition),
    SpokenPositionEnd(SpokenPositionEnd),
    ActionItem(ActionItem),
    ActionEnd(ActionEnd),
    Minutes(Minutes),
    Correction(Correction),
    CorrectionAnswer(CorrectionAnswer),
    Statement(Statement),
    MatterStart(MatterStart),
    MatterReply(MatterReply),
    HandOver(HandOver),
    Resolution(Resolution),
    MatterConsent(MatterConsent),
    MatterEnd(MatterEnd),
    MandateEnd(MandateEnd),
    RoleEnd(RoleEnd),
    Suspension(Suspension),
    SuspensionEnd(SuspensionEnd),
    SecurityEvent(SecurityEvent),
}

/// What one deed records: one entry and its rows, in the order in which they are written.
#[derive(Clone, Debug)]
pub struct Change {
    /// The ledger it belongs to.
    pub ledger: Audience,
    /// What was done.
    pub command: Command,
    /// By whom.
    pub person_id: PersonId,
    /// For which party.
    pub party: Party,
    /// When.
    pub at: Timestamp,
    /// The kind of thing it was done to.
    pub subject: &'static str,
    /// Which one.
    pub subject_id: String,
    /// In which project.
    pub project_id: Option<ProjectId>,
    /// To which version.
    pub version_id: Option<VersionId>,
    /// With which content hash.
    pub content_hash: Option<String>,
    /// The rows.
    pub records: Vec<Record>,
    /// Time and seed, from which the store derives the entry's id and salt.
    pub occasion: Occasion,
}

impl Change {
    /// A change without rows yet.
    #[must_use]
    pub fn new(ledger: Audience, command: Command, person_id: &PersonId, party: Party, occasion: Occasion) -> Self {
        Self {
            ledger,
            command,
            person_id: person_id.clone(),
            party,
            at: occasion.at,
            subject: "project",
            subject_id: String::new(),
            project_id: None,
            version_id: None,
            content_hash: None,
            records: Vec::new(),
            occasion,
        }
    }

    /// Names what it was done to.
    #[must_use]
    pub fn about(mut self, subject: &'static str, id: &str) -> Self {
        self.subject = subject;
        id.clone_into(&mut self.subject_id);
        self
    }

    /// Names the project.
    #[must_use]
    pub fn of_project(mut self, id: &ProjectId) -> Self {
        self.project_id = Some(id.clone());
        self
    }

    /// Names the version that was judged, by id and hash (I-3).
    #[must_use]
    pub fn of_version(mut self, id: &VersionId, hash: &str) -> Self {
        self.version_id = Some(id.clone());
        self.content_hash = Some(hash.to_owned());
        self
    }

    /// Adds a row.
    #[must_use]
    pub fn with(mut self, record: Record) -> Self {
        self.records.push(record);
        self
    }

    /// Adds rows.
    #[must_use]
    pub fn with_all(mut self, records: impl IntoIterator<Item = Record>) -> Self {
        self.records.extend(records);
        self
    }
}
