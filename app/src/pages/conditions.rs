//! Conditions: what was made a condition of an approval or a signature, who sees to it, and each side's word that it is done.

use domain::condition::{self, Condition};
use domain::consent::{self, Subject};
use domain::id::ConditionId;
use domain::policy::{self, Action};
use domain::stage::Stage;
use leptos::prelude::*;

use super::act;
use super::project::Opened;
use crate::components::{empty, row, tag};
use crate::form::{Form, post};
use crate::frame::Page;
use crate::markdown::prose;
use crate::request::{Ask, Stop};
use crate::text::{t, tf, word};

/// `/desk/projects/CODE/conditions`
pub async fn page(ask: Ask, handle: String) -> Result<Page, Stop> {
    let mut open = Opened::find(ask, &handle).await?;
    let lang = open.lang();
    let accept = open.form("/do/accept-condition").await?;
    let verify = open.form("/do/verify-condition").await?;
    let back = open.form(super::consent::TAKE_BACK).await?;
    let status = accept.status().max(verify.status()).max(back.status());
    let list: Vec<_> = open.facts.conditions.iter().map(|one| article(&open, one, [&accept, &verify, &back])).collect();
    let list = if list.is_empty() {
        empty(t(lang, "conditions-none"), None)
    } else {
        view! { <div class="stack">{list}</div> }.into_any()
    };
    Ok(open.page("/conditions", &t(lang, "tab-conditions"), list).status(status))
}

fn article(open: &Opened, one: &Condition, [accept, verify, back]: [&Form; 3]) -> AnyView {
    let (lang, facts) = (open.lang(), &open.facts);
    let standing = facts.standing_conditions().any(|other| other.id == one.id);
    let void = (!standing).then(|| tag::tag("void", t(lang, "condition-void")));
    let given = facts.consents.iter().find(|consent| {
        consent.subject == Subject::Condition && consent.subject_id == one.id.as_str() && consent.subject_hash == one.hash()
    });
    let accepted = given.is_some();
    let burden = one.burdens_other().then(|| {
        if accepted { tag::tag("good", t(lang, "condition-accepted")) } else { tag::tag("care", t(lang, "condition-to-accept")) }
    });
    let verified = one
        .verifiers()
        .into_iter()
        .map(|party| {
            let name = t(lang, &format!("party-{}", party.code()));
            let given = facts.verifications.iter().find(|other| other.condition_id == one.id && other.party == party);
            let shown =
                given.map_or_else(|| t(lang, "condition-not-verified").into_any(), |given| prose(given.lang, &given.note));
            row(name, shown)
        })
        .collect_view();
    let forms = standing.then(|| forms(open, one, accepted, accept, verify));
    let signs = policy::decide(&open.member.viewer, Action::PrincipalsPosition, &facts.project.group_id).is_ok();
    let own = given.filter(|given| signs && given.party == open.member.viewer.party && consent::waits(facts, given));
    let back = own.map(|given| super::consent::take_back(open, back, given));
    view! {
        <article class="sheet" id=format!("condition-{}", one.number)>
            <div class="sheet__head">
                <h2>{tf(lang, "condition-title", [("number", one.number.into())])}</h2>
                <span class="cluster">{tag::tag("plain", word(lang, "condition-due", one.due.code()))}{burden}{void}</span>
            </div>
            {prose(one.lang, &one.text)}
            <dl class="summary-list">
                {row(t(lang, "field-set-by"), t(lang, &format!("party-{}", one.party.code())))}
                {row(t(lang, "field-owner"), t(lang, &format!("party-{}", one.owner.party().code())))}
                {row(t(lang, "field-evidence"), prose(one.lang, &one.evidence))}
                {verified}
            </dl>
            {forms}
            {back}
        </article>
    }
    .into_any()
}

fn forms(open: &Opened, one: &Condition, accepted: bool, accept: &Form, verify: &Form) -> AnyView {
    let (lang, viewer, group) = (open.lang(), &open.member.viewer, &open.facts.project.group_id);
    let about = [("project", open.facts.project.handle()), ("condition", one.id.as_str())];
    let to_accept = one.burdens_other() && !accepted && viewer.party == one.owner.party();
    if to_accept && policy::decide(viewer, Action::PrincipalsPosition, group).is_ok() {
        return view! {
            <form method="post" action=accept.action>
                {accept.hidden(&about)}
                <p>{t(lang, "condition-accept-hint")}</p>
                {accept.actions(t(lang, "condition-accept-deed"), "button")}
            </form>
        }
        .into_any();
    }
    let given = open.facts.verifications.iter().any(|other| other.condition_id == one.id && other.party == viewer.party);
    let can = policy::decide(viewer, Action::VerifyCondition, group).is_ok() && one.verifiers().contains(&viewer.party);
    let running = matches!(open.facts.project.stage, Stage::Cleared | Stage::Implementing);
    if !can || given || !running {
        return ().into_any();
    }
    let form = verify.about("condition", one.id.as_str());
    view! {
        <form method="post" action=form.action>
            {form.summary()}
            {form.hidden(&about)}
            {form.area("note", t(lang, "condition-verify-field"), None, "", 3, None)}
            {form.language("note_language")}
            {form.actions(t(lang, "condition-verify-deed"), "button button--secondary")}
        </form>
    }
    .into_any()
}

/// Accepts a condition that burdens the own side.
#[server(prefix = "/do", endpoint = "accept-condition")]
pub async fn accept_condition() -> Result<(), ServerFnError> {
    post(|ask, form| async move {
        let id = ConditionId::from(form.raw("condition"));
        act(&ask, &form, "/conditions", "said-accepted", move |facts, viewer, at| condition::accept(facts, viewer, &id, at)).await
    })
    .await
}

/// States that a condition is fulfilled.
#[server(prefix = "/do", endpoint = "verify-condition")]
pub async fn verify_condition() -> Result<(), ServerFnError> {
    post(|ask, mut form| async move {
        let note = form.note("note");
        let id = ConditionId::from(form.raw("condition"));
        act(&ask, &form, "/conditions", "said-verified", move |facts, viewer, at| {
            condition::verify(facts, viewer, &id, &note, at)
        })
        .await
    })
    .await
}
