//! Deciding in the room: a wording in three languages that both co-chairs agree to is the decision; a position that somebody speaks is
//! noted, and is none until whoever holds the mandate records it.

use serde::{Deserialize, Serialize};

use super::{Meeting, MeetingConsent, MeetingConsentEnd, MeetingStage, MeetingSubject, may_agree, may_run};
use crate::change::{Change, Command, Record};
use crate::id::{AgendaItemId, BallotId, DecisionId, MeetingId, Occasion, PersonId, ProjectId, SpokenPositionId, VersionId};
use crate::party::{Delegation, Party};
use crate::position::Verdict;
use crate::refusal::Refusal;
use crate::text::{self, Lang};
use crate::time::{Day, Holder};
use crate::viewer::Viewer;

/// A wording on the table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decision {
    /// Its id.
    pub id: DecisionId,
    /// In which meeting.
    pub meeting_id: MeetingId,
    /// On which item.
    pub item_id: AgendaItemId,
    /// From 1 on each item; a later one stands in the place of the one before unless that was agreed.
    pub number: i64,
    /// In English.
    pub text_en: String,
    /// In Hebrew.
    pub text_he: String,
    /// In Arabic.
    pub text_ar: String,
    /// About which version.
    pub version_id: Option<VersionId>,
    /// With which content hash.
    pub content_hash: Option<String>,
    /// The SHA-256 of meeting, item, words and content hash; both consents are to it.
    pub hash: String,
    /// Whose people wrote it.
    pub party: Party,
    /// Who wrote it.
    pub person_id: PersonId,
}

impl Decision {
    /// The words in a language.
    #[must_use]
    pub fn text(&self, lang: Lang) -> &str {
        lang.of([&self.text_en, &self.text_he, &self.text_ar])
    }
}

/// A position as it was spoken. It has no effect (I-23).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SpokenPosition {
    /// Its id.
    pub id: SpokenPositionId,
    /// In which meeting.
    pub meeting_id: MeetingId,
    /// On which item.
    pub item_id: AgendaItemId,
    /// Of which project.
    pub project_id: ProjectId,
    /// In which ballot, if one was open.
    pub ballot_id: Option<BallotId>,
    /// About which version.
    pub version_id: VersionId,
    /// With which content hash.
    pub content_hash: String,
    /// Whose.
    pub party: Party,
    /// What was said.
    pub verdict: Verdict,
    /// The language of the words.
    pub lang: Lang,
    /// The words, as far as they were noted.
    pub words: String,
    /// Who noted it.
    pub person_id: PersonId,
}

/// Within how many working days of its side a spoken position is recorded; else it falls away.
const RECORDED_WITHIN: u32 = 3;

impl SpokenPosition {
    /// The last day on which it can be recorded, if it was noted on this one.
    #[must_use]
    pub fn until(&self, noted: Day) -> Day {
        Holder::from(self.party).due(noted, RECORDED_WITHIN)
    }
}

/// A spoken position that was noted by mistake.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SpokenPositionEnd {
    /// Which one.
    pub spoken_position_id: SpokenPositionId,
    /// In which meeting.
    pub meeting_id: MeetingId,
    /// Who took it off.
    pub person_id: PersonId,
}

impl Meeting {
    /// The wording on the table for an item: the newest that is not agreed.
    #[must_use]
    pub fn proposed(&self, item: &AgendaItemId) -> Option<&Decision> {
        let newest = self.decisions.iter().rev().find(|one| one.item_id == *item)?;
        (!self.is_agreed(newest)).then_some(newest)
    }

    /// Did both co-chairs agree to these words?
    #[must_use]
    pub fn is_agreed(&self, decision: &Decision) -> bool {
        self.joint(MeetingSubject::Decision, &decision.hash)
    }

    /// What was decided on an item.
    pub fn decided<'meeting>(&'meeting self, item: &'meeting AgendaItemId) -> impl Iterator<Item = &'meeting Decision> {
        self.decisions.iter().filter(move |one| one.item_id == *item && self.is_agreed(one))
    }

