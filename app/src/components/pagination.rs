//! Pages of a list: links, with the filter kept.

use domain::text::Lang;
use leptos::prelude::*;

use crate::text::{t, tf};

/// "Results 26 to 50 of 73", and the way to the pages beside.
#[must_use]
pub fn pages(lang: Lang, base: &str, page: i64, size: i64, count: i64) -> AnyView {
    if count <= size && page <= 1 {
        return ().into_any();
    }
    let last = (count + size - 1) / size;
    let join = if base.contains('?') { '&' } else { '?' };
    let link = |to: i64, rel: &'static str, key: &str| {
        let href = format!("{base}{join}page={to}");
        view! { <li><a rel=rel href=href>{t(lang, key)}</a></li> }
    };
    let previous = (page > 1).then(|| link(page - 1, "prev", "pagination-previous"));
    let next = (page < last).then(|| link(page + 1, "next", "pagination-next"));
    let (from, to) = ((page - 1) * size + 1, (page * size).min(count));
    let said = tf(lang, "pagination-count", [("from", from.into()), ("to", to.into()), ("count", count.into())]);
    view! {
        <nav class="pagination" aria-label=t(lang, "pagination-label")>
            <p class="pagination__count">{said}</p>
            <ul>{previous}{next}</ul>
        </nav>
    }
    .into_any()
}
