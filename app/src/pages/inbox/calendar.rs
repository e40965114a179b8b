//! The private address of a calendar: made, renewed and ended beside the notifications. It is shown once; only its hash is kept.

use domain::text as rules;
use leptos::prelude::*;

use crate::access::link::new_key;
use crate::components::sheet;
use crate::form::{Flash, Form, Outcome, post};
use crate::pages::own;
use crate::request::{Ask, Member, Stop};
use crate::text::{date, t, tf};

const PAGE: &str = "/desk/account/notifications";

/// The part of the page, with the address where it was just made.
///
/// # Errors
/// The database fails.
pub(super) async fn part(ask: &Ask, member: &mut Member) -> Result<AnyView, Stop> {
    let lang = ask.lang;
    let renew = Form::load(ask, &mut member.tx, "/do/renew-calendar").await?;
    let end = Form::load(ask, &mut member.tx, "/do/end-calendar").await?;
    let made = store::meeting::calendar::made(&mut member.tx, &member.viewer.person_id).await?;
    let shown = Flash::said(ask, &mut member.tx).await?.and_then(|said| said.named("calendar").into_iter().next());
    let shown = shown.map(|address| {
        view! {
            <div class="panel panel--good" role="status">
                <p>{t(lang, "calendar-once")}</p>
                <p><code dir="ltr">{address}</code></p>
            </div>
        }
    });
    let state = made.map_or_else(|| t(lang, "calendar-none"), |at| tf(lang, "calendar-since", [("date", date(lang, at).into())]));
    let deed = if made.is_some() { "calendar-renew" } else { "calendar-make" };
    let ending = made.map(|_| {
        view! { <form method="post" action=end.action>{end.hidden(&[])}{end.actions(t(lang, "calendar-end"), "button button--quiet")}</form> }
    });
    let body = view! {
        <p>{t(lang, "calendar-lede")}</p>
        {shown}
        <p>{state}</p>
        <div class="cluster">
            <form method="post" action=renew.action>{renew.hidden(&[])}{renew.actions(t(lang, deed), "button button--secondary")}</form>
            {ending}
        </div>
    };
    Ok(sheet(t(lang, "calendar-title"), body))
}

/// Makes a new private address; the one before opens nothing any more.
#[server(prefix = "/do", endpoint = "renew-calendar")]
pub async fn renew_calendar() -> Result<(), ServerFnError> {
    post(|ask, form| async move {
        let (key, now) = (new_key(&ask), ask.now);
        let hash = rules::hash(&key);
        let kept = own(&ask, &form, PAGE, "", move |tx, person| {
            let hash = hash.clone();
            Box::pin(async move { store::meeting::calendar::renew(tx, &person, &hash, now).await })
        });
        match kept.await? {
            Outcome::Done(place, _) => {
                let address = format!("{}/calendar/{key}", ask.portal.origin);
                let says = Flash { values: vec![("calendar".to_owned(), address)], ..Flash::default() };
                Ok(Outcome::Says(Box::new(says), place))
            }
            other => Ok(other),
        }
    })
    .await
}

/// Ends the private address.
#[server(prefix = "/do", endpoint = "end-calendar")]
pub async fn end_calendar() -> Result<(), ServerFnError> {
    post(|ask, form| async move {
        own(&ask, &form, PAGE, "said-calendar-ended", |tx, person| {
            Box::pin(async move { store::meeting::calendar::end(tx, &person).await })
        })
        .await
    })
    .await
}
