//! Formal notes, as far as their audience and their group let this viewer read.

use domain::change::Change;
use domain::formal_note::{Acknowledgement, Before, FormalNote, parse_label};
use domain::id::{FormalNoteId, GroupId, Occasion};
use domain::party::{Audience, Party};
use domain::refusal::Refusal;
use domain::time::{Day, Timestamp};
use domain::viewer::Viewer;
use serde::Deserialize;

use crate::outbox::{self, Kind};
use crate::perform::{Failure, Request, deed};
use crate::value::Value;
use crate::{Db, Error, Tx, Visible, facts, form_key, ledger, person};

/// The condition on `formal_notes n`: joint notes of the viewer's groups, those of a channel for whoever speaks in it. `$1` is the
/// person, `$2` and `$3` the channels of their party.
macro_rules! readable {
    () => {
        "((n.audience = 'joint' and exists (select 1 from held_roles r where r.person_id = $1 and r.role <> 'administrator' \
           and (r.group_id is null or r.group_id = n.group_id))) \
         or (n.audience in ($2, $3) and exists (select 1 from held_roles r where r.person_id = $1 \
           and r.role in ('co_chair','signatory','head','reviewer','officer') and (r.group_id is null or r.group_id = n.group_id))))"
    };
}

macro_rules! columns {
    () => {
        "n.id, n.group_id, n.audience, n.party, n.year, n.number, n.addressee, n.lang, n.title, n.text, n.reply_to_id, n.due_on, n.person_id"
    };
}

/// The columns of a [`Listed`] but for what waits and what was answered.
macro_rules! listed {
    () => {
        "n.id, n.group_id, n.audience, n.party, n.year, n.number, n.addressee, n.lang, n.title, n.due_on, n.recorded_at"
    };
}

/// Was it sent to party `$4`?
macro_rules! addressed {
    () => {
        "n.addressee in ($4, 'il_' || $4, 'sy_' || $4, $4 || '_sy', $4 || '_us')"
    };
}

/// Is party `$4` asked, and has it not taken note, or not answered what asks for an answer?
macro_rules! waits {
    () => {
        concat!(addressed!(), " and n.party <> $4 and (not exists (select 1 from acknowledgements a where a.note_id = n.id and a.party = $4) \
           or (n.due_on is not null and not exists (select 1 from formal_notes m where m.reply_to_id = n.id and m.party = $4)))")
    };
}

/// Has another party answered it?
macro_rules! answered {
    () => {
        "(select count(*) from formal_notes m where m.reply_to_id = n.id and m.party <> n.party) as answers"
    };
}

const LIST: &str = concat!(
    "select ",
    listed!(),
    ", cast(case when ",
    waits!(),
    " then 1 else 0 end as bigint) as waiting, ",
    answered!(),
    " from formal_notes n where ",
    readable!(),
    " and ($5 = '' or ($5 = 'out' and n.party = $4) or ($5 = 'in' and ",
    addressed!(),
    ") or ($5 = 'waiting' and ",
    waits!(),
    ")) order by n.recorded_at desc, n.id desc limit $6 offset $7"
);
const COUNT: &str = concat!(
    "select count(*) from formal_notes n where ",
    readable!(),
    " and ($5 = '' or ($5 = 'out' and n.party = $4) or ($5 = 'in' and ",
    addressed!(),
    ") or ($5 = 'waiting' and ",
    waits!(),
    "))"
);
const FIND: &str = concat!(
    "select ",
    columns!(),
    " from formal_notes n where ",
    readable!(),
    " and n.party = $4 and n.audience = $5 and n.year = $6 and n.number = $7"
);
const ANSWERS: &str = concat!(
    "select ",
    listed!(),
    ", cast(0 as bigint) as waiting, cast(0 as bigint) as answers from formal_notes n where n.reply_to_id = $1 order by n.recorded_at, n.id"
);
const ASKED: &str = concat!(
    "select ",
    listed!(),
    ", cast(0 as bigint) as waiting, cast(0 as bigint) as answers from formal_notes n where n.id = $1"
);
const ACKNOWLEDGEMENTS: &str =
    "select note_id, audience, party, person_id, lang, office from acknowledgements where note_id = $1 order by party";
