//! What somebody does next: mostly the sensible thing, which `missing` tells; often enough anything at all.

use domain::condition::Due;
use domain::consent::Subject;
use domain::edit::Edit;
use domain::extension;
use domain::facts::Facts;
use domain::implementation::Joint;
use domain::party::{Delegation, Party};
use domain::position::Verdict;
use domain::project::TITLE;
use domain::sign_off::{self, Decision};
use domain::stage::{self, Gate, Lack, Missing, Stage};
use domain::text::Lang;
use domain::time::Holder;
use domain::translation::{self, Degree};

use super::super::{World, name, people};
use super::{Act, Deed, Dice, Judged, Term};

fn act(who: impl Into<String>, deed: Deed) -> Act {
    Act { who: who.into(), deed }
}

fn side(dice: &mut Dice) -> Delegation {
    dice.pick(&Delegation::BOTH)
}

/// A person of those who have the turn.
fn of(holder: Holder, seat: &str, dice: &mut Dice) -> String {
    match holder {
        Holder::Il => name(Delegation::Il, seat),
        Holder::Sy => name(Delegation::Sy, seat),
        Holder::Both => name(side(dice), seat),
        Holder::Us => "us.officer".to_owned(),
    }
}

/// What happens next: three of five deeds take the project on, some are that with something wrong about it, some anything.
pub fn choose(world: &World, dice: &mut Dice) -> Act {
    match dice.below(20) {
        0..=5 => anything(dice),
        6 | 7 => spoiled(sensible(world, dice), dice),
        _ => sensible(world, dice),
    }
}

/// The right deed by the wrong person, on another version, or decided otherwise.
fn spoiled(right: Act, dice: &mut Dice) -> Act {
    let other = judged(dice);
    let deed = match right.deed {
        _ if dice.percent(40) => return Act { who: anybody(dice), ..right },
        Deed::Mark { lang, degree, .. } => Deed::Mark { lang, degree, judged: other },
        Deed::OpenBallot(_) => Deed::OpenBallot(other),
        Deed::Jointly(joint, _) => Deed::Jointly(joint, other),
        Deed::Prepare { .. } => Deed::Prepare { fresh: false },
        Deed::Say { .. } => {
            Deed::Say { verdict: verdict(dice), judged: other, ballot: dice.below(2), point: dice.percent(50), term: term(dice) }
        }
        Deed::Decide { .. } => decide(dice),
        _ => deed(dice),
    };
    Act { deed, ..right }
}

fn anybody(dice: &mut Dice) -> String {
    if dice.percent(75) {
        name(side(dice), people::SEATS[dice.below(people::SEATS.len())])
    } else {
        people::OTHERS[dice.below(people::OTHERS.len())].to_owned()
    }
}

/// Anybody does anything.
fn anything(dice: &mut Dice) -> Act {
    act(anybody(dice), deed(dice))
}

fn judged(dice: &mut Dice) -> Judged {
    match dice.below(10) {
        0 => Judged::Nonsense,
        1 | 2 => Judged::Before(dice.below(3)),
        _ => Judged::Newest,
    }
}

fn term(dice: &mut Dice) -> Term {
    dice.percent(20).then(|| (side(dice), dice.pick(&Due::ALL)))
}

fn verdict(dice: &mut Dice) -> Verdict {
    dice.pick(&[Verdict::Approve, Verdict::NoObjection, Verdict::NeedsTime, Verdict::Object, Verdict::Decline])
}

/// The consents that histories take back; that to a condition has a test of its own.
const TAKEN_BACK: [Subject; 7] = [
    Subject::Tabling,
    Subject::Ballot,
    Subject::Implementing,
    Subject::Completed,
    Subject::Closed,
    Subject::Withdrawal,
    Subject::Reopening,
];

