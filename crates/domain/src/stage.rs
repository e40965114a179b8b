//! Where a project stands, which steps lead on, and what is missing for a step.
//!
//! Serves promise 1. A step is allowed exactly when [`missing`] returns nothing; the refusal is that list, and the page
//! shows the same list (I-19). It sees joint facts only, so it says the same to everyone who may see the project.

use serde::{Deserialize, Serialize};

use crate::condition::Due;
use crate::consent::Subject;
use crate::edit::{self, TextState};
use crate::facts::Facts;
use crate::party::{Delegation, Party};
use crate::person::Power;
use crate::point;
use crate::position::Verdict;
use crate::text::Lang;
use crate::time::{Holder, Timestamp};
use crate::translation;

/// Where a project stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// Written by the proposers.
    Draft,
    /// Before the other side.
    Tabled,
    /// Both sides work on the text.
    InDiscussion,
    /// The co-chairs are asked.
    GroupBallot,
    /// The principals are asked.
    PrincipalsBallot,
    /// Before the supervisor.
    SupervisorReview,
    /// Signed off; may start.
    Cleared,
    /// Work goes on.
    Implementing,
    /// Work is done.
    Completed,
    /// Read-only for ever.
    Closed,
    /// Taken back by the proposers.
    Withdrawn,
    /// Refused by the supervisor or by both sides.
    Declined,
    /// Ended by silence.
    Lapsed,
}

impl Stage {
    /// Every stage, in the order of the road.
    pub const ALL: [Self; 13] = [
        Self::Draft,
        Self::Tabled,
        Self::InDiscussion,
        Self::GroupBallot,
        Self::PrincipalsBallot,
        Self::SupervisorReview,
        Self::Cleared,
        Self::Implementing,
        Self::Completed,
        Self::Closed,
        Self::Withdrawn,
        Self::Declined,
        Self::Lapsed,
    ];

    /// The steps of domain.md section 3, and no other. The database holds the same list.
    pub const STEPS: [(Self, Self); 28] = [
        (Self::Draft, Self::Tabled),
        (Self::Tabled, Self::Draft),
        (Self::Tabled, Self::InDiscussion),
        (Self::InDiscussion, Self::GroupBallot),
        (Self::GroupBallot, Self::InDiscussion),
        (Self::GroupBallot, Self::PrincipalsBallot),
        (Self::PrincipalsBallot, Self::InDiscussion),
        (Self::PrincipalsBallot, Self::Declined),
        (Self::PrincipalsBallot, Self::SupervisorReview),
        (Self::SupervisorReview, Self::Cleared),
        (Self::SupervisorReview, Self::InDiscussion),
        (Self::SupervisorReview, Self::Declined),
        (Self::Cleared, Self::Implementing),
        (Self::Cleared, Self::InDiscussion),
        (Self::Implementing, Self::Completed),
        (Self::Implementing, Self::Closed),
        (Self::Completed, Self::Closed),
        (Self::Draft, Self::Withdrawn),
        (Self::Tabled, Self::Withdrawn),
        (Self::InDiscussion, Self::Withdrawn),
        (Self::SupervisorReview, Self::Withdrawn),
        (Self::Cleared, Self::Withdrawn),
        (Self::Tabled, Self::Lapsed),
        (Self::InDiscussion, Self::Lapsed),
        (Self::GroupBallot, Self::Lapsed),
        (Self::PrincipalsBallot, Self::Lapsed),
        (Self::SupervisorReview, Self::Lapsed),
        (Self::Lapsed, Self::InDiscussion),
    ];

