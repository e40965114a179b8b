//! I-6: a side is data. The same history with Israel and Syria, Hebrew and Arabic swapped gives the mirrored result.

#![allow(clippy::unwrap_used, clippy::expect_used, reason = "in a test a panic is the answer")]

#[path = "build/mod.rs"]
mod build;

use build::World;
use build::random::{Act, Deed, Dice, Term, attempt, choose};
use domain::clock::{self, Standing};
use domain::facts::Facts;
use domain::party::{Audience, Delegation, Party, Proposer};
use domain::project::Sector;
use domain::refusal::Refusal;
use domain::stage::{self, Gate, Missing, Stage};
use domain::text::Lang;
use domain::time::Holder;

const HISTORIES: u64 = 60;
const DEEDS: usize = 150;

/// Swaps the sides.
trait Mirror {
    fn mirror(&self) -> Self;
}

impl Mirror for Delegation {
    fn mirror(&self) -> Self {
        self.other()
    }
}

impl Mirror for Party {
    fn mirror(&self) -> Self {
        self.delegation().map_or(*self, |side| side.other().party())
    }
}

impl Mirror for Proposer {
    fn mirror(&self) -> Self {
        self.other().map_or(*self, Self::from)
    }
}

impl Mirror for Lang {
    fn mirror(&self) -> Self {
        match self {
            Self::En => Self::En,
            Self::He => Self::Ar,
            Self::Ar => Self::He,
        }
    }
}

impl Mirror for Holder {
    fn mirror(&self) -> Self {
        match self {
            Self::Il => Self::Sy,
            Self::Sy => Self::Il,
            Self::Both | Self::Us => *self,
        }
    }
}

impl Mirror for Audience {
    fn mirror(&self) -> Self {
        match self {
            Self::CaucusIl => Self::CaucusSy,
            Self::CaucusSy => Self::CaucusIl,
            Self::ChannelIl => Self::ChannelSy,
            Self::ChannelSy => Self::ChannelIl,
            Self::Joint | Self::CaucusUs | Self::Security => *self,
        }
    }
}

/// The name of a person: `il.chair` is `sy.chair` in the mirror.
fn person(name: &str) -> String {
    match name.split_once('.') {
        Some(("il", seat)) => format!("sy.{seat}"),
        Some(("sy", seat)) => format!("il.{seat}"),
        _ => name.to_owned(),
    }
}

fn term(term: Term) -> Term {
    term.map(|(owner, due)| (owner.mirror(), due))
}

impl Mirror for Act {
    fn mirror(&self) -> Self {
        let deed = match self.deed.clone() {
            Deed::Save { section, lang, word, fresh } => Deed::Save { section, lang: lang.mirror(), word, fresh },
            Deed::Mark { lang, degree, judged } => Deed::Mark { lang: lang.mirror(), degree, judged },
            Deed::Say { verdict, judged, ballot, point, term: one } => {
                Deed::Say { verdict, judged, ballot, point, term: term(one) }
            }
            Deed::Decide { decision, judged, fresh, point, term: one, days } => {
                Deed::Decide { decision, judged, fresh, point, term: term(one), days }
            }
            other => other,
        };
        Self { who: person(&self.who), deed }
    }
}

/// A list of what is missing, in the mirror or not, in an order that does not depend on the side.
fn list(missing: &[Missing], swap: bool) -> Vec<String> {
    let one = |item: &Missing| {
        let holder = if swap { item.holder.mirror() } else { item.holder };
        let lang = item.lang.map(|lang| if swap { lang.mirror() } else { lang });
        format!("{:?} {holder:?} {} {lang:?}", item.lack, item.part)
    };
    let mut list: Vec<_> = missing.iter().map(one).collect();
    list.sort_unstable();
    list
}

