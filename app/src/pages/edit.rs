//! Writing: the list of sections, a page for each in three languages side by side, the civilian-scope declaration, and the
//! check before the text is tabled or frozen.

use domain::change::Command;
use domain::edit::{self, TextState, Typed};
use domain::id::ScopeId;
use domain::permission;
use domain::project::{self, Scope, TITLE};
use domain::proposal;
use domain::stage::{self, Gate, Stage};
use domain::text::Lang;
use leptos::prelude::*;

use super::act;
use super::project::Opened;
use crate::components::{missing, reason, row, sheet, tag};
use crate::form::{Form, KEPT, post};
use crate::frame::Page;
use crate::markdown::prose;
use crate::request::{Ask, Stop};
use crate::text::{t, tf, word};

fn may_edit(open: &Opened) -> bool {
    let viewer = &open.member.viewer;
    domain::policy::decide(viewer, domain::policy::Action::EditText, &open.facts.project.group_id).is_ok()
        && viewer
            .party
            .delegation()
            .is_some_and(|side| open.facts.project.stage == Stage::InDiscussion || open.facts.project.proposed_by.includes(side))
}

/// Why nothing can be written here now, if so.
pub(crate) fn frozen(open: &Opened) -> Option<AnyView> {
    let lang = open.lang();
    match permission::fits(Command::SaveText, open.facts.project.stage) {
        Ok(()) if may_edit(open) => None,
        Ok(()) => Some(reason(t(lang, "edit-not-permitted"))),
        Err(refusal) => Some(reason(t(lang, &format!("refusal-{}", refusal.code())))),
    }
}

/// `/desk/projects/CODE/edit`
pub async fn page(ask: Ask, handle: String) -> Result<Page, Stop> {
    let mut open = Opened::find(ask, &handle).await?;
    let lang = open.lang();
    let scope = open.form("/do/scope").await?;
    let check = check(&mut open).await?;
    let status = scope.status().max(check.1);
    let files = super::files::editor(&mut open).await?;
    let status = status.max(files.1);
    let body = match frozen(&open) {
        Some(reason) => view! { {reason} {tasks(&open)} {declared(&open)} }.into_any(),
        None => view! {
            <p>{t(lang, "edit-lede")}" "<a href=open.href("/word")>{t(lang, "word-link")}</a></p>
            {tasks(&open)}
            {scope_form(&open, &scope)}
            {files.0}
            {check.0}
        }
        .into_any(),
    };
    Ok(open.page("/edit", &t(lang, "tab-edit"), body).status(status))
}

fn tasks(open: &Opened) -> AnyView {
    let lang = open.lang();
    let rows = edit::keys(&open.facts)
        .into_iter()
        .map(|section| {
            let states = Lang::ALL
                .into_iter()
                .map(|one| {
                    let state = edit::state(&open.facts, section, one);
                    let name = t(lang, &format!("language-short-{}", one.code()));
                    // A new draft is all missing; that is no alarm.
                    let kind = if state == TextState::Missing { "plain" } else { tag::text_kind(state) };
                    tag::tag(kind, format!("{name}: {}", word(lang, "text-state", state.code())))
                })
                .collect_view();
            view! {
                <li>
                    <a class="task-list__link" href=open.href(&format!("/edit/{section}"))>
                        <span class="task-list__name">{word(lang, "section", section)}</span>
                        <span class="task-list__hint">{word(lang, "section-hint", section)}</span>
                        <span class="task-list__state cluster">{states}</span>
                    </a>
                </li>
            }
        })
        .collect_view();
    sheet(t(lang, "edit-sections"), view! { <ul class="task-list">{rows}</ul> })
}

