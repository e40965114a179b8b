//! Where domain.md says more than the rules did when this was written. Each test quotes the sentence it stands for.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "in a test a panic is the answer")]

#[path = "build/mod.rs"]
mod build;

use build::{Answer, World, deeds, name, note};
use domain::ballot;
use domain::condition::Due;
use domain::facts::Facts;
use domain::id::{GroupId, Occasion};
use domain::implementation::Joint;
use domain::party::{Audience, Delegation, Party};
use domain::person::{HeldRole, Role};
use domain::policy::{self, Action};
use domain::position::Verdict;
use domain::project::Sector;
use domain::proposal;
use domain::refusal::Refusal::{NoMandate, NotYourSide, PreparerDecides, ReasonNeeded, WrongStage};
use domain::sign_off::{self, Decision};
use domain::stage::{self, Gate, Lack, Stage};
use domain::text::Lang;
use domain::thread;
use domain::time::Holder;
use domain::viewer::Viewer;

fn energy() -> World {
    World::new(Sector::Energy)
}

/// Section 3, `tabled → draft`, and `edit`: a draft that was sent back is the proposers' again; so are its files.
#[test]
fn the_files_of_a_draft_that_was_sent_back_are_the_proposers() {
    let mut world = energy().in_discussion_with_a_file_sent_back();
    assert_eq!(world.refusal("sy.member", deeds::attach), NotYourSide);
    assert_eq!(world.refusal("sy.member", deeds::remove), NotYourSide);
    world.play("il.member", deeds::remove);
}

impl World {
    fn in_discussion_with_a_file_sent_back(self) -> Self {
        let mut world = self.written();
        world.play("il.member", deeds::attach);
        let mut world = world.tabled();
        world.play("sy.chair", deeds::send_back);
        world
    }
}

/// Section 1: "edit the working text: tra – · own language", and the languages of a side are `he` or `ar`, and `en`.
#[test]
fn a_translator_writes_no_language_of_the_other_side() {
    for (side, own, foreign) in [(Delegation::Il, Lang::He, Lang::Ar), (Delegation::Sy, Lang::Ar, Lang::He)] {
        let (world, who) = (energy().in_discussion(), name(side, "translator"));
        assert_eq!(world.refusal(&who, deeds::save_in(foreign)), NotYourSide);
        assert!(world.attempt(&who, deeds::save_in(own)).is_ok());
    }
}

/// Section 3, `implementing → closed` (*ended early*): both heads. I-20 forbids a suspended project to start or complete, not
/// to end; and as no new authorisation can come while it is implementing, nothing else is left for it.
#[test]
fn a_project_that_lost_a_key_is_ended_early_by_both_heads() {
    let mut world = energy().implementing();
    world.play("us.officer", deeds::revoke);
    world.play("sy.head", deeds::jointly(Joint::Close));
    world.play("il.head", deeds::jointly(Joint::Close));
    assert_eq!(world.stage(), Stage::Closed);
}

