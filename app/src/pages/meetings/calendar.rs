//! Meetings for calendars: a file for one, and a private feed of all of a person's. Times are in UTC, so that every calendar shows its own;
//! the three capitals stand in the description. A feed says when something is and of which group, and nothing of what it is about.

use domain::meeting::MeetingStage;
use domain::text::{self as rules, Lang};
use domain::time::Timestamp;
use icalendar::{Calendar, Component, Event, EventLike, EventStatus};
use store::group::Group;
use store::meeting::Listed;
use store::{Readers, Visible};

use super::{LIST, title};
use crate::request::{Ask, Stop};
use crate::text::{capitals, t};

/// For so long what is over stays in a feed, in days.
const KEPT: i64 = 90;

/// The media type of both.
pub const KIND: &str = "text/calendar; charset=utf-8";

/// `20261124T073000Z`
fn utc(at: Timestamp) -> String {
    let plain: String =
        crate::text::iso(Timestamp(at.0.div_euclid(1000) * 1000)).chars().filter(|one| !"-:".contains(*one)).collect();
    plain
}

/// What stands in a calendar of a meeting; place and link only for who reads the meeting's own page.
fn event(ask: &Ask, lang: Lang, group: Option<&Group>, one: &Listed, whole: bool) -> Event {
    let cancelled = one.stage == MeetingStage::Cancelled;
    let host = ask.portal.origin.split("://").last().unwrap_or_default();
    let address = format!("{}{LIST}/{}", ask.portal.origin, one.id.as_str());
    // Calendars hold their text plain: the marks that keep directions apart on a page mean nothing there.
    let plain = |text: String| text.replace(['\u{2068}', '\u{2069}'], "");
    let mut event = Event::new();
    event
        .uid(&format!("{}@{host}", one.id.as_str()))
        .add_property("DTSTAMP", utc(one.changed_at))
        .add_property("DTSTART", utc(one.starts_at))
        .add_property("DTEND", utc(one.ends_at))
        .add_property("URL", &address)
        .sequence(u32::try_from(one.revision).unwrap_or(1) + u32::from(cancelled))
        .summary(&plain(title(lang, group, one.number)))
        .description(&format!("{}\n{address}", plain(capitals(lang, one.starts_at))))
        .status(if cancelled { EventStatus::Cancelled } else { EventStatus::Confirmed });
    if whole {
        let place = [one.place.as_str(), one.link.as_str()].into_iter().filter(|part| !part.is_empty());
        event.location(&place.collect::<Vec<_>>().join(", "));
    }
    event.done()
}

fn calendar(lang: Lang, events: impl Iterator<Item = Event>) -> String {
    let mut calendar = Calendar::new();
    calendar.name(&t(lang, "meetings-title"));
    for event in events {
        calendar.push(event);
    }
    folded(&calendar.done().to_string())
}

/// Lines as RFC 5545 (3.1) wants them: 75 octets at most, cut between characters. The library sometimes writes 76.
fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len() + text.len() / 32);
    for line in text.replace("\r\n ", "").split_terminator("\r\n") {
        let mut octets = 0;
        for letter in line.chars() {
            if octets + letter.len_utf8() > 75 {
                folded.push_str("\r\n ");
                octets = 1;
            }
            folded.push(letter);
            octets += letter.len_utf8();
        }
        folded.push_str("\r\n");
    }
    folded
}

fn group<'list>(groups: &'list [Group], one: &Listed) -> Option<&'list Group> {
    groups.iter().find(|group| group.id == one.group_id)
}

/// The file of one meeting, for whoever reads it.
///
/// # Errors
/// [`Stop::NotFound`] for everybody else.
pub async fn file(ask: &Ask, id: &str) -> Result<String, Stop> {
    let mut member = ask.member().await?;
    let one = store::meeting::listed(&mut member.tx, &member.viewer, id).await?.ok_or(Stop::NotFound)?;
    let groups = store::group::all(&mut member.tx).await?;
    Ok(calendar(ask.lang, std::iter::once(event(ask, ask.lang, group(&groups, &one), &one, true))))
}

/// The feed of whoever this key belongs to, as they may see their meetings now.
///
/// # Errors
/// [`Stop::NotFound`] for a key that opens nothing, [`Stop::TooOften`].
pub async fn feed(ask: &Ask, key: &str) -> Result<String, Stop> {
    if !ask.is_within(&ask.portal.searches) {
        return Err(Stop::TooOften);
    }
    let mut tx = ask.portal.db.read(&Readers::public()).await?;
    let person = store::meeting::calendar::owner(&mut tx, &rules::hash(key)).await?.ok_or(Stop::NotFound)?;
    let viewer = store::person::viewer(&mut tx, &person).await?.ok_or(Stop::NotFound)?;
    let account = store::account::find(&mut tx, &person).await?.ok_or(Stop::NotFound)?;
    let groups = store::group::all(&mut tx).await?;
    // One snapshot at a time: a reader that is held while another is asked for can wait for itself.
    drop(tx);
    let mut tx = ask.portal.db.read(&Readers::of(&viewer)).await?;
    let found: Vec<Visible<Listed>> = store::meeting::since(&mut tx, &viewer, ask.now.plus_days(-KEPT)).await?;
    Ok(calendar(account.lang, found.iter().map(|one| event(ask, account.lang, group(&groups, one), one, false))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_folded_at_75_octets_between_characters_and_unfold_to_what_was_said() {
        for letter in ["a", "ש", "ع", "אa"] {
            for count in 1..180 {
                let words = letter.repeat(count);
                let text = calendar(Lang::En, std::iter::once(Event::new().summary(&words).done()));
                let longest = text.split("\r\n").map(str::len).max();
                assert!(longest <= Some(75), "{count} of {letter}: {longest:?}");
                assert!(text.replace("\r\n ", "").contains(&format!("SUMMARY:{words}\r\n")), "{count} of {letter}");
            }
        }
    }
}
