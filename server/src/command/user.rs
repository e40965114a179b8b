//! `portal user`: the first people of a fresh installation, one-time links, and who has an account. Each new person is an entry of
//! the ledger; a password is never told, only set with a link.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use clap::{Args, Subcommand};
use domain::enrolment::{Grant, Newcomer};
use domain::id::{FromBytes, GroupId, Occasion, PersonId};
use domain::party::Party;
use domain::person::Role;
use domain::text::Lang;
use domain::time::Timestamp;
use store::group::Group;
use store::person::Enrolment;
use store::{Db, Readers};

use super::{open, say};
use crate::config::Config;
use crate::secret::Secret;
use crate::{clock, founding};

/// How long a link can be used, in days.
const LINK_DAYS: i64 = 7;
/// How long the mandates hold that come with a role, in days.
const MANDATE_DAYS: i64 = 2 * 365;

/// What to do with accounts.
#[derive(Debug, Subcommand)]
pub enum User {
    /// Add a person and print the link with which they set a password.
    Add(New),
    /// Print a new link for a person; the one before ends, and so does every session.
    Link {
        /// The address they sign in with.
        #[arg(long)]
        email: String,
    },
    /// List every account.
    List,
}

/// A new person.
#[derive(Args, Debug)]
pub struct New {
    /// The address they sign in with.
    #[arg(long)]
    email: String,
    /// Their name; other parties never see it.
    #[arg(long)]
    name: String,
    /// il, sy, us, or none for the secretariat and administrators.
    #[arg(long, value_parser = party)]
    party: Party,
    /// member, translator, `co_chair`, signatory, head, reviewer, officer, secretariat or administrator.
    #[arg(long, value_parser = role)]
    role: Role,
    /// medicine, energy or agriculture; without it the role is held in all groups.
    #[arg(long)]
    group: Option<String>,
    /// The language of their desk: en, he or ar. Default: that of their party.
    #[arg(long, value_parser = lang)]
    lang: Option<Lang>,
}

fn party(code: &str) -> Result<Party, String> {
    let known = [Party::Il, Party::Sy, Party::Us, Party::None];
    known.into_iter().find(|party| party.code() == code).ok_or_else(|| "Use il, sy, us or none.".to_owned())
}

fn role(code: &str) -> Result<Role, String> {
    let known = || Role::ALL.map(Role::code).join(", ");
    Role::ALL.into_iter().find(|role| role.code() == code).ok_or_else(|| format!("Use one of: {}.", known()))
}

fn lang(code: &str) -> Result<Lang, String> {
    Lang::parse(code).ok_or_else(|| "Use en, he or ar.".to_owned())
}

/// Runs the command.
pub async fn run(config: Config, user: User) -> Result<(), String> {
    let db = open(&config).await?;
    let done = match user {
        User::Add(new) => add(&db, &config, new).await,
        User::Link { email } => link(&db, &config, &email).await,
        User::List => list(&db).await,
    };
    db.close().await;
    done
}

fn said(error: store::Error) -> String {
    error.to_string()
}

async fn add(db: &Db, config: &Config, new: New) -> Result<(), String> {
    if !new.role.fits(new.party) {
        return Err(format!("The party {} has no {}.", new.party.code(), new.role.code()));
    }
    let email = new.email.trim().to_lowercase();
    if !email.contains('@') || new.name.trim().is_empty() {
        return Err("Give an address and a name.".to_owned());
    }
    // The key is there before the first account, as with every other way to begin.
    let mut tx = db.read(&Readers::public()).await.map_err(said)?;
    let fresh = store::account::kind(&mut tx).await.map_err(said)?.is_none();
    drop(tx);
    Secret::of(&config.data_dir, fresh)?;
    let groups = founding::live(db).await?;
    let group = chosen(&new, &groups)?;
    let mut tx = db.read(&Readers::public()).await.map_err(said)?;
    if store::account::find_by_email(&mut tx, &email).await.map_err(said)?.is_some() {
        return Err(format!("{email} has an account already. A new link: portal user link --email {email}"));
    }
    if let (Role::CoChair, Some(group)) = (new.role, &group)
        && store::person::has_co_chair(&mut tx, new.party, &group.id, "").await.map_err(said)?
    {
        return Err(format!("The group {} has its co-chair of {} already.", group.slug, new.party.code()));
    }
    drop(tx);
    let enrolment = enrolment(&new, &email, group.as_ref(), &groups);
    let person = enrolment.id.clone();
    let occasion = Occasion::new(clock::now(), clock::random());
    let made = db.write(Readers::public(), move |tx| {
        let enrolment = enrolment.clone();
        Box::pin(async move { store::person::enrol(tx, &enrolment, None, occasion, "enrolment").await })
    });
    made.await.map_err(said)?;
    invite(db, config, &person, new.lang.unwrap_or_else(|| new.party.language())).await
}

