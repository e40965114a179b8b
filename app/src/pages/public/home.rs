//! The public home page: what this is, figures of what is published, the latest publications.

use std::collections::BTreeMap;

use domain::project::Sector;
use domain::stage::Stage;
use domain::text::Lang;
use domain::time::Day;
use leptos::prelude::*;
use store::Readers;

use super::projects::{card, link};
use crate::components::chart::{self, Chart, Row, Series};
use crate::components::{empty, head};
use crate::frame::Page;
use crate::request::{Ask, Stop};
use crate::text::{date, spelled, t, tf, word, year};

/// `/LANG`
pub async fn page(ask: Ask) -> Result<Page, Stop> {
    let lang = ask.lang;
    let mut tx = ask.portal.db.read(&Readers::public()).await?;
    let figures = store::public::figures(&mut tx).await?;
    let stays = store::public::stays(&mut tx).await?;
    let signed = store::public::signed_on(&mut tx).await?;
    let (latest, _) = store::public::list(&mut tx, None, None, 1).await?;
    let cards = latest
        .iter()
        .take(6)
        .map(|one| card(lang, one, view! { <h3 class="card__title">{link(lang, one)}</h3> }.into_any()))
        .collect_view();
    let published = if latest.is_empty() {
        empty(t(lang, "public-none"), Some((t(lang, "nav-how"), format!("/{}/how-approval-works", lang.code()))))
    } else {
        view! { <ul class="cards">{cards}</ul> }.into_any()
    };
    let body = view! {
        <div class="hero">{head::plain(&t(lang, "home-title"), Some(t(lang, "home-lede")))}</div>
        <p>{t(lang, "home-what")}</p>
        {numbers(lang, &figures, ask.now)}
        {charts(lang, &figures, &stays, &signed)}
        <section>
            <div class="section-head"><h2>{t(lang, "home-latest")}</h2><a href=format!("/{}/projects", lang.code())>{t(lang, "home-all")}</a></div>
            {published}
        </section>
    };
    Ok(Page::new(t(lang, "home-title"), body).wide())
}

/// Each chart that has something to show.
fn charts(lang: Lang, figures: &[(Sector, Stage, i64)], stays: &[(Stage, i64, i64)], signed: &[(Day, i64)]) -> AnyView {
    let all = [by_stage(lang, figures), time_in_stage(lang, stays), by_year(lang, signed)];
    let shown: Vec<_> = all.into_iter().filter(|chart| !chart.rows.is_empty()).map(|chart| chart.view(lang)).collect();
    if shown.is_empty() { ().into_any() } else { view! { <div class="figure-grid">{shown}</div> }.into_any() }
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
        .map(|(key, number)| view! { <div><dt>{t(lang, key)}</dt><dd>{spelled(lang, number)}</dd></div> })
        .collect_view();
    view! {
        <dl class="figures">{rows}</dl>
        <p class="muted">{tf(lang, "home-figures-note", [("date", date(lang, now).into())])}</p>
    }
    .into_any()
}

/// Where published projects stand, each bar in its sectors.
fn by_stage(lang: Lang, figures: &[(Sector, Stage, i64)]) -> Chart {
    let of = |stage: Stage, sector: Sector| -> i64 {
        figures.iter().filter(|(one, at, _)| *one == sector && *at == stage).map(|(_, _, count)| count).sum()
    };
    let rows: Vec<Row> = Stage::ALL
        .into_iter()
        .map(|stage| (stage, Sector::ALL.map(|sector| of(stage, sector)).to_vec()))
        .filter(|(_, values)| values.iter().any(|value| *value > 0))
        .map(|(stage, values)| Row {
            label: word(lang, "stage", stage.code()),
            shown: spelled(lang, values.iter().sum::<i64>()),
            values,
        })
        .collect();
    let finding = chart::finding(lang, "home-chart-stage-finding", &rows);
    let (title, column) = (t(lang, "home-chart-stage"), t(lang, "field-stage"));
    Chart { id: "by-stage", title, finding, series: Series::Sectors, column, rows }
}

/// How long published projects stood in each stage before they went on.
fn time_in_stage(lang: Lang, stays: &[(Stage, i64, i64)]) -> Chart {
    let mut rows = Vec::new();
    for stage in Stage::ALL {
        let Some((_, times, millis)) = stays.iter().find(|(one, _, _)| *one == stage) else { continue };
        rows.push(chart::days(lang, word(lang, "stage", stage.code()), *millis, *times));
    }
    let finding = chart::finding(lang, "home-chart-time-finding", &rows);
    let (title, column) = (t(lang, "home-chart-time"), t(lang, "field-stage"));
    Chart { id: "time-in-stage", title, finding, series: Series::Plain, column, rows }
}

/// Sign-offs by year.
fn by_year(lang: Lang, signed: &[(Day, i64)]) -> Chart {
    let mut years: BTreeMap<String, i64> = BTreeMap::new();
    for (day, times) in signed {
        *years.entry(year(*day)).or_default() += times;
    }
    let rows: Vec<Row> =
        years.into_iter().map(|(label, value)| Row { label, values: vec![value], shown: spelled(lang, value) }).collect();
    let finding = chart::finding(lang, "home-chart-year-finding", &rows);
    let (title, column) = (t(lang, "home-chart-year"), t(lang, "field-year"));
    Chart { id: "by-year", title, finding, series: Series::Plain, column, rows }
}
