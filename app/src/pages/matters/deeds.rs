//! What people can do about a matter: answer it, settle it together, hand it over, take it back.

use domain::matter::settle::{self, MatterOutcome, Resolution};
use domain::matter::{self, MatterLevel};
use domain::time::Timestamp;
use leptos::prelude::*;

use super::act;
use super::one::Opened;
use crate::components::{hash, reason, sheet, tag};
use crate::form::{Form, KEPT, post};
use crate::markdown::prose;
use crate::pages::consent;
use crate::text::{moment_in, t, tf, word};

/// Saying something in the matter, to all parties.
pub(super) fn reply_form(open: &Opened, form: &Form) -> Option<AnyView> {
    let lang = open.lang();
    if open.matter.is_over() {
        return None;
    }
    if matter::may_raise(&open.member.viewer, &open.matter.start.group_id).is_err() {
        return Some(reason(t(lang, "matters-who-raises")));
    }
    Some(
        view! {
            <form class="sheet" method="post" action=form.action id=KEPT>
                <div class="sheet__head"><h2>{t(lang, "matter-reply-title")}</h2></div>
                {form.summary()}
                {form.hidden(&[("matter", open.id())])}
                {form.area("text", t(lang, "field-matter-reply"), Some(t(lang, "field-markdown-hint")), "", 5, None)}
                {form.language("note_language")}
                {form.autosave()}
                {form.actions(t(lang, "matter-reply-deed"), "button")}
            </form>
        }
        .into_any(),
    )
}

/// How it would be settled, or how it was, and the yes of each side.
pub(super) fn settling(open: &Opened, propose: &Form, agree: &Form) -> AnyView {
    let lang = open.lang();
    let all = &open.matter.resolutions;
    let newest =
        all.last().map(|(one, at)| view! { {words(open, one, *at)}{consent::lines(lang, |side| open.matter.agreed(one, side))} });
    let older: Vec<_> = all.iter().rev().skip(1).map(|(one, at)| words(open, one, *at)).collect();
    let older = (!older.is_empty()).then(|| {
        view! { <details class="disclosure"><summary>{t(lang, "matter-earlier")}</summary><div class="disclosure__body">{older}</div></details> }
    });
    let end = open.matter.end.as_ref().map(|(end, at)| {
        let office = open.member.people.named(&end.person_id);
        let why = end.reason.as_ref().map(|reason| prose(end.lang.unwrap_or(lang), reason));
        let kind = if end.outcome == MatterOutcome::Resolved { "good" } else { "void" };
        let said = tag::tag(kind, word(lang, "matter-outcome", end.outcome.code()));
        view! { <p>{said}" "<bdi>{office}</bdi>" · "{moment_in(lang, open.member.viewer.party, *at)}</p>{why} }
    });
    let nothing = all.is_empty().then(|| view! { <p class="muted">{t(lang, "matter-no-resolution")}</p> });
    sheet(t(lang, "matter-settling"), view! { {end}{nothing}{newest}{older}{settle_forms(open, propose, agree)} })
}

fn words(open: &Opened, one: &Resolution, at: Timestamp) -> AnyView {
    let lang = open.lang();
    let office = open.member.people.named(&one.person_id);
    let party = tag::tag("plain", t(lang, &format!("party-{}", one.party.code())));
    view! {
        <div class="panel panel--plain">
            <p class="muted">{tf(lang, "matter-resolution", [("number", one.number.into())])}" "{party}" "<bdi>{office}</bdi>" · "{moment_in(lang, open.member.viewer.party, at)}" "{hash::short(&one.hash)}</p>
            {prose(one.lang, &one.text)}
        </div>
    }
    .into_any()
}

fn settle_forms(open: &Opened, propose: &Form, agree: &Form) -> Option<AnyView> {
    let (lang, viewer) = (open.lang(), &open.member.viewer);
    if open.matter.is_over() {
        return None;
    }
    if settle::may_settle(viewer, &open.matter.start.group_id).is_err() {
        return Some(reason(t(lang, "matter-who-settles")));
    }
    let newest = settle::newest(open.matter);
    let own = newest.is_some_and(|one| viewer.delegation().is_ok_and(|side| open.matter.agreed(one, side)));
    let yes = newest
        .filter(|_| !own)
        .map(|one| agree.button(&[("matter", open.id()), ("hash", &one.hash)], t(lang, "matter-agree"), "button"));
    let waits = own.then(|| reason(t(lang, "matter-waits-for-other")));
    let base = newest.map_or(0, |one| one.number).to_string();
    let label = t(lang, if newest.is_some() { "matter-propose-other" } else { "matter-propose" });
    let area = propose.area("note", t(lang, "field-resolution"), Some(t(lang, "field-resolution-hint")), "", 4, None);
    let button = propose.actions(t(lang, "matter-propose-deed"), "button button--secondary");
    let other = folded(propose, (label, None), &[("matter", open.id()), ("base", &base)], area, button);
    Some(view! { {agree.summary()}{yes}{waits}{other} }.into_any())
}

