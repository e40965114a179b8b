//! Statements for the record: what one side alone says, in its own words.

use domain::meeting::Meeting;
use domain::meeting::minutes::{self, Minutes, Statement};
use domain::policy::{self, Action};
use leptos::prelude::*;
use store::meeting::Times;

use crate::components::{self, hash};
use crate::form::{Form, post};
use crate::pages::meetings::{Opened, act};
use crate::text::{moment_in, t, tf};

/// What one side alone says, in its own words.
pub(super) fn sheet(open: &Opened, form: &Form, times: &Times) -> AnyView {
    let (lang, meeting) = (open.lang, &open.meeting);
    let one = |statement: &Statement| {
        let text = statement.text.clone();
        let at = times.get(statement.id.as_str()).map(|at| moment_in(lang, open.member.viewer.party, *at));
        let about = statement.about_hash.as_deref().map(hash::short);
        view! {
            <li class="statement">
                <p><strong>{t(lang, &format!("statement-of-{}", statement.party.code()))}</strong>" · "{at}" "{about}</p>
                <p lang=statement.lang.code() dir=statement.lang.dir()>{text}</p>
            </li>
        }
    };
    let rows: Vec<_> = meeting.statements.iter().map(one).collect();
    let none = rows.is_empty().then(|| view! { <p class="muted">{t(lang, "statements-none")}</p> });
    let may = policy::decide(&open.member.viewer, Action::FileStatement, &meeting.start.group_id).is_ok();
    let filing = may.then(|| filing(open, form));
    components::sheet(t(lang, "statements-title"), view! { <ul class="stack">{rows}</ul> {none} {filing} })
}

fn filing(open: &Opened, form: &Form) -> AnyView {
    let (lang, meeting) = (open.lang, &open.meeting);
    let whole = std::iter::once((String::new(), t(lang, "statement-on-meeting")));
    let decisions = meeting.items().into_iter().enumerate().flat_map(|(place, item)| {
        let label =
            tf(lang, "statement-on-decision", [("place", (place + 1).into()), ("title", item.title(lang).1.to_owned().into())]);
        meeting.decided(&item.id).map(|one| (one.hash.clone(), label.clone())).collect::<Vec<_>>()
    });
    let minutes = meeting.newest_minutes().map(|newest: &Minutes| (newest.hash.clone(), t(lang, "statement-on-minutes")));
    let party = open.member.viewer.party.code();
    view! {
        <details class="disclosure" open=form.is_sent_back()>
            <summary>{t(lang, "statement-file")}</summary>
            <p>{t(lang, "statement-hint")}</p>
            {form.summary()}
            <form method="post" action=form.action>
                {form.hidden(&[("meeting", open.id())])}
                {form.select("about", t(lang, "field-statement-about"), None, whole.chain(decisions).chain(minutes).collect(), "")}
                {form.area("text", t(lang, "field-statement-text"), None, "", 4, None)}
                {form.language("note_language")}
                {form.actions(t(lang, &format!("statement-file-{party}")), "button")}
            </form>
        </details>
    }
    .into_any()
}

/// Files a statement of the own side.
#[server(prefix = "/do", endpoint = "file-statement")]
pub async fn file_statement() -> Result<(), ServerFnError> {
    post(|ask, mut form| async move {
        let words = form.note("text");
        let about = Some(form.raw("about").to_owned()).filter(|about| !about.is_empty());
        act(&ask, &form, "/minutes", "said-statement-filed", move |meeting: &Meeting, viewer, at| {
            minutes::state(meeting, viewer, about.as_deref(), &words, at)
        })
        .await
    })
    .await
}
