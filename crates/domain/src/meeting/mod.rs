//! Meetings: what is agreed in the room becomes the record. Everything of a meeting is joint; the supervisor and the secretariat read it.
//!
//! A meeting is what its rows say: this module replays them ([`Meeting`]) and decides what may follow. Nothing is agreed without both
//! co-chairs on the same hash, and nothing while one delegation lacks its quorum.

pub mod action;
pub mod agenda;
pub mod assembled;
pub mod decision;
pub mod minutes;
pub mod room;
#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};

use self::action::{ActionEnd, ActionItem};
use self::agenda::Agenda;
use self::decision::{Decision, SpokenPosition, SpokenPositionEnd};
use self::minutes::{Correction, CorrectionAnswer, Minutes, Statement};
use self::room::{Attendee, Moment};
use crate::change::{Change, Command, Record};
use crate::id::{ConsentId, GroupId, MeetingId, Occasion, PersonId};
use crate::party::{Audience, Delegation, Party};
use crate::person::Role;
use crate::policy::{self, Action};
use crate::refusal::Refusal;
use crate::text::{Lang, Note};
use crate::time::Timestamp;
use crate::viewer::Viewer;

/// Where a meeting stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MeetingStage {
    /// Its agenda is being prepared.
    Planned,
    /// Both sides agreed to an agenda.
    AgendaAgreed,
    /// It is being held.
    Running,
    /// It is over; the minutes are a draft.
    Ended,
    /// Those who attended correct the minutes.
    Corrections,
    /// Both sides agreed to the minutes, which are locked.
    Recorded,
    /// It was called off.
    Cancelled,
}

impl MeetingStage {
    /// The code of rows and sentences.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::AgendaAgreed => "agenda_agreed",
            Self::Running => "running",
            Self::Ended => "ended",
            Self::Corrections => "corrections",
            Self::Recorded => "recorded",
            Self::Cancelled => "cancelled",
        }
    }

    /// Where it still lies ahead, and can be moved or called off.
    pub const AHEAD: &[Self] = &[Self::Planned, Self::AgendaAgreed];
    /// Where its agenda can still be written and agreed to.
    pub const WITH_AGENDA: &[Self] = &[Self::Planned, Self::AgendaAgreed, Self::Running];
    /// Where people come together: its console is open, and screens show it.
    pub const IN_ROOM: &[Self] = &[Self::AgendaAgreed, Self::Running];

    /// Does it still lie ahead?
    #[must_use]
    pub fn is_ahead(self) -> bool {
        Self::AHEAD.contains(&self)
    }

    /// Can its agenda still be written?
    #[must_use]
    pub fn takes_agenda(self) -> bool {
        Self::WITH_AGENDA.contains(&self)
    }

    /// Is its console open, and may screens show it?
    #[must_use]
    pub fn is_in_room(self) -> bool {
        Self::IN_ROOM.contains(&self)
    }

    /// Was it held, be it that it still is?
    #[must_use]
    pub const fn was_opened(self) -> bool {
        matches!(self, Self::Running | Self::Ended | Self::Corrections | Self::Recorded)
    }
}

/// A meeting as it was called.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MeetingStart {
    /// Its id.
    pub id: MeetingId,
    /// Of which working group.
    pub group_id: GroupId,
    /// Its number in the group, from 1.
    pub number: i64,
    /// Who called it.
    pub party: Party,
    /// Who called it.
    pub person_id: PersonId,
}

/// When and where; the newest one holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    /// Of which meeting.
    pub meeting_id: MeetingId,
    /// From 1; calendars are told by it that something changed.
    pub revision: i64,
    /// When it begins.
    pub starts_at: Timestamp,
    /// When it is to end.
    pub ends_at: Timestamp,
    /// The language of the place.
    pub lang: Lang,
    /// Where people meet.
    pub place: String,
    /// Where they meet from afar, `https://…`, or nothing.
    pub link: String,
    /// Who says so.
    pub person_id: PersonId,
}

/// A step from one stage to the next.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MeetingStep {
    /// Of which meeting.
    pub meeting_id: MeetingId,
    /// Its number, from 1.
    pub number: i64,
    /// From where.
    pub from_stage: MeetingStage,
    /// To where.
    pub to_stage: MeetingStage,
    /// By whom.
    pub person_id: PersonId,
    /// The language of the reason.
    pub lang: Option<Lang>,
    /// Why, where it was called off.
    pub reason: Option<String>,
}

/// What both co-chairs agree to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MeetingSubject {
    /// An agenda.
    Agenda,
    /// The wording of a decision.
    Decision,
    /// The minutes.
    Minutes,
    /// That the public reads the agreed minutes.
    Release,
}

impl MeetingSubject {
    /// The code of rows.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Agenda => "agenda",
            Self::Decision => "decision",
            Self::Minutes => "minutes",
            Self::Release => "release",
        }
    }
}

