//! What waits to be mailed: written with its cause, in one transaction, and sent later. A row says that there is something to say and to
//! whom, never what; that is read when the mail leaves, as its reader may see it then.

use domain::change::{Change, Command, Record};
use domain::id::{EntryId, Occasion, PersonId};
use domain::time::Timestamp;
use serde::{Deserialize, Serialize};

use crate::{Error, Tx};

const ADD: &str =
    "insert into outbox (id, person_id, address, entry_id, kind, created_at, due_at) values ($1, $2, $3, $4, $5, $6, $6)";
const WAITING: &str = "select count(*) from outbox where sent_at is null and address is not null";
const SINCE: &str = "select count(*) from outbox where person_id = $1 and kind = $2 and created_at > $3";
const DUE: &str = "select id, person_id, address, entry_id, kind, created_at, due_at, tries from outbox where sent_at is null \
     and due_at <= $1 and tries < $2 order by due_at, id limit 20";
const CLAIM: &str = "update outbox set due_at = $3, tries = tries + 1 where id = $1 and due_at = $2 and sent_at is null";
const SENT: &str = "update outbox set sent_at = $2 where id = $1";
const DROP: &str = "delete from outbox where id = $1";
const SWEEP: &str = "delete from outbox where created_at < $1";

/// Most requests for a link that wait at a time; more are dropped, so that nobody can fill the table.
const MOST_REQUESTS: i64 = 1_000;
/// How often a mail is tried.
pub const TRIES: i64 = 8;
/// A day, in milliseconds.
const DAY: i64 = 86_400_000;

/// What a mail is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// It has become the person's turn in a project.
    Turn,
    /// The person is invited and gets a link.
    Invitation,
    /// Somebody asks for a link by this address; it may belong to nobody.
    ResetAsked,
    /// Whoever manages the side gives the person a link for a new password.
    Reset,
    /// Somebody signed in on a device that was not seen before.
    NewDevice,
    /// Wrong passwords have closed the name for a while.
    Tries,
    /// The password was changed.
    Password,
    /// An app, a passkey or the recovery codes were changed, or a code was used.
    Factors,
    /// The account was closed.
    Suspended,
    /// A step that the person holds is due soon, or today.
    Due,
    /// A step was not answered in time, and it is the turn of the head or of the supervisor.
    Escalated,
    /// The last day to answer points comes near.
    PointDue,
    /// Points were not answered in time, and the next one further up is asked.
    PointEscalated,
    /// The last day to agree to minutes comes near.
    MinutesDue,
    /// Minutes were not agreed to in time, and the next one further up is asked.
    MinutesEscalated,
    /// A matter waits for the person's answer or settling.
    MatterAsked,
    /// The last day to answer or settle a matter comes near.
    MatterDue,
    /// A matter was not settled in time, and the next one further up is asked.
    MatterEscalated,
    /// A project lapsed, for nobody answered.
    Lapsed,
    /// A sign-off ends soon, and work has not begun.
    Expiring,
    /// A sign-off ended before work began.
    Expired,
    /// A formal note came.
    Note,
    /// A meeting was called, moved or called off.
    Meeting,
    /// Something came to the inbox that the person wants to hear of at once.
    Notice,
    /// What came to the inbox in a day.
    DigestDaily,
    /// What came to the inbox in a week.
    DigestWeekly,
}

impl Kind {
    /// Does it tell of a duty, which the inbox shows too?
    pub(crate) const fn is_duty(self) -> bool {
        matches!(
            self,
            Self::Due
                | Self::PointDue
                | Self::MinutesDue
                | Self::Escalated
                | Self::PointEscalated
                | Self::MinutesEscalated
                | Self::MatterDue
                | Self::MatterEscalated
                | Self::Expiring
        )
    }

    /// The stable code, as in rows and sentences.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Turn => "turn",
            Self::Invitation => "invitation",
            Self::ResetAsked => "reset_asked",
            Self::Reset => "reset",
            Self::NewDevice => "new_device",
            Self::Tries => "tries",
            Self::Password => "password",
            Self::Factors => "factors",
            Self::Suspended => "suspended",
            Self::Due => "due",
            Self::Escalated => "escalated",
            Self::PointDue => "point_due",
            Self::PointEscalated => "point_escalated",
            Self::MinutesDue => "minutes_due",
            Self::MinutesEscalated => "minutes_escalated",
            Self::MatterAsked => "matter_asked",
            Self::MatterDue => "matter_due",
            Self::MatterEscalated => "matter_escalated",
            Self::Lapsed => "lapsed",
            Self::Expiring => "expiring",
            Self::Expired => "expired",
            Self::Note => "note",
            Self::Meeting => "meeting",
            Self::Notice => "notice",
            Self::DigestDaily => "digest_daily",
            Self::DigestWeekly => "digest_weekly",
        }
    }

    /// What the owner of an account hears of such an event.
    const fn of(command: Command) -> Option<Self> {
        match command {
            Command::SetPassword => Some(Self::Password),
            Command::AddFactor | Command::RemoveFactor | Command::UseRecoveryCode => Some(Self::Factors),
            Command::SuspendPerson => Some(Self::Suspended),
            _ => None,
        }
    }
}

