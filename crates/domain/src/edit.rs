//! The working text: between versions it is edited section by section, each save a row of its own. Nothing is overwritten;
//! the newest row of a section and language is its text.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::change::{Change, Command, Record};
use crate::facts::Facts;
use crate::id::{EditId, Occasion, PersonId, ProjectId};
use crate::party::Delegation;
use crate::permission::permit;
use crate::person::Role;
use crate::project::{Scope, TITLE};
use crate::refusal::Refusal;
use crate::stage::Stage;
use crate::text::{self, Lang};
use crate::translation;
use crate::viewer::Viewer;

/// Who made a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// A person wrote it, or went through it and stands for it.
    #[default]
    Person,
    /// A machine translated it and nobody has gone through it: it is no text yet, and enters no version.
    Machine,
}

impl Origin {
    const fn is_person(&self) -> bool {
        matches!(self, Self::Person)
    }
}

/// One saved text of one section in one language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edit {
    /// Its id.
    pub id: EditId,
    /// Of which project.
    pub project_id: ProjectId,
    /// The section's key, or `title`.
    pub section: String,
    /// The language.
    pub lang: Lang,
    /// Its place among the saves of this section and language, from 1.
    pub number: i64,
    /// The text, Markdown.
    pub text: String,
    /// Its SHA-256.
    pub text_hash: String,
    /// The hash of the source text that this one was written for; its own where it is the source.
    pub source_hash: String,
    /// Who saved it.
    pub person_id: PersonId,
    /// Who made it. A person's has no such member, so that what was committed to before machines were told of still holds.
    #[serde(default, skip_serializing_if = "Origin::is_person")]
    pub origin: Origin,
}

impl Edit {
    /// Is it a text that somebody stands for?
    #[must_use]
    pub fn counts(&self) -> bool {
        !self.text.is_empty() && self.origin == Origin::Person
    }
}

/// One language of a section as it comes from the form.
#[derive(Clone, Debug)]
pub struct Typed {
    /// The language.
    pub lang: Lang,
    /// The text, already parsed.
    pub text: String,
    /// The number of the save that the form was made from; 0 for none.
    pub base: i64,
    /// "A person has gone through this translation, and it says the same as the original."
    pub still_right: bool,
    /// Who made it, where that is said; else whoever made what stood there before.
    pub origin: Option<Origin>,
    /// The hash of the original that it was written for, where that is not what stands now: it comes from elsewhere.
    pub source_hash: Option<String>,
}

/// The state of one text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TextState {
    /// Nothing is written.
    Missing,
    /// A machine translated it and nobody has gone through it; it never counts.
    MachineDraft,
    /// The source changed since.
    Stale,
    /// Written.
    Draft,
    /// Marked reviewed by those who have to.
    Reviewed,
    /// Agreed by both.
    Agreed,
}

impl TextState {
    /// The stable code of its word.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::MachineDraft => "machine-draft",
            Self::Stale => "stale",
            Self::Draft => "draft",
            Self::Reviewed => "reviewed",
            Self::Agreed => "agreed",
        }
    }
}

pub(crate) fn may_edit(facts: &Facts, viewer: &Viewer, command: Command) -> Result<Delegation, Refusal> {
    permit(facts, viewer, command)?;
    let side = viewer.delegation()?;
    // A draft that was sent back is the proposers' again; only a text in discussion belongs to both.
    if facts.project.stage == Stage::Draft && !facts.project.proposed_by.includes(side) {
        return Err(Refusal::NotYourSide);
    }
    Ok(side)
}