/// `/desk/projects/CODE/edit/SECTION`
pub async fn section(ask: Ask, handle: String, key: String) -> Result<Page, Stop> {
    let mut open = Opened::find(ask, &handle).await?;
    let lang = open.lang();
    let section = edit::keys(&open.facts).into_iter().find(|known| *known == key).ok_or(Stop::NotFound)?;
    let (form, draft) = open.kept_form("/do/save-text").await?;
    let status = form.status();
    let title = word(lang, "section", section);
    if let Some(reason) = frozen(&open) {
        let body = view! { <h2>{title.clone()}</h2> {reason} {as_it_stands(&open, section)} };
        return Ok(open.page("/edit", &title, body.into_any()));
    }
    let body = view! {
        <h2>{title.clone()}</h2>
        <p class="field__hint">{word(lang, "section-hint", section)}</p>
        {form.summary()}
        {conflict(&open, &form, section)}
        {draft}
        {editor(&open, &form, section)}
    };
    let page = open.page("/edit", &title, body.into_any()).crumb(t(lang, "tab-edit"), open.href("/edit"));
    Ok(page.status(status))
}

fn now(open: &Opened, section: &str, lang: Lang) -> (String, i64) {
    open.facts.texts.get(&(section.to_owned(), lang)).map_or_else(|| (String::new(), 0), |edit| (edit.text.clone(), edit.number))
}

/// The text for whoever reads it and does not write it.
fn as_it_stands(open: &Opened, section: &str) -> AnyView {
    let lang = open.lang();
    let texts = Lang::ALL.map(|one| (one, now(open, section, one).0));
    let cells = texts.into_iter().filter(|(_, text)| !text.is_empty()).map(|(one, text)| {
        view! {
            <section class="sheet">
                <div class="sheet__head"><h3>{t(lang, &format!("language-{}", one.code()))}</h3></div>
                {prose(one, &text)}
            </section>
        }
    });
    cells.collect_view().into_any()
}

/// Somebody saved first: their text beside the one in the field.
fn conflict(open: &Opened, form: &Form, section: &str) -> Option<AnyView> {
    if !form.flash.conflict {
        return None;
    }
    let lang = open.lang();
    let cells = Lang::ALL
        .into_iter()
        .map(|one| view! { <div class="texts__cell" lang=one.code() dir=one.dir()>{now(open, section, one).0}</div> })
        .collect_view();
    Some(
        view! {
            <section class="panel panel--care">
                <h3 class="panel__title">{t(lang, "edit-conflict-title")}</h3>
                <p>{t(lang, "edit-conflict-hint")}</p>
                <div class="texts"><div class="texts__row">{cells}</div></div>
            </section>
        }
        .into_any(),
    )
}

const fn field(lang: Lang) -> (&'static str, &'static str, &'static str) {
    match lang {
        Lang::En => ("text_en", "base_en", "still_right_en"),
        Lang::He => ("text_he", "base_he", "still_right_he"),
        Lang::Ar => ("text_ar", "base_ar", "still_right_ar"),
    }
}

