//! A declared link, after the terms: the trials of wheat and the watch for locusts share a laboratory.

use domain::link::{self, Kind, NewLink};
use domain::project::Sector;
use domain::stage::Stage;
use domain::text::{Lang, Note};
use domain::time::Timestamp;
use store::project::Filter;
use store::{Db, Failure, Readers};

use super::cast::Cast;
use super::notes::request;

const BY: &str = "rana";
const REASON: &str = "يفحص مختبر المخلفات في دمشق عينات المشروعين كليهما في الربيع، فيلزم لكل منهما موعد خاص به.";
/// How long before now, in milliseconds.
const BEFORE: i64 = 30 * 60_000;

/// Declares it, before `now`.
pub async fn declare(db: &Db, cast: &Cast, now: Timestamp) -> Result<(), Failure> {
    let asked = request(cast, BY, now.plus_millis(-BEFORE))?;
    let of = |stage| code(db, cast, BY, (Sector::Agriculture, stage));
    let (from, to) = (of(Stage::InDiscussion).await?, of(Stage::Cleared).await?);
    let new = NewLink { kind: Kind::Shares, reason: Note { lang: Lang::Ar, text: REASON.to_owned() } };
    let occasion = asked.occasion;
    let rule = move |facts: &_, viewer: &_, other: Option<&_>| link::declare(facts, viewer, other, &new, occasion);
    store::link::perform(db, (&from, &to), &asked, "", rule).await?;
    Ok(())
}

/// The code of the project of a sector that stands in this stage, as somebody knows it.
pub(super) async fn code(db: &Db, cast: &Cast, who: &str, (sector, stage): (Sector, Stage)) -> Result<String, Failure> {
    let person = cast.people.get(who).ok_or(Failure::NotFound)?;
    let viewer = {
        let mut tx = db.read(&Readers::public()).await?;
        store::person::viewer(&mut tx, person).await?.ok_or(Failure::NotFound)?
    };
    let mut tx = db.read(&Readers::of(&viewer)).await?;
    let filter = Filter { stage: Some(stage), sector: Some(sector), ..Filter::default() };
    let found = store::project::list(&mut tx, &viewer, &filter).await?;
    found.lines.first().map(|line| line.handle().to_owned()).ok_or(Failure::NotFound)
}
