//! A chart as SVG from the server: stacked bars in reading direction, each series with a hue and a pattern, its finding as caption
//! and the same figures as a table below.

use domain::project::Sector;
use domain::text::Lang;
use leptos::prelude::*;

use crate::text::{spelled, t, word};

/// One row of bars: its name, how long each series is, and the figure beside the bar in words.
#[derive(Clone, Debug)]
pub struct Row {
    /// What is counted.
    pub label: String,
    /// One figure for each series.
    pub values: Vec<i64>,
    /// What stands beside the bar, such as "4" or "12 days".
    pub shown: String,
}

/// What the parts of a bar are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Series {
    /// One kind of thing.
    Plain,
    /// One part for each sector, in the order of [`Sector::ALL`].
    Sectors,
}

impl Series {
    fn names(self, lang: Lang) -> Vec<(&'static str, String)> {
        match self {
            Self::Plain => vec![("plain", String::new())],
            Self::Sectors => Sector::ALL.map(|sector| (sector.code(), word(lang, "sector", sector.code()))).to_vec(),
        }
    }
}

/// What a chart shows.
#[derive(Debug)]
pub struct Chart {
    /// Its id on the page.
    pub id: &'static str,
    /// What it is about.
    pub title: String,
    /// What it says.
    pub finding: String,
    /// What its parts are.
    pub series: Series,
    /// The head of the column of names in the table.
    pub column: String,
    /// The rows, from the first to the last.
    pub rows: Vec<Row>,
}

const WIDTH: i64 = 480;
const LABELS: i64 = 190;
const FIGURES: i64 = 70;
const STEP: i64 = 30;
const BAR: i64 = 20;

impl Chart {
    /// The figure with its table.
    #[must_use]
    pub fn view(self, lang: Lang) -> AnyView {
        let names = self.series.names(lang);
        let (id, height) = (self.id, STEP * i64::try_from(self.rows.len()).unwrap_or(0) + 4);
        let longest = self.rows.iter().map(|row| row.values.iter().sum::<i64>()).max().unwrap_or(0).max(1);
        let bars = self.rows.iter().zip(0i64..).map(|(row, place)| self.bar(lang, &names, row, place, longest)).collect_view();
        let legend = (names.len() > 1).then(|| self.legend(&names));
        view! {
            <figure class="figure">
                <figcaption>{self.title.clone()}<p class="figure__finding">{self.finding.clone()}</p></figcaption>
                {legend}
                <svg class="chart" viewBox=format!("0 0 {WIDTH} {height}") role="img" aria-labelledby=format!("{id}-title {id}-finding")>
                    <title id=format!("{id}-title")>{self.title.clone()}</title>
                    <desc id=format!("{id}-finding")>{self.finding.clone()}</desc>
                    <defs>{patterns(id, &names)}</defs>
                    {bars}
                </svg>
                {self.table(lang, &names)}
            </figure>
        }
        .into_any()
    }

