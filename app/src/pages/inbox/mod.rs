//! `/desk/inbox`: what came for this reader, newest first, unread until they say otherwise; only of what they may still read.

pub mod calendar;
pub mod notifications;
pub mod unsubscribe;

use domain::notice::Topic;
use domain::text::Lang;
use domain::time::Timestamp;
use leptos::prelude::*;
use store::Visible;
use store::activity::PAGE;
use store::notice::Notice;

use super::activity::before;
use super::history::told;
use super::{own, subject};
use crate::components::{empty, head, tag};
use crate::form::{Flash, Form, Outcome, post};
use crate::frame::Page;
use crate::request::{Ask, Member, Stop};
use crate::text::{iso, moment, t, tf, word};

/// `/desk/inbox?topic=CODE&before=TIME.ID`
pub async fn page(ask: Ask) -> Result<Page, Stop> {
    let lang = ask.lang;
    let mut member = ask.member().await?;
    let topic = Topic::ALL.into_iter().find(|topic| topic.code() == ask.query("topic"));
    let mut found = store::notice::list(&mut member.tx, &member.viewer, topic, before(ask.query("before"))).await?;
    let more = found.len() > PAGE;
    found.truncate(PAGE);
    let next = found.last().filter(|_| more).map(|last| older(topic, last));
    let body = view! {
        {head::plain(&t(lang, "inbox-title"), Some(t(lang, "inbox-lede")))}
        <p><a href="/desk/account/notifications">{t(lang, "notifications-title")}</a></p>
        {unread(&ask, &found, member.unread)}
        {topics(lang, topic)}
        {list(&ask, &member, &found, topic)}
        {next.map(|href| view! { <p><a rel="next" href=href>{t(lang, "inbox-older")}</a></p> })}
    };
    Ok(Page::new(t(lang, "inbox-title"), body).crumb(t(lang, "nav-desk"), "/desk").wide().of(&member))
}

fn older(topic: Option<Topic>, last: &Notice) -> String {
    let topic = topic.map(|topic| format!("topic={}&", topic.code())).unwrap_or_default();
    format!("/desk/inbox?{topic}before={}.{}", last.came_at.0, last.deed.id)
}

/// How much is unread, and the button for all of it that stands here or came before.
fn unread(ask: &Ask, found: &[Visible<Notice>], count: i64) -> AnyView {
    if count == 0 {
        return ().into_any();
    }
    let lang = ask.lang;
    let newest = found.first().map(|notice| notice.came_at.0.to_string());
    let form = Form::plain(ask, "/do/read-all-notices", Flash::default());
    let button = newest.map(|mark| {
        view! {
            <form method="post" action=form.action>
                {form.hidden(&[])}
                <input type="hidden" name="mark" value=mark />
                <button class="button button--secondary button--small" type="submit">{t(lang, "inbox-read-all")}</button>
            </form>
        }
    });
    view! { <div class="cluster"><p>{tf(lang, "inbox-unread", [("count", count.into())])}</p>{button}</div> }.into_any()
}

/// All topics, or one.
fn topics(lang: Lang, chosen: Option<Topic>) -> AnyView {
    let one = |topic: Option<Topic>| {
        let href = topic.map_or_else(|| "/desk/inbox".to_owned(), |topic| format!("/desk/inbox?topic={}", topic.code()));
        let label = topic.map_or_else(|| t(lang, "inbox-all"), |topic| word(lang, "topic", topic.code()));
        view! { <li><a href=href aria-current=(topic == chosen).then_some("true")>{label}</a></li> }
    };
    let items = std::iter::once(None).chain(Topic::ALL.map(Some)).map(one).collect_view();
    view! { <nav class="tabs" aria-label=t(lang, "inbox-topics")><ul>{items}</ul></nav> }.into_any()
}

