//! Mail: what each kind says, made when it leaves, as its reader may see it then. A mail carries public text only: that something
//! waits and where, never a word of what was written. Plain text with an HTML twin, in the reader's language.

mod inbox;
mod letter;
mod matter;
mod meeting;
mod minutes;
mod note;
mod point;
mod security;
mod turn;

use domain::id::PersonId;
use domain::notice::Pace;
use domain::text::Lang;
use store::account::Account;
use store::outbox::{Kind, Waiting};
use store::{Error, Readers};

pub use letter::Letter;

use crate::request::{Ask, Portal};
use crate::text::digits::reading_now;

/// Older than this a mail says nothing new, in milliseconds.
const STALE: i64 = 7 * 86_400_000;

/// A mail with its address.
#[derive(Clone, Debug)]
pub struct Addressed {
    /// To which address.
    pub to: String,
    /// What it says.
    pub letter: Letter,
}

/// Makes a mail that waits; none where there is nothing to say any more, or nobody to say it to. A link is made here and now, so
/// that its key is kept nowhere but in the mail.
///
/// # Errors
/// The database fails.
pub async fn compose(ask: &Ask, one: &Waiting) -> Result<Option<Addressed>, Error> {
    let portal = &ask.portal;
    let Some(account) = account(portal, one).await?.filter(|_| ask.now.0 - one.created_at.0 < STALE) else { return Ok(None) };
    let letter = match one.kind {
        Kind::Turn | Kind::Due | Kind::Escalated => turn::letter(portal, &account, (one, ask.now)).await?,
        Kind::PointDue | Kind::PointEscalated => point::letter(portal, &account, (one, ask.now)).await?,
        Kind::MinutesDue | Kind::MinutesEscalated => minutes::letter(portal, &account, (one, ask.now)).await?,
        Kind::MatterAsked | Kind::MatterDue | Kind::MatterEscalated => matter::letter(portal, &account, (one, ask.now)).await?,
        Kind::Notice => inbox::notice(portal, &account, one).await?,
        Kind::DigestDaily => inbox::digest(ask, &account, Pace::Daily).await?,
        Kind::DigestWeekly => inbox::digest(ask, &account, Pace::Weekly).await?,
        Kind::Meeting => meeting::letter(portal, &account, one).await?,
        Kind::Note => note::letter(portal, &account, one).await?,
        Kind::Lapsed | Kind::Expiring | Kind::Expired => turn::ended(portal, &account, one).await?,
        Kind::Invitation | Kind::Reset | Kind::ResetAsked => security::with_link(ask, &account, one.kind).await?,
        Kind::NewDevice | Kind::Tries | Kind::Password | Kind::Factors | Kind::Suspended => {
            Some(security::letter(portal, &account, one))
        }
    };
    Ok(letter.map(|letter| Addressed { to: account.email, letter }))
}

/// Whose mail it is; an address that nobody has is nobody's.
async fn account(portal: &Portal, one: &Waiting) -> Result<Option<Account>, Error> {
    let mut tx = portal.db.read(&Readers::public()).await?;
    match (&one.person_id, &one.address) {
        (Some(person), _) => store::account::find(&mut tx, person).await,
        (None, Some(address)) => store::account::find_by_email(&mut tx, address).await,
        (None, None) => Ok(None),
    }
}

/// What a person may see now; nothing while they are suspended.
async fn viewer(portal: &Portal, person: &PersonId) -> Result<Option<domain::viewer::Viewer>, Error> {
    let mut tx = portal.db.read(&Readers::public()).await?;
    store::person::viewer(&mut tx, person).await
}

/// Writes a letter with the reader's digits and the frame that every mail has.
fn written(portal: &Portal, account: &Account, write: impl FnOnce(Lang) -> (String, Vec<String>, Option<String>)) -> Letter {
    reading_now(account.digits, || {
        let (subject, says, link) = write(account.lang);
        Letter::of(portal, account.lang, &subject, &says, link.as_deref())
    })
}
