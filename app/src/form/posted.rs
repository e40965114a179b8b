//! A form as it came: its fields read into domain types, with what is wrong with each.

use domain::refusal::Refusal;
use domain::text::{self as rules, Lang, Note, TextProblem};
use sha2::{Digest, Sha256};
use store::Failure;
use store::perform::{FormKey, Request};

use super::{Flash, HIDDEN, Outcome};
use crate::request::{Ask, Fields, Stop};

/// What came with a post: the fields, read into domain types, with what is wrong with each.
#[derive(Debug)]
pub struct Posted {
    ask: Ask,
    problems: Vec<(String, String, i64)>,
}

/// Passwords and codes never come back, and are in no digest.
fn is_secret(name: &str) -> bool {
    name.contains("password") || ["code", "passkey", "challenge", "new_key", "new_challenge"].contains(&name)
}

impl Posted {
    /// The form that this request brings.
    #[must_use]
    pub const fn of(ask: Ask) -> Self {
        Self { ask, problems: Vec::new() }
    }

    /// A field as it came.
    #[must_use]
    pub fn raw(&self, name: &str) -> &str {
        self.ask.field(name)
    }

    fn keep(&mut self, name: &str, parsed: Result<String, TextProblem>) -> String {
        parsed.unwrap_or_else(|problem| {
            let limit = if let TextProblem::TooLong(limit) = problem { i64::try_from(limit).unwrap_or(0) } else { 0 };
            self.problems.push((name.to_owned(), problem.code().to_owned(), limit));
            String::new()
        })
    }

    /// Says what is wrong with a field.
    pub fn wrong(&mut self, name: &str, code: &str) {
        self.problems.push((name.to_owned(), code.to_owned(), 0));
    }

    /// A line that must be there.
    pub fn line(&mut self, name: &str, limit: usize) -> String {
        let parsed = rules::required(rules::line(self.raw(name), limit));
        self.keep(name, parsed)
    }

    /// An address that must be there, as it is kept.
    pub fn email(&mut self, name: &str) -> String {
        let email = self.line(name, 200).to_lowercase();
        let fits =
            email.is_ascii() && email.split_once('@').is_some_and(|(before, after)| !before.is_empty() && after.contains('.'));
        if !email.is_empty() && !fits {
            self.wrong(name, "not-an-address");
        }
        email
    }

    /// Text that must be there.
    pub fn lines(&mut self, name: &str, limit: usize) -> String {
        let parsed = rules::required(rules::lines(self.raw(name), limit));
        self.keep(name, parsed)
    }

    /// Text that may be left out.
    pub fn optional(&mut self, name: &str, limit: usize) -> String {
        let parsed = rules::lines(self.raw(name), limit);
        self.keep(name, parsed)
    }

    /// A note that must be there, with the language chosen beside it.
    pub fn note(&mut self, name: &str) -> Note {
        let text = self.lines(name, rules::NOTE_LIMIT);
        Note { lang: self.lang(), text }
    }

    /// A note that may be left out.
    pub fn optional_note(&mut self, name: &str) -> Note {
        let text = self.optional(name, rules::NOTE_LIMIT);
        Note { lang: self.lang(), text }
    }

    /// The language that the form's notes are in.
    #[must_use]
    pub fn lang(&self) -> Lang {
        Lang::parse(self.raw("note_language")).unwrap_or(self.ask.lang)
    }

    /// A whole number within bounds; digits may be of either kind.
    pub fn number(&mut self, name: &str, fits: std::ops::RangeInclusive<i64>) -> Option<i64> {
        let found = rules::latin_digits(self.raw(name).trim()).parse().ok().filter(|number| fits.contains(number));
        if found.is_none() {
            self.wrong(name, "choose");
        }
        found
    }

    /// One of a few; what is none of them is a problem of the field.
    pub fn choice<T>(&mut self, name: &str, known: impl Fn(&str) -> Option<T>) -> Option<T> {
        let chosen = known(self.raw(name));
        if chosen.is_none() {
            self.wrong(name, "choose");
        }
        chosen
    }

    /// The outcome that brings the form back with this wrong with a field.
    pub fn back_with(&mut self, name: &str, code: &str) -> Outcome {
        self.wrong(name, code);
        self.checked().err().unwrap_or(Outcome::Failed)
    }

