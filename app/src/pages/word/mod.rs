//! The way through Word: the text goes out as a file and comes back as a draft of whoever brings it, shown as differences before
//! anything is taken over. What Word says of its author is never read.

pub mod export;
mod returned;

use domain::edit::{self, Origin, Typed};
use domain::text::Lang;
use leptos::prelude::*;

use self::returned::{Came, Compared, Kept, compared, kept, problem};
use super::project::Opened;
use super::{act, draft, versions};
use crate::components::{empty, sheet};
use crate::form::{Form, Outcome, post};
use crate::frame::Page;
use crate::request::{Ask, Stop};
use crate::text::{t, tf, word};

/// Under which name a file that came back waits.
fn name(handle: &str) -> String {
    format!("/desk/projects/{handle}/word#take-word")
}

/// `/desk/projects/CODE/word`
pub async fn page(ask: Ask, handle: String) -> Result<Page, Stop> {
    let mut open = Opened::find(ask, &handle).await?;
    let lang = open.lang();
    let versions = store::version::heads(&mut open.member.tx, &open.facts).await?;
    let numbers: Vec<i64> = versions.iter().map(|head| head.number).collect();
    let (read, take) = (open.form("/do/read-word").await?, open.form("/do/take-word").await?);
    let status = read.status().max(take.status());
    let waiting = waiting(&mut open, &take).await?;
    let back = super::edit::frozen(&open).unwrap_or_else(|| bring_back(&open, &read));
    let body = view! {
        {waiting}
        {sheet(t(lang, "word-out"), view! { <p>{t(lang, "word-out-hint")}</p> {take_along(&open, &numbers)} })}
        {sheet(t(lang, "word-back"), view! { <p>{t(lang, "word-back-hint")}</p> {back} })}
    };
    let page = open.page("/edit", &t(lang, "word-title"), body.into_any()).crumb(t(lang, "tab-edit"), open.href("/edit"));
    Ok(page.status(status))
}

/// The form that asks for a file.
fn take_along(open: &Opened, numbers: &[i64]) -> AnyView {
    let lang = open.lang();
    let versions = numbers.iter().map(|number| {
        view! { <option value=number.to_string()>{tf(lang, "version-number", [("number", (*number).into())])}</option> }
    });
    let sections = edit::keys(&open.facts)
        .into_iter()
        .map(|section| view! { <option value=section>{word(lang, "section", section)}</option> });
    let langs = Lang::ALL.map(|one| {
        let id = format!("word-{}", one.code());
        view! {
            <div class="choice"><input type="checkbox" id=id.clone() name=one.code() value="yes" checked />
                <label for=id>{t(lang, &format!("language-{}", one.code()))}</label></div>
        }
    });
    view! {
        <form method="get" action=open.href("/word-file")>
            <div class="field"><label class="field__label" for="word-version">{t(lang, "word-version")}</label>
                <select id="word-version" name="version"><option value="">{t(lang, "word-working")}</option>{versions.collect_view()}</select></div>
            <div class="field"><label class="field__label" for="word-section">{t(lang, "word-section")}</label>
                <select id="word-section" name="section"><option value="">{t(lang, "word-all")}</option>{sections.collect_view()}</select></div>
            <fieldset class="field"><legend class="field__label">{t(lang, "word-languages")}</legend>{langs.into_iter().collect_view()}</fieldset>
            <div class="form-actions"><button class="button button--secondary" type="submit">{t(lang, "word-out-deed")}</button></div>
        </form>
    }
    .into_any()
}

/// The form that brings a file back.
fn bring_back(open: &Opened, form: &Form) -> AnyView {
    let lang = open.lang();
    let place = form.value("where", "");
    let place =
        (!place.is_empty()).then(|| view! { <p class="field__hint">{tf(lang, "word-where", [("place", place.into())])}</p> });
    view! {
        {form.summary()}
        {place}
        <form method="post" action=form.action enctype="multipart/form-data">
            {form.hidden(&[("project", open.facts.project.handle())])}
            {form.file(t(lang, "word-file"), None, Some(".docx"))}
            {form.actions(t(lang, "word-back-deed"), "button button--secondary")}
        </form>
    }
    .into_any()
}

/// The file that waits to be taken over, with its differences.
async fn waiting(open: &mut Opened, form: &Form) -> Result<Option<AnyView>, Stop> {
    let (lang, handle) = (open.lang(), open.facts.project.handle().to_owned());
    let found = store::draft::find(&mut open.member.tx, &open.member.viewer.person_id, &name(&handle)).await?;
    let Some(kept) = found.and_then(|(content, _)| serde_json::from_str::<Kept>(&content).ok()) else { return Ok(None) };
    let texts = compared(open, &kept).await?;
    let tracked = kept.tracked.then(|| view! { <p>{t(lang, "word-tracked")}</p> });
    let comments = i64::try_from(kept.comments).unwrap_or(0);
    let comments = (comments > 0).then(|| view! { <p>{tf(lang, "word-comments", [("count", comments.into())])}</p> });
    let discard = Form::plain(&open.ask, "/do/discard-draft", crate::form::Flash::default());
    let discard = view! {
        <form class="form-actions" method="post" action=discard.action>
            {discard.hidden(&[("draft", &name(&handle))])}
            <button class="button button--quiet" type="submit">{t(lang, "word-discard")}</button>
        </form>
    };
    let body = if texts.iter().all(|one| one.came == Came::Untouched) {
        empty(t(lang, "word-nothing"), None)
    } else {
        view! { {differences(lang, &texts)} {take(open, form, &texts)} }.into_any()
    };
    Ok(Some(sheet(t(lang, "word-waiting"), view! { {form.summary()} {tracked} {comments} {body} {discard} })))
}

