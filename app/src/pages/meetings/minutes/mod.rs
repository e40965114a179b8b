//! `/desk/meetings/ID/minutes`: put together from what was recorded; corrected by those who attended, agreed by both sides, then locked.

pub mod corrections;
pub mod statements;

use domain::meeting::agenda::Item;
use domain::meeting::minutes::{self, Correction, CorrectionOutcome};
use domain::meeting::room::{Attendee, Happening};
use domain::meeting::{self, Meeting, MeetingStage, MeetingSubject};
use domain::policy::{self, Action};
use domain::time::{Day, Timestamp};
use leptos::prelude::*;
use store::meeting::Times;

use super::{Opened, act, cards, decide, room, tasks};
use crate::components::{empty, hash, reason, row, sheet, tag};
use crate::form::{Form, post};
use crate::frame::Page;
use crate::pages::consent::lines;
use crate::pages::draft;
use crate::request::{Ask, Stop};
use crate::text::{capitals, civil_date, clock_in, date, day, t, tf};

/// The forms of the page.
struct Forms {
    circulate: Form,
    correct: Form,
    answer: Form,
    agree: Form,
    release: Form,
    action: Form,
}

impl Forms {
    /// With the line that says which typed correction was found again.
    async fn load(ask: &Ask, open: &mut Opened) -> Result<(Self, Option<AnyView>), Stop> {
        let (correct, found) = draft::kept_form(ask, &mut open.member, "/do/correct-minutes").await?;
        let tx = &mut open.member.tx;
        let forms = Self {
            correct,
            circulate: Form::load(ask, tx, "/do/circulate-minutes").await?,
            answer: Form::load(ask, tx, "/do/answer-correction").await?,
            agree: Form::load(ask, tx, "/do/agree-minutes").await?,
            release: Form::load(ask, tx, "/do/release-minutes").await?,
            action: Form::load(ask, tx, "/do/add-action").await?,
        };
        Ok((forms, found))
    }

    fn status(&self) -> u16 {
        let all = [&self.circulate, &self.correct, &self.answer, &self.agree, &self.release, &self.action];
        all.into_iter().map(Form::status).max().unwrap_or(200)
    }
}

/// `/desk/meetings/ID/minutes`
pub async fn page(ask: Ask, id: String) -> Result<Page, Stop> {
    let mut open = Opened::load(&ask, &id).await?;
    let lang = open.lang;
    if !open.meeting.stage().was_opened() {
        return Ok(open.page("meeting-tab-minutes", reason(t(lang, "minutes-not-yet"))));
    }
    let (forms, found) = Forms::load(&ask, &mut open).await?;
    let before = store::meeting::before(&mut open.member.tx, &open.meeting).await?;
    let confirmed = store::meeting::confirmed(&mut open.member.tx, &open.meeting.start.id).await?;
    let times = store::meeting::times(&mut open.member.tx, &open.meeting.start.id).await?;
    let told = |one: &_| decide::standing(lang, one, (&confirmed, &times), ask.now);
    let before = before.map(|one| {
        let href = format!("{}/{}/minutes", super::LIST, one.id.as_str());
        view! { <p>{t(lang, "minutes-before")}" "<a href=href>{super::title(lang, Some(&open.group), one.number)}</a></p> }
    });
    let series = format!("/desk/groups/{}/minutes", open.group.slug);
    let status = forms.status();
    let body = view! {
        {steps(&open, &forms)}
        <article class="minutes">
            {before}
            <p class="no-print"><a href=series>{t(lang, "series-open")}</a></p>
            {facts(&open, &times)}
            {sheet(t(lang, "attendance-title"), attendance(&open))}
            {items(&open, told)}
            {actions(&open, &forms)}
        </article>
        {corrections::sheet(&open, (&forms.correct, &forms.answer, found), &times, ask.now)}
        {statements::sheet(&open, &times)}
    };
    Ok(open.page("meeting-tab-minutes", body).status(status))
}

/// Where the minutes stand, who does what next, and until when.
fn steps(open: &Opened, forms: &Forms) -> AnyView {
    let (lang, meeting) = (open.lang, &open.meeting);
    match meeting.stage() {
        MeetingStage::Running => reason(t(lang, "minutes-running")),
        MeetingStage::Ended => {
            let runs = meeting::may_run(&open.member.viewer, meeting).is_ok();
            let deed = if runs {
                forms.circulate.button(&[("meeting", open.id())], t(lang, "minutes-circulate"), "button")
            } else {
                reason(t(lang, "minutes-who-circulates"))
            };
            panel(t(lang, "minutes-draft"), deed)
        }
        MeetingStage::Corrections => agreeing(open, forms),
        MeetingStage::Recorded => released(open, forms),
        _ => ().into_any(),
    }
}

fn panel(words: String, deed: AnyView) -> AnyView {
    view! { <div class="panel panel--plain"><p>{words}</p>{deed}</div> }.into_any()
}

