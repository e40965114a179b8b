//! Writing: the list of sections, and whether anything can be written now. A page for each section, the declaration and the check at the
//! end stand beside it.

mod check;
mod columns;
pub(super) mod fields;
pub mod saves;
mod scope;
pub mod section;

use domain::change::Command;
use domain::edit::{self, TextState};
use domain::permission;
use domain::stage::Stage;
use domain::text::Lang;
use leptos::prelude::*;

use super::project::Opened;
use crate::components::side_by_side::InView;
use crate::components::{reason, sheet, tag};
use crate::frame::Page;
use crate::request::{Ask, Stop};
use crate::text::{t, word};

fn may_edit(open: &Opened) -> bool {
    let viewer = &open.member.viewer;
    domain::policy::decide(viewer, domain::policy::Action::EditText, &open.facts.project.group_id).is_ok()
        && viewer
            .party
            .delegation()
            .is_some_and(|side| open.facts.project.stage == Stage::InDiscussion || open.facts.project.proposed_by.includes(side))
}

/// Why nothing can be written here now, if so.
pub(crate) fn frozen(open: &Opened) -> Option<AnyView> {
    let lang = open.lang();
    match permission::fits(Command::SaveText, open.facts.project.stage) {
        Ok(()) if may_edit(open) => None,
        Ok(()) => Some(reason(t(lang, "edit-not-permitted"))),
        Err(refusal) => Some(reason(t(lang, &format!("refusal-{}", refusal.code())))),
    }
}

/// `/desk/projects/CODE/edit`
pub async fn page(ask: Ask, handle: String) -> Result<Page, Stop> {
    let mut open = Opened::find(ask, &handle).await?;
    let lang = open.lang();
    let declaration = open.form("/do/scope").await?;
    let check = check::sheet(&mut open).await?;
    let status = declaration.status().max(check.1);
    let files = super::files::editor(&mut open).await?;
    let status = status.max(files.1);
    let body = match frozen(&open) {
        Some(reason) => view! { {reason} {tasks(&open)} {scope::declared(&open)} }.into_any(),
        None => view! {
            <p>{t(lang, "edit-lede")}" "<a href=open.href("/word")>{t(lang, "word-link")}</a></p>
            {tasks(&open)}
            {scope::form(&open, &declaration)}
            {files.0}
            {check.0}
        }
        .into_any(),
    };
    Ok(open.page("/edit", &t(lang, "tab-edit"), body).status(status))
}

fn tasks(open: &Opened) -> AnyView {
    let (lang, chosen) = (open.lang(), InView::of(&open.ask));
    let rows = edit::keys(&open.facts)
        .into_iter()
        .map(|section| {
            let states = Lang::ALL
                .into_iter()
                .map(|one| {
                    let state = edit::state(&open.facts, section, one);
                    let name = t(lang, &format!("language-short-{}", one.code()));
                    // A new draft is all missing; that is no alarm.
                    let kind = if state == TextState::Missing { "plain" } else { tag::text_kind(state) };
                    tag::tag(kind, format!("{name}: {}", word(lang, "text-state", state.code())))
                })
                .collect_view();
            view! {
                <li>
                    <a class="task-list__link" href=chosen.at(&open.href(&format!("/edit/{section}")))>
                        <span class="task-list__name">{word(lang, "section", section)}</span>
                        <span class="task-list__hint">{word(lang, "section-hint", section)}</span>
                        <span class="task-list__state cluster">{states}</span>
                    </a>
                </li>
            }
        })
        .collect_view();
    sheet(t(lang, "edit-sections"), view! { <ul class="task-list">{rows}</ul> })
}
