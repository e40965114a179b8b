//! Sentences, dates and numbers in the reader's language. Every sentence stands in `text/LANG/STEM.ftl`; codes become keys here
//! and nowhere else.

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::HashMap;
use std::collections::hash_map::Entry;

use domain::party::Party;
use domain::text::{Lang, Trilingual, latin_digits};
use domain::time::{Day, Holder, Timestamp};
use fluent_templates::fluent_bundle::FluentValue;
use fluent_templates::{LanguageIdentifier, Loader, langid, static_loader};
use icu::calendar::{Date, Iso};
use icu::datetime::DateTimeFormatter;
use icu::datetime::fieldsets::YMD;
use icu::locale::{Locale, locale};
use jiff::civil;
use jiff::tz::TimeZone;
use store::account::Digits;

pub mod digits;

pub use digits::spelled;

static_loader! {
    static CATALOGUES = {
        locales: "./text",
        fallback_language: "en",
        customise: |bundle| { digits::spell_in(bundle); },
    };
}

const fn language(lang: Lang) -> LanguageIdentifier {
    match lang {
        Lang::En => langid!("en"),
        Lang::He => langid!("he"),
        Lang::Ar => langid!("ar"),
    }
}

/// The sentence with this key.
#[must_use]
pub fn t(lang: Lang, key: &str) -> String {
    CATALOGUES.lookup(&language(lang), key)
}

/// The sentence with this key and these values in it.
#[must_use]
pub fn tf<const N: usize>(lang: Lang, key: &str, values: [(&'static str, FluentValue<'_>); N]) -> String {
    let values: HashMap<Cow<'static, str>, FluentValue<'_>> =
        values.into_iter().map(|(name, value)| (Cow::Borrowed(name), value)).collect();
    CATALOGUES.lookup_with_args(&language(lang), key, &values)
}

/// Does a sentence with this key exist? Without its value a sentence that names a limit would seem to be missing.
#[must_use]
pub fn has(key: &str) -> bool {
    let values = HashMap::from([(Cow::Borrowed("limit"), FluentValue::from(0))]);
    CATALOGUES.try_lookup_with_args(&language(Lang::En), key, &values).is_some()
}

/// The word for a code, such as `stage-in-discussion` for the stem `stage` and the code `in_discussion`.
#[must_use]
pub fn word(lang: Lang, stem: &str, code: &str) -> String {
    t(lang, &format!("{stem}-{}", code.replace('_', "-")))
}

/// Who holds a step, by name.
#[must_use]
pub fn holder(lang: Lang, holder: Holder) -> String {
    t(
        lang,
        match holder {
            Holder::Il => "party-il",
            Holder::Sy => "party-sy",
            Holder::Us => "party-us",
            Holder::Both => "party-both",
        },
    )
}

fn zone(holder: Holder) -> TimeZone {
    let name = match holder {
        Holder::Il | Holder::Both => "Asia/Jerusalem",
        Holder::Sy => "Asia/Damascus",
        Holder::Us => "America/New_York",
    };
    TimeZone::get(name).unwrap_or(TimeZone::UTC)
}

fn civil(at: Timestamp, zone: TimeZone) -> civil::DateTime {
    jiff::Timestamp::from_millisecond(at.0).unwrap_or(jiff::Timestamp::UNIX_EPOCH).to_zoned(zone).datetime()
}

/// Languages by name, one after the other.
#[must_use]
pub fn languages(lang: Lang, all: &[Lang]) -> String {
    let names = all.iter().map(|of| t(lang, &format!("language-{}", of.code())));
    names.collect::<Vec<_>>().join(&t(lang, "list-comma"))
}

/// The civil day of a moment in the holder's capital.
#[must_use]
pub fn day(holder: Holder, at: Timestamp) -> Day {
    let date = civil(at, zone(holder)).date();
    let epoch = civil::date(1970, 1, 1);
    Day(i64::from(date.since(epoch).map_or(0, |span| span.get_days())))
}

