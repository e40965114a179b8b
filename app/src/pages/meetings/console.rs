//! `/desk/meetings/ID/console`: the chairs and whoever keeps the record run the meeting from here.

use domain::meeting::{self, MeetingStage};
use leptos::prelude::*;

use super::decide::{self, Forms};
use super::{Opened, cards, room, screen, tasks};
use crate::components::{reason, sheet};
use crate::form::{Flash, Form};
use crate::frame::Page;
use crate::request::{Ask, Stop};
use crate::text::t;

/// `/desk/meetings/ID/console`
pub async fn page(ask: Ask, id: String) -> Result<Page, Stop> {
    let mut open = Opened::load(&ask, &id).await?;
    let lang = open.lang;
    let runs = meeting::may_run(&open.member.viewer, &open.meeting).is_ok();
    let agrees = meeting::may_agree(&open.member.viewer, &open.meeting.start.group_id).is_ok();
    if !runs && !agrees {
        return Ok(open.page("meeting-tab-console", reason(t(lang, "console-who"))));
    }
    let stage = open.meeting.stage();
    if !stage.is_in_room() {
        let key = if stage == MeetingStage::Planned { "console-needs-agenda" } else { "console-over" };
        return Ok(open.page("meeting-tab-console", reason(t(lang, key))));
    }
    let mut forms = Vec::new();
    for action in [
        "/do/open-meeting",
        "/do/end-meeting",
        "/do/arrive",
        "/do/note-room",
        "/do/add-action",
        "/do/offer-screen",
        "/do/cut-screen",
    ] {
        forms.push(Form::load(&ask, &mut open.member.tx, action).await?);
    }
    let [begin, end, arrive, note, task, offer, cut] = <[Form; 7]>::try_from(forms).map_err(|_| Stop::NotFound)?;
    let deciding = deciding(&ask, &mut open).await?;
    let seats = store::meeting::invited(&mut open.member.tx, &open.meeting).await?;
    let code = Flash::said(&ask, &mut open.member.tx).await?.and_then(|said| said.named("code").into_iter().next());
    let screens = store::meeting::screen::list(&mut open.member.tx, &open.meeting).await?;
    let confirmed = store::meeting::confirmed(&mut open.member.tx, &open.meeting.start.id).await?;
    let times = store::meeting::times(&mut open.member.tx, &open.meeting.start.id).await?;
    let told = |one: &_| decide::standing(lang, one, (&confirmed, &times), ask.now);
    let status = [
        &begin,
        &end,
        &arrive,
        &note,
        &task,
        &offer,
        &cut,
        &deciding.propose,
        &deciding.agree,
        &deciding.back,
        &deciding.note,
        &deciding.drop,
    ];
    let status = status.into_iter().map(Form::status).max().unwrap_or(200);
    let current = current(&open, &deciding, runs, &ask, told);
    let note_problem = note.summary();
    let body = view! {
        {note_problem}
        <div class="console">
            <div class="console__main">
                {current}
                {runs.then(|| sheet(t(lang, "meeting-agenda"), room::items(&open, &note, ask.now)))}
                {(runs && tasks::takes_actions(stage)).then(|| actions(&open, &task))}
            </div>
            <div class="console__side">
                {runs.then(|| sheet(t(lang, "console-meeting"), room::steps(&open, &begin, &end)))}
                {sheet(t(lang, "attendance-title"), view! {
                    {cards::quorum(lang, &open.meeting)}
                    {runs.then(|| room::attendance(&open, &note))}
                    {runs.then(|| room::arriving(&open, &arrive, &seats))}
                })}
                {runs.then(|| sheet(t(lang, "screens-title"), screen::pairing(&open, (&offer, &cut), code, &screens)))}
            </div>
        </div>
        {crate::components::live::status(lang, open.address("/live"))}
    };
    Ok(open.page("meeting-tab-console", body).status(status))
}

async fn deciding(ask: &Ask, open: &mut Opened) -> Result<Forms, Stop> {
    let tx = &mut open.member.tx;
    Ok(Forms {
        propose: Form::load(ask, tx, "/do/propose-wording").await?,
        agree: Form::load(ask, tx, "/do/agree-wording").await?,
        back: Form::load(ask, tx, "/do/take-back-wording").await?,
        note: Form::load(ask, tx, "/do/note-position").await?,
        drop: Form::load(ask, tx, "/do/drop-position").await?,
    })
}

/// The item that is open: its clocks, who speaks, the words on the table, what the sides said.
fn current(
    open: &Opened,
    forms: &Forms,
    runs: bool,
    ask: &Ask,
    told: impl Fn(&domain::meeting::decision::SpokenPosition) -> AnyView,
) -> AnyView {
    let lang = open.lang;
    let Some((place, item)) = open.meeting.open_item() else {
        return sheet(t(lang, "console-item"), view! { <p class="muted">{t(lang, "console-no-item")}</p> });
    };
    let item = &item;
    let body = view! {
        <h3>{cards::heading(lang, place, item)}</h3>
        {super::agenda::pin(lang, item, None)}
        {cards::time_of(lang, &open.meeting, item, ask.now)}
        <h4>{t(lang, "floor-title")}</h4>
        {cards::shares(lang, &open.meeting, item, ask.now)}
        {cards::floor(lang, &open.member.people, &open.meeting)}
        <h4>{t(lang, "wording-title")}</h4>
        {decide::wording_box(open, forms, item, runs)}
        {decide::spoken(open, forms, item, runs, told).map(|body| view! { <h4>{t(lang, "spoken-title")}</h4>{body} })}
    };
    sheet(t(lang, "console-item"), body)
}

fn actions(open: &Opened, task: &Form) -> AnyView {
    let lang = open.lang;
    let item = open.meeting.room().item.map(|(id, _)| id.to_string()).unwrap_or_default();
    let own: Vec<_> = open.meeting.actions.iter().collect();
    sheet(
        t(lang, "meeting-actions"),
        view! {
            {tasks::list(open, &own, None)}
            <details class="disclosure" open=task.is_sent_back()>
                <summary>{t(lang, "action-add")}</summary>
                {tasks::adding(open, task, &item)}
            </details>
        },
    )
}
