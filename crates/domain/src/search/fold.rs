//! Words as they are compared: cut, folded, and with the forms that a prefix hides. Every word knows its place in the text as it
//! was written, so that a hit is marked there and not in the folded text.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;

/// The shortest stem that a prefix may leave.
const STEM: usize = 3;
/// Letters of a word that count; what is longer is no word.
const LONGEST_WORD: usize = 40;

const HEBREW_PREFIXES: &[&str] = &[
    "ו", "ה", "ב", "ל", "כ", "מ", "ש", "וה", "וב", "ול", "וכ", "ומ", "וש", "שה", "שב", "של", "שכ", "שמ", "כש", "מה", "מש", "לכש",
    "כשה", "ושה", "ושב", "ושל", "ומה", "וכש", "משה",
];
const ARABIC_PREFIXES: &[&str] = &[
    "ال", "و", "ف", "ب", "ل", "ك", "وال", "فال", "بال", "كال", "لل", "وب", "ول", "وك", "فب", "فل", "ولل", "فلل", "وبال", "وكال",
    "فبال",
];
/// Before these stands the article that is written with one letter less: `للري` is `ل` and `الري`.
const ARABIC_HIDDEN_ARTICLE: &[&str] = &["لل", "ولل", "فلل"];

/// A word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it stands in the text, in bytes.
    pub range: Range<usize>,
    /// The word as it is folded, then what is left without a prefix; of a code its parts.
    pub forms: Vec<String>,
    /// Is it the code of a project, or the beginning of one?
    pub is_code: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Script {
    Hebrew,
    Arabic,
    Other,
}

fn script(letter: char) -> Script {
    match letter {
        '\u{590}'..='\u{5ff}' | '\u{fb1d}'..='\u{fb4f}' => Script::Hebrew,
        '\u{600}'..='\u{65f}'
        | '\u{66e}'..='\u{6ef}'
        | '\u{750}'..='\u{77f}'
        | '\u{fb50}'..='\u{fdff}'
        | '\u{fe70}'..='\u{feff}'
            if !is_digit(letter) =>
        {
            Script::Arabic
        }
        _ => Script::Other,
    }
}

const fn is_digit(letter: char) -> bool {
    matches!(letter, '0'..='9' | '٠'..='٩' | '۰'..='۹')
}

/// Written over, under or between letters, and no letter: points, vowels, accents, the stroke that stretches, marks of direction.
const fn is_passed_over(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}' | '\u{591}'..='\u{5bd}' | '\u{5bf}' | '\u{5c1}' | '\u{5c2}' | '\u{5c4}' | '\u{5c5}'
        | '\u{5c7}' | '\u{610}'..='\u{61a}' | '\u{61c}' | '\u{640}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{6d6}'..='\u{6dc}'
        | '\u{6df}'..='\u{6e4}' | '\u{6e7}' | '\u{6e8}' | '\u{6ea}'..='\u{6ed}' | '\u{ad}' | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// Joins two parts of one word: `nurse's`, `צה"ל`, `ג'נין`.
const fn joins(letter: char, script: Script) -> bool {
    matches!(letter, '\'' | '’' | '׳') || (matches!(script, Script::Hebrew) && matches!(letter, '"' | '״' | '”'))
}

/// Adds what a letter is folded to; nothing for what is no letter and no digit.
fn fold_letter(letter: char, folded: &mut String) {
    if letter.is_ascii() {
        if letter.is_ascii_alphanumeric() {
            folded.push(letter.to_ascii_lowercase());
        }
        return;
    }
    for part in std::iter::once(letter).nfkd().flat_map(char::to_lowercase) {
        match part {
            _ if is_passed_over(part) => {}
            '٠'..='٩' => folded.extend(char::from_digit(part as u32 - '٠' as u32, 10)),
            '۰'..='۹' => folded.extend(char::from_digit(part as u32 - '۰' as u32, 10)),
            'ך' => folded.push('כ'),
            'ם' => folded.push('מ'),
            'ן' => folded.push('נ'),
            'ף' => folded.push('פ'),
            'ץ' => folded.push('צ'),
            'ٱ' => folded.push('ا'),
            'ة' | 'ە' | 'ہ' | 'ھ' => folded.push('ه'),
            'ى' | 'ی' => folded.push('ي'),
            'ک' => folded.push('ك'),
            'ß' => folded.push_str("ss"),
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            'ø' => folded.push('o'),
            'đ' => folded.push('d'),
            'ł' => folded.push('l'),
            'ı' => folded.push('i'),
            _ if part.is_alphanumeric() => folded.push(part),
            _ => {}
        }
    }
}

