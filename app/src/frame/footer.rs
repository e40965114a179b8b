//! The foot of every page: the links that never move, until when the sign-in holds, and the way to the wall.

use domain::text::Lang;
use leptos::prelude::*;

use super::Who;
use super::header::query;
use crate::form::{Flash, Form};
use crate::islands::session_notice::SessionNotice;
use crate::request::Ask;
use crate::text::{clock_in, t, tf};

/// To the same page as it looks on the wall, and back.
pub fn wall_link(ask: &Ask, wall: bool) -> AnyView {
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
pub fn session(ask: &Ask, who: &Who) -> Option<AnyView> {
    let ends = ask.session.ends_at?;
    let (lang, time) = (ask.lang, clock_in(ask.lang, who.party, ends));
    let form = Form::plain(ask, "/do/stay", Flash::default());
    let warning = vec![
        t(lang, "session-warning-title"),
        tf(lang, "session-warning-text", [("time", time.clone().into())]),
        t(lang, "session-stay"),
        t(lang, "session-over"),
        t(lang, "session-sign-in"),
        format!("/{}/sign-in", lang.code()),
    ];
    let seconds = u32::try_from((ends.0 - ask.now.0) / 1000).unwrap_or(0);
    Some(
        view! {
            <form class="session-line" method="post" action=form.action>
                {form.hidden(&[])}
                <p>{tf(lang, "session-line", [("time", time.into())])}</p>
                <SessionNotice seconds=seconds again=ask.session.idle warning=warning />
            </form>
        }
        .into_any(),
    )
}

/// The footer of the site.
pub fn footer(lang: Lang, session: Option<AnyView>) -> AnyView {
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
