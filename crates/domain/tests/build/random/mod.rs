//! Random histories: an [`Act`] is who does what, told without ids, so that the same history can be played in its mirror.

mod choice;

#[allow(unused_imports, reason = "only the histories choose at random")]
pub use choice::choose;

use domain::attachment;
use domain::ballot;
use domain::condition::{self, Due, NewCondition};
use domain::consent::Subject;
use domain::edit::{self, Typed};
use domain::extension;
use domain::facts::Facts;
use domain::id::Occasion;
use domain::implementation::Joint;
use domain::party::Delegation;
use domain::point;
use domain::position::{self, NewPosition, Verdict};
use domain::project::Sector;
use domain::proposal;
use domain::sign_off::{self, Decision, NewSignOff};
use domain::stage::Stage;
use domain::summary;
use domain::text::Lang;
use domain::translation::{self, Degree};
use domain::viewer::Viewer;

use super::{Answer, World, deeds, note};

/// Dice that fall the same way each time (splitmix64).
#[derive(Clone)]
pub struct Dice(pub u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `sides`.
    pub fn below(&mut self, sides: usize) -> usize {
        usize::try_from(self.next() % sides.max(1) as u64).unwrap_or(0)
    }

    /// Yes, in so many of a hundred cases.
    pub fn percent(&mut self, chance: usize) -> bool {
        self.below(100) < chance
    }

    /// One of these.
    pub fn pick<T: Clone>(&mut self, from: &[T]) -> T {
        from[self.below(from.len())].clone()
    }
}

/// Which version somebody judges.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Judged {
    /// The newest one.
    Newest,
    /// The one so many before it.
    Before(usize),
    /// None that ever was.
    Nonsense,
}

/// A condition: whose burden, and by when.
pub type Term = Option<(Delegation, Due)>;

/// What is done. Numbers choose among what there is, from the newest backwards.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Deed {
    Save { section: usize, lang: Lang, word: usize, fresh: bool },
    SaveAll { section: usize, word: usize },
    Declare { purpose: bool, items: usize },
    Attach(usize),
    Remove(usize),
    Table,
    TakeUp,
    SendBack,
    NextVersion,
    ReturnToDiscussion,
    Withdraw,
    Reopen,
    Mark { lang: Lang, degree: Degree, judged: Judged },
    OpenBallot(Judged),
    Recall(usize),
    Say { verdict: Verdict, judged: Judged, ballot: usize, point: bool, term: Term },
    TakeBack(usize),
    Answer(usize),
    ClosePoint(usize),
    Accept(usize),
    Verify(usize),
    Prepare { fresh: bool },
    Extend(i64),
    Decide { decision: Decision, judged: Judged, fresh: bool, point: bool, term: Term, days: i64 },
    Revoke,
    Jointly(Joint, Judged),
    Unsay(Subject),
    Stop,
    Lift,
    WriteSummary(usize),
    ConsentSummary { fresh: bool },
    Retract,
}

/// Who does what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Act {
    /// The name of the person.
    pub who: String,
    /// The deed.
    pub deed: Deed,
}

/// The sections in the order in which an act numbers them, the title first.
pub fn section(sector: Sector, number: usize) -> &'static str {
    let keys: Vec<_> = std::iter::once("title").chain(sector.sections()).collect();
    keys[number % keys.len()]
}

/// The word that is written: the same in every language, so that a mirrored text is the same text.
pub fn word(number: usize) -> String {
    if number == 0 { String::new() } else { format!("w{number}") }
}

fn id_back<T: Clone>(ids: impl DoubleEndedIterator<Item = T>, back: usize, none: T) -> T {
    let all: Vec<T> = ids.rev().collect();
    if all.is_empty() { none } else { all[back % all.len()].clone() }
}

fn hash(hashes: &[String], judged: Judged) -> String {
    match judged {
        Judged::Newest => hashes.last().cloned().unwrap_or_default(),
        Judged::Before(back) => id_back(hashes.iter().cloned(), back + 1, String::new()),
        Judged::Nonsense => "0".repeat(64),
    }
}

fn conditions(term: Term) -> Vec<NewCondition> {
    term.map(|(owner, due)| deeds::new_condition(owner, due)).into_iter().collect()
}

/// Asks the rule.
pub fn attempt(world: &World, act: &Act) -> Answer {
    let hashes = world.hashes.clone();
    world.attempt(&act.who, |facts, viewer, at| ask(facts, viewer, &act.deed, &hashes, at))
}