    /// The code of rows and addresses.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Draft => "draft",
            Self::Tabled => "tabled",
            Self::InDiscussion => "in_discussion",
            Self::GroupBallot => "group_ballot",
            Self::PrincipalsBallot => "principals_ballot",
            Self::SupervisorReview => "supervisor_review",
            Self::Cleared => "cleared",
            Self::Implementing => "implementing",
            Self::Completed => "completed",
            Self::Closed => "closed",
            Self::Withdrawn => "withdrawn",
            Self::Declined => "declined",
            Self::Lapsed => "lapsed",
        }
    }

    /// The stage with this code.
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|stage| stage.code() == code)
    }

    /// Does it stand on an authorisation (I-1)?
    #[must_use]
    pub const fn is_authorised(self) -> bool {
        matches!(self, Self::Cleared | Self::Implementing | Self::Completed | Self::Closed)
    }

    /// Is the road over here, though a lapsed project can be reopened?
    #[must_use]
    pub const fn is_end(self) -> bool {
        matches!(self, Self::Closed | Self::Withdrawn | Self::Declined | Self::Lapsed)
    }
}

/// A step that has preconditions beyond who may take it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Gate {
    /// draft → tabled.
    Table,
    /// in_discussion → group_ballot.
    OpenBallot,
    /// group_ballot → principals_ballot.
    PassGroup,
    /// principals_ballot → supervisor_review.
    PassPrincipals,
    /// supervisor_review → cleared.
    Sign,
    /// cleared → implementing.
    Start,
    /// implementing → completed.
    Complete,
    /// completed or implementing → closed.
    Close,
}

/// What kind of thing is missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(missing_docs, reason = "the codes of domain.md section 3; each has its sentence in missing.ftl")]
pub enum Lack {
    TextMissing,
    TextNotReviewed,
    TextNotAgreed,
    TextStale,
    ScopeNotAffirmed,
    PointUnanswered,
    PointOpen,
    PositionMissing,
    MandateMissing,
    QuorumMissing,
    ConsentMissing,
    ConditionNotAccepted,
    ConditionNotVerified,
    SignOffMissing,
    SignOffExpired,
    KeyLost,
    Suspended,
    VersionOutdated,
}

impl Lack {
    /// The stable code: the Fluent key is `missing-` and this.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::TextMissing => "text-missing",
            Self::TextNotReviewed => "text-not-reviewed",
            Self::TextNotAgreed => "text-not-agreed",
            Self::TextStale => "text-stale",
            Self::ScopeNotAffirmed => "scope-not-affirmed",
            Self::PointUnanswered => "point-unanswered",
            Self::PointOpen => "point-open",
            Self::PositionMissing => "position-missing",
            Self::MandateMissing => "mandate-missing",
            Self::QuorumMissing => "quorum-missing",
            Self::ConsentMissing => "consent-missing",
            Self::ConditionNotAccepted => "condition-not-accepted",
            Self::ConditionNotVerified => "condition-not-verified",
            Self::SignOffMissing => "sign-off-missing",
            Self::SignOffExpired => "sign-off-expired",
            Self::KeyLost => "key-lost",
            Self::Suspended => "suspended",
            Self::VersionOutdated => "version-outdated",
        }
    }
}

/// One thing that is missing: what, whose turn it is, and in which part.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Missing {
    /// What.
    pub lack: Lack,
    /// Who can put it right.
    pub holder: Holder,
    /// The section, point, condition or language, where there is one.
    pub part: String,
    /// The language of a text.
    pub lang: Option<Lang>,
}

impl Missing {
    fn new(lack: Lack, holder: Holder, part: impl Into<String>) -> Self {
        Self { lack, holder, part: part.into(), lang: None }
    }
}

