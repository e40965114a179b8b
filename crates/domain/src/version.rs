//! Versions: immutable, numbered, and bound by one hash over the text in three languages and every attachment.
//!
//! Serves promise 2. The content is one canonical JSON text ([`crate::canonical`]); its SHA-256 is the content hash. Number,
//! dates, people and states are not part of it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::canonical;
use crate::change::Record;
use crate::facts::Facts;
use crate::id::{Ids, PersonId, ProjectId, VersionId};
use crate::project::{Sector, TITLE};
use crate::text::{self, Lang, Trilingual};

/// A frozen text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Version {
    /// Its id.
    pub id: VersionId,
    /// Of which project.
    pub project_id: ProjectId,
    /// From 1, without gaps.
    pub number: i64,
    /// The canonical bytes, kept as they are.
    pub content: String,
    /// Their SHA-256 in lower-case hex.
    pub content_hash: String,
    /// For each translation the hash of the source it was written for: JSON, section to language to hash.
    pub provenance: String,
    /// The title, for lists.
    pub title_en: Option<String>,
    /// The title, for lists.
    pub title_he: Option<String>,
    /// The title, for lists.
    pub title_ar: Option<String>,
    /// The language of the reason.
    pub lang: Option<Lang>,
    /// Why it was made; the first one has none.
    pub reason: Option<String>,
    /// Who froze it.
    pub person_id: PersonId,
}

/// What a version says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Content {
    /// The files it names, by digest.
    pub attachments: Vec<NamedFile>,
    /// The languages that are equally authentic.
    pub authentic: Vec<Lang>,
    /// Conditions that are part of the text, by key; the spine has none.
    pub conditions: Vec<String>,
    /// `portal-version-1`.
    pub format: String,
    /// The project's code.
    pub project: String,
    /// The civilian-scope declaration.
    pub scope: DeclaredScope,
    /// Section to language to text.
    pub sections: BTreeMap<String, Trilingual>,
    /// The field.
    pub sector: Sector,
    /// The title.
    pub title: Trilingual,
}

/// A file as a version names it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct NamedFile {
    /// SHA-256 of its bytes.
    pub digest: String,
    /// Its kind.
    pub media_type: String,
    /// Its name.
    pub name: String,
    /// Bytes.
    pub size: i64,
}

/// The declaration as a version carries it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DeclaredScope {
    /// Items with another possible use, or `none`.
    pub dual_use: String,
    /// Nothing is gathered beyond what the work needs.
    pub no_collection: bool,
    /// No military, security or intelligence body takes part.
    pub no_military_party: bool,
    /// No military site is used.
    pub no_military_site: bool,
    /// The purpose is civilian only.
    pub purpose: bool,
}

/// One text of a version with what its state hangs on.
#[derive(Clone, Debug)]
pub struct VersionText {
    /// The section's key, or `title`.
    pub section: String,
    /// The language.
    pub lang: Lang,
    /// Its hash.
    pub hash: String,
    /// The hash of the source it was written for.
    pub source_hash: String,
    /// Has the source changed since?
    pub stale: bool,
}

impl Content {
    /// The canonical bytes.
    #[must_use]
    pub fn canonical(&self) -> String {
        canonical::of(self)
    }

    /// The texts of a section, or of the title.
    #[must_use]
    pub fn section(&self, key: &str) -> Option<&Trilingual> {
        if key == TITLE { Some(&self.title) } else { self.sections.get(key) }
    }
}

impl Version {
    /// What it says; `None` only if the stored bytes were spoiled.
    #[must_use]
    pub fn parse(&self) -> Option<Content> {
        serde_json::from_str(&self.content).ok()
    }

    /// The title by language.
    #[must_use]
    pub fn title(&self) -> Trilingual {
        let titles = [(Lang::En, &self.title_en), (Lang::He, &self.title_he), (Lang::Ar, &self.title_ar)];
        titles.into_iter().filter_map(|(lang, title)| Some((lang, title.clone()?))).collect()
    }

    /// Every text it holds, with what its state hangs on.
    #[must_use]
    pub fn texts(&self, source: Lang) -> Vec<VersionText> {
        let Some(content) = self.parse() else { return Vec::new() };
        let provenance: BTreeMap<String, BTreeMap<Lang, String>> = serde_json::from_str(&self.provenance).unwrap_or_default();
        let mut found = Vec::new();
        for key in std::iter::once(TITLE).chain(content.sector.sections()) {
            let Some(texts) = content.section(key) else { continue };
            let source_hash = texts.get(&source).map(|text| text::hash(text)).unwrap_or_default();
            for (&lang, words) in texts {
                let written_for =
                    if lang == source { Some(&source_hash) } else { provenance.get(key).and_then(|by| by.get(&lang)) };
                found.push(VersionText {
                    section: key.to_owned(),
                    lang,
                    hash: text::hash(words),
                    source_hash: written_for.cloned().unwrap_or_default(),
                    stale: written_for != Some(&source_hash),
                });
            }
        }
        found
    }
}

