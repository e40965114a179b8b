//! A matter is replayed from the changes that its rules allow; each deed is also tried by the wrong person, too late and twice.

#![allow(clippy::unwrap_used, clippy::panic, reason = "in a test a panic is the answer")]

use super::clock::{Standing, ball, hand_on, who_acts};
use super::settle::{MatterOutcome, agree, newest, propose, withdraw};
use super::{About, Matter, MatterLevel, NewMatter, hand_over, raise, reply};
use crate::change::{Change, Record};
use crate::clock::Turn;
use crate::id::Occasion;
use crate::party::{Delegation, Party};
use crate::person::{HeldRole, Role};
use crate::refusal::Refusal;
use crate::text::{Lang, Note};
use crate::time::{Day, Holder, Timestamp};
use crate::viewer::Viewer;

fn viewer(party: Party, role: Role) -> Viewer {
    let roles = vec![HeldRole { role, group_id: Some("g".into()) }];
    Viewer { person_id: format!("{} {role:?}", party.code()).as_str().into(), party, roles, mandates: vec![] }
}

fn note(text: &str) -> Note {
    Note { lang: Lang::En, text: text.to_owned() }
}

fn day(_: Holder, at: Timestamp) -> Day {
    Day::of_utc(at)
}

fn new() -> NewMatter {
    let about = About::Version { project_id: "p".into(), version_id: "v".into(), content_hash: "h".to_owned() };
    NewMatter {
        about,
        seen: "h".to_owned(),
        title: "Wells".to_owned(),
        text: note("Two wells ran dry."),
        wish: "Say why.".to_owned(),
        civilian: true,
    }
}

/// 2026-11-01, a Sunday without a holiday for weeks.
const SUNDAY: Timestamp = Timestamp(20_758 * 86_400_000);

/// A matter and the clock of its deeds.
struct Room {
    matter: Matter,
    now: Timestamp,
}

impl Room {
    fn raised_by(party: Party) -> Self {
        let role = if party == Party::Us { Role::Reviewer } else { Role::Member };
        let change = raise(&viewer(party, role), &"g".into(), 1, &new(), Occasion::new(SUNDAY, [1; 32])).unwrap();
        let [Record::MatterStart(start)] = change.records.as_slice() else { panic!("one row") };
        Self { matter: Matter::new(start.clone(), SUNDAY), now: SUNDAY }
    }

    fn at(&self) -> Occasion {
        let mut seed = [7; 32];
        seed[0] = u8::try_from(self.matter.replies.len() + 3 * self.matter.resolutions.len()).unwrap();
        Occasion::new(self.now, seed)
    }

    fn play(&mut self, change: Result<Change, Refusal>) {
        for record in change.unwrap().records {
            match record {
                Record::MatterReply(reply) => self.matter.replies.push((reply, self.now)),
                Record::HandOver(over) => self.matter.handed_over = Some((over, self.now)),
                Record::Resolution(resolution) => self.matter.resolutions.push((resolution, self.now)),
                Record::MatterConsent(consent) => self.matter.consents.push(consent),
                Record::MatterEnd(end) => self.matter.end = Some((end, self.now)),
                other => panic!("no row of a matter: {other:?}"),
            }
        }
    }

    fn says(&mut self, party: Party, role: Role, text: &str) {
        self.play(reply(&self.matter, &viewer(party, role), &note(text), self.at()));
    }

    fn proposes(&mut self, party: Party) {
        let base = newest(&self.matter).map_or(0, |one| one.number);
        self.play(propose(&self.matter, &viewer(party, Role::CoChair), base, &note("We measure together."), self.at()));
    }

    fn hash(&self) -> String {
        newest(&self.matter).map(|one| one.hash.clone()).unwrap_or_default()
    }

    fn agrees(&self, party: Party) -> Result<Change, Refusal> {
        agree(&self.matter, &viewer(party, Role::CoChair), &self.hash(), self.at())
    }
}

#[test]
fn who_may_raise_and_answer_a_matter_and_who_may_not() {
    let at = Occasion::new(SUNDAY, [1; 32]);
    let room = Room::raised_by(Party::Il);
    for (party, role, may) in [
        (Party::Il, Role::Member, true),
        (Party::Sy, Role::CoChair, true),
        (Party::Sy, Role::Signatory, true),
        (Party::Il, Role::Head, true),
        (Party::Us, Role::Reviewer, true),
        (Party::Us, Role::Officer, true),
        (Party::Il, Role::Translator, false),
        (Party::None, Role::Secretariat, false),
        (Party::None, Role::Administrator, false),
    ] {
        let who = viewer(party, role);
        assert_eq!(raise(&who, &"g".into(), 1, &new(), at).is_ok(), may, "{role:?}");
        assert_eq!(reply(&room.matter, &who, &note("So."), at).is_ok(), may, "{role:?}");
        assert_eq!(raise(&who, &"other".into(), 1, &new(), at).err(), Some(Refusal::NotPermitted), "{role:?} of another group");
    }
}

