//! The gate as a small machine of its own, made from domain.md and not from the rules: it sees only who did what with which
//! answer, keeps three keys with version and hash, and says where the project has to stand.

use std::collections::{BTreeMap, BTreeSet};

use domain::condition::Due;
use domain::consent::Subject;
use domain::implementation::Joint;
use domain::party::Delegation;
use domain::position::Verdict;
use domain::project::Sector;
use domain::sign_off::Decision;
use domain::stage::Stage::{self, *};
use domain::text::Lang;
use domain::translation::Degree;

use crate::build::random::{Act, Deed, Term, section, word};

/// The steps of domain.md section 3, copied from its table row by row.
pub const STEPS: [(Stage, Stage); 28] = [
    (Draft, Tabled),
    (Tabled, InDiscussion),
    (Tabled, Draft),
    (InDiscussion, GroupBallot),
    (GroupBallot, PrincipalsBallot),
    (GroupBallot, InDiscussion),
    (PrincipalsBallot, SupervisorReview),
    (PrincipalsBallot, InDiscussion),
    (PrincipalsBallot, Declined),
    (SupervisorReview, Cleared),
    (SupervisorReview, InDiscussion),
    (SupervisorReview, Declined),
    (Cleared, Implementing),
    (Cleared, InDiscussion),
    (Implementing, Completed),
    (Completed, Closed),
    (Implementing, Closed),
    (Draft, Withdrawn),
    (Tabled, Withdrawn),
    (InDiscussion, Withdrawn),
    (SupervisorReview, Withdrawn),
    (Cleared, Withdrawn),
    (Tabled, Lapsed),
    (InDiscussion, Lapsed),
    (GroupBallot, Lapsed),
    (PrincipalsBallot, Lapsed),
    (SupervisorReview, Lapsed),
    (Lapsed, InDiscussion),
];

/// One text and the source text it was written for.
type Text = (String, String);

/// One side's approval at principals level, or the supervisor's signature: for which version, with which hash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Key {
    pub version: usize,
    pub hash: String,
}

#[derive(Clone, Debug)]
struct Condition {
    /// The position (ballot, side, number) or the sign-off (ballot) it was set with.
    of: (usize, Option<Delegation>, usize),
    owner: Delegation,
    due: Due,
    accepted: bool,
    verified: BTreeSet<&'static str>,
}

/// What one side said last in the open ballot, or in the ballot that closed last.
type Said = Option<(Verdict, usize)>;

