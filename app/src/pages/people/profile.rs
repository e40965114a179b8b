//! What others see of a person: the head offers more, the person agrees; less is set by either at once.

use std::sync::Arc;

use domain::change::Command;
use domain::id::PersonId;
use domain::profile::{Profile, may_offer, set_profile};
use domain::refusal::Refusal;
use leptos::prelude::*;
use store::perform::Request;
use store::{Failure, Readers, Tx};

use super::manager;
use crate::components::sheet;
use crate::form::{Form, Outcome, Posted, post};
use crate::pages::confirm;
use crate::request::{Ask, Member, Stop};
use crate::text::{t, tf, word};

/// The sheet on the page of a person, for their head.
///
/// # Errors
/// The database fails.
pub(super) async fn offered(member: &mut Member, form: &Form, person: &PersonId) -> Result<AnyView, Stop> {
    let lang = form.lang;
    let (now, _) = store::profile::newest(&mut member.tx, person).await?;
    let offer = store::profile::offer(&mut member.tx, person).await?;
    let waits = offer.map(|(_, offered)| {
        view! { <p>{tf(lang, "profile-waits", [("what", word(lang, "profile", offered.code()).into())])}</p> }
    });
    let options = Profile::ALL.into_iter().map(|one| (one.code().to_owned(), word(lang, "profile", one.code()))).collect();
    let fields = form.select("profile", t(lang, "profile-field"), Some(t(lang, "profile-hint")), options, now.code());
    let body = view! {
        <p>{word(lang, "profile", now.code())}</p>
        {waits}
        {confirm::folded(form, t(lang, "profile-deed"), &[("person", person.as_str())], Some(fields), "button button--secondary")}
    };
    Ok(sheet(t(lang, "account-profile"), body))
}

/// What the person sees of it on the own page: how it is, what is offered, and the way back to the office alone.
///
/// # Errors
/// The database fails.
pub(crate) async fn own(ask: &Ask, member: &mut Member) -> Result<AnyView, Stop> {
    let (lang, person) = (ask.lang, member.viewer.person_id.clone());
    let (now, _) = store::profile::newest(&mut member.tx, &person).await?;
    let offer = store::profile::offer(&mut member.tx, &person).await?;
    let form = Form::plain(ask, "/do/answer-profile", crate::form::Flash::default());
    let button = |answer: &'static str, label: String| {
        view! {
            <form method="post" action=form.action>
                {form.hidden(&[("answer", answer)])}
                <button class="button button--secondary button--small" type="submit">{label}</button>
            </form>
        }
    };
    let offered = offer.map(|(_, offered)| {
        view! {
            <p>{tf(lang, "profile-offered", [("what", word(lang, "profile", offered.code()).into())])}</p>
            <div class="cluster">{button("accept", t(lang, "profile-accept"))}{button("decline", t(lang, "profile-decline"))}</div>
        }
    });
    let back = (now != Profile::Office).then(|| button("office", t(lang, "profile-office-deed")));
    Ok(view! { <p>{word(lang, "profile", now.code())}</p> {offered} {back} }.into_any())
}

/// The head offers more, or sets less.
#[server(prefix = "/do", endpoint = "offer-profile")]
pub async fn offer_profile() -> Result<(), ServerFnError> {
    post(|ask, mut form| async move {
        manager(&ask).await.map_err(|_| Outcome::NotFound)?;
        let profile = form.choice("profile", |code| Profile::ALL.into_iter().find(|one| one.code() == code));
        form.checked()?;
        confirm::asked(&ask, &mut form).await?;
        let (person, profile) = (PersonId::from(form.raw("person")), profile.unwrap_or_default());
        let place = format!("{}/{person}", super::LIST);
        let done = change(&ask, form.request()?, person, Wish::Show(profile), place);
        Ok(form.outcome(done.await, "said-profile"))
    })
    .await
}

/// The person accepts or declines what is offered, or shows the office alone again.
#[server(prefix = "/do", endpoint = "answer-profile")]
pub async fn answer_profile() -> Result<(), ServerFnError> {
    post(|ask, form: Posted| async move {
        let person = ask.session.person.clone().ok_or(Outcome::SignIn)?;
        let wish = match form.raw("answer") {
            "accept" => Wish::Accept,
            "decline" => Wish::Decline,
            "office" => Wish::Show(Profile::Office),
            _ => return Err(Outcome::NotFound),
        };
        let done = change(&ask, form.request()?, person, wish, "/desk/account".to_owned());
        Ok(form.outcome(done.await, "said-profile"))
    })
    .await
}

/// What is to happen with a profile.
#[derive(Clone, Copy)]
enum Wish {
    /// Show this: an offer where it is more than now and somebody else's, else at once.
    Show(Profile),
    Accept,
    Decline,
}

/// Does what is wished, as the rule allows it, in one transaction; gives the page to go on to.
async fn change(ask: &Ask, request: Request, person: PersonId, wish: Wish, place: String) -> Result<String, Failure> {
    let given = Arc::new((ask.clone(), request, person, place));
    ask.portal
        .db
        .write(Readers::public(), move |tx| {
            let given = Arc::clone(&given);
            Box::pin(async move {
                let (ask, request, person, place) = &*given;
                store::form_key::repeated(tx, request).await?;
                one(tx, ask, request, person, wish).await?;
                store::form_key::claim(tx, request, place).await?;
                Ok(place.clone())
            })
        })
        .await
}

async fn one(tx: &mut Tx, ask: &Ask, request: &Request, id: &PersonId, wish: Wish) -> Result<(), Failure> {
    let viewer = store::person::viewer(tx, &request.person_id).await?.ok_or(Failure::NotFound)?;
    let person = store::staff::find(tx, id).await?.filter(|person| person.party == viewer.party).ok_or(Failure::NotFound)?;
    let (now, last) = store::profile::newest(tx, id).await?;
    let offer = store::profile::offer(tx, id).await?;
    let offered = offer.as_ref().map(|(head, profile)| (head, *profile));
    let profile = match (wish, offered) {
        (Wish::Show(profile), _) if profile > now && viewer.person_id != *id => {
            may_offer(&viewer, &person, now, profile)?;
            return Ok(store::profile::make_offer(tx, id, profile, &viewer.person_id, ask.now).await?);
        }
        (Wish::Decline, _) => return Ok(store::profile::drop_offer(tx, id).await?),
        (Wish::Accept, None) => return Err(Failure::Refused(Refusal::AlreadyEnded)),
        (Wish::Accept, Some((_, profile))) | (Wish::Show(profile), _) => profile,
    };
    let changed =
        set_profile(&viewer, &person, (now, last), profile, offered, ask.occasion().branch(Command::SetProfile.code().as_str()))?;
    store::ledger::append(tx, &changed, &request.id).await?;
    store::profile::drop_offer(tx, id).await?;
    Ok(())
}
