//! The cast: everybody who has to do with one working group, and two who should not. A person's id is the name below.

use domain::party::Party;
use domain::person::{HeldRole, Mandate, Power, Role};
use domain::time::Timestamp;
use domain::viewer::Viewer;

/// When every story begins: 2026-01-01T00:00:00Z.
pub const BEGIN: Timestamp = Timestamp(1_767_225_600_000);

/// The seats of a delegation.
pub const SEATS: [&str; 7] = ["chair", "signatory", "head", "member", "translator", "former", "stranger"];

/// The people of the supervisor and of no party.
pub const OTHERS: [&str; 6] = ["us.reviewer", "us.officer", "us.second", "us.former", "none.secretariat", "none.administrator"];

fn mandate(name: &str, party: Party, group: &str, power: Power, ends_at: Timestamp) -> Mandate {
    Mandate {
        id: format!("{name} {power:?}").as_str().into(),
        person_id: name.into(),
        party,
        group_id: group.into(),
        power,
        starts_at: BEGIN.plus_days(-1000),
        ends_at,
    }
}

/// One person: name, party, roles (with or without group) and mandates.
fn person(name: &str, party: Party, group: &str, roles: &[(Role, bool)], powers: &[Power], ends_at: Timestamp) -> Viewer {
    Viewer {
        person_id: name.into(),
        party,
        roles: roles.iter().map(|&(role, here)| HeldRole { role, group_id: here.then(|| group.into()) }).collect(),
        mandates: powers.iter().map(|&power| mandate(name, party, group, power, ends_at)).collect(),
    }
}

/// The cast of the working group `group`. A *former* one still has the roles, but no mandate in force any more; a
/// *stranger* is co-chair and signatory of another group.
pub fn cast(group: &str) -> Vec<Viewer> {
    let (later, over) = (BEGIN.plus_days(20_000), BEGIN);
    let mut all = Vec::new();
    for (party, side) in [(Party::Il, "il"), (Party::Sy, "sy")] {
        let mut add = |seat: &str, group: &str, roles: &[(Role, bool)], powers: &[Power], ends_at| {
            all.push(person(&format!("{side}.{seat}"), party, group, roles, powers, ends_at));
        };
        add("chair", group, &[(Role::CoChair, true)], &[Power::Group], later);
        add("signatory", group, &[(Role::Signatory, true)], &[Power::Principals], later);
        add("head", group, &[(Role::Head, false)], &[Power::Principals], later);
        add("member", group, &[(Role::Member, true)], &[], later);
        add("translator", group, &[(Role::Translator, true)], &[], later);
        add("former", group, &[(Role::CoChair, true), (Role::Signatory, true)], &[Power::Group, Power::Principals], over);
        add(
            "stranger",
            "elsewhere",
            &[(Role::CoChair, true), (Role::Signatory, true)],
            &[Power::Group, Power::Principals],
            later,
        );
    }
    all.extend([
        person("us.reviewer", Party::Us, group, &[(Role::Reviewer, false)], &[], later),
        person("us.officer", Party::Us, group, &[(Role::Officer, false)], &[Power::SignOff], later),
        person("us.second", Party::Us, group, &[(Role::Officer, false)], &[Power::SignOff], later),
        person("us.former", Party::Us, group, &[(Role::Officer, false)], &[Power::SignOff], over),
        person("none.secretariat", Party::None, group, &[(Role::Secretariat, false)], &[], later),
        person("none.administrator", Party::None, group, &[(Role::Administrator, false)], &[], later),
    ]);
    all
}
