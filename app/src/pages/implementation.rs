//! Implementation: starting, completing and closing, each with both sides' consent; stop-work and its end.

use domain::implementation::{self, Joint};
use domain::policy::{self, Action};
use domain::stage::{self, Stage};
use leptos::prelude::*;

use super::project::Opened;
use super::{act, consent};
use crate::components::{hash, icon, missing, reason, row, sheet};
use crate::form::{Form, post};
use crate::frame::Page;
use crate::markdown::prose;
use crate::request::{Ask, Stop};
use crate::text::{date, t};

/// `/desk/projects/CODE/implementation`
pub async fn page(ask: Ask, handle: String) -> Result<Page, Stop> {
    let mut open = Opened::find(ask, &handle).await?;
    let lang = open.lang();
    let mut status = 200;
    let mut parts = Vec::new();
    let back = open.form(consent::TAKE_BACK).await?;
    for deed in joint_deeds(open.facts.project.stage) {
        let form = open.form(path(*deed)).await?;
        status = status.max(form.status());
        parts.push(joint(&open, *deed, &form, &back));
    }
    let stop = open.form("/do/stop-work").await?;
    let lift = open.form("/do/lift-stop-work").await?;
    status = status.max(stop.status()).max(lift.status()).max(back.status());
    let body = view! { {keys(&open)} {closing(&open)} {parts} {stopping(&open, &stop, &lift)} };
    Ok(open.page("/implementation", &t(lang, "tab-implementation"), body.into_any()).status(status))
}

const fn joint_deeds(stage: Stage) -> &'static [Joint] {
    match stage {
        Stage::Cleared => &[Joint::Start],
        Stage::Implementing => &[Joint::Complete, Joint::Close],
        Stage::Completed => &[Joint::Close],
        _ => &[],
    }
}

const fn path(deed: Joint) -> &'static str {
    match deed {
        Joint::Start => "/do/start-work",
        Joint::Complete => "/do/complete-work",
        Joint::Close => "/do/close-project",
    }
}

const fn stem(deed: Joint) -> &'static str {
    match deed {
        Joint::Start => "start-work",
        Joint::Complete => "complete-work",
        Joint::Close => "close-project",
    }
}

/// The three keys that the project stands on.
fn keys(open: &Opened) -> AnyView {
    let lang = open.lang();
    let Some(authorisation) = open.facts.standing_authorisation_for_consent() else {
        return reason(t(lang, "implementation-before-sign-off"));
    };
    let lost = open.facts.standing_authorisation().is_none().then(|| reason(t(lang, "implementation-key-lost")));
    let until = open.facts.sign_offs.iter().find(|one| one.id == authorisation.sign_off_id).and_then(|one| one.valid_until);
    let until = until.map(|until| row(t(lang, "field-valid-until"), date(lang, until)));
    sheet(
        t(lang, "implementation-keys"),
        view! {
            {lost}
            <dl class="summary-list">
                {row(t(lang, "field-authorisation"), view! { <bdi dir="ltr">{authorisation.id.to_string()}</bdi> })}
                {row(t(lang, "field-hash"), hash::full(lang, &authorisation.content_hash))}
                {until}
            </dl>
        },
    )
}

/// What the heads said when they closed the project.
fn closing(open: &Opened) -> Option<AnyView> {
    let lang = open.lang();
    let facts = &open.facts;
    let notes = facts.closing_notes.iter().filter(|note| facts.consents.iter().any(|given| given.id == note.consent_id));
    let rows: Vec<_> =
        notes.map(|note| row(t(lang, &format!("party-{}", note.party.code())), prose(note.lang, &note.note))).collect();
    (!rows.is_empty()).then(|| sheet(t(lang, "closing-notes"), view! { <dl class="summary-list">{rows}</dl> }))
}

