//! `/desk/glossary`: what is called how in three languages, agreed by both sides; proposals with whose yes is missing.

pub mod remarks;

use domain::change::Change;
use domain::glossary::{self, Standing, Term, Words};
use domain::id::{GroupId, Occasion, TermId};
use domain::refusal::Refusal;
use domain::text::{Lang, TITLE_LIMIT};
use domain::viewer::Viewer;
use leptos::prelude::*;
use store::Visible;
use store::group::Group;

use super::consent::lines;
use crate::components::{empty, head, sheet};
use crate::form::{Form, Outcome, Posted, post};
use crate::frame::Page;
use crate::request::{Ask, Member, Stop};
use crate::routes::encode;
use crate::text::t;

/// `/desk/glossary?group=SLUG`
pub async fn page(ask: Ask) -> Result<Page, Stop> {
    let lang = ask.lang;
    let mut member = ask.member().await?;
    let groups = store::group::list(&mut member.tx, &member.viewer).await?;
    let chosen = groups.iter().find(|group| group.slug == ask.query("group")).or(groups.first());
    let mut status = 200;
    let body = match chosen {
        None => empty(t(lang, "groups-none"), None),
        Some(group) => {
            let known = store::glossary::list(&mut member.tx, &member.viewer, &group.id).await?;
            let propose = Form::load(&ask, &mut member.tx, "/do/propose-term").await?;
            let consent = Form::load(&ask, &mut member.tx, "/do/consent-term").await?;
            let end = Form::load(&ask, &mut member.tx, "/do/end-term").await?;
            status = propose.status().max(consent.status()).max(end.status());
            view! {
                {tabs(lang, &groups, group)}
                {agreed(lang, &known)}
                {proposals(&member, &known, group, (&consent, &end))}
                {proposing(&member, &propose, group)}
            }
            .into_any()
        }
    };
    let body = view! { {head::plain(&t(lang, "glossary-title"), Some(t(lang, "glossary-lede")))} {body} };
    let page = Page::new(t(lang, "glossary-title"), body).crumb(t(lang, "nav-desk"), "/desk");
    Ok(page.wide().of(&member).status(status))
}

fn address(slug: &str) -> String {
    format!("/desk/glossary?group={}", encode(slug))
}

fn tabs(lang: Lang, groups: &[Visible<Group>], chosen: &Group) -> Option<AnyView> {
    let one = |group: &Visible<Group>| {
        let current = (group.id == chosen.id).then_some("true");
        view! { <li><a href=address(&group.slug) aria-current=current>{group.name(lang).to_owned()}</a></li> }
    };
    (groups.len() > 1).then(|| {
        let items = groups.iter().map(one).collect_view();
        view! { <nav class="tabs" aria-label=t(lang, "glossary-groups")><ul>{items}</ul></nav> }.into_any()
    })
}

fn cells(lang: Lang, term: &Term) -> AnyView {
    let cell = |of: Lang| {
        let label = t(lang, &format!("language-{}", of.code()));
        view! { <td data-label=label lang=of.code() dir=of.dir()>{term.word(of).to_owned()}</td> }
    };
    Lang::ALL.into_iter().map(cell).collect_view().into_any()
}

fn agreed(lang: Lang, known: &[Visible<Standing>]) -> AnyView {
    let known: Vec<Standing> = known.iter().map(|one| (**one).clone()).collect();
    let terms = glossary::in_force(&known);
    if terms.is_empty() {
        return sheet(t(lang, "glossary-agreed"), empty(t(lang, "glossary-none"), None));
    }
    let heads = Lang::ALL.into_iter().map(|of| view! { <th scope="col">{t(lang, &format!("language-{}", of.code()))}</th> });
    let rows = terms.into_iter().map(|term| view! { <tr>{cells(lang, term)}</tr> });
    let table = view! {
        <div class="table-wrap" role="region" aria-label=t(lang, "glossary-agreed") tabindex="0">
            <table class="table">
                <caption class="visually-hidden">{t(lang, "glossary-agreed")}</caption>
                <thead><tr>{heads.collect_view()}</tr></thead>
                <tbody>{rows.collect_view()}</tbody>
            </table>
        </div>
    };
    sheet(t(lang, "glossary-agreed"), table)
}

/// What waits for a yes: the words, whose yes there is, and what this reader can do.
fn proposals(member: &Member, known: &[Visible<Standing>], group: &Group, forms: (&Form, &Form)) -> Option<AnyView> {
    let lang = forms.0.lang;
    let rows: Vec<_> = known.iter().filter(|one| !one.is_agreed()).map(|one| proposal(member, one, group, forms)).collect();
    (!rows.is_empty()).then(|| sheet(t(lang, "glossary-proposed"), view! { <ul class="stack">{rows}</ul> }))
}

