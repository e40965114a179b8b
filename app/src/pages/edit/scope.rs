//! The civilian-scope declaration.

use domain::edit;
use domain::id::ScopeId;
use domain::project::Scope;
use leptos::prelude::*;

use crate::components::{row, sheet};
use crate::form::{Form, post};
use crate::markdown::prose;
use crate::pages::act;
use crate::pages::project::Opened;
use crate::text::t;

/// What was declared, for whoever reads it and does not write it.
pub(super) fn declared(open: &Opened) -> Option<AnyView> {
    let (lang, scope) = (open.lang(), open.facts.scope.as_ref()?);
    let dual_use = row(t(lang, "scope-dual-use"), prose(open.facts.project.source, &scope.dual_use));
    Some(sheet(t(lang, "scope-title"), view! { <dl class="summary-list">{dual_use}</dl> }))
}

pub(super) fn form(open: &Opened, form: &Form) -> AnyView {
    let lang = open.lang();
    let old = open.facts.scope.as_ref();
    let tick = |name: &'static str, was: fn(&Scope) -> bool| {
        form.tick(name, t(lang, &format!("scope-{}", name.replace('_', "-"))), old.is_some_and(was))
    };
    view! {
        <form class="sheet" method="post" action=form.action id="scope">
            <div class="sheet__head"><h2>{t(lang, "scope-title")}</h2></div>
            {form.summary()}
            <p>{t(lang, "scope-hint")}</p>
            {form.hidden(&[("project", open.facts.project.handle())])}
            {tick("purpose", |scope| scope.purpose)}
            {tick("no_military_party", |scope| scope.no_military_party)}
            {tick("no_collection", |scope| scope.no_collection)}
            {tick("no_military_site", |scope| scope.no_military_site)}
            {form.area("dual_use", t(lang, "scope-dual-use"), Some(t(lang, "scope-dual-use-hint")), old.map_or("none", |scope| &scope.dual_use), 2, None)}
            {form.actions(t(lang, "scope-deed"), "button button--secondary")}
        </form>
    }
    .into_any()
}

/// Declares the civilian scope.
#[server(prefix = "/do", endpoint = "scope")]
pub async fn declare_scope() -> Result<(), ServerFnError> {
    post(|ask, mut form| async move {
        let dual_use = form.lines("dual_use", domain::text::NOTE_LIMIT);
        let yes = |name: &str| form.raw(name) == "yes";
        let ticks = [yes("purpose"), yes("no_military_party"), yes("no_collection"), yes("no_military_site")];
        act(&ask, &form, "/edit", "said-declared", move |facts, viewer, occasion| {
            let [purpose, no_military_party, no_collection, no_military_site] = ticks;
            let id: ScopeId = occasion.branch("scope").ids().fresh();
            let scope = Scope {
                id,
                project_id: facts.project.id.clone(),
                purpose,
                no_military_party,
                no_collection,
                no_military_site,
                dual_use: dual_use.clone(),
                person_id: viewer.person_id.clone(),
            };
            edit::declare(facts, viewer, scope, occasion)
        })
        .await
    })
    .await
}