#[test]
fn a_matter_says_what_happened_what_is_wished_and_that_it_is_civilian() {
    let (who, at) = (viewer(Party::Il, Role::Member), Occasion::new(SUNDAY, [1; 32]));
    let but = |spoil: fn(&mut NewMatter)| {
        let mut new = new();
        spoil(&mut new);
        raise(&who, &"g".into(), 1, &new, at).err()
    };
    assert_eq!(but(|new| new.seen = "older".to_owned()), Some(Refusal::StaleVersion));
    assert_eq!(but(|new| new.title.clear()), Some(Refusal::ReasonNeeded));
    assert_eq!(but(|new| new.text.text.clear()), Some(Refusal::ReasonNeeded));
    assert_eq!(but(|new| new.wish.clear()), Some(Refusal::ReasonNeeded));
    assert_eq!(but(|new| new.civilian = false), Some(Refusal::ScopeNotAffirmed));
}

#[test]
fn co_chairs_heads_and_officers_hand_a_query_over_once_and_say_why() {
    let mut room = Room::raised_by(Party::Sy);
    let tried = |room: &Room, party, role, text| hand_over(&room.matter, &viewer(party, role), &note(text), room.at()).err();
    for (party, role) in [(Party::Il, Role::Member), (Party::Sy, Role::Signatory), (Party::Us, Role::Reviewer)] {
        assert_eq!(tried(&room, party, role, "Please."), Some(Refusal::NotPermitted), "{role:?}");
    }
    assert_eq!(tried(&room, Party::Il, Role::CoChair, ""), Some(Refusal::ReasonNeeded));
    for (party, role) in [(Party::Il, Role::CoChair), (Party::Sy, Role::Head), (Party::Us, Role::Officer)] {
        assert_eq!(tried(&room, party, role, "Please."), None, "{role:?}");
    }
    room.play(hand_over(&room.matter, &viewer(Party::Il, Role::CoChair), &note("Please."), room.at()));
    assert_eq!(room.matter.level(), MatterLevel::Concern);
    assert_eq!(tried(&room, Party::Sy, Role::CoChair, "Please."), Some(Refusal::AlreadyGiven), "one level is active");
}

#[test]
fn it_is_settled_when_both_co_chairs_agree_to_the_same_newest_words() {
    let mut room = Room::raised_by(Party::Il);
    for (party, role) in
        [(Party::Il, Role::Member), (Party::Il, Role::Head), (Party::Us, Role::Officer), (Party::None, Role::Secretariat)]
    {
        let tried = propose(&room.matter, &viewer(party, role), 0, &note("So."), room.at());
        assert!(matches!(tried, Err(Refusal::NotPermitted | Refusal::NotYourSide)), "{role:?}");
    }
    let chair = viewer(Party::Il, Role::CoChair);
    assert_eq!(propose(&room.matter, &chair, 0, &note(""), room.at()).err(), Some(Refusal::ReasonNeeded));
    room.proposes(Party::Il);
    let old = room.hash();
    assert_eq!(room.agrees(Party::Il).err(), Some(Refusal::AlreadyGiven), "to propose is to agree");
    assert!(!room.matter.is_over(), "one side settles nothing");
    room.proposes(Party::Sy);
    let stale = agree(&room.matter, &chair, &old, room.at());
    assert_eq!(stale.err(), Some(Refusal::StaleText), "other words are on the table");
    assert_eq!(propose(&room.matter, &chair, 1, &note("Third."), room.at()).err(), Some(Refusal::StaleText));
    assert!(!room.matter.is_over(), "a yes to each of two texts is none");
    room.play(room.agrees(Party::Il));
    assert_eq!(room.matter.end.as_ref().map(|(end, _)| end.outcome), Some(MatterOutcome::Resolved));
    assert_eq!(ball(&Standing::of(&room.matter)), None);
    for done in [
        room.agrees(Party::Sy),
        propose(&room.matter, &chair, 2, &note("Third."), room.at()),
        reply(&room.matter, &chair, &note("One more."), room.at()),
        hand_over(&room.matter, &chair, &note("Please."), room.at()),
        withdraw(&room.matter, &chair, &note("Settled."), room.at()),
    ] {
        assert_eq!(done.err(), Some(Refusal::AlreadyEnded));
    }
}