/// The group of a role: named, or none where the role is held in all.
fn chosen(new: &New, groups: &[Group]) -> Result<Option<Group>, String> {
    let Some(slug) = &new.group else {
        return if new.role == Role::CoChair {
            Err("A co-chair belongs to one group: give --group.".to_owned())
        } else {
            Ok(None)
        };
    };
    let found = groups.iter().find(|group| group.slug == *slug);
    let known = || groups.iter().map(|group| group.slug.as_str()).collect::<Vec<_>>().join(", ");
    found.cloned().map(Some).ok_or_else(|| format!("There is no group {slug}. Use one of: {}.", known()))
}

fn enrolment(new: &New, email: &str, group: Option<&Group>, groups: &[Group]) -> Enrolment {
    let now = clock::now();
    let office = app::founding::office(new.role, group.map(|group| group.sector), new.party);
    let own: Vec<GroupId> = group.map_or_else(|| groups.iter().map(|one| one.id.clone()).collect(), |one| vec![one.id.clone()]);
    let newcomer = Newcomer {
        name: new.name.trim().to_owned(),
        office,
        email: email.to_owned(),
        grant: Grant {
            role: new.role,
            group_id: group.map(|group| group.id.clone()),
            groups: own,
            until: now.plus_days(MANDATE_DAYS),
            letter: None,
        },
    };
    let enrolment = Enrolment::of(&newcomer, PersonId::from_bytes(clock::random()), new.party);
    Enrolment { lang: new.lang.unwrap_or(enrolment.lang), ..enrolment }
}

async fn link(db: &Db, config: &Config, email: &str) -> Result<(), String> {
    let mut tx = db.read(&Readers::public()).await.map_err(said)?;
    let account = store::account::find_by_email(&mut tx, &email.trim().to_lowercase()).await.map_err(said)?;
    drop(tx);
    let account = account.ok_or_else(|| format!("{email} has no account."))?;
    let person = account.person_id.clone();
    let ended = db.write(Readers::public(), move |tx| {
        let person = person.clone();
        Box::pin(async move { store::session::end_others(tx, &person, "").await })
    });
    ended.await.map_err(said)?;
    invite(db, config, &account.person_id, account.lang).await
}

/// Makes a link and prints it, once.
async fn invite(db: &Db, config: &Config, person: &PersonId, lang: Lang) -> Result<(), String> {
    let key = URL_SAFE_NO_PAD.encode(clock::random::<32>());
    let until: Timestamp = clock::now().plus_days(LINK_DAYS);
    let (person, hash) = (person.clone(), domain::text::hash(&key));
    let made = db.write(Readers::public(), move |tx| {
        let (person, hash) = (person.clone(), hash.clone());
        Box::pin(async move { store::invitation::insert(tx, &person, &hash, until).await })
    });
    made.await.map_err(said)?;
    say(&format!("Hand this link over on a safe way; it can be used once, for {LINK_DAYS} days:"));
    say(&format!("{}/{}/invitation?key={key}", config.origin, lang.code()));
    Ok(())
}

async fn list(db: &Db) -> Result<(), String> {
    let mut tx = db.read(&Readers::public()).await.map_err(said)?;
    for (email, party, name, role, group) in store::person::accounts(&mut tx).await.map_err(said)? {
        let role = role.map_or("no role", Role::code);
        say(&format!("{email}\t{}\t{role}\t{}\t{name}", party.code(), group.unwrap_or_else(|| "all groups".to_owned())));
    }
    Ok(())
}
