//! While writing: agreed terms that a translation of the section says otherwise, and words in it that only one side has proposed.

use std::collections::BTreeMap;

use domain::glossary::{self, Remark, Standing, Term};
use domain::text::Lang;
use leptos::prelude::*;

use crate::components::tag;
use crate::pages::project::Opened;
use crate::request::Stop;
use crate::text::{t, tf};

/// What is to be said of the terms in a section as it was saved.
///
/// # Errors
/// The database fails.
pub async fn of(open: &mut Opened, section: &str) -> Result<Option<AnyView>, Stop> {
    let group = open.facts.project.group_id.clone();
    let known = store::glossary::list(&mut open.member.tx, &open.member.viewer, &group).await?;
    let known: Vec<Standing> = known.into_iter().map(store::Visible::into_inner).collect();
    let text = |lang: Lang| open.facts.texts.get(&(section.to_owned(), lang)).map(|edit| (lang, edit.text.clone()));
    let texts: BTreeMap<Lang, String> = Lang::ALL.into_iter().filter_map(text).collect();
    let found = glossary::remarks(&known, &texts);
    if found.is_empty() {
        return Ok(None);
    }
    let lang = open.lang();
    let rows = found.iter().map(|remark| row(lang, remark)).collect_view();
    Ok(Some(
        view! {
            <section class="panel panel--plain" id="terms">
                <h3 class="panel__title">{t(lang, "remarks-title")}</h3>
                <ul class="stack">{rows}</ul>
                <p><a href="/desk/glossary">{t(lang, "glossary-title")}</a></p>
            </section>
        }
        .into_any(),
    ))
}

fn words(term: &Term) -> AnyView {
    let one = |of: Lang| {
        let mark = if of == Lang::ALL[0] { "" } else { " · " };
        view! { {mark}<bdi lang=of.code() dir=of.dir()>{term.word(of).to_owned()}</bdi> }
    };
    Lang::ALL.into_iter().map(one).collect_view().into_any()
}

fn row(lang: Lang, remark: &Remark) -> AnyView {
    match remark {
        Remark::Otherwise(term, missing) => {
            let names = missing.iter().map(|of| t(lang, &format!("language-{}", of.code()))).collect::<Vec<_>>().join(", ");
            view! { <li>{words(term)}" "{tag::tag("wait", tf(lang, "remark-otherwise", [("languages", names.into())]))}</li> }
                .into_any()
        }
        Remark::NotAgreed(term) => view! { <li>{words(term)}" "{tag::tag("void", t(lang, "remark-not-agreed"))}</li> }.into_any(),
    }
}
