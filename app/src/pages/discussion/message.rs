//! One message of a thread, and the field that asks for somebody's attention.

use domain::party::Audience;
use domain::thread::{Message, Thread, Wording};
use leptos::prelude::*;

use super::deeds::MENTIONS;
use crate::components::{icon, tag};
use crate::form::{Flash, Form};
use crate::markdown::prose;
use crate::pages::files;
use crate::pages::project::Opened;
use crate::request::Stop;
use crate::text::{iso, moment, t, tf};

/// The id of a message on the page.
fn place(message: &Message) -> String {
    format!("m-{}", message.start.id)
}

/// What a message hangs on that a reader sees: two that are shown alike have the same.
fn stamp(message: &Message) -> String {
    format!("{}.{}.{}", message.wordings.len(), message.files.len(), u8::from(message.ended))
}

/// The forms that stand in messages.
pub(super) struct Forms {
    pub edit: Form,
    pub attach: Form,
}

/// A message with what its reader can do about it; `seen` is how far they have read.
pub(super) fn item(open: &Opened, thread: &Thread, message: &Message, seen: i64, forms: &Forms) -> AnyView {
    let lang = open.lang();
    let (id, stamp) = (place(message), stamp(message));
    let who = view! { <span class="message__who"><bdi>{open.member.people.named(&message.start.person_id)}</bdi></span> };
    let when = view! {
        <time class="message__when" datetime=iso(message.posted_at)>{moment(lang, message.posted_at)}</time>
    };
    let Some((newest, _)) = message.wordings.last() else { return ().into_any() };
    if message.ended {
        return view! {
            <li class="message message--withdrawn" id=id data-stamp=stamp>
                <div class="message__head">{who}" "{when}</div>
                <p>{t(lang, "message-taken-back")}</p>
            </li>
        }
        .into_any();
    }
    let own = message.start.person_id == open.member.viewer.person_id;
    let fresh = (!own && message.posted_at.0 > seen).then(|| tag::tag("wait", t(lang, "message-new")));
    let edited = (message.wordings.len() > 1).then(|| tag::tag("plain", t(lang, "message-edited")));
    let former = (message.wordings.len() > 1).then(|| former(open, message));
    let class = if own { "message message--own" } else { "message" };
    view! {
        <li class=class id=id data-stamp=stamp>
            <div class="message__head">{who}" "{when}" "{fresh}" "{edited}</div>
            {answered(open, thread, message)}
            {mentioned(open, message)}
            <div class="message__text">{prose(newest.lang, &newest.text)}</div>
            {files_of(open, message)}
            {former}
            <div class="message__actions">
                <a href=answer_address(open, thread, message)>{t(lang, "message-answer")}</a>
                {own.then(|| own_actions(open, thread, message, newest, forms))}
            </div>
        </li>
    }
    .into_any()
}

fn answer_address(open: &Opened, thread: &Thread, message: &Message) -> String {
    open.href(&format!("/discussion/{}?answer={}#kept-form", thread.start.id, message.start.id))
}

/// Which message this one answers.
fn answered(open: &Opened, thread: &Thread, message: &Message) -> Option<AnyView> {
    let to = thread.message(message.answers.as_ref()?).ok()?;
    Some(view! { <p class="message__answers">{icon("message-square")}" "<a href=format!("#{}", place(to))><bdi>{said_to(open, to)}</bdi></a></p> }.into_any())
}

/// "In answer to the co-chair for energy, Syria, 5 March 2027 at 10:12"
pub(super) fn said_to(open: &Opened, to: &Message) -> String {
    let (lang, office) = (open.lang(), open.member.people.named(&to.start.person_id));
    tf(lang, "message-answers", [("office", office.into()), ("time", moment(lang, to.posted_at).into())])
}

fn mentioned(open: &Opened, message: &Message) -> Option<AnyView> {
    let me = &open.member.viewer.person_id;
    let rows = message.mentioned.iter().map(|id| {
        let office = open.member.people.named(id);
        let class = if id == me { "message__mention message__mention--me" } else { "message__mention" };
        view! { <li class=class><bdi>{office}</bdi></li> }
    });
    let rows: Vec<_> = rows.collect();
    let label = t(open.lang(), "message-mentions");
    (!rows.is_empty()).then(|| {
        view! { <div class="message__mentions"><span>{icon("circle-user")}" "{label}</span><ul>{rows}</ul></div> }.into_any()
    })
}

