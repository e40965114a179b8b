//! The clocks: reminds whoever holds a step, hands on what nobody answers, and lets lapse what nobody answered to the end. Each is told
//! once, and silence never says yes.

use std::time::Duration;

use app::text::day;
use domain::clock::{Ball, Told, Turn, answer, ball, who_acts};
use domain::id::{EntryId, GroupId, Occasion};
use domain::matter::clock as of_matter;
use domain::party::Party;
use domain::person::Role;
use domain::proposal;
use domain::refusal::Refusal;
use domain::stage::Stage;
use domain::time::{Holder, Timestamp};
use store::clock::{Cleared, Notice, Unanswered};
use store::matter::Listed;
use store::meeting::waiting::Waiting;
use store::outbox::Kind;
use store::project::Line;
use store::{Db, Error, Failure, Readers};

use crate::clock;

/// How often the clocks are read.
const LOOK: Duration = Duration::from_secs(600);
/// How long before its end a sign-off is reminded of, in days.
const AHEAD: i64 = 60;

/// Runs until the server stops.
pub async fn run(db: Db) {
    let mut look = tokio::time::interval(LOOK);
    loop {
        look.tick().await;
        if let Err(error) = round(&db, clock::now()).await {
            tracing::error!(%error, "the clocks could not be read");
        }
    }
}

/// Looks at every clock once.
pub async fn round(db: &Db, now: Timestamp) -> Result<(), Error> {
    let (running, cleared, unanswered, unagreed, matters) = {
        let mut tx = db.read(&Readers::system()).await?;
        let cleared = store::clock::cleared(&mut tx, now.plus_days(AHEAD)).await?;
        let minutes = store::meeting::waiting::minutes(&mut tx).await?;
        let matters = store::matter::open(&mut tx).await?;
        (store::clock::running(&mut tx).await?, cleared, store::clock::unanswered(&mut tx).await?, minutes, matters)
    };
    for one in running {
        turn(db, &one, now).await?;
    }
    for one in cleared {
        sign_off(db, &one, now).await?;
    }
    for one in unanswered {
        points(db, &one, now).await?;
    }
    for one in unagreed {
        minutes(db, &one, now).await?;
    }
    for one in matters {
        matter(db, &one, now).await?;
    }
    Ok(())
}

fn occasion(now: Timestamp) -> Occasion {
    Occasion::new(now, clock::random())
}

/// One step: what is to be told, or its end.
async fn turn(db: &Db, one: &Line, now: Timestamp) -> Result<(), Error> {
    let Some((ball, told)) = ball(&one.standing()).and_then(|ball| Some((ball, ball.told(now, day)?))) else {
        return Ok(());
    };
    let (turn, kind) = match told {
        Told::Left(_) => (Turn::Holder, Kind::Due),
        Told::Passed(Turn::Over) => return lapse(db, one, now).await,
        Told::Passed(turn) => (turn, Kind::Escalated),
    };
    let to = who_acts(one.stage, ball.holder, turn);
    // A day that moved back comes near once more.
    let code = if ball.extended == 0 { told.code().to_owned() } else { format!("{}_{}", told.code(), ball.extended) };
    let notice = Notice { entry_id: one.entry_id.clone(), group_id: one.group_id.clone(), code, kind, to };
    if store::clock::tell(db, &notice, occasion(now)).await? {
        tracing::info!(told = told.code(), stage = one.stage.code(), "a clock was told of");
    }
    Ok(())
}

/// Points that wait for an answer.
async fn points(db: &Db, one: &Unanswered, now: Timestamp) -> Result<(), Error> {
    // The entry that made the points may have begun a step, which has a clock of its own.
    let told = ("points", [Kind::PointDue, Kind::PointEscalated]);
    asks(db, (&one.entry_id, &one.group_id), (&answer(one.objector, one.since), co_chairs), told, now).await
}

/// Minutes that wait for the yes of a side.
async fn minutes(db: &Db, one: &Waiting, now: Timestamp) -> Result<(), Error> {
    let told = ("minutes", [Kind::MinutesDue, Kind::MinutesEscalated]);
    asks(db, (&one.entry_id, &one.group_id), (&one.ball(), co_chairs), told, now).await
}

