//! What others see of a person: the newest setting, and what a head offers and nobody has answered.

use domain::id::PersonId;
use domain::profile::Profile;
use domain::time::Timestamp;

use crate::{Error, Tx};

const NEWEST: &str = "select profile, number from profiles where person_id = $1 order by number desc limit 1";
const OFFER: &str = "select offered_by, profile from profile_offers where person_id = $1";
const DROP: &str = "delete from profile_offers where person_id = $1";
const INSERT: &str = "insert into profile_offers (person_id, profile, offered_by, created_at) values ($1, $2, $3, $4)";

/// What others see of a person now, and how often it was set.
///
/// # Errors
/// The database fails.
pub async fn newest(tx: &mut Tx, person: &PersonId) -> Result<(Profile, i64), Error> {
    Ok(tx.find(NEWEST, &[person.as_str().into()]).await?.unwrap_or_default())
}

/// What is offered, and by whom.
///
/// # Errors
/// The database fails.
pub async fn offer(tx: &mut Tx, person: &PersonId) -> Result<Option<(PersonId, Profile)>, Error> {
    tx.find(OFFER, &[person.as_str().into()]).await
}

/// Forgets what is offered.
///
/// # Errors
/// The database fails.
pub async fn drop_offer(tx: &mut Tx, person: &PersonId) -> Result<(), Error> {
    tx.execute(DROP, &[person.as_str().into()]).await?;
    Ok(())
}

/// Offers a person to be seen by more, in place of what was offered before.
///
/// # Errors
/// The database fails.
pub async fn make_offer(tx: &mut Tx, person: &PersonId, profile: Profile, by: &PersonId, now: Timestamp) -> Result<(), Error> {
    drop_offer(tx, person).await?;
    let values = [person.as_str().into(), profile.code().into(), by.as_str().into(), now.0.into()];
    tx.execute(INSERT, &values).await?;
    Ok(())
}
