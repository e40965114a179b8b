//! Amendments: another wording for one section of the newest version, proposed by anyone of the group and taken into the working text when
//! both sides' co-chairs have said yes to the same words. What was written meanwhile is never overwritten: such an amendment collides,
//! and is proposed anew on the words that stand.

use serde::{Deserialize, Serialize};

use crate::change::{Change, Command, Record};
use crate::consent::{self, Subject};
use crate::edit::{self, Origin, Typed};
use crate::facts::Facts;
use crate::id::{AmendmentId, Occasion, PersonId, ProjectId, VersionId};
use crate::party::Party;
use crate::permission::permit;
use crate::policy::{self, Action};
use crate::refusal::Refusal;
use crate::text::{self, Lang, Note};
use crate::viewer::Viewer;

/// A proposed wording.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Amendment {
    /// Its id.
    pub id: AmendmentId,
    /// Of which project.
    pub project_id: ProjectId,
    /// The version that was the newest.
    pub version_id: VersionId,
    /// The section's key, or `title`.
    pub section: String,
    /// The English words, where they would change.
    pub text_en: Option<String>,
    /// The Hebrew words, where they would change.
    pub text_he: Option<String>,
    /// The Arabic words, where they would change.
    pub text_ar: Option<String>,
    /// The number of the English save that it was made from; 0 for none.
    pub base_en: i64,
    /// The same of the Hebrew one.
    pub base_he: i64,
    /// The same of the Arabic one.
    pub base_ar: i64,
    /// The language of the reason.
    pub lang: Lang,
    /// Why.
    pub reason: String,
    /// The SHA-256 of section, words and what they were made from; both consents are to it.
    pub hash: String,
    /// The proposer's party.
    pub party: Party,
    /// Who proposed it.
    pub person_id: PersonId,
}

impl Amendment {
    /// The words in a language, where they would change, with the number of the save that they were made from.
    #[must_use]
    pub fn text(&self, lang: Lang) -> Option<(&str, i64)> {
        let (text, base) = match lang {
            Lang::En => (&self.text_en, self.base_en),
            Lang::He => (&self.text_he, self.base_he),
            Lang::Ar => (&self.text_ar, self.base_ar),
        };
        text.as_deref().map(|text| (text, base))
    }

    /// The languages whose words would change.
    pub fn languages(&self) -> impl Iterator<Item = Lang> + '_ {
        Lang::ALL.into_iter().filter(|&lang| self.text(lang).is_some())
    }

    fn typed(&self) -> Vec<Typed> {
        // Both sides read it and said yes to it.
        let origin = Some(Origin::Person);
        let one = |lang| {
            self.text(lang).map(|(text, base)| Typed {
                lang,
                text: text.to_owned(),
                base,
                still_right: false,
                origin,
                source_hash: None,
            })
        };
        Lang::ALL.into_iter().filter_map(one).collect()
    }
}

/// How an amendment ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// Both sides said yes, and it stands in the working text.
    Accepted,
    /// A co-chair said no, with a reason.
    Declined,
    /// Its proposer took it back.
    Withdrawn,
}

impl Outcome {
    /// The code of rows and sentences.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Accepted => "accepted",
            Self::Declined => "declined",
            Self::Withdrawn => "withdrawn",
        }
    }
}

/// The end of an amendment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AmendmentEnd {
    /// Of which one.
    pub amendment_id: AmendmentId,
    /// Of which project.
    pub project_id: ProjectId,
    /// How.
    pub outcome: Outcome,
    /// By which party.
    pub party: Party,
    /// By whom.
    pub person_id: PersonId,
    /// The language of the reason.
    pub lang: Option<Lang>,
    /// Why, where it was declined.
    pub reason: Option<String>,
}

/// Proposes other words for a section.
///
/// # Errors
/// As for editing; [`Refusal::StaleText`] where somebody saved the section since the form was made, [`Refusal::NothingChanged`].
pub fn propose(
    facts: &Facts,
    viewer: &Viewer,
    section: &str,
    typed: &[Typed],
    reason: &Note,
    occasion: Occasion,
) -> Result<Change, Refusal> {
    permit(facts, viewer, Command::ProposeAmendment)?;
    viewer.delegation()?;
    let version = facts.newest.as_ref().ok_or(Refusal::WrongStage)?;
    let section = edit::keys(facts).into_iter().find(|key| *key == section).ok_or(Refusal::NotPermitted)?;
    let now = |lang: Lang| facts.texts.get(&(section.to_owned(), lang));
    if typed.iter().any(|one| now(one.lang).map_or(0, |edit| edit.number) != one.base) {
        return Err(Refusal::StaleText);
    }
    let new = |lang: Lang| {
        let words = typed.iter().find(|one| one.lang == lang).map(|one| one.text.clone())?;
        (now(lang).map_or("", |edit| &edit.text) != words).then_some(words)
    };
    let base = |lang: Lang| now(lang).map_or(0, |edit| edit.number);
    let [text_en, text_he, text_ar] = Lang::ALL.map(new);
    if text_en.is_none() && text_he.is_none() && text_ar.is_none() {
        return Err(Refusal::NothingChanged);
    }
    let [base_en, base_he, base_ar] = Lang::ALL.map(base);
    let words = serde_json::json!({"en": text_en, "he": text_he, "ar": text_ar});
    let made_from = serde_json::json!({"en": base_en, "he": base_he, "ar": base_ar});
    let whole = serde_json::json!({
        "format": "portal-amendment-1", "version": version.content_hash, "section": section, "words": words, "made_from": made_from,
    });
    let hash = text::hash(&whole.to_string());
    let amendment = Amendment {
        id: occasion.ids().fresh(),
        project_id: facts.project.id.clone(),
        version_id: version.id.clone(),
        section: section.to_owned(),
        text_en,
        text_he,
        text_ar,
        base_en,
        base_he,
        base_ar,
        lang: reason.lang,
        reason: reason.text.clone(),
        hash,
        party: viewer.party,
        person_id: viewer.person_id.clone(),
    };
    let id = amendment.id.to_string();
    let change = facts.change(viewer, Command::ProposeAmendment, occasion).about("amendment", &id);
    Ok(change.of_version(&version.id, &version.content_hash).with(Record::Amendment(amendment)))
}

