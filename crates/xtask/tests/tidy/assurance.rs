//! `assurance/asvs.toml` keeps its word: it speaks of every requirement in scope, once and in order, and every test, document and
//! file that it names as evidence is there.

use std::collections::BTreeSet;

use toml::{Table, Value};

use crate::files::{File, below, none, root};

const ANSWERS: &str = "assurance/asvs.toml";
const SCOPE: &str = "assurance/scope.txt";
const STATUSES: [&str; 3] = ["met", "partial", "not-applicable"];
/// The crates that evidence may come from, and where they stand.
const CRATES: [(&str, &str); 5] =
    [("domain", "crates/domain"), ("store", "crates/store"), ("xtask", "crates/xtask"), ("app", "app"), ("server", "server")];

fn text(path: &str) -> String {
    std::fs::read_to_string(root().join(path)).unwrap_or_default()
}

/// The ids of a list such as `5.2 1-4 6`, a section and its numbers in each line.
fn scope(list: &str) -> Vec<String> {
    let lines = list.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines
        .flat_map(|line| {
            let (section, numbers) = line.split_once(' ').unwrap();
            numbers.split_whitespace().flat_map(range).map(move |number| format!("v5.0.0-{section}.{number}"))
        })
        .collect()
}

fn range(numbers: &str) -> std::ops::RangeInclusive<u32> {
    let (first, last) = numbers.split_once('-').unwrap_or((numbers, numbers));
    first.parse().unwrap()..=last.parse().unwrap()
}

/// The ids of the headings in a table of answers, as they follow each other.
fn headings(answers: &str) -> Vec<String> {
    let lines = answers.lines().filter_map(|line| line.strip_prefix("[\"")?.strip_suffix("\"]"));
    lines.map(str::to_owned).collect()
}

/// What is wrong with one answer.
fn wrong_with(id: &str, answer: &Value, is_there: &impl Fn(&str) -> bool) -> Vec<String> {
    let empty = Table::new();
    let answer = answer.as_table().unwrap_or(&empty);
    let said = |name: &str| answer.get(name).and_then(Value::as_str).unwrap_or_default();
    let (status, reason) = (said("status"), said("reason"));
    let evidence: Vec<&str> =
        answer.get("evidence").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str).collect();
    let mut found = Vec::new();
    if !STATUSES.contains(&status) {
        found.push(format!("{id}: no such status: {status:?}"));
    }
    if status == "met" && evidence.is_empty() {
        found.push(format!("{id}: met without evidence"));
    }
    if status != "met" && reason.trim().is_empty() {
        found.push(format!("{id}: {status} without a reason"));
    }
    if reason.contains('\n') {
        found.push(format!("{id}: a reason is one line"));
    }
    found.extend(
        answer.keys().filter(|key| !["status", "evidence", "reason"].contains(&key.as_str())).map(|key| format!("{id}: {key}?")),
    );
    found.extend(evidence.into_iter().filter(|one| !is_there(one)).map(|one| format!("{id}: there is no {one}")));
    found
}

/// Every Rust file of the workspace.
struct Sources(Vec<File>);

impl Sources {
    fn read() -> Self {
        Self(below(&CRATES.map(|(_, folder)| folder), "rs"))
    }

    /// Is there what a piece of evidence names?
    fn hold(&self, evidence: &str) -> bool {
        match evidence.split_once(':') {
            Some(("test", name)) if name.starts_with("end2end/") => browser_test_is_there(name),
            Some(("test", name)) => self.hold_test(name),
            Some(("doc", name)) => name.split_once('#').is_some_and(|(path, anchor)| anchors(&text(path)).contains(anchor)),
            Some(("code", path)) => !path.contains("..") && root().join(path).is_file(),
            _ => false,
        }
    }

    /// `CRATE::FILE::NAME`: the test stands in a file of that name, or in the `main.rs` or `mod.rs` of a folder of that name.
    fn hold_test(&self, name: &str) -> bool {
        let parts: Vec<&str> = name.split("::").collect();
        let [krate, stem, function] = parts[..] else { return false };
        let Some((_, folder)) = CRATES.into_iter().find(|(known, _)| *known == krate) else { return false };
        let endings = [format!("/{stem}.rs"), format!("/{stem}/main.rs"), format!("/{stem}/mod.rs")];
        let is_meant =
            |path: &str| path.starts_with(&format!("{folder}/")) && endings.iter().any(|ending| path.ends_with(ending.as_str()));
        self.0.iter().any(|file| is_meant(&file.path) && has_test(&file.text, function))
    }
}

