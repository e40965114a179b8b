//! Everything that the rules know about one project: joint facts only, loaded in one snapshot by the store.
//!
//! [`Facts::apply`] plays a change onto the facts. The engine uses it to see what follows from a deed, the property tests use
//! it to run histories without a database, and the store's tests compare it with what the database then holds (I-27).

use crate::amendment::Amendment;
use crate::attachment::Attachment;
use crate::authorisation::Authorisation;
use crate::ballot::{Ballot, Level};
use crate::change::{Change, Command, Record};
use crate::condition::{Condition, Verification};
use crate::consent::{Consent, Subject};
use crate::edit::Texts;
use crate::extension::Extension;
use crate::id::{BallotId, Occasion, PersonId, PositionId};
use crate::implementation::{ClosingNote, StopWork, StopWorkEnd};
use crate::link::Link;
use crate::party::{Audience, Delegation};
use crate::person::Mandate;
use crate::point::{Answer, Point, PointEnd};
use crate::position::{Position, Verdict, Withdrawal};
use crate::project::{Project, Scope};
use crate::refusal::Refusal;
use crate::sign_off::{Decision, Preparation, Revocation, SignOff};
use crate::stage::Stage;
use crate::summary::{Release, Retraction, Summary};
use crate::translation::Mark;
use crate::version::{self, Version};
use crate::viewer::Viewer;

/// What is true of one project now.
#[derive(Clone, Debug, PartialEq)]
pub struct Facts {
    /// The project itself.
    pub project: Project,
    /// The working text.
    pub texts: Texts,
    /// The newest declaration.
    pub scope: Option<Scope>,
    /// The files of the working text.
    pub attachments: Vec<Attachment>,
    /// The newest version.
    pub newest: Option<Version>,
    /// The people who wrote parts of the text, sorted.
    pub authors: Vec<PersonId>,
    /// Marks on texts.
    pub marks: Vec<Mark>,
    /// All ballots, by number.
    pub ballots: Vec<Ballot>,
    /// All positions, by ballot and number.
    pub positions: Vec<Position>,
    /// Approvals taken back.
    pub withdrawals: Vec<Withdrawal>,
    /// All points.
    pub points: Vec<Point>,
    /// All answers.
    pub answers: Vec<Answer>,
    /// The points that their own party closed.
    pub point_ends: Vec<PointEnd>,
    /// All conditions.
    pub conditions: Vec<Condition>,
    /// All verifications.
    pub verifications: Vec<Verification>,
    /// The consents that nobody has taken back.
    pub consents: Vec<Consent>,
    /// The proposed wordings that nobody has ended.
    pub amendments: Vec<Amendment>,
    /// The links to other projects that nobody has taken back.
    pub links: Vec<Link>,
    /// Dossiers prepared.
    pub preparations: Vec<Preparation>,
    /// Reviews extended, by number.
    pub extensions: Vec<Extension>,
    /// The supervisor's decisions.
    pub sign_offs: Vec<SignOff>,
    /// Sign-offs revoked.
    pub revocations: Vec<Revocation>,
    /// All authorisations.
    pub authorisations: Vec<Authorisation>,
    /// Stop-work orders.
    pub stop_works: Vec<StopWork>,
    /// Orders lifted.
    pub stop_work_ends: Vec<StopWorkEnd>,
    /// What the heads said when they closed the project.
    pub closing_notes: Vec<ClosingNote>,
    /// Summaries for the public.
    pub summaries: Vec<Summary>,
    /// Summaries gone live.
    pub releases: Vec<Release>,
    /// Summaries taken back.
    pub retractions: Vec<Retraction>,
    /// The group's mandates that no row has ended.
    pub mandates: Vec<Mandate>,
    /// The year and the next free number of the sector's codes; only needed to table a draft.
    pub next_code: (i64, i64),
}

