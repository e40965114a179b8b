//! Amendments: other words for a section, shown as word differences beside what stands, with both sides' consent and what came of them.

pub mod new;

use domain::amendment::{self, Amendment, Outcome};
use domain::consent::Subject;
use domain::edit;
use domain::id::AmendmentId;
use domain::permission;
use domain::policy::{self, Action};
use domain::text::{Lang, Note};
use leptos::prelude::*;
use store::Visible;
use store::amendment::Ended;

use super::act;
use super::consent::{TAKE_BACK, lines, own};
use super::project::Opened;
use super::versions::pair;
use crate::components::{empty, reason, tag};
use crate::form::{Form, post};
use crate::frame::Page;
use crate::markdown::prose;
use crate::request::{Ask, Stop};
use crate::text::{date, languages, t, tf, word};

/// The forms of one amendment.
struct Forms {
    accept: Form,
    decline: Form,
    withdraw: Form,
    back: Form,
}

/// `/desk/projects/CODE/amendments`
pub async fn page(ask: Ask, handle: String) -> Result<Page, Stop> {
    let mut open = Opened::find(ask, &handle).await?;
    let lang = open.lang();
    open.facts.newest.as_ref().ok_or(Stop::NotFound)?;
    let forms = Forms {
        accept: open.form("/do/accept-amendment").await?,
        decline: open.form("/do/decline-amendment").await?,
        withdraw: open.form("/do/withdraw-amendment").await?,
        back: open.form(TAKE_BACK).await?,
    };
    let status = [&forms.accept, &forms.decline, &forms.withdraw, &forms.back].map(Form::status).into_iter().max().unwrap_or(200);
    let ended = store::amendment::ended(&mut open.member.tx, &open.facts).await?;
    let list = if open.facts.amendments.is_empty() {
        empty(t(lang, "amendments-none"), None)
    } else {
        open.facts.amendments.iter().map(|one| card(&open, one, &forms)).collect_view().into_any()
    };
    let body = view! {
        <p>{t(lang, "amendments-lede")}</p>
        {begin(&open)}
        {list}
        {past(&open, &ended)}
    };
    Ok(open.page("/amendments", &t(lang, "tab-amendments"), body.into_any()).status(status))
}

/// The sections for which somebody can propose other words; whoever cannot finds why.
fn begin(open: &Opened) -> AnyView {
    let lang = open.lang();
    if let Err(refusal) = permission::permit(&open.facts, &open.member.viewer, domain::change::Command::ProposeAmendment) {
        return reason(t(lang, &format!("refusal-{}", refusal.code())));
    }
    let links = edit::keys(&open.facts).into_iter().map(|section| {
        view! { <li><a href=open.href(&format!("/amendments/new/{section}"))>{word(lang, "section", section)}</a></li> }
    });
    view! {
        <details class="disclosure">
            <summary>{t(lang, "amendment-new")}</summary>
            <div class="disclosure__body"><p>{t(lang, "amendment-new-hint")}</p><ul class="cluster">{links.collect_view()}</ul></div>
        </details>
    }
    .into_any()
}

fn heading(open: &Opened, one: &Amendment) -> AnyView {
    let lang = open.lang();
    view! {
        <p class="point__meta">{t(lang, &format!("party-{}", one.party.code()))}" · "<bdi>{open.member.people.named(&one.person_id)}</bdi></p>
        <h2>{word(lang, "section", &one.section)}</h2>
    }
    .into_any()
}

fn why(one: &Amendment) -> AnyView {
    prose(one.lang, &one.reason)
}

/// What stands now, beside what would stand.
fn words(open: &Opened, one: &Amendment) -> AnyView {
    let pairs = one.languages().map(|of| {
        let now = open.facts.texts.get(&(one.section.clone(), of)).map_or("", |edit| &edit.text);
        pair(open.lang(), of, now, one.text(of).map_or("", |(text, _)| text))
    });
    view! { <div class="diff">{pairs.collect_view()}</div> }.into_any()
}

fn card(open: &Opened, one: &Amendment, forms: &Forms) -> AnyView {
    let lang = open.lang();
    let collides = amendment::collisions(&open.facts, one);
    let given = |side| open.facts.consented(Subject::Amendment, one.id.as_str(), &one.hash, side);
    let collision = (!collides.is_empty()).then(|| {
        let names = languages(lang, &collides);
        view! {
            <div class="panel panel--care">
                <p>{tf(lang, "amendment-collides", [("languages", names.into())])}</p>
                <p><a href=open.href(&format!("/amendments/new/{}?from={}", one.section, one.id))>{t(lang, "amendment-anew")}</a></p>
            </div>
        }
    });
    view! {
        <article class="sheet" id=format!("amendment-{}", one.id)>
            {heading(open, one)}
            {why(one)}
            {words(open, one)}
            {collision}
            {lines(lang, given)}
            {deeds(open, one, forms, collides.is_empty())}
        </article>
    }
    .into_any()
}

