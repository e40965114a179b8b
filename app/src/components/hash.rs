//! A hash as people compare it: sixteen digits in fours, the whole one in a disclosure.

use domain::text::Lang;
use leptos::prelude::*;

use crate::text::t;

/// The first sixteen digits in fours.
#[must_use]
pub fn short(hash: &str) -> AnyView {
    let digits: Vec<char> = hash.chars().take(16).collect();
    let fours = digits.chunks(4).map(|four| four.iter().collect::<String>()).collect::<Vec<_>>().join(" ");
    view! { <span class="hash" dir="ltr">{fours}</span> }.into_any()
}

/// The short form, and all of it on demand.
#[must_use]
pub fn full(lang: Lang, hash: &str) -> AnyView {
    let whole = hash.to_owned();
    view! {
        {short(hash)}
        <details class="disclosure">
            <summary>{t(lang, "hash-whole")}</summary>
            <div class="disclosure__body"><code class="hash hash--full" dir="ltr">{whole}</code></div>
        </details>
    }
    .into_any()
}
