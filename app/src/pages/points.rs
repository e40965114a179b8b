//! Points: what is objected to, what would resolve it, the answers, and the closing by the own side.

use domain::id::PointId;
use domain::point::{self, Point};
use domain::policy::{self, Action};
use leptos::prelude::*;
use store::Visible;
use store::link::Linked;

use super::project::Opened;
use super::{act, links};
use crate::components::{empty, tag};
use crate::form::{Form, post};
use crate::frame::Page;
use crate::markdown::prose;
use crate::request::{Ask, Stop};
use crate::text::{t, tf, word};

/// `/desk/projects/CODE/points`
pub async fn page(ask: Ask, handle: String) -> Result<Page, Stop> {
    let mut open = Opened::find(ask, &handle).await?;
    let lang = open.lang();
    let answer = open.form("/do/answer-point").await?;
    let close = open.form("/do/close-point").await?;
    let status = answer.status().max(close.status());
    let links = links::of(&mut open).await?;
    let points: Vec<_> = open.facts.points.iter().rev().map(|point| article(&open, point, &links, (&answer, &close))).collect();
    let list = if points.is_empty() {
        empty(t(lang, "points-none"), None)
    } else {
        view! { <div class="stack">{points}</div> }.into_any()
    };
    Ok(open.page("/points", &t(lang, "tab-points"), list).status(status))
}

fn article(open: &Opened, point: &Point, links: &[Visible<Linked>], (answer, close): (&Form, &Form)) -> AnyView {
    let (lang, facts) = (open.lang(), &open.facts);
    let end = facts.point_ends.iter().find(|end| end.point_id == point.id);
    let state = if end.is_some() { tag::tag("good", t(lang, "point-closed")) } else { tag::tag("stop", t(lang, "point-open")) };
    let party = t(lang, &format!("party-{}", point.party.code()));
    let title =
        tf(lang, "point-title", [("number", point.number.into()), ("section", word(lang, "section", &point.section).into())]);
    let answers = facts
        .answers
        .iter()
        .filter(|answer| answer.point_id == point.id)
        .map(|answer| {
            let office = open.member.people.office(&answer.person_id);
            view! { <h3>{t(lang, "point-answer-of")}" "<bdi>{office}</bdi></h3> {prose(answer.lang, &answer.text)} }
        })
        .collect_view();
    let closing = end.map(|end| {
        view! { <div class="panel panel--good"><h3 class="panel__title">{t(lang, "point-closed-because")}</h3>{prose(end.lang, &end.note)}</div> }
    });
    let office = open.member.people.office(&point.person_id);
    view! {
        <article class="point" id=format!("point-{}", point.number)>
            <div class="point__head">
                <h2>{title}</h2>
                {state}{tag::tag("plain", party)}{tag::tag("plain", word(lang, "class", point.class.code()))}
            </div>
            <p class="muted"><bdi>{office}</bdi></p>
            {links::of_point(open, point.link_id.as_ref(), links)}
            <div class="point__text">{prose(point.lang, &point.text)}</div>
            <div class="point__resolve"><h3>{t(lang, "field-resolve")}</h3>{prose(point.lang, &point.resolve)}</div>
            {answers}
            {closing}
            {end.is_none().then(|| forms(open, point, answer, close))}
        </article>
    }
    .into_any()
}

fn forms(open: &Opened, point: &Point, answer: &Form, close: &Form) -> AnyView {
    let (viewer, group) = (&open.member.viewer, &open.facts.project.group_id);
    let own = viewer.party == point.party;
    if own && policy::decide(viewer, Action::ClosePoint, group).is_ok() {
        return one(open, point, close, "point-close");
    }
    if !own && policy::decide(viewer, Action::AnswerPoint, group).is_ok() {
        return one(open, point, answer, "point-answer");
    }
    view! { <p class="muted">{t(open.lang(), "point-who-closes")}</p> }.into_any()
}

fn one(open: &Opened, point: &Point, form: &Form, stem: &str) -> AnyView {
    let lang = open.lang();
    let form = form.about("point", point.id.as_str());
    view! {
        <details class="disclosure" open=form.is_sent_back()>
            <summary>{t(lang, &format!("{stem}-title"))}</summary>
            <div class="disclosure__body">
                {form.summary()}
                <form method="post" action=form.action>
                    {form.hidden(&[("project", open.facts.project.handle()), ("point", point.id.as_str())])}
                    {form.area("note", t(lang, &format!("{stem}-field")), None, "", 3, None)}
                    {form.language("note_language")}
                    {form.actions(t(lang, &format!("{stem}-deed")), "button button--secondary")}
                </form>
            </div>
        </details>
    }
    .into_any()
}

/// Answers a point.
#[server(prefix = "/do", endpoint = "answer-point")]
pub async fn answer_point() -> Result<(), ServerFnError> {
    post(|ask, mut form| async move {
        let note = form.note("note");
        let id = PointId::from(form.raw("point"));
        act(&ask, &form, "/points", "said-answered", move |facts, viewer, at| point::answer(facts, viewer, &id, &note, at)).await
    })
    .await
}

/// Closes a point of the own side.
#[server(prefix = "/do", endpoint = "close-point")]
pub async fn close_point() -> Result<(), ServerFnError> {
    post(|ask, mut form| async move {
        let note = form.note("note");
        let id = PointId::from(form.raw("point"));
        act(&ask, &form, "/points", "said-closed", move |facts, viewer, at| point::close(facts, viewer, &id, &note, at)).await
    })
    .await
}