/// What is missing for a step; empty exactly when it may be taken. Serves I-19.
#[must_use]
pub fn missing(facts: &Facts, gate: Gate, at: Timestamp) -> Vec<Missing> {
    let mut list = Vec::new();
    match gate {
        Gate::Table => {
            for_tabling(facts, &mut list);
            if facts.project.proposed_by.other().is_none() {
                let hash = crate::proposal::text_hash(facts);
                subject_consents(facts, Subject::Tabling, facts.project.id.as_str(), &hash, &mut list);
            }
        }
        Gate::OpenBallot => {
            texts(facts, TextState::Reviewed, &mut list);
            points(facts, Lack::PointUnanswered, &mut list);
            outdated(facts, &mut list);
            mandates(facts, Power::Group, at, &mut list);
            ballot_consents(facts, &mut list);
        }
        Gate::PassGroup => {
            positions(facts, &mut list);
            points(facts, Lack::PointOpen, &mut list);
        }
        Gate::PassPrincipals => {
            positions(facts, &mut list);
            points(facts, Lack::PointOpen, &mut list);
            texts(facts, TextState::Agreed, &mut list);
            burdens(facts, &mut list);
        }
        Gate::Sign => {
            positions(facts, &mut list);
            let points =
                facts.open_points().map(|point| Missing::new(Lack::PointOpen, point.party.into(), point.number.to_string()));
            list.extend(points);
        }
        Gate::Start => {
            keys(facts, at, true, &mut list);
            conditions(facts, Due::BeforeStart, &mut list);
            consents(facts, Subject::Implementing, &mut list);
        }
        Gate::Complete => {
            keys(facts, at, false, &mut list);
            conditions(facts, Due::BeforeCompletion, &mut list);
            consents(facts, Subject::Completed, &mut list);
        }
        Gate::Close => {
            consents(facts, Subject::Closed, &mut list);
        }
    }
    list
}

/// As [`missing`], without the consents that the step itself asks for.
#[must_use]
pub fn missing_besides_consent(facts: &Facts, gate: Gate, at: Timestamp) -> Vec<Missing> {
    let mut list = missing(facts, gate, at);
    list.retain(|item| item.lack != Lack::ConsentMissing);
    list
}

fn proposers(facts: &Facts) -> Holder {
    match facts.project.proposed_by {
        crate::party::Proposer::Il => Holder::Il,
        crate::party::Proposer::Sy => Holder::Sy,
        crate::party::Proposer::Joint => Holder::Both,
    }
}

fn for_tabling(facts: &Facts, list: &mut Vec<Missing>) {
    let source = facts.project.source;
    for section in edit::keys(facts) {
        if edit::state(facts, section, source) == TextState::Missing {
            list.push(Missing { lang: Some(source), ..Missing::new(Lack::TextMissing, proposers(facts), section) });
        }
    }
    if !facts.scope.as_ref().is_some_and(crate::project::Scope::is_affirmed) {
        list.push(Missing::new(Lack::ScopeNotAffirmed, proposers(facts), ""));
    }
}

/// Every text of the newest version must have come at least this far.
fn texts(facts: &Facts, least: TextState, list: &mut Vec<Missing>) {
    let Some(version) = &facts.newest else { return };
    let found = version.texts(facts.project.source);
    for section in edit::keys(facts) {
        for lang in Lang::ALL {
            let text = found.iter().find(|text| text.section == section && text.lang == lang);
            let state = text.map_or(TextState::Missing, |text| {
                if text.stale {
                    TextState::Stale
                } else {
                    translation::standing(&facts.marks, section, lang, &text.hash, &text.source_hash)
                }
            });
            let lack = match state {
                TextState::Missing => Lack::TextMissing,
                TextState::Stale => Lack::TextStale,
                state if state >= least => continue,
                _ if least == TextState::Agreed => Lack::TextNotAgreed,
                _ => Lack::TextNotReviewed,
            };
            let holder = if lack == Lack::TextNotAgreed { Holder::Both } else { translator(lang) };
            list.push(Missing { lang: Some(lang), ..Missing::new(lack, holder, section) });
        }
    }
}

const fn translator(lang: Lang) -> Holder {
    match lang {
        Lang::En => Holder::Both,
        Lang::He => Holder::Il,
        Lang::Ar => Holder::Sy,
    }
}

/// Points of a delegation: open, or open without an answer.
fn points(facts: &Facts, lack: Lack, list: &mut Vec<Missing>) {
    for point in facts.open_points().filter(|point| point.party != Party::Us || lack == Lack::PointUnanswered) {
        let holder = match lack {
            Lack::PointUnanswered if facts.answers.iter().any(|answer| answer.point_id == point.id) => continue,
            Lack::PointUnanswered => point::who_answers(point.party),
            _ => point.party.into(),
        };
        list.push(Missing::new(lack, holder, point.number.to_string()));
    }
}

