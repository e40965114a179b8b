//! Versions and what lies between any two: by section and language, whole words, before and after.

use domain::position::Position;
use domain::project::TITLE;
use domain::stage::Stage;
use domain::text::Lang;
use domain::version::Content;
use leptos::prelude::*;
use similar::{ChangeTag, TextDiff};
use store::seen::Kind;

use super::own;
use super::project::Opened;
use crate::components::{empty, hash, tag};
use crate::form::{Flash, Form, Outcome, post};
use crate::frame::Page;
use crate::request::{Ask, Stop};
use crate::text::{moment, t, tf, word};

/// `/desk/projects/CODE/versions`
pub async fn page(ask: Ask, handle: String) -> Result<Page, Stop> {
    let mut open = Opened::find(ask, &handle).await?;
    let lang = open.lang();
    let heads = store::version::heads(&mut open.member.tx, &open.facts).await?;
    let numbers: Vec<i64> = heads.iter().map(|head| head.number).collect();
    let rows = heads
        .iter()
        .map(|head| {
            let voided: Vec<&Position> =
                open.facts.positions.iter().filter(|one| one.version_id == head.id && open.facts.is_outdated(one)).collect();
            let voided = (!voided.is_empty()).then(|| {
                let count = i64::try_from(voided.len()).unwrap_or(0);
                tag::tag("void", tf(lang, "versions-outdated", [("count", count.into())]))
            });
            let why = head.reason.clone().map(|reason| {
                let of = head.lang.unwrap_or(lang);
                view! { <p class="timeline__what" lang=of.code() dir=of.dir()>{reason}</p> }
            });
            let office = open.member.people.office(&head.person_id);
            view! {
                <li class="timeline__item">
                    <p class="timeline__when">{moment(lang, head.recorded_at)}" · "<bdi>{office}</bdi></p>
                    <h2>{tf(lang, "version-number", [("number", head.number.into())])}" "{voided}</h2>
                    {why}
                    {hash::full(lang, &head.content_hash)}
                </li>
            }
        })
        .collect_view();
    let news = since(&mut open, &numbers).await?;
    // While it is discussed they have a tab of their own.
    let amendments = (open.facts.project.stage != Stage::InDiscussion)
        .then(|| view! { <p><a href=open.href("/amendments")>{t(lang, "tab-amendments")}</a></p> });
    let body = view! { {amendments} {news} {choose(&open, &numbers, None)} <ol class="timeline timeline--plain">{rows}</ol> };
    Ok(open.page("/versions", &t(lang, "tab-versions"), body.into_any()))
}

/// What came since this reader last said that they have seen the text: the way to the differences, and the button that says so.
async fn since(open: &mut Opened, numbers: &[i64]) -> Result<Option<AnyView>, Stop> {
    let (lang, project) = (open.lang(), open.facts.project.id.clone());
    let person = open.member.viewer.person_id.clone();
    let seen = store::seen::find(&mut open.member.tx, &person, Kind::Version, project.as_str()).await?.unwrap_or(0);
    let Some(&newest) = numbers.first().filter(|newest| **newest > seen) else { return Ok(None) };
    let form = Form::plain(&open.ask, "/do/seen-version", Flash::default());
    let says = if seen == 0 { t(lang, "versions-unseen") } else { tf(lang, "versions-since", [("number", seen.into())]) };
    let between = open.href(&format!("/compare?from={seen}&to={newest}"));
    let link = (seen > 0).then(|| view! { <a href=between>{t(lang, "versions-since-link")}</a> });
    let mark = newest.to_string();
    Ok(Some(
        view! {
            <div class="panel">
                <p>{says}" "{link}</p>
                <form method="post" action=form.action>
                    {form.hidden(&[("project", open.facts.project.handle()), ("mark", &mark)])}
                    {form.actions(t(lang, "versions-seen-deed"), "button button--secondary button--small")}
                </form>
            </div>
        }
        .into_any(),
    ))
}

/// Somebody has seen the text as far as a version.
#[server(prefix = "/do", endpoint = "seen-version")]
pub async fn seen_version() -> Result<(), ServerFnError> {
    post(|ask, form| async move {
        let mark: i64 = form.raw("mark").parse().map_err(|_| Outcome::NotFound)?;
        let open = Opened::of_form(&ask, &form).await?;
        let newest = open.facts.newest.as_ref().map_or(0, |version| version.number);
        let (project, place, mark) = (open.facts.project.id.to_string(), open.href("/versions"), mark.min(newest));
        drop(open);
        own(&ask, &form, &place, "said-seen", move |tx, person| {
            let project = project.clone();
            Box::pin(async move { store::seen::raise(tx, &person, Kind::Version, &project, mark).await })
        })
        .await
    })
    .await
}

/// The form that chooses two versions to compare.
fn choose(open: &Opened, numbers: &[i64], chosen: Option<(i64, i64)>) -> AnyView {
    let lang = open.lang();
    let (Some(&newest), true) = (numbers.first(), numbers.len() > 1) else {
        return empty(t(lang, "compare-nothing"), None);
    };
    let (from, to) = chosen.unwrap_or((newest - 1, newest));
    let options = |selected: i64| {
        numbers
            .iter()
            .map(|&number| {
                view! { <option value=number.to_string() selected=number == selected>{tf(lang, "version-number", [("number", number.into())])}</option> }
            })
            .collect_view()
    };
    view! {
        <form class="filters" method="get" action=open.href("/compare")>
            <div class="filters__fields">
                <div class="field field--short"><label class="field__label" for="from">{t(lang, "compare-from")}</label>
                    <select id="from" name="from">{options(from)}</select></div>
                <div class="field field--short"><label class="field__label" for="to">{t(lang, "compare-to")}</label>
                    <select id="to" name="to">{options(to)}</select></div>
            </div>
            <div class="form-actions"><button class="button button--secondary" type="submit">{t(lang, "compare-deed")}</button></div>
        </form>
    }
    .into_any()
}

