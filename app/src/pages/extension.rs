//! More time for the supervisor's review: what was taken and why, for everybody who reads the project, and the form for an officer.

use domain::extension::{self, Extension};
use domain::policy::{self, Action};
use domain::stage::Stage;
use leptos::prelude::*;

use super::act;
use super::project::{Opened, ball};
use crate::components::sheet;
use crate::form::{Form, post};
use crate::markdown::prose;
use crate::text::{civil_date, day, t, tf};

/// What was taken in the review that runs, and what can be.
pub(super) fn of_review(open: &Opened, form: &Form) -> Option<AnyView> {
    if open.facts.project.stage != Stage::SupervisorReview {
        return None;
    }
    let taken: Vec<_> = extension::taken(&open.facts).map(|one| told(open, one)).collect();
    let taken = (!taken.is_empty()).then(|| sheet(t(open.lang(), "extension-title"), view! { <ul class="stack">{taken}</ul> }));
    Some(view! { {taken} {offered(open, form)} }.into_any())
}

fn told(open: &Opened, one: &Extension) -> AnyView {
    let said = tf(open.lang(), "extension-taken", [("days", i64::from(one.working_days()).into())]);
    let office = open.member.people.office(&one.person_id);
    view! { <li><p>{said}" · "<bdi>{office}</bdi></p>{prose(one.lang, &one.reason)}</li> }.into_any()
}

fn offered(open: &Opened, form: &Form) -> Option<AnyView> {
    let lang = open.lang();
    policy::decide(&open.member.viewer, Action::SignOff, &open.facts.project.group_id).ok()?;
    let Some((number, days)) = extension::next(&open.facts) else {
        return Some(view! { <p class="muted">{t(lang, "extension-none-left")}</p> }.into_any());
    };
    let number = number.to_string();
    let until = ball(&open.facts).and_then(|now| domain::clock::Ball { extended: now.extended + days, ..now }.due(day));
    let until = until.map(|until| civil_date(lang, until)).unwrap_or_default();
    Some(
        view! {
            <details class="disclosure" open=form.is_sent_back()>
                <summary>{t(lang, "extension-take")}</summary>
                <div class="disclosure__body">
                    {form.summary()}
                    <p>{tf(lang, "extension-hint", [("days", i64::from(days).into()), ("date", until.into())])}</p>
                    <form method="post" action=form.action>
                        {form.hidden(&[("project", open.facts.project.handle()), ("number", &number)])}
                        {form.area("reason", t(lang, "field-extension-reason"), None, "", 3, None)}
                        {form.language("note_language")}
                        {form.actions(tf(lang, "extension-deed", [("days", i64::from(days).into())]), "button button--secondary")}
                    </form>
                </div>
            </details>
        }
        .into_any(),
    )
}

/// Takes more time for the review.
#[server(prefix = "/do", endpoint = "extend-review")]
pub async fn extend_review() -> Result<(), ServerFnError> {
    post(|ask, mut form| async move {
        let number = form.raw("number").parse().unwrap_or(0);
        let reason = form.note("reason");
        act(&ask, &form, "/sign-off", "said-extended", move |facts, viewer, at| {
            extension::take(facts, viewer, number, &reason, at)
        })
        .await
    })
    .await
}
