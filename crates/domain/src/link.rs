//! Declared links: what one project has to do with another, said by one side and seen by all who may read both. A point about a linked
//! project names one. A link is never changed: the side that declared it takes it back, and what stood stays in the ledger.

use serde::{Deserialize, Serialize};

use crate::change::{Change, Command, Record};
use crate::facts::Facts;
use crate::id::{LinkId, Occasion, PersonId, ProjectId};
use crate::party::{Audience, Party};
use crate::permission::permit;
use crate::project::Project;
use crate::refusal::Refusal;
use crate::stage::Stage;
use crate::text::{Lang, Note};
use crate::viewer::Viewer;

/// What the project has to do with the other one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// It needs the other one first.
    DependsOn,
    /// Both use the same site, equipment or money.
    Shares,
    /// It comes after one that was declined or withdrawn.
    Follows,
}

impl Kind {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::DependsOn, Self::Shares, Self::Follows];

    /// The code of rows and forms.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::DependsOn => "depends_on",
            Self::Shares => "shares",
            Self::Follows => "follows",
        }
    }
}

/// A declared link.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// Its id.
    pub id: LinkId,
    /// Of which project.
    pub project_id: ProjectId,
    /// To which one.
    pub other_id: ProjectId,
    /// What it has to do with it.
    pub kind: Kind,
    /// The language of the reason.
    pub lang: Lang,
    /// Why.
    pub reason: String,
    /// The side that declared it; only this side takes it back.
    pub party: Party,
    /// By whom.
    pub person_id: PersonId,
}

/// A link that was taken back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LinkEnd {
    /// Which link.
    pub link_id: LinkId,
    /// Of which project.
    pub project_id: ProjectId,
    /// By which side: the one that declared it.
    pub party: Party,
    /// By whom.
    pub person_id: PersonId,
}

/// A link as it comes from the form.
#[derive(Clone, Debug)]
pub struct NewLink {
    /// What the project has to do with the other one.
    pub kind: Kind,
    /// Why.
    pub reason: Note,
}

/// May this viewer declare and take back links of this project, as it stands?
///
/// # Errors
/// [`Refusal::NotPermitted`], [`Refusal::WrongStage`]; a draft of one caucus is linked to nothing, since others could not read the link.
pub fn may_declare(facts: &Facts, viewer: &Viewer) -> Result<(), Refusal> {
    permit(facts, viewer, Command::DeclareLink)?;
    viewer.delegation()?;
    if facts.is_joint() { Ok(()) } else { Err(Refusal::WrongStage) }
}

/// Can another project be linked to? One that was tabled, so that both sides know it by its code.
fn is_known_to_both(other: &Project) -> bool {
    other.ledger == Audience::Joint && other.code.is_some() && other.stage != Stage::Draft
}

/// Declares a link to another project; `other` is the one of that code that the viewer may read.
///
/// # Errors
/// As [`may_declare`]; [`Refusal::NoSuchProject`] where there is none, it is a draft or the project itself, with one answer for all;
/// [`Refusal::NotEnded`] for a successor of one that goes on; [`Refusal::AlreadyLinked`].
pub fn declare(
    facts: &Facts,
    viewer: &Viewer,
    other: Option<&Project>,
    new: &NewLink,
    occasion: Occasion,
) -> Result<Change, Refusal> {
    may_declare(facts, viewer)?;
    let other = other.filter(|one| one.id != facts.project.id && is_known_to_both(one)).ok_or(Refusal::NoSuchProject)?;
    if new.kind == Kind::Follows && !matches!(other.stage, Stage::Declined | Stage::Withdrawn) {
        return Err(Refusal::NotEnded);
    }
    if new.reason.text.is_empty() {
        return Err(Refusal::ReasonNeeded);
    }
    if facts.links.iter().any(|one| one.other_id == other.id && one.kind == new.kind) {
        return Err(Refusal::AlreadyLinked);
    }
    let link = Link {
        id: occasion.ids().fresh(),
        project_id: facts.project.id.clone(),
        other_id: other.id.clone(),
        kind: new.kind,
        lang: new.reason.lang,
        reason: new.reason.text.clone(),
        party: viewer.party,
        person_id: viewer.person_id.clone(),
    };
    let change = facts.change(viewer, Command::DeclareLink, occasion).about("link", link.id.as_str());
    Ok(change.with(Record::Link(link)))
}

/// Is the link named by a point that its own party has not closed?
#[must_use]
pub fn is_named(facts: &Facts, id: &LinkId) -> bool {
    facts.open_points().any(|point| point.link_id.as_ref() == Some(id))
}

/// The side that declared a link takes it back.
///
/// # Errors
/// As [`may_declare`]; [`Refusal::AlreadyEnded`], [`Refusal::NotYourSide`], [`Refusal::LinkNamed`] while an open point names it.
pub fn take_back(facts: &Facts, viewer: &Viewer, id: &LinkId, occasion: Occasion) -> Result<Change, Refusal> {
    permit(facts, viewer, Command::TakeBackLink)?;
    viewer.delegation()?;
    let link = facts.links.iter().find(|one| one.id == *id).ok_or(Refusal::AlreadyEnded)?;
    if link.party != viewer.party {
        return Err(Refusal::NotYourSide);
    }
    if is_named(facts, id) {
        return Err(Refusal::LinkNamed);
    }
    let end = LinkEnd {
        link_id: link.id.clone(),
        project_id: link.project_id.clone(),
        party: viewer.party,
        person_id: viewer.person_id.clone(),
    };
    let change = facts.change(viewer, Command::TakeBackLink, occasion).about("link", id.as_str());
    Ok(change.with(Record::LinkEnd(end)))
}
