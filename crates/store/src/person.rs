//! People: the viewer with the roles and mandates held now, offices for display, and enrolment.

use domain::change::{Change, Command};
use domain::enrolment::{self, Grant, Newcomer};
use domain::id::{GroupId, MandateId, Occasion, PersonId};
use domain::party::{Audience, Party};
use domain::person::{HeldRole, Mandate, Power, Role};
use domain::profile::Profile;
use domain::text::{Lang, Trilingual};
use domain::time::Timestamp;
use domain::viewer::Viewer;
use serde::Deserialize;

use crate::{Error, Tx, ledger};

/// The condition that person `p` may come in. What they hold is left out of the views of roles and mandates by the same rule.
macro_rules! may_come_in {
    () => {
        "not exists (select 1 from suspensions s where s.person_id = p.id \
         and not exists (select 1 from suspension_ends n where n.suspension_id = s.id))"
    };
}

const PARTY: &str = concat!("select party from people p where id = $1 and ", may_come_in!());
/// Who somebody is, with the roles and mandates held now: a row for each role, or for having none, and one for each mandate.
const VIEWER: &str = concat!(
    "select p.party, r.role, r.group_id, cast(null as text) as id, cast(null as text) as power, cast(null as bigint) as starts_at, \
     cast(null as bigint) as ends_at from people p left join held_roles r on r.person_id = p.id where p.id = $1 and ",
    may_come_in!(),
    " union all select party, null, group_id, id, power, starts_at, ends_at from held_mandates where person_id = $1 \
     order by id, role, group_id"
);
const HOLDERS: &str = concat!(
    "select r.person_id, p.party, r.role, r.group_id from held_roles r join people p on p.id = r.person_id \
     where (r.group_id is null or r.group_id = $1) and ",
    may_come_in!(),
    " order by p.party, r.person_id, r.role"
);
const OFFICES: &str = "select p.id, p.party, p.name, p.office_en, p.office_he, p.office_ar, coalesce((select f.profile from profiles f \
     where f.person_id = p.id order by f.number desc limit 1), 'office') as profile from people p order by p.party, p.id";
const ACCOUNTS: &str = "select a.email, p.party, p.name, r.role, g.slug from people p join accounts a on a.person_id = p.id \
     left join held_roles r on r.person_id = p.id left join working_groups g on g.id = r.group_id order by p.party, a.email, r.role, g.slug";
const CO_CHAIR: &str = "select count(*) from held_roles where role = 'co_chair' and party = $1 and group_id = $2 \
     and person_id <> $3";
const INSERT: &str = "insert into people (id, party, name, office_en, office_he, office_ar) values ($1, $2, $3, $4, $5, $6)";
const INSERT_ACCOUNT: &str = "insert into accounts (person_id, email, password_hash, lang, revision) values ($1, $2, $3, $4, 1)";

/// A person as others see them: by party and office.
#[derive(Clone, Debug, Deserialize)]
pub struct Office {
    /// Who.
    pub id: PersonId,
    /// Of which party.
    pub party: Party,
    /// The name; pages show it to the own party, and to whom the profile allows.
    pub name: String,
    /// What others see.
    pub profile: Profile,
    office_en: String,
    office_he: String,
    office_ar: String,
}

impl Office {
    /// The office in a language.
    #[must_use]
    pub fn label(&self, lang: Lang) -> &str {
        lang.of([&self.office_en, &self.office_he, &self.office_ar])
    }
}

/// A row of [`VIEWER`].
#[derive(Deserialize)]
struct Held {
    party: Party,
    role: Option<Role>,
    group_id: Option<GroupId>,
    id: Option<MandateId>,
    power: Option<Power>,
    starts_at: Option<Timestamp>,
    ends_at: Option<Timestamp>,
}

impl Held {
    fn role(&self) -> Option<HeldRole> {
        Some(HeldRole { role: self.role?, group_id: self.group_id.clone() })
    }

    fn mandate(self, person_id: &PersonId) -> Option<Mandate> {
        let (id, power, group_id, person_id) = (self.id?, self.power?, self.group_id?, person_id.clone());
        Some(Mandate { id, person_id, party: self.party, group_id, power, starts_at: self.starts_at?, ends_at: self.ends_at? })
    }
}

/// Who this is now; `None` for nobody, and for whoever is suspended.
///
/// # Errors
/// The database fails.
pub async fn viewer(tx: &mut Tx, person_id: &PersonId) -> Result<Option<Viewer>, Error> {
    let held: Vec<Held> = tx.list(VIEWER, &[person_id.as_str().into()]).await?;
    let Some(party) = held.first().map(|row| row.party) else { return Ok(None) };
    let roles = held.iter().filter_map(Held::role).collect();
    let mandates = held.into_iter().filter_map(|row| row.mandate(person_id)).collect();
    Ok(Some(Viewer { person_id: person_id.clone(), party, roles, mandates }))
}

