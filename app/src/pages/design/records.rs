//! What people read: tags, stages, what is missing, positions, audiences, timelines, charts.

use domain::ballot::{Ballot, Level};
use domain::clock::{Ball, Standing};
use domain::edit::TextState;
use domain::facts::Facts;
use domain::party::{Audience, Delegation, Proposer};
use domain::position::{Position, Verdict};
use domain::project::{Project, Sector};
use domain::stage::{Gate, Stage, missing};
use domain::text::Lang;
use domain::time::Timestamp;
use domain::version::Version;
use leptos::prelude::*;

use super::shown;
use crate::components::chart::{self, Chart, Row, Series};
use crate::components::side_by_side::{self, InView};
use crate::components::{
    audience, due, empty, hash, icon, missing as missing_panel, pagination, position_card, reason, stage, tag, timeline,
};
use crate::request::People;
use crate::text::{t, word};

/// A hash to look at.
const HASH: &str = "460827440196712fe6cc0dc4c9204ab0a4f726677881cb9b8ff1b395a1d9d19c";

/// All of them.
pub fn all(lang: Lang, now: Timestamp) -> AnyView {
    let facts = facts(now);
    view! {
        {shown("tag", tags(lang))}
        {shown("due-tag", dues(lang, now))}
        {shown("stage", view! { <div class="stack">{Stage::ALL.map(|one| stage::steps(lang, one, false)).into_iter().collect_view()}</div> })}
        {shown("missing", missing_panel::panel(lang, &missing(&facts, Gate::Table, now), t(lang, "missing-nothing")))}
        {shown("missing-nothing", missing_panel::panel(lang, &[], t(lang, "missing-nothing")))}
        {shown("position-cards", cards(lang, &facts))}
        {shown("audience", bands(lang))}
        {shown("timeline", road(lang, now))}
        {shown("hash", hash::full(lang, HASH))}
        {shown("panel", panels(lang))}
        {shown("notice", view! { <div class="notice" role="status">{icon("check")}<p>{t(lang, "said-saved")}</p></div> })}
        {shown("reason", reason(t(lang, "refusal-frozen")))}
        {shown("empty", empty(t(lang, "projects-none"), Some((t(lang, "nav-desk"), "/desk".to_owned()))))}
        {shown("pagination", pagination::pages(lang, &format!("/{}/design", lang.code()), 2, 25, 73))}
        {shown("side-by-side", side_by_side::buttons(lang, &InView::parse("en,he"), &InView::parse("")))}
        {shown("diff", super::super::versions::pair(lang, Lang::En, "Ten wells, one pump and 40 km of pipe.", "Twelve wells, two pumps and 40 km of pipe."))}
        {shown("diff-he", super::super::versions::pair(lang, Lang::He, "עשר בארות, משאבה אחת ו-40 ק״מ צנרת.", "שתים עשרה בארות, שתי משאבות ו-40 ק״מ צנרת."))}
        {shown("diff-ar", super::super::versions::pair(lang, Lang::Ar, "عشر آبار ومضخة واحدة و40 كم من الأنابيب.", "اثنتا عشرة بئرًا ومضختان و40 كم من الأنابيب."))}
        {shown("chart", figures(lang))}
    }
    .into_any()
}

fn tags(lang: Lang) -> AnyView {
    let stages = Stage::ALL.map(|one| view! { <li>{tag::stage(lang, one)}</li> }).into_iter().collect_view();
    let verdicts = [Verdict::Approve, Verdict::NoObjection, Verdict::NeedsTime, Verdict::Object, Verdict::Decline];
    let verdicts = verdicts.map(|one| view! { <li>{tag::verdict(lang, one)}</li> }).into_iter().collect_view();
    let texts =
        [TextState::Missing, TextState::MachineDraft, TextState::Stale, TextState::Draft, TextState::Reviewed, TextState::Agreed];
    let texts = texts.map(|one| view! { <li>{tag::text_state(lang, one)}</li> }).into_iter().collect_view();
    let kinds = ["caucus", "channel"].map(|kind| view! { <li>{tag::tag(kind, kind.to_owned())}</li> }).into_iter().collect_view();
    view! { <ul class="cluster">{stages}</ul><ul class="cluster">{verdicts}</ul><ul class="cluster">{texts}{kinds}</ul> }
        .into_any()
}

/// A step that began so many days ago: on time, close, late, and one without a clock.
fn dues(lang: Lang, now: Timestamp) -> AnyView {
    let ball = |stage: Stage, days: i64| -> Option<Ball> {
        let since = now.plus_days(-days);
        domain::clock::ball(&Standing {
            stage,
            since,
            proposed_by: Proposer::Il,
            il_answered: false,
            sy_answered: true,
            extensions: 0,
        })
    };
    let all = [
        (Stage::GroupBallot, 1),
        (Stage::Tabled, 12),
        (Stage::Tabled, 40),
        (Stage::SupervisorReview, 3),
        (Stage::Implementing, 9),
    ];
    let tags: Vec<_> = all
        .into_iter()
        .filter_map(|(stage, days)| ball(stage, days))
        .map(|ball| view! { <li>{due::tag(lang, &ball, now)}</li> })
        .collect();
    view! { <ul class="cluster">{tags}</ul> }.into_any()
}

