//! Inviting somebody: who, with which role, for how long. A head's yes is enough for a delegation; for the supervisor a second officer
//! says yes on the list. The link goes by mail; without mail it is shown once to whoever invited, who hands it over.

use domain::change::Command;
use domain::enrolment::{GivenLetter, Grant, Newcomer, Proposed, Yes, may_grant};
use domain::id::{AttachmentId, GroupId, PersonId};
use domain::party::Party;
use domain::person::Role;
use domain::refusal::Refusal;
use domain::text::{Lang, TITLE_LIMIT};
use domain::time::Timestamp;
use domain::viewer::Viewer;
use leptos::prelude::*;
use store::group::Group;
use store::person::Enrolment;
use store::{Failure, Readers, outbox};

use super::{LIST, manager, nominations};
use crate::access::doors;
use crate::access::link::{self, INVITATION, new_key};
use crate::components::head;
use crate::form::{Flash, Form, Outcome, Posted, post};
use crate::frame::Page;
use crate::pages::files::received::{Authors, received};
use crate::pages::{confirm, files};
use crate::request::{Ask, Member, Stop};
use crate::text::{end_of_typed, t, word};

/// `/desk/admin/people/new`
pub async fn page(ask: Ask) -> Result<Page, Stop> {
    let lang = ask.lang;
    let mut member = manager(&ask).await?;
    let again = confirm::again(&ask, &mut member).await?;
    let form = Form::load(&ask, &mut member.tx, "/do/invite").await?.asking(again);
    let groups = store::group::all(&mut member.tx).await?;
    let names = Lang::ALL.map(|of| form.line(office(of), t(lang, &format!("people-office-{}", of.code())), None, "", Some(of)));
    let body = view! {
        {head::plain(&t(lang, "people-invite"), Some(t(lang, "people-invite-lede")))}
        {form.summary()}
        <form method="post" action=form.action enctype="multipart/form-data">
            {form.hidden(&[])}
            {form.line("name", t(lang, "field-name"), Some(t(lang, "people-name-hint")), "", None)}
            {form.field("email", t(lang, "field-email-label"), None, |control| view! {
                <input type="email" id=control.id name="email" value=form.value("email", "") dir="ltr" autocomplete="off" aria-describedby=control.described />
            }.into_any())}
            {names.into_iter().collect_view()}
            {grant_fields(&ask, &member, &form, &groups)}
            {confirm::fields(&form)}
            {form.actions(t(lang, "people-invite-deed"), "button")}
        </form>
    };
    let page = Page::new(t(lang, "people-invite"), body).crumb(t(lang, "nav-desk"), "/desk").crumb(t(lang, "people-title"), LIST);
    Ok(page.narrow().of(&member).status(form.status()))
}

const fn office(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "office_en",
        Lang::He => "office_he",
        Lang::Ar => "office_ar",
    }
}

/// Role, group and until when.
pub(crate) fn grant_fields(ask: &Ask, member: &Member, form: &Form, groups: &[Group]) -> AnyView {
    let lang = form.lang;
    let roles = Role::ALL.into_iter().filter(|role| role.fits(member.viewer.party));
    let roles = roles.map(|role| (role.code().to_owned(), word(lang, "role", role.code()))).collect();
    let all = (String::new(), t(lang, "account-all-groups"));
    let groups =
        std::iter::once(all).chain(groups.iter().map(|group| (group.slug.clone(), group.name(lang).to_owned()))).collect();
    let year = crate::text::iso(ask.now.plus_days(365)).chars().take(10).collect::<String>();
    let until = form.value("until", &year);
    view! {
        {form.select("role", t(lang, "people-role"), None, roles, Role::Member.code())}
        {form.select("group", t(lang, "people-group"), Some(t(lang, "people-group-hint")), groups, "")}
        {form.field("until", t(lang, "people-until"), Some(t(lang, "people-until-hint")), |control| view! {
            <input type="date" id=control.id name="until" value=until dir="ltr" aria-describedby=control.described />
        }.into_any())}
        {form.file(t(lang, "people-letter"), Some(files::hint(lang)), None)}
    }
    .into_any()
}

/// The grant that a form asks for; what is wrong is said beside its field.
pub(crate) async fn grant_of(ask: &Ask, party: Party, form: &mut Posted) -> Result<Grant, Outcome> {
    let failed = |error: store::Error| deeds_failed(ask, &error);
    let mut tx = ask.portal.db.read(&Readers::public()).await.map_err(failed)?;
    let groups = store::group::all(&mut tx).await.map_err(failed)?;
    let role = form.choice("role", |code| Role::ALL.into_iter().find(|role| role.code() == code)).unwrap_or(Role::Member);
    let slug = form.raw("group").to_owned();
    let chosen = groups.iter().find(|group| group.slug == slug);
    if (chosen.is_none() && !slug.is_empty()) || (slug.is_empty() && role == Role::CoChair) {
        form.wrong("group", "choose");
    }
    let until = end_of_typed(form.raw("until")).filter(|until| *until > ask.now);
    if until.is_none() {
        form.wrong("until", "ahead");
    }
    let own: Vec<GroupId> = chosen.map_or_else(|| groups.iter().map(|one| one.id.clone()).collect(), |one| vec![one.id.clone()]);
    let (group_id, until) = (chosen.map(|one| one.id.clone()), until.unwrap_or(ask.now));
    if role == Role::CoChair
        && let Some(group) = &group_id
        && store::person::has_co_chair(&mut tx, party, group, form.raw("person")).await.map_err(failed)?
    {
        form.wrong("role", "seat-taken");
    }
    Ok(Grant { role, group_id, groups: own, until, letter: None })
}

