//! Markdown as people write it, made safe: parsed, then filtered. No picture, no link to elsewhere than http(s) or our own paths.

use std::sync::LazyLock;

use ammonia::Builder;
use domain::text::Lang;
use leptos::prelude::*;
use pulldown_cmark::{Options, Parser, html};

static FILTER: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let mut filter = Builder::empty();
    let tags = [
        "p",
        "br",
        "strong",
        "em",
        "ul",
        "ol",
        "li",
        "blockquote",
        "code",
        "pre",
        "h3",
        "h4",
        "a",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
    ];
    filter
        .tags(tags.into())
        .tag_attributes([("a", ["href"].into())].into())
        .url_schemes(["http", "https", "mailto"].into())
        .link_rel(Some("noopener nofollow"));
    filter
});

/// The HTML of a text; headings begin below those of the page.
#[must_use]
pub fn html(text: &str) -> String {
    let mut made = String::with_capacity(text.len() * 2);
    let events = Parser::new_ext(text, Options::ENABLE_TABLES).map(|event| match event {
        pulldown_cmark::Event::Start(pulldown_cmark::Tag::Heading { level, id, classes, attrs }) => {
            pulldown_cmark::Event::Start(pulldown_cmark::Tag::Heading { level: lower(level), id, classes, attrs })
        }
        pulldown_cmark::Event::End(pulldown_cmark::TagEnd::Heading(level)) => {
            pulldown_cmark::Event::End(pulldown_cmark::TagEnd::Heading(lower(level)))
        }
        other => other,
    });
    html::push_html(&mut made, events);
    FILTER.clean(&made).to_string()
}

const fn lower(level: pulldown_cmark::HeadingLevel) -> pulldown_cmark::HeadingLevel {
    match level {
        pulldown_cmark::HeadingLevel::H1 | pulldown_cmark::HeadingLevel::H2 | pulldown_cmark::HeadingLevel::H3 => {
            pulldown_cmark::HeadingLevel::H3
        }
        _ => pulldown_cmark::HeadingLevel::H4,
    }
}

/// A text that somebody wrote, in an element of its own with its language and direction.
#[must_use]
pub fn prose(lang: Lang, text: &str) -> AnyView {
    view! { <div class="prose" lang=lang.code() dir=lang.dir() inner_html=html(text)></div> }.into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn script_and_handlers_do_not_survive() {
        let made = html("<script>alert(1)</script>\n\n[x](javascript:alert(1)) <img src=x onerror=alert(1)> **b**");
        assert!(
            !made.contains("<script") && !made.contains("javascript:") && !made.contains("onerror") && !made.contains("img"),
            "{made}"
        );
        assert!(made.contains("<strong>b</strong>"));
    }

    #[test]
    fn headings_stay_below_those_of_the_page() {
        assert_eq!(html("# A").trim(), "<h3>A</h3>");
    }
}
