//! The head of every page: the mark, the languages, who is signed in, the main parts, and the way here.

use std::sync::atomic::Ordering;

use domain::text::Lang;
use leptos::prelude::*;

use super::{Class, Who};
use crate::components::icon;
use crate::form::{Flash, Form, KEPT};
use crate::request::{Ask, chooses_lang, with_lang};
use crate::routes::LANGUAGE;
use crate::text::{t, tf};

/// The header of the site.
pub fn header(ask: &Ask, class: Class, home: String, name: String, who: Option<&Who>) -> AnyView {
    let lang = ask.lang;
    let sprite = format!("/assets/{}#mark", ask.portal.assets.sprite);
    let signed_in = who.is_some();
    let unread = who.map_or(0, |who| who.unread);
    let account = match who {
        Some(who) => account(ask, who),
        None if class == Class::Public => view! { <a href="/desk">{t(lang, "sign-in-link")}</a> }.into_any(),
        None => ().into_any(),
    };
    let nav = if signed_in { desk_nav(ask, unread) } else { public_nav(ask) };
    view! {
        <header class="site-header">
            <div class="site-header__bar">
                <a class="site-header__brand" href=home>
                    <svg class="mark" viewBox="0 0 64 24" aria-hidden="true"><use href=sprite></use></svg>
                    <span>{name}</span>
                </a>
                {language_nav(ask, signed_in)}
                <div class="site-header__account">{account}</div>
            </div>
            {nav}
        </header>
    }
    .into_any()
}

fn account(ask: &Ask, Who { name, office, .. }: &Who) -> AnyView {
    let (name, office) = (name.clone(), office.clone());
    let form = Form::plain(ask, "/do/sign-out", Flash::default());
    view! {
        <a href="/desk/account"><bdi>{name}</bdi>" · "<bdi>{office}</bdi></a>
        <form method="post" action="/do/sign-out">
            {form.hidden(&[])}
            <button class="button button--quiet button--small" type="submit">{t(ask.lang, "sign-out-deed")}</button>
        </form>
    }
    .into_any()
}

fn nav_items(ask: &Ask, items: Vec<(String, String)>) -> AnyView {
    // The first item is the root of the others, so it stands for itself alone.
    let items = items
        .into_iter()
        .enumerate()
        .map(|(place, (href, label))| {
            let below = place > 0 && ask.path.starts_with(&format!("{href}/"));
            let current = if ask.path == href { Some("page") } else { below.then_some("true") };
            let picture = (href == "/desk/search").then(|| view! { {icon("search")}" " });
            view! { <li><a href=href aria-current=current>{picture}{label}</a></li> }
        })
        .collect_view();
    view! { <nav class="site-header__nav" aria-label=t(ask.lang, "nav-main")><ul>{items}</ul></nav> }.into_any()
}

fn desk_nav(ask: &Ask, unread: i64) -> AnyView {
    let items = [
        ("/desk", "nav-desk"),
        ("/desk/projects", "nav-projects"),
        ("/desk/groups", "nav-groups"),
        ("/desk/meetings", "nav-meetings"),
        ("/desk/matters", "nav-matters"),
        ("/desk/notes", "nav-notes"),
        ("/desk/search", "nav-search"),
    ];
    let mut items: Vec<_> = items.into_iter().map(|(href, key)| (href.to_owned(), t(ask.lang, key))).collect();
    let inbox = if unread > 0 { tf(ask.lang, "nav-inbox-unread", [("count", unread.into())]) } else { t(ask.lang, "nav-inbox") };
    items.push(("/desk/inbox".to_owned(), inbox));
    nav_items(ask, items)
}

fn public_nav(ask: &Ask) -> AnyView {
    let code = ask.lang.code();
    let items =
        [("", "nav-home"), ("/projects", "nav-projects"), ("/meetings", "nav-meetings"), ("/how-approval-works", "nav-how")];
    nav_items(ask, items.into_iter().map(|(rest, key)| (format!("/{code}{rest}"), t(ask.lang, key))).collect())
}

const fn own_name(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "English",
        Lang::He => "עברית",
        Lang::Ar => "العربية",
    }
}

fn language_nav(ask: &Ask, desk: bool) -> AnyView {
    let items = Lang::ALL.into_iter().map(|lang| language_item(ask, desk, lang)).collect_view();
    let label = t(ask.lang, "nav-language");
    if !desk || ask.keeps.load(Ordering::Relaxed) {
        return view! { <nav class="language-nav" aria-label=label><ul>{items}</ul></nav> }.into_any();
    }
    let form = Form::plain(ask, "/do/language", Flash::default()).on(&format!("{}{}", ask.path, query(ask, &[])));
    view! {
        <nav class="language-nav" aria-label=label>
            <form class="language-nav__form" method="post" action="/do/language">{form.hidden(&[])}<ul>{items}</ul></form>
        </nav>
    }
    .into_any()
}

fn language_item(ask: &Ask, desk: bool, lang: Lang) -> AnyView {
    if lang == ask.lang {
        return view! { <li><span aria-current="true" lang=lang.code()>{own_name(lang)}</span></li> }.into_any();
    }
    if desk {
        // Where something may have been typed, the button is one of that form, so that it comes along.
        let keeps = ask.keeps.load(Ordering::Relaxed);
        let (form, action) = if keeps { (Some(KEPT), Some(LANGUAGE)) } else { (None, None) };
        return view! {
            <li><button type="submit" name="lang" value=lang.code() lang=lang.code() form=form formaction=action formnovalidate=keeps>
                {own_name(lang)}
            </button></li>
        }
        .into_any();
    }
    if chooses_lang(&ask.path) {
        let href = with_lang(&ask.path, lang);
        return view! { <li><a lang=lang.code() hreflang=lang.code() href=href>{own_name(lang)}</a></li> }.into_any();
    }
    // The same page and the same query; only a page under a language has a twin.
    let twins = ask.path.strip_prefix('/').and_then(|path| Lang::parse(path.get(..2)?)).is_some();
    let rest = if twins { ask.path.get(3..).unwrap_or_default() } else { "" };
    let href = format!("/{}{rest}{}", lang.code(), query(ask, &[]));
    view! { <li><a lang=lang.code() hreflang=lang.code() href=href>{own_name(lang)}</a></li> }.into_any()
}

/// The query of the page with its question mark, without what a form says once and without these names.
pub fn query(ask: &Ask, without: &[&str]) -> String {
    let once = ["form", "at", "said"];
    let lasting = ask.query.iter().filter(|(name, _)| !once.iter().chain(without).any(|gone| gone == name));
    let pairs: Vec<_> =
        lasting.map(|(name, value)| format!("{}={}", crate::routes::encode(name), crate::routes::encode(value))).collect();
    if pairs.is_empty() { String::new() } else { format!("?{}", pairs.join("&")) }
}

/// The breadcrumbs, which end with the page itself.
pub fn crumbs(lang: Lang, crumbs: Vec<(String, String)>, title: &str, of: Lang) -> Option<AnyView> {
    if crumbs.is_empty() {
        return None;
    }
    let items = crumbs.into_iter().map(|(label, href)| view! { <li><a href=href>{label}</a></li> }).collect_view();
    let title = title.to_owned();
    Some(
        view! {
            <nav class="breadcrumbs" aria-label=t(lang, "nav-breadcrumbs")><ol>{items}<li aria-current="page"><bdi lang=of.code() dir=of.dir()>{title}</bdi></li></ol></nav>
        }
        .into_any(),
    )
}