const ACKNOWLEDGED_AT: &str = "select party, recorded_at from acknowledgements where note_id = $1";
const SENT_AT: &str = "select recorded_at from formal_notes where id = $1";
const LAST: &str = "select coalesce(max(number), 0) from formal_notes where party = $1 and audience = $2 and year = $3";
const BY_ENTRY: &str = concat!("select ", columns!(), " from formal_notes n where ", readable!(), " and n.entry_id = $4");

/// Notes on a page of the list.
pub const PAGE: i64 = 25;

/// A note in a list.
#[derive(Clone, Debug, Deserialize)]
pub struct Listed {
    /// Its id.
    pub id: FormalNoteId,
    /// In which group.
    pub group_id: GroupId,
    /// Who reads it.
    pub audience: Audience,
    /// Who sent it.
    pub party: Party,
    year: i64,
    number: i64,
    /// To whom.
    pub addressee: domain::formal_note::Addressee,
    /// The language of its title.
    pub lang: domain::text::Lang,
    /// What it is about.
    pub title: String,
    /// Until when an answer is asked for.
    pub due_on: Option<Day>,
    /// When it was sent.
    pub recorded_at: Timestamp,
    waiting: i64,
    answers: i64,
}

impl Listed {
    /// `IL-2026-014`
    #[must_use]
    pub fn label(&self) -> String {
        domain::formal_note::label(self.party, self.audience, self.year, self.number)
    }

    /// Does it wait for something of the viewer's party?
    #[must_use]
    pub const fn waits(&self) -> bool {
        self.waiting > 0
    }

    /// Has another party answered it?
    #[must_use]
    pub const fn answered(&self) -> bool {
        self.answers > 0
    }
}

/// A note with what came of it.
#[derive(Clone, Debug)]
pub struct Found {
    /// The note.
    pub note: FormalNote,
    /// When it was sent.
    pub sent_at: Timestamp,
    /// Who took note, and when.
    pub acknowledged: Vec<(Acknowledgement, Timestamp)>,
    /// The note it answers.
    pub asked: Option<Listed>,
    /// The notes that answer it.
    pub answers: Vec<Listed>,
}

fn values(viewer: &Viewer) -> Vec<Value> {
    let channel = |audience: Audience| if audience.admits(viewer.party) { audience.code() } else { "" };
    vec![viewer.person_id.as_str().into(), channel(Audience::ChannelIl).into(), channel(Audience::ChannelSy).into()]
}

/// The notes that this viewer may know of, newest first, and how many there are: all, `in`, `out` or `waiting`.
///
/// # Errors
/// The database fails.
pub async fn list(tx: &mut Tx, viewer: &Viewer, which: &str, page: i64) -> Result<(Vec<Visible<Listed>>, i64), Error> {
    let mut values = values(viewer);
    values.extend([viewer.party.code().into(), which.into()]);
    let count = tx.count(COUNT, &values).await?;
    values.extend([PAGE.into(), ((page.max(1) - 1) * PAGE).into()]);
    let found: Vec<Listed> = tx.list(LIST, &values).await?;
    Ok((found.into_iter().map(Visible::new).collect(), count))
}

/// The note with this label, if this viewer may know of it.
///
/// # Errors
/// The database fails.
pub async fn find(tx: &mut Tx, viewer: &Viewer, label: &str) -> Result<Option<Visible<Found>>, Error> {
    let Some((party, audience, year, number)) = parse_label(label) else { return Ok(None) };
    let mut values = values(viewer);
    values.extend([party.code().into(), audience.code().into(), year.into(), number.into()]);
    let Some(note) = tx.find::<FormalNote>(FIND, &values).await? else { return Ok(None) };
    let id: &[Value] = &[note.id.as_str().into()];
    let (sent_at,): (Timestamp,) =
        tx.find(SENT_AT, id).await?.ok_or_else(|| Error::Corrupt("a note without a time".to_owned()))?;
    let given: Vec<Acknowledgement> = tx.list(ACKNOWLEDGEMENTS, id).await?;
    let times: Vec<(Party, Timestamp)> = tx.list(ACKNOWLEDGED_AT, id).await?;
    let at = |party: Party| times.iter().find(|(of, _)| *of == party).map_or(Timestamp(0), |(_, at)| *at);
    let acknowledged = given.into_iter().map(|one| (one.clone(), at(one.party))).collect();
    let answers = tx.list(ANSWERS, id).await?;
    let asked = match &note.reply_to_id {
        Some(to) => tx.find(ASKED, &[to.as_str().into()]).await?,
        None => None,
    };
    Ok(Some(Visible::new(Found { note, sent_at, acknowledged, asked, answers })))
}

