//! What a working group proposes: its sector, who proposes, its code and the sections its text must have.

use serde::{Deserialize, Serialize};

use crate::change::{Change, Command, Record};
use crate::id::{AuthorisationId, GroupId, Occasion, PersonId, ProjectId, ScopeId, StepId};
use crate::party::{Audience, Party, Proposer};
use crate::policy::{self, Action};
use crate::refusal::Refusal;
use crate::stage::Stage;
use crate::text::{Lang, SECTION_LIMIT, SUMMARY_LIMIT, TITLE_LIMIT};
use crate::time::Timestamp;
use crate::viewer::Viewer;

/// A field of civilian cooperation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sector {
    /// MED.
    Medicine,
    /// ENE.
    Energy,
    /// AGR.
    Agriculture,
}

const EVERY: [&str; 10] = [
    "summary",
    "objectives",
    "activities",
    "sites",
    "partners",
    "beneficiaries",
    "budget",
    "timeline",
    "risks",
    "civilian_scope",
];

impl Sector {
    /// All three.
    pub const ALL: [Self; 3] = [Self::Medicine, Self::Energy, Self::Agriculture];

    /// The code of rows and addresses.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Medicine => "medicine",
            Self::Energy => "energy",
            Self::Agriculture => "agriculture",
        }
    }

    /// The sector with this code.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|sector| sector.code() == code)
    }

    /// The letters a project code begins with.
    #[must_use]
    pub const fn prefix(self) -> &'static str {
        match self {
            Self::Medicine => "MED",
            Self::Energy => "ENE",
            Self::Agriculture => "AGR",
        }
    }

    /// The keys of the sector's template, all of them required.
    #[must_use]
    pub fn sections(self) -> Vec<&'static str> {
        let own: [&str; 4] = match self {
            Self::Medicine => ["ethics", "patient_data", "medicines_devices", "biosafety"],
            Self::Energy => ["grid", "equipment", "operation_safety", "environment"],
            Self::Agriculture => ["land_water", "plant_animal_health", "inputs", "food_safety"],
        };
        EVERY.into_iter().chain(own).collect()
    }
}

/// The key under which the title is edited beside the sections.
pub const TITLE: &str = "title";

/// The longest text of a section, in characters.
#[must_use]
pub fn limit(section: &str) -> usize {
    match section {
        TITLE => TITLE_LIMIT,
        "summary" => SUMMARY_LIMIT,
        _ => SECTION_LIMIT,
    }
}

/// `ENE-2026-007`: given once, when a project is tabled (I-26).
#[must_use]
pub fn code(sector: Sector, year: i64, number: i64) -> String {
    format!("{}-{year}-{number:03}", sector.prefix())
}

/// A project as it stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Project {
    /// Its id; in addresses only while it has no code.
    pub id: ProjectId,
    /// The working group.
    pub group_id: GroupId,
    /// The field.
    pub sector: Sector,
    /// Who proposes.
    pub proposed_by: Proposer,
    /// The language its text is written in first.
    pub source: Lang,
    /// Where it stands.
    pub stage: Stage,
    /// Its code, once tabled.
    pub code: Option<String>,
    /// The authorisation it stands on, from cleared onwards.
    pub authorisation_id: Option<AuthorisationId>,
    /// Who reads it: a caucus until it is tabled, or all.
    pub ledger: Audience,
    /// Since when it stands there.
    pub recorded_at: Timestamp,
}

impl Project {
    /// How it is named in addresses: by code, a draft by id.
    #[must_use]
    pub fn handle(&self) -> &str {
        self.code.as_deref().unwrap_or(self.id.as_str())
    }
}

/// The record of a new project.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Creation {
    /// Its id.
    pub id: ProjectId,
    /// The working group.
    pub group_id: GroupId,
    /// The field.
    pub sector: Sector,
    /// Who proposes.
    pub proposed_by: Proposer,
    /// The language its text is written in first.
    pub source: Lang,
    /// Who started it.
    pub person_id: PersonId,
}

/// The record of one step from a stage to another.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// Its id.
    pub id: StepId,
    /// Of which project.
    pub project_id: ProjectId,
    /// From here.
    pub from_stage: Stage,
    /// To here.
    pub to_stage: Stage,
    /// The code that the project has from now on.
    pub code: Option<String>,
    /// The authorisation it stands on from now on.
    pub authorisation_id: Option<AuthorisationId>,
    /// Who reads it from now on.
    pub audience: Audience,
    /// Who took the step; the rule itself when absent.
    pub person_id: Option<PersonId>,
    /// The language of the reason.
    pub lang: Option<Lang>,
    /// Why, where a reason is asked for.
    pub reason: Option<String>,
}

/// The civilian-scope declaration: every project makes it, and makes it again when it is tabled (I-14).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Scope {
    /// Its id.
    pub id: ScopeId,
    /// Of which project.
    pub project_id: ProjectId,
    /// The purpose is civilian only.
    pub purpose: bool,
    /// No military, security or intelligence body takes part, pays or benefits.
    pub no_military_party: bool,
    /// Nothing is gathered beyond what the work needs.
    pub no_collection: bool,
    /// No military site is used.
    pub no_military_site: bool,
    /// Items with another possible use, or `none`.
    pub dual_use: String,
    /// Who declared.
    pub person_id: PersonId,
}

impl Scope {
    /// Is every part affirmed?
    #[must_use]
    pub fn is_affirmed(&self) -> bool {
        self.purpose && self.no_military_party && self.no_collection && self.no_military_site && !self.dual_use.is_empty()
    }
}

/// Starts a draft: in the caucus of the proposing side, or with both if it is joint.
///
/// # Errors
/// [`Refusal::NotPermitted`] for people who may not draft in this group.
pub fn start(
    viewer: &Viewer,
    group_id: &GroupId,
    sector: Sector,
    joint: bool,
    source: Lang,
    occasion: Occasion,
) -> Result<Change, Refusal> {
    policy::decide(viewer, Action::CreateDraft, group_id)?;
    let side = viewer.delegation()?;
    let caucus = Audience::caucus(side.party()).unwrap_or(Audience::Joint);
    let (proposed_by, ledger) = if joint { (Proposer::Joint, Audience::Joint) } else { (side.into(), caucus) };
    let id: ProjectId = occasion.ids().fresh();
    let creation =
        Creation { id: id.clone(), group_id: group_id.clone(), sector, proposed_by, source, person_id: viewer.person_id.clone() };
    Ok(Change::new(ledger, Command::StartProject, &viewer.person_id, viewer.party, occasion)
        .about("project", id.as_str())
        .of_project(&id)
        .with(Record::Creation(creation)))
}

/// The party whose caucus this draft lives in; `None` when all may read it.
#[must_use]
pub fn owner(project: &Project) -> Option<Party> {
    match project.ledger {
        Audience::CaucusIl => Some(Party::Il),
        Audience::CaucusSy => Some(Party::Sy),
        Audience::CaucusUs | Audience::Joint | Audience::ChannelIl | Audience::ChannelSy | Audience::Security => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_has_three_letters_the_year_and_three_digits() {
        assert_eq!(code(Sector::Energy, 2026, 7), "ENE-2026-007");
    }

    #[test]
    fn each_template_has_fourteen_sections_and_none_twice() {
        for sector in Sector::ALL {
            let mut keys = sector.sections();
            keys.sort_unstable();
            keys.dedup();
            assert_eq!(keys.len(), 14);
        }
    }
}
