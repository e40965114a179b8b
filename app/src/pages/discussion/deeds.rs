//! What people do in a discussion: every form of it, each a rule of the domain.

use domain::change::Change;
use domain::facts::Facts;
use domain::id::MessageId;
use domain::party::Audience;
use domain::refusal::Refusal;
use domain::text::{Note, TITLE_LIMIT};
use domain::thread::{self, MessageFile, NewMessage, NewThread, Thread};
use domain::viewer::Viewer;
use leptos::prelude::*;
use store::seen::Kind;

use super::new;
use crate::form::{Outcome, Posted, post};
use crate::pages::project::Opened;
use crate::pages::{act, files, own};
use crate::request::{Ask, Stop};
use crate::routes::encode;

/// The fields that ask for somebody's attention.
pub(super) const MENTIONS: [&str; 3] = ["mention_1", "mention_2", "mention_3"];

/// The message that a form brings. Whom it names is looked up among the readers of the project's group; the rule says who may be.
async fn new_message(ask: &Ask, form: &mut Posted) -> Result<NewMessage, Outcome> {
    let text = form.note("text");
    let answers = Some(form.raw("answers")).filter(|id| !id.is_empty()).map(MessageId::from);
    let mut ids: Vec<&str> = MENTIONS.iter().map(|name| form.raw(name)).filter(|id| !id.is_empty()).collect();
    ids.sort_unstable();
    ids.dedup();
    let found = async {
        let mut member = ask.member().await?;
        let mut mentioned: Vec<Viewer> = Vec::new();
        for id in ids {
            mentioned.push(store::person::viewer(&mut member.tx, &id.into()).await?.ok_or(Stop::NotFound)?);
        }
        Ok::<_, Stop>(mentioned)
    };
    let mentioned = found.await.map_err(|stop| form.stopped(stop))?;
    Ok(NewMessage { text, answers, mentioned })
}

/// Opens a thread.
#[server(prefix = "/do", endpoint = "open-thread")]
pub async fn open_thread() -> Result<(), ServerFnError> {
    post(|ask, mut form| async move {
        let audience = Audience::parse(form.raw("audience")).ok_or(Outcome::NotFound)?;
        let title = Note { lang: form.lang(), text: form.line("title", TITLE_LIMIT) };
        let first = new_message(&ask, &mut form).await?;
        let new = NewThread { audience, title, spot: new::posted(&form) };
        act(&ask, &form, "/discussion", "said-posted", move |facts, viewer, at| thread::open(facts, viewer, &new, &first, at))
            .await
    })
    .await
}

/// Posts a message.
#[server(prefix = "/do", endpoint = "post-message")]
pub async fn post_message() -> Result<(), ServerFnError> {
    post(|ask, mut form| async move {
        let new = new_message(&ask, &mut form).await?;
        form.checked()?;
        let occasion = ask.occasion();
        in_thread(&ask, &form, "said-posted", move |facts, viewer, found| thread::post(facts, viewer, found, &new, occasion))
            .await
    })
    .await
}

/// Words a message anew.
#[server(prefix = "/do", endpoint = "edit-message")]
pub async fn edit_message() -> Result<(), ServerFnError> {
    post(|ask, mut form| async move {
        let text = form.lines("text", domain::text::NOTE_LIMIT);
        form.checked()?;
        let (id, base) = (MessageId::from(form.raw("message")), form.raw("base").parse().unwrap_or(0));
        let occasion = ask.occasion();
        in_thread(&ask, &form, "said-edited", move |facts, viewer, found| {
            let message = found.message(&id)?;
            let lang = message.wordings.last().map_or(facts.project.source, |(wording, _)| wording.lang);
            thread::edit(facts, viewer, message, base, &Note { lang, text: text.clone() }, occasion)
        })
        .await
    })
    .await
}

/// Takes a message back.
#[server(prefix = "/do", endpoint = "take-back-message")]
pub async fn take_back_message() -> Result<(), ServerFnError> {
    post(|ask, form| async move {
        let (id, occasion) = (MessageId::from(form.raw("message")), ask.occasion());
        in_thread(&ask, &form, "said-taken-back", move |facts, viewer, found| {
            thread::take_back(facts, viewer, found.message(&id)?, occasion)
        })
        .await
    })
    .await
}

/// Adds a file to a message.
#[server(prefix = "/do", endpoint = "attach-to-message")]
pub async fn attach_to_message() -> Result<(), ServerFnError> {
    post(|ask, mut form| async move {
        let taken = files::taken(&ask, &mut form).await?;
        let (message, occasion, file) = (MessageId::from(form.raw("message")), ask.occasion(), taken.clone());
        let outcome = in_thread(&ask, &form, "said-attached", move |facts, viewer, found| {
            let message = found.message(&message)?;
            let file = MessageFile {
                id: file.id.clone(),
                message_id: message.start.id.clone(),
                project_id: facts.project.id.clone(),
                audience: message.start.audience,
                name: file.name.clone(),
                media_type: file.media_type.to_owned(),
                size: file.size,
                digest: file.digest.clone(),
                person_id: viewer.person_id.clone(),
            };
            thread::attach(facts, viewer, message, file, occasion)
        });
        files::settled(&ask, &taken.id, outcome.await).await
    })
    .await
}

/// Calls a thread resolved, or opens it again.
#[server(prefix = "/do", endpoint = "settle-thread")]
pub async fn settle_thread() -> Result<(), ServerFnError> {
    post(|ask, form| async move {
        let resolve = match form.raw("state") {
            "resolved" => true,
            "open" => false,
            _ => return Err(Outcome::NotFound),
        };
        let said = if resolve { "said-thread-resolved" } else { "said-thread-reopened" };
        let occasion = ask.occasion();
        in_thread(&ask, &form, said, move |facts, viewer, found| thread::settle(facts, viewer, found, resolve, occasion)).await
    })
    .await
}

/// The reader has seen a thread up to here. It is for their own eyes and changes nothing for others, so no entry tells of it.
#[server(prefix = "/do", endpoint = "seen-thread")]
pub async fn seen_thread() -> Result<(), ServerFnError> {
    post(|ask, form| async move {
        let place = place(&form);
        let mark: i64 = form.raw("mark").parse().map_err(|_| Outcome::NotFound)?;
        let (id, mark) = (form.raw("thread").to_owned(), mark.min(ask.now.0));
        let mut open = Opened::of_form(&ask, &form).await?;
        let found = store::thread::find(&mut open.member.tx, &open.member.viewer, &open.facts, &id).await;
        found.map_err(|error| form.stopped(error.into()))?.ok_or(Outcome::NotFound)?;
        drop(open);
        own(&ask, &form, &place, "said-seen", move |tx, person| {
            let id = id.clone();
            Box::pin(async move { store::seen::raise(tx, &person, Kind::Thread, &id, mark).await })
        })
        .await
    })
    .await
}

/// The page of the thread that a form names.
fn place(form: &Posted) -> String {
    format!("/desk/projects/{}/discussion/{}", encode(form.raw("project")), encode(form.raw("thread")))
}

async fn in_thread<R>(ask: &Ask, form: &Posted, said: &'static str, rule: R) -> Result<Outcome, Outcome>
where
    R: Fn(&Facts, &Viewer, &Thread) -> Result<Change, Refusal> + Send + Sync + 'static,
{
    let (project, id) = (form.raw("project"), form.raw("thread"));
    let result = store::thread::perform(&ask.portal.db, project, id, &form.request()?, &place(form), rule).await;
    Ok(form.outcome(result, said))
}