/// Everything about a project that has a side or a stage, told as if the sides were swapped when `swap`. Ids need no
/// swapping: both histories draw the same ones.
fn told(facts: &Facts, swap: bool) -> Vec<String> {
    let side = |one: Delegation| if swap { one.mirror() } else { one };
    let party = |one: Party| if swap { one.mirror() } else { one };
    let lang = |one: Lang| if swap { one.mirror() } else { one };
    let who = |name: &str| if swap { person(name) } else { name.to_owned() };
    let ball = build::deeds::ball(facts)
        .map(|ball| (if swap { ball.holder.mirror() } else { ball.holder }, ball.since, ball.working_days));
    let (proposer, ledger) = (facts.project.proposed_by, facts.project.ledger);
    let mut all = vec![
        format!("{:?} {ball:?}", facts.project.stage),
        format!("{:?} {:?}", if swap { proposer.mirror() } else { proposer }, if swap { ledger.mirror() } else { ledger }),
        format!("{:?} {:?} {}", facts.project.code, facts.project.authorisation_id, facts.suspended()),
        format!("{:?}", facts.newest.as_ref().map(|version| (version.number, &version.id))),
    ];
    all.extend(facts.ballots.iter().map(|one| format!("{:?} {:?} {:?} {:?}", one.id, one.level, one.outcome, one.closed_at)));
    all.extend(facts.positions.iter().map(|one| format!("{:?} {:?} {} {:?}", one.id, side(one.party), one.number, one.verdict)));
    all.extend(facts.withdrawals.iter().map(|one| format!("{:?} {:?}", one.position_id, side(one.party))));
    all.extend(facts.points.iter().map(|one| format!("{:?} {:?} {}", one.id, party(one.party), one.number)));
    all.extend(facts.answers.iter().map(|one| format!("{:?} {:?}", one.point_id, party(one.party))));
    all.extend(facts.point_ends.iter().map(|one| format!("{:?} {:?}", one.point_id, party(one.party))));
    all.extend(
        facts.conditions.iter().map(|one| format!("{:?} {:?} {:?} {:?}", one.id, party(one.party), side(one.owner), one.due)),
    );
    all.extend(facts.verifications.iter().map(|one| format!("{:?} {:?}", one.condition_id, party(one.party))));
    all.extend(facts.consents.iter().map(|one| format!("{:?} {:?} {:?}", one.id, one.subject, party(one.party))));
    all.extend(facts.sign_offs.iter().map(|one| format!("{:?} {:?} {:?}", one.id, one.decision, one.valid_until)));
    all.extend(facts.revocations.iter().map(|one| format!("{:?} {}", one.sign_off_id, one.person_id)));
    all.extend(facts.stop_works.iter().map(|one| format!("{:?} {:?} {}", one.id, party(one.party), who(one.person_id.as_str()))));
    all.extend(facts.stop_work_ends.iter().map(|one| format!("{:?} {:?}", one.stop_work_id, party(one.party))));
    all.extend(facts.releases.iter().map(|one| format!("{:?}", one.summary_id)));
    all.extend(facts.retractions.iter().map(|one| format!("{:?} {}", one.summary_id, who(one.person_id.as_str()))));
    // The order of languages within one deed is the order of the form, so marks and texts are compared as sets.
    let mut unordered: Vec<_> = facts
        .marks
        .iter()
        .map(|one| format!("{} {:?} {:?} {:?}", one.section, lang(one.lang), side(one.party), one.degree))
        .chain(facts.texts.values().map(|one| format!("{} {:?} {} {}", one.section, lang(one.lang), one.number, one.person_id)))
        .map(|line| if swap { line.replace("il.", "xx.").replace("sy.", "il.").replace("xx.", "sy.") } else { line })
        .collect();
    unordered.sort_unstable();
    all.extend(unordered);
    all
}

const GATES: [Gate; 8] =
    [Gate::Table, Gate::OpenBallot, Gate::PassGroup, Gate::PassPrincipals, Gate::Sign, Gate::Start, Gate::Complete, Gate::Close];