fn joint(open: &Opened, deed: Joint, form: &Form, back: &Form) -> AnyView {
    let (lang, facts, viewer) = (open.lang(), &open.facts, &open.member.viewer);
    let Some(authorisation) = facts.standing_authorisation_for_consent() else { return ().into_any() };
    let list = stage::missing_besides_consent(facts, deed.gate(), open.ask.now);
    let given = |side| facts.consented(deed.subject(), authorisation.id.as_str(), &authorisation.content_hash, side);
    let action = if deed == Joint::Close { Action::Conclude } else { Action::AgreeJointly };
    let allowed = policy::decide(viewer, action, &facts.project.group_id).is_ok();
    let own = viewer.party.delegation().is_some_and(given);
    let stem = stem(deed);
    let button = if !allowed {
        reason(t(lang, &format!("{stem}-who")))
    } else if own {
        consent::own(open, back, deed.subject(), "consent-own-given")
    } else if list.is_empty() {
        view! {
            <form method="post" action=form.action>
                {form.hidden(&[("project", facts.project.handle()), ("hash", &authorisation.content_hash)])}
                {(deed == Joint::Close).then(|| closing_fields(form))}
                {form.actions(t(lang, &format!("{stem}-deed")), "button")}
            </form>
        }
        .into_any()
    } else {
        ().into_any()
    };
    view! {
        <section class="sheet" id=stem>
            <div class="sheet__head"><h2>{t(lang, &format!("{stem}-title"))}</h2></div>
            {form.summary()}
            <p>{t(lang, &format!("{stem}-hint"))}</p>
            {missing::panel(lang, &list, t(lang, "missing-nothing"))}
            {consent::lines(lang, given)}
            {button}
        </section>
    }
    .into_any()
}

/// What a head says at the end: each side has its own words.
fn closing_fields(form: &Form) -> AnyView {
    let hint = Some(t(form.lang, "field-closing-note-hint"));
    view! { {form.area("note", t(form.lang, "field-closing-note"), hint, "", 5, None)} {form.language("note_language")} }
        .into_any()
}

fn stopping(open: &Opened, stop: &Form, lift: &Form) -> Option<AnyView> {
    let (lang, facts, viewer) = (open.lang(), &open.facts, &open.member.viewer);
    let allowed = policy::decide(viewer, Action::StopWork, &facts.project.group_id).is_ok();
    if let Some(order) = facts.stopped() {
        let party = t(lang, &format!("party-{}", order.party.code()));
        let lifting = (allowed && order.party == viewer.party).then(|| super::tabling::with_reason(open, lift, "lift"));
        return Some(
            view! {
                <section class="panel panel--stop">
                    <h2 class="panel__title">{icon("pause")}" "{t(lang, "stop-in-force")}" "{party}</h2>
                    {prose(order.lang, &order.reason)}
                </section>
                {lifting}
            }
            .into_any(),
        );
    }
    (allowed && matches!(facts.project.stage, Stage::Cleared | Stage::Implementing))
        .then(|| super::tabling::with_reason(open, stop, "stop"))
}

fn hash_of(form: &crate::form::Posted) -> String {
    form.raw("hash").to_owned()
}

/// Consents to the start of work.
#[server(prefix = "/do", endpoint = "start-work")]
pub async fn start_work() -> Result<(), ServerFnError> {
    post(|ask, form| async move {
        let hash = hash_of(&form);
        act(&ask, &form, "/implementation", "said-consented", move |facts, viewer, at| {
            implementation::consent(facts, viewer, Joint::Start, &hash, at)
        })
        .await
    })
    .await
}

/// Consents to completion.
#[server(prefix = "/do", endpoint = "complete-work")]
pub async fn complete_work() -> Result<(), ServerFnError> {
    post(|ask, form| async move {
        let hash = hash_of(&form);
        act(&ask, &form, "/implementation", "said-consented", move |facts, viewer, at| {
            implementation::consent(facts, viewer, Joint::Complete, &hash, at)
        })
        .await
    })
    .await
}

/// Consents to closing.
#[server(prefix = "/do", endpoint = "close-project")]
pub async fn close_project() -> Result<(), ServerFnError> {
    post(|ask, mut form| async move {
        let hash = hash_of(&form);
        let note = form.note("note");
        act(&ask, &form, "/implementation", "said-consented", move |facts, viewer, at| {
            implementation::close(facts, viewer, &hash, &note, at)
        })
        .await
    })
    .await
}

/// Orders stop-work.
#[server(prefix = "/do", endpoint = "stop-work")]
pub async fn stop_work() -> Result<(), ServerFnError> {
    post(|ask, mut form| async move {
        let reason = form.note("reason");
        act(&ask, &form, "/implementation", "said-stopped", move |facts, viewer, at| {
            implementation::stop(facts, viewer, &reason, at)
        })
        .await
    })
    .await
}

/// Lifts the own side's order.
#[server(prefix = "/do", endpoint = "lift-stop-work")]
pub async fn lift_stop_work() -> Result<(), ServerFnError> {
    post(|ask, mut form| async move {
        let note = form.note("reason");
        act(&ask, &form, "/implementation", "said-lifted", move |facts, viewer, at| {
            implementation::lift(facts, viewer, &note, at)
        })
        .await
    })
    .await
}
