//! The wall: `/screen` takes the code of six digits, `/screen/CODE` shows the meeting. No sign-in, no controls, joint content of one meeting
//! only, and nothing after its end. Without script the page asks again by itself.

use domain::change::Command;
use domain::id::MeetingId;
use domain::meeting::agenda::Item;
use domain::meeting::decision::Decision;
use domain::meeting::{self, Meeting, MeetingStage, MeetingSubject};
use domain::party::Delegation;
use domain::refusal::Refusal;
use domain::text::{self as rules, Lang, latin_digits};
use domain::time::Timestamp;
use leptos::prelude::*;
use sha2::{Digest, Sha256};
use store::meeting::screen::Screen;
use store::{Failure, Readers, Visible};

use super::{LIST, Opened, cards};
use crate::access::doors;
use crate::access::link::new_key;
use crate::components::{empty, head, live, tag};
use crate::form::{Flash, Form, Outcome, Posted, post};
use crate::frame::Page;
use crate::request::{Ask, People, Stop, with_lang};
use crate::routes::encode;
use crate::text::{capitals, clock_in, t, tf};

/// The cookie with which a paired screen reads its meeting.
pub const COOKIE: &str = "__Host-screen";

/// `/screen`
pub async fn door(ask: Ask) -> Result<Page, Stop> {
    paired_or_code(&ask, "").await
}

/// `/screen/CODE`
pub async fn wall(ask: Ask, code: String) -> Result<Page, Stop> {
    paired_or_code(&ask, &code).await
}

/// The meeting, where this browser has a grant for it; else the field for a code.
async fn paired_or_code(ask: &Ask, code: &str) -> Result<Page, Stop> {
    let lang = ask.lang;
    let mut tx = ask.portal.db.read(&Readers::public()).await?;
    let granted = granted(ask, &mut tx).await?;
    let found = match &granted {
        Some(id) => store::meeting::screen::shown(&mut tx, id).await?,
        None => None,
    };
    if let Some(meeting) = found {
        let view = of_meeting(ask, &mut tx, &meeting, lang).await?;
        let body = live::wall(lang, "/screen/live".to_owned(), view);
        return Ok(Page::new(t(lang, "wall-title"), body).on_wall());
    }
    let form = Form::load(ask, &mut tx, "/do/pair-screen").await?;
    let value = form.value("screen_code", code);
    let body = view! {
        {head::plain(&t(lang, "screen-title"), Some(t(lang, "screen-lede")))}
        {form.summary()}
        <form method="post" action=form.action>
            {form.hidden(&[])}
            {form.field("screen_code", t(lang, "field-screen-code"), Some(t(lang, "field-screen-code-hint")), |control| view! {
                <input type="text" id=control.id name="screen_code" value=value inputmode="numeric" autocomplete="off" maxlength="6" dir="ltr"
                    class="code-field" aria-describedby=control.described />
            }.into_any())}
            {form.actions(t(lang, "screen-pair"), "button")}
        </form>
    };
    Ok(Page::new(t(lang, "screen-title"), body).narrow().status(form.status()))
}

/// The meeting that the grant of this browser reads now.
///
/// # Errors
/// The database fails.
pub async fn granted(ask: &Ask, tx: &mut store::Tx) -> Result<Option<MeetingId>, Stop> {
    match ask.screen.as_str() {
        "" => Ok(None),
        token => Ok(store::meeting::screen::granted(tx, &rules::hash(token)).await?),
    }
}

/// What hangs on the wall, in one language; the same for every screen of the meeting.
///
/// # Errors
/// The database fails.
pub async fn shown(ask: &Ask, id: &MeetingId, lang: Lang) -> Result<Option<String>, Stop> {
    let mut tx = ask.portal.db.read(&Readers::public()).await?;
    let Some(meeting) = store::meeting::screen::shown(&mut tx, id).await? else { return Ok(None) };
    let view = of_meeting(ask, &mut tx, &meeting, lang).await?;
    let owner = Owner::new();
    Ok(Some(owner.with(|| view.to_html())))
}

async fn of_meeting(ask: &Ask, tx: &mut store::Tx, meeting: &Visible<Meeting>, lang: Lang) -> Result<AnyView, Stop> {
    let groups = store::group::all(tx).await?;
    let group = groups.iter().find(|group| group.id == meeting.start.group_id);
    let people = People::public(store::person::offices(tx).await?, lang);
    let title = super::title(lang, group, meeting.start.number);
    Ok(view! {
        <div class="wall__page">
            <p class="wall__meeting"><span>{title}</span><span>{capitals(lang, ask.now)}</span></p>
            {hanging(lang, meeting, &people, ask.now)}
        </div>
    }
    .into_any())
}

