//! A meeting is replayed from the changes that its rules allow; each deed is also tried by the wrong person, too early and twice.

#![allow(clippy::unwrap_used, clippy::panic, reason = "in a test a panic is the answer")]

use super::action::{self, ActionOutcome, Task};
use super::agenda::{self, Edit, Pin};
use super::decision::{self, Heard};
use super::minutes::{self, CorrectionOutcome};
use super::room::{self, Arriving, Happening, Seat};
use super::{Meeting, MeetingStage, When, cancel, change, plan};
use crate::change::{Change, Record};
use crate::id::{AgendaItemId, Occasion};
use crate::party::{Delegation, Party};
use crate::person::{HeldRole, Role};
use crate::position::Verdict;
use crate::refusal::Refusal;
use crate::text::{Lang, Note};
use crate::time::{Day, Holder, Timestamp};
use crate::viewer::Viewer;

const HOUR: i64 = 3_600_000;

fn viewer(party: Party, role: Role) -> Viewer {
    let roles = vec![HeldRole { role, group_id: Some("g".into()) }];
    Viewer { person_id: format!("{} {role:?}", party.code()).as_str().into(), party, roles, mandates: vec![] }
}

fn chair(party: Party) -> Viewer {
    viewer(party, Role::CoChair)
}

fn day(_: Holder, at: Timestamp) -> Day {
    Day::of_utc(at)
}

fn note(text: &str) -> Note {
    Note { lang: Lang::En, text: text.to_owned() }
}

fn when(starts_at: i64) -> When {
    When { starts_at: Timestamp(starts_at), ends_at: Timestamp(starts_at + 2 * HOUR), place: note("Room 4"), link: String::new() }
}

/// A meeting and the clock of its deeds.
struct Hall {
    meeting: Meeting,
    now: i64,
}

impl Hall {
    fn planned() -> Self {
        let change = plan(&chair(Party::Il), &"g".into(), 1, &when(10 * HOUR), Occasion::new(Timestamp(HOUR), [1; 32])).unwrap();
        let [Record::MeetingStart(start), Record::Plan(plan)] = change.records.as_slice() else { panic!("two rows") };
        let meeting = Meeting {
            start: start.clone(),
            plan: plan.clone(),
            steps: vec![],
            agendas: vec![],
            consents: vec![],
            taken_back: vec![],
            attendees: vec![],
            moments: vec![],
            decisions: vec![],
            spoken: vec![],
            unspoken: vec![],
            actions: vec![],
            action_ends: vec![],
            backlog: vec![],
            minutes: vec![],
            circulated_at: None,
            corrections: vec![],
            answers: vec![],
            statements: vec![],
        };
        Self { meeting, now: HOUR }
    }

    fn at(&mut self) -> Occasion {
        self.now += 60_000;
        let seed = u8::try_from(self.now / 60_000 % 251).unwrap();
        Occasion::new(Timestamp(self.now), [seed; 32])
    }

    fn done(&mut self, change: Result<Change, Refusal>) {
        for record in change.unwrap().records {
            let meeting = &mut self.meeting;
            match record {
                Record::Plan(plan) => meeting.plan = plan,
                Record::MeetingStep(step) => {
                    let circulated = step.to_stage == MeetingStage::Corrections;
                    meeting.circulated_at = circulated.then_some(Timestamp(self.now)).or(meeting.circulated_at);
                    meeting.steps.push(step);
                }
                Record::Agenda(agenda) => meeting.agendas.push(agenda),
                Record::MeetingConsent(consent) => meeting.consents.push(consent),
                Record::MeetingConsentEnd(end) => meeting.consents.retain(|one| one.id != end.consent_id),
                Record::Attendee(attendee) => meeting.attendees.push(attendee),
                Record::Moment(moment) => meeting.moments.push(moment),
                Record::Decision(decision) => meeting.decisions.push(decision),
                Record::SpokenPosition(spoken) => meeting.spoken.push(spoken),
                Record::SpokenPositionEnd(end) => meeting.unspoken.push(end),
                Record::ActionItem(action) => meeting.actions.push(action),
                Record::Minutes(minutes) => meeting.minutes.push(minutes),
                Record::Correction(correction) => meeting.corrections.push(correction),
                Record::CorrectionAnswer(answer) => meeting.answers.push(answer),
                Record::Statement(statement) => meeting.statements.push(statement),
                other => panic!("{other:?} is of no meeting"),
            }
        }
    }

