//! Discussion: joint threads, the own caucus, the own channel. The audience is fixed by the address, said above the thread and
//! in the button, and never chosen from a list.

use domain::id::MessageId;
use domain::party::Audience;
use domain::refusal::Refusal;
use domain::text::{Note, TITLE_LIMIT};
use domain::thread::{self, Message};
use leptos::prelude::*;
use store::thread::Heading;

use super::act;
use super::project::Opened;
use crate::components::{audience, icon, tag};
use crate::form::{Form, KEPT, Outcome, post};
use crate::frame::Page;
use crate::markdown::prose;
use crate::request::{Ask, Stop};
use crate::text::{moment, t, tf, word};

fn audiences(open: &Opened) -> Vec<Audience> {
    let fits = |audience: &Audience| open.facts.is_joint() || *audience == open.facts.project.ledger;
    Audience::ALL
        .into_iter()
        .filter(|&audience| open.member.viewer.reads(audience, &open.facts.project.group_id))
        .filter(fits)
        .collect()
}

/// `/desk/projects/CODE/discussion`
pub async fn page(ask: Ask, handle: String) -> Result<Page, Stop> {
    let mut open = Opened::find(ask, &handle).await?;
    let lang = open.lang();
    let threads = store::thread::list(&mut open.member.tx, &open.member.viewer, &open.facts).await?;
    let bands = audiences(&open)
        .into_iter()
        .map(|audience| {
            let rows: Vec<_> =
                threads.iter().filter(|thread| thread.audience == audience).map(|thread| heading(&open, thread)).collect();
            let list = if rows.is_empty() {
                view! { <p>{t(lang, "discussion-none")}</p> }.into_any()
            } else {
                view! { <ul class="thread-list">{rows}</ul> }.into_any()
            };
            let start = open.href(&format!("/discussion/new/{}", audience.code().replace('_', "-")));
            let label = word(lang, "thread-start", audience.code());
            audience::band(lang, audience, view! { {list} <p><a class="button button--secondary" href=start>{label}</a></p> })
        })
        .collect_view();
    Ok(open.page("/discussion", &t(lang, "tab-discussion"), view! { <div class="stack">{bands}</div> }.into_any()))
}

fn heading(open: &Opened, thread: &Heading) -> AnyView {
    let lang = open.lang();
    let (of, title) = (thread.lang, thread.title.clone());
    let meta =
        tf(lang, "thread-meta", [("count", thread.messages.into()), ("date", crate::text::date(lang, thread.last_at).into())]);
    view! {
        <li class="thread-list__row">
            <a class="thread-list__title" href=open.href(&format!("/discussion/{}", thread.id))><bdi lang=of.code() dir=of.dir()>{title}</bdi></a>
            <span class="thread-list__meta">{meta}</span>
        </li>
    }
    .into_any()
}

/// `/desk/projects/CODE/discussion/new/AUDIENCE`
pub async fn new(ask: Ask, handle: String, code: String) -> Result<Page, Stop> {
    let mut open = Opened::find(ask, &handle).await?;
    let lang = open.lang();
    let (form, found) = open.kept_form("/do/open-thread").await?;
    let audience = Audience::parse(&code.replace('-', "_")).filter(|one| audiences(&open).contains(one)).ok_or(Stop::NotFound)?;
    let body = audience::band(
        lang,
        audience,
        view! {
            {form.summary()}
            {found}
            <form method="post" action=form.action id=KEPT>
                {form.hidden(&[("project", open.facts.project.handle()), ("audience", audience.code())])}
                {form.line("title", t(lang, "field-thread-title"), None, "", None)}
                {form.area("text", t(lang, "field-message"), Some(t(lang, "field-markdown-hint")), "", 8, None)}
                {form.language("note_language")}
                {form.autosave()}
                {form.actions(word(lang, "thread-post", audience.code()), "button")}
            </form>
        },
    );
    let page = open.page("/discussion", &word(lang, "thread-start", audience.code()), body);
    Ok(page.crumb(t(lang, "tab-discussion"), open.href("/discussion")).status(form.status()))
}

/// `/desk/projects/CODE/discussion/ID`
pub async fn thread(ask: Ask, handle: String, id: String) -> Result<Page, Stop> {
    let mut open = Opened::find(ask, &handle).await?;
    let lang = open.lang();
    let (reply, kept) = open.kept_form("/do/post-message").await?;
    let edit = open.form("/do/edit-message").await?;
    let found = store::thread::find(&mut open.member.tx, &open.member.viewer, &open.facts, &id).await?.ok_or(Stop::NotFound)?;
    let (start, messages) = &*found;
    let list = messages.iter().map(|message| one(&open, message, &id, &edit)).collect_view();
    let (of, title) = (start.lang, start.title.clone());
    let body = audience::band(
        lang,
        start.audience,
        view! {
            <h2><bdi lang=of.code() dir=of.dir()>{title.clone()}</bdi></h2>
            <ol class="thread">{list}</ol>
            {reply.summary()}
            {kept}
            <form method="post" action=reply.action id=KEPT>
                {reply.hidden(&[("project", open.facts.project.handle()), ("thread", &id)])}
                {reply.area("text", t(lang, "field-message"), Some(t(lang, "field-markdown-hint")), "", 6, None)}
                {reply.language("note_language")}
                {reply.autosave()}
                {reply.actions(word(lang, "thread-post", start.audience.code()), "button")}
            </form>
        },
    );
    let status = reply.status().max(edit.status());
    let page = open.page("/discussion", &title, body).crumb(t(lang, "tab-discussion"), open.href("/discussion"));
    Ok(page.titled_in(of).status(status))
}

