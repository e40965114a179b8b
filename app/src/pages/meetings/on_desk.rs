//! On the desk: the meetings of today, the one that runs, and what earlier ones left the own side to do.

use domain::meeting::MeetingStage;
use domain::meeting::action::ActionItem;
use domain::time::Day;
use leptos::prelude::*;
use store::Visible;

use super::{LIST, rows, tasks};
use crate::components::{sheet, tag};
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

fn list(ask: &Ask, actions: &[Visible<ActionItem>]) -> AnyView {
    let today = Day::of_utc(ask.now);
    let rows = actions.iter().map(|action| {
        let late = (action.due_on < today).then(|| tag::tag("stop", t(ask.lang, "action-late")));
        let href = format!("{LIST}/{}", action.meeting_id.as_str());
        view! { <li class="action">{tasks::words(ask.lang, action)}<p><a href=href>{t(ask.lang, "action-meeting")}</a>" "{late}</p></li> }
    });
    view! { <ul class="stack">{rows.collect_view()}</ul> }.into_any()
}
