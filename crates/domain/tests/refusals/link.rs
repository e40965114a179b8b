//! Declaring links to other projects, taking them back, and naming one in a point.

use domain::facts::Facts;
use domain::id::{LinkId, Occasion};
use domain::link::{self, Kind, NewLink};
use domain::party::{Audience, Delegation};
use domain::point::{Class, NewPoint};
use domain::position::{self, NewPosition, Verdict};
use domain::project::{Project, Sector};
use domain::refusal::Refusal::{
    AlreadyEnded, AlreadyLinked, LinkNamed, LinkNeeded, NoSuchProject, NotEnded, NotPermitted, NotYourSide, ReasonNeeded,
    WrongStage,
};
use domain::sign_off::{self, Decision, NewSignOff};
use domain::stage::Stage;
use domain::viewer::Viewer;

use crate::build::tables::{when, who_may};
use crate::build::{Answer, World, deeds, note};

/// Another project, tabled by Syria.
fn other() -> Project {
    let mut other = World::start(Sector::Energy, Delegation::Sy, false, domain::text::Lang::En).in_discussion().facts.project;
    other.id = "the other".into();
    other
}

fn new(kind: Kind) -> NewLink {
    NewLink { kind, reason: note("It needs the pump") }
}

fn declare_to(other: Option<Project>, kind: Kind) -> impl Fn(&Facts, &Viewer, Occasion) -> Answer {
    move |facts, viewer, at| link::declare(facts, viewer, other.as_ref(), &new(kind), at)
}

fn declare() -> impl Fn(&Facts, &Viewer, Occasion) -> Answer {
    declare_to(Some(other()), Kind::DependsOn)
}

fn id(world: &World) -> LinkId {
    world.facts.links.last().expect("one is declared").id.clone()
}

fn take_back(id: LinkId) -> impl Fn(&Facts, &Viewer, Occasion) -> Answer {
    move |facts, viewer, at| link::take_back(facts, viewer, &id, at)
}

fn linked() -> World {
    let mut world = World::new(Sector::Energy).in_discussion();
    world.play("il.chair", declare());
    world
}

fn about(link: Option<LinkId>) -> NewPoint {
    NewPoint { class: Class::LinkedProject, link, ..deeds::new_point() }
}

/// An objection with one point about a linked project.
fn object(link: Option<LinkId>) -> impl Fn(&Facts, &Viewer, Occasion) -> Answer {
    move |facts, viewer, at| {
        let new = NewPosition { points: vec![about(link.clone())], ..deeds::position(facts, Verdict::Object) };
        position::record(facts, viewer, &new, at)
    }
}

const LINKED: [Stage; 7] = [
    Stage::Tabled,
    Stage::InDiscussion,
    Stage::GroupBallot,
    Stage::PrincipalsBallot,
    Stage::SupervisorReview,
    Stage::Cleared,
    Stage::Implementing,
];

#[test]
fn co_chairs_and_heads_declare_while_it_is_joint_and_not_over() {
    who_may(&World::new(Sector::Energy).in_discussion(), declare(), &["il.chair", "il.head", "sy.chair", "sy.head"], &[]);
    when("il.chair", declare(), &LINKED, &[]);
    assert!(World::joint(Sector::Energy).attempt("sy.chair", declare()).is_ok(), "both read their common draft");
    assert_eq!(World::new(Sector::Energy).refusal("il.chair", declare()), WrongStage, "a caucus draft");
}

#[test]
fn a_draft_the_project_itself_and_what_is_not_there_get_one_answer() {
    let world = World::new(Sector::Energy).in_discussion();
    let draft = Project { stage: Stage::Draft, ..other() };
    let caucus = Project { ledger: Audience::CaucusSy, ..other() };
    let without_code = Project { code: None, ..other() };
    let itself = world.facts.project.clone();
    for one in [Some(draft), Some(caucus), Some(without_code), Some(itself), None] {
        assert_eq!(world.refusal("il.chair", declare_to(one.clone(), Kind::DependsOn)), NoSuchProject, "{one:?}");
    }
}