/// `/desk/projects/CODE/compare?from=1&to=2`
pub async fn compare(ask: Ask, handle: String) -> Result<Page, Stop> {
    let mut open = Opened::find(ask, &handle).await?;
    let lang = open.lang();
    let heads = store::version::heads(&mut open.member.tx, &open.facts).await?;
    let numbers: Vec<i64> = heads.iter().map(|head| head.number).collect();
    let newest = numbers.iter().copied().max().unwrap_or(0);
    if newest < 2 {
        let none = empty(t(lang, "compare-nothing"), Some((t(lang, "tab-versions"), open.href("/versions"))));
        return Ok(open.page("/versions", &t(lang, "compare-deed"), none));
    }
    // Without a choice the newest step is shown.
    let number = |name: &str, otherwise: i64| match open.ask.query(name) {
        "" => otherwise,
        typed => typed.parse().unwrap_or(0),
    };
    let (from, to) = (number("from", newest - 1), number("to", newest));
    let old = content(&mut open, from).await?;
    let new = content(&mut open, to).await?;
    let body = view! { {choose(&open, &numbers, Some((from, to)))} {difference(lang, &old, &new)} };
    let title = tf(lang, "compare-title", [("from", from.into()), ("to", to.into())]);
    Ok(open.page("/versions", &title, body.into_any()))
}

/// What a version of this project says.
pub(crate) async fn content(open: &mut Opened, number: i64) -> Result<Content, Stop> {
    let version = store::version::numbered(&mut open.member.tx, &open.facts, number).await?.ok_or(Stop::NotFound)?;
    Ok(version.parse().ok_or_else(|| store::Error::Corrupt(format!("version {}", version.id)))?)
}

/// What lies between two versions.
pub(crate) fn difference(lang: Lang, old: &Content, new: &Content) -> AnyView {
    let sections: Vec<&str> = std::iter::once(TITLE).chain(new.sector.sections()).collect();
    let total = i64::try_from(sections.len()).unwrap_or(0);
    let changed: Vec<&str> = sections.into_iter().filter(|section| old.section(section) != new.section(section)).collect();
    let count = i64::try_from(changed.len()).unwrap_or(0);
    let parts = changed.iter().map(|section| section_difference(lang, old, new, section)).collect_view();
    let links = changed
        .iter()
        .map(|section| view! { <li><a href=format!("#diff-{section}")>{word(lang, "section", section)}</a></li> })
        .collect_view();
    let files = (old.attachments != new.attachments).then(|| view! { <p>{t(lang, "compare-files")}</p> });
    let scope = (old.scope != new.scope).then(|| view! { <p>{t(lang, "compare-scope")}</p> });
    view! {
        <section class="diff">
            <h2>{tf(lang, "compare-count", [("count", count.into()), ("total", total.into())])}</h2>
            <ul class="cluster">{links}</ul>
            {files}{scope}{parts}
        </section>
    }
    .into_any()
}

fn section_difference(lang: Lang, old: &Content, new: &Content, section: &str) -> AnyView {
    let pairs = super::texts::order(lang)
        .into_iter()
        .filter_map(|one| {
            let text = |content: &Content| content.section(section).and_then(|by| by.get(&one)).cloned().unwrap_or_default();
            let (before, after) = (text(old), text(new));
            (before != after).then(|| pair(lang, one, &before, &after))
        })
        .collect_view();
    view! { <h3 id=format!("diff-{section}")>{word(lang, "section", section)}</h3> {pairs} }.into_any()
}

/// The words of one side of a difference, neighbours of one kind together.
fn words<'text>(diff: &TextDiff<'text, 'text, '_, str>, own: ChangeTag) -> Vec<AnyView> {
    let mut runs: Vec<(bool, String)> = Vec::new();
    for change in diff.iter_all_changes().filter(|change| change.tag() == own || change.tag() == ChangeTag::Equal) {
        let marked = change.tag() == own;
        match runs.last_mut() {
            Some((last, text)) if *last == marked => text.push_str(change.value()),
            _ => runs.push((marked, change.value().to_owned())),
        }
    }
    let show = |(marked, text): (bool, String)| match (marked, own) {
        (true, ChangeTag::Delete) => view! { <del>{text}</del> }.into_any(),
        (true, _) => view! { <ins>{text}</ins> }.into_any(),
        (false, _) => text.into_any(),
    };
    runs.into_iter().map(show).collect()
}

pub(crate) fn pair(lang: Lang, one: Lang, before: &str, after: &str) -> AnyView {
    let diff = TextDiff::from_unicode_words(before, after);
    let name = t(lang, &format!("language-{}", one.code()));
    view! {
        <div class="diff__pair">
            <div class="diff__before">
                <p class="diff__label">{name.clone()}" · "{t(lang, "compare-before")}</p>
                <div class="diff__text" lang=one.code() dir=one.dir()>{words(&diff, ChangeTag::Delete)}</div>
            </div>
            <div class="diff__after">
                <p class="diff__label">{name}" · "{t(lang, "compare-after")}</p>
                <div class="diff__text" lang=one.code() dir=one.dir()>{words(&diff, ChangeTag::Insert)}</div>
            </div>
        </div>
    }
    .into_any()
}
