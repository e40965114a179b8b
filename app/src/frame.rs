//! The document around a page: one frame for the desk, one for the public, the same order of parts in both.

use domain::party::Party;
use domain::text::Lang;
use leptos::prelude::*;

use store::account::Theme;

use crate::components::icon;
use crate::islands::session_notice::{SessionNotice, Warning};
use crate::request::{Ask, Member};
use crate::text::{clock_in, t, tf};

/// Who may see a page, and which headers it gets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// Open to all: no script, no cookie, the same bytes for everyone.
    Public,
    /// With a form or for signed-in people: never cached.
    Member,
}

/// A page as its function returns it.
#[derive(Debug)]
pub struct Page {
    /// The title, without the portal's name.
    pub title: String,
    /// The language that the title is in, where it is not the reader's.
    title_lang: Option<Lang>,
    /// The HTTP status.
    pub status: u16,
    /// Modifiers of the main element.
    class: &'static str,
    crumbs: Vec<(String, String)>,
    /// The reader.
    who: Option<Who>,
    /// May it be shown on the wall? Joint content only.
    wall: bool,
    body: AnyView,
}

/// Whose desk a page is of.
#[derive(Clone, Debug)]
struct Who {
    name: String,
    office: String,
    party: Party,
}

impl Page {
    /// A page with this title and content.
    #[must_use]
    pub fn new(title: impl Into<String>, body: impl IntoView + 'static) -> Self {
        Self {
            title: title.into(),
            title_lang: None,
            status: 200,
            class: "page",
            crumbs: vec![],
            who: None,
            wall: false,
            body: body.into_any(),
        }
    }

    /// Adds a step to the breadcrumbs.
    #[must_use]
    pub fn crumb(mut self, label: impl Into<String>, href: impl Into<String>) -> Self {
        self.crumbs.push((label.into(), href.into()));
        self
    }

    /// With a title that somebody wrote in this language.
    #[must_use]
    pub const fn titled_in(mut self, lang: Lang) -> Self {
        self.title_lang = Some(lang);
        self
    }

    /// Uses the whole width.
    #[must_use]
    pub const fn wide(mut self) -> Self {
        self.class = "page page--wide";
        self
    }

    /// As narrow as a line of text.
    #[must_use]
    pub const fn narrow(mut self) -> Self {
        self.class = "page page--narrow";
        self
    }

    /// With a column at the end side.
    #[must_use]
    pub const fn with_side(mut self) -> Self {
        self.class = "page page--with-side";
        self
    }

    /// Fit for the wall of a meeting room: everything on it is joint.
    #[must_use]
    pub const fn for_wall(mut self) -> Self {
        self.wall = true;
        self
    }

    /// With this status.
    #[must_use]
    pub const fn status(mut self, status: u16) -> Self {
        self.status = status;
        self
    }

    /// Of the desk of this person.
    #[must_use]
    pub fn of(mut self, member: &Member) -> Self {
        let id = &member.viewer.person_id;
        self.who = Some(Who { name: member.people.name(id), office: member.people.office(id), party: member.viewer.party });
        self
    }
}

/// The complete document of a page.
#[must_use]
pub fn document(ask: &Ask, class: Class, page: Page, notice: Option<String>) -> String {
    let owner = Owner::new();
    let made = owner.with(|| render(ask, class, page, notice).to_html());
    without_marks(&made)
}

/// Leptos marks the places where a browser would take a page over. Only islands are taken over, and in a title or a text field a
/// mark would be text, so all others go.
fn without_marks(made: &str) -> String {
    let mut document = String::with_capacity(made.len());
    document.push_str("<!DOCTYPE html>");
    let mut rest = made;
    while let Some(start) = rest.find("<leptos-island") {
        let end = rest[start..].find("</leptos-island>").map_or(rest.len(), |end| start + end);
        document.push_str(&bare(&rest[..start]));
        document.push_str(&rest[start..end]);
        rest = &rest[end..];
    }
    document.push_str(&bare(rest));
    document
}

/// Without the marks of Leptos; the second one stands where a view holds nothing.
fn bare(made: &str) -> String {
    made.replace("<!>", "").replace("<!--<() />-->", "")
}

