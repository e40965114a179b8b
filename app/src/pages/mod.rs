//! Pages, each with the forms it shows and the server functions they post to.

pub mod account;
pub mod activity;
pub mod amendments;
pub mod ballot;
pub mod check;
pub mod conditions;
pub mod confirm;
pub mod consent;
#[cfg(debug_assertions)]
pub mod design;
pub mod desk;
pub mod discussion;
pub mod draft;
pub mod edit;
pub mod error;
pub mod events;
pub mod extension;
pub mod files;
pub mod glossary;
pub mod groups;
pub mod history;
pub mod implementation;
pub mod inbox;
pub mod invitation;
pub mod links;
pub mod matters;
pub mod meetings;
pub mod notes;
pub mod paragraphs;
pub mod passkeys;
pub mod people;
pub mod permissions;
pub mod points;
pub mod project;
pub mod projects;
pub mod public;
pub mod reset;
pub mod search;
pub mod second;
pub mod security;
pub mod sessions;
pub mod set_up;
pub mod sign_in;
pub mod sign_off;
pub mod start;
pub(crate) mod subject;
pub mod summary;
pub mod tabling;
pub mod terms;
pub mod texts;
pub mod versions;
pub mod word;

use std::pin::Pin;

use domain::change::{Change, Command, Record};
use domain::facts::Facts;
use domain::id::{Occasion, PersonId};
use domain::refusal::Refusal;
use domain::viewer::Viewer;
use store::{Failure, Readers, Tx};

use crate::access::doors;
use crate::form::{Outcome, Posted};
use crate::request::Ask;

/// Does a deed on the project that the form names, and goes on to a page of it.
pub(crate) async fn act<R>(ask: &Ask, form: &Posted, rest: &str, said: &'static str, rule: R) -> Result<Outcome, Outcome>
where
    R: Fn(&Facts, &Viewer, Occasion) -> Result<Change, Refusal> + Send + Sync + 'static,
{
    form.checked()?;
    let request = form.request()?;
    let (rest, occasion) = (rest.to_owned(), ask.occasion());
    let answer = move |facts: &Facts, change: &Change| format!("/desk/projects/{}{rest}", handle_after(facts, change));
    let rule = move |facts: &Facts, viewer: &Viewer| rule(facts, viewer, occasion);
    let result = store::perform(&ask.portal.db, form.raw("project"), &request, answer, rule).await;
    noted(ask, &result).await;
    Ok(form.outcome(result, said))
}

/// Whoever tries what no role of theirs allows is a matter of security.
pub(crate) async fn noted(ask: &Ask, done: &Result<String, Failure>) {
    if let Err(Failure::Refused(Refusal::NotPermitted | Refusal::NotYourSide | Refusal::NoMandate)) = done {
        doors::turned_away(ask, Command::RefuseDeed, ask.session.person.as_ref()).await;
    }
}

/// Keeps something that is its sender's own, part of no ledger, and goes on to a page.
pub(crate) async fn own<W>(ask: &Ask, form: &Posted, place: &str, said: &'static str, write: W) -> Result<Outcome, Outcome>
where
    W: for<'t> Fn(&'t mut Tx, PersonId) -> Pin<Box<dyn Future<Output = Result<(), store::Error>> + Send + 't>> + Send + Sync,
{
    let person = ask.session.person.clone().ok_or(Outcome::SignIn)?;
    let kept = ask.portal.db.write(Readers::public(), |tx| write(tx, person.clone())).await;
    Ok(form.outcome(kept.map(|()| place.to_owned()).map_err(Failure::Failed), said))
}

/// How the project is named after the change: tabling gives it its code.
#[must_use]
pub fn handle_after(facts: &Facts, change: &Change) -> String {
    let given = change.records.iter().find_map(|record| match record {
        Record::Step(step) => step.code.clone(),
        _ => None,
    });
    given.unwrap_or_else(|| facts.project.handle().to_owned())
}
