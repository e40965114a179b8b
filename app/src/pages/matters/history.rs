//! What was said and done in a matter, in its order: the answers and the hand-over.

use domain::matter::{HandOver, Matter, MatterReply};
use domain::party::Party;
use domain::text::Lang;
use domain::time::Timestamp;
use leptos::prelude::*;

use crate::components::tag;
use crate::markdown::prose;
use crate::request::Member;
use crate::text::{moment_in, t};

/// The answers and the hand-over, the first one first.
pub(crate) fn told(lang: Lang, member: &Member, matter: &Matter) -> AnyView {
    let mut all: Vec<(Timestamp, AnyView)> =
        matter.replies.iter().map(|(one, at)| (*at, reply(lang, member, one, *at))).collect();
    all.extend(matter.handed_over.iter().map(|(one, at)| (*at, handed_over(lang, member, one, *at))));
    all.sort_by_key(|(at, _)| *at);
    let nothing = all.is_empty().then(|| view! { <p class="muted">{t(lang, "matter-no-answer")}</p> });
    let rows = all.into_iter().map(|(_, row)| row).collect_view();
    view! { <h3>{t(lang, "matter-answers")}</h3>{nothing}<ul class="stack">{rows}</ul> }.into_any()
}

/// Who says it, and when.
fn by(lang: Lang, member: &Member, (party, office): (Party, String), at: Timestamp) -> AnyView {
    let party = tag::tag("plain", t(lang, &format!("party-{}", party.code())));
    let time = moment_in(lang, member.viewer.party, at);
    view! { <p class="muted">{party}" "<bdi>{office}</bdi>" · "{time}</p> }.into_any()
}

fn reply(lang: Lang, member: &Member, one: &MatterReply, at: Timestamp) -> AnyView {
    let office = member.people.named(&one.person_id);
    view! { <li>{by(lang, member, (one.party, office), at)}{prose(one.lang, &one.text)}</li> }.into_any()
}

fn handed_over(lang: Lang, member: &Member, one: &HandOver, at: Timestamp) -> AnyView {
    let said = match (&one.note, &one.person_id) {
        (Some(note), Some(person)) => {
            let office = member.people.named(person);
            view! { {by(lang, member, (one.party, office), at)}{prose(one.lang.unwrap_or(lang), note)} }.into_any()
        }
        _ => {
            view! { <p class="muted">{t(lang, "matter-handed-over-by-clock")}" · "{moment_in(lang, member.viewer.party, at)}</p> }
                .into_any()
        }
    };
    view! { <li><p><strong>{t(lang, "matter-handed-over")}</strong></p>{said}</li> }.into_any()
}
