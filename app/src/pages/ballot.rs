//! The ballot: opening it together, each side's position with reasons, points and conditions, recall, and taking an approval back.

use domain::ballot::{self, Ballot, Level};
use domain::consent::Subject;
use domain::id::{BallotId, PositionId};
use domain::person::Power;
use domain::policy::{self, Action};
use domain::position::{self, NewPosition, Verdict};
use domain::stage::{self, Gate, Stage};
use leptos::prelude::*;
use store::Visible;
use store::link::Linked;

use super::check::{self, Answer, Told};
use super::project::Opened;
use super::terms::{condition_fields, condition_of, point_fields, point_of, scope_field};
use super::{act, consent, links, terms};
use crate::components::{empty, hash, missing, position_card, reason, sheet, tag};
use crate::form::{Form, KEPT, post};
use crate::frame::Page;
use crate::request::{Ask, Stop};
use crate::text::{date, t, tf, word};

/// `/desk/projects/CODE/ballot`
pub async fn page(ask: Ask, handle: String) -> Result<Page, Stop> {
    let mut open = Opened::find(ask, &handle).await?;
    let lang = open.lang();
    let opening = open.form("/do/open-ballot").await?;
    let back = open.form(consent::TAKE_BACK).await?;
    let recall = open.form("/do/recall-ballot").await?;
    let (answer, found) = open.kept_form("/do/position").await?;
    let withdrawal = open.form("/do/withdraw-approval").await?;
    let status =
        [opening.status(), back.status(), recall.status(), answer.status(), withdrawal.status()].into_iter().max().unwrap_or(200);
    let links = links::of(&mut open).await?;
    let now = match open.facts.open_ballot() {
        Some(ballot) => running(&open, ballot, (&answer, &links), &recall, found),
        None if open.facts.project.stage == Stage::InDiscussion => before(&open, &opening, &back),
        None => ().into_any(),
    };
    let past: Vec<_> =
        open.facts.ballots.iter().rev().filter(|ballot| ballot.outcome.is_some()).map(|ballot| over(&open, ballot)).collect();
    let past = if past.is_empty() && open.facts.open_ballot().is_none() && open.facts.project.stage != Stage::InDiscussion {
        empty(t(lang, "ballot-none"), None)
    } else {
        past.into_any()
    };
    let body = view! { {now} {take_back(&open, &withdrawal)} {past} };
    Ok(open.page("/ballot", &t(lang, "tab-ballot"), body.into_any()).status(status))
}

/// Before a ballot: what is missing, who has consented, and the deed.
fn before(open: &Opened, form: &Form, back: &Form) -> AnyView {
    let lang = open.lang();
    let Some(version) = &open.facts.newest else { return ().into_any() };
    let list = stage::missing_besides_consent(&open.facts, Gate::OpenBallot, open.ask.now);
    let chair = policy::decide(&open.member.viewer, Action::AgreeJointly, &open.facts.project.group_id).is_ok();
    let proposed = ballot::proposed(&open.facts);
    let given = |side| {
        proposed.as_ref().is_some_and(|id| open.facts.consented(Subject::Ballot, id.as_str(), &version.content_hash, side))
    };
    let own = open.member.viewer.party.delegation().is_some_and(given);
    let deed = if !chair {
        reason(t(lang, "ballot-open-not-permitted"))
    } else if own {
        consent::own(open, back, Subject::Ballot, "ballot-open-given")
    } else if list.is_empty() {
        view! {
            <form method="post" action=form.action>
                {form.hidden(&[("project", open.facts.project.handle()), ("hash", &version.content_hash)])}
                {form.actions(tf(lang, "ballot-open-deed", [("number", version.number.into())]), "button")}
            </form>
        }
        .into_any()
    } else {
        ().into_any()
    };
    view! {
        <section class="sheet">
            <div class="sheet__head"><h2>{tf(lang, "ballot-open-title", [("number", version.number.into())])}</h2></div>
            {form.summary()}
            <p>{t(lang, "ballot-open-hint")}</p>
            {missing::panel(lang, &list, t(lang, "next-open-ballot-nothing"))}
            {consent::lines(lang, given)}
            {deed}
        </section>
    }
    .into_any()
}

const fn level_word(level: Level) -> &'static str {
    match level {
        Level::Group => "ballot-group-title",
        Level::Principals => "ballot-principals-title",
    }
}

/// The form of a position, with the links that a point of it may name.
type Position<'a> = (&'a Form, &'a [Visible<Linked>]);

