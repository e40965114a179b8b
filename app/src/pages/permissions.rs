//! `/desk/admin/permissions`: the one table of who may do what, as the rules themselves decide by it. Read only.

use domain::person::Role;
use domain::policy::{Action, Grant};
use domain::text::Lang;
use leptos::prelude::*;

use crate::components::head;
use crate::frame::Page;
use crate::request::{Ask, Stop};
use crate::text::{t, word};

/// `/desk/admin/permissions`
pub async fn page(ask: Ask) -> Result<Page, Stop> {
    let lang = ask.lang;
    let member = ask.member().await?;
    // For anybody else there is no such page.
    if !member.viewer.roles.iter().any(|held| held.role == Role::Administrator) {
        return Err(Stop::NotFound);
    }
    let title = t(lang, "permissions-title");
    let body = view! { {head::plain(&title, Some(t(lang, "permissions-lede")))} {table(lang, &title)} };
    Ok(Page::new(title, body).crumb(t(lang, "nav-desk"), "/desk").wide().of(&member))
}

fn table(lang: Lang, title: &str) -> AnyView {
    let heads = Role::ALL.map(|role| view! { <th scope="col">{word(lang, "role", role.code())}</th> });
    let rows = Action::ALL.map(|action| row(lang, action));
    view! {
        <div class="table-wrap" role="region" aria-label=title.to_owned() tabindex="0">
            <table class="table table--dense">
                <caption class="visually-hidden">{title.to_owned()}</caption>
                <thead><tr><th scope="col">{t(lang, "permissions-action")}</th>{heads.into_iter().collect_view()}</tr></thead>
                <tbody>{rows.into_iter().collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn row(lang: Lang, action: Action) -> AnyView {
    let cells = Role::ALL
        .into_iter()
        .zip(action.grants())
        .map(|(role, grant)| view! { <td data-label=word(lang, "role", role.code())>{t(lang, said(grant))}</td> })
        .collect_view();
    view! { <tr><th scope="row">{word(lang, "action", action.code())}</th>{cells}</tr> }.into_any()
}

const fn said(grant: Grant) -> &'static str {
    match grant {
        Grant::No => "grant-no",
        Grant::Yes => "grant-yes",
        Grant::Own => "grant-own",
        Grant::Both => "grant-both",
    }
}
