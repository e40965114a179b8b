//! Action items: what somebody is to do until a day. They stand on every next agenda of the group until they are closed.

use serde::{Deserialize, Serialize};

use super::{Meeting, MeetingStage, may_run};
use crate::change::{Change, Command, Record};
use crate::id::{ActionItemId, AgendaItemId, GroupId, MeetingId, Occasion, PersonId};
use crate::party::{Audience, Party};
use crate::policy::{self, Action};
use crate::refusal::Refusal;
use crate::text::{Lang, Note};
use crate::time::Day;
use crate::viewer::Viewer;

/// What somebody is to do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActionItem {
    /// Its id.
    pub id: ActionItemId,
    /// In which meeting it was given.
    pub meeting_id: MeetingId,
    /// On which item.
    pub item_id: Option<AgendaItemId>,
    /// Of which working group.
    pub group_id: GroupId,
    /// Whose it is.
    pub party: Party,
    /// The language of office and words.
    pub lang: Lang,
    /// Which office does it.
    pub office: String,
    /// What it is.
    pub text: String,
    /// Until when.
    pub due_on: Day,
    /// Who noted it.
    pub person_id: PersonId,
}

/// How an action item ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ActionOutcome {
    /// It was done.
    Done,
    /// It is needed no longer.
    Dropped,
}

impl ActionOutcome {
    /// The code of rows and forms.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Dropped => "dropped",
        }
    }

    /// The outcome with this code.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        [Self::Done, Self::Dropped].into_iter().find(|one| one.code() == code)
    }
}

/// The end of an action item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActionEnd {
    /// Of which one.
    pub action_item_id: ActionItemId,
    /// How.
    pub outcome: ActionOutcome,
    /// Whose people say so.
    pub party: Party,
    /// Who says so.
    pub person_id: PersonId,
    /// The language of the words.
    pub lang: Lang,
    /// What came of it.
    pub note: String,
}

/// An action item as somebody notes it.
#[derive(Clone, Debug)]
pub struct Task {
    /// On which item.
    pub item: Option<AgendaItemId>,
    /// Whose.
    pub party: Party,
    /// Which office.
    pub office: String,
    /// What, with its language.
    pub text: Note,
    /// Until when.
    pub due_on: Day,
}

/// Notes an action item, while the meeting runs or its minutes are a draft.
///
/// # Errors
/// [`Refusal::NotPermitted`], [`Refusal::WrongMeetingStage`], [`Refusal::NotOnAgenda`], [`Refusal::DateNotAhead`].
pub fn add(meeting: &Meeting, viewer: &Viewer, task: Task, occasion: Occasion) -> Result<Change, Refusal> {
    may_run(viewer, meeting)?;
    meeting.at(&[MeetingStage::Running, MeetingStage::Ended])?;
    if let Some(item) = &task.item {
        meeting.item(item)?;
    }
    if task.due_on < Day::of_utc(occasion.at) {
        return Err(Refusal::DateNotAhead);
    }
    let action = ActionItem {
        id: occasion.ids().fresh(),
        meeting_id: meeting.start.id.clone(),
        item_id: task.item,
        group_id: meeting.start.group_id.clone(),
        party: task.party,
        lang: task.text.lang,
        office: task.office,
        text: task.text.text,
        due_on: task.due_on,
        person_id: viewer.person_id.clone(),
    };
    Ok(meeting.change(viewer, Command::AddAction, occasion).with(Record::ActionItem(action)))
}

/// May this viewer close an action item: whoever runs meetings of the group or signs off, for their own side; the secretariat for all?
///
/// # Errors
/// [`Refusal::NotPermitted`], [`Refusal::NotYourSide`].
pub fn may_end(action: &ActionItem, viewer: &Viewer) -> Result<(), Refusal> {
    policy::decide(viewer, Action::RunMeeting, &action.group_id)
        .or_else(|_| policy::decide(viewer, Action::SignOff, &action.group_id))?;
    if viewer.party == action.party || viewer.party == Party::None { Ok(()) } else { Err(Refusal::NotYourSide) }
}

/// Closes an open action item.
///
/// # Errors
/// As [`may_end`].
pub fn end(
    action: &ActionItem,
    viewer: &Viewer,
    outcome: ActionOutcome,
    note: &Note,
    occasion: Occasion,
) -> Result<Change, Refusal> {
    may_end(action, viewer)?;
    let end = ActionEnd {
        action_item_id: action.id.clone(),
        outcome,
        party: viewer.party,
        person_id: viewer.person_id.clone(),
        lang: note.lang,
        note: note.text.clone(),
    };
    let change = Change::new(Audience::Joint, Command::EndAction, &viewer.person_id, viewer.party, occasion);
    Ok(change.about("meeting", action.meeting_id.as_str()).with(Record::ActionEnd(end)))
}
