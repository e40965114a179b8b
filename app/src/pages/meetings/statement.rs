//! `/desk/meetings/ID/statement`: one side files its own words for the record, after a second look, since nobody can take them back.

use domain::meeting::Meeting;
use domain::meeting::minutes;
use domain::policy::{self, Action};
use leptos::prelude::*;

use super::{Opened, act};
use crate::components::{reason, row};
use crate::form::{Form, KEPT, post};
use crate::frame::Page;
use crate::pages::check::{self, Answer, Told};
use crate::pages::draft;
use crate::request::{Ask, Stop};
use crate::text::{t, tf};

const ANSWERS: [Answer; 3] = [
    ("about", "field-statement-about", Told::Apart),
    ("text", "field-statement-text", Told::Words),
    ("note_language", "field-note-language", Told::Word("language")),
];

/// The page.
pub async fn page(ask: Ask, id: String) -> Result<Page, Stop> {
    let mut open = Opened::load(&ask, &id).await?;
    let lang = open.lang;
    let (form, found) = draft::kept_form(&ask, &mut open.member, "/do/file-statement").await?;
    let body = if !open.meeting.stage().was_opened() {
        reason(t(lang, "minutes-not-yet"))
    } else if policy::decide(&open.member.viewer, Action::FileStatement, &open.meeting.start.group_id).is_err() {
        reason(t(lang, "statement-who-files"))
    } else if check::is_asked(&ask, &form) {
        checked(&open, &form)
    } else {
        view! { {found} {fields(&open, &form)} }.into_any()
    };
    let body = view! { <h2>{t(lang, "statement-file")}</h2> {body} };
    Ok(open.page("meeting-tab-minutes", body).status(form.status()))
}

/// What a statement can speak of: the meeting, a decision, the minutes; each by its hash.
fn abouts(open: &Opened) -> Vec<(String, String)> {
    let (lang, meeting) = (open.lang, &open.meeting);
    let whole = std::iter::once((String::new(), t(lang, "statement-on-meeting")));
    let decisions = meeting.items().into_iter().enumerate().flat_map(|(place, item)| {
        let title = item.title(lang).1.to_owned();
        let label = tf(lang, "statement-on-decision", [("place", (place + 1).into()), ("title", title.into())]);
        meeting.decided(&item.id).map(|one| (one.hash.clone(), label.clone())).collect::<Vec<_>>()
    });
    let minutes = meeting.newest_minutes().map(|newest| (newest.hash.clone(), t(lang, "statement-on-minutes")));
    whole.chain(decisions).chain(minutes).collect()
}

fn fields(open: &Opened, form: &Form) -> AnyView {
    let lang = open.lang;
    view! {
        <p>{t(lang, "statement-hint")}</p>
        {form.summary()}
        <form method="post" action=form.action id=KEPT>
            {form.hidden(&[("meeting", open.id())])}
            {form.select("about", t(lang, "field-statement-about"), None, abouts(open), "")}
            {form.area("text", t(lang, "field-statement-text"), None, "", 10, None)}
            {form.language("note_language")}
            {form.autosave()}
            {check::button(lang)}
        </form>
    }
    .into_any()
}

/// The statement as it will be filed, and the button that files it.
fn checked(open: &Opened, form: &Form) -> AnyView {
    let (lang, about) = (open.lang, form.value("about", ""));
    let label = abouts(open).into_iter().find(|(hash, _)| *hash == about).map(|(_, label)| label);
    let party = open.member.viewer.party.code();
    view! {
        <form method="post" action=form.action>
            <h3>{t(lang, "check-title")}</h3>
            {form.summary()}
            {form.hidden(&[("meeting", open.id())])}
            {check::carried(form, &ANSWERS)}
            <dl class="summary-list">{row(t(lang, "field-statement-about"), label.unwrap_or_default())}</dl>
            {check::answers(form, &ANSWERS)}
            <div class="panel panel--plain"><p>{t(lang, "statement-hint")}</p></div>
            {check::deed(lang, t(lang, &format!("statement-file-{party}")), open.address("/statement"))}
        </form>
    }
    .into_any()
}

/// Files a statement of the own side.
#[server(prefix = "/do", endpoint = "file-statement")]
pub async fn file_statement() -> Result<(), ServerFnError> {
    post(|ask, mut form| async move {
        let words = form.note("text");
        let about = Some(form.raw("about").to_owned()).filter(|about| !about.is_empty());
        check::first(&ask, &form).await?;
        act(&ask, &form, "/minutes", "said-statement-filed", move |meeting: &Meeting, viewer, at| {
            minutes::state(meeting, viewer, about.as_deref(), &words, at)
        })
        .await
    })
    .await
}
