//! A form as it is shown: fields with label, hint and problem tied together, filled in with what was typed.

use std::sync::atomic::Ordering;

use domain::text::{self as rules, Lang};
use leptos::prelude::*;
use sha2::{Digest, Sha256};

use super::{Flash, token};
use crate::access::passkey::Question;
use crate::islands::autosave::Autosave;
use crate::request::{Ask, Stop, with_lang};
use crate::text::{t, tf};

/// With what a form asks again who is there, beside the password.
#[derive(Clone, Debug, Default)]
pub struct Again {
    /// A code of an app or of the list.
    pub code: bool,
    /// Or a passkey instead of all.
    pub passkey: Option<Question>,
}

/// The id of the form of a page that is kept while it is typed.
pub const KEPT: &str = "kept-form";

/// A form on a page: what to fill in, what was wrong.
#[derive(Clone, Debug)]
pub struct Form {
    /// The address it posts to.
    pub action: &'static str,
    /// The reader's language.
    pub lang: Lang,
    /// What it said.
    pub flash: Flash,
    /// What the ids of its fields begin with: several forms of a page may have a field of one name.
    stem: String,
    token: String,
    seed: Vec<u8>,
    back: String,
    /// Under which name what is typed here is kept until it is sent.
    draft: Option<String>,
    /// The page it stands on.
    ask: Ask,
    /// With what it asks again who is there.
    pub again: Again,
}

impl Form {
    /// The form at `action` on this page, as it was left if it has just been sent back.
    ///
    /// # Errors
    /// The database fails.
    pub async fn load(ask: &Ask, tx: &mut store::Tx, action: &'static str) -> Result<Self, Stop> {
        let id = ask.query("form");
        let mut flash = Flash::default();
        if !id.is_empty() && ask.query("at") == action.trim_start_matches("/do/") {
            let kept = store::flash::find(tx, id, &ask.session.id_hash).await?;
            flash = kept.and_then(|content| serde_json::from_str(&content).ok()).unwrap_or_default();
        }
        Ok(Self::plain(ask, action, flash))
    }

    /// The form with a flash that is at hand.
    #[must_use]
    pub fn plain(ask: &Ask, action: &'static str, flash: Flash) -> Self {
        let mask: [u8; 32] = Sha256::new().chain_update(ask.seed).chain_update(action).finalize().into();
        let seed = Sha256::new().chain_update(b"form key").chain_update(mask).finalize().to_vec();
        let stem = action.trim_start_matches("/do/").to_owned();
        let token = token(&ask.session.secret, mask);
        Self {
            action,
            lang: ask.lang,
            flash,
            stem,
            token,
            seed,
            back: with_lang(&ask.path, ask.lang),
            draft: None,
            ask: ask.clone(),
            again: Again::default(),
        }
    }

    /// The same form, coming back to another page than the one it is shown on.
    #[must_use]
    pub fn on(self, page: &str) -> Self {
        Self { back: page.to_owned(), ..self }
    }

    /// The same form, asking again who is there.
    #[must_use]
    pub fn asking(self, again: Again) -> Self {
        Self { again, ..self }
    }

    /// The same form, kept under this name while it is filled in.
    #[must_use]
    pub fn kept_as(self, draft: String) -> Self {
        Self { draft: Some(draft), ..self }
    }

    /// The line that says whether what is typed is safe; the island in it saves every few seconds.
    pub fn autosave(&self) -> AnyView {
        self.ask.keeps.store(true, Ordering::Relaxed);
        let lang = self.lang;
        let said = ["autosave-saving", "autosave-saved", "autosave-lost"].map(|key| t(lang, key)).to_vec();
        view! { <Autosave action="/do/autosave".to_owned() said=said /> }.into_any()
    }

