//! Who may join, and who has to leave: the head manages the people of a delegation alone, the officers those of the supervisor by
//! two. Nobody manages another side's people, nobody suspends themselves, and what ends stays in the record.

use serde::{Deserialize, Serialize};

use crate::change::{Change, Command, Record};
use crate::id::{AttachmentId, GroupId, Occasion, PersonId};
use crate::party::{Audience, Party};
use crate::person::{Letter, Mandate, MandateEnd, Role, RoleEnd, RoleGrant, Suspension, SuspensionEnd};
use crate::policy::{self, Action};
use crate::refusal::Refusal;
use crate::text::Trilingual;
use crate::time::Timestamp;
use crate::viewer::Viewer;

/// A person of a side, as whoever manages it sees them.
#[derive(Clone, Debug)]
pub struct Person {
    /// Who.
    pub id: PersonId,
    /// Of which party, for ever.
    pub party: Party,
    /// The roles that have not ended.
    pub roles: Vec<RoleGrant>,
    /// The mandates that have not ended early.
    pub mandates: Vec<Mandate>,
    /// The suspension in force.
    pub suspension: Option<Suspension>,
}

/// A role that is to be given, with the power that comes with it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Grant {
    /// Which.
    pub role: Role,
    /// In which groups it is held; without one in all.
    pub group_id: Option<GroupId>,
    /// For which groups its mandates are.
    pub groups: Vec<GroupId>,
    /// Until when they hold.
    pub until: Timestamp,
    /// The letter they rest on.
    #[serde(default)]
    pub letter: Option<GivenLetter>,
}

/// A letter as it came, before a mandate rests on it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GivenLetter {
    /// Under which id its bytes lie.
    pub file_id: AttachmentId,
    /// The name it came with.
    pub name: String,
    /// Its kind.
    pub media_type: String,
    /// How many bytes it has.
    pub size: i64,
    /// The SHA-256 of the bytes.
    pub digest: String,
}

impl GivenLetter {
    fn of(&self, mandate: &Mandate) -> Record {
        Record::Letter(Letter {
            mandate_id: mandate.id.clone(),
            file_id: self.file_id.clone(),
            party: mandate.party,
            name: self.name.clone(),
            media_type: self.media_type.clone(),
            size: self.size,
            digest: self.digest.clone(),
        })
    }
}

/// Somebody who is to join.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Newcomer {
    /// The name, which other parties never see.
    pub name: String,
    /// The office in three languages.
    pub office: Trilingual,
    /// The address to sign in with.
    pub email: String,
    /// What they hold from the beginning.
    pub grant: Grant,
}

/// What waits for a second yes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Proposed {
    /// A role for somebody who is here.
    Role {
        /// Who.
        person: PersonId,
        /// What they are to hold.
        grant: Grant,
    },
    /// Somebody new.
    Newcomer(Newcomer),
}

impl Proposed {
    /// What is to be held.
    #[must_use]
    pub const fn grant(&self) -> &Grant {
        match self {
            Self::Role { grant, .. } => grant,
            Self::Newcomer(newcomer) => &newcomer.grant,
        }
    }
}

/// What a new person or a new role needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Yes {
    /// The one who manages the side.
    One,
    /// A second one of the same side.
    Two,
}

/// May this viewer give that role on their side, and is their yes enough?
///
/// # Errors
/// [`Refusal`] of whoever manages nobody, and of a role that belongs to another party.
pub fn may_grant(viewer: &Viewer, grant: &Grant, now: Timestamp) -> Result<Yes, Refusal> {
    manages(viewer)?;
    if !grant.role.fits(viewer.party) || (grant.role == Role::CoChair && grant.group_id.is_none()) {
        return Err(Refusal::NotPermitted);
    }
    if grant.role.power().is_some() && grant.until <= now {
        return Err(Refusal::DateNotAhead);
    }
    Ok(if viewer.party == Party::Us { Yes::Two } else { Yes::One })
}

/// May this viewer give the second yes to what that person proposed?
///
/// # Errors
/// [`Refusal`] of whoever manages nobody, and of the proposer.
pub fn may_second(viewer: &Viewer, proposed_by: &PersonId) -> Result<(), Refusal> {
    manages(viewer)?;
    if viewer.person_id == *proposed_by { Err(Refusal::AlreadyGiven) } else { Ok(()) }
}

