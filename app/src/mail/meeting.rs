//! A meeting was called, moved or called off: of which group, when, and where to read more; nothing of its agenda or its place.

use domain::change::Command;
use domain::meeting::MeetingStage;
use domain::time::Holder;
use store::account::Account;
use store::outbox::Waiting;
use store::{Error, Readers};

use super::{Letter, viewer, written};
use crate::pages::meetings::{LIST, title};
use crate::request::Portal;
use crate::text::{capitals, civil_date, day, t, tf};

/// The letter; none where the person may not know of the meeting any more.
pub(super) async fn letter(portal: &Portal, account: &Account, one: &Waiting) -> Result<Option<Letter>, Error> {
    let (Some(viewer), Some(entry)) = (viewer(portal, &account.person_id).await?, &one.entry_id) else { return Ok(None) };
    let mut tx = portal.db.read(&Readers::of(&viewer)).await?;
    let Some((meeting, command)) = store::meeting::of_entry(&mut tx, &viewer, entry).await? else { return Ok(None) };
    // What was called off meanwhile is only told of as called off.
    if meeting.stage == MeetingStage::Cancelled && command != Command::CancelMeeting {
        return Ok(None);
    }
    let groups = store::group::all(&mut tx).await?;
    let group = groups.iter().find(|group| group.id == meeting.group_id);
    let key = match command {
        Command::ChangeMeeting => "mail-meeting-changed",
        Command::CancelMeeting => "mail-meeting-cancelled",
        _ => "mail-meeting-called",
    };
    Ok(Some(written(portal, account, |lang| {
        let name = title(lang, group, meeting.number);
        let when = format!("{} · {}", civil_date(lang, day(Holder::Il, meeting.starts_at)), capitals(lang, meeting.starts_at));
        let says = vec![tf(lang, key, [("meeting", name.into())]), when];
        (t(lang, "mail-meeting-subject"), says, Some(format!("{}{LIST}/{}", portal.origin, meeting.id.as_str())))
    })))
}
