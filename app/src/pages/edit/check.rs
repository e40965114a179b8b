//! The check before the text is tabled or frozen.

use domain::proposal;
use domain::stage::{self, Gate, Stage};
use leptos::prelude::*;

use crate::components::{missing, reason};
use crate::form::post;
use crate::pages::project::Opened;
use crate::pages::{act, consent};
use crate::request::Stop;
use crate::text::{t, tf};

/// The check at the end: what is missing, what the deed freezes, and the deed.
pub(super) async fn sheet(open: &mut Opened) -> Result<(AnyView, u16), Stop> {
    let draft = open.facts.project.stage == Stage::Draft;
    let form = open.form(if draft { "/do/table" } else { "/do/next-version" }).await?;
    let lang = open.lang();
    let list = stage::missing_besides_consent(&open.facts, Gate::Table, open.ask.now);
    let stem = if draft { "table" } else { "next-version" };
    let (same, nothing) =
        if draft { (false, "next-table-nothing") } else { (!open.facts.working_text_differs(), "next-version-nothing") };
    let chair =
        domain::policy::decide(&open.member.viewer, domain::policy::Action::SteerProject, &open.facts.project.group_id).is_ok();
    let back = open.form(consent::TAKE_BACK).await?;
    let tabling = domain::consent::Subject::Tabling;
    let own = open.member.viewer.party.delegation().and_then(|side| domain::consent::own_waiting(&open.facts, tabling, side));
    let deed = if !chair {
        reason(t(lang, &format!("{stem}-not-permitted")))
    } else if own.is_some() {
        consent::own(open, &back, tabling, "consent-own-given")
    } else if !list.is_empty() {
        ().into_any()
    } else if same {
        reason(t(lang, "refusal-nothing-changed"))
    } else {
        let why = (!draft).then(|| view! { {form.area("reason", t(lang, "next-version-reason"), None, "", 3, None)} {form.language("note_language")} });
        view! {
            <form method="post" action=form.action>
                {form.hidden(&[("project", open.facts.project.handle())])}
                {why}
                {form.actions(t(lang, &format!("{stem}-deed")), "button")}
            </form>
        }
        .into_any()
    };
    let consented = consent::lines_once_given(open, tabling, open.facts.project.id.as_str(), &proposal::text_hash(&open.facts));
    let body = view! {
        <section class="sheet" id="check">
            <div class="sheet__head"><h2>{t(lang, &format!("{stem}-title"))}</h2></div>
            {form.summary()}
            <p>{t(lang, &format!("{stem}-hint"))}</p>
            {left_out(open)}
            {(!same || !list.is_empty()).then(|| missing::panel(lang, &list, t(lang, nothing)))}
            {draft.then_some(consented)}
            {deed}
        </section>
    };
    Ok((body.into_any(), form.status().max(back.status())))
}

/// How many texts stay behind, because a machine made them and nobody has gone through them.
fn left_out(open: &Opened) -> Option<AnyView> {
    let lang = open.lang();
    let count = open.facts.texts.values().filter(|edit| !edit.text.is_empty() && !edit.counts()).count();
    let count = i64::try_from(count).unwrap_or(0);
    (count > 0).then(|| {
        view! { <p class="panel panel--care">{tf(lang, "edit-machine-left-out", [("count", count.into())])}</p> }.into_any()
    })
}

/// Tables a draft.
#[server(prefix = "/do", endpoint = "table")]
pub async fn table() -> Result<(), ServerFnError> {
    post(|ask, form| async move { act(&ask, &form, "", "said-tabled", proposal::table).await }).await
}

/// Freezes the next version.
#[server(prefix = "/do", endpoint = "next-version")]
pub async fn next_version() -> Result<(), ServerFnError> {
    post(|ask, mut form| async move {
        let reason = form.note("reason");
        act(&ask, &form, "/versions", "said-frozen", move |facts, viewer, at| proposal::next_version(facts, viewer, &reason, at))
            .await
    })
    .await
}