    fn write(&mut self, by: &Viewer, edit: Edit) -> Result<Change, Refusal> {
        let (base, at) = (self.meeting.agenda().map_or(0, |agenda| agenda.revision), self.at());
        agenda::write(&self.meeting, by, base, edit, at)
    }

    fn add(&mut self, title: &str, pinned: bool) {
        let pin = Pin {
            project_id: "p".into(),
            code: "AGR-2026-001".into(),
            version_id: "v".into(),
            number: 1,
            content_hash: "c".repeat(64),
        };
        let add = Edit::Add {
            titles: [(Lang::En, title.to_owned())].into(),
            minutes: 20,
            pin: pinned.then_some(pin),
            matter: None,
            carried: None,
        };
        let written = self.write(&chair(Party::Il), add);
        self.done(written);
    }

    fn both_agree(&mut self) {
        for party in [Party::Il, Party::Sy] {
            let (hash, at) = (self.meeting.agenda().unwrap().hash.clone(), self.at());
            let agreed = agenda::agree(&self.meeting, &chair(party), &hash, at);
            self.done(agreed);
        }
    }

    fn come(&mut self, party: Party, seat: Seat) {
        let at = self.at();
        let person = format!("{} {seat:?}", party.code());
        let who = Arriving { party, seat, person_id: Some(person.as_str().into()), name: None };
        let came = room::arrive(&self.meeting, &chair(Party::Il), &who, (at.at, at));
        self.done(came);
    }

    fn happens(&mut self, kind: Happening, subject: &str) -> Result<Change, Refusal> {
        let at = self.at();
        room::note(&self.meeting, &chair(Party::Sy), (kind, subject), (at.at, at))
    }

    fn item(&self, place: usize) -> AgendaItemId {
        self.meeting.items().get(place).unwrap().id.clone()
    }

    /// A meeting that runs, with both delegations complete and its first item open.
    fn running() -> Self {
        let mut hall = Self::planned();
        hall.add("The wheat trial", true);
        hall.add("Any other business", false);
        hall.both_agree();
        for party in [Party::Il, Party::Sy] {
            hall.come(party, Seat::CoChair);
            hall.come(party, Seat::Member);
        }
        let at = hall.at();
        let opened = room::open(&hall.meeting, &chair(Party::Sy), at);
        hall.done(opened);
        let opened = hall.happens(Happening::Opened, hall.item(0).as_str());
        hall.done(opened);
        hall
    }

    fn words(&mut self, en: &str) -> Result<Change, Refusal> {
        let (at, item) = (self.at(), self.item(0));
        decision::propose(&self.meeting, &chair(Party::Il), &item, [en.into(), "החלטה".into(), "قرار".into()], at)
    }

    fn press(&mut self, party: Party, hash: &str) -> Result<Change, Refusal> {
        let at = self.at();
        decision::agree(&self.meeting, &chair(party), hash, at)
    }
}

#[test]
fn co_chairs_and_the_secretariat_call_meetings_and_nobody_else() {
    for role in Role::ALL {
        for party in [Party::Il, Party::Sy, Party::Us, Party::None] {
            let may = role.fits(party) && matches!(role, Role::CoChair | Role::Secretariat);
            let at = Occasion::new(Timestamp(HOUR), [1; 32]);
            let called = plan(&viewer(party, role), &"g".into(), 1, &when(10 * HOUR), at);
            assert_eq!(called.is_ok(), may, "{role:?} {party:?}");
        }
    }
    let past = plan(&chair(Party::Il), &"g".into(), 1, &when(HOUR), Occasion::new(Timestamp(HOUR), [1; 32]));
    assert_eq!(past.err(), Some(Refusal::DateNotAhead));
}

