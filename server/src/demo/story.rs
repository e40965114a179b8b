//! The texts of the demonstration, as they stand in `projects/*.toml`.

use std::collections::BTreeMap;

use domain::condition::Due;
use domain::party::{Audience, Delegation, Proposer};
use domain::point::Class;
use domain::project::Sector;
use domain::sign_off::Decision;
use domain::stage::Stage;
use domain::text::{Lang, Note, Trilingual};
use rust_embed::RustEmbed;
use serde::Deserialize;

#[derive(RustEmbed)]
#[folder = "src/demo/projects"]
struct Files;

/// One project's story.
#[derive(Clone, Debug, Deserialize)]
pub struct Story {
    pub sector: Sector,
    pub proposer: Proposer,
    pub source: Lang,
    /// Where the project stands in the end.
    pub stage: Stage,
    pub title: Trilingual,
    pub scope: Scope,
    pub sections: BTreeMap<String, Trilingual>,
    /// What a machine made of the sections, read by nobody yet.
    #[serde(default)]
    pub machine: BTreeMap<String, Trilingual>,
    #[serde(default)]
    pub revisions: Vec<Revision>,
    #[serde(default)]
    pub threads: Vec<Thread>,
    #[serde(default)]
    pub objections: Vec<Objection>,
    #[serde(default)]
    pub conditions: Vec<Condition>,
    #[serde(default)]
    pub positions: BTreeMap<String, Note>,
    pub review: Option<Review>,
    pub review_second: Option<Prepared>,
    pub outcome: Option<Outcome>,
    /// What each head says when the project is closed.
    #[serde(default)]
    pub closing: BTreeMap<Delegation, Note>,
    pub summary_public: Option<Summary>,
}

#[derive(Clone, Debug, Deserialize)]
pub struct Scope {
    pub dual_use: String,
}

#[derive(Clone, Debug, Deserialize)]
pub struct Revision {
    pub reason: Note,
    pub sections: BTreeMap<String, Trilingual>,
}

#[derive(Clone, Debug, Deserialize)]
pub struct Thread {
    pub audience: Audience,
    pub title: String,
    /// The paragraph that it is about.
    pub about: Option<About>,
    pub messages: Vec<Message>,
    /// Who calls it resolved.
    pub resolved_by: Option<String>,
}

/// A paragraph of the newest version.
#[derive(Clone, Debug, Deserialize)]
pub struct About {
    pub section: String,
    pub lang: Lang,
    pub paragraph: usize,
}

#[derive(Clone, Debug, Deserialize)]
pub struct Message {
    pub by: String,
    pub lang: Lang,
    pub text: String,
    /// Whose attention it asks for.
    #[serde(default)]
    pub attention: Vec<String>,
    /// Does it answer the message before it?
    #[serde(default)]
    pub answers: bool,
}

/// At which level somebody objects.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    Group,
    Principals,
}

#[derive(Clone, Debug, Deserialize)]
pub struct Objection {
    pub by: String,
    pub level: Level,
    pub lang: Lang,
    pub statement: String,
    pub section: String,
    pub class: Class,
    pub text: String,
    pub resolve: String,
    pub answer_by: Option<String>,
    pub answer_lang: Option<Lang>,
    pub answer: Option<String>,
    pub closing: Option<String>,
}

#[derive(Clone, Debug, Deserialize)]
pub struct Condition {
    pub by: String,
    pub lang: Lang,
    pub text: String,
    pub owner: Delegation,
    pub due: Due,
    pub evidence: String,
}

#[derive(Clone, Debug, Deserialize)]
pub struct Review {
    pub prepared: String,
    pub decision: Decision,
    pub note: String,
    pub point: Option<Point>,
}

#[derive(Clone, Debug, Deserialize)]
pub struct Point {
    pub section: String,
    pub class: Class,
    pub text: String,
    pub resolve: String,
}

#[derive(Clone, Debug, Deserialize)]
pub struct Prepared {
    pub prepared: String,
}

#[derive(Clone, Debug, Deserialize)]
pub struct Outcome {
    pub lang: Lang,
    pub reason: String,
}

#[derive(Clone, Debug, Deserialize)]
pub struct Summary {
    pub title: Trilingual,
    pub text: Trilingual,
    pub reasons: Trilingual,
}

/// Every story, in the order of the files' names.
pub fn read_all() -> Result<Vec<Story>, String> {
    let mut names: Vec<_> = Files::iter().filter(|name| name.ends_with(".toml")).collect();
    names.sort();
    names.iter().map(|name| read(name)).collect()
}

fn read(name: &str) -> Result<Story, String> {
    let file = Files::get(name).ok_or_else(|| format!("{name} is missing"))?;
    let text = std::str::from_utf8(&file.data).map_err(|error| format!("{name}: {error}"))?;
    toml::from_str(text).map_err(|error| format!("{name}: {error}"))
}
