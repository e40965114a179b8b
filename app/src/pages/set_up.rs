//! `/setup`: the first page of a fresh portal, opened by a key that only the server's console shows. It names the portal and its
//! first people, each of whom sets the own password with a link; then it closes for good.

use std::sync::Arc;
use std::sync::atomic::Ordering;

use domain::enrolment::{Grant, Newcomer};
use domain::id::{GroupId, Occasion, PersonId};
use domain::party::Party;
use domain::person::Role;
use domain::project::Sector;
use domain::text::{self as rules, Lang, TITLE_LIMIT, Trilingual};
use domain::time::Timestamp;
use leptos::prelude::*;
use store::person::Enrolment;
use store::{Readers, Tx};

use super::sign_in::open_to;
use crate::access::link::{self, INVITATION, new_key};
use crate::components::{head, row, sheet};
use crate::form::{Flash, Form, Outcome, Posted, post};
use crate::founding;
use crate::frame::Page;
use crate::request::{Ask, Stop, with_lang};
use crate::text::{t, word};

/// Longest name of a portal.
const NAME_LIMIT: usize = 80;
/// How long the mandates of the first people hold, in days.
const MANDATE_DAYS: i64 = 365;

/// The first people: the field that names each, their party and role. The supervisor begins with two officers, since two of them
/// together let others in.
const FIRST: [(&str, Party, Role); 5] = [
    ("il", Party::Il, Role::Head),
    ("sy", Party::Sy, Role::Head),
    ("us", Party::Us, Role::Officer),
    ("us_second", Party::Us, Role::Officer),
    ("none", Party::None, Role::Administrator),
];

/// `/setup`
pub async fn page(ask: Ask) -> Result<Page, Stop> {
    if ask.portal.founded.load(Ordering::Acquire) {
        return done(&ask).await;
    }
    let lang = ask.lang;
    let mut tx = ask.portal.db.read(&Readers::public()).await?;
    let form = Form::load(&ask, &mut tx, "/do/set-up").await?;
    let names = Lang::ALL
        .map(|of| form.line(field(of), t(lang, &format!("setup-name-{}", of.code())), None, &t(of, "portal-name"), Some(of)));
    let people = FIRST.map(|(key, party, role)| person_fields(&form, key, party, role));
    let body = view! {
        {head::plain(&t(lang, "setup-title"), Some(t(lang, "setup-lede")))}
        {form.summary()}
        <form method="post" action=form.action>
            {form.hidden(&[])}
            {form.field("key", t(lang, "setup-key"), Some(t(lang, "setup-key-hint")), |control| view! {
                <input type="text" id=control.id name="key" value=form.value("key", "") dir="ltr" autocomplete="off" aria-describedby=control.described />
            }.into_any())}
            <p><code dir="ltr">"portal setup-key"</code></p>
            {sheet(t(lang, "setup-portal"), view! {
                {names.into_iter().collect_view()}
                <dl class="summary-list">
                    {row(t(lang, "setup-address"), view! { <bdi dir="ltr">{ask.portal.origin.clone()}</bdi> })}
                    {row(t(lang, "setup-mail"), t(lang, "setup-mail-spool"))}
                </dl>
            })}
            {people.into_iter().collect_view()}
            {form.actions(t(lang, "setup-deed"), "button")}
        </form>
    };
    Ok(Page::new(t(lang, "setup-title"), body).narrow().status(form.status()))
}

const fn field(lang: Lang) -> &'static str {
    match lang {
        Lang::En => "name_en",
        Lang::He => "name_he",
        Lang::Ar => "name_ar",
    }
}

/// The names of the two fields of a person.
fn fields(key: &str) -> [&'static str; 2] {
    match key {
        "il" => ["il_name", "il_email"],
        "sy" => ["sy_name", "sy_email"],
        "us" => ["us_name", "us_email"],
        "us_second" => ["us_second_name", "us_second_email"],
        _ => ["none_name", "none_email"],
    }
}

fn person_fields(form: &Form, key: &'static str, party: Party, role: Role) -> AnyView {
    let lang = form.lang;
    let [name, email] = fields(key);
    let office = founding::office(role, None, party).remove(&lang).unwrap_or_default();
    let title = if key == "us_second" { format!("{office} · 2") } else { office };
    sheet(
        title,
        view! {
            {form.line(name, t(lang, "field-name"), None, "", None)}
            {form.field(email, t(lang, "field-email-label"), None, |control| view! {
                <input type="email" id=control.id name=email value=form.value(email, "") dir="ltr" autocomplete="off" aria-describedby=control.described />
            }.into_any())}
        },
    )
}