impl Facts {
    /// The facts of a project of which nothing else is recorded.
    #[must_use]
    pub fn new(project: Project) -> Self {
        Self {
            project,
            texts: Texts::new(),
            scope: None,
            attachments: vec![],
            newest: None,
            authors: vec![],
            marks: vec![],
            ballots: vec![],
            positions: vec![],
            withdrawals: vec![],
            points: vec![],
            answers: vec![],
            point_ends: vec![],
            conditions: vec![],
            verifications: vec![],
            consents: vec![],
            amendments: Vec::new(),
            links: vec![],
            preparations: vec![],
            extensions: vec![],
            sign_offs: vec![],
            revocations: vec![],
            authorisations: vec![],
            stop_works: vec![],
            stop_work_ends: vec![],
            closing_notes: vec![],
            summaries: vec![],
            releases: vec![],
            retractions: vec![],
            mandates: vec![],
            next_code: (1970, 1),
        }
    }

    /// An empty change by this viewer to this project, in the ledger of those who read it.
    #[must_use]
    pub fn change(&self, viewer: &Viewer, command: Command, occasion: Occasion) -> Change {
        Change::new(self.project.ledger, command, &viewer.person_id, viewer.party, occasion)
            .about("project", self.project.id.as_str())
            .of_project(&self.project.id)
    }

    /// The newest version, if that is the one that was judged.
    ///
    /// # Errors
    /// [`Refusal::StaleVersion`] when a newer one exists, [`Refusal::WrongStage`] when there is none.
    pub fn judged(&self, hash: &str) -> Result<&Version, Refusal> {
        let version = self.newest.as_ref().ok_or(Refusal::WrongStage)?;
        if version.content_hash == hash { Ok(version) } else { Err(Refusal::StaleVersion) }
    }

    /// Is there anything in the working text that the newest version does not say?
    #[must_use]
    pub fn working_text_differs(&self) -> bool {
        let Some(version) = &self.newest else { return !self.texts.is_empty() };
        let code = self.project.code.as_deref().unwrap_or_default();
        version::content(self, code).canonical() != version.content
    }

    /// The ballot opened last.
    #[must_use]
    pub fn last_ballot(&self) -> Option<&Ballot> {
        self.ballots.iter().max_by_key(|ballot| ballot.number)
    }

    /// The ballot that is open now; there is at most one (I-7).
    #[must_use]
    pub fn open_ballot(&self) -> Option<&Ballot> {
        self.last_ballot().filter(|ballot| ballot.outcome.is_none())
    }

    /// One side's live position in a ballot: the newest, unless it was withdrawn.
    #[must_use]
    pub fn live_position(&self, ballot: &BallotId, side: Delegation) -> Option<&Position> {
        self.positions
            .iter()
            .filter(|position| position.ballot_id == *ballot && position.party == side)
            .max_by_key(|position| position.number)
            .filter(|position| !self.is_withdrawn(&position.id))
    }

    /// Was this approval taken back?
    #[must_use]
    pub fn is_withdrawn(&self, position: &PositionId) -> bool {
        self.withdrawals.iter().any(|one| one.position_id == *position)
    }

    /// Is this position still about the newest version? If not it is outdated: kept, visible, void (promise 2).
    #[must_use]
    pub fn is_outdated(&self, position: &Position) -> bool {
        self.newest.as_ref().is_none_or(|version| version.id != position.version_id)
    }

    /// The points that their own party has not closed.
    pub fn open_points(&self) -> impl Iterator<Item = &Point> {
        self.points.iter().filter(|point| !self.point_ends.iter().any(|end| end.point_id == point.id))
    }

    /// The conditions that count: set with a live approval of the last principals ballot or with its sign-off.
    pub fn standing_conditions(&self) -> impl Iterator<Item = &Condition> {
        let ballot = self.ballots.iter().filter(|one| one.level == Level::Principals).max_by_key(|one| one.number);
        self.conditions.iter().filter(move |condition| {
            let Some(ballot) = ballot else { return false };
            // The principals' ballot follows at once on the group ballot that passed; the conditions of both were set on one text.
            let group = self.ballots.iter().find(|one| one.number == ballot.number - 1);
            let of_position = condition.position_id.as_ref().is_some_and(|id| {
                let live = |one: &Ballot, side| self.live_position(&one.id, side).is_some_and(|one| one.id == *id);
                Delegation::BOTH.into_iter().any(|side| live(ballot, side) || group.is_some_and(|one| live(one, side)))
            });
            let of_sign_off = condition
                .sign_off_id
                .as_ref()
                .is_some_and(|id| self.sign_offs.iter().any(|one| one.id == *id && one.ballot_id == ballot.id));
            of_position || of_sign_off
        })
    }

