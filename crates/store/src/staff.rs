//! The people of a side, for whoever manages them: who is here with what, who waits for a second yes, and the changes to it.

use std::sync::Arc;

use domain::change::Change;
use domain::enrolment::Person;
use domain::id::PersonId;
use domain::party::Party;
use domain::person::{Mandate, RoleGrant, Suspension};
use domain::refusal::Refusal;
use domain::time::Timestamp;
use domain::viewer::Viewer;
use serde::Deserialize;

use crate::perform::{Failure, Request};
use crate::{Db, Error, Readers, Tx, form_key, ledger, person, security, session};

const PEOPLE: &str = "select p.id, p.name, p.office_en, p.office_he, p.office_ar, a.email, a.password_hash <> 'none' as joined, \
     exists (select 1 from suspensions s where s.person_id = p.id and not exists (select 1 from suspension_ends n \
       where n.suspension_id = s.id)) as suspended \
     from people p join accounts a on a.person_id = p.id where p.party = $1 order by p.name, p.id";
const PARTY: &str = "select party from people where id = $1";
const ROLES: &str = "select id, person_id, party, role, group_id from roles r where person_id = $1 \
     and not exists (select 1 from role_ends e where e.role_id = r.id) order by role, group_id, id";
const MANDATES: &str = "select id, person_id, party, group_id, power, starts_at, ends_at from mandates m where person_id = $1 \
     and not exists (select 1 from mandate_ends e where e.mandate_id = m.id) order by group_id, power, id";
const SUSPENSION: &str = "select id, person_id from suspensions s where person_id = $1 \
     and not exists (select 1 from suspension_ends n where n.suspension_id = s.id) order by recorded_at desc, id desc limit 1";
const NOMINATE: &str = "insert into nominations (id, party, proposed_by, content, created_at) values ($1, $2, $3, $4, $5)";
const NOMINATIONS: &str = "select id, proposed_by, content, created_at from nominations where party = $1 order by created_at, id";
const NOMINATION: &str = "select id, proposed_by, content, created_at from nominations where party = $1 and id = $2";
const DROP: &str = "delete from nominations where party = $1 and id = $2";

/// A person as the list shows them.
#[derive(Clone, Debug, Deserialize)]
pub struct Listed {
    /// Who.
    pub id: PersonId,
    /// The name.
    pub name: String,
    office_en: String,
    office_he: String,
    office_ar: String,
    /// The address to sign in with.
    pub email: String,
    /// Has the person set a password?
    pub joined: bool,
    /// May the person not come in now?
    pub suspended: bool,
}

impl Listed {
    /// The office in a language.
    #[must_use]
    pub fn office(&self, lang: domain::text::Lang) -> &str {
        lang.of([&self.office_en, &self.office_he, &self.office_ar])
    }
}

/// Somebody who waits for a second yes.
#[derive(Clone, Debug, Deserialize)]
pub struct Nomination {
    /// Its id.
    pub id: String,
    /// Who proposed it.
    pub proposed_by: PersonId,
    /// What is proposed, as JSON.
    pub content: String,
    /// When.
    pub created_at: Timestamp,
}

/// The people of a party, by name.
///
/// # Errors
/// The database fails.
pub async fn list(tx: &mut Tx, party: Party) -> Result<Vec<Listed>, Error> {
    tx.list(PEOPLE, &[party.code().into()]).await
}

/// A person with what they hold, suspended or not.
///
/// # Errors
/// The database fails.
pub async fn find(tx: &mut Tx, id: &PersonId) -> Result<Option<Person>, Error> {
    let of = &[id.as_str().into()];
    let Some((party,)) = tx.find::<(Party,)>(PARTY, of).await? else { return Ok(None) };
    let roles: Vec<RoleGrant> = tx.list(ROLES, of).await?;
    let mandates: Vec<Mandate> = tx.list(MANDATES, of).await?;
    let suspension: Option<Suspension> = tx.find(SUSPENSION, of).await?;
    Ok(Some(Person { id: id.clone(), party, roles, mandates, suspension }))
}

/// What goes along with a change of a person.
#[derive(Clone, Debug)]
pub struct Along<'a> {
    /// The page to go on to, kept with the form's key.
    pub answer: &'a str,
    /// Does it show the person the door at once?
    pub ends_sessions: bool,
    /// The proposal that it answers; it is gone with it.
    pub nomination: Option<String>,
}

/// Runs a rule on a person of the viewer's own side and records its changes, with the security event of the first.
///
/// # Errors
/// [`Failure`]; then nothing was recorded.
pub async fn change<R>(db: &Db, id: &PersonId, request: &Request, along: Along<'_>, event: Change, rule: R) -> Result<(), Failure>
where
    R: Fn(&Person, &Viewer) -> Result<Vec<Change>, Refusal> + Send + Sync + 'static,
{
    let Along { answer, ends_sessions, nomination } = along;
    let given = Arc::new((id.clone(), request.clone(), answer.to_owned(), event, rule, nomination));
    db.write(Readers::security(), move |tx| {
        let given = Arc::clone(&given);
        Box::pin(async move {
            let (id, request, answer, event, rule, nomination) = &*given;
            let viewer = person::viewer(tx, &request.person_id).await?.ok_or(Failure::NotFound)?;
            form_key::repeated(tx, request).await?;
            if let Some(nomination) = nomination
                && !drop_nomination(tx, viewer.party, nomination).await?
            {
                return Err(Failure::Refused(Refusal::AlreadyGiven));
            }
            let person = find(tx, id).await?.filter(|person| person.party == viewer.party).ok_or(Failure::NotFound)?;
            for change in rule(&person, &viewer)? {
                ledger::append(tx, &change, &request.id).await?;
            }
            if ends_sessions {
                session::end_others(tx, id, "").await?;
            }
            security::record(tx, event, &request.id).await?;
            form_key::claim(tx, request, answer).await?;
            Ok(())
        })
    })
    .await
}

/// Keeps somebody who waits for a second yes.
///
/// # Errors
/// The database fails.
pub async fn nominate(tx: &mut Tx, id: &str, party: Party, by: &PersonId, content: &str, now: Timestamp) -> Result<(), Error> {
    let values = [id.into(), party.code().into(), by.as_str().into(), content.into(), now.0.into()];
    tx.execute(NOMINATE, &values).await?;
    Ok(())
}

/// Everybody of a party who waits for a second yes.
///
/// # Errors
/// The database fails.
pub async fn nominations(tx: &mut Tx, party: Party) -> Result<Vec<Nomination>, Error> {
    tx.list(NOMINATIONS, &[party.code().into()]).await
}

/// One of them.
///
/// # Errors
/// The database fails.
pub async fn nomination(tx: &mut Tx, party: Party, id: &str) -> Result<Option<Nomination>, Error> {
    tx.find(NOMINATION, &[party.code().into(), id.into()]).await
}

/// Takes a nomination out, when it was answered; false where another was quicker.
///
/// # Errors
/// The database fails.
pub async fn drop_nomination(tx: &mut Tx, party: Party, id: &str) -> Result<bool, Error> {
    Ok(tx.execute(DROP, &[party.code().into(), id.into()]).await? == 1)
}
