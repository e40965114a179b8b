//! Who asks: a person with the roles and mandates held now. The public has no viewer.

use crate::id::{GroupId, MandateId, PersonId};
use crate::party::{Audience, Delegation, Party};
use crate::person::{HeldRole, Mandate, Power, Role};
use crate::refusal::Refusal;
use crate::time::Timestamp;

/// Under which name the ledger keeps what the rules do by themselves; nobody has it.
pub const ENGINE: &str = "engine";

/// A signed-in person with what they hold at this moment.
#[derive(Clone, Debug)]
pub struct Viewer {
    /// Who.
    pub person_id: PersonId,
    /// Of which party, for ever.
    pub party: Party,
    /// The roles held now.
    pub roles: Vec<HeldRole>,
    /// The mandates that no row has ended.
    pub mandates: Vec<Mandate>,
}

impl Viewer {
    /// Nobody: the rule itself, run by a due date. It is of no party and may nothing that people may.
    #[must_use]
    pub fn engine() -> Self {
        Self { person_id: ENGINE.into(), party: Party::None, roles: vec![], mandates: vec![] }
    }

    /// Does the viewer hold this role in this group?
    #[must_use]
    pub fn holds(&self, role: Role, group: &GroupId) -> bool {
        self.roles.iter().any(|held| held.role == role && held.group_id.as_ref().is_none_or(|own| own == group))
    }

    /// The roles that count in this group.
    pub fn roles_in<'a>(&'a self, group: &'a GroupId) -> impl Iterator<Item = Role> + 'a {
        let here = move |held: &&HeldRole| held.role.fits(self.party) && held.group_id.as_ref().is_none_or(|own| own == group);
        self.roles.iter().filter(here).map(|held| held.role)
    }

    /// The delegation the viewer belongs to.
    ///
    /// # Errors
    /// [`Refusal::NotPermitted`] for everybody else.
    pub fn delegation(&self) -> Result<Delegation, Refusal> {
        self.party.delegation().ok_or(Refusal::NotPermitted)
    }

    /// The mandate under which the viewer may decide now. Serves I-4.
    ///
    /// # Errors
    /// [`Refusal::NoMandate`] when none is in force.
    pub fn mandate(&self, group: &GroupId, power: Power, at: Timestamp) -> Result<MandateId, Refusal> {
        self.mandates
            .iter()
            .find(|mandate| mandate.power == power && mandate.group_id == *group && mandate.in_force(at))
            .map(|mandate| mandate.id.clone())
            .ok_or(Refusal::NoMandate)
    }

    /// Does the viewer hold any role that reads the joint content of this group?
    #[must_use]
    pub fn reads_joint(&self, group: &GroupId) -> bool {
        self.roles_in(group).any(|role| role != Role::Administrator)
    }

    /// May the viewer read what has this audience in this group? Serves promise 4.
    #[must_use]
    pub fn reads(&self, audience: Audience, group: &GroupId) -> bool {
        if !audience.admits(self.party) || !self.reads_joint(group) {
            return false;
        }
        match audience {
            Audience::Joint | Audience::CaucusIl | Audience::CaucusSy | Audience::CaucusUs => true,
            Audience::Security => false,
            Audience::ChannelIl | Audience::ChannelSy => self
                .roles_in(group)
                .any(|role| matches!(role, Role::CoChair | Role::Signatory | Role::Head | Role::Reviewer | Role::Officer)),
        }
    }
}