/// A matter: a query that nobody answered goes on to the co-chairs, what is not settled to whoever is next.
async fn matter(db: &Db, one: &Listed, now: Timestamp) -> Result<(), Error> {
    let (standing, occasion) = (one.standing(), occasion(now));
    if of_matter::is_handed_on(&standing, now, day) {
        let done = store::matter::by_itself(db, &one.id, move |matter| of_matter::hand_on(matter, day, occasion)).await;
        return match done {
            Err(Failure::Failed(error)) => Err(error),
            _ => Ok(()),
        };
    }
    let Some(ball) = one.ball() else { return Ok(()) };
    let told = ("matter", [Kind::MatterDue, Kind::MatterEscalated]);
    let acts = move |holder, turn| of_matter::who_acts(standing.level(), holder, turn);
    asks(db, (&one.entry_id, &one.group_id), (&ball, acts), told, now).await
}

/// Whom the co-chairs' steps ask, as their turn goes on.
fn co_chairs(holder: Holder, turn: Turn) -> Vec<(Party, Role)> {
    who_acts(Stage::InDiscussion, holder, turn)
}

/// What people are asked for beside the steps of a project: nothing lapses by it, but the next one further up is asked.
async fn asks(
    db: &Db,
    (entry, group): (&EntryId, &GroupId),
    (ball, acts): (&Ball, impl Fn(Holder, Turn) -> Vec<(Party, Role)>),
    (what, [due, escalated]): (&str, [Kind; 2]),
    now: Timestamp,
) -> Result<(), Error> {
    let (turn, kind, told) = match ball.told(now, day) {
        Some(told @ Told::Left(_)) => (Turn::Holder, due, told),
        Some(told @ Told::Passed(turn)) if turn != Turn::Over => (turn, escalated, told),
        _ => return Ok(()),
    };
    let notice = Notice {
        entry_id: entry.clone(),
        group_id: group.clone(),
        code: format!("{what}_{}", told.code()),
        kind,
        to: acts(ball.holder, turn),
    };
    store::clock::tell(db, &notice, occasion(now)).await.map(|_| ())
}

async fn lapse(db: &Db, one: &Line, now: Timestamp) -> Result<(), Error> {
    let occasion = occasion(now);
    let rule = move |facts: &domain::facts::Facts| {
        let ball = app::pages::project::ball(facts).ok_or(Refusal::WrongStage)?;
        proposal::lapse(facts, &ball, day, occasion)
    };
    let done = store::clock::by_itself(db, &one.id, occasion, rule).await;
    ended(db, done, Kind::Lapsed, &one.group_id, occasion).await
}

/// A sign-off that ends: reminded of, then the project goes back into discussion.
async fn sign_off(db: &Db, one: &Cleared, now: Timestamp) -> Result<(), Error> {
    let occasion = occasion(now);
    if one.valid_until < now {
        let done = store::clock::by_itself(db, &one.id, occasion, move |facts| proposal::expire(facts, occasion)).await;
        return ended(db, done, Kind::Expired, &one.group_id, occasion).await;
    }
    let to = [Turn::Holder, Turn::Head].map(|turn| who_acts(Stage::Cleared, Holder::Both, turn)).concat();
    let notice = Notice {
        entry_id: one.entry_id.clone(),
        group_id: one.group_id.clone(),
        code: "expiring".into(),
        kind: Kind::Expiring,
        to,
    };
    store::clock::tell(db, &notice, occasion).await.map(|_| ())
}

/// Tells everybody what the rules did by themselves. That somebody was quicker is no failure.
async fn ended(db: &Db, done: Result<EntryId, Failure>, kind: Kind, group: &GroupId, at: Occasion) -> Result<(), Error> {
    let entry_id = match done {
        Ok(entry_id) => entry_id,
        Err(Failure::Failed(error)) => return Err(error),
        Err(_) => return Ok(()),
    };
    tracing::info!(kind = kind.code(), "a clock was over");
    let to = who_acts(Stage::Lapsed, Holder::Both, Turn::Over);
    let notice = Notice { entry_id, group_id: group.clone(), code: "over".into(), kind, to };
    store::clock::tell(db, &notice, at).await.map(|_| ())
}

#[cfg(test)]
mod tests {
    use domain::change::Change;
    use domain::facts::Facts;
    use domain::meeting::{Meeting, MeetingStage, minutes as minutes_of, room};
    use domain::point::{Class, NewPoint};
    use domain::position::{self, NewPosition, Verdict};
    use domain::text::{Lang, Note};
    use domain::viewer::Viewer;
    use store::perform::Request;

    use super::*;