fn ask(facts: &Facts, viewer: &Viewer, deed: &Deed, hashes: &[String], at: Occasion) -> Answer {
    match deed {
        Deed::Save { .. } | Deed::SaveAll { .. } | Deed::Declare { .. } | Deed::Attach(_) | Deed::Remove(_) => {
            text(facts, viewer, deed, at)
        }
        Deed::Table => proposal::table(facts, viewer, at),
        Deed::TakeUp => proposal::take_up(facts, viewer, at),
        Deed::SendBack => deeds::send_back(facts, viewer, at),
        Deed::NextVersion => deeds::next_version(facts, viewer, at),
        Deed::ReturnToDiscussion => deeds::return_to_discussion(facts, viewer, at),
        Deed::Withdraw => deeds::withdraw_project(facts, viewer, at),
        Deed::Reopen => deeds::reopen(facts, viewer, at),
        Deed::Mark { lang, degree, judged } => translation::mark(facts, viewer, *lang, *degree, &hash(hashes, *judged), at),
        Deed::OpenBallot(judged) => ballot::consent_to_open(facts, viewer, &hash(hashes, *judged), at),
        Deed::Recall(back) => {
            let id = id_back(facts.ballots.iter().map(|one| one.id.clone()), *back, "none".into());
            ballot::recall(facts, viewer, &id, &note("too early"), at)
        }
        Deed::Say { verdict, judged, ballot, point, term } => {
            let new = NewPosition {
                ballot: id_back(facts.ballots.iter().map(|one| one.id.clone()), *ballot, "none".into()),
                hash: hash(hashes, *judged),
                verdict: *verdict,
                statement: note("because"),
                points: if *point { vec![deeds::new_point()] } else { vec![] },
                // Conditions are a matter of the principals here; those of a co-chair have a test of their own.
                conditions: conditions(term.filter(|_| facts.project.stage == Stage::PrincipalsBallot)),
                scope: true,
            };
            position::record(facts, viewer, &new, at)
        }
        Deed::TakeBack(back) => {
            let id = id_back(facts.positions.iter().map(|one| one.id.clone()), *back, "none".into());
            position::withdraw(facts, viewer, &id, &note("doubts"), at)
        }
        Deed::Answer(_) | Deed::ClosePoint(_) | Deed::Accept(_) | Deed::Verify(_) => settled(facts, viewer, deed, at),
        Deed::Prepare { fresh } => {
            let dossier = if *fresh { deeds::dossier(facts) } else { "0".repeat(64) };
            sign_off::prepare(facts, viewer, &dossier, &note("complete"), at)
        }
        Deed::Extend(number) => extension::take(facts, viewer, *number, &note("more time"), at),
        Deed::Decide { decision, judged, fresh, point, term, days } => {
            let new = NewSignOff {
                hash: hash(hashes, *judged),
                dossier: if *fresh { deeds::dossier(facts) } else { "0".repeat(64) },
                decision: *decision,
                valid_until: Some(at.at.plus_days(*days)),
                note: note("because"),
                points: if *point { vec![deeds::new_point()] } else { vec![] },
                conditions: conditions(*term),
                scope: true,
            };
            sign_off::decide(facts, viewer, &new, at)
        }
        Deed::Revoke => deeds::revoke(facts, viewer, at),
        Deed::Jointly(joint, judged) => deeds::agree(facts, viewer, *joint, &hash(hashes, *judged), at),
        Deed::Unsay(subject) => deeds::take_back_consent(*subject)(facts, viewer, at),
        Deed::Stop => deeds::stop(facts, viewer, at),
        Deed::Lift => deeds::lift(facts, viewer, at),
        Deed::WriteSummary(number) => summary::write(facts, viewer, &deeds::new_summary(&word(*number)), at),
        Deed::ConsentSummary { fresh: true } => deeds::consent_summary(facts, viewer, at),
        Deed::ConsentSummary { fresh: false } => summary::consent(facts, viewer, "0", at),
        Deed::Retract => deeds::retract(facts, viewer, at),
    }
}

fn text(facts: &Facts, viewer: &Viewer, deed: &Deed, at: Occasion) -> Answer {
    let sector = facts.project.sector;
    match deed {
        Deed::Save { section: key, lang, word: number, fresh } => {
            let key = section(sector, *key);
            let one = deeds::typed(facts, key, *lang, &word(*number));
            let one = Typed { base: if *fresh { one.base } else { one.base + 7 }, ..one };
            edit::save(facts, viewer, key, &[one], at)
        }
        Deed::SaveAll { section: key, word: number } => {
            let key = section(sector, *key);
            let texts = Lang::ALL.map(|lang| Typed { still_right: true, ..deeds::typed(facts, key, lang, &word(*number)) });
            edit::save(facts, viewer, key, &texts, at)
        }
        Deed::Declare { purpose, items } => {
            edit::declare(facts, viewer, deeds::scope(facts, viewer, *purpose, &word(*items), at), at)
        }
        Deed::Attach(number) => attachment::attach(facts, viewer, deeds::file(facts, viewer, &word(*number), at), at),
        _ => {
            let Deed::Remove(back) = deed else { panic!("not a deed on the text: {deed:?}") };
            let id = id_back(facts.attachments.iter().map(|one| one.id.clone()), *back, "none".into());
            attachment::remove(facts, viewer, &id, at)
        }
    }
}

fn settled(facts: &Facts, viewer: &Viewer, deed: &Deed, at: Occasion) -> Answer {
    let point = |back| id_back(facts.points.iter().map(|one| one.id.clone()), back, "none".into());
    let condition = |back| id_back(facts.conditions.iter().map(|one| one.id.clone()), back, "none".into());
    match deed {
        Deed::Answer(back) => point::answer(facts, viewer, &point(*back), &note("halved"), at),
        Deed::ClosePoint(back) => point::close(facts, viewer, &point(*back), &note("resolved"), at),
        Deed::Accept(back) => condition::accept(facts, viewer, &condition(*back), at),
        _ => {
            let Deed::Verify(back) = deed else { panic!("not a deed on points and conditions: {deed:?}") };
            condition::verify(facts, viewer, &condition(*back), &note("seen"), at)
        }
    }
}
