//! `/desk/meetings/ID/agenda`: one text with its hash, to which both sides agree; what is new since the agreed one is marked.

use domain::id::PersonId;
use domain::meeting::agenda::{self, Agenda, Edit, Item, LONGEST, MatterPin};
use domain::meeting::{self, MeetingSubject};
use domain::policy::{Action, Grant};
use domain::text::{Lang, TITLE_LIMIT, Trilingual};
use leptos::prelude::*;
use store::meeting::{Invited, Pinnable};

use super::{Opened, act, tasks};
use crate::components::{empty, hash, reason, sheet, tag};
use crate::form::{Form, Outcome, Posted, post};
use crate::frame::Page;
use crate::pages::consent::lines;
use crate::pages::matters;
use crate::request::{Ask, Stop};
use crate::text::{t, tf};

/// `/desk/meetings/ID/agenda`
pub async fn page(ask: Ask, id: String) -> Result<Page, Stop> {
    let mut open = Opened::load(&ask, &id).await?;
    let write = Form::load(&ask, &mut open.member.tx, "/do/write-agenda").await?;
    let agree = Form::load(&ask, &mut open.member.tx, "/do/agree-agenda").await?;
    let pins = store::meeting::pins(&mut open.member.tx, &open.meeting).await?;
    let matters = store::matter::pins(&mut open.member.tx, &open.meeting).await?;
    let seats = store::meeting::invited(&mut open.member.tx, &open.meeting).await?;
    let lang = open.lang;
    let changes = open.meeting.stage().takes_agenda();
    let writes = changes && meeting::may_prepare(&open.member.viewer, &open.meeting.start.group_id).is_ok();
    let body = view! {
        {in_force(&open)}
        {newest(&open, &agree, writes.then_some((&write, pins.as_slice())))}
        {writes.then(|| adding(&open, &write, &pins, &matters))}
        {writes.then(|| rapporteur(&open, &write, &seats))}
        {(changes && !writes).then(|| reason(t(lang, "agenda-who-writes")))}
    };
    let status = write.status().max(agree.status());
    Ok(open.page("meeting-tab-agenda", body).status(status))
}

/// What an item is about, in the reader's language where somebody wrote it.
pub(super) fn title_of(lang: Lang, item: &Item) -> AnyView {
    let (of, title) = item.title(lang);
    view! { <bdi lang=of.code() dir=of.dir()>{title.to_owned()}</bdi> }.into_any()
}

/// The version or the matter that an item is pinned to, with a mark where a newer version stands.
pub(super) fn pin(lang: Lang, item: &Item, newest: Option<&Pinnable>) -> Option<AnyView> {
    let Some(pin) = item.pin.as_ref() else { return matter(lang, item) };
    let href = format!("/desk/projects/{}/versions", pin.code);
    let label = tf(lang, "agenda-pin", [("code", pin.code.clone().into()), ("number", pin.number.into())]);
    let outdated = newest.is_some_and(|newest| newest.pin().version_id != pin.version_id);
    let outdated = outdated.then(|| tag::tag("care", t(lang, "agenda-pin-outdated")));
    Some(view! { <p class="agenda__pin"><a href=href>{label}</a>" "{hash::short(&pin.content_hash)}" "{outdated}</p> }.into_any())
}

/// The matter that an item is pinned to.
pub(super) fn matter(lang: Lang, item: &Item) -> Option<AnyView> {
    let pin = item.matter.as_ref()?;
    let (of, title) = (pin.lang, pin.title.clone());
    let label = tf(lang, "agenda-matter", [("number", pin.number.into())]);
    let href = format!("{}/{}", matters::LIST, pin.matter_id);
    Some(
        view! { <p class="agenda__pin"><a href=href>{label}</a>" "<bdi lang=of.code() dir=of.dir()>{title}</bdi></p> }.into_any(),
    )
}

/// "Matter 3: …" in a list of choices.
fn named(lang: Lang, one: &MatterPin) -> String {
    tf(lang, "agenda-matter-choice", [("number", one.number.into()), ("title", one.title.clone().into())])
}

/// The items, for reading.
pub(super) fn items(open: &Opened, items: &[Item]) -> AnyView {
    let lang = open.lang;
    if items.is_empty() {
        return empty(t(lang, "agenda-empty"), Some((t(lang, "meeting-tab-agenda"), open.address("/agenda"))));
    }
    let rows = items.iter().map(|item| {
        let minutes = tf(lang, "agenda-minutes", [("count", item.minutes.into())]);
        view! { <li class="agenda__item"><p><strong>{title_of(lang, item)}</strong>" · "{minutes}</p>{pin(lang, item, None)}</li> }
    });
    view! { <ol class="agenda">{rows.collect_view()}</ol> }.into_any()
}

