//! "What is missing": the domain's own list in words, the same that a refusal brings back.

use std::collections::BTreeMap;

use domain::stage::Missing;
use domain::text::Lang;
use domain::time::Holder;
use leptos::prelude::*;

use super::icon;
use crate::text::{t, tf, word};

/// The list as it travels in a flash: code, holder, parts with commas between, language. Parts of one kind are gathered, so that
/// forty texts make one line.
#[must_use]
pub fn travel(list: &[Missing]) -> Vec<Vec<String>> {
    let mut gathered: BTreeMap<(&'static str, Holder, Option<Lang>), Vec<&str>> = BTreeMap::new();
    for item in list {
        gathered.entry((item.lack.code(), item.holder, item.lang)).or_default().push(&item.part);
    }
    gathered
        .into_iter()
        .map(|((code, holder, lang), parts)| {
            vec![code.to_owned(), holder_code(holder).to_owned(), parts.join(","), lang.map_or("", Lang::code).to_owned()]
        })
        .collect()
}

const fn holder_code(holder: Holder) -> &'static str {
    match holder {
        Holder::Il => "il",
        Holder::Sy => "sy",
        Holder::Both => "both",
        Holder::Us => "us",
    }
}

/// One line of the list in words.
#[must_use]
pub fn sentence(lang: Lang, code: &str, holder: &str, parts: &str, of: &str) -> String {
    let parts: Vec<&str> = parts.split(',').filter(|part| !part.is_empty()).collect();
    let count = i64::try_from(parts.len()).unwrap_or(i64::MAX);
    let names: Vec<String> = parts.iter().take(3).map(|part| part_name(lang, part)).collect();
    let mut named = names.join(&t(lang, "list-separator"));
    if count > 3 {
        named = tf(lang, "list-and-more", [("list", named.into()), ("more", (count - 3).into())]);
    }
    let language = if of.is_empty() { String::new() } else { t(lang, &format!("language-{of}")) };
    let who = t(lang, &format!("party-{holder}"));
    tf(
        lang,
        &format!("missing-{code}"),
        [("holder", who.into()), ("parts", named.into()), ("count", count.into()), ("language", language.into())],
    )
}

fn part_name(lang: Lang, part: &str) -> String {
    if part.chars().all(|letter| letter.is_ascii_digit()) { part.to_owned() } else { word(lang, "section", part) }
}

/// The panel: what is missing for a step, each with whose turn it is; or that nothing is.
#[must_use]
pub fn panel(lang: Lang, list: &[Missing], nothing: String) -> AnyView {
    if list.is_empty() {
        return view! {
            <ul class="missing">
                <li class="missing__row missing__row--done"><span class="missing__name">{icon("check")}" "{nothing}</span></li>
            </ul>
        }
        .into_any();
    }
    let rows = travel(list)
        .into_iter()
        .filter_map(|row| {
            let [code, who, parts, of] = row.as_slice() else { return None };
            let gate = if who == "us" { "missing__row missing__row--gate" } else { "missing__row missing__row--open" };
            let picture = if who == "us" { "stamp" } else { "circle" };
            let name = t(lang, &format!("party-{who}"));
            Some(view! {
                <li class=gate>
                    <span class="missing__name">{icon(picture)}" "{name}</span>
                    <span class="missing__what">{sentence(lang, code, who, parts, of)}</span>
                </li>
            })
        })
        .collect_view();
    view! { <ul class="missing">{rows}</ul> }.into_any()
}