    /// The same, with something more that the page says about it.
    pub fn back_about(&mut self, name: &str, code: &str, (about, value): (&str, String)) -> Outcome {
        match self.back_with(name, code) {
            Outcome::Back(mut flash) => {
                flash.values.push((about.to_owned(), value));
                Outcome::Back(flash)
            }
            other => other,
        }
    }

    /// The outcome that brings the form back because somebody else was quicker.
    #[must_use]
    pub fn conflicting(&self, refusal: &str) -> Outcome {
        let refusal = Some((refusal.to_owned(), vec![]));
        Outcome::Back(Box::new(Flash { refusal, conflict: true, values: self.typed(), ..Flash::default() }))
    }

    /// Is everything right so far?
    ///
    /// # Errors
    /// The outcome that brings the form back.
    pub fn checked(&self) -> Result<(), Outcome> {
        if self.problems.is_empty() {
            return Ok(());
        }
        let flash = Flash { problems: self.problems.clone(), values: self.typed(), ..Flash::default() };
        Err(Outcome::Back(Box::new(flash)))
    }

    /// What was typed, without secrets and hidden fields.
    #[must_use]
    pub fn typed(&self) -> Fields {
        self.ask.fields.iter().filter(|(name, _)| !is_secret(name) && !HIDDEN.contains(&name.as_str())).cloned().collect()
    }

    /// The request for the store, with the form's key.
    ///
    /// # Errors
    /// The outcome that sends the public to sign in.
    pub fn request(&self) -> Result<Request, Outcome> {
        let person_id = self.ask.session.person.clone().ok_or(Outcome::SignIn)?;
        // The address belongs to it: what was sent to one form is not what is sent to another.
        let mut digest = Sha256::new().chain_update(&self.ask.path).chain_update([0]);
        for (name, value) in self.ask.fields.iter().filter(|(name, _)| name != "form_token" && !is_secret(name)) {
            digest.update(name.as_bytes());
            digest.update([0]);
            digest.update(value.as_bytes());
            digest.update([0]);
        }
        if let Some(file) = &self.ask.upload {
            digest.update(file.name.as_bytes());
            digest.update([0]);
            digest.update(Sha256::digest(&file.bytes));
        }
        let key = self.raw("form_key");
        let form = (!key.is_empty()).then(|| FormKey { key: key.to_owned(), digest: rules::hex(&digest.finalize()) });
        Ok(Request { person_id, id: self.ask.id.clone(), occasion: self.ask.occasion(), form })
    }

    /// The outcome of a deed: there with this sentence, or the form again.
    pub fn outcome(&self, result: Result<String, Failure>, said: &'static str) -> Outcome {
        match result {
            Ok(place) | Err(Failure::Repeated(place)) => Outcome::Done(place, said),
            Err(Failure::NotFound) => Outcome::NotFound,
            Err(Failure::KeyReused) => {
                let refusal = Some(("key-reused".to_owned(), vec![]));
                Outcome::Back(Box::new(Flash { refusal, values: self.typed(), ..Flash::default() }))
            }
            Err(Failure::Refused(refusal)) => Outcome::Back(Box::new(self.refused(&refusal))),
            Err(Failure::Failed(error)) => {
                tracing::error!(request = self.ask.id, %error, "a deed failed");
                Outcome::Failed
            }
        }
    }

    /// The outcome of a form whose thing could not be read.
    pub fn stopped(&self, stop: Stop) -> Outcome {
        match stop {
            Stop::SignIn => Outcome::SignIn,
            Stop::NotFound | Stop::Forbidden | Stop::Limited | Stop::TooOften => Outcome::NotFound,
            Stop::Failed(error) => {
                tracing::error!(request = self.ask.id, %error, "what a form is about could not be read");
                Outcome::Failed
            }
        }
    }

    fn refused(&self, refusal: &Refusal) -> Flash {
        tracing::info!(request = self.ask.id, refusal = refusal.code(), "refused");
        let list = match refusal {
            Refusal::Missing(list) => crate::components::missing::travel(list),
            _ => vec![],
        };
        Flash {
            refusal: Some((refusal.code().to_owned(), list)),
            conflict: refusal.is_conflict(),
            values: self.typed(),
            ..Flash::default()
        }
    }
}
