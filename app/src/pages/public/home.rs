//! The public home page: what this is, figures of what is published, the latest publications.

use domain::project::Sector;
use domain::stage::Stage;
use domain::text::Lang;
use leptos::prelude::*;
use store::Readers;

use super::projects::card;
use crate::components::{empty, head};
use crate::frame::Page;
use crate::request::{Ask, Stop};
use crate::text::{date, t, tf, word};

/// `/LANG`
pub async fn page(ask: Ask) -> Result<Page, Stop> {
    let lang = ask.lang;
    let mut tx = ask.portal.db.read(&Readers::public()).await?;
    let figures = store::public::figures(&mut tx).await?;
    let (latest, _) = store::public::list(&mut tx, None, None, 1).await?;
    let cards = latest.iter().take(6).map(|one| card(lang, one)).collect_view();
    let published = if latest.is_empty() {
        empty(t(lang, "public-none"), Some((t(lang, "nav-how"), format!("/{}/how-approval-works", lang.code()))))
    } else {
        view! { <ul class="cards">{cards}</ul> }.into_any()
    };
    let body = view! {
        <div class="hero">{head::plain(&t(lang, "home-title"), Some(t(lang, "home-lede")))}</div>
        <p>{t(lang, "home-what")}</p>
        {numbers(lang, &figures, ask.now)}
        {(!figures.is_empty()).then(|| chart(lang, &figures))}
        <section>
            <div class="section-head"><h2>{t(lang, "home-latest")}</h2><a href=format!("/{}/projects", lang.code())>{t(lang, "home-all")}</a></div>
            {published}
        </section>
    };
    Ok(Page::new(t(lang, "home-title"), body).wide())
}

fn numbers(lang: Lang, figures: &[(Sector, Stage, i64)], now: domain::time::Timestamp) -> AnyView {
    let count =
        |fits: fn(Stage) -> bool| -> i64 { figures.iter().filter(|(_, stage, _)| fits(*stage)).map(|(_, _, count)| count).sum() };
    let list = [
        ("home-figure-published", count(|_| true)),
        ("home-figure-signed", count(Stage::is_authorised)),
        ("home-figure-implementing", count(|stage| stage == Stage::Implementing)),
        ("home-figure-completed", count(|stage| matches!(stage, Stage::Completed | Stage::Closed))),
    ];
    let rows = list
        .into_iter()
        .map(|(key, number)| view! { <div><dt>{t(lang, key)}</dt><dd>{number.to_string()}</dd></div> })
        .collect_view();
    view! {
        <dl class="figures">{rows}</dl>
        <p class="muted">{tf(lang, "home-figures-note", [("date", date(lang, now).into())])}</p>
    }
    .into_any()
}

/// Bars by sector with their table: a chart that says the same without colour.
fn chart(lang: Lang, figures: &[(Sector, Stage, i64)]) -> AnyView {
    let of = |sector: Sector| -> i64 { figures.iter().filter(|(one, _, _)| *one == sector).map(|(_, _, count)| count).sum() };
    let most = Sector::ALL.into_iter().map(of).max().unwrap_or(1).max(1);
    let (width, gap) = (400, 110);
    let rtl = lang.dir() == "rtl";
    let bars = Sector::ALL
        .into_iter()
        .zip(0i64..)
        .map(|(sector, place)| {
            let length = (width - gap - 40) * of(sector) / most;
            let y = 12 + place * 34;
            let (x, label_x, value_x) = if rtl { (width - gap - length, width, width - gap - length - 8) } else { (gap, 0, gap + length + 8) };
            view! {
                <text class="chart__label" x=label_x.to_string() y=(y + 16).to_string()>{word(lang, "sector", sector.code())}</text>
                <rect class=format!("chart__bar chart__bar--{}", sector.code()) x=x.to_string() y=y.to_string() width=length.to_string() height="22"></rect>
                <text class="chart__value" x=value_x.to_string() y=(y + 16).to_string()>{of(sector).to_string()}</text>
            }
        })
        .collect_view();
    let rows = Sector::ALL
        .into_iter()
        .map(|sector| view! { <tr><th scope="row">{word(lang, "sector", sector.code())}</th><td class="table__num">{of(sector).to_string()}</td></tr> })
        .collect_view();
    let title = t(lang, "home-chart-title");
    view! {
        <figure class="figure">
            <figcaption>{title.clone()}</figcaption>
            <svg class="chart" viewBox=format!("0 0 {width} 116") role="img" aria-labelledby="chart-title"><title id="chart-title">{title.clone()}</title>{bars}</svg>
            <details class="disclosure">
                <summary>{t(lang, "home-chart-table")}</summary>
                <div class="disclosure__body"><table class="table"><caption class="visually-hidden">{title}</caption><tbody>{rows}</tbody></table></div>
            </details>
        </figure>
    }
    .into_any()
}
