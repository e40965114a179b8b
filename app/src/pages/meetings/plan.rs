//! Calling a meeting, and giving it another time or place: the clock of one's own capital is typed, all three are shown.

use domain::meeting::{self, When};
use domain::party::Party;
use domain::text::{Note, TITLE_LIMIT, latin_digits};
use domain::time::Timestamp;
use leptos::prelude::*;
use store::Visible;
use store::group::Group;
use store::perform::once;

use super::{LIST, Opened, act_telling};
use crate::components::{head, reason};
use crate::form::{Form, Outcome, Posted, post};
use crate::frame::Page;
use crate::request::{Ask, Member, Stop};
use crate::routes::encode;
use crate::text::{t, tf, typed_moment, typed_parts};

/// The longest meeting, in minutes.
const LONGEST: i64 = 720;

/// `/desk/meetings/new?group=SLUG`
pub async fn new(ask: Ask) -> Result<Page, Stop> {
    let lang = ask.lang;
    let mut member = ask.member().await?;
    let groups = store::group::list(&mut member.tx, &member.viewer).await?;
    let own: Vec<_> = groups.iter().filter(|group| meeting::may_prepare(&member.viewer, &group.id).is_ok()).collect();
    let form = Form::load(&ask, &mut member.tx, "/do/plan-meeting").await?;
    let body = if own.is_empty() { reason(t(lang, "meetings-who-calls")) } else { called(&ask, &member, &form, &own) };
    let body = view! { {head::plain(&t(lang, "meetings-call"), Some(t(lang, "meetings-call-lede")))} {body} };
    let page =
        Page::new(t(lang, "meetings-call"), body).crumb(t(lang, "nav-desk"), "/desk").crumb(t(lang, "meetings-title"), LIST);
    Ok(page.narrow().of(&member).status(form.status()))
}

fn called(ask: &Ask, member: &Member, form: &Form, groups: &[&Visible<Group>]) -> AnyView {
    let lang = form.lang;
    let options = groups.iter().map(|group| (group.slug.clone(), group.name(lang).to_owned())).collect();
    view! {
        {form.summary()}
        <form method="post" action=form.action>
            {form.hidden(&[])}
            {form.select("group", t(lang, "field-note-group"), None, options, ask.query("group"))}
            {fields(member, form, ("", "", 120), ("", ""))}
            {form.actions(t(lang, "meetings-call-deed"), "button")}
        </form>
    }
    .into_any()
}

/// When and where, on the clock of the reader's capital.
pub(super) fn fields(
    member: &Member,
    form: &Form,
    (day, time, minutes): (&str, &str, i64),
    (place, link): (&str, &str),
) -> AnyView {
    let lang = form.lang;
    let (day, time) = (form.value("date", day), form.value("time", time));
    let minutes = form.value("minutes", &minutes.to_string());
    let link = form.value("link", link);
    let capital = t(lang, &format!("capital-of-{}", member.viewer.party.code()));
    view! {
        {form.field("date", t(lang, "field-meeting-date"), None, |control| view! {
            <input type="date" id=control.id name="date" value=day dir="ltr" aria-describedby=control.described required />
        }.into_any())}
        {form.field("time", t(lang, "field-meeting-time"), Some(tf(lang, "field-meeting-time-hint", [("capital", capital.into())])), |control| view! {
            <input type="time" id=control.id name="time" value=time dir="ltr" aria-describedby=control.described required />
        }.into_any())}
        {form.field("minutes", t(lang, "field-meeting-minutes"), None, |control| view! {
            <input type="number" id=control.id name="minutes" value=minutes min="15" max=LONGEST.to_string() dir="ltr" aria-describedby=control.described required />
        }.into_any())}
        {form.line("place", t(lang, "field-meeting-place"), Some(t(lang, "field-meeting-place-hint")), place, None)}
        {form.field("link", t(lang, "field-meeting-link"), Some(t(lang, "field-meeting-link-hint")), |control| view! {
            <input type="url" id=control.id name="link" value=link dir="ltr" aria-describedby=control.described />
        }.into_any())}
        {form.language("note_language")}
    }
    .into_any()
}

