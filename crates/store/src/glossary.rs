//! The glossary of a working group, for whoever reads what its sides share.

use domain::change::Change;
use domain::glossary::{Standing, Term};
use domain::id::{GroupId, TermId};
use domain::party::Party;
use domain::refusal::Refusal;
use domain::viewer::Viewer;

use crate::perform::{Failure, Request, deed};
use crate::{Db, Error, Tx, Visible, form_key, ledger};

/// The terms that nobody has ended, the oldest first; `$1` is the group, `$2` a person who holds a role there.
const LIST: &str = "select t.id, t.group_id, t.term_en, t.term_he, t.term_ar, t.hash, t.party, t.person_id from terms t where t.group_id = $1 \
     and not exists (select 1 from term_ends e where e.term_id = t.id) \
     and exists (select 1 from held_roles r where r.person_id = $2 and r.role <> 'administrator' \
       and (r.group_id is null or r.group_id = t.group_id)) order by t.recorded_at, t.id";
const CONSENTS: &str = "select c.term_id, c.party from term_consents c join terms t on t.id = c.term_id where t.group_id = $1 \
     order by c.term_id, c.party";

/// The terms of a group that were not ended, as far as this viewer may know of them.
///
/// # Errors
/// The database fails.
pub async fn list(tx: &mut Tx, viewer: &Viewer, group: &GroupId) -> Result<Vec<Visible<Standing>>, Error> {
    Ok(standing(tx, viewer, group).await?.into_iter().map(Visible::new).collect())
}

async fn standing(tx: &mut Tx, viewer: &Viewer, group: &GroupId) -> Result<Vec<Standing>, Error> {
    let terms: Vec<Term> = tx.list(LIST, &[group.as_str().into(), viewer.person_id.as_str().into()]).await?;
    let given: Vec<(TermId, Party)> = if terms.is_empty() { vec![] } else { tx.list(CONSENTS, &[group.as_str().into()]).await? };
    let of = |term: Term| {
        let sides = given.iter().filter(|(id, _)| *id == term.id).map(|(_, party)| *party).collect();
        Standing { term, given: sides }
    };
    Ok(terms.into_iter().map(of).collect())
}

/// Changes the glossary of a group by a rule.
///
/// # Errors
/// [`Failure`]; then nothing was recorded.
pub async fn perform<R>(db: &Db, group: &GroupId, request: &Request, rule: R) -> Result<(), Failure>
where
    R: Fn(&Viewer, &[Standing]) -> Result<Change, Refusal> + Send + Sync + 'static,
{
    deed(db, request, (group.clone(), rule), move |tx, viewer, request, (group, rule)| {
        Box::pin(async move {
            let known = standing(tx, viewer, group).await?;
            ledger::append(tx, &rule(viewer, &known)?, &request.id).await?;
            form_key::claim(tx, request, "glossary").await?;
            Ok(())
        })
    })
    .await
}
