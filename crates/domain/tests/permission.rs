//! The whole of roles × parties × stages × deeds, against a table that is written down here a second time, from domain.md sections 1
//! and 3; and every audience of talk.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "in a test a panic is the answer")]

mod build;

use build::World;
use domain::change::Command;
use domain::id::GroupId;
use domain::party::{Audience, Party};
use domain::permission::{self, permit};
use domain::person::{HeldRole, Role};
use domain::policy;
use domain::project::Sector;
use domain::refusal::Refusal;
use domain::stage::Stage;
use domain::viewer::Viewer;

/// Deed, stages (`*` all that are not closed, `told` from discussion on), roles.
const TABLE: &str = "\
save_text: draft in_discussion: member translator co_chair
import_text: draft in_discussion: member translator co_chair
declare_scope: draft in_discussion: member translator co_chair
attach_file: draft in_discussion: member translator co_chair
remove_file: draft in_discussion: member translator co_chair
table_project: draft: co_chair
take_up: tabled: co_chair
send_back: tabled: co_chair
freeze_version: in_discussion: co_chair
mark_reviewed: in_discussion group_ballot principals_ballot: translator co_chair
agree_translation: in_discussion group_ballot principals_ballot: co_chair
propose_amendment: in_discussion: member translator co_chair
accept_amendment: in_discussion: co_chair
end_amendment: in_discussion: member translator co_chair
declare_link: draft tabled in_discussion group_ballot principals_ballot supervisor_review cleared implementing: co_chair head
take_back_link: draft tabled in_discussion group_ballot principals_ballot supervisor_review cleared implementing: co_chair head
consent_ballot: in_discussion: co_chair
recall_ballot: group_ballot: co_chair
record_position: group_ballot: co_chair
record_position: principals_ballot: signatory head
withdraw_approval: in_discussion group_ballot principals_ballot supervisor_review cleared implementing completed: signatory head
answer_point: *: co_chair
close_point: *: co_chair signatory head officer
accept_condition: *: signatory head
verify_condition: cleared implementing: co_chair head officer
prepare_dossier: supervisor_review: reviewer officer
extend_review: supervisor_review: officer
sign_off: supervisor_review: officer
revoke_sign_off: cleared implementing: officer
consent_start: cleared: co_chair
consent_completion: implementing: co_chair
consent_closing: implementing completed: head
return_to_discussion: cleared: co_chair
stop_work: cleared implementing: head officer
lift_stop_work: *: head officer
withdraw_project: draft tabled in_discussion cleared: co_chair
withdraw_project: supervisor_review: head
reopen_project: lapsed: co_chair
write_summary: told: co_chair head secretariat
consent_summary: told: head
retract_summary: told: head
take_back_consent: *: co_chair signatory head";

/// What is decided otherwise: by audience, by who owns a thing, by party, or by the rule that runs by itself.
const ELSEWHERE: [&str; 60] = [
    "grant_role",
    "grant_mandate",
    "start_project",
    "consent_tabling",
    "lapse_project",
    "expire_sign_off",
    "open_thread",
    "post_message",
    "edit_message",
    "take_back_message",
    "attach_to_message",
    "resolve_thread",
    "reopen_thread",
    "propose_term",
    "consent_term",
    "end_term",
    "send_note",
    "acknowledge_note",
    "plan_meeting",
    "change_meeting",
    "cancel_meeting",
    "write_agenda",
    "consent_agenda",
    "open_meeting",
    "note_room",
    "propose_wording",
    "agree_wording",
    "take_back_wording",
    "note_position",
    "drop_position",
    "add_action",
    "end_action",
    "end_meeting",
    "circulate_minutes",
    "correct_minutes",
    "answer_correction",
    "consent_minutes",
    "release_minutes",
    "file_statement",
    "raise_matter",
    "reply_matter",
    "hand_over_matter",
    "propose_resolution",
    "agree_resolution",
    "withdraw_matter",
    "sign_in",
    "sign_in_refused",
    "sign_out",
    "set_password",
    "add_factor",
    "remove_factor",
    "use_recovery_code",
    "end_sessions",
    "make_link",
    "refuse_deed",
    "suspend_person",
    "reinstate_person",
    "end_role",
    "end_mandate",
    "set_profile",
];