fn editor(open: &Opened, form: &Form, section: &'static str) -> AnyView {
    let lang = open.lang();
    let limit = i64::try_from(project::limit(section)).unwrap_or(0);
    let columns = Lang::ALL.into_iter().map(|one| column(open, form, section, one)).collect_view();
    let bases: Vec<(&'static str, String)> =
        Lang::ALL.into_iter().map(|one| (field(one).1, now(open, section, one).1.to_string())).collect();
    let mut about = vec![("project", open.facts.project.handle()), ("section", section)];
    about.extend(bases.iter().map(|(name, base)| (*name, base.as_str())));
    view! {
        <form method="post" action=form.action id=KEPT>
            {form.hidden(&about)}
            <p class="field__hint">{tf(lang, "edit-limit", [("limit", limit.into())])}</p>
            <div class="editor">{columns}</div>
            {form.autosave()}
            <div class="form-actions">
                <button class="button" type="submit">{t(lang, "edit-save")}</button>
                <a class="button button--quiet" href=open.href("/edit")>{t(lang, "edit-back")}</a>
            </div>
        </form>
    }
    .into_any()
}

fn column(open: &Opened, form: &Form, section: &'static str, one: Lang) -> AnyView {
    let (lang, facts) = (open.lang(), &open.facts);
    let (text, _) = now(open, section, one);
    let state = edit::state(facts, section, one);
    let source = facts.project.source == one;
    let label = t(lang, &format!("language-{}", one.code()));
    let label = if source { tf(lang, "edit-original", [("language", label.into())]) } else { label };
    let (name, _, still) = field(one);
    let rows = match section {
        TITLE => 2,
        "summary" => 8,
        _ => 16,
    };
    let control = form.area(name, label, None, &text, rows, Some(one));
    let stale = (state == TextState::Stale).then(|| form.tick(still, t(lang, "edit-still-right"), false));
    view! {
        <div class="editor__column">
            {control}
            <p class="editor__state">{tag::text_state(lang, state)}</p>
            {stale}
        </div>
    }
    .into_any()
}

/// Saves a section.
#[server(prefix = "/do", endpoint = "save-text")]
pub async fn save_text() -> Result<(), ServerFnError> {
    post(|ask, mut form| async move {
        let section = form.raw("section").to_owned();
        let typed: Vec<Typed> = Lang::ALL
            .into_iter()
            .map(|lang| {
                let (name, base, still) = field(lang);
                let text = form.optional(name, project::limit(&section));
                let text = if section == TITLE { text.replace('\n', " ") } else { text };
                Typed { lang, text, base: form.raw(base).parse().unwrap_or(0), still_right: form.raw(still) == "yes" }
            })
            .collect();
        let known = domain::project::Sector::ALL.into_iter().any(|sector| sector.sections().contains(&section.as_str()));
        if !known && section != TITLE {
            return Err(crate::form::Outcome::NotFound);
        }
        let place = format!("/edit/{section}");
        act(&ask, &form, &place, "said-saved", move |facts, viewer, at| {
            if edit::keys(facts).contains(&section.as_str()) {
                edit::save(facts, viewer, &section, &typed, at)
            } else {
                Err(domain::refusal::Refusal::NotPermitted)
            }
        })
        .await
    })
    .await
}

/// What was declared, for whoever reads it and does not write it.
fn declared(open: &Opened) -> Option<AnyView> {
    let (lang, scope) = (open.lang(), open.facts.scope.as_ref()?);
    let dual_use = row(t(lang, "scope-dual-use"), prose(open.facts.project.source, &scope.dual_use));
    Some(sheet(t(lang, "scope-title"), view! { <dl class="summary-list">{dual_use}</dl> }))
}

fn scope_form(open: &Opened, form: &Form) -> AnyView {
    let lang = open.lang();
    let old = open.facts.scope.as_ref();
    let tick = |name: &'static str, was: fn(&Scope) -> bool| {
        form.tick(name, t(lang, &format!("scope-{}", name.replace('_', "-"))), old.is_some_and(was))
    };
    view! {
        <form class="sheet" method="post" action=form.action id="scope">
            <div class="sheet__head"><h2>{t(lang, "scope-title")}</h2></div>
            {form.summary()}
            <p>{t(lang, "scope-hint")}</p>
            {form.hidden(&[("project", open.facts.project.handle())])}
            {tick("purpose", |scope| scope.purpose)}
            {tick("no_military_party", |scope| scope.no_military_party)}
            {tick("no_collection", |scope| scope.no_collection)}
            {tick("no_military_site", |scope| scope.no_military_site)}
            {form.area("dual_use", t(lang, "scope-dual-use"), Some(t(lang, "scope-dual-use-hint")), old.map_or("none", |scope| &scope.dual_use), 2, None)}
            {form.actions(t(lang, "scope-deed"), "button button--secondary")}
        </form>
    }
    .into_any()
}

