//! Statements for the record: what one side alone says, in its own words.

use domain::meeting::minutes::Statement;
use domain::policy::{self, Action};
use leptos::prelude::*;
use store::meeting::Times;

use crate::components::{self, hash};
use crate::pages::meetings::Opened;
use crate::text::{moment_in, t};

/// What the sides said, each alone, and the way to say more.
pub(super) fn sheet(open: &Opened, times: &Times) -> AnyView {
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
    let filing = may.then(|| {
        view! { <p class="no-print"><a class="button button--secondary" href=open.address("/statement")>{t(lang, "statement-file")}</a></p> }
    });
    components::sheet(t(lang, "statements-title"), view! { <ul class="stack">{rows}</ul> {none} {filing} })
}
