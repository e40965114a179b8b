//! On the desk: the meetings of today, the one that runs, what earlier ones left the own side to do, and what waits for a yes.

use domain::clock::Ball;
use domain::meeting::MeetingStage;
use domain::meeting::action::ActionItem;
use domain::person::Role;
use domain::stage::Stage;
use domain::time::Day;
use leptos::prelude::*;
use store::Visible;
use store::meeting::waiting::{Waiting, What};

use super::{LIST, rows, tasks};
use crate::components::{due, sheet, tag};
use crate::pages::desk::{self, Whose};
use crate::request::{Ask, Member, Stop};
use crate::text::t;

/// Both sheets, each where there is something.
///
/// # Errors
/// The database fails.
pub(crate) async fn sheets(ask: &Ask, member: &mut Member) -> Result<AnyView, Stop> {
    let lang = ask.lang;
    let coming = store::meeting::since(&mut member.tx, &member.viewer, ask.now.plus_days(-1)).await?;
    let soon = |stage: MeetingStage| stage.is_ahead() || stage == MeetingStage::Running;
    let today: Vec<_> = coming
        .into_iter()
        .filter(|one| soon(one.stage) && (one.stage == MeetingStage::Running || one.starts_at < ask.now.plus_days(1)))
        .collect();
    let actions = store::meeting::open_actions(&mut member.tx, &member.viewer, member.viewer.party.code()).await?;
    let meetings = if today.is_empty() {
        None
    } else {
        let groups = store::group::list(&mut member.tx, &member.viewer).await?;
        Some(sheet(t(lang, "desk-meetings"), rows(lang, &groups, today.iter(), "meetings-none-ahead")))
    };
    let actions = (!actions.is_empty()).then(|| sheet(t(lang, "desk-actions"), list(ask, &actions)));
    Ok(view! { {meetings}{actions} }.into_any())
}

/// Agendas and minutes that wait for a yes: whom each waits for, its clock, and its row.
///
/// # Errors
/// The database fails.
pub(crate) async fn agreements(ask: &Ask, member: &mut Member) -> Result<Vec<(Whose, Ball, AnyView)>, Stop> {
    let waiting = store::meeting::waiting::seen(&mut member.tx, &member.viewer, ask.now).await?;
    if waiting.is_empty() {
        return Ok(vec![]);
    }
    let groups = store::group::list(&mut member.tx, &member.viewer).await?;
    let viewer = &member.viewer;
    let rows = waiting.iter().flat_map(|one| {
        let ball = one.ball();
        let group = groups.iter().find(|group| group.id == one.group_id).map(|group| &**group);
        let name = super::title(ask.lang, group, one.number);
        let whose = Whose::of(ball.holder.includes(viewer.party), viewer.holds(Role::CoChair, &one.group_id));
        let (asked, _, _) = what(one.what);
        let further = desk::asked_further((Stage::InDiscussion, &one.group_id), (&ball, ask.now), viewer);
        let row = |whose, asked| (whose, ball, row(ask, one, &name, asked));
        std::iter::once(row(whose, asked)).chain(further.map(|asked| row(Whose::Mine, asked))).collect::<Vec<_>>()
    });
    Ok(rows.collect())
}

/// What is asked, where, and what happens when nobody answers.
const fn what(what: What) -> (&'static str, &'static str, &'static str) {
    match what {
        What::Agenda => ("desk-ask-agenda", "/agenda", "desk-then-agenda"),
        What::Minutes => ("desk-ask-minutes", "/minutes", "desk-then-minutes"),
    }
}

fn row(ask: &Ask, one: &Waiting, name: &str, asked: &str) -> AnyView {
    let (lang, ball) = (ask.lang, one.ball());
    let (_, place, then) = what(one.what);
    let href = format!("{LIST}/{}{place}", one.id.as_str());
    let then = due::passed(lang, &ball, ask.now).unwrap_or_else(|| t(lang, then));
    desk::waits(lang, (asked, href), name.to_owned().into_any(), (&ball, ask.now), then)
}

fn list(ask: &Ask, actions: &[Visible<ActionItem>]) -> AnyView {
    let today = Day::of_utc(ask.now);
    let rows = actions.iter().map(|action| {
        let late = (action.due_on < today).then(|| tag::tag("stop", t(ask.lang, "action-late")));
        let href = format!("{LIST}/{}", action.meeting_id.as_str());
        view! { <li class="action">{tasks::words(ask.lang, action)}<p><a href=href>{t(ask.lang, "action-meeting")}</a>" "{late}</p></li> }
    });
    view! { <ul class="stack">{rows.collect_view()}</ul> }.into_any()
}
