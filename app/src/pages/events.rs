//! `/desk/admin/events`: what happened at the doors, for administrators. It names people by office and address, never what they
//! wrote or read.

use domain::change::Command;
use domain::person::Role;
use domain::text::Lang;
use leptos::prelude::*;
use store::Readers;
use store::security::{self, Listed, PAGE};

use super::projects::active_filters;
use crate::components::{empty, head, pagination};
use crate::frame::Page;
use crate::request::{Ask, People, Stop};
use crate::text::{moment, spelled, t, word};

/// What can happen at a door.
const KINDS: [Command; 14] = [
    Command::SignIn,
    Command::SignInRefused,
    Command::SignOut,
    Command::SetPassword,
    Command::AddFactor,
    Command::RemoveFactor,
    Command::UseRecoveryCode,
    Command::EndSessions,
    Command::MakeLink,
    Command::RefuseDeed,
    Command::SuspendPerson,
    Command::ReinstatePerson,
    Command::EndRole,
    Command::EndMandate,
];

/// `/desk/admin/events`
pub async fn page(ask: Ask) -> Result<Page, Stop> {
    let lang = ask.lang;
    let member = ask.member().await?;
    // For anybody else there is no such page.
    if !member.viewer.roles.iter().any(|held| held.role == Role::Administrator) {
        return Err(Stop::NotFound);
    }
    let kind = KINDS.iter().map(|kind| kind.code()).find(|code| code == ask.query("kind")).unwrap_or_default();
    let mut tx = ask.portal.db.read(&Readers::security()).await?;
    let (found, count) = security::list(&mut tx, &kind, ask.page()).await?;
    let list = if found.is_empty() { empty(t(lang, "events-none"), None) } else { table(lang, &member.people, &found) };
    let chosen = [("kind", "events-kind", (!kind.is_empty()).then(|| (kind.clone(), word(lang, "command", &kind))))];
    let body = view! {
        {head::plain(&t(lang, "events-title"), Some(t(lang, "events-lede")))}
        {filter(lang, &kind)}
        {active_filters(lang, "/desk/admin/events", &chosen)}
        {list}
        {pagination::pages(lang, &format!("/desk/admin/events?kind={kind}"), ask.page(), PAGE, count)}
    };
    Ok(Page::new(t(lang, "events-title"), body).crumb(t(lang, "nav-desk"), "/desk").wide().of(&member))
}

fn filter(lang: Lang, chosen: &str) -> AnyView {
    let codes: Vec<_> = KINDS.iter().map(|kind| kind.code()).collect();
    let options = codes.iter().map(|code| {
        let (value, selected) = (code.clone(), code == chosen);
        view! { <option value=value selected=selected>{word(lang, "command", code)}</option> }
    });
    let options = options.collect_view();
    view! {
        <form class="filters" method="get" action="/desk/admin/events">
            <div class="filters__fields">
                <div class="field field--short">
                    <label class="field__label" for="kind">{t(lang, "events-kind")}</label>
                    <select id="kind" name="kind"><option value="">{t(lang, "filter-any")}</option>{options}</select>
                </div>
            </div>
            <div class="form-actions"><button class="button button--secondary" type="submit">{t(lang, "filter-apply")}</button></div>
        </form>
    }
    .into_any()
}

fn table(lang: Lang, people: &People, found: &[Listed]) -> AnyView {
    let rows = found.iter().map(|one| row(lang, people, one)).collect_view();
    view! {
        <div class="table-wrap" role="region" aria-label=t(lang, "events-title") tabindex="0">
            <table class="table table--dense">
                <caption class="visually-hidden">{t(lang, "events-title")}</caption>
                <thead>
                    <tr>
                        <th scope="col">{t(lang, "field-time")}</th>
                        <th scope="col">{t(lang, "events-kind")}</th>
                        <th scope="col">{t(lang, "events-about")}</th>
                        <th scope="col">{t(lang, "events-actor")}</th>
                        <th scope="col">{t(lang, "events-network")}</th>
                        <th scope="col" class="table__num">{t(lang, "events-times")}</th>
                    </tr>
                </thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn row(lang: Lang, people: &People, one: &Listed) -> AnyView {
    let about = one.about.as_ref().map_or_else(|| t(lang, "events-nobody"), |person| people.office(person));
    let other = one.about.as_ref() != Some(&one.actor) && one.about.is_some();
    let actor = if other { people.office(&one.actor) } else { "–".to_owned() };
    let network = one.network.clone().unwrap_or_else(|| "–".to_owned());
    view! {
        <tr>
            <th scope="row">{moment(lang, one.recorded_at)}</th>
            <td data-label=t(lang, "events-kind")>{word(lang, "command", &one.command)}</td>
            <td data-label=t(lang, "events-about")><bdi>{about}</bdi></td>
            <td data-label=t(lang, "events-actor")><bdi>{actor}</bdi></td>
            <td data-label=t(lang, "events-network")><bdi dir="ltr">{network}</bdi></td>
            <td class="table__num" data-label=t(lang, "events-times")>{spelled(lang, one.times)}</td>
        </tr>
    }
    .into_any()
}
