//! Digests: once a day, or once a week, one mail with what came to an inbox, early in the reader's working day.

use std::time::Duration;

use app::text::day;
use domain::id::Occasion;
use domain::notice::Pace;
use domain::time::{Holder, Timestamp};
use store::digest::Reader;
use store::{Db, Error, Readers};

use crate::clock;

/// How often is looked.
const LOOK: Duration = Duration::from_secs(600);
/// A digest's day begins at seven in the morning at the reader's, in milliseconds.
const MORNING: i64 = 7 * 3_600_000;
/// How far back a first digest reaches, in days.
const FIRST: i64 = 7;

/// Runs until the server stops.
pub async fn run(db: Db) {
    let mut look = tokio::time::interval(LOOK);
    loop {
        look.tick().await;
        if let Err(error) = round(&db, clock::now()).await {
            tracing::error!(%error, "the digests could not be made");
        }
    }
}

/// Makes every digest that is due.
pub async fn round(db: &Db, now: Timestamp) -> Result<(), Error> {
    for pace in Pace::DIGESTS {
        let readers = {
            let mut tx = db.read(&Readers::system()).await?;
            store::digest::due(&mut tx, pace, now.plus_days(-FIRST)).await?
        };
        for reader in readers {
            one(db, &reader, pace, now).await?;
        }
    }
    Ok(())
}

async fn one(db: &Db, reader: &Reader, pace: Pace, now: Timestamp) -> Result<(), Error> {
    let period = pace.period(reader.party, day(Holder::from(reader.party), now.plus_millis(-MORNING)));
    if period == reader.period {
        return Ok(());
    }
    let (person, occasion) = (reader.person_id.clone(), Occasion::new(now, clock::random()));
    let made = db.write(Readers::public(), move |tx| {
        let person = person.clone();
        Box::pin(async move { store::digest::make(tx, &person, (pace, period), now.plus_days(-FIRST), occasion).await })
    });
    made.await.map(|_: bool| ())
}