/// A deed that is not the next step: folded, with what follows from it, its words and their language.
fn folded(
    form: &Form,
    (title, hint): (String, Option<String>),
    about: &[(&'static str, &str)],
    area: AnyView,
    button: AnyView,
) -> AnyView {
    let hint = hint.map(|hint| view! { <p>{hint}</p> });
    view! {
        <details class="disclosure" open=form.is_sent_back()>
            <summary>{title}</summary>
            <div class="disclosure__body">
                {form.summary()}
                {hint}
                <form method="post" action=form.action>{form.hidden(about)}{area}{form.language("note_language")}{button}</form>
            </div>
        </details>
    }
    .into_any()
}

/// Handing a query over to the co-chairs, for whoever may.
pub(super) fn hand_over_form(open: &Opened, form: &Form) -> Option<AnyView> {
    let lang = open.lang();
    if open.matter.is_over() || open.matter.level() != MatterLevel::Query {
        return None;
    }
    matter::may_hand_over(&open.member.viewer, &open.matter.start.group_id).ok()?;
    let area = form.area("note", t(lang, "field-hand-over"), None, "", 3, None);
    let button = form.actions(t(lang, "matter-hand-over-deed"), "button button--secondary");
    let says = (t(lang, "matter-hand-over"), Some(t(lang, "matter-hand-over-hint")));
    Some(folded(form, says, &[("matter", open.id())], area, button))
}

/// Taking a matter back, for the party that raised it.
pub(super) fn withdraw_form(open: &Opened, form: &Form) -> Option<AnyView> {
    let (lang, viewer) = (open.lang(), &open.member.viewer);
    let own = viewer.party == open.matter.start.party && !open.matter.is_over();
    matter::may_raise(viewer, &open.matter.start.group_id).ok().filter(|()| own)?;
    let area = form.area("reason", t(lang, "field-reason"), None, "", 3, None);
    let button = form.actions(t(lang, "matter-withdraw-deed"), "button button--danger");
    let says = (t(lang, "matter-withdraw"), Some(t(lang, "matter-withdraw-hint")));
    Some(folded(form, says, &[("matter", open.id())], area, button))
}

/// Answers a matter.
#[server(prefix = "/do", endpoint = "reply-matter")]
pub async fn reply_matter() -> Result<(), ServerFnError> {
    post(|ask, mut form| async move {
        let text = form.note("text");
        act(&ask, &form, "said-matter-answered", move |matter, viewer, at| matter::reply(matter, viewer, &text, at)).await
    })
    .await
}

/// Hands a matter over to the co-chairs.
#[server(prefix = "/do", endpoint = "hand-over-matter")]
pub async fn hand_over_matter() -> Result<(), ServerFnError> {
    post(|ask, mut form| async move {
        let note = form.note("note");
        act(&ask, &form, "said-matter-handed-over", move |matter, viewer, at| matter::hand_over(matter, viewer, &note, at)).await
    })
    .await
}

/// Proposes how a matter is settled.
#[server(prefix = "/do", endpoint = "propose-resolution")]
pub async fn propose_resolution() -> Result<(), ServerFnError> {
    post(|ask, mut form| async move {
        let (words, base) = (form.note("note"), form.raw("base").parse().unwrap_or(-1));
        act(&ask, &form, "said-resolution-proposed", move |matter, viewer, at| settle::propose(matter, viewer, base, &words, at))
            .await
    })
    .await
}

/// Says yes to how a matter is settled.
#[server(prefix = "/do", endpoint = "agree-resolution")]
pub async fn agree_resolution() -> Result<(), ServerFnError> {
    post(|ask, form| async move {
        let hash = form.raw("hash").to_owned();
        act(&ask, &form, "said-resolution-agreed", move |matter, viewer, at| settle::agree(matter, viewer, &hash, at)).await
    })
    .await
}

/// Takes a matter of the own party back.
#[server(prefix = "/do", endpoint = "withdraw-matter")]
pub async fn withdraw_matter() -> Result<(), ServerFnError> {
    post(|ask, mut form| async move {
        let reason = form.note("reason");
        act(&ask, &form, "said-matter-withdrawn", move |matter, viewer, at| settle::withdraw(matter, viewer, &reason, at)).await
    })
    .await
}
