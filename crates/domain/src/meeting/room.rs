//! The room: who is there, what is talked about, who has the floor. Each is a moment with its time; the state is their replay, so that the
//! console, the wall and the minutes say the same.

use serde::{Deserialize, Serialize};

use super::agenda::Item;
use super::{Meeting, MeetingStage, may_run};
use crate::change::{Change, Command, Record};
use crate::id::{AgendaItemId, AttendeeId, MeetingId, MomentId, Occasion, PersonId};
use crate::party::{Delegation, Party};
use crate::refusal::Refusal;
use crate::text::Lang;
use crate::time::Timestamp;
use crate::viewer::Viewer;

/// As what somebody attends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Seat {
    /// A co-chair of the group.
    CoChair,
    /// A member of the group.
    Member,
    /// Somebody else with an account: supervisor, secretariat, signatories, heads.
    Observer,
    /// Somebody without an account.
    Guest,
}

impl Seat {
    /// The code of rows and sentences.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::CoChair => "co_chair",
            Self::Member => "member",
            Self::Observer => "observer",
            Self::Guest => "guest",
        }
    }
}

/// Somebody who came.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attendee {
    /// The id of this attendance.
    pub id: AttendeeId,
    /// Of which meeting.
    pub meeting_id: MeetingId,
    /// For which party.
    pub party: Party,
    /// As what.
    pub seat: Seat,
    /// Who, if they have an account.
    pub person_id: Option<PersonId>,
    /// The language of the name.
    pub lang: Option<Lang>,
    /// A guest's name and office, as they want to stand in the minutes.
    pub name: Option<String>,
}

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Happening {
    /// Somebody came, or came back.
    Arrived,
    /// Somebody left.
    Left,
    /// An item was taken up.
    Opened,
    /// An item was left.
    Closed,
    /// Somebody asked for the floor.
    Asked,
    /// Somebody has the floor.
    Speaks,
    /// Somebody gave the floor back, or asks for it no longer.
    Finished,
}

impl Happening {
    /// Every one.
    pub const ALL: [Self; 7] = [Self::Arrived, Self::Left, Self::Opened, Self::Closed, Self::Asked, Self::Speaks, Self::Finished];

    /// The code of rows and forms.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Arrived => "arrived",
            Self::Left => "left",
            Self::Opened => "opened",
            Self::Closed => "closed",
            Self::Asked => "asked",
            Self::Speaks => "speaks",
            Self::Finished => "finished",
        }
    }

    /// The one with this code.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }
}

/// One thing that happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moment {
    /// Its id.
    pub id: MomentId,
    /// In which meeting.
    pub meeting_id: MeetingId,
    /// Its number, from 1.
    pub number: i64,
    /// What.
    pub kind: Happening,
    /// On which item.
    pub item_id: Option<AgendaItemId>,
    /// Of whom.
    pub attendee_id: Option<AttendeeId>,
    /// When, as the console said; never later than it was recorded.
    pub happened_at: Timestamp,
    /// Who noted it.
    pub person_id: PersonId,
}

/// The room at a moment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Room {
    /// What is talked about, and since when.
    pub item: Option<(AgendaItemId, Timestamp)>,
    /// How long each item was talked about before, in milliseconds.
    pub talked: Vec<(AgendaItemId, i64)>,
    /// Who is there.
    pub present: Vec<AttendeeId>,
    /// Who asked for the floor, in the order in which they did.
    pub asked: Vec<AttendeeId>,
    /// Who has it, and since when.
    pub speaks: Option<(AttendeeId, Timestamp)>,
    /// How long each spoke on the item that is open, in milliseconds.
    pub spoken: Vec<(AttendeeId, i64)>,
}

impl Room {
    fn take(&mut self, moment: &Moment) {
        let at = moment.happened_at;
        match moment.kind {
            Happening::Opened => {
                self.leave_item(at);
                self.spoken.clear();
                self.item = moment.item_id.clone().map(|item| (item, at));
            }
            Happening::Closed => self.leave_item(at),
            _ => {
                let Some(who) = &moment.attendee_id else { return };
                self.of_person(moment.kind, who, at);
            }
        }
    }

    fn of_person(&mut self, kind: Happening, who: &AttendeeId, at: Timestamp) {
        match kind {
            Happening::Arrived if !self.present.contains(who) => self.present.push(who.clone()),
            Happening::Asked if !self.asked.contains(who) => self.asked.push(who.clone()),
            Happening::Speaks => {
                self.finish(at);
                self.asked.retain(|one| one != who);
                self.speaks = Some((who.clone(), at));
            }
            Happening::Left | Happening::Finished => {
                if self.speaks.as_ref().is_some_and(|(one, _)| one == who) {
                    self.finish(at);
                }
                self.asked.retain(|one| one != who);
                if kind == Happening::Left {
                    self.present.retain(|one| one != who);
                }
            }
            _ => {}
        }
    }

