//! Formal notes: numbered correspondence between the parties. A note never changes; what corrects it is another note.
//!
//! What the delegations write to each other the supervisor reads too, so such a note is joint; only a delegation and the supervisor
//! write to each other alone, in their channel. Joint notes and those of a channel are numbered apart: no gap tells of another.

use serde::{Deserialize, Serialize};

use crate::change::{Change, Command, Record};
use crate::id::{FormalNoteId, GroupId, Occasion, PersonId};
use crate::party::{Audience, Delegation, Party};
use crate::policy::{self, Action};
use crate::refusal::Refusal;
use crate::text::{Lang, Note};
use crate::time::Day;
use crate::viewer::Viewer;

/// To whom a note goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the parties, and every two of them")]
pub enum Addressee {
    Il,
    Sy,
    Us,
    IlSy,
    IlUs,
    SyUs,
}

impl Addressee {
    /// Every addressee.
    pub const ALL: [Self; 6] = [Self::Il, Self::Sy, Self::Us, Self::IlSy, Self::IlUs, Self::SyUs];

    /// The code of rows and forms.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Il => "il",
            Self::Sy => "sy",
            Self::Us => "us",
            Self::IlSy => "il_sy",
            Self::IlUs => "il_us",
            Self::SyUs => "sy_us",
        }
    }

    /// The addressee with this code.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }

    /// Its parties.
    #[must_use]
    pub const fn parties(self) -> &'static [Party] {
        match self {
            Self::Il => &[Party::Il],
            Self::Sy => &[Party::Sy],
            Self::Us => &[Party::Us],
            Self::IlSy => &[Party::Il, Party::Sy],
            Self::IlUs => &[Party::Il, Party::Us],
            Self::SyUs => &[Party::Sy, Party::Us],
        }
    }

    /// To whom this party can write.
    #[must_use]
    pub fn of(party: Party) -> Vec<Self> {
        let fits = |one: &Self| party != Party::None && !one.parties().contains(&party);
        Self::ALL.into_iter().filter(fits).collect()
    }
}

/// A note as it was sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FormalNote {
    /// Its id.
    pub id: FormalNoteId,
    /// In which working group.
    pub group_id: GroupId,
    /// Who reads it: all parties, or a delegation and the supervisor.
    pub audience: Audience,
    /// Who sends it.
    pub party: Party,
    /// In which year.
    pub year: i64,
    /// Its number among those of the party, the audience and the year, from 1 without gaps.
    pub number: i64,
    /// To whom.
    pub addressee: Addressee,
    /// The language of its words.
    pub lang: Lang,
    /// What it is about.
    pub title: String,
    /// What it says, Markdown.
    pub text: String,
    /// Which note it answers.
    pub reply_to_id: Option<FormalNoteId>,
    /// Until when an answer is asked for.
    pub due_on: Option<Day>,
    /// Who signed it off for the party.
    pub person_id: PersonId,
}

impl FormalNote {
    /// `IL-2026-014`; between a delegation and the supervisor `IL-US-2026-003`.
    #[must_use]
    pub fn label(&self) -> String {
        label(self.party, self.audience, self.year, self.number)
    }
}

/// How a note is named, as [`FormalNote::label`].
#[must_use]
pub fn label(party: Party, audience: Audience, year: i64, number: i64) -> String {
    let other = match (audience, party) {
        (Audience::ChannelIl, Party::Us) => "-IL",
        (Audience::ChannelSy, Party::Us) => "-SY",
        (Audience::ChannelIl | Audience::ChannelSy, _) => "-US",
        _ => "",
    };
    format!("{}{other}-{year}-{number:03}", party.code().to_uppercase())
}

/// The parts of a label: whose, in which audience, year and number.
#[must_use]
pub fn parse_label(label: &str) -> Option<(Party, Audience, i64, i64)> {
    let parts: Vec<&str> = label.split('-').collect();
    let party = |code: &str| [Party::Il, Party::Sy, Party::Us].into_iter().find(|party| party.code().to_uppercase() == code);
    let (from, to, year, number) = match parts.as_slice() {
        [from, year, number] => (party(from)?, None, year, number),
        [from, to, year, number] => (party(from)?, Some(party(to)?), year, number),
        _ => return None,
    };
    let audience = match (from, to) {
        (_, None) => Audience::Joint,
        (Party::Us, Some(to)) => Audience::channel(to.delegation()?),
        (from, Some(Party::Us)) => Audience::channel(from.delegation()?),
        _ => return None,
    };
    Some((from, audience, year.parse().ok()?, number.parse().ok()?))
}

/// A party takes note of a note, and names the office that deals with it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Acknowledgement {
    /// Of which note.
    pub note_id: FormalNoteId,
    /// Who reads it: as the note.
    pub audience: Audience,
    /// Which party.
    pub party: Party,
    /// Who did it.
    pub person_id: PersonId,
    /// The language of the office's name.
    pub lang: Lang,
    /// The office that deals with it.
    pub office: String,
}