    /// The positions spoken on an item that were not noted by mistake.
    pub fn spoken_on<'meeting>(&'meeting self, item: &'meeting AgendaItemId) -> impl Iterator<Item = &'meeting SpokenPosition> {
        let mistaken = |one: &SpokenPosition| self.unspoken.iter().any(|end| end.spoken_position_id == one.id);
        self.spoken.iter().filter(move |one| one.item_id == *item && !mistaken(one))
    }
}

/// Puts a wording on the table, in three languages.
///
/// # Errors
/// [`Refusal::NotPermitted`], [`Refusal::WrongMeetingStage`], [`Refusal::NotOnAgenda`], [`Refusal::NothingChanged`] for the words that lie
/// there.
pub fn propose(
    meeting: &Meeting,
    viewer: &Viewer,
    item: &AgendaItemId,
    [text_en, text_he, text_ar]: [String; 3],
    occasion: Occasion,
) -> Result<Change, Refusal> {
    may_run(viewer, meeting)?;
    meeting.at(&[MeetingStage::Running])?;
    let item = meeting.item(item)?;
    let words = serde_json::json!({"en": text_en, "he": text_he, "ar": text_ar});
    if meeting.proposed(&item.id).is_some_and(|one| [&one.text_en, &one.text_he, &one.text_ar] == [&text_en, &text_he, &text_ar])
    {
        return Err(Refusal::NothingChanged);
    }
    let number = meeting.decisions.iter().filter(|one| one.item_id == item.id).count();
    let number = i64::try_from(number).unwrap_or(i64::MAX).saturating_add(1);
    let (version_id, content_hash) = item.pin.map(|pin| (pin.version_id, pin.content_hash)).unzip();
    let whole = serde_json::json!({
        "format": "portal-decision-1", "meeting": meeting.start.id.as_str(), "item": item.id.as_str(), "number": number,
        "words": words, "content_hash": content_hash,
    });
    let decision = Decision {
        id: occasion.ids().fresh(),
        meeting_id: meeting.start.id.clone(),
        item_id: item.id,
        number,
        text_en,
        text_he,
        text_ar,
        version_id,
        content_hash,
        hash: text::hash(&crate::canonical::text(&whole)),
        party: viewer.party,
        person_id: viewer.person_id.clone(),
    };
    Ok(meeting.change(viewer, Command::ProposeWording, occasion).with(Record::Decision(decision)))
}

/// The co-chair's press on *agreed*; with the second one the words are the decision.
///
/// # Errors
/// [`Refusal::NotPermitted`], [`Refusal::WrongMeetingStage`], [`Refusal::StaleText`] where other words lie on the table,
/// [`Refusal::NoQuorum`], [`Refusal::AlreadyGiven`].
pub fn agree(meeting: &Meeting, viewer: &Viewer, hash: &str, occasion: Occasion) -> Result<Change, Refusal> {
    may_agree(viewer, &meeting.start.group_id)?;
    meeting.at(&[MeetingStage::Running])?;
    let decision = meeting.decisions.iter().find(|one| one.hash == hash).ok_or(Refusal::StaleText)?;
    if meeting.consented(MeetingSubject::Decision, hash, viewer.delegation()?) {
        return Err(Refusal::AlreadyGiven);
    }
    if meeting.proposed(&decision.item_id) != Some(decision) {
        return Err(Refusal::StaleText);
    }
    if !meeting.has_quorum() {
        return Err(Refusal::NoQuorum);
    }
    let consent = meeting.give(viewer, MeetingSubject::Decision, hash, occasion)?;
    Ok(meeting.change(viewer, Command::AgreeWording, occasion).with(Record::MeetingConsent(consent)))
}

