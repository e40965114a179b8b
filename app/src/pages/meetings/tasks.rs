//! Action items: whose they are, until when, and how they ended.

use domain::meeting::action::{self, ActionItem, ActionOutcome, Task};
use domain::meeting::{Meeting, MeetingStage};
use domain::party::Party;
use domain::text::{Lang, NOTE_LIMIT, Note, TITLE_LIMIT, latin_digits};
use domain::time::Day;
use domain::viewer::Viewer;
use leptos::prelude::*;

use super::{Opened, act};
use crate::components::tag;
use crate::form::{Form, Outcome, post};
use crate::pages::sign_in;
use crate::text::{civil_date, t, tf, word};

/// Who can be given something to do.
const OWNERS: [Party; 4] = [Party::Il, Party::Sy, Party::Us, Party::None];

/// Action items as a list; with the form that closes those of the reader's own side.
pub(super) fn list(open: &Opened, actions: &[&ActionItem], end: Option<&Form>) -> AnyView {
    let rows = actions.iter().map(|action| {
        let ended = open.meeting.action_ends.iter().find(|end| end.action_item_id == action.id).map(|end| {
            let (kind, of) = (if end.outcome == ActionOutcome::Done { "good" } else { "void" }, end.lang);
            let note = end.note.clone();
            view! { {tag::tag(kind, word(open.lang, "action-outcome", end.outcome.code()))}" "<bdi lang=of.code() dir=of.dir()>{note}</bdi> }
        });
        let closing = end.filter(|_| ended.is_none() && action::may_end(action, &open.member.viewer).is_ok()).map(|form| closing(form, action));
        view! { <li class="action">{words(open.lang, action)}{ended}{closing}</li> }
    });
    let rows: Vec<_> = rows.collect();
    if rows.is_empty() { ().into_any() } else { view! { <ul class="stack">{rows}</ul> }.into_any() }
}

/// What, whose, until when.
pub(super) fn words(lang: Lang, action: &ActionItem) -> AnyView {
    let of = action.lang;
    let (text, office) = (action.text.clone(), action.office.clone());
    view! {
        <p><bdi lang=of.code() dir=of.dir()>{text}</bdi></p>
        <p class="muted">
            {t(lang, &format!("party-{}", action.party.code()))}" · "<bdi lang=of.code() dir=of.dir()>{office}</bdi>" · "
            {tf(lang, "action-due", [("date", civil_date(lang, action.due_on).into())])}
        </p>
    }
    .into_any()
}

fn closing(form: &Form, action: &ActionItem) -> AnyView {
    let lang = form.lang;
    let form = form.about("action", action.id.as_str());
    let outcomes =
        [ActionOutcome::Done, ActionOutcome::Dropped].map(|one| (one.code(), word(lang, "action-outcome", one.code()), None));
    view! {
        <details class="disclosure" open=form.is_sent_back()>
            <summary>{t(lang, "action-close")}</summary>
            {form.summary()}
            <form method="post" action=form.action>
                {form.hidden(&[("action", action.id.as_str())])}
                {form.choices("outcome", t(lang, "field-action-outcome"), outcomes.to_vec(), "done")}
                {form.line("note", t(lang, "field-action-note"), None, "", None)}
                {form.language("note_language")}
                {form.actions(t(lang, "action-close-deed"), "button button--secondary")}
            </form>
        </details>
    }
    .into_any()
}

/// The form that gives somebody something to do.
pub(super) fn adding(open: &Opened, form: &Form, item: &str) -> AnyView {
    let lang = form.lang;
    let owners = OWNERS.map(|party| (party.code().to_owned(), t(lang, &format!("party-{}", party.code()))));
    let due = form.value("due_on", "");
    view! {
        {form.summary()}
        <form method="post" action=form.action>
            {form.hidden(&[("meeting", open.id()), ("item", item)])}
            {form.line("text", t(lang, "field-action-text"), None, "", None)}
            {form.select("party", t(lang, "field-action-party"), None, owners.to_vec(), "il")}
            {form.line("office", t(lang, "field-action-office"), None, "", None)}
            {form.field("due_on", t(lang, "field-action-due"), None, |control| view! {
                <input type="date" id=control.id name="due_on" value=due dir="ltr" aria-describedby=control.described />
            }.into_any())}
            {form.language("note_language")}
            {form.actions(t(lang, "action-add-deed"), "button button--secondary")}
        </form>
    }
    .into_any()
}

/// Gives somebody something to do.
#[server(prefix = "/do", endpoint = "add-action")]
pub async fn add_action() -> Result<(), ServerFnError> {
    post(|ask, mut form| async move {
        let party = form.choice("party", |code| OWNERS.into_iter().find(|party| party.code() == code));
        let text = Note { lang: form.lang(), text: form.line("text", NOTE_LIMIT) };
        let office = form.line("office", TITLE_LIMIT);
        let due_on = Day::parse(&latin_digits(form.raw("due_on").trim()));
        if due_on.is_none_or(|due| due < Day::of_utc(ask.now)) {
            form.wrong("due_on", "ahead");
        }
        form.checked()?;
        let (Some(party), Some(due_on)) = (party, due_on) else { return Err(Outcome::Failed) };
        let item = Some(form.raw("item")).filter(|item| !item.is_empty()).map(Into::into);
        let task = Task { item, party, office, text, due_on };
        let rest = place_of(form.raw("back"));
        act(&ask, &form, rest, "said-action-added", move |meeting: &Meeting, viewer, at| {
            action::add(meeting, viewer, task.clone(), at)
        })
        .await
    })
    .await
}

/// The page of the meeting that a form was sent from.
fn place_of(back: &str) -> &'static str {
    ["/console", "/minutes"].into_iter().find(|rest| back.ends_with(rest)).unwrap_or("")
}

/// Closes an action item.
#[server(prefix = "/do", endpoint = "end-action")]
pub async fn end_action() -> Result<(), ServerFnError> {
    post(|ask, mut form| async move {
        let outcome = form.choice("outcome", ActionOutcome::parse);
        let note = form.optional_note("note");
        form.checked()?;
        let Some(outcome) = outcome else { return Err(Outcome::Failed) };
        let (request, occasion, id) = (form.request()?, ask.occasion(), form.raw("action").into());
        let rule = move |action: &ActionItem, viewer: &Viewer| action::end(action, viewer, outcome, &note, occasion);
        let ended = store::meeting::end_action(&ask.portal.db, &id, &request, rule).await;
        let back = sign_in::local(form.raw("back")).to_owned();
        let ended = match ended {
            Ok(()) | Err(store::Failure::Repeated(_)) => Ok(back),
            Err(failure) => Err(failure),
        };
        Ok(form.outcome(ended, "said-action-ended"))
    })
    .await
}

/// Can something still be noted as left to do?
pub(super) fn takes_actions(stage: MeetingStage) -> bool {
    matches!(stage, MeetingStage::Running | MeetingStage::Ended)
}