/// The agreed agenda, where a newer one was written since.
fn in_force(open: &Opened) -> Option<AnyView> {
    let agreed = open.meeting.agenda_in_force()?;
    let newer = open.meeting.agenda().is_some_and(|newest| newest.revision != agreed.revision);
    newer.then(|| sheet(t(open.lang, "agenda-in-force"), items(open, &agreed.content().items)))
}

/// The newest agenda with the yes of each side, and what this reader can do with it.
fn newest(open: &Opened, agree: &Form, writing: Option<(&Form, &[Pinnable])>) -> AnyView {
    let lang = open.lang;
    let Some(agenda) = open.meeting.agenda() else {
        return sheet(t(lang, "meeting-agenda"), empty(t(lang, "agenda-empty-yet"), None));
    };
    let content = agenda.content();
    let before = open.meeting.agenda_in_force().map(Agenda::content).unwrap_or_default();
    let fresh = !before.items.is_empty();
    let rows = content.items.iter().enumerate().map(|(place, item)| {
        let new = (fresh && !before.items.contains(item)).then(|| tag::tag("wait", t(lang, "agenda-new")));
        let newest = writing.and_then(|(_, pins)| newest_of(pins, item));
        let minutes = tf(lang, "agenda-minutes", [("count", item.minutes.into())]);
        let buttons = writing.map(|(form, _)| moving(open, form, (place, content.items.len()), item, newest));
        view! {
            <li class="agenda__item">
                <p><strong>{title_of(lang, item)}</strong>" · "{minutes}" "{new}</p>
                {pin(lang, item, newest)}
                {buttons}
            </li>
        }
    });
    let rows = rows.collect_view();
    let total: i64 = content.items.iter().map(|item| item.minutes).sum();
    let keeper = content.rapporteur.map(|person| {
        view! { <p>{t(lang, "agenda-rapporteur")}" "<bdi>{open.member.people.named(&person)}</bdi></p> }
    });
    let given = |side| open.meeting.consented(MeetingSubject::Agenda, &agenda.hash, side);
    sheet(
        t(lang, if open.meeting.joint(MeetingSubject::Agenda, &agenda.hash) { "agenda-agreed" } else { "agenda-proposed" }),
        view! {
            {if content.items.is_empty() { empty(t(lang, "agenda-empty-yet"), None) } else { view! { <ol class="agenda">{rows}</ol> }.into_any() }}
            <p class="muted">{tf(lang, "agenda-total", [("count", total.into())])}</p>
            {keeper}
            <p>{hash::short(&agenda.hash)}</p>
            {lines(lang, given)}
            {agreeing(open, agree, agenda)}
        },
    )
}

fn newest_of<'pins>(pins: &'pins [Pinnable], item: &Item) -> Option<&'pins Pinnable> {
    let of = item.pin.as_ref()?;
    pins.iter().find(|one| one.pin().project_id == of.project_id)
}

fn agreeing(open: &Opened, form: &Form, agenda: &Agenda) -> Option<AnyView> {
    let lang = open.lang;
    let viewer = &open.member.viewer;
    if !open.meeting.stage().takes_agenda() {
        return None;
    }
    let own = viewer.delegation().is_ok_and(|side| open.meeting.consented(MeetingSubject::Agenda, &agenda.hash, side));
    if own {
        return (!open.meeting.joint(MeetingSubject::Agenda, &agenda.hash)).then(|| reason(t(lang, "agenda-waits-for-other")));
    }
    if meeting::may_agree(viewer, &open.meeting.start.group_id).is_err() {
        return Some(reason(t(lang, "agenda-who-agrees")));
    }
    (!agenda.content().items.is_empty())
        .then(|| form.button(&[("meeting", open.id()), ("hash", &agenda.hash)], t(lang, "agenda-agree"), "button"))
}

fn base(open: &Opened) -> String {
    open.meeting.agenda().map_or(0, |agenda| agenda.revision).to_string()
}