fn proposal(member: &Member, one: &Standing, group: &Group, (consent, end): (&Form, &Form)) -> AnyView {
    let (lang, viewer, term) = (consent.lang, &member.viewer, &one.term);
    let words = Lang::ALL.into_iter().map(|of| view! { <bdi lang=of.code() dir=of.dir()>{term.word(of).to_owned()}</bdi> });
    let words = words.collect::<Vec<_>>().into_iter().enumerate().map(|(place, word)| {
        view! { {(place > 0).then_some(" · ")}{word} }
    });
    let chair = glossary::may_agree(viewer, &term.group_id).is_ok();
    let about = [("group", group.slug.as_str()), ("term", term.id.as_str())];
    let button =
        |form: &Form, key: &str, class: &'static str| form.about("term", term.id.as_str()).button(&about, t(lang, key), class);
    let agree = (chair && !one.given.contains(&viewer.party)).then(|| button(consent, "glossary-agree", "button button--small"));
    let own = term.person_id == viewer.person_id;
    let drop = (own || chair)
        .then(|| button(end, if own { "glossary-withdraw" } else { "glossary-decline" }, "button button--quiet button--small"));
    view! {
        <li class="panel panel--plain">
            <p><strong>{words.collect_view()}</strong></p>
            <p class="muted">{t(lang, "glossary-by")}" "<bdi>{member.people.named(&term.person_id)}</bdi></p>
            {lines(lang, |side| one.given.contains(&side.party()))}
            <div class="cluster">{agree}{drop}</div>
        </li>
    }
    .into_any()
}

fn proposing(member: &Member, form: &Form, group: &Group) -> AnyView {
    let lang = form.lang;
    if glossary::may_propose(&member.viewer, &group.id).is_err() {
        return view! { <p class="muted">{t(lang, "glossary-who")}</p> }.into_any();
    }
    let fields = Lang::ALL.map(|of| form.line(field(of), t(lang, &format!("language-{}", of.code())), None, "", Some(of)));
    sheet(
        t(lang, "glossary-propose"),
        view! {
            {form.summary()}
            <p>{t(lang, "glossary-propose-hint")}</p>
            <form method="post" action=form.action>
                {form.hidden(&[("group", &group.slug)])}
                {fields.into_iter().collect_view()}
                {form.actions(t(lang, "glossary-propose-deed"), "button")}
            </form>
        },
    )
}

const fn field(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "term_en",
        Lang::He => "term_he",
        Lang::Ar => "term_ar",
    }
}

/// The group that a form names, if its sender reads it, with its address.
async fn group(ask: &Ask, form: &Posted) -> Result<(GroupId, String), Outcome> {
    let found = async {
        let mut member = ask.member().await?;
        Ok(store::group::list(&mut member.tx, &member.viewer).await?)
    };
    let groups = found.await.map_err(|stop| form.stopped(stop))?;
    let found = groups.iter().find(|group| group.slug == form.raw("group")).ok_or(Outcome::NotFound)?;
    Ok((found.id.clone(), address(&found.slug)))
}

/// Proposes a term.
#[server(prefix = "/do", endpoint = "propose-term")]
pub async fn propose_term() -> Result<(), ServerFnError> {
    post(|ask, mut form| async move {
        let words: Words = Lang::ALL.into_iter().map(|of| (of, form.line(field(of), TITLE_LIMIT))).collect();
        form.checked()?;
        let (group, place) = group(&ask, &form).await?;
        let (request, occasion, of) = (form.request()?, ask.occasion(), group.clone());
        let rule = move |viewer: &_, known: &[Standing]| glossary::propose(viewer, &of, &words, known, occasion);
        let done = store::glossary::perform(&ask.portal.db, &group, &request, rule).await;
        Ok(form.outcome(done.map(|()| place), "said-term-proposed"))
    })
    .await
}

/// What somebody does with a proposal.
type Deed = fn(&Viewer, &Standing, Occasion) -> Result<Change, Refusal>;

async fn with_term(ask: &Ask, form: &Posted, deed: Deed, said: &'static str) -> Result<Outcome, Outcome> {
    let (group, place) = group(ask, form).await?;
    let (request, occasion, id) = (form.request()?, ask.occasion(), TermId::from(form.raw("term")));
    let rule = move |viewer: &_, known: &[Standing]| {
        let found = known.iter().find(|one| one.term.id == id).ok_or(Refusal::AlreadyEnded)?;
        deed(viewer, found, occasion)
    };
    let done = store::glossary::perform(&ask.portal.db, &group, &request, rule).await;
    Ok(form.outcome(done.map(|()| place), said))
}

/// Says yes to a term for the own side.
#[server(prefix = "/do", endpoint = "consent-term")]
pub async fn consent_term() -> Result<(), ServerFnError> {
    post(|ask, form| async move { with_term(&ask, &form, glossary::consent, "said-term-agreed").await }).await
}

/// Takes a proposal back, or declines it.
#[server(prefix = "/do", endpoint = "end-term")]
pub async fn end_term() -> Result<(), ServerFnError> {
    post(|ask, form| async move { with_term(&ask, &form, glossary::end, "said-term-ended").await }).await
}
