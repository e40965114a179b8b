//! One section, paragraph by paragraph: one to three languages beside each other, and below each paragraph the threads about it.

use std::collections::BTreeMap;

use domain::id::VersionId;
use domain::party::Audience;
use domain::text::Lang;
use domain::thread::{Place, Spot, paragraphs};
use domain::version::Content;
use fluent_templates::fluent_bundle::FluentValue;
use leptos::prelude::*;
use store::Visible;
use store::thread::Heading;

use super::discussion::anchor::carried;
use super::discussion::{heading, new};
use super::project::Opened;
use crate::components::side_by_side::{self, InView};
use crate::components::{empty, tag};
use crate::frame::Page;
use crate::markdown::prose;
use crate::request::{Ask, Stop};
use crate::text::{t, tf, word};

/// A thread beside its paragraph, and whether the words have changed since.
type Beside = (Visible<Heading>, bool);

/// The threads about a section: those of each paragraph, and those whose paragraph is gone.
#[derive(Default)]
struct Talk {
    at: BTreeMap<(Lang, usize), Vec<Beside>>,
    gone: Vec<Visible<Heading>>,
}

/// `/desk/projects/CODE/text/SECTION`
pub async fn page(ask: Ask, handle: String, section: String) -> Result<Page, Stop> {
    let mut open = Opened::find(ask, &handle).await?;
    let lang = open.lang();
    let content = newest(&open)?;
    let key = content.sector.sections().into_iter().find(|key| *key == section).ok_or(Stop::NotFound)?;
    let talk = talk(&mut open, &content, key).await?;
    let chosen = InView::of(&open.ask);
    let texts: Vec<(Lang, Vec<&str>)> = chosen
        .read_by(lang)
        .into_iter()
        .map(|of| (of, content.section(key).and_then(|by| by.get(&of)).map(|text| paragraphs(text)).unwrap_or_default()))
        .collect();
    let count = texts.iter().map(|(_, list)| list.len()).max().unwrap_or(0);
    let uneven = texts.iter().any(|(_, list)| list.len() != count);
    let rows = (1..=count).map(|number| row(&open, &texts, key, number, &talk)).collect_view();
    let body = if count == 0 {
        empty(t(lang, "text-none"), Some((t(lang, "tab-text"), open.href("/text"))))
    } else {
        let heads = texts.iter().map(|(of, _)| head(&open, *of)).collect_view();
        view! {
            <p>{t(lang, "paragraphs-lede")}</p>
            {uneven.then(|| view! { <p class="panel panel--care">{t(lang, "paragraphs-uneven")}</p> })}
            <div class="texts"><div class="texts__row texts__row--head">{heads}</div>{rows}</div>
            {gone(&open, &talk.gone)}
        }
        .into_any()
    };
    let body = view! { {side_by_side::links(&open.ask, &chosen)} {body} }.into_any();
    let page = open.page("/text", &word(lang, "section", key), body);
    // What a caucus says about a paragraph stands here too.
    Ok(page.crumb(t(lang, "tab-text"), chosen.at(&open.href("/text"))).not_for_wall())
}

fn newest(open: &Opened) -> Result<Content, Stop> {
    let version = open.facts.newest.as_ref().ok_or(Stop::NotFound)?;
    Ok(version.parse().ok_or_else(|| store::Error::Corrupt(format!("version {}", version.id)))?)
}

fn head(open: &Opened, of: Lang) -> AnyView {
    let lang = open.lang();
    let original = (of == open.facts.project.source).then(|| tag::tag("plain", t(lang, "text-original")));
    let name = t(lang, &format!("language-{}", of.code()));
    view! { <div class="texts__cell"><p class="texts__language">{name}</p><p class="texts__state">{original}</p></div> }
        .into_any()
}

