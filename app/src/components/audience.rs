//! The audience band: who reads this, in words, colour and shape, around the whole thread and its form.

use domain::party::Audience;
use domain::text::Lang;
use leptos::prelude::*;

use super::icon;
use crate::text::word;

const fn looks(audience: Audience) -> (&'static str, &'static str) {
    match audience {
        Audience::Joint | Audience::Security => ("audience audience--joint", "users"),
        Audience::CaucusIl | Audience::CaucusSy | Audience::CaucusUs => ("audience audience--caucus", "lock"),
        Audience::ChannelIl | Audience::ChannelSy => ("audience audience--channel", "eye"),
    }
}

/// "Only the delegation of Israel reads this."
#[must_use]
pub fn sentence(lang: Lang, audience: Audience) -> String {
    word(lang, "audience", audience.code())
}

/// The band around what this audience reads.
#[must_use]
pub fn band(lang: Lang, audience: Audience, body: impl IntoView + 'static) -> AnyView {
    let (class, picture) = looks(audience);
    let id = format!("audience-{}", audience.code().replace('_', "-"));
    let labelled = id.clone();
    view! {
        <section class=class aria-labelledby=labelled>
            <p class="audience__sentence" id=id>{icon(picture)}" "{sentence(lang, audience)}</p>
            <div class="audience__body">{body.into_any()}</div>
        </section>
    }
    .into_any()
}
