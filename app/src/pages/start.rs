//! Starting a project from its sector's template.

use domain::project::{self, Sector};
use domain::refusal::Refusal;
use domain::text::Lang;
use leptos::prelude::*;
use store::Failure;

use crate::components::{head, reason};
use crate::form::{Form, Outcome, post};
use crate::frame::Page;
use crate::request::{Ask, Stop};
use crate::text::t;

/// `/desk/projects/new`
pub async fn page(ask: Ask) -> Result<Page, Stop> {
    let lang = ask.lang;
    let mut member = ask.member().await?;
    let form = Form::load(&ask, &mut member.tx, "/do/start-project").await?;
    let groups = store::group::list(&mut member.tx, &member.viewer).await?;
    let groups = super::groups::for_drafts(groups, &member.viewer);
    let body = if groups.is_empty() {
        reason(t(lang, "start-not-permitted"))
    } else {
        let options = groups.iter().map(|group| (group.slug.clone(), group.name(lang).to_owned())).collect();
        let languages =
            Lang::ALL.into_iter().map(|one| (one.code().to_owned(), t(lang, &format!("language-{}", one.code())))).collect();
        view! {
            {form.summary()}
            <form method="post" action=form.action>
                {form.hidden(&[])}
                {form.select("group", t(lang, "start-group"), Some(t(lang, "start-group-hint")), options, "")}
                {form.choices("proposer", t(lang, "start-proposer"), vec![
                    ("own", t(lang, "start-proposer-own"), Some(t(lang, "start-proposer-own-hint"))),
                    ("joint", t(lang, "start-proposer-joint"), Some(t(lang, "start-proposer-joint-hint"))),
                ], "own")}
                {form.select("source", t(lang, "start-source"), Some(t(lang, "start-source-hint")), languages, lang.code())}
                {form.line("title", t(lang, "section-title"), Some(t(lang, "start-title-hint")), "", None)}
                {form.actions(t(lang, "start-deed"), "button")}
            </form>
        }
        .into_any()
    };
    let status = form.status();
    let body = view! { {head::plain(&t(lang, "start-title"), Some(t(lang, "start-lede")))} {body} };
    let page = Page::new(t(lang, "start-title"), body)
        .crumb(t(lang, "nav-desk"), "/desk")
        .crumb(t(lang, "projects-title"), "/desk/projects");
    Ok(page.narrow().of(&member).status(status))
}

/// Starts a draft; its title is its first saved text.
#[server(prefix = "/do", endpoint = "start-project")]
pub async fn start_project() -> Result<(), ServerFnError> {
    post(|ask, mut form| async move {
        let source = form.choice("source", Lang::parse);
        let joint = form.choice("proposer", |code| match code {
            "own" => Some(false),
            "joint" => Some(true),
            _ => None,
        });
        let title = form.line("title", domain::text::TITLE_LIMIT);
        let mut member = ask.member().await.map_err(|_| Outcome::SignIn)?;
        let groups = store::group::list(&mut member.tx, &member.viewer).await.map_err(|_| Outcome::Failed)?;
        drop(member.tx);
        let group = groups.into_iter().find(|group| group.slug == form.raw("group"));
        if group.is_none() {
            form.wrong("group", "choose");
        }
        form.checked()?;
        let (Some(source), Some(joint), Some(group)) = (source, joint, group) else { return Err(Outcome::Failed) };
        let (request, occasion, sector): (_, _, Sector) = (form.request()?, ask.occasion(), group.sector);
        let group_id = group.id.clone();
        let started = store::perform::start(&ask.portal.db, &request, move |viewer| {
            project::start(viewer, &group_id, sector, joint, source, occasion)
        });
        let id = match started.await {
            Ok(id) => id,
            Err(Failure::Repeated(id)) => return Ok(Outcome::Done(format!("/desk/projects/{id}/edit"), "said-started")),
            Err(other) => return Ok(form.outcome(Err(other), "said-started")),
        };
        let named = name(&ask, request, &id, source, title).await;
        Ok(form.outcome(named.map(|()| format!("/desk/projects/{id}/edit")), "said-started"))
    })
    .await
}

/// The title as the first save of the new draft.
async fn name(ask: &Ask, request: store::perform::Request, id: &str, source: Lang, title: String) -> Result<(), Failure> {
    let occasion = ask.occasion().branch("title");
    let request = store::perform::Request { occasion, form: None, ..request };
    let typed =
        vec![domain::edit::Typed { lang: source, text: title, base: 0, still_right: false, origin: None, source_hash: None }];
    let saved = store::perform(
        &ask.portal.db,
        id,
        &request,
        |_, _| String::new(),
        move |facts, viewer| match domain::edit::save(facts, viewer, project::TITLE, &typed, occasion) {
            Err(Refusal::NotPermitted) => Err(Refusal::NothingChanged),
            other => other,
        },
    );
    match saved.await {
        // A head may start a draft but writes no text; then the draft begins without a title.
        Ok(_) | Err(Failure::Refused(Refusal::NothingChanged)) => Ok(()),
        Err(failure) => Err(failure),
    }
}
