//! ► THE SCREEN of the sign-off: the dossier, the difference since the last decision, the reviewer's note, and the decision,
//! which asks for the password again.

use domain::policy::{self, Action};
use domain::sign_off::{self, Decision, NewSignOff, SignOff};
use domain::stage::{self, Gate, Stage};
use domain::text::Note;
use leptos::prelude::*;
use store::Visible;
use store::link::Linked;

use super::check::{self, Answer, Told};
use super::confirm;
use super::project::Opened;
use super::terms::{self, condition_fields, condition_of, point_fields, point_of, scope_field};
use super::{act, extension, links, versions};
use crate::components::{empty, hash, missing, position_card, reason, row, sheet, tag};
use crate::form::{Form, KEPT, post};
use crate::frame::Page;
use crate::markdown::prose;
use crate::request::{Ask, Stop};
use crate::text::{date, end_of_typed, moment, t, word};

/// A signature holds for twelve months unless another day is chosen.
const MONTHS: i64 = 365;

/// `/desk/projects/CODE/sign-off`
pub async fn page(ask: Ask, handle: String) -> Result<Page, Stop> {
    let mut open = Opened::find(ask, &handle).await?;
    let lang = open.lang();
    let (prepare, found) = open.kept_form("/do/prepare-dossier").await?;
    let (decide, found_decision) = open.kept_form("/do/sign-off").await?;
    let again = confirm::again(&open.ask, &mut open.member).await?;
    let decide = decide.asking(again.clone());
    let revoke = open.form("/do/revoke-sign-off").await?.asking(again);
    let extend = open.form("/do/extend-review").await?;
    let status = [prepare.status(), decide.status(), revoke.status(), extend.status()].into_iter().max().unwrap_or(200);
    let difference = since_last(&mut open).await?;
    let review = open.facts.project.stage == Stage::SupervisorReview;
    let links = links::of(&mut open).await?;
    let now = if review { dossier(&open, difference, &prepare, (&decide, &links)) } else { ().into_any() };
    let past: Vec<_> = open.facts.sign_offs.iter().rev().map(|one| decided(&open, one)).collect();
    let past = if past.is_empty() && !review { empty(t(lang, "sign-off-none"), None) } else { past.into_any() };
    let found_decision = (!check::is_asked(&open.ask, &decide)).then_some(found_decision);
    let body =
        view! { {found} {found_decision} {now} {extension::of_review(&open, &extend)} {revocation(&open, &revoke)} {past} };
    Ok(open.page("/sign-off", &t(lang, "tab-sign-off"), body.into_any()).status(status))
}

/// What changed since the supervisor last decided, or since the version before.
async fn since_last(open: &mut Opened) -> Result<Option<AnyView>, Stop> {
    let Some(newest) = open.facts.newest.as_ref().map(|version| version.number) else { return Ok(None) };
    let last = open.facts.sign_offs.last().map(|one| one.version_id.clone());
    let heads = store::version::heads(&mut open.member.tx, &open.facts).await?;
    let judged = last.and_then(|id| heads.iter().find(|head| head.id == id).map(|head| head.number));
    let from = judged.unwrap_or(newest - 1);
    if from < 1 || from >= newest {
        return Ok(None);
    }
    let old = versions::content(open, from).await?;
    let new = versions::content(open, newest).await?;
    Ok(Some(versions::difference(open.lang(), &old, &new)))
}

/// The form of a decision, with the links that a point of a return may name.
type Decisive<'a> = (&'a Form, &'a [Visible<Linked>]);

