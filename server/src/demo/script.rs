//! From a story to its scenes: who does what on which day, each deed one of the rules.

use std::sync::Arc;

use domain::ballot;
use domain::change::Change;
use domain::clock::{Standing, ball};
use domain::condition::{self, NewCondition};
use domain::edit::{self, Typed};
use domain::facts::Facts;
use domain::id::{Occasion, ScopeId};
use domain::implementation::{self, Joint};
use domain::party::{Audience, Delegation, Party, Proposer};
use domain::point::{self, NewPoint};
use domain::position::{self, NewPosition, Verdict};
use domain::project::{Scope, Sector, TITLE};
use domain::proposal;
use domain::refusal::Refusal;
use domain::sign_off::{self, Decision, NewSignOff};
use domain::stage::Stage;
use domain::summary::{self, NewSummary};
use domain::text::{Lang, Note, Trilingual};
use domain::thread;
use domain::time::Timestamp;
use domain::translation::{self, Degree};
use domain::viewer::Viewer;

use super::story::{Level, Objection, Review, Story};

const HOUR: i64 = 3_600_000;
const DAY: i64 = 24 * HOUR;

/// A rule that is played.
pub type Rule = Arc<dyn Fn(&Facts, &Viewer, Occasion) -> Result<Change, Refusal> + Send + Sync>;

/// One deed of one person on one day.
#[derive(Clone)]
pub struct Scene {
    pub at: Timestamp,
    pub by: String,
    /// The number of the project's story.
    pub project: usize,
    pub what: What,
}

/// What is done.
#[derive(Clone)]
pub enum What {
    /// A draft is started.
    Start { sector: Sector, joint: bool, source: Lang },
    /// A rule is run on the project.
    Do(Rule),
    /// A message is posted in the thread with this title.
    Reply { title: String, text: Note },
    /// A file is attached.
    Attach { name: String, text: String },
}

/// Writes scenes one after the other.
struct Writer<'a> {
    number: usize,
    story: &'a Story,
    at: i64,
    scenes: Vec<Scene>,
}

/// How many days ago the last deed of each story was, so that some steps are fresh, some due and one late.
const RESTED: [i64; 14] = [3, 6, 4, 31, 9, 12, 60, 20, 40, 30, 25, 20, 2, 1];

/// The scenes of a story: written from day zero on, then moved so that the last one was a few days ago.
pub fn of(number: usize, story: &Story, now: Timestamp) -> Vec<Scene> {
    let mut writer = Writer { number, story, at: 0, scenes: Vec::new() };
    writer.whole();
    let rested = RESTED.get(number).copied().unwrap_or(30) * DAY + i64::try_from(number).unwrap_or(0) * HOUR;
    let shift = now.0 - rested - writer.at;
    writer.scenes.into_iter().map(|scene| Scene { at: scene.at.plus_millis(shift), ..scene }).collect()
}

const fn chair(side: Delegation, sector: Sector) -> &'static str {
    match (side, sector) {
        (Delegation::Il, Sector::Medicine) => "avi",
        (Delegation::Il, Sector::Energy) => "noa",
        (Delegation::Il, Sector::Agriculture) => "dan",
        (Delegation::Sy, Sector::Medicine) => "hala",
        (Delegation::Sy, Sector::Energy) => "omar",
        (Delegation::Sy, Sector::Agriculture) => "rana",
    }
}

const fn member(side: Delegation, sector: Sector) -> &'static str {
    match (side, sector) {
        (Delegation::Il, Sector::Medicine) => "maya",
        (Delegation::Il, Sector::Energy) => "eli",
        (Delegation::Il, Sector::Agriculture) => "ruth",
        (Delegation::Sy, Sector::Medicine) => "karim",
        (Delegation::Sy, Sector::Energy) => "nour",
        (Delegation::Sy, Sector::Agriculture) => "yusuf",
    }
}