    /// The ballot before the supervisor: the last one, passed at principals level, with both approvals alive.
    #[must_use]
    pub fn dossier_ballot(&self) -> Option<&Ballot> {
        let ballot = self.last_ballot().filter(|one| one.passed() && one.level == Level::Principals)?;
        let newest = self.newest.as_ref().is_some_and(|version| version.id == ballot.version_id);
        let both = Delegation::BOTH
            .into_iter()
            .all(|side| self.live_position(&ballot.id, side).is_some_and(|one| one.verdict == Verdict::Approve));
        (newest && both).then_some(ballot)
    }

    /// The supervisor's decision on a ballot.
    #[must_use]
    pub fn sign_off_of(&self, ballot: &BallotId) -> Option<&SignOff> {
        self.sign_offs.iter().find(|one| one.ballot_id == *ballot)
    }

    /// The authorisation the project stands on, if none of its keys is lost (I-20).
    #[must_use]
    pub fn standing_authorisation(&self) -> Option<(&Authorisation, &SignOff)> {
        let id = self.project.authorisation_id.as_ref()?;
        let authorisation = self.authorisations.iter().find(|one| one.id == *id)?;
        let sign_off = self.sign_offs.iter().find(|one| one.id == authorisation.sign_off_id)?;
        let alive = sign_off.decision == Decision::Signed
            && !self.revocations.iter().any(|one| one.sign_off_id == sign_off.id)
            && !self.is_withdrawn(&authorisation.il_position)
            && !self.is_withdrawn(&authorisation.sy_position);
        alive.then_some((authorisation, sign_off))
    }

    /// The authorisation that starting, completing and closing are consents to, standing or not.
    #[must_use]
    pub fn standing_authorisation_for_consent(&self) -> Option<&Authorisation> {
        let id = self.project.authorisation_id.as_ref()?;
        self.authorisations.iter().find(|one| one.id == *id)
    }

    /// The stop-work order in force.
    #[must_use]
    pub fn stopped(&self) -> Option<&StopWork> {
        self.stop_works.iter().find(|order| !self.stop_work_ends.iter().any(|end| end.stop_work_id == order.id))
    }

    /// The overlay: is a stop-work order in force, or a key lost (I-20)?
    #[must_use]
    pub fn suspended(&self) -> bool {
        let overlaid = matches!(self.project.stage, Stage::Cleared | Stage::Implementing);
        overlaid && (self.stopped().is_some() || self.standing_authorisation().is_none())
    }

    /// Has this side consented to this very thing?
    #[must_use]
    pub fn consented(&self, subject: Subject, id: &str, hash: &str, side: Delegation) -> bool {
        self.consents
            .iter()
            .any(|one| one.subject == subject && one.subject_id == id && one.subject_hash == hash && one.party == side.party())
    }

    /// Have both sides consented to the same hash (promise 3)?
    #[must_use]
    pub fn joint(&self, subject: Subject, id: &str, hash: &str) -> bool {
        Delegation::BOTH.into_iter().all(|side| self.consented(subject, id, hash, side))
    }

    /// The summary that the public reads.
    #[must_use]
    pub fn live_summary(&self) -> Option<&Summary> {
        let released = |one: &&Summary| self.releases.iter().any(|release| release.summary_id == one.id);
        self.summaries.iter().filter(released).max_by_key(|one| one.number).filter(|one| self.is_live(one))
    }

    /// Is this summary out and not taken back?
    #[must_use]
    pub fn is_live(&self, summary: &Summary) -> bool {
        self.releases.iter().any(|one| one.summary_id == summary.id)
            && !self.retractions.iter().any(|one| one.summary_id == summary.id)
    }

