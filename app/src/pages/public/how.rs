//! How approval works, and how the portal can be used by everyone.

use leptos::prelude::*;

use crate::components::head;
use crate::frame::Page;
use crate::request::{Ask, Stop};
use crate::text::t;

/// `/LANG/how-approval-works`
pub async fn page(ask: Ask) -> Result<Page, Stop> {
    let lang = ask.lang;
    let steps = (1..=7)
        .map(|number| {
            let class = if number == 5 { "timeline__item timeline__item--gate" } else { "timeline__item" };
            view! {
                <li class=class>
                    <h2>{t(lang, &format!("stage-step-{number}"))}</h2>
                    <p>{t(lang, &format!("how-step-{number}"))}</p>
                </li>
            }
        })
        .collect_view();
    let body = view! {
        {head::plain(&t(lang, "how-title"), Some(t(lang, "how-lede")))}
        <ol class="timeline">{steps}</ol>
        <section><h2>{t(lang, "how-silence-title")}</h2><p>{t(lang, "how-silence")}</p></section>
        <section><h2>{t(lang, "how-check-title")}</h2><p>{t(lang, "how-check")}</p></section>
    };
    Ok(Page::new(t(lang, "how-title"), body))
}

/// `/LANG/accessibility`
pub async fn accessibility(ask: Ask) -> Result<Page, Stop> {
    let lang = ask.lang;
    let items = |keys: &[&str]| keys.iter().map(|key| view! { <li>{t(lang, key)}</li> }).collect_view();
    let tested = ["accessibility-tested-1", "accessibility-tested-2", "accessibility-tested-3", "accessibility-tested-4"];
    let gaps = ["accessibility-gaps-1", "accessibility-gaps-2", "accessibility-gaps-3"];
    let body = view! {
        {head::plain(&t(lang, "accessibility-title"), None)}
        <p>{t(lang, "accessibility-aim")}</p>
        <p>{t(lang, "accessibility-how")}</p>
        <section><h2>{t(lang, "accessibility-tested-title")}</h2><ul>{items(&tested)}</ul></section>
        <section><h2>{t(lang, "accessibility-gaps-title")}</h2><ul>{items(&gaps)}</ul></section>
        <section><h2>{t(lang, "accessibility-complain-title")}</h2><p>{t(lang, "accessibility-complain")}</p></section>
    };
    Ok(Page::new(t(lang, "accessibility-title"), body).narrow())
}
