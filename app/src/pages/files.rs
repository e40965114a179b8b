//! Files of a project: what is attached, with kind, size and hash; attaching and removing while the text is free.

use domain::attachment::{self, Attachment, DAY_LIMIT, SIZE_LIMIT};
use domain::id::AttachmentId;
use domain::text as rules;
use domain::time::Timestamp;
use leptos::prelude::*;
use sha2::{Digest, Sha256};

use super::act;
use super::project::Opened;
use crate::components::{hash, icon, sheet};
use crate::form::{Outcome, Posted, post};
use crate::request::{Ask, Stop, Upload};
use crate::text::{size, t, tf};

/// Kinds that are accepted: ending, media type, and how the bytes begin.
const KINDS: [(&str, &str, &[u8]); 9] = [
    ("pdf", "application/pdf", b"%PDF-"),
    ("png", "image/png", b"\x89PNG\r\n\x1a\n"),
    ("jpg", "image/jpeg", b"\xff\xd8\xff"),
    ("jpeg", "image/jpeg", b"\xff\xd8\xff"),
    ("txt", "text/plain", b""),
    ("csv", "text/csv", b""),
    ("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", b"PK\x03\x04"),
    ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", b"PK\x03\x04"),
    ("odt", "application/vnd.oasis.opendocument.text", b"PK\x03\x04"),
];

/// The media type of a file, by its ending and its first bytes together.
#[must_use]
pub fn kind(name: &str, bytes: &[u8]) -> Option<&'static str> {
    let ending = name.rsplit_once('.')?.1.to_lowercase();
    let (_, media_type, start) = KINDS.into_iter().find(|(known, _, _)| *known == ending)?;
    let text = media_type.starts_with("text/");
    let fits = if text { std::str::from_utf8(bytes).is_ok_and(|text| !text.contains('\0')) } else { bytes.starts_with(start) };
    fits.then_some(media_type)
}

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

/// Writes the bytes where they stay, before any row names them.
async fn keep(folder: &std::path::Path, id: &AttachmentId, bytes: Vec<u8>) -> std::io::Result<()> {
    let (folder, name) = (folder.to_owned(), id.to_string());
    let kept = tokio::task::spawn_blocking(move || {
        use std::io::Write as _;
        std::fs::create_dir_all(&folder)?;
        let passing = folder.join(format!("{name}.part"));
        let mut file = std::fs::File::create(&passing)?;
        file.write_all(&bytes)?;
        file.sync_all()?;
        std::fs::rename(&passing, folder.join(&name))?;
        std::fs::File::open(&folder)?.sync_all()
    });
    kept.await.map_err(std::io::Error::other)?
}

/// A file that came with a form and is of a kind that we take.
pub(crate) struct Received {
    /// Its name without a path.
    pub name: String,
    /// Its kind.
    pub media_type: &'static str,
    /// The SHA-256 of the bytes.
    pub digest: String,
    /// How many bytes it has.
    pub size: i64,
    bytes: Vec<u8>,
}

impl Received {
    /// Keeps the bytes under an id of their own, before any row names them.
    ///
    /// # Errors
    /// The outcome where they cannot be written.
    pub async fn keep(self, ask: &Ask, id: &AttachmentId) -> Result<(), Outcome> {
        keep(&ask.portal.files, id, self.bytes).await.map_err(|error| {
            tracing::error!(request = ask.id, %error, "a file could not be kept");
            Outcome::Failed
        })
    }
}

/// The file of this form, if there is one; what is wrong with it is said beside its field.
pub(crate) fn received(form: &mut Posted, upload: Option<Upload>) -> Option<Received> {
    let upload = upload.filter(|upload| !upload.bytes.is_empty())?;
    let size = i64::try_from(upload.bytes.len()).unwrap_or(i64::MAX);
    if size > SIZE_LIMIT {
        form.wrong("file", "too-large");
        return None;
    }
    let base = upload.name.rsplit(['/', '\\']).next().unwrap_or_default();
    let name = rules::required(rules::line(base, 200)).ok();
    let found = name.and_then(|name| kind(&name, &upload.bytes).map(|kind| (name, kind)));
    let Some((name, media_type)) = found else {
        form.wrong("file", "wrong-kind");
        return None;
    };
    Some(Received { name, media_type, digest: rules::hex(&Sha256::digest(&upload.bytes)), size, bytes: upload.bytes })
}

/// Attaches a file.
#[server(prefix = "/do", endpoint = "attach")]
pub async fn attach() -> Result<(), ServerFnError> {
    post(|ask, mut form| async move {
        let found = received(&mut form, ask.upload.clone());
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ending_and_first_bytes_must_agree() {
        assert_eq!(kind("a.pdf", b"%PDF-1.7"), Some("application/pdf"));
        assert_eq!(kind("a.PDF", b"%PDF-1.7"), Some("application/pdf"));
        assert_eq!(kind("a.pdf", b"<html>"), None);
        assert_eq!(kind("a.html", b"<html>"), None);
        assert_eq!(kind("a.svg", b"<svg/>"), None);
        assert_eq!(kind("a.txt", b"plain"), Some("text/plain"));
        assert_eq!(kind("a.txt", b"\xff\xfe"), None);
        assert_eq!(kind("pdf", b"%PDF-"), None);
    }
}