/// A note as somebody sends it.
#[derive(Clone, Debug)]
pub struct NewNote {
    /// Who reads it.
    pub audience: Audience,
    /// To whom.
    pub addressee: Addressee,
    /// What it is about.
    pub title: String,
    /// What it says.
    pub text: Note,
    /// Until when an answer is asked for.
    pub due_on: Option<Day>,
}

/// What is there before a note is sent: the last number of its row, and the note it answers.
#[derive(Clone, Debug)]
pub struct Before {
    /// The year.
    pub year: i64,
    /// The last number of the party, the audience and the year.
    pub number: i64,
    /// The note it answers.
    pub reply_to: Option<FormalNote>,
    /// Which day it is at the sender's.
    pub today: Day,
}

/// In which audiences this viewer can send and take note in a group.
#[must_use]
pub fn audiences(viewer: &Viewer, group: &GroupId) -> Vec<Audience> {
    let sends = policy::decide(viewer, Action::SendNote, group).is_ok();
    let channels = Delegation::BOTH.map(Audience::channel);
    let all = std::iter::once(Audience::Joint).chain(channels);
    all.filter(|&audience| sends && viewer.reads(audience, group)).collect()
}

/// Sends a note.
///
/// # Errors
/// [`Refusal::NotPermitted`] without the right, outside the audience, or to somebody who does not read it; [`Refusal::DateNotAhead`] where
/// the answer would be due today or before.
pub fn send(viewer: &Viewer, group: &GroupId, new: &NewNote, before: &Before, occasion: Occasion) -> Result<Change, Refusal> {
    let addressed = Addressee::of(viewer.party).contains(&new.addressee)
        && new.addressee.parties().iter().all(|&party| new.audience.admits(party));
    // An answer stays where the question was asked.
    let fits = before.reply_to.as_ref().is_none_or(|to| to.audience == new.audience && to.group_id == *group);
    if !audiences(viewer, group).contains(&new.audience) || !addressed || !fits {
        return Err(Refusal::NotPermitted);
    }
    if new.due_on.is_some_and(|due| due <= before.today) {
        return Err(Refusal::DateNotAhead);
    }
    let note = FormalNote {
        id: occasion.ids().fresh(),
        group_id: group.clone(),
        audience: new.audience,
        party: viewer.party,
        year: before.year,
        number: before.number + 1,
        addressee: new.addressee,
        lang: new.text.lang,
        title: new.title.clone(),
        text: new.text.text.clone(),
        reply_to_id: before.reply_to.as_ref().map(|to| to.id.clone()),
        due_on: new.due_on,
        person_id: viewer.person_id.clone(),
    };
    let id = note.id.to_string();
    Ok(change(viewer, new.audience, Command::SendNote, occasion).about("note", &id).with(Record::FormalNote(note)))
}

/// Takes note of a note for the own party.
///
/// # Errors
/// [`Refusal::NotPermitted`] without the right, [`Refusal::NotYourSide`] for whom it was not sent to, [`Refusal::AlreadyGiven`].
pub fn acknowledge(
    viewer: &Viewer,
    note: &FormalNote,
    given: &[Acknowledgement],
    office: &Note,
    occasion: Occasion,
) -> Result<Change, Refusal> {
    if !audiences(viewer, &note.group_id).contains(&note.audience) {
        return Err(Refusal::NotPermitted);
    }
    if !note.addressee.parties().contains(&viewer.party) {
        return Err(Refusal::NotYourSide);
    }
    if given.iter().any(|one| one.party == viewer.party) {
        return Err(Refusal::AlreadyGiven);
    }
    let acknowledgement = Acknowledgement {
        note_id: note.id.clone(),
        audience: note.audience,
        party: viewer.party,
        person_id: viewer.person_id.clone(),
        lang: office.lang,
        office: office.text.clone(),
    };
    Ok(change(viewer, note.audience, Command::AcknowledgeNote, occasion)
        .about("note", note.id.as_str())
        .with(Record::Acknowledgement(acknowledgement)))
}

fn change(viewer: &Viewer, audience: Audience, command: Command, occasion: Occasion) -> Change {
    Change::new(audience, command, &viewer.person_id, viewer.party, occasion)
}

#[cfg(test)]
#[expect(clippy::expect_used, reason = "a test says what it expects")]
mod tests {
    use super::*;
    use crate::person::{HeldRole, Role};
    use crate::time::Timestamp;

    fn viewer(party: Party, role: Role) -> Viewer {
        let roles = vec![HeldRole { role, group_id: Some("g".into()) }];
        Viewer { person_id: party.code().into(), party, roles, mandates: vec![] }
    }

    fn new(audience: Audience, addressee: Addressee) -> NewNote {
        let text = Note { lang: Lang::En, text: "words".to_owned() };
        NewNote { audience, addressee, title: "title".to_owned(), text, due_on: Some(Day(101)) }
    }

    fn before(reply_to: Option<FormalNote>) -> Before {
        Before { year: 2026, number: 13, reply_to, today: Day(100) }
    }