fn deed(dice: &mut Dice) -> Deed {
    let few = dice.below(3);
    match dice.below(36) {
        0 | 1 => {
            Deed::Save { section: dice.below(15), lang: dice.pick(&Lang::ALL), word: dice.below(4), fresh: dice.percent(80) }
        }
        2 => Deed::SaveAll { section: dice.below(15), word: 1 + dice.below(3) },
        3 => Deed::Declare { purpose: dice.percent(80), items: dice.below(4) },
        4 => Deed::Attach(dice.below(4)),
        5 => Deed::Remove(few),
        6 => Deed::Table,
        7 => Deed::TakeUp,
        8 => Deed::SendBack,
        9 => Deed::NextVersion,
        10 => Deed::ReturnToDiscussion,
        11 => Deed::Withdraw,
        12 => Deed::Reopen,
        13 => Deed::Mark { lang: dice.pick(&Lang::ALL), degree: Degree::Reviewed, judged: judged(dice) },
        14 => Deed::Mark { lang: dice.pick(&Lang::ALL), degree: Degree::Agreed, judged: judged(dice) },
        15 => Deed::OpenBallot(judged(dice)),
        16 => Deed::Recall(few),
        17 | 18 => {
            let (verdict, judged, point, term) = (verdict(dice), judged(dice), dice.percent(80), term(dice));
            Deed::Say { verdict, judged, ballot: dice.below(2), point, term }
        }
        19 => Deed::TakeBack(dice.below(6)),
        20 => Deed::Answer(few),
        21 => Deed::ClosePoint(few),
        22 => Deed::Accept(few),
        23 => Deed::Verify(few),
        24 => Deed::Prepare { fresh: dice.percent(80) },
        25 => decide(dice),
        26 => Deed::Revoke,
        27 => Deed::Jointly(Joint::Start, judged(dice)),
        28 => Deed::Jointly(Joint::Complete, judged(dice)),
        29 => Deed::Jointly(Joint::Close, judged(dice)),
        30 => {
            if dice.percent(50) {
                Deed::Stop
            } else {
                Deed::Lift
            }
        }
        31 => Deed::WriteSummary(1 + few),
        32 => Deed::ConsentSummary { fresh: dice.percent(80) },
        33 => Deed::Unsay(dice.pick(&TAKEN_BACK)),
        34 => Deed::Extend(dice.pick(&[1, 1, 2, 3])),
        _ => Deed::Retract,
    }
}

fn decide(dice: &mut Dice) -> Deed {
    let decision = dice.pick(&[Decision::Signed, Decision::Signed, Decision::Returned, Decision::Refused]);
    let (judged, term) = (judged(dice), term(dice));
    Deed::Decide { decision, judged, fresh: dice.percent(80), point: dice.percent(80), term, days: dice.pick(&[-1, 0, 5, 365]) }
}

/// What takes the project on, as far as somebody sensible would; now and then a sensible somebody changes their mind.
fn sensible(world: &World, dice: &mut Dice) -> Act {
    let facts = &world.facts;
    let chair = name(side(dice), "chair");
    let head = name(side(dice), "head");
    match world.stage() {
        Stage::Draft if dice.percent(20) => {
            act(world.mine("chair"), Deed::SaveAll { section: dice.below(15), word: 1 + dice.below(3) })
        }
        Stage::Draft => first(world, Gate::Table, dice).unwrap_or_else(|| {
            let who = if world.is_joint() { chair } else { world.mine("chair") };
            if facts.newest.is_some() && !facts.working_text_differs() {
                act(who, Deed::SaveAll { section: dice.below(15), word: 1 + dice.below(3) })
            } else {
                act(who, Deed::Table)
            }
        }),
        Stage::Tabled if dice.percent(10) => act(chair, Deed::SendBack),
        Stage::Tabled => act(world.theirs("chair"), Deed::TakeUp),
        Stage::InDiscussion => discussion(world, dice),
        Stage::GroupBallot if dice.percent(4) => act(chair, Deed::Recall(0)),
        Stage::GroupBallot => vote(world, Gate::PassGroup, "chair", dice),
        Stage::PrincipalsBallot => vote(world, Gate::PassPrincipals, "signatory", dice),
        Stage::SupervisorReview => review(world, dice),
        Stage::Cleared | Stage::Implementing if dice.percent(12) => dice.pick(&[
            act("us.officer", Deed::Revoke),
            act(chair, Deed::ReturnToDiscussion),
            act(head.clone(), Deed::Stop),
            act(head.clone(), Deed::Unsay(Subject::Closed)),
            act(head, take_back(facts)),
        ]),
        Stage::Cleared => first(world, Gate::Start, dice).unwrap_or_else(|| act(chair, Deed::ReturnToDiscussion)),
        Stage::Implementing if dice.percent(10) => act(head, Deed::Jointly(Joint::Close, Judged::Newest)),
        Stage::Implementing | Stage::Completed if dice.percent(25) => {
            let deed = if facts.summaries.is_empty() { Deed::WriteSummary(1) } else { Deed::ConsentSummary { fresh: true } };
            act(head, deed)
        }
        Stage::Implementing => first(world, Gate::Complete, dice).unwrap_or_else(|| act(head, Deed::Lift)),
        Stage::Completed => first(world, Gate::Close, dice).unwrap_or_else(|| act(head, Deed::Retract)),
        Stage::Lapsed => act(chair, Deed::Reopen),
        Stage::Closed | Stage::Withdrawn | Stage::Declined => anything(dice),
    }
}