    fn finish(&mut self, at: Timestamp) {
        if let Some((who, since)) = self.speaks.take() {
            add(&mut self.spoken, who, at.0 - since.0);
        }
    }

    fn leave_item(&mut self, at: Timestamp) {
        self.finish(at);
        if let Some((item, since)) = self.item.take() {
            add(&mut self.talked, item, at.0 - since.0);
        }
    }

    /// How long this item was talked about until `now`, in milliseconds.
    #[must_use]
    pub fn talked_about(&self, item: &AgendaItemId, now: Timestamp) -> i64 {
        let before: i64 = self.talked.iter().filter(|(of, _)| of == item).map(|(_, millis)| millis).sum();
        let open = self.item.as_ref().filter(|(of, _)| of == item).map_or(0, |(_, since)| now.0 - since.0);
        before + open.max(0)
    }
}

fn add<T: PartialEq>(sums: &mut Vec<(T, i64)>, of: T, millis: i64) {
    match sums.iter_mut().find(|(one, _)| *one == of) {
        Some((_, sum)) => *sum += millis.max(0),
        None => sums.push((of, millis.max(0))),
    }
}

impl Meeting {
    /// The room as it is now.
    #[must_use]
    pub fn room(&self) -> Room {
        let mut room = Room::default();
        for moment in &self.moments {
            room.take(moment);
        }
        room
    }

    /// The attendee with this id.
    #[must_use]
    pub fn attendee(&self, id: &AttendeeId) -> Option<&Attendee> {
        self.attendees.iter().find(|one| one.id == *id)
    }

    /// The item that is talked about, with its place on the agenda from 1.
    #[must_use]
    pub fn open_item(&self) -> Option<(usize, Item)> {
        let (open, _) = self.room().item?;
        self.items().into_iter().enumerate().find(|(_, item)| item.id == open).map(|(place, item)| (place + 1, item))
    }

    /// Is somebody of each delegation in the room?
    #[must_use]
    pub fn both_present(&self) -> bool {
        let room = self.room();
        let of = |side: Delegation| move |id: &AttendeeId| self.attendee(id).is_some_and(|one| one.party == side.party());
        Delegation::BOTH.into_iter().all(|side| room.present.iter().any(of(side)))
    }

    /// Have both delegations their quorum? Without it nothing is agreed.
    #[must_use]
    pub fn has_quorum(&self) -> bool {
        Delegation::BOTH.into_iter().all(|side| self.quorate(side))
    }

    /// Is this delegation's quorum in the room: a co-chair and a member?
    #[must_use]
    pub fn quorate(&self, side: Delegation) -> bool {
        let room = self.room();
        let here = |seat: Seat| {
            let own = self.attendees.iter().filter(|one| one.party == side.party() && one.seat == seat);
            own.filter(|one| room.present.contains(&one.id)).count()
        };
        here(Seat::CoChair) > 0 && here(Seat::Member) > 0
    }

    /// How long a side spoke on the open item until `now`, in milliseconds.
    #[must_use]
    pub fn spoke(&self, side: Delegation, now: Timestamp) -> i64 {
        let room = self.room();
        let own = |id: &AttendeeId| self.attendee(id).is_some_and(|one| one.party == side.party());
        let before: i64 = room.spoken.iter().filter(|(id, _)| own(id)).map(|(_, millis)| millis).sum();
        let open = room.speaks.as_ref().filter(|(id, _)| own(id)).map_or(0, |(_, since)| (now.0 - since.0).max(0));
        before + open
    }

    fn moment(
        &self,
        viewer: &Viewer,
        kind: Happening,
        (item, who): (Option<&AgendaItemId>, Option<&AttendeeId>),
        (claimed, occasion): (Timestamp, Occasion),
    ) -> Record {
        // A console that was cut off tells what happened meanwhile; its times keep their order and never lie ahead.
        let last = self.moments.last().map_or(Timestamp(0), |moment| moment.happened_at);
        Record::Moment(Moment {
            id: occasion.branch(kind.code()).ids().fresh(),
            meeting_id: self.start.id.clone(),
            number: i64::try_from(self.moments.len()).unwrap_or(i64::MAX).saturating_add(1),
            kind,
            item_id: item.cloned(),
            attendee_id: who.cloned(),
            happened_at: claimed.max(last).min(occasion.at.max(last)),
            person_id: viewer.person_id.clone(),
        })
    }
}

/// Somebody as they come in.
#[derive(Clone, Debug)]
pub struct Arriving {
    /// For which party.
    pub party: Party,
    /// As what.
    pub seat: Seat,
    /// Who, if they have an account.
    pub person_id: Option<PersonId>,
    /// A guest's name, with its language.
    pub name: Option<(Lang, String)>,
}

