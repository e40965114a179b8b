//! Writing a formal note: the audience is fixed by the address, what was typed is kept, and it is sent after a second look.

use domain::formal_note::{self, Addressee, NewNote};
use domain::party::Audience;
use domain::text::{TITLE_LIMIT, latin_digits};
use domain::time::Day;
use leptos::prelude::*;
use store::Visible;
use store::group::Group;
use store::perform::once;

use crate::components::{audience, reason, row};
use crate::form::{Form, KEPT, Outcome, post};
use crate::frame::Page;
use crate::pages::check::{self, Answer, Told};
use crate::pages::draft;
use crate::request::{Ask, Member, Stop};
use crate::text::{t, word};

const ANSWERS: [Answer; 5] = [
    ("addressee", "field-note-to", Told::Word("note-to")),
    ("title", "note-subject", Told::Words),
    ("text", "field-note-text", Told::Words),
    ("note_language", "field-note-language", Told::Word("language")),
    ("due_on", "field-note-due", Told::Day),
];

/// `/desk/notes/new/AUDIENCE?group=SLUG&reply=LABEL`
pub async fn page(ask: Ask, code: String) -> Result<Page, Stop> {
    let lang = ask.lang;
    let mut member = ask.member().await?;
    let audience = Audience::parse(&code.replace('-', "_")).ok_or(Stop::NotFound)?;
    let groups = store::group::list(&mut member.tx, &member.viewer).await?;
    if !groups.iter().any(|group| member.viewer.reads(audience, &group.id)) {
        return Err(Stop::NotFound);
    }
    let own: Vec<&Visible<Group>> =
        groups.iter().filter(|group| formal_note::audiences(&member.viewer, &group.id).contains(&audience)).collect();
    let (form, found) = draft::kept_form(&ask, &mut member, "/do/send-note").await?;
    let body = if own.is_empty() {
        reason(t(lang, "notes-who-writes"))
    } else if check::is_asked(&ask, &form) {
        checked(&form, audience, &own)
    } else {
        view! { {found} {fields(&ask, &member, &form, audience, &own)} }.into_any()
    };
    let body = view! { {crate::components::head::plain(&word(lang, "note-new", audience.code()), None)} {audience::band(lang, audience, body)} };
    let page = Page::new(word(lang, "note-new", audience.code()), body)
        .crumb(t(lang, "nav-desk"), "/desk")
        .crumb(t(lang, "notes-title"), "/desk/notes");
    Ok(page.of(&member).status(form.status()))
}

fn fields(ask: &Ask, member: &Member, form: &Form, audience: Audience, groups: &[&Visible<Group>]) -> AnyView {
    let lang = ask.lang;
    let reply = form.value("reply", ask.query("reply"));
    let of_groups = groups.iter().map(|group| (group.slug.clone(), group.name(lang).to_owned())).collect();
    let to = Addressee::of(member.viewer.party)
        .into_iter()
        .filter(|to| to.parties().iter().all(|&party| audience.admits(party)))
        .map(|to| (to.code(), word(lang, "note-to", to.code()), None))
        .collect::<Vec<_>>();
    let only = if let [(code, _, _)] = to.as_slice() { code } else { "" };
    let due = form.value("due_on", "");
    let answered = (!reply.is_empty()).then(|| {
        let href = format!("/desk/notes/{}", crate::routes::encode(&reply));
        view! { <p>{t(lang, "note-answers")}" "<a href=href><bdi class="code" dir="ltr">{reply.clone()}</bdi></a></p> }
    });
    view! {
        <form method="post" action=form.action id=KEPT>
            {form.summary()}
            {form.hidden(&[("audience", audience.code()), ("reply", &reply)])}
            {answered}
            {form.select("group", t(lang, "field-note-group"), None, of_groups, ask.query("group"))}
            {form.choices("addressee", t(lang, "field-note-to"), to, only)}
            {form.line("title", t(lang, "note-subject"), None, "", None)}
            {form.area("text", t(lang, "field-note-text"), Some(t(lang, "field-markdown-hint")), "", 12, None)}
            {form.language("note_language")}
            {form.field("due_on", t(lang, "field-note-due"), Some(t(lang, "field-note-due-hint")), |control| view! {
                <input type="date" id=control.id name="due_on" value=due dir="ltr" aria-describedby=control.described />
            }.into_any())}
            {form.autosave()}
            {check::button(lang)}
        </form>
    }
    .into_any()
}

/// The note as it will be sent, and the button that sends it.
fn checked(form: &Form, audience: Audience, groups: &[&Visible<Group>]) -> AnyView {
    let lang = form.lang;
    let (slug, reply) = (form.value("group", ""), form.value("reply", ""));
    let group = groups.iter().find(|group| group.slug == slug).map(|group| group.name(lang).to_owned()).unwrap_or_default();
    view! {
        <form method="post" action=form.action>
            <h2>{t(lang, "check-title")}</h2>
            {form.summary()}
            {form.hidden(&[("audience", audience.code()), ("group", &slug), ("reply", &reply)])}
            {check::carried(form, &ANSWERS)}
            <dl class="summary-list">{row(t(lang, "field-note-group"), group)}</dl>
            {check::answers(form, &ANSWERS)}
            <div class="panel panel--plain"><p>{t(lang, "note-effect")}</p></div>
            {check::deed(lang, word(lang, "note-send", audience.code()), format!("/desk/notes/new/{}", audience.code().replace('_', "-")))}
        </form>
    }
    .into_any()
}

/// Sends a note.
#[server(prefix = "/do", endpoint = "send-note")]
pub async fn send_note() -> Result<(), ServerFnError> {
    post(|ask, mut form| async move {
        let audience = Audience::parse(form.raw("audience")).ok_or(Outcome::NotFound)?;
        let addressee = form.choice("addressee", Addressee::parse);
        let (title, text) = (form.line("title", TITLE_LIMIT), form.note("text"));
        let typed = latin_digits(form.raw("due_on").trim());
        let due_on = Day::parse(&typed);
        if due_on.is_none() && !typed.is_empty() || due_on.is_some_and(|due| due <= Day::of_utc(ask.now)) {
            form.wrong("due_on", "ahead");
        }
        let mut member = ask.member().await.map_err(|_| Outcome::SignIn)?;
        let groups = store::group::list(&mut member.tx, &member.viewer).await.map_err(|_| Outcome::Failed)?;
        drop(member.tx);
        let group = groups.into_iter().find(|group| group.slug == form.raw("group")).map(|group| group.id.clone());
        if group.is_none() {
            form.wrong("group", "choose");
        }
        check::first(&ask, &form).await?;
        let (Some(group), Some(addressee)) = (group, addressee) else { return Err(Outcome::Failed) };
        let new = NewNote { audience, addressee, title, text, due_on };
        let (request, occasion) = (form.request()?, ask.occasion());
        let rule = move |viewer: &_, before: &_| formal_note::send(viewer, &group, &new, before, occasion);
        let sent = store::formal_note::send(&ask.portal.db, &request, (audience, form.raw("reply")), rule).await;
        Ok(form.outcome(once(sent).map(|label| format!("/desk/notes/{label}")), "said-note-sent"))
    })
    .await
}

/// Where an answer to a note begins.
#[must_use]
pub fn address(audience: Audience, group: &str, reply: &str) -> String {
    let path = format!("/desk/notes/new/{}", audience.code().replace('_', "-"));
    format!("{path}?group={}&reply={}", crate::routes::encode(group), crate::routes::encode(reply))
}
