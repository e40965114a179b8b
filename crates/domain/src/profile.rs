//! What others see of a person: the office, unless the own head offers more and the person agrees. Less is set by either at once.

use serde::{Deserialize, Serialize};

use crate::change::{Change, Command, Record};
use crate::enrolment::{Person, change, manages_other};
use crate::id::{Occasion, PersonId, ProfileId};
use crate::refusal::Refusal;
use crate::viewer::Viewer;

/// What others see of a person.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Profile {
    /// The office; only the own party sees the name.
    #[default]
    Office,
    /// Whoever is signed in sees the name.
    Joint,
    /// Everybody does, also in what is published.
    Public,
}

impl Profile {
    /// Every one, the narrowest first.
    pub const ALL: [Self; 3] = [Self::Office, Self::Joint, Self::Public];

    /// The code of rows and forms.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Office => "office",
            Self::Joint => "joint",
            Self::Public => "public",
        }
    }
}

/// The record of a profile: the own head offered it and the person agreed; narrower than before either of them sets alone.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProfileSet {
    /// Its id.
    pub id: ProfileId,
    /// Of whom.
    pub person_id: PersonId,
    /// Which in their order; the newest counts.
    pub number: i64,
    /// What others see.
    pub profile: Profile,
    /// Who offered it, where it shows more.
    pub offered_by: Option<PersonId>,
}

/// May this viewer offer that person to be seen by more?
///
/// # Errors
/// [`Refusal`] of another side's person and of oneself; [`Refusal::NothingChanged`] where it shows no more than now.
pub fn may_offer(viewer: &Viewer, person: &Person, now: Profile, offered: Profile) -> Result<(), Refusal> {
    manages_other(viewer, person)?;
    if offered > now { Ok(()) } else { Err(Refusal::NothingChanged) }
}

/// Sets what others see of a person, after `last` settings before: more, where the person accepts what was offered; less, where
/// the person or the own head says so.
///
/// # Errors
/// [`Refusal`] of anybody else, of more than was offered, and of what is so already.
pub fn set_profile(
    viewer: &Viewer,
    person: &Person,
    (now, last): (Profile, i64),
    profile: Profile,
    offer: Option<(&PersonId, Profile)>,
    occasion: Occasion,
) -> Result<Change, Refusal> {
    let own = viewer.person_id == person.id;
    if !own {
        manages_other(viewer, person)?;
    }
    let offered_by = offer.filter(|(_, offered)| own && *offered == profile).map(|(head, _)| head.clone());
    if profile == now {
        return Err(Refusal::NothingChanged);
    }
    if profile > now && offered_by.is_none() {
        return Err(Refusal::NotPermitted);
    }
    let offered_by = offered_by.or_else(|| (profile != Profile::Office).then(|| viewer.person_id.clone()));
    let row = ProfileSet { id: occasion.ids().fresh(), person_id: person.id.clone(), number: last + 1, profile, offered_by };
    Ok(change(Command::SetProfile, viewer, &person.id, occasion).with(Record::ProfileSet(row)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::party::Party;
    use crate::person::{HeldRole, Role};
    use crate::time::Timestamp;

    fn viewer(id: &str, party: Party, role: Role) -> Viewer {
        Viewer { person_id: id.into(), party, roles: vec![HeldRole { role, group_id: None }], mandates: vec![] }
    }

    #[test]
    fn a_name_is_seen_by_more_only_where_head_and_person_agree_and_by_fewer_as_either_says() {
        let (head, them) = (
            viewer("head", Party::Il, Role::Head),
            Person { id: "them".into(), party: Party::Il, roles: vec![], mandates: vec![], suspension: None },
        );
        let own = viewer("them", Party::Il, Role::Signatory);
        let (other, foreign) = (viewer("x", Party::Il, Role::Member), viewer("y", Party::Sy, Role::Head));
        let by = PersonId::from("head");
        let set = |who: &Viewer, now, to, offer| {
            set_profile(who, &them, (now, 1), to, offer, Occasion::new(Timestamp(1), [9; 32])).map(|_| ())
        };
        assert_eq!(may_offer(&head, &them, Profile::Office, Profile::Joint), Ok(()));
        assert_eq!(may_offer(&head, &them, Profile::Joint, Profile::Joint), Err(Refusal::NothingChanged));
        assert_eq!(may_offer(&foreign, &them, Profile::Office, Profile::Joint), Err(Refusal::NotYourSide));
        assert_eq!(set(&own, Profile::Office, Profile::Joint, Some((&by, Profile::Joint))), Ok(()));
        assert_eq!(set(&own, Profile::Office, Profile::Public, Some((&by, Profile::Joint))), Err(Refusal::NotPermitted));
        assert_eq!(set(&own, Profile::Office, Profile::Joint, None), Err(Refusal::NotPermitted));
        assert_eq!(set(&head, Profile::Office, Profile::Joint, Some((&by, Profile::Joint))), Err(Refusal::NotPermitted));
        for who in [&own, &head] {
            assert_eq!(set(who, Profile::Public, Profile::Office, None), Ok(()));
            assert_eq!(set(who, Profile::Office, Profile::Office, None), Err(Refusal::NothingChanged));
        }
        assert_eq!(set(&other, Profile::Public, Profile::Office, None), Err(Refusal::NotPermitted));
        assert_eq!(set(&foreign, Profile::Public, Profile::Office, None), Err(Refusal::NotYourSide));
    }
}
