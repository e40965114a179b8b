//! Words → runs of Word. Word lays a run out in one direction, so a line is cut where a reader's eye turns: letters carry their
//! own direction, digits follow the last letter, and what stands between two pieces of one direction goes with them.

use domain::text::Lang;

use super::look::INLINE_CODE;
use crate::markdown::Span;
use crate::xml::escape;

/// The font of a script. Only names: nothing is embedded.
pub(super) const LATIN: &str = "IBM Plex Sans";
const HEBREW: &str = "IBM Plex Sans Hebrew";
pub(super) const ARABIC: &str = "IBM Plex Sans Arabic";

/// Which script a letter is of; `None` for what belongs to none.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Script {
    Latin,
    Hebrew,
    Arabic,
}

/// The address that stands for a path of the portal, which Word would otherwise look for on the reader's disk.
pub(super) const OWN: &str = "portal:";

/// Writes the runs of a line.
pub(super) fn write(spans: &[Span], lang: Lang, made: &mut String) {
    let text: String = spans.iter().map(|span| span.text.as_str()).collect();
    let scripts = directions(&text, lang);
    let mut at = 0;
    let mut open: Option<&str> = None;
    for span in spans {
        let href = span.mark.href.as_deref();
        if href != open {
            end_link(open, made);
            begin_link(href, made);
            open = href;
        }
        // Within a span, one run for each stretch of one script.
        let letters: Vec<char> = span.text.chars().collect();
        let mut from = 0;
        while from < letters.len() {
            let script = scripts[at + from];
            let until = (from..letters.len()).find(|&index| scripts[at + index] != script).unwrap_or(letters.len());
            run(&letters[from..until], span, script, made);
            from = until;
        }
        at += letters.len();
    }
    end_link(open, made);
}

fn begin_link(href: Option<&str>, made: &mut String) {
    let Some(href) = href else { return };
    // A field and not a relation: Word calls a file damaged when a relation's address is not to its taste.
    made.push_str("<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> HYPERLINK &quot;");
    let scheme = href.split(['/', '?', '#']).next().is_some_and(|before| before.contains(':'));
    if !scheme {
        made.push_str(OWN);
    }
    escape(href, made);
    made.push_str("&quot; </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>");
}

fn end_link(href: Option<&str>, made: &mut String) {
    if href.is_some() {
        made.push_str("<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>");
    }
}

fn run(letters: &[char], span: &Span, script: Script, made: &mut String) {
    let mark = &span.mark;
    made.push_str("<w:r>");
    let mut look = String::new();
    if mark.code {
        look.push_str(&format!("<w:rStyle w:val=\"{}\"/>", INLINE_CODE.replace(' ', "")));
    }
    if script == Script::Hebrew && !mark.code {
        look.push_str(&format!("<w:rFonts w:cs=\"{HEBREW}\"/>"));
    }
    if mark.strong {
        look.push_str("<w:b/><w:bCs/>");
    }
    if mark.emphasis {
        look.push_str("<w:i/><w:iCs/>");
    }
    if mark.href.is_some() {
        look.push_str("<w:color w:val=\"1F4E9E\"/><w:u w:val=\"single\"/>");
    }
    match script {
        Script::Latin => {}
        Script::Hebrew => look.push_str("<w:rtl/><w:lang w:bidi=\"he-IL\"/>"),
        Script::Arabic => look.push_str("<w:rtl/><w:lang w:bidi=\"ar-SY\"/>"),
    }
    if !look.is_empty() {
        made.push_str("<w:rPr>");
        made.push_str(&look);
        made.push_str("</w:rPr>");
    }
    words(letters, made);
    made.push_str("</w:r>");
}

/// Letters with their breaks and tabs.
pub(super) fn words(letters: &[char], made: &mut String) {
    for (index, line) in letters.split(|letter| *letter == '\n').enumerate() {
        if index > 0 {
            made.push_str("<w:br/>");
        }
        for (index, words) in line.split(|letter| *letter == '\t').enumerate() {
            if index > 0 {
                made.push_str("<w:tab/>");
            }
            if !words.is_empty() {
                made.push_str("<w:t xml:space=\"preserve\">");
                escape(&words.iter().collect::<String>(), made);
                made.push_str("</w:t>");
            }
        }
    }
}

/// The script in whose direction each letter of a line is laid out.
fn directions(text: &str, lang: Lang) -> Vec<Script> {
    let base = match lang {
        Lang::En => Script::Latin,
        Lang::He => Script::Hebrew,
        Lang::Ar => Script::Arabic,
    };
    let mut strong: Vec<Option<Script>> = Vec::new();
    let mut last = base;
    for letter in text.chars() {
        let script = if letter.is_numeric() && !is_arabic(letter) { Some(last) } else { script(letter) };
        last = script.unwrap_or(last);
        // A number begins nothing in the other direction after a break.
        if letter == '\n' {
            last = base;
        }
        strong.push(script);
    }
    let mut made = Vec::with_capacity(strong.len());
    let mut before = base;
    let mut index = 0;
    while index < strong.len() {
        if let Some(script) = strong[index] {
            before = script;
            made.push(script);
            index += 1;
            continue;
        }
        let until = (index..strong.len()).find(|&at| strong[at].is_some()).unwrap_or(strong.len());
        let after = strong.get(until).copied().flatten().unwrap_or(base);
        let between = if before == after { before } else { base };
        made.extend(std::iter::repeat_n(between, until - index));
        index = until;
    }
    made
}

fn script(letter: char) -> Option<Script> {
    match letter {
        '\u{590}'..='\u{5ff}' | '\u{fb1d}'..='\u{fb4f}' | '\u{200f}' => Some(Script::Hebrew),
        letter if is_arabic(letter) => Some(Script::Arabic),
        letter if letter.is_alphabetic() || letter == '\u{200e}' => Some(Script::Latin),
        _ => None,
    }
}

const fn is_arabic(letter: char) -> bool {
    matches!(letter, '\u{600}'..='\u{6ff}' | '\u{750}'..='\u{77f}' | '\u{870}'..='\u{8ff}' | '\u{fb50}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}')
}
