//! Check your answers: the step between a consequential form and its deed. What was typed is kept as a draft, shown as it will
//! be recorded, and sent with a second button; until then nothing has happened, and "change" leads back to the form.

use domain::text::Lang;
use leptos::prelude::*;

use super::draft;
use crate::components::row;
use crate::form::{Form, Outcome, Posted};
use crate::markdown::prose;
use crate::request::Ask;
use crate::text::{t, typed_date, word};

/// The name of the buttons, and the value of the one that only leads to the check.
pub const STEP: &str = "step";
/// The value of that button.
pub const CHECK: &str = "check";

/// How an answer is told.
#[derive(Clone, Copy, Debug)]
pub enum Told {
    /// As it was typed.
    Words,
    /// By the word for its code, of this stem.
    Word(&'static str),
    /// A tick, by this sentence.
    Tick(&'static str),
    /// As a date.
    Day,
    /// By the page itself, which knows what the code stands for.
    Apart,
}

/// One answer: its field, the key of its label, and how it is told.
pub type Answer = (&'static str, &'static str, Told);

/// Is this page asked to show the check of a form that holds something to check? A wrong password comes back here, too.
#[must_use]
pub fn is_asked(ask: &Ask, form: &Form) -> bool {
    let asked = ask.query(CHECK) == "yes" && !form.is_sent_back();
    (asked || ["password", "code"].iter().any(|name| form.problem(name).is_some())) && !form.flash.values.is_empty()
}

/// Is this field recorded with what was chosen? A point goes with a no, and what only a yes carries goes with a yes.
fn counts(form: &Form, field: &str) -> bool {
    let chosen = |codes: &[&str]| ["verdict", "decision"].iter().any(|name| codes.contains(&form.value(name, "").as_str()));
    let written = |part: &str| !form.value(&format!("{part}_text"), "").trim().is_empty();
    match field.split('_').next() {
        Some("point") => chosen(&["object", "returned"]) && written("point"),
        Some("condition") => chosen(&["approve", "signed"]) && written("condition"),
        Some("scope") => chosen(&["approve", "signed"]),
        Some("valid") => chosen(&["signed"]),
        _ => true,
    }
}

/// What was answered, as far as it will be recorded.
#[must_use]
pub fn answers(form: &Form, list: &[Answer]) -> AnyView {
    let of = Lang::parse(&form.value("note_language", "")).unwrap_or(form.lang);
    let rows = list
        .iter()
        .filter(|(field, _, told)| counts(form, field) && !matches!(told, Told::Apart))
        .filter_map(|(field, label, told)| {
            let value = form.value(field, "");
            (!value.is_empty()).then(|| row(t(form.lang, label), shown(form.lang, of, *told, &value)))
        })
        .collect_view();
    view! { <dl class="summary-list">{rows}</dl> }.into_any()
}

fn shown(lang: Lang, of: Lang, told: Told, value: &str) -> AnyView {
    match told {
        Told::Words | Told::Apart => prose(of, value),
        Told::Word(stem) => word(lang, stem, value).into_any(),
        Told::Tick(key) => t(lang, key).into_any(),
        Told::Day => typed_date(lang, value).into_any(),
    }
}

/// The same answers as hidden fields of the second form.
#[must_use]
pub fn carried(form: &Form, list: &[Answer]) -> AnyView {
    let fields = list.iter().map(|(field, _, _)| *field);
    fields.map(|field| view! { <input type="hidden" name=field value=form.value(field, "") /> }).collect_view().into_any()
}

/// The button of the first form.
#[must_use]
pub fn button(lang: Lang) -> AnyView {
    view! { <div class="form-actions"><button class="button" type="submit" name=STEP value=CHECK>{t(lang, "check-deed")}</button></div> }
        .into_any()
}

/// The button of the second form, and the way back to the first.
#[must_use]
pub fn deed(lang: Lang, label: String, page: String) -> AnyView {
    view! {
        <div class="form-actions">
            <button class="button" type="submit">{label}</button>
            <a class="button button--quiet" href=page>{t(lang, "check-change")}</a>
        </div>
    }
    .into_any()
}

/// If the first button was pressed: keeps what was typed, once it is whole, and leads to the check.
///
/// # Errors
/// The outcome that brings the form back, or leads on.
pub async fn first(ask: &Ask, form: &Posted) -> Result<(), Outcome> {
    form.checked()?;
    if form.raw(STEP) != CHECK {
        return Ok(());
    }
    draft::keep_typed(ask, form).await?;
    Err(Outcome::Done(format!("{}?{CHECK}=yes", super::sign_in::local(form.raw("back"))), ""))
}
