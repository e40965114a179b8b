//! One objection, with what would resolve it. A point stays open across versions until its own party closes it (I-8).

use serde::{Deserialize, Serialize};

use crate::change::{Change, Command, Record};
use crate::engine;
use crate::facts::Facts;
use crate::id::{AnswerId, Ids, LinkId, Occasion, PersonId, PointId, PositionId, ProjectId, SignOffId, VersionId};
use crate::party::Party;
use crate::permission::permit;
use crate::refusal::Refusal;
use crate::text::{Lang, Note};
use crate::time::Holder;
use crate::viewer::Viewer;

/// What an objection is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "the classes of domain.md section 4; each has its word in point.ftl")]
pub enum Class {
    Scope,
    Safety,
    Legal,
    Cost,
    Wording,
    Capacity,
    LinkedProject,
    Other,
}

impl Class {
    /// Every class.
    pub const ALL: [Self; 8] =
        [Self::Scope, Self::Safety, Self::Legal, Self::Cost, Self::Wording, Self::Capacity, Self::LinkedProject, Self::Other];

    /// The code of rows and forms.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Scope => "scope",
            Self::Safety => "safety",
            Self::Legal => "legal",
            Self::Cost => "cost",
            Self::Wording => "wording",
            Self::Capacity => "capacity",
            Self::LinkedProject => "linked_project",
            Self::Other => "other",
        }
    }
}

/// A point of a delegation's objection, or of the supervisor's return.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Point {
    /// Its id.
    pub id: PointId,
    /// Of which project.
    pub project_id: ProjectId,
    /// Raised on which version.
    pub version_id: VersionId,
    /// With which hash.
    pub content_hash: String,
    /// Whose; only this party closes it.
    pub party: Party,
    /// Raised by whom.
    pub person_id: PersonId,
    /// Its number in the project, from 1.
    pub number: i64,
    /// With which position.
    pub position_id: Option<PositionId>,
    /// Or with which returned sign-off.
    pub sign_off_id: Option<SignOffId>,
    /// The section's key.
    pub section: String,
    /// What it is about.
    pub class: Class,
    /// The language of the texts.
    pub lang: Lang,
    /// What is wrong.
    pub text: String,
    /// What would resolve it.
    pub resolve: String,
    /// The declared link it names, where it is about a linked project. Points of before there were links are committed to without it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link_id: Option<LinkId>,
}

/// An answer; answers do not close.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// Its id.
    pub id: AnswerId,
    /// To which point.
    pub point_id: PointId,
    /// Of which project.
    pub project_id: ProjectId,
    /// Whose.
    pub party: Party,
    /// By whom.
    pub person_id: PersonId,
    /// Its language.
    pub lang: Lang,
    /// The answer.
    pub text: String,
}

/// The own party closes its point.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PointEnd {
    /// Which point.
    pub point_id: PointId,
    /// Of which project.
    pub project_id: ProjectId,
    /// Whose.
    pub party: Party,
    /// By whom.
    pub person_id: PersonId,
    /// The language of the note.
    pub lang: Lang,
    /// What resolved it.
    pub note: String,
}

/// A point as it comes from the form.
#[derive(Clone, Debug)]
pub struct NewPoint {
    /// The section's key.
    pub section: String,
    /// What it is about.
    pub class: Class,
    /// What is wrong.
    pub text: Note,
    /// What would resolve it, in the same language.
    pub resolve: String,
    /// The declared link it names; only where it is about a linked project.
    pub link: Option<LinkId>,
}

/// A point about a linked project names a link of this project that stands.
pub(crate) fn check_links(facts: &Facts, points: &[NewPoint]) -> Result<(), Refusal> {
    let stands = |point: &NewPoint| facts.links.iter().any(|link| point.link.as_ref() == Some(&link.id));
    let fits = points.iter().all(|point| point.class != Class::LinkedProject || stands(point));
    if fits { Ok(()) } else { Err(Refusal::LinkNeeded) }
}

/// The rows of new points, numbered on within the project.
pub(crate) fn records(
    facts: &Facts,
    viewer: &Viewer,
    points: &[NewPoint],
    (version_id, content_hash): &(VersionId, String),
    (position, sign_off): (Option<&PositionId>, Option<&SignOffId>),
    ids: &mut Ids,
) -> Vec<Record> {
    let first = facts.points.iter().map(|point| point.number).max().unwrap_or(0) + 1;
    let numbers = first..;
    points
        .iter()
        .zip(numbers)
        .map(|(new, number)| {
            Record::Point(Point {
                id: ids.fresh(),
                project_id: facts.project.id.clone(),
                version_id: version_id.clone(),
                content_hash: content_hash.clone(),
                party: viewer.party,
                person_id: viewer.person_id.clone(),
                number,
                position_id: position.cloned(),
                sign_off_id: sign_off.cloned(),
                section: new.section.clone(),
                class: new.class,
                lang: new.text.lang,
                text: new.text.text.clone(),
                resolve: new.resolve.clone(),
                link_id: new.link.clone().filter(|_| new.class == Class::LinkedProject),
            })
        })
        .collect()
}

fn open<'a>(facts: &'a Facts, id: &PointId) -> Result<&'a Point, Refusal> {
    facts.open_points().find(|point| point.id == *id).ok_or(Refusal::AlreadyEnded)
}

/// Who has to answer the points of a party: the other delegation, and both where the supervisor made them.
#[must_use]
pub fn who_answers(objector: Party) -> Holder {
    objector.delegation().map_or(Holder::Both, |side| side.other().party().into())
}

/// Answers a point of another party.
///
/// # Errors
/// Wrong role, an own point, or a closed one.
pub fn answer(facts: &Facts, viewer: &Viewer, id: &PointId, text: &Note, occasion: Occasion) -> Result<Change, Refusal> {
    permit(facts, viewer, Command::AnswerPoint)?;
    let point = open(facts, id)?;
    if point.party == viewer.party {
        return Err(Refusal::NotYourSide);
    }
    let answer = Answer {
        id: occasion.ids().fresh(),
        point_id: point.id.clone(),
        project_id: facts.project.id.clone(),
        party: viewer.party,
        person_id: viewer.person_id.clone(),
        lang: text.lang,
        text: text.text.clone(),
    };
    Ok(facts.change(viewer, Command::AnswerPoint, occasion).about("point", id.as_str()).with(Record::Answer(answer)))
}

/// Closes a point of the viewer's own party (I-5).
///
/// # Errors
/// Wrong role, another party's point, or closed already.
pub fn close(facts: &Facts, viewer: &Viewer, id: &PointId, note: &Note, occasion: Occasion) -> Result<Change, Refusal> {
    permit(facts, viewer, Command::ClosePoint)?;
    let point = open(facts, id)?;
    if point.party != viewer.party {
        return Err(Refusal::NotYourSide);
    }
    let end = PointEnd {
        point_id: point.id.clone(),
        project_id: facts.project.id.clone(),
        party: viewer.party,
        person_id: viewer.person_id.clone(),
        lang: note.lang,
        note: note.text.clone(),
    };
    let change = facts.change(viewer, Command::ClosePoint, occasion).about("point", id.as_str()).with(Record::PointEnd(end));
    Ok(engine::settle(facts, change))
}
