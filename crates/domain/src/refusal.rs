//! Every "no" of the domain: a closed list with stable codes. The sentence is made at the edge, in the reader's language.

use crate::stage::Missing;

/// Why a deed is refused. A refusal is an answer; a failure is something else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// No role of the viewer allows it.
    NotPermitted,
    /// It belongs to the other side.
    NotYourSide,
    /// The project does not stand where this can be done.
    WrongStage,
    /// The version or hash that was judged is no longer the newest.
    StaleVersion,
    /// Somebody changed the text in the meantime.
    StaleText,
    /// Freezing the same content again would say nothing.
    NothingChanged,
    /// No mandate is in force for this.
    NoMandate,
    /// Something must come first; the list says what, and whose turn it is.
    Missing(Vec<Missing>),
    /// An objection needs at least one point with what would resolve it.
    PointNeeded,
    /// A reason must be given.
    ReasonNeeded,
    /// The own open points contradict an approval.
    OwnPointOpen,
    /// This verdict is not known at this level.
    WrongVerdict,
    /// The same was already done by this side.
    AlreadyGiven,
    /// It has ended and cannot be changed.
    AlreadyEnded,
    /// The officer prepared this dossier.
    PreparerDecides,
    /// The officer wrote part of this version.
    AuthorDecides,
    /// Nobody has prepared the dossier, or it changed since.
    NotPrepared,
    /// The date must lie after today.
    DateNotAhead,
    /// The text is frozen while a ballot runs.
    Frozen,
    /// A project holds so many files and no more.
    TooManyFiles,
    /// A key needs the civilian scope affirmed with it.
    ScopeNotAffirmed,
    /// The item does not stand on the agenda that both sides agreed to.
    NotOnAgenda,
    /// An agenda holds so many items and no more.
    AgendaFull,
    /// The meeting does not stand where this can be done.
    WrongMeetingStage,
    /// Whoever it takes is not in the room.
    NotPresent,
    /// A delegation has no quorum in the room, so nothing is agreed.
    NoQuorum,
    /// A correction of the minutes waits for an answer.
    CorrectionOpen,
    /// The time to ask for corrections is over.
    CorrectionsOver,
    /// No other project of this code can be linked to.
    NoSuchProject,
    /// A successor follows one that was declined or withdrawn.
    NotEnded,
    /// The same link stands already.
    AlreadyLinked,
    /// An open point names the link.
    LinkNamed,
    /// A point about a linked project names a declared link.
    LinkNeeded,
}

impl Refusal {
    /// The stable code: the Fluent key is `refusal-` and this.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NotPermitted => "not-permitted",
            Self::NotYourSide => "not-your-side",
            Self::WrongStage => "wrong-stage",
            Self::StaleVersion => "stale-version",
            Self::StaleText => "stale-text",
            Self::NothingChanged => "nothing-changed",
            Self::NoMandate => "no-mandate",
            Self::Missing(_) => "missing",
            Self::PointNeeded => "point-needed",
            Self::ReasonNeeded => "reason-needed",
            Self::OwnPointOpen => "own-point-open",
            Self::WrongVerdict => "wrong-verdict",
            Self::AlreadyGiven => "already-given",
            Self::AlreadyEnded => "already-ended",
            Self::PreparerDecides => "preparer-decides",
            Self::AuthorDecides => "author-decides",
            Self::NotPrepared => "not-prepared",
            Self::DateNotAhead => "date-not-ahead",
            Self::Frozen => "frozen",
            Self::TooManyFiles => "too-many-files",
            Self::ScopeNotAffirmed => "scope-not-affirmed",
            Self::NotOnAgenda => "not-on-agenda",
            Self::AgendaFull => "agenda-full",
            Self::WrongMeetingStage => "wrong-meeting-stage",
            Self::NotPresent => "not-present",
            Self::NoQuorum => "no-quorum",
            Self::CorrectionOpen => "correction-open",
            Self::CorrectionsOver => "corrections-over",
            Self::NoSuchProject => "no-such-project",
            Self::NotEnded => "not-ended",
            Self::AlreadyLinked => "already-linked",
            Self::LinkNamed => "link-named",
            Self::LinkNeeded => "link-needed",
        }
    }

    /// Is it a conflict with what somebody else did meanwhile (409), rather than a plain no?
    #[must_use]
    pub const fn is_conflict(&self) -> bool {
        matches!(self, Self::StaleVersion | Self::StaleText | Self::AlreadyGiven | Self::AlreadyEnded | Self::AlreadyLinked)
    }
}
