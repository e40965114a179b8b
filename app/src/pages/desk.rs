//! The desk: what waits for me, for my side, for others; each with how long it has waited and when it is due.

use domain::clock::{self, Ball, Turn};
use domain::id::GroupId;
use domain::party::Party;
use domain::person::Role;
use domain::stage::Stage;
use domain::text::Lang;
use domain::time::Timestamp;
use domain::viewer::Viewer;
use leptos::prelude::*;
use store::Visible;
use store::desk::Errands;
use store::formal_note::Listed;
use store::project::Line;

use crate::components::{due, empty, head, sheet};
use crate::frame::Page;
use crate::request::{Ask, Stop};
use crate::text::{day, pick, spelled, t, tf, word};

/// One thing that waits.
struct Duty {
    whose: Whose,
    ask: &'static str,
    place: &'static str,
    /// Its own clock, where it is not that of the stage.
    ball: Option<Ball>,
}

impl Duty {
    const fn of(whose: Whose, ask: &'static str, place: &'static str) -> Self {
        Self { whose, ask, place, ball: None }
    }
}

/// Whom something waits for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Whose {
    Mine,
    OurSide,
    Others,
}

impl Whose {
    /// Whom it waits for: this viewer's side or another, and there those who hold the role.
    pub(crate) const fn of(ours: bool, holds: bool) -> Self {
        match (ours, holds) {
            (true, true) => Self::Mine,
            (true, false) => Self::OurSide,
            (false, _) => Self::Others,
        }
    }
}

/// `/desk`
pub async fn page(ask: Ask) -> Result<Page, Stop> {
    let lang = ask.lang;
    let mut member = ask.member().await?;
    let open = store::desk::open(&mut member.tx, &member.viewer).await?;
    let (notes, asked) = store::formal_note::list(&mut member.tx, &member.viewer, "waiting", 1).await?;
    let meetings = super::meetings::on_desk::sheets(&ask, &mut member).await?;
    let unsent = store::draft::count(&mut member.tx, &member.viewer.person_id).await?;
    let by_due = ask.query("sort") != "age";
    let balls: Vec<_> = open.iter().filter_map(|waiting| Some((&**waiting, clock::ball(&waiting.0.standing())?))).collect();
    let mut found = super::meetings::on_desk::agreements(&ask, &mut member).await?;
    found.extend(super::matters::on_desk::waiting(&ask, &mut member).await?);
    for ((line, errands), ball) in &balls {
        for duty in duties(line, errands, (ball, ask.now), &member.viewer) {
            let own = duty.ball.unwrap_or(*ball);
            found.push((duty.whose, own, row(lang, line, &duty, &own, ask.now)));
        }
    }
    found.sort_by_key(|(_, ball, _)| if by_due { ball.due(day).map_or(i64::MAX, |due| due.0) } else { ball.since.0 });
    let several = found.len() > 1;
    let mut part = |whose: Whose| -> Vec<AnyView> {
        let (mine, rest): (Vec<_>, Vec<_>) = std::mem::take(&mut found).into_iter().partition(|(of, ..)| *of == whose);
        found = rest;
        mine.into_iter().map(|(.., row)| row).collect()
    };
    let (mine, ours, others) = (part(Whose::Mine), part(Whose::OurSide), part(Whose::Others));
    let body = view! {
        {head::plain(&t(lang, "desk-title"), Some(t(lang, "desk-lede")))}
        {(unsent > 0).then(|| view! { <p class="panel panel--care"><a href="/desk/drafts">{tf(lang, "desk-unsent", [("count", unsent.into())])}</a></p> })}
        <p class="cluster"><a href="/desk/activity">{t(lang, "activity-title")}</a><a href="/desk/glossary">{t(lang, "glossary-title")}</a></p>
        {several.then(|| order(lang, by_due))}
        {(!notes.is_empty()).then(|| sheet(t(lang, "desk-notes"), asked_by_note(lang, &notes, asked, ask.now)))}
        {meetings}
        {section(lang, "desk-mine", "desk-mine-empty", mine)}
        {section(lang, "desk-ours", "desk-ours-empty", ours)}
        {section(lang, "desk-others", "desk-others-empty", others)}
    };
    Ok(Page::new(t(lang, "desk-title"), body).wide().of(&member))
}