    fn sent(viewer: &Viewer, new: &NewNote, before: &Before) -> Result<FormalNote, Refusal> {
        let occasion = Occasion::new(Timestamp(1), [3; 32]);
        send(viewer, &"g".into(), new, before, occasion).map(|change| match change.records.as_slice() {
            [Record::FormalNote(note)] => note.clone(),
            other => panic!("a note is one row, not {other:?}"),
        })
    }

    #[test]
    fn chairs_signatories_heads_and_the_supervisor_write_and_nobody_else() {
        let may = |party, role, audience, to| sent(&viewer(party, role), &new(audience, to), &before(None)).is_ok();
        for role in [Role::CoChair, Role::Signatory, Role::Head] {
            assert!(may(Party::Il, role, Audience::Joint, Addressee::Sy), "{role:?}");
            assert!(may(Party::Sy, role, Audience::ChannelSy, Addressee::Us), "{role:?}");
        }
        for role in [Role::Member, Role::Translator, Role::Secretariat, Role::Administrator, Role::Officer] {
            assert!(!may(Party::Il, role, Audience::Joint, Addressee::Sy), "{role:?}");
        }
        assert!(may(Party::Us, Role::Officer, Audience::ChannelIl, Addressee::Il));
        assert!(may(Party::Us, Role::Reviewer, Audience::Joint, Addressee::IlSy));
    }

    #[test]
    fn nobody_writes_to_themselves_or_to_whoever_does_not_read_it() {
        let chair = viewer(Party::Il, Role::CoChair);
        for (audience, to) in [
            (Audience::Joint, Addressee::Il),
            (Audience::Joint, Addressee::IlUs),
            (Audience::ChannelIl, Addressee::Sy),
            (Audience::ChannelIl, Addressee::SyUs),
            (Audience::ChannelSy, Addressee::Us),
            (Audience::CaucusIl, Addressee::Us),
        ] {
            assert_eq!(sent(&chair, &new(audience, to), &before(None)), Err(Refusal::NotPermitted), "{audience:?} {to:?}");
        }
    }

    #[test]
    fn an_answer_stays_in_its_audience_and_is_asked_for_by_a_day_ahead() {
        let (chair, other) = (viewer(Party::Il, Role::CoChair), viewer(Party::Sy, Role::CoChair));
        let first = sent(&chair, &new(Audience::Joint, Addressee::Sy), &before(None)).expect("it may be sent");
        let answer = sent(&other, &new(Audience::Joint, Addressee::Il), &before(Some(first.clone()))).expect("it is answered");
        assert_eq!(answer.reply_to_id.as_ref(), Some(&first.id));
        let aside = sent(&other, &new(Audience::ChannelSy, Addressee::Us), &before(Some(first)));
        assert_eq!(aside, Err(Refusal::NotPermitted), "what all read is not answered behind a back");
        let late = NewNote { due_on: Some(Day(100)), ..new(Audience::Joint, Addressee::Sy) };
        assert_eq!(sent(&chair, &late, &before(None)), Err(Refusal::DateNotAhead));
    }

    #[test]
    fn a_note_is_taken_note_of_once_by_each_whom_it_was_sent_to() {
        let chair = viewer(Party::Il, Role::CoChair);
        let note = sent(&chair, &new(Audience::Joint, Addressee::Sy), &before(None)).expect("it may be sent");
        let (occasion, office) = (Occasion::new(Timestamp(2), [4; 32]), Note { lang: Lang::Ar, text: "الدائرة".to_owned() });
        let take = |viewer: &Viewer, given: &[Acknowledgement]| {
            acknowledge(viewer, &note, given, &office, occasion).map(|change| change.records)
        };
        let taken = take(&viewer(Party::Sy, Role::Head), &[]).expect("it was sent to them");
        let [Record::Acknowledgement(given)] = taken.as_slice() else { panic!("one row") };
        assert_eq!(take(&viewer(Party::Sy, Role::CoChair), std::slice::from_ref(given)), Err(Refusal::AlreadyGiven));
        assert_eq!(take(&chair, &[]), Err(Refusal::NotYourSide));
        assert_eq!(take(&viewer(Party::Sy, Role::Member), &[]), Err(Refusal::NotPermitted));
    }

    #[test]
    fn a_label_is_read_as_it_is_written() {
        for (party, role, audience, to, label) in [
            (Party::Il, Role::CoChair, Audience::Joint, Addressee::Sy, "IL-2026-014"),
            (Party::Il, Role::CoChair, Audience::ChannelIl, Addressee::Us, "IL-US-2026-014"),
            (Party::Us, Role::Officer, Audience::ChannelSy, Addressee::Sy, "US-SY-2026-014"),
        ] {
            let note = sent(&viewer(party, role), &new(audience, to), &before(None)).expect("it may be sent");
            assert_eq!(note.label(), label);
            assert_eq!(parse_label(label), Some((party, audience, 2026, 14)));
        }
        for wrong in ["", "IL", "IL-SY-2026-001", "US-US-2026-001", "XX-2026-001", "IL-2026-x"] {
            assert_eq!(parse_label(wrong), None, "{wrong}");
        }
    }
}