const fn head(side: Delegation) -> &'static str {
    match side {
        Delegation::Il => "tamar",
        Delegation::Sy => "layla",
    }
}

const fn side_key(side: Delegation) -> &'static str {
    match side {
        Delegation::Il => "il",
        Delegation::Sy => "sy",
    }
}

impl Writer<'_> {
    fn side(&self) -> Delegation {
        if self.story.proposer == Proposer::Sy { Delegation::Sy } else { Delegation::Il }
    }

    fn chair(&self, side: Delegation) -> &'static str {
        chair(side, self.story.sector)
    }

    /// The principal who answers for a side: whoever sets its conditions or objects, else the signatory.
    fn principal(&self, side: Delegation) -> String {
        let [signatory, head] = match side {
            Delegation::Il => ["yael", "tamar"],
            Delegation::Sy => ["samir", "layla"],
        };
        let sets = self.story.conditions.iter().any(|one| one.by == head);
        if sets { head.to_owned() } else { signatory.to_owned() }
    }

    /// A while later.
    fn later(&mut self, hours: i64) {
        self.at += hours * HOUR;
    }

    fn push(&mut self, by: &str, what: What) {
        self.at += 7 * 60_000;
        self.scenes.push(Scene { at: Timestamp(self.at), by: by.to_owned(), project: self.number, what });
    }

    fn act(&mut self, by: &str, rule: impl Fn(&Facts, &Viewer, Occasion) -> Result<Change, Refusal> + Send + Sync + 'static) {
        self.push(by, What::Do(Arc::new(rule)));
    }

    fn whole(&mut self) {
        self.draft();
        let caucus = |audience: Audience| audience.is_caucus();
        if self.story.stage == Stage::Draft {
            self.threads(caucus);
            return;
        }
        self.table();
        if matches!(self.story.stage, Stage::Tabled | Stage::Lapsed) {
            self.threads(|_| true);
            if self.story.stage == Stage::Lapsed {
                self.lapse();
            }
            return;
        }
        self.take_up();
        self.threads(|_| true);
        let mut revisions = self.story.revisions.iter();
        for objection in &self.story.objections {
            self.ballot_up_to(objection);
            self.resolve(objection);
            if let Some(revision) = revisions.next() {
                self.revise(revision);
            }
            self.close(objection);
        }
        self.rest(&mut revisions);
    }

    fn rest(&mut self, revisions: &mut std::slice::Iter<'_, super::story::Revision>) {
        match self.story.stage {
            Stage::InDiscussion => return,
            Stage::Withdrawn => return self.withdraw(),
            _ => {}
        }
        let returned = self.story.review.as_ref().is_some_and(|review| review.decision == Decision::Returned);
        if !returned {
            for revision in revisions.by_ref() {
                self.revise(revision);
            }
        }
        self.open_ballot();
        if self.story.stage == Stage::GroupBallot {
            return self.position(Delegation::Il, Level::Group);
        }
        self.group_ballot();
        self.agree();
        if self.story.stage == Stage::PrincipalsBallot {
            return self.position(Delegation::Il, Level::Principals);
        }
        self.principals_ballot();
        let Some(review) = self.story.review.clone() else { return };
        self.review(&review);
        if returned {
            self.again(revisions);
        }
        self.after_review();
    }

    /// After a return: the next version answers it, and the whole road is gone again.
    fn again(&mut self, revisions: &mut std::slice::Iter<'_, super::story::Revision>) {
        if let Some(point) = self.story.review.as_ref().and_then(|review| review.point.clone()) {
            let by = self.chair(self.side());
            let answer = Note { lang: Lang::En, text: format!("The next version answers this. {}", point.resolve) };
            self.later(30);
            self.act(by, move |facts, viewer, at| point::answer(facts, viewer, &first_open(facts, Party::Us)?, &answer, at));
        }
        for revision in revisions.by_ref() {
            self.revise(revision);
        }
        self.later(20);
        let note = Note { lang: Lang::En, text: "The new version resolves the point.".to_owned() };
        self.act("helen", move |facts, viewer, at| point::close(facts, viewer, &first_open(facts, Party::Us)?, &note, at));
        self.open_ballot();
        self.group_ballot();
        self.agree();
        self.principals_ballot();
        if let Some(second) = self.story.review_second.clone() {
            self.prepare(&second.prepared);
        }
    }

    fn draft(&mut self) {
        let (side, sector, source) = (self.side(), self.story.sector, self.story.source);
        let writer = member(side, sector);
        let joint = self.story.proposer == Proposer::Joint;
        self.push(writer, What::Start { sector, joint, source });
        let title = self.story.title.clone();
        self.save(writer, TITLE, &title);
        for key in sector.sections() {
            if let Some(texts) = self.story.sections.get(key).cloned() {
                self.later(2);
                self.save(writer, key, &texts);
            }
        }
        if self.story.stage == Stage::Draft {
            return;
        }
        let dual_use = self.story.scope.dual_use.clone();
        self.later(5);
        self.act(self.chair(side), move |facts, viewer, occasion| {
            edit::declare(facts, viewer, scope(facts, viewer, &dual_use, occasion), occasion)
        });
        if self.number.is_multiple_of(3) {
            let text = self.story.sections.get("budget").and_then(|texts| texts.get(&Lang::En)).cloned().unwrap_or_default();
            self.push(writer, What::Attach { name: "budget-lines.txt".to_owned(), text });
        }
    }

    /// Saves a section; the original first, so that the translations are of it.
    fn save(&mut self, by: &str, key: &str, texts: &Trilingual) {
        let (key, texts) = (key.to_owned(), texts.clone());
        self.act(by, move |facts, viewer, at| {
            let base = |lang| facts.texts.get(&(key.clone(), lang)).map_or(0, |edit| edit.number);
            let typed: Vec<Typed> = texts
                .iter()
                .map(|(&lang, text)| Typed { lang, text: text.trim().to_owned(), base: base(lang), still_right: false })
                .collect();
            edit::save(facts, viewer, &key, &typed, at)
        });
    }

    fn table(&mut self) {
        self.later(20);
        self.act(self.chair(self.side()), proposal::table);
        if self.story.proposer == Proposer::Joint {
            self.later(9);
            self.act(self.chair(self.side().other()), proposal::table);
        }
    }

    fn take_up(&mut self) {
        if let Some(other) = self.story.proposer.other() {
            self.later(50);
            self.act(self.chair(other), proposal::take_up);
        }
    }

    fn threads(&mut self, wanted: impl Fn(Audience) -> bool) {
        for thread in self.story.threads.clone().into_iter().filter(|thread| wanted(thread.audience)) {
            let mut messages = thread.messages.into_iter();
            let Some(first) = messages.next() else { continue };
            let title = Note { lang: first.lang, text: thread.title.clone() };
            let text = Note { lang: first.lang, text: first.text };
            let audience = thread.audience;
            self.later(3);
            self.act(&first.by, move |facts, viewer, at| thread::open(facts, viewer, audience, &title, &text, at));
            for message in messages {
                self.later(4);
                let text = Note { lang: message.lang, text: message.text };
                self.push(&message.by, What::Reply { title: thread.title.clone(), text });
            }
        }
    }

    fn review_texts(&mut self) {
        for (by, lang) in [("gil", Lang::He), ("gil", Lang::En), ("salma", Lang::Ar), ("salma", Lang::En)] {
            self.later(3);
            self.mark(by, lang, Degree::Reviewed);
        }
    }

    fn mark(&mut self, by: &str, lang: Lang, degree: Degree) {
        self.act(by, move |facts, viewer, at| {
            let hash = facts.newest.as_ref().map(|version| version.content_hash.clone()).unwrap_or_default();
            match translation::mark(facts, viewer, lang, degree, &hash, at) {
                // A new version that left this language alone needs no second mark.
                Err(Refusal::NothingChanged) => Err(Refusal::NothingChanged),
                other => other,
            }
        });
    }

    fn agree(&mut self) {
        for side in Delegation::BOTH {
            for lang in Lang::ALL {
                self.mark(self.chair(side), lang, Degree::Agreed);
            }
        }
    }

    fn open_ballot(&mut self) {
        self.review_texts();
        for side in Delegation::BOTH {
            self.later(6);
            self.act(self.chair(side), |facts, viewer, at| {
                let hash = facts.newest.as_ref().map(|version| version.content_hash.clone()).unwrap_or_default();
                ballot::consent_to_open(facts, viewer, &hash, at)
            });
        }
    }

    fn statement(&self, side: Delegation, level: Level) -> Note {
        let key = format!("{}_{}", side_key(side), if level == Level::Group { "group" } else { "principals" });
        self.story.positions.get(&key).cloned().unwrap_or(Note { lang: Lang::En, text: String::new() })
    }

    fn position(&mut self, side: Delegation, level: Level) {
        let by = if level == Level::Group { self.chair(side).to_owned() } else { self.principal(side) };
        let conditions: Vec<NewCondition> =
            self.story.conditions.iter().filter(|one| level == Level::Principals && one.by == by).map(new_condition).collect();
        let statement = self.statement(side, level);
        self.later(26);
        self.act(&by, move |facts, viewer, at| {
            record(facts, viewer, Verdict::Approve, &statement, vec![], conditions.clone(), at)
        });
    }

    fn group_ballot(&mut self) {
        for side in Delegation::BOTH {
            self.position(side, Level::Group);
        }
    }

    fn principals_ballot(&mut self) {
        for side in Delegation::BOTH {
            self.position(side, Level::Principals);
        }
        for side in Delegation::BOTH {
            let burdened = self.story.conditions.iter().any(|one| one.owner == side && setter(&one.by) == Some(side.other()));
            if burdened {
                self.later(8);
                self.act(&self.principal(side), accept_next);
            }
        }
    }

    fn ballot_up_to(&mut self, objection: &Objection) {
        self.open_ballot();
        let Some(side) = setter(&objection.by) else { return };
        if objection.level == Level::Principals {
            self.group_ballot();
        }
        self.position(side.other(), objection.level);
        let statement = Note { lang: objection.lang, text: objection.statement.clone() };
        let point = NewPoint {
            section: objection.section.clone(),
            class: objection.class,
            text: Note { lang: objection.lang, text: objection.text.clone() },
            resolve: objection.resolve.clone(),
        };
        self.later(30);
        self.act(&objection.by, move |facts, viewer, at| {
            record(facts, viewer, Verdict::Object, &statement, vec![point.clone()], vec![], at)
        });
    }

    fn resolve(&mut self, objection: &Objection) {
        let (Some(by), Some(text)) = (&objection.answer_by, &objection.answer) else { return };
        let note = Note { lang: objection.answer_lang.unwrap_or(Lang::En), text: text.clone() };
        let party = setter(&objection.by).map_or(Party::None, Delegation::party);
        self.later(40);
        self.act(by, move |facts, viewer, at| point::answer(facts, viewer, &first_open(facts, party)?, &note, at));
    }

    fn close(&mut self, objection: &Objection) {
        let Some(closing) = &objection.closing else { return };
        let note = Note { lang: objection.lang, text: closing.clone() };
        let party = setter(&objection.by).map_or(Party::None, Delegation::party);
        self.later(20);
        self.act(&objection.by, move |facts, viewer, at| point::close(facts, viewer, &first_open(facts, party)?, &note, at));
    }

    fn revise(&mut self, revision: &super::story::Revision) {
        let by = member(self.side(), self.story.sector);
        self.later(30);
        for (key, texts) in &revision.sections {
            self.save(by, key, texts);
        }
        let reason = revision.reason.clone();
        self.later(10);
        self.act(self.chair(self.side()), move |facts, viewer, at| proposal::next_version(facts, viewer, &reason, at));
    }

    fn prepare(&mut self, text: &str) {
        let note = Note { lang: Lang::En, text: text.to_owned() };
        self.later(30);
        self.act("grace", move |facts, viewer, at| {
            let dossier = sign_off::dossier_hash(facts).unwrap_or_default();
            sign_off::prepare(facts, viewer, &dossier, &note, at)
        });
    }

    fn review(&mut self, review: &Review) {
        self.prepare(&review.prepared);
        let conditions: Vec<NewCondition> =
            self.story.conditions.iter().filter(|one| matches!(one.by.as_str(), "helen" | "james")).map(new_condition).collect();
        let officer = self.story.conditions.iter().find(|one| one.by == "james").map_or("helen", |_| "james");
        let review = review.clone();
        self.later(48);
        self.act(officer, move |facts, viewer, at| {
            let points = review.point.iter().map(|point| NewPoint {
                section: point.section.clone(),
                class: point.class,
                text: Note { lang: Lang::En, text: point.text.clone() },
                resolve: point.resolve.clone(),
            });
            let new = NewSignOff {
                hash: facts.newest.as_ref().map(|version| version.content_hash.clone()).unwrap_or_default(),
                dossier: sign_off::dossier_hash(facts).unwrap_or_default(),
                decision: review.decision,
                valid_until: Some(at.at.plus_days(365)),
                note: Note { lang: Lang::En, text: review.note.clone() },
                points: points.collect(),
                conditions: conditions.clone(),
            };
            sign_off::decide(facts, viewer, &new, at)
        });
    }

    fn after_review(&mut self) {
        let stage = self.story.stage;
        if !stage.is_authorised() {
            return;
        }
        self.publish();
        if stage == Stage::Cleared {
            return;
        }
        self.verify(condition::Due::BeforeStart);
        self.both(Joint::Start);
        if stage == Stage::Implementing {
            return;
        }
        self.later(24 * 60);
        self.verify(condition::Due::During);
        self.verify(condition::Due::BeforeCompletion);
        self.both(Joint::Complete);
        if stage == Stage::Closed {
            self.later(24 * 10);
            self.both(Joint::Close);
        }
    }

    fn both(&mut self, deed: Joint) {
        for side in Delegation::BOTH {
            let by = if deed == Joint::Close { head(side) } else { self.chair(side) };
            self.later(10);
            self.act(by, move |facts, viewer, at| {
                let hash = facts.standing_authorisation_for_consent().map(|one| one.content_hash.clone()).unwrap_or_default();
                implementation::consent(facts, viewer, deed, &hash, at)
            });
        }
    }

    /// Each party states that the conditions due by now are fulfilled.
    fn verify(&mut self, due: condition::Due) {
        for one in self.story.conditions.clone().into_iter().filter(|one| one.due == due) {
            let note = Note { lang: Lang::En, text: format!("Seen: {}", one.evidence) };
            let mut parties = vec![self.chair(Delegation::Il), self.chair(Delegation::Sy)];
            if matches!(one.by.as_str(), "helen" | "james") {
                parties.push("helen");
            }
            for by in parties {
                let (note, text) = (
                    Note { lang: one.lang, text: if one.lang == Lang::En { note.text.clone() } else { one.evidence.clone() } },
                    one.text.trim().to_owned(),
                );
                self.later(5);
                self.act(by, move |facts, viewer, at| {
                    let found = facts.standing_conditions().find(|other| other.text == text).ok_or(Refusal::AlreadyEnded)?;
                    condition::verify(facts, viewer, &found.id, &note, at)
                });
            }
        }
    }

    fn publish(&mut self) {
        let Some(told) = self.story.summary_public.clone() else { return };
        let trim =
            |texts: &Trilingual| -> Trilingual { texts.iter().map(|(&lang, text)| (lang, text.trim().to_owned())).collect() };
        let new = NewSummary { title: trim(&told.title), text: trim(&told.text), reasons: trim(&told.reasons) };
        self.later(24);
        self.act(self.chair(self.side()), move |facts, viewer, at| summary::write(facts, viewer, &new, at));
        for side in Delegation::BOTH {
            self.later(20);
            self.act(head(side), |facts, viewer, at| {
                let hash = summary::pending(facts).map(|one| one.hash.clone()).unwrap_or_default();
                summary::consent(facts, viewer, &hash, at)
            });
        }
    }

    fn reason(&self) -> Note {
        let outcome = self.story.outcome.as_ref();
        Note {
            lang: outcome.map_or(Lang::En, |one| one.lang),
            text: outcome.map(|one| one.reason.trim().to_owned()).unwrap_or_default(),
        }
    }

    fn withdraw(&mut self) {
        let reason = self.reason();
        let sides: &[Delegation] = if self.story.proposer == Proposer::Joint { &Delegation::BOTH } else { &[self.side()] };
        for &side in sides {
            let reason = reason.clone();
            self.later(20);
            self.act(self.chair(side), move |facts, viewer, at| proposal::withdraw(facts, viewer, &reason, at));
        }
    }

    fn lapse(&mut self) {
        let reason = self.reason();
        self.later(24 * 50);
        self.act("ana", move |facts, viewer, at| {
            let standing = Standing {
                stage: facts.project.stage,
                since: facts.project.recorded_at,
                proposed_by: facts.project.proposed_by,
                il_answered: false,
                sy_answered: false,
            };
            let ball = ball(&standing).ok_or(Refusal::WrongStage)?;
            proposal::lapse(facts, viewer, &ball, app::text::day, &reason, at)
        });
    }
}

