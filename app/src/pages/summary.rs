//! The summary for the public: written in three languages, consented to by both heads on its hash, then live.

use domain::consent::Subject;
use domain::policy::{self, Action};
use domain::summary::{self, NewSummary, REASONS_LIMIT, Said, Summary, TEXT_LIMIT};
use domain::text::{Lang, TITLE_LIMIT, Trilingual};
use leptos::prelude::*;

use super::project::Opened;
use super::{act, consent};
use crate::components::{hash, reason, tag};
use crate::form::{Form, KEPT, Posted, post};
use crate::frame::Page;
use crate::markdown::prose;
use crate::request::{Ask, Stop};
use crate::text::t;

/// `/desk/projects/CODE/summary`
pub async fn page(ask: Ask, handle: String) -> Result<Page, Stop> {
    let mut open = Opened::find(ask, &handle).await?;
    let lang = open.lang();
    let (write, found) = open.kept_form("/do/write-summary").await?;
    let agree = open.form("/do/consent-summary").await?;
    let retract = open.form("/do/retract-summary").await?;
    let back = open.form(consent::TAKE_BACK).await?;
    let status = [write.status(), agree.status(), retract.status(), back.status()].into_iter().max().unwrap_or(200);
    let live = open.facts.live_summary().map(|one| live(&open, one, &retract));
    let pending = summary::pending(&open.facts).map(|one| pending_part(&open, one, &agree, &back));
    let none = (live.is_none() && pending.is_none()).then(|| crate::components::empty(t(lang, "summary-none"), None));
    let body = view! { {live} {pending} {none} {found} {editor(&open, &write)} };
    Ok(open.page("/summary", &t(lang, "tab-summary"), body.into_any()).status(status))
}

fn shown(lang: Lang, said: &Said) -> AnyView {
    let cells = super::texts::order(lang)
        .into_iter()
        .map(|one| {
            let text = |texts: &Trilingual| texts.get(&one).cloned().unwrap_or_default();
            view! {
                <div class="texts__cell" lang=one.code() dir=one.dir() data-label=t(lang, &format!("language-{}", one.code()))>
                    <h3>{text(&said.title)}</h3>
                    {prose(one, &text(&said.text))}
                    {prose(one, &text(&said.reasons))}
                </div>
            }
        })
        .collect_view();
    view! { <div class="texts"><div class="texts__row">{cells}</div></div> }.into_any()
}

fn live(open: &Opened, one: &Summary, retract: &Form) -> AnyView {
    let lang = open.lang();
    let code = open.facts.project.code.clone().unwrap_or_default();
    let head = policy::decide(&open.member.viewer, Action::Conclude, &open.facts.project.group_id).is_ok();
    let retraction = head.then(|| super::tabling::with_reason(open, retract, "retract"));
    view! {
        <section class="sheet">
            <div class="sheet__head"><h2>{t(lang, "summary-live")}</h2>{tag::tag("good", t(lang, "summary-live-tag"))}</div>
            <p><a href=format!("/{}/projects/{code}", lang.code())>{t(lang, "summary-public-page")}</a>" · "{hash::short(&one.hash)}</p>
            {one.parse().map(|said| shown(lang, &said))}
            {retraction}
        </section>
    }
    .into_any()
}

fn pending_part(open: &Opened, one: &Summary, form: &Form, back: &Form) -> AnyView {
    let (lang, facts, viewer) = (open.lang(), &open.facts, &open.member.viewer);
    let given = |side| facts.consented(Subject::Summary, one.id.as_str(), &one.hash, side);
    let head = policy::decide(viewer, Action::Conclude, &facts.project.group_id).is_ok();
    let own = viewer.party.delegation().is_some_and(given);
    let deed = if !head {
        reason(t(lang, "summary-only-head"))
    } else if own {
        consent::own(open, back, Subject::Summary, "consent-own-given")
    } else {
        view! {
            <form method="post" action=form.action>
                {form.hidden(&[("project", facts.project.handle()), ("hash", &one.hash)])}
                <p>{t(lang, "summary-consent-hint")}</p>
                {form.actions(t(lang, "summary-consent-deed"), "button")}
            </form>
        }
        .into_any()
    };
    view! {
        <section class="sheet">
            <div class="sheet__head"><h2>{t(lang, "summary-pending")}</h2>{tag::tag("wait", t(lang, "summary-pending-tag"))}</div>
            {form.summary()}
            {one.parse().map(|said| shown(lang, &said))}
            <p>{t(lang, "field-hash")}" "{hash::short(&one.hash)}</p>
            {consent::lines(lang, given)}
            {deed}
        </section>
    }
    .into_any()
}