fn differences(lang: Lang, texts: &[Compared]) -> AnyView {
    let count = |came: Came| i64::try_from(texts.iter().filter(|one| one.came == came).count()).unwrap_or(0);
    let numbers = [
        ("changed", count(Came::Changed).into()),
        ("collides", count(Came::Collides).into()),
        ("same", count(Came::Untouched).into()),
    ];
    let changed: Vec<_> = texts.iter().filter(|one| one.came != Came::Untouched).collect();
    let parts = changed.iter().enumerate().map(|(place, one)| {
        let first =
            place.checked_sub(1).and_then(|before| changed.get(before)).is_none_or(|before| before.section != one.section);
        let heading = first.then(|| view! { <h3>{word(lang, "section", &one.section)}</h3> });
        let collides =
            (one.came == Came::Collides).then(|| view! { <p class="panel panel--care">{t(lang, "word-collides")}</p> });
        view! { {heading} {collides} {versions::pair(lang, one.lang, &one.now, &one.text)} }
    });
    view! { <section class="diff"><p>{tf(lang, "word-count", numbers)}</p>{parts.collect_view()}</section> }.into_any()
}

/// The deed, with what is to become of the texts that were changed on both sides.
fn take(open: &Opened, form: &Form, texts: &[Compared]) -> AnyView {
    let lang = open.lang();
    let collide = texts.iter().any(|one| one.came == Came::Collides).then(|| {
        let options = vec![
            ("keep", t(lang, "word-keep-ours"), Some(t(lang, "word-keep-ours-hint"))),
            ("take", t(lang, "word-take-theirs"), Some(t(lang, "word-take-theirs-hint"))),
        ];
        form.choices("collisions", t(lang, "word-collisions"), options, "keep")
    });
    let translated = texts.iter().any(|one| one.came != Came::Untouched && one.lang != open.facts.project.source);
    let origin = translated.then(|| {
        let options = vec![
            ("person", t(lang, "word-origin-person"), None),
            ("machine", t(lang, "word-origin-machine"), Some(t(lang, "word-origin-machine-hint"))),
        ];
        form.choices("origin", t(lang, "word-origin"), options, "person")
    });
    view! {
        <form method="post" action=form.action>
            {form.hidden(&[("project", open.facts.project.handle()), ("draft", &name(open.facts.project.handle())), ("hash", &seen(texts))])}
            {collide}
            {origin}
            {form.actions(t(lang, "word-take-deed"), "button")}
        </form>
    }
    .into_any()
}

/// What stood here when the differences were shown.
fn seen(texts: &[Compared]) -> String {
    let all: Vec<_> = texts.iter().map(|one| format!("{} {} {}", one.section, one.lang.code(), one.number)).collect();
    domain::text::hash(&all.join("\n"))
}

/// Reads a file that came back, and keeps it as a draft of whoever brings it.
#[server(prefix = "/do", endpoint = "read-word")]
pub async fn read_word() -> Result<(), ServerFnError> {
    post(|ask, mut form| async move {
        let upload = ask.upload.clone().filter(|upload| !upload.bytes.is_empty());
        let Some(upload) = upload else { return Err(form.back_with("file", "missing")) };
        let open = Opened::of_form(&ask, &form).await?;
        let read = tokio::task::spawn_blocking(move || office::word::read(&upload.bytes)).await.map_err(|_| Outcome::Failed)?;
        let found = read.map_err(|misfit| problem(ask.lang, &misfit)).and_then(|returned| kept(&open, returned));
        let kept = match found {
            Ok(kept) => kept,
            Err((code, place)) => return Err(form.back_about("file", code, ("where", place))),
        };
        let content = serde_json::to_string(&kept).map_err(|_| Outcome::Failed)?;
        draft::keep(&ask, name(open.facts.project.handle()), content).await?;
        Ok(Outcome::Done(open.href("/word"), "said-word-read"))
    })
    .await
}

/// Takes over what was changed in Word.
#[server(prefix = "/do", endpoint = "take-word")]
pub async fn take_word() -> Result<(), ServerFnError> {
    post(|ask, form| async move {
        let mut open = Opened::of_form(&ask, &form).await?;
        let person = open.member.viewer.person_id.clone();
        let found = store::draft::find(&mut open.member.tx, &person, &name(open.facts.project.handle())).await;
        let found = found.map_err(|_| Outcome::Failed)?.and_then(|(content, _)| serde_json::from_str::<Kept>(&content).ok());
        let texts = compared(&mut open, &found.ok_or(Outcome::NotFound)?).await.map_err(|_| Outcome::Failed)?;
        if seen(&texts) != form.raw("hash") {
            // Somebody saved since the differences were shown.
            return Err(form.conflicting("stale-text"));
        }
        drop(open);
        let theirs = form.raw("collisions") == "take";
        let origin = Some(if form.raw("origin") == "machine" { Origin::Machine } else { Origin::Person });
        let taken = texts.into_iter().filter(|one| one.came == Came::Changed || (theirs && one.came == Came::Collides));
        let typed = taken.map(|one| {
            (
                one.section,
                Typed {
                    lang: one.lang,
                    text: one.text,
                    base: one.number,
                    still_right: false,
                    origin,
                    source_hash: one.source_hash,
                },
            )
        });
        let typed: Vec<_> = typed.collect();
        act(&ask, &form, "/edit", "said-word-taken", move |facts, viewer, at| edit::take_over(facts, viewer, &typed, at)).await
    })
    .await
}
