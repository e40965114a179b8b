//! The permission table is the one of domain.md section 1, and nobody reads what is not meant for them (I-10).

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "in a test a panic is the answer")]

use domain::id::GroupId;
use domain::party::{Audience, Party};
use domain::person::{HeldRole, Role};
use domain::policy::{self, Action, Grant};
use domain::refusal::Refusal;
use domain::viewer::Viewer;

/// domain.md section 1, cell by cell, without the public, who has no viewer: mem tra cc sig hod rev off sec adm.
/// `y` yes · `o` own party · `b` needs both · `l` own language · `p` prepares only · `-` no.
///
/// Two rows are split off: who *prepares* a summary (the `p` and `b` of "consent to a summary"), and who verifies a condition
/// (section 4: both sides, and the supervisor if it set it).
const TABLE: [(Action, &str); 26] = [
    (Action::ReadJoint, "y y y y y y y y -"),
    (Action::Caucus, "o o o o o o o - -"),
    (Action::Channel, "- - o o o y y - -"),
    (Action::CreateDraft, "o - o - o - - - -"),
    (Action::EditText, "y l y - - - - - -"),
    (Action::SteerProject, "- - o - - - - - -"),
    (Action::ReviewText, "- o o - - - - - -"),
    (Action::AgreeJointly, "- - b - - - - - -"),
    (Action::GroupPosition, "- - o - - - - - -"),
    (Action::PrincipalsPosition, "- - - o o - - - -"),
    (Action::AnswerPoint, "- - o - - - - - -"),
    (Action::ClosePoint, "- - o o o - o - -"),
    (Action::VerifyCondition, "- - o - o - o - -"),
    (Action::PrepareDossier, "- - - - - y y - -"),
    (Action::SignOff, "- - - - - - y - -"),
    (Action::StopWork, "- - p - o - o - -"),
    (Action::PrepareSummary, "- - y - y - - y -"),
    (Action::Conclude, "- - p - b - - p -"),
    (Action::SendNote, "- - o o o y y - -"),
    (Action::PrepareMeeting, "- - y - - - - y -"),
    (Action::RunMeeting, "y - y - - - - y -"),
    (Action::FileStatement, "- - o o o - o - -"),
    (Action::RaiseMatter, "y - y y y y y - -"),
    (Action::HandOverMatter, "- - o - o - o - -"),
    (Action::DeclareLink, "- - o - o - - - -"),
    (Action::ManagePeople, "- - - - o - o - -"),
];

const PARTIES: [Party; 4] = [Party::Il, Party::Sy, Party::Us, Party::None];

fn cell(action: Action, role: Role) -> &'static str {
    let row = TABLE.iter().find(|(one, _)| *one == action).expect("every action has a row").1;
    row.split(' ').nth(role as usize).expect("every role has a column")
}

/// Which parties a role belongs to, from the sentence above the table.
fn belongs(role: Role, party: Party) -> bool {
    match role {
        Role::Member | Role::Translator | Role::CoChair | Role::Signatory | Role::Head => matches!(party, Party::Il | Party::Sy),
        Role::Reviewer | Role::Officer => party == Party::Us,
        Role::Secretariat | Role::Administrator => party == Party::None,
    }
}

fn viewer(party: Party, roles: &[(Role, Option<&str>)]) -> Viewer {
    let roles = roles.iter().map(|&(role, group)| HeldRole { role, group_id: group.map(GroupId::from) }).collect();
    Viewer { person_id: "somebody".into(), party, roles, mandates: vec![] }
}

#[test]
fn every_cell_is_the_documents() {
    for action in Action::ALL {
        for role in Role::ALL {
            let expected = match cell(action, role) {
                "y" | "l" => Grant::Yes,
                "o" => Grant::Own,
                "b" => Grant::Both,
                _ => Grant::No,
            };
            assert_eq!(action.grants()[role as usize], expected, "{action:?} for {}", role.code());
        }
    }
}

#[test]
fn a_role_allows_what_its_cell_says_in_its_own_party_and_group_only() {
    for (action, role, party) in every(Action::ALL) {
        let allowed = belongs(role, party) && !matches!(cell(action, role), "-" | "p");
        let expected = |yes: bool| if yes { Ok(()) } else { Err(Refusal::NotPermitted) };
        let here = viewer(party, &[(role, Some("energy"))]);
        assert_eq!(policy::decide(&here, action, &"energy".into()), expected(allowed), "{action:?} {role:?} {party:?}");
        assert_eq!(policy::decide(&here, action, &"medicine".into()), expected(false), "{action:?} {role:?} {party:?}");
        let everywhere = viewer(party, &[(role, None)]);
        assert_eq!(policy::decide(&everywhere, action, &"medicine".into()), expected(allowed), "{action:?} {role:?} {party:?}");
    }
}

