//! Deciding: the wording box in three languages with both co-chairs' presses, and positions as they are spoken.

use domain::id::SpokenPositionId;
use domain::meeting::agenda::Item;
use domain::meeting::decision::{self, Decision, Heard, SpokenPosition};
use domain::meeting::{self, Meeting, MeetingSubject};
use domain::party::Delegation;
use domain::position::Verdict;
use domain::text::{Lang, NOTE_LIMIT, Note, SUMMARY_LIMIT};
use domain::time::{Holder, Timestamp};
use leptos::prelude::*;
use store::meeting::Times;

use super::{Opened, act, cards};
use crate::components::{hash, reason, tag};
use crate::form::{Form, Outcome, Posted, post};
use crate::request::Ask;
use crate::text::{civil_date, day, t, tf, word};

const fn field(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "text_en",
        Lang::He => "text_he",
        Lang::Ar => "text_ar",
    }
}

/// The forms of the wording box.
pub(super) struct Forms {
    /// Puts words on the table.
    pub propose: Form,
    /// Presses *agreed*.
    pub agree: Form,
    /// Takes a press back.
    pub back: Form,
    /// Notes a spoken position.
    pub note: Form,
    /// Takes one off.
    pub drop: Form,
}

/// The words on the table with the presses, and the box for other words.
pub(super) fn wording_box(open: &Opened, forms: &Forms, item: &Item, runs: bool) -> AnyView {
    let lang = open.lang;
    let proposed = open.meeting.proposed(&item.id);
    let lying = proposed.map(|decision| {
        view! {
            <p>{t(lang, "wording-on-table")}" "{hash::short(&decision.hash)}</p>
            {cards::wording(lang, |of| decision.text(of))}
            {cards::presses(lang, &open.meeting, decision)}
            {pressing(open, forms, decision)}
        }
    });
    let words = |of: Lang| proposed.map_or("", |decision| decision.text(of));
    let fields = Lang::ALL.map(|of| {
        let label = tf(lang, "field-wording", [("language", t(lang, &format!("language-{}", of.code())).into())]);
        forms.propose.area(field(of), label, None, words(of), 3, Some(of))
    });
    let writing = runs.then(|| {
        view! {
            <details class="disclosure" open=proposed.is_none() || forms.propose.is_sent_back()>
                <summary>{t(lang, if proposed.is_some() { "wording-change" } else { "wording-write" })}</summary>
                {forms.propose.summary()}
                <form method="post" action=forms.propose.action>
                    {forms.propose.hidden(&[("meeting", open.id()), ("item", item.id.as_str())])}
                    {fields.into_iter().collect_view()}
                    {forms.propose.actions(t(lang, "wording-propose"), "button button--secondary")}
                </form>
            </details>
        }
    });
    view! { {cards::decided(lang, &open.meeting, item)} {lying} {writing} }.into_any()
}

/// The press of the reader's own side, or why there is none.
fn pressing(open: &Opened, forms: &Forms, decision: &Decision) -> AnyView {
    let lang = open.lang;
    let viewer = &open.member.viewer;
    if meeting::may_agree(viewer, &open.meeting.start.group_id).is_err() {
        return view! { <p class="muted">{t(lang, "wording-who-agrees")}</p> }.into_any();
    }
    let own = viewer.delegation().is_ok_and(|side| open.meeting.consented(MeetingSubject::Decision, &decision.hash, side));
    let (form, key, class) = match (own, open.meeting.has_quorum()) {
        (true, _) => (&forms.back, "wording-take-back", "button button--quiet"),
        (false, true) => (&forms.agree, "wording-agree", "button"),
        (false, false) => return reason(t(lang, "refusal-no-quorum")),
    };
    form.button(&[("meeting", open.id()), ("hash", &decision.hash)], t(lang, key), class)
}

/// Whether a spoken position was recorded since, still can be, or fell away.
pub(super) fn standing(
    lang: Lang,
    spoken: &SpokenPosition,
    (confirmed, times): (&[(SpokenPositionId, Verdict)], &Times),
    now: Timestamp,
) -> AnyView {
    if let Some((_, verdict)) = confirmed.iter().rev().find(|(id, _)| *id == spoken.id) {
        let same = *verdict == spoken.verdict;
        let said = word(lang, "verdict", verdict.code());
        let label = if same { t(lang, "spoken-confirmed") } else { tf(lang, "spoken-otherwise", [("verdict", said.into())]) };
        return tag::tag(if same { "good" } else { "care" }, label);
    }
    let holder = Holder::from(spoken.party);
    let since = times.get(spoken.id.as_str()).copied().unwrap_or(now);
    let until = spoken.until(day(holder, since));
    if day(holder, now) > until {
        return tag::tag("void", t(lang, "spoken-fell-away"));
    }
    tag::tag("care", tf(lang, "spoken-unconfirmed", [("date", civil_date(lang, until).into())]))
}

/// The fields of a side: verdict, words and their language.
const fn fields(side: Delegation) -> [&'static str; 3] {
    match side {
        Delegation::Il => ["verdict_il", "words_il", "lang_il"],
        Delegation::Sy => ["verdict_sy", "words_sy", "lang_sy"],
    }
}

/// One side of the roll; whoever was not called is left out.
fn called(form: &Form, side: Delegation) -> AnyView {
    let (lang, code) = (form.lang, side.party().code());
    let [verdict, words, language] = fields(side);
    let verdicts = Verdict::ALL.map(|verdict| (verdict.code(), word(lang, "verdict", verdict.code()), None));
    let all = std::iter::once(("", t(lang, "roll-not-called"), None)).chain(verdicts).collect();
    view! {
        <div class="sides__side">
            {form.choices(verdict, t(lang, &format!("roll-{code}")), all, "")}
            {form.line(words, t(lang, &format!("roll-words-{code}")), None, "", None)}
            {form.language_of(language, t(lang, &format!("roll-language-{code}")), side.party().language())}
        </div>
    }
    .into_any()
}