/// Takes back the newest approval that could be, by its place from the end.
fn take_back(facts: &Facts) -> Deed {
    Deed::TakeBack(facts.positions.iter().rev().position(|one| one.verdict == Verdict::Approve).unwrap_or(0))
}

fn discussion(world: &World, dice: &mut Dice) -> Act {
    let facts = &world.facts;
    if dice.percent(6) {
        return act(name(side(dice), "member"), Deed::SaveAll { section: dice.below(15), word: 1 + dice.below(3) });
    }
    if dice.percent(1) {
        return act(world.mine("chair"), Deed::Withdraw);
    }
    if let Some(point) = facts.open_points().next().filter(|_| dice.percent(30)) {
        return close(facts, point.party, dice);
    }
    // Once one side wants the ballot the other one follows; it saves asking what is missing, which costs most.
    let hash = world.hash();
    let id = domain::ballot::proposed(facts).map(|id| id.to_string()).unwrap_or_default();
    let silent: Vec<_> =
        Delegation::BOTH.into_iter().filter(|side| !facts.consented(Subject::Ballot, &id, &hash, *side)).collect();
    let open = act(name(dice.pick(&silent), "chair"), Deed::OpenBallot(Judged::Newest));
    if silent.len() == 1 && dice.percent(8) {
        return act(name(silent[0].other(), "chair"), Deed::Unsay(Subject::Ballot));
    }
    if silent.len() == 1 && dice.percent(90) {
        return open;
    }
    let review = if dice.percent(90) && !world.dirty { unmarked(world, Degree::Reviewed, dice) } else { None };
    review.or_else(|| first(world, Gate::OpenBallot, dice)).unwrap_or(open)
}

/// A language that one of those who have to mark it has not marked yet, told without asking what is missing.
fn unmarked(world: &World, degree: Degree, dice: &mut Dice) -> Option<Act> {
    let facts = &world.facts;
    let marked = |lang: Lang, side: Delegation| {
        // A mark covers a whole language, so it is enough to look at what changed since the beginning.
        let changed = |edit: &&Edit| edit.lang == lang && !edit.text.is_empty() && (edit.number > 1 || edit.section == TITLE);
        facts.texts.values().filter(changed).all(|edit| {
            let hash = &edit.text_hash;
            facts.marks.iter().any(|one| {
                one.lang == lang
                    && one.party == side
                    && one.degree == degree
                    && one.text_hash == *hash
                    && one.section == edit.section
            })
        })
    };
    let needs = |lang: Lang, side: Delegation| degree == Degree::Agreed || translation::reviewers(lang).contains(&side);
    let open: Vec<_> = Lang::ALL
        .into_iter()
        .flat_map(|lang| Delegation::BOTH.map(|side| (lang, side)))
        .filter(|&(lang, side)| needs(lang, side) && !marked(lang, side))
        .collect();
    let (lang, side) = if open.is_empty() { return None } else { dice.pick(&open) };
    Some(act(name(side, "chair"), Deed::Mark { lang, degree, judged: Judged::Newest }))
}

fn close(facts: &Facts, party: Party, dice: &mut Dice) -> Act {
    let open = |point: &domain::point::Point| facts.open_points().any(|one| one.id == point.id) && point.party == party;
    let back = facts.points.iter().rev().position(open).unwrap_or(0);
    let seat = dice.pick(&["chair", "head"]);
    act(of(party.into(), seat, dice), Deed::ClosePoint(back))
}

fn vote(world: &World, gate: Gate, seat: &str, dice: &mut Dice) -> Act {
    let verdict = match dice.below(20) {
        0 | 1 => Verdict::Object,
        2 if gate == Gate::PassGroup => Verdict::NoObjection,
        2 | 3 if gate == Gate::PassPrincipals => Verdict::Decline,
        4 => Verdict::NeedsTime,
        _ => Verdict::Approve,
    };
    let term = if gate == Gate::PassPrincipals { term(dice) } else { None };
    let say = |who: String| act(who, Deed::Say { verdict, judged: Judged::Newest, ballot: 0, point: true, term });
    // Who has an open point of their own cannot approve before it is closed.
    if let Some(point) = world.facts.open_points().find(|point| point.party != Party::Us) {
        return close(&world.facts, point.party, dice);
    }
    // Texts are mostly agreed before the sides answer, as in life; it also saves asking what is missing after each mark.
    let agree = if gate == Gate::PassPrincipals && dice.percent(90) { unmarked(world, Degree::Agreed, dice) } else { None };
    if let Some(agree) = agree {
        return agree;
    }
    let ballot = super::super::deeds::last_ballot(&world.facts);
    let silent: Vec<_> =
        Delegation::BOTH.into_iter().filter(|side| world.facts.live_position(&ballot, *side).is_none()).collect();
    if !silent.is_empty() {
        return say(name(dice.pick(&silent), seat));
    }
    match stage::missing(&world.facts, gate, world.now()).first() {
        Some(item) if item.lack == Lack::PositionMissing => say(of(item.holder, seat, dice)),
        Some(item) => cure(world, item, dice),
        None => say(name(side(dice), seat)),
    }
}