thread_local! {
    static DATES: RefCell<HashMap<(Lang, bool), DateTimeFormatter<YMD>>> = RefCell::new(HashMap::new());
}

fn format_date(lang: Lang, date: civil::Date) -> String {
    let plain = date.to_string();
    let Ok(iso) = Date::<Iso>::try_new_iso(i32::from(date.year()), date.month().unsigned_abs(), date.day().unsigned_abs()) else {
        return plain;
    };
    let arabic = digits::chosen(lang) == Digits::Arabic;
    DATES.with_borrow_mut(|formatters| match formatters.entry((lang, arabic)) {
        Entry::Occupied(known) => known.get().format(&iso).to_string(),
        Entry::Vacant(place) => match DateTimeFormatter::try_new(locale_of(lang, arabic).into(), YMD::long()) {
            Ok(formatter) => place.insert(formatter).format(&iso).to_string(),
            Err(_) => plain,
        },
    })
}

const fn locale_of(lang: Lang, arabic_digits: bool) -> Locale {
    match lang {
        Lang::En => locale!("en-GB"),
        Lang::He => locale!("he"),
        Lang::Ar if arabic_digits => locale!("ar-SY-u-nu-arab"),
        Lang::Ar => locale!("ar-SY-u-nu-latn"),
    }
}

/// "7 March 2027", the day in UTC.
#[must_use]
pub fn date(lang: Lang, at: Timestamp) -> String {
    format_date(lang, civil(at, TimeZone::UTC).date())
}

/// "7 March 2027" for a date as a date field sends it; as it was typed where it is none.
#[must_use]
pub fn typed_date(lang: Lang, typed: &str) -> String {
    latin_digits(typed).parse().map_or_else(|_| typed.to_owned(), |date| format_date(lang, date))
}

/// The end of the day that was typed as "2027-03-07", in UTC; digits may be of either kind.
#[must_use]
pub fn end_of_typed(typed: &str) -> Option<Timestamp> {
    let date: civil::Date = latin_digits(typed).parse().ok()?;
    let end = date.tomorrow().ok()?.to_zoned(TimeZone::UTC).ok()?;
    Some(Timestamp(end.timestamp().as_millisecond() - 1))
}

/// "7 March 2027" for a civil day.
#[must_use]
pub fn civil_date(lang: Lang, day: Day) -> String {
    date(lang, Timestamp(day.0 * 86_400_000))
}

/// "2027", the year of a day.
#[must_use]
pub fn year(day: Day) -> String {
    civil(Timestamp(day.0 * 86_400_000), TimeZone::UTC).year().to_string()
}

/// "Jerusalem 12:00 · Damascus 13:00 · Washington 05:00", always in this order; the date where it is another than in Jerusalem.
#[must_use]
pub fn capitals(lang: Lang, at: Timestamp) -> String {
    let here = civil(at, zone(Holder::Il)).date();
    let one = |holder: Holder, key: &str| {
        let there = civil(at, zone(holder));
        let time = time_of(lang, there.time());
        let other = if there.date() == here { String::new() } else { format!(" ({})", format_date(lang, there.date())) };
        format!("{} {time}{other}", t(lang, key))
    };
    [one(Holder::Il, "capital-il"), one(Holder::Sy, "capital-sy"), one(Holder::Us, "capital-us")].join(" · ")
}

/// The last moment of a day in the holder's capital.
#[must_use]
pub fn end_of(holder: Holder, day: Day) -> Timestamp {
    let date = civil(Timestamp(day.0 * 86_400_000), TimeZone::UTC).date();
    let last = date.at(23, 59, 0, 0).to_zoned(zone(holder));
    last.map_or(Timestamp(day.0 * 86_400_000), |last| Timestamp(last.timestamp().as_millisecond()))
}

