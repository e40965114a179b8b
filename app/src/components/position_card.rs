//! Position cards: one for each delegation, equal in size and place, and the gate under both. Never a sum.

use domain::facts::Facts;
use domain::id::BallotId;
use domain::party::Delegation;
use domain::position::Position;
use domain::sign_off::Decision;
use domain::text::Lang;
use leptos::prelude::*;

use super::{row, tag};
use crate::markdown::prose;
use crate::request::People;
use crate::text::{t, tf, word};

/// Both cards of a ballot and the gate.
#[must_use]
pub fn cards(lang: Lang, facts: &Facts, ballot: &BallotId, people: &People) -> AnyView {
    let cards = Delegation::BOTH.into_iter().map(|side| card(lang, facts, ballot, side, people)).collect_view();
    view! { <div class="position-cards">{cards}{gate(lang, facts)}</div> }.into_any()
}

fn card(lang: Lang, facts: &Facts, ballot: &BallotId, side: Delegation, people: &People) -> AnyView {
    let name = t(lang, &format!("party-{}", side.party().code()));
    let newest = facts.positions.iter().filter(|one| one.ballot_id == *ballot && one.party == side).max_by_key(|one| one.number);
    match newest {
        None => view! {
            <article class="position-card position-card--none">
                <h3 class="position-card__party">{name}</h3>
                <p class="position-card__verdict">{t(lang, "position-none")}</p>
            </article>
        }
        .into_any(),
        Some(position) => given(lang, facts, position, name, people),
    }
}

fn given(lang: Lang, facts: &Facts, position: &Position, name: String, people: &People) -> AnyView {
    let void = facts.is_outdated(position) || facts.is_withdrawn(&position.id);
    let class = if void { "position-card position-card--outdated" } else { "position-card" };
    let note = if facts.is_withdrawn(&position.id) {
        Some(tag::tag("void", t(lang, "position-withdrawn")))
    } else if void {
        Some(tag::tag("void", t(lang, "position-outdated")))
    } else {
        None
    };
    let conditions = facts.conditions.iter().filter(|one| one.position_id.as_ref() == Some(&position.id)).count();
    let conditions = (conditions > 0)
        .then(|| tag::tag("care", tf(lang, "position-conditions", [("count", i64::try_from(conditions).unwrap_or(0).into())])));
    let statement = (!position.statement.is_empty())
        .then(|| view! { <div class="position-card__statement">{prose(position.lang, &position.statement)}</div> });
    let office = people.office(&position.person_id);
    view! {
        <article class=class>
            <h3 class="position-card__party">{name}</h3>
            <p class="position-card__verdict">{tag::verdict(lang, position.verdict)}" "{conditions}" "{note}</p>
            <dl class="summary-list summary-list--stacked">
                {row(t(lang, "field-office"), view! { <bdi>{office}</bdi> })}
                {row(t(lang, "field-hash"), super::hash::short(&position.content_hash))}
            </dl>
            {statement}
        </article>
    }
    .into_any()
}

fn gate(lang: Lang, facts: &Facts) -> AnyView {
    let decision = facts.dossier_ballot().and_then(|ballot| facts.sign_off_of(&ballot.id)).map(|one| one.decision);
    let signed = decision == Some(Decision::Signed);
    let class = if signed { "gate-bar gate-bar--signed" } else { "gate-bar gate-bar--closed" };
    let text = decision.map_or_else(|| t(lang, "gate-waits"), |decision| word(lang, "gate", decision.code()));
    view! {
        <div class=class><span class="gate-bar__ring" aria-hidden="true"></span><p class="gate-bar__text">{text}</p></div>
    }
    .into_any()
}
