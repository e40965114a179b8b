//! Files of a project: what is attached, with kind, size and hash; attaching and removing while the text is free.

pub(crate) mod received;

use domain::attachment::{self, Attachment, DAY_LIMIT, SIZE_LIMIT};
use domain::id::AttachmentId;
use domain::time::Timestamp;
use leptos::prelude::*;

use self::received::{Authors, received};
use super::act;
use super::project::Opened;
use crate::components::{hash, icon, sheet};
use crate::form::{Outcome, post};
use crate::request::{Ask, Stop};

use crate::text::{size, t, tf};

fn line(open: &Opened, file: &Attachment, remove: Option<AnyView>) -> AnyView {
    let lang = open.lang();
    let ending = file.name.rsplit_once('.').map_or("", |(_, ending)| ending).to_uppercase();
    view! {
        <li class="file-list__row">
            {icon("paperclip")}
            <a href=format!("/desk/files/{}", file.id)><bdi>{file.name.clone()}</bdi></a>
            <span class="file-list__meta">{ending}", "{size(lang, file.size)}" · "{hash::short(&file.digest)}</span>
            {remove}
        </li>
    }
    .into_any()
}

/// The files on a project's overview.
#[must_use]
pub fn list(open: &Opened) -> Option<AnyView> {
    if open.facts.attachments.is_empty() {
        return None;
    }
    let rows = open.facts.attachments.iter().map(|file| line(open, file, None)).collect_view();
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
            line(open, file, Some(button.into_any()))
        })
        .collect_view();
    let limit = tf(lang, "files-hint", [("limit", (SIZE_LIMIT / 1_048_576).into())]);
    let body = sheet(
        t(lang, "files-title"),
        view! {
            {form.summary()}
            <ul class="file-list">{rows}</ul>
            <p class="muted">{t(lang, "files-authors")}</p>
            <form method="post" action=form.action enctype="multipart/form-data">
                {form.hidden(&[("project", open.facts.project.handle())])}
                {form.field("file", t(lang, "files-field"), Some(limit), |control| view! {
                    <input type="file" id=control.id name="file" aria-describedby=control.described />
                }.into_any())}
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
        let found = received(&mut form, ask.upload.clone(), Authors::Removed).await;
        if let Some(found) = &found
            && found.size + sent_today(&ask).await? > DAY_LIMIT
        {
            form.wrong("file", "quota");
        }
        form.checked()?;
        let Some(found) = found else { return Err(form.back_with("file", "missing")) };
        let id: AttachmentId = ask.occasion().branch("file").ids().fresh();
        let (name, media_type, digest, length) = (found.name.clone(), found.media_type, found.digest.clone(), found.size);
        found.keep(&ask, &id).await?;
        let (path, kept) = (ask.portal.files.join(id.as_str()), id.clone());
        let outcome = act(&ask, &form, "/edit", "said-attached", move |facts, viewer, at| {
            let file = Attachment {
                id: kept.clone(),
                project_id: facts.project.id.clone(),
                name: name.clone(),
                media_type: media_type.to_owned(),
                size: length,
                digest: digest.clone(),
                person_id: viewer.person_id.clone(),
            };
            attachment::attach(facts, viewer, file, at)
        })
        .await;
        if !is_known(&ask, &id).await {
            // No row names it, so nobody will ever ask for it.
            let _ = tokio::fs::remove_file(path).await;
        }
        outcome
    })
    .await
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
        Ok::<_, Stop>(store::attachment::find(&mut member.tx, &member.viewer, id.as_str()).await?.is_some())
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
