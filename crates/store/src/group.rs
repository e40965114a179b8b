//! Working groups and who sits in them.

use domain::id::{GroupId, PersonId};
use domain::party::Party;
use domain::person::Role;
use domain::project::Sector;
use domain::text::Lang;
use domain::viewer::Viewer;
use serde::Deserialize;

use crate::{Error, Tx, Visible};

const READABLE: &str = "select g.id, g.slug, g.sector, g.name_en, g.name_he, g.name_ar, g.terms_en, g.terms_he, g.terms_ar \
     from working_groups g where exists (select 1 from held_roles r where r.person_id = $1 and r.role <> 'administrator' \
     and (r.group_id is null or r.group_id = g.id)) order by g.slug";
const ALL: &str =
    "select id, slug, sector, name_en, name_he, name_ar, terms_en, terms_he, terms_ar from working_groups order by slug";
const INSERT: &str = "insert into working_groups (id, slug, sector, name_en, name_he, name_ar, terms_en, terms_he, terms_ar) \
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
const MEMBERS: &str = "select r.person_id, r.party, r.role from held_roles r where r.group_id = $1 \
     or (r.group_id is null and r.party in ('il', 'sy')) order by r.party, r.role, r.person_id";

/// A working group.
#[derive(Clone, Debug, Deserialize)]
pub struct Group {
    /// Its id.
    pub id: GroupId,
    /// Its name in addresses.
    pub slug: String,
    /// Its field.
    pub sector: Sector,
    /// Its name.
    pub name_en: String,
    /// Its name.
    pub name_he: String,
    /// Its name.
    pub name_ar: String,
    /// Its terms of reference.
    pub terms_en: String,
    /// Its terms of reference.
    pub terms_he: String,
    /// Its terms of reference.
    pub terms_ar: String,
}

impl Group {
    /// Its name in a language.
    #[must_use]
    pub fn name(&self, lang: Lang) -> &str {
        lang.of([&self.name_en, &self.name_he, &self.name_ar])
    }

    /// Its terms of reference in a language.
    #[must_use]
    pub fn terms(&self, lang: Lang) -> &str {
        lang.of([&self.terms_en, &self.terms_he, &self.terms_ar])
    }
}

/// Who sits in a group, and as what.
#[derive(Clone, Debug, Deserialize)]
pub struct Seat {
    /// Who.
    pub person_id: PersonId,
    /// Of which party.
    pub party: Party,
    /// As what.
    pub role: Role,
}

/// Every group, for the operator's commands.
///
/// # Errors
/// The database fails.
pub async fn all(tx: &mut Tx) -> Result<Vec<Group>, Error> {
    tx.list(ALL, &[]).await
}

/// The groups whose joint content this viewer reads.
///
/// # Errors
/// The database fails.
pub async fn list(tx: &mut Tx, viewer: &Viewer) -> Result<Vec<Visible<Group>>, Error> {
    let groups: Vec<Group> = tx.list(READABLE, &[viewer.person_id.as_str().into()]).await?;
    Ok(groups.into_iter().map(Visible::new).collect())
}

/// Who sits in a group that the viewer was found to read.
///
/// # Errors
/// The database fails.
pub async fn seats(tx: &mut Tx, group: &Visible<Group>) -> Result<Vec<Seat>, Error> {
    tx.list(MEMBERS, &[group.id.as_str().into()]).await
}

/// Makes a group.
///
/// # Errors
/// The slug is taken, or the database fails.
pub async fn insert(tx: &mut Tx, group: &Group) -> Result<(), Error> {
    let values = [
        group.id.as_str(),
        &group.slug,
        group.sector.code(),
        &group.name_en,
        &group.name_he,
        &group.name_ar,
        &group.terms_en,
        &group.terms_he,
        &group.terms_ar,
    ];
    tx.execute(INSERT, &values.map(Into::into)).await?;
    Ok(())
}
