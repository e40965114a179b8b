//! Files of a project: what is attached, with kind, size and hash; attaching and removing while the text is free.

pub(crate) mod received;

use domain::attachment::{self, Attachment, DAY_LIMIT, SIZE_LIMIT};
use domain::id::AttachmentId;
use domain::text::Lang;
use domain::time::Timestamp;
use leptos::prelude::*;

use self::received::{Authors, received};
use super::act;
use super::project::Opened;
use crate::components::{hash, icon, sheet};
use crate::form::{Outcome, Posted, post};
use crate::request::{Ask, Stop};
use crate::text::{size, t, tf};

/// A file in a list: name, kind, size and hash, and what else can be done with it.
pub(crate) fn line(lang: Lang, id: &str, (name, bytes, digest): (&str, i64, &str), remove: Option<AnyView>) -> AnyView {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending).to_uppercase();
    view! {
        <li class="file-list__row">
            {icon("paperclip")}
            <a href=format!("/desk/files/{id}")><bdi>{name.to_owned()}</bdi></a>
            <span class="file-list__meta">{ending}", "{size(lang, bytes)}" · "{hash::short(digest)}</span>
            {remove}
        </li>
    }
    .into_any()
}

fn attached(open: &Opened, file: &Attachment, remove: Option<AnyView>) -> AnyView {
    line(open.lang(), file.id.as_str(), (&file.name, file.size, &file.digest), remove)
}

/// How large a file may be, and of which kinds.
pub(crate) fn hint(lang: Lang) -> String {
    tf(lang, "files-hint", [("limit", (SIZE_LIMIT / 1_048_576).into())])
}

/// The files on a project's overview.
#[must_use]
pub fn list(open: &Opened) -> Option<AnyView> {
    if open.facts.attachments.is_empty() {
        return None;
    }
    let rows = open.facts.attachments.iter().map(|file| attached(open, file, None)).collect_view();
    Some(sheet(t(open.lang(), "files-title"), view! { <ul class="file-list">{rows}</ul> }))
}

/// The files with the forms to attach and remove, and the page's status.
///
/// # Errors
/// The database fails.
pub async fn editor(open: &mut Opened) -> Result<(AnyView, u16), Stop> {
    let form = open.form("/do/attach").await?;
    let remove = open.form("/do/remove-file").await?;
    let lang = open.lang();
    let rows = open
        .facts
        .attachments
        .iter()
        .map(|file| {
            let button = view! {
                <form method="post" action=remove.action>
                    {remove.hidden(&[("project", open.facts.project.handle()), ("file", file.id.as_str())])}
                    <button class="button button--quiet button--small" type="submit">{t(lang, "files-remove")}</button>
                </form>
            };
            attached(open, file, Some(button.into_any()))
        })
        .collect_view();
    let body = sheet(
        t(lang, "files-title"),
        view! {
            {form.summary()}
            <ul class="file-list">{rows}</ul>
            <p class="muted">{t(lang, "files-authors")}</p>
            <form method="post" action=form.action enctype="multipart/form-data">
                {form.hidden(&[("project", open.facts.project.handle())])}
                {form.file(t(lang, "files-field"), Some(hint(lang)), None)}
                {form.actions(t(lang, "files-deed"), "button button--secondary")}
            </form>
        },
    );
    Ok((body, form.status().max(remove.status())))
}

/// Attaches a file.
#[server(prefix = "/do", endpoint = "attach")]
pub async fn attach() -> Result<(), ServerFnError> {
    post(|ask, mut form| async move {
        let taken = taken(&ask, &mut form).await?;
        let file = taken.clone();
        let outcome = act(&ask, &form, "/edit", "said-attached", move |facts, viewer, at| {
            let file = Attachment {
                id: file.id.clone(),
                project_id: facts.project.id.clone(),
                name: file.name.clone(),
                media_type: file.media_type.to_owned(),
                size: file.size,
                digest: file.digest.clone(),
                person_id: viewer.person_id.clone(),
            };
            attachment::attach(facts, viewer, file, at)
        });
        settled(&ask, &taken.id, outcome.await).await
    })
    .await
}

/// A file whose bytes are kept, and which no row names yet.
#[derive(Clone, Debug)]
pub(crate) struct Taken {
    pub id: AttachmentId,
    pub name: String,
    pub media_type: &'static str,
    pub size: i64,
    pub digest: String,
}

/// Takes the file that came with a form: looked into, without its authors, within what a person may send in a day.
///
/// # Errors
/// The outcome that brings the form back.
pub(crate) async fn taken(ask: &Ask, form: &mut Posted) -> Result<Taken, Outcome> {
    let found = received(form, ask.upload.clone(), Authors::Removed).await;
    if let Some(found) = &found
        && found.size + sent_today(ask).await? > DAY_LIMIT
    {
        form.wrong("file", "quota");
    }
    form.checked()?;
    let Some(found) = found else { return Err(form.back_with("file", "missing")) };
    let id: AttachmentId = ask.occasion().branch("file").ids().fresh();
    let taken =
        Taken { id, name: found.name.clone(), media_type: found.media_type, size: found.size, digest: found.digest.clone() };
    found.keep(ask, &taken.id).await?;
    Ok(taken)
}

/// Passes on what the deed with a file came to. Bytes that no row names nobody will ever ask for, so they go.
pub(crate) async fn settled(ask: &Ask, id: &AttachmentId, outcome: Result<Outcome, Outcome>) -> Result<Outcome, Outcome> {
    if !is_known(ask, id).await {
        let _ = tokio::fs::remove_file(ask.portal.files.join(id.as_str())).await;
    }
    outcome
}

/// How many bytes the sender has sent within a day.
async fn sent_today(ask: &Ask) -> Result<i64, Outcome> {
    let found = async {
        let mut member = ask.member().await?;
        let since = Timestamp(ask.now.0 - 86_400_000);
        Ok::<_, Stop>(store::attachment::sent_since(&mut member.tx, &member.viewer.person_id, since).await?)
    };
    found.await.map_err(|_| Outcome::Failed)
}

/// Does a row name this file? A form that was sent before is done without one of its own.
async fn is_known(ask: &Ask, id: &AttachmentId) -> bool {
    let found = async {
        let mut member = ask.member().await?;
        let attached = store::attachment::find(&mut member.tx, &member.viewer, id.as_str()).await?.is_some();
        Ok::<_, Stop>(attached || store::thread::file(&mut member.tx, &member.viewer, id.as_str()).await?.is_some())
    };
    // What cannot be asked may be known; the sweep of a later check finds it, and nobody loses a file.
    found.await.unwrap_or(true)
}

/// Takes a file out of the working text.
#[server(prefix = "/do", endpoint = "remove-file")]
pub async fn remove_file() -> Result<(), ServerFnError> {
    post(|ask, form| async move {
        let id = AttachmentId::from(form.raw("file"));
        act(&ask, &form, "/edit", "said-removed", move |facts, viewer, at| attachment::remove(facts, viewer, &id, at)).await
    })
    .await
}
