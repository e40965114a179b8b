//! `/desk/account/sessions`: where a person is signed in, and ending it there, for the own sessions only.

use domain::change::Command;
use domain::party::Party;
use domain::text;
use domain::time::Timestamp;
use leptos::prelude::*;
use serde::Deserialize;
use store::Readers;

use crate::access::doors;
use crate::components::{head, sheet, tag};
use crate::form::{Flash, Form, Outcome, post};
use crate::frame::Page;
use crate::request::{Ask, Member, Stop};
use crate::text::{moment_in, t};

/// What a record tells about its session.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Record {
    /// When it began, in seconds.
    began: i64,
    /// How long it lasts when nothing is done, in seconds.
    idle: i64,
    /// From which address.
    network: Option<String>,
    /// In which browser, as it calls itself.
    browser: Option<String>,
}

/// The name under which a page speaks of a session: neither the id nor its hash.
fn name(id_hash: &str) -> String {
    text::hash(&format!("session {id_hash}")).chars().take(20).collect()
}

/// `/desk/account/sessions`
pub async fn page(ask: Ask) -> Result<Page, Stop> {
    let lang = ask.lang;
    let mut member = ask.member().await?;
    let list = list(&ask, &mut member).await?;
    let title = t(lang, "account-sessions");
    let body = view! { {head::plain(&title, Some(t(lang, "sessions-lede")))} {list} };
    let page = Page::new(title, body).crumb(t(lang, "nav-desk"), "/desk").crumb(t(lang, "account-title"), "/desk/account");
    Ok(page.narrow().of(&member))
}

async fn list(ask: &Ask, member: &mut Member) -> Result<AnyView, Stop> {
    let lang = ask.lang;
    let found = store::session::list(&mut member.tx, &member.viewer.person_id, ask.now.0 / 1000).await?;
    let others = found.len() > 1;
    let rows = found.iter().map(|(hash, record, ends)| row(ask, member.viewer.party, hash, record, *ends)).collect_view();
    let all = Form::plain(ask, "/do/end-other-sessions", Flash::default());
    let all = others.then(|| {
        view! {
            <form method="post" action=all.action>
                {all.hidden(&[])}
                {all.actions(t(lang, "session-end-others"), "button button--secondary")}
            </form>
        }
    });
    let only = (!others).then(|| view! { <p class="muted">{t(lang, "session-only")}</p> });
    Ok(sheet(t(lang, "sessions-open"), view! { <ul class="stack">{rows}</ul> {only} {all} }))
}

/// Its end tells when a session was last used, within five minutes.
fn row(ask: &Ask, party: Party, id_hash: &str, record: &str, ends: i64) -> AnyView {
    let lang = ask.lang;
    let record: Record = serde_json::from_str(record).unwrap_or_default();
    let moment = |seconds: i64| moment_in(lang, party, Timestamp(seconds * 1000));
    let network = record.network.map(|network| view! { " · " <bdi dir="ltr">{network}</bdi> });
    let browser = record.browser.map(|browser| view! { <bdi dir="ltr">{browser}</bdi> " · " });
    let here = id_hash == ask.session.id_hash;
    let end = if here {
        tag::tag("good", t(lang, "session-this"))
    } else {
        let form = Form::plain(ask, "/do/end-session", Flash::default());
        let name = name(id_hash);
        view! {
            <form method="post" action=form.action>
                {form.hidden(&[("session", &name)])}
                <button class="button button--quiet button--small" type="submit">{t(lang, "session-end")}</button>
            </form>
        }
        .into_any()
    };
    view! {
        <li class="cluster">
            <span>{browser}{t(lang, "session-began")}" "{moment(record.began)}" · "{t(lang, "session-used")}" "{moment(ends - record.idle)}{network}</span>
            {end}
        </li>
    }
    .into_any()
}

/// Ends one other session of the person who asks.
#[server(prefix = "/do", endpoint = "end-session")]
pub async fn end_session() -> Result<(), ServerFnError> {
    post(|ask, form| async move {
        let wanted = form.raw("session").to_owned();
        end(&ask, move |hash| name(hash) == wanted).await
    })
    .await
}

/// Ends all other sessions of the person who asks.
#[server(prefix = "/do", endpoint = "end-other-sessions")]
pub async fn end_other_sessions() -> Result<(), ServerFnError> {
    post(|ask, _| async move { end(&ask, |_| true).await }).await
}

/// Ends the own other sessions that are meant, and records it; one that has ended already is as good as ended.
async fn end(ask: &Ask, meant: impl Fn(&str) -> bool + Clone + Send + Sync + 'static) -> Result<Outcome, Outcome> {
    let person = ask.session.person.clone().ok_or(Outcome::SignIn)?;
    let given = ask.clone();
    let ended = ask.portal.db.write(Readers::security(), move |tx| {
        let (person, ask, meant) = (person.clone(), given.clone(), meant.clone());
        Box::pin(async move {
            let own = store::session::list(tx, &person, ask.now.0 / 1000).await?;
            let others = own.iter().map(|(hash, _, _)| hash).filter(|hash| **hash != ask.session.id_hash && meant(hash));
            let others: Vec<_> = others.collect();
            for hash in &others {
                store::session::delete(tx, hash).await?;
            }
            if others.is_empty() { Ok(()) } else { doors::record(tx, &ask, Command::EndSessions, &person).await }
        })
    });
    ended.await.map_err(|error: store::Error| {
        tracing::error!(request = ask.id, %error, "a session could not be ended");
        Outcome::Failed
    })?;
    Ok(Outcome::Done("/desk/account/sessions".to_owned(), "said-session-ended"))
}
