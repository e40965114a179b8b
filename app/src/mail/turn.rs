//! It is the person's turn in a project, or has been for long: which, what is asked, by when, and where. Of what not everybody reads it
//! says that something waits, and no more.

use domain::clock::{self, Ball, Turn};
use domain::party::Audience;
use domain::text::Lang;
use domain::time::Timestamp;
use store::account::Account;
use store::outbox::{Kind, Waiting};
use store::project::Line;
use store::{Error, Readers, Visible};

use super::{Letter, viewer, written};
use crate::pages::desk;
use crate::request::Portal;
use crate::text::{civil_date, day, holder, t, tf, word};

/// The project whose step began with the mail's cause, if it stands there still and the person may see it.
async fn line(portal: &Portal, account: &Account, one: &Waiting) -> Result<Option<Visible<Line>>, Error> {
    let (Some(viewer), Some(entry)) = (viewer(portal, &account.person_id).await?, &one.entry_id) else { return Ok(None) };
    let mut tx = portal.db.read(&Readers::of(&viewer)).await?;
    store::project::moved_by(&mut tx, &viewer, entry).await
}

/// A letter about a step that is open; none where it has moved on.
pub(super) async fn letter(
    portal: &Portal,
    account: &Account,
    (one, now): (&Waiting, Timestamp),
) -> Result<Option<Letter>, Error> {
    let Some(line) = line(portal, account, one).await? else { return Ok(None) };
    let Some((ball, turn)) = clock::ball(&line.standing()).map(|ball| (ball, ball.turn(now, day).unwrap_or(Turn::Holder))) else {
        return Ok(None);
    };
    let viewer = viewer(portal, &account.person_id).await?;
    let acts = clock::who_acts(line.stage, ball.holder, turn);
    // Whoever has answered meanwhile is not asked any more.
    if !viewer.is_some_and(|viewer| ball.holder.includes(viewer.party) || acts.iter().any(|(party, _)| *party == viewer.party)) {
        return Ok(None);
    }
    let Some((asked, place)) = desk::asks(line.stage) else { return Ok(None) };
    Ok(Some(written(portal, account, |lang| {
        let Some(code) = line.code.as_deref().filter(|_| line.ledger == Audience::Joint) else {
            let desk = format!("{}/desk", portal.origin);
            return (t(lang, "mail-quiet-subject"), vec![t(lang, "mail-quiet")], Some(desk));
        };
        let asked = t(lang, asked);
        let (subject, says) = match one.kind {
            Kind::Due => due(lang, code, &asked, &ball, now),
            Kind::Escalated => {
                let (subject, mut says) = escalated(lang, code, &asked, &ball, turn);
                says.push(tf(lang, "mail-escalated-end", [("date", until(lang, &ball, Turn::Over).into())]));
                (subject, says)
            }
            _ => begun(lang, code, &asked, &ball),
        };
        (subject, says, Some(format!("{}/desk/projects/{code}{place}", portal.origin)))
    })))
}

fn until(lang: Lang, ball: &Ball, turn: Turn) -> String {
    ball.due_in(turn, day).map(|due| civil_date(lang, due)).unwrap_or_default()
}

/// It has become somebody's turn.
pub(super) fn begun(lang: Lang, code: &str, asked: &str, ball: &Ball) -> (String, Vec<String>) {
    let due = ball.due(day).map(|due| tf(lang, "mail-turn-due", [("date", civil_date(lang, due).into())]));
    let subject = tf(lang, "mail-turn-subject", [("code", code.into()), ("asked", asked.into())]);
    let says = [Some(tf(lang, "mail-turn", [("code", code.into()), ("asked", asked.into())])), due];
    (subject, says.into_iter().flatten().collect())
}

fn due(lang: Lang, code: &str, asked: &str, ball: &Ball, now: Timestamp) -> (String, Vec<String>) {
    let date = until(lang, ball, Turn::Holder);
    let left = ball.due(day).map_or(0, |due| ball.holder.working_days_between(day(ball.holder, now), due));
    let key = if left <= 0 { "mail-due-today" } else { "mail-due-left" };
    let subject = tf(lang, "mail-due-subject", [("code", code.into()), ("asked", asked.into()), ("date", date.clone().into())]);
    let says = vec![
        tf(lang, "mail-turn", [("code", code.into()), ("asked", asked.into())]),
        tf(lang, key, [("days", left.into()), ("date", date.into())]),
        t(lang, "mail-due-then"),
    ];
    (subject, says)
}

/// What the co-chairs are asked for: by when, or whose turn it has become.
pub(super) fn asked(
    lang: Lang,
    (of, asked): (&str, &str),
    ball: &Ball,
    now: Timestamp,
    is_escalated: bool,
) -> (String, Vec<String>) {
    if is_escalated {
        return escalated(lang, of, asked, ball, ball.turn(now, day).unwrap_or(Turn::Holder));
    }
    due(lang, of, asked, ball, now)
}

fn escalated(lang: Lang, code: &str, asked: &str, ball: &Ball, turn: Turn) -> (String, Vec<String>) {
    let subject = tf(lang, "mail-escalated-subject", [("code", code.into()), ("asked", asked.into())]);
    let passed =
        [("asked", asked.into()), ("holder", holder(lang, ball.holder).into()), ("date", until(lang, ball, Turn::Holder).into())];
    let supervisor = ball.holder == domain::time::Holder::Us;
    let key = match (turn, supervisor) {
        (_, true) => "mail-escalated-heads",
        (Turn::Head, false) => "mail-escalated-head",
        _ => "mail-escalated-good-offices",
    };
    let says = vec![tf(lang, "mail-escalated", passed), tf(lang, key, [("date", until(lang, ball, turn).into())])];
    (subject, says)
}

/// A letter about what the rules did by themselves, or will do soon.
pub(super) async fn ended(portal: &Portal, account: &Account, one: &Waiting) -> Result<Option<Letter>, Error> {
    let Some(line) = line(portal, account, one).await? else { return Ok(None) };
    let Some(code) = line.code.clone().filter(|_| line.ledger == Audience::Joint) else { return Ok(None) };
    Ok(Some(written(portal, account, |lang| {
        let subject = tf(lang, &format!("mail-{}-subject", one.kind.code()), [("code", code.as_str().into())]);
        (subject, vec![word(lang, "mail", one.kind.code())], Some(format!("{}/desk/projects/{code}", portal.origin)))
    })))
}
