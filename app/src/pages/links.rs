//! Declared links: what this project has to do with others and they with it, declared and taken back by one side; and the link that a
//! point about a linked project names. A link whose other project the reader may not read is not here, and nothing counts it.

use domain::id::LinkId;
use domain::link::{self, Kind, NewLink};
use domain::text::{Lang, latin_digits};
use leptos::prelude::*;
use store::Visible;
use store::link::Linked;

use super::project::Opened;
use super::{act, noted};
use crate::components::{empty, reason, row, tag};
use crate::form::{Form, post};
use crate::frame::Page;
use crate::markdown::prose;
use crate::request::{Ask, Stop};
use crate::routes::encode;
use crate::text::{date, pick, t, tf, word};

/// `/desk/projects/CODE/links`
pub async fn page(ask: Ask, handle: String) -> Result<Page, Stop> {
    let mut open = Opened::find(ask, &handle).await?;
    // What one caucus writes is linked to nothing, so it has no such page.
    if !open.facts.is_joint() {
        return Err(Stop::NotFound);
    }
    let lang = open.lang();
    let (declare, back) = (open.form("/do/declare-link").await?, open.form("/do/take-back-link").await?);
    let status = declare.status().max(back.status());
    let links = of(&mut open).await?;
    let list = if links.iter().all(|one| one.ended_at.is_some()) {
        empty(t(lang, "links-none"), None)
    } else {
        view! { {standing(&open, &links, true, &back)} {standing(&open, &links, false, &back)} }.into_any()
    };
    let body = view! {
        <p>{t(lang, "links-lede")}</p>
        {list}
        {declaring(&open, &declare)}
        {ended(&open, &links)}
    };
    Ok(open.page("/links", &t(lang, "tab-links"), body.into_any()).status(status))
}

/// The links of this project that the reader may know of.
///
/// # Errors
/// The database fails.
pub(crate) async fn of(open: &mut Opened) -> Result<Vec<Visible<Linked>>, Stop> {
    Ok(store::link::list(&mut open.member.tx, &open.member.viewer, &open.facts).await?)
}

/// The links from this project, or those of others to it, as far as they stand.
fn standing(open: &Opened, links: &[Visible<Linked>], own: bool, back: &Form) -> Option<AnyView> {
    let lang = open.lang();
    let cards: Vec<_> = links
        .iter()
        .filter(|one| one.ended_at.is_none() && one.is_of(&open.facts.project.id) == own)
        .map(|one| view! { <article class="sheet" id=format!("link-{}", one.id())>{told(open, one)}{taking_back(open, one, back)}</article> })
        .collect();
    let title = t(lang, if own { "links-from" } else { "links-to" });
    (!cards.is_empty()).then(|| view! { <section><h2>{title}</h2><div class="stack">{cards}</div></section> }.into_any())
}

/// A link in words: the project at its other end, where that stands, what one has to do with the other, who says so and why.
fn told(open: &Opened, one: &Linked) -> AnyView {
    let lang = open.lang();
    let stem = if one.is_of(&open.facts.project.id) { "link-from" } else { "link-to" };
    view! {
        <div class="sheet__head"><h3>{named(lang, one)}</h3>{tag::stage(lang, one.stage)}</div>
        <p>{tag::tag("plain", word(lang, stem, one.link.kind.code()))}</p>
        <p class="point__meta">
            {t(lang, &format!("party-{}", one.link.party.code()))}" · "<bdi>{open.member.people.office(&one.link.person_id)}</bdi>" · "{date(lang, one.declared_at)}
        </p>
        {prose(one.link.lang, &one.link.reason)}
    }
    .into_any()
}

/// Code and title of the project at the other end, leading there.
fn named(lang: Lang, one: &Linked) -> AnyView {
    let titles = one.title();
    let (of, title) =
        pick(&titles, lang).map_or_else(|| (lang, t(lang, "project-untitled")), |(of, title)| (of, title.to_owned()));
    let code = one.code.clone().unwrap_or_else(|| t(lang, "project-draft-name"));
    view! {
        <bdi class="code" dir="ltr">{code}</bdi>" "
        <a href=format!("/desk/projects/{}", one.handle())><bdi lang=of.code() dir=of.dir()>{title}</bdi></a>
    }
    .into_any()
}

/// The own side takes a link back; while an open point names it, its page says so.
fn taking_back(open: &Opened, one: &Linked, form: &Form) -> Option<AnyView> {
    let (lang, facts, viewer) = (open.lang(), &open.facts, &open.member.viewer);
    let own = one.is_of(&facts.project.id) && one.link.party == viewer.party;
    if !own || link::may_declare(facts, viewer).is_err() {
        return None;
    }
    if link::is_named(facts, one.id()) {
        let points = open.href("/points");
        return Some(
            view! { <p class="muted">{t(lang, "refusal-link-named")}" "<a href=points>{t(lang, "tab-points")}</a></p> }
                .into_any(),
        );
    }
    let form = form.about("link", one.id().as_str());
    let about = [("project", facts.project.handle()), ("link", one.id().as_str())];
    Some(form.button(&about, t(lang, "link-take-back"), "button button--secondary"))
}

