//! `/desk/matters/ID`: what was raised, what was answered, how it would be settled, and what this reader can do about it.

use domain::matter::clock::{Standing, ball};
use domain::matter::settle::{self, MatterOutcome, Resolution};
use domain::matter::{self, Matter, MatterLevel};
use domain::text::Lang;
use domain::time::Timestamp;
use leptos::prelude::*;
use store::Visible;
use store::matter::Named;

use super::{LIST, act, history, name, standing};
use crate::components::{due, hash, head, reason, row, sheet, tag};
use crate::form::{Form, KEPT, post};
use crate::frame::Page;
use crate::markdown::prose;
use crate::pages::{consent, draft, meetings};
use crate::request::{Ask, Member, Stop};
use crate::text::{civil_date, day, moment_in, t, tf, word};

/// What the parts of the page share.
struct Opened<'a> {
    ask: &'a Ask,
    member: &'a Member,
    matter: &'a Visible<Matter>,
}

impl Opened<'_> {
    fn lang(&self) -> Lang {
        self.ask.lang
    }

    fn id(&self) -> &str {
        self.matter.start.id.as_str()
    }
}

/// The page.
pub async fn page(ask: Ask, id: String) -> Result<Page, Stop> {
    let lang = ask.lang;
    let mut member = ask.member().await?;
    let matter = store::matter::find(&mut member.tx, &member.viewer, &id).await?.ok_or(Stop::NotFound)?;
    let groups = store::group::list(&mut member.tx, &member.viewer).await?;
    let group = groups.iter().find(|group| group.id == matter.start.group_id).ok_or(Stop::NotFound)?;
    let named = store::matter::named(&mut member.tx, &matter).await?;
    let (reply, found) = draft::kept_form(&ask, &mut member, "/do/reply-matter").await?;
    let (tx, mut forms) = (&mut member.tx, Vec::new());
    for action in ["/do/propose-resolution", "/do/agree-resolution", "/do/hand-over-matter", "/do/withdraw-matter"] {
        forms.push(Form::load(&ask, tx, action).await?);
    }
    let [propose, agree, over, back] = forms.as_slice() else { return Err(Stop::NotFound) };
    let status = forms.iter().chain([&reply]).map(Form::status).max().unwrap_or(200);
    let open = Opened { ask: &ask, member: &member, matter: &matter };
    let title = name(lang, Some(group), matter.start.number);
    let body = view! {
        {heading(&open, &title)}
        {raised(&open, named.as_ref(), group.name(lang))}
        {found}
        {reply_form(&open, &reply)}
        {settling(&open, propose, agree)}
        {hand_over_form(&open, over)}
        {withdraw_form(&open, back)}
    };
    let page = Page::new(title, body).crumb(t(lang, "nav-desk"), "/desk").crumb(t(lang, "matters-title"), LIST);
    Ok(page.of(&member).status(status))
}

fn heading(open: &Opened, name: &str) -> AnyView {
    let (lang, matter) = (open.lang(), open.matter);
    let (of, title) = (matter.start.lang, matter.start.title.clone());
    let printed = tf(lang, "print-at", [("time", moment_in(lang, open.member.viewer.party, open.ask.now).into())]);
    let turn = ball(&Standing::of(matter)).map(|ball| due::tag(lang, &ball, open.ask.now));
    let tags = view! { {standing(lang, matter.level(), matter.end.as_ref().map(|(end, _)| end.outcome))}" "{turn} };
    let sentence = crate::components::audience::sentence(lang, domain::party::Audience::Joint);
    let name = name.to_owned();
    view! {
        <div class="print-head"><p>{name.clone()}" · "{sentence}" · "{printed}</p></div>
        {head::head(
            Some(name.into_any()),
            view! { <bdi lang=of.code() dir=of.dir()>{title}</bdi> }.into_any(),
            None,
            Some(tags.into_any()),
        )}
    }
    .into_any()
}

fn raised(open: &Opened, named: Option<&Named>, group: &str) -> AnyView {
    let (lang, start) = (open.lang(), &open.matter.start);
    let party = t(lang, &format!("party-{}", start.party.code()));
    let office = open.member.people.named(&start.person_id);
    let hash = start.content_hash.as_ref().map(|content| view! { " " {hash::short(content)} });
    let passed = ball(&Standing::of(open.matter)).map(|ball| {
        let then = match open.matter.level() {
            MatterLevel::Query if due::passed(lang, &ball, open.ask.now).is_none() => t(lang, "desk-then-matter-query"),
            _ => due::passed(lang, &ball, open.ask.now).unwrap_or_else(|| t(lang, "desk-then-matter-concern")),
        };
        let until = ball.due(day).map(|due| civil_date(lang, due)).unwrap_or_default();
        row(t(lang, "matter-turn"), view! { {until}" · "{then} })
    });
    view! {
        <section class="sheet">
            <div class="sheet__head"><h2>{t(lang, "matter-what")}</h2></div>
            <dl class="summary-list">
                {row(t(lang, "matter-about"), view! { {named.map(|named| about(lang, start, named, group))}{hash} })}
                {row(t(lang, "matter-raised-by"), view! { {party}" · "<bdi>{office}</bdi>" · "{moment_in(lang, open.member.viewer.party, open.matter.raised_at)} })}
                {row(t(lang, "scope-title"), t(lang, "matter-is-civilian"))}
                {passed}
            </dl>
            <h3>{t(lang, "field-matter-text")}</h3>
            {prose(start.lang, &start.text)}
            <h3>{t(lang, "matter-wish")}</h3>
            {prose(start.lang, &start.wish)}
            {history::told(lang, open.member, open.matter)}
        </section>
    }
    .into_any()
}