/// Somebody comes in for the first time. People may come before the meeting is opened, which needs both delegations.
///
/// # Errors
/// [`Refusal::NotPermitted`], [`Refusal::WrongMeetingStage`], [`Refusal::AlreadyGiven`] for whoever is on the list already.
pub fn arrive(
    meeting: &Meeting,
    viewer: &Viewer,
    who: &Arriving,
    (claimed, occasion): (Timestamp, Occasion),
) -> Result<Change, Refusal> {
    may_run(viewer, meeting)?;
    meeting.at(MeetingStage::IN_ROOM)?;
    let known = |one: &Attendee| one.person_id.is_some() && one.person_id == who.person_id;
    if meeting.attendees.iter().any(known) {
        return Err(Refusal::AlreadyGiven);
    }
    let attendee = Attendee {
        id: occasion.ids().fresh(),
        meeting_id: meeting.start.id.clone(),
        party: who.party,
        seat: who.seat,
        person_id: who.person_id.clone(),
        lang: who.name.as_ref().map(|(lang, _)| *lang),
        name: who.name.as_ref().map(|(_, name)| name.clone()),
    };
    let moment = meeting.moment(viewer, Happening::Arrived, (None, Some(&attendee.id)), (claimed, occasion));
    let change = meeting.change(viewer, Command::NoteRoom, occasion);
    Ok(change.with(Record::Attendee(attendee)).with(moment))
}

/// Opens the meeting: its agenda is agreed, and somebody of both delegations is there.
///
/// # Errors
/// [`Refusal::NotPermitted`], [`Refusal::WrongMeetingStage`], [`Refusal::NotPresent`].
pub fn open(meeting: &Meeting, viewer: &Viewer, occasion: Occasion) -> Result<Change, Refusal> {
    may_run(viewer, meeting)?;
    meeting.at(&[MeetingStage::AgendaAgreed])?;
    if !meeting.both_present() {
        return Err(Refusal::NotPresent);
    }
    let step = meeting.step(viewer, MeetingStage::Running, None);
    Ok(meeting.change(viewer, Command::OpenMeeting, occasion).with(step))
}

/// Notes what happens in the room.
///
/// # Errors
/// [`Refusal::NotPermitted`], [`Refusal::WrongMeetingStage`]; [`Refusal::NotOnAgenda`], [`Refusal::NotPresent`] for an item or a person
/// that is not there, [`Refusal::AlreadyGiven`] for what is so already.
pub fn note(
    meeting: &Meeting,
    viewer: &Viewer,
    (kind, subject): (Happening, &str),
    (claimed, occasion): (Timestamp, Occasion),
) -> Result<Change, Refusal> {
    may_run(viewer, meeting)?;
    let room = meeting.room();
    let change = meeting.change(viewer, Command::NoteRoom, occasion);
    if matches!(kind, Happening::Opened | Happening::Closed) {
        meeting.at(&[MeetingStage::Running])?;
        let item = meeting.item(&subject.into())?;
        let open = room.item.as_ref().is_some_and(|(id, _)| *id == item.id);
        if open == (kind == Happening::Opened) {
            return Err(Refusal::AlreadyGiven);
        }
        return Ok(change.with(meeting.moment(viewer, kind, (Some(&item.id), None), (claimed, occasion))));
    }
    meeting.at(MeetingStage::IN_ROOM)?;
    let who = meeting.attendee(&subject.into()).ok_or(Refusal::NotPresent)?;
    let here = room.present.contains(&who.id);
    let speaks = room.speaks.as_ref().is_some_and(|(id, _)| *id == who.id);
    let refusal = match kind {
        Happening::Arrived => here.then_some(Refusal::AlreadyGiven),
        Happening::Asked if room.asked.contains(&who.id) || speaks => Some(Refusal::AlreadyGiven),
        Happening::Speaks if speaks => Some(Refusal::AlreadyGiven),
        Happening::Asked | Happening::Speaks if room.item.is_none() => Some(Refusal::NotOnAgenda),
        Happening::Finished => (!speaks && !room.asked.contains(&who.id)).then_some(Refusal::AlreadyGiven),
        _ => (!here).then_some(Refusal::NotPresent),
    };
    if let Some(refusal) = refusal {
        return Err(refusal);
    }
    let item = room.item.map(|(item, _)| item).filter(|_| !matches!(kind, Happening::Arrived | Happening::Left));
    Ok(change.with(meeting.moment(viewer, kind, (item.as_ref(), Some(&who.id)), (claimed, occasion))))
}

/// Ends the meeting: the open item is left, whoever is there leaves, and the screens go dark.
///
/// # Errors
/// [`Refusal::NotPermitted`], [`Refusal::WrongMeetingStage`].
pub fn end(meeting: &Meeting, viewer: &Viewer, occasion: Occasion) -> Result<Change, Refusal> {
    may_run(viewer, meeting)?;
    meeting.at(&[MeetingStage::Running])?;
    let mut change = meeting.change(viewer, Command::EndMeeting, occasion);
    if let Some((item, _)) = meeting.room().item {
        let moment = meeting.moment(viewer, Happening::Closed, (Some(&item), None), (occasion.at, occasion));
        change = change.with(moment);
    }
    Ok(change.with(meeting.step(viewer, MeetingStage::Ended, None)))
}
