//! History: every change of the project that this reader may know of, by office, with time, what, and the entry's hash.

use domain::party::Audience;
use domain::text::Lang;
use leptos::prelude::*;
use store::history::Event;

use super::project::Opened;
use crate::components::{hash, tag};
use crate::frame::Page;
use crate::markdown::prose;
use crate::request::{Ask, Stop};
use crate::text::{iso, moment, t, tf, word};

/// `/desk/projects/CODE/history`
pub async fn page(ask: Ask, handle: String) -> Result<Page, Stop> {
    let mut open = Opened::find(ask, &handle).await?;
    let lang = open.lang();
    let events = store::history::list(&mut open.member.tx, &open.member.viewer, &open.facts).await?;
    let rows = events.iter().map(|event| item(&open, event)).collect_view();
    let body = view! { <p>{t(lang, "history-lede")}</p> <ol class="timeline timeline--plain">{rows}</ol> };
    Ok(open.page("/history", &t(lang, "tab-history"), body.into_any()))
}

fn what(lang: Lang, event: &Event) -> String {
    let said = word(lang, "command", &event.command);
    let part = match event.subject.as_str() {
        "section" => word(lang, "section", &event.subject_id),
        "language" => t(lang, &format!("language-{}", event.subject_id)),
        _ => return said,
    };
    tf(lang, "history-part", [("what", said.into()), ("part", part.into())])
}

/// A change in words: what was done, in which version, who reads it, from which stage to which, and why.
pub(super) fn told(lang: Lang, event: &Event) -> AnyView {
    let version = event
        .made_version
        .or(event.version)
        .map(|number| tag::tag("plain", tf(lang, "version-number", [("number", number.into())])));
    let step = event.from_stage.zip(event.to_stage).map(|(from, to)| {
        view! { <span class="timeline__step">{tag::stage(lang, from)}" "{crate::components::icon("arrow-right")}" "{tag::stage(lang, to)}</span> }
    });
    let kind = if event.ledger.is_caucus() { "caucus" } else { "channel" };
    let private =
        (event.ledger != Audience::Joint).then(|| tag::tag(kind, crate::components::audience::sentence(lang, event.ledger)));
    view! { {what(lang, event)}" "{version}" "{private}" "{step} }.into_any()
}

/// The way to the words, where a section was written.
fn saved(open: &Opened, event: &Event) -> Option<AnyView> {
    let place = match (event.command.as_str(), event.subject.as_str()) {
        ("import_text", _) => "/edit".to_owned(),
        (_, "section") => format!("/edit/{}/saves", event.subject_id),
        _ => return None,
    };
    Some(view! { " "<a href=open.href(&place)>{t(open.lang(), "history-words")}</a> }.into_any())
}

fn item(open: &Opened, event: &Event) -> AnyView {
    let lang = open.lang();
    let office = open.member.people.office(&event.person_id);
    let why = event.reason.as_ref().map(|reason| prose(event.lang.unwrap_or(lang), reason));
    view! {
        <li class="timeline__item">
            <p class="timeline__when"><time datetime=iso(event.recorded_at)>{moment(lang, event.recorded_at)}</time>" · "<bdi>{office}</bdi></p>
            <p class="timeline__what">{told(lang, event)}{saved(open, event)}</p>
            {why}
            <p class="muted">{tf(lang, "history-entry", [("number", event.seq.into())])}" "{hash::short(&event.hash)}</p>
        </li>
    }
    .into_any()
}