/// The buttons of an item: earlier, later, out, and the newest version where it is pinned to an older one.
fn moving(open: &Opened, form: &Form, (place, count): (usize, usize), item: &Item, newest: Option<&Pinnable>) -> AnyView {
    let lang = open.lang;
    let base = base(open);
    let outdated = newest.zip(item.pin.as_ref()).is_some_and(|(newest, pin)| newest.pin().version_id != pin.version_id);
    let deeds = [
        ("earlier", "agenda-earlier", place > 0),
        ("later", "agenda-later", place + 1 < count),
        ("pin", "agenda-pin-newest", outdated),
        ("remove", "agenda-remove", true),
    ];
    let buttons = deeds.into_iter().filter(|(_, _, shown)| *shown).map(|(edit, key, _)| {
        let about = [("meeting", open.id()), ("base", base.as_str()), ("edit", edit), ("item", item.id.as_str())];
        form.small_button(&about, t(lang, key), Some(item.title(lang).1))
    });
    view! { <div class="cluster">{buttons.collect_view()}</div> }.into_any()
}

/// Another item: its title and minutes, and what it is about.
fn adding(open: &Opened, form: &Form, pins: &[Pinnable], matters: &[MatterPin]) -> AnyView {
    let lang = open.lang;
    let base = base(open);
    let mine = form.about("edit", "add");
    let projects = std::iter::once((String::new(), t(lang, "agenda-no-project")));
    let projects = projects.chain(pins.iter().map(|one| {
        let pin = one.pin();
        (pin.code.clone(), tf(lang, "agenda-choice", [("code", pin.code.into()), ("title", one.title(lang).to_owned().into())]))
    }));
    let carried: Vec<_> = open.meeting.backlog.iter().filter(|action| !carries(&open.meeting, action.id.as_str())).collect();
    let backlog = (!carried.is_empty()).then(|| {
        let options = std::iter::once((String::new(), t(lang, "agenda-not-carried")));
        let options = options.chain(carried.iter().map(|action| (action.id.to_string(), action.text.clone())));
        mine.select("carried", t(lang, "field-agenda-carried"), Some(t(lang, "field-agenda-carried-hint")), options.collect(), "")
    });
    let matters = (!matters.is_empty()).then(|| {
        let options = std::iter::once((String::new(), t(lang, "agenda-no-matter")));
        let options = options.chain(matters.iter().map(|one| (one.matter_id.to_string(), named(lang, one))));
        mine.select("matter", t(lang, "field-agenda-matter"), Some(t(lang, "field-agenda-matter-hint")), options.collect(), "")
    });
    let minutes = mine.value("minutes", "20");
    sheet(
        t(lang, "agenda-add"),
        view! {
            {form.summary()}
            <form method="post" action=form.action>
                {mine.hidden(&[("meeting", open.id()), ("base", &base), ("edit", "add")])}
                {mine.line("title", t(lang, "field-agenda-title"), Some(t(lang, "field-agenda-title-hint")), "", None)}
                {mine.select("project", t(lang, "field-agenda-project"), None, projects.collect(), "")}
                {matters}
                {backlog}
                {mine.field("minutes", t(lang, "field-agenda-minutes"), None, |control| view! {
                    <input type="number" id=control.id name="minutes" value=minutes min="1" max=LONGEST.to_string() dir="ltr" aria-describedby=control.described />
                }.into_any())}
                {mine.language("note_language")}
                {mine.actions(t(lang, "agenda-add-deed"), "button button--secondary")}
            </form>
            {(!carried.is_empty()).then(|| view! { <h3>{t(lang, "meeting-backlog")}</h3> })}
            {tasks::list(open, &carried, None)}
        },
    )
}

/// Does an item of the newest agenda carry this action item on already?
fn carries(meeting: &meeting::Meeting, action: &str) -> bool {
    let content = meeting.agenda().map(Agenda::content).unwrap_or_default();
    content.items.iter().any(|item| item.carried.as_ref().is_some_and(|id| id.as_str() == action))
}

/// Who keeps the record: a member of the group or the secretariat.
fn rapporteur(open: &Opened, form: &Form, seats: &[Invited]) -> AnyView {
    let lang = open.lang;
    let runs = |seat: &&Invited| Action::RunMeeting.grants().get(seat.role as usize).is_some_and(|grant| *grant != Grant::No);
    let mut people: Vec<&PersonId> = seats.iter().filter(runs).map(|seat| &seat.person_id).collect();
    people.dedup();
    let named = open.meeting.agenda().and_then(|agenda| agenda.content().rapporteur);
    let mine = form.about("edit", "rapporteur");
    let options = std::iter::once((String::new(), t(lang, "agenda-any-member")));
    let options = options.chain(people.into_iter().map(|person| (person.to_string(), open.member.people.named(person))));
    let base = base(open);
    sheet(
        t(lang, "agenda-rapporteur"),
        view! {
            <form method="post" action=form.action>
                {mine.hidden(&[("meeting", open.id()), ("base", &base), ("edit", "rapporteur")])}
                {mine.select("rapporteur", t(lang, "field-agenda-rapporteur"), Some(t(lang, "field-agenda-rapporteur-hint")), options.collect(), named.as_ref().map_or("", PersonId::as_str))}
                {mine.actions(t(lang, "agenda-rapporteur-deed"), "button button--secondary")}
            </form>
        },
    )
}

