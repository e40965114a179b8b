//! `/desk/meetings/ID`: when and where, what is to be talked about, what waits, and the ways to console, minutes and papers.

use domain::meeting::{self, MeetingStage};
use leptos::prelude::*;

use super::{Opened, agenda, place, plan, tasks};
use crate::components::{reason, row, sheet};
use crate::form::Form;
use crate::frame::Page;
use crate::pages::matters;
use crate::request::{Ask, Stop};
use crate::text::{capitals, date, t};

/// `/desk/meetings/ID`
pub async fn page(ask: Ask, id: String) -> Result<Page, Stop> {
    let mut open = Opened::load(&ask, &id).await?;
    let change = Form::load(&ask, &mut open.member.tx, "/do/change-meeting").await?;
    let cancel = Form::load(&ask, &mut open.member.tx, "/do/cancel-meeting").await?;
    let end = Form::load(&ask, &mut open.member.tx, "/do/end-action").await?;
    let id = open.id().to_owned();
    let matters = matters::about(&ask, &mut open.member, &open.group, (&id, &id)).await?;
    let before = store::meeting::before(&mut open.member.tx, &open.meeting).await?;
    let (lang, stage) = (open.lang, open.meeting.stage());
    let prepares = meeting::may_prepare(&open.member.viewer, &open.meeting.start.group_id).is_ok();
    let moving = (stage.is_ahead() && prepares).then(|| plan::moving(&open, &change, &cancel));
    let before = before.map(|one| {
        let href = format!("{}/{}/minutes", super::LIST, one.id.as_str());
        view! { <p><a href=href>{super::title(lang, Some(&open.group), one.number)}</a></p> }
    });
    let backlog: Vec<_> = open.meeting.backlog.iter().collect();
    let own: Vec<_> = open.meeting.actions.iter().collect();
    let body = view! {
        {next_step(&open)}
        {sheet(t(lang, "meeting-when"), when(&open))}
        {moving}
        {sheet(t(lang, "meeting-agenda"), agenda::items(&open, &open.meeting.items()))}
        {(!own.is_empty()).then(|| sheet(t(lang, "meeting-actions"), tasks::list(&open, &own, Some(&end))))}
        {(!backlog.is_empty()).then(|| sheet(t(lang, "meeting-backlog"), tasks::list(&open, &backlog, Some(&end))))}
        {matters}
        {before.map(|link| sheet(t(lang, "meeting-before"), link))}
    };
    let status = [&change, &cancel, &end].into_iter().map(Form::status).max().unwrap_or(200);
    Ok(open.page("meeting-tab-overview", body).status(status))
}

fn when(open: &Opened) -> AnyView {
    let (lang, plan) = (open.lang, &open.meeting.plan);
    let link = (!plan.link.is_empty()).then(|| {
        let (href, label) = (plan.link.clone(), plan.link.clone());
        row(t(lang, "field-meeting-link"), view! { <a href=href rel="noreferrer" dir="ltr">{label}</a> })
    });
    let off = open.meeting.steps.iter().rev().find(|step| step.to_stage == MeetingStage::Cancelled).map(|step| {
        let of = step.lang.unwrap_or(lang);
        let words = step.reason.clone().unwrap_or_default();
        row(t(lang, "field-meeting-reason"), view! { <bdi lang=of.code() dir=of.dir()>{words}</bdi> })
    });
    let calendar = open.address("/meeting.ics");
    view! {
        <dl class="summary-list">
            {row(t(lang, "meeting-starts"), view! { {date(lang, plan.starts_at)}" · "{capitals(lang, plan.starts_at)} })}
            {row(t(lang, "meeting-ends"), capitals(lang, plan.ends_at))}
            {row(t(lang, "field-meeting-place"), place(plan.lang, &plan.place))}
            {link}
            {off}
        </dl>
        <p class="cluster"><a href=calendar download>{t(lang, "meeting-calendar")}</a></p>
    }
    .into_any()
}

/// What comes next, and who does it.
fn next_step(open: &Opened) -> Option<AnyView> {
    let (lang, stage) = (open.lang, open.meeting.stage());
    let (key, rest) = match stage {
        MeetingStage::Planned => ("meeting-next-planned", "/agenda"),
        MeetingStage::AgendaAgreed => ("meeting-next-agenda-agreed", "/console"),
        MeetingStage::Running => ("meeting-next-running", "/console"),
        MeetingStage::Ended => ("meeting-next-ended", "/minutes"),
        MeetingStage::Corrections => ("meeting-next-corrections", "/minutes"),
        MeetingStage::Recorded => ("meeting-next-recorded", "/minutes"),
        MeetingStage::Cancelled => return Some(reason(t(lang, "meeting-next-cancelled"))),
    };
    let there = match rest {
        "/console" => meeting::may_run(&open.member.viewer, &open.meeting).is_ok(),
        _ => true,
    };
    let link = there.then(|| {
        let label = t(lang, &format!("meeting-tab-{}", rest.trim_start_matches('/')));
        view! { <p><a class="button button--secondary" href=open.address(rest)>{label}</a></p> }
    });
    Some(view! { <div class="panel panel--plain"><p>{t(lang, key)}</p>{link}</div> }.into_any())
}