/// A function with this name that is marked as a test, or is one for each database.
fn has_test(source: &str, function: &str) -> bool {
    let lines: Vec<&str> = source.lines().map(str::trim).collect();
    lines.iter().enumerate().any(|(at, line)| {
        let line = line.strip_prefix("async ").unwrap_or(line);
        let Some(rest) = line.strip_prefix("fn ").and_then(|rest| rest.strip_prefix(function)) else { return false };
        let marks = lines[..at].iter().rev().take_while(|line| line.starts_with("#["));
        let is_marked = marks.into_iter().any(|mark| mark.starts_with("#[test]") || mark.starts_with("#[tokio::test"));
        rest.starts_with("(base: Base)") || (rest.starts_with('(') && is_marked)
    })
}

/// `end2end/FILE.test.mjs#BEGINNING`: a test whose name begins so.
fn browser_test_is_there(name: &str) -> bool {
    let Some((path, beginning)) = name.split_once('#') else { return false };
    let source = text(path);
    path.ends_with(".test.mjs")
        && !beginning.is_empty()
        && ['\'', '`'].iter().any(|quote| source.contains(&format!("test({quote}{beginning}")))
}

/// The anchors of a document's headings, as a reader of Markdown makes them.
fn anchors(document: &str) -> BTreeSet<String> {
    let headings = document.lines().filter(|line| line.starts_with('#')).map(|line| line.trim_start_matches('#').trim());
    let letter =
        |sign: char| if sign == ' ' { Some('-') } else { (sign.is_alphanumeric() || "-_".contains(sign)).then_some(sign) };
    headings.map(|heading| heading.to_lowercase().chars().filter_map(letter).collect()).collect()
}

#[test]
fn every_requirement_in_scope_is_answered_once_and_in_order() {
    let (wanted, answered) = (scope(&text(SCOPE)), headings(&text(ANSWERS)));
    assert!(!wanted.is_empty(), "{SCOPE} lists something");
    none("assurance/asvs.toml has no answer for:", wanted.iter().filter(|id| !answered.contains(id)).cloned().collect());
    none("assurance/scope.txt does not list:", answered.iter().filter(|id| !wanted.contains(id)).cloned().collect());
    assert!(answered == wanted, "{ANSWERS} answers once, in the order of {SCOPE}");
}

#[test]
fn what_the_answers_name_as_evidence_is_there() {
    let answers: Table = text(ANSWERS).parse().unwrap();
    let sources = Sources::read();
    let found = answers.iter().flat_map(|(id, answer)| wrong_with(id, answer, &|evidence| sources.hold(evidence)));
    none("assurance/asvs.toml says more than there is:", found.collect());
}

#[test]
fn an_answer_without_status_evidence_or_reason_is_told() {
    let complaints = |answer: &str| {
        let answers: Table = format!("[one]\n{answer}").parse().unwrap();
        wrong_with("one", &answers["one"], &|evidence| evidence == "code:here").len()
    };
    for good in [
        "status = 'met'\nevidence = ['code:here']",
        "status = 'partial'\nreason = 'r'",
        "status = 'not-applicable'\nreason = 'r'",
    ] {
        assert_eq!(complaints(good), 0, "{good}");
    }
    for wrong in [
        "status = 'met'",
        "status = 'met'\nevidence = ['code:there']",
        "status = 'partial'\nreason = ' '",
        "status = 'not-applicable'",
        "status = 'nearly'\nreason = 'r'",
        "status = 'partial'\nreason = \"a\\nb\"",
        "status = 'partial'\nreason = 'r'\nnote = 'n'",
    ] {
        assert_eq!(complaints(wrong), 1, "{wrong}");
    }
}

#[test]
fn evidence_that_is_not_there_is_told_from_what_is() {
    let sources = Sources::read();
    for there in [
        "test:xtask::assurance::evidence_that_is_not_there_is_told_from_what_is",
        "test:store::people::drafts_are_their_authors_own_the_newest_first",
        "test:end2end/pages.test.mjs#no page of the sitemap",
        "doc:README.md#the-five-promises",
        "code:Cargo.lock",
    ] {
        assert!(sources.hold(there), "{there}");
    }
    for not in [
        "test:xtask::assurance::has_test",
        "test:store::assurance::evidence_that_is_not_there_is_told_from_what_is",
        "test:xtask::assurance::evidence_that_is_not_there",
        "test:end2end/pages.test.mjs#page of the sitemap",
        "test:end2end/pages.test.mjs#",
        "doc:README.md#the-six-promises",
        "code:assurance",
        "code:../Cargo.lock",
        "README.md",
    ] {
        assert!(!sources.hold(not), "{not}");
    }
    assert_eq!(scope("# list\n5.2 1-2 6\n"), ["v5.0.0-5.2.1", "v5.0.0-5.2.2", "v5.0.0-5.2.6"]);
}