/// The words of a text, in their order.
#[must_use]
pub fn tokens(text: &str) -> Vec<Token> {
    let letters: Vec<(usize, char)> = text.char_indices().collect();
    let (mut found, mut at) = (Vec::new(), 0);
    while at < letters.len() {
        let (token, next) = code(text, &letters, at)
            .or_else(|| word(text, &letters, at))
            .map_or((None, at + 1), |(token, next)| (Some(token), next));
        found.extend(token);
        at = next;
    }
    found
}

fn end_of(text: &str, letters: &[(usize, char)], at: usize) -> usize {
    letters.get(at).map_or(text.len(), |(byte, _)| *byte)
}

/// The word that begins here, and where it ends. A word has one script: `ב240` and `بـ240` are two.
fn word(text: &str, letters: &[(usize, char)], start: usize) -> Option<(Token, usize)> {
    let (mut folded, mut at) = (String::new(), start);
    let (first_byte, first) = *letters.get(start)?;
    fold_letter(first, &mut folded);
    if folded.is_empty() {
        return None;
    }
    let of = script(first);
    at += 1;
    let mut end = at;
    while let Some(&(_, letter)) = letters.get(at) {
        let before = folded.len();
        if joins(letter, of) {
            let goes_on = letters.get(at + 1).is_some_and(|&(_, next)| next.is_alphabetic() && script(next) == of);
            if !goes_on {
                break;
            }
        } else if is_passed_over(letter) {
            end = at + 1;
        } else if script(letter) == of {
            fold_letter(letter, &mut folded);
            if folded.len() == before {
                break;
            }
            end = at + 1;
        } else {
            break;
        }
        at += 1;
    }
    let folded: String = folded.chars().take(LONGEST_WORD).collect();
    Some((Token { range: first_byte..end_of(text, letters, end), forms: with_stems(folded, of), is_code: false }, at.max(end)))
}

/// The folded word first, then each stem that a prefix leaves.
fn with_stems(folded: String, of: Script) -> Vec<String> {
    let word = if of == Script::Hebrew { folded.replace("וו", "ו").replace("יי", "י") } else { folded };
    let prefixes = match of {
        Script::Hebrew => HEBREW_PREFIXES,
        Script::Arabic => ARABIC_PREFIXES,
        Script::Other => &[],
    };
    let mut forms = vec![word];
    for prefix in prefixes {
        let Some(stem) = forms[0].strip_prefix(prefix) else { continue };
        let letters = stem.chars().count();
        let hides = ARABIC_HIDDEN_ARTICLE.contains(prefix);
        let (plain, whole) =
            ((letters >= STEM).then(|| stem.to_owned()), (hides && letters + 2 >= STEM).then(|| format!("ال{stem}")));
        for form in plain.into_iter().chain(whole) {
            if !forms.contains(&form) {
                forms.push(form);
            }
        }
    }
    forms
}

/// The code that begins here: `ENE-2026-007`, `ene-2026` or `ENE-٢٠٢٦-٠٠٧`, whole and in its parts.
fn code(text: &str, letters: &[(usize, char)], start: usize) -> Option<(Token, usize)> {
    let is_letter = |at: usize| letters.get(at).is_some_and(|(_, letter)| letter.is_alphanumeric());
    let sector: String = letters.get(start..start + 3)?.iter().map(|(_, letter)| letter.to_ascii_lowercase()).collect();
    let begins = sector.chars().all(|letter| letter.is_ascii_lowercase()) && !(start > 0 && is_letter(start - 1));
    let (year, after) = number(letters, start + 3).filter(|(year, _)| begins && year.len() == 4)?;
    let (mut forms, mut end) = (vec![format!("{sector}{year}"), sector, year], after);
    if let Some((digits, after)) = number(letters, after).filter(|(digits, _)| digits.len() <= 4) {
        let short = digits.trim_start_matches('0');
        let long = format!("{short:0>3}");
        forms.insert(0, format!("{}{long}", forms[0]));
        forms.extend([long, short.to_owned()].into_iter().filter(|part| !part.is_empty()));
        end = after;
    }
    let token = Token { range: letters[start].0..end_of(text, letters, end), forms, is_code: true };
    (!is_letter(end)).then_some((token, end))
}

