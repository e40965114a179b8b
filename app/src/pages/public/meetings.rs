//! Meetings for the public: those whose agreed minutes both heads of delegation opened. People stand there by side and number, never by
//! name; what is shown is what both sides agreed to, and statements as what they are.

use domain::meeting::Meeting;
use domain::meeting::minutes::Statement;
use domain::party::Party;
use domain::text::Lang;
use leptos::prelude::*;
use store::Readers;
use store::group::Group;
use store::meeting::Listed;

use crate::components::{empty, hash, head, row, sheet};
use crate::frame::Page;
use crate::pages::meetings::{cards, title};
use crate::request::{Ask, Stop};
use crate::text::{capitals, date, iso, t, tf};

/// `/LANG/meetings`
pub async fn page(ask: Ask) -> Result<Page, Stop> {
    let lang = ask.lang;
    let mut tx = ask.portal.db.read(&Readers::public()).await?;
    let groups = store::group::all(&mut tx).await?;
    let found = store::meeting::released(&mut tx).await?;
    let list = if found.is_empty() {
        empty(t(lang, "public-meetings-none"), Some((t(lang, "nav-how"), format!("/{}/how-approval-works", lang.code()))))
    } else {
        let rows = found.iter().map(|one| listed(lang, &groups, one)).collect_view();
        view! { <ul class="stack">{rows}</ul> }.into_any()
    };
    let body = view! { {head::plain(&t(lang, "public-meetings-title"), Some(t(lang, "public-meetings-lede")))} {list} };
    Ok(Page::new(t(lang, "public-meetings-title"), body).wide())
}

fn name(lang: Lang, groups: &[Group], group: &domain::id::GroupId, number: i64) -> String {
    title(lang, groups.iter().find(|one| one.id == *group), number)
}

fn listed(lang: Lang, groups: &[Group], one: &Listed) -> AnyView {
    let href = format!("/{}/meetings/{}", lang.code(), one.id.as_str());
    view! {
        <li class="meeting-row">
            <p class="meeting-row__title"><a href=href>{name(lang, groups, &one.group_id, one.number)}</a></p>
            <p><time datetime=iso(one.starts_at)>{date(lang, one.starts_at)}</time></p>
        </li>
    }
    .into_any()
}

/// `/LANG/meetings/ID`
pub async fn one(ask: Ask, id: String) -> Result<Page, Stop> {
    let lang = ask.lang;
    let mut tx = ask.portal.db.read(&Readers::public()).await?;
    let groups = store::group::all(&mut tx).await?;
    let meeting = store::meeting::public(&mut tx, &id).await?.ok_or(Stop::NotFound)?;
    let title = name(lang, &groups, &meeting.start.group_id, meeting.start.number);
    let starts_at = meeting.plan.starts_at;
    let items = meeting.items();
    let items = items.iter().enumerate().map(|(place, item)| {
        let none = meeting.decided(&item.id).next().is_none();
        let none = none.then(|| view! { <p class="muted">{t(lang, "minutes-nothing-decided")}</p> });
        sheet_of(cards::heading(lang, place + 1, item), view! { {none}{cards::decided(lang, &meeting, item)} }.into_any())
    });
    let minutes = meeting.newest_minutes().map(|newest| hash::full(lang, &newest.hash));
    let body = view! {
        {head::plain(&title, Some(t(lang, "public-meeting-lede")))}
        <dl class="summary-list">
            {row(t(lang, "meeting-starts"), view! { {date(lang, starts_at)}" · "{capitals(lang, starts_at)} })}
            {row(t(lang, "attendance-title"), attended(lang, &meeting))}
        </dl>
        {items.collect_view()}
        {statements(lang, &meeting)}
        {minutes}
    };
    let home = format!("/{}/meetings", lang.code());
    Ok(Page::new(title, body).crumb(t(lang, "public-meetings-title"), home))
}

fn sheet_of(heading: AnyView, body: AnyView) -> AnyView {
    view! { <section class="sheet"><div class="sheet__head"><h2>{heading}</h2></div>{body}</section> }.into_any()
}

/// How many attended for each side.
fn attended(lang: Lang, meeting: &Meeting) -> AnyView {
    let side = |party: Party| {
        let count = meeting.attendees.iter().filter(|one| one.party == party).count();
        let name = t(lang, &format!("party-{}", party.code()));
        (count > 0).then(|| view! { <li>{tf(lang, "public-attended", [("party", name.into()), ("count", count.into())])}</li> })
    };
    view! { <ul>{[Party::Il, Party::Sy, Party::Us, Party::None].map(side).into_iter().collect_view()}</ul> }.into_any()
}

fn statements(lang: Lang, meeting: &Meeting) -> Option<AnyView> {
    let one = |statement: &Statement| {
        let text = statement.text.clone();
        view! {
            <li class="statement">
                <p><strong>{t(lang, &format!("statement-of-{}", statement.party.code()))}</strong></p>
                <p lang=statement.lang.code() dir=statement.lang.dir()>{text}</p>
            </li>
        }
    };
    let rows: Vec<_> = meeting.statements.iter().map(one).collect();
    (!rows.is_empty()).then(|| sheet(t(lang, "statements-title"), view! { <ul class="stack">{rows}</ul> }))
}
