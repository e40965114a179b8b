//! Other words for one section, in up to three languages, beside why.

use domain::amendment::{self, Amendment};
use domain::change::Command;
use domain::edit;
use domain::edit::Typed;
use domain::permission;
use domain::project;
use domain::text::Lang;
use leptos::prelude::*;

use crate::components::reason;
use crate::components::side_by_side::InView;
use crate::form::{Form, KEPT, post};
use crate::frame::Page;
use crate::pages::act;
use crate::pages::edit::fields::{conflict, made_from, names, now, typed, without_untouched};
use crate::pages::project::Opened;
use crate::request::{Ask, Stop};
use crate::text::{t, tf, word};

/// `/desk/projects/CODE/amendments/new/SECTION?from=ID`
pub async fn page(ask: Ask, handle: String, key: String) -> Result<Page, Stop> {
    let mut open = Opened::find(ask, &handle).await?;
    let lang = open.lang();
    open.facts.newest.as_ref().ok_or(Stop::NotFound)?;
    let section = edit::keys(&open.facts).into_iter().find(|known| *known == key).ok_or(Stop::NotFound)?;
    let (mut form, draft) = open.kept_form("/do/propose-amendment").await?;
    without_untouched(&mut form);
    let status = form.status();
    let title = tf(lang, "amendment-title", [("section", word(lang, "section", section).into())]);
    let refused = permission::permit(&open.facts, &open.member.viewer, Command::ProposeAmendment).err();
    let body = match refused {
        Some(refusal) => reason(t(lang, &format!("refusal-{}", refusal.code()))),
        None => view! {
            <p>{t(lang, "amendment-lede")}</p>
            {form.summary()}
            {conflict(&open, &form, section, &InView::parse(""))}
            {draft}
            {fields(&open, &form, section)}
        }
        .into_any(),
    };
    let page = open.page("/amendments", &title, body).crumb(t(lang, "tab-amendments"), open.href("/amendments"));
    Ok(page.status(status))
}

fn fields(open: &Opened, form: &Form, section: &'static str) -> AnyView {
    let lang = open.lang();
    // One that collided is proposed anew with its words, on what stands now.
    let from: Option<&Amendment> =
        open.facts.amendments.iter().find(|one| one.id.as_str() == open.ask.query("from") && one.section == section);
    let bases = made_from(open, form, section);
    let mut about = vec![("project", open.facts.project.handle()), ("section", section)];
    about.extend(bases.iter().map(|(name, base)| (*name, base.as_str())));
    let limit = i64::try_from(project::limit(section)).unwrap_or(0);
    let columns = Lang::ALL.map(|one| {
        let words = from.and_then(|from| from.text(one)).map_or_else(|| now(open, section, one).0, |(text, _)| text.to_owned());
        let label = t(lang, &format!("language-{}", one.code()));
        let rows = if section == project::TITLE { 2 } else { 12 };
        view! { <div class="editor__column">{form.area(names(one).text, label, None, &words, rows, Some(one))}</div> }
    });
    let why = from.map_or("", |from| &from.reason);
    view! {
        <form method="post" action=form.action id=KEPT>
            {form.hidden(&about)}
            <p class="field__hint">{tf(lang, "edit-limit", [("limit", limit.into())])}</p>
            <div class="editor">{columns.into_iter().collect_view()}</div>
            {form.area("reason", t(lang, "amendment-reason"), Some(t(lang, "amendment-reason-hint")), why, 3, None)}
            {form.language("note_language")}
            {form.autosave()}
            {form.actions(t(lang, "amendment-deed"), "button")}
        </form>
    }
    .into_any()
}

/// Proposes other words.
#[server(prefix = "/do", endpoint = "propose-amendment")]
pub async fn propose_amendment() -> Result<(), ServerFnError> {
    post(|ask, mut form| async move {
        let section = form.raw("section").to_owned();
        let typed: Vec<Typed> = typed(&mut form, &section)?;
        let note = form.note("reason");
        act(&ask, &form, "/amendments", "said-amendment-proposed", move |facts, viewer, at| {
            amendment::propose(facts, viewer, &section, &typed, &note, at)
        })
        .await
    })
    .await
}