/// A hyphen and the digits after it, and where they end.
fn number(letters: &[(usize, char)], at: usize) -> Option<(String, usize)> {
    let is_hyphen = |letter: char| matches!(letter, '-' | '\u{2010}'..='\u{2014}');
    letters.get(at).filter(|(_, letter)| is_hyphen(*letter))?;
    let mut digits = String::new();
    let found = letters[at + 1..].iter().map(|(_, letter)| *letter).take_while(|letter| is_digit(*letter));
    found.for_each(|digit| fold_letter(digit, &mut digits));
    (!digits.is_empty()).then(|| {
        let end = at + 1 + digits.len();
        (digits, end)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn forms(text: &str) -> Vec<Vec<String>> {
        tokens(text).into_iter().map(|token| token.forms).collect()
    }

    fn first(text: &str) -> Vec<String> {
        tokens(text).into_iter().map(|token| token.forms[0].clone()).collect()
    }

    #[test]
    fn a_word_is_folded_to_what_all_its_spellings_share() {
        for (one, other) in [
            ("שָׁלוֹם", "שלום"),
            ("Ħello Café ﬁre", "ħello cafe fire"),
            ("مُؤمَّن", "مومن"),
            ("إدارة", "اداره"),
            ("مستشفى", "مستشفي"),
            ("آفة", "افه"),
            ("مـــاء", "ماء"),
            ("ﻻﻡ", "لام"),
            ("ک گی", "ك گي"),
            ("٢٠٢٦", "2026"),
            ("۱۲", "12"),
            ("כווייה", "כויה"),
            ("דו\"ח דו״ח", "דוח דוח"),
            ("nurse’s", "nurses"),
        ] {
            assert_eq!(first(one), other.replace('ם', "מ").split(' ').collect::<Vec<_>>(), "{one}");
        }
        assert_eq!(first("ךםןףץ"), ["כמנפצ"]);
    }

    #[test]
    fn a_prefix_hides_no_word_and_leaves_a_stem_of_three() {
        let has = |text: &str, form: &str| forms(text)[0].contains(&form.to_owned());
        for (word, stem) in
            [("ובבית", "בית"), ("שהבית", "בית"), ("כשהבית", "בית"), ("הבית", "בית"), ("לבית", "בית"), ("מהבית", "בית")]
        {
            assert!(has(word, stem), "{word}");
        }
        for (word, stem) in [
            ("والمستشفى", "مستشفي"),
            ("بالمستشفى", "مستشفي"),
            ("للمستشفى", "مستشفي"),
            ("للري", "الري"),
            ("وبالري", "الري"),
            ("فالمياه", "مياه"),
        ] {
            assert!(has(word, stem), "{word}");
        }
        assert_eq!(forms("הים"), [["הימ"]]);
        assert_eq!(forms("bread"), [["bread"]]);
    }

    #[test]
    fn a_word_has_one_script_and_its_place_in_the_original() {
        let text = "ב-240 בـ36 בית־חולים, CO2";
        let words: Vec<_> = tokens(text).into_iter().map(|token| text[token.range].to_owned()).collect();
        assert_eq!(words, ["ב", "240", "בـ", "36", "בית", "חולים", "CO2"]);
        let pointed = "אל שָׁלוֹם, ";
        assert_eq!(&pointed[tokens(pointed)[1].range.clone()], "שָׁלוֹם");
    }

    #[test]
    fn a_code_is_one_word_and_has_parts() {
        let whole = ["ene2026007", "ene2026", "ene", "2026", "007", "7"];
        for text in ["ENE-2026-007", "ene-٢٠٢٦-٠٠٧", "ENE–2026–7"] {
            let found = tokens(text);
            assert_eq!((found.len(), found[0].is_code), (1, true), "{text}");
            assert_eq!(found[0].forms, whole, "{text}");
        }
        assert_eq!(forms("ene-2026"), [["ene2026", "ene", "2026"]]);
        assert_eq!(first("ENE-2026-007a x-2026 the-20261"), ["ene", "2026", "007a", "x", "2026", "the", "20261"]);
    }
}
