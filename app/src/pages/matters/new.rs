//! Raising a matter: what it is about is fixed by the address, what was typed is kept, and it is raised after a second look, since nobody
//! can change it afterwards.

use domain::matter::{self, About, NewMatter};
use domain::text::{Lang, TITLE_LIMIT};
use leptos::prelude::*;
use store::matter::Subject;
use store::perform::once;

use super::LIST;
use crate::components::{head, reason, row};
use crate::form::{Form, KEPT, post};
use crate::frame::Page;
use crate::pages::check::{self, Answer, Told};
use crate::pages::{draft, meetings, noted};
use crate::request::{Ask, Stop};
use crate::routes::encode;
use crate::text::{t, tf};

const ANSWERS: [Answer; 5] = [
    ("title", "field-matter-title", Told::Words),
    ("text", "field-matter-text", Told::Words),
    ("wish", "field-matter-wish", Told::Words),
    ("note_language", "field-note-language", Told::Word("language")),
    ("scope", "scope-title", Told::Tick("answer-yes")),
];

/// `/desk/matters/new/CODE` for the newest version of a project, `/desk/matters/new/ID` for a meeting.
pub async fn page(ask: Ask, name: String) -> Result<Page, Stop> {
    let lang = ask.lang;
    let mut member = ask.member().await?;
    let subject = store::matter::subject(&mut member.tx, &member.viewer, &name).await?.ok_or(Stop::NotFound)?;
    let groups = store::group::list(&mut member.tx, &member.viewer).await?;
    let group = groups.iter().find(|group| group.id == subject.group_id).ok_or(Stop::NotFound)?;
    let (form, found) = draft::kept_form(&ask, &mut member, "/do/raise-matter").await?;
    let about = about(lang, &subject, &name, group.name(lang));
    let hidden = [("subject", name.as_str()), ("hash", seen(&subject))];
    let body = if matter::may_raise(&member.viewer, &group.id).is_err() {
        reason(t(lang, "matters-who-raises"))
    } else if check::is_asked(&ask, &form) {
        checked(&form, about, &hidden)
    } else {
        view! { {found} {fields(&form, about, &hidden)} }.into_any()
    };
    let body = view! { {head::plain(&t(lang, "matter-raise"), Some(t(lang, "matters-lede")))} {body} };
    let page = Page::new(t(lang, "matter-raise"), body).crumb(t(lang, "nav-desk"), "/desk").crumb(t(lang, "matters-title"), LIST);
    Ok(page.of(&member).status(form.status()))
}

/// The hash of the version as it is seen now; that of a meeting is empty.
fn seen(subject: &Subject) -> &str {
    match &subject.about {
        About::Version { content_hash, .. } => content_hash,
        About::Meeting(_) => "",
    }
}

/// What the matter is about, as a link to it.
fn about(lang: Lang, subject: &Subject, name: &str, group: &str) -> AnyView {
    match &subject.about {
        About::Version { .. } => {
            let href = format!("/desk/projects/{name}/text");
            view! { <a href=href>{tf(lang, "agenda-pin", [("code", name.to_owned().into()), ("number", subject.number.into())])}</a> }
                .into_any()
        }
        About::Meeting(id) => {
            let href = format!("{}/{id}", meetings::LIST);
            view! { <a href=href>{meetings::named(lang, group, subject.number)}</a> }.into_any()
        }
    }
}

fn fields(form: &Form, about: AnyView, hidden: &[(&'static str, &str)]) -> AnyView {
    let lang = form.lang;
    view! {
        <form method="post" action=form.action id=KEPT>
            {form.summary()}
            {form.hidden(hidden)}
            <dl class="summary-list">{row(t(lang, "matter-about"), about)}</dl>
            {form.line("title", t(lang, "field-matter-title"), Some(t(lang, "field-matter-title-hint")), "", None)}
            {form.area("text", t(lang, "field-matter-text"), Some(t(lang, "field-matter-text-hint")), "", 8, None)}
            {form.area("wish", t(lang, "field-matter-wish"), Some(t(lang, "field-matter-wish-hint")), "", 3, None)}
            {form.language("note_language")}
            {form.tick("scope", t(lang, "field-matter-civilian"), false)}
            {form.autosave()}
            {check::button(lang)}
        </form>
    }
    .into_any()
}

/// The matter as it will be raised, and the button that raises it.
fn checked(form: &Form, about: AnyView, hidden: &[(&'static str, &str)]) -> AnyView {
    let lang = form.lang;
    let back = hidden.first().map(|(_, name)| format!("{LIST}/new/{}", encode(name))).unwrap_or_default();
    view! {
        <form method="post" action=form.action>
            <h2>{t(lang, "check-title")}</h2>
            {form.summary()}
            {form.hidden(hidden)}
            {check::carried(form, &ANSWERS)}
            <dl class="summary-list">{row(t(lang, "matter-about"), about)}</dl>
            {check::answers(form, &ANSWERS)}
            <div class="panel panel--plain"><p>{t(lang, "matter-effect")}</p></div>
            {check::deed(lang, t(lang, "matter-raise-deed"), back)}
        </form>
    }
    .into_any()
}

/// Raises a matter.
#[server(prefix = "/do", endpoint = "raise-matter")]
pub async fn raise_matter() -> Result<(), ServerFnError> {
    post(|ask, mut form| async move {
        let (title, text, wish) = (form.line("title", TITLE_LIMIT), form.note("text"), form.note("wish").text);
        let civilian = form.raw("scope") == "yes";
        if !civilian {
            form.wrong("scope", "missing");
        }
        check::first(&ask, &form).await?;
        let (name, seen) = (form.raw("subject").to_owned(), form.raw("hash").to_owned());
        let (request, occasion) = (form.request()?, ask.occasion());
        let raised = store::matter::raise(&ask.portal.db, &name, &request, move |viewer, subject, number| {
            let (about, seen) = (subject.about.clone(), seen.clone());
            let new = NewMatter { about, seen, title: title.clone(), text: text.clone(), wish: wish.clone(), civilian };
            matter::raise(viewer, &subject.group_id, number, &new, occasion)
        })
        .await;
        noted(&ask, &raised).await;
        Ok(form.outcome(once(raised).map(|id| format!("{LIST}/{id}")), "said-matter-raised"))
    })
    .await
}