fn lines() -> impl Iterator<Item = (&'static str, &'static str, Vec<&'static str>)> {
    TABLE.lines().map(|line| {
        let mut parts = line.split(": ");
        (parts.next().unwrap(), parts.next().unwrap(), parts.next().unwrap().split(' ').collect())
    })
}

fn among(stages: &str, stage: Stage) -> bool {
    match stages {
        "*" => stage != Stage::Closed,
        "told" => !matches!(stage, Stage::Draft | Stage::Tabled),
        listed => listed.split(' ').any(|one| one == stage.code()),
    }
}

fn viewer(party: Party, role: Role, group: &str) -> Viewer {
    let roles = vec![HeldRole { role, group_id: Some(GroupId::from(group)) }];
    Viewer { person_id: "somebody".into(), party, roles, mandates: vec![] }
}

#[test]
fn every_deed_has_its_line_or_is_decided_elsewhere() {
    for command in Command::ALL {
        let code = command.code();
        let here = lines().any(|(deed, _, _)| deed == code);
        assert_eq!(here, permission::rows(command).next().is_some(), "{code}");
        assert_ne!(here, ELSEWHERE.contains(&code.as_str()), "{code}");
    }
}

#[test]
fn whoever_does_a_deed_where_and_nobody_else_nowhere_else() {
    let mut facts = World::new(Sector::Energy).facts;
    let mut walked = 0;
    for command in Command::ALL.into_iter().filter(|&command| permission::rows(command).next().is_some()) {
        let code = command.code();
        for stage in Stage::ALL {
            facts.project.stage = stage;
            for role in Role::ALL {
                for party in [Party::Il, Party::Sy, Party::Us, Party::None] {
                    let mut own = lines().filter(|(deed, _, roles)| *deed == code && roles.contains(&role.code())).peekable();
                    let never = own.peek().is_none() || !role.fits(party);
                    let here = own.any(|(_, stages, _)| among(stages, stage));
                    let found = permit(&facts, &viewer(party, role, "energy"), command);
                    let said = format!("{code} {stage:?} {role:?} {party:?}: {found:?}");
                    assert_eq!(found.is_ok(), !never && here, "{said}");
                    assert!(!never || found == Err(Refusal::NotPermitted), "{said}");
                    assert!(permit(&facts, &viewer(party, role, "medicine"), command).is_err(), "another group: {said}");
                    walked += 1;
                }
            }
        }
    }
    assert!(walked > 15_000, "{walked}");
}

#[test]
fn a_text_that_somebody_judges_is_frozen_and_not_only_out_of_place() {
    for stage in [Stage::GroupBallot, Stage::PrincipalsBallot, Stage::SupervisorReview] {
        assert_eq!(permission::fits(Command::SaveText, stage), Err(Refusal::Frozen));
        assert_eq!(permission::fits(Command::FreezeVersion, stage), Err(Refusal::Frozen));
    }
    assert_eq!(permission::fits(Command::SaveText, Stage::Closed), Err(Refusal::WrongStage));
}

#[test]
fn an_audience_is_read_by_whoever_may_take_part_in_it() {
    for audience in Audience::ALL {
        for role in Role::ALL {
            for party in [Party::Il, Party::Sy, Party::Us, Party::None] {
                let one = viewer(party, role, "energy");
                let may = permission::of_audience(audience)
                    .is_some_and(|action| policy::decide(&one, action, &"energy".into()).is_ok());
                assert_eq!(
                    one.reads(audience, &"energy".into()),
                    may && audience.admits(party),
                    "{audience:?} {role:?} {party:?}"
                );
            }
        }
    }
}
