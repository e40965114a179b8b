//! Where a thread is tied to the text: a paragraph of one version, and where that paragraph stands in another.
//!
//! A paragraph is what blank lines part; a fenced block is one. The anchor quotes by hash, so nobody can say that it meant other words.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};

use crate::facts::Facts;
use crate::id::{ProjectId, ThreadId, VersionId};
use crate::party::Audience;
use crate::refusal::Refusal;
use crate::text::{self, Lang};

/// What a thread is tied to, for ever.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Anchor {
    /// Which thread.
    pub thread_id: ThreadId,
    /// On which project.
    pub project_id: ProjectId,
    /// Who reads it: as the thread.
    pub audience: Audience,
    /// In which version.
    pub version_id: VersionId,
    /// The section's key.
    pub section: String,
    /// In which language.
    pub lang: Lang,
    /// The paragraph, from 1.
    pub paragraph: i64,
    /// The hash of its words.
    pub text_hash: String,
}

/// A paragraph as somebody points at it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spot {
    /// The hash of the version that was read.
    pub content_hash: String,
    /// The section's key.
    pub section: String,
    /// In which language.
    pub lang: Lang,
    /// The paragraph, from 1.
    pub paragraph: usize,
}

/// Where a paragraph stands in another text of its section; places count from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// Word for word here.
    Same(usize),
    /// Here, with other words.
    Changed(usize),
    /// Nowhere any more.
    Gone,
}

/// The paragraphs of a text, in order.
#[must_use]
pub fn paragraphs(text: &str) -> Vec<&str> {
    let (mut found, mut began, mut fenced, mut at) = (Vec::new(), None, false, 0);
    for line in text.split_inclusive('\n') {
        let bare = line.trim();
        if bare.is_empty() && !fenced {
            found.extend(began.take().map(|from: usize| &text[from..at]));
        } else {
            fenced ^= bare.starts_with("```");
            began.get_or_insert(at);
        }
        at += line.len();
    }
    found.extend(began.map(|from| &text[from..at]));
    found.into_iter().map(str::trim_end).collect()
}

fn words(text: &str) -> HashSet<&str> {
    text.split(|one: char| !one.is_alphanumeric()).filter(|word| !word.is_empty()).collect()
}

/// How much two paragraphs share, from 0 to 100.
fn likeness(one: &HashSet<&str>, other: &HashSet<&str>) -> usize {
    let shared = one.intersection(other).count();
    let all = one.len() + other.len() - shared;
    (shared * 100).checked_div(all).unwrap_or(0)
}

/// Below this two paragraphs are two, not one that was changed.
const ALIKE: usize = 25;

/// Finds the `paragraph`-th paragraph of `before` again in `now`: its own words first, the nearest of them; else the one among what is
/// new that shares most with it.
#[must_use]
pub fn carry(before: &str, paragraph: usize, now: &str) -> Place {
    let (old, new) = (paragraphs(before), paragraphs(now));
    let Some(quoted) = paragraph.checked_sub(1).and_then(|place| old.get(place)) else { return Place::Gone };
    let distance = |place: usize| place.abs_diff(paragraph - 1);
    let same = (0..new.len()).filter(|&place| new[place] == *quoted).min_by_key(|&place| distance(place));
    if let Some(place) = same {
        return Place::Same(place + 1);
    }
    let (kept, quoted): (HashSet<&str>, _) = (old.iter().copied().collect(), words(quoted));
    let like = |place: usize| likeness(&quoted, &words(new[place]));
    let fresh = (0..new.len()).filter(|&place| !kept.contains(new[place])).map(|place| (place, like(place)));
    let best = fresh.filter(|(_, like)| *like >= ALIKE).min_by_key(|&(place, like)| (100 - like, distance(place)));
    best.map_or(Place::Gone, |(place, _)| Place::Changed(place + 1))
}

/// The anchor at a paragraph of the newest version.
///
/// # Errors
/// [`Refusal::StaleVersion`] when another version is the newest, or it has no such paragraph.
pub(super) fn anchor(facts: &Facts, thread: &ThreadId, audience: Audience, spot: &Spot) -> Result<Anchor, Refusal> {
    let version = facts.judged(&spot.content_hash)?;
    let content = version.parse().ok_or(Refusal::StaleVersion)?;
    let text = content.section(&spot.section).and_then(|by| by.get(&spot.lang)).ok_or(Refusal::StaleVersion)?;
    let quoted = spot.paragraph.checked_sub(1).and_then(|place| paragraphs(text).get(place).copied());
    Ok(Anchor {
        thread_id: thread.clone(),
        project_id: facts.project.id.clone(),
        audience,
        version_id: version.id.clone(),
        section: spot.section.clone(),
        lang: spot.lang,
        paragraph: i64::try_from(spot.paragraph).map_err(|_| Refusal::StaleVersion)?,
        text_hash: text::hash(quoted.ok_or(Refusal::StaleVersion)?),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const BEFORE: &str = "The clinic opens in May.\n\nTwenty nurses are trained in Haifa and Damascus.\n\nCosts are shared.\n";

    #[test]
    fn blank_lines_part_paragraphs_and_a_fence_holds_its_own_together() {
        assert_eq!(paragraphs("\n\na\nb\n \n\nc  \n"), ["a\nb", "c"]);
        assert_eq!(paragraphs("```\na\n\nb\n```\n\nc"), ["```\na\n\nb\n```", "c"]);
        assert!(paragraphs(" \n\n").is_empty());
    }

    #[test]
    fn a_paragraph_is_found_word_for_word_wherever_it_went() {
        assert_eq!(carry(BEFORE, 2, BEFORE), Place::Same(2));
        let moved = format!("First of all.\n\nAnd then.\n\n{BEFORE}");
        assert_eq!(carry(BEFORE, 2, &moved), Place::Same(4));
    }

    #[test]
    fn of_two_with_the_same_words_the_nearer_is_meant() {
        assert_eq!(carry("a\n\nb\n\na", 3, "a\n\nc\n\na"), Place::Same(3));
    }

    #[test]
    fn a_changed_paragraph_is_the_new_one_that_shares_most() {
        let now = "The clinic opens in May.\n\nThe roof is new.\n\nThirty nurses are trained in Haifa and Damascus.\n\nCosts are shared.";
        assert_eq!(carry(BEFORE, 2, now), Place::Changed(3));
    }

    #[test]
    fn what_was_taken_out_is_nowhere_and_never_sticks_to_a_neighbour() {
        assert_eq!(carry(BEFORE, 2, "The clinic opens in May.\n\nCosts are shared."), Place::Gone);
        assert_eq!(carry(BEFORE, 2, ""), Place::Gone);
        assert_eq!(carry(BEFORE, 9, BEFORE), Place::Gone);
        assert_eq!(carry(BEFORE, 0, BEFORE), Place::Gone);
    }

    #[test]
    fn hebrew_and_arabic_words_count_as_words() {
        assert_eq!(carry("האחיות מוכשרות בחיפה", 1, "עשרים האחיות מוכשרות בחיפה"), Place::Changed(1));
        assert_eq!(carry("تُدرَّب الممرضات في دمشق", 1, "تُدرَّب عشرون من الممرضات في دمشق"), Place::Changed(1));
    }
}
