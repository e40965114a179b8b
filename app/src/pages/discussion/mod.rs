//! Discussion: joint threads, the own caucus, the own channel. The audience is fixed by the address, said above the thread and
//! in the button, and never chosen from a list.

pub mod anchor;
pub mod deeds;
pub mod live;
mod message;
pub mod new;
pub mod thread;

use domain::party::Audience;
use leptos::prelude::*;
use store::thread::Heading;

use super::project::Opened;
use crate::components::{audience, icon, tag};
use crate::frame::Page;
use crate::request::{Ask, Stop};
use crate::text::{date, t, tf, word};

/// The audiences in which this reader can talk about the project.
fn audiences(open: &Opened) -> Vec<Audience> {
    let fits = |audience: &Audience| open.facts.is_joint() || *audience == open.facts.project.ledger;
    Audience::ALL
        .into_iter()
        .filter(|&audience| open.member.viewer.reads(audience, &open.facts.project.group_id))
        .filter(fits)
        .collect()
}

/// `/desk/projects/CODE/discussion`
pub async fn page(ask: Ask, handle: String) -> Result<Page, Stop> {
    let mut open = Opened::find(ask, &handle).await?;
    let lang = open.lang();
    let threads = store::thread::list(&mut open.member.tx, &open.member.viewer, &open.facts).await?;
    let bands = audiences(&open)
        .into_iter()
        .map(|audience| {
            let own = || threads.iter().filter(|thread| thread.audience == audience);
            let rows: Vec<_> = own().filter(|thread| !thread.is_resolved()).map(|thread| heading(&open, thread)).collect();
            let resolved: Vec<_> = own().filter(|thread| thread.is_resolved()).map(|thread| heading(&open, thread)).collect();
            let list = if rows.is_empty() {
                let none = if resolved.is_empty() { "discussion-none" } else { "discussion-none-open" };
                view! { <p>{t(lang, none)}</p> }.into_any()
            } else {
                view! { <ul class="thread-list">{rows}</ul> }.into_any()
            };
            let start = open.href(&format!("/discussion/new/{}", audience.code().replace('_', "-")));
            let label = word(lang, "thread-start", audience.code());
            audience::band(
                lang,
                audience,
                view! { {list} {folded(&open, resolved)} <p><a class="button button--secondary" href=start>{label}</a></p> },
            )
        })
        .collect_view();
    Ok(open.page("/discussion", &t(lang, "tab-discussion"), view! { <div class="stack">{bands}</div> }.into_any()))
}

/// What is resolved stays at hand, and out of the way.
fn folded(open: &Opened, rows: Vec<AnyView>) -> Option<AnyView> {
    let count = i64::try_from(rows.len()).unwrap_or(0);
    let summary = tf(open.lang(), "discussion-resolved", [("count", count.into())]);
    (count > 0).then(|| {
        view! {
            <details class="disclosure">
                <summary>{icon("check")}" "{summary}</summary>
                <div class="disclosure__body"><ul class="thread-list">{rows}</ul></div>
            </details>
        }
        .into_any()
    })
}

/// A thread in a list: what it is about, how much it holds, what is new.
pub(crate) fn heading(open: &Opened, thread: &Heading) -> AnyView {
    let lang = open.lang();
    let (of, title) = (thread.lang, thread.title.clone());
    let meta = tf(lang, "thread-meta", [("count", thread.messages.into()), ("date", date(lang, thread.last_at).into())]);
    let unread = (thread.unread > 0).then(|| tag::tag("wait", tf(lang, "thread-unread", [("count", thread.unread.into())])));
    view! {
        <li class="thread-list__row">
            <a class="thread-list__title" href=open.href(&format!("/discussion/{}", thread.id))><bdi lang=of.code() dir=of.dir()>{title}</bdi></a>
            <span class="thread-list__meta">{meta}" "{unread}</span>
        </li>
    }
    .into_any()
}
