//! The agenda: one text with its hash, to which both sides agree. Whoever adds, takes out or moves an item writes the next one, and both
//! must agree again; until then the one that both agreed to is in force.

use serde::{Deserialize, Serialize};

use super::{Meeting, MeetingStage, MeetingSubject, may_agree, may_prepare};
use crate::canonical;
use crate::change::{Change, Command, Record};
use crate::id::{ActionItemId, AgendaItemId, MatterId, MeetingId, Occasion, PersonId, ProjectId, VersionId};
use crate::party::Party;
use crate::refusal::Refusal;
use crate::text::{self, Lang, Trilingual};
use crate::viewer::Viewer;

/// Items of an agenda at most.
pub const ITEMS: usize = 40;
/// Minutes of an item at most.
pub const LONGEST: i64 = 480;

/// To which version an item is pinned.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pin {
    /// The project.
    pub project_id: ProjectId,
    /// Its code.
    pub code: String,
    /// The version.
    pub version_id: VersionId,
    /// Its number.
    pub number: i64,
    /// Its content hash.
    pub content_hash: String,
}

/// To which matter an item is pinned.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MatterPin {
    /// The matter.
    pub matter_id: MatterId,
    /// Its number in the group.
    pub number: i64,
    /// The language of its title.
    pub lang: Lang,
    /// What it is about.
    pub title: String,
}

/// One item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Item {
    /// Its id, which it keeps through later agendas.
    pub id: AgendaItemId,
    /// What is to be talked about, in at least one language.
    pub titles: Trilingual,
    /// For how many minutes.
    pub minutes: i64,
    /// About which version.
    pub pin: Option<Pin>,
    /// About which matter; agendas from before there were matters name none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub matter: Option<MatterPin>,
    /// What an earlier meeting left to do.
    pub carried: Option<ActionItemId>,
}

impl Item {
    /// What is to be talked about, in this language where somebody wrote it, and the language that it is.
    #[must_use]
    pub fn title(&self, lang: Lang) -> (Lang, &str) {
        let found = self.titles.get_key_value(&lang).or_else(|| self.titles.iter().next());
        found.map_or((lang, ""), |(of, title)| (*of, title.as_str()))
    }
}

/// What an agenda says.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Content {
    /// Its items, in order.
    pub items: Vec<Item>,
    /// Who keeps the record of the meeting.
    pub rapporteur: Option<PersonId>,
}

/// An agenda as it was written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agenda {
    /// Of which meeting.
    pub meeting_id: MeetingId,
    /// From 1.
    pub revision: i64,
    /// The canonical JSON of its [`Content`].
    pub content: String,
    /// The SHA-256 of meeting and content.
    pub hash: String,
    /// Whose people wrote it.
    pub party: Party,
    /// Who wrote it.
    pub person_id: PersonId,
}

impl Agenda {
    /// What it says; nothing for a row that no rule wrote.
    #[must_use]
    pub fn content(&self) -> Content {
        serde_json::from_str(&self.content).unwrap_or_default()
    }
}

impl Meeting {
    /// The newest agenda.
    #[must_use]
    pub fn agenda(&self) -> Option<&Agenda> {
        self.agendas.last()
    }

    /// The newest one to which both sides agreed.
    #[must_use]
    pub fn agenda_in_force(&self) -> Option<&Agenda> {
        self.agendas.iter().rev().find(|agenda| self.joint(MeetingSubject::Agenda, &agenda.hash))
    }

    /// The items of the agenda in force, or of the newest while there is none.
    #[must_use]
    pub fn items(&self) -> Vec<Item> {
        self.agenda_in_force().or(self.agenda()).map(|agenda| agenda.content().items).unwrap_or_default()
    }

    /// The item with this id on the agenda in force.
    ///
    /// # Errors
    /// [`Refusal::NotOnAgenda`].
    pub(crate) fn item(&self, id: &AgendaItemId) -> Result<Item, Refusal> {
        let items = self.agenda_in_force().map(|agenda| agenda.content().items).unwrap_or_default();
        items.into_iter().find(|item| item.id == *id).ok_or(Refusal::NotOnAgenda)
    }
}

/// One change to an agenda.
#[derive(Clone, Debug)]
pub enum Edit {
    /// Another item at the end; its id is given by the rule.
    Add {
        /// Its title, in at least one language.
        titles: Trilingual,
        /// Its minutes.
        minutes: i64,
        /// Its version.
        pin: Option<Pin>,
        /// Its matter.
        matter: Option<MatterPin>,
        /// What it carries on.
        carried: Option<ActionItemId>,
    },
    /// An item less.
    Remove(AgendaItemId),
    /// An item one place earlier.
    Earlier(AgendaItemId),
    /// An item one place later.
    Later(AgendaItemId),
    /// An item's version is the newest again.
    Pin(AgendaItemId, Pin),
    /// Who keeps the record.
    Rapporteur(Option<PersonId>),
}

