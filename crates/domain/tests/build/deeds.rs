//! Every deed in its plainest form, as a function of facts, viewer and occasion: judged is what stands newest.

use std::collections::BTreeMap;

use domain::attachment::{self, Attachment};
use domain::ballot::{self, Level};
use domain::change::Record;
use domain::clock::{self, Ball, Standing};
use domain::condition::{self, Due, NewCondition};
use domain::consent::{self, Subject};
use domain::edit::{self, Typed};
use domain::facts::Facts;
use domain::id::{BallotId, ConditionId, Occasion, PointId, PositionId};
use domain::implementation::{self, Joint};
use domain::party::{Audience, Delegation};
use domain::point::{self, Class, NewPoint};
use domain::position::{self, NewPosition, Verdict};
use domain::project::Scope;
use domain::proposal;
use domain::sign_off::{self, Decision, NewSignOff};
use domain::summary::{self, NewSummary};
use domain::text::{Lang, Trilingual};
use domain::thread::{self, Message, NewThread, Thread};
use domain::time::{Day, Holder};
use domain::translation::{self, Degree};
use domain::viewer::Viewer;

use super::{Answer, note};

/// The hash of the newest version.
pub fn newest(facts: &Facts) -> String {
    facts.newest.as_ref().map(|version| version.content_hash.clone()).unwrap_or_default()
}

/// One language of a section as typed into the form that shows the newest text.
pub fn typed(facts: &Facts, section: &str, lang: Lang, text: &str) -> Typed {
    let base = facts.texts.get(&(section.to_owned(), lang)).map_or(0, |edit| edit.number);
    Typed { lang, text: text.to_owned(), base, still_right: false, origin: None, source_hash: None }
}

/// Writes a section in three languages; the texts are tiny: `en one`.
pub fn write(section: &str, word: &str) -> impl Fn(&Facts, &Viewer, Occasion) -> Answer {
    let (section, word) = (section.to_owned(), word.to_owned());
    move |facts, viewer, at| {
        let texts = Lang::ALL.map(|lang| typed(facts, &section, lang, &format!("{} {word}", lang.code())));
        edit::save(facts, viewer, &section, &texts, at)
    }
}

/// Writes the objectives anew in one language.
pub fn save_in(lang: Lang) -> impl Fn(&Facts, &Viewer, Occasion) -> Answer {
    move |facts, viewer, at| {
        let text = format!("{} at {}", lang.code(), at.at.0);
        edit::save(facts, viewer, "objectives", &[typed(facts, "objectives", lang, &text)], at)
    }
}

/// Writes the objectives anew in all three languages.
pub fn save(facts: &Facts, viewer: &Viewer, at: Occasion) -> Answer {
    write("objectives", &format!("at {}", at.at.0))(facts, viewer, at)
}

/// A declaration; only `purpose` varies.
pub fn scope(facts: &Facts, viewer: &Viewer, purpose: bool, dual_use: &str, at: Occasion) -> Scope {
    Scope {
        id: at.ids().fresh(),
        project_id: facts.project.id.clone(),
        purpose,
        no_military_party: true,
        no_collection: true,
        no_military_site: true,
        dual_use: dual_use.to_owned(),
        person_id: viewer.person_id.clone(),
    }
}

/// Affirms the whole declaration, with another list of items each time.
pub fn declare(facts: &Facts, viewer: &Viewer, at: Occasion) -> Answer {
    let items = if facts.scope.is_none() { "none".to_owned() } else { format!("pump {}", at.at.0) };
    edit::declare(facts, viewer, scope(facts, viewer, true, &items, at), at)
}

/// A file with these bytes, so to speak.
pub fn file(facts: &Facts, viewer: &Viewer, bytes: &str, at: Occasion) -> Attachment {
    Attachment {
        id: at.ids().fresh(),
        project_id: facts.project.id.clone(),
        name: format!("{bytes}.pdf"),
        media_type: "application/pdf".to_owned(),
        size: 10,
        digest: domain::text::hash(bytes),
        person_id: viewer.person_id.clone(),
    }
}