const FIELDS: [(Lang, [&str; 3]); 3] = [
    (Lang::En, ["title_en", "text_en", "reasons_en"]),
    (Lang::He, ["title_he", "text_he", "reasons_he"]),
    (Lang::Ar, ["title_ar", "text_ar", "reasons_ar"]),
];

fn editor(open: &Opened, form: &Form) -> AnyView {
    let (lang, facts) = (open.lang(), &open.facts);
    if policy::decide(&open.member.viewer, Action::PrepareSummary, &facts.project.group_id).is_err() {
        return ().into_any();
    }
    if !summary::may_be_told(facts.project.stage) {
        return reason(t(lang, "summary-too-early"));
    }
    let last = facts.summaries.last().and_then(Summary::parse);
    let old = |pick: fn(&Said) -> &Trilingual, one: Lang| {
        last.as_ref().and_then(|said| pick(said).get(&one).cloned()).unwrap_or_default()
    };
    let columns = FIELDS
        .into_iter()
        .map(|(one, [title, text, reasons])| {
            let name = t(lang, &format!("language-{}", one.code()));
            view! {
                <div class="editor__column">
                    <h2>{name}</h2>
                    {form.line(title, t(lang, "summary-field-title"), None, &old(|said| &said.title, one), Some(one))}
                    {form.area(text, t(lang, "summary-field-text"), None, &old(|said| &said.text, one), 12, Some(one))}
                    {form.area(reasons, t(lang, "summary-field-reasons"), None, &old(|said| &said.reasons, one), 4, Some(one))}
                </div>
            }
        })
        .collect_view();
    view! {
        <details class="disclosure" open=form.is_sent_back() || !form.flash.values.is_empty()>
            <summary>{t(lang, "summary-write-title")}</summary>
            <div class="disclosure__body">
                {form.summary()}
                <p>{t(lang, "summary-write-hint")}</p>
                <form method="post" action=form.action id=KEPT>
                    {form.hidden(&[("project", facts.project.handle())])}
                    <div class="editor">{columns}</div>
                    {form.autosave()}
                    {form.actions(t(lang, "summary-write-deed"), "button")}
                </form>
            </div>
        </details>
    }
    .into_any()
}

fn read(form: &mut Posted) -> NewSummary {
    let mut new = NewSummary { title: Trilingual::new(), text: Trilingual::new(), reasons: Trilingual::new() };
    for (lang, [title, text, reasons]) in FIELDS {
        new.title.insert(lang, form.line(title, TITLE_LIMIT));
        new.text.insert(lang, form.lines(text, TEXT_LIMIT));
        new.reasons.insert(lang, form.lines(reasons, REASONS_LIMIT));
    }
    new
}

/// Writes a summary.
#[server(prefix = "/do", endpoint = "write-summary")]
pub async fn write_summary() -> Result<(), ServerFnError> {
    post(|ask, mut form| async move {
        let new = read(&mut form);
        act(&ask, &form, "/summary", "said-summary-written", move |facts, viewer, at| summary::write(facts, viewer, &new, at))
            .await
    })
    .await
}

/// Consents to a summary.
#[server(prefix = "/do", endpoint = "consent-summary")]
pub async fn consent_summary() -> Result<(), ServerFnError> {
    post(|ask, form| async move {
        let hash = form.raw("hash").to_owned();
        act(&ask, &form, "/summary", "said-consented", move |facts, viewer, at| summary::consent(facts, viewer, &hash, at)).await
    })
    .await
}

/// Takes a summary back.
#[server(prefix = "/do", endpoint = "retract-summary")]
pub async fn retract_summary() -> Result<(), ServerFnError> {
    post(|ask, mut form| async move {
        let reason = form.note("reason");
        act(&ask, &form, "/summary", "said-retracted", move |facts, viewer, at| summary::retract(facts, viewer, &reason, at))
            .await
    })
    .await
}
