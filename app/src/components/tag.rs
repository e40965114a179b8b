//! Tags: an adjective with a colour that says what, never who.

use domain::edit::TextState;
use domain::position::Verdict;
use domain::stage::Stage;
use domain::text::Lang;
use leptos::prelude::*;

use crate::text::word;

/// A tag of a kind.
#[must_use]
pub fn tag(kind: &str, label: String) -> AnyView {
    view! { <span class=format!("tag tag--{kind}")>{label}</span> }.into_any()
}

/// The tag of a stage.
#[must_use]
pub fn stage(lang: Lang, stage: Stage) -> AnyView {
    let kind = match stage {
        Stage::Draft | Stage::Completed | Stage::Closed => "plain",
        Stage::Tabled | Stage::InDiscussion | Stage::GroupBallot | Stage::PrincipalsBallot => "wait",
        Stage::SupervisorReview => "gate",
        Stage::Cleared | Stage::Implementing => "good",
        Stage::Declined => "stop",
        Stage::Withdrawn | Stage::Lapsed => "void",
    };
    tag(kind, word(lang, "stage", stage.code()))
}

/// The tag of a verdict.
#[must_use]
pub fn verdict(lang: Lang, verdict: Verdict) -> AnyView {
    let kind = match verdict {
        Verdict::Approve | Verdict::NoObjection => "good",
        Verdict::NeedsTime => "care",
        Verdict::Object | Verdict::Decline => "stop",
    };
    tag(kind, word(lang, "verdict", verdict.code()))
}

/// The kind of tag for a text's state.
#[must_use]
pub const fn text_kind(state: TextState) -> &'static str {
    match state {
        TextState::Missing => "stop",
        TextState::MachineDraft | TextState::Stale => "care",
        TextState::Draft => "wait",
        TextState::Reviewed => "plain",
        TextState::Agreed => "good",
    }
}

/// The tag of a text's state.
#[must_use]
pub fn text_state(lang: Lang, state: TextState) -> AnyView {
    tag(text_kind(state), word(lang, "text-state", state.code()))
}