/// The working text as it would be frozen, under this code: what nobody stands for is left out.
#[must_use]
pub fn content(facts: &Facts, code: &str) -> Content {
    let texts = |section: &str| -> Trilingual {
        Lang::ALL
            .into_iter()
            .filter_map(|lang| facts.texts.get(&(section.to_owned(), lang)))
            .filter(|edit| edit.counts())
            .map(|edit| (edit.lang, edit.text.clone()))
            .collect()
    };
    let mut attachments: Vec<NamedFile> = facts
        .attachments
        .iter()
        .map(|file| NamedFile {
            digest: file.digest.clone(),
            media_type: file.media_type.clone(),
            name: file.name.clone(),
            size: file.size,
        })
        .collect();
    attachments.sort();
    let mut authentic = Lang::ALL.to_vec();
    authentic.sort_by_key(|lang| lang.code());
    let sections = facts.project.sector.sections().into_iter().map(|key| (key.to_owned(), texts(key)));
    Content {
        attachments,
        authentic,
        conditions: Vec::new(),
        format: "portal-version-1".to_owned(),
        project: code.to_owned(),
        scope: facts.scope.as_ref().map_or_else(DeclaredScope::default, |scope| DeclaredScope {
            dual_use: scope.dual_use.clone(),
            no_collection: scope.no_collection,
            no_military_party: scope.no_military_party,
            no_military_site: scope.no_military_site,
            purpose: scope.purpose,
        }),
        sections: sections.filter(|(_, texts)| !texts.is_empty()).collect(),
        sector: facts.project.sector,
        title: texts(TITLE),
    }
}

/// Freezes the working text as the next version.
#[must_use]
pub(crate) fn freeze(facts: &Facts, code: &str, person: &PersonId, reason: Option<text::Note>, ids: &mut Ids) -> Record {
    let content = content(facts, code);
    let canonical = content.canonical();
    let mut provenance: BTreeMap<&str, BTreeMap<Lang, &str>> = BTreeMap::new();
    for ((section, lang), edit) in &facts.texts {
        if *lang != facts.project.source && edit.counts() {
            provenance.entry(section).or_default().insert(*lang, &edit.source_hash);
        }
    }
    let (lang, reason) = reason.map_or((None, None), |note| (Some(note.lang), Some(note.text)));
    Record::Version(Version {
        id: ids.fresh(),
        project_id: facts.project.id.clone(),
        number: facts.newest.as_ref().map_or(1, |version| version.number + 1),
        content_hash: text::hash(&canonical),
        content: canonical,
        provenance: canonical::of(&provenance),
        title_en: content.title.get(&Lang::En).cloned(),
        title_he: content.title.get(&Lang::He).cloned(),
        title_ar: content.title.get(&Lang::Ar).cloned(),
        lang,
        reason,
        person_id: person.clone(),
    })
}

#[cfg(test)]
#[expect(clippy::expect_used, reason = "a test says what it expects")]
mod tests {
    use super::*;

    const VECTOR: &str = concat!(
        r#"{"attachments":[],"authentic":["ar","en","he"],"conditions":[],"format":"portal-version-1","project":"ENE-2026-007","#,
        r#""scope":{"dual_use":"none","no_collection":true,"no_military_party":true,"no_military_site":true,"purpose":true},"#,
        r#""sections":{"summary":{"ar":"محطة","en":"Station","he":"תחנה"}},"sector":"energy","#,
        r#""title":{"ar":"محطة","en":"Station","he":"תחנה"}}"#
    );

    #[test]
    fn the_hash_of_the_published_test_vector_is_reproduced() {
        let value: serde_json::Value = serde_json::from_str(VECTOR).expect("the vector is JSON");
        assert_eq!(canonical::text(&value), VECTOR);
        let content: Content = serde_json::from_str(VECTOR).expect("the vector is a content");
        assert_eq!(content.canonical(), VECTOR);
        assert_eq!(text::hash(VECTOR), "460827440196712fe6cc0dc4c9204ab0a4f726677881cb9b8ff1b395a1d9d19c");
    }
}
