//! One formal note: who wrote it to whom, what it says, who took note, and what was answered.

use domain::formal_note::{self, FormalNote};
use domain::party::Party;
use domain::text::{Lang, Note, TITLE_LIMIT};
use leptos::prelude::*;
use store::formal_note::{Found, Listed};
use store::perform::once;

use super::{due_tag, from_to, new};
use crate::components::{audience, head, row, sheet, tag};
use crate::form::{Form, post};
use crate::frame::Page;
use crate::markdown::prose;
use crate::request::{Ask, Member, Stop};
use crate::routes::encode;
use crate::text::{date, moment, moment_in, t, tf};

/// `/desk/notes/LABEL`
pub async fn page(ask: Ask, label: String) -> Result<Page, Stop> {
    let lang = ask.lang;
    let mut member = ask.member().await?;
    let found = store::formal_note::find(&mut member.tx, &member.viewer, &label).await?.ok_or(Stop::NotFound)?;
    let groups = store::group::list(&mut member.tx, &member.viewer).await?;
    let group = groups.iter().find(|group| group.id == found.note.group_id).ok_or(Stop::NotFound)?;
    let form = Form::load(&ask, &mut member.tx, "/do/acknowledge-note").await?;
    let note = &found.note;
    let (of, title) = (note.lang, note.title.clone());
    let printed = tf(lang, "print-at", [("time", moment_in(lang, member.viewer.party, ask.now).into())]);
    let sentence = audience::sentence(lang, note.audience);
    let body = view! {
        <div class="print-head"><p><bdi class="code" dir="ltr">{label.clone()}</bdi>" · "{sentence}" · "{printed}</p></div>
        {head::head(
            Some(view! { <bdi class="code" dir="ltr">{label.clone()}</bdi> }.into_any()),
            view! { <bdi lang=of.code() dir=of.dir()>{title.clone()}</bdi> }.into_any(),
            None,
            None,
        )}
        {audience::band(lang, note.audience, view! {
            {facts(&ask, &member, &found, group.name(lang))}
            {prose(of, &note.text)}
        })}
        {taken(lang, &member, &found)}
        {acknowledge(lang, &member, &found, &form)}
        {answers(lang, &found)}
        {answer(lang, &member, note, &group.slug)}
    };
    let page = Page::new(format!("{title} – {label}"), body)
        .titled_in(of)
        .crumb(t(lang, "nav-desk"), "/desk")
        .crumb(t(lang, "notes-title"), "/desk/notes");
    Ok(page.of(&member).status(form.status()))
}

fn facts(ask: &Ask, member: &Member, found: &Found, group: &str) -> AnyView {
    let (lang, note) = (ask.lang, &found.note);
    let answered = found.answers.iter().any(|answer| answer.party != note.party);
    let due = note.due_on.map(|due| row(t(lang, "note-due"), due_tag(lang, note.addressee, (due, answered), ask.now)));
    let asked = found.asked.as_ref().map(|asked| row(t(lang, "note-answers"), link(asked)));
    view! {
        <dl class="summary-list">
            {row(t(lang, "note-from-to"), from_to(lang, note.party, note.addressee))}
            {row(t(lang, "note-signed-by"), view! { <bdi>{member.people.named(&note.person_id)}</bdi> })}
            {row(t(lang, "note-sent"), moment(lang, found.sent_at))}
            {row(t(lang, "field-note-group"), group.to_owned())}
            {due}
            {asked}
        </dl>
    }
    .into_any()
}

fn link(note: &Listed) -> AnyView {
    let (label, of) = (note.label(), note.lang);
    view! {
        <a href=format!("/desk/notes/{label}")><bdi class="code" dir="ltr">{label.clone()}</bdi></a>" "
        <bdi lang=of.code() dir=of.dir()>{note.title.clone()}</bdi>
    }
    .into_any()
}

/// Who of the addressees took note, with the office that deals with it, and who has not.
fn taken(lang: Lang, member: &Member, found: &Found) -> AnyView {
    let rows = found.note.addressee.parties().iter().map(|party| {
        let name = t(lang, &format!("party-{}", party.code()));
        let given = found.acknowledged.iter().find(|(one, _)| one.party == *party);
        let said = given.map_or_else(
            || tag::tag("wait", t(lang, "note-not-acknowledged")),
            |(one, at)| {
                let office = one.office.clone();
                view! {
                    {tag::tag("good", tf(lang, "note-acknowledged", [("date", date(lang, *at).into())]))}" "
                    <bdi lang=one.lang.code() dir=one.lang.dir()>{office}</bdi>" · "<bdi>{member.people.named(&one.person_id)}</bdi>
                }
                .into_any()
            },
        );
        row(name, said)
    });
    let rows = rows.collect_view();
    sheet(t(lang, "note-acknowledgements"), view! { <dl class="summary-list">{rows}</dl> })
}

/// May this member take note for their party now?
fn may_acknowledge(member: &Member, found: &Found) -> bool {
    let party: Party = member.viewer.party;
    found.note.addressee.parties().contains(&party)
        && !found.acknowledged.iter().any(|(one, _)| one.party == party)
        && formal_note::audiences(&member.viewer, &found.note.group_id).contains(&found.note.audience)
}

fn acknowledge(lang: Lang, member: &Member, found: &Found, form: &Form) -> Option<AnyView> {
    may_acknowledge(member, found).then(|| {
        sheet(
            t(lang, "note-acknowledge-title"),
            view! {
                {form.summary()}
                <form method="post" action=form.action>
                    {form.hidden(&[("note", &found.note.label())])}
                    {form.line("office", t(lang, "field-note-office"), Some(t(lang, "field-note-office-hint")), "", None)}
                    {form.language("note_language")}
                    {form.actions(t(lang, "note-acknowledge-deed"), "button")}
                </form>
            },
        )
    })
}

fn answers(lang: Lang, found: &Found) -> Option<AnyView> {
    let rows: Vec<_> = found
        .answers
        .iter()
        .map(|note| view! { <li>{link(note)}" · "{from_to(lang, note.party, note.addressee)}" · "{date(lang, note.recorded_at)}</li> })
        .collect();
    (!rows.is_empty()).then(|| sheet(t(lang, "note-answers-title"), view! { <ul class="stack">{rows}</ul> }))
}

/// The way to an answer, for whoever may write one.
fn answer(lang: Lang, member: &Member, note: &FormalNote, group: &str) -> Option<AnyView> {
    let may = formal_note::audiences(&member.viewer, &note.group_id).contains(&note.audience);
    let href = new::address(note.audience, group, &note.label());
    let key = if note.party == member.viewer.party { "note-follow-up" } else { "note-answer" };
    may.then(|| view! { <p><a class="button button--secondary" href=href>{t(lang, key)}</a></p> }.into_any())
}

/// Takes note of a note.
#[server(prefix = "/do", endpoint = "acknowledge-note")]
pub async fn acknowledge_note() -> Result<(), ServerFnError> {
    post(|ask, mut form| async move {
        let office = Note { lang: form.lang(), text: form.line("office", TITLE_LIMIT) };
        form.checked()?;
        let (label, request, occasion) = (form.raw("note").to_owned(), form.request()?, ask.occasion());
        let done = store::formal_note::acknowledge(&ask.portal.db, &label, &request, move |viewer, note, given| {
            formal_note::acknowledge(viewer, note, given, &office, occasion)
        });
        Ok(form.outcome(once(done.await).map(|label| format!("/desk/notes/{}", encode(&label))), "said-note-acknowledged"))
    })
    .await
}
