//! Minutes: put together from what was recorded, with nothing typed again. Those who attended correct them, both sides agree to one hash,
//! and then they are locked. What one side alone wants to have said is its statement; nobody else edits, delays or blocks it.

use serde::{Deserialize, Serialize};

use super::{Meeting, MeetingStage, MeetingSubject, may_agree, may_run};
use crate::change::{Change, Command, Record};
use crate::id::{AgendaItemId, CorrectionId, MeetingId, Occasion, PersonId, StatementId};
use crate::party::Party;
use crate::policy::{self, Action};
use crate::refusal::Refusal;
use crate::text::{self, Lang, Note};
use crate::time::{Day, Holder, Timestamp};
use crate::viewer::Viewer;

/// Within how many working days of both those who attended ask for corrections.
pub const CORRECTED_WITHIN: u32 = 5;
/// Within how many working days of both they agree.
pub const AGREED_WITHIN: u32 = 10;

/// A text of the minutes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Minutes {
    /// Of which meeting.
    pub meeting_id: MeetingId,
    /// From 1.
    pub revision: i64,
    /// The canonical JSON of everything they hold.
    pub content: String,
    /// Its SHA-256.
    pub hash: String,
    /// Who put them together.
    pub person_id: PersonId,
}

/// What somebody who attended would change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Correction {
    /// Its id.
    pub id: CorrectionId,
    /// Of which meeting.
    pub meeting_id: MeetingId,
    /// On which item; none for the whole.
    pub item_id: Option<AgendaItemId>,
    /// The language of the words.
    pub lang: Lang,
    /// What the minutes should say.
    pub text: String,
    /// Whose.
    pub party: Party,
    /// Who asks for it.
    pub person_id: PersonId,
}

/// What became of a correction.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CorrectionAnswer {
    /// Of which one.
    pub correction_id: CorrectionId,
    /// In which meeting.
    pub meeting_id: MeetingId,
    /// Was it taken in?
    pub outcome: CorrectionOutcome,
    /// Who decided.
    pub person_id: PersonId,
}

/// What becomes of a correction.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CorrectionOutcome {
    /// It stands in the minutes.
    Taken,
    /// It does not; its side can file a statement.
    Left,
}

impl CorrectionOutcome {
    /// The code of rows and forms.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Taken => "taken",
            Self::Left => "left",
        }
    }

    /// The outcome with this code.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        [Self::Taken, Self::Left].into_iter().find(|one| one.code() == code)
    }
}

/// What one side alone says for the record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Statement {
    /// Its id.
    pub id: StatementId,
    /// On which meeting.
    pub meeting_id: MeetingId,
    /// The hash of the decision or the minutes that it speaks of; none for the meeting.
    pub about_hash: Option<String>,
    /// Whose.
    pub party: Party,
    /// The language of the words.
    pub lang: Lang,
    /// The words.
    pub text: String,
    /// Who signed it.
    pub person_id: PersonId,
}

impl Meeting {
    /// The newest text of the minutes.
    #[must_use]
    pub fn newest_minutes(&self) -> Option<&Minutes> {
        self.minutes.last()
    }

    /// What became of a correction, if anything.
    #[must_use]
    pub fn answer_to(&self, correction: &Correction) -> Option<CorrectionOutcome> {
        self.answers.iter().find(|one| one.correction_id == correction.id).map(|one| one.outcome)
    }

    /// The last day to ask for corrections; `day` tells the civil day of a moment in the holder's capital.
    pub fn corrected_until(&self, day: impl Fn(Holder, Timestamp) -> Day) -> Option<Day> {
        self.circulated_at.map(|since| Holder::Both.due(day(Holder::Both, since), CORRECTED_WITHIN))
    }

    /// The last day of both sides to agree, before others further up are asked.
    pub fn agreed_until(&self, day: impl Fn(Holder, Timestamp) -> Day) -> Option<Day> {
        self.circulated_at.map(|since| Holder::Both.due(day(Holder::Both, since), AGREED_WITHIN))
    }

    /// Did this person attend?
    #[must_use]
    pub fn attended(&self, person: &PersonId) -> bool {
        self.attendees.iter().any(|one| one.person_id.as_ref() == Some(person))
    }

    fn next_minutes(&self, viewer: &Viewer, answered: &[CorrectionAnswer]) -> Record {
        let content = self.assembled(answered);
        Record::Minutes(Minutes {
            meeting_id: self.start.id.clone(),
            revision: self.newest_minutes().map_or(0, |newest| newest.revision) + 1,
            hash: text::hash(&content),
            content,
            person_id: viewer.person_id.clone(),
        })
    }
}

/// Puts the minutes together and asks those who attended for corrections.
///
/// # Errors
/// [`Refusal::NotPermitted`], [`Refusal::WrongMeetingStage`].
pub fn circulate(meeting: &Meeting, viewer: &Viewer, occasion: Occasion) -> Result<Change, Refusal> {
    may_run(viewer, meeting)?;
    meeting.at(&[MeetingStage::Ended])?;
    let change = meeting.change(viewer, Command::CirculateMinutes, occasion);
    Ok(change.with(meeting.next_minutes(viewer, &[])).with(meeting.step(viewer, MeetingStage::Corrections, None)))
}