/// Positions on an item that is pinned to a version: what was spoken, and the form that notes it.
pub(super) fn spoken(
    open: &Opened,
    forms: &Forms,
    item: &Item,
    runs: bool,
    told: impl Fn(&SpokenPosition) -> AnyView,
) -> Option<AnyView> {
    let lang = open.lang;
    item.pin.as_ref()?;
    let with_deed = |one: &SpokenPosition| {
        let off = runs.then(|| {
            let form = forms.drop.about("spoken", one.id.as_str());
            form.small_button(&[("meeting", open.id()), ("spoken", one.id.as_str())], t(lang, "spoken-drop"), None)
        });
        view! { {told(one)}{off} }.into_any()
    };
    let note = runs.then(|| {
        let form = &forms.note;
        view! {
            <details class="disclosure" open=form.is_sent_back()>
                <summary>{t(lang, "roll-call")}</summary>
                {form.summary()}
                <form method="post" action=form.action>
                    {form.hidden(&[("meeting", open.id()), ("item", item.id.as_str())])}
                    <div class="sides">{Delegation::BOTH.map(|side| called(form, side)).into_iter().collect_view()}</div>
                    {form.actions(t(lang, "spoken-note-deed"), "button button--secondary")}
                </form>
            </details>
        }
    });
    Some(
        view! { {cards::positions(lang, &open.meeting, item, with_deed)} {note} <p class="muted">{t(lang, "spoken-hint")}</p> }
            .into_any(),
    )
}

/// Puts words on the table.
#[server(prefix = "/do", endpoint = "propose-wording")]
pub async fn propose_wording() -> Result<(), ServerFnError> {
    post(|ask, mut form| async move {
        let words = Lang::ALL.map(|of| form.lines(field(of), SUMMARY_LIMIT));
        let item = form.raw("item").into();
        act(&ask, &form, "/console", "said-wording-proposed", move |meeting: &Meeting, viewer, at| {
            decision::propose(meeting, viewer, &item, words.clone(), at)
        })
        .await
    })
    .await
}

/// The co-chair's press on *agreed*.
#[server(prefix = "/do", endpoint = "agree-wording")]
pub async fn agree_wording() -> Result<(), ServerFnError> {
    post(|ask, form| async move {
        let hash = form.raw("hash").to_owned();
        act(&ask, &form, "/console", "said-wording-agreed", move |meeting: &Meeting, viewer, at| {
            decision::agree(meeting, viewer, &hash, at)
        })
        .await
    })
    .await
}

/// Takes a press back.
#[server(prefix = "/do", endpoint = "take-back-wording")]
pub async fn take_back_wording() -> Result<(), ServerFnError> {
    post(|ask, form| async move {
        let hash = form.raw("hash").to_owned();
        act(&ask, &form, "/console", "said-wording-taken-back", move |meeting: &Meeting, viewer, at| {
            decision::take_back(meeting, viewer, &hash, at)
        })
        .await
    })
    .await
}

async fn heard(ask: &Ask, form: &mut Posted) -> Result<Vec<Heard>, Outcome> {
    let mut said = Vec::new();
    for side in Delegation::BOTH {
        let [verdict, words, language] = fields(side);
        if form.raw(verdict).is_empty() {
            continue;
        }
        let verdict = form.choice(verdict, |code| Verdict::ALL.into_iter().find(|verdict| verdict.code() == code));
        let lang = Lang::parse(form.raw(language)).unwrap_or(side.party().language());
        let words = Note { lang, text: form.optional(words, NOTE_LIMIT) };
        said.extend(verdict.map(|verdict| (side, verdict, words)));
    }
    if said.is_empty() {
        form.wrong("verdict_il", "choose");
    }
    form.checked()?;
    let mut open = Opened::load(ask, form.raw("meeting")).await.map_err(|stop| form.stopped(stop))?;
    let pinned = open.meeting.items().into_iter().find(|item| item.id.as_str() == form.raw("item")).and_then(|item| item.pin);
    let ballot_id = match pinned {
        Some(pin) => store::meeting::open_ballot(&mut open.member.tx, &pin.project_id).await.map_err(|_| Outcome::Failed)?,
        None => None,
    };
    let heard = |(side, verdict, words)| Heard { side, verdict, words, ballot_id: ballot_id.clone() };
    Ok(said.into_iter().map(heard).collect())
}

/// Notes what the sides said when they were called.
#[server(prefix = "/do", endpoint = "note-position")]
pub async fn note_position() -> Result<(), ServerFnError> {
    post(|ask, mut form| async move {
        let heard = heard(&ask, &mut form).await?;
        let item = form.raw("item").into();
        act(&ask, &form, "/console", "said-position-noted", move |meeting: &Meeting, viewer, at| {
            decision::call_roll(meeting, viewer, &item, &heard, at)
        })
        .await
    })
    .await
}

/// Takes a position off that was noted by mistake.
#[server(prefix = "/do", endpoint = "drop-position")]
pub async fn drop_position() -> Result<(), ServerFnError> {
    post(|ask, form| async move {
        let id = form.raw("spoken").into();
        act(&ask, &form, "/console", "said-position-dropped", move |meeting: &Meeting, viewer, at| {
            decision::drop_position(meeting, viewer, &id, at)
        })
        .await
    })
    .await
}
