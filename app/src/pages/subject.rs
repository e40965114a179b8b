//! What a change is part of: how it is named, and where it is.

use domain::text::Lang;
use leptos::prelude::*;
use store::activity::{About, Deed, Whole};

use super::{matters, meetings};
use crate::text::t;

/// A project by its code, a note by its label, a meeting or a matter by its group and number.
pub(crate) fn name(lang: Lang, about: &About, whole: &Whole) -> String {
    match whole {
        Whole::Project(Some(code), _) => code.clone(),
        Whole::Project(None, _) => t(lang, "project-draft-name"),
        Whole::Note(label) => label.clone(),
        Whole::Meeting(_, number) => meetings::named(lang, about.group(lang), *number),
        Whole::Matter(_, number) => matters::named(lang, about.group(lang), *number),
    }
}

/// Its address; of a project and of a meeting with what stands behind it.
pub(super) fn address(whole: &Whole, page: &str) -> String {
    match whole {
        Whole::Project(_, handle) => format!("/desk/projects/{handle}{page}"),
        Whole::Note(label) => format!("/desk/notes/{label}"),
        Whole::Meeting(id, _) => format!("{}/{id}{page}", meetings::LIST),
        Whole::Matter(id, _) => format!("{}/{id}", matters::LIST),
    }
}

/// Its name as a link. Codes and labels are written from the left.
pub(super) fn link(lang: Lang, deed: &Deed, href: String) -> AnyView {
    let whole = deed.whole();
    let name = name(lang, &deed.about, &whole);
    match whole {
        Whole::Meeting(..) | Whole::Matter(..) => view! { <a href=href><bdi>{name}</bdi></a> }.into_any(),
        _ => view! { <a href=href><bdi class="code" dir="ltr">{name}</bdi></a> }.into_any(),
    }
}
