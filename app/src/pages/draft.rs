//! Nothing typed is lost: what stands in a form is kept as its author's draft until it is saved or discarded.
//!
//! A draft is named after the page it was typed on and its form: `/desk/projects/ENE-2026-004/ballot#position`.

use domain::time::Timestamp;
use leptos::prelude::*;
use store::Readers;

use crate::components::side_by_side::InView;
use crate::components::{empty, head};
use crate::form::{Form, HIDDEN, Outcome, Posted, post};
use crate::frame::Page;
use crate::pages::glossary;
use crate::request::{Ask, Fields, Member, Stop};
use crate::text::{moment_in, t, tf};

/// A form on this page that is kept while it is filled in, and the notice that something was found.
///
/// # Errors
/// The database fails.
pub async fn kept_form(ask: &Ask, member: &mut Member, action: &'static str) -> Result<(Form, Option<AnyView>), Stop> {
    let name = format!("{}#{}", ask.path, action.trim_start_matches("/do/"));
    let mut form = Form::load(ask, &mut member.tx, action).await?.kept_as(name.clone());
    let found = restore(ask, member, &mut form, &name).await?;
    Ok((form, found))
}

/// Fills a form with its author's draft, unless it comes back with what was typed, and says so.
async fn restore(ask: &Ask, member: &mut Member, form: &mut Form, name: &str) -> Result<Option<AnyView>, Stop> {
    if !form.flash.values.is_empty() {
        return Ok(None);
    }
    let kept: Option<(String, Timestamp)> = store::draft::find(&mut member.tx, &member.viewer.person_id, name).await?;
    let Some((content, at)) = kept else { return Ok(None) };
    form.flash.values = serde_json::from_str(&content).unwrap_or_default();
    let discard = Form::plain(ask, "/do/discard-draft", crate::form::Flash::default()).on(&InView::of(ask).here(ask));
    let lang = ask.lang;
    let time = moment_in(lang, member.viewer.party, at);
    Ok(Some(
        view! {
            <form class="panel panel--care" method="post" action="/do/discard-draft">
                <p>{tf(lang, "draft-found", [("time", time.into())])}</p>
                {discard.hidden(&[("draft", name)])}
                <button class="button button--quiet button--small" type="submit">{t(lang, "draft-discard")}</button>
            </form>
        }
        .into_any(),
    ))
}

/// `/desk/drafts`: everything that I typed and did not send.
pub async fn page(ask: Ask) -> Result<Page, Stop> {
    let lang = ask.lang;
    let mut member = ask.member().await?;
    let drafts = store::draft::list(&mut member.tx, &member.viewer.person_id).await?;
    let list: Vec<_> = drafts.into_iter().map(|(name, content, at)| entry(&ask, &member, &name, &content, at)).collect();
    let body = if list.is_empty() {
        empty(t(lang, "drafts-none"), Some((t(lang, "nav-desk"), "/desk".to_owned())))
    } else {
        view! { <div class="stack">{list}</div> }.into_any()
    };
    let body = view! { {head::plain(&t(lang, "drafts-title"), Some(t(lang, "drafts-lede")))} {body} };
    Ok(Page::new(t(lang, "drafts-title"), body).crumb(t(lang, "nav-desk"), "/desk").of(&member))
}

/// One of them: where it was typed, what it says, and the two ways on.
fn entry(ask: &Ask, member: &Member, name: &str, content: &str, at: Timestamp) -> AnyView {
    let lang = ask.lang;
    let (place, form) = name.split_once('#').unwrap_or((name, ""));
    // A draft of a project has no code yet, and a meeting none at all.
    let code = place.strip_prefix("/desk/projects/").and_then(|rest| rest.split('/').next()).filter(|code| code.contains('-'));
    let code = code.map(|code| view! { " "<bdi class="code" dir="ltr">{code.to_owned()}</bdi> });
    let kind = if crate::text::has(&format!("draft-of-{form}")) { form } else { "form" };
    let typed: Fields = serde_json::from_str(content).unwrap_or_default();
    // What a text was made from is no word of its author.
    let long = typed.into_iter().filter(|(name, value)| value.chars().count() > 12 && !name.starts_with("was_"));
    let words = long.map(|(_, value)| view! { <div class="prose" dir="auto"><p>{value}</p></div> }).collect_view();
    let discard = Form::plain(ask, "/do/discard-draft", crate::form::Flash::default());
    view! {
        <article class="sheet">
            <div class="sheet__head"><h2>{t(lang, &format!("draft-of-{kind}"))}{code}</h2></div>
            <p class="muted">{tf(lang, "draft-found", [("time", moment_in(lang, member.viewer.party, at).into())])}</p>
            <details class="disclosure"><summary>{t(lang, "draft-show")}</summary><div class="disclosure__body">{words}</div></details>
            <form class="form-actions" method="post" action=discard.action>
                {discard.hidden(&[("draft", name)])}
                <a class="button" href=place.to_owned()>{t(lang, "draft-continue")}</a>
                <button class="button button--quiet" type="submit">{t(lang, "draft-discard")}</button>
            </form>
        </article>
    }
    .into_any()
}

/// Keeps a text as the draft of this name.
///
/// # Errors
/// The outcome where it cannot be kept.
pub(crate) async fn keep(ask: &Ask, name: String, content: String) -> Result<(), Outcome> {
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
        keep_typed(&ask, &form).await?;
        Ok(Outcome::Kept(glossary::remarks::of_typed(&ask, &form).await.unwrap_or_default()))
    })
    .await
}

/// Keeps what stands in a form under the name that it brings.
///
/// # Errors
/// The outcome where it has no name or is too long, or where keeping fails.
pub async fn keep_typed(ask: &Ask, form: &Posted) -> Result<(), Outcome> {
    let about = [
        "draft",
        "project",
        "meeting",
        "section",
        "languages",
        "ballot",
        "level",
        "hash",
        "dossier",
        "audience",
        "thread",
        "step",
        "version",
        "subject",
        "matter",
    ];
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
    keep(ask, name.to_owned(), content).await
}

/// Keeps a session going; called by the session notice, and every page does the same.
#[server(prefix = "/do", endpoint = "stay")]
pub async fn stay() -> Result<(), ServerFnError> {
    post(|ask, _| async move {
        ask.session.person.as_ref().ok_or(Outcome::SignIn)?;
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
