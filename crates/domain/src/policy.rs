//! The one table of who may do what. Handlers, buttons and tests all ask [`decide`]; what is not listed is refused.
//!
//! The table answers by role. Whether the stage, the version and the other side allow a deed is the rule's own business.

use crate::id::GroupId;
use crate::person::Role;
use crate::refusal::Refusal;
use crate::viewer::Viewer;

/// Everything that is decided by role.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Action {
    /// Read joint content of one's groups.
    ReadJoint,
    /// Read and write the own caucus.
    Caucus,
    /// Read and write a delegation's channel to the supervisor.
    Channel,
    /// Create a draft.
    CreateDraft,
    /// Edit the working text.
    EditText,
    /// Table, take up, return as incomplete, freeze the next version, recall a group ballot, withdraw a project.
    SteerProject,
    /// Mark a translation reviewed.
    ReviewText,
    /// Agree a translation, open a group ballot, start, complete: needs both.
    AgreeJointly,
    /// Record the position at group level.
    GroupPosition,
    /// Record the position at principals level, withdraw an approval.
    PrincipalsPosition,
    /// Answer a point.
    AnswerPoint,
    /// Close a point of one's own party.
    ClosePoint,
    /// Verify that a condition is fulfilled.
    VerifyCondition,
    /// Prepare the dossier.
    PrepareDossier,
    /// Sign, return, refuse, revoke.
    SignOff,
    /// Order stop-work and lift the own order.
    StopWork,
    /// Write the summary for the public.
    PrepareSummary,
    /// Consent to a summary, close a project.
    Conclude,
    /// Send a formal note, take note of one.
    SendNote,
    /// Call a meeting, write its agenda.
    PrepareMeeting,
    /// Run console and screen of a meeting, note what was spoken.
    RunMeeting,
    /// File a statement for the record.
    FileStatement,
    /// Raise a matter, answer one, take one of the own party back.
    RaiseMatter,
    /// Hand a matter over to the next level.
    HandOverMatter,
    /// Declare a link to another project, take one of the own side back.
    DeclareLink,
    /// Invite people of the own side, give and end roles and mandates, suspend.
    ManagePeople,
}

/// What the table says for one role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grant {
    /// Refused.
    No,
    /// Allowed.
    Yes,
    /// Allowed for the own party, which the rule checks against the project.
    Own,
    /// Takes effect when the other side does the same.
    Both,
}

impl Action {
    /// Every action, for the tests that walk the whole table.
    pub const ALL: [Self; 26] = [
        Self::ReadJoint,
        Self::Caucus,
        Self::Channel,
        Self::CreateDraft,
        Self::EditText,
        Self::SteerProject,
        Self::ReviewText,
        Self::AgreeJointly,
        Self::GroupPosition,
        Self::PrincipalsPosition,
        Self::AnswerPoint,
        Self::ClosePoint,
        Self::VerifyCondition,
        Self::PrepareDossier,
        Self::SignOff,
        Self::StopWork,
        Self::PrepareSummary,
        Self::Conclude,
        Self::SendNote,
        Self::PrepareMeeting,
        Self::RunMeeting,
        Self::FileStatement,
        Self::RaiseMatter,
        Self::HandOverMatter,
        Self::DeclareLink,
        Self::ManagePeople,
    ];