fn dossier(open: &Opened, difference: Option<AnyView>, prepare: &Form, decide: Decisive<'_>) -> AnyView {
    let (lang, facts) = (open.lang(), &open.facts);
    let Some(ballot) = facts.dossier_ballot() else { return ().into_any() };
    let Some(dossier) = sign_off::dossier_hash(facts) else { return ().into_any() };
    let list = stage::missing(facts, Gate::Sign, open.ask.now);
    let prepared = sign_off::preparation(facts);
    let note = prepared.map(|one| {
        let office = open.member.people.office(&one.person_id);
        sheet(t(lang, "dossier-note"), view! { <p class="muted"><bdi>{office}</bdi></p> {prose(one.lang, &one.note)} })
    });
    let difference = difference.map(|difference| sheet(t(lang, "dossier-difference"), difference));
    let conditions: Vec<_> = facts.standing_conditions().map(|one| view! { <li>{prose(one.lang, &one.text)}</li> }).collect();
    let conditions =
        (!conditions.is_empty()).then(|| view! { <h3>{t(lang, "tab-conditions")}</h3><ul class="stack">{conditions}</ul> });
    view! {
        <section class="sheet">
            <div class="sheet__head"><h2>{t(lang, "dossier-title")}</h2></div>
            <dl class="summary-list">
                {row(t(lang, "field-hash"), hash::full(lang, &ballot.content_hash))}
                {row(t(lang, "dossier-hash"), hash::full(lang, &dossier))}
                {row(t(lang, "dossier-texts"), view! { <a href=open.href("/text")>{t(lang, "dossier-read")}</a> })}
            </dl>
            {position_card::cards(lang, facts, &ballot.id, &open.member.people)}
            {conditions}
            {missing::panel(lang, &list, t(lang, "next-sign-nothing"))}
        </section>
        {difference}
        {note}
        {prepare_form(open, &dossier, prepare)}
        {decision_form(open, &ballot.content_hash, &dossier, decide)}
    }
    .into_any()
}

fn prepare_form(open: &Opened, dossier: &str, form: &Form) -> AnyView {
    let (lang, viewer) = (open.lang(), &open.member.viewer);
    if policy::decide(viewer, Action::PrepareDossier, &open.facts.project.group_id).is_err() {
        return ().into_any();
    }
    let prepared = sign_off::preparation(&open.facts).is_some();
    if prepared {
        return ().into_any();
    }
    view! {
        <form class="sheet" method="post" action=form.action id=KEPT>
            <div class="sheet__head"><h2>{t(lang, "prepare-title")}</h2></div>
            {form.summary()}
            <p>{t(lang, "prepare-hint")}</p>
            {form.hidden(&[("project", open.facts.project.handle()), ("dossier", dossier)])}
            {form.area("note", t(lang, "prepare-field"), None, "", 5, None)}
            {form.language("note_language")}
            {form.autosave()}
            {form.actions(t(lang, "prepare-deed"), "button button--secondary")}
        </form>
    }
    .into_any()
}

fn decision_form(open: &Opened, content: &str, dossier: &str, (form, links): Decisive<'_>) -> AnyView {
    let (lang, viewer, group) = (open.lang(), &open.member.viewer, &open.facts.project.group_id);
    if policy::decide(viewer, Action::SignOff, group).is_err() {
        return reason(t(lang, "sign-off-only-officer"));
    }
    let Some(prepared) = sign_off::preparation(&open.facts) else { return reason(t(lang, "refusal-not-prepared")) };
    if prepared.person_id == viewer.person_id {
        return reason(t(lang, "refusal-preparer-decides"));
    }
    let about = [("project", open.facts.project.handle()), ("hash", content), ("dossier", dossier)];
    if check::is_asked(&open.ask, form) {
        return decision_check(open, (form, links), &about);
    }
    let number = open.facts.newest.as_ref().map_or(0, |version| version.number);
    let hint = |decision: Decision| Some(word(lang, "decision-hint", decision.code()));
    let options = [Decision::Signed, Decision::Returned, Decision::Refused]
        .map(|decision| (decision.code(), word(lang, "decision", decision.code()), hint(decision)))
        .to_vec();
    let until = crate::text::iso(open.ask.now.plus_days(MONTHS)).chars().take(10).collect::<String>();
    let until = form.value("valid_until", &until);
    view! {
        <form class="sheet" method="post" action=form.action id=KEPT>
            <div class="sheet__head"><h2>{crate::text::tf(lang, "sign-off-title", [("number", number.into())])}</h2></div>
            {form.summary()}
            {form.hidden(&about)}
            {form.choices("decision", t(lang, "field-decision"), options, "")}
            {form.field("valid_until", t(lang, "field-valid-until"), Some(t(lang, "field-valid-until-hint")), |control| view! {
                <input type="date" id=control.id name="valid_until" value=until dir="ltr" aria-describedby=control.described />
            }.into_any())}
            {form.area("note", t(lang, "field-decision-note"), Some(t(lang, "field-decision-note-hint")), "", 4, None)}
            {form.language("note_language")}
            {point_fields(open, form, links)}
            {condition_fields(open, form, t(lang, "condition-with-signature"))}
            {scope_field(open, form)}
            {form.autosave()}
            {check::button(lang)}
        </form>
    }
    .into_any()
}