    /// A project that waits for Syria's position at group level.
    const CODE: &str = "ENE-2026-004";

    fn object(facts: &Facts, viewer: &Viewer, at: Occasion) -> Result<Change, Refusal> {
        let ballot = facts.open_ballot().ok_or(Refusal::WrongStage)?;
        let says = |text: &str| Note { lang: Lang::En, text: text.to_owned() };
        let resolve = "two more lines".to_owned();
        let point =
            NewPoint { section: "activities".to_owned(), class: Class::Capacity, text: says("too few"), resolve, link: None };
        let new = NewPosition {
            ballot: ballot.id.clone(),
            hash: ballot.content_hash.clone(),
            verdict: Verdict::Object,
            statement: says("not like this"),
            points: vec![point],
            conditions: vec![],
            scope: true,
        };
        position::record(facts, viewer, &new, at)
    }

    /// The addresses that get such a mail, in order.
    async fn told(db: &Db, kind: Kind, now: Timestamp) -> Result<Vec<String>, Error> {
        let mut tx = db.read(&Readers::public()).await?;
        let mut found = Vec::new();
        for mail in store::outbox::due(&mut tx, now).await? {
            if let (true, Some(person)) = (mail.kind == kind, mail.person_id) {
                found.extend(store::account::find(&mut tx, &person).await?.map(|account| account.email));
            }
        }
        found.sort();
        Ok(found)
    }