/// Saves one section in up to three languages.
///
/// # Errors
/// The reader may not edit, the text is frozen, somebody saved first, or nothing is new.
pub fn save(facts: &Facts, viewer: &Viewer, section: &str, typed: &[Typed], occasion: Occasion) -> Result<Change, Refusal> {
    let side = may_edit(facts, viewer, Command::SaveText)?;
    // A translator writes the languages of the own side; who writes as member or co-chair writes all.
    let translates = !viewer.roles_in(&facts.project.group_id).any(|role| matches!(role, Role::Member | Role::CoChair));
    let mut ids = occasion.ids();
    let now = |lang: Lang| facts.texts.get(&(section.to_owned(), lang));
    let source = facts.project.source;
    let source_hash = typed
        .iter()
        .find(|one| one.lang == source)
        .map(|one| text::hash(&one.text))
        .or_else(|| now(source).map(|edit| edit.text_hash.clone()))
        .unwrap_or_else(|| text::hash(""));
    let mut records = Vec::new();
    for one in typed {
        let old = now(one.lang);
        if old.map_or(0, |edit| edit.number) != one.base && old.map(|edit| edit.text.as_str()) != Some(one.text.as_str()) {
            return Err(Refusal::StaleText);
        }
        let text_hash = text::hash(&one.text);
        let changed = old.map_or(!one.text.is_empty(), |edit| edit.text_hash != text_hash);
        let cured = one.still_right && old.is_some_and(|edit| edit.source_hash != source_hash);
        let origin = origin(one, old, source);
        let renamed = old.is_some_and(|edit| edit.origin != origin);
        if !changed && !renamed && (!cured || one.lang == source) {
            continue;
        }
        if translates && !translation::reviewers(one.lang).contains(&side) {
            return Err(Refusal::NotYourSide);
        }
        records.push(Record::Edit(Edit {
            id: ids.fresh(),
            project_id: facts.project.id.clone(),
            section: section.to_owned(),
            lang: one.lang,
            number: old.map_or(1, |edit| edit.number + 1),
            text: one.text.clone(),
            source_hash: match &one.source_hash {
                _ if one.lang == source => text_hash.clone(),
                Some(written_for) => written_for.clone(),
                None => source_hash.clone(),
            },
            text_hash,
            person_id: viewer.person_id.clone(),
            origin,
        }));
    }
    if records.is_empty() {
        return Err(Refusal::NothingChanged);
    }
    Ok(facts.change(viewer, Command::SaveText, occasion).about("section", section).with_all(records))
}

/// The original is nobody's translation. A word changed in a machine's text does not make a person stand for all of it; saying so does.
fn origin(one: &Typed, old: Option<&Edit>, source: Lang) -> Origin {
    if one.lang == source || one.text.is_empty() || one.still_right {
        return Origin::Person;
    }
    one.origin.or(old.map(|edit| edit.origin)).unwrap_or_default()
}

/// Takes texts of several sections over that were written elsewhere, in one change; each as if it were saved on its own.
///
/// # Errors
/// As for saving; nothing is taken over where one text is refused.
pub fn take_over(facts: &Facts, viewer: &Viewer, typed: &[(String, Typed)], occasion: Occasion) -> Result<Change, Refusal> {
    may_edit(facts, viewer, Command::ImportText)?;
    let mut by_section: BTreeMap<&str, Vec<Typed>> = BTreeMap::new();
    for (section, one) in typed.iter().filter(|(section, _)| keys(facts).contains(&section.as_str())) {
        by_section.entry(section).or_default().push(one.clone());
    }
    let mut change = facts.change(viewer, Command::ImportText, occasion);
    for (section, typed) in by_section {
        change = change.with_all(save(facts, viewer, section, &typed, occasion.branch(section))?.records);
    }
    if change.records.is_empty() { Err(Refusal::NothingChanged) } else { Ok(change) }
}

/// Declares the civilian scope anew.
///
/// # Errors
/// As for editing; [`Refusal::NothingChanged`] when the same was declared last.
pub fn declare(facts: &Facts, viewer: &Viewer, scope: Scope, occasion: Occasion) -> Result<Change, Refusal> {
    may_edit(facts, viewer, Command::DeclareScope)?;
    let same = facts
        .scope
        .as_ref()
        .is_some_and(|old| Scope { id: scope.id.clone(), person_id: scope.person_id.clone(), ..old.clone() } == scope);
    if same {
        return Err(Refusal::NothingChanged);
    }
    let id = scope.id.to_string();
    Ok(facts.change(viewer, Command::DeclareScope, occasion).about("scope", &id).with(Record::Scope(scope)))
}

/// The working text by section and language.
pub type Texts = BTreeMap<(String, Lang), Edit>;

/// The keys that must be written, the title first.
#[must_use]
pub fn keys(facts: &Facts) -> Vec<&'static str> {
    std::iter::once(TITLE).chain(facts.project.sector.sections()).collect()
}

/// The state of one working text, marks counted (see [`crate::translation`]).
#[must_use]
pub fn state(facts: &Facts, section: &str, lang: Lang) -> TextState {
    let key = |lang| (section.to_owned(), lang);
    let Some(edit) = facts.texts.get(&key(lang)).filter(|edit| !edit.text.is_empty()) else { return TextState::Missing };
    if !edit.counts() {
        return TextState::MachineDraft;
    }
    let source = facts.texts.get(&key(facts.project.source)).map(|edit| edit.text_hash.as_str());
    if lang != facts.project.source && source != Some(edit.source_hash.as_str()) {
        return TextState::Stale;
    }
    translation::standing(&facts.marks, section, lang, &edit.text_hash, &edit.source_hash)
}