    /// The code of its sentence.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::ReadJoint => "read_joint",
            Self::Caucus => "caucus",
            Self::Channel => "channel",
            Self::CreateDraft => "create_draft",
            Self::EditText => "edit_text",
            Self::SteerProject => "steer_project",
            Self::ReviewText => "review_text",
            Self::AgreeJointly => "agree_jointly",
            Self::GroupPosition => "group_position",
            Self::PrincipalsPosition => "principals_position",
            Self::AnswerPoint => "answer_point",
            Self::ClosePoint => "close_point",
            Self::VerifyCondition => "verify_condition",
            Self::PrepareDossier => "prepare_dossier",
            Self::SignOff => "sign_off",
            Self::StopWork => "stop_work",
            Self::PrepareSummary => "prepare_summary",
            Self::Conclude => "conclude",
            Self::SendNote => "send_note",
            Self::PrepareMeeting => "prepare_meeting",
            Self::RunMeeting => "run_meeting",
            Self::FileStatement => "file_statement",
            Self::RaiseMatter => "raise_matter",
            Self::HandOverMatter => "hand_over_matter",
            Self::DeclareLink => "declare_link",
            Self::ManagePeople => "manage_people",
        }
    }

    /// What each role may, in the order of [`Role::ALL`]: mem tra cc sig hod rev off sec adm.
    #[must_use]
    pub const fn grants(self) -> [Grant; 9] {
        use Grant::{Both, No, Own, Yes};
        match self {
            Self::ReadJoint => [Yes, Yes, Yes, Yes, Yes, Yes, Yes, Yes, No],
            Self::Caucus => [Own, Own, Own, Own, Own, Own, Own, No, No],
            Self::Channel => [No, No, Own, Own, Own, Yes, Yes, No, No],
            Self::CreateDraft => [Own, No, Own, No, Own, No, No, No, No],
            Self::EditText => [Yes, Yes, Yes, No, No, No, No, No, No],
            Self::SteerProject => [No, No, Own, No, No, No, No, No, No],
            Self::ReviewText => [No, Own, Own, No, No, No, No, No, No],
            Self::AgreeJointly => [No, No, Both, No, No, No, No, No, No],
            Self::GroupPosition => [No, No, Own, No, No, No, No, No, No],
            Self::PrincipalsPosition => [No, No, No, Own, Own, No, No, No, No],
            Self::AnswerPoint => [No, No, Own, No, No, No, No, No, No],
            Self::ClosePoint => [No, No, Own, Own, Own, No, Own, No, No],
            Self::VerifyCondition => [No, No, Own, No, Own, No, Own, No, No],
            Self::PrepareDossier => [No, No, No, No, No, Yes, Yes, No, No],
            Self::SignOff => [No, No, No, No, No, No, Yes, No, No],
            Self::StopWork => [No, No, No, No, Own, No, Own, No, No],
            Self::PrepareSummary => [No, No, Yes, No, Yes, No, No, Yes, No],
            Self::Conclude => [No, No, No, No, Both, No, No, No, No],
            Self::SendNote => [No, No, Own, Own, Own, Yes, Yes, No, No],
            Self::PrepareMeeting => [No, No, Yes, No, No, No, No, Yes, No],
            Self::RunMeeting => [Yes, No, Yes, No, No, No, No, Yes, No],
            Self::FileStatement => [No, No, Own, Own, Own, No, Own, No, No],
            Self::RaiseMatter => [Yes, No, Yes, Yes, Yes, Yes, Yes, No, No],
            Self::HandOverMatter => [No, No, Own, No, Own, No, Own, No, No],
            // A link binds a side, so a co-chair speaks; one across groups is the head's, who reads both.
            Self::DeclareLink => [No, No, Own, No, Own, No, No, No, No],
            Self::ManagePeople => [No, No, No, No, Own, No, Own, No, No],
        }
    }
}

/// May this viewer do this in this group?
///
/// # Errors
/// [`Refusal::NotPermitted`] when no role of theirs is listed.
pub fn decide(viewer: &Viewer, action: Action, group: &GroupId) -> Result<(), Refusal> {
    let grants = action.grants();
    let allowed = |role: Role| role.fits(viewer.party) && grants.get(role as usize).is_some_and(|&grant| grant != Grant::No);
    if viewer.roles_in(group).any(allowed) { Ok(()) } else { Err(Refusal::NotPermitted) }
}

/// May this viewer do this in any group? For pages that offer a choice of groups.
#[must_use]
pub fn anywhere(viewer: &Viewer, action: Action) -> bool {
    let grants = action.grants();
    viewer
        .roles
        .iter()
        .filter(|held| held.role.fits(viewer.party))
        .any(|held| grants.get(held.role as usize).is_some_and(|&grant| grant != Grant::No))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::party::Party;
    use crate::person::HeldRole;

    fn viewer(party: Party, role: Role, group: Option<&str>) -> Viewer {
        Viewer {
            person_id: "p".into(),
            party,
            roles: vec![HeldRole { role, group_id: group.map(GroupId::from) }],
            mandates: vec![],
        }
    }

    #[test]
    fn the_order_of_the_columns_is_the_order_of_the_roles() {
        for (place, role) in Role::ALL.into_iter().enumerate() {
            assert_eq!(role as usize, place);
        }
    }

    #[test]
    fn an_administrator_may_nothing_and_the_secretariat_decides_nothing() {
        for action in Action::ALL {
            assert_eq!(action.grants()[Role::Administrator as usize], Grant::No);
        }
        let secretariat = viewer(Party::None, Role::Secretariat, None);
        let allowed: Vec<_> =
            Action::ALL.into_iter().filter(|&action| decide(&secretariat, action, &"g".into()).is_ok()).collect();
        assert_eq!(allowed, [Action::ReadJoint, Action::PrepareSummary, Action::PrepareMeeting, Action::RunMeeting]);
    }

    #[test]
    fn a_role_counts_in_its_own_group_only() {
        let chair = viewer(Party::Il, Role::CoChair, Some("energy"));
        assert_eq!(decide(&chair, Action::SteerProject, &"energy".into()), Ok(()));
        assert_eq!(decide(&chair, Action::SteerProject, &"medicine".into()), Err(Refusal::NotPermitted));
    }

    #[test]
    fn a_role_of_another_party_gives_nothing() {
        for role in [Role::Officer, Role::Reviewer] {
            assert_eq!(decide(&viewer(Party::Sy, role, None), Action::PrepareDossier, &"g".into()), Err(Refusal::NotPermitted));
        }
        assert_eq!(
            decide(&viewer(Party::Us, Role::CoChair, None), Action::GroupPosition, &"g".into()),
            Err(Refusal::NotPermitted)
        );
    }

    #[test]
    fn only_the_supervisors_officers_sign() {
        let signing: Vec<_> =
            Role::ALL.into_iter().filter(|&role| Action::SignOff.grants()[role as usize] != Grant::No).collect();
        assert_eq!(signing, [Role::Officer]);
    }
}
