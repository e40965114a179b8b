//! What a head or an officer changes of a person of the own side. Each deed asks again who is there.

use domain::change::{Change, Command};
use domain::enrolment::{self, Person, may_grant, may_link};
use domain::id::{Occasion, PersonId};
use domain::party::Party;
use domain::refusal::Refusal;
use domain::security;
use domain::time::Timestamp;
use domain::viewer::Viewer;
use leptos::prelude::*;
use store::staff::Along;
use store::{Failure, Readers, outbox};

use super::invite::{deeds_failed, grant_of, handing_over, keep_letter};
use super::{LIST, manager, nominations};
use crate::access::link::{RESET, new_key};
use crate::form::{Outcome, Posted, post};
use crate::pages::confirm;
use crate::request::Ask;

/// The event that administrators read of a change.
pub(super) fn event(ask: &Ask, viewer: &Viewer, command: Command, about: &PersonId) -> Change {
    let network = ask.client.map(|address| address.to_string());
    let actor = Some((&viewer.person_id, viewer.party));
    security::event(command, actor, Some(about), network, 1, ask.occasion().branch("event"))
}

/// Asks who is there and runs the rule on the person that the form names.
async fn run<R>(
    ask: &Ask,
    form: &mut Posted,
    command: Command,
    ends_sessions: bool,
    rule: R,
) -> Result<Result<(), Failure>, Outcome>
where
    R: Fn(&Person, &Viewer, Occasion) -> Result<Vec<Change>, Refusal> + Send + Sync + 'static,
{
    let viewer = manager(ask).await.map_err(|_| Outcome::NotFound)?.viewer;
    form.checked()?;
    confirm::asked(ask, form).await?;
    let (id, occasion) = (PersonId::from(form.raw("person")), ask.occasion());
    let (event, request) = (event(ask, &viewer, command, &id), form.request()?);
    let rule = move |person: &Person, viewer: &Viewer| rule(person, viewer, occasion);
    let along = Along { answer: &place(form), ends_sessions, nomination: None };
    Ok(store::staff::change(&ask.portal.db, &id, &request, along, event, rule).await)
}

/// The page of the person that the form names.
fn place(form: &Posted) -> String {
    format!("{LIST}/{}", form.raw("person"))
}

/// The same, and on to the page of the person.
async fn change<R>(
    ask: &Ask,
    form: &mut Posted,
    command: Command,
    ends_sessions: bool,
    said: &'static str,
    rule: R,
) -> Result<Outcome, Outcome>
where
    R: Fn(&Person, &Viewer, Occasion) -> Result<Vec<Change>, Refusal> + Send + Sync + 'static,
{
    let done = run(ask, form, command, ends_sessions, rule).await?;
    Ok(form.outcome(done.map(|()| place(form)), said))
}

/// Suspends a person; their sessions end now.
#[server(prefix = "/do", endpoint = "suspend")]
pub async fn suspend() -> Result<(), ServerFnError> {
    post(|ask, mut form| async move {
        change(&ask, &mut form, Command::SuspendPerson, true, "said-suspended", |person, viewer, at| {
            Ok(vec![enrolment::suspend(viewer, person, at)?])
        })
        .await
    })
    .await
}

/// Lets a suspended person in again.
#[server(prefix = "/do", endpoint = "reinstate")]
pub async fn reinstate() -> Result<(), ServerFnError> {
    post(|ask, mut form| async move {
        change(&ask, &mut form, Command::ReinstatePerson, false, "said-reinstated", |person, viewer, at| {
            Ok(vec![enrolment::reinstate(viewer, person, at)?])
        })
        .await
    })
    .await
}

/// Ends a role with its mandates; the person signs in again with what is left.
#[server(prefix = "/do", endpoint = "end-role")]
pub async fn end_role() -> Result<(), ServerFnError> {
    post(|ask, mut form| async move {
        let role = form.raw("role").to_owned();
        change(&ask, &mut form, Command::EndRole, true, "said-role-ended", move |person, viewer, at| {
            enrolment::end_role(viewer, person, &role, at)
        })
        .await
    })
    .await
}

/// Gives a person one more role, or a new mandate in the one they hold; for the supervisor a second officer says yes on the list.
#[server(prefix = "/do", endpoint = "grant-role")]
pub async fn grant_role() -> Result<(), ServerFnError> {
    post(|ask, mut form| async move {
        let viewer = manager(&ask).await.map_err(|_| Outcome::NotFound)?.viewer;
        let (mut grant, now) = (grant_of(&ask, viewer.party, &mut form).await?, ask.now);
        keep_letter(&ask, &mut form, &mut grant).await?;
        if may_grant(&viewer, &grant, now) == Ok(enrolment::Yes::Two) {
            return nominations::role(&ask, &mut form, &viewer, grant).await;
        }
        change(&ask, &mut form, Command::GrantRole, true, "said-role-granted", move |person, viewer, at| {
            match may_grant(viewer, &grant, now)? {
                enrolment::Yes::One => Ok(vec![enrolment::grant(viewer, person, &grant, at)?]),
                enrolment::Yes::Two => Err(Refusal::NotPermitted),
            }
        })
        .await
    })
    .await
}

/// Makes a link with which a person of the own side sets a new password; it goes by mail, or is shown once, and the sessions end.
#[server(prefix = "/do", endpoint = "new-link")]
pub async fn new_link() -> Result<(), ServerFnError> {
    post(|ask, mut form| async move {
        let (key, id) = (new_key(&ask), PersonId::from(form.raw("person")));
        let made = run(&ask, &mut form, Command::MakeLink, true, |person, viewer, _| may_link(viewer, person).map(|()| vec![]));
        if let Err(failure) = made.await? {
            // The same form again makes no second link.
            return Ok(form.outcome(Err(failure), "said-link"));
        }
        let (hash, until, who) = (domain::text::hash(&key), Timestamp(ask.now.0 + RESET), id.clone());
        let (posted, occasion) = (ask.portal.posts, ask.occasion());
        let kept = ask.portal.db.write(Readers::public(), move |tx| {
            let (hash, who) = (hash.clone(), who.clone());
            Box::pin(async move {
                if posted {
                    outbox::add(tx, outbox::Kind::Reset, &who, None, occasion).await?;
                } else {
                    store::invitation::insert(tx, &who, &hash, until).await?;
                }
                Ok(store::person::party(tx, &who).await?.unwrap_or(Party::None))
            })
        });
        let party = kept.await.map_err(|error: store::Error| deeds_failed(&ask, &error))?;
        if posted {
            return Ok(Outcome::Done(place(&form), "said-link-sent"));
        }
        Ok(handing_over(&ask, &id, party.language(), &key, "said-link"))
    })
    .await
}
