//! Several instances of the portal on one PostgreSQL: what one of them records wakes whoever listens at another. The notification is part
//! of the transaction, so it is heard when that is committed, and never otherwise.

use std::time::Duration;

use sqlx::PgPool;
use sqlx::postgres::PgListener;
use tokio::sync::broadcast::Sender;

use crate::tick::Tick;

/// Tells every instance, this one too.
pub(crate) const TELL: &str = "select pg_notify('portal_ticks', $1)";
const CHANNEL: &str = "portal_ticks";
/// PostgreSQL takes less than 8,000 bytes.
const LONGEST: usize = 7_000;
/// How long to wait before the line is tried again.
const AGAIN: Duration = Duration::from_secs(1);

/// What is recorded, as it is told; of very much only that there was something.
pub(crate) fn spelled(ticks: &[Tick]) -> String {
    let all = serde_json::to_string(ticks).ok().filter(|all| all.len() <= LONGEST);
    all.unwrap_or_else(|| "[]".to_owned())
}

fn heard(said: &str) -> Vec<Tick> {
    let ticks: Vec<Tick> = serde_json::from_str(said).unwrap_or_default();
    if ticks.is_empty() { vec![Tick::Missed] } else { ticks }
}

/// Passes on what every instance tells, until the pool is closed.
pub(crate) async fn listen(pool: PgPool, ticks: Sender<Tick>) {
    while let Err(error) = pass_on(&pool, &ticks).await {
        if pool.is_closed() {
            return;
        }
        tracing::warn!(%error, "the database does not say what is recorded");
        tokio::time::sleep(AGAIN).await;
    }
}

async fn pass_on(pool: &PgPool, ticks: &Sender<Tick>) -> Result<(), sqlx::Error> {
    let mut listener = PgListener::connect_with(pool).await?;
    listener.listen(CHANNEL).await?;
    // Nobody may be listening, here and below.
    let _ = ticks.send(Tick::Missed);
    loop {
        let told = listener.try_recv().await?.map_or_else(|| vec![Tick::Missed], |told| heard(told.payload()));
        for tick in told {
            let _ = ticks.send(tick);
        }
    }
}

#[cfg(test)]
mod tests {
    use domain::party::Audience;

    use super::*;

    #[test]
    fn what_is_told_is_heard_and_too_much_of_it_is_something_missed() {
        let tick = Tick::Recorded { ledger: Audience::CaucusIl, project_id: Some("p".into()), meeting_id: None };
        let (one, many) = (vec![tick.clone()], vec![tick; 1_000]);
        assert_eq!(heard(&spelled(&one)), one);
        assert_eq!(heard(&spelled(&many)), [Tick::Missed]);
        assert_eq!(heard("what nobody said"), [Tick::Missed]);
    }
}
