//! A letter: subject, plain text, and the same as HTML in the reader's direction. No picture, nothing that is loaded.

use domain::text::Lang;
use leptos::prelude::*;

use crate::request::Portal;
use crate::text::{t, tf};

/// What a mail says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// The subject, one line.
    pub subject: String,
    /// Plain text.
    pub text: String,
    /// The same as HTML.
    pub html: String,
    /// Where mails of this kind are stopped, if they can be.
    pub unsubscribe: Option<String>,
}

impl Letter {
    /// A letter of these paragraphs, with the link last, and at its foot whose it is.
    pub(super) fn of(portal: &Portal, lang: Lang, subject: &str, says: &[String], link: Option<&str>) -> Self {
        let mut foot = vec![tf(lang, "mail-foot", [("portal", portal.name(lang).into())])];
        if portal.demonstration {
            foot.push(t(lang, "demonstration-line"));
        }
        let lines = says.iter().map(String::as_str).chain(link).chain(["--"]).chain(foot.iter().map(String::as_str));
        let text = lines.collect::<Vec<_>>().join("\n\n");
        Self { subject: subject.to_owned(), text, html: html(portal, lang, subject, (says, link, &foot)), unsubscribe: None }
    }
}

fn html(portal: &Portal, lang: Lang, subject: &str, (says, link, foot): (&[String], Option<&str>, &[String])) -> String {
    let linked = |link: &str| view! { <p dir="ltr"><a href=link.to_owned()>{link.to_owned()}</a></p> }.into_any();
    let plain = |line: &str| view! { <p>{line.to_owned()}</p> }.into_any();
    // A line that is nothing but an address of this portal is a link.
    let paragraph = |line: &String| if line.starts_with(&portal.origin) { linked(line) } else { plain(line) };
    let paragraphs = |lines: &[String]| lines.iter().map(paragraph).collect_view();
    let link = link.map(linked);
    let page = view! {
        <html lang=lang.code() dir=lang.dir()>
            <head><meta charset="utf-8" /><title>{subject.to_owned()}</title></head>
            <body>{paragraphs(says)} {link} <hr /> <footer>{paragraphs(foot)}</footer></body>
        </html>
    };
    format!("<!doctype html>{}", page.to_html())
}
