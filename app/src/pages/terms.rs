//! What goes with a position as with a decision of the supervisor: the civilian scope, a point with what would resolve it, a
//! condition with its owner and evidence.

use domain::condition::{Due, NewCondition};
use domain::edit;
use domain::id::LinkId;
use domain::party::Delegation;
use domain::point::{Class, NewPoint};
use domain::text::{NOTE_LIMIT, Note};
use leptos::prelude::*;
use store::Visible;
use store::link::Linked;

use super::check::{Answer, Told};
use super::links;
use super::project::Opened;
use crate::form::{Form, Posted};
use crate::markdown::prose;
use crate::text::{t, word};

/// The declaration as it stands, affirmed again with each key.
pub(crate) fn scope_field(open: &Opened, form: &Form) -> AnyView {
    let lang = open.lang();
    let dual_use = open.facts.scope.as_ref().map(|scope| {
        let source = open.facts.project.source;
        view! { <dt>{t(lang, "scope-dual-use")}</dt><dd>{prose(source, &scope.dual_use)}</dd> }
    });
    view! {
        <fieldset class="fieldset">
            <legend>{t(lang, "scope-title")}</legend>
            <ul>
                <li>{t(lang, "scope-purpose")}</li>
                <li>{t(lang, "scope-no-military-party")}</li>
                <li>{t(lang, "scope-no-collection")}</li>
                <li>{t(lang, "scope-no-military-site")}</li>
            </ul>
            <dl class="summary-list">{dual_use}</dl>
            {form.tick("scope", t(lang, "field-scope"), false)}
        </fieldset>
    }
    .into_any()
}

/// The fields of one point.
pub(crate) fn point_fields(open: &Opened, form: &Form, links: &[Visible<Linked>]) -> AnyView {
    let lang = open.lang();
    let sections = edit::keys(&open.facts).into_iter().map(|key| (key.to_owned(), word(lang, "section", key))).collect();
    let classes = Class::ALL.into_iter().map(|class| (class.code().to_owned(), word(lang, "class", class.code()))).collect();
    let wrong = ["point_text", "point_link"].iter().any(|name| form.problem(name).is_some());
    let shown = !form.value("point_text", "").is_empty() || wrong;
    view! {
        <details class="disclosure" open=shown>
            <summary>{t(lang, "point-fields-title")}</summary>
            <div class="disclosure__body">
                <p class="field__hint">{t(lang, "point-fields-hint")}</p>
                {form.select("point_section", t(lang, "field-section"), None, sections, "summary")}
                {form.select("point_class", t(lang, "field-class"), None, classes, "other")}
                {links::choice(open, form, links)}
                {form.area("point_text", t(lang, "field-point"), None, "", 3, None)}
                {form.area("point_resolve", t(lang, "field-resolve"), Some(t(lang, "field-resolve-hint")), "", 3, None)}
            </div>
        </details>
    }
    .into_any()
}

/// The fields of one condition.
pub(crate) fn condition_fields(open: &Opened, form: &Form, title: String) -> AnyView {
    let lang = open.lang();
    let owners = Delegation::BOTH
        .into_iter()
        .map(|side| (side.party().code().to_owned(), t(lang, &format!("party-{}", side.party().code()))))
        .collect();
    let dues = Due::ALL.into_iter().map(|due| (due.code().to_owned(), word(lang, "condition-due", due.code()))).collect();
    let shown = !form.value("condition_text", "").is_empty() || form.problem("condition_text").is_some();
    view! {
        <details class="disclosure" open=shown>
            <summary>{title}</summary>
            <div class="disclosure__body">
                <p class="field__hint">{t(lang, "condition-fields-hint")}</p>
                {form.area("condition_text", t(lang, "field-condition"), None, "", 3, None)}
                {form.select("condition_owner", t(lang, "field-owner"), None, owners, "il")}
                {form.select("condition_due", t(lang, "field-due"), None, dues, "before_start")}
                {form.line("condition_evidence", t(lang, "field-evidence"), Some(t(lang, "field-evidence-hint")), "", None)}
            </div>
        </details>
    }
    .into_any()
}

/// The point of a form, if one was written.
pub(crate) fn point_of(form: &mut Posted) -> Vec<NewPoint> {
    if form.raw("point_text").trim().is_empty() && form.raw("point_resolve").trim().is_empty() {
        return vec![];
    }
    let text = Note { lang: form.lang(), text: form.lines("point_text", NOTE_LIMIT) };
    let resolve = form.lines("point_resolve", NOTE_LIMIT);
    let class = form.choice("point_class", |code| Class::ALL.into_iter().find(|class| class.code() == code));
    let link = Some(form.raw("point_link")).filter(|id| !id.is_empty()).map(LinkId::from);
    if class == Some(Class::LinkedProject) && link.is_none() {
        form.wrong("point_link", "missing");
    }
    let section = form.raw("point_section").to_owned();
    class.map(|class| NewPoint { section, class, text, resolve, link }).into_iter().collect()
}

/// The condition of a form, if one was written.
pub(crate) fn condition_of(form: &mut Posted) -> Vec<NewCondition> {
    if form.raw("condition_text").trim().is_empty() && form.raw("condition_evidence").trim().is_empty() {
        return vec![];
    }
    let text = Note { lang: form.lang(), text: form.lines("condition_text", NOTE_LIMIT) };
    let evidence = form.line("condition_evidence", 500);
    let owner = form.choice("condition_owner", |code| Delegation::BOTH.into_iter().find(|side| side.party().code() == code));
    let due = form.choice("condition_due", |code| Due::ALL.into_iter().find(|due| due.code() == code));
    owner.zip(due).map(|(owner, due)| NewCondition { text, owner, due, evidence }).into_iter().collect()
}

/// The same as answers to be checked.
pub const ANSWERS: [Answer; 9] = [
    ("point_section", "field-section", Told::Word("section")),
    ("point_class", "field-class", Told::Word("class")),
    ("point_link", "field-point-link", Told::Apart),
    ("point_text", "field-point", Told::Words),
    ("point_resolve", "field-resolve", Told::Words),
    ("condition_text", "field-condition", Told::Words),
    ("condition_owner", "field-owner", Told::Word("party")),
    ("condition_due", "field-due", Told::Word("condition-due")),
    ("condition_evidence", "field-evidence", Told::Words),
];
