//! The deeds of a project's overview: taking up, sending back, withdrawing, reopening, back into discussion.

use domain::consent::{self, Subject};
use domain::facts::Facts;
use domain::policy::{self, Action};
use domain::proposal;
use domain::stage::Stage;
use domain::viewer::Viewer;
use leptos::prelude::*;

use super::act;
use super::project::Opened;
use crate::components::reason;
use crate::form::{Form, post};
use crate::request::Stop;
use crate::text::t;

/// The deeds that stand on the overview, and the page's status.
#[derive(Debug)]
pub struct Deeds {
    /// The forms.
    pub body: AnyView,
    /// 422 or 409 when one of them was sent back.
    pub status: u16,
}

fn steers(facts: &Facts, viewer: &Viewer) -> bool {
    policy::decide(viewer, Action::SteerProject, &facts.project.group_id).is_ok()
}

/// The forms that this viewer can use now.
///
/// # Errors
/// The database fails.
pub async fn deeds(open: &mut Opened) -> Result<Deeds, Stop> {
    let stage = open.facts.project.stage;
    let ours = open.member.viewer.party.delegation().is_some_and(|side| open.facts.project.proposed_by.includes(side));
    let (mut status, mut body) = (200, Vec::new());
    let chair = steers(&open.facts, &open.member.viewer);
    if stage == Stage::Tabled && chair {
        let form = open.form("/do/take-up").await?;
        status = status.max(form.status());
        body.push(if ours { reason(t(open.lang(), "take-up-other")) } else { take_up_form(open, &form) });
        let form = open.form("/do/send-back").await?;
        status = status.max(form.status());
        body.push(with_reason(open, &form, if ours { "take-back" } else { "send-back" }));
    }
    if stage == Stage::Cleared && chair {
        let form = open.form("/do/return-to-discussion").await?;
        status = status.max(form.status());
        body.push(with_reason(open, &form, "return-to-discussion"));
    }
    if stage == Stage::Lapsed && chair {
        let form = open.form("/do/reopen").await?;
        status = status.max(form.status());
        body.push(joint(open, &form, Subject::Reopening, "reopen").await?);
    }
    if withdrawable(open, chair, ours) {
        let form = open.form("/do/withdraw-project").await?;
        status = status.max(form.status());
        body.push(joint(open, &form, Subject::Withdrawal, "withdraw-project").await?);
    }
    Ok(Deeds { body: body.collect_view().into_any(), status })
}

/// A deed that may need both sides: the form, or that the own side's consent waits.
async fn joint(open: &mut Opened, form: &Form, subject: Subject, stem: &str) -> Result<AnyView, Stop> {
    let back = open.form(super::consent::TAKE_BACK).await?;
    let own = open.member.viewer.party.delegation().and_then(|side| consent::own_waiting(&open.facts, subject, side));
    Ok(if own.is_some() { super::consent::own(open, &back, subject, "consent-own-given") } else { with_reason(open, form, stem) })
}

fn withdrawable(open: &Opened, chair: bool, ours: bool) -> bool {
    let head = open.member.viewer.holds(domain::person::Role::Head, &open.facts.project.group_id);
    match open.facts.project.stage {
        Stage::Draft | Stage::Tabled | Stage::InDiscussion => chair && ours,
        Stage::SupervisorReview => head && ours,
        Stage::Cleared => chair,
        _ => false,
    }
}

fn take_up_form(open: &Opened, form: &Form) -> AnyView {
    view! {
        <form class="sheet" method="post" action=form.action>
            <h2>{t(form.lang, "take-up-title")}</h2>
            {form.summary()}
            <p>{t(form.lang, "take-up-hint")}</p>
            {form.hidden(&[("project", open.facts.project.handle())])}
            {form.actions(t(form.lang, "take-up-deed"), "button")}
        </form>
    }
    .into_any()
}

/// A deed that asks for its reason, folded until it is wanted.
pub(crate) fn with_reason(open: &Opened, form: &Form, stem: &str) -> AnyView {
    let lang = form.lang;
    view! {
        <details class="disclosure" open=form.is_sent_back()>
            <summary>{t(lang, &format!("{stem}-title"))}</summary>
            <div class="disclosure__body">
                {form.summary()}
                <p>{t(lang, &format!("{stem}-hint"))}</p>
                <form method="post" action=form.action>
                    {form.hidden(&[("project", open.facts.project.handle())])}
                    {form.area("reason", t(lang, "field-reason"), None, "", 4, None)}
                    {form.language("note_language")}
                    {form.actions(t(lang, &format!("{stem}-deed")), "button button--secondary")}
                </form>
            </div>
        </details>
    }
    .into_any()
}

/// Takes a tabled project up.
#[server(prefix = "/do", endpoint = "take-up")]
pub async fn take_up() -> Result<(), ServerFnError> {
    post(|ask, form| async move { act(&ask, &form, "", "said-taken-up", proposal::take_up).await }).await
}

/// Sends a tabled project back to its proposers.
#[server(prefix = "/do", endpoint = "send-back")]
pub async fn send_back() -> Result<(), ServerFnError> {
    post(|ask, mut form| async move {
        let reason = form.note("reason");
        act(&ask, &form, "", "said-sent-back", move |facts, viewer, at| proposal::send_back(facts, viewer, &reason, at)).await
    })
    .await
}

/// Takes a cleared project back into discussion.
#[server(prefix = "/do", endpoint = "return-to-discussion")]
pub async fn return_to_discussion() -> Result<(), ServerFnError> {
    post(|ask, mut form| async move {
        let reason = form.note("reason");
        act(&ask, &form, "", "said-returned", move |facts, viewer, at| proposal::return_to_discussion(facts, viewer, &reason, at))
            .await
    })
    .await
}

/// Reopens a lapsed project.
#[server(prefix = "/do", endpoint = "reopen")]
pub async fn reopen() -> Result<(), ServerFnError> {
    post(|ask, mut form| async move {
        let reason = form.note("reason");
        act(&ask, &form, "", "said-reopened", move |facts, viewer, at| proposal::reopen(facts, viewer, &reason, at)).await
    })
    .await
}

/// Withdraws a project for good.
#[server(prefix = "/do", endpoint = "withdraw-project")]
pub async fn withdraw_project() -> Result<(), ServerFnError> {
    post(|ask, mut form| async move {
        let reason = form.note("reason");
        act(&ask, &form, "", "said-withdrawn", move |facts, viewer, at| proposal::withdraw(facts, viewer, &reason, at)).await
    })
    .await
}
