//! The digits of Arabic pages: 123, or ١٢٣ for whoever chose so. What the portal itself writes is spelled in them; codes, hashes and
//! what people wrote stay as they are, so nothing that is copied or compared changes.

use std::borrow::Cow;
use std::future::Future;

use domain::text::Lang;
use fluent_templates::fluent_bundle::{FluentResource, FluentValue};
use fluent_templates::{FluentBundle, langid};
use store::account::Digits;

tokio::task_local! {
    /// The reader's choice. Only the spelling of finished text asks for it, and sentences are made on every page in a hundred places.
    static CHOSEN: Digits;
}

/// A page made for a reader of these digits.
pub async fn reading<T>(digits: Digits, page: impl Future<Output = T>) -> T {
    CHOSEN.scope(digits, page).await
}

/// The same for what is made at once.
pub fn reading_now<T>(digits: Digits, make: impl FnOnce() -> T) -> T {
    CHOSEN.sync_scope(digits, make)
}

/// The digits of this page in this language.
pub(super) fn chosen(lang: Lang) -> Digits {
    if lang == Lang::Ar { CHOSEN.try_with(|digits| *digits).unwrap_or_default() } else { Digits::Latin }
}

/// A number, or a time such as "14:05", in the digits of this page.
#[must_use]
pub fn spelled(lang: Lang, number: impl std::fmt::Display) -> String {
    let plain = number.to_string();
    if chosen(lang) == Digits::Arabic { arabic(&plain) } else { plain }
}

fn arabic(plain: &str) -> String {
    plain.chars().map(|letter| letter.to_digit(10).and_then(|digit| char::from_u32(0x0660 + digit)).unwrap_or(letter)).collect()
}

/// Spells numbers in Arabic sentences, those that are given and those that stand in the text.
pub(super) fn spell_in(bundle: &mut FluentBundle<&'static FluentResource>) {
    if bundle.locales.contains(&langid!("ar")) {
        bundle.set_transform(Some(in_text));
        bundle.set_formatter(Some(|value, _| given(value)));
    }
}

fn in_text(text: &str) -> Cow<'_, str> {
    let changes = chosen(Lang::Ar) == Digits::Arabic && text.bytes().any(|byte| byte.is_ascii_digit());
    if changes { Cow::Owned(arabic(text)) } else { Cow::Borrowed(text) }
}

fn given(value: &FluentValue<'_>) -> Option<String> {
    match value {
        FluentValue::Number(number) if chosen(Lang::Ar) == Digits::Arabic => Some(arabic(&number.as_string())),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::{date, size, t, tf};
    use super::*;
    use domain::time::Timestamp;

    #[test]
    fn arabic_digits_are_for_arabic_pages_of_whoever_chose_them() {
        let due = |lang| tf(lang, "due-age", [("days", 14.into())]);
        assert!(due(Lang::Ar).contains("14"));
        reading_now(Digits::Arabic, || {
            assert!(due(Lang::Ar).contains("١٤"), "{}", due(Lang::Ar));
            assert!(due(Lang::He).contains("14"));
            assert!(t(Lang::Ar, "account-password-hint").contains("١٥"));
            assert!(date(Lang::Ar, Timestamp(1_804_420_800_000)).contains("٢٠٢٧"));
            assert!(size(Lang::Ar, 3 * 1_048_576 / 2).contains("١٫٥"));
            assert_eq!(spelled(Lang::Ar, "14:05"), "١٤:٠٥");
            assert_eq!(spelled(Lang::En, 7), "7");
        });
    }

    #[test]
    fn a_code_in_a_sentence_stays_as_it_is() {
        reading_now(Digits::Arabic, || {
            assert!(tf(Lang::Ar, "due-none", [("holder", "ENE-2026-007".into()), ("date", "".into())]).contains("ENE-2026-007"))
        });
    }
}
