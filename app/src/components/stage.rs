//! The stage indicator: seven steps on two rails, the ring, and one line.

use domain::stage::Stage;
use domain::text::Lang;
use leptos::prelude::*;

use crate::text::{t, tf};

/// Which of the seven steps a stage stands at, from 1; `None` where the road ended beside it.
#[must_use]
pub const fn step_of(stage: Stage) -> Option<i64> {
    Some(match stage {
        Stage::Draft | Stage::Tabled => 1,
        Stage::InDiscussion => 2,
        Stage::GroupBallot => 3,
        Stage::PrincipalsBallot => 4,
        Stage::SupervisorReview | Stage::Cleared => 5,
        Stage::Implementing => 6,
        Stage::Completed | Stage::Closed => 7,
        Stage::Withdrawn | Stage::Declined | Stage::Lapsed => return None,
    })
}

/// Is the step itself done, rather than under way?
const fn is_done(stage: Stage) -> bool {
    matches!(stage, Stage::Cleared | Stage::Completed | Stage::Closed)
}

/// The indicator, with the labels or compact.
#[must_use]
pub fn steps(lang: Lang, stage: Stage, compact: bool) -> AnyView {
    let Some(current) = step_of(stage) else {
        return view! { <div class="stage"><p class="stage__now">{super::tag::stage(lang, stage)}</p></div> }.into_any();
    };
    let items = (1..=7)
        .map(|number| {
            let done = number < current || (number == current && is_done(stage));
            let (class, hidden) = if done {
                ("stage-steps__step stage-steps__step--done", "stage-step-done")
            } else if number == current {
                ("stage-steps__step stage-steps__step--current", "stage-step-current")
            } else {
                ("stage-steps__step stage-steps__step--todo", "stage-step-todo")
            };
            let here = (number == current).then_some("step");
            view! {
                <li class=class aria-current=here>
                    <span class="visually-hidden">{t(lang, hidden)}" "</span>
                    <span class="stage-steps__label">{t(lang, &format!("stage-step-{number}"))}</span>
                </li>
            }
        })
        .collect_view();
    let class = if compact { "stage-steps stage-steps--compact" } else { "stage-steps" };
    let now =
        tf(lang, "stage-step-now", [("number", current.into()), ("step", t(lang, &format!("stage-step-{current}")).into())]);
    view! { <div class="stage"><p class="stage__now">{now}</p><ol class=class>{items}</ol></div> }.into_any()
}