/// The notes that wait, and the way to the rest of them.
fn asked_by_note(lang: Lang, notes: &[Visible<Listed>], asked: i64, now: Timestamp) -> AnyView {
    let more = usize::try_from(asked).is_ok_and(|asked| asked > notes.len());
    let rest = more.then(
        || view! { <p><a href="/desk/notes?which=waiting">{tf(lang, "desk-notes-all", [("count", asked.into())])}</a></p> },
    );
    view! { {super::notes::table(lang, notes, now)}{rest} }.into_any()
}

/// What comes first: what is due next, or what has waited longest.
fn order(lang: Lang, by_due: bool) -> AnyView {
    let one = |key: &str, href: &'static str, here: bool| view! { <li><a href=href aria-current=here.then_some("true")>{t(lang, key)}</a></li> };
    view! {
        <nav class="tabs" aria-label=t(lang, "desk-order")>
            <ul>{one("desk-order-due", "/desk", by_due)}{one("desk-order-age", "/desk?sort=age", !by_due)}</ul>
        </nav>
    }
    .into_any()
}

fn section(lang: Lang, title: &str, nothing: &str, rows: Vec<AnyView>) -> AnyView {
    let count = rows.len();
    let list = if rows.is_empty() {
        empty(t(lang, nothing), Some((t(lang, "desk-all-projects"), "/desk/projects".to_owned())))
    } else {
        view! { <ul class="duty-list">{rows}</ul> }.into_any()
    };
    view! {
        <section class="sheet sheet--flush">
            <div class="sheet__head"><h2>{t(lang, title)}" "<span class="tabs__count">{spelled(lang, count)}</span></h2></div>
            {list}
        </section>
    }
    .into_any()
}

fn row(lang: Lang, line: &Line, duty: &Duty, ball: &Ball, now: Timestamp) -> AnyView {
    let titles = line.title();
    let (of, title) = pick(&titles, lang).map_or((lang, String::new()), |(of, title)| (of, title.to_owned()));
    let href = format!("/desk/projects/{}{}", line.handle(), duty.place);
    let name = line.code.clone().unwrap_or_else(|| t(lang, "project-draft-name"));
    let then = due::passed(lang, ball, now).unwrap_or_else(|| {
        if duty.ball.is_some() { t(lang, "desk-then-point") } else { word(lang, "desk-then", line.stage.code()) }
    });
    let on = view! { <bdi class="code" dir="ltr">{name}</bdi>" "<bdi lang=of.code() dir=of.dir()>{title}</bdi> };
    waits(lang, (duty.ask, href), on.into_any(), (ball, now), then)
}

/// A row: what is asked and where, of what, by when, and what happens then.
pub(crate) fn waits(
    lang: Lang,
    (ask, href): (&str, String),
    on: AnyView,
    (ball, now): (&Ball, Timestamp),
    then: String,
) -> AnyView {
    view! {
        <li class="duty-list__row">
            <a class="duty-list__link" href=href>{t(lang, ask)}</a>
            <span class="duty-list__on">{on}</span>
            <span class="duty-list__due">{due::tag(lang, ball, now)}</span>
            <span class="duty-list__then">{due::age(lang, ball.holder, ball.since, now)}" "{then}</span>
        </li>
    }
    .into_any()
}

/// The roles that a stage waits for, what it asks of them, and where it is done.
const fn asked(stage: Stage) -> Option<(&'static [Role], &'static str, &'static str)> {
    Some(match stage {
        Stage::Draft => (&[Role::Member, Role::CoChair, Role::Translator], "desk-ask-draft", "/edit"),
        Stage::Tabled => (&[Role::CoChair], "desk-ask-tabled", ""),
        Stage::InDiscussion => (&[Role::CoChair, Role::Member, Role::Translator], "desk-ask-discussion", ""),
        Stage::GroupBallot => (&[Role::CoChair], "desk-ask-group-ballot", "/ballot"),
        Stage::PrincipalsBallot => (&[Role::Signatory, Role::Head], "desk-ask-principals-ballot", "/ballot"),
        Stage::SupervisorReview => (&[Role::Reviewer], "desk-ask-review", "/sign-off"),
        Stage::Cleared => (&[Role::CoChair], "desk-ask-cleared", "/implementation"),
        Stage::Implementing => (&[Role::CoChair], "desk-ask-implementing", "/implementation"),
        Stage::Completed => (&[Role::Head], "desk-ask-completed", "/implementation"),
        Stage::Closed | Stage::Withdrawn | Stage::Declined | Stage::Lapsed => return None,
    })
}