/// Attaches a file that is not there yet.
pub fn attach(facts: &Facts, viewer: &Viewer, at: Occasion) -> Answer {
    attachment::attach(facts, viewer, file(facts, viewer, &format!("plan {}", facts.attachments.len()), at), at)
}

/// Removes the first file.
pub fn remove(facts: &Facts, viewer: &Viewer, at: Occasion) -> Answer {
    let id = facts.attachments.first().map_or_else(|| "none".into(), |file| file.id.clone());
    attachment::remove(facts, viewer, &id, at)
}

/// Sends a tabled project back.
pub fn send_back(facts: &Facts, viewer: &Viewer, at: Occasion) -> Answer {
    proposal::send_back(facts, viewer, &note("incomplete"), at)
}

/// Freezes the next version.
pub fn next_version(facts: &Facts, viewer: &Viewer, at: Occasion) -> Answer {
    proposal::next_version(facts, viewer, &note("better"), at)
}

/// Takes a cleared project back into discussion.
pub fn return_to_discussion(facts: &Facts, viewer: &Viewer, at: Occasion) -> Answer {
    proposal::return_to_discussion(facts, viewer, &note("new facts"), at)
}

/// Withdraws the project.
pub fn withdraw_project(facts: &Facts, viewer: &Viewer, at: Occasion) -> Answer {
    proposal::withdraw(facts, viewer, &note("no longer wanted"), at)
}

/// Reopens a lapsed project.
pub fn reopen(facts: &Facts, viewer: &Viewer, at: Occasion) -> Answer {
    proposal::reopen(facts, viewer, &note("once more"), at)
}

/// The ball of the open step.
pub fn ball(facts: &Facts) -> Option<Ball> {
    clock::ball(&Standing::of(facts))
}

/// The engine ends what nobody answered; days are those of UTC.
pub fn lapse(facts: &Facts, _: &Viewer, at: Occasion) -> Answer {
    let none = Ball { holder: Holder::Both, since: facts.project.recorded_at, working_days: None, extended: 0 };
    proposal::lapse(facts, &ball(facts).unwrap_or(none), |_, at| Day::of_utc(at), at)
}

/// Marks a language of the newest version.
pub fn mark(lang: Lang, degree: Degree) -> impl Fn(&Facts, &Viewer, Occasion) -> Answer {
    move |facts, viewer, at| translation::mark(facts, viewer, lang, degree, &newest(facts), at)
}

/// Consents to a ballot on the newest version.
pub fn open_ballot(facts: &Facts, viewer: &Viewer, at: Occasion) -> Answer {
    ballot::consent_to_open(facts, viewer, &newest(facts), at)
}

/// The ballot opened last.
pub fn last_ballot(facts: &Facts) -> BallotId {
    facts.last_ballot().map_or_else(|| "none".into(), |ballot| ballot.id.clone())
}

/// Recalls the ballot opened last.
pub fn recall(facts: &Facts, viewer: &Viewer, at: Occasion) -> Answer {
    ballot::recall(facts, viewer, &last_ballot(facts), &note("too early"), at)
}

/// A point about the budget.
pub fn new_point() -> NewPoint {
    NewPoint { section: "budget".to_owned(), class: Class::Cost, text: note("too dear"), resolve: "half".to_owned(), link: None }
}

/// A condition that `owner` has to see to.
pub fn new_condition(owner: Delegation, due: Due) -> NewCondition {
    NewCondition { text: note("a licence"), owner, due, evidence: "the licence".to_owned() }
}

/// A position on the ballot opened last; an objection has one point.
pub fn position(facts: &Facts, verdict: Verdict) -> NewPosition {
    NewPosition {
        ballot: last_ballot(facts),
        hash: newest(facts),
        verdict,
        statement: note("because"),
        points: if verdict == Verdict::Object { vec![new_point()] } else { vec![] },
        conditions: vec![],
        scope: true,
    }
}