#[test]
fn a_meeting_is_moved_or_called_off_only_while_it_lies_ahead() {
    let mut hall = Hall::planned();
    let at = hall.at();
    assert_eq!(change(&hall.meeting, &chair(Party::Sy), &when(10 * HOUR), at).err(), Some(Refusal::NothingChanged));
    let moved = change(&hall.meeting, &chair(Party::Sy), &when(12 * HOUR), at);
    hall.done(moved);
    assert_eq!(hall.meeting.plan.revision, 2);
    let at = hall.at();
    let off = cancel(&hall.meeting, &chair(Party::Il), &note("Snow"), at);
    hall.done(off);
    assert_eq!(hall.meeting.stage(), MeetingStage::Cancelled);
    let at = hall.at();
    assert_eq!(cancel(&hall.meeting, &chair(Party::Il), &note("Snow"), at).err(), Some(Refusal::WrongMeetingStage));
    let running = Hall::running();
    let at = Occasion::new(Timestamp(9 * HOUR), [9; 32]);
    assert_eq!(change(&running.meeting, &chair(Party::Il), &when(12 * HOUR), at).err(), Some(Refusal::WrongMeetingStage));
}

#[test]
fn an_agenda_is_in_force_when_both_agreed_and_a_later_item_needs_both_again() {
    let mut hall = Hall::planned();
    hall.add("The wheat trial", true);
    let hash = hall.meeting.agenda().unwrap().hash.clone();
    let at = hall.at();
    assert_eq!(agenda::agree(&hall.meeting, &viewer(Party::Il, Role::Member), &hash, at).err(), Some(Refusal::NotPermitted));
    let one = agenda::agree(&hall.meeting, &chair(Party::Il), &hash, at);
    hall.done(one);
    assert_eq!(hall.meeting.stage(), MeetingStage::Planned);
    assert_eq!(agenda::agree(&hall.meeting, &chair(Party::Il), &hash, at).err(), Some(Refusal::AlreadyGiven));
    hall.add("Later", false);
    let at = hall.at();
    assert_eq!(agenda::agree(&hall.meeting, &chair(Party::Sy), &hash, at).err(), Some(Refusal::StaleText));
    assert!(hall.meeting.agenda_in_force().is_none(), "one yes is none");
    hall.both_agree();
    assert_eq!((hall.meeting.stage(), hall.meeting.items().len()), (MeetingStage::AgendaAgreed, 2));
    hall.add("Later still", false);
    assert_eq!(hall.meeting.items().len(), 2, "the agreed one holds until both agree again");
    hall.both_agree();
    assert_eq!(hall.meeting.items().len(), 3);
}

#[test]
fn items_are_moved_and_taken_out_and_two_writers_do_not_overwrite_each_other() {
    let mut hall = Hall::planned();
    hall.add("First", false);
    hall.add("Second", false);
    let second = hall.item(1);
    let moved = hall.write(&chair(Party::Sy), Edit::Earlier(second.clone()));
    hall.done(moved);
    assert_eq!(hall.item(0), second);
    let again = hall.write(&chair(Party::Sy), Edit::Earlier(second.clone()));
    assert_eq!(again.err(), Some(Refusal::NothingChanged));
    let at = hall.at();
    let stale = agenda::write(&hall.meeting, &chair(Party::Sy), 1, Edit::Remove(second.clone()), at);
    assert_eq!(stale.err(), Some(Refusal::StaleText));
    let member = hall.write(&viewer(Party::Il, Role::Member), Edit::Remove(second.clone()));
    assert_eq!(member.err(), Some(Refusal::NotPermitted));
    let gone = hall.write(&chair(Party::Il), Edit::Remove(second));
    hall.done(gone);
    assert_eq!(hall.meeting.items().len(), 1);
}

#[test]
fn the_named_rapporteur_and_the_co_chairs_run_it() {
    let mut hall = Hall::planned();
    hall.add("One", false);
    let named = viewer(Party::Sy, Role::Member);
    let by = hall.write(&chair(Party::Il), Edit::Rapporteur(Some(named.person_id.clone())));
    hall.done(by);
    hall.both_agree();
    assert!(super::may_run(&named, &hall.meeting).is_ok());
    assert!(super::may_run(&chair(Party::Il), &hall.meeting).is_ok());
    assert_eq!(super::may_run(&viewer(Party::Il, Role::Member), &hall.meeting), Err(Refusal::NotPermitted));
    assert_eq!(super::may_run(&viewer(Party::None, Role::Secretariat), &hall.meeting), Err(Refusal::NotPermitted));
}

