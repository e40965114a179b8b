//! From a story to its scenes: who does what on which day, each deed one of the rules.

mod deciding;
mod parts;
mod voting;
mod writing;

use std::sync::Arc;

use domain::change::Change;
use domain::facts::Facts;
use domain::id::Occasion;
use domain::meeting::When;
use domain::party::{Audience, Delegation, Party, Proposer};
use domain::point::{self};
use domain::project::Sector;
use domain::refusal::Refusal;
use domain::sign_off::Decision;
use domain::stage::Stage;
use domain::text::{Lang, Note};
use domain::time::Timestamp;
use domain::viewer::Viewer;

use crate::demo::meetings;
use crate::demo::story::{Level, Message, Story};

use parts::first_open;

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
    Reply { title: String, message: Message },
    /// The thread with this title is resolved.
    Resolve { title: String },
    /// A meeting is called.
    Call { sector: Sector, when: When },
    /// A rule is run on the meeting of a group with this number.
    Meet { sector: Sector, number: i64, rule: meetings::Rule },
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

    fn rest(&mut self, revisions: &mut std::slice::Iter<'_, crate::demo::story::Revision>) {
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
    fn again(&mut self, revisions: &mut std::slice::Iter<'_, crate::demo::story::Revision>) {
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
}