#[test]
fn whoever_holds_no_role_may_nothing_and_reads_nothing() {
    for party in PARTIES {
        let nobody = viewer(party, &[]);
        for action in Action::ALL {
            assert_eq!(policy::decide(&nobody, action, &"energy".into()), Err(Refusal::NotPermitted));
            assert!(!policy::anywhere(&nobody, action));
        }
        for audience in Audience::ALL {
            assert!(!nobody.reads(audience, &"energy".into()));
        }
    }
}

#[test]
fn what_may_be_done_anywhere_may_be_done_in_some_group() {
    for (action, role, party) in every(Action::ALL).filter(|&(_, role, party)| belongs(role, party)) {
        let here = viewer(party, &[(role, Some("energy"))]);
        assert_eq!(policy::anywhere(&here, action), policy::decide(&here, action, &"energy".into()).is_ok());
    }
}

#[test]
fn two_roles_allow_what_either_allows_and_nothing_more() {
    for (action, one, party) in every(Action::ALL).filter(|&(_, role, party)| belongs(role, party)) {
        for other in Role::ALL.into_iter().filter(|&role| belongs(role, party)) {
            let both = viewer(party, &[(one, Some("energy")), (other, Some("medicine"))]);
            let alone = viewer(party, &[(one, Some("energy"))]);
            let decide = |viewer| policy::decide(viewer, action, &"energy".into());
            assert_eq!(decide(&both), decide(&alone), "a role elsewhere adds nothing here");
        }
    }
}

/// Who reads an audience: domain.md sections 1 (rows 2 to 4) and 6.
fn meant_for(audience: Audience, party: Party, role: Role) -> bool {
    let caucus = |own: Party| party == own && cell(Action::Caucus, role) == "o";
    let channel = |own: Party| match cell(Action::Channel, role) {
        "o" => party == own,
        "y" => party == Party::Us,
        _ => false,
    };
    let meant = match audience {
        Audience::Joint => cell(Action::ReadJoint, role) == "y",
        Audience::CaucusIl => caucus(Party::Il),
        Audience::CaucusSy => caucus(Party::Sy),
        Audience::CaucusUs => caucus(Party::Us),
        Audience::ChannelIl => channel(Party::Il),
        Audience::ChannelSy => channel(Party::Sy),
        Audience::Security => false,
    };
    meant && belongs(role, party)
}

#[test]
fn each_audience_is_read_by_those_it_is_meant_for_in_their_own_group() {
    for (audience, role, party) in every(Audience::ALL).filter(|&(_, role, party)| belongs(role, party)) {
        let here = viewer(party, &[(role, Some("energy"))]);
        let meant = meant_for(audience, party, role);
        assert_eq!(here.reads(audience, &"energy".into()), meant, "{audience:?} {role:?} {party:?}");
        assert!(!here.reads(audience, &"medicine".into()), "another group: {audience:?} {role:?} {party:?}");
        assert_eq!(viewer(party, &[(role, None)]).reads(audience, &"medicine".into()), meant);
    }
}

#[test]
fn no_delegation_reads_the_others_caucus_or_channel_whatever_it_holds() {
    let all: Vec<_> = Role::ALL.map(|role| (role, None)).into();
    for (party, foreign) in [
        (Party::Il, vec![Audience::CaucusSy, Audience::CaucusUs, Audience::ChannelSy]),
        (Party::Sy, vec![Audience::CaucusIl, Audience::CaucusUs, Audience::ChannelIl]),
        (Party::Us, vec![Audience::CaucusIl, Audience::CaucusSy]),
        (Party::None, Audience::ALL.into_iter().filter(|&one| one != Audience::Joint).collect()),
    ] {
        for audience in foreign {
            assert!(!viewer(party, &all).reads(audience, &"energy".into()), "{party:?} {audience:?}");
        }
    }
}

/// Everything with every role and party.
fn every<T: Copy, const N: usize>(things: [T; N]) -> impl Iterator<Item = (T, Role, Party)> {
    things.into_iter().flat_map(|thing| Role::ALL.into_iter().flat_map(move |role| PARTIES.map(|party| (thing, role, party))))
}
