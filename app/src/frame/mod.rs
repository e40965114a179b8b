//! The document around a page: one frame for the desk, one for the public, the same order of parts in both.

mod footer;
mod header;

use domain::party::Party;
use domain::text::Lang;
use leptos::prelude::*;

use store::account::Theme;

use self::footer::{footer, session, wall_link};
pub(crate) use self::header::query;
use self::header::{crumbs, header};
use crate::components::icon;
use crate::request::{Ask, Member};
use crate::text::t;

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
    /// Does it hang on a wall, with no controls at all?
    hangs: bool,
    islands: bool,
    body: AnyView,
}

/// Whose desk a page is of.
#[derive(Clone, Debug)]
struct Who {
    name: String,
    office: String,
    party: Party,
    unread: i64,
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
            hangs: false,
            islands: false,
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

    /// For the desk of one reader alone, also where its neighbours may hang on the wall.
    #[must_use]
    pub const fn not_for_wall(mut self) -> Self {
        self.wall = false;
        self
    }

    /// The wall itself: without controls, and without script it asks again by itself.
    #[must_use]
    pub const fn on_wall(mut self) -> Self {
        self.hangs = true;
        self.islands = true;
        self.class = "wall__main";
        self
    }

    /// With islands, although nobody is signed in.
    #[must_use]
    pub const fn with_islands(mut self) -> Self {
        self.islands = true;
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
        let (name, office) = (member.people.name(id), member.people.office(id));
        self.who = Some(Who { name, office, party: member.viewer.party, unread: member.unread });
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
    let name = ask.portal.name(lang);
    let error = if page.status == 422 || page.status == 409 { t(lang, "form-error-prefix") + " " } else { String::new() };
    let title = format!("{error}{} – {name}", page.title);
    let preload = assets.preload.get(lang.code()).cloned().unwrap_or_default();
    let fonts = preload
        .into_iter()
        .map(|font| view! { <link rel="preload" href=format!("/assets/{font}") r#as="font" r#type="font/woff2" crossorigin="anonymous" /> })
        .collect_view();
    let twins = (class == Class::Public && ask.path.len() >= 3).then(|| alternates(ask));
    let wall = page.hangs || page.wall && ask.query("view") == "wall";
    let refresh = page.hangs.then(|| view! { <noscript><meta http-equiv="refresh" content="5" /></noscript> });
    let body_class = match class {
        Class::Public => "public",
        Class::Member if wall => "desk wall",
        Class::Member => "desk",
    };
    let theme = (ask.theme != Theme::System).then(|| ask.theme.code());
    let demonstration =
        ask.portal.demonstration.then(|| view! { <aside class="demo-line">{t(lang, "demonstration-line")}</aside> });
    let script = ((page.who.is_some() || page.islands) && !assets.js.is_empty()).then(|| island_script(ask));
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
                {refresh}
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_stay_in_islands_only() {
        let made = "<title>A<!></title><leptos-island>x<!>y</leptos-island><p>b<!--<() />--><!></p>";
        assert_eq!(without_marks(made), "<!DOCTYPE html><title>A</title><leptos-island>x<!>y</leptos-island><p>b</p>");
    }
}