    fn bar(&self, lang: Lang, names: &[(&'static str, String)], row: &Row, place: i64, longest: i64) -> AnyView {
        let mirrored = lang.dir() == "rtl";
        let y = place * STEP + 4;
        let at = |from_start: i64, length: i64| if mirrored { WIDTH - from_start - length } else { from_start };
        let mut start = LABELS;
        let parts = row
            .values
            .iter()
            .zip(names)
            .map(|(value, (class, _))| {
                let length = (WIDTH - LABELS - FIGURES) * value / longest;
                let x = at(start, length).to_string();
                start += length;
                let fill = if self.series == Series::Plain { None } else { Some(format!("url(#{}-{class})", self.id)) };
                view! { <rect class=format!("chart__bar chart__bar--{class}") fill=fill x=x y=y.to_string() width=length.to_string() height=BAR.to_string()></rect> }
            })
            .collect_view();
        let baseline = (y + 15).to_string();
        view! {
            <text class="chart__label" x=at(0, 0).to_string() y=baseline.clone()>{row.label.clone()}</text>
            {parts}
            <text class="chart__value" x=at(start + 8, 0).to_string() y=baseline>{row.shown.clone()}</text>
        }
        .into_any()
    }

    fn legend(&self, names: &[(&'static str, String)]) -> AnyView {
        let items = names
            .iter()
            .map(|(class, name)| {
                let fill = format!("url(#{}-{class})", self.id);
                view! {
                    <li>
                        <svg class="chart__key" viewBox="0 0 16 16" aria-hidden="true"><rect class=format!("chart__bar chart__bar--{class}") fill=fill width="16" height="16"></rect></svg>
                        " "{name.clone()}
                    </li>
                }
            })
            .collect_view();
        view! { <ul class="chart__legend">{items}</ul> }.into_any()
    }

    fn table(&self, lang: Lang, names: &[(&'static str, String)]) -> AnyView {
        let head = (names.len() > 1).then(|| {
            names.iter().map(|(_, name)| view! { <th scope="col" class="table__num">{name.clone()}</th> }).collect_view()
        });
        let rows = self
            .rows
            .iter()
            .map(|row| {
                let cells = (names.len() > 1).then(|| {
                    let cell = |(value, (_, name)): (&i64, &(&str, String))| view! { <td class="table__num" data-label=name.clone()>{spelled(lang, value)}</td> };
                    row.values.iter().zip(names).map(cell).collect_view()
                });
                view! { <tr><th scope="row">{row.label.clone()}</th>{cells}<td class="table__num" data-label=t(lang, "chart-sum")>{row.shown.clone()}</td></tr> }
            })
            .collect_view();
        view! {
            <details class="disclosure">
                <summary>{t(lang, "chart-table")}</summary>
                <div class="disclosure__body">
                    <div class="table-wrap" role="region" aria-label=self.title.clone() tabindex="0"><table class="table">
                        <caption class="visually-hidden">{self.title.clone()}</caption>
                        <thead><tr><th scope="col">{self.column.clone()}</th>{head}<th scope="col" class="table__num">{t(lang, "chart-sum")}</th></tr></thead>
                        <tbody>{rows}</tbody>
                    </table></div>
                </div>
            </details>
        }
        .into_any()
    }
}

/// Besides hue each sector has a pattern: plain, lines, dots.
fn patterns(id: &str, names: &[(&'static str, String)]) -> AnyView {
    if names.len() < 2 {
        return ().into_any();
    }
    let marks = ["", "M0 8L8 0M-2 2L2 -2M6 10L10 6", "M2 2h2v2h-2zM6 6h2v2h-2z"];
    names
        .iter()
        .zip(marks)
        .map(|((class, _), mark)| {
            view! {
                <pattern id=format!("{id}-{class}") width="8" height="8" patternUnits="userSpaceOnUse">
                    <rect class=format!("chart__ground chart__ground--{class}") width="8" height="8"></rect>
                    <path class="chart__hatch" d=mark></path>
                </pattern>
            }
        })
        .collect_view()
        .into_any()
}

const DAY: i64 = 86_400_000;

/// A row of days: how long each of `times` took in the mean, in whole days.
#[must_use]
pub fn days(lang: Lang, label: String, millis: i64, times: i64) -> Row {
    let mean = (millis / times.max(1) + DAY / 2) / DAY;
    Row { label, values: vec![mean], shown: crate::text::tf(lang, "chart-days", [("days", mean.into())]) }
}

/// "Most are under review, 4": the row with the longest bar, in a sentence of this key; or that none stands out.
#[must_use]
pub fn finding(lang: Lang, key: &str, rows: &[Row]) -> String {
    let length = |row: &Row| row.values.iter().sum::<i64>();
    let longest = rows.iter().map(length).max().unwrap_or(0);
    let mut most = rows.iter().filter(|row| length(row) == longest);
    match (most.next(), most.next()) {
        (Some(row), None) => {
            crate::text::tf(lang, key, [("label", row.label.clone().into()), ("shown", row.shown.clone().into())])
        }
        (Some(_), Some(_)) => t(lang, "chart-even"),
        (None, _) => String::new(),
    }
}