/// The open item with its words, positions and clocks; before the first item, when it begins.
fn hanging(lang: Lang, meeting: &Meeting, people: &People, now: Timestamp) -> AnyView {
    let Some((place, item)) = meeting.open_item() else {
        let waiting = if meeting.stage() == MeetingStage::Running { "wall-between" } else { "wall-before" };
        let items = meeting.items().into_iter().enumerate();
        let next = items.map(|(place, item)| view! { <li>{cards::heading(lang, place + 1, &item)}</li> });
        return view! { <h1>{t(lang, waiting)}</h1><ol class="wall__items">{next.collect_view()}</ol> }.into_any();
    };
    let item = &item;
    let unconfirmed = |_: &_| tag::tag("care", t(lang, "spoken-unconfirmed-short"));
    view! {
        <h1>{cards::heading(lang, place, item)}</h1>
        <div class="wall__room">
            <div class="wall__words">
                {on_table(lang, meeting, item)}
                {cards::positions(lang, meeting, item, unconfirmed)}
            </div>
            <div class="wall__floor">
                {cards::time_of(lang, meeting, item, now)}
                {cards::shares(lang, meeting, item, now)}
                {cards::floor(lang, people, meeting)}
                {cards::quorum(lang, meeting)}
            </div>
        </div>
    }
    .into_any()
}

/// First the change, until a side has pressed; then the words as they are to stand; then what was decided last.
fn on_table(lang: Lang, meeting: &Meeting, item: &Item) -> AnyView {
    let Some(decision) = meeting.proposed(&item.id) else {
        return meeting.decided(&item.id).last().map(|last| cards::decision(lang, last)).into_any();
    };
    let pressed = Delegation::BOTH.into_iter().any(|side| meeting.consented(MeetingSubject::Decision, &decision.hash, side));
    let change = if pressed { None } else { changed(lang, meeting, decision) };
    let words = change.unwrap_or_else(|| cards::wording(lang, |of| decision.text(of)));
    view! { <h2>{t(lang, "wording-on-table")}</h2> {words} {cards::presses(lang, meeting, decision)} }.into_any()
}

/// First the change: what these words say otherwise than those before them on the same item.
fn changed(lang: Lang, meeting: &Meeting, decision: &Decision) -> Option<AnyView> {
    let before = meeting.decisions.iter().find(|one| one.item_id == decision.item_id && one.number + 1 == decision.number)?;
    let of = crate::pages::texts::order(lang).into_iter().find(|of| before.text(*of) != decision.text(*of))?;
    Some(crate::pages::versions::pair(lang, of, before.text(of), decision.text(of)))
}

/// The screens of a meeting on its console: the code that was just offered, and those that are paired.
pub(super) fn pairing(open: &Opened, (offer, cut): (&Form, &Form), code: Option<String>, screens: &[Screen]) -> AnyView {
    let lang = open.lang;
    let code = code.map(|code| {
        let address = format!("/screen/{code}");
        view! {
            <div class="panel panel--good" role="status">
                <p>{t(lang, "screens-code")}" "<strong class="code" dir="ltr">{code}</strong></p>
                <p dir="ltr">{address}</p>
                <p class="muted">{t(lang, "screens-code-hint")}</p>
            </div>
        }
    });
    let rows = screens.iter().enumerate().map(|(place, screen)| {
        let form = cut.about("screen", &screen.id);
        let since = clock_in(lang, open.member.viewer.party, screen.paired_at);
        view! {
            <li>
                <p>{tf(lang, "screens-one", [("place", (place + 1).into()), ("time", since.into())])}</p>
                {form.small_button(&[("meeting", open.id()), ("screen", &screen.id)], t(lang, "screens-cut"), None)}
            </li>
        }
    });
    let rows: Vec<_> = rows.collect();
    let list =
        if rows.is_empty() { empty(t(lang, "screens-none"), None) } else { view! { <ul class="stack">{rows}</ul> }.into_any() };
    view! {
        {code}
        {list}
        {offer.button(&[("meeting", open.id())], t(lang, "screens-offer"), "button button--secondary")}
    }
    .into_any()
}

