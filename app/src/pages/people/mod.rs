//! `/desk/admin/people`: the people of a side, for its head or the supervisor's officers. Whoever manages nobody finds no page here,
//! and nobody finds another side's people.

pub mod deeds;
pub mod invite;
pub mod nominations;
pub mod person;
pub mod profile;

use domain::party::Party;
use domain::policy::{self, Action};
use domain::text::Lang;
use leptos::prelude::*;
use store::staff::Listed;

use super::confirm;
use crate::components::{empty, head, sheet, tag};
use crate::form::Form;
use crate::frame::Page;
use crate::request::{Ask, Member, Stop};
use crate::text::t;

/// Where the list stands.
pub(crate) const LIST: &str = "/desk/admin/people";

/// A member who manages the people of a side.
pub(crate) async fn manager(ask: &Ask) -> Result<Member, Stop> {
    let member = ask.member().await?;
    if policy::anywhere(&member.viewer, Action::ManagePeople) { Ok(member) } else { Err(Stop::NotFound) }
}

/// `/desk/admin/people`
pub async fn page(ask: Ask) -> Result<Page, Stop> {
    let lang = ask.lang;
    let mut member = manager(&ask).await?;
    let people = store::staff::list(&mut member.tx, member.viewer.party).await?;
    let rows = people.iter().map(|one| row(lang, one)).collect_view();
    let (waiting, status) = waiting(&ask, &mut member).await?;
    let title = t(lang, "people-title");
    let body = view! {
        {head::plain(&title, Some(t(lang, "people-lede")))}
        <p><a class="button" href="/desk/admin/people/new">{t(lang, "people-invite")}</a></p>
        {waiting}
        <div class="table-wrap">
            <table class="table table--dense">
                <caption class="visually-hidden">{title.clone()}</caption>
                <thead><tr>
                    <th scope="col">{t(lang, "field-name")}</th>
                    <th scope="col">{t(lang, "field-office")}</th>
                    <th scope="col">{t(lang, "field-email-label")}</th>
                    <th scope="col">{t(lang, "people-state")}</th>
                </tr></thead>
                <tbody>{rows}</tbody>
            </table>
        </div>
    };
    Ok(Page::new(title, body).crumb(t(lang, "nav-desk"), "/desk").wide().of(&member).status(status))
}

fn row(lang: Lang, one: &Listed) -> AnyView {
    view! {
        <tr>
            <th scope="row"><a href=format!("{LIST}/{}", one.id)><bdi>{one.name.clone()}</bdi></a></th>
            <td data-label=t(lang, "field-office")><bdi>{one.office(lang).to_owned()}</bdi></td>
            <td data-label=t(lang, "field-email-label")><bdi dir="ltr">{one.email.clone()}</bdi></td>
            <td data-label=t(lang, "people-state")>{state(lang, one)}</td>
        </tr>
    }
    .into_any()
}

/// Whether somebody can come in.
pub(crate) fn state(lang: Lang, one: &Listed) -> AnyView {
    match (one.suspended, one.joined) {
        (true, _) => tag::tag("stop", t(lang, "people-suspended")),
        (false, true) => tag::tag("good", t(lang, "people-joined")),
        (false, false) => tag::tag("wait", t(lang, "people-invited")),
    }
}

/// Who waits for a second yes; only the supervisor's people do.
async fn waiting(ask: &Ask, member: &mut Member) -> Result<(Option<AnyView>, u16), Stop> {
    if member.viewer.party != Party::Us {
        return Ok((None, 200));
    }
    let lang = ask.lang;
    let found = store::staff::nominations(&mut member.tx, Party::Us).await?;
    let again = confirm::again(ask, member).await?;
    let yes = Form::load(ask, &mut member.tx, "/do/second-nomination").await?.asking(again);
    let no = Form::load(ask, &mut member.tx, "/do/drop-nomination").await?;
    let rows: Vec<_> = found
        .iter()
        .filter_map(|one| {
            Some(nominations::waiting(
                member,
                &yes.about("nomination", &one.id),
                &no,
                one,
                &serde_json::from_str(&one.content).ok()?,
            ))
        })
        .collect();
    let list = if rows.is_empty() {
        empty(t(lang, "people-nobody-waits"), None)
    } else {
        view! { <ul class="stack">{rows}</ul> }.into_any()
    };
    Ok((Some(sheet(t(lang, "people-waiting"), list)), yes.status()))
}