const ANSWERS: [Answer; 5] = [
    ("decision", "field-decision", Told::Word("decision")),
    ("valid_until", "field-valid-until", Told::Day),
    ("note", "field-decision-note", Told::Words),
    ("note_language", "field-note-language", Told::Word("language")),
    ("scope", "scope-title", Told::Tick("answer-yes")),
];

/// The decision as it will be recorded, the password again, and the button that records it.
fn decision_check(open: &Opened, (form, links): Decisive<'_>, about: &[(&'static str, &str)]) -> AnyView {
    let lang = open.lang();
    let answers = [&ANSWERS[..], &terms::ANSWERS[..]].concat();
    view! {
        <form class="sheet" method="post" action=form.action id="decision">
            <div class="sheet__head"><h2>{t(lang, "check-title")}</h2></div>
            {form.summary()}
            {form.hidden(about)}
            {check::carried(form, &answers)}
            {check::answers(form, &answers)}
            {links::chosen(lang, form, links)}
            <div class="panel panel--gate"><p>{t(lang, "sign-off-effect")}</p></div>
            {confirm::fields(form)}
            {check::deed(lang, t(lang, "sign-off-deed"), open.href("/sign-off"))}
        </form>
    }
    .into_any()
}

fn decided(open: &Opened, one: &SignOff) -> AnyView {
    let lang = open.lang();
    let revoked = open.facts.revocations.iter().any(|other| other.sign_off_id == one.id);
    let kind = match one.decision {
        Decision::Signed => "gate",
        Decision::Returned => "care",
        Decision::Refused => "stop",
    };
    let office = open.member.people.office(&one.person_id);
    let until = one.valid_until.map(|until| row(t(lang, "field-valid-until"), date(lang, until)));
    let authorisation = open.facts.authorisations.iter().find(|other| other.sign_off_id == one.id);
    let reference =
        authorisation.map(|other| row(t(lang, "field-authorisation"), view! { <bdi dir="ltr">{other.id.to_string()}</bdi> }));
    let void = revoked.then(|| tag::tag("void", t(lang, "sign-off-revoked")));
    view! {
        <section class="sheet">
            <div class="sheet__head"><h2>{tag::tag(kind, word(lang, "decided", one.decision.code()))}</h2>{void}</div>
            <dl class="summary-list">
                {row(t(lang, "field-office"), view! { <bdi>{office}</bdi> })}
                {row(t(lang, "field-hash"), hash::full(lang, &one.content_hash))}
                {row(t(lang, "dossier-hash"), hash::full(lang, &one.dossier_hash))}
                {until}
                {reference}
            </dl>
            {prose(one.lang, &one.note)}
        </section>
    }
    .into_any()
}