/// Records that position.
pub fn say(verdict: Verdict) -> impl Fn(&Facts, &Viewer, Occasion) -> Answer {
    move |facts, viewer, at| position::record(facts, viewer, &position(facts, verdict), at)
}

/// Approves with one condition.
pub fn approve_if(owner: Delegation, due: Due) -> impl Fn(&Facts, &Viewer, Occasion) -> Answer {
    move |facts, viewer, at| {
        let new = NewPosition { conditions: vec![new_condition(owner, due)], ..position(facts, Verdict::Approve) };
        position::record(facts, viewer, &new, at)
    }
}

/// The newest position of a side at principals level.
pub fn own_position(facts: &Facts, viewer: &Viewer) -> PositionId {
    let own = |one: &&position::Position| one.party.party() == viewer.party && one.level == Level::Principals;
    facts.positions.iter().rev().find(own).map_or_else(|| "none".into(), |one| one.id.clone())
}

/// Takes back the own approval.
pub fn withdraw_approval(facts: &Facts, viewer: &Viewer, at: Occasion) -> Answer {
    position::withdraw(facts, viewer, &own_position(facts, viewer), &note("new doubts"), at)
}

/// The first point of all.
pub fn first_point(facts: &Facts) -> PointId {
    facts.points.first().map_or_else(|| "none".into(), |point| point.id.clone())
}

/// Answers the first point.
pub fn answer(facts: &Facts, viewer: &Viewer, at: Occasion) -> Answer {
    point::answer(facts, viewer, &first_point(facts), &note("it is halved"), at)
}

/// Closes the first point.
pub fn close_point(facts: &Facts, viewer: &Viewer, at: Occasion) -> Answer {
    point::close(facts, viewer, &first_point(facts), &note("resolved"), at)
}

/// The first condition of all.
pub fn first_condition(facts: &Facts) -> ConditionId {
    facts.conditions.first().map_or_else(|| "none".into(), |condition| condition.id.clone())
}

/// Accepts the first condition.
pub fn accept(facts: &Facts, viewer: &Viewer, at: Occasion) -> Answer {
    condition::accept(facts, viewer, &first_condition(facts), at)
}

/// Verifies the first condition.
pub fn verify(facts: &Facts, viewer: &Viewer, at: Occasion) -> Answer {
    condition::verify(facts, viewer, &first_condition(facts), &note("seen"), at)
}

/// The hash of the dossier as it stands.
pub fn dossier(facts: &Facts) -> String {
    sign_off::dossier_hash(facts).unwrap_or_default()
}

/// Prepares the dossier.
pub fn prepare(facts: &Facts, viewer: &Viewer, at: Occasion) -> Answer {
    sign_off::prepare(facts, viewer, &dossier(facts), &note("complete"), at)
}

/// A decision on the dossier as it stands; a signature is valid for a year, a return has one point.
pub fn new_sign_off(facts: &Facts, decision: Decision, at: Occasion) -> NewSignOff {
    NewSignOff {
        hash: newest(facts),
        dossier: dossier(facts),
        decision,
        valid_until: (decision == Decision::Signed).then(|| at.at.plus_days(365)),
        note: note("because"),
        points: if decision == Decision::Returned { vec![new_point()] } else { vec![] },
        conditions: vec![],
        scope: true,
    }
}

/// Decides so.
pub fn decide(decision: Decision) -> impl Fn(&Facts, &Viewer, Occasion) -> Answer {
    move |facts, viewer, at| sign_off::decide(facts, viewer, &new_sign_off(facts, decision, at), at)
}

/// Revokes the signature.
pub fn revoke(facts: &Facts, viewer: &Viewer, at: Occasion) -> Answer {
    sign_off::revoke(facts, viewer, &note("new facts"), at)
}