/// A project of which one side has approved and the other has objected.
fn facts(now: Timestamp) -> Facts {
    let mut facts = Facts::new(Project {
        id: "design".into(),
        group_id: "energy".into(),
        sector: Sector::Energy,
        proposed_by: Proposer::Il,
        source: Lang::En,
        stage: Stage::GroupBallot,
        code: Some("ENE-2026-007".to_owned()),
        authorisation_id: None,
        ledger: Audience::Joint,
        recorded_at: now,
    });
    facts.ballots.push(Ballot {
        id: "ballot".into(),
        project_id: "design".into(),
        number: 1,
        version_id: "version".into(),
        content_hash: HASH.to_owned(),
        level: Level::Group,
        recorded_at: now,
        closed_at: None,
        outcome: None,
    });
    facts.newest = Some(version("version", 1));
    facts.positions = vec![
        position(Delegation::Il, Verdict::Approve, Lang::He, "התוכנית מקובלת."),
        position(Delegation::Sy, Verdict::Object, Lang::Ar, "نعترض على موقع المحطة."),
    ];
    facts
}

fn version(id: &str, number: i64) -> Version {
    Version {
        id: id.into(),
        project_id: "design".into(),
        number,
        content: String::new(),
        content_hash: HASH.to_owned(),
        provenance: "{}".to_owned(),
        title_en: None,
        title_he: None,
        title_ar: None,
        lang: None,
        reason: None,
        person_id: "person".into(),
    }
}

fn position(party: Delegation, verdict: Verdict, lang: Lang, statement: &str) -> Position {
    Position {
        id: party.party().code().into(),
        ballot_id: "ballot".into(),
        project_id: "design".into(),
        version_id: "version".into(),
        content_hash: HASH.to_owned(),
        level: Level::Group,
        party,
        number: 1,
        mandate_id: "mandate".into(),
        person_id: "person".into(),
        verdict,
        lang,
        statement: statement.to_owned(),
    }
}

fn cards(lang: Lang, facts: &Facts) -> AnyView {
    let people = People::public(vec![], lang);
    let none = Facts { positions: vec![], ..facts.clone() };
    let outdated = Facts { newest: Some(version("next", 2)), ..facts.clone() };
    let shown = [facts, &outdated, &none].map(|facts| position_card::cards(lang, facts, &"ballot".into(), &people));
    view! { <div class="stack">{shown.into_iter().collect_view()}</div> }.into_any()
}

fn bands(lang: Lang) -> AnyView {
    let bands = Audience::ALL
        .map(|one| audience::band(lang, one, view! { <p>{t(lang, "discussion-none")}</p> }))
        .into_iter()
        .collect_view();
    view! { <div class="stack">{bands}</div> }.into_any()
}

fn road(lang: Lang, now: Timestamp) -> AnyView {
    let steps = [
        Stage::Tabled,
        Stage::InDiscussion,
        Stage::GroupBallot,
        Stage::PrincipalsBallot,
        Stage::SupervisorReview,
        Stage::Cleared,
        Stage::Implementing,
    ];
    let items: Vec<_> = steps
        .into_iter()
        .zip(0i64..)
        .map(|(stage, place)| timeline::item(lang, stage, now.plus_days(place * 9 - 70), Some(t(lang, "office-unknown")), None))
        .collect();
    view! { <ol class="timeline">{items}</ol> }.into_any()
}

fn panels(lang: Lang) -> AnyView {
    let panels = ["plain", "good", "wait", "care", "stop", "gate"].map(|kind| {
        view! { <div class=format!("panel panel--{kind}")><h3 class="panel__title">{icon("stamp")}" "<code dir="ltr">{kind}</code></h3><p>{t(lang, "how-silence")}</p></div> }
    });
    view! { <div class="stack">{panels.into_iter().collect_view()}</div> }.into_any()
}

fn figures(lang: Lang) -> AnyView {
    let row = |stage: Stage, values: Vec<i64>| Row {
        label: word(lang, "stage", stage.code()),
        shown: values.iter().sum::<i64>().to_string(),
        values,
    };
    let rows =
        vec![row(Stage::Cleared, vec![1, 2, 0]), row(Stage::Implementing, vec![3, 1, 2]), row(Stage::Completed, vec![0, 0, 1])];
    let days = vec![
        chart::days(lang, word(lang, "stage", "tabled"), 4 * 86_400_000, 1),
        chart::days(lang, word(lang, "stage", "in_discussion"), 61 * 86_400_000, 1),
    ];
    let make = |id, key: &str, series, rows: Vec<Row>| {
        let finding = chart::finding(lang, &format!("{key}-finding"), &rows);
        Chart { id, title: t(lang, key), finding, series, column: t(lang, "field-stage"), rows }.view(lang)
    };
    view! {
        <div class="figure-grid">
            {make("design-stages", "home-chart-stage", Series::Sectors, rows)}
            {make("design-days", "home-chart-time", Series::Plain, days)}
        </div>
    }
    .into_any()
}