#[test]
fn it_opens_when_both_delegations_are_there_and_an_agenda_is_agreed() {
    let mut hall = Hall::planned();
    hall.add("One", false);
    let at = hall.at();
    assert_eq!(room::open(&hall.meeting, &chair(Party::Il), at).err(), Some(Refusal::WrongMeetingStage));
    hall.both_agree();
    hall.come(Party::Il, Seat::CoChair);
    let at = hall.at();
    assert_eq!(room::open(&hall.meeting, &chair(Party::Il), at).err(), Some(Refusal::NotPresent));
    hall.come(Party::Sy, Seat::Member);
    let at = hall.at();
    assert_eq!(room::open(&hall.meeting, &viewer(Party::Us, Role::Officer), at).err(), Some(Refusal::NotPermitted));
    let opened = room::open(&hall.meeting, &chair(Party::Il), at);
    hall.done(opened);
    assert_eq!(hall.meeting.stage(), MeetingStage::Running);
}

#[test]
fn speaking_time_belongs_to_the_side_of_whoever_speaks() {
    let mut hall = Hall::running();
    let [il, sy] =
        [Party::Il, Party::Sy].map(|party| hall.meeting.attendees.iter().find(|one| one.party == party).unwrap().id.clone());
    let asked = hall.happens(Happening::Asked, sy.as_str());
    hall.done(asked);
    assert_eq!(hall.happens(Happening::Asked, sy.as_str()).err(), Some(Refusal::AlreadyGiven));
    let speaks = hall.happens(Happening::Speaks, il.as_str());
    hall.done(speaks);
    hall.now += 3 * 60_000;
    let next = hall.happens(Happening::Speaks, sy.as_str());
    hall.done(next);
    let now = Timestamp(hall.now + 60_000);
    assert_eq!(hall.meeting.spoke(Delegation::Il, now), 4 * 60_000);
    assert_eq!(hall.meeting.spoke(Delegation::Sy, now), 60_000);
    assert!(hall.meeting.room().asked.is_empty(), "whoever has the floor waits no longer");
    let left = hall.happens(Happening::Left, sy.as_str());
    hall.done(left);
    assert!(hall.meeting.room().speaks.is_none());
    assert_eq!(hall.happens(Happening::Speaks, sy.as_str()).err(), Some(Refusal::NotPresent));
}

#[test]
fn both_co_chairs_make_a_decision_of_the_words_that_lie_there() {
    let mut hall = Hall::running();
    let first = hall.words("We plant in March.");
    hall.done(first);
    let hash = hall.meeting.decisions.last().unwrap().hash.clone();
    let pressed = hall.press(Party::Il, &hash);
    hall.done(pressed);
    assert_eq!(hall.press(Party::Il, &hash).err(), Some(Refusal::AlreadyGiven));
    let at = hall.at();
    let back = decision::take_back(&hall.meeting, &chair(Party::Il), &hash, at);
    hall.done(back);
    assert_eq!(decision::take_back(&hall.meeting, &chair(Party::Il), &hash, at).err(), Some(Refusal::AlreadyEnded));
    let second = hall.words("We plant in April.");
    hall.done(second);
    assert_eq!(hall.press(Party::Sy, &hash).err(), Some(Refusal::StaleText), "other words lie on the table");
    let hash = hall.meeting.decisions.last().unwrap().hash.clone();
    for party in [Party::Sy, Party::Il] {
        let pressed = hall.press(party, &hash);
        hall.done(pressed);
    }
    let item = hall.item(0);
    assert_eq!(hall.meeting.decided(&item).map(|one| one.text_en.as_str()).collect::<Vec<_>>(), ["We plant in April."]);
    let at = hall.at();
    assert_eq!(decision::take_back(&hall.meeting, &chair(Party::Sy), &hash, at).err(), Some(Refusal::AlreadyEnded));
    assert_eq!(hall.meeting.decisions.last().unwrap().content_hash.as_deref(), Some("c".repeat(64).as_str()));
}

