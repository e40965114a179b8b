//! `/desk/admin/permissions`: the one table of who may do what, as the rules themselves decide by it. Read only.

use domain::party::Audience;
use domain::permission;
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
    let body = view! {
        {head::plain(&title, Some(t(lang, "permissions-lede")))}
        {table(lang, &title)}
        <h2>{t(lang, "permissions-deeds")}</h2>
        <p>{t(lang, "permissions-deeds-lede")}</p>
        {deeds(lang)}
        <h2>{t(lang, "permissions-audiences")}</h2>
        {audiences(lang)}
    };
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

/// Which deed takes which right, and where.
fn deeds(lang: Lang) -> AnyView {
    let rows = permission::TABLE.iter().map(|row| {
        let stages = row.stages.iter().map(|stage| word(lang, "stage", stage.code())).collect::<Vec<_>>().join(" · ");
        view! {
            <tr>
                <th scope="row">{word(lang, "command", &row.command.code())}</th>
                <td data-label=t(lang, "permissions-right")>{word(lang, "action", row.action.code())}</td>
                <td data-label=t(lang, "permissions-stages")>{stages}</td>
            </tr>
        }
    });
    listed(
        lang,
        "permissions-deeds",
        ["permissions-deed", "permissions-right", "permissions-stages"],
        rows.collect_view().into_any(),
    )
}

/// Who reads and writes each audience.
fn audiences(lang: Lang) -> AnyView {
    let rows = Audience::ALL.into_iter().filter_map(|audience| Some((audience, permission::of_audience(audience)?))).map(
        |(audience, action)| {
            let roles = Role::ALL
                .into_iter()
                .zip(action.grants())
                .filter(|(role, grant)| *grant != Grant::No && audience.parties().iter().any(|party| role.fits(*party)));
            let roles = roles.map(|(role, _)| word(lang, "role", role.code())).collect::<Vec<_>>().join(" · ");
            let parties =
                audience.parties().iter().map(|party| word(lang, "party", party.code())).collect::<Vec<_>>().join(" · ");
            view! {
                <tr>
                    <th scope="row">{word(lang, "audience", audience.code())}</th>
                    <td data-label=t(lang, "permissions-parties")>{parties}</td>
                    <td data-label=t(lang, "permissions-roles")>{roles}</td>
                </tr>
            }
        },
    );
    listed(
        lang,
        "permissions-audiences",
        ["permissions-audience", "permissions-parties", "permissions-roles"],
        rows.collect_view().into_any(),
    )
}

/// A table of three columns.
fn listed(lang: Lang, title: &'static str, heads: [&'static str; 3], rows: AnyView) -> AnyView {
    let heads = heads.map(|key| view! { <th scope="col">{t(lang, key)}</th> });
    view! {
        <div class="table-wrap" role="region" aria-label=t(lang, title) tabindex="0">
            <table class="table table--dense">
                <caption class="visually-hidden">{t(lang, title)}</caption>
                <thead><tr>{heads.into_iter().collect_view()}</tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

const fn said(grant: Grant) -> &'static str {
    match grant {
        Grant::No => "grant-no",
        Grant::Yes => "grant-yes",
        Grant::Own => "grant-own",
        Grant::Both => "grant-both",
    }
}
