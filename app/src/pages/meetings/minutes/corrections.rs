//! What those who attended would change in the minutes, and what becomes of it.

use domain::meeting::minutes::{self, Correction, CorrectionOutcome};
use domain::meeting::{self, Meeting, MeetingStage};
use domain::time::{Holder, Timestamp};
use leptos::prelude::*;
use store::meeting::Times;

use crate::components::{self, reason, tag};
use crate::form::{Form, KEPT, Outcome, post};
use crate::pages::meetings::{Opened, act};
use crate::text::{civil_date, day, moment_in, t, tf, word};

/// What those who attended would change, while they can.
pub(super) fn sheet(
    open: &Opened,
    (correct, answer, found): (&Form, &Form, Option<AnyView>),
    times: &Times,
    now: Timestamp,
) -> Option<AnyView> {
    let (lang, meeting) = (open.lang, &open.meeting);
    let asks = meeting.stage() == MeetingStage::Corrections;
    if !asks && meeting.corrections.is_empty() {
        return None;
    }
    let rows: Vec<_> = meeting.corrections.iter().map(|one| correction(open, answer, one, times)).collect();
    let none = rows.is_empty().then(|| view! { <p class="muted">{t(lang, "corrections-none")}</p> });
    let last = meeting.corrected_until(day).filter(|last| day(Holder::Both, now) > *last);
    let mine = if !asks {
        ().into_any()
    } else if let Some(last) = last {
        reason(tf(lang, "corrections-over", [("date", civil_date(lang, last).into())]))
    } else if meeting.attended(&open.member.viewer.person_id) {
        view! { {found} {asking(open, correct)} }.into_any()
    } else {
        reason(t(lang, "corrections-who"))
    };
    Some(components::sheet(t(lang, "corrections-title"), view! { <ul class="stack">{rows}</ul> {none} {mine} }))
}

fn correction(open: &Opened, answer: &Form, one: &Correction, times: &Times) -> AnyView {
    let (lang, text) = (open.lang, one.text.clone());
    let at = times.get(one.id.as_str()).map(|at| moment_in(lang, open.member.viewer.party, *at));
    let outcome = open.meeting.answer_to(one);
    let state = match outcome {
        Some(CorrectionOutcome::Taken) => tag::tag("good", word(lang, "correction", "taken")),
        Some(CorrectionOutcome::Left) => tag::tag("void", word(lang, "correction", "left")),
        None => tag::tag("wait", t(lang, "correction-waits")),
    };
    let answers = outcome.is_none() && meeting::may_run(&open.member.viewer, &open.meeting).is_ok();
    let answers = (answers && open.meeting.stage() == MeetingStage::Corrections).then(|| {
        let form = answer.about("correction", one.id.as_str());
        let each = |outcome: CorrectionOutcome, class| {
            let about = [("meeting", open.id()), ("correction", one.id.as_str()), ("outcome", outcome.code())];
            let key = if outcome == CorrectionOutcome::Taken { "correction-take" } else { "correction-leave" };
            form.button(&about, t(lang, key), class)
        };
        view! {
            <div class="cluster">
                {each(CorrectionOutcome::Taken, "button button--small")}
                {each(CorrectionOutcome::Left, "button button--quiet button--small")}
            </div>
        }
    });
    view! {
        <li class="correction">
            <p>{t(lang, &format!("party-{}", one.party.code()))}" · "<bdi>{open.member.people.named(&one.person_id)}</bdi>" · "{at}" "{state}</p>
            <p lang=one.lang.code() dir=one.lang.dir()>{text}</p>
            {answers}
        </li>
    }
    .into_any()
}

fn asking(open: &Opened, form: &Form) -> AnyView {
    let lang = open.lang;
    let whole = std::iter::once((String::new(), t(lang, "correction-whole")));
    let items = whole.chain(open.meeting.items().into_iter().map(|item| (item.id.to_string(), item.title(lang).1.to_owned())));
    view! {
        {form.summary()}
        <form method="post" action=form.action id=KEPT>
            {form.hidden(&[("meeting", open.id())])}
            {form.select("item", t(lang, "field-correction-item"), None, items.collect(), "")}
            {form.area("text", t(lang, "field-correction-text"), None, "", 3, None)}
            {form.language("note_language")}
            {form.autosave()}
            {form.actions(t(lang, "correction-ask"), "button button--secondary")}
        </form>
    }
    .into_any()
}

/// Asks for a correction.
#[server(prefix = "/do", endpoint = "correct-minutes")]
pub async fn correct_minutes() -> Result<(), ServerFnError> {
    post(|ask, mut form| async move {
        let words = form.note("text");
        let item = Some(form.raw("item")).filter(|item| !item.is_empty()).map(Into::into);
        act(&ask, &form, "/minutes", "said-correction-asked", move |meeting: &Meeting, viewer, at| {
            minutes::correct(meeting, viewer, item.clone(), &words, day, at)
        })
        .await
    })
    .await
}

/// Takes a correction in, or leaves it.
#[server(prefix = "/do", endpoint = "answer-correction")]
pub async fn answer_correction() -> Result<(), ServerFnError> {
    post(|ask, mut form| async move {
        let Some(outcome) = form.choice("outcome", CorrectionOutcome::parse) else { return Err(Outcome::NotFound) };
        let id = form.raw("correction").into();
        act(&ask, &form, "/minutes", "said-correction-answered", move |meeting: &Meeting, viewer, at| {
            minutes::answer(meeting, viewer, &id, outcome, at)
        })
        .await
    })
    .await
}
