//! Translations. A text is *reviewed* and *agreed* by marks that hang on its own hash and its source's hash: they survive a
//! new version in which neither changed, and fall away by themselves when one did (I-11).

use serde::{Deserialize, Serialize};

use crate::change::{Change, Command, Record};
use crate::edit::TextState;
use crate::facts::Facts;
use crate::id::{MarkId, Occasion, PersonId, ProjectId};
use crate::party::Delegation;
use crate::permission::permit;
use crate::refusal::Refusal;
use crate::text::Lang;
use crate::viewer::Viewer;

/// How far a side's mark goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Degree {
    /// The language reads well and says what the source says.
    Reviewed,
    /// The side accepts it as the text; takes effect when both did.
    Agreed,
}

/// One side's mark on one text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    /// Its id.
    pub id: MarkId,
    /// Of which project.
    pub project_id: ProjectId,
    /// The section's key, or `title`.
    pub section: String,
    /// The language.
    pub lang: Lang,
    /// The text that was marked.
    pub text_hash: String,
    /// The source it was compared with.
    pub source_hash: String,
    /// Which side.
    pub party: Delegation,
    /// How far.
    pub degree: Degree,
    /// Who.
    pub person_id: PersonId,
}

/// Which sides have to review this language: `he` Israel, `ar` Syria, `en` each.
#[must_use]
pub const fn reviewers(lang: Lang) -> &'static [Delegation] {
    match lang {
        Lang::En => &Delegation::BOTH,
        Lang::He => &[Delegation::Il],
        Lang::Ar => &[Delegation::Sy],
    }
}

/// What the marks make of a text that is there and not stale.
#[must_use]
pub fn standing(marks: &[Mark], section: &str, lang: Lang, text_hash: &str, source_hash: &str) -> TextState {
    let marked = |side: Delegation, degree: Degree| {
        marks.iter().any(|mark| {
            mark.party == side
                && mark.degree == degree
                && mark.lang == lang
                && mark.section == section
                && mark.text_hash == text_hash
                && mark.source_hash == source_hash
        })
    };
    if Delegation::BOTH.into_iter().all(|side| marked(side, Degree::Agreed)) {
        TextState::Agreed
    } else if reviewers(lang).iter().all(|&side| marked(side, Degree::Reviewed)) {
        TextState::Reviewed
    } else {
        TextState::Draft
    }
}

/// Marks every text of one language in the newest version that this side has not marked so yet.
///
/// # Errors
/// Wrong role, side or stage; a stale version; [`Refusal::NothingChanged`] when nothing is left to mark.
pub fn mark(
    facts: &Facts,
    viewer: &Viewer,
    lang: Lang,
    degree: Degree,
    hash: &str,
    occasion: Occasion,
) -> Result<Change, Refusal> {
    let command = if degree == Degree::Reviewed { Command::MarkReviewed } else { Command::AgreeTranslation };
    permit(facts, viewer, command)?;
    let side = viewer.delegation()?;
    if degree == Degree::Reviewed && !reviewers(lang).contains(&side) {
        return Err(Refusal::NotYourSide);
    }
    let version = facts.judged(hash)?;
    let mut ids = occasion.ids();
    let mut records = Vec::new();
    for text in version.texts(facts.project.source).into_iter().filter(|text| text.lang == lang && !text.stale) {
        let mark = Mark {
            id: ids.fresh(),
            project_id: facts.project.id.clone(),
            section: text.section,
            lang,
            text_hash: text.hash,
            source_hash: text.source_hash,
            party: side,
            degree,
            person_id: viewer.person_id.clone(),
        };
        let same = |old: &Mark| {
            old.section == mark.section
                && old.lang == mark.lang
                && old.party == mark.party
                && old.degree == mark.degree
                && old.text_hash == mark.text_hash
                && old.source_hash == mark.source_hash
        };
        if !facts.marks.iter().any(same) {
            records.push(Record::Mark(mark));
        }
    }
    if records.is_empty() {
        return Err(Refusal::NothingChanged);
    }
    let command = if degree == Degree::Reviewed { Command::MarkReviewed } else { Command::AgreeTranslation };
    let change =
        facts.change(viewer, command, occasion).about("language", lang.code()).of_version(&version.id, &version.content_hash);
    Ok(crate::engine::settle(facts, change.with_all(records)))
}