fn place(items: &[Item], id: &AgendaItemId) -> Result<usize, Refusal> {
    items.iter().position(|item| item.id == *id).ok_or(Refusal::NotOnAgenda)
}

fn edited(mut content: Content, edit: Edit, occasion: Occasion) -> Result<Content, Refusal> {
    let items = &mut content.items;
    match edit {
        Edit::Add { titles, minutes, pin, matter, carried } => {
            if items.len() >= ITEMS {
                return Err(Refusal::AgendaFull);
            }
            let id = occasion.branch("item").ids().fresh();
            items.push(Item { id, titles, minutes: minutes.clamp(1, LONGEST), pin, matter, carried });
        }
        Edit::Remove(id) => {
            items.remove(place(items, &id)?);
        }
        Edit::Earlier(id) => {
            let from = place(items, &id)?;
            items.swap(from, from.saturating_sub(1));
        }
        Edit::Later(id) => {
            let from = place(items, &id)?;
            let to = (from + 1).min(items.len() - 1);
            items.swap(from, to);
        }
        Edit::Pin(id, pin) => {
            let at = place(items, &id)?;
            if let Some(item) = items.get_mut(at) {
                item.pin = Some(pin);
            }
        }
        Edit::Rapporteur(person) => content.rapporteur = person,
    }
    Ok(content)
}

/// Writes the next agenda. `base` is the revision that was looked at; 0 while there is none.
///
/// # Errors
/// [`Refusal::NotPermitted`], [`Refusal::WrongMeetingStage`], [`Refusal::StaleText`] where somebody else wrote one meanwhile,
/// [`Refusal::NotOnAgenda`], [`Refusal::NothingChanged`]; while the meeting runs, an item that was opened stays.
pub fn write(meeting: &Meeting, viewer: &Viewer, base: i64, edit: Edit, occasion: Occasion) -> Result<Change, Refusal> {
    may_prepare(viewer, &meeting.start.group_id)?;
    meeting.at(MeetingStage::WITH_AGENDA)?;
    let now = meeting.agenda();
    if now.map_or(0, |agenda| agenda.revision) != base {
        return Err(Refusal::StaleText);
    }
    if let Edit::Remove(id) = &edit
        && meeting.moments.iter().any(|moment| moment.item_id.as_ref() == Some(id))
    {
        return Err(Refusal::AlreadyGiven);
    }
    let before = now.map(Agenda::content).unwrap_or_default();
    let content = edited(before.clone(), edit, occasion)?;
    if content == before {
        return Err(Refusal::NothingChanged);
    }
    let content = canonical::of(&content);
    let whole = serde_json::json!({"format": "portal-agenda-1", "meeting": meeting.start.id.as_str(), "revision": base + 1, "content": content});
    let agenda = Agenda {
        meeting_id: meeting.start.id.clone(),
        revision: base + 1,
        hash: text::hash(&canonical::text(&whole)),
        content,
        party: viewer.party,
        person_id: viewer.person_id.clone(),
    };
    Ok(meeting.change(viewer, Command::WriteAgenda, occasion).with(Record::Agenda(agenda)))
}

/// Says yes to the newest agenda for the viewer's side; with the second yes it is in force.
///
/// # Errors
/// [`Refusal::NotPermitted`], [`Refusal::WrongMeetingStage`], [`Refusal::StaleText`] where it is not the newest any more,
/// [`Refusal::NotOnAgenda`] for an empty one, [`Refusal::AlreadyGiven`].
pub fn agree(meeting: &Meeting, viewer: &Viewer, hash: &str, occasion: Occasion) -> Result<Change, Refusal> {
    may_agree(viewer, &meeting.start.group_id)?;
    meeting.at(MeetingStage::WITH_AGENDA)?;
    let agenda = meeting.agenda().filter(|agenda| agenda.hash == hash).ok_or(Refusal::StaleText)?;
    if agenda.content().items.is_empty() {
        return Err(Refusal::NotOnAgenda);
    }
    let consent = meeting.give(viewer, MeetingSubject::Agenda, hash, occasion)?;
    let mut change = meeting.change(viewer, Command::ConsentAgenda, occasion).with(Record::MeetingConsent(consent));
    if meeting.stage() == MeetingStage::Planned && meeting.other_said_yes(viewer, MeetingSubject::Agenda, hash) {
        change = change.with(meeting.step(viewer, MeetingStage::AgendaAgreed, None));
    }
    Ok(change)
}