/// What a form asks of the agenda, with what the choice of a project means now.
async fn edit(ask: &Ask, form: &mut Posted) -> Result<Edit, Outcome> {
    let item = || form.raw("item").into();
    match form.raw("edit") {
        "earlier" => return Ok(Edit::Earlier(item())),
        "later" => return Ok(Edit::Later(item())),
        "remove" => return Ok(Edit::Remove(item())),
        _ => {}
    }
    let open = Opened::load(ask, form.raw("meeting")).await;
    let mut open = open.map_err(|stop| form.stopped(stop))?;
    let pins = store::meeting::pins(&mut open.member.tx, &open.meeting).await.map_err(|_| Outcome::Failed)?;
    let seats = store::meeting::invited(&mut open.member.tx, &open.meeting).await.map_err(|_| Outcome::Failed)?;
    match form.raw("edit") {
        "pin" => {
            let content = open.meeting.agenda().map(Agenda::content).unwrap_or_default();
            let newest =
                content.items.iter().find(|one| one.id.as_str() == form.raw("item")).and_then(|one| newest_of(&pins, one));
            Ok(Edit::Pin(item(), newest.ok_or(Outcome::NotFound)?.pin()))
        }
        "rapporteur" => {
            let named = form.raw("rapporteur");
            let person = seats.iter().find(|seat| seat.person_id.as_str() == named).map(|seat| seat.person_id.clone());
            if person.is_none() && !named.is_empty() {
                return Err(Outcome::NotFound);
            }
            Ok(Edit::Rapporteur(person))
        }
        _ => {
            let matters = store::matter::pins(&mut open.member.tx, &open.meeting).await.map_err(|_| Outcome::Failed)?;
            added(form, &open, &pins, &matters)
        }
    }
}

fn added(form: &mut Posted, open: &Opened, pins: &[Pinnable], matters: &[MatterPin]) -> Result<Edit, Outcome> {
    let pinned = pins.iter().find(|one| one.pin().code == form.raw("project"));
    let matter = matters.iter().find(|one| one.matter_id.as_str() == form.raw("matter"));
    if pinned.is_some() && matter.is_some() {
        form.wrong("matter", "one-of-both");
    }
    let carried = open.meeting.backlog.iter().find(|one| one.id.as_str() == form.raw("carried"));
    // An item about a project, a matter or what was left to do is called as that is, unless somebody gives it another name.
    let own = form.raw("title").trim().is_empty();
    let titles: Trilingual = match (pinned, matter, carried) {
        (Some(one), ..) if own => {
            let all = Lang::ALL.map(|of| (of, one.title(of).to_owned()));
            all.into_iter().filter(|(_, title)| !title.is_empty()).collect()
        }
        (None, Some(matter), _) if own => [(matter.lang, matter.title.clone())].into(),
        (None, None, Some(action)) if own => [(action.lang, action.text.chars().take(TITLE_LIMIT).collect())].into(),
        _ => [(form.lang(), form.line("title", TITLE_LIMIT))].into(),
    };
    let minutes = form.number("minutes", 1..=LONGEST);
    form.checked()?;
    Ok(Edit::Add {
        titles,
        minutes: minutes.unwrap_or(1),
        pin: pinned.map(Pinnable::pin),
        matter: matter.cloned(),
        carried: carried.map(|action| action.id.clone()),
    })
}

/// Writes the next agenda.
#[server(prefix = "/do", endpoint = "write-agenda")]
pub async fn write_agenda() -> Result<(), ServerFnError> {
    post(|ask, mut form| async move {
        let edit = edit(&ask, &mut form).await?;
        let base = form.raw("base").parse().unwrap_or(-1);
        act(&ask, &form, "/agenda", "said-agenda-written", move |meeting, viewer, at| {
            agenda::write(meeting, viewer, base, edit.clone(), at)
        })
        .await
    })
    .await
}

/// Says yes to the agenda for the own side.
#[server(prefix = "/do", endpoint = "agree-agenda")]
pub async fn agree_agenda() -> Result<(), ServerFnError> {
    post(|ask, form| async move {
        let hash = form.raw("hash").to_owned();
        act(&ask, &form, "/agenda", "said-agenda-agreed", move |meeting, viewer, at| agenda::agree(meeting, viewer, &hash, at))
            .await
    })
    .await
}
