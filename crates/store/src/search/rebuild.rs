//! Making the indexes anew: where a database is older than they are, or words were folded in another way. In batches, each a
//! transaction of its own; what is written meanwhile is indexed by whoever writes it, and reading it again does no harm.

use std::sync::Arc;

use domain::party::Audience;
use domain::search::FORMAT;
use domain::time::Timestamp;

use super::index::again;
use super::source::{SOURCES, Source};
use crate::{Db, Error, Readers, dialect};

const MADE: &str = "select count(*) from search_formats where number = $1";
const FORGET_ALL: &str = "delete from search_documents";
const DONE: &str = "insert into search_formats (number, made_at) select $1, $2 where not exists (select 1 from search_formats where number = $1)";
/// Things in one transaction.
const BATCH: i64 = 500;

/// Makes the indexes anew where they are not of this format, and tells how many things can be found; none where nothing was to do.
///
/// # Errors
/// The database fails; what was made stays, and the next start begins again.
pub async fn rebuild(db: &Db, now: Timestamp) -> Result<Option<usize>, Error> {
    let mut tx = db.read(&Readers::system()).await?;
    if tx.count(MADE, &[FORMAT.into()]).await? > 0 {
        return Ok(None);
    }
    drop(tx);
    forget_all(db).await?;
    let mut made = 0;
    for source in SOURCES {
        made += all_of(db, source).await?;
    }
    let done: Result<u64, Error> = db
        .write(Readers::system(), move |tx| Box::pin(async move { tx.execute(DONE, &[FORMAT.into(), now.0.into()]).await }))
        .await;
    done.map(|_| Some(made))
}

async fn forget_all(db: &Db) -> Result<(), Error> {
    db.write(Readers::system(), |tx| {
        Box::pin(async move {
            for audience in Audience::ALL {
                tx.execute(dialect::forget_all_words(tx.engine(), audience), &[]).await?;
            }
            tx.execute(FORGET_ALL, &[]).await?;
            Ok(())
        })
    })
    .await
}

async fn all_of(db: &Db, source: &'static Source) -> Result<usize, Error> {
    let (mut after, mut made) = ((String::new(), String::new()), 0);
    loop {
        let mut tx = db.read(&Readers::system()).await?;
        let values = [after.0.as_str().into(), after.1.as_str().into(), BATCH.into()];
        let batch: Vec<(String, String)> = tx.list(source.all, &values).await?;
        drop(tx);
        let Some(last) = batch.last().cloned() else { return Ok(made) };
        after = last;
        made += batch.len();
        let batch = Arc::new(batch);
        let written: Result<(), Error> = db
            .write(Readers::system(), move |tx| {
                let batch = Arc::clone(&batch);
                Box::pin(async move {
                    for (id, part) in batch.iter() {
                        again(tx, source.kind, id, part).await?;
                    }
                    Ok(())
                })
            })
            .await;
        written?;
    }
}
