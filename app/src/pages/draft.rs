//! Nothing typed is lost: what stands in a form is kept as its author's draft until it is saved or discarded.

use domain::time::Timestamp;
use leptos::prelude::*;
use store::Readers;

use super::project::Opened;
use crate::form::{Form, HIDDEN, Outcome, post};
use crate::request::{Ask, Fields, Stop};
use crate::text::t;

/// Fills a form with its author's draft, unless it has just been sent back, and says so.
///
/// # Errors
/// The database fails.
pub async fn restore(open: &mut Opened, form: &mut Form, name: &str) -> Result<Option<AnyView>, Stop> {
    if form.is_sent_back() {
        return Ok(None);
    }
    let kept: Option<(String, Timestamp)> = store::draft::find(&mut open.member.tx, &open.member.viewer.person_id, name).await?;
    let Some((content, at)) = kept else { return Ok(None) };
    form.flash.values = serde_json::from_str(&content).unwrap_or_default();
    let discard = Form::plain(&open.ask, "/do/discard-draft", crate::form::Flash::default());
    let lang = open.lang();
    Ok(Some(
        view! {
            <form class="panel panel--care" method="post" action="/do/discard-draft">
                <p>{super::edit::found_at(lang, at)}</p>
                {discard.hidden(&[("draft", name)])}
                <button class="button button--quiet button--small" type="submit">{t(lang, "draft-discard")}</button>
            </form>
        }
        .into_any(),
    ))
}

async fn keep(ask: &Ask, name: String, content: String) -> Result<(), Outcome> {
    let person = ask.session.person.clone().ok_or(Outcome::SignIn)?;
    let now = ask.now;
    let kept = ask.portal.db.write(Readers::public(), move |tx| {
        let (person, name, content) = (person.clone(), name.clone(), content.clone());
        Box::pin(async move { store::draft::save(tx, &person, &name, &content, now).await })
    });
    kept.await.map_err(|error| {
        tracing::error!(request = ask.id, %error, "a draft could not be kept");
        Outcome::Failed
    })
}

/// Forgets a draft; that it cannot be forgotten is no reason to refuse what was saved.
pub async fn forget(ask: &Ask, name: &str) {
    let Some(person) = ask.session.person.clone() else { return };
    let name = name.to_owned();
    let gone = ask.portal.db.write(Readers::public(), move |tx| {
        let (person, name) = (person.clone(), name.clone());
        Box::pin(async move { store::draft::delete(tx, &person, &name).await })
    });
    if let Err(error) = gone.await {
        tracing::warn!(request = ask.id, %error, "a draft stays behind");
    }
}

/// Keeps what is typed; called by the autosave island.
#[server(prefix = "/do", endpoint = "autosave")]
pub async fn autosave() -> Result<(), ServerFnError> {
    post(|ask, form| async move {
        let about = ["draft", "project", "section"];
        let typed: Fields = form
            .typed()
            .into_iter()
            .filter(|(name, _)| !HIDDEN.contains(&name.as_str()) && !about.contains(&name.as_str()))
            .collect();
        let content = serde_json::to_string(&typed).map_err(|_| Outcome::Failed)?;
        let name = form.raw("draft");
        if name.is_empty() || name.len() > 200 || content.len() > 300_000 {
            return Err(Outcome::NotFound);
        }
        keep(&ask, name.to_owned(), content).await?;
        Ok(Outcome::Done("/desk".to_owned(), ""))
    })
    .await
}

/// Discards a draft and shows the form as it was saved.
#[server(prefix = "/do", endpoint = "discard-draft")]
pub async fn discard_draft() -> Result<(), ServerFnError> {
    post(|ask, form| async move {
        ask.session.person.as_ref().ok_or(Outcome::SignIn)?;
        forget(&ask, form.raw("draft")).await;
        Ok(Outcome::Done(super::sign_in::local(form.raw("back")).to_owned(), "said-discarded"))
    })
    .await
}