fn manages(viewer: &Viewer) -> Result<(), Refusal> {
    if policy::anywhere(viewer, Action::ManagePeople) { Ok(()) } else { Err(Refusal::NotPermitted) }
}

/// Of the own side, and somebody else.
pub(crate) fn manages_other(viewer: &Viewer, person: &Person) -> Result<(), Refusal> {
    manages(viewer)?;
    if person.party != viewer.party {
        return Err(Refusal::NotYourSide);
    }
    if person.id == viewer.person_id { Err(Refusal::NotPermitted) } else { Ok(()) }
}

pub(crate) fn change(command: Command, viewer: &Viewer, person: &PersonId, occasion: Occasion) -> Change {
    Change::new(Audience::Joint, command, &viewer.person_id, viewer.party, occasion).about("person", person.as_str())
}

/// The rows of a role with its mandates.
#[must_use]
pub fn rows(person: &PersonId, party: Party, grant: &Grant, occasion: Occasion) -> Vec<Record> {
    let mut ids = occasion.ids();
    let role =
        RoleGrant { id: ids.fresh(), person_id: person.clone(), party, role: grant.role, group_id: grant.group_id.clone() };
    let mandates = grant.groups.iter().filter_map(|group_id| {
        Some(Mandate {
            id: ids.fresh(),
            person_id: person.clone(),
            party,
            group_id: group_id.clone(),
            power: grant.role.power()?,
            starts_at: occasion.at,
            ends_at: grant.until,
        })
    });
    let mandates: Vec<_> = mandates.collect();
    let letters = mandates.iter().filter_map(|mandate| Some(grant.letter.as_ref()?.of(mandate)));
    let letters: Vec<_> = letters.collect();
    std::iter::once(Record::RoleGrant(role)).chain(mandates.into_iter().map(Record::Mandate)).chain(letters).collect()
}

/// Gives a role to somebody who is here already; whoever holds a role that decides gets a new mandate, until a later day.
///
/// # Errors
/// [`Refusal`] of another side's person, of oneself, and of what is held already.
pub fn grant(viewer: &Viewer, person: &Person, grant: &Grant, occasion: Occasion) -> Result<Change, Refusal> {
    manages_other(viewer, person)?;
    let rows = rows(&person.id, person.party, grant, occasion);
    if !person.roles.iter().any(|held| held.role == grant.role && held.group_id == grant.group_id) {
        return Ok(change(Command::GrantRole, viewer, &person.id, occasion).with_all(rows));
    }
    let as_long = |power| person.mandates.iter().any(|mandate| mandate.power == power && mandate.ends_at >= grant.until);
    if grant.role.power().is_none_or(as_long) {
        return Err(Refusal::AlreadyGiven);
    }
    let mandates = rows.into_iter().filter(|row| !matches!(row, Record::RoleGrant(_)));
    Ok(change(Command::GrantMandate, viewer, &person.id, occasion).with_all(mandates))
}

/// Ends a role, and the mandates that came with it; one change each, since each has its own entry.
///
/// # Errors
/// [`Refusal`] of another side's person, of oneself, and of a role that is not held.
pub fn end_role(viewer: &Viewer, person: &Person, role: &str, occasion: Occasion) -> Result<Vec<Change>, Refusal> {
    manages_other(viewer, person)?;
    let held = person.roles.iter().find(|held| held.id.as_str() == role).ok_or(Refusal::AlreadyEnded)?;
    let ended = RoleEnd { role_id: held.id.clone(), person_id: person.id.clone() };
    let mut changes = vec![change(Command::EndRole, viewer, &person.id, occasion).with(Record::RoleEnd(ended))];
    let others = |power| person.roles.iter().any(|other| other.id != held.id && other.role.power() == Some(power));
    let lost = held.role.power().filter(|power| !others(*power));
    let mandates = person.mandates.iter().filter(|mandate| Some(mandate.power) == lost);
    changes.extend(mandates.map(|mandate| {
        let occasion = occasion.branch(mandate.id.as_str());
        let ended = MandateEnd { mandate_id: mandate.id.clone() };
        change(Command::EndMandate, viewer, &person.id, occasion).with(Record::MandateEnd(ended))
    }));
    Ok(changes)
}

