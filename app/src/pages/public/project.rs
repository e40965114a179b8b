//! The public page of a project: its summary and reasons, the road so far, both approvals and the sign-off with the hash.

use domain::text::{Lang, Trilingual};
use leptos::prelude::*;
use store::public::{Keys, Published};
use store::{Readers, Tx};

use crate::components::{hash, head, icon, row, stage, tag, timeline};
use crate::frame::Page;
use crate::markdown::prose;
use crate::request::{Ask, People, Stop};
use crate::text::{date, spelled, t, tf, word};

/// `/LANG/projects/CODE`
pub async fn page(ask: Ask, code: String) -> Result<Page, Stop> {
    let lang = ask.lang;
    let mut tx = ask.portal.db.read(&Readers::public()).await?;
    let found = store::public::find(&mut tx, &code).await?.ok_or(Stop::NotFound)?;
    let body = body(&mut tx, lang, &found).await?;
    let page = Page::new(found.title(lang), body).crumb(t(lang, "public-projects-title"), format!("/{}/projects", lang.code()));
    Ok(page.wide())
}

async fn body(tx: &mut Tx, lang: Lang, found: &Published) -> Result<AnyView, Stop> {
    let said = found.said()?;
    let steps = store::public::steps(tx, found).await?;
    let keys = store::public::keys(tx, found).await?;
    let people = People::public(store::person::offices(tx).await?, lang);
    let text = |texts: &Trilingual| texts.get(&lang).cloned().unwrap_or_default();
    let code = view! { <bdi class="code" dir="ltr">{found.code.clone()}</bdi>" · "{word(lang, "sector", found.sector.code())} };
    let tags =
        view! { {tag::stage(lang, found.stage)}" "{found.stopped.then(|| tag::tag("stop", t(lang, "project-suspended")))} };
    let banner = found.stage.is_end().then(|| banner(lang, found));
    let road = steps.into_iter().map(|(to, at)| timeline::item(lang, to, at, None, None)).collect_view();
    let signed = match &keys {
        Some(keys) => signed(lang, keys, &people),
        None => view! { <p>{t(lang, "public-unsigned")}</p> }.into_any(),
    };
    Ok(view! {
        {head::head(Some(code.into_any()), text(&said.title).into_any(), None, Some(tags.into_any()))}
        {banner}
        {stage::steps(lang, found.stage, false)}
        <div class="columns">
            <section><h2>{t(lang, "public-summary")}</h2>{prose(lang, &text(&said.text))}</section>
            <section><h2>{t(lang, "public-reasons")}</h2>{prose(lang, &text(&said.reasons))}</section>
        </div>
        <section class="sheet"><div class="sheet__head"><h2>{icon("stamp")}" "{t(lang, "public-decisions")}</h2></div>{signed}</section>
        <section><h2>{t(lang, "public-road")}</h2><ol class="timeline">{road}</ol></section>
        <p class="muted">{tf(lang, "public-published-on", [("date", date(lang, found.released_at).into())])}</p>
    }
    .into_any())
}

fn banner(lang: Lang, found: &Published) -> AnyView {
    let text = tf(
        lang,
        "public-ended",
        [("stage", word(lang, "stage", found.stage.code()).into()), ("date", date(lang, found.recorded_at).into())],
    );
    view! { <div class="panel panel--plain"><p>{text}</p></div> }.into_any()
}

fn signed(lang: Lang, keys: &Keys, people: &People) -> AnyView {
    let key = |name: &str, office: String, at| row(t(lang, name), view! { <bdi>{office}</bdi>" · "{date(lang, at)} });
    view! {
        <dl class="summary-list">
            {key("public-approval-il", people.office(&keys.il_person), keys.il_at)}
            {key("public-approval-sy", people.office(&keys.sy_person), keys.sy_at)}
            {key("public-sign-off", people.office(&keys.us_person), keys.signed_at)}
            {row(t(lang, "field-version"), spelled(lang, keys.version))}
            {row(t(lang, "field-valid-until"), date(lang, keys.valid_until))}
            {row(t(lang, "public-hash"), hash::full(lang, &keys.content_hash))}
            {row(t(lang, "public-entry"), hash::full(lang, &keys.entry_hash))}
        </dl>
        <p>{t(lang, "public-same-hash")}</p>
    }
    .into_any()
}