#[test]
fn only_the_party_that_raised_it_takes_it_back_and_says_why() {
    let mut room = Room::raised_by(Party::Sy);
    let tried = |room: &Room, party, role, why| withdraw(&room.matter, &viewer(party, role), &note(why), room.at()).err();
    assert_eq!(tried(&room, Party::Il, Role::CoChair, "Enough."), Some(Refusal::NotYourSide));
    assert_eq!(tried(&room, Party::Us, Role::Officer, "Enough."), Some(Refusal::NotYourSide));
    assert_eq!(tried(&room, Party::Sy, Role::Translator, "Enough."), Some(Refusal::NotPermitted));
    assert_eq!(tried(&room, Party::Sy, Role::Member, ""), Some(Refusal::ReasonNeeded));
    room.play(withdraw(&room.matter, &viewer(Party::Sy, Role::Member), &note("It was answered."), room.at()));
    assert_eq!(room.matter.end.as_ref().map(|(end, _)| end.outcome), Some(MatterOutcome::Withdrawn));
}

/// Who holds it, and for how many working days.
fn held(room: &Room) -> (Holder, Option<u32>) {
    let ball = ball(&Standing::of(&room.matter)).unwrap();
    (ball.holder, ball.working_days)
}

#[test]
fn every_open_matter_has_a_holder_and_a_day() {
    let mut room = Room::raised_by(Party::Il);
    assert_eq!(held(&room), (Holder::Sy, Some(3)));
    room.says(Party::Il, Role::Member, "And a third well.");
    room.says(Party::Us, Role::Reviewer, "We read it.");
    assert_eq!(held(&room), (Holder::Sy, Some(3)), "whoever was asked has not answered");
    room.says(Party::Sy, Role::Member, "The pump was off.");
    assert_eq!(held(&room), (Holder::Il, Some(10)), "it lies with who raised it");
    room.play(hand_over(&room.matter, &viewer(Party::Il, Role::CoChair), &note("Please."), room.at()));
    assert_eq!(held(&room), (Holder::Both, Some(10)));
    room.proposes(Party::Sy);
    assert_eq!(held(&room), (Holder::Il, Some(10)), "one yes is missing");
}

#[test]
fn the_supervisor_asks_both_and_then_settles_nothing_alone() {
    let mut room = Room::raised_by(Party::Us);
    assert_eq!(held(&room), (Holder::Both, Some(3)));
    room.says(Party::Il, Role::Member, "It was calibrated.");
    assert_eq!(held(&room), (Holder::Sy, Some(3)));
    room.says(Party::Sy, Role::Member, "It was.");
    assert_eq!(held(&room), (Holder::Us, Some(10)));
}

#[test]
fn silence_hands_a_query_on_and_settles_nothing() {
    let mut room = Room::raised_by(Party::Il);
    let early = hand_on(&room.matter, day, Occasion::new(SUNDAY.plus_days(3), [2; 32]));
    assert_eq!(early.err(), Some(Refusal::WrongStage), "the last day is not over");
    room.now = SUNDAY.plus_days(4);
    room.play(hand_on(&room.matter, day, room.at()));
    assert_eq!(held(&room), (Holder::Both, Some(10)));
    assert!(room.matter.handed_over.as_ref().is_some_and(|(over, _)| over.person_id.is_none()), "nobody did it");
    room.now = SUNDAY.plus_days(400);
    assert_eq!(hand_on(&room.matter, day, room.at()).err(), Some(Refusal::WrongStage), "a concern stays with the co-chairs");
    assert!(!room.matter.is_over());
    let mut answered = Room::raised_by(Party::Il);
    answered.says(Party::Sy, Role::Member, "The pump was off.");
    answered.now = SUNDAY.plus_days(400);
    assert_eq!(hand_on(&answered.matter, day, answered.at()).err(), Some(Refusal::WrongStage), "it was answered");
}

#[test]
fn swapping_the_sides_mirrors_whose_turn_it_is() {
    for deeds in 0..4 {
        let holder = |mirrored: bool| {
            let side = |one: Delegation| if mirrored { one.other() } else { one }.party();
            let mut room = Room::raised_by(side(Delegation::Il));
            if deeds > 0 {
                room.says(side(Delegation::Sy), Role::Member, "So it is.");
            }
            if deeds > 1 {
                room.play(hand_over(&room.matter, &viewer(side(Delegation::Sy), Role::CoChair), &note("Please."), room.at()));
            }
            if deeds > 2 {
                room.proposes(side(Delegation::Il));
            }
            held(&room).0
        };
        let swapped = match holder(true) {
            Holder::Il => Holder::Sy,
            Holder::Sy => Holder::Il,
            other => other,
        };
        assert_eq!(holder(false), swapped, "after {deeds} deeds");
    }
}

#[test]
fn members_are_asked_for_a_query_and_co_chairs_for_a_concern() {
    let asks = |level, role| who_acts(level, Holder::Sy, Turn::Holder).contains(&(Party::Sy, role));
    assert!(asks(MatterLevel::Query, Role::Member) && asks(MatterLevel::Query, Role::CoChair));
    assert!(!asks(MatterLevel::Concern, Role::Member) && asks(MatterLevel::Concern, Role::CoChair));
    assert!(who_acts(MatterLevel::Query, Holder::Sy, Turn::Holder).iter().all(|(party, _)| *party == Party::Sy));
}