/// The languages in which other words stand now than the amendment was made from; none for one that can be taken in.
#[must_use]
pub fn collisions(facts: &Facts, amendment: &Amendment) -> Vec<Lang> {
    let collides = |lang: &Lang| {
        let now = facts.texts.get(&(amendment.section.clone(), *lang));
        let same =
            |(text, base): (&str, i64)| now.map_or(0, |edit| edit.number) == base || now.is_some_and(|edit| edit.text == text);
        amendment.text(*lang).is_some_and(|words| !same(words))
    };
    Lang::ALL.into_iter().filter(collides).collect()
}

fn open<'facts>(facts: &'facts Facts, id: &AmendmentId) -> Result<&'facts Amendment, Refusal> {
    facts.amendments.iter().find(|one| one.id == *id).ok_or(Refusal::AlreadyEnded)
}

/// The yes of the viewer's side; with the second one the words are taken into the working text.
///
/// # Errors
/// [`Refusal::NotPermitted`] for whoever is no co-chair, [`Refusal::StaleText`] where it collides, [`Refusal::AlreadyGiven`],
/// [`Refusal::AlreadyEnded`].
pub fn accept(facts: &Facts, viewer: &Viewer, id: &AmendmentId, occasion: Occasion) -> Result<Change, Refusal> {
    permit(facts, viewer, Command::AcceptAmendment)?;
    let amendment = open(facts, id)?;
    if !collisions(facts, amendment).is_empty() {
        return Err(Refusal::StaleText);
    }
    let yes = consent::give(facts, viewer, (Subject::Amendment, id.as_str(), &amendment.hash), &mut occasion.ids())?;
    let other = viewer.delegation()?.other();
    let mut change = facts.change(viewer, Command::AcceptAmendment, occasion).about("amendment", id.as_str());
    change = change.with(Record::Consent(yes));
    if !facts.consented(Subject::Amendment, id.as_str(), &amendment.hash, other) {
        return Ok(change);
    }
    // Whoever typed the same words meanwhile has done the work; the amendment ends all the same.
    match edit::save(facts, viewer, &amendment.section, &amendment.typed(), occasion.branch("amendment")) {
        Ok(saved) => change = change.with_all(saved.records),
        Err(Refusal::NothingChanged) => {}
        Err(refusal) => return Err(refusal),
    }
    Ok(change.with(Record::AmendmentEnd(end_of(amendment, viewer, Outcome::Accepted, None))))
}

fn end_of(amendment: &Amendment, viewer: &Viewer, outcome: Outcome, reason: Option<&Note>) -> AmendmentEnd {
    AmendmentEnd {
        amendment_id: amendment.id.clone(),
        project_id: amendment.project_id.clone(),
        outcome,
        party: viewer.party,
        person_id: viewer.person_id.clone(),
        lang: reason.map(|reason| reason.lang),
        reason: reason.map(|reason| reason.text.clone()),
    }
}

/// A co-chair of either side says no, with a reason.
///
/// # Errors
/// [`Refusal::NotPermitted`] for whoever is no co-chair, [`Refusal::AlreadyEnded`].
pub fn decline(facts: &Facts, viewer: &Viewer, id: &AmendmentId, reason: &Note, occasion: Occasion) -> Result<Change, Refusal> {
    permit(facts, viewer, Command::EndAmendment)?;
    policy::decide(viewer, Action::AgreeJointly, &facts.project.group_id)?;
    let end = end_of(open(facts, id)?, viewer, Outcome::Declined, Some(reason));
    let change = facts.change(viewer, Command::EndAmendment, occasion).about("amendment", id.as_str());
    Ok(change.with(Record::AmendmentEnd(end)))
}

/// Its proposer takes it back.
///
/// # Errors
/// [`Refusal::NotPermitted`] for whoever did not propose it, [`Refusal::AlreadyEnded`].
pub fn withdraw(facts: &Facts, viewer: &Viewer, id: &AmendmentId, occasion: Occasion) -> Result<Change, Refusal> {
    permit(facts, viewer, Command::EndAmendment)?;
    let amendment = open(facts, id)?;
    if amendment.person_id != viewer.person_id {
        return Err(Refusal::NotPermitted);
    }
    let end = end_of(amendment, viewer, Outcome::Withdrawn, None);
    let change = facts.change(viewer, Command::EndAmendment, occasion).about("amendment", id.as_str());
    Ok(change.with(Record::AmendmentEnd(end)))
}
