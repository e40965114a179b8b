//! `/desk/admin/people/ID`: one person of the own side, what they hold, and what their head can change of it.

use domain::enrolment::Person;
use domain::id::{GroupId, MandateId, PersonId};
use domain::text::Lang;
use leptos::prelude::*;
use store::letter::Listed;

use super::{LIST, invite, manager, state};
use crate::components::{head, row, sheet};
use crate::form::{Flash, Form};
use crate::frame::Page;
use crate::pages::confirm;
use crate::request::{Ask, Member, Stop};
use crate::text::{date, t, word};

/// `/desk/admin/people/ID`
pub async fn page(ask: Ask, id: String) -> Result<Page, Stop> {
    let lang = ask.lang;
    let mut member = manager(&ask).await?;
    let id = PersonId::from(id.as_str());
    let party = member.viewer.party;
    let listed = store::staff::list(&mut member.tx, party).await?.into_iter().find(|one| one.id == id).ok_or(Stop::NotFound)?;
    let person = store::staff::find(&mut member.tx, &id).await?.ok_or(Stop::NotFound)?;
    let groups = store::group::all(&mut member.tx).await?;
    let name =
        |id: &GroupId| groups.iter().find(|group| group.id == *id).map_or_else(String::new, |group| group.name(lang).to_owned());
    let again = confirm::again(&ask, &mut member).await?;
    let mut forms = Vec::new();
    for action in ["/do/grant-role", "/do/end-role", "/do/suspend", "/do/reinstate", "/do/new-link", "/do/offer-profile"] {
        forms.push(Form::load(&ask, &mut member.tx, action).await?.asking(again.clone()));
    }
    let [grant, end, suspend, reinstate, link, profile] = <[Form; 6]>::try_from(forms).map_err(|_| Stop::NotFound)?;
    let status = [&grant, &end, &suspend, &reinstate, &link, &profile].into_iter().map(Form::status).max().unwrap_or(200);
    let letters = store::letter::of_person(&mut member.tx, &id).await?;
    let mandates = person
        .mandates
        .iter()
        .map(|one| view! { <li>{name(&one.group_id)}" · "{date(lang, one.starts_at)}" – "{date(lang, one.ends_at)}{letter(lang, &letters, &one.id)}</li> });
    let mandates = mandates.collect_view();
    let own = id == member.viewer.person_id;
    let profile = if own { None } else { Some(super::profile::offered(&mut member, &profile, &id).await?) };
    let shown = shown_once(&ask, &mut member).await?;
    let body = view! {
        {head::plain(listed.office(lang), None)}
        {shown}
        {sheet(t(lang, "account-who"), view! {
            <dl class="summary-list">
                {row(t(lang, "field-name"), view! { <bdi>{listed.name.clone()}</bdi> })}
                {row(t(lang, "field-email-label"), view! { <bdi dir="ltr">{listed.email.clone()}</bdi> })}
                {row(t(lang, "people-state"), state(lang, &listed))}
                {row(t(lang, "account-mandates"), view! { <ul>{mandates}</ul> })}
            </dl>
        })}
        {sheet(t(lang, "account-roles"), roles(lang, &person, &end, own, &name))}
        {(!own).then(|| sheet(t(lang, "people-grant"), folded(&grant, &id, t(lang, "people-grant-deed"), Some(invite::grant_fields(&ask, &member, &grant, &groups)))))}
        {profile}
        {(!own).then(|| sheet(t(lang, "people-doors"), doors(lang, &person, [&suspend, &reinstate, &link])))}
    };
    let page =
        Page::new(listed.office(lang).to_owned(), body).crumb(t(lang, "nav-desk"), "/desk").crumb(t(lang, "people-title"), LIST);
    Ok(page.narrow().of(&member).status(status))
}

/// The letter that a mandate rests on.
pub(crate) fn letter(lang: Lang, letters: &[Listed], mandate: &MandateId) -> Option<AnyView> {
    let found = letters.iter().find(|letter| letter.mandate_id == *mandate)?;
    let href = format!("/desk/letters/{mandate}");
    Some(view! { " · "{t(lang, "people-letter-of")}" "<a href=href><bdi>{found.name.clone()}</bdi></a> }.into_any())
}

/// The link that was just made; nobody sees it again.
async fn shown_once(ask: &Ask, member: &mut Member) -> Result<Option<AnyView>, Stop> {
    let lang = ask.lang;
    let link = Flash::said(ask, &mut member.tx).await?.unwrap_or_default().named("link").pop();
    Ok(link.map(|link| {
        sheet(
            t(lang, "people-link"),
            view! { <p>{t(lang, "people-link-hint")}</p> <p><code dir="ltr" class="wrap">{link}</code></p> },
        )
    }))
}

fn roles(lang: Lang, person: &Person, form: &Form, own: bool, name: &impl Fn(&GroupId) -> String) -> AnyView {
    let rows = person.roles.iter().map(|held| {
        let place = held.group_id.as_ref().map_or_else(|| t(lang, "account-all-groups"), name);
        let form = form.about("role", held.id.as_str());
        let about = [("person", person.id.as_str()), ("role", held.id.as_str())];
        let end = (!own).then(|| confirm::folded(&form, t(lang, "people-end-role"), &about, None, "button button--danger"));
        view! { <li>{word(lang, "role", held.role.code())}" · "{place}{end}</li> }
    });
    let rows = rows.collect_view();
    view! { <ul class="stack">{rows}</ul> }.into_any()
}

fn folded(form: &Form, id: &PersonId, deed: String, fields: Option<AnyView>) -> AnyView {
    confirm::folded(form, deed, &[("person", id.as_str())], fields, "button button--secondary")
}

fn doors(lang: Lang, person: &Person, [suspend, reinstate, link]: [&Form; 3]) -> AnyView {
    let id = &person.id;
    if person.suspension.is_some() {
        return view! { <p>{t(lang, "people-suspended-hint")}</p> {folded(reinstate, id, t(lang, "people-reinstate"), None)} }
            .into_any();
    }
    view! {
        <p>{t(lang, "people-link-why")}</p>
        {folded(link, id, t(lang, "people-new-link"), None)}
        <p>{t(lang, "people-suspend-hint")}</p>
        {folded(suspend, id, t(lang, "people-suspend"), None)}
    }
    .into_any()
}
