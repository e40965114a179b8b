//! On the desk: the matters that wait for an answer, or for both sides to settle them.

use domain::clock::{Ball, Turn};
use domain::matter::clock::{Standing, who_acts};
use domain::stage::Stage;
use leptos::prelude::*;
use store::matter::Listed;

use super::{LIST, name};
use crate::components::due;
use crate::pages::desk::{self, Whose};
use crate::request::{Ask, Member, Stop};
use crate::text::t;

/// Each open matter: whom it waits for, its clock, and its row.
///
/// # Errors
/// The database fails.
pub(crate) async fn waiting(ask: &Ask, member: &mut Member) -> Result<Vec<(Whose, Ball, AnyView)>, Stop> {
    let found = store::matter::seen(&mut member.tx, &member.viewer).await?;
    if found.is_empty() {
        return Ok(vec![]);
    }
    let groups = store::group::list(&mut member.tx, &member.viewer).await?;
    let viewer = &member.viewer;
    let rows = found.iter().filter_map(|one| Some((one, one.ball()?))).flat_map(|(one, ball)| {
        let group = groups.iter().find(|group| group.id == one.group_id).map(|group| &**group);
        let acts = who_acts(one.standing().level(), ball.holder, Turn::Holder);
        let holds = acts.iter().any(|(party, role)| *party == viewer.party && viewer.holds(*role, &one.group_id));
        let whose = Whose::of(ball.holder.includes(viewer.party), holds);
        let further = desk::asked_further((Stage::InDiscussion, &one.group_id), (&ball, ask.now), viewer);
        let name = name(ask.lang, group, one.number);
        let row = |whose, asked| (whose, ball, row(ask, one, (&name, &ball), asked));
        std::iter::once(row(whose, asked(one))).chain(further.map(|asked| row(Whose::Mine, asked))).collect::<Vec<_>>()
    });
    Ok(rows.collect())
}

/// What is asked: an answer, or to settle it.
pub(crate) fn asked(one: &Listed) -> &'static str {
    if one.standing().awaits_answer() { "desk-ask-matter-answer" } else { "desk-ask-matter-settle" }
}

/// What happens when nobody answers, or what has come of it.
pub(super) fn then(ask: &Ask, standing: &Standing, ball: &Ball) -> String {
    let key = if standing.awaits_answer() { "desk-then-matter-query" } else { "desk-then-matter-concern" };
    due::passed(ask.lang, ball, ask.now).unwrap_or_else(|| t(ask.lang, key))
}

fn row(ask: &Ask, one: &Listed, (name, ball): (&str, &Ball), asked: &str) -> AnyView {
    let (of, title) = (one.lang, one.title.clone());
    let on = view! { {name.to_owned()}" "<bdi lang=of.code() dir=of.dir()>{title}</bdi> };
    let then = then(ask, &one.standing(), ball);
    desk::waits(ask.lang, (asked, format!("{LIST}/{}", one.id)), on.into_any(), (ball, ask.now), then)
}
