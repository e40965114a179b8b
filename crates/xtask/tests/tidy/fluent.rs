//! The three languages say the same things: same keys, same variables, the plural forms that each language has.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement, Resource, VariantKey};

use crate::files::{below, none};

/// What one message uses: its variables, and for each choice by number the categories it offers.
#[derive(Default)]
pub struct Message {
    variables: BTreeSet<String>,
    plurals: Vec<BTreeSet<String>>,
    /// Messages and terms that it quotes.
    pub quotes: BTreeSet<String>,
}

const CATEGORIES: &[&str] = &["zero", "one", "two", "few", "many"];
const LANGUAGES: [(&str, &[&str]); 3] =
    [("en", &["one", "other"]), ("he", &["one", "two", "other"]), ("ar", &["zero", "one", "two", "few", "many", "other"])];

/// All messages of a language by key, and what is wrong with its files.
pub fn messages(language: &str) -> (BTreeMap<String, Message>, Vec<String>) {
    let (mut found, mut wrong) = (BTreeMap::new(), Vec::new());
    for file in below(&[&format!("app/text/{language}")], "ftl") {
        let resource = match fluent_syntax::parser::parse(file.text.as_str()) {
            Ok(resource) => resource,
            Err((resource, errors)) => {
                wrong.extend(errors.iter().map(|error| format!("{}: {error}", file.path)));
                resource
            }
        };
        for (key, message) in read(&resource) {
            if found.insert(key.clone(), message).is_some() {
                wrong.push(format!("{}: {key} stands twice", file.path));
            }
        }
    }
    (found, wrong)
}

fn read(resource: &Resource<&str>) -> Vec<(String, Message)> {
    let mut found = Vec::new();
    for entry in &resource.body {
        let (key, patterns): (String, Vec<&Pattern<&str>>) = match entry {
            Entry::Message(message) => (
                message.id.name.to_owned(),
                message.value.iter().chain(message.attributes.iter().map(|part| &part.value)).collect(),
            ),
            Entry::Term(term) => (format!("-{}", term.id.name), vec![&term.value]),
            _ => continue,
        };
        let mut message = Message::default();
        patterns.into_iter().for_each(|pattern| read_pattern(pattern, &mut message));
        found.push((key, message));
    }
    found
}

fn read_pattern(pattern: &Pattern<&str>, message: &mut Message) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            read_expression(expression, message);
        }
    }
}

fn read_expression(expression: &Expression<&str>, message: &mut Message) {
    match expression {
        Expression::Inline(inline) => read_inline(inline, message),
        Expression::Select { selector, variants } => {
            read_inline(selector, message);
            let names: BTreeSet<String> = variants
                .iter()
                .filter_map(|variant| match &variant.key {
                    VariantKey::Identifier { name } => Some((*name).to_owned()),
                    VariantKey::NumberLiteral { .. } => None,
                })
                .collect();
            let by_number = matches!(selector, InlineExpression::FunctionReference { id, .. } if id.name == "NUMBER");
            if by_number || names.iter().any(|name| CATEGORIES.contains(&name.as_str())) {
                message.plurals.push(names);
            }
            variants.iter().for_each(|variant| read_pattern(&variant.value, message));
        }
    }
}

fn read_inline(inline: &InlineExpression<&str>, message: &mut Message) {
    match inline {
        InlineExpression::VariableReference { id } => {
            message.variables.insert(id.name.to_owned());
        }
        InlineExpression::MessageReference { id, .. } => {
            message.quotes.insert(id.name.to_owned());
        }
        InlineExpression::TermReference { id, .. } => {
            message.quotes.insert(format!("-{}", id.name));
        }
        InlineExpression::FunctionReference { arguments, .. } => {
            arguments.positional.iter().for_each(|argument| read_inline(argument, message))
        }
        InlineExpression::Placeable { expression } => read_expression(expression, message),
        InlineExpression::StringLiteral { .. } | InlineExpression::NumberLiteral { .. } => {}
    }
}

#[test]
fn the_three_languages_say_the_same() {
    let (english, mut wrong) = messages("en");
    for language in ["he", "ar"] {
        let (other, more) = messages(language);
        wrong.extend(more);
        wrong.extend(english.keys().filter(|key| !other.contains_key(*key)).map(|key| format!("{language} lacks {key}")));
        wrong.extend(
            other.keys().filter(|key| !english.contains_key(*key)).map(|key| format!("{language} has {key}, en has not")),
        );
        for (key, message) in &english {
            let Some(twin) = other.get(key) else { continue };
            if twin.variables != message.variables {
                wrong.push(format!("{key} uses {:?} in en and {:?} in {language}", message.variables, twin.variables));
            }
        }
    }
    none("The sentences in app/text differ between the languages:", wrong);
}

#[test]
fn every_language_has_its_own_plurals() {
    let mut wrong = Vec::new();
    for (language, expected) in LANGUAGES {
        let expected: BTreeSet<String> = expected.iter().map(|name| (*name).to_owned()).collect();
        for (key, message) in messages(language).0 {
            let differing = message.plurals.iter().filter(|found| **found != expected);
            wrong.extend(differing.map(|found| format!("{language} {key}: has {found:?}, needs {expected:?}")));
        }
    }
    none("A choice by number has exactly the plural forms of its language:", wrong);
}

#[test]
fn both_languages_keep_one_file_per_stem() {
    let stems = |language: &str| {
        let files = below(&[&format!("app/text/{language}")], "ftl");
        files.iter().filter_map(|file| file.path.rsplit('/').next().map(str::to_owned)).collect::<BTreeSet<_>>()
    };
    for language in ["he", "ar"] {
        assert_eq!(stems("en"), stems(language), "app/text/en and app/text/{language} hold the same files");
    }
}