/// One side's yes to a hash.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MeetingConsent {
    /// Its id.
    pub id: ConsentId,
    /// In which meeting.
    pub meeting_id: MeetingId,
    /// To what kind of thing.
    pub subject: MeetingSubject,
    /// To what.
    pub subject_hash: String,
    /// Whose yes.
    pub party: Party,
    /// Given by whom.
    pub person_id: PersonId,
}

/// A yes that was pressed by mistake and taken back before the other side's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MeetingConsentEnd {
    /// Which one.
    pub consent_id: ConsentId,
    /// In which meeting.
    pub meeting_id: MeetingId,
    /// Whose.
    pub party: Party,
    /// Taken back by whom.
    pub person_id: PersonId,
}

/// A meeting with everything that was recorded of it, each list the oldest first.
#[derive(Clone, Debug)]
pub struct Meeting {
    /// How it was called.
    pub start: MeetingStart,
    /// When and where, as it stands now.
    pub plan: Plan,
    /// Its steps.
    pub steps: Vec<MeetingStep>,
    /// Every agenda that was written.
    pub agendas: Vec<Agenda>,
    /// The consents that stand.
    pub consents: Vec<MeetingConsent>,
    /// The consents that were taken back.
    pub taken_back: Vec<MeetingConsent>,
    /// Who came.
    pub attendees: Vec<Attendee>,
    /// What happened in the room, and when.
    pub moments: Vec<Moment>,
    /// Every wording that was proposed.
    pub decisions: Vec<Decision>,
    /// Positions that were spoken.
    pub spoken: Vec<SpokenPosition>,
    /// Those that were noted by mistake.
    pub unspoken: Vec<SpokenPositionEnd>,
    /// What somebody is to do: of this meeting.
    pub actions: Vec<ActionItem>,
    /// How such things ended.
    pub action_ends: Vec<ActionEnd>,
    /// What earlier meetings of the group left to do.
    pub backlog: Vec<ActionItem>,
    /// The minutes, each text of them.
    pub minutes: Vec<Minutes>,
    /// Since when those who attended correct them.
    pub circulated_at: Option<Timestamp>,
    /// What those who attended would change.
    pub corrections: Vec<Correction>,
    /// What became of that.
    pub answers: Vec<CorrectionAnswer>,
    /// What one side alone says for the record.
    pub statements: Vec<Statement>,
}

impl Meeting {
    /// Where it stands.
    #[must_use]
    pub fn stage(&self) -> MeetingStage {
        self.steps.last().map_or(MeetingStage::Planned, |step| step.to_stage)
    }

    /// Did this side say yes to this hash?
    #[must_use]
    pub fn consented(&self, subject: MeetingSubject, hash: &str, side: Delegation) -> bool {
        self.consents.iter().any(|one| one.subject == subject && one.subject_hash == hash && one.party == side.party())
    }

    /// Did both?
    #[must_use]
    pub fn joint(&self, subject: MeetingSubject, hash: &str) -> bool {
        Delegation::BOTH.into_iter().all(|side| self.consented(subject, hash, side))
    }

    pub(crate) fn at(&self, stages: &[MeetingStage]) -> Result<(), Refusal> {
        if stages.contains(&self.stage()) { Ok(()) } else { Err(Refusal::WrongMeetingStage) }
    }

    pub(crate) fn change(&self, viewer: &Viewer, command: Command, occasion: Occasion) -> Change {
        let change = Change::new(Audience::Joint, command, &viewer.person_id, viewer.party, occasion);
        change.about("meeting", self.start.id.as_str())
    }

    pub(crate) fn step(&self, viewer: &Viewer, to: MeetingStage, reason: Option<&Note>) -> Record {
        Record::MeetingStep(MeetingStep {
            meeting_id: self.start.id.clone(),
            number: i64::try_from(self.steps.len()).unwrap_or(i64::MAX).saturating_add(1),
            from_stage: self.stage(),
            to_stage: to,
            person_id: viewer.person_id.clone(),
            lang: reason.map(|reason| reason.lang),
            reason: reason.map(|reason| reason.text.clone()),
        })
    }

    /// The yes of the viewer's side, once.
    pub(crate) fn give(
        &self,
        viewer: &Viewer,
        subject: MeetingSubject,
        hash: &str,
        occasion: Occasion,
    ) -> Result<MeetingConsent, Refusal> {
        let side = viewer.delegation()?;
        if self.consented(subject, hash, side) {
            return Err(Refusal::AlreadyGiven);
        }
        Ok(MeetingConsent {
            id: occasion.branch(subject.code()).ids().fresh(),
            meeting_id: self.start.id.clone(),
            subject,
            subject_hash: hash.to_owned(),
            party: viewer.party,
            person_id: viewer.person_id.clone(),
        })
    }