/// One paragraph in three languages, with its number and what is said about it.
fn row(open: &Opened, texts: &[(Lang, Vec<&str>)], key: &str, number: usize, talk: &Talk) -> AnyView {
    let cells = texts.iter().map(|(of, list)| cell(open, *of, list.get(number - 1).copied(), key, number, talk)).collect_view();
    view! { <div class="texts__row" id=format!("p{number}")>{cells}</div> }.into_any()
}

fn cell(open: &Opened, of: Lang, text: Option<&str>, key: &str, number: usize, talk: &Talk) -> AnyView {
    let lang = open.lang();
    let label = t(lang, &format!("language-{}", of.code()));
    let Some(text) = text else {
        return view! { <div class="texts__cell texts__cell--missing" data-label=label><p>{t(lang, "paragraph-none")}</p></div> }
            .into_any();
    };
    let threads = talk.at.get(&(of, number)).map(|list| threads(open, list));
    let spot = Spot { content_hash: String::new(), section: key.to_owned(), lang: of, paragraph: number };
    let href = open.href(&new::address(Audience::Joint, Some(&spot)));
    let named = tf(lang, "paragraph-discuss-named", [("number", number_of(number)), ("language", label.clone().into())]);
    view! {
        <div class="texts__cell" data-label=label>
            {prose(of, text)}
            {threads}
            <p class="texts__discuss"><a href=href aria-label=named>{tf(lang, "paragraph-discuss", [("number", number_of(number))])}</a></p>
        </div>
    }
    .into_any()
}

fn number_of(number: usize) -> FluentValue<'static> {
    i64::try_from(number).unwrap_or(0).into()
}

fn threads(open: &Opened, list: &[Beside]) -> AnyView {
    let lang = open.lang();
    let rows = list.iter().map(|(thread, changed)| {
        let changed = changed.then(|| tag::tag("care", t(lang, "paragraph-changed")));
        let reads = crate::components::audience::sentence(lang, thread.audience);
        view! { {heading(open, thread)} <li class="thread-list__meta">{reads}" "{changed}</li> }
    });
    let rows = rows.collect_view();
    view! { <ul class="thread-list thread-list--beside">{rows}</ul> }.into_any()
}

fn gone(open: &Opened, list: &[Visible<Heading>]) -> Option<AnyView> {
    let rows: Vec<_> = list.iter().map(|thread| heading(open, thread)).collect();
    (!rows.is_empty())
        .then(|| view! { <h2>{t(open.lang(), "paragraphs-gone")}</h2> <ul class="thread-list">{rows}</ul> }.into_any())
}

/// Finds every thread about this section at the paragraph where its words are now.
async fn talk(open: &mut Opened, now: &Content, key: &str) -> Result<Talk, Stop> {
    let mut anchors = store::thread::anchors(&mut open.member.tx, &open.member.viewer, &open.facts).await?;
    anchors.retain(|anchor| anchor.section == key);
    if anchors.is_empty() {
        return Ok(Talk::default());
    }
    let headings = store::thread::list(&mut open.member.tx, &open.member.viewer, &open.facts).await?;
    let mut versions: BTreeMap<VersionId, Content> = BTreeMap::new();
    let mut talk = Talk::default();
    for anchor in anchors {
        if !versions.contains_key(&anchor.version_id) {
            let version = store::version::find(&mut open.member.tx, &open.facts, &anchor.version_id).await?;
            let content = version.and_then(|version| version.parse()).ok_or(Stop::NotFound)?;
            versions.insert(anchor.version_id.clone(), content);
        }
        let (Some(then), Some(thread)) =
            (versions.get(&anchor.version_id), headings.iter().find(|thread| thread.id == anchor.thread_id))
        else {
            continue;
        };
        match carried(&anchor, then, now).place {
            Place::Same(number) => talk.at.entry((anchor.lang, number)).or_default().push((thread.clone(), false)),
            Place::Changed(number) => talk.at.entry((anchor.lang, number)).or_default().push((thread.clone(), true)),
            Place::Gone => talk.gone.push(thread.clone()),
        }
    }
    Ok(talk)
}