/// The moment of a date and a time as they are typed on the clock of that party's capital, "2027-03-07" and "14:05".
#[must_use]
pub fn typed_moment(party: Party, day: &str, time: &str) -> Option<Timestamp> {
    let (date, time): (civil::Date, civil::Time) = (day.parse().ok()?, time.parse().ok()?);
    let there = date.to_datetime(time).to_zoned(zone(home(party))).ok()?;
    Some(Timestamp(there.timestamp().as_millisecond()))
}

/// A moment as it is typed on the clock of that party's capital: date and time.
#[must_use]
pub fn typed_parts(party: Party, at: Timestamp) -> (String, String) {
    let there = civil(at, zone(home(party)));
    (there.date().to_string(), there.time().strftime("%H:%M").to_string())
}

/// "2027-03-07T12:00:00Z", for machines.
#[must_use]
pub fn iso(at: Timestamp) -> String {
    jiff::Timestamp::from_millisecond(at.0).map_or_else(|_| String::new(), |at| at.to_string())
}

fn time_of(lang: Lang, time: civil::Time) -> String {
    spelled(lang, time.strftime("%H:%M"))
}

/// "14:05", in UTC.
#[must_use]
pub fn clock(lang: Lang, at: Timestamp) -> String {
    time_of(lang, civil(at, TimeZone::UTC).time())
}

fn home(party: Party) -> Holder {
    match party {
        Party::Sy => Holder::Sy,
        Party::Us => Holder::Us,
        Party::Il | Party::None => Holder::Il,
    }
}

/// "7 March 2027, 14:05", on the clock of that party's capital.
#[must_use]
pub fn moment_in(lang: Lang, party: Party, at: Timestamp) -> String {
    let there = civil(at, zone(home(party)));
    tf(lang, "date-moment-here", [("date", format_date(lang, there.date()).into()), ("time", clock_in(lang, party, at).into())])
}

/// "14:05", on the clock of that party's capital.
#[must_use]
pub fn clock_in(lang: Lang, party: Party, at: Timestamp) -> String {
    time_of(lang, civil(at, zone(home(party))).time())
}

/// "7 March 2027, 14:05 UTC".
#[must_use]
pub fn moment(lang: Lang, at: Timestamp) -> String {
    tf(lang, "date-moment", [("date", date(lang, at).into()), ("time", clock(lang, at).into())])
}

/// The text in the reader's language, or another one with the language that it is.
#[must_use]
pub fn pick(texts: &Trilingual, lang: Lang) -> Option<(Lang, &str)> {
    texts.get_key_value(&lang).or_else(|| texts.iter().next()).map(|(lang, text)| (*lang, text.as_str()))
}

/// A file's size in words.
#[must_use]
pub fn size(lang: Lang, bytes: i64) -> String {
    if bytes < 1024 * 1024 {
        tf(lang, "size-kb", [("size", ((bytes + 1023) / 1024).into())])
    } else {
        let point = if digits::chosen(lang) == Digits::Arabic { '٫' } else { '.' };
        let tenths = bytes % 1_048_576 * 10 / 1_048_576;
        tf(lang, "size-mb", [("size", spelled(lang, format_args!("{}{point}{tenths}", bytes / 1_048_576)).into())])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MARCH: Timestamp = Timestamp(1_804_420_800_000);

    #[test]
    fn a_date_is_written_as_each_language_writes_it() {
        assert_eq!(date(Lang::En, MARCH), "7 March 2027");
        assert_eq!(date(Lang::He, MARCH), "7 במרץ 2027");
        assert!(date(Lang::Ar, MARCH).contains("آذار"), "{}", date(Lang::Ar, MARCH));
        assert!(date(Lang::Ar, MARCH).contains("2027"));
    }

    #[test]
    fn the_day_turns_at_midnight_of_the_holder() {
        let late = Timestamp(MARCH.0 + 10 * 3_600_000);
        assert_eq!(day(Holder::Sy, late).0 - day(Holder::Us, late).0, 1);
    }
}
