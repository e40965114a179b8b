//! Scenes of writing: the draft and its sections, tabling, threads, review of translations, the next version.

use domain::edit::{self, Origin, Typed};
use domain::party::{Audience, Delegation, Proposer};
use domain::project::TITLE;
use domain::proposal;
use domain::refusal::Refusal;
use domain::stage::Stage;
use domain::text::{Lang, Note, Trilingual};
use domain::thread::{self, NewThread, Spot};
use domain::translation::{self, Degree};

use super::parts::scope;
use super::{What, Writer, member};

impl Writer<'_> {
    pub(super) fn draft(&mut self) {
        let (side, sector, source) = (self.side(), self.story.sector, self.story.source);
        let writer = member(side, sector);
        let joint = self.story.proposer == Proposer::Joint;
        self.push(writer, What::Start { sector, joint, source });
        let title = self.story.title.clone();
        self.save(writer, TITLE, &title, Origin::Person);
        for key in sector.sections() {
            if let Some(texts) = self.story.sections.get(key).cloned() {
                self.later(2);
                self.save(writer, key, &texts, Origin::Person);
            }
        }
        for (key, texts) in self.story.machine.clone() {
            self.save(writer, &key, &texts, Origin::Machine);
        }
        if self.story.stage == Stage::Draft {
            return;
        }
        let dual_use = self.story.scope.dual_use.clone();
        self.later(5);
        self.act(self.chair(side), move |facts, viewer, occasion| {
            edit::declare(facts, viewer, scope(facts, viewer, &dual_use, occasion), occasion)
        });
        if self.number.is_multiple_of(3) {
            let text = self.story.sections.get("budget").and_then(|texts| texts.get(&Lang::En)).cloned().unwrap_or_default();
            self.push(writer, What::Attach { name: "budget-lines.txt".to_owned(), text });
        }
    }

    /// Saves a section; the original first, so that the translations are of it.
    pub(super) fn save(&mut self, by: &str, key: &str, texts: &Trilingual, origin: Origin) {
        let (key, texts) = (key.to_owned(), texts.clone());
        self.act(by, move |facts, viewer, at| {
            let base = |lang| facts.texts.get(&(key.clone(), lang)).map_or(0, |edit| edit.number);
            let typed: Vec<Typed> = texts
                .iter()
                .map(|(&lang, text)| Typed {
                    lang,
                    text: text.trim().to_owned(),
                    base: base(lang),
                    still_right: false,
                    origin: Some(origin),
                    source_hash: None,
                })
                .collect();
            edit::save(facts, viewer, &key, &typed, at)
        });
    }

    pub(super) fn table(&mut self) {
        self.later(20);
        self.act(self.chair(self.side()), proposal::table);
        if self.story.proposer == Proposer::Joint {
            self.later(9);
            self.act(self.chair(self.side().other()), proposal::table);
        }
    }

    pub(super) fn take_up(&mut self) {
        if let Some(other) = self.story.proposer.other() {
            self.later(50);
            self.act(self.chair(other), proposal::take_up);
        }
    }

    pub(super) fn threads(&mut self, wanted: impl Fn(Audience) -> bool) {
        for thread in self.story.threads.clone().into_iter().filter(|thread| wanted(thread.audience)) {
            let mut messages = thread.messages.into_iter();
            let Some(first) = messages.next() else { continue };
            let title = Note { lang: first.lang, text: thread.title.clone() };
            let text = Note { lang: first.lang, text: first.text };
            let (audience, about) = (thread.audience, thread.about);
            self.later(3);
            self.act(&first.by, move |facts, viewer, at| {
                let content_hash = facts.newest.as_ref().map(|version| version.content_hash.clone()).unwrap_or_default();
                let spot = about.clone().map(|about| Spot {
                    content_hash,
                    section: about.section,
                    lang: about.lang,
                    paragraph: about.paragraph,
                });
                thread::open(facts, viewer, &NewThread { audience, title: title.clone(), spot }, &text.clone().into(), at)
            });
            for message in messages {
                self.later(4);
                self.push(&message.by.clone(), What::Reply { title: thread.title.clone(), message });
            }
            if let Some(by) = thread.resolved_by {
                self.later(2);
                self.push(&by, What::Resolve { title: thread.title });
            }
        }
    }

    pub(super) fn review_texts(&mut self) {
        for (by, lang) in [("gil", Lang::He), ("gil", Lang::En), ("salma", Lang::Ar), ("salma", Lang::En)] {
            self.later(3);
            self.mark(by, lang, Degree::Reviewed);
        }
    }

    pub(super) fn mark(&mut self, by: &str, lang: Lang, degree: Degree) {
        self.act(by, move |facts, viewer, at| {
            let hash = facts.newest.as_ref().map(|version| version.content_hash.clone()).unwrap_or_default();
            match translation::mark(facts, viewer, lang, degree, &hash, at) {
                // A new version that left this language alone needs no second mark.
                Err(Refusal::NothingChanged) => Err(Refusal::NothingChanged),
                other => other,
            }
        });
    }

    pub(super) fn agree(&mut self) {
        for side in Delegation::BOTH {
            for lang in Lang::ALL {
                self.mark(self.chair(side), lang, Degree::Agreed);
            }
        }
    }

    pub(super) fn revise(&mut self, revision: &crate::demo::story::Revision) {
        let by = member(self.side(), self.story.sector);
        self.later(30);
        for (key, texts) in &revision.sections {
            self.save(by, key, texts, Origin::Person);
        }
        let reason = revision.reason.clone();
        self.later(10);
        self.act(self.chair(self.side()), move |facts, viewer, at| proposal::next_version(facts, viewer, &reason, at));
    }
}
