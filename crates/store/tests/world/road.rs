//! A world of one group and nine people, and deeds that lead a project along its road.

use std::sync::atomic::{AtomicI64, Ordering};

use domain::ballot;
use domain::change::Change;
use domain::condition::{self, Due, NewCondition};
use domain::edit::{self, Typed};
use domain::enrolment::Grant;
use domain::facts::Facts;
use domain::id::{FromBytes, GroupId, Occasion, PersonId};
use domain::implementation::{self, Joint};
use domain::party::{Audience, Delegation, Party};
use domain::person::Role;
use domain::position::{self, NewPosition, Verdict};
use domain::project::{self, Scope, Sector, TITLE};
use domain::proposal;
use domain::refusal::Refusal;
use domain::search::{Narrow, Query};
use domain::sign_off::{self, Decision, NewSignOff};
use domain::text::{Lang, Note};
use domain::thread::NewThread;
use domain::time::Timestamp;
use domain::translation::{self, Degree};
use domain::viewer::Viewer;
use store::perform::Request;
use store::person::Enrolment;
use store::search::Wanted;
use store::{Failure, Readers};

use super::Base;

pub struct World<'a> {
    pub base: &'a Base,
    pub group: GroupId,
    /// The project's name in addresses, once there is one.
    pub handle: String,
    clock: AtomicI64,
}

/// 2026-01-05 in milliseconds: in the past, as only a demonstration allows.
const BEGINNING: i64 = 1_767_600_000_000;

/// A thread about nothing in particular.
pub fn new_thread(audience: Audience, title: &str) -> NewThread {
    NewThread { audience, title: note(title), spot: None }
}

pub fn note(text: &str) -> Note {
    Note { lang: Lang::En, text: text.to_owned() }
}

fn seed() -> [u8; 32] {
    let mut bytes = [0; 32];
    getrandom::fill(&mut bytes).expect("the system gives random bytes");
    bytes
}

pub fn person(name: &str) -> PersonId {
    let mut bytes = [0; 16];
    bytes[..name.len().min(16)].copy_from_slice(&name.as_bytes()[..name.len().min(16)]);
    PersonId::from_bytes(bytes)
}

const CAST: [(&str, Party, Role); 12] = [
    ("il chair", Party::Il, Role::CoChair),
    ("sy chair", Party::Sy, Role::CoChair),
    ("il member", Party::Il, Role::Member),
    ("sy member", Party::Sy, Role::Member),
    ("il signatory", Party::Il, Role::Signatory),
    ("sy signatory", Party::Sy, Role::Signatory),
    ("il head", Party::Il, Role::Head),
    ("sy head", Party::Sy, Role::Head),
    ("reviewer", Party::Us, Role::Reviewer),
    ("officer", Party::Us, Role::Officer),
    ("secretary", Party::None, Role::Secretariat),
    ("admin", Party::None, Role::Administrator),
];

