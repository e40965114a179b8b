//! Everything that was recorded of one meeting, in its order.

use std::collections::BTreeMap;

use domain::id::MeetingId;
use domain::meeting::{Meeting, MeetingStart, Plan};
use domain::time::Timestamp;

use crate::{Error, Tx};

const START: &str = "select id, group_id, number, party, person_id from meetings where id = $1";
const PLAN: &str = "select meeting_id, revision, starts_at, ends_at, lang, place, link, person_id from meeting_plans \
     where meeting_id = $1 order by revision desc limit 1";
const STEPS: &str = "select meeting_id, number, from_stage, to_stage, person_id, lang, reason from meeting_steps where meeting_id = $1 \
     order by number";
const AGENDAS: &str =
    "select meeting_id, revision, content, hash, party, person_id from agendas where meeting_id = $1 order by revision";
const CONSENTS: &str = "select c.id, c.meeting_id, c.subject, c.subject_hash, c.party, c.person_id from meeting_consents c \
     where c.meeting_id = $1 and not exists (select 1 from meeting_consent_ends e where e.consent_id = c.id) order by c.recorded_at, c.id";
const TAKEN_BACK: &str = "select c.id, c.meeting_id, c.subject, c.subject_hash, c.party, c.person_id from meeting_consents c \
     where c.meeting_id = $1 and exists (select 1 from meeting_consent_ends e where e.consent_id = c.id) order by c.recorded_at, c.id";
const ATTENDEES: &str = "select id, meeting_id, party, seat, person_id, lang, name from attendees where meeting_id = $1 \
     order by recorded_at, id";
const MOMENTS: &str = "select id, meeting_id, number, kind, item_id, attendee_id, happened_at, person_id from moments \
     where meeting_id = $1 order by number";
const DECISIONS: &str = "select id, meeting_id, item_id, number, text_en, text_he, text_ar, version_id, content_hash, hash, party, person_id \
     from decisions where meeting_id = $1 order by recorded_at, number, id";
const SPOKEN: &str = "select id, meeting_id, item_id, project_id, ballot_id, version_id, content_hash, party, verdict, lang, words, person_id \
     from spoken_positions where meeting_id = $1 order by recorded_at, party, id";
const UNSPOKEN: &str = "select spoken_position_id, meeting_id, person_id from spoken_position_ends where meeting_id = $1 \
     order by recorded_at, spoken_position_id";
const ACTIONS: &str = "select id, meeting_id, item_id, group_id, party, lang, office, text, due_on, person_id from action_items \
     where meeting_id = $1 order by recorded_at, id";
const ACTION_ENDS: &str = "select e.action_item_id, e.outcome, e.party, e.person_id, e.lang, e.note from action_item_ends e \
     join action_items a on a.id = e.action_item_id where a.meeting_id = $1 order by e.recorded_at, e.action_item_id";
/// What earlier meetings left to do and nobody has closed.
const BACKLOG: &str = "select a.id, a.meeting_id, a.item_id, a.group_id, a.party, a.lang, a.office, a.text, a.due_on, a.person_id \
     from action_items a join meetings m on m.id = a.meeting_id join meetings own on own.id = $1 and own.group_id = m.group_id \
     where m.number < own.number and not exists (select 1 from action_item_ends e where e.action_item_id = a.id) order by a.due_on, a.id";
const MINUTES: &str =
    "select meeting_id, revision, content, hash, person_id from minutes where meeting_id = $1 order by revision";
const CIRCULATED: &str = "select recorded_at from meeting_steps where meeting_id = $1 and to_stage = 'corrections'";
const CORRECTIONS: &str = "select id, meeting_id, item_id, lang, text, party, person_id from corrections where meeting_id = $1 \
     order by recorded_at, id";
const ANSWERS: &str = "select correction_id, meeting_id, outcome, person_id from correction_answers where meeting_id = $1 \
     order by recorded_at, correction_id";
const STATEMENTS: &str = "select id, meeting_id, about_hash, party, lang, text, person_id from statements where meeting_id = $1 \
     order by recorded_at, id";

/// When statements, corrections and spoken positions were recorded, by their ids, and each step, by where it led.
const TIMES: &str = "select id, recorded_at from statements where meeting_id = $1 \
     union all select id, recorded_at from corrections where meeting_id = $1 \
     union all select id, recorded_at from spoken_positions where meeting_id = $1 \
     union all select to_stage, recorded_at from meeting_steps where meeting_id = $1";

/// When things of a meeting were recorded, by their ids or the stage they led to.
pub type Times = BTreeMap<String, Timestamp>;

/// When statements, corrections, spoken positions and steps of a meeting were recorded.
///
/// # Errors
/// The database fails.
pub async fn times(tx: &mut Tx, id: &MeetingId) -> Result<Times, Error> {
    let found: Vec<(String, Timestamp)> = tx.list(TIMES, &[id.as_str().into()]).await?;
    Ok(found.into_iter().collect())
}

pub(super) async fn load(tx: &mut Tx, id: &str) -> Result<Option<Meeting>, Error> {
    let id = &[id.into()];
    let (Some(start), Some(plan)) = (tx.find::<MeetingStart>(START, id).await?, tx.find::<Plan>(PLAN, id).await?) else {
        return Ok(None);
    };
    Ok(Some(Meeting {
        start,
        plan,
        steps: tx.list(STEPS, id).await?,
        agendas: tx.list(AGENDAS, id).await?,
        consents: tx.list(CONSENTS, id).await?,
        taken_back: tx.list(TAKEN_BACK, id).await?,
        attendees: tx.list(ATTENDEES, id).await?,
        moments: tx.list(MOMENTS, id).await?,
        decisions: tx.list(DECISIONS, id).await?,
        spoken: tx.list(SPOKEN, id).await?,
        unspoken: tx.list(UNSPOKEN, id).await?,
        actions: tx.list(ACTIONS, id).await?,
        action_ends: tx.list(ACTION_ENDS, id).await?,
        backlog: tx.list(BACKLOG, id).await?,
        minutes: tx.list(MINUTES, id).await?,
        circulated_at: tx.find::<(Timestamp,)>(CIRCULATED, id).await?.map(|(at,)| at),
        corrections: tx.list(CORRECTIONS, id).await?,
        answers: tx.list(ANSWERS, id).await?,
        statements: tx.list(STATEMENTS, id).await?,
    }))
}