/// Takes the own side's press back while the other side has not pressed.
///
/// # Errors
/// [`Refusal::NotPermitted`], [`Refusal::WrongMeetingStage`], [`Refusal::AlreadyEnded`] where there is none, or both pressed.
pub fn take_back(meeting: &Meeting, viewer: &Viewer, hash: &str, occasion: Occasion) -> Result<Change, Refusal> {
    may_agree(viewer, &meeting.start.group_id)?;
    meeting.at(&[MeetingStage::Running])?;
    let own =
        |one: &&MeetingConsent| one.subject == MeetingSubject::Decision && one.subject_hash == hash && one.party == viewer.party;
    let consent = meeting.consents.iter().find(own).ok_or(Refusal::AlreadyEnded)?;
    if meeting.joint(MeetingSubject::Decision, hash) {
        return Err(Refusal::AlreadyEnded);
    }
    let end = MeetingConsentEnd {
        consent_id: consent.id.clone(),
        meeting_id: meeting.start.id.clone(),
        party: viewer.party,
        person_id: viewer.person_id.clone(),
    };
    Ok(meeting.change(viewer, Command::TakeBackWording, occasion).with(Record::MeetingConsentEnd(end)))
}

/// What somebody heard a side say.
#[derive(Clone, Debug)]
pub struct Heard {
    /// Whose.
    pub side: Delegation,
    /// What.
    pub verdict: Verdict,
    /// In which words, if they matter.
    pub words: text::Note,
    /// The ballot that is open on the project.
    pub ballot_id: Option<BallotId>,
}

/// Notes what the sides said when the roll was called on an item that is pinned to a version: one side, or both in one entry.
///
/// # Errors
/// [`Refusal::NotPermitted`], [`Refusal::WrongMeetingStage`], [`Refusal::NotOnAgenda`] for an item without a version,
/// [`Refusal::NothingChanged`] where nobody said anything, [`Refusal::AlreadyGiven`] where one side is noted twice.
pub fn call_roll(
    meeting: &Meeting,
    viewer: &Viewer,
    item: &AgendaItemId,
    heard: &[Heard],
    occasion: Occasion,
) -> Result<Change, Refusal> {
    may_run(viewer, meeting)?;
    meeting.at(&[MeetingStage::Running])?;
    let item = meeting.item(item)?;
    let pin = item.pin.ok_or(Refusal::NotOnAgenda)?;
    match heard {
        [] => return Err(Refusal::NothingChanged),
        [_] => {}
        [one, other] if one.side != other.side => {}
        _ => return Err(Refusal::AlreadyGiven),
    }
    let spoken = heard.iter().map(|heard| {
        Record::SpokenPosition(SpokenPosition {
            id: occasion.branch(heard.side.party().code()).ids().fresh(),
            meeting_id: meeting.start.id.clone(),
            item_id: item.id.clone(),
            project_id: pin.project_id.clone(),
            ballot_id: heard.ballot_id.clone(),
            version_id: pin.version_id.clone(),
            content_hash: pin.content_hash.clone(),
            party: heard.side.party(),
            verdict: heard.verdict,
            lang: heard.words.lang,
            words: heard.words.text.clone(),
            person_id: viewer.person_id.clone(),
        })
    });
    Ok(meeting.change(viewer, Command::NotePosition, occasion).with_all(spoken))
}

/// Takes a position off that was noted by mistake.
///
/// # Errors
/// [`Refusal::NotPermitted`], [`Refusal::WrongMeetingStage`], [`Refusal::AlreadyEnded`].
pub fn drop_position(meeting: &Meeting, viewer: &Viewer, id: &SpokenPositionId, occasion: Occasion) -> Result<Change, Refusal> {
    may_run(viewer, meeting)?;
    meeting.at(&[MeetingStage::Running])?;
    let known = meeting.spoken.iter().any(|one| one.id == *id);
    if !known || meeting.unspoken.iter().any(|end| end.spoken_position_id == *id) {
        return Err(Refusal::AlreadyEnded);
    }
    let end = SpokenPositionEnd {
        spoken_position_id: id.clone(),
        meeting_id: meeting.start.id.clone(),
        person_id: viewer.person_id.clone(),
    };
    Ok(meeting.change(viewer, Command::DropPosition, occasion).with(Record::SpokenPositionEnd(end)))
}