/// The version or the meeting that it is about.
fn about(lang: Lang, start: &matter::MatterStart, named: &Named, group: &str) -> AnyView {
    if let (Some(code), Some(number)) = (&named.code, named.version) {
        let href = format!("/desk/projects/{code}/versions");
        return view! { <a href=href>{tf(lang, "agenda-pin", [("code", code.clone().into()), ("number", number.into())])}</a> }
            .into_any();
    }
    let href = start.meeting_id.as_ref().map(|id| format!("{}/{id}", meetings::LIST));
    view! { <a href=href>{meetings::named(lang, group, named.meeting.unwrap_or_default())}</a> }.into_any()
}

fn reply_form(open: &Opened, form: &Form) -> Option<AnyView> {
    let lang = open.lang();
    if open.matter.is_over() {
        return None;
    }
    if matter::may_raise(&open.member.viewer, &open.matter.start.group_id).is_err() {
        return Some(reason(t(lang, "matters-who-raises")));
    }
    Some(
        view! {
            <form class="sheet" method="post" action=form.action id=KEPT>
                <div class="sheet__head"><h2>{t(lang, "matter-reply-title")}</h2></div>
                {form.summary()}
                {form.hidden(&[("matter", open.id())])}
                {form.area("text", t(lang, "field-matter-reply"), Some(t(lang, "field-markdown-hint")), "", 5, None)}
                {form.language("note_language")}
                {form.autosave()}
                {form.actions(t(lang, "matter-reply-deed"), "button")}
            </form>
        }
        .into_any(),
    )
}

/// How it would be settled, or how it was.
fn settling(open: &Opened, propose: &Form, agree: &Form) -> AnyView {
    let lang = open.lang();
    let all = &open.matter.resolutions;
    let newest =
        all.last().map(|(one, at)| view! { {words(open, one, *at)}{consent::lines(lang, |side| open.matter.agreed(one, side))} });
    let older: Vec<_> = all.iter().rev().skip(1).map(|(one, at)| words(open, one, *at)).collect();
    let older = (!older.is_empty()).then(|| {
        view! { <details class="disclosure"><summary>{t(lang, "matter-earlier")}</summary><div class="disclosure__body">{older}</div></details> }
    });
    let end = open.matter.end.as_ref().map(|(end, at)| {
        let office = open.member.people.named(&end.person_id);
        let why = end.reason.as_ref().map(|reason| prose(end.lang.unwrap_or(lang), reason));
        let kind = if end.outcome == MatterOutcome::Resolved { "good" } else { "void" };
        let said = tag::tag(kind, word(lang, "matter-outcome", end.outcome.code()));
        view! { <p>{said}" "<bdi>{office}</bdi>" · "{moment_in(lang, open.member.viewer.party, *at)}</p>{why} }
    });
    let nothing = all.is_empty().then(|| view! { <p class="muted">{t(lang, "matter-no-resolution")}</p> });
    sheet(t(lang, "matter-settling"), view! { {end}{nothing}{newest}{older}{settle_forms(open, propose, agree)} })
}

fn words(open: &Opened, one: &Resolution, at: Timestamp) -> AnyView {
    let lang = open.lang();
    let office = open.member.people.named(&one.person_id);
    let party = tag::tag("plain", t(lang, &format!("party-{}", one.party.code())));
    view! {
        <div class="panel panel--plain">
            <p class="muted">{tf(lang, "matter-resolution", [("number", one.number.into())])}" "{party}" "<bdi>{office}</bdi>" · "{moment_in(lang, open.member.viewer.party, at)}" "{hash::short(&one.hash)}</p>
            {prose(one.lang, &one.text)}
        </div>
    }
    .into_any()
}