/// What a stage asks of whoever holds it, and where it is done.
pub(crate) const fn asks(stage: Stage) -> Option<(&'static str, &'static str)> {
    match asked(stage) {
        Some((_, ask, place)) => Some((ask, place)),
        None => None,
    }
}

fn duties(line: &Line, errands: &Errands, (ball, now): (&Ball, Timestamp), viewer: &Viewer) -> Vec<Duty> {
    let mut found = Vec::new();
    let holds = |roles: &[Role]| roles.iter().any(|&role| viewer.holds(role, &line.group_id));
    let mine = |roles: &[Role], ours: bool| Whose::of(ours, holds(roles));
    let ours = ball.holder.includes(viewer.party);
    if errands.consent && viewer.party != Party::Us && viewer.party != Party::None {
        let roles: &[Role] = if line.stage == Stage::Completed { &[Role::Head] } else { &[Role::CoChair, Role::Head] };
        found.push(Duty::of(mine(roles, true), "desk-ask-consent", place_of_consent(line.stage)));
    }
    if let Some((roles, ask, place)) = asked(line.stage) {
        let officer_turn = line.stage == Stage::SupervisorReview && errands.prepared;
        let (roles, ask): (&[Role], _) = if officer_turn { (&[Role::Officer], "desk-ask-sign-off") } else { (roles, ask) };
        found.push(Duty::of(mine(roles, ours), ask, place));
    }
    if let Some((_, place)) = asks(line.stage) {
        found.extend(passed_on(line, (ball, now), place, viewer));
    }
    if line.stage == Stage::InDiscussion {
        found.extend(
            errands.points().flat_map(|(objector, since)| points(line, (&clock::answer(objector, since), now), viewer, &mine)),
        );
    }
    if errands.summary && viewer.party.delegation().is_some() {
        found.push(Duty::of(mine(&[Role::Head], true), "desk-ask-summary", "/summary"));
    }
    found
}

/// What nobody answered in time waits for whoever is next: the head, then the supervisor.
fn passed_on(line: &Line, ball: (&Ball, Timestamp), place: &'static str, viewer: &Viewer) -> Option<Duty> {
    asked_further((line.stage, &line.group_id), ball, viewer).map(|ask| Duty::of(Whose::Mine, ask, place))
}

/// What this viewer is asked for, as the next one further up, when nobody answered in time.
pub(crate) fn asked_further(
    (stage, group): (Stage, &GroupId),
    (ball, now): (&Ball, Timestamp),
    viewer: &Viewer,
) -> Option<&'static str> {
    let turn = ball.turn(now, day).filter(|turn| matches!(turn, Turn::Head | Turn::GoodOffices))?;
    let holds = |turn| {
        let acts = clock::who_acts(stage, ball.holder, turn);
        acts.iter().any(|(party, role)| *party == viewer.party && viewer.holds(*role, group))
    };
    let next = holds(turn) && !holds(Turn::Holder);
    next.then_some(if viewer.party == Party::Us { "desk-ask-good-offices" } else { "desk-ask-head" })
}

/// Points that wait for an answer, for whoever gives it and for whoever it has gone on to.
fn points(line: &Line, (ball, now): (&Ball, Timestamp), viewer: &Viewer, mine: &impl Fn(&[Role], bool) -> Whose) -> Vec<Duty> {
    let place = "/points";
    let own = ball.holder.includes(viewer.party).then(|| Duty::of(mine(&[Role::CoChair], true), "desk-ask-points", place));
    let further = passed_on(line, (ball, now), place, viewer);
    own.into_iter().chain(further).map(|duty| Duty { ball: Some(*ball), ..duty }).collect()
}

const fn place_of_consent(stage: Stage) -> &'static str {
    match stage {
        Stage::InDiscussion => "/ballot",
        Stage::Cleared | Stage::Implementing | Stage::Completed => "/implementation",
        _ => "",
    }
}
