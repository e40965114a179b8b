//! One thread: what it is about, its messages, and the form that goes on with it.

use domain::text::Lang;
use domain::thread::{Message, Thread, is_resolved};
use leptos::prelude::*;
use store::seen::Kind;

use super::message::{self, Forms};
use super::{anchor, live};
use crate::components::{audience, tag};
use crate::form::{Flash, Form, KEPT};
use crate::frame::Page;
use crate::islands::thread_live::ThreadLive;
use crate::pages::project::Opened;
use crate::request::{Ask, Stop};
use crate::text::{moment, t, tf, word};

/// Of a quoted message at most so many lines come along; what is cut is there to read above.
const QUOTED_LINES: usize = 12;

/// `/desk/projects/CODE/discussion/ID`
pub async fn page(ask: Ask, handle: String, id: String) -> Result<Page, Stop> {
    let mut open = Opened::find(ask, &handle).await?;
    let found = store::thread::find(&mut open.member.tx, &open.member.viewer, &open.facts, &id).await?.ok_or(Stop::NotFound)?;
    let thread = &*found;
    let lang = open.lang();
    let (reply, kept) = open.kept_form("/do/post-message").await?;
    let forms = Forms { edit: open.form("/do/edit-message").await?, attach: open.form("/do/attach-to-message").await? };
    let seen = store::seen::find(&mut open.member.tx, &open.member.viewer.person_id, Kind::Thread, &id).await?.unwrap_or(0);
    let about = match &thread.anchor {
        Some(anchor) => Some(anchor::panel(&mut open, anchor).await?),
        None => None,
    };
    let reply_form = reply_form(&mut open, thread, &reply).await?;
    let list = thread.messages.iter().map(|one| message::item(&open, thread, one, seen, &forms)).collect_view();
    let (of, title) = (thread.start.lang, thread.start.title.clone());
    let body = audience::band(
        lang,
        thread.start.audience,
        view! {
            <h2><bdi lang=of.code() dir=of.dir()>{title.clone()}</bdi>{is_resolved(&thread.settlings).then(|| tag::tag("good", t(lang, "thread-resolved")))}</h2>
            {about}
            <ol class="thread" id="messages">{list}</ol>
            {newest_seen(&open, thread, seen)}
            {reply.summary()}
            {kept}
            {reply_form}
            {settling(&open, thread)}
        },
    );
    let status = [&reply, &forms.edit, &forms.attach].map(Form::status).into_iter().max().unwrap_or(200);
    let page = open.page("/discussion", &title, body).crumb(t(lang, "tab-discussion"), open.href("/discussion"));
    Ok(page.titled_in(of).status(status))
}

/// Marks what is shown as read: a button, and where there is script the page's own doing. New messages come in here, too.
fn newest_seen(open: &Opened, thread: &Thread, seen: i64) -> AnyView {
    let lang = open.lang();
    let newest = live::newest(thread);
    let form = Form::plain(&open.ask, "/do/seen-thread", Flash::default());
    let others = |message: &&Message| message.start.person_id != open.member.viewer.person_id && message.posted_at.0 > seen;
    let unread = thread.messages.iter().any(|message| others(&message));
    let button = unread.then(|| {
        view! { <button class="button button--quiet button--small" type="submit">{t(lang, "thread-seen-deed")}</button> }
    });
    let source = open.href(&format!("/discussion/{}/live?since={newest}", thread.start.id));
    let said = ["thread-live-new", "thread-live-lost"].map(|key| t(lang, key)).to_vec();
    view! {
        <form class="thread__seen" method="post" action=form.action>
            {form.hidden(&[("project", open.facts.project.handle()), ("thread", thread.start.id.as_str())])}
            <input type="hidden" name="mark" value=newest.to_string() />
            {button}
            <ThreadLive source=source said=said unread=unread />
        </form>
    }
    .into_any()
}

/// The form for the next message; with `?answer=ID` it answers that one and quotes it.
async fn reply_form(open: &mut Opened, thread: &Thread, reply: &Form) -> Result<AnyView, Stop> {
    let lang = open.lang();
    let attention = message::attention(open, reply, thread.start.audience).await?;
    let answers = reply.value("answers", open.ask.query("answer"));
    let to = thread.message(&answers.as_str().into()).ok().filter(|to| !to.ended);
    let (quote, of) = to.map_or((String::new(), lang), quoted);
    let answering = to.map(|to| {
        let plain = open.href(&format!("/discussion/{}#{KEPT}", thread.start.id));
        view! { <p class="message__answers"><bdi>{message::said_to(open, to)}</bdi>" "<a href=plain>{t(lang, "message-answer-none")}</a></p> }
    });
    let to = to.map(|to| to.start.id.to_string()).unwrap_or_default();
    Ok(view! {
        <form method="post" action=reply.action id=KEPT>
            {reply.hidden(&[("project", open.facts.project.handle()), ("thread", thread.start.id.as_str())])}
            <input type="hidden" name="answers" value=to />
            {answering}
            {reply.area("text", t(lang, "field-message"), Some(t(lang, "field-markdown-hint")), &quote, 6, (!quote.is_empty()).then_some(of))}
            {reply.language("note_language")}
            {attention}
            {reply.autosave()}
            {reply.actions(word(lang, "thread-post", thread.start.audience.code()), "button")}
        </form>
    }
    .into_any())
}

/// A message as Markdown quotes it, with room below.
fn quoted(message: &Message) -> (String, Lang) {
    let Some((newest, _)) = message.wordings.last() else { return (String::new(), Lang::En) };
    let lines = newest.text.lines().filter(|line| !line.starts_with('>')).skip_while(|line| line.trim().is_empty());
    let lines: Vec<String> = lines.take(QUOTED_LINES).map(|line| format!("> {line}").trim_end().to_owned()).collect();
    (format!("{}\n\n", lines.join("\n")), newest.lang)
}

/// Resolving and opening again, with who did it last.
fn settling(open: &Opened, thread: &Thread) -> AnyView {
    let lang = open.lang();
    let form = Form::plain(&open.ask, "/do/settle-thread", Flash::default());
    let resolved = is_resolved(&thread.settlings);
    let last = thread.settlings.last().map(|(last, at)| {
        let key = if resolved { "thread-resolved-by" } else { "thread-reopened-by" };
        let office = open.member.people.named(&last.person_id);
        tf(lang, key, [("office", office.into()), ("time", moment(lang, *at).into())])
    });
    let (key, state) = if resolved { ("thread-reopen-deed", "open") } else { ("thread-resolve-deed", "resolved") };
    view! {
        <form class="thread__settling" method="post" action=form.action>
            {form.hidden(&[("project", open.facts.project.handle()), ("thread", thread.start.id.as_str()), ("state", state)])}
            {last.map(|last| view! { <p class="muted"><bdi>{last}</bdi></p> })}
            <button class="button button--secondary" type="submit">{t(lang, key)}</button>
        </form>
    }
    .into_any()
}
