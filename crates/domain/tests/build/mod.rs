//! The builder of the rule tests: a [`World`] is one project with everybody around it, walked to any stage by the real rules.

#![allow(dead_code, reason = "each test crate uses its own part of the builder")]
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "in a test a panic is the answer")]

pub mod deeds;
pub mod people;
pub mod random;
pub mod tables;

use std::cell::Cell;

use domain::change::{Change, Record};
use domain::facts::Facts;
use domain::id::Occasion;
use domain::implementation::Joint;
use domain::party::Delegation;
use domain::position::Verdict;
use domain::project::{self, Project, Sector};
use domain::proposal;
use domain::refusal::Refusal;
use domain::sign_off::Decision;
use domain::stage::Stage;
use domain::text::{Lang, Note};
use domain::time::Timestamp;
use domain::translation::Degree;
use domain::viewer::Viewer;

/// What a rule answers.
pub type Answer = Result<Change, Refusal>;

/// A note in English.
pub fn note(text: &str) -> Note {
    Note { lang: Lang::En, text: text.to_owned() }
}

/// One project and its people, at one moment.
#[derive(Clone)]
pub struct World {
    /// What the rules know.
    pub facts: Facts,
    /// Everybody.
    pub cast: Vec<Viewer>,
    /// The content hash of every version, in order.
    pub hashes: Vec<String>,
    /// The delegation that started it, also when the project is joint.
    pub proposer: Delegation,
    /// Was anything written since the newest version?
    pub dirty: bool,
    now: Cell<i64>,
    seed: Cell<u64>,
}

impl World {
    /// A draft of Israel in this sector, in English first; nothing is written yet.
    pub fn new(sector: Sector) -> Self {
        Self::start(sector, Delegation::Il, false, Lang::En)
    }

    /// A draft of both together.
    pub fn joint(sector: Sector) -> Self {
        Self::start(sector, Delegation::Il, true, Lang::En)
    }

    /// A draft started by the member of one side.
    pub fn start(sector: Sector, side: Delegation, joint: bool, source: Lang) -> Self {
        let cast = people::cast(sector.code());
        let mut world = Self {
            facts: Facts::new(Project {
                id: "none".into(),
                group_id: sector.code().into(),
                sector,
                proposed_by: side.into(),
                source,
                stage: Stage::Draft,
                code: None,
                authorisation_id: None,
                ledger: domain::party::Audience::Joint,
                recorded_at: people::BEGIN,
            }),
            hashes: vec![],
            proposer: side,
            dirty: false,
            now: Cell::new(people::BEGIN.0),
            seed: Cell::new(0),
            cast,
        };
        let group = world.facts.project.group_id.clone();
        let change =
            project::start(&world.person(&name(side, "member")), &group, sector, joint, source, world.occasion()).unwrap();
        let Some(Record::Creation(creation)) = change.records.first() else { panic!("a start is a creation") };
        world.facts.project.id = creation.id.clone();
        world.facts.project.proposed_by = creation.proposed_by;
        world.facts.project.ledger = change.ledger;
        world.facts.next_code = (2026, 7);
        world.facts.mandates =
            world.cast.iter().flat_map(|one| one.mandates.clone()).filter(|one| one.group_id == group).collect();
        world
    }

    /// A new occasion: a minute later, with a seed never used before.
    pub fn occasion(&self) -> Occasion {
        self.wait_millis(60_000);
        self.seed.set(self.seed.get() + 1);
        let mut seed = [0; 32];
        seed[..8].copy_from_slice(&self.seed.get().to_be_bytes());
        Occasion::new(self.now(), seed)
    }

    /// The time now.
    pub fn now(&self) -> Timestamp {
        Timestamp(self.now.get())
    }

    /// Lets days pass.
    pub fn wait(&self, days: i64) {
        self.wait_millis(days * 86_400_000);
    }

    fn wait_millis(&self, millis: i64) {
        self.now.set(self.now.get() + millis);
    }

    /// The person with this name, see [`people`].
    pub fn person(&self, name: &str) -> Viewer {
        self.cast.iter().find(|one| one.person_id.as_str() == name).unwrap_or_else(|| panic!("nobody is called {name}")).clone()
    }

    /// Lets a person try a deed; the world stays as it is.
    pub fn attempt(&self, name: &str, deed: impl FnOnce(&Facts, &Viewer, Occasion) -> Answer) -> Answer {
        deed(&self.facts, &self.person(name), self.occasion())
    }

    /// The refusal that a person meets.
    #[track_caller]
    pub fn refusal(&self, name: &str, deed: impl FnOnce(&Facts, &Viewer, Occasion) -> Answer) -> Refusal {
        match self.attempt(name, deed) {
            Ok(change) => panic!("{name} should be refused, but did {:?}", change.command),
            Err(refusal) => refusal,
        }
    }

    /// Lets a person do a deed that has to be allowed.
    #[track_caller]
    pub fn play(&mut self, name: &str, deed: impl FnOnce(&Facts, &Viewer, Occasion) -> Answer) -> Change {
        match self.attempt(name, deed) {
            Ok(change) => {
                self.apply(&change);
                change
            }
            Err(refusal) => panic!("{name} is refused in {:?}: {refusal:?}", self.facts.project.stage),
        }
    }

    /// Plays a change onto the world.
    pub fn apply(&mut self, change: &Change) {
        for record in &change.records {
            self.facts.apply(record, change.occasion);
            match record {
                Record::Version(version) => {
                    self.hashes.push(version.content_hash.clone());
                    self.dirty = false;
                }
                Record::Edit(_) | Record::Scope(_) | Record::Attachment(_) | Record::Removal(_) => self.dirty = true,
                _ => {}
            }
        }
    }

