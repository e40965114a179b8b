//! The part of a text around the words that were looked for, with these marked, in the letters in which it was written.

use super::fold::tokens;
use super::query::Query;

/// A part of an excerpt: marked or not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The text.
    pub text: String,
    /// Is it what was looked for?
    pub is_marked: bool,
}

/// Letters before the first mark that are shown.
const BEFORE: usize = 60;
/// Letters of an excerpt.
const LENGTH: usize = 240;

/// The excerpt, and how many of the query's words it shows. A text without any gives its beginning.
#[must_use]
pub fn excerpt(text: &str, query: &Query) -> (Vec<Piece>, usize) {
    let text = flat(text);
    let marks: Vec<_> = tokens(&text).into_iter().filter_map(|token| Some((query.word_of(&token)?, token.range))).collect();
    let (from, to) = window(&text, best(&text, &marks));
    let (mut pieces, mut at, mut words) = (Vec::new(), from, Vec::new());
    if from > 0 {
        pieces.push(Piece { text: "… ".to_owned(), is_marked: false });
    }
    for (word, range) in marks.into_iter().filter(|(_, range)| from <= range.start && range.end <= to) {
        pieces.push(Piece { text: text[at..range.start].to_owned(), is_marked: false });
        pieces.push(Piece { text: text[range.clone()].to_owned(), is_marked: true });
        at = range.end;
        words.push(word);
    }
    pieces.push(Piece { text: text[at..to].to_owned(), is_marked: false });
    if to < text.len() {
        pieces.push(Piece { text: " …".to_owned(), is_marked: false });
    }
    pieces.retain(|piece| !piece.text.is_empty());
    words.sort_unstable();
    words.dedup();
    (pieces, words.len())
}

/// The text in one line, without the signs of Markdown that begin a line or make it bold.
fn flat(text: &str) -> String {
    let mut flat = String::with_capacity(text.len());
    for line in text.lines().map(str::trim) {
        let plain = line.trim_start_matches(['-', '*', '#', '>', '+']).trim_start();
        if plain.is_empty() {
            continue;
        }
        if !flat.is_empty() {
            flat.push_str(if plain.len() < line.len() { " · " } else { " " });
        }
        flat.push_str(plain);
    }
    flat.replace("**", "")
}

/// Where the excerpt should begin: at the mark after which the most words of the query follow within its length.
fn best(text: &str, marks: &[(usize, std::ops::Range<usize>)]) -> usize {
    let within = |at: usize| {
        let (from, bytes) = (marks[at].1.start, marks[at].1.start + LENGTH - BEFORE);
        let mut words: Vec<usize> =
            marks[at..].iter().take_while(|(_, range)| range.end <= bytes).map(|(word, _)| *word).collect();
        words.sort_unstable();
        words.dedup();
        (words.len(), std::cmp::Reverse(from))
    };
    (0..marks.len()).max_by_key(|&at| within(at)).map_or(0, |at| marks[at].1.start.min(text.len()))
}

/// The stretch of whole words around this place.
fn window(text: &str, place: usize) -> (usize, usize) {
    let before: usize = text[..place].chars().rev().take(BEFORE).map(char::len_utf8).sum();
    let from = if before == place {
        0
    } else {
        text[..place].get(place - before..).and_then(|part| part.find(' ')).map_or(place, |space| place - before + space + 1)
    };
    let length: usize = text[from..].chars().take(LENGTH).map(char::len_utf8).sum();
    let to = if from + length == text.len() {
        text.len()
    } else {
        text[from..from + length].rfind(' ').map_or(from + length, |space| from + space)
    };
    (from, to.max(place))
}

#[cfg(test)]
#[expect(clippy::expect_used, reason = "a test says what it expects")]
mod tests {
    use super::*;

    fn shown(text: &str, typed: &str) -> String {
        let (pieces, _) = excerpt(text, &Query::parse(typed).expect("long enough"));
        pieces.iter().map(|piece| if piece.is_marked { format!("[{}]", piece.text) } else { piece.text.clone() }).collect()
    }

    #[test]
    fn the_original_is_marked_where_folding_changed_its_letters() {
        assert_eq!(shown("היחידה לַכְּוִויּוֹת בנהריה", "כוויות"), "היחידה [לַכְּוִויּוֹת] בנהריה");
        assert_eq!(shown("في المستشفى الإقليمي", "مستشفي"), "في [المستشفى] الإقليمي");
        assert_eq!(shown("Café in ENE-2026-007.", "cafe ene-2026-007"), "[Café] in [ENE-2026-007].");
    }

    #[test]
    fn an_excerpt_shows_whole_words_around_the_words_and_no_signs_of_lists() {
        let text = format!("{} needle {}", "hay ".repeat(100), "straw ".repeat(100));
        let excerpt = shown(&text, "needle");
        assert!(excerpt.starts_with("… hay ") && excerpt.ends_with("straw …") && excerpt.contains("[needle]"), "{excerpt}");
        assert!(excerpt.chars().count() < 260);
        assert_eq!(shown("- one\n- **two**\n\nthree", "three"), "one · two [three]");
    }

    #[test]
    fn a_text_without_the_words_gives_its_beginning() {
        let (pieces, words) = excerpt("One two", &Query::parse("three").expect("long enough"));
        assert_eq!((pieces.len(), words), (1, 0));
        assert_eq!(excerpt("", &Query::parse("three").expect("long enough")), (vec![], 0));
    }

    #[test]
    fn where_most_words_stand_together_the_excerpt_begins() {
        let text = format!("wheat {} wheat and rust", "x ".repeat(400));
        assert!(shown(&text, "wheat rust").ends_with("[wheat] and [rust]"));
    }
}