/// Asks for a correction: whoever attended, while there is time.
///
/// # Errors
/// [`Refusal::NotPermitted`], [`Refusal::WrongMeetingStage`], [`Refusal::CorrectionsOver`].
pub fn correct(
    meeting: &Meeting,
    viewer: &Viewer,
    item: Option<AgendaItemId>,
    words: &Note,
    day: impl Fn(Holder, Timestamp) -> Day,
    occasion: Occasion,
) -> Result<Change, Refusal> {
    policy::decide(viewer, Action::ReadJoint, &meeting.start.group_id)?;
    if !meeting.attended(&viewer.person_id) {
        return Err(Refusal::NotPermitted);
    }
    meeting.at(&[MeetingStage::Corrections])?;
    if meeting.corrected_until(&day).is_none_or(|last| day(Holder::Both, occasion.at) > last) {
        return Err(Refusal::CorrectionsOver);
    }
    if let Some(item) = &item {
        meeting.item(item)?;
    }
    let correction = Correction {
        id: occasion.ids().fresh(),
        meeting_id: meeting.start.id.clone(),
        item_id: item,
        lang: words.lang,
        text: words.text.clone(),
        party: viewer.party,
        person_id: viewer.person_id.clone(),
    };
    Ok(meeting.change(viewer, Command::CorrectMinutes, occasion).with(Record::Correction(correction)))
}

/// Takes a correction in, which makes a new text of the minutes, or leaves it.
///
/// # Errors
/// [`Refusal::NotPermitted`], [`Refusal::WrongMeetingStage`], [`Refusal::AlreadyEnded`].
pub fn answer(
    meeting: &Meeting,
    viewer: &Viewer,
    id: &CorrectionId,
    outcome: CorrectionOutcome,
    occasion: Occasion,
) -> Result<Change, Refusal> {
    may_run(viewer, meeting)?;
    meeting.at(&[MeetingStage::Corrections])?;
    let correction = meeting.corrections.iter().find(|one| one.id == *id).ok_or(Refusal::AlreadyEnded)?;
    if meeting.answer_to(correction).is_some() {
        return Err(Refusal::AlreadyEnded);
    }
    let given = CorrectionAnswer {
        correction_id: id.clone(),
        meeting_id: meeting.start.id.clone(),
        outcome,
        person_id: viewer.person_id.clone(),
    };
    let change = meeting.change(viewer, Command::AnswerCorrection, occasion).with(Record::CorrectionAnswer(given.clone()));
    if outcome == CorrectionOutcome::Left {
        return Ok(change);
    }
    let answered: Vec<_> = meeting.answers.iter().cloned().chain([given]).collect();
    Ok(change.with(meeting.next_minutes(viewer, &answered)))
}

/// Says yes to the newest minutes for the viewer's side; with the second yes they are locked.
///
/// # Errors
/// [`Refusal::NotPermitted`], [`Refusal::WrongMeetingStage`], [`Refusal::StaleText`], [`Refusal::CorrectionOpen`],
/// [`Refusal::AlreadyGiven`].
pub fn agree(meeting: &Meeting, viewer: &Viewer, hash: &str, occasion: Occasion) -> Result<Change, Refusal> {
    may_agree(viewer, &meeting.start.group_id)?;
    meeting.at(&[MeetingStage::Corrections])?;
    meeting.newest_minutes().filter(|minutes| minutes.hash == hash).ok_or(Refusal::StaleText)?;
    if meeting.corrections.iter().any(|one| meeting.answer_to(one).is_none()) {
        return Err(Refusal::CorrectionOpen);
    }
    let consent = meeting.give(viewer, MeetingSubject::Minutes, hash, occasion)?;
    let mut change = meeting.change(viewer, Command::ConsentMinutes, occasion).with(Record::MeetingConsent(consent));
    if meeting.other_said_yes(viewer, MeetingSubject::Minutes, hash) {
        change = change.with(meeting.step(viewer, MeetingStage::Recorded, None));
    }
    Ok(change)
}

/// Says yes for the viewer's side that the public may read the agreed minutes: a head of delegation.
///
/// # Errors
/// [`Refusal::NotPermitted`], [`Refusal::WrongMeetingStage`], [`Refusal::StaleText`], [`Refusal::AlreadyGiven`].
pub fn release(meeting: &Meeting, viewer: &Viewer, hash: &str, occasion: Occasion) -> Result<Change, Refusal> {
    policy::decide(viewer, Action::Conclude, &meeting.start.group_id)?;
    meeting.at(&[MeetingStage::Recorded])?;
    meeting.newest_minutes().filter(|minutes| minutes.hash == hash).ok_or(Refusal::StaleText)?;
    let consent = meeting.give(viewer, MeetingSubject::Release, hash, occasion)?;
    Ok(meeting.change(viewer, Command::ReleaseMinutes, occasion).with(Record::MeetingConsent(consent)))
}

/// Files a statement of the viewer's own side, on the meeting or on a decision or minutes with this hash.
///
/// # Errors
/// [`Refusal::NotPermitted`], [`Refusal::WrongMeetingStage`], [`Refusal::StaleText`] for a hash that this meeting does not have.
pub fn state(
    meeting: &Meeting,
    viewer: &Viewer,
    about: Option<&str>,
    words: &Note,
    occasion: Occasion,
) -> Result<Change, Refusal> {
    policy::decide(viewer, Action::FileStatement, &meeting.start.group_id)?;
    if !meeting.stage().was_opened() {
        return Err(Refusal::WrongMeetingStage);
    }
    let known =
        |hash: &str| meeting.decisions.iter().any(|one| one.hash == hash) || meeting.minutes.iter().any(|one| one.hash == hash);
    if about.is_some_and(|hash| !known(hash)) {
        return Err(Refusal::StaleText);
    }
    let statement = Statement {
        id: occasion.ids().fresh(),
        meeting_id: meeting.start.id.clone(),
        about_hash: about.map(str::to_owned),
        party: viewer.party,
        lang: words.lang,
        text: words.text.clone(),
        person_id: viewer.person_id.clone(),
    };
    Ok(meeting.change(viewer, Command::FileStatement, occasion).with(Record::Statement(statement)))
}
