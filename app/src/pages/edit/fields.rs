//! The fields of a section in three languages, which a save and an amendment have alike: what they were made from, what of them was touched,
//! and what stands now.

use domain::edit::{Origin, Typed};
use domain::project::{self, TITLE};
use domain::text::{self, Lang};
use leptos::prelude::*;

use crate::components::side_by_side::{CHOICE, InView};
use crate::form::{Form, Outcome, Posted};
use crate::pages::project::Opened;
use crate::text::t;

pub(in crate::pages) fn now(open: &Opened, section: &str, lang: Lang) -> (String, i64) {
    open.facts.texts.get(&(section.to_owned(), lang)).map_or_else(|| (String::new(), 0), |edit| (edit.text.clone(), edit.number))
}

/// Somebody saved first: their text beside the one in the field.
pub(in crate::pages) fn conflict(open: &Opened, form: &Form, section: &str, shown: &InView) -> Option<AnyView> {
    if !form.flash.conflict {
        return None;
    }
    let lang = open.lang();
    let cells = shown.list().iter().map(|&one| {
        let name = t(lang, &format!("language-{}", one.code()));
        view! { <div class="texts__cell" lang=one.code() dir=one.dir() data-label=name>{now(open, section, one).0}</div> }
    });
    let cells = cells.collect_view();
    Some(
        view! {
            <section class="panel panel--care">
                <h3 class="panel__title">{t(lang, "edit-conflict-title")}</h3>
                <p>{t(lang, "edit-conflict-hint")}</p>
                <div class="texts"><div class="texts__row">{cells}</div></div>
            </section>
        }
        .into_any(),
    )
}

/// The fields of one language: its text, the number and the hash of the save that the form was made from, whether the translation says the
/// same as the original, and whether a machine made it.
pub(in crate::pages) struct Names {
    pub text: &'static str,
    pub base: &'static str,
    pub was: &'static str,
    pub still: &'static str,
    pub machine: &'static str,
}

pub(in crate::pages) const fn names(lang: Lang) -> Names {
    match lang {
        Lang::En => Names { text: "text_en", base: "base_en", was: "was_en", still: "still_right_en", machine: "machine_en" },
        Lang::He => Names { text: "text_he", base: "base_he", was: "was_he", still: "still_right_he", machine: "machine_he" },
        Lang::Ar => Names { text: "text_ar", base: "base_ar", was: "was_ar", still: "still_right_ar", machine: "machine_ar" },
    }
}

/// A form that comes back, or a draft, holds all three languages; of one that its author did not touch, what stands now is shown, so that
/// sending it again takes nothing back that somebody else wrote meanwhile.
pub(in crate::pages) fn without_untouched(form: &mut Form) {
    for names in Lang::ALL.map(names) {
        if text::hash(&form.value(names.text, "").replace("\r\n", "\n")) == form.value(names.was, "") {
            form.flash.values.retain(|(name, _)| ![names.text, names.base, names.was].contains(&name.as_str()));
        }
    }
}

/// Does the form hold words of its author in this language that are not saved? Ask after [`without_untouched`].
pub(in crate::pages) fn touched(form: &Form, lang: Lang) -> bool {
    form.flash.values.iter().any(|(name, _)| name == names(lang).text)
}

/// What each language of the form was made from: of a conflict, which shows both texts, what stands now; of a draft, what stood then, so
/// that sending it finds the conflict.
pub(in crate::pages) fn made_from(open: &Opened, form: &Form, section: &str) -> Vec<(&'static str, String)> {
    let kept = |name: &str, current: String| if form.flash.conflict { current } else { form.value(name, &current) };
    let one = |lang: Lang| {
        let (names, (text, number)) = (names(lang), now(open, section, lang));
        [(names.base, kept(names.base, number.to_string())), (names.was, kept(names.was, text::hash(&text)))]
    };
    Lang::ALL.into_iter().flat_map(one).collect()
}

/// A section in up to three languages, as somebody sends it. Of what the form did not show nothing is said; if words stand there all the
/// same, it comes back and shows them.
pub(in crate::pages) fn typed(form: &mut Posted, section: &str) -> Result<Vec<Typed>, Outcome> {
    let known = project::Sector::ALL.into_iter().any(|sector| sector.sections().contains(&section));
    if !known && section != TITLE {
        return Err(Outcome::NotFound);
    }
    let shown = InView::parse(form.raw(CHOICE));
    let one = |lang| {
        let names = names(lang);
        let text = form.optional(names.text, project::limit(section));
        let text = if section == TITLE { text.replace('\n', " ") } else { text };
        let (base, still_right) = (form.raw(names.base).parse().unwrap_or(0), form.raw(names.still) == "yes");
        let changed = text::hash(&text) != form.raw(names.was);
        if !shown.holds(lang) {
            if changed && !text.is_empty() {
                form.wrong(names.text, "out-of-view");
            }
            return None;
        }
        // Whoever did not touch a language says nothing about it, also when somebody else has changed it meanwhile.
        let origin = (form.raw(names.machine) == "yes").then_some(Origin::Machine);
        let touched = still_right || origin.is_some() || changed;
        touched.then_some(Typed { lang, text, base, still_right, origin, source_hash: None })
    };
    Ok(Lang::ALL.into_iter().filter_map(one).collect())
}
