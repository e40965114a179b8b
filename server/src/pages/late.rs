//! Forms that come after their session has ended: nothing is done, and what was typed goes back to the same person after signing
//! in. It travels sealed through the sign-in form, so nothing is stored for somebody who may never come back.

use app::form::{Flash, Posted};
use app::frame::Class;
use app::pages::{error, sign_in};
use app::request::{Ask, Fields};
use axum::response::Response;
use domain::id::PersonId;
use http::HeaderMap;
use serde::{Deserialize, Serialize};
use store::Readers;
use tower_sessions::Session;

use super::outcome::{back, keep_for, returned, sent_back};
use super::{Shared, Visit};
use crate::form_body::Sent;
use crate::session;

/// A late form, as it travels through the sign-in form.
#[derive(Debug, Serialize, Deserialize)]
struct Kept {
    person: PersonId,
    form: String,
    page: String,
    typed: Fields,
}

/// The refusal that a form comes back with.
const ENDED: &str = "session-ended";

fn flash(typed: Fields) -> Flash {
    Flash { refusal: Some((ENDED.to_owned(), vec![])), values: typed, ..Flash::default() }
}

/// What a late form is answered with: the same form again for whoever has signed in meanwhile, the sign-in page where it is known
/// whose session it was, else a page that shows what was typed.
pub async fn answer(shared: &Shared, visit: Visit, form: &'static str, headers: &HeaderMap) -> Response {
    let typed = Posted::of(visit.ask.clone()).typed();
    // One of our own forms has a token and a page to go back to; what has neither is shown and nothing more.
    let has = |name: &str| !visit.ask.field(name).is_empty();
    let signed_in = visit.ask.session.person.is_some();
    if signed_in && has("form_token") && has("back") {
        return sent_back(shared, &visit, form, &flash(typed)).await;
    }
    let owner = if signed_in { None } else { session::owner(&shared.portal.db, headers).await.ok().flatten() };
    let Some(person) = owner.filter(|_| !form.ends_with("/sign-in")) else {
        return super::answer(&visit, Class::Member, error::stale_form(&visit.ask), None);
    };
    let visit = in_language_of(shared, visit, &person).await;
    let kept = Kept { person, form: form.to_owned(), page: back(&visit.ask), typed };
    let sealed = serde_json::to_string(&kept).map(|words| shared.seal.close(&words)).unwrap_or_default();
    let page = sign_in::late(&visit.ask, &sealed);
    super::answer(&visit, Class::Member, page, None)
}

/// The same visit in the language of that person's desk.
async fn in_language_of(shared: &Shared, visit: Visit, person: &PersonId) -> Visit {
    let Ok(mut tx) = shared.portal.db.read(&Readers::public()).await else { return visit };
    let Ok(Some(account)) = store::account::find(&mut tx, person).await else { return visit };
    let ask = &visit.ask;
    let sent = Sent { fields: ask.fields.clone(), upload: None };
    let origin = super::Origin { client: ask.client, device: &ask.device, screen: &ask.screen };
    let ask = super::ask(shared, ask.session.clone(), super::Looks::from(&account), (&ask.path, ask.query.clone()), sent, origin);
    Visit { ask, ..visit }
}

/// After signing in: where the late form waits with what was typed, if this is the person who typed it.
pub async fn restore(shared: &Shared, session: &Session, ask: &Ask, person: &PersonId) -> Option<String> {
    let kept: Kept = serde_json::from_str(&shared.seal.read(ask.field("kept"))?).ok()?;
    if kept.person != *person {
        return None;
    }
    let id_hash = session::hash_of(&session.id()?);
    let id = keep_for(shared, ask, id_hash, &kept.form, &flash(kept.typed)).await?;
    Some(returned(&kept.page, &kept.form, &id))
}
