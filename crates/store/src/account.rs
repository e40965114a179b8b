//! Accounts: how a person signs in, and what they may set for themselves.

use domain::id::PersonId;
use domain::text::Lang;
use serde::Deserialize;

use crate::{Error, Tx};

const BY_EMAIL: &str = "select person_id, email, password_hash, lang, theme, digits from accounts where email = $1";
const BY_PERSON: &str = "select person_id, email, password_hash, lang, theme, digits from accounts where person_id = $1";
const SET_LANG: &str = "update accounts set lang = $2, revision = revision + 1 where person_id = $1";
const SET_THEME: &str = "update accounts set theme = $2, revision = revision + 1 where person_id = $1";
const SET_DIGITS: &str = "update accounts set digits = $2, revision = revision + 1 where person_id = $1";
const SET_PASSWORD: &str = "update accounts set password_hash = $2, revision = revision + 1 where person_id = $1";
const KIND: &str = "select kind from installation";
const SET_KIND: &str = "insert into installation (id, kind) values (1, $1)";

/// The colours of a desk.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Theme {
    /// As the person's system has them.
    #[default]
    System,
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Theme {
    /// Every one.
    pub const ALL: [Self; 3] = [Self::System, Self::Light, Self::Dark];

    /// The code of rows, forms and pages.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::System => "system",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

/// The digits of a person's Arabic pages.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Digits {
    /// 123.
    #[default]
    Latin,
    /// ١٢٣.
    Arabic,
}

impl Digits {
    /// Every one.
    pub const ALL: [Self; 2] = [Self::Latin, Self::Arabic];

    /// The code of rows and forms.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Latin => "latin",
            Self::Arabic => "arabic",
        }
    }
}

/// An account.
#[derive(Clone, Debug, Deserialize)]
pub struct Account {
    /// Whose.
    pub person_id: PersonId,
    /// The address they sign in with.
    pub email: String,
    /// The argon2id hash of their password.
    pub password_hash: String,
    /// The language of their desk.
    pub lang: Lang,
    /// Its colours.
    pub theme: Theme,
    /// Its digits in Arabic.
    pub digits: Digits,
}

/// The account with this address.
///
/// # Errors
/// The database fails.
pub async fn find_by_email(tx: &mut Tx, email: &str) -> Result<Option<Account>, Error> {
    tx.find(BY_EMAIL, &[email.into()]).await
}

/// A person's account.
///
/// # Errors
/// The database fails.
pub async fn find(tx: &mut Tx, person_id: &PersonId) -> Result<Option<Account>, Error> {
    tx.find(BY_PERSON, &[person_id.as_str().into()]).await
}

/// Sets the language of a person's desk.
///
/// # Errors
/// The database fails.
pub async fn set_lang(tx: &mut Tx, person_id: &PersonId, lang: Lang) -> Result<(), Error> {
    tx.execute(SET_LANG, &[person_id.as_str().into(), lang.code().into()]).await?;
    Ok(())
}

/// Sets the colours of a person's desk.
///
/// # Errors
/// The database fails.
pub async fn set_theme(tx: &mut Tx, person_id: &PersonId, theme: Theme) -> Result<(), Error> {
    tx.execute(SET_THEME, &[person_id.as_str().into(), theme.code().into()]).await?;
    Ok(())
}

/// Sets the digits of a person's Arabic pages.
///
/// # Errors
/// The database fails.
pub async fn set_digits(tx: &mut Tx, person_id: &PersonId, digits: Digits) -> Result<(), Error> {
    tx.execute(SET_DIGITS, &[person_id.as_str().into(), digits.code().into()]).await?;
    Ok(())
}

/// Sets a person's password by its hash.
///
/// # Errors
/// The database fails.
pub async fn set_password(tx: &mut Tx, person_id: &PersonId, hash: &str) -> Result<(), Error> {
    tx.execute(SET_PASSWORD, &[person_id.as_str().into(), hash.into()]).await?;
    Ok(())
}

/// What kind of installation this is; `None` before anything was loaded.
///
/// # Errors
/// The database fails.
pub async fn kind(tx: &mut Tx) -> Result<Option<String>, Error> {
    Ok(tx.find::<(String,)>(KIND, &[]).await?.map(|(kind,)| kind))
}

/// Says once what kind of installation this is: `live` or `demonstration`.
///
/// # Errors
/// It was said before, or the database fails.
pub async fn set_kind(tx: &mut Tx, kind: &str) -> Result<(), Error> {
    tx.execute(SET_KIND, &[kind.into()]).await?;
    Ok(())
}