/// Keeps the letter that came with the form, when everything else in it is right; nothing where none came.
pub(crate) async fn keep_letter(ask: &Ask, form: &mut Posted, grant: &mut Grant) -> Result<(), Outcome> {
    let found = received(form, ask.upload.clone(), Authors::Kept).await;
    form.checked()?;
    let Some(found) = found.filter(|_| grant.role.power().is_some()) else { return Ok(()) };
    let file_id: AttachmentId = ask.occasion().branch("letter").ids().fresh();
    let (name, media_type) = (found.name.clone(), found.media_type.to_owned());
    grant.letter =
        Some(GivenLetter { file_id: file_id.clone(), name, media_type, size: found.size, digest: found.digest.clone() });
    found.keep(ask, &file_id).await
}

/// Logs why something about people could not be done.
pub(crate) fn deeds_failed(ask: &Ask, error: &store::Error) -> Outcome {
    tracing::error!(request = ask.id, %error, "something about people could not be done");
    Outcome::Failed
}

async fn newcomer_of(ask: &Ask, viewer: &Viewer, form: &mut Posted) -> Result<Newcomer, Outcome> {
    let name = form.line("name", TITLE_LIMIT);
    let email = form.email("email");
    let office = Lang::ALL.map(|of| (of, form.line(office(of), TITLE_LIMIT))).into_iter().collect();
    let grant = grant_of(ask, viewer.party, form).await?;
    let mut tx = ask.portal.db.read(&Readers::public()).await.map_err(|error| deeds_failed(ask, &error))?;
    if store::account::find_by_email(&mut tx, &email).await.map_err(|error| deeds_failed(ask, &error))?.is_some() {
        form.wrong("email", "taken");
    }
    Ok(Newcomer { name, office, email, grant })
}

/// Invites somebody, or proposes them to the second officer.
#[server(prefix = "/do", endpoint = "invite")]
pub async fn invite() -> Result<(), ServerFnError> {
    post(|ask, mut form| async move {
        let viewer = manager(&ask).await.map_err(|_| Outcome::NotFound)?.viewer;
        let mut newcomer = newcomer_of(&ask, &viewer, &mut form).await?;
        form.checked()?;
        confirm::asked(&ask, &mut form).await?;
        keep_letter(&ask, &mut form, &mut newcomer.grant).await?;
        match may_grant(&viewer, &newcomer.grant, ask.now) {
            Ok(Yes::One) => enrol(&ask, &form, &viewer, newcomer, None).await,
            Ok(Yes::Two) => nominations::propose(&ask, &form, &viewer, &Proposed::Newcomer(newcomer)).await,
            Err(refusal) => Ok(form.outcome(Err(Failure::Refused(refusal)), "said-invited")),
        }
    })
    .await
}

/// Enrols somebody with a link; both, and the answer to a nomination, in one transaction.
pub(super) async fn enrol(
    ask: &Ask,
    form: &Posted,
    viewer: &Viewer,
    newcomer: Newcomer,
    nomination: Option<String>,
) -> Result<Outcome, Outcome> {
    let (by, party) = (viewer.person_id.clone(), viewer.party);
    let new = Enrolment::of(&newcomer, ask.occasion().branch("person").ids().fresh(), party);
    let (key, until, occasion) = (new_key(ask), Timestamp(ask.now.0 + INVITATION), ask.occasion());
    let (request, given, hash, person) = (form.request()?, ask.clone(), domain::text::hash(&key), new.id.clone());
    let posted = ask.portal.posts;
    let done = ask.portal.db.write(Readers::security(), move |tx| {
        let (new, by, request, ask, hash, nomination) =
            (new.clone(), by.clone(), request.clone(), given.clone(), hash.clone(), nomination.clone());
        Box::pin(async move {
            store::form_key::repeated(tx, &request).await?;
            if let Some(nomination) = nomination
                && !store::staff::drop_nomination(tx, party, &nomination).await?
            {
                return Err(Failure::Refused(Refusal::AlreadyGiven));
            }
            store::person::enrol(tx, &new, Some((&by, party)), occasion, &request.id).await?;
            if posted {
                outbox::add(tx, outbox::Kind::Invitation, &new.id, None, occasion).await?;
            } else {
                store::invitation::insert(tx, &new.id, &hash, until).await?;
            }
            doors::record(tx, &ask, Command::MakeLink, &new.id).await?;
            store::form_key::claim(tx, &request, LIST).await?;
            Ok(())
        })
    });
    match done.await {
        Ok(()) if posted => Ok(Outcome::Done(format!("{LIST}/{person}"), "said-link-sent")),
        Ok(()) => Ok(handing_over(ask, &person, party.language(), &key, "said-invited")),
        Err(failure) => Ok(form.outcome(Err(failure), "said-invited")),
    }
}

/// The page of a person, with the link that is shown once.
pub(crate) fn handing_over(ask: &Ask, person: &PersonId, lang: Lang, key: &str, said: &str) -> Outcome {
    let link = link::address(&ask.portal, lang, key);
    let says = Flash { done: Some(said.to_owned()), values: vec![("link".to_owned(), link)], ..Flash::default() };
    Outcome::Says(Box::new(says), format!("{LIST}/{person}"))
}