/// The form that declares one; whoever cannot finds why.
fn declaring(open: &Opened, form: &Form) -> AnyView {
    let lang = open.lang();
    if let Err(refusal) = link::may_declare(&open.facts, &open.member.viewer) {
        let why = if refusal == domain::refusal::Refusal::NotPermitted { "not-declarer" } else { refusal.code() };
        return reason(t(lang, &format!("refusal-{why}")));
    }
    let kinds =
        Kind::ALL.map(|kind| (kind.code(), word(lang, "link-from", kind.code()), Some(word(lang, "link-hint", kind.code()))));
    view! {
        <section class="sheet" id="declare">
            <div class="sheet__head"><h2>{t(lang, "link-new")}</h2></div>
            {form.summary()}
            <form method="post" action=form.action>
                {form.hidden(&[("project", open.facts.project.handle())])}
                {form.line("other", t(lang, "field-other"), Some(t(lang, "field-other-hint")), "", Some(Lang::En))}
                {form.choices("kind", t(lang, "field-link-kind"), kinds.to_vec(), "")}
                {form.area("reason", t(lang, "field-reason"), None, "", 3, None)}
                {form.language("note_language")}
                {form.actions(t(lang, "link-declare"), "button")}
            </form>
        </section>
    }
    .into_any()
}

/// What was taken back, with who did it and when.
fn ended(open: &Opened, links: &[Visible<Linked>]) -> Option<AnyView> {
    let lang = open.lang();
    let rows: Vec<_> = links
        .iter()
        .filter_map(|one| {
            let (at, by) = one.ended_at.zip(one.ended_by.as_ref())?;
            let said = tf(lang, "link-ended-on", [("date", date(lang, at).into())]);
            let office = open.member.people.office(by);
            Some(
                view! { <article class="sheet">{told(open, one)}<p>{tag::tag("void", said)}" "<bdi>{office}</bdi></p></article> },
            )
        })
        .collect();
    let shown = !rows.is_empty();
    shown.then(|| view! { <section><h2>{t(lang, "links-ended")}</h2><div class="stack">{rows}</div></section> }.into_any())
}

/// The link that a point names, chosen among those that stand; without one the way to where it is declared.
pub(crate) fn choice(open: &Opened, form: &Form, links: &[Visible<Linked>]) -> AnyView {
    let lang = open.lang();
    let mine = links.iter().filter(|one| one.ended_at.is_none() && one.is_of(&open.facts.project.id));
    let mut options: Vec<_> = mine.map(|one| (one.id().to_string(), option(lang, one))).collect();
    let hint = if options.is_empty() { "point-link-none" } else { "point-link-hint" };
    options.insert(0, (String::new(), t(lang, "point-link-no")));
    view! {
        {form.select("point_link", t(lang, "field-point-link"), Some(t(lang, hint)), options, "")}
        <p><a href=open.href("/links")>{t(lang, "point-link-place")}</a></p>
    }
    .into_any()
}

/// A link as one line of text.
fn option(lang: Lang, one: &Linked) -> String {
    let kind = word(lang, "link-from", one.link.kind.code());
    tf(lang, "link-option", [("code", one.handle().to_owned().into()), ("kind", kind.into())])
}

/// The link that was chosen for a point about a linked project, as an answer to be checked.
pub(crate) fn chosen(lang: Lang, form: &Form, links: &[Visible<Linked>]) -> Option<AnyView> {
    let about = form.value("point_class", "") == domain::point::Class::LinkedProject.code();
    let written =
        ["object", "returned"].iter().any(|code| ["verdict", "decision"].iter().any(|name| form.value(name, "") == *code));
    let one = links.iter().find(|one| one.id().as_str() == form.value("point_link", "")).filter(|_| about && written)?;
    let row = row(t(lang, "field-point-link"), option(lang, one));
    Some(view! { <dl class="summary-list">{row}</dl> }.into_any())
}

/// The link that a point names, where this reader may know of it.
pub(crate) fn of_point(open: &Opened, id: Option<&LinkId>, links: &[Visible<Linked>]) -> Option<AnyView> {
    let one = links.iter().find(|one| Some(one.id()) == id)?;
    let lang = open.lang();
    let row = row(t(lang, "field-point-link"), view! { <a href=open.href("/links")>{option(lang, one)}</a> });
    Some(view! { <dl class="summary-list">{row}</dl> }.into_any())
}

/// Declares a link for the own side.
#[server(prefix = "/do", endpoint = "declare-link")]
pub async fn declare_link() -> Result<(), ServerFnError> {
    post(|ask, mut form| async move {
        let other = latin_digits(&form.line("other", 40)).to_uppercase();
        let kind = form.choice("kind", |code| Kind::ALL.into_iter().find(|kind| kind.code() == code));
        let reason = form.note("reason");
        form.checked()?;
        let Some(kind) = kind else { return Err(crate::form::Outcome::Failed) };
        let (new, occasion, request) = (NewLink { kind, reason }, ask.occasion(), form.request()?);
        let place = format!("/desk/projects/{}/links", encode(form.raw("project")));
        let ends = (form.raw("project"), other.as_str());
        let rule = move |facts: &_, viewer: &_, other: Option<&_>| link::declare(facts, viewer, other, &new, occasion);
        let done = store::link::perform(&ask.portal.db, ends, &request, &place, rule).await;
        noted(&ask, &done).await;
        Ok(form.outcome(done, "said-link-declared"))
    })
    .await
}

/// Takes a link of the own side back.
#[server(prefix = "/do", endpoint = "take-back-link")]
pub async fn take_back_link() -> Result<(), ServerFnError> {
    post(|ask, form| async move {
        let id = LinkId::from(form.raw("link"));
        act(&ask, &form, "/links", "said-link-taken-back", move |facts, viewer, at| link::take_back(facts, viewer, &id, at)).await
    })
    .await
}