/// Consents to start, complete or close.
pub fn jointly(deed: Joint) -> impl Fn(&Facts, &Viewer, Occasion) -> Answer {
    move |facts, viewer, at| agree(facts, viewer, deed, &newest(facts), at)
}

/// Consents to it for a hash; a closing with a note.
pub fn agree(facts: &Facts, viewer: &Viewer, deed: Joint, hash: &str, at: Occasion) -> Answer {
    match deed {
        Joint::Close => implementation::close(facts, viewer, hash, &note("three wells work"), at),
        _ => implementation::consent(facts, viewer, deed, hash, at),
    }
}

/// Takes back what the own side consented to last on this subject; whoever gave none tries the other side's.
pub fn take_back_consent(subject: Subject) -> impl Fn(&Facts, &Viewer, Occasion) -> Answer {
    move |facts, viewer, at| {
        let all: Vec<_> = facts.consents.iter().filter(|one| one.subject == subject).collect();
        let own = all.iter().rev().find(|one| one.party == viewer.party).or(all.last());
        consent::take_back(facts, viewer, &own.map_or_else(|| "none".into(), |one| one.id.clone()), at)
    }
}

/// Orders stop-work.
pub fn stop(facts: &Facts, viewer: &Viewer, at: Occasion) -> Answer {
    implementation::stop(facts, viewer, &note("danger"), at)
}

/// Lifts the order.
pub fn lift(facts: &Facts, viewer: &Viewer, at: Occasion) -> Answer {
    implementation::lift(facts, viewer, &note("over"), at)
}

/// The same word in three languages.
pub fn in_three(word: &str) -> Trilingual {
    BTreeMap::from(Lang::ALL.map(|lang| (lang, format!("{} {word}", lang.code()))))
}

/// A complete summary.
pub fn new_summary(word: &str) -> NewSummary {
    NewSummary { title: in_three(word), text: in_three("text"), reasons: in_three("reasons") }
}

/// Writes a summary with another title each time.
pub fn write_summary(facts: &Facts, viewer: &Viewer, at: Occasion) -> Answer {
    summary::write(facts, viewer, &new_summary(&format!("title {}", at.at.0)), at)
}

/// Consents to the newest summary.
pub fn consent_summary(facts: &Facts, viewer: &Viewer, at: Occasion) -> Answer {
    let hash = facts.summaries.last().map(|one| one.hash.clone()).unwrap_or_default();
    summary::consent(facts, viewer, &hash, at)
}

/// Takes the live summary back.
pub fn retract(facts: &Facts, viewer: &Viewer, at: Occasion) -> Answer {
    summary::retract(facts, viewer, &note("wrong"), at)
}

/// Opens a thread for this audience.
pub fn open_thread(audience: Audience) -> impl Fn(&Facts, &Viewer, Occasion) -> Answer {
    move |facts, viewer, at| thread::open(facts, viewer, &new_thread(audience), &note("words").into(), at)
}

/// A thread about nothing in particular.
pub fn new_thread(audience: Audience) -> NewThread {
    NewThread { audience, title: note("title"), spot: None }
}

/// The thread of a change that opened one, with its first message.
pub fn opened(answer: &Answer) -> Thread {
    let Ok(change) = answer else { panic!("the thread was refused: {answer:?}") };
    let [Record::ThreadStart(start), Record::MessageStart(message), Record::Wording(wording)] = change.records.as_slice() else {
        panic!("a thread is three rows, not {:?}", change.records)
    };
    let message = Message {
        start: message.clone(),
        posted_at: change.at,
        changed_at: change.at,
        wordings: vec![(wording.clone(), change.at)],
        ended: false,
        answers: None,
        mentioned: vec![],
        files: vec![],
    };
    Thread { start: start.clone(), anchor: None, settlings: vec![], messages: vec![message] }
}