#[test]
fn without_both_quorums_nothing_is_agreed() {
    let mut hall = Hall::running();
    let written = hall.words("We plant in March.");
    hall.done(written);
    let hash = hall.meeting.decisions.last().unwrap().hash.clone();
    let member = hall.meeting.attendees.iter().find(|one| one.party == Party::Sy && one.seat == Seat::Member).unwrap().id.clone();
    let left = hall.happens(Happening::Left, member.as_str());
    hall.done(left);
    assert_eq!(hall.press(Party::Il, &hash).err(), Some(Refusal::NoQuorum));
    let back = hall.happens(Happening::Arrived, member.as_str());
    hall.done(back);
    assert!(hall.press(Party::Il, &hash).is_ok());
}

#[test]
fn the_roll_is_called_on_a_pinned_item_and_what_was_noted_can_be_taken_off() {
    let mut hall = Hall::running();
    let heard = |side| Heard { side, verdict: Verdict::Approve, words: note(""), ballot_id: None };
    let both = Delegation::BOTH.map(heard);
    let (at, plain, pinned) = (hall.at(), hall.item(1), hall.item(0));
    let twice = [heard(Delegation::Sy), heard(Delegation::Sy)];
    for (item, heard, refusal) in [
        (&plain, &both[..], Refusal::NotOnAgenda),
        (&pinned, &[], Refusal::NothingChanged),
        (&pinned, &twice, Refusal::AlreadyGiven),
    ] {
        assert_eq!(decision::call_roll(&hall.meeting, &chair(Party::Il), item, heard, at).err(), Some(refusal));
    }
    let noted = decision::call_roll(&hall.meeting, &chair(Party::Il), &pinned, &both, at);
    hall.done(noted);
    assert_eq!(hall.meeting.spoken_on(&pinned).map(|one| one.party).collect::<Vec<_>>(), [Party::Il, Party::Sy]);
    assert_ne!(hall.meeting.spoken[0].id, hall.meeting.spoken[1].id);
    let one = hall.meeting.spoken[1].id.clone();
    let at = hall.at();
    let off = decision::drop_position(&hall.meeting, &chair(Party::Sy), &one, at);
    hall.done(off);
    let id = hall.meeting.spoken[0].id.clone();
    let at = hall.at();
    let off = decision::drop_position(&hall.meeting, &chair(Party::Sy), &id, at);
    hall.done(off);
    assert_eq!(hall.meeting.spoken_on(&pinned).count(), 0);
    assert_eq!(decision::drop_position(&hall.meeting, &chair(Party::Sy), &id, at).err(), Some(Refusal::AlreadyEnded));
}

