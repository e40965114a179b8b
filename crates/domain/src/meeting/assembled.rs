//! What minutes hold, put together from what was recorded, and read back from what was agreed.

use serde::{Deserialize, Serialize};
use serde_json::to_value;

use super::action::ActionItem;
use super::agenda::Item;
use super::minutes::{Correction, CorrectionAnswer, CorrectionOutcome, Minutes};
use super::room::{Attendee, Happening};
use super::{Meeting, MeetingStart, Plan};
use crate::canonical;
use crate::id::{ActionItemId, AgendaItemId, CorrectionId};
use crate::party::Party;
use crate::position::Verdict;
use crate::text::Lang;
use crate::time::Timestamp;

/// The name of this shape.
const FORMAT: &str = "portal-minutes-1";

/// Everything that the minutes of a meeting hold (I-24).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Content {
    /// Of which shape.
    pub format: String,
    /// The meeting.
    pub meeting: MeetingStart,
    /// When and where.
    pub plan: Plan,
    /// Who attended.
    pub attendance: Vec<Presence>,
    /// The items of the agenda in their order.
    pub items: Vec<OnItem>,
    /// For how many seconds each was talked about.
    pub seconds: Vec<(AgendaItemId, i64)>,
    /// What is left to do.
    pub actions: Vec<ActionItem>,
    /// Corrections that were taken in.
    pub corrections: Vec<Correction>,
}

/// Somebody who attended.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Presence {
    /// Who.
    pub attendee: Attendee,
    /// When they came and went, asked for the floor and had it.
    pub times: Vec<(Happening, Timestamp)>,
}

/// What came of an item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OnItem {
    /// The item.
    pub item: Item,
    /// What was decided.
    pub decisions: Vec<Decided>,
    /// What the sides said.
    pub positions: Vec<Spoken>,
    /// What is left to do.
    pub actions: Vec<ActionItemId>,
    /// Which corrections were taken in.
    pub corrections: Vec<CorrectionId>,
}

/// A decision in its three languages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "a text for each language, and the hash that both sides agreed to")]
pub struct Decided {
    pub en: String,
    pub he: String,
    pub ar: String,
    pub hash: String,
}

impl Decided {
    /// The words in a language.
    #[must_use]
    pub fn text(&self, lang: Lang) -> &str {
        lang.of([&self.en, &self.he, &self.ar])
    }
}

/// A position as it was spoken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spoken {
    /// Whose.
    pub party: Party,
    /// What.
    pub verdict: Verdict,
    /// On which text.
    pub content_hash: String,
    /// The language of the words.
    pub lang: Lang,
    /// In which words.
    pub words: String,
}

impl Minutes {
    /// What they hold; nothing for a row that no rule wrote.
    #[must_use]
    pub fn content(&self) -> Option<Content> {
        serde_json::from_str(&self.content).ok()
    }
}

impl Meeting {
    fn on_item(&self, item: Item, taken: &[Correction]) -> OnItem {
        let of = |id: &Option<AgendaItemId>| id.as_ref() == Some(&item.id);
        let decided = self.decided(&item.id).map(|one| Decided {
            en: one.text_en.clone(),
            he: one.text_he.clone(),
            ar: one.text_ar.clone(),
            hash: one.hash.clone(),
        });
        let spoken = self.spoken_on(&item.id).map(|one| Spoken {
            party: one.party,
            verdict: one.verdict,
            content_hash: one.content_hash.clone(),
            lang: one.lang,
            words: one.words.clone(),
        });
        OnItem {
            decisions: decided.collect(),
            positions: spoken.collect(),
            actions: self.actions.iter().filter(|one| of(&one.item_id)).map(|one| one.id.clone()).collect(),
            corrections: taken.iter().filter(|one| of(&one.item_id)).map(|one| one.id.clone()).collect(),
            item,
        }
    }

    fn presence(&self, attendee: &Attendee) -> Presence {
        let own = self.moments.iter().filter(|one| one.attendee_id.as_ref() == Some(&attendee.id));
        Presence { attendee: attendee.clone(), times: own.map(|one| (one.kind, one.happened_at)).collect() }
    }

    /// The canonical text of everything the minutes hold, with the corrections that were taken in.
    #[must_use]
    pub fn assembled(&self, answered: &[CorrectionAnswer]) -> String {
        let is_taken = |one: &&Correction| {
            answered.iter().any(|answer| answer.correction_id == one.id && answer.outcome == CorrectionOutcome::Taken)
        };
        let taken: Vec<Correction> = self.corrections.iter().filter(is_taken).cloned().collect();
        let content = Content {
            format: FORMAT.to_owned(),
            meeting: self.start.clone(),
            plan: self.plan.clone(),
            attendance: self.attendees.iter().map(|one| self.presence(one)).collect(),
            items: self.items().into_iter().map(|item| self.on_item(item, &taken)).collect(),
            seconds: self.room().talked.iter().map(|(item, millis)| (item.clone(), millis / 1000)).collect(),
            actions: self.actions.clone(),
            corrections: taken,
        };
        // Every member is a text, a number or a list of these: it always becomes JSON.
        to_value(&content).map(|value| canonical::text(&value)).unwrap_or_default()
    }
}
