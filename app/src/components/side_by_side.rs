//! One, two or three languages side by side: which of them are in view, and the way to show or hide one.
//!
//! The choice stands in the address, so that it needs no script and is nobody's setting: `?languages=en,he`. Where text is being written
//! the way is a button of that form, and what is typed comes along; elsewhere it is a link.

use domain::text::Lang;
use leptos::prelude::*;

use crate::components::icon;
use crate::frame::query;
use crate::request::{Ask, with_lang};
use crate::routes::{SHOW_LANGUAGES, encode};
use crate::text::{languages, t, tf};

/// The name of the choice in an address, and of the hidden field that says what a form showed.
pub const CHOICE: &str = "languages";
/// The name of the buttons, whose value is the next choice.
pub const SHOW: &str = "show";

/// The languages that are in view: one at least.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InView(Vec<Lang>);

impl InView {
    /// The choice as an address has it. What names no language is no choice, and all three are in view.
    #[must_use]
    pub fn parse(codes: &str) -> Self {
        let named: Vec<Lang> = codes.split(',').filter_map(|code| Lang::parse(code.trim())).collect();
        Self::those(|one| named.is_empty() || named.contains(&one))
    }

    fn those(wanted: impl Fn(Lang) -> bool) -> Self {
        Self(Lang::ALL.into_iter().filter(|one| wanted(*one)).collect())
    }

    /// The choice in the address of this page.
    #[must_use]
    pub fn of(ask: &Ask) -> Self {
        Self::parse(ask.query(CHOICE))
    }

    /// The choice with which the page of a form comes back: the one that its button names, else the one that was in force.
    #[must_use]
    pub fn after(ask: &Ask) -> Self {
        let next = ask.field(SHOW);
        if next.is_empty() { Self::parse(&in_force(ask.field("back"))) } else { Self::parse(next) }
    }

    /// Is this one in view?
    #[must_use]
    pub fn holds(&self, lang: Lang) -> bool {
        self.0.contains(&lang)
    }

    /// These, and those as well of which this is true.
    #[must_use]
    pub fn and(&self, also: impl Fn(Lang) -> bool) -> Self {
        Self::those(|one| self.holds(one) || also(one))
    }

    fn without(&self, lang: Lang) -> Self {
        Self::those(|one| self.holds(one) && one != lang)
    }

    /// The languages, in the order of their columns.
    #[must_use]
    pub fn list(&self) -> &[Lang] {
        &self.0
    }

    /// The languages in the order in which somebody reads them: the own one first.
    #[must_use]
    pub fn read_by(&self, reader: Lang) -> Vec<Lang> {
        let mut list = self.0.clone();
        list.sort_by_key(|lang| *lang != reader);
        list
    }

    /// The choice as an address has it.
    #[must_use]
    pub fn codes(&self) -> String {
        self.0.iter().map(|lang| lang.code()).collect::<Vec<_>>().join(",")
    }

    /// The address of a page with this choice; all three need no word.
    #[must_use]
    pub fn at(&self, page: &str) -> String {
        if self.0.len() == Lang::ALL.len() {
            return page.to_owned();
        }
        let join = if page.contains('?') { '&' } else { '?' };
        format!("{page}{join}{CHOICE}={}", self.codes())
    }

    /// The address of this page with this choice, for its forms to come back to.
    #[must_use]
    pub fn here(&self, ask: &Ask) -> String {
        self.at(&with_lang(&ask.path, ask.lang))
    }

    /// What can come next: each language that can be shown or hidden, the sentence for it, and the choice that follows. The last one stays.
    fn next(&self) -> Vec<(Lang, &'static str, Self)> {
        let one = |lang: Lang| match self.holds(lang) {
            true if self.0.len() == 1 => None,
            true => Some((lang, "side-by-side-hide", self.without(lang))),
            false => Some((lang, "side-by-side-show", self.and(|one| one == lang))),
        };
        Lang::ALL.into_iter().filter_map(one).collect()
    }
}

/// The choice in an address with its query.
fn in_force(address: &str) -> String {
    let pairs = address.split_once('?').map_or("", |(_, query)| query).split('&');
    let codes = pairs.filter_map(|pair| pair.split_once('=')).find(|(name, _)| *name == CHOICE).map_or("", |(_, codes)| codes);
    codes.replace("%2C", ",")
}