fn review(world: &World, dice: &mut Dice) -> Act {
    let facts = &world.facts;
    if dice.percent(4) {
        return act(name(side(dice), "head"), take_back(facts));
    }
    if dice.percent(2) {
        return act(name(side(dice), "head"), Deed::Withdraw);
    }
    if let Some(item) = stage::missing(facts, Gate::Sign, world.now()).first() {
        return cure(world, item, dice);
    }
    if let Some((number, _)) = extension::next(facts).filter(|_| dice.percent(5)) {
        return act(dice.pick(&["us.officer", "us.second"]), Deed::Extend(number));
    }
    if sign_off::preparation(facts).is_none() {
        return act(dice.pick(&["us.reviewer", "us.reviewer", "us.officer"]), Deed::Prepare { fresh: true });
    }
    let (decision, days) = match dice.below(20) {
        0 | 1 => (Decision::Returned, 0),
        2 => (Decision::Refused, 0),
        _ => (Decision::Signed, dice.pick(&[2, 90, 365])),
    };
    let who = dice.pick(&["us.officer", "us.second"]);
    act(who, Deed::Decide { decision, judged: Judged::Newest, fresh: true, point: true, term: term(dice), days })
}

/// Does away with one of the things that a step still misses.
fn first(world: &World, gate: Gate, dice: &mut Dice) -> Option<Act> {
    let list = stage::missing(&world.facts, gate, world.now());
    // Consents come last: they are refused while anything else is missing.
    let others: Vec<_> = list.iter().filter(|item| item.lack != Lack::ConsentMissing).cloned().collect();
    let from = if others.is_empty() { list } else { others };
    if from.is_empty() {
        return None;
    }
    let item = dice.pick(&from);
    if item.lack == Lack::ConsentMissing {
        let (seat, joint) = match gate {
            Gate::Start => ("chair", Joint::Start),
            Gate::Complete => ("chair", Joint::Complete),
            Gate::Close => ("head", Joint::Close),
            _ => return Some(act(of(item.holder, "chair", dice), Deed::OpenBallot(Judged::Newest))),
        };
        return Some(act(of(item.holder, seat, dice), Deed::Jointly(joint, Judged::Newest)));
    }
    Some(cure(world, &item, dice))
}

fn cure(world: &World, item: &Missing, dice: &mut Dice) -> Act {
    let facts = &world.facts;
    let number = |from: Vec<i64>| from.iter().rev().position(|one| one.to_string() == item.part).unwrap_or(0);
    let point = || number(facts.points.iter().map(|one| one.number).collect());
    let condition = || number(facts.conditions.iter().map(|one| one.number).collect());
    match item.lack {
        Lack::TextMissing | Lack::TextStale => {
            let keys = domain::edit::keys(facts);
            let section = keys.iter().position(|key| *key == item.part).unwrap_or(0);
            act(world.mine("chair"), Deed::SaveAll { section, word: 1 + dice.below(3) })
        }
        Lack::ScopeNotAffirmed => act(world.mine("chair"), Deed::Declare { purpose: true, items: 1 }),
        Lack::TextNotReviewed => {
            let lang = item.lang.unwrap_or(Lang::En);
            act(of(item.holder, "chair", dice), Deed::Mark { lang, degree: Degree::Reviewed, judged: Judged::Newest })
        }
        Lack::VersionOutdated => act(name(side(dice), "chair"), Deed::NextVersion),
        Lack::PointUnanswered => act(of(item.holder, "chair", dice), Deed::Answer(point())),
        Lack::PointOpen => act(of(item.holder, "chair", dice), Deed::ClosePoint(point())),
        Lack::ConditionNotAccepted => act(of(item.holder, "signatory", dice), Deed::Accept(condition())),
        Lack::ConditionNotVerified => act(of(item.holder, "chair", dice), Deed::Verify(condition())),
        Lack::SignOffExpired => act(name(side(dice), "chair"), Deed::ReturnToDiscussion),
        Lack::Suspended => {
            let party = facts.stopped().map_or(Party::Us, |order| order.party);
            act(of(party.into(), "head", dice), Deed::Lift)
        }
        _ => act(name(side(dice), "head"), Deed::Jointly(Joint::Close, Judged::Newest)),
    }
}
