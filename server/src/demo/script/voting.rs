//! Scenes of voting: ballots, positions, objections with their answers and ends.

use domain::ballot;
use domain::condition::NewCondition;
use domain::party::{Delegation, Party};
use domain::point::{self, NewPoint};
use domain::position::Verdict;
use domain::text::{Lang, Note};

use crate::demo::story::{Level, Objection};

use super::parts::{accept_next, first_open, new_condition, record, setter};
use super::{Writer, side_key};

impl Writer<'_> {
    pub(super) fn open_ballot(&mut self) {
        self.review_texts();
        for side in Delegation::BOTH {
            self.later(6);
            self.act(self.chair(side), |facts, viewer, at| {
                let hash = facts.newest.as_ref().map(|version| version.content_hash.clone()).unwrap_or_default();
                ballot::consent_to_open(facts, viewer, &hash, at)
            });
        }
    }

    pub(super) fn statement(&self, side: Delegation, level: Level) -> Note {
        let key = format!("{}_{}", side_key(side), if level == Level::Group { "group" } else { "principals" });
        self.story.positions.get(&key).cloned().unwrap_or(Note { lang: Lang::En, text: String::new() })
    }

    pub(super) fn position(&mut self, side: Delegation, level: Level) {
        let by = if level == Level::Group { self.chair(side).to_owned() } else { self.principal(side) };
        let conditions: Vec<NewCondition> =
            self.story.conditions.iter().filter(|one| level == Level::Principals && one.by == by).map(new_condition).collect();
        let statement = self.statement(side, level);
        self.later(26);
        self.act(&by, move |facts, viewer, at| {
            record(facts, viewer, Verdict::Approve, &statement, vec![], conditions.clone(), at)
        });
    }

    pub(super) fn group_ballot(&mut self) {
        for side in Delegation::BOTH {
            self.position(side, Level::Group);
        }
    }

    pub(super) fn principals_ballot(&mut self) {
        for side in Delegation::BOTH {
            self.position(side, Level::Principals);
        }
        for side in Delegation::BOTH {
            let burdened = self.story.conditions.iter().any(|one| one.owner == side && setter(&one.by) == Some(side.other()));
            if burdened {
                self.later(8);
                self.act(&self.principal(side), accept_next);
            }
        }
    }

    pub(super) fn ballot_up_to(&mut self, objection: &Objection) {
        self.open_ballot();
        let Some(side) = setter(&objection.by) else { return };
        if objection.level == Level::Principals {
            self.group_ballot();
        }
        self.position(side.other(), objection.level);
        let statement = Note { lang: objection.lang, text: objection.statement.clone() };
        let point = NewPoint {
            section: objection.section.clone(),
            class: objection.class,
            text: Note { lang: objection.lang, text: objection.text.clone() },
            resolve: objection.resolve.clone(),
            link: None,
        };
        self.later(30);
        self.act(&objection.by, move |facts, viewer, at| {
            record(facts, viewer, Verdict::Object, &statement, vec![point.clone()], vec![], at)
        });
    }

    pub(super) fn resolve(&mut self, objection: &Objection) {
        let (Some(by), Some(text)) = (&objection.answer_by, &objection.answer) else { return };
        let note = Note { lang: objection.answer_lang.unwrap_or(Lang::En), text: text.clone() };
        let party = setter(&objection.by).map_or(Party::None, Delegation::party);
        self.later(40);
        self.act(by, move |facts, viewer, at| point::answer(facts, viewer, &first_open(facts, party)?, &note, at));
    }

    pub(super) fn close(&mut self, objection: &Objection) {
        let Some(closing) = &objection.closing else { return };
        let note = Note { lang: objection.lang, text: closing.clone() };
        let party = setter(&objection.by).map_or(Party::None, Delegation::party);
        self.later(20);
        self.act(&objection.by, move |facts, viewer, at| point::close(facts, viewer, &first_open(facts, party)?, &note, at));
    }
}