fn list(ask: &Ask, member: &Member, found: &[Visible<Notice>], topic: Option<Topic>) -> AnyView {
    let lang = ask.lang;
    if found.is_empty() {
        return match topic {
            Some(_) => empty(t(lang, "inbox-none-of-topic"), Some((t(lang, "filter-clear"), "/desk/inbox".to_owned()))),
            None => empty(t(lang, "inbox-empty"), Some((t(lang, "activity-title"), "/desk/activity".to_owned()))),
        };
    }
    let rows = found.iter().map(|notice| row(ask, member, notice)).collect_view();
    view! { <ol class="timeline timeline--plain">{rows}</ol> }.into_any()
}

fn row(ask: &Ask, member: &Member, notice: &Notice) -> AnyView {
    let (lang, deed) = (ask.lang, &notice.deed);
    let kind = if notice.topic == Topic::Duties { "wait" } else { "plain" };
    let fresh = notice.read_at.is_none().then(|| tag::tag("wait", t(lang, "inbox-new")));
    view! {
        <li class="timeline__item">
            <p class="timeline__when">
                <time datetime=iso(notice.came_at)>{moment(lang, notice.came_at)}</time>" · "
                <bdi>{member.people.named(&deed.event.person_id)}</bdi>" "{tag::tag(kind, word(lang, "topic", notice.topic.code()))}" "{fresh}
            </p>
            <p class="timeline__what">{subject::link(lang, deed, place(notice))}" "{told(lang, &deed.event)}</p>
            {notice.read_at.is_none().then(|| mark(ask, notice))}
        </li>
    }
    .into_any()
}

/// The button that makes one read.
fn mark(ask: &Ask, notice: &Notice) -> AnyView {
    let form = Form::plain(ask, "/do/read-notice", Flash::default());
    view! {
        <form class="cluster" method="post" action=form.action>
            {form.hidden(&[])}
            <input type="hidden" name="notice" value=notice.deed.id.to_string() />
            <button class="button button--quiet button--small" type="submit">{t(ask.lang, "inbox-read-one")}</button>
        </form>
    }
    .into_any()
}

/// Where a change is seen.
pub(crate) fn place(notice: &Notice) -> String {
    let page = match notice.deed.event.command.as_str() {
        "open_thread" | "post_message" | "resolve_thread" | "reopen_thread" | "edit_message" => "/discussion",
        "freeze_version" => "/versions",
        "mark_reviewed" | "agree_translation" => "/text",
        "propose_amendment" | "accept_amendment" | "end_amendment" => "/amendments",
        "answer_point" | "close_point" => "/points",
        "accept_condition" | "verify_condition" => "/conditions",
        "prepare_dossier" | "extend_review" | "sign_off" | "revoke_sign_off" => "/sign-off",
        "consent_ballot" | "recall_ballot" | "record_position" | "withdraw_approval" => "/ballot",
        "consent_start" | "consent_completion" | "consent_closing" | "stop_work" | "lift_stop_work" => "/implementation",
        "write_summary" | "consent_summary" | "retract_summary" => "/summary",
        "consent_agenda" => "/agenda",
        "circulate_minutes" | "consent_minutes" | "release_minutes" | "file_statement" => "/minutes",
        _ => "",
    };
    subject::address(&notice.deed.whole(), page)
}

/// One notice is read.
#[server(prefix = "/do", endpoint = "read-notice")]
pub async fn read_notice() -> Result<(), ServerFnError> {
    post(|ask, form| async move {
        let (entry, now) = (form.raw("notice").to_owned(), ask.now);
        own(&ask, &form, "/desk/inbox", "said-seen", move |tx, person| {
            let entry = entry.clone();
            Box::pin(async move { store::notice::read(tx, &person, &entry, now).await })
        })
        .await
    })
    .await
}

/// All notices are read, up to the newest that was shown.
#[server(prefix = "/do", endpoint = "read-all-notices")]
pub async fn read_all_notices() -> Result<(), ServerFnError> {
    post(|ask, form| async move {
        let until: i64 = form.raw("mark").parse().map_err(|_| Outcome::NotFound)?;
        let now = ask.now;
        own(&ask, &form, "/desk/inbox", "said-seen", move |tx, person| {
            Box::pin(async move { store::notice::read_all(tx, &person, Timestamp(until), now).await })
        })
        .await
    })
    .await
}
