//! The text as it is frozen: one to three languages side by side, each with its state, and the marks of review and agreement.

use domain::edit::TextState;
use domain::party::{Audience, Delegation};
use domain::policy::{self, Action};
use domain::project::TITLE;
use domain::stage::Stage;
use domain::text::Lang;
use domain::thread::Anchor;
use domain::translation::{self, Degree};
use domain::version::{Content, Version, VersionText};
use leptos::prelude::*;
use store::Visible;

use super::act;
use super::project::Opened;
use crate::components::side_by_side::{self, InView};
use crate::components::{reason, tag};
use crate::form::{Form, Outcome, post};
use crate::frame::Page;
use crate::markdown::prose;
use crate::request::{Ask, Stop};
use crate::text::{t, tf, word};

/// `/desk/projects/CODE/text`
pub async fn page(ask: Ask, handle: String) -> Result<Page, Stop> {
    let mut open = Opened::find(ask, &handle).await?;
    let lang = open.lang();
    let chosen = InView::of(&open.ask);
    let form = open.form("/do/mark-text").await?.on(&chosen.here(&open.ask));
    let version = open.facts.newest.clone().ok_or(Stop::NotFound)?;
    let content = version.parse().ok_or_else(|| store::Error::Corrupt(format!("version {}", version.id)))?;
    let texts = version.texts(open.facts.project.source);
    let mut talk = store::thread::anchors(&mut open.member.tx, &open.member.viewer, &open.facts).await?;
    // This page may hang on the wall, so it counts what is said before all.
    talk.retain(|anchor| anchor.audience == Audience::Joint);
    let body = view! {
        <p><a href=open.href("/word")>{t(lang, "word-link")}</a></p>
        {form.summary()}
        {marks(&open, &form, &version, &texts)}
        {side_by_side::links(&open.ask, &chosen)}
        {reader(&open, &content, &texts, &talk, &chosen.read_by(lang))}
    };
    let status = form.status();
    Ok(open.page("/text", &t(lang, "tab-text"), body.into_any()).status(status))
}

fn state(open: &Opened, text: &VersionText) -> TextState {
    if text.stale {
        return TextState::Stale;
    }
    translation::standing(&open.facts.marks, &text.section, text.lang, &text.hash, &text.source_hash)
}

/// The reader's language first, then the other two.
pub(crate) fn order(lang: Lang) -> Vec<Lang> {
    std::iter::once(lang).chain(Lang::ALL.into_iter().filter(|other| *other != lang)).collect()
}

fn reader(open: &Opened, content: &Content, texts: &[VersionText], talk: &[Visible<Anchor>], order: &[Lang]) -> AnyView {
    let lang = open.lang();
    let heads = order
        .iter()
        .map(|&one| {
            let name = t(lang, &format!("language-{}", one.code()));
            let original = (one == open.facts.project.source).then(|| tag::tag("plain", t(lang, "text-original")));
            view! { <div class="texts__cell"><p class="texts__language">{name}</p><p class="texts__state">{original}</p></div> }
        })
        .collect_view();
    let sections: Vec<&str> = std::iter::once(TITLE).chain(content.sector.sections()).collect();
    let rows = sections.into_iter().map(|section| section_row(open, content, texts, (talk, order), section)).collect_view();
    view! { <div class="texts"><div class="texts__row texts__row--head">{heads}</div>{rows}</div> }.into_any()
}

fn section_row(
    open: &Opened,
    content: &Content,
    texts: &[VersionText],
    (talk, order): (&[Visible<Anchor>], &[Lang]),
    section: &str,
) -> AnyView {
    let lang = open.lang();
    let cells = order
        .iter()
        .map(|&one| {
            let label = t(lang, &format!("language-{}", one.code()));
            let text = content.section(section).and_then(|by| by.get(&one));
            let of = texts.iter().find(|text| text.section == section && text.lang == one);
            let shown = of.map_or(TextState::Missing, |text| state(open, text));
            let class = if text.is_some() { "texts__cell" } else { "texts__cell texts__cell--missing" };
            let body = text.map_or_else(|| view! { <p>{t(lang, "text-none")}</p> }.into_any(), |text| prose(one, text));
            view! { <div class=class data-label=label><p class="texts__state">{tag::text_state(lang, shown)}</p>{body}</div> }
        })
        .collect_view();
    let count = talk.iter().filter(|anchor| anchor.section == section).count();
    let label = match i64::try_from(count).unwrap_or(0) {
        0 => t(lang, "paragraphs-open"),
        count => tf(lang, "paragraphs-open-count", [("count", count.into())]),
    };
    // A title is one line, and nothing is said about a part of it.
    let paragraphs = (section != TITLE && content.section(section).is_some())
        .then(|| view! { <p class="texts__paragraphs"><a href=InView::of(&open.ask).at(&open.href(&format!("/text/{section}")))>{label}</a></p> });
    view! {
        <h2 class="texts__title" id=format!("section-{section}")>{word(lang, "section", section)}</h2>
        {paragraphs}
        <div class="texts__row">{cells}</div>
    }
    .into_any()
}