/// Two worlds, one the mirror of the other; the builder writes a text that names its language, so they begin empty.
fn pair(dice: &mut Dice) -> (World, World) {
    let (side, joint, source) = (dice.pick(&Delegation::BOTH), dice.percent(25), dice.pick(&Lang::ALL));
    let mut worlds = [
        World::start(Sector::Medicine, side, joint, source),
        World::start(Sector::Medicine, side.mirror(), joint, source.mirror()),
    ];
    for section in 0..15 {
        for world in &mut worlds {
            let act = Act { who: build::name(world.proposer, "member"), deed: Deed::SaveAll { section, word: 1 } };
            let change = attempt(world, &act).unwrap();
            world.apply(&change);
        }
    }
    let [one, other] = worlds;
    (one, other)
}

#[test]
fn swapping_the_sides_mirrors_every_history() {
    let (mut steps, mut refusals, mut stages) = (0, 0, std::collections::BTreeSet::new());
    for number in 0..HISTORIES {
        let mut dice = Dice(77_000 + number);
        let (mut one, mut other) = pair(&mut dice);
        for _ in 0..DEEDS {
            if one.stage().is_end() && dice.percent(15) {
                (one, other) = pair(&mut dice);
            }
            if dice.percent(2) {
                let days = dice.pick(&[1, 30, 100]);
                one.wait(days);
                other.wait(days);
            }
            let act = choose(&one, &mut dice);
            match (attempt(&one, &act), attempt(&other, &act.mirror())) {
                (Ok(change), Ok(mirrored)) => {
                    assert_eq!((change.command, change.records.len()), (mirrored.command, mirrored.records.len()), "{act:?}");
                    assert_eq!(change.ledger, mirrored.ledger.mirror(), "{act:?}");
                    steps += usize::from(change.records.iter().any(|row| matches!(row, domain::change::Record::Step(_))));
                    one.apply(&change);
                    other.apply(&mirrored);
                    assert_eq!(told(&one.facts, false), told(&other.facts, true), "{act:?}");
                    stages.insert(one.stage());
                }
                (Err(Refusal::Missing(ours)), Err(Refusal::Missing(theirs))) => {
                    assert_eq!(list(&ours, false), list(&theirs, true), "{act:?}");
                    refusals += 1;
                }
                (ours, theirs) => {
                    assert_eq!(ours.map(|_| ()), theirs.map(|_| ()), "{act:?} in {:?}", one.stage());
                    refusals += 1;
                }
            }
        }
        for gate in GATES {
            let missing = |world: &World| stage::missing(&world.facts, gate, world.now());
            assert_eq!(list(&missing(&one), false), list(&missing(&other), true), "{gate:?}");
        }
    }
    assert!(steps > 800 && refusals > 2_000, "{steps} steps, {refusals} refusals");
    let reached = [Stage::Implementing, Stage::Completed, Stage::Closed, Stage::Declined, Stage::Withdrawn];
    assert!(reached.iter().all(|stage| stages.contains(stage)), "{stages:?}");
}

#[test]
fn the_clock_does_not_know_the_sides_either() {
    for stage in Stage::ALL {
        for proposed_by in [Proposer::Il, Proposer::Sy, Proposer::Joint] {
            for (il_answered, sy_answered) in [(false, false), (true, false), (false, true), (true, true)] {
                let one = Standing { stage, since: build::people::BEGIN, proposed_by, il_answered, sy_answered, extensions: 1 };
                let other =
                    Standing { proposed_by: proposed_by.mirror(), il_answered: sy_answered, sy_answered: il_answered, ..one };
                let (ours, theirs) = (clock::ball(&one), clock::ball(&other));
                assert_eq!(ours.map(|ball| ball.holder), theirs.map(|ball| ball.holder.mirror()), "{stage:?}");
                assert_eq!(ours.map(|ball| ball.working_days), theirs.map(|ball| ball.working_days));
            }
        }
    }
}
