//! Scenes of deciding: the supervisor's review, conditions, start, completion, publication, and the other ends of a road.

use domain::clock::{Standing, ball};
use domain::condition::{self, NewCondition};
use domain::implementation::{self, Joint};
use domain::party::{Delegation, Proposer};
use domain::point::NewPoint;
use domain::proposal;
use domain::refusal::Refusal;
use domain::sign_off::{self, NewSignOff};
use domain::stage::Stage;
use domain::summary::{self, NewSummary};
use domain::text::{Lang, Note, Trilingual};

use crate::demo::story::Review;

use super::parts::new_condition;
use super::{Writer, head};

impl Writer<'_> {
    pub(super) fn prepare(&mut self, text: &str) {
        let note = Note { lang: Lang::En, text: text.to_owned() };
        self.later(30);
        self.act("grace", move |facts, viewer, at| {
            let dossier = sign_off::dossier_hash(facts).unwrap_or_default();
            sign_off::prepare(facts, viewer, &dossier, &note, at)
        });
    }

    pub(super) fn review(&mut self, review: &Review) {
        self.prepare(&review.prepared);
        let conditions: Vec<NewCondition> =
            self.story.conditions.iter().filter(|one| matches!(one.by.as_str(), "helen" | "james")).map(new_condition).collect();
        let officer = self.story.conditions.iter().find(|one| one.by == "james").map_or("helen", |_| "james");
        let review = review.clone();
        self.later(48);
        self.act(officer, move |facts, viewer, at| {
            let points = review.point.iter().map(|point| NewPoint {
                section: point.section.clone(),
                class: point.class,
                text: Note { lang: Lang::En, text: point.text.clone() },
                resolve: point.resolve.clone(),
                link: None,
            });
            let new = NewSignOff {
                hash: facts.newest.as_ref().map(|version| version.content_hash.clone()).unwrap_or_default(),
                dossier: sign_off::dossier_hash(facts).unwrap_or_default(),
                decision: review.decision,
                valid_until: Some(at.at.plus_days(365)),
                note: Note { lang: Lang::En, text: review.note.clone() },
                points: points.collect(),
                conditions: conditions.clone(),
                scope: true,
            };
            sign_off::decide(facts, viewer, &new, at)
        });
    }

    pub(super) fn after_review(&mut self) {
        let stage = self.story.stage;
        if !stage.is_authorised() {
            return;
        }
        self.publish();
        if stage == Stage::Cleared {
            return;
        }
        self.verify(condition::Due::BeforeStart);
        self.both(Joint::Start);
        if stage == Stage::Implementing {
            return;
        }
        self.later(24 * 60);
        self.verify(condition::Due::During);
        self.verify(condition::Due::BeforeCompletion);
        self.both(Joint::Complete);
        if stage == Stage::Closed {
            self.later(24 * 10);
            self.both(Joint::Close);
        }
    }

    pub(super) fn both(&mut self, deed: Joint) {
        for side in Delegation::BOTH {
            let by = if deed == Joint::Close { head(side) } else { self.chair(side) };
            let note = self.story.closing.get(&side).filter(|_| deed == Joint::Close).cloned();
            self.later(10);
            self.act(by, move |facts, viewer, at| {
                let hash = facts.standing_authorisation_for_consent().map(|one| one.content_hash.clone()).unwrap_or_default();
                match &note {
                    Some(note) => implementation::close(facts, viewer, &hash, note, at),
                    None => implementation::consent(facts, viewer, deed, &hash, at),
                }
            });
        }
    }

    /// Each party states that the conditions due by now are fulfilled.
    pub(super) fn verify(&mut self, due: condition::Due) {
        for one in self.story.conditions.clone().into_iter().filter(|one| one.due == due) {
            let note = Note { lang: Lang::En, text: format!("Seen: {}", one.evidence) };
            let mut parties = vec![self.chair(Delegation::Il), self.chair(Delegation::Sy)];
            if matches!(one.by.as_str(), "helen" | "james") {
                parties.push("helen");
            }
            for by in parties {
                let (note, text) = (
                    Note { lang: one.lang, text: if one.lang == Lang::En { note.text.clone() } else { one.evidence.clone() } },
                    one.text.trim().to_owned(),
                );
                self.later(5);
                self.act(by, move |facts, viewer, at| {
                    let found = facts.standing_conditions().find(|other| other.text == text).ok_or(Refusal::AlreadyEnded)?;
                    condition::verify(facts, viewer, &found.id, &note, at)
                });
            }
        }
    }

    pub(super) fn publish(&mut self) {
        let Some(told) = self.story.summary_public.clone() else { return };
        let trim =
            |texts: &Trilingual| -> Trilingual { texts.iter().map(|(&lang, text)| (lang, text.trim().to_owned())).collect() };
        let new = NewSummary { title: trim(&told.title), text: trim(&told.text), reasons: trim(&told.reasons) };
        self.later(24);
        self.act(self.chair(self.side()), move |facts, viewer, at| summary::write(facts, viewer, &new, at));
        for side in Delegation::BOTH {
            self.later(20);
            self.act(head(side), |facts, viewer, at| {
                let hash = summary::pending(facts).map(|one| one.hash.clone()).unwrap_or_default();
                summary::consent(facts, viewer, &hash, at)
            });
        }
    }

    pub(super) fn reason(&self) -> Note {
        let outcome = self.story.outcome.as_ref();
        Note {
            lang: outcome.map_or(Lang::En, |one| one.lang),
            text: outcome.map(|one| one.reason.trim().to_owned()).unwrap_or_default(),
        }
    }

    pub(super) fn withdraw(&mut self) {
        let reason = self.reason();
        let sides: &[Delegation] = if self.story.proposer == Proposer::Joint { &Delegation::BOTH } else { &[self.side()] };
        for &side in sides {
            let reason = reason.clone();
            self.later(20);
            self.act(self.chair(side), move |facts, viewer, at| proposal::withdraw(facts, viewer, &reason, at));
        }
    }

    pub(super) fn lapse(&mut self) {
        self.later(24 * 60);
        self.act("ana", move |facts, _, at| {
            let ball = ball(&Standing::of(facts)).ok_or(Refusal::WrongStage)?;
            proposal::lapse(facts, &ball, app::text::day, at)
        });
    }
}