/// What each side can mark, and what is left to mark.
fn marks(open: &Opened, form: &Form, version: &Version, texts: &[VersionText]) -> Option<AnyView> {
    let (lang, viewer, group) = (open.lang(), &open.member.viewer, &open.facts.project.group_id);
    let side = viewer.party.delegation()?;
    if !matches!(open.facts.project.stage, Stage::InDiscussion | Stage::GroupBallot | Stage::PrincipalsBallot) {
        return None;
    }
    let reviews = policy::decide(viewer, Action::ReviewText, group).is_ok();
    let agrees = policy::decide(viewer, Action::AgreeJointly, group).is_ok();
    if !reviews && !agrees {
        return Some(reason(t(lang, "mark-not-permitted")));
    }
    let rows = Lang::ALL
        .into_iter()
        .flat_map(|one| [Degree::Reviewed, Degree::Agreed].map(|degree| (one, degree)))
        .filter(|(one, degree)| match degree {
            Degree::Reviewed => reviews && translation::reviewers(*one).contains(&side),
            Degree::Agreed => agrees,
        })
        .map(|(one, degree)| mark_row(open, form, version, texts, side, one, degree))
        .collect_view();
    Some(
        view! {
            <section class="sheet">
                <div class="sheet__head"><h2>{t(lang, "mark-title")}</h2></div>
                <p>{t(lang, "mark-hint")}</p>
                <ul class="stack">{rows}</ul>
            </section>
        }
        .into_any(),
    )
}

fn mark_row(
    open: &Opened,
    form: &Form,
    version: &Version,
    texts: &[VersionText],
    side: Delegation,
    one: Lang,
    degree: Degree,
) -> AnyView {
    let lang = open.lang();
    let marked = |text: &&VersionText| {
        open.facts.marks.iter().any(|mark| {
            mark.party == side
                && mark.degree == degree
                && mark.lang == one
                && mark.section == text.section
                && mark.text_hash == text.hash
                && mark.source_hash == text.source_hash
        })
    };
    let left = texts.iter().filter(|text| text.lang == one && !text.stale).filter(|text| !marked(text)).count();
    let (code, stem) = if degree == Degree::Reviewed { ("reviewed", "mark-reviewed") } else { ("agreed", "mark-agreed") };
    let name = t(lang, &format!("language-{}", one.code()));
    if left == 0 {
        return view! { <li>{crate::components::icon("check")}" "{tf(lang, &format!("{stem}-done"), [("language", name.into())])}</li> }.into_any();
    }
    let count = i64::try_from(left).unwrap_or(0);
    view! {
        <li>
            <form method="post" action=form.action>
                {form.hidden(&[("project", open.facts.project.handle()), ("language", one.code()), ("degree", code), ("hash", &version.content_hash)])}
                <button class="button button--secondary" type="submit">
                    {tf(lang, &format!("{stem}-deed"), [("language", name.into()), ("count", count.into())])}
                </button>
            </form>
        </li>
    }
    .into_any()
}

/// Marks the texts of one language.
#[server(prefix = "/do", endpoint = "mark-text")]
pub async fn mark_text() -> Result<(), ServerFnError> {
    post(|ask, form| async move {
        let lang = Lang::parse(form.raw("language")).ok_or(Outcome::NotFound)?;
        let degree = match form.raw("degree") {
            "reviewed" => Degree::Reviewed,
            "agreed" => Degree::Agreed,
            _ => return Err(Outcome::NotFound),
        };
        let hash = form.raw("hash").to_owned();
        act(&ask, &form, &InView::after(&ask).at("/text"), "said-marked", move |facts, viewer, at| {
            translation::mark(facts, viewer, lang, degree, &hash, at)
        })
        .await
    })
    .await
}
