//! The head of a page: code and version, title, tags, and the rails under it.

use leptos::prelude::*;

/// A head with its parts; the rails close it.
#[must_use]
pub fn head(code: Option<AnyView>, title: AnyView, lede: Option<String>, tags: Option<AnyView>) -> AnyView {
    view! {
        <div class="page-head">
            {code.map(|code| view! { <p class="page-head__code">{code}</p> })}
            <h1>{title}</h1>
            {lede.map(|lede| view! { <p class="page-head__lede">{lede}</p> })}
            {tags.map(|tags| view! { <p class="page-head__tags">{tags}</p> })}
            <div class="rails" aria-hidden="true"><span></span></div>
        </div>
    }
    .into_any()
}

/// A head with a title alone.
#[must_use]
pub fn plain(title: &str, lede: Option<String>) -> AnyView {
    let title = title.to_owned();
    head(None, title.into_any(), lede, None)
}