/// A code of six digits, of the dice of this request.
fn new_code(ask: &Ask, turn: u8) -> String {
    let bytes = Sha256::new().chain_update(b"screen code").chain_update(ask.seed).chain_update([turn]).finalize();
    let number = bytes.iter().take(8).fold(0_u64, |sum, byte| sum << 8 | u64::from(*byte));
    format!("{:06}", number % 1_000_000)
}

/// Offers a code, which the console shows once.
#[server(prefix = "/do", endpoint = "offer-screen")]
pub async fn offer_screen() -> Result<(), ServerFnError> {
    post(|ask, form| async move {
        let open = runner(&ask, &form).await?;
        let (meeting, person) = (open.meeting.start.id.clone(), open.member.viewer.person_id.clone());
        drop(open);
        // A code that somebody else was just offered is taken; another one is not.
        for turn in 0..4 {
            let code = new_code(&ask, turn);
            let (hash, now) = (rules::hash(&code), ask.now);
            let (of, by) = (meeting.clone(), person.clone());
            let kept = ask.portal.db.write(Readers::public(), move |tx| {
                let (hash, of, by) = (hash.clone(), of.clone(), by.clone());
                Box::pin(async move { store::meeting::screen::offer(tx, &hash, &of, &by, now).await })
            });
            if kept.await.is_ok() {
                let says = Flash { values: vec![("code".to_owned(), code)], ..Flash::default() };
                return Ok(Outcome::Says(Box::new(says), format!("{LIST}/{}/console", meeting.as_str())));
            }
        }
        Err(Outcome::Failed)
    })
    .await
}

/// The meeting that a form names, for whoever runs it.
async fn runner(ask: &Ask, form: &Posted) -> Result<Opened, Outcome> {
    let open = Opened::load(ask, form.raw("meeting")).await.map_err(|stop| form.stopped(stop))?;
    match meeting::may_run(&open.member.viewer, &open.meeting) {
        Ok(()) if open.meeting.stage().is_in_room() => Ok(open),
        Ok(()) => Err(form.outcome(Err(Failure::Refused(Refusal::WrongMeetingStage)), "")),
        Err(refusal) => {
            doors::turned_away(ask, Command::RefuseDeed, ask.session.person.as_ref()).await;
            Err(form.outcome(Err(Failure::Refused(refusal)), ""))
        }
    }
}

/// Cuts a screen off.
#[server(prefix = "/do", endpoint = "cut-screen")]
pub async fn cut_screen() -> Result<(), ServerFnError> {
    post(|ask, form| async move {
        let open = runner(&ask, &form).await?;
        let (meeting, screen, now) = (open.meeting.start.id.clone(), form.raw("screen").to_owned(), ask.now);
        let place = open.address("/console");
        drop(open);
        let cut = ask.portal.db.write(Readers::public(), move |tx| {
            let (screen, meeting) = (screen.clone(), meeting.clone());
            Box::pin(async move { store::meeting::screen::cut(tx, &screen, &meeting, now).await })
        });
        Ok(form.outcome(cut.await.map(|_| place).map_err(Failure::Failed), "said-screen-cut"))
    })
    .await
}

/// Pairs this browser with the meeting of a code.
#[server(prefix = "/do", endpoint = "pair-screen")]
pub async fn pair_screen() -> Result<(), ServerFnError> {
    post(|ask, mut form| async move {
        let code = latin_digits(form.raw("screen_code").trim());
        if !ask.is_within(&ask.portal.codes) || !ask.portal.codes.take("everybody", ask.now) {
            return Err(form.back_with("screen_code", "too-often"));
        }
        let token = new_key(&ask);
        let (code_hash, token_hash, id) = (rules::hash(&code), rules::hash(&token), ask.id.clone());
        let now = ask.now;
        let paired = ask.portal.db.write(Readers::public(), move |tx| {
            let (code_hash, token_hash, id) = (code_hash.clone(), token_hash.clone(), id.clone());
            Box::pin(async move { store::meeting::screen::pair(tx, &code_hash, (&token_hash, &id), now).await })
        });
        match paired.await {
            Ok(Some(_)) => Ok(Outcome::Paired { token, place: with_lang(&format!("/screen/{}", encode(&code)), ask.lang) }),
            Ok(None) => Err(form.back_with("screen_code", "wrong")),
            Err(error) => Ok(form.outcome(Err(Failure::Failed(error)), "")),
        }
    })
    .await
}
