//! What the public reads about a project: an object of its own, never a view of the project, and out only with both
//! delegations' consent to its hash (I-13). Correcting is a new summary with two new consents.

use serde::{Deserialize, Serialize};

use crate::canonical;
use crate::change::{Change, Command, Record};
use crate::consent::{self, Subject};
use crate::engine;
use crate::facts::Facts;
use crate::id::{Occasion, PersonId, ProjectId, SummaryId};
use crate::permission::{self, permit};
use crate::person::Power;
use crate::refusal::Refusal;
use crate::stage::Stage;
use crate::text::{self, Lang, Note, Trilingual};
use crate::viewer::Viewer;

/// Longest text of a summary, in characters.
pub const TEXT_LIMIT: usize = 4_000;
/// Longest reasons.
pub const REASONS_LIMIT: usize = 1_000;

/// A summary as it was written; immutable.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Summary {
    /// Its id.
    pub id: SummaryId,
    /// Of which project.
    pub project_id: ProjectId,
    /// From 1, without gaps.
    pub number: i64,
    /// The canonical JSON of what it says ([`Said`]).
    pub content: String,
    /// Its SHA-256: what both sides consent to.
    pub hash: String,
    /// Who wrote it.
    pub person_id: PersonId,
}

/// What a summary says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    /// `portal-summary-1`.
    pub format: String,
    /// The project's code.
    pub project: String,
    /// Why the sides approve of it.
    pub reasons: Trilingual,
    /// What it is, in plain words.
    pub text: Trilingual,
    /// Its title for the public.
    pub title: Trilingual,
}

/// It went live.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Release {
    /// Which summary.
    pub summary_id: SummaryId,
    /// Of which project.
    pub project_id: ProjectId,
}

/// It was taken back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Retraction {
    /// Which summary.
    pub summary_id: SummaryId,
    /// Of which project.
    pub project_id: ProjectId,
    /// By whom.
    pub person_id: PersonId,
    /// The language of the reason.
    pub lang: Lang,
    /// Why.
    pub reason: String,
}

impl Summary {
    /// What it says; `None` only if the stored bytes were spoiled.
    #[must_use]
    pub fn parse(&self) -> Option<Said> {
        serde_json::from_str(&self.content).ok()
    }
}

/// Texts as they come from the form, complete in three languages.
#[derive(Clone, Debug)]
pub struct NewSummary {
    /// Title.
    pub title: Trilingual,
    /// Text.
    pub text: Trilingual,
    /// Reasons.
    pub reasons: Trilingual,
}

/// Has the project come far enough to be told? A project that was never approved by both sides is nobody's business yet.
#[must_use]
pub fn may_be_told(stage: Stage) -> bool {
    permission::fits(Command::WriteSummary, stage).is_ok()
}

/// The newest summary, if it can still be consented to.
#[must_use]
pub fn pending(facts: &Facts) -> Option<&Summary> {
    let newest = facts.summaries.iter().max_by_key(|one| one.number)?;
    let over = facts.releases.iter().any(|one| one.summary_id == newest.id);
    (!over).then_some(newest)
}

/// A declined project is public only if it was before.
fn tellable(facts: &Facts) -> bool {
    may_be_told(facts.project.stage) && (facts.project.stage != Stage::Declined || !facts.releases.is_empty())
}

/// Writes a summary; consents to an earlier one that is not out yet mean nothing any more.
///
/// # Errors
/// Wrong role or stage, a language left out, or the same text again.
pub fn write(facts: &Facts, viewer: &Viewer, new: &NewSummary, occasion: Occasion) -> Result<Change, Refusal> {
    permit(facts, viewer, Command::WriteSummary)?;
    let code = facts.project.code.clone().filter(|_| tellable(facts)).ok_or(Refusal::WrongStage)?;
    let complete = |texts: &Trilingual| Lang::ALL.iter().all(|lang| texts.get(lang).is_some_and(|text| !text.is_empty()));
    if !complete(&new.title) || !complete(&new.text) || !complete(&new.reasons) {
        return Err(Refusal::ReasonNeeded);
    }
    let said = Said {
        format: "portal-summary-1".to_owned(),
        project: code,
        reasons: new.reasons.clone(),
        text: new.text.clone(),
        title: new.title.clone(),
    };
    let content = canonical::of(&said);
    let newest = facts.summaries.iter().max_by_key(|one| one.number);
    if newest.is_some_and(|old| old.content == content && !facts.retractions.iter().any(|one| one.summary_id == old.id)) {
        return Err(Refusal::NothingChanged);
    }
    let summary = Summary {
        id: occasion.ids().fresh(),
        project_id: facts.project.id.clone(),
        number: newest.map_or(1, |old| old.number + 1),
        hash: text::hash(&content),
        content,
        person_id: viewer.person_id.clone(),
    };
    let id = summary.id.clone();
    Ok(facts.change(viewer, Command::WriteSummary, occasion).about("summary", id.as_str()).with(Record::Summary(summary)))
}

/// A head consents to the summary; with the second consent it goes live.
///
/// # Errors
/// Wrong role, another hash than the newest one's, or given already.
pub fn consent(facts: &Facts, viewer: &Viewer, hash: &str, occasion: Occasion) -> Result<Change, Refusal> {
    permit(facts, viewer, Command::ConsentSummary)?;
    if !tellable(facts) {
        return Err(Refusal::WrongStage);
    }
    let summary = pending(facts).ok_or(Refusal::AlreadyEnded)?;
    if summary.hash != hash {
        return Err(Refusal::StaleVersion);
    }
    viewer.mandate(&facts.project.group_id, Power::Principals, occasion.at)?;
    let given = consent::give(facts, viewer, (Subject::Summary, summary.id.as_str(), hash), &mut occasion.ids())?;
    let change = facts.change(viewer, Command::ConsentSummary, occasion).about("summary", summary.id.as_str());
    Ok(engine::settle(facts, change.with(Record::Consent(given))))
}

/// The summaries that both sides have consented to and that are not out yet.
pub(crate) fn releases(facts: &Facts) -> Vec<Record> {
    pending(facts)
        .filter(|one| facts.joint(Subject::Summary, one.id.as_str(), &one.hash))
        .map(|one| Record::Release(Release { summary_id: one.id.clone(), project_id: facts.project.id.clone() }))
        .into_iter()
        .collect()
}

/// A head takes a published summary back: what one side no longer stands by is not published.
///
/// # Errors
/// Wrong role, or nothing is live.
pub fn retract(facts: &Facts, viewer: &Viewer, reason: &Note, occasion: Occasion) -> Result<Change, Refusal> {
    permit(facts, viewer, Command::RetractSummary)?;
    let live = facts.live_summary().ok_or(Refusal::AlreadyEnded)?;
    let retraction = Retraction {
        summary_id: live.id.clone(),
        project_id: facts.project.id.clone(),
        person_id: viewer.person_id.clone(),
        lang: reason.lang,
        reason: reason.text.clone(),
    };
    let id = live.id.clone();
    Ok(facts.change(viewer, Command::RetractSummary, occasion).about("summary", id.as_str()).with(Record::Retraction(retraction)))
}