/// Section 3: the guard of these steps is a reason.
#[test]
fn a_step_back_needs_a_reason() {
    let silent = note("");
    type Deed<'a> = Box<dyn Fn(&Facts, &Viewer, Occasion) -> Answer + 'a>;
    let table: [(World, &str, Deed<'_>); 6] = [
        (energy().tabled(), "sy.chair", Box::new(|f, v, at| proposal::send_back(f, v, &silent, at))),
        (energy().in_group_ballot(), "il.chair", Box::new(|f, v, at| ballot::recall(f, v, &deeds::last_ballot(f), &silent, at))),
        (energy().cleared(), "il.chair", Box::new(|f, v, at| proposal::return_to_discussion(f, v, &silent, at))),
        (energy().under_review(), "il.head", Box::new(|f, v, at| proposal::withdraw(f, v, &silent, at))),
        (energy().cleared(), "sy.chair", Box::new(|f, v, at| proposal::withdraw(f, v, &silent, at))),
        (energy().cleared(), "us.officer", Box::new(|f, v, at| sign_off::revoke(f, v, &silent, at))),
    ];
    let answers: Vec<_> = table.iter().map(|(world, who, deed)| world.attempt(who, deed).map(|change| change.command)).collect();
    assert_eq!(answers, vec![Err(ReasonNeeded); 6]);
}

/// Section 3, `cleared → in_discussion`: "engine when a key is lost or the sign-off expires".
#[test]
fn a_cleared_project_whose_sign_off_expired_goes_back_with_the_next_deed() {
    let mut world = energy().in_principals_ballot().agreed();
    world.play("il.signatory", deeds::approve_if(Delegation::Il, Due::BeforeStart));
    world.play("sy.signatory", deeds::say(Verdict::Approve));
    let mut world = world.cleared();
    world.wait(366);
    world.play("il.chair", deeds::verify);
    assert_eq!(world.stage(), Stage::InDiscussion);
}

/// Section 10: "A correction is a new summary with two new consents; the old address stays, with a banner". What was corrected
/// is not said again when its correction is retracted.
#[test]
fn retracting_a_correction_does_not_bring_back_what_it_corrected() {
    let mut world = energy().cleared();
    for _ in 0..2 {
        world.play("il.chair", deeds::write_summary);
        world.play("sy.head", deeds::consent_summary);
        world.play("il.head", deeds::consent_summary);
    }
    world.play("sy.head", deeds::retract);
    assert_eq!(world.facts.live_summary().map(|one| one.number), None);
}

/// Section 10: "A declined project is public only if it was before."
#[test]
fn a_declined_project_that_was_not_public_does_not_become_so() {
    let mut waiting = energy().in_principals_ballot();
    waiting.play("il.chair", deeds::write_summary);
    waiting.play("il.head", deeds::consent_summary);
    let mut waiting = waiting.declined();
    assert_eq!(energy().declined().refusal("il.head", deeds::write_summary), WrongStage);
    if let Ok(change) = waiting.attempt("sy.head", deeds::consent_summary) {
        waiting.apply(&change);
    }
    assert!(waiting.facts.live_summary().is_none(), "a consent that comes late publishes nothing");
}

/// Section 3, `completed → closed`: "read-only for ever".
#[test]
fn a_closed_project_is_not_discussed_any_more() {
    let mut world = energy().completed();
    let opened = deeds::opened(&world.attempt("il.member", deeds::open_thread(Audience::Joint)));
    for seat in ["il.head", "sy.head"] {
        world.play(seat, deeds::jointly(Joint::Close));
    }
    let answers = [
        world.attempt("il.member", deeds::open_thread(Audience::Joint)).map(|_| ()),
        world.attempt("il.member", |f, v, at| thread::post(f, v, &opened, &note("more").into(), at)).map(|_| ()),
        world.attempt("il.member", |f, v, at| thread::edit(f, v, &opened.messages[0], 1, &note("more"), at)).map(|_| ()),
    ];
    assert_eq!(answers, [Err(WrongStage), Err(WrongStage), Err(WrongStage)]);
}

/// Section 3, `lapsed → in_discussion`: both co-chairs, each time. The consents of the first time are used up.
#[test]
fn a_project_that_lapsed_twice_is_reopened_by_two_new_consents() {
    let mut world = energy().in_discussion().lapse();
    for chair in ["il.chair", "sy.chair"] {
        world.play(chair, deeds::reopen);
    }
    let mut world = world.lapse();
    world.play("sy.chair", deeds::reopen);
    assert_eq!(world.stage(), Stage::Lapsed);
    world.play("il.chair", deeds::reopen);
    assert_eq!(world.stage(), Stage::InDiscussion);
}

/// I-19: "`missing` is empty exactly when the step succeeds", and `consent_missing` is one of its codes; the page of the other
/// side has to say whose turn it is.
#[test]
fn a_ballot_or_a_joint_tabling_that_one_side_wants_misses_the_consent_of_the_other() {
    let mut ballot = energy().reviewed();
    ballot.play("il.chair", deeds::open_ballot);
    let mut draft = World::joint(Sector::Energy).written();
    draft.play("il.chair", proposal::table);
    for (world, gate) in [(ballot, Gate::OpenBallot), (draft, Gate::Table)] {
        let list = stage::missing(&world.facts, gate, world.now());
        let list: Vec<_> = list.iter().map(|item| (item.lack, item.holder)).collect();
        assert_eq!(list, [(Lack::ConsentMissing, Holder::Sy)], "{gate:?}");
    }
}

fn misfit(party: Party, role: Role) -> Viewer {
    let roles = vec![HeldRole { role, group_id: None }];
    Viewer { person_id: "somebody".into(), party, roles, mandates: vec![] }
}

/// Section 1: roles belong to parties ("those of `us` and `none`"); a role of another party gives nothing, also no reading.
#[test]
fn a_role_that_does_not_fit_the_party_opens_no_audience() {
    let group: GroupId = "energy".into();
    let mut open = Vec::new();
    for party in [Party::Il, Party::Sy, Party::Us, Party::None] {
        for role in Role::ALL.into_iter().filter(|role| !role.fits(party)) {
            let viewer = misfit(party, role);
            open.extend(Audience::ALL.into_iter().filter(|&one| viewer.reads(one, &group)).map(|one| (party, role, one)));
        }
    }
    assert_eq!(open, []);
}

/// The same of the choice of groups: what [`policy::decide`] refuses everywhere is not offered anywhere.
#[test]
fn a_role_that_does_not_fit_the_party_offers_nothing() {
    let mut offered = Vec::new();
    for party in [Party::Il, Party::Sy, Party::Us, Party::None] {
        for role in Role::ALL.into_iter().filter(|role| !role.fits(party)) {
            let viewer = misfit(party, role);
            offered.extend(Action::ALL.into_iter().filter(|&one| policy::anywhere(&viewer, one)).map(|one| (party, role, one)));
        }
    }
    assert_eq!(offered, []);
}

/// I-18 and security.md: the signer "did not prepare the dossier"; a second preparation does not undo the first.
#[test]
fn an_officer_who_prepared_the_dossier_does_not_decide_after_somebody_else_prepared_it_again() {
    let mut world = energy().under_review();
    world.play("us.officer", deeds::prepare);
    world.play("us.reviewer", deeds::prepare);
    assert_eq!(world.refusal("us.officer", deeds::decide(Decision::Signed)), PreparerDecides);
    world.play("us.second", deeds::decide(Decision::Signed));
}

/// Section 4: a condition is "set in the same act as a position", of either level, and "one that burdens the other delegation
/// needs its consent before review".
#[test]
fn a_burden_that_a_co_chair_set_in_the_group_ballot_is_accepted_before_the_review() {
    let mut world = energy().in_group_ballot();
    world.play("il.chair", deeds::approve_if(Delegation::Sy, Due::BeforeStart));
    world.play("sy.chair", deeds::say(Verdict::Approve));
    let mut world = world.agreed();
    for side in Delegation::BOTH {
        world.play(&name(side, "signatory"), deeds::say(Verdict::Approve));
    }
    assert_eq!(world.stage(), Stage::PrincipalsBallot);
    world.play("sy.head", deeds::accept);
    assert_eq!(world.stage(), Stage::SupervisorReview);
}

/// Section 1: "Nothing is decided for a party without one [a mandate] in force in that group."
#[test]
fn a_consent_decides_for_a_party_and_needs_a_mandate_in_force() {
    let burdened = || {
        let mut world = energy().in_principals_ballot();
        world.play("sy.signatory", deeds::approve_if(Delegation::Il, Due::During));
        world
    };
    let told = || {
        let mut world = energy().cleared();
        world.play("il.chair", deeds::write_summary);
        world
    };
    type Deed = Box<dyn Fn(&Facts, &Viewer, Occasion) -> Answer>;
    let table: [(&str, World, &str, Deed); 6] = [
        ("open a ballot", energy().reviewed(), "chair", Box::new(deeds::open_ballot)),
        ("start", energy().cleared(), "chair", Box::new(deeds::jointly(Joint::Start))),
        ("complete", energy().implementing(), "chair", Box::new(deeds::jointly(Joint::Complete))),
        ("close", energy().completed(), "head", Box::new(deeds::jointly(Joint::Close))),
        ("accept a burden", burdened(), "signatory", Box::new(deeds::accept)),
        ("publish", told(), "head", Box::new(deeds::consent_summary)),
    ];
    let mut decided = Vec::new();
    for (what, mut world, seat, deed) in table {
        let who = name(Delegation::Il, seat);
        assert!(world.attempt(&who, &deed).is_ok(), "{what}, with a mandate");
        world.cast.iter_mut().filter(|one| one.person_id.as_str() == who).for_each(|one| one.mandates.clear());
        if world.attempt(&who, &deed).map(|_| ()) != Err(NoMandate) {
            decided.push(what);
        }
    }
    assert_eq!(decided, [""; 0], "done without a mandate");
}