fn settle_forms(open: &Opened, propose: &Form, agree: &Form) -> Option<AnyView> {
    let (lang, viewer) = (open.lang(), &open.member.viewer);
    if open.matter.is_over() {
        return None;
    }
    if settle::may_settle(viewer, &open.matter.start.group_id).is_err() {
        return Some(reason(t(lang, "matter-who-settles")));
    }
    let newest = settle::newest(open.matter);
    let own = newest.is_some_and(|one| viewer.delegation().is_ok_and(|side| open.matter.agreed(one, side)));
    let yes = newest
        .filter(|_| !own)
        .map(|one| agree.button(&[("matter", open.id()), ("hash", &one.hash)], t(lang, "matter-agree"), "button"));
    let waits = own.then(|| reason(t(lang, "matter-waits-for-other")));
    let base = newest.map_or(0, |one| one.number).to_string();
    let label = t(lang, if newest.is_some() { "matter-propose-other" } else { "matter-propose" });
    Some(
        view! {
            {agree.summary()}
            {yes}
            {waits}
            <details class="disclosure" open=propose.is_sent_back()>
                <summary>{label}</summary>
                <div class="disclosure__body">
                    {propose.summary()}
                    <form method="post" action=propose.action>
                        {propose.hidden(&[("matter", open.id()), ("base", &base)])}
                        {propose.area("note", t(lang, "field-resolution"), Some(t(lang, "field-resolution-hint")), "", 4, None)}
                        {propose.language("note_language")}
                        {propose.actions(t(lang, "matter-propose-deed"), "button button--secondary")}
                    </form>
                </div>
            </details>
        }
        .into_any(),
    )
}

fn hand_over_form(open: &Opened, form: &Form) -> Option<AnyView> {
    let lang = open.lang();
    if open.matter.is_over() || open.matter.level() != MatterLevel::Query {
        return None;
    }
    matter::may_hand_over(&open.member.viewer, &open.matter.start.group_id).ok()?;
    Some(
        view! {
            <details class="disclosure" open=form.is_sent_back()>
                <summary>{t(lang, "matter-hand-over")}</summary>
                <div class="disclosure__body">
                    {form.summary()}
                    <p>{t(lang, "matter-hand-over-hint")}</p>
                    <form method="post" action=form.action>
                        {form.hidden(&[("matter", open.id())])}
                        {form.area("note", t(lang, "field-hand-over"), None, "", 3, None)}
                        {form.language("note_language")}
                        {form.actions(t(lang, "matter-hand-over-deed"), "button button--secondary")}
                    </form>
                </div>
            </details>
        }
        .into_any(),
    )
}

fn withdraw_form(open: &Opened, form: &Form) -> Option<AnyView> {
    let (lang, viewer) = (open.lang(), &open.member.viewer);
    let own = viewer.party == open.matter.start.party && !open.matter.is_over();
    matter::may_raise(viewer, &open.matter.start.group_id).ok().filter(|()| own)?;
    Some(
        view! {
            <details class="disclosure" open=form.is_sent_back()>
                <summary>{t(lang, "matter-withdraw")}</summary>
                <div class="disclosure__body">
                    {form.summary()}
                    <p>{t(lang, "matter-withdraw-hint")}</p>
                    <form method="post" action=form.action>
                        {form.hidden(&[("matter", open.id())])}
                        {form.area("reason", t(lang, "field-reason"), None, "", 3, None)}
                        {form.language("note_language")}
                        {form.actions(t(lang, "matter-withdraw-deed"), "button button--danger")}
                    </form>
                </div>
            </details>
        }
        .into_any(),
    )
}

/// Answers a matter.
#[server(prefix = "/do", endpoint = "reply-matter")]
pub async fn reply_matter() -> Result<(), ServerFnError> {
    post(|ask, mut form| async move {
        let text = form.note("text");
        act(&ask, &form, "said-matter-answered", move |matter, viewer, at| matter::reply(matter, viewer, &text, at)).await
    })
    .await
}

/// Hands a matter over to the co-chairs.
#[server(prefix = "/do", endpoint = "hand-over-matter")]
pub async fn hand_over_matter() -> Result<(), ServerFnError> {
    post(|ask, mut form| async move {
        let note = form.note("note");
        act(&ask, &form, "said-matter-handed-over", move |matter, viewer, at| matter::hand_over(matter, viewer, &note, at)).await
    })
    .await
}

/// Proposes how a matter is settled.
#[server(prefix = "/do", endpoint = "propose-resolution")]
pub async fn propose_resolution() -> Result<(), ServerFnError> {
    post(|ask, mut form| async move {
        let (words, base) = (form.note("note"), form.raw("base").parse().unwrap_or(-1));
        act(&ask, &form, "said-resolution-proposed", move |matter, viewer, at| settle::propose(matter, viewer, base, &words, at))
            .await
    })
    .await
}

/// Says yes to how a matter is settled.
#[server(prefix = "/do", endpoint = "agree-resolution")]
pub async fn agree_resolution() -> Result<(), ServerFnError> {
    post(|ask, form| async move {
        let hash = form.raw("hash").to_owned();
        act(&ask, &form, "said-resolution-agreed", move |matter, viewer, at| settle::agree(matter, viewer, &hash, at)).await
    })
    .await
}

/// Takes a matter of the own party back.
#[server(prefix = "/do", endpoint = "withdraw-matter")]
pub async fn withdraw_matter() -> Result<(), ServerFnError> {
    post(|ask, mut form| async move {
        let reason = form.note("reason");
        act(&ask, &form, "said-matter-withdrawn", move |matter, viewer, at| settle::withdraw(matter, viewer, &reason, at)).await
    })
    .await
}