fn files_of(open: &Opened, message: &Message) -> Option<AnyView> {
    let rows: Vec<_> = message
        .files
        .iter()
        .map(|file| files::line(open.lang(), file.id.as_str(), (&file.name, file.size, &file.digest), None))
        .collect();
    (!rows.is_empty()).then(|| view! { <ul class="file-list">{rows}</ul> }.into_any())
}

fn former(open: &Opened, message: &Message) -> AnyView {
    let lang = open.lang();
    let rows = message.wordings.iter().rev().skip(1).map(|(wording, at)| {
        view! { <p class="muted">{moment(lang, *at)}</p> {prose(wording.lang, &wording.text)} }
    });
    let rows = rows.collect_view();
    view! {
        <details class="disclosure"><summary>{icon("history")}" "{t(lang, "message-former")}</summary><div class="disclosure__body">{rows}</div></details>
    }
    .into_any()
}

/// What only the author can do.
fn own_actions(open: &Opened, thread: &Thread, message: &Message, newest: &Wording, forms: &Forms) -> AnyView {
    let (lang, id, within) = (open.lang(), message.start.id.as_str(), thread.start.id.as_str());
    let (edit, attach) = (forms.edit.about("message", id), forms.attach.about("message", id));
    let back = Form::plain(&open.ask, "/do/take-back-message", Flash::default()).on(&edit_page(open, thread));
    let (project, base) = (open.facts.project.handle(), newest.number.to_string());
    view! {
        <details class="disclosure" open=edit.is_sent_back() || attach.is_sent_back()>
            <summary>{t(lang, "message-edit")}</summary>
            <div class="disclosure__body">
                {edit.summary()}
                <form method="post" action=edit.action>
                    {edit.hidden(&[("project", project), ("thread", within), ("message", id), ("base", &base)])}
                    {edit.area("text", t(lang, "field-message"), Some(t(lang, "message-edit-hint")), &newest.text, 5, Some(newest.lang))}
                    {edit.actions(t(lang, "message-edit-deed"), "button button--secondary")}
                </form>
                {attach.summary()}
                <form method="post" action=attach.action enctype="multipart/form-data">
                    {attach.hidden(&[("project", project), ("thread", within), ("message", id)])}
                    {attach.file(t(lang, "message-file"), Some(files::hint(lang)), None)}
                    {attach.actions(t(lang, "message-file-deed"), "button button--secondary")}
                </form>
                <form method="post" action=back.action>
                    {back.hidden(&[("project", project), ("thread", within), ("message", id)])}
                    <button class="button button--quiet" type="submit">{t(lang, "message-take-back")}</button>
                </form>
            </div>
        </details>
    }
    .into_any()
}

/// Where the forms of a message come back to, also from a message that came while the page was open.
pub(super) fn edit_page(open: &Opened, thread: &Thread) -> String {
    open.href(&format!("/discussion/{}", thread.start.id))
}

/// The choice of up to three readers whose attention is asked for; nobody else can be chosen.
///
/// # Errors
/// The database fails.
pub(super) async fn attention(open: &mut Opened, form: &Form, audience: Audience) -> Result<Option<AnyView>, Stop> {
    let group = open.facts.project.group_id.clone();
    let readers = store::person::who_read(&mut open.member.tx, audience, &group).await?;
    let lang = open.lang();
    let others = readers.iter().filter(|one| one.person_id != open.member.viewer.person_id);
    let mut options: Vec<(String, String)> =
        others.map(|one| (one.person_id.to_string(), open.member.people.named(&one.person_id))).collect();
    if options.is_empty() {
        return Ok(None);
    }
    options.insert(0, (String::new(), t(lang, "attention-nobody")));
    let chosen = MENTIONS.iter().any(|name| !form.value(name, "").is_empty());
    let fields = MENTIONS.into_iter().zip(1_i64..).map(|(name, number)| {
        form.select(name, tf(lang, "field-attention", [("number", number.into())]), None, options.clone(), "")
    });
    let fields = fields.collect_view();
    Ok(Some(
        view! {
            <details class="disclosure" open=chosen>
                <summary>{icon("circle-user")}" "{t(lang, "attention-title")}</summary>
                <div class="disclosure__body"><p class="field__hint">{t(lang, "attention-hint")}</p>{fields}</div>
            </details>
        }
        .into_any(),
    ))
}