/// Declares the civilian scope.
#[server(prefix = "/do", endpoint = "scope")]
pub async fn declare_scope() -> Result<(), ServerFnError> {
    post(|ask, mut form| async move {
        let dual_use = form.lines("dual_use", domain::text::NOTE_LIMIT);
        let yes = |name: &str| form.raw(name) == "yes";
        let ticks = [yes("purpose"), yes("no_military_party"), yes("no_collection"), yes("no_military_site")];
        act(&ask, &form, "/edit", "said-declared", move |facts, viewer, occasion| {
            let [purpose, no_military_party, no_collection, no_military_site] = ticks;
            let id: ScopeId = occasion.branch("scope").ids().fresh();
            let scope = Scope {
                id,
                project_id: facts.project.id.clone(),
                purpose,
                no_military_party,
                no_collection,
                no_military_site,
                dual_use: dual_use.clone(),
                person_id: viewer.person_id.clone(),
            };
            edit::declare(facts, viewer, scope, occasion)
        })
        .await
    })
    .await
}

/// The check at the end: what is missing, what the deed freezes, and the deed.
async fn check(open: &mut Opened) -> Result<(AnyView, u16), Stop> {
    let draft = open.facts.project.stage == Stage::Draft;
    let form = open.form(if draft { "/do/table" } else { "/do/next-version" }).await?;
    let lang = open.lang();
    let list = stage::missing_besides_consent(&open.facts, Gate::Table, open.ask.now);
    let stem = if draft { "table" } else { "next-version" };
    let (same, nothing) =
        if draft { (false, "next-table-nothing") } else { (!open.facts.working_text_differs(), "next-version-nothing") };
    let chair =
        domain::policy::decide(&open.member.viewer, domain::policy::Action::SteerProject, &open.facts.project.group_id).is_ok();
    let back = open.form(super::consent::TAKE_BACK).await?;
    let tabling = domain::consent::Subject::Tabling;
    let own = open.member.viewer.party.delegation().and_then(|side| domain::consent::own_waiting(&open.facts, tabling, side));
    let deed = if !chair {
        reason(t(lang, &format!("{stem}-not-permitted")))
    } else if own.is_some() {
        super::consent::own(open, &back, tabling, "consent-own-given")
    } else if !list.is_empty() {
        ().into_any()
    } else if same {
        reason(t(lang, "refusal-nothing-changed"))
    } else {
        let why = (!draft).then(|| view! { {form.area("reason", t(lang, "next-version-reason"), None, "", 3, None)} {form.language("note_language")} });
        view! {
            <form method="post" action=form.action>
                {form.hidden(&[("project", open.facts.project.handle())])}
                {why}
                {form.actions(t(lang, &format!("{stem}-deed")), "button")}
            </form>
        }
        .into_any()
    };
    let consented =
        super::consent::lines_once_given(open, tabling, open.facts.project.id.as_str(), &proposal::text_hash(&open.facts));
    let body = view! {
        <section class="sheet" id="check">
            <div class="sheet__head"><h2>{t(lang, &format!("{stem}-title"))}</h2></div>
            {form.summary()}
            <p>{t(lang, &format!("{stem}-hint"))}</p>
            {(!same || !list.is_empty()).then(|| missing::panel(lang, &list, t(lang, nothing)))}
            {draft.then_some(consented)}
            {deed}
        </section>
    };
    Ok((body.into_any(), form.status().max(back.status())))
}

/// Tables a draft.
#[server(prefix = "/do", endpoint = "table")]
pub async fn table() -> Result<(), ServerFnError> {
    post(|ask, form| async move { act(&ask, &form, "", "said-tabled", proposal::table).await }).await
}

/// Freezes the next version.
#[server(prefix = "/do", endpoint = "next-version")]
pub async fn next_version() -> Result<(), ServerFnError> {
    post(|ask, mut form| async move {
        let reason = form.note("reason");
        act(&ask, &form, "/versions", "said-frozen", move |facts, viewer, at| proposal::next_version(facts, viewer, &reason, at))
            .await
    })
    .await
}