fn running(open: &Opened, ballot: &Ballot, answer: Position<'_>, recall: &Form, found: Option<AnyView>) -> AnyView {
    let lang = open.lang();
    let gate = if ballot.level == Level::Group { Gate::PassGroup } else { Gate::PassPrincipals };
    let list = stage::missing(&open.facts, gate, open.ask.now);
    let chair = policy::decide(&open.member.viewer, Action::SteerProject, &open.facts.project.group_id).is_ok();
    let recall = (ballot.level == Level::Group && chair).then(|| recall_form(open, ballot, recall));
    view! {
        <section class="sheet">
            <div class="sheet__head"><h2>{t(lang, level_word(ballot.level))}</h2></div>
            <p>{t(lang, "ballot-on-hash")}" "{hash::short(&ballot.content_hash)}</p>
            {position_card::cards(lang, &open.facts, &ballot.id, &open.member.people)}
            {missing::panel(lang, &list, t(lang, "ballot-complete"))}
        </section>
        {(!check::is_asked(&open.ask, answer.0)).then_some(found)}
        {position_form(open, ballot, answer)}
        {recall}
    }
    .into_any()
}

fn recall_form(open: &Opened, ballot: &Ballot, form: &Form) -> AnyView {
    let lang = open.lang();
    view! {
        <details class="disclosure" open=form.is_sent_back()>
            <summary>{t(lang, "recall-title")}</summary>
            <div class="disclosure__body">
                {form.summary()}
                <p>{t(lang, "recall-hint")}</p>
                <form method="post" action=form.action>
                    {form.hidden(&[("project", open.facts.project.handle()), ("ballot", ballot.id.as_str())])}
                    {form.area("reason", t(lang, "field-reason"), None, "", 3, None)}
                    {form.language("note_language")}
                    {form.actions(t(lang, "recall-deed"), "button button--secondary")}
                </form>
            </div>
        </details>
    }
    .into_any()
}

fn position_form(open: &Opened, ballot: &Ballot, (form, links): Position<'_>) -> AnyView {
    let (lang, viewer, group) = (open.lang(), &open.member.viewer, &open.facts.project.group_id);
    let (action, power) = match ballot.level {
        Level::Group => (Action::GroupPosition, Power::Group),
        Level::Principals => (Action::PrincipalsPosition, Power::Principals),
    };
    if policy::decide(viewer, action, group).is_err() {
        return reason(t(lang, if ballot.level == Level::Group { "position-only-co-chair" } else { "position-only-signatory" }));
    }
    if viewer.mandate(group, power, open.ask.now).is_err() {
        return reason(t(lang, "refusal-no-mandate"));
    }
    let side = t(lang, &format!("party-{}", viewer.party.code()));
    let options = Verdict::at(ballot.level)
        .into_iter()
        .map(|verdict| (verdict.code(), word(lang, "verdict", verdict.code()), Some(word(lang, "verdict-hint", verdict.code()))))
        .collect();
    let about = [
        ("project", open.facts.project.handle()),
        ("ballot", ballot.id.as_str()),
        ("level", ballot.level.code()),
        ("hash", &ballot.content_hash),
    ];
    if check::is_asked(&open.ask, form) {
        return position_check(open, (form, links), &about);
    }
    view! {
        <form class="sheet" method="post" action=form.action id=KEPT>
            <div class="sheet__head"><h2>{tf(lang, "position-title", [("side", side.into())])}</h2></div>
            {form.summary()}
            {form.hidden(&about)}
            {form.choices("verdict", t(lang, "field-verdict"), options, "")}
            {form.area("statement", t(lang, "field-statement"), Some(t(lang, "field-statement-hint")), "", 4, None)}
            {form.language("note_language")}
            {point_fields(open, form, links)}
            {condition_fields(open, form, t(lang, "condition-with-approval"))}
            {(ballot.level == Level::Principals).then(|| scope_field(open, form))}
            {form.autosave()}
            {check::button(lang)}
        </form>
    }
    .into_any()
}

const ANSWERS: [Answer; 4] = [
    ("verdict", "field-verdict", Told::Word("verdict")),
    ("statement", "field-statement", Told::Words),
    ("note_language", "field-note-language", Told::Word("language")),
    ("scope", "scope-title", Told::Tick("answer-yes")),
];

/// The position as it will be recorded, and the button that records it.
fn position_check(open: &Opened, (form, links): Position<'_>, about: &[(&'static str, &str)]) -> AnyView {
    let lang = open.lang();
    let side = t(lang, &format!("party-{}", open.member.viewer.party.code()));
    let answers = [&ANSWERS[..], &terms::ANSWERS[..]].concat();
    view! {
        <form class="sheet" method="post" action=form.action id="position">
            <div class="sheet__head"><h2>{t(lang, "check-title")}</h2></div>
            {form.hidden(about)}
            {check::carried(form, &answers)}
            {check::answers(form, &answers)}
            {links::chosen(lang, form, links)}
            <div class="panel panel--plain"><p>{t(lang, "position-effect")}</p></div>
            {check::deed(lang, tf(lang, "position-deed", [("side", side.into())]), open.href("/ballot"))}
        </form>
    }
    .into_any()
}

