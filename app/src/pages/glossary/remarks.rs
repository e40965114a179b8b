//! While writing: agreed terms that a translation of the section says otherwise, and words in it that only one side has proposed.

use std::collections::BTreeMap;

use domain::glossary::{self, Remark, Standing, Term};
use domain::text::Lang;
use leptos::prelude::*;

use crate::components::tag;
use crate::form::Posted;
use crate::pages::edit::fields::names;
use crate::pages::project::Opened;
use crate::request::{Ask, Stop};
use crate::text::{languages, t, tf};

/// What is to be said of the terms in a section as it was saved.
///
/// # Errors
/// The database fails.
pub async fn of(open: &mut Opened, section: &str) -> Result<Option<AnyView>, Stop> {
    let text = |lang: Lang| open.facts.texts.get(&(section.to_owned(), lang)).map(|edit| (lang, edit.text.clone()));
    let texts = Lang::ALL.into_iter().filter_map(text).collect();
    let found = remarks(open, &texts).await?;
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

/// What is to be said of the terms in a section as it is being typed; nothing for what is no section, or not this person's to read.
pub async fn of_typed(ask: &Ask, form: &Posted) -> Option<String> {
    let texts = Lang::ALL.map(|lang| (lang, form.raw(names(lang).text).to_owned())).into();
    let mut open = Opened::of_form(ask, form).await.ok().filter(|_| form.raw("draft").ends_with("#save-text"))?;
    let lang = ask.lang;
    let said = |remark: &Remark| match remark {
        Remark::Otherwise(term, missing) => (term.word(lang).to_owned(), otherwise(lang, missing)),
        Remark::NotAgreed(term) => (term.word(lang).to_owned(), t(lang, "remark-not-agreed")),
    };
    let found = remarks(&mut open, &texts).await.ok()?;
    let each =
        found.iter().map(said).map(|(term, says)| tf(lang, "remark-typed", [("term", term.into()), ("says", says.into())]));
    let all = each.collect::<Vec<_>>().join(" ");
    (!all.is_empty()).then(|| format!(" {all}"))
}

async fn remarks(open: &mut Opened, texts: &BTreeMap<Lang, String>) -> Result<Vec<Remark>, Stop> {
    let group = open.facts.project.group_id.clone();
    let known = store::glossary::list(&mut open.member.tx, &open.member.viewer, &group).await?;
    let known: Vec<Standing> = known.into_iter().map(store::Visible::into_inner).collect();
    Ok(glossary::remarks(&known, texts))
}

fn otherwise(lang: Lang, missing: &[Lang]) -> String {
    tf(lang, "remark-otherwise", [("languages", languages(lang, missing).into())])
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
            view! { <li>{words(term)}" "{tag::tag("wait", otherwise(lang, missing))}</li> }.into_any()
        }
        Remark::NotAgreed(term) => view! { <li>{words(term)}" "{tag::tag("void", t(lang, "remark-not-agreed"))}</li> }.into_any(),
    }
}
