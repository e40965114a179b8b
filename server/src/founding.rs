//! What every installation begins with: its kind, and three working groups.

use domain::id::{FromBytes, GroupId};
use domain::project::Sector;
use store::group::Group;
use store::{Db, Readers};

use crate::clock;

/// A fresh database becomes a real installation with its three groups; whatever it is, these are its groups.
///
/// # Errors
/// It is a demonstration, or the database fails.
pub async fn live(db: &Db) -> Result<Vec<Group>, String> {
    let said = |error: store::Error| error.to_string();
    let mut tx = db.read(&Readers::public()).await.map_err(said)?;
    let kind = store::account::kind(&mut tx).await.map_err(said)?;
    drop(tx);
    match kind.as_deref() {
        Some("demonstration") => return Err("This is a demonstration; its accounts are listed in the README.".to_owned()),
        Some(_) => {}
        None => {
            let live = db.write(Readers::public(), |tx| Box::pin(async move { store::account::set_kind(tx, "live").await }));
            live.await.map_err(said)?;
            for sector in Sector::ALL {
                group(db, sector).await?;
            }
        }
    }
    let mut tx = db.read(&Readers::public()).await.map_err(said)?;
    store::group::all(&mut tx).await.map_err(said)
}

/// Makes the working group of a sector.
pub async fn group(db: &Db, sector: Sector) -> Result<GroupId, String> {
    let group = app::founding::group(sector, GroupId::from_bytes(clock::random()));
    let id = group.id.clone();
    let made = db.write(Readers::public(), move |tx| {
        let group = group.clone();
        Box::pin(async move { store::group::insert(tx, &group).await })
    });
    made.await.map_err(|error: store::Error| error.to_string())?;
    Ok(id)
}