fn over(open: &Opened, ballot: &Ballot) -> AnyView {
    let lang = open.lang();
    let outcome = ballot.outcome.map(|outcome| word(lang, "outcome", outcome.code())).unwrap_or_default();
    let outdated = open.facts.newest.as_ref().is_some_and(|version| version.id != ballot.version_id);
    let outdated = outdated.then(|| tag::tag("void", t(lang, "ballot-outdated")));
    let closed = ballot.closed_at.map(|at| date(lang, at)).unwrap_or_default();
    sheet(
        format!("{} – {outcome}", t(lang, level_word(ballot.level))),
        view! {
            <p>{date(lang, ballot.recorded_at)}" – "{closed}" · "{hash::short(&ballot.content_hash)}" "{outdated}</p>
            {position_card::cards(lang, &open.facts, &ballot.id, &open.member.people)}
        },
    )
}

/// The own approval that still counts can be taken back.
fn take_back(open: &Opened, form: &Form) -> Option<AnyView> {
    let viewer = &open.member.viewer;
    let side = viewer.party.delegation()?;
    policy::decide(viewer, Action::PrincipalsPosition, &open.facts.project.group_id).ok()?;
    let ballot = open.facts.dossier_ballot()?;
    let position = open.facts.live_position(&ballot.id, side)?;
    if open.facts.project.stage.is_end() {
        return None;
    }
    let lang = open.lang();
    Some(
        view! {
            <details class="disclosure" open=form.is_sent_back()>
                <summary>{t(lang, "withdraw-approval-title")}</summary>
                <div class="disclosure__body">
                    {form.summary()}
                    <p>{t(lang, "withdraw-approval-hint")}</p>
                    <form method="post" action=form.action>
                        {form.hidden(&[("project", open.facts.project.handle()), ("position", position.id.as_str())])}
                        {form.area("reason", t(lang, "field-reason"), None, "", 3, None)}
                        {form.language("note_language")}
                        {form.actions(t(lang, "withdraw-approval-deed"), "button button--danger")}
                    </form>
                </div>
            </details>
        }
        .into_any(),
    )
}

/// Consents to open a group ballot.
#[server(prefix = "/do", endpoint = "open-ballot")]
pub async fn open_ballot() -> Result<(), ServerFnError> {
    post(|ask, form| async move {
        let hash = form.raw("hash").to_owned();
        act(&ask, &form, "/ballot", "said-consented", move |facts, viewer, at| ballot::consent_to_open(facts, viewer, &hash, at))
            .await
    })
    .await
}

/// Recalls a running group ballot.
#[server(prefix = "/do", endpoint = "recall-ballot")]
pub async fn recall_ballot() -> Result<(), ServerFnError> {
    post(|ask, mut form| async move {
        let reason = form.note("reason");
        let ballot = BallotId::from(form.raw("ballot"));
        act(&ask, &form, "/ballot", "said-recalled", move |facts, viewer, at| ballot::recall(facts, viewer, &ballot, &reason, at))
            .await
    })
    .await
}

/// Records a side's position.
#[server(prefix = "/do", endpoint = "position")]
pub async fn record_position() -> Result<(), ServerFnError> {
    post(|ask, mut form| async move {
        let verdict = form.choice("verdict", |code| {
            Verdict::at(Level::Group).into_iter().chain([Verdict::Decline]).find(|verdict| verdict.code() == code)
        });
        let statement = form.optional_note("statement");
        let (points, conditions) = match verdict {
            Some(Verdict::Object) => (point_of(&mut form), vec![]),
            Some(Verdict::Approve) => (vec![], condition_of(&mut form)),
            _ => (vec![], vec![]),
        };
        if verdict == Some(Verdict::Object) && points.is_empty() {
            form.wrong("point_text", "missing");
        }
        if matches!(verdict, Some(Verdict::Object | Verdict::Decline | Verdict::NeedsTime)) && statement.text.is_empty() {
            form.wrong("statement", "missing");
        }
        let scope = form.raw("scope") == "yes";
        if form.raw("level") == Level::Principals.code() && verdict == Some(Verdict::Approve) && !scope {
            form.wrong("scope", "missing");
        }
        check::first(&ask, &form).await?;
        let Some(verdict) = verdict else { return Err(crate::form::Outcome::Failed) };
        let new = NewPosition {
            ballot: form.raw("ballot").into(),
            hash: form.raw("hash").to_owned(),
            verdict,
            statement,
            points,
            conditions,
            scope,
        };
        act(&ask, &form, "/ballot", "said-position", move |facts, viewer, at| position::record(facts, viewer, &new, at)).await
    })
    .await
}

/// Takes an approval back.
#[server(prefix = "/do", endpoint = "withdraw-approval")]
pub async fn withdraw_approval() -> Result<(), ServerFnError> {
    post(|ask, mut form| async move {
        let reason = form.note("reason");
        let id = PositionId::from(form.raw("position"));
        act(&ask, &form, "/ballot", "said-approval-withdrawn", move |facts, viewer, at| {
            position::withdraw(facts, viewer, &id, &reason, at)
        })
        .await
    })
    .await
}