/// Once, for whoever set the portal up: the links to hand over. For everybody else there is nothing here.
async fn done(ask: &Ask) -> Result<Page, Stop> {
    let lang = ask.lang;
    let mut tx = ask.portal.db.read(&Readers::public()).await?;
    let flash = Flash::said(ask, &mut tx).await?.ok_or(Stop::NotFound)?;
    let rows =
        flash.values.into_iter().map(|(who, link)| row(who, view! { <code dir="ltr" class="wrap">{link}</code> })).collect_view();
    let body = view! {
        {head::plain(&t(lang, "setup-done"), Some(t(lang, "setup-done-lede")))}
        <dl class="summary-list">{rows}</dl>
        <p><a class="button" href=format!("/{}", lang.code())>{t(lang, "nav-home")}</a></p>
    };
    Ok(Page::new(t(lang, "setup-done"), body).narrow())
}

/// Everything that the form says, parsed.
struct Beginning {
    names: Trilingual,
    people: Vec<Newcomer>,
}

fn read(ask: &Ask, form: &mut Posted, groups: &[GroupId]) -> Beginning {
    let names = Lang::ALL.map(|of| (of, form.line(field(of), NAME_LIMIT))).into_iter().collect();
    let mut people: Vec<Newcomer> = Vec::new();
    for (key, party, role) in FIRST {
        let [name_field, email_field] = fields(key);
        let (name, email) = (form.line(name_field, TITLE_LIMIT), form.email(email_field));
        if people.iter().any(|other| other.email == email && !email.is_empty()) {
            form.wrong(email_field, "twice");
        }
        let grant = Grant { role, group_id: None, groups: groups.to_vec(), until: ask.now.plus_days(MANDATE_DAYS), letter: None };
        people.push(Newcomer { name, office: founding::office(role, None, party), email, grant });
    }
    Beginning { names, people }
}

/// Sets the portal up: its kind, its groups, its name and its first people, all or nothing. The key is good once.
#[server(prefix = "/do", endpoint = "set-up")]
pub async fn set_up() -> Result<(), ServerFnError> {
    post(|ask, mut form| async move {
        if ask.portal.founded.load(Ordering::Acquire) {
            return Err(Outcome::NotFound);
        }
        let occasion = ask.occasion();
        let mut ids = occasion.branch("groups").ids();
        let groups: Vec<_> = Sector::ALL.map(|sector| founding::group(sector, ids.fresh::<GroupId>())).to_vec();
        let own: Vec<_> = groups.iter().map(|group| group.id.clone()).collect();
        let new = read(&ask, &mut form, &own);
        form.checked()?;
        open_to(&ask, "set-up", &mut form, "key")?;
        let links: Vec<_> = FIRST.iter().map(|(key, ..)| rules::hash(&format!("{} {key}", new_key(&ask)))).collect();
        let given = Arc::new((rules::hash(form.raw("key").trim()), groups, new, links.clone()));
        let done = ask.portal.db.write(Readers::public(), move |tx| {
            let given = Arc::clone(&given);
            Box::pin(async move { found(tx, &given.0, &given.1, &given.2, &given.3, occasion).await })
        });
        let founded = done.await.map_err(|error: store::Error| {
            tracing::error!(request = ask.id, %error, "the portal could not be set up");
            Outcome::Failed
        })?;
        let Some(names) = founded else {
            return Err(form.back_with("key", "wrong-key"));
        };
        // Said once: whoever was quicker has said it.
        let _ = ask.portal.names.set(names);
        ask.portal.founded.store(true, Ordering::Release);
        Ok(handing_over(&ask, &links))
    })
    .await
}

/// The transaction: `None` where the key does not fit, and then nothing is written.
async fn found(
    tx: &mut Tx,
    key: &str,
    groups: &[store::group::Group],
    new: &Beginning,
    links: &[String],
    occasion: Occasion,
) -> Result<Option<Trilingual>, store::Error> {
    if !store::set_up::key_fits(tx, key).await? || store::account::kind(tx).await?.is_some() {
        return Ok(None);
    }
    store::account::set_kind(tx, "live").await?;
    store::set_up::name(tx, &new.names).await?;
    for group in groups {
        store::group::insert(tx, group).await?;
    }
    for ((newcomer, (key, party, _)), link) in new.people.iter().zip(FIRST).zip(links) {
        let occasion = occasion.branch(key);
        let id: PersonId = occasion.branch("id").ids().fresh();
        let person = Enrolment::of(newcomer, id, party);
        store::person::enrol(tx, &person, None, occasion, "set-up").await?;
        store::invitation::insert(tx, &person.id, &rules::hash(link), Timestamp(occasion.at.0 + INVITATION)).await?;
    }
    store::set_up::drop_keys(tx).await?;
    Ok(Some(new.names.clone()))
}

/// The page that shows the links once.
fn handing_over(ask: &Ask, links: &[String]) -> Outcome {
    let lang = ask.lang;
    let links = FIRST.iter().zip(links).map(|((_, party, role), key)| {
        let who = if *party == Party::None {
            word(lang, "role", role.code())
        } else {
            founding::office(*role, None, *party).remove(&lang).unwrap_or_default()
        };
        (who, link::address(&ask.portal, party.language(), key))
    });
    Outcome::Says(Box::new(Flash { values: links.collect(), ..Flash::default() }), with_lang("/setup", lang))
}