    /// Several forms of one kind may stand on a page; only the one that was sent comes back with its values.
    #[must_use]
    pub fn about(&self, name: &str, value: &str) -> Self {
        let sent = self.value(name, "") == value;
        let flash = if sent { self.flash.clone() } else { Flash::default() };
        Self { flash, stem: format!("{}-{value}", self.stem), ..self.clone() }
    }

    /// The id of a field, found once on the page.
    fn id(&self, name: &str) -> String {
        format!("{}-{name}", self.stem)
    }

    /// Random, one for each form that is shown; what the form is about goes in, so that two forms of a page differ.
    fn key(&self, about: &[(&'static str, &str)]) -> String {
        let hasher = about.iter().fold(Sha256::new().chain_update(&self.seed), |hasher, (name, value)| {
            hasher.chain_update(name).chain_update([0]).chain_update(value).chain_update([0])
        });
        rules::hex(&hasher.finalize()[..16])
    }

    /// The hidden fields: token, key, the page to come back to, and what the form is about.
    pub fn hidden(&self, about: &[(&'static str, &str)]) -> AnyView {
        let key = self.key(about);
        let own = [("form_token", self.token.as_str()), ("form_key", key.as_str()), ("back", self.back.as_str())];
        let draft = self.draft.as_deref().map(|name| ("draft", name));
        own.into_iter()
            .chain(about.iter().copied())
            .chain(draft)
            .map(|(name, value)| view! { <input type="hidden" name=name value=value.to_owned() /> })
            .collect_view()
            .into_any()
    }

    /// What was typed into a field, or what it begins with.
    #[must_use]
    pub fn value(&self, name: &str, otherwise: &str) -> String {
        self.flash.values.iter().find(|(key, _)| key == name).map_or_else(|| otherwise.to_owned(), |(_, value)| value.clone())
    }

    /// Was this form sent back?
    #[must_use]
    pub fn is_sent_back(&self) -> bool {
        self.flash.refusal.is_some() || !self.flash.problems.is_empty()
    }

    /// The status of a page that shows this form.
    #[must_use]
    pub fn status(&self) -> u16 {
        match (self.is_sent_back(), self.flash.conflict) {
            (true, true) => 409,
            (true, false) => 422,
            _ => 200,
        }
    }

    /// What is wrong with a field, in words.
    #[must_use]
    pub fn problem(&self, name: &str) -> Option<String> {
        let (_, code, limit) = self.flash.problems.iter().find(|(field, _, _)| field == name)?;
        let own = format!("{}-{code}", name.replace('_', "-"));
        let key = if crate::text::has(&format!("field-{own}")) { format!("field-{own}") } else { format!("field-{code}") };
        Some(tf(self.lang, &key, [("limit", (*limit).into())]))
    }

    /// The summary at the top: the refusal and every field's problem.
    pub fn summary(&self) -> Option<AnyView> {
        if !self.is_sent_back() {
            return None;
        }
        let lang = self.lang;
        let refusal = self.flash.refusal.as_ref().map(|(code, list)| {
            let rows = list.iter().map(|parts| missing_sentence(lang, parts)).map(|row| view! { <li>{row}</li> }).collect_view();
            view! { <li>{t(lang, &format!("refusal-{code}"))} {(!list.is_empty()).then_some(view! { <ul>{rows}</ul> })}</li> }
        });
        let mut seen = Vec::new();
        let problems = self.flash.problems.iter().filter_map(|(field, _, _)| {
            let fresh = !seen.contains(field);
            seen.push(field.clone());
            fresh.then(|| view! { <li><a href=format!("#{}", self.id(field))>{self.problem(field)}</a></li> })
        });
        let problems = problems.collect_view();
        Some(
            view! {
                <div class="error-summary" role="alert" tabindex="-1" autofocus>
                    <h2>{t(lang, "form-problem-title")}</h2>
                    <ul>{refusal}{problems}</ul>
                </div>
            }
            .into_any(),
        )
    }

    /// A field for a file; `accept` names the endings that a browser offers first.
    pub fn file(&self, label: String, hint: Option<String>, accept: Option<&'static str>) -> AnyView {
        self.field("file", label, hint, |control| {
            view! { <input type="file" id=control.id name="file" accept=accept aria-describedby=control.described /> }.into_any()
        })
    }

    /// A field: label, hint, problem and control, tied together for screen readers.
    pub fn field(
        &self,
        name: &'static str,
        label: String,
        hint: Option<String>,
        control: impl FnOnce(Control) -> AnyView,
    ) -> AnyView {
        let (id, problem) = (self.id(name), self.problem(name));
        let described = [hint.as_ref().map(|_| format!("{id}-hint")), problem.as_ref().map(|_| format!("{id}-error"))];
        let described = described.into_iter().flatten().collect::<Vec<_>>().join(" ");
        let class = if problem.is_some() { "field field--error" } else { "field" };
        let control = control(Control {
            id: id.clone(),
            described: (!described.is_empty()).then_some(described),
            invalid: problem.is_some(),
        });
        let error = t(self.lang, "form-error-prefix");
        view! {
            <div class=class>
                <label class="field__label" for=id.clone()>{label}</label>
                {hint.map(|hint| view! { <p class="field__hint" id=format!("{id}-hint")>{hint}</p> })}
                {problem.map(|problem| view! {
                    <p class="field__error" id=format!("{id}-error")><span class="visually-hidden">{error}</span>" "{problem}</p>
                })}
                {control}
            </div>
        }
        .into_any()
    }

    /// A field of one line.
    pub fn line(&self, name: &'static str, label: String, hint: Option<String>, otherwise: &str, lang: Option<Lang>) -> AnyView {
        let value = self.value(name, otherwise);
        self.field(name, label, hint, |control| {
            view! {
                <input type="text" id=control.id name=name value=value aria-describedby=control.described
                    aria-invalid=control.invalid.then_some("true") lang=lang.map(Lang::code) dir=lang.map_or("auto", Lang::dir) />
            }
            .into_any()
        })
    }

    /// A field of many lines.
    pub fn area(
        &self,
        name: &'static str,
        label: String,
        hint: Option<String>,
        otherwise: &str,
        rows: u8,
        lang: Option<Lang>,
    ) -> AnyView {
        let value = self.value(name, otherwise);
        self.field(name, label, hint, |control| {
            // A line break right after the tag is dropped by HTML, so one that belongs to the text is doubled.
            let value = if value.starts_with('\n') { format!("\n{value}") } else { value };
            view! {
                <textarea id=control.id name=name rows=rows.to_string() aria-describedby=control.described
                    aria-invalid=control.invalid.then_some("true") lang=lang.map(Lang::code) dir=lang.map_or("auto", Lang::dir)
                    inner_html=escaped(&value)></textarea>
            }
            .into_any()
        })
    }

    /// A choice from a list.
    pub fn select(
        &self,
        name: &'static str,
        label: String,
        hint: Option<String>,
        options: Vec<(String, String)>,
        otherwise: &str,
    ) -> AnyView {
        let chosen = self.value(name, otherwise);
        self.field(name, label, hint, |control| {
            let options = options
                .into_iter()
                .map(|(value, label)| {
                    let selected = value == chosen;
                    view! { <option value=value selected=selected>{label}</option> }
                })
                .collect_view();
            view! { <select id=control.id name=name aria-describedby=control.described>{options}</select> }.into_any()
        })
    }

    /// A choice of a few, each with a hint.
    pub fn choices(
        &self,
        name: &'static str,
        legend: String,
        options: Vec<(&'static str, String, Option<String>)>,
        otherwise: &str,
    ) -> AnyView {
        let (chosen, problem) = (self.value(name, otherwise), self.problem(name));
        let error = t(self.lang, "form-error-prefix");
        let class = if problem.is_some() { "fieldset field--error" } else { "fieldset" };
        let id = self.id(name);
        let described = problem.as_ref().map(|_| format!("{id}-error"));
        let mut first = Some(id.clone());
        let options = options
            .into_iter()
            .map(|(value, label, hint)| {
                view! {
                    <label class="choice">
                        <input type="radio" id=first.take() name=name value=value checked=value == chosen />
                        <span class="choice__text">{label}{hint.map(|hint| view! { <span class="choice__hint">{hint}</span> })}</span>
                    </label>
                }
            })
            .collect_view();
        view! {
            <fieldset class=class aria-describedby=described>
                <legend>{legend}</legend>
                {problem.map(|problem| view! {
                    <p class="field__error" id=format!("{id}-error")><span class="visually-hidden">{error}</span>" "{problem}</p>
                })}
                {options}
            </fieldset>
        }
        .into_any()
    }

    /// A yes that is ticked.
    pub fn tick(&self, name: &'static str, label: String, ticked: bool) -> AnyView {
        let ticked = if self.is_sent_back() { self.value(name, "") == "yes" } else { ticked };
        let (id, problem) = (self.id(name), self.problem(name));
        let described = problem.as_ref().map(|_| format!("{id}-error"));
        let error = problem.map(|problem| {
            let prefix = t(self.lang, "form-error-prefix");
            let id = described.clone();
            view! { <p class="field__error" id=id><span class="visually-hidden">{prefix}</span>" "{problem}</p> }
        });
        let class = if error.is_some() { "field field--error" } else { "field" };
        view! {
            <div class=class>
                {error}
                <label class="choice">
                    <input type="checkbox" id=id name=name value="yes" checked=ticked aria-describedby=described />
                    <span class="choice__text">{label}</span>
                </label>
            </div>
        }
        .into_any()
    }

    /// The language in which a note is written: the reader's own unless another is chosen.
    pub fn language(&self, name: &'static str) -> AnyView {
        self.language_of(name, t(self.lang, "field-note-language"), self.lang)
    }

    /// The same under a label of its own, with another language chosen at first.
    pub fn language_of(&self, name: &'static str, label: String, first: Lang) -> AnyView {
        let options =
            Lang::ALL.into_iter().map(|lang| (lang.code().to_owned(), t(self.lang, &format!("language-{}", lang.code()))));
        self.select(name, label, None, options.collect(), first.code())
    }

    /// A form that is one button: what it is about, and the deed.
    pub fn button(&self, about: &[(&'static str, &str)], deed: String, class: &'static str) -> AnyView {
        view! {
            {self.summary()}
            <form method="post" action=self.action>{self.hidden(about)}{self.actions(deed, class)}</form>
        }
        .into_any()
    }

    /// The same in a row of several; `of` says of which row to who does not see it.
    pub fn small_button(&self, about: &[(&'static str, &str)], deed: String, of: Option<&str>) -> AnyView {
        let label = of.map(|of| format!("{deed}: {of}"));
        view! {
            <form method="post" action=self.action class="inline-form">
                {self.hidden(about)}
                <button type="submit" class="button button--quiet button--small" aria-label=label>{deed}</button>
            </form>
        }
        .into_any()
    }

    /// The button that says the deed, and a way out.
    pub fn actions(&self, deed: String, class: &'static str) -> AnyView {
        view! { <div class="form-actions"><button class=class type="submit">{deed}</button></div> }.into_any()
    }
}

/// A text as it stands between tags. A quotation begins its lines with a sign that Leptos leaves raw.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// What a control needs to know of its field.
#[derive(Clone, Debug)]
pub struct Control {
    /// Its id.
    pub id: String,
    /// What describes it.
    pub described: Option<String>,
    /// Was it wrong?
    pub invalid: bool,
}

/// What is missing, as it travels in a flash: code, holder, part, language.
fn missing_sentence(lang: Lang, parts: &[String]) -> String {
    let [code, holder, part, of] = parts else { return String::new() };
    crate::components::missing::sentence(lang, code, holder, part, of)
}