    /// The hash of the newest version, or of nothing.
    pub fn hash(&self) -> String {
        self.hashes.last().cloned().unwrap_or_default()
    }

    /// The stage.
    pub fn stage(&self) -> Stage {
        self.facts.project.stage
    }

    fn mine(&self, seat: &str) -> String {
        name(self.proposer, seat)
    }

    fn theirs(&self, seat: &str) -> String {
        name(self.proposer.other(), seat)
    }

    fn is_joint(&self) -> bool {
        self.facts.project.proposed_by.other().is_none()
    }

    #[track_caller]
    fn both(&mut self, seat: &str, deed: impl Fn(&Facts, &Viewer, Occasion) -> Answer) {
        for side in Delegation::BOTH {
            self.play(&name(side, seat), &deed);
        }
    }

    /// The draft with every text in three languages and the scope affirmed.
    pub fn written(mut self) -> Self {
        if self.facts.texts.is_empty() {
            for section in domain::edit::keys(&self.facts) {
                self.play(&self.mine("member"), deeds::write(section, "one"));
            }
            self.play(&self.mine("chair"), deeds::declare);
        }
        self
    }

    /// Tabled; a joint draft by both.
    pub fn tabled(self) -> Self {
        let mut world = self.written();
        if world.stage() == Stage::Draft {
            world.play(&world.mine("chair"), proposal::table);
            if world.is_joint() {
                world.play(&world.theirs("chair"), proposal::table);
            }
        }
        world
    }

    /// Taken up by the other side.
    pub fn in_discussion(self) -> Self {
        let mut world = self.tabled();
        if world.stage() == Stage::Tabled {
            world.play(&world.theirs("chair"), proposal::take_up);
        }
        world
    }

    /// With every text of the newest version reviewed.
    pub fn reviewed(self) -> Self {
        let mut world = self.in_discussion();
        for (who, lang) in [("il", Lang::En), ("il", Lang::He), ("sy", Lang::En), ("sy", Lang::Ar)] {
            world.mark(&format!("{who}.translator"), lang, Degree::Reviewed);
        }
        world
    }

    /// With every text of the newest version agreed.
    pub fn agreed(mut self) -> Self {
        for lang in Lang::ALL {
            for side in Delegation::BOTH {
                self.mark(&name(side, "chair"), lang, Degree::Agreed);
            }
        }
        self
    }

    #[track_caller]
    fn mark(&mut self, who: &str, lang: Lang, degree: Degree) {
        match self.attempt(who, deeds::mark(lang, degree)) {
            Ok(change) => self.apply(&change),
            Err(refusal) => assert_eq!(refusal, Refusal::NothingChanged),
        }
    }

    /// The co-chairs are asked.
    pub fn in_group_ballot(self) -> Self {
        if !matches!(self.stage(), Stage::Draft | Stage::Tabled | Stage::InDiscussion) {
            return self;
        }
        let mut world = self.reviewed();
        world.both("chair", deeds::open_ballot);
        world
    }

    /// The principals are asked.
    pub fn in_principals_ballot(self) -> Self {
        let mut world = self.in_group_ballot();
        if world.stage() == Stage::GroupBallot {
            world.both("chair", deeds::say(Verdict::Approve));
        }
        world
    }

    /// Approved by both sides, before the supervisor.
    pub fn under_review(self) -> Self {
        let mut world = self.in_principals_ballot();
        if world.stage() == Stage::PrincipalsBallot {
            world = world.agreed();
            world.both("signatory", deeds::say(Verdict::Approve));
        }
        world
    }

    /// Under review, with the dossier prepared.
    pub fn prepared(self) -> Self {
        let mut world = self.under_review();
        world.play("us.reviewer", deeds::prepare);
        world
    }

    /// Signed off.
    pub fn cleared(self) -> Self {
        let mut world = self.prepared();
        world.play("us.officer", deeds::decide(Decision::Signed));
        world
    }

    /// At work.
    pub fn implementing(self) -> Self {
        let mut world = self.cleared();
        world.both("chair", deeds::jointly(Joint::Start));
        world
    }

    /// Done.
    pub fn completed(self) -> Self {
        let mut world = self.implementing();
        world.both("chair", deeds::jointly(Joint::Complete));
        world
    }

    /// Closed by both heads.
    pub fn closed(self) -> Self {
        let mut world = self.completed();
        world.both("head", deeds::jointly(Joint::Close));
        world
    }

    /// Taken back by its proposers out of the discussion.
    pub fn withdrawn(self) -> Self {
        let mut world = self.in_discussion();
        world.play(&world.mine("chair"), deeds::withdraw_project);
        world
    }

    /// Declined by both sides.
    pub fn declined(self) -> Self {
        let mut world = self.in_principals_ballot();
        world.both("signatory", deeds::say(Verdict::Decline));
        world
    }

    /// Ended by silence, long after every clock ran out.
    pub fn lapse(mut self) -> Self {
        self.wait(600);
        self.play("none.administrator", deeds::lapse);
        self
    }

    /// Back in discussion after an objection of one side: one open point, no open ballot.
    pub fn objected(self, side: Delegation) -> Self {
        let mut world = self.in_group_ballot();
        world.play(&name(side, "chair"), deeds::say(Verdict::Object));
        world.play(&name(side.other(), "chair"), deeds::say(Verdict::Approve));
        world
    }
}

/// The name of a delegation's person.
pub fn name(side: Delegation, seat: &str) -> String {
    format!("{}.{seat}", side.party().code())
}