/// The form that gives a meeting another time or place, and the one that calls it off.
pub(super) fn moving(open: &Opened, change: &Form, cancel: &Form) -> AnyView {
    let lang = open.lang;
    let plan = &open.meeting.plan;
    let (day, time) = typed_parts(open.member.viewer.party, plan.starts_at);
    let minutes = (plan.ends_at.0 - plan.starts_at.0) / 60_000;
    let sent_back = change.is_sent_back() || cancel.is_sent_back();
    view! {
        <details class="disclosure" open=sent_back>
            <summary>{t(lang, "meeting-move")}</summary>
            {change.summary()}
            <form method="post" action=change.action>
                {change.hidden(&[("meeting", open.id())])}
                {fields(&open.member, change, (&day, &time, minutes), (&plan.place, &plan.link))}
                {change.actions(t(lang, "meeting-move-deed"), "button button--secondary")}
            </form>
            <h3>{t(lang, "meeting-cancel")}</h3>
            {cancel.summary()}
            <form method="post" action=cancel.action>
                {cancel.hidden(&[("meeting", open.id())])}
                {cancel.area("reason", t(lang, "field-meeting-reason"), None, "", 2, None)}
                {cancel.language("note_language")}
                {cancel.actions(t(lang, "meeting-cancel-deed"), "button button--danger")}
            </form>
        </details>
    }
    .into_any()
}

/// When and where, as typed on the clock of the sender's capital.
fn typed(ask: &Ask, party: Party, form: &mut Posted) -> Result<When, Outcome> {
    let (day, time) = (latin_digits(form.raw("date").trim()), latin_digits(form.raw("time").trim()));
    let starts_at = typed_moment(party, &day, &time);
    if starts_at.is_none_or(|at| at <= ask.now) {
        form.wrong("date", "ahead");
    }
    let minutes = form.number("minutes", 15..=LONGEST);
    let place = form.line("place", TITLE_LIMIT);
    let link = form.optional("link", 500);
    if !link.is_empty() && !link.starts_with("https://") {
        form.wrong("link", "not-a-link");
    }
    form.checked()?;
    let starts_at = starts_at.unwrap_or(Timestamp(0));
    let ends_at = starts_at.plus_millis(minutes.unwrap_or(0) * 60_000);
    Ok(When { starts_at, ends_at, place: Note { lang: form.lang(), text: place }, link })
}

/// Calls a meeting.
#[server(prefix = "/do", endpoint = "plan-meeting")]
pub async fn plan_meeting() -> Result<(), ServerFnError> {
    post(|ask, mut form| async move {
        let mut member = ask.member().await.map_err(|stop| form.stopped(stop))?;
        let when = typed(&ask, member.viewer.party, &mut form)?;
        let groups = store::group::list(&mut member.tx, &member.viewer).await.map_err(|_| Outcome::Failed)?;
        drop(member.tx);
        let group = groups.iter().find(|group| group.slug == form.raw("group")).ok_or(Outcome::NotFound)?.id.clone();
        let (request, occasion, of) = (form.request()?, ask.occasion(), group.clone());
        let rule = move |viewer: &_, number| meeting::plan(viewer, &of, number, &when, occasion);
        let called = store::meeting::start(&ask.portal.db, &group, &request, rule).await;
        Ok(form.outcome(once(called).map(|id| format!("{LIST}/{}/agenda", encode(&id))), "said-meeting-planned"))
    })
    .await
}

/// Another time or place.
#[server(prefix = "/do", endpoint = "change-meeting")]
pub async fn change_meeting() -> Result<(), ServerFnError> {
    post(|ask, mut form| async move {
        let party = ask.member().await.map_err(|stop| form.stopped(stop))?.viewer.party;
        let when = typed(&ask, party, &mut form)?;
        act_telling(&ask, &form, "", "said-meeting-changed", move |meeting, viewer, at| {
            meeting::change(meeting, viewer, &when, at)
        })
        .await
    })
    .await
}

/// Calls it off.
#[server(prefix = "/do", endpoint = "cancel-meeting")]
pub async fn cancel_meeting() -> Result<(), ServerFnError> {
    post(|ask, mut form| async move {
        let reason = form.note("reason");
        act_telling(&ask, &form, "", "said-meeting-cancelled", move |meeting, viewer, at| {
            meeting::cancel(meeting, viewer, &reason, at)
        })
        .await
    })
    .await
}