    /// A demonstration in a folder of its own, that is gone afterwards.
    async fn in_demonstration(name: &str, check: impl AsyncFnOnce(&Db) -> Result<(), Failure>) -> Result<(), String> {
        let folder = std::env::temp_dir().join(format!("portal-clocks-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&folder).map_err(|error| error.to_string())?;
        let url = format!("sqlite:{}", folder.join("portal.sqlite").display());
        store::migrate::run(&url, None).await.map_err(|error| error.to_string())?;
        let db = Db::open(&url).await.map_err(|error| error.to_string())?;
        crate::demo::load(&db, &folder.join("files"), [0; 32]).await?;
        let done = check(&db).await;
        db.close().await;
        std::fs::remove_dir_all(&folder).map_err(|error| error.to_string())?;
        done.map_err(|failure| format!("{failure:?}"))
    }

    /// Somebody asks for something now.
    async fn asked_by(db: &Db, email: &str) -> Result<Request, Failure> {
        let mut tx = db.read(&Readers::public()).await?;
        let person_id = store::account::find_by_email(&mut tx, email).await?.ok_or(Failure::NotFound)?.person_id;
        Ok(Request { person_id, id: "test".to_owned(), occasion: occasion(clock::now()), form: None })
    }

    #[tokio::test]
    async fn a_point_that_nobody_answers_goes_up_and_nothing_lapses_by_it() -> Result<(), String> {
        in_demonstration("points", goes_up).await
    }

    #[tokio::test]
    async fn minutes_that_a_side_does_not_agree_to_go_up_and_stay_as_they_are() -> Result<(), String> {
        in_demonstration("minutes", goes_up_for_minutes).await
    }

    #[tokio::test]
    async fn a_matter_reminds_the_side_that_is_asked_then_both_co_chairs_and_goes_up() -> Result<(), String> {
        in_demonstration("matters", goes_up_for_matters).await
    }

    /// The one open matter of the demonstration, which Syria is asked.
    async fn open_matter(db: &Db) -> Result<Listed, Failure> {
        let mut tx = db.read(&Readers::system()).await?;
        store::matter::open(&mut tx).await?.into_iter().next().ok_or(Failure::NotFound)
    }

    async fn goes_up_for_matters(db: &Db) -> Result<(), Failure> {
        let (now, one) = (clock::now(), open_matter(db).await?);
        let (dan, rana, yusuf) = ("dan@il.example", "rana@sy.example", "yusuf@sy.example");
        // No entry is recorded ahead of its time, so the days end before the query would go on by itself.
        let waits = |days: &i64| !of_matter::is_handed_on(&one.standing(), now.plus_days(*days), day);
        for days in (0..30).take_while(waits) {
            matter(db, &one, now.plus_days(days)).await?;
        }
        let asked = [[rana; 3], [yusuf; 3]].concat();
        assert_eq!(told(db, Kind::MatterDue, now.plus_days(30)).await?, asked, "at once, two days before, and on the day");
        let (request, why) = (asked_by(db, rana).await?, Note { lang: Lang::Ar, text: "يُرجى النظر فيها معًا.".to_owned() });
        let at = request.occasion;
        store::matter::perform(db, one.id.as_str(), &request, move |matter, viewer| {
            domain::matter::hand_over(matter, viewer, &why, at)
        })
        .await?;
        let one = open_matter(db).await?;
        for days in 0..60 {
            matter(db, &one, now.plus_days(days)).await?;
        }
        let asked = [&[dan; 3][..], &[rana; 6], &[yusuf; 3]].concat();
        assert_eq!(told(db, Kind::MatterDue, now.plus_days(30)).await?, asked, "now both co-chairs are asked");
        let further = told(db, Kind::MatterEscalated, now.plus_days(60)).await?;
        for head in ["layla@sy.example", "tamar@il.example"] {
            assert!(further.iter().any(|one| one == head), "{head} is among {further:?}");
        }
        assert!(open_matter(db).await?.outcome.is_none(), "silence settles nothing");
        Ok(())
    }

    async fn goes_up_for_minutes(db: &Db) -> Result<(), Failure> {
        let now = clock::now();
        let running = {
            let ana = asked_by(db, "ana@secretariat.example").await?.person_id;
            let mut tx = db.read(&Readers::system()).await?;
            let viewer = store::person::viewer(&mut tx, &ana).await?.ok_or(Failure::NotFound)?;
            let (all, _) = store::meeting::list(&mut tx, &viewer, "", 1).await?;
            all.into_iter().find(|one| one.stage == MeetingStage::Running).ok_or(Failure::NotFound)?.id.to_string()
        };
        for deed in [room::end as Deed, minutes_of::circulate, agree] {
            let request = asked_by(db, "dan@il.example").await?;
            let at = request.occasion;
            store::meeting::perform(db, &running, &request, false, move |meeting, viewer| deed(meeting, viewer, at)).await?;
        }
        let waiting = {
            let mut tx = db.read(&Readers::system()).await?;
            store::meeting::waiting::minutes(&mut tx).await?
        };
        let [one] = waiting.as_slice() else { return Err(Failure::NotFound) };
        for days in 0..120 {
            minutes(db, one, now.plus_days(days)).await?;
        }
        let (last, rana, layla) = (now.plus_days(120), "rana@sy.example", "layla@sy.example");
        assert_eq!(told(db, Kind::MinutesDue, last).await?, [rana; 3], "five and two days before, and on the day");
        let supervisor = ["grace@us.example", "helen@us.example", "james@us.example"];
        assert_eq!(told(db, Kind::MinutesEscalated, last).await?, [&supervisor[..], &[layla, layla, rana]].concat());
        let mut tx = db.read(&Readers::system()).await?;
        assert_eq!(store::meeting::waiting::minutes(&mut tx).await?, waiting, "silence agrees to nothing");
        Ok(())
    }

    type Deed = fn(&Meeting, &Viewer, Occasion) -> Result<Change, Refusal>;

    fn agree(meeting: &Meeting, viewer: &Viewer, at: Occasion) -> Result<Change, Refusal> {
        let newest = meeting.newest_minutes().ok_or(Refusal::WrongMeetingStage)?;
        minutes_of::agree(meeting, viewer, &newest.hash, at)
    }

    async fn goes_up(db: &Db) -> Result<(), Failure> {
        let now = clock::now();
        let asked = asked_by(db, "omar@sy.example").await?;
        let at = asked.occasion;
        store::perform(db, CODE, &asked, |_: &Facts, _: &Change| String::new(), move |facts, viewer| object(facts, viewer, at))
            .await?;
        let waiting = {
            let mut tx = db.read(&Readers::system()).await?;
            store::clock::unanswered(&mut tx).await?
        };
        let [one] = waiting.as_slice() else { return Err(Failure::NotFound) };
        // Some months, with every holiday in them; the day it runs on makes no difference.
        for days in 0..120 {
            points(db, one, now.plus_days(days)).await?;
        }
        let (last, noa, tamar) = (now.plus_days(120), "noa@il.example", "tamar@il.example");
        assert_eq!(told(db, Kind::PointDue, last).await?, [noa; 3], "five and two days before, and on the day");
        let supervisor = ["grace@us.example", "helen@us.example", "james@us.example"];
        assert_eq!(told(db, Kind::PointEscalated, last).await?, [&supervisor[..], &[noa, tamar, tamar]].concat());
        Ok(())
    }
}
