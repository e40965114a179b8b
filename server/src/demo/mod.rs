//! The demonstration: three groups, their people, and projects that stand in every stage. It is loaded by the same rules that
//! people's forms run, at times that lie in the past; nothing is inserted past them.

mod cast;
mod glossary;
mod links;
mod matters;
mod meetings;
mod notes;
mod play;
mod script;
mod story;

use std::path::Path;

use domain::time::Timestamp;
use store::{Db, Readers};

/// Loads everything into an empty database.
pub async fn load(db: &Db, files: &Path, pepper: [u8; 32]) -> Result<(), String> {
    let now = crate::clock::now();
    let stories = story::read_all()?;
    db.write(Readers::public(), |tx| Box::pin(async move { store::account::set_kind(tx, "demonstration").await }))
        .await
        .map_err(|error: store::Error| error.to_string())?;
    let cast = cast::enrol(db, pepper, Timestamp(now.0 - 500 * 86_400_000)).await?;
    let mut scenes: Vec<_> = stories.iter().enumerate().flat_map(|(number, story)| script::of(number, story, now)).collect();
    scenes.extend(meetings::scenes(&cast, now));
    // The ledger's times never run back, so all projects are played together, in the order of their days.
    scenes.sort_by_key(|scene| scene.at);
    play::all(db, files, &cast, scenes).await?;
    notes::send(db, &cast, now).await.map_err(|failure| format!("The demonstration stops at its notes: {failure:?}"))?;
    glossary::agree(db, &cast, now).await.map_err(|failure| format!("The demonstration stops at its terms: {failure:?}"))?;
    links::declare(db, &cast, now).await.map_err(|failure| format!("The demonstration stops at its links: {failure:?}"))?;
    matters::raise(db, &cast, now).await.map_err(|failure| format!("The demonstration stops at its matters: {failure:?}"))?;
    play::all(db, files, &cast, meetings::running(&cast, now)).await?;
    // Its people heard of it all in the story; nobody is told again.
    // Of the last days, what came stands unread in their inboxes.
    let told = db.write(Readers::public(), move |tx| {
        Box::pin(async move {
            store::outbox::sweep(tx, Timestamp(now.0 + 1)).await?;
            store::notice::read_before(tx, now.plus_days(-7)).await
        })
    });
    told.await.map_err(|error: store::Error| error.to_string())?;
    Ok(())
}
