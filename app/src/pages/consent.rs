//! Consent on the pages: who has given it, who has not, and the own side's way back until it takes effect.

use domain::consent::{self, Subject};
use domain::party::Delegation;
use domain::text::Lang;
use leptos::prelude::*;

use super::act;
use super::project::Opened;
use crate::components::{icon, reason};
use crate::form::{Form, post};
use crate::text::t;

/// Where the form posts to.
pub const TAKE_BACK: &str = "/do/take-back-consent";

/// One side's consent in a list: given or awaited.
fn line(lang: Lang, side: Delegation, given: bool) -> AnyView {
    let name = t(lang, &format!("party-{}", side.party().code()));
    let (class, picture, key) = if given {
        ("missing__row missing__row--done", "check", "consent-given")
    } else {
        ("missing__row missing__row--open", "circle", "consent-awaited")
    };
    view! { <li class=class><span class="missing__name">{icon(picture)}" "{name}</span><span class="missing__what">{t(lang, key)}</span></li> }.into_any()
}

/// Both sides' lines.
pub fn lines(lang: Lang, given: impl Fn(Delegation) -> bool) -> AnyView {
    let lines = Delegation::BOTH.into_iter().map(|side| line(lang, side, given(side))).collect_view();
    view! { <ul class="missing">{lines}</ul> }.into_any()
}

/// Both sides' lines, once one of them has consented.
pub fn lines_once_given(open: &Opened, subject: Subject, id: &str, hash: &str) -> AnyView {
    let given = |side| open.facts.consented(subject, id, hash, side);
    if Delegation::BOTH.into_iter().any(given) { lines(open.lang(), given) } else { ().into_any() }
}

/// In place of the button, where the own side has consented: that it waits for the other one, and the way back.
pub fn own(open: &Opened, form: &Form, subject: Subject, says: &str) -> AnyView {
    let lang = open.lang();
    let side = open.member.viewer.party.delegation();
    let back = side.and_then(|side| consent::own_waiting(&open.facts, subject, side)).map(|given| take_back(open, form, given));
    view! { {reason(t(lang, says))} {back} }.into_any()
}

/// The form that takes one consent back.
pub fn take_back(open: &Opened, form: &Form, given: &consent::Consent) -> AnyView {
    let form = form.about("consent", given.id.as_str());
    view! {
        <form method="post" action=form.action>
            {form.summary()}
            {form.hidden(&[("project", open.facts.project.handle()), ("subject", given.subject.code()), ("consent", given.id.as_str())])}
            {form.actions(t(open.lang(), "take-back-consent-deed"), "button button--secondary")}
        </form>
    }
    .into_any()
}

/// The page on which a consent stands.
const fn page_of(subject: Subject) -> &'static str {
    match subject {
        Subject::Ballot => "/ballot",
        Subject::Condition => "/conditions",
        Subject::Implementing | Subject::Completed | Subject::Closed => "/implementation",
        Subject::Summary => "/summary",
        Subject::Tabling => "/edit",
        Subject::Amendment => "/amendments",
        Subject::Withdrawal | Subject::Reopening => "",
    }
}

/// Takes a consent of the own side back.
#[server(prefix = "/do", endpoint = "take-back-consent")]
pub async fn take_back_consent() -> Result<(), ServerFnError> {
    post(|ask, mut form| async move {
        let subject = form.choice("subject", |code| Subject::ALL.into_iter().find(|subject| subject.code() == code));
        let id = form.raw("consent").into();
        let rest = subject.map_or("", page_of);
        act(&ask, &form, rest, "said-consent-taken-back", move |facts, viewer, at| consent::take_back(facts, viewer, &id, at))
            .await
    })
    .await
}