#[test]
fn minutes_hold_everything_once_and_are_locked_by_both() {
    let mut hall = Hall::running();
    let written = hall.words("We plant in March.");
    hall.done(written);
    let hash = hall.meeting.decisions.last().unwrap().hash.clone();
    for party in [Party::Il, Party::Sy] {
        let pressed = hall.press(party, &hash);
        hall.done(pressed);
    }
    let (at, item) = (hall.at(), hall.item(0));
    let task =
        Task { item: Some(item), party: Party::Sy, office: "Plant health".into(), text: note("Send the seed"), due_on: Day(5) };
    let given = action::add(&hall.meeting, &chair(Party::Il), task, at);
    hall.done(given);
    let at = hall.at();
    let ended = room::end(&hall.meeting, &chair(Party::Sy), at);
    hall.done(ended);
    assert!(hall.meeting.room().item.is_none());
    let at = hall.at();
    let out = minutes::circulate(&hall.meeting, &chair(Party::Il), at);
    hall.done(out);
    let content = hall.meeting.newest_minutes().unwrap().content.clone();
    for once in ["We plant in March.", "Send the seed"] {
        assert_eq!(content.matches(once).count(), 1, "{once}");
    }
    let attended = Viewer { person_id: "sy CoChair".into(), ..viewer(Party::Sy, Role::Member) };
    let at = hall.at();
    let stranger = minutes::correct(&hall.meeting, &viewer(Party::Us, Role::Reviewer), None, &note("No"), day, at);
    assert_eq!(stranger.err(), Some(Refusal::NotPermitted));
    let asked = minutes::correct(&hall.meeting, &attended, None, &note("Nour spoke, too."), day, at);
    hall.done(asked);
    // The minutes are of a Thursday, the first day of 1970: both rest on Friday and Saturday, so the fifth working day is the next Thursday.
    for (days, answer) in [(7, None), (8, Some(Refusal::CorrectionsOver))] {
        let at = Occasion::new(Timestamp(hall.now).plus_days(days), [9; 32]);
        assert_eq!(minutes::correct(&hall.meeting, &attended, None, &note("Late"), day, at).err(), answer, "after {days} days");
    }
    let hash = hall.meeting.newest_minutes().unwrap().hash.clone();
    let at = hall.at();
    assert_eq!(minutes::agree(&hall.meeting, &chair(Party::Il), &hash, at).err(), Some(Refusal::CorrectionOpen));
    let id = hall.meeting.corrections[0].id.clone();
    let taken = minutes::answer(&hall.meeting, &chair(Party::Sy), &id, CorrectionOutcome::Taken, at);
    hall.done(taken);
    let at = hall.at();
    assert_eq!(minutes::agree(&hall.meeting, &chair(Party::Il), &hash, at).err(), Some(Refusal::StaleText));
    let hash = hall.meeting.newest_minutes().unwrap().hash.clone();
    for party in [Party::Il, Party::Sy] {
        let at = hall.at();
        let agreed = minutes::agree(&hall.meeting, &chair(party), &hash, at);
        hall.done(agreed);
    }
    assert_eq!(hall.meeting.stage(), MeetingStage::Recorded);
    let at = hall.at();
    assert_eq!(minutes::correct(&hall.meeting, &attended, None, &note("Late"), day, at).err(), Some(Refusal::WrongMeetingStage));
    let statement = minutes::state(&hall.meeting, &viewer(Party::Sy, Role::Head), Some(&hash), &note("We regret."), at);
    assert!(statement.is_ok(), "a statement comes at any time");
    assert_eq!(minutes::state(&hall.meeting, &chair(Party::Il), Some("x"), &note("?"), at).err(), Some(Refusal::StaleText));
    assert_eq!(minutes::release(&hall.meeting, &chair(Party::Il), &hash, at).err(), Some(Refusal::NotPermitted));
    assert!(minutes::release(&hall.meeting, &viewer(Party::Il, Role::Head), &hash, at).is_ok());
}

#[test]
fn an_action_is_closed_by_its_own_side() {
    let mut hall = Hall::running();
    let at = hall.at();
    let task = Task { item: None, party: Party::Sy, office: "Plant health".into(), text: note("Send the seed"), due_on: Day(5) };
    let given = action::add(&hall.meeting, &chair(Party::Il), task, at);
    hall.done(given);
    let one = hall.meeting.actions[0].clone();
    let close = |by: &Viewer| action::end(&one, by, ActionOutcome::Done, &note("Sent"), at);
    assert_eq!(close(&chair(Party::Il)).err(), Some(Refusal::NotYourSide));
    assert_eq!(close(&viewer(Party::Sy, Role::Head)).err(), Some(Refusal::NotPermitted));
    assert!(close(&viewer(Party::Sy, Role::Member)).is_ok());
    assert!(close(&viewer(Party::None, Role::Secretariat)).is_ok());
}

#[test]
fn times_of_the_room_keep_their_order_and_never_lie_ahead() {
    let mut hall = Hall::running();
    let who = hall.meeting.attendees[0].id.clone();
    let at = hall.at();
    let ahead = room::note(&hall.meeting, &chair(Party::Il), (Happening::Left, who.as_str()), (Timestamp(i64::MAX), at)).unwrap();
    let [Record::Moment(moment)] = ahead.records.as_slice() else { panic!("one row") };
    assert_eq!(moment.happened_at, at.at);
    let long_ago = room::note(&hall.meeting, &chair(Party::Il), (Happening::Left, who.as_str()), (Timestamp(0), at)).unwrap();
    let [Record::Moment(moment)] = long_ago.records.as_slice() else { panic!("one row") };
    assert_eq!(moment.happened_at, hall.meeting.moments.last().unwrap().happened_at);
}