fn render(ask: &Ask, class: Class, page: Page, notice: Option<String>) -> impl IntoView {
    let (lang, assets) = (ask.lang, &ask.portal.assets);
    let name = t(lang, "portal-name");
    let error = if page.status == 422 || page.status == 409 { t(lang, "form-error-prefix") + " " } else { String::new() };
    let title = format!("{error}{} – {name}", page.title);
    let preload = assets.preload.get(lang.code()).cloned().unwrap_or_default();
    let fonts = preload
        .into_iter()
        .map(|font| view! { <link rel="preload" href=format!("/assets/{font}") r#as="font" r#type="font/woff2" crossorigin="anonymous" /> })
        .collect_view();
    let twins = (class == Class::Public && ask.path.len() >= 3).then(|| alternates(ask));
    let wall = page.wall && ask.query("view") == "wall";
    let body_class = match class {
        Class::Public => "public",
        Class::Member if wall => "desk wall",
        Class::Member => "desk",
    };
    let theme = (ask.theme != Theme::System).then(|| ask.theme.code());
    let demonstration =
        ask.portal.demonstration.then(|| view! { <aside class="demo-line">{t(lang, "demonstration-line")}</aside> });
    let script = (page.who.is_some() && !assets.js.is_empty()).then(|| island_script(ask));
    let home = if page.who.is_some() { "/desk".to_owned() } else { format!("/{}", lang.code()) };
    let session = page.who.as_ref().and_then(|who| session(ask, who));
    let notice = notice.map(|said| view! { <div class="notice" role="status">{icon("check")}<p>{said}</p></div> });
    view! {
        <html lang=lang.code() dir=lang.dir() data-theme=theme>
            <head>
                <meta charset="utf-8" />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <title>{title}</title>
                {fonts}
                <link rel="stylesheet" href=format!("/assets/{}", assets.css) />
                <link rel="icon" href="data:," />
                {twins}
                {script}
            </head>
            <body class=body_class>
                <a class="skip-link" href="#content">{t(lang, "skip-to-content")}</a>
                {demonstration}
                {header(ask, class, home, name, page.who.as_ref())}
                {crumbs(lang, page.crumbs, &page.title, page.title_lang.unwrap_or(lang))}
                <main class=page.class id="content">{notice}{page.body}{page.wall.then(|| wall_link(ask, wall))}</main>
                {footer(lang, session)}
            </body>
        </html>
    }
}

fn alternates(ask: &Ask) -> AnyView {
    let rest = ask.path.get(3..).unwrap_or_default().to_owned();
    let origin = ask.portal.origin.clone();
    let links = Lang::ALL.into_iter().map(|lang| (lang.code(), lang.code())).chain(std::iter::once(("x-default", "en")));
    links
        .map(|(name, code)| view! { <link rel="alternate" hreflang=name href=format!("{origin}/{code}{rest}") /> })
        .collect_view()
        .into_any()
}

/// Import, start, wake each island: what Leptos's own script does, as a module with the page's nonce.
fn island_script(ask: &Ask) -> AnyView {
    let assets = &ask.portal.assets;
    let source = format!(
        "import start, * as islands from '/assets/{}';await start({{module_or_path:'/assets/{}'}});islands.hydrate();\
         for (const island of document.querySelectorAll('leptos-island')) islands[island.dataset.component]?.(island);",
        assets.js, assets.wasm
    );
    view! { <script type="module" nonce=ask.nonce.clone() inner_html=source></script> }.into_any()
}

fn header(ask: &Ask, class: Class, home: String, name: String, who: Option<&Who>) -> AnyView {
    let lang = ask.lang;
    let sprite = format!("/assets/{}#mark", ask.portal.assets.sprite);
    let signed_in = who.is_some();
    let account = match who {
        Some(who) => account(ask, who),
        None if class == Class::Public => view! { <a href="/desk">{t(lang, "sign-in-link")}</a> }.into_any(),
        None => ().into_any(),
    };
    let nav = if signed_in { desk_nav(ask) } else { public_nav(ask) };
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

/// To the same page as it looks on the wall, and back.
fn wall_link(ask: &Ask, wall: bool) -> AnyView {
    let rest = query(ask, &["view"]);
    let mark = if rest.is_empty() { '?' } else { '&' };
    let (key, href) = if wall {
        ("wall-leave", format!("{}{rest}", ask.path))
    } else {
        ("wall-show", format!("{}{rest}{mark}view=wall", ask.path))
    };
    view! { <p class="wall-link no-print"><a href=href>{t(ask.lang, key)}</a></p> }.into_any()
}

/// Until when this sign-in holds, in words; with script a warning comes in time.
fn session(ask: &Ask, who: &Who) -> Option<AnyView> {
    let ends = ask.session.ends_at?;
    let (lang, time) = (ask.lang, clock_in(who.party, ends));
    let form = crate::form::Form::plain(ask, "/do/stay", crate::form::Flash::default());
    let warning = Warning {
        title: t(lang, "session-warning-title"),
        text: tf(lang, "session-warning-text", [("time", time.clone().into())]),
        stay: t(lang, "session-stay"),
        over: t(lang, "session-over"),
        sign_in: t(lang, "session-sign-in"),
        sign_in_at: format!("/{}/sign-in", lang.code()),
    };
    let seconds = u32::try_from((ends.0 - ask.now.0) / 1000).unwrap_or(0);
    Some(
        view! {
            <form class="session-line" method="post" action=form.action>
                {form.hidden(&[])}
                <p>{tf(lang, "session-line", [("time", time.into())])}</p>
                <SessionNotice seconds=seconds warning=warning />
            </form>
        }
        .into_any(),
    )
}

fn account(ask: &Ask, Who { name, office, .. }: &Who) -> AnyView {
    let (name, office) = (name.clone(), office.clone());
    let form = crate::form::Form::plain(ask, "/do/sign-out", crate::form::Flash::default());
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
            view! { <li><a href=href aria-current=current>{label}</a></li> }
        })
        .collect_view();
    view! { <nav class="site-header__nav" aria-label=t(ask.lang, "nav-main")><ul>{items}</ul></nav> }.into_any()
}

fn desk_nav(ask: &Ask) -> AnyView {
    let items = [("/desk", "nav-desk"), ("/desk/projects", "nav-projects"), ("/desk/groups", "nav-groups")];
    nav_items(ask, items.into_iter().map(|(href, key)| (href.to_owned(), t(ask.lang, key))).collect())
}

fn public_nav(ask: &Ask) -> AnyView {
    let code = ask.lang.code();
    let items = [("", "nav-home"), ("/projects", "nav-projects"), ("/how-approval-works", "nav-how")];
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
    if !desk {
        return view! { <nav class="language-nav" aria-label=label><ul>{items}</ul></nav> }.into_any();
    }
    let form = crate::form::Form::plain(ask, "/do/language", crate::form::Flash::default()).on(&format!(
        "{}{}",
        ask.path,
        query(ask, &[])
    ));
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
        return view! { <li><button type="submit" name="lang" value=lang.code() lang=lang.code()>{own_name(lang)}</button></li> }
            .into_any();
    }
    // The same page and the same query; only a page under a language has a twin.
    let twins = ask.path.strip_prefix('/').and_then(|path| Lang::parse(path.get(..2)?)).is_some();
    let rest = if twins { ask.path.get(3..).unwrap_or_default() } else { "" };
    let href = format!("/{}{rest}{}", lang.code(), query(ask, &[]));
    view! { <li><a lang=lang.code() hreflang=lang.code() href=href>{own_name(lang)}</a></li> }.into_any()
}