/// The ballot is held on the text as it stands: nothing may wait in the working text.
fn outdated(facts: &Facts, list: &mut Vec<Missing>) {
    if facts.working_text_differs() {
        list.push(Missing::new(Lack::VersionOutdated, Holder::Both, ""));
    }
}

fn mandates(facts: &Facts, power: Power, at: Timestamp, list: &mut Vec<Missing>) {
    for side in Delegation::BOTH {
        if !facts.mandates.iter().any(|one| one.party == side.party() && one.power == power && one.in_force(at)) {
            list.push(Missing::new(Lack::MandateMissing, side.party().into(), ""));
        }
    }
}

/// Both sides approve of the ballot that is open, or that passed last.
fn positions(facts: &Facts, list: &mut Vec<Missing>) {
    for side in Delegation::BOTH {
        let approves = facts
            .last_ballot()
            .and_then(|ballot| facts.live_position(&ballot.id, side))
            .is_some_and(|position| matches!(position.verdict, Verdict::Approve | Verdict::NoObjection));
        if !approves {
            list.push(Missing::new(Lack::PositionMissing, side.party().into(), ""));
        }
    }
}

/// A condition that burdens the other delegation needs its consent.
fn burdens(facts: &Facts, list: &mut Vec<Missing>) {
    for condition in facts.standing_conditions().filter(|one| one.burdens_other()) {
        let hash = condition.hash();
        let accepted = facts
            .consents
            .iter()
            .any(|one| one.subject == Subject::Condition && one.subject_id == condition.id.as_str() && one.subject_hash == hash);
        if !accepted {
            list.push(Missing::new(Lack::ConditionNotAccepted, condition.owner.party().into(), condition.number.to_string()));
        }
    }
}

fn conditions(facts: &Facts, due: Due, list: &mut Vec<Missing>) {
    for condition in
        facts.standing_conditions().filter(|one| one.due == due || (due == Due::BeforeCompletion && one.due == Due::During))
    {
        for party in condition.verifiers() {
            let verified = facts.verifications.iter().any(|one| one.condition_id == condition.id && one.party == party);
            if !verified {
                list.push(Missing::new(Lack::ConditionNotVerified, party.into(), condition.number.to_string()));
            }
        }
    }
}

/// The authorisation stands: both approvals, the sign-off, and no stop-work order.
fn keys(facts: &Facts, at: Timestamp, starting: bool, list: &mut Vec<Missing>) {
    match facts.standing_authorisation() {
        None if facts.project.authorisation_id.is_some() => list.push(Missing::new(Lack::KeyLost, Holder::Both, "")),
        None => list.push(Missing::new(Lack::SignOffMissing, Holder::Us, "")),
        Some((_, sign_off)) if starting && sign_off.valid_until.is_none_or(|until| until <= at) => {
            list.push(Missing::new(Lack::SignOffExpired, Holder::Us, ""));
        }
        Some(_) => {}
    }
    if facts.stopped().is_some() {
        list.push(Missing::new(Lack::Suspended, Holder::Both, ""));
    }
}

fn ballot_consents(facts: &Facts, list: &mut Vec<Missing>) {
    let hash = facts.newest.as_ref().map(|version| version.content_hash.clone()).unwrap_or_default();
    let id = crate::ballot::proposed(facts).map(|id| id.to_string()).unwrap_or_default();
    subject_consents(facts, Subject::Ballot, &id, &hash, list);
}

fn subject_consents(facts: &Facts, subject: Subject, id: &str, hash: &str, list: &mut Vec<Missing>) {
    for side in Delegation::BOTH {
        if !facts.consented(subject, id, hash, side) {
            list.push(Missing::new(Lack::ConsentMissing, side.party().into(), ""));
        }
    }
}

fn consents(facts: &Facts, subject: Subject, list: &mut Vec<Missing>) {
    for side in Delegation::BOTH {
        let given = facts
            .standing_authorisation_for_consent()
            .is_some_and(|one| facts.consented(subject, one.id.as_str(), &one.content_hash, side));
        if !given {
            list.push(Missing::new(Lack::ConsentMissing, side.party().into(), ""));
        }
    }
}
