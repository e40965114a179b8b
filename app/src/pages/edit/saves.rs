//! Every save of one section: when, by whom, and which words it changed. What a save replaced stays readable here.

use domain::edit::{self, Origin};
use leptos::prelude::*;
use store::version::{EARLIER_PAGE, Earlier};

use crate::components::side_by_side::InView;
use crate::components::{empty, pagination};
use crate::frame::Page;
use crate::pages::project::Opened;
use crate::pages::versions::pair;
use crate::request::{Ask, Stop};
use crate::text::{iso, moment, t, tf, word};

/// `/desk/projects/CODE/edit/SECTION/saves`
pub async fn page(ask: Ask, handle: String, key: String) -> Result<Page, Stop> {
    let mut open = Opened::find(ask, &handle).await?;
    let lang = open.lang();
    let section = edit::keys(&open.facts).into_iter().find(|known| *known == key).ok_or(Stop::NotFound)?;
    let page = open.ask.page();
    let (saves, count) = store::version::earlier(&mut open.member.tx, &open.facts, section, page).await?;
    let title = tf(lang, "saves-title", [("section", word(lang, "section", section).into())]);
    let chosen = InView::of(&open.ask);
    let [place, own] = ["", "/saves"].map(|rest| chosen.at(&open.href(&format!("/edit/{section}{rest}"))));
    let list = if saves.is_empty() {
        empty(t(lang, "saves-none"), Some((word(lang, "section", section), place.clone())))
    } else {
        let rows = saves.iter().map(|save| row(&open, save)).collect_view();
        view! { <ol class="timeline timeline--plain">{rows}</ol> }.into_any()
    };
    let body = view! {
        <h2>{title.clone()}</h2>
        <p>{t(lang, "saves-lede")}</p>
        {list}
        {pagination::pages(lang, &own, page, EARLIER_PAGE, count)}
    };
    let page = open.page("/edit", &title, body.into_any()).crumb(t(lang, "tab-edit"), chosen.at(&open.href("/edit")));
    Ok(page.crumb(word(lang, "section", section), place))
}

fn row(open: &Opened, save: &Earlier) -> AnyView {
    let lang = open.lang();
    let office = open.member.people.office(&save.person_id);
    let machine = (save.origin == Origin::Machine).then(|| view! { " · "{t(lang, "saves-machine")} });
    view! {
        <li class="timeline__item">
            <p class="timeline__when">
                <time datetime=iso(save.recorded_at)>{moment(lang, save.recorded_at)}</time>" · "<bdi>{office}</bdi>{machine}
            </p>
            <div class="diff">{pair(lang, save.lang, &save.before, &save.text)}</div>
        </li>
    }
    .into_any()
}
