//! `/desk/account/notifications`: how fast each topic of the inbox comes by mail. Duties always come at once.

use domain::notice::{Pace, Topic};
use leptos::prelude::*;

use crate::components::{head, sheet};
use crate::form::{Form, Outcome, post};
use crate::frame::Page;
use crate::pages::own;
use crate::request::{Ask, Stop};
use crate::text::{t, word};

/// `/desk/account/notifications`
pub async fn page(ask: Ask) -> Result<Page, Stop> {
    let lang = ask.lang;
    let mut member = ask.member().await?;
    let form = Form::load(&ask, &mut member.tx, "/do/notify").await?;
    let choices = store::digest::choices(&mut member.tx, &member.viewer.person_id).await?;
    let calendar = super::calendar::part(&ask, &mut member).await?;
    let status = form.status();
    let paces = || Pace::ALL.into_iter().map(|pace| (pace.code().to_owned(), word(lang, "pace", pace.code()))).collect();
    let fields = choices.into_iter().map(|(topic, pace)| {
        let hint = Some(word(lang, "topic-hint", topic.code()));
        form.select(topic.code(), word(lang, "topic", topic.code()), hint, paces(), pace.code())
    });
    let body = view! {
        {head::plain(&t(lang, "notifications-title"), Some(t(lang, "notifications-lede")))}
        {form.summary()}
        {sheet(t(lang, "notifications-mail"), view! {
            <p>{t(lang, "notifications-duties")}</p>
            <form method="post" action=form.action>
                {form.hidden(&[])}
                {fields.collect_view()}
                {form.actions(t(lang, "notifications-deed"), "button")}
            </form>
        })}
        {calendar}
    };
    let page = Page::new(t(lang, "notifications-title"), body).crumb(t(lang, "nav-desk"), "/desk");
    Ok(page.crumb(t(lang, "account-title"), "/desk/account").narrow().of(&member).status(status))
}

/// Keeps what somebody chose.
#[server(prefix = "/do", endpoint = "notify")]
pub async fn notify() -> Result<(), ServerFnError> {
    post(|ask, form| async move {
        let chosen = Topic::CHOSEN.into_iter().map(|topic| Some((topic, Pace::parse(form.raw(topic.code()))?)));
        let chosen: Vec<_> = chosen.collect::<Option<_>>().ok_or(Outcome::NotFound)?;
        own(&ask, &form, "/desk/account/notifications", "said-notify", move |tx, person| {
            let chosen = chosen.clone();
            Box::pin(async move {
                for (topic, pace) in chosen {
                    store::digest::choose(tx, &person, topic, pace).await?;
                }
                Ok(())
            })
        })
        .await
    })
    .await
}