#[test]
fn a_successor_follows_what_was_declined_or_withdrawn_and_a_link_has_a_reason() {
    let world = World::new(Sector::Energy).in_discussion();
    assert_eq!(world.refusal("il.chair", declare_to(Some(other()), Kind::Follows)), NotEnded);
    let lapsed = Project { stage: Stage::Lapsed, ..other() };
    assert_eq!(world.refusal("il.chair", declare_to(Some(lapsed), Kind::Follows)), NotEnded);
    for stage in [Stage::Declined, Stage::Withdrawn] {
        let ended = Project { stage, ..other() };
        assert!(world.attempt("il.chair", declare_to(Some(ended), Kind::Follows)).is_ok());
    }
    let silent = |facts: &Facts, viewer: &Viewer, at| {
        let new = NewLink { kind: Kind::Shares, reason: note("") };
        link::declare(facts, viewer, Some(&other()), &new, at)
    };
    assert_eq!(world.refusal("il.chair", silent), ReasonNeeded);
}

#[test]
fn the_same_link_is_declared_once_by_whichever_side_and_again_when_it_was_taken_back() {
    let mut world = linked();
    for who in ["il.chair", "sy.chair"] {
        assert_eq!(world.refusal(who, declare()), AlreadyLinked, "{who}");
        assert!(world.attempt(who, declare_to(Some(other()), Kind::Shares)).is_ok(), "another kind is another link");
    }
    let id = id(&world);
    world.play("il.head", take_back(id));
    assert!(world.facts.links.is_empty());
    world.play("sy.chair", declare());
    assert_eq!(world.facts.links.len(), 1);
}

#[test]
fn the_side_that_declared_it_takes_it_back_once() {
    let mut world = linked();
    let id = id(&world);
    let others = [("sy.chair", NotYourSide), ("sy.head", NotYourSide)];
    who_may(&world, take_back(id.clone()), &["il.chair", "il.head"], &others);
    assert_eq!(world.refusal("il.chair", take_back("none".into())), AlreadyEnded);
    world.play("il.chair", take_back(id.clone()));
    assert_eq!(world.refusal("il.chair", take_back(id)), AlreadyEnded);
}

#[test]
fn a_link_that_an_open_point_names_stays_until_the_point_is_closed() {
    let mut world = linked().in_group_ballot();
    let id = id(&world);
    world.play("sy.chair", object(Some(id.clone())));
    world.play("il.chair", deeds::say(Verdict::Approve));
    assert_eq!(world.facts.points[0].link_id.as_ref(), Some(&id));
    assert_eq!(world.refusal("il.chair", take_back(id.clone())), LinkNamed);
    world.play("sy.chair", deeds::close_point);
    world.play("il.chair", take_back(id));
}

#[test]
fn an_objection_about_a_linked_project_names_a_link_that_stands() {
    let mut world = linked().in_group_ballot();
    let id = id(&world);
    assert_eq!(world.refusal("sy.chair", object(None)), LinkNeeded);
    assert_eq!(world.refusal("sy.chair", object(Some("none".into()))), LinkNeeded);
    assert!(world.attempt("sy.chair", object(Some(id.clone()))).is_ok());
    world.play("il.chair", take_back(id.clone()));
    assert_eq!(world.refusal("sy.chair", object(Some(id))), LinkNeeded);
}

#[test]
fn a_point_about_something_else_names_no_link() {
    let mut world = linked().in_group_ballot();
    let id = id(&world);
    world.play("sy.chair", move |facts, viewer, at| {
        let point = NewPoint { link: Some(id), ..deeds::new_point() };
        position::record(facts, viewer, &NewPosition { points: vec![point], ..deeds::position(facts, Verdict::Object) }, at)
    });
    assert_eq!(world.facts.points[0].link_id, None);
}

#[test]
fn a_return_about_a_linked_project_names_a_link_too() {
    let mut world = World::new(Sector::Energy).prepared();
    let back = |link: Option<LinkId>| {
        move |facts: &Facts, viewer: &Viewer, at: Occasion| {
            let new = NewSignOff { points: vec![about(link.clone())], ..deeds::new_sign_off(facts, Decision::Returned, at) };
            sign_off::decide(facts, viewer, &new, at)
        }
    };
    assert_eq!(world.refusal("us.officer", back(None)), LinkNeeded);
    world.play("sy.head", declare());
    let id = id(&world);
    assert!(world.attempt("us.officer", back(Some(id))).is_ok());
    assert_eq!(world.refusal("us.officer", declare()), NotPermitted);
}