fn one(open: &Opened, message: &Message, thread: &str, form: &Form) -> AnyView {
    let lang = open.lang();
    let office = open.member.people.named(&message.start.person_id);
    let id = format!("m-{}", message.start.id);
    let when = moment(lang, message.posted_at);
    let Some((newest, _)) = message.wordings.last() else { return ().into_any() };
    if message.ended {
        return view! {
            <li class="message message--withdrawn" id=id>
                <div class="message__head"><span class="message__who"><bdi>{office}</bdi></span>" "<time class="message__when">{when}</time></div>
                <p>{t(lang, "message-taken-back")}</p>
            </li>
        }
        .into_any();
    }
    let own = message.start.person_id == open.member.viewer.person_id;
    let former = (message.wordings.len() > 1).then(|| former(open, message));
    let actions = own.then(|| own_actions(open, message, newest, thread, form));
    let class = if own { "message message--own" } else { "message" };
    view! {
        <li class=class id=id>
            <div class="message__head">
                <span class="message__who"><bdi>{office}</bdi></span>" "<time class="message__when">{when}</time>
                {(message.wordings.len() > 1).then(|| tag::tag("plain", t(lang, "message-edited")))}
            </div>
            <div class="message__text">{prose(newest.lang, &newest.text)}</div>
            {former}
            {actions}
        </li>
    }
    .into_any()
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

fn own_actions(open: &Opened, message: &Message, newest: &thread::Wording, thread: &str, form: &Form) -> AnyView {
    let (lang, id) = (open.lang(), message.start.id.as_str());
    let form = form.about("message", id);
    let back = Form::plain(&open.ask, "/do/take-back-message", crate::form::Flash::default());
    let (project, base) = (open.facts.project.handle(), newest.number.to_string());
    view! {
        <div class="message__actions">
            <details class="disclosure" open=form.is_sent_back()>
                <summary>{t(lang, "message-edit")}</summary>
                <div class="disclosure__body">
                    {form.summary()}
                    <form method="post" action=form.action>
                        {form.hidden(&[("project", project), ("thread", thread), ("message", id), ("base", &base)])}
                        {form.area("text", t(lang, "field-message"), Some(t(lang, "message-edit-hint")), &newest.text, 5, Some(newest.lang))}
                        {form.actions(t(lang, "message-edit-deed"), "button button--secondary")}
                    </form>
                    <form method="post" action=back.action>
                        {back.hidden(&[("project", project), ("thread", thread), ("message", id)])}
                        <button class="button button--quiet" type="submit">{t(lang, "message-take-back")}</button>
                    </form>
                </div>
            </details>
        </div>
    }
    .into_any()
}

/// Opens a thread.
#[server(prefix = "/do", endpoint = "open-thread")]
pub async fn open_thread() -> Result<(), ServerFnError> {
    post(|ask, mut form| async move {
        let audience = Audience::parse(form.raw("audience")).ok_or(Outcome::NotFound)?;
        let title = Note { lang: form.lang(), text: form.line("title", TITLE_LIMIT) };
        let text = form.note("text");
        act(&ask, &form, "/discussion", "said-posted", move |facts, viewer, at| {
            thread::open(facts, viewer, audience, &title, &text, at)
        })
        .await
    })
    .await
}

/// Posts a message.
#[server(prefix = "/do", endpoint = "post-message")]
pub async fn post_message() -> Result<(), ServerFnError> {
    post(|ask, mut form| async move {
        let text = form.note("text");
        form.checked()?;
        let occasion = ask.occasion();
        in_thread(&ask, &form, "said-posted", move |facts, viewer, start, _| thread::post(facts, viewer, start, &text, occasion))
            .await
    })
    .await
}

/// Words a message anew.
#[server(prefix = "/do", endpoint = "edit-message")]
pub async fn edit_message() -> Result<(), ServerFnError> {
    post(|ask, mut form| async move {
        let text = form.lines("text", domain::text::NOTE_LIMIT);
        form.checked()?;
        let (id, base) = (MessageId::from(form.raw("message")), form.raw("base").parse().unwrap_or(0));
        let occasion = ask.occasion();
        in_thread(&ask, &form, "said-edited", move |facts, viewer, _, messages| {
            let message = messages.iter().find(|message| message.start.id == id).ok_or(Refusal::NotPermitted)?;
            let lang = message.wordings.last().map_or(facts.project.source, |(wording, _)| wording.lang);
            thread::edit(facts, viewer, message, base, &Note { lang, text: text.clone() }, occasion)
        })
        .await
    })
    .await
}

/// Takes a message back.
#[server(prefix = "/do", endpoint = "take-back-message")]
pub async fn take_back_message() -> Result<(), ServerFnError> {
    post(|ask, form| async move {
        let (id, occasion) = (MessageId::from(form.raw("message")), ask.occasion());
        in_thread(&ask, &form, "said-taken-back", move |facts, viewer, _, messages| {
            let message = messages.iter().find(|message| message.start.id == id).ok_or(Refusal::NotPermitted)?;
            thread::take_back(facts, viewer, message, occasion)
        })
        .await
    })
    .await
}

async fn in_thread<R>(ask: &Ask, form: &crate::form::Posted, said: &'static str, rule: R) -> Result<Outcome, Outcome>
where
    R: Fn(
            &domain::facts::Facts,
            &domain::viewer::Viewer,
            &thread::ThreadStart,
            &[Message],
        ) -> Result<domain::change::Change, Refusal>
        + Send
        + Sync
        + 'static,
{
    let (project, id) = (form.raw("project"), form.raw("thread"));
    let answer = format!("/desk/projects/{}/discussion/{}", crate::routes::encode(project), crate::routes::encode(id));
    let result = store::thread::perform(&ask.portal.db, project, id, &form.request()?, &answer, rule).await;
    Ok(form.outcome(result, said))
}