/// Where everything stands, as far as the gate goes.
#[derive(Clone, Debug)]
pub struct Model {
    pub stage: Stage,
    pub versions: Vec<String>,
    pub approvals: [Option<Key>; 2],
    pub signature: Option<Key>,
    pub valid_until: i64,
    pub revoked: bool,
    pub withdrawn: [bool; 2],
    pub stopped: Option<String>,
    pub points: Vec<(String, bool)>,
    signatures: usize,
    source: Lang,
    joint: bool,
    texts: BTreeMap<(&'static str, Lang), Text>,
    frozen: BTreeMap<(&'static str, Lang), Text>,
    marks: BTreeSet<(&'static str, Lang, Text, Delegation, bool)>,
    conditions: Vec<Condition>,
    ballots: usize,
    principals: usize,
    said: [Said; 2],
    wants: BTreeMap<String, BTreeSet<Delegation>>,
    both: BTreeMap<(&'static str, String), BTreeSet<Delegation>>,
}

const fn place(side: Delegation) -> usize {
    match side {
        Delegation::Il => 0,
        Delegation::Sy => 1,
    }
}

/// The party in a person's name.
fn party(who: &str) -> &'static str {
    ["il", "sy", "us"].into_iter().find(|one| who.starts_with(one)).unwrap_or("none")
}

fn side(who: &str) -> Delegation {
    if who.starts_with("il") { Delegation::Il } else { Delegation::Sy }
}

impl Model {
    /// A draft, with the texts that the builder writes.
    pub fn new(source: Lang, joint: bool, keys: &[&'static str]) -> Self {
        let text = |lang: Lang| format!("{} one", lang.code());
        let texts = keys.iter().flat_map(|key| Lang::ALL.map(|lang| ((*key, lang), (text(lang), text(source))))).collect();
        Self {
            stage: Draft,
            versions: vec![],
            approvals: [None, None],
            signature: None,
            valid_until: 0,
            revoked: false,
            withdrawn: [false; 2],
            stopped: None,
            points: vec![],
            signatures: 0,
            source,
            joint,
            texts,
            frozen: BTreeMap::new(),
            marks: BTreeSet::new(),
            conditions: vec![],
            ballots: 0,
            principals: 0,
            said: [None, None],
            wants: BTreeMap::new(),
            both: BTreeMap::new(),
        }
    }

    fn version(&self) -> usize {
        self.versions.len()
    }

    fn hash(&self) -> String {
        self.versions.last().cloned().unwrap_or_default()
    }

    /// The three keys fit together, none of them is lost.
    pub fn keys_stand(&self) -> bool {
        let [il, sy] = &self.approvals;
        il.is_some() && il == sy && *il == self.signature && !self.revoked && self.withdrawn == [false; 2]
    }

    /// The signature that is consented to, and its hash: what was said of an earlier signature counts no more.
    fn signed(&self, hash: &str) -> String {
        format!("{} {hash}", self.signatures)
    }

    /// Did both sides give this consent to the hash that was signed?
    pub fn consented(&self, what: &'static str) -> bool {
        let hash = self.signature.as_ref().map(|key| key.hash.clone()).unwrap_or_default();
        self.both.get(&(what, self.signed(&hash))).is_some_and(|sides| sides.len() == 2)
    }

    /// Do both sides want a ballot on the newest version?
    pub fn wanted(&self) -> bool {
        self.wants.get(&self.hash()).is_some_and(|sides| sides.len() == 2)
    }

    /// Every text of the newest version is there, not stale, and has come this far in the marks of those who have to.
    pub fn texts_are(&self, agreed: bool, keys: &[&'static str]) -> bool {
        let marked = |key, lang, text: &Text, side, agreed| self.marks.contains(&(key, lang, text.clone(), side, agreed));
        keys.iter().flat_map(|key| Lang::ALL.map(|lang| (*key, lang))).all(|(key, lang)| {
            let Some(text) = self.frozen.get(&(key, lang)).filter(|text| !text.0.is_empty()) else { return false };
            let source = self.frozen.get(&(key, self.source)).map(|text| &text.0);
            let agreed_by_both = Delegation::BOTH.into_iter().all(|side| marked(key, lang, text, side, true));
            let il = lang == Lang::Ar || marked(key, lang, text, Delegation::Il, false);
            let sy = lang == Lang::He || marked(key, lang, text, Delegation::Sy, false);
            Some(&text.1) == source && (agreed_by_both || (!agreed && il && sy))
        })
    }

    /// Has a delegation a point that it has not closed?
    pub fn delegation_objects(&self) -> bool {
        self.points.iter().any(|(party, open)| *open && party != "us")
    }

    fn standing(&self) -> impl Iterator<Item = &Condition> {
        self.conditions.iter().filter(|one| match one.of {
            (ballot, Some(side), number) => {
                let last = self.said[place(side)].is_some_and(|(_, last)| last == number);
                ballot == self.principals && last && !self.withdrawn[place(side)]
            }
            (ballot, None, _) => ballot == self.principals,
        })
    }

    fn burdens_accepted(&self) -> bool {
        self.standing().all(|one| one.of.1.is_none_or(|setter| setter == one.owner) || one.accepted)
    }

    /// Are the conditions of that time verified by both, and by the supervisor where it set them?
    pub fn verified(&self, start: bool) -> bool {
        self.standing().filter(|one| (one.due == Due::BeforeStart) == start).all(|one| {
            let needed: &[&str] = if one.of.1.is_none() { &["il", "sy", "us"] } else { &["il", "sy"] };
            needed.iter().all(|party| one.verified.contains(party))
        })
    }

    /// Takes in an accepted act; `hash` is the newest content hash after it, `before` that of the text judged, `at` its time.
    pub fn accept(&mut self, act: &Act, sector: Sector, [before, hash]: [&str; 2], at: i64) {
        let who = side(&act.who);
        match &act.deed {
            Deed::Save { section: key, lang, word: text, .. } => self.write(section(sector, *key), &[*lang], &word(*text)),
            Deed::SaveAll { section: key, word: text } => self.write(section(sector, *key), &Lang::ALL, &word(*text)),
            Deed::Table => self.need_both("table", before, who),
            Deed::Withdraw => self.need_both("withdraw", before, who),
            Deed::Reopen => self.need_both("reopen", before, who),
            Deed::TakeUp | Deed::ReturnToDiscussion => self.stage = InDiscussion,
            Deed::SendBack => self.stage = Draft,
            Deed::NextVersion => self.freeze(hash),
            Deed::Mark { lang, degree, .. } => self.mark(*lang, who, *degree == Degree::Agreed),
            Deed::OpenBallot(_) => {
                self.wants.entry(hash.to_owned()).or_default().insert(who);
            }
            Deed::Recall(_) => self.stage = InDiscussion,
            Deed::Say { verdict, point, term, .. } => self.say(who, *verdict, *point, *term),
            Deed::TakeBack(_) => self.withdrawn[place(who)] = true,
            Deed::ClosePoint(back) => self.close_point(*back),
            Deed::Accept(back) => self.condition(*back).accepted = true,
            Deed::Verify(back) => {
                self.condition(*back).verified.insert(party(&act.who));
            }
            Deed::Decide { decision, point, term, days, .. } => self.decide(*decision, *point, *term, at + days * 86_400_000),
            Deed::Revoke => self.revoked = true,
            Deed::Jointly(joint, _) => {
                let what = match joint {
                    Joint::Start => "start",
                    Joint::Complete => "complete",
                    Joint::Close => "close",
                };
                self.both.entry((what, self.signed(hash))).or_default().insert(who);
            }
            Deed::Unsay(subject) => self.unsay(*subject, before, hash, who),
            Deed::Stop => self.stopped = Some(party(&act.who).to_owned()),
            Deed::Lift => self.stopped = None,
            Deed::Declare { .. }
            | Deed::Attach(_)
            | Deed::Remove(_)
            | Deed::Answer(_)
            | Deed::Prepare { .. }
            | Deed::Extend(_)
            | Deed::WriteSummary(_)
            | Deed::ConsentSummary { .. }
            | Deed::Retract => {}
        }
    }

    fn need_both(&mut self, what: &'static str, hash: &str, who: Delegation) {
        self.both.entry((what, hash.to_owned())).or_default().insert(who);
    }

    /// A consent taken back is as one never given.
    fn unsay(&mut self, subject: Subject, before: &str, hash: &str, who: Delegation) {
        let place = match subject {
            Subject::Ballot => return self.wants.entry(hash.to_owned()).or_default().retain(|one| *one != who),
            Subject::Implementing => ("start", self.signed(hash)),
            Subject::Completed => ("complete", self.signed(hash)),
            Subject::Closed => ("close", self.signed(hash)),
            Subject::Tabling => ("table", before.to_owned()),
            Subject::Withdrawal => ("withdraw", before.to_owned()),
            Subject::Reopening => ("reopen", before.to_owned()),
            Subject::Condition | Subject::Summary | Subject::Amendment => return,
        };
        self.both.entry(place).or_default().remove(&who);
    }

    /// A step that the caller saw a tabling, a withdrawal or a reopening take: were those asked whom it needs?
    pub fn step(&mut self, what: &'static str, before: &str, hash: &str, to: Stage) {
        let needs = if self.joint || what == "reopen" || self.stage == Cleared { 2 } else { 1 };
        let have = self.both.get(&(what, before.to_owned())).map_or(0, BTreeSet::len);
        assert!(have >= needs, "I-12: {what} took effect after {have} of {needs} consents");
        if to == Tabled {
            self.freeze(hash);
        }
        self.stage = to;
    }

    fn now(&self, key: &'static str, lang: Lang) -> String {
        self.texts.get(&(key, lang)).map(|text| text.0.clone()).unwrap_or_default()
    }

    fn write(&mut self, key: &'static str, langs: &[Lang], text: &str) {
        let source = if langs.contains(&self.source) { text.to_owned() } else { self.now(key, self.source) };
        // A text saved as it was keeps the source it was written for, unless somebody says that it is still right.
        let cured = langs.len() == 3;
        for &lang in langs {
            if self.now(key, lang) != text || lang == self.source || cured {
                self.texts.insert((key, lang), (text.to_owned(), source.clone()));
            }
        }
    }

    fn freeze(&mut self, hash: &str) {
        self.versions.push(hash.to_owned());
        self.frozen = self.texts.iter().filter(|(_, text)| !text.0.is_empty()).map(|(key, text)| (*key, text.clone())).collect();
        self.void();
    }

    /// A new version or a new asking: no approval counts any more.
    fn void(&mut self) {
        self.approvals = [None, None];
        self.signature = None;
        self.said = [None, None];
        self.withdrawn = [false; 2];
        self.revoked = false;
    }

    fn mark(&mut self, lang: Lang, who: Delegation, agreed: bool) {
        for ((key, one), text) in &self.frozen {
            let source = self.frozen.get(&(*key, self.source)).map(|text| &text.0);
            if *one == lang && Some(&text.1) == source {
                self.marks.insert((key, lang, text.clone(), who, agreed));
            }
        }
    }

    fn say(&mut self, who: Delegation, verdict: Verdict, point: bool, term: Term) {
        let number = self.said[place(who)].map_or(1, |(_, number)| number + 1);
        self.said[place(who)] = Some((verdict, number));
        if verdict == Verdict::Object && point {
            self.points.push((who.party().code().to_owned(), true));
        }
        if let Some((owner, due)) = term.filter(|_| verdict == Verdict::Approve && self.stage == PrincipalsBallot) {
            let of = (self.ballots, Some(who), number);
            self.conditions.push(Condition { of, owner, due, accepted: false, verified: BTreeSet::new() });
        }
        if self.stage == PrincipalsBallot {
            let key = Key { version: self.version(), hash: self.hash() };
            self.approvals[place(who)] = (verdict == Verdict::Approve).then_some(key);
        }
    }

    fn close_point(&mut self, back: usize) {
        let count = self.points.len();
        self.points[count - 1 - back % count].1 = false;
    }

    fn condition(&mut self, back: usize) -> &mut Condition {
        let count = self.conditions.len();
        &mut self.conditions[count - 1 - back % count]
    }

    fn decide(&mut self, decision: Decision, point: bool, term: Term, until: i64) {
        match decision {
            Decision::Signed => {
                self.signature = Some(Key { version: self.version(), hash: self.hash() });
                self.signatures += 1;
                self.valid_until = until;
                if let Some((owner, due)) = term {
                    let of = (self.principals, None, 0);
                    self.conditions.push(Condition { of, owner, due, accepted: false, verified: BTreeSet::new() });
                }
                self.stage = Cleared;
            }
            Decision::Returned => {
                if point {
                    self.points.push(("us".to_owned(), true));
                }
                self.stage = InDiscussion;
            }
            Decision::Refused => self.stage = Declined,
        }
    }

    /// Have both sides said something in the ballot that is open?
    pub fn answered(&self) -> bool {
        self.said.iter().all(Option::is_some)
    }

    /// What follows by itself from what was just accepted; at most one step.
    pub fn settle(&mut self, keys: &[&'static str], at: i64) {
        let open = self.said.map(|said| said.map(|(verdict, _)| verdict).filter(|verdict| *verdict != Verdict::NeedsTime));
        let answered = if let [Some(il), Some(sy)] = open { Some([il, sy]) } else { None };
        self.stage = match self.stage {
            InDiscussion if self.wanted() => {
                self.wants.remove(&self.hash());
                self.open(false)
            }
            GroupBallot => match answered {
                Some(both) if both.contains(&Verdict::Object) => InDiscussion,
                Some(_) if !self.delegation_objects() => self.open(true),
                _ => GroupBallot,
            },
            PrincipalsBallot => match answered {
                Some([Verdict::Decline, Verdict::Decline]) => Declined,
                Some(both) if both.contains(&Verdict::Object) || both.contains(&Verdict::Decline) => InDiscussion,
                Some(_) if !self.delegation_objects() && self.texts_are(true, keys) && self.burdens_accepted() => {
                    SupervisorReview
                }
                _ => PrincipalsBallot,
            },
            SupervisorReview if self.withdrawn != [false; 2] => InDiscussion,
            Cleared if !self.keys_stand() => InDiscussion,
            Cleared if self.may_start(at) => Implementing,
            Implementing | Completed if self.consented("close") => Closed,
            Implementing if self.consented("complete") => Completed,
            stage => stage,
        };
    }

    /// Everything that domain.md asks for in the spine before work begins.
    pub fn may_start(&self, at: i64) -> bool {
        self.keys_stand() && self.consented("start") && at < self.valid_until && self.stopped.is_none() && self.verified(true)
    }

    fn open(&mut self, principals: bool) -> Stage {
        self.ballots += 1;
        self.void();
        if principals {
            self.principals = self.ballots;
            PrincipalsBallot
        } else {
            GroupBallot
        }
    }
}
