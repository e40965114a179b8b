//! The columns of a section, one for each language. All stand in the form, so that none loses what was typed into it; those that are not
//! chosen stand out of view, and what is out of view is neither saved nor confirmed.

use domain::edit::{self, TextState};
use domain::project::TITLE;
use domain::text::Lang;
use leptos::prelude::*;

use super::fields::{names, now, touched};
use crate::components::side_by_side::{InView, SHOW};
use crate::components::tag;
use crate::form::{Flash, Form, Outcome, post};
use crate::pages::project::Opened;
use crate::text::{t, tf};

/// What a form shows: the languages that are chosen, and each that holds words of its author which are not saved.
pub(super) fn shown(form: &Form, chosen: &InView) -> InView {
    chosen.and(|one| touched(form, one))
}

/// The column of one language: its text, its state, and what is to be said of a translation.
pub(super) fn column(open: &Opened, form: &Form, section: &'static str, one: Lang, in_view: bool) -> AnyView {
    let (lang, facts) = (open.lang(), &open.facts);
    let (text, _) = now(open, section, one);
    let state = edit::state(facts, section, one);
    let source = facts.project.source == one;
    let label = t(lang, &format!("language-{}", one.code()));
    let label = if source { tf(lang, "edit-original", [("language", label.into())]) } else { label };
    let rows = match section {
        TITLE => 2,
        "summary" => 8,
        _ => 16,
    };
    let control = form.area(names(one).text, label, None, &text, rows, Some(one));
    let said = (in_view && !source).then(|| said(form, state, one));
    view! {
        <div class="editor__column" hidden=!in_view>
            {control}
            <p class="editor__state">{tag::text_state(lang, state)}</p>
            {said}
        </div>
    }
    .into_any()
}

/// What its author can say of a translation. A language that is shown or hidden takes no word back that was just said of another.
fn said(form: &Form, state: TextState, one: Lang) -> AnyView {
    let names = names(one);
    let (name, label) = match state {
        TextState::Stale => (names.still, "edit-still-right"),
        TextState::MachineDraft => (names.still, "edit-gone-through"),
        _ => (names.machine, "edit-machine"),
    };
    let just_said = !form.value(SHOW, "").is_empty() && form.value(name, "") == "yes";
    form.tick(name, t(form.lang, label), just_said)
}

/// Shows or hides a language; the form comes back with what is typed, and the address says what it shows.
#[server(prefix = "/do", endpoint = "show-languages")]
pub async fn show_languages() -> Result<(), ServerFnError> {
    post(|ask, form| async move {
        ask.session.person.as_ref().ok_or(Outcome::SignIn)?;
        Ok(Outcome::Back(Box::new(Flash { values: form.typed(), ..Flash::default() })))
    })
    .await
}