    /// Plays one row of a change onto the facts.
    pub fn apply(&mut self, record: &Record, occasion: Occasion) {
        match record.clone() {
            Record::RoleGrant(_)
            | Record::Mandate(_)
            | Record::Letter(_)
            | Record::ProfileSet(_)
            | Record::Creation(_)
            | Record::Affirmation(_)
            | Record::ThreadStart(_)
            | Record::Anchor(_)
            | Record::Settling(_)
            | Record::MessageStart(_)
            | Record::Wording(_)
            | Record::Reply(_)
            | Record::Mention(_)
            | Record::MessageFile(_)
            | Record::MessageEnd(_)
            | Record::Term(_)
            | Record::TermConsent(_)
            | Record::TermEnd(_)
            | Record::MeetingStart(_)
            | Record::Plan(_)
            | Record::MeetingStep(_)
            | Record::Agenda(_)
            | Record::MeetingConsent(_)
            | Record::MeetingConsentEnd(_)
            | Record::Attendee(_)
            | Record::Moment(_)
            | Record::Decision(_)
            | Record::SpokenPosition(_)
            | Record::SpokenPositionEnd(_)
            | Record::ActionItem(_)
            | Record::ActionEnd(_)
            | Record::Minutes(_)
            | Record::Correction(_)
            | Record::CorrectionAnswer(_)
            | Record::Statement(_)
            | Record::MatterStart(_)
            | Record::MatterReply(_)
            | Record::HandOver(_)
            | Record::Resolution(_)
            | Record::MatterConsent(_)
            | Record::MatterEnd(_)
            | Record::FormalNote(_)
            | Record::Acknowledgement(_)
            | Record::MandateEnd(_)
            | Record::RoleEnd(_)
            | Record::Suspension(_)
            | Record::SuspensionEnd(_)
            | Record::SecurityEvent(_) => {}
            Record::Step(step) => {
                self.project.stage = step.to_stage;
                self.project.code = step.code;
                self.project.authorisation_id = step.authorisation_id;
                self.project.ledger = step.audience;
                self.project.recorded_at = occasion.at;
            }
            Record::Edit(edit) => {
                if let Err(place) = self.authors.binary_search(&edit.person_id) {
                    self.authors.insert(place, edit.person_id.clone());
                }
                self.texts.insert((edit.section.clone(), edit.lang), edit);
            }
            Record::Scope(scope) => self.scope = Some(scope),
            Record::Attachment(file) => self.attachments.push(file),
            Record::Removal(removal) => self.attachments.retain(|file| file.id != removal.attachment_id),
            Record::Version(version) => self.newest = Some(version),
            Record::Mark(mark) => self.marks.push(mark),
            Record::Amendment(amendment) => self.amendments.push(amendment),
            Record::Link(link) => self.links.push(link),
            Record::LinkEnd(end) => self.links.retain(|one| one.id != end.link_id),
            Record::AmendmentEnd(end) => self.amendments.retain(|one| one.id != end.amendment_id),
            Record::Consent(consent) => self.consents.push(consent),
            Record::ConsentEnd(end) => self.consents.retain(|consent| consent.id != end.consent_id),
            Record::Opening(opening) => self.ballots.push(opening.ballot(occasion.at)),
            Record::Closing(closing) => {
                if let Some(ballot) = self.ballots.iter_mut().find(|ballot| ballot.id == closing.ballot_id) {
                    ballot.outcome = Some(closing.outcome);
                    ballot.closed_at = Some(occasion.at);
                }
            }
            Record::Position(position) => self.positions.push(position),
            Record::Withdrawal(withdrawal) => self.withdrawals.push(withdrawal),
            Record::Point(point) => self.points.push(point),
            Record::Answer(answer) => self.answers.push(answer),
            Record::PointEnd(end) => self.point_ends.push(end),
            Record::Condition(condition) => self.conditions.push(condition),
            Record::Verification(verification) => self.verifications.push(verification),
            Record::Preparation(preparation) => self.preparations.push(preparation),
            Record::Extension(extension) => self.extensions.push(extension),
            Record::SignOff(sign_off) => self.sign_offs.push(sign_off),
            Record::Authorisation(authorisation) => self.authorisations.push(authorisation),
            Record::Revocation(revocation) => self.revocations.push(revocation),
            Record::StopWork(order) => self.stop_works.push(order),
            Record::StopWorkEnd(end) => self.stop_work_ends.push(end),
            Record::ClosingNote(note) => self.closing_notes.push(note),
            Record::Summary(summary) => self.summaries.push(summary),
            Record::Release(release) => self.releases.push(release),
            Record::Retraction(retraction) => self.retractions.push(retraction),
        }
    }

    /// Is the project read by all, rather than by one caucus?
    #[must_use]
    pub fn is_joint(&self) -> bool {
        self.project.ledger == Audience::Joint
    }
}