fn setter(by: &str) -> Option<Delegation> {
    match by {
        "tamar" | "yael" | "avi" | "noa" | "dan" => Some(Delegation::Il),
        "layla" | "samir" | "hala" | "omar" | "rana" => Some(Delegation::Sy),
        _ => None,
    }
}

fn scope(facts: &Facts, viewer: &Viewer, dual_use: &str, occasion: Occasion) -> Scope {
    let id: ScopeId = occasion.branch("scope").ids().fresh();
    Scope {
        id,
        project_id: facts.project.id.clone(),
        purpose: true,
        no_military_party: true,
        no_collection: true,
        no_military_site: true,
        dual_use: dual_use.to_owned(),
        person_id: viewer.person_id.clone(),
    }
}

fn new_condition(one: &super::story::Condition) -> NewCondition {
    NewCondition {
        text: Note { lang: one.lang, text: one.text.trim().to_owned() },
        owner: one.owner,
        due: one.due,
        evidence: one.evidence.trim().to_owned(),
    }
}

fn first_open(facts: &Facts, party: Party) -> Result<domain::id::PointId, Refusal> {
    facts.open_points().find(|point| point.party == party).map(|point| point.id.clone()).ok_or(Refusal::AlreadyEnded)
}

fn accept_next(facts: &Facts, viewer: &Viewer, at: Occasion) -> Result<Change, Refusal> {
    let next = facts
        .standing_conditions()
        .find(|one| one.burdens_other() && one.owner.party() == viewer.party)
        .ok_or(Refusal::AlreadyEnded)?;
    condition::accept(facts, viewer, &next.id, at)
}

fn record(
    facts: &Facts,
    viewer: &Viewer,
    verdict: Verdict,
    statement: &Note,
    points: Vec<NewPoint>,
    conditions: Vec<NewCondition>,
    at: Occasion,
) -> Result<Change, Refusal> {
    let ballot = facts.open_ballot().ok_or(Refusal::WrongStage)?;
    let new = NewPosition {
        ballot: ballot.id.clone(),
        hash: ballot.content_hash.clone(),
        verdict,
        statement: statement.clone(),
        points,
        conditions,
    };
    position::record(facts, viewer, &new, at)
}