/// The note that this entry recorded, if this viewer may know of it.
///
/// # Errors
/// The database fails.
pub async fn of_entry(tx: &mut Tx, viewer: &Viewer, entry: &str) -> Result<Option<Visible<FormalNote>>, Error> {
    let mut values = values(viewer);
    values.push(entry.into());
    Ok(tx.find(BY_ENTRY, &values).await?.map(Visible::new))
}

/// Sends a note by a rule; gives its label. `reply_to` is the label of the note it answers, or empty.
///
/// # Errors
/// [`Failure`]; then nothing was recorded.
pub async fn send<R>(db: &Db, request: &Request, (audience, reply_to): (Audience, &str), rule: R) -> Result<String, Failure>
where
    R: Fn(&Viewer, &Before) -> Result<Change, Refusal> + Send + Sync + 'static,
{
    deed(db, request, (reply_to.to_owned(), rule), move |tx, viewer, request, (reply_to, rule)| {
        Box::pin(async move {
            let reply_to = match reply_to.as_str() {
                "" => None,
                label => Some(find(tx, viewer, label).await?.ok_or(Failure::NotFound)?.note.clone()),
            };
            let today = Day::of_utc(request.occasion.at);
            let year = facts::year_of(today);
            let number = tx.count(LAST, &[viewer.party.code().into(), audience.code().into(), year.into()]).await?;
            let change = rule(viewer, &Before { year, number, reply_to, today })?;
            let entry = ledger::append(tx, &change, &request.id).await?;
            let note = of_entry(tx, viewer, entry.id.as_str()).await?.ok_or(Failure::NotFound)?;
            tell(tx, &note, &entry.id, request.occasion).await?;
            let label = note.label();
            form_key::claim(tx, request, &label).await?;
            Ok(label)
        })
    })
    .await
}

/// A mail to everybody of the addressees who can take note.
async fn tell(tx: &mut Tx, note: &FormalNote, entry: &domain::id::EntryId, occasion: Occasion) -> Result<(), Error> {
    let readers = person::who_read(tx, note.audience, &note.group_id).await?;
    for one in readers.iter().filter(|one| note.addressee.parties().contains(&one.party)) {
        if domain::formal_note::audiences(one, &note.group_id).contains(&note.audience) {
            outbox::add(tx, Kind::Note, &one.person_id, Some(entry), occasion).await?;
        }
    }
    Ok(())
}

/// Takes note by a rule.
///
/// # Errors
/// [`Failure`]; then nothing was recorded.
pub async fn acknowledge<R>(db: &Db, label: &str, request: &Request, rule: R) -> Result<String, Failure>
where
    R: Fn(&Viewer, &FormalNote, &[Acknowledgement]) -> Result<Change, Refusal> + Send + Sync + 'static,
{
    deed(db, request, (label.to_owned(), rule), move |tx, viewer, request, (label, rule)| {
        Box::pin(async move {
            let found = find(tx, viewer, label).await?.ok_or(Failure::NotFound)?;
            let taken: Vec<Acknowledgement> = found.acknowledged.iter().map(|(one, _)| one.clone()).collect();
            ledger::append(tx, &rule(viewer, &found.note, &taken)?, &request.id).await?;
            form_key::claim(tx, request, label).await?;
            Ok(label.clone())
        })
    })
    .await
}