    /// Is the other side's yes to this hash there already?
    pub(crate) fn other_said_yes(&self, viewer: &Viewer, subject: MeetingSubject, hash: &str) -> bool {
        viewer.delegation().is_ok_and(|side| self.consented(subject, hash, side.other()))
    }
}

/// May this viewer call meetings of a group and prepare them?
///
/// # Errors
/// [`Refusal::NotPermitted`].
pub fn may_prepare(viewer: &Viewer, group: &GroupId) -> Result<(), Refusal> {
    policy::decide(viewer, Action::PrepareMeeting, group)
}

/// May this viewer run the meeting: the co-chairs, the rapporteur whom the agenda names, or any member while it names none?
///
/// # Errors
/// [`Refusal::NotPermitted`].
pub fn may_run(viewer: &Viewer, meeting: &Meeting) -> Result<(), Refusal> {
    policy::decide(viewer, Action::RunMeeting, &meeting.start.group_id)?;
    let named = meeting.agenda_in_force().and_then(|agenda| agenda.content().rapporteur);
    let chair = viewer.holds(Role::CoChair, &meeting.start.group_id);
    match named {
        Some(person) if !chair && person != viewer.person_id => Err(Refusal::NotPermitted),
        _ => Ok(()),
    }
}

/// May this viewer say yes for their side?
///
/// # Errors
/// [`Refusal::NotPermitted`].
pub fn may_agree(viewer: &Viewer, group: &GroupId) -> Result<(), Refusal> {
    viewer.delegation()?;
    policy::decide(viewer, Action::AgreeJointly, group)
}

/// When and where somebody calls a meeting.
#[derive(Clone, Debug)]
pub struct When {
    /// When it begins.
    pub starts_at: Timestamp,
    /// When it is to end.
    pub ends_at: Timestamp,
    /// Where people meet.
    pub place: Note,
    /// Where they meet from afar.
    pub link: String,
}

impl When {
    fn ahead(&self, now: Timestamp) -> Result<(), Refusal> {
        if self.starts_at > now && self.ends_at > self.starts_at { Ok(()) } else { Err(Refusal::DateNotAhead) }
    }

    fn plan(&self, id: &MeetingId, revision: i64, person: &PersonId) -> Plan {
        Plan {
            meeting_id: id.clone(),
            revision,
            starts_at: self.starts_at,
            ends_at: self.ends_at,
            lang: self.place.lang,
            place: self.place.text.clone(),
            link: self.link.clone(),
            person_id: person.clone(),
        }
    }
}

/// Calls the next meeting of a group; `number` is the one that follows.
///
/// # Errors
/// [`Refusal::NotPermitted`], [`Refusal::DateNotAhead`].
pub fn plan(viewer: &Viewer, group: &GroupId, number: i64, when: &When, occasion: Occasion) -> Result<Change, Refusal> {
    may_prepare(viewer, group)?;
    when.ahead(occasion.at)?;
    let id: MeetingId = occasion.ids().fresh();
    let start = MeetingStart {
        id: id.clone(),
        group_id: group.clone(),
        number,
        party: viewer.party,
        person_id: viewer.person_id.clone(),
    };
    let change = Change::new(Audience::Joint, Command::PlanMeeting, &viewer.person_id, viewer.party, occasion);
    let change = change.about("meeting", id.as_str()).with(Record::MeetingStart(start));
    Ok(change.with(Record::Plan(when.plan(&id, 1, &viewer.person_id))))
}

/// Another time or place for a meeting that lies ahead.
///
/// # Errors
/// [`Refusal::NotPermitted`], [`Refusal::WrongMeetingStage`], [`Refusal::DateNotAhead`], [`Refusal::NothingChanged`].
pub fn change(meeting: &Meeting, viewer: &Viewer, when: &When, occasion: Occasion) -> Result<Change, Refusal> {
    may_prepare(viewer, &meeting.start.group_id)?;
    meeting.at(MeetingStage::AHEAD)?;
    when.ahead(occasion.at)?;
    let plan = when.plan(&meeting.start.id, meeting.plan.revision + 1, &viewer.person_id);
    if (Plan { revision: meeting.plan.revision, person_id: meeting.plan.person_id.clone(), ..plan.clone() }) == meeting.plan {
        return Err(Refusal::NothingChanged);
    }
    Ok(meeting.change(viewer, Command::ChangeMeeting, occasion).with(Record::Plan(plan)))
}

/// Calls a meeting off that has not begun.
///
/// # Errors
/// [`Refusal::NotPermitted`], [`Refusal::WrongMeetingStage`].
pub fn cancel(meeting: &Meeting, viewer: &Viewer, reason: &Note, occasion: Occasion) -> Result<Change, Refusal> {
    may_prepare(viewer, &meeting.start.group_id)?;
    meeting.at(MeetingStage::AHEAD)?;
    let step = meeting.step(viewer, MeetingStage::Cancelled, Some(reason));
    Ok(meeting.change(viewer, Command::CancelMeeting, occasion).with(step))
}
