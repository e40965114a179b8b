//! Two questions asked of every deed: who may, and in which stage. The answer is a table; what is not in it is refused.

use domain::facts::Facts;
use domain::id::Occasion;
use domain::project::Sector;
use domain::refusal::Refusal;
use domain::stage::Stage;
use domain::viewer::Viewer;

use super::{Answer, World};

/// Everybody tries: those in `yes` may, those in `otherwise` meet that refusal, everybody else is not permitted. A `former`
/// one, who differs by mandate only, is asked where mandates are the question.
#[track_caller]
pub fn who_may(world: &World, deed: impl Fn(&Facts, &Viewer, Occasion) -> Answer, yes: &[&str], otherwise: &[(&str, Refusal)]) {
    for viewer in world.cast.iter().filter(|one| !one.person_id.as_str().ends_with("former")) {
        let name = viewer.person_id.as_str();
        let expected = match otherwise.iter().find(|(one, _)| *one == name) {
            _ if yes.contains(&name) => Ok(()),
            Some((_, refusal)) => Err(refusal.clone()),
            None => Err(Refusal::NotPermitted),
        };
        assert_eq!(world.attempt(name, &deed).map(|_| ()), expected, "{name}");
    }
}

/// A project of Israel in every stage.
pub fn every_stage() -> Vec<World> {
    let new = || World::new(Sector::Energy);
    vec![
        new().written(),
        new().tabled(),
        new().in_discussion(),
        new().in_group_ballot(),
        new().in_principals_ballot(),
        new().prepared(),
        new().cleared(),
        new().implementing(),
        new().completed(),
        new().closed(),
        new().withdrawn(),
        new().declined(),
        new().in_discussion().lapse(),
    ]
}

/// One person tries in every stage: it works in `yes`, meets the refusal of `otherwise`, and elsewhere is the wrong stage.
#[track_caller]
pub fn when(name: &str, deed: impl Fn(&Facts, &Viewer, Occasion) -> Answer, yes: &[Stage], otherwise: &[(Stage, Refusal)]) {
    for world in every_stage() {
        let stage = world.stage();
        let expected = match otherwise.iter().find(|(one, _)| *one == stage) {
            _ if yes.contains(&stage) => Ok(()),
            Some((_, refusal)) => Err(refusal.clone()),
            None => Err(Refusal::WrongStage),
        };
        assert_eq!(world.attempt(name, &deed).map(|_| ()), expected, "{name} in {}", stage.code());
    }
}