/// Something that waits to be mailed.
#[derive(Clone, Debug, Deserialize)]
pub struct Waiting {
    /// Its id.
    pub id: String,
    /// To whom.
    pub person_id: Option<PersonId>,
    /// To which address, where nobody has looked up yet whose it is.
    pub address: Option<String>,
    /// The entry that caused it.
    pub entry_id: Option<EntryId>,
    /// What it is about.
    pub kind: Kind,
    /// Since when.
    pub created_at: Timestamp,
    /// When it is tried.
    pub due_at: Timestamp,
    /// How often it was tried.
    pub tries: i64,
}

/// Adds a mail to a person.
///
/// # Errors
/// The database fails.
pub async fn add(tx: &mut Tx, kind: Kind, person: &PersonId, entry: Option<&EntryId>, occasion: Occasion) -> Result<(), Error> {
    let id: EntryId = occasion.branch(kind.code()).branch(person.as_str()).ids().fresh();
    let entry = entry.map(EntryId::as_str);
    let values =
        [id.as_str().into(), person.as_str().into(), None::<&str>.into(), entry.into(), kind.code().into(), occasion.at.0.into()];
    tx.execute(ADD, &values).await?;
    Ok(())
}

/// Adds a mail to a person unless there was one of its kind within a day.
///
/// # Errors
/// The database fails.
pub async fn add_daily(tx: &mut Tx, kind: Kind, person: &PersonId, occasion: Occasion) -> Result<(), Error> {
    let values = [person.as_str().into(), kind.code().into(), (occasion.at.0 - DAY).into()];
    if tx.count(SINCE, &values).await? == 0 { add(tx, kind, person, None, occasion).await } else { Ok(()) }
}

/// Keeps that somebody asks for a link by an address; the work is the same whether anybody has it.
///
/// # Errors
/// The database fails.
pub async fn ask(tx: &mut Tx, address: &str, occasion: Occasion) -> Result<(), Error> {
    if tx.count(WAITING, &[]).await? >= MOST_REQUESTS {
        return Ok(());
    }
    let id: EntryId = occasion.branch("outbox").ids().fresh();
    let nobody = None::<&str>;
    let kind = Kind::ResetAsked.code();
    let values = [id.as_str().into(), nobody.into(), address.into(), nobody.into(), kind.into(), occasion.at.0.into()];
    tx.execute(ADD, &values).await?;
    Ok(())
}

/// Tells the owner of an account of a security event that concerns it.
pub(crate) async fn tell(tx: &mut Tx, event: &Change) -> Result<(), Error> {
    let about = event.records.iter().find_map(|record| match record {
        Record::SecurityEvent(event) => event.person_id.as_ref(),
        _ => None,
    });
    match (Kind::of(event.command), about) {
        (Some(kind), Some(person)) => add(tx, kind, person, None, event.occasion).await,
        _ => Ok(()),
    }
}

/// What is to be sent now.
///
/// # Errors
/// The database fails.
pub async fn due(tx: &mut Tx, now: Timestamp) -> Result<Vec<Waiting>, Error> {
    tx.list(DUE, &[now.0.into(), TRIES.into()]).await
}

/// Takes one to send it; until `again` nobody else does. False where another was quicker.
///
/// # Errors
/// The database fails.
pub async fn claim(tx: &mut Tx, one: &Waiting, again: Timestamp) -> Result<bool, Error> {
    Ok(tx.execute(CLAIM, &[one.id.as_str().into(), one.due_at.0.into(), again.0.into()]).await? == 1)
}

/// It was sent. What went to an address that somebody typed is not kept.
///
/// # Errors
/// The database fails.
pub async fn sent(tx: &mut Tx, one: &Waiting, now: Timestamp) -> Result<(), Error> {
    if one.person_id.is_none() {
        return drop(tx, &one.id).await;
    }
    tx.execute(SENT, &[one.id.as_str().into(), now.0.into()]).await?;
    Ok(())
}

/// There is nothing to say any more.
///
/// # Errors
/// The database fails.
pub async fn drop(tx: &mut Tx, id: &str) -> Result<(), Error> {
    tx.execute(DROP, &[id.into()]).await?;
    Ok(())
}

/// Forgets what was written before this, sent or not.
///
/// # Errors
/// The database fails.
pub async fn sweep(tx: &mut Tx, before: Timestamp) -> Result<u64, Error> {
    tx.execute(SWEEP, &[before.0.into()]).await
}