fn agreeing(open: &Opened, forms: &Forms) -> AnyView {
    let (lang, meeting) = (open.lang, &open.meeting);
    let Some(newest) = meeting.newest_minutes() else { return ().into_any() };
    let date = |last: Option<Day>| last.map(|last| civil_date(lang, last)).unwrap_or_default();
    let open_ones = meeting.corrections.iter().any(|one| meeting.answer_to(one).is_none());
    let viewer = &open.member.viewer;
    let own = viewer.delegation().is_ok_and(|side| meeting.consented(MeetingSubject::Minutes, &newest.hash, side));
    let deed = if meeting::may_agree(viewer, &meeting.start.group_id).is_err() {
        reason(t(lang, "minutes-who-agrees"))
    } else if own {
        reason(t(lang, "minutes-wait-for-other"))
    } else if open_ones {
        reason(t(lang, "refusal-correction-open"))
    } else {
        forms.agree.button(&[("meeting", open.id()), ("hash", &newest.hash)], t(lang, "minutes-agree"), "button")
    };
    let dates =
        [("corrections", date(meeting.corrected_until(day)).into()), ("agreement", date(meeting.agreed_until(day)).into())];
    view! {
        <div class="panel panel--plain">
            <p>{tf(lang, "minutes-corrections", dates)}</p>
            <p>{hash::short(&newest.hash)}</p>
            {lines(lang, |side| meeting.consented(MeetingSubject::Minutes, &newest.hash, side))}
            {deed}
        </div>
    }
    .into_any()
}

fn released(open: &Opened, forms: &Forms) -> AnyView {
    let (lang, meeting) = (open.lang, &open.meeting);
    let Some(newest) = meeting.newest_minutes() else { return ().into_any() };
    let public = meeting.joint(MeetingSubject::Release, &newest.hash);
    let viewer = &open.member.viewer;
    let own = viewer.delegation().is_ok_and(|side| meeting.consented(MeetingSubject::Release, &newest.hash, side));
    let head = policy::decide(viewer, Action::Conclude, &meeting.start.group_id).is_ok() && viewer.delegation().is_ok();
    let deed = if public {
        let href = format!("/{}/meetings/{}", lang.code(), open.id());
        view! { <p><a href=href>{t(lang, "minutes-public")}</a></p> }.into_any()
    } else if head && !own {
        forms.release.button(
            &[("meeting", open.id()), ("hash", &newest.hash)],
            t(lang, "minutes-release"),
            "button button--secondary",
        )
    } else {
        view! { <p class="muted">{t(lang, "minutes-who-releases")}</p> }.into_any()
    };
    view! {
        <div class="panel panel--plain">
            <p>{tag::tag("good", t(lang, "minutes-locked"))}" "{t(lang, "minutes-locked-says")}</p>
            {hash::full(lang, &newest.hash)}
            {lines(lang, |side| meeting.consented(MeetingSubject::Release, &newest.hash, side))}
            {deed}
        </div>
    }
    .into_any()
}

/// When it was held, and where.
fn facts(open: &Opened, times: &Times) -> AnyView {
    let (lang, meeting) = (open.lang, &open.meeting);
    let at = |stage: MeetingStage| times.get(stage.code()).copied();
    let told =
        |key: &str, at: Option<Timestamp>| at.map(|at| row(t(lang, key), view! { {date(lang, at)}" · "{capitals(lang, at)} }));
    sheet(
        t(lang, "meeting-when"),
        view! {
            <dl class="summary-list">
                {told("minutes-opened", at(MeetingStage::Running))}
                {told("minutes-ended", at(MeetingStage::Ended))}
                {row(t(lang, "field-meeting-place"), super::place(meeting.plan.lang, &meeting.plan.place))}
            </dl>
        },
    )
}