/// The deeds as links to the same page, for whoever reads.
#[must_use]
pub fn links(ask: &Ask, chosen: &InView) -> AnyView {
    let (lang, page) = (ask.lang, format!("{}{}", encode(&ask.path), query(ask, &[CHOICE])));
    let items = chosen.next().into_iter().map(|(of, key, next)| {
        view! { <li><a class="button button--quiet button--small" href=next.at(&page)>{said(lang, key, of)}</a></li> }
    });
    let items = items.collect_view();
    view! {
        <nav class="side-by-side no-print" aria-labelledby="in-view">
            {in_view(lang, chosen)}
            <ul>{items}</ul>
        </nav>
    }
    .into_any()
}

/// The deeds as buttons of the form that is being filled in. A language that holds what was typed and not saved stays in view.
#[must_use]
pub fn buttons(lang: Lang, chosen: &InView, shown: &InView) -> AnyView {
    let held = |of: Lang| shown.holds(of) && !chosen.holds(of);
    let items = chosen.next().into_iter().filter(|(of, _, _)| !held(*of)).map(|(of, key, next)| {
        view! {
            <li>
                <button class="button button--quiet button--small" type="submit" name=SHOW value=next.codes() formaction=SHOW_LANGUAGES formnovalidate>
                    {said(lang, key, of)}
                </button>
            </li>
        }
    });
    let items = items.collect_view();
    let stays = Lang::ALL.into_iter().filter(|of| held(*of)).map(|of| view! { <p>{said(lang, "side-by-side-typed", of)}</p> });
    let stays = stays.collect_view();
    view! {
        <div class="side-by-side no-print" role="group" aria-labelledby="in-view">
            {in_view(lang, shown)}
            <ul>{items}</ul>
            {stays}
        </div>
    }
    .into_any()
}

fn in_view(lang: Lang, shown: &InView) -> AnyView {
    let names = languages(lang, shown.list());
    view! { <p id="in-view">{icon("languages")}" "{tf(lang, "side-by-side-in-view", [("languages", names.into())])}</p> }
        .into_any()
}

fn said(lang: Lang, key: &str, of: Lang) -> String {
    tf(lang, key, [("language", t(lang, &format!("language-{}", of.code())).into())])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn choice(codes: &str) -> String {
        InView::parse(codes).codes()
    }

    #[test]
    fn a_choice_is_read_in_the_order_of_the_columns() {
        assert_eq!(choice("he"), "he");
        assert_eq!(choice("ar, en"), "en,ar");
        assert_eq!(choice("he,he,klingon"), "he");
        assert_eq!(InView::parse("en,ar").read_by(Lang::Ar), [Lang::Ar, Lang::En]);
        assert_eq!(InView::parse("en,ar").read_by(Lang::He), [Lang::En, Lang::Ar]);
    }

    #[test]
    fn what_names_no_language_shows_all_three() {
        for nothing in ["", ",", "klingon", "EN", "en he", "../../desk"] {
            assert_eq!(choice(nothing), "en,he,ar", "{nothing}");
        }
    }

    #[test]
    fn the_address_carries_the_choice_and_nothing_where_all_are_shown() {
        assert_eq!(InView::parse("").at("/desk?page=2"), "/desk?page=2");
        assert_eq!(InView::parse("ar").at("/desk"), "/desk?languages=ar");
        assert_eq!(InView::parse("en,he").at("/desk?view=wall"), "/desk?view=wall&languages=en,he");
        assert_eq!(in_force("/desk?view=wall&languages=en,he"), "en,he");
        assert_eq!(in_force("/desk?languages=en%2Che"), "en,he");
        assert_eq!(in_force("/desk/languages=en"), "");
    }

    #[test]
    fn each_language_can_be_shown_or_hidden_but_the_last_one_stays() {
        let next = |codes: &str| InView::parse(codes).next().into_iter().map(|(_, _, next)| next.codes()).collect::<Vec<_>>();
        assert_eq!(next(""), ["he,ar", "en,ar", "en,he"]);
        assert_eq!(next("en,ar"), ["ar", "en,he,ar", "en"]);
        assert_eq!(next("he"), ["en,he", "he,ar"]);
    }
}
