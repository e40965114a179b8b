//! What happens at the doors is recorded in the ledger for security and in the log: who came in, who was turned away, whose keys
//! changed. Like ones within a minute are counted in one, so that whoever hammers at a door cannot fill the ledger.

use std::collections::HashMap;
use std::sync::Mutex;

use domain::change::Command;
use domain::id::PersonId;
use domain::party::Party;
use domain::security;
use domain::time::Timestamp;
use store::{Readers, Tx, outbox};

use crate::request::Ask;

/// A minute, in milliseconds.
const MINUTE: i64 = 60_000;
/// A bound on memory; beyond it the oldest counts are forgotten, not the events.
const MOST: usize = 10_000;

/// Counts of the present minute, by what happened to whom.
#[derive(Debug, Default)]
pub struct Doors(Mutex<HashMap<String, (Timestamp, i64)>>);

impl Doors {
    /// How many like ones to record now; none while a recorded one is less than a minute old.
    fn counted(&self, what: String, now: Timestamp) -> Option<i64> {
        let mut counts = self.0.lock().ok()?;
        if counts.len() > MOST {
            counts.retain(|_, (since, _)| now.0 - since.0 < MINUTE);
        }
        let (since, times) = counts.entry(what).or_insert((Timestamp(i64::MIN / 2), 0));
        *times += 1;
        if now.0 - since.0 < MINUTE {
            return None;
        }
        *since = now;
        Some(std::mem::take(times))
    }
}

fn event(ask: &Ask, command: Command, party: Party, about: Option<&PersonId>, times: i64) -> domain::change::Change {
    let network = ask.client.map(|address| address.to_string());
    let actor = ask.session.person.as_ref().or(about).map(|person| (person, party));
    security::event(command, actor, about, network, times, ask.occasion().branch(&command.code()))
}

/// Records what a person did to their own or another's way in, in the transaction that does it; the transaction must be one of
/// [`Readers::security`].
///
/// # Errors
/// The database fails.
pub async fn record(tx: &mut Tx, ask: &Ask, command: Command, about: &PersonId) -> Result<(), store::Error> {
    let actor = ask.session.person.as_ref().unwrap_or(about);
    let party = store::person::party(tx, actor).await?.unwrap_or(Party::None);
    tracing::info!(request = ask.id, command = command.code(), person = %about, "at the doors");
    store::security::record(tx, &event(ask, command, party, Some(about), 1), &ask.id).await
}

/// Records that somebody was turned away. Nothing else hangs on it, so that it cannot be recorded is logged and no more.
pub async fn turned_away(ask: &Ask, command: Command, about: Option<&PersonId>) {
    let what = format!("{} {}", command.code(), about.map_or(security::NOBODY, PersonId::as_str));
    let Some(times) = ask.portal.doors.counted(what, ask.now) else { return };
    tracing::warn!(request = ask.id, command = command.code(), person = about.map(PersonId::as_str), times, "turned away");
    let change = event(ask, command, Party::None, about, times);
    let request = ask.id.clone();
    let recorded = ask.portal.db.write(Readers::security(), move |tx| {
        let (change, request) = (change.clone(), request.clone());
        Box::pin(async move { store::security::record(tx, &change, &request).await })
    });
    if let Err(error) = recorded.await {
        let error: store::Error = error;
        tracing::error!(request = ask.id, %error, "a security event could not be recorded");
    }
}

/// Tells the owner of a name that wrong passwords have closed it for a while; once a day is enough. An unknown name takes as long.
pub async fn tell_of_tries(ask: &Ask, about: Option<&PersonId>) {
    let (about, occasion) = (about.cloned(), ask.occasion());
    let told = ask.portal.db.write(Readers::public(), move |tx| {
        let about = about.clone();
        Box::pin(async move {
            match about {
                Some(person) => outbox::add_daily(tx, outbox::Kind::Tries, &person, occasion).await,
                None => Ok(()),
            }
        })
    });
    if let Err(error) = told.await {
        let error: store::Error = error;
        tracing::error!(request = ask.id, %error, "nobody could be told of wrong passwords");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn like_ones_within_a_minute_are_counted_in_one() {
        let doors = Doors::default();
        let at = |what: &str, seconds: i64| doors.counted(what.to_owned(), Timestamp(seconds * 1000));
        assert_eq!((at("a", 0), at("a", 1), at("a", 59)), (Some(1), None, None));
        assert_eq!(at("b", 59), Some(1), "another is another");
        assert_eq!((at("a", 60), at("a", 61)), (Some(3), None));
        assert_eq!(at("a", 200), Some(2));
    }
}