/// Who attended, with their comings and goings.
fn attendance(open: &Opened) -> AnyView {
    let (lang, party) = (open.lang, open.member.viewer.party);
    let one = |who: &Attendee| {
        let times = open.meeting.moments.iter().filter(|moment| {
            moment.attendee_id.as_ref() == Some(&who.id) && matches!(moment.kind, Happening::Arrived | Happening::Left)
        });
        let times =
            times.map(|moment| format!("{} {}", room::happened(lang, moment.kind), clock_in(lang, party, moment.happened_at)));
        let times = times.collect::<Vec<_>>().join(" · ");
        view! {
            <tr>
                <td data-label=t(lang, "field-guest-party")>{t(lang, &format!("party-{}", who.party.code()))}</td>
                <td data-label=t(lang, "field-attendee")>{cards::attendee(&open.member.people, who)}</td>
                <td data-label=t(lang, "attendance-as")>{cards::seat(lang, who.seat)}</td>
                <td data-label=t(lang, "attendance-times")>{times}</td>
            </tr>
        }
    };
    if open.meeting.attendees.is_empty() {
        return empty(t(lang, "attendance-none"), None);
    }
    let mut all: Vec<&Attendee> = open.meeting.attendees.iter().collect();
    all.sort_by_key(|one| (one.party, one.seat as u8));
    let heads = ["field-guest-party", "field-attendee", "attendance-as", "attendance-times"];
    let heads = heads.map(|key| view! { <th scope="col">{t(lang, key)}</th> }).into_iter().collect_view();
    view! {
        <div class="table-wrap" role="region" aria-label=t(lang, "attendance-title") tabindex="0">
            <table class="table">
                <caption class="visually-hidden">{t(lang, "attendance-title")}</caption>
                <thead><tr>{heads}</tr></thead>
                <tbody>{all.into_iter().map(one).collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}

/// Each item: what was decided, what the sides said, what was taken in as a correction.
fn items(open: &Opened, told: impl Fn(&domain::meeting::decision::SpokenPosition) -> AnyView) -> AnyView {
    let lang = open.lang;
    let room = open.meeting.room();
    let one = |(place, item): (usize, Item)| {
        let talked = cards::whole_minutes(
            room.talked_about(&item.id, open.meeting.moments.last().map_or(Timestamp(0), |last| last.happened_at)),
        );
        let taken = open.meeting.corrections.iter().filter(|one| {
            one.item_id.as_ref() == Some(&item.id) && open.meeting.answer_to(one) == Some(CorrectionOutcome::Taken)
        });
        let taken = taken.map(|one| in_minutes(open, one)).collect_view();
        let nothing = open
            .meeting
            .decided(&item.id)
            .next()
            .is_none()
            .then(|| view! { <p class="muted">{t(lang, "minutes-nothing-decided")}</p> });
        view! {
            <section class="sheet">
                <div class="sheet__head"><h2>{cards::heading(lang, place + 1, &item)}</h2></div>
                {super::agenda::pin(lang, &item, None)}
                <p class="muted">{tf(lang, "item-time", [("spent", talked.into()), ("given", item.minutes.into())])}</p>
                {nothing}
                {cards::decided(lang, &open.meeting, &item)}
                {cards::positions(lang, &open.meeting, &item, &told)}
                {taken}
            </section>
        }
    };
    let whole = open
        .meeting
        .corrections
        .iter()
        .filter(|one| one.item_id.is_none() && open.meeting.answer_to(one) == Some(CorrectionOutcome::Taken));
    let whole = whole.map(|one| in_minutes(open, one)).collect_view();
    view! { {open.meeting.items().into_iter().enumerate().map(one).collect_view()} {whole} }.into_any()
}

fn in_minutes(open: &Opened, one: &Correction) -> AnyView {
    let text = one.text.clone();
    view! {
        <div class="correction">
            <p><strong>{t(open.lang, "minutes-corrected")}</strong>" "{t(open.lang, &format!("party-{}", one.party.code()))}</p>
            <p lang=one.lang.code() dir=one.lang.dir()>{text}</p>
        </div>
    }
    .into_any()
}

fn actions(open: &Opened, forms: &Forms) -> Option<AnyView> {
    let lang = open.lang;
    let own: Vec<_> = open.meeting.actions.iter().collect();
    let adds = open.meeting.stage() == MeetingStage::Ended && meeting::may_run(&open.member.viewer, &open.meeting).is_ok();
    let adding = adds.then(|| {
        view! {
            <details class="disclosure" open=forms.action.is_sent_back()>
                <summary>{t(lang, "action-add")}</summary>
                {tasks::adding(open, &forms.action, "")}
            </details>
        }
    });
    (!own.is_empty() || adds).then(|| sheet(t(lang, "meeting-actions"), view! { {tasks::list(open, &own, None)} {adding} }))
}

/// Puts the minutes together and asks for corrections.
#[server(prefix = "/do", endpoint = "circulate-minutes")]
pub async fn circulate_minutes() -> Result<(), ServerFnError> {
    post(|ask, form| async move { act(&ask, &form, "/minutes", "said-minutes-circulated", minutes::circulate).await }).await
}

/// Says yes to the minutes for the own side.
#[server(prefix = "/do", endpoint = "agree-minutes")]
pub async fn agree_minutes() -> Result<(), ServerFnError> {
    post(|ask, form| async move {
        let hash = form.raw("hash").to_owned();
        act(&ask, &form, "/minutes", "said-minutes-agreed", move |meeting: &Meeting, viewer, at| {
            minutes::agree(meeting, viewer, &hash, at)
        })
        .await
    })
    .await
}

/// Says yes for the own side that the public reads the minutes.
#[server(prefix = "/do", endpoint = "release-minutes")]
pub async fn release_minutes() -> Result<(), ServerFnError> {
    post(|ask, form| async move {
        let hash = form.raw("hash").to_owned();
        act(&ask, &form, "/minutes", "said-minutes-released", move |meeting: &Meeting, viewer, at| {
            minutes::release(meeting, viewer, &hash, at)
        })
        .await
    })
    .await
}