impl<'a> World<'a> {
    /// A group and its people.
    pub async fn new(base: &'a Base) -> World<'a> {
        let world = World { base, group: GroupId::from_bytes([7; 16]), handle: String::new(), clock: AtomicI64::new(BEGINNING) };
        world.make_group().await;
        for (name, party, role) in CAST {
            world.enrol(name, party, role).await;
        }
        world
    }

    async fn make_group(&self) {
        let text = String::new;
        let group = store::group::Group {
            id: self.group.clone(),
            slug: "energy".into(),
            sector: Sector::Energy,
            name_en: "Energy".into(),
            name_he: text(),
            name_ar: text(),
            terms_en: text(),
            terms_he: text(),
            terms_ar: text(),
        };
        let made: Result<(), store::Error> = self
            .base
            .db
            .write(Readers::public(), move |tx| {
                let group = group.clone();
                Box::pin(async move { store::group::insert(tx, &group).await })
            })
            .await;
        made.expect("the group is new");
    }

    async fn enrol(&self, name: &str, party: Party, role: Role) {
        let occasion = self.occasion();
        let new = Enrolment {
            id: person(name),
            party,
            name: name.to_owned(),
            office: Lang::ALL.into_iter().map(|lang| (lang, name.to_owned())).collect(),
            email: name.replace(' ', "."),
            password_hash: String::new(),
            lang: Lang::En,
            grant: Grant {
                role,
                group_id: Some(self.group.clone()),
                groups: vec![self.group.clone()],
                until: Timestamp(BEGINNING).plus_days(3650),
                letter: None,
            },
        };
        let made: Result<(), store::Error> = self
            .base
            .db
            .write(Readers::public(), move |tx| {
                let new = new.clone();
                Box::pin(async move { store::person::enrol(tx, &new, None, occasion, "enrolment").await })
            })
            .await;
        made.expect("the person is new");
    }

    /// A new moment with a new seed.
    pub fn occasion(&self) -> Occasion {
        Occasion::new(Timestamp(self.clock.fetch_add(60_000, Ordering::Relaxed)), seed())
    }

    pub fn request(&self, who: &str) -> Request {
        Request { person_id: person(who), id: "test".into(), occasion: self.occasion(), form: None }
    }

    /// Who this is now.
    pub async fn viewer(&self, who: &str) -> Viewer {
        let mut tx = self.base.db.read(&Readers::public()).await.expect("the database answers");
        store::person::viewer(&mut tx, &person(who)).await.expect("the database answers").expect("the person is there")
    }

    /// The facts as this person's page would load them.
    pub async fn facts(&self, who: &str) -> Option<Facts> {
        let viewer = self.viewer(who).await;
        let mut tx = self.base.db.read(&Readers::of(&viewer)).await.expect("the database answers");
        let at = Occasion::new(Timestamp(self.clock.load(Ordering::Relaxed)), [0; 32]);
        let facts = store::perform::facts(&mut tx, &viewer, &self.handle, at).await.expect("the database answers");
        facts.map(store::Visible::into_inner)
    }

    /// What this person finds by these words: each by its kind and where it stands.
    pub async fn finds(&self, who: &str, typed: &str) -> Vec<String> {
        let (viewer, query) = (self.viewer(who).await, Query::parse(typed).expect("it is long enough"));
        let wanted = Wanted { query, narrow: Narrow::default(), stage: None, page: 1 };
        let mut tx = self.base.db.read(&Readers::of(&viewer)).await.expect("the database answers");
        let found = store::search::find(&mut tx, &viewer, &wanted, Timestamp(BEGINNING)).await.expect("it answers");
        assert_eq!(i64::try_from(found.hits.len()), Ok(found.count), "{who}");
        found.hits.iter().map(|hit| format!("{} {}", hit.kind.code(), hit.within)).collect()
    }

    /// Runs a rule on the project as this person.
    pub async fn act<R>(&self, who: &str, rule: R) -> Result<String, Failure>
    where
        R: Fn(&Facts, &Viewer, Occasion) -> Result<Change, Refusal> + Send + Sync + 'static,
    {
        let request = self.request(who);
        let occasion = request.occasion;
        let named = |facts: &Facts, _: &Change| facts.project.handle().to_owned();
        store::perform(&self.base.db, &self.handle, &request, named, move |facts, viewer| rule(facts, viewer, occasion)).await
    }

    /// As [`World::act`], and it must succeed.
    pub async fn does<R>(&self, who: &str, rule: R)
    where
        R: Fn(&Facts, &Viewer, Occasion) -> Result<Change, Refusal> + Send + Sync + 'static,
    {
        let done = self.act(who, rule).await;
        assert!(done.is_ok(), "{who}: {done:?}");
    }

    /// Starts a draft of Israel.
    pub async fn draft(&mut self) {
        let request = self.request("il member");
        let (group, occasion) = (self.group.clone(), request.occasion);
        let started = store::perform::start(&self.base.db, &request, move |viewer| {
            project::start(viewer, &group, Sector::Energy, false, Lang::En, occasion)
        });
        self.handle = started.await.expect("a member may start a draft");
    }

    async fn write(&self) {
        for section in std::iter::once(TITLE).chain(Sector::Energy.sections()) {
            self.does("il member", move |facts, viewer, at| {
                let typed: Vec<Typed> = Lang::ALL
                    .into_iter()
                    .map(|lang| Typed {
                        lang,
                        text: format!("{section} {}", lang.code()),
                        base: 0,
                        still_right: false,
                        origin: None,
                        source_hash: None,
                    })
                    .collect();
                edit::save(facts, viewer, section, &typed, at)
            })
            .await;
        }
        self.does("il chair", |facts, viewer, at| {
            let scope = Scope {
                id: at.branch("scope").ids().fresh(),
                project_id: facts.project.id.clone(),
                purpose: true,
                no_military_party: true,
                no_collection: true,
                no_military_site: true,
                dual_use: "none".into(),
                person_id: viewer.person_id.clone(),
            };
            edit::declare(facts, viewer, scope, at)
        })
        .await;
    }

    /// A complete text, tabled, which gives it this code.
    pub async fn tabled(&mut self, code: &str) {
        self.draft().await;
        self.write().await;
        self.does("il chair", proposal::table).await;
        self.handle = code.to_owned();
    }

    /// A complete text, tabled and taken up.
    pub async fn in_discussion(&mut self) {
        self.tabled("ENE-2026-001").await;
        self.does("sy chair", proposal::take_up).await;
    }

    async fn mark(&self, who: &str, lang: Lang, degree: Degree) {
        self.does(who, move |facts, viewer, at| translation::mark(facts, viewer, lang, degree, &hash(facts), at)).await;
    }

    /// Reviewed, agreed, and before the co-chairs.
    pub async fn in_group_ballot(&mut self) {
        self.in_discussion().await;
        self.opened().await;
    }

    /// What is discussed, reviewed, agreed, and before the co-chairs.
    pub async fn opened(&self) {
        for (who, lang) in [("il chair", Lang::He), ("il chair", Lang::En), ("sy chair", Lang::Ar), ("sy chair", Lang::En)] {
            self.mark(who, lang, Degree::Reviewed).await;
        }
        for who in ["il chair", "sy chair"] {
            for lang in Lang::ALL {
                self.mark(who, lang, Degree::Agreed).await;
            }
        }
        for who in ["il chair", "sy chair"] {
            self.does(who, |facts, viewer, at| ballot::consent_to_open(facts, viewer, &hash(facts), at)).await;
        }
    }

    pub async fn approve(&self, who: &str, conditions: Vec<NewCondition>) {
        self.does(who, move |facts, viewer, at| approve(facts, viewer, conditions.clone(), at)).await;
    }

    /// Approved by both sides, before the supervisor; Israel sets a condition of its own.
    pub async fn under_review(&mut self) {
        self.in_group_ballot().await;
        for who in ["il chair", "sy chair"] {
            self.approve(who, vec![]).await;
        }
        let own =
            NewCondition { text: note("fence"), owner: Delegation::Il, due: Due::BeforeStart, evidence: "a picture".into() };
        self.approve("il signatory", vec![own]).await;
        self.approve("sy signatory", vec![]).await;
    }

    /// Prepared for an officer.
    pub async fn prepared(&mut self) {
        self.under_review().await;
        self.does("reviewer", |facts, viewer, at| {
            sign_off::prepare(facts, viewer, &sign_off::dossier_hash(facts).unwrap_or_default(), &note("complete"), at)
        })
        .await;
    }

    /// Signed off.
    pub async fn cleared(&mut self) {
        self.prepared().await;
        self.does("officer", sign).await;
    }

    /// Work has begun.
    pub async fn implementing(&mut self) {
        self.cleared().await;
        for who in ["il chair", "sy chair"] {
            self.does(who, |facts, viewer, at| {
                let id = facts.standing_conditions().next().map(|one| one.id.clone()).ok_or(Refusal::AlreadyEnded)?;
                condition::verify(facts, viewer, &id, &note("seen"), at)
            })
            .await;
        }
        for who in ["il chair", "sy chair"] {
            self.does(who, |facts, viewer, at| implementation::consent(facts, viewer, Joint::Start, &hash(facts), at)).await;
        }
    }

    /// A thread with one message.
    pub async fn thread(&self, who: &str, audience: Audience, title: &'static str) {
        self.does(who, move |facts, viewer, at| {
            domain::thread::open(facts, viewer, &new_thread(audience, title), &note("words").into(), at)
        })
        .await;
    }
}

pub fn hash(facts: &Facts) -> String {
    facts.newest.as_ref().map(|version| version.content_hash.clone()).unwrap_or_default()
}

pub fn approve(facts: &Facts, viewer: &Viewer, conditions: Vec<NewCondition>, at: Occasion) -> Result<Change, Refusal> {
    let new = NewPosition { conditions, ..position_of(facts, Verdict::Approve, "yes")? };
    position::record(facts, viewer, &new, at)
}

/// A position in the open ballot, without points and conditions.
pub fn position_of(facts: &Facts, verdict: Verdict, statement: &str) -> Result<NewPosition, Refusal> {
    let ballot = facts.open_ballot().ok_or(Refusal::WrongStage)?;
    Ok(NewPosition {
        ballot: ballot.id.clone(),
        hash: ballot.content_hash.clone(),
        verdict,
        statement: note(statement),
        points: vec![],
        conditions: vec![],
        scope: true,
    })
}

pub fn sign(facts: &Facts, viewer: &Viewer, at: Occasion) -> Result<Change, Refusal> {
    let new = NewSignOff {
        hash: hash(facts),
        dossier: sign_off::dossier_hash(facts).unwrap_or_default(),
        decision: Decision::Signed,
        valid_until: Some(at.at.plus_days(300)),
        note: note("signed"),
        points: vec![],
        conditions: vec![],
        scope: true,
    };
    sign_off::decide(facts, viewer, &new, at)
}