fn deeds(open: &Opened, one: &Amendment, forms: &Forms, fits: bool) -> AnyView {
    let (lang, viewer) = (open.lang(), &open.member.viewer);
    let chair = policy::decide(viewer, Action::AgreeJointly, &open.facts.project.group_id).is_ok();
    let given =
        viewer.party.delegation().is_some_and(|side| open.facts.consented(Subject::Amendment, one.id.as_str(), &one.hash, side));
    let about = [("project", open.facts.project.handle()), ("amendment", one.id.as_str())];
    let accept = (chair && fits && !given).then(|| {
        let form = forms.accept.about("amendment", one.id.as_str());
        view! {
            {form.summary()}
            <form method="post" action=form.action>{form.hidden(&about)}{form.actions(t(lang, "amendment-accept"), "button")}</form>
        }
    });
    let back = (chair && given).then(|| own(open, &forms.back, Subject::Amendment, "consent-own-given"));
    let decline = chair.then(|| declining(lang, &forms.decline.about("amendment", one.id.as_str()), &about));
    let withdraw = (one.person_id == viewer.person_id).then(|| {
        let form = forms.withdraw.about("amendment", one.id.as_str());
        view! {
            {form.summary()}
            <form method="post" action=form.action>
                {form.hidden(&about)}{form.actions(t(lang, "amendment-withdraw"), "button button--quiet")}
            </form>
        }
    });
    let none = (!chair).then(|| view! { <p class="muted">{t(lang, "amendment-who")}</p> });
    view! { {accept}{back}{decline}{withdraw}{none} }.into_any()
}

fn declining(lang: Lang, form: &Form, about: &[(&'static str, &str)]) -> AnyView {
    view! {
        <details class="disclosure" open=form.is_sent_back()>
            <summary>{t(lang, "amendment-decline-title")}</summary>
            <div class="disclosure__body">
                {form.summary()}
                <form method="post" action=form.action>
                    {form.hidden(about)}
                    {form.area("note", t(lang, "amendment-decline-field"), None, "", 3, None)}
                    {form.language("note_language")}
                    {form.actions(t(lang, "amendment-decline"), "button button--secondary")}
                </form>
            </div>
        </details>
    }
    .into_any()
}

/// What came of earlier ones, with the words that were proposed.
fn past(open: &Opened, ended: &[Visible<Ended>]) -> Option<AnyView> {
    let lang = open.lang();
    let rows = ended.iter().map(|one| {
        let kind = if one.end.outcome == Outcome::Accepted { "good" } else { "plain" };
        let said = one.end.reason.clone().map(|said| prose(one.end.lang.unwrap_or(lang), &said));
        let texts = one.amendment.languages().map(|of| prose(of, one.amendment.text(of).map_or("", |(text, _)| text)));
        view! {
            <article class="sheet">
                {heading(open, &one.amendment)}
                <p>{tag::tag(kind, word(lang, "amendment", one.end.outcome.code()))}" "{date(lang, one.at)}" · "<bdi>{open.member.people.named(&one.end.person_id)}</bdi></p>
                {said}
                <details class="disclosure">
                    <summary>{t(lang, "amendment-words")}</summary>
                    <div class="disclosure__body">{why(&one.amendment)}{texts.collect_view()}</div>
                </details>
            </article>
        }
    });
    (!ended.is_empty())
        .then(|| view! { <section><h2>{t(lang, "amendments-ended")}</h2>{rows.collect_view()}</section> }.into_any())
}

/// Says yes for the own side.
#[server(prefix = "/do", endpoint = "accept-amendment")]
pub async fn accept_amendment() -> Result<(), ServerFnError> {
    post(|ask, form| async move {
        let id = AmendmentId::from(form.raw("amendment"));
        act(&ask, &form, "/amendments", "said-amendment-accepted", move |facts, viewer, at| {
            amendment::accept(facts, viewer, &id, at)
        })
        .await
    })
    .await
}

/// Says no, with a reason.
#[server(prefix = "/do", endpoint = "decline-amendment")]
pub async fn decline_amendment() -> Result<(), ServerFnError> {
    post(|ask, mut form| async move {
        let id = AmendmentId::from(form.raw("amendment"));
        let note: Note = form.note("note");
        act(&ask, &form, "/amendments", "said-amendment-ended", move |facts, viewer, at| {
            amendment::decline(facts, viewer, &id, &note, at)
        })
        .await
    })
    .await
}

/// Takes the own proposal back.
#[server(prefix = "/do", endpoint = "withdraw-amendment")]
pub async fn withdraw_amendment() -> Result<(), ServerFnError> {
    post(|ask, form| async move {
        let id = AmendmentId::from(form.raw("amendment"));
        act(&ask, &form, "/amendments", "said-amendment-ended", move |facts, viewer, at| {
            amendment::withdraw(facts, viewer, &id, at)
        })
        .await
    })
    .await
}
