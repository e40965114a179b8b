//! What somebody looks for: a few words, all of which must stand in one text.

use std::collections::BTreeSet;

use super::fold::{Token, tokens};

/// The longest query, in characters; what is over is left out.
pub const LONGEST: usize = 200;
/// The most words of a query; what is over is left out.
pub const MOST_WORDS: usize = 8;
/// Fewer letters than these would find nearly everything.
const LEAST_LETTERS: usize = 3;
/// Prefixes that are hardly ever a word's own first letters: what is left without them may go on, as a whole word may.
const FIRM: &[&str] =
    &["ה", "ו", "וה", "שה", "כשה", "ושה", "ומה", "ال", "وال", "فال", "بال", "كال", "وبال", "فبال", "لل", "ولل", "فلل"];

/// What a word of a query is found by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// A form, letter by letter.
    pub text: String,
    /// May the word in the text go on?
    pub goes_on: bool,
}

/// The words of a query, each with the forms of which one must be there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Query {
    words: Vec<Vec<Form>>,
}

impl Query {
    /// The query that was typed; nothing where it has under three letters.
    #[must_use]
    pub fn parse(typed: &str) -> Option<Self> {
        let typed: String = typed.chars().take(LONGEST).collect();
        let found = tokens(&typed);
        let letters: usize = found.iter().map(|token| token.forms[0].chars().count()).sum();
        let counts = |token: &&Token| {
            token.forms[0].chars().nth(1).is_some() || token.forms[0].starts_with(|one: char| one.is_ascii_digit())
        };
        let mut words: Vec<Vec<Form>> = Vec::new();
        for word in found.iter().filter(counts).map(word) {
            if !words.contains(&word) && words.len() < MOST_WORDS {
                words.push(word);
            }
        }
        (letters >= LEAST_LETTERS && !words.is_empty()).then_some(Self { words })
    }

    /// The words, each with its forms.
    #[must_use]
    pub fn words(&self) -> &[Vec<Form>] {
        &self.words
    }

    /// Do these forms of a text hold every word?
    #[must_use]
    pub fn is_in(&self, forms: &BTreeSet<String>) -> bool {
        self.words.iter().all(|word| word.iter().any(|form| form.is_in(forms)))
    }

    /// Which word of the query this word of a text is.
    #[must_use]
    pub fn word_of(&self, token: &Token) -> Option<usize> {
        self.words.iter().position(|word| word.iter().any(|form| token.forms.iter().any(|other| form.fits(other))))
    }
}

impl Form {
    fn fits(&self, other: &str) -> bool {
        if self.goes_on { other.starts_with(&self.text) } else { other == self.text }
    }

    fn is_in(&self, forms: &BTreeSet<String>) -> bool {
        let mut from = forms.range(self.text.clone()..);
        from.next().is_some_and(|form| self.fits(form))
    }
}

/// The forms by which a word is found. Numbers and codes are found whole; of words the beginning is enough.
fn word(token: &Token) -> Vec<Form> {
    let Some((whole, stems)) = token.forms.split_first() else { return Vec::new() };
    let is_number = whole.chars().all(|letter| letter.is_ascii_digit());
    let goes_on = !token.is_code && !is_number && whole.chars().count() >= LEAST_LETTERS;
    let mut forms = vec![Form { text: whole.clone(), goes_on }];
    if !token.is_code {
        let firm = |stem: &str| {
            FIRM.iter().any(|prefix| whole.strip_prefix(prefix) == Some(stem)) && stem.chars().count() > LEAST_LETTERS
        };
        forms.extend(stems.iter().map(|stem| Form { text: stem.clone(), goes_on: firm(stem) }));
    }
    forms
}

#[cfg(test)]
mod tests {
    use super::super::forms;
    use super::*;

    fn finds(typed: &str, text: &str) -> bool {
        Query::parse(typed).is_some_and(|query| query.is_in(&forms([text])))
    }

    #[test]
    fn a_query_finds_with_and_without_a_prefix_both_ways() {
        for (one, other) in
            [("בית", "ובבית"), ("המשרד", "משרד"), ("المستشفى", "مستشفيات"), ("ري شبكة", "شبكة ري"), ("الري", "للري")]
        {
            assert!(finds(one, other), "{one} in {other}");
        }
        assert!(finds("ובבית", "בית") && finds("وزارة", "بوزارة") && finds("بوزارة", "وزارة"));
    }

    #[test]
    fn a_beginning_is_enough_for_a_word_and_not_for_a_number_or_a_code() {
        assert!(finds("hosp", "Hospitals") && !finds("hosp", "a spital"));
        assert!(finds("240", "240 patients") && !finds("240 patients", "2400 patients"));
        assert!(finds("ENE-2026-007", "see ene-2026-007") && !finds("ENE-2026-007", "ENE-2026-0071 ENE-2026-008"));
        assert!(finds("ene-2026", "ENE-2026-008") && finds("ENE 2026 7", "ENE-2026-007") && finds("ENE2026007", "ENE-2026-007"));
    }

    #[test]
    fn every_word_must_be_there() {
        assert!(finds("burn nurses", "Nurses treat burns") && !finds("burn doctors", "Nurses treat burns"));
    }

    #[test]
    fn too_little_is_no_query_and_too_much_is_cut() {
        for typed in ["", "  ", "ab", "ש", "-", "و ا", "§§§"] {
            assert_eq!(Query::parse(typed), None, "{typed}");
        }
        assert_eq!(Query::parse(&"ab ".repeat(60)).map(|query| query.words().len()), Some(1));
        let many: Vec<String> = (100..130).map(|number| number.to_string()).collect();
        assert_eq!(Query::parse(&many.join(" ")).map(|query| query.words().len()), Some(MOST_WORDS));
        assert!(Query::parse(&"a".repeat(10_000)).is_some());
    }
}