fn revocation(open: &Opened, form: &Form) -> Option<AnyView> {
    policy::decide(&open.member.viewer, Action::SignOff, &open.facts.project.group_id).ok()?;
    let (_, sign_off) = open.facts.standing_authorisation()?;
    if !matches!(open.facts.project.stage, Stage::Cleared | Stage::Implementing) {
        return None;
    }
    let lang = open.lang();
    let until = sign_off.valid_until.map(|until| moment(lang, until));
    Some(
        view! {
            <details class="disclosure" open=form.is_sent_back()>
                <summary>{t(lang, "revoke-title")}</summary>
                <div class="disclosure__body">
                    {form.summary()}
                    <p>{t(lang, "revoke-hint")}</p>
                    <p class="muted">{t(lang, "field-valid-until")}" "{until}</p>
                    <form method="post" action=form.action>
                        {form.hidden(&[("project", open.facts.project.handle())])}
                        {form.area("reason", t(lang, "field-reason"), None, "", 3, None)}
                        {form.language("note_language")}
                        {confirm::fields(form)}
                        {form.actions(t(lang, "revoke-deed"), "button button--danger")}
                    </form>
                </div>
            </details>
        }
        .into_any(),
    )
}

/// Prepares the dossier for an officer.
#[server(prefix = "/do", endpoint = "prepare-dossier")]
pub async fn prepare_dossier() -> Result<(), ServerFnError> {
    post(|ask, mut form| async move {
        let note = form.note("note");
        let dossier = form.raw("dossier").to_owned();
        act(&ask, &form, "/sign-off", "said-prepared", move |facts, viewer, at| {
            sign_off::prepare(facts, viewer, &dossier, &note, at)
        })
        .await
    })
    .await
}

/// Decides on the dossier.
#[server(prefix = "/do", endpoint = "sign-off")]
pub async fn decide() -> Result<(), ServerFnError> {
    post(|ask, mut form| async move {
        let known = [Decision::Signed, Decision::Returned, Decision::Refused];
        let decision = form.choice("decision", |code| known.into_iter().find(|decision| decision.code() == code));
        let note: Note = form.optional_note("note");
        let points = if decision == Some(Decision::Returned) { point_of(&mut form) } else { vec![] };
        let conditions = if decision == Some(Decision::Signed) { condition_of(&mut form) } else { vec![] };
        let valid_until = end_of_typed(form.raw("valid_until"));
        if decision == Some(Decision::Signed) && valid_until.is_none_or(|until| until <= ask.now) {
            form.wrong("valid_until", "ahead");
        }
        if decision == Some(Decision::Returned) && points.is_empty() {
            form.wrong("point_text", "missing");
        }
        if matches!(decision, Some(Decision::Returned | Decision::Refused)) && note.text.is_empty() {
            form.wrong("note", "missing");
        }
        let scope = form.raw("scope") == "yes";
        if decision == Some(Decision::Signed) && !scope {
            form.wrong("scope", "missing");
        }
        check::first(&ask, &form).await?;
        confirm::asked(&ask, &mut form).await?;
        let Some(decision) = decision else { return Err(crate::form::Outcome::Failed) };
        let new = NewSignOff {
            hash: form.raw("hash").to_owned(),
            dossier: form.raw("dossier").to_owned(),
            decision,
            valid_until,
            note,
            points,
            conditions,
            scope,
        };
        act(&ask, &form, "/sign-off", "said-decided", move |facts, viewer, at| sign_off::decide(facts, viewer, &new, at)).await
    })
    .await
}

/// Revokes a signature.
#[server(prefix = "/do", endpoint = "revoke-sign-off")]
pub async fn revoke() -> Result<(), ServerFnError> {
    post(|ask, mut form| async move {
        let reason = form.note("reason");
        form.checked()?;
        confirm::asked(&ask, &mut form).await?;
        act(&ask, &form, "/sign-off", "said-revoked", move |facts, viewer, at| sign_off::revoke(facts, viewer, &reason, at)).await
    })
    .await
}