/// The query of the page with its question mark, without what a form says once and without these names.
fn query(ask: &Ask, without: &[&str]) -> String {
    let once = ["form", "at", "said"];
    let lasting = ask.query.iter().filter(|(name, _)| !once.iter().chain(without).any(|gone| gone == name));
    let pairs: Vec<_> =
        lasting.map(|(name, value)| format!("{}={}", crate::routes::encode(name), crate::routes::encode(value))).collect();
    if pairs.is_empty() { String::new() } else { format!("?{}", pairs.join("&")) }
}

fn crumbs(lang: Lang, crumbs: Vec<(String, String)>, title: &str, of: Lang) -> Option<AnyView> {
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

fn footer(lang: Lang, session: Option<AnyView>) -> AnyView {
    let code = lang.code();
    view! {
        <footer class="site-footer">
            <ul>
                <li><a href=format!("/{code}/how-approval-works")>{t(lang, "nav-how")}</a></li>
                <li><a href=format!("/{code}/accessibility")>{t(lang, "nav-accessibility")}</a></li>
            </ul>
            <p>{t(lang, "footer-line")}</p>
            {session}
        </footer>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_stay_in_islands_only() {
        let made = "<title>A<!></title><leptos-island>x<!>y</leptos-island><p>b<!--<() />--><!></p>";
        assert_eq!(without_marks(made), "<!DOCTYPE html><title>A</title><leptos-island>x<!>y</leptos-island><p>b</p>");
    }
}
