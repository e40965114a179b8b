//! The string literals of a Rust file, without comments and characters: enough of a lexer to ask what a text says.

/// One string literal.
#[derive(Debug, PartialEq)]
pub struct Literal {
    /// The line on which it begins, from 1.
    pub line: usize,
    /// The code before it on the way back to the last `;`, `{` or `}`, without blanks at the end.
    pub before: String,
    /// What it holds; escapes other than quotes and line ends are left as written.
    pub value: String,
}

/// All string literals of a source text.
pub fn of(source: &str) -> Vec<Literal> {
    let text: Vec<char> = source.chars().collect();
    let (mut at, mut line, mut before, mut found) = (0, 1, String::new(), Vec::new());
    while at < text.len() {
        let end = token_end(&text, at);
        let token: String = text[at..end].iter().collect();
        if let Some(value) = value_of(&token) {
            found.push(Literal { line, before: before.trim_end().to_owned(), value });
            before.push_str("\"\"");
        } else if !token.starts_with("//") && !token.starts_with("/*") {
            if matches!(token.as_str(), ";" | "{" | "}") { before.clear() } else { before.push_str(&token) }
        }
        line += token.matches('\n').count();
        at = end;
    }
    found
}

/// Where the token that begins here ends: a comment, a string, a character, a word, or one sign.
fn token_end(text: &[char], at: usize) -> usize {
    let next = text.get(at + 1).copied();
    match text[at] {
        '/' if next == Some('/') => seek(text, at, |rest| rest[0] == '\n'),
        '/' if next == Some('*') => block_comment_end(text, at),
        '"' => string_end(text, at),
        '\'' => character_end(text, at),
        first if first.is_alphanumeric() || first == '_' => word_end(text, at),
        _ => at + 1,
    }
}

fn seek(text: &[char], from: usize, stop: impl Fn(&[char]) -> bool) -> usize {
    (from..text.len()).find(|at| stop(&text[*at..])).unwrap_or(text.len())
}

fn block_comment_end(text: &[char], at: usize) -> usize {
    let (mut depth, mut here) = (0, at);
    while here < text.len() {
        match (text[here], text.get(here + 1)) {
            ('/', Some('*')) => {
                depth += 1;
                here += 2
            }
            ('*', Some('/')) => {
                depth -= 1;
                here += 2
            }
            _ => here += 1,
        }
        if depth == 0 {
            return here;
        }
    }
    text.len()
}

fn string_end(text: &[char], at: usize) -> usize {
    let mut here = at + 1;
    while here < text.len() && text[here] != '"' {
        here += if text[here] == '\\' { 2 } else { 1 };
    }
    (here + 1).min(text.len())
}

/// A character literal, or a lifetime, which has no closing quote.
fn character_end(text: &[char], at: usize) -> usize {
    match (text.get(at + 1), text.get(at + 2)) {
        (Some('\\'), _) => seek(text, at + 3, |rest| rest[0] == '\'') + 1,
        (Some(_), Some('\'')) => at + 3,
        _ => at + 1,
    }
}

/// A word, or the string that it opens: `r"…"`, `r#"…"#`, `b"…"`, `br"…"`.
fn word_end(text: &[char], at: usize) -> usize {
    let end = seek(text, at, |rest| !(rest[0].is_alphanumeric() || rest[0] == '_'));
    let word: String = text[at..end].iter().collect();
    let hashes = text[end..].iter().take_while(|sign| **sign == '#').count();
    let opens = text.get(end + hashes) == Some(&'"');
    match word.as_str() {
        "r" | "br" if opens => {
            let close: Vec<char> = std::iter::once('"').chain(std::iter::repeat_n('#', hashes)).collect();
            (seek(text, end + hashes + 1, |rest| rest.starts_with(&close)) + close.len()).min(text.len())
        }
        "b" | "c" if opens && hashes == 0 => string_end(text, end),
        _ => end,
    }
}

fn value_of(token: &str) -> Option<String> {
    let raw = token.starts_with("r\"") || token.starts_with("r#") || token.starts_with("br");
    let open = token.find('"')?;
    let starts = matches!(&token[..open], "" | "b" | "c")
        || (raw && token[..open].trim_start_matches(['b', 'r']).trim_matches('#').is_empty());
    let close = token.rfind('"').filter(|close| *close > open)?;
    let inner = &token[open + 1..close];
    starts.then(|| if raw { inner.to_owned() } else { inner.replace("\\\"", "\"").replace("\\n", "\n") })
}

#[test]
fn the_lexer_finds_strings_and_nothing_else() {
    let source = r##"
        // "not this" 'nor this
        /* "nor /* this */ " */
        fn f<'a>(x: &'a str) -> char { say("one \"two\""); let c = '"'; r#"three "four""#; '\'' }
        const B: &[u8] = b"five";
    "##;
    let values: Vec<String> = of(source).into_iter().map(|literal| literal.value).collect();
    assert_eq!(values, ["one \"two\"", "three \"four\"", "five"]);
    assert_eq!(of("x; say(\"a\")")[0].before, " say(");
    assert_eq!(of("\n\n\"a\"")[0].line, 3);
}
