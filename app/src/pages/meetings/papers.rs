//! `/desk/meetings/ID/papers`: everything that the meeting talks about in one document, to be printed: the agenda, then for each item the
//! very version that it is pinned to, in three languages, or what was said in its matter, then what earlier meetings left to do.

use domain::meeting::agenda::Item;
use domain::text::Lang;
use leptos::prelude::*;

use super::{Opened, agenda, cards, tasks};
use crate::components::{hash, row, sheet};
use crate::frame::Page;
use crate::markdown::prose;
use crate::pages::matters;
use crate::request::{Ask, Stop};
use crate::text::{capitals, date, t, tf, word};

/// `/desk/meetings/ID/papers`
pub async fn page(ask: Ask, id: String) -> Result<Page, Stop> {
    let mut open = Opened::load(&ask, &id).await?;
    let lang = open.lang;
    let items = open.meeting.items();
    let mut papers = Vec::new();
    for (place, item) in items.iter().enumerate() {
        papers.push(paper(&mut open, place + 1, item).await?);
    }
    let backlog: Vec<_> = open.meeting.backlog.iter().collect();
    let plan = &open.meeting.plan;
    let body = view! {
        <p class="no-print">{t(lang, "papers-hint")}</p>
        <article class="papers">
            <dl class="summary-list">
                {row(t(lang, "meeting-starts"), view! { {date(lang, plan.starts_at)}" · "{capitals(lang, plan.starts_at)} })}
                {row(t(lang, "field-meeting-place"), super::place(plan.lang, &plan.place))}
            </dl>
            {sheet(t(lang, "meeting-agenda"), agenda::items(&open, &items))}
            {papers}
            {(!backlog.is_empty()).then(|| sheet(t(lang, "meeting-backlog"), tasks::list(&open, &backlog, None)))}
        </article>
    };
    Ok(open.page("meeting-tab-papers", body))
}

/// The text behind an item, as the version it is pinned to has it; nothing for an item about something else.
async fn paper(open: &mut Opened, place: usize, item: &Item) -> Result<Option<AnyView>, Stop> {
    let lang = open.lang;
    let Some(pin) = &item.pin else { return of_matter(open, place, item).await };
    let Some(version) = store::meeting::paper(&mut open.member.tx, &open.meeting, pin).await? else { return Ok(None) };
    let sections = version.sections.iter().map(|(key, texts)| {
        let one = |of: Lang| {
            let text = texts.get(&of).filter(|text| !text.is_empty())?;
            Some(view! { <div class="papers__text" lang=of.code() dir=of.dir()>{prose(of, text)}</div> })
        };
        let texts = Lang::ALL.map(one).into_iter().flatten().collect_view();
        view! { <section><h3>{word(lang, "section", key)}</h3><div class="papers__texts">{texts}</div></section> }
    });
    let sections = sections.collect_view();
    let label = tf(lang, "agenda-pin", [("code", pin.code.clone().into()), ("number", pin.number.into())]);
    Ok(Some(
        view! {
            <section class="sheet papers__paper">
                <div class="sheet__head"><h2>{cards::heading(lang, place, item)}</h2></div>
                <p>{label}" "{hash::short(&pin.content_hash)}</p>
                {sections}
            </section>
        }
        .into_any(),
    ))
}

/// What was said in the matter of an item until now.
async fn of_matter(open: &mut Opened, place: usize, item: &Item) -> Result<Option<AnyView>, Stop> {
    let lang = open.lang;
    let Some(pin) = &item.matter else { return Ok(None) };
    let Some(matter) = store::matter::paper(&mut open.member.tx, &open.meeting, pin).await? else { return Ok(None) };
    let start = &matter.start;
    Ok(Some(
        view! {
            <section class="sheet papers__paper">
                <div class="sheet__head"><h2>{cards::heading(lang, place, item)}</h2></div>
                {agenda::matter(lang, item)}
                <h3>{t(lang, "field-matter-text")}</h3>
                {prose(start.lang, &start.text)}
                <h3>{t(lang, "matter-wish")}</h3>
                {prose(start.lang, &start.wish)}
                {matters::told(lang, &open.member, &matter)}
            </section>
        }
        .into_any(),
    ))
}