#[derive(Deserialize)]
struct Holder {
    person_id: PersonId,
    party: Party,
    #[serde(flatten)]
    held: HeldRole,
}

/// Everybody who reads what has this audience in this group, by party; mandates are left out, since reading rests on none.
///
/// # Errors
/// The database fails.
pub async fn who_read(tx: &mut Tx, audience: Audience, group: &GroupId) -> Result<Vec<Viewer>, Error> {
    let holders: Vec<Holder> = tx.list(HOLDERS, &[group.as_str().into()]).await?;
    let mut found: Vec<Viewer> = Vec::new();
    for Holder { person_id, party, held } in holders {
        match found.last_mut().filter(|last| last.person_id == person_id) {
            Some(last) => last.roles.push(held),
            None => found.push(Viewer { person_id, party, roles: vec![held], mandates: vec![] }),
        }
    }
    found.retain(|one| one.reads(audience, group));
    Ok(found)
}

/// The party of a person who is not suspended.
///
/// # Errors
/// The database fails.
pub async fn party(tx: &mut Tx, person_id: &PersonId) -> Result<Option<Party>, Error> {
    Ok(tx.find::<(Party,)>(PARTY, &[person_id.as_str().into()]).await?.map(|(party,)| party))
}

/// Everybody's office. The portal has some hundred people, so a page reads them in one statement.
///
/// # Errors
/// The database fails.
pub async fn offices(tx: &mut Tx) -> Result<Vec<Office>, Error> {
    tx.list(OFFICES, &[]).await
}

/// An account as the operator's list shows it, once for each role.
pub type Listed = (String, Party, String, Option<Role>, Option<String>);

/// Every account, by party and address.
///
/// # Errors
/// The database fails.
pub async fn accounts(tx: &mut Tx) -> Result<Vec<Listed>, Error> {
    tx.list(ACCOUNTS, &[]).await
}

/// Has this group another co-chair of this party than this person already? It has one and no more.
///
/// # Errors
/// The database fails.
pub async fn has_co_chair(tx: &mut Tx, party: Party, group: &GroupId, person: &str) -> Result<bool, Error> {
    Ok(tx.count(CO_CHAIR, &[party.code().into(), group.as_str().into(), person.into()]).await? > 0)
}

/// A person to enrol, with what they hold from the beginning.
#[derive(Clone, Debug)]
pub struct Enrolment {
    /// Their id.
    pub id: PersonId,
    /// Their party, for ever.
    pub party: Party,
    /// Their name.
    pub name: String,
    /// Their office in three languages.
    pub office: Trilingual,
    /// The address they sign in with.
    pub email: String,
    /// The hash of their password.
    pub password_hash: String,
    /// The language of their desk.
    pub lang: Lang,
    /// What they hold from the beginning.
    pub grant: Grant,
}

impl Enrolment {
    /// Somebody new of this party, who sets the first password with a link.
    #[must_use]
    pub fn of(newcomer: &Newcomer, id: PersonId, party: Party) -> Self {
        Self {
            id,
            party,
            name: newcomer.name.clone(),
            office: newcomer.office.clone(),
            email: newcomer.email.clone(),
            // No password fits this.
            password_hash: "none".to_owned(),
            lang: party.language(),
            grant: newcomer.grant.clone(),
        }
    }
}

/// Enrols a person: account, role and mandates, recorded as one entry of whoever enrols them; of themselves where nobody is here yet.
///
/// # Errors
/// The address is taken, or the database fails.
pub async fn enrol(
    tx: &mut Tx,
    new: &Enrolment,
    by: Option<(&PersonId, Party)>,
    occasion: Occasion,
    request: &str,
) -> Result<(), Error> {
    let office = |lang| new.office.get(&lang).map_or("", String::as_str);
    let values = [
        new.id.as_str().into(),
        new.party.code().into(),
        new.name.as_str().into(),
        office(Lang::En).into(),
        office(Lang::He).into(),
        office(Lang::Ar).into(),
    ];
    tx.execute(INSERT, &values).await?;
    let account = [new.id.as_str().into(), new.email.as_str().into(), new.password_hash.as_str().into(), new.lang.code().into()];
    tx.execute(INSERT_ACCOUNT, &account).await?;
    let (actor, party) = by.unwrap_or((&new.id, new.party));
    let change = Change::new(Audience::Joint, Command::GrantRole, actor, party, occasion)
        .about("person", new.id.as_str())
        .with_all(enrolment::rows(&new.id, new.party, &new.grant, occasion));
    ledger::append(tx, &change, request).await?;
    Ok(())
}
