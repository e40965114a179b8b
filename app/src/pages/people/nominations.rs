//! What waits for a second officer: somebody new, a role, a mandate. One officer proposes, another says yes, and only then anything is.

use domain::change::Command;
use domain::enrolment::{self, Grant, Person, Proposed, may_second};
use domain::id::PersonId;
use domain::refusal::Refusal;
use domain::viewer::Viewer;
use leptos::prelude::*;
use store::staff::{Along, Nomination};
use store::{Failure, Readers};

use super::deeds::event;
use super::invite::{deeds_failed, enrol};
use super::{LIST, manager};
use crate::form::{Form, Outcome, Posted, post};
use crate::pages::confirm;
use crate::request::{Ask, Member};
use crate::text::{date, t, tf, word};

/// Keeps what waits for a second yes.
///
/// # Errors
/// The outcome where it cannot be kept.
pub(super) async fn propose(ask: &Ask, form: &Posted, viewer: &Viewer, proposed: &Proposed) -> Result<Outcome, Outcome> {
    let (party, request, now) = (viewer.party, form.request()?, ask.now);
    let content = serde_json::to_string(proposed).map_err(|_| Outcome::Failed)?;
    let id = ask.occasion().branch("nomination").ids().fresh::<PersonId>().to_string();
    let kept = ask.portal.db.write(Readers::public(), move |tx| {
        let (id, request, content) = (id.clone(), request.clone(), content.clone());
        Box::pin(async move {
            store::form_key::repeated(tx, &request).await?;
            store::staff::nominate(tx, &id, party, &request.person_id, &content, now).await?;
            store::form_key::claim(tx, &request, LIST).await?;
            Ok(LIST.to_owned())
        })
    });
    Ok(form.outcome(kept.await, "said-nominated"))
}

/// Proposes a role for somebody who is here; what the rule refuses now is not proposed.
///
/// # Errors
/// The outcome that brings the form back.
pub(super) async fn role(ask: &Ask, form: &mut Posted, viewer: &Viewer, grant: Grant) -> Result<Outcome, Outcome> {
    confirm::asked(ask, form).await?;
    let person = PersonId::from(form.raw("person"));
    let mut tx = ask.portal.db.read(&Readers::public()).await.map_err(|error| deeds_failed(ask, &error))?;
    let found = store::staff::find(&mut tx, &person).await.map_err(|error| deeds_failed(ask, &error))?;
    drop(tx);
    let found = found.filter(|found| found.party == viewer.party).ok_or(Outcome::NotFound)?;
    match enrolment::grant(viewer, &found, &grant, ask.occasion()) {
        Ok(_) => propose(ask, form, viewer, &Proposed::Role { person, grant }).await,
        Err(refusal) => Ok(form.outcome(Err(Failure::Refused(refusal)), "said-nominated")),
    }
}

/// What waits for a second yes, with the two answers.
pub(super) fn waiting(member: &Member, yes: &Form, no: &Form, one: &Nomination, proposed: &Proposed) -> AnyView {
    let lang = yes.lang;
    let own = one.proposed_by == member.viewer.person_id;
    let proposer = member.people.named(&one.proposed_by);
    let until = date(lang, proposed.grant().until);
    let role = word(lang, "role", proposed.grant().role.code());
    let whom = match proposed {
        Proposed::Newcomer(newcomer) => {
            view! { <bdi>{newcomer.name.clone()}</bdi>" · "<bdi dir="ltr">{newcomer.email.clone()}</bdi> }.into_any()
        }
        Proposed::Role { person, .. } => view! { <bdi>{member.people.named(person)}</bdi> }.into_any(),
    };
    let answer = (!own).then(|| confirm::folded(yes, t(lang, "people-second"), &[("nomination", &one.id)], None, "button"));
    view! {
        <li>
            <p>{whom}" · "{role}</p>
            <p class="muted">{tf(lang, "people-proposed", [("who", proposer.into()), ("date", date(lang, one.created_at).into()), ("until", until.into())])}</p>
            {answer}
            <form method="post" action=no.action>
                {no.hidden(&[("nomination", &one.id)])}
                <button class="button button--quiet button--small" type="submit">{t(lang, "people-drop")}</button>
            </form>
        </li>
    }
    .into_any()
}

/// The second yes: the person is enrolled, or gets the role.
#[server(prefix = "/do", endpoint = "second-nomination")]
pub async fn second_nomination() -> Result<(), ServerFnError> {
    post(|ask, mut form| async move {
        let mut member = manager(&ask).await.map_err(|_| Outcome::NotFound)?;
        let found = store::staff::nomination(&mut member.tx, member.viewer.party, form.raw("nomination")).await;
        let one = found.map_err(|error| deeds_failed(&ask, &error))?.ok_or(Outcome::NotFound)?;
        let viewer = member.viewer;
        drop(member.tx);
        confirm::asked(&ask, &mut form).await?;
        if let Err(refusal) = may_second(&viewer, &one.proposed_by) {
            return Ok(form.outcome(Err(Failure::Refused(refusal)), "said-invited"));
        }
        match serde_json::from_str(&one.content).map_err(|_| Outcome::Failed)? {
            Proposed::Newcomer(newcomer) => enrol(&ask, &form, &viewer, newcomer, Some(one.id)).await,
            Proposed::Role { person, grant } => give(&ask, &form, &viewer, (person, grant), one.id).await,
        }
    })
    .await
}

/// Gives the role that was proposed; the proposal is gone with it.
async fn give(
    ask: &Ask,
    form: &Posted,
    viewer: &Viewer,
    (id, grant): (PersonId, Grant),
    nomination: String,
) -> Result<Outcome, Outcome> {
    let (request, occasion, place) = (form.request()?, ask.occasion(), format!("{LIST}/{id}"));
    let event = event(ask, viewer, Command::GrantRole, &id);
    let rule = move |person: &Person, viewer: &Viewer| -> Result<_, Refusal> {
        Ok(vec![enrolment::grant(viewer, person, &grant, occasion)?])
    };
    let along = Along { answer: &place, ends_sessions: true, nomination: Some(nomination) };
    let done = store::staff::change(&ask.portal.db, &id, &request, along, event, rule).await;
    Ok(form.outcome(done.map(|()| place), "said-role-granted"))
}

/// Takes a nomination back, or says no to it.
#[server(prefix = "/do", endpoint = "drop-nomination")]
pub async fn drop_nomination() -> Result<(), ServerFnError> {
    post(|ask, form| async move {
        let party = manager(&ask).await.map_err(|_| Outcome::NotFound)?.viewer.party;
        let id = form.raw("nomination").to_owned();
        let dropped = ask.portal.db.write(Readers::public(), move |tx| {
            let id = id.clone();
            Box::pin(async move { store::staff::drop_nomination(tx, party, &id).await })
        });
        let dropped = dropped.await.map_err(|error: store::Error| deeds_failed(&ask, &error))?;
        if dropped { Ok(Outcome::Done(LIST.to_owned(), "said-nomination-dropped")) } else { Err(Outcome::NotFound) }
    })
    .await
}
