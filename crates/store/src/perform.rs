//! The one shape of a deed: who asks now, what is true now, the rule, its change, the form's key; all in one transaction.

use std::sync::Arc;

use domain::change::Change;
use domain::facts::Facts;
use domain::id::{Occasion, PersonId};
use domain::proposal;
use domain::refusal::Refusal;
use domain::viewer::Viewer;
use futures::future::BoxFuture;

use crate::db::{Readers, Retry};
use crate::{Db, Error, Tx, facts, form_key, ledger, person, project};

/// Why a deed was not done.
#[derive(Debug)]
pub enum Failure {
    /// The rules say no.
    Refused(Refusal),
    /// There is no such thing, or not for this viewer.
    NotFound,
    /// The same form was sent before with other contents.
    KeyReused,
    /// The same form was sent before; this was its answer.
    Repeated(String),
    /// Something failed.
    Failed(Error),
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self::Failed(error)
    }
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        Self::Refused(refusal)
    }
}

/// What a deed came to, where the same form sent once more counts as done: then it is the first answer.
///
/// # Errors
/// Every other [`Failure`].
pub fn once(done: Result<String, Failure>) -> Result<String, Failure> {
    match done {
        Err(Failure::Repeated(answer)) => Ok(answer),
        other => other,
    }
}

impl Retry for Failure {
    fn can_be_repeated(&self) -> bool {
        matches!(self, Self::Failed(error) if error.can_be_repeated())
    }
}

/// The request that brings a deed.
#[derive(Clone, Debug)]
pub struct Request {
    /// Who sends it.
    pub person_id: PersonId,
    /// The request's id, for the ledger and the log.
    pub id: String,
    /// Time and seed.
    pub occasion: Occasion,
    /// The form's key and the digest of what was sent; none for the command line.
    pub form: Option<FormKey>,
}

/// The idempotency key of a form.
#[derive(Clone, Debug)]
pub struct FormKey {
    /// Random, one for each form that was shown.
    pub key: String,
    /// SHA-256 of what was sent.
    pub digest: String,
}

/// One deed of somebody who is signed in, in one transaction: who they are now, that this form was not sent before, then the work.
/// `given` is what the work needs; it may be done twice.
///
/// # Errors
/// [`Failure`]; then nothing was recorded.
pub(crate) async fn deed<G, T, W>(db: &Db, request: &Request, given: G, work: W) -> Result<T, Failure>
where
    G: Send + Sync + 'static,
    T: Send + 'static,
    W: for<'a> Fn(&'a mut Tx, &'a Viewer, &'a Request, &'a G) -> BoxFuture<'a, Result<T, Failure>> + Send + Sync + 'static,
{
    let readers = readers(db, &request.person_id).await?;
    let given = Arc::new((request.clone(), given, work));
    db.write(readers, move |tx| {
        let given = Arc::clone(&given);
        Box::pin(async move {
            let (request, given, work) = &*given;
            let viewer = person::viewer(tx, &request.person_id).await?.ok_or(Failure::NotFound)?;
            form_key::repeated(tx, request).await?;
            work(tx, &viewer, request, given).await
        })
    })
    .await
}

/// Runs a rule on the project that this person knows by `handle` and records what it says.
///
/// `answer` names the page to go to; it is kept with the form's key, so that sending the form again leads there again.
///
/// # Errors
/// [`Failure`]; then nothing was recorded.
pub async fn perform<R, A>(db: &Db, handle: &str, request: &Request, answer: A, rule: R) -> Result<String, Failure>
where
    R: Fn(&Facts, &Viewer) -> Result<Change, Refusal> + Send + Sync + 'static,
    A: Fn(&Facts, &Change) -> String + Send + Sync + 'static,
{
    deed(db, request, (handle.to_owned(), answer, rule), move |tx, viewer, request, (handle, answer, rule)| {
        Box::pin(async move {
            let project = project::find(tx, viewer, handle).await?.ok_or(Failure::NotFound)?;
            let facts = facts::load(tx, project.into_inner(), request.occasion.at).await?;
            let change = rule(&facts, viewer)?;
            record(tx, &facts, viewer, &change, request).await?;
            let answer = answer(&facts, &change);
            form_key::claim(tx, request, &answer).await?;
            Ok(answer)
        })
    })
    .await
}

/// As [`perform`], for the deed that makes a project: there are no facts yet.
///
/// # Errors
/// [`Failure`]; then nothing was recorded.
pub async fn start<R>(db: &Db, request: &Request, rule: R) -> Result<String, Failure>
where
    R: Fn(&Viewer) -> Result<Change, Refusal> + Send + Sync + 'static,
{
    deed(db, request, rule, move |tx, viewer, request, rule| {
        Box::pin(async move {
            let change = rule(viewer)?;
            ledger::append(tx, &change, &request.id).await?;
            form_key::claim(tx, request, &change.subject_id).await?;
            Ok(change.subject_id)
        })
    })
    .await
}

/// The facts of one project for a page, if this viewer may see it.
///
/// # Errors
/// The database fails.
pub async fn facts(
    tx: &mut Tx,
    viewer: &Viewer,
    handle: &str,
    occasion: Occasion,
) -> Result<Option<crate::Visible<Facts>>, Error> {
    let Some(project) = project::find(tx, viewer, handle).await? else { return Ok(None) };
    Ok(Some(crate::Visible::new(facts::load(tx, project.into_inner(), occasion.at).await?)))
}

pub(crate) async fn readers(db: &Db, person_id: &PersonId) -> Result<Readers, Failure> {
    let mut tx = db.read(&Readers::public()).await?;
    let viewer = person::viewer(&mut tx, person_id).await?.ok_or(Failure::NotFound)?;
    Ok(Readers::of(&viewer))
}

/// Records the change, what follows from it as a change of its own, and a notice to those whose turn it now is.
pub(crate) async fn record(
    tx: &mut Tx,
    facts: &Facts,
    viewer: &Viewer,
    change: &Change,
    request: &Request,
) -> Result<(), Failure> {
    let entry = ledger::append(tx, change, &request.id).await?;
    let mut after = facts.clone();
    for row in &change.records {
        after.apply(row, change.occasion);
    }
    if let Some(next) = proposal::follow_up(&after, viewer, change.occasion.branch("follow")) {
        ledger::append(tx, &next, &request.id).await?;
    }
    if after.project.stage != facts.project.stage {
        crate::desk::notify(tx, &after, &entry).await?;
    }
    Ok(())
}