/// Suspends a person: from the next request on they are nobody.
///
/// # Errors
/// [`Refusal`] of another side's person, of oneself, and of somebody who is suspended.
pub fn suspend(viewer: &Viewer, person: &Person, occasion: Occasion) -> Result<Change, Refusal> {
    manages_other(viewer, person)?;
    if person.suspension.is_some() {
        return Err(Refusal::AlreadyEnded);
    }
    let row = Suspension { id: occasion.ids().fresh(), person_id: person.id.clone() };
    Ok(change(Command::SuspendPerson, viewer, &person.id, occasion).with(Record::Suspension(row)))
}

/// Lets a suspended person in again.
///
/// # Errors
/// [`Refusal`] of another side's person, and of somebody who is not suspended.
pub fn reinstate(viewer: &Viewer, person: &Person, occasion: Occasion) -> Result<Change, Refusal> {
    manages_other(viewer, person)?;
    let suspension = person.suspension.as_ref().ok_or(Refusal::AlreadyEnded)?;
    let row = SuspensionEnd { suspension_id: suspension.id.clone(), person_id: person.id.clone() };
    Ok(change(Command::ReinstatePerson, viewer, &person.id, occasion).with(Record::SuspensionEnd(row)))
}

/// May this viewer make a one-time link for that person?
///
/// # Errors
/// [`Refusal`] of another side's person, of oneself, and of somebody who is suspended.
pub fn may_link(viewer: &Viewer, person: &Person) -> Result<(), Refusal> {
    manages_other(viewer, person)?;
    if person.suspension.is_some() { Err(Refusal::AlreadyEnded) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::person::{HeldRole, Power};

    const NOW: Timestamp = Timestamp(1_000);

    fn viewer(id: &str, party: Party, role: Role) -> Viewer {
        Viewer { person_id: id.into(), party, roles: vec![HeldRole { role, group_id: None }], mandates: vec![] }
    }

    fn grant_of(role: Role) -> Grant {
        Grant { role, group_id: Some("energy".into()), groups: vec!["energy".into()], until: Timestamp(2_000), letter: None }
    }

    fn person(party: Party, roles: &[Role]) -> Person {
        let (id, occasion) = (PersonId::from("them"), Occasion::new(NOW, [3; 32]));
        let rows = roles.iter().flat_map(|role| rows(&id, party, &grant_of(*role), occasion.branch(role.code())));
        let mut person = Person { id: id.clone(), party, roles: vec![], mandates: vec![], suspension: None };
        for row in rows {
            match row {
                Record::RoleGrant(role) => person.roles.push(role),
                Record::Mandate(mandate) => person.mandates.push(mandate),
                _ => {}
            }
        }
        person
    }

    fn occasion() -> Occasion {
        Occasion::new(NOW, [9; 32])
    }

    #[test]
    fn a_head_is_enough_for_a_delegation_and_two_officers_for_the_supervisor() {
        let head = viewer("head", Party::Il, Role::Head);
        let officer = viewer("officer", Party::Us, Role::Officer);
        assert_eq!(may_grant(&head, &grant_of(Role::Member), NOW), Ok(Yes::One));
        assert_eq!(may_grant(&officer, &grant_of(Role::Reviewer), NOW), Ok(Yes::Two));
        assert_eq!(may_second(&officer, &"officer".into()), Err(Refusal::AlreadyGiven));
        assert_eq!(may_second(&officer, &"another".into()), Ok(()));
    }

    #[test]
    fn nobody_else_gives_roles_and_none_of_another_party() {
        for role in [Role::Member, Role::Translator, Role::CoChair, Role::Signatory] {
            assert_eq!(may_grant(&viewer("x", Party::Sy, role), &grant_of(Role::Member), NOW), Err(Refusal::NotPermitted));
        }
        for (party, role) in [(Party::Us, Role::Reviewer), (Party::None, Role::Secretariat), (Party::None, Role::Administrator)] {
            assert_eq!(may_grant(&viewer("x", party, role), &grant_of(Role::Member), NOW), Err(Refusal::NotPermitted));
        }
        let head = viewer("head", Party::Il, Role::Head);
        assert_eq!(may_grant(&head, &grant_of(Role::Officer), NOW), Err(Refusal::NotPermitted));
        let nowhere = Grant { group_id: None, ..grant_of(Role::CoChair) };
        assert_eq!(may_grant(&head, &nowhere, NOW), Err(Refusal::NotPermitted));
        let over = Grant { until: NOW, ..grant_of(Role::CoChair) };
        assert_eq!(may_grant(&head, &over, NOW), Err(Refusal::DateNotAhead));
    }

    #[test]
    fn another_sides_people_and_oneself_are_out_of_reach() {
        let (head, foreign) = (viewer("head", Party::Il, Role::Head), person(Party::Sy, &[Role::Member]));
        let own = Person { id: "head".into(), ..person(Party::Il, &[Role::Member]) };
        for (them, refusal) in [(&foreign, Refusal::NotYourSide), (&own, Refusal::NotPermitted)] {
            assert_eq!(suspend(&head, them, occasion()).err(), Some(refusal.clone()));
            assert_eq!(reinstate(&head, them, occasion()).err(), Some(refusal.clone()));
            assert_eq!(grant(&head, them, &grant_of(Role::CoChair), occasion()).err(), Some(refusal.clone()));
            assert_eq!(end_role(&head, them, "x", occasion()).err(), Some(refusal.clone()));
            assert_eq!(may_link(&head, them).err(), Some(refusal));
        }
    }

    #[test]
    fn a_suspension_begins_once_and_ends_once() {
        let head = viewer("head", Party::Sy, Role::Head);
        let mut them = person(Party::Sy, &[Role::Member]);
        assert_eq!(reinstate(&head, &them, occasion()).err(), Some(Refusal::AlreadyEnded));
        assert!(suspend(&head, &them, occasion()).is_ok());
        them.suspension = Some(Suspension { id: "s".into(), person_id: them.id.clone() });
        assert_eq!(suspend(&head, &them, occasion()).err(), Some(Refusal::AlreadyEnded));
        assert_eq!(may_link(&head, &them), Err(Refusal::AlreadyEnded));
        assert!(reinstate(&head, &them, occasion()).is_ok());
    }

    #[test]
    fn a_role_takes_its_mandates_along_unless_another_role_has_the_same_power() -> Result<(), Refusal> {
        let head = viewer("head", Party::Il, Role::Head);
        let them = person(Party::Il, &[Role::CoChair, Role::Signatory]);
        let chair = them.roles.iter().find(|role| role.role == Role::CoChair).map(|role| role.id.clone());
        let changes = end_role(&head, &them, chair.as_ref().map_or("", |id| id.as_str()), occasion())?;
        assert_eq!(changes.iter().map(|one| one.command).collect::<Vec<_>>(), [Command::EndRole, Command::EndMandate]);
        let kept = them.mandates.iter().filter(|mandate| mandate.power == Power::Principals).count();
        assert_eq!(kept, 1);
        let both = person(Party::Il, &[Role::Head, Role::Signatory]);
        let signatory = both.roles.iter().find(|role| role.role == Role::Signatory).map(|role| role.id.clone());
        assert_eq!(end_role(&head, &both, signatory.as_ref().map_or("", |id| id.as_str()), occasion())?.len(), 1);
        assert_eq!(end_role(&head, &them, "none", occasion()).err(), Some(Refusal::AlreadyEnded));
        assert_eq!(grant(&head, &them, &grant_of(Role::CoChair), occasion()).err(), Some(Refusal::AlreadyGiven));
        let longer = Grant { until: Timestamp(9_000), ..grant_of(Role::CoChair) };
        let renewed = grant(&head, &them, &longer, occasion())?;
        assert_eq!(renewed.command, Command::GrantMandate);
        assert!(matches!(renewed.records.as_slice(), [Record::Mandate(mandate)] if mandate.ends_at == Timestamp(9_000)));
        let member = person(Party::Il, &[Role::Member]);
        let again = Grant { until: Timestamp(9_000), ..grant_of(Role::Member) };
        assert_eq!(grant(&head, &member, &again, occasion()).err(), Some(Refusal::AlreadyGiven), "a member has no mandate");
        Ok(())
    }
}
