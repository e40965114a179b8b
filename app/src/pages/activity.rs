//! `/desk/activity`: what changed in all projects, notes and meetings that this reader may know of, newest first, with a line at their last visit.

use domain::party::Party;
use domain::text::Lang;
use domain::time::Timestamp;
use leptos::prelude::*;
use store::Visible;
use store::activity::{Deed, Filter, PAGE, Whole};
use store::group::Group;
use store::seen::Kind;

use super::history::told;
use super::own;
use super::projects::{Chosen, active_filters, any_of};
use super::subject;
use crate::components::{empty, head, tag};
use crate::form::{Flash, Form, Outcome, post};
use crate::frame::Page;
use crate::request::{Ask, Member, Stop};
use crate::routes::encode;
use crate::text::{date, moment, t, tf};

/// The parties whose deeds can be picked out.
const PARTIES: [Party; 3] = [Party::Il, Party::Sy, Party::Us];

/// What the reader has chosen to see.
struct Wanted {
    group: Option<Group>,
    person: Option<String>,
    party: Option<Party>,
}

/// `/desk/activity?group=SLUG&party=CODE&person=ID&before=TIME.ID`
pub async fn page(ask: Ask) -> Result<Page, Stop> {
    let lang = ask.lang;
    let mut member = ask.member().await?;
    let groups: Vec<Group> =
        store::group::list(&mut member.tx, &member.viewer).await?.into_iter().map(Visible::into_inner).collect();
    let chosen = Wanted {
        group: groups.iter().find(|group| group.slug == ask.query("group")).cloned(),
        person: Some(ask.query("person").to_owned()).filter(|id| !id.is_empty()),
        party: PARTIES.into_iter().find(|party| party.code() == ask.query("party")),
    };
    let filter = Filter {
        group: chosen.group.as_ref().map(|group| group.id.to_string()),
        person: chosen.person.clone(),
        party: chosen.party,
        before: before(ask.query("before")),
    };
    let mut found = store::activity::list(&mut member.tx, &member.viewer, &filter).await?;
    let more = found.len() > PAGE;
    found.truncate(PAGE);
    let seen = store::seen::find(&mut member.tx, &member.viewer.person_id, Kind::Activity, "").await?;
    let fresh = store::activity::since(&mut member.tx, &member.viewer, seen.unwrap_or(0)).await?;
    let next = found.last().filter(|_| more).map(|last| address(&chosen, Some(last)));
    let body = view! {
        {head::plain(&t(lang, "activity-title"), Some(t(lang, "activity-lede")))}
        {visit(&ask, &found, seen, fresh)}
        {filters(lang, &groups, &chosen)}
        {active_filters(lang, "/desk/activity", &active(lang, &member, &chosen))}
        {list(lang, &member, &found, seen)}
        {next.map(|href| view! { <p><a rel="next" href=href>{t(lang, "activity-older")}</a></p> })}
    };
    Ok(Page::new(t(lang, "activity-title"), body).crumb(t(lang, "nav-desk"), "/desk").wide().of(&member))
}

/// Where a page goes on: the time and the id of the last row before it.
pub(super) fn before(typed: &str) -> Option<(Timestamp, String)> {
    let (at, id) = typed.split_once('.')?;
    Some((Timestamp(at.parse().ok()?), id.to_owned()))
}

fn address(chosen: &Wanted, after: Option<&Visible<Deed>>) -> String {
    let group = chosen.group.as_ref().map(|group| format!("group={}", encode(&group.slug)));
    let party = chosen.party.map(|party| format!("party={}", party.code()));
    let person = chosen.person.as_ref().map(|person| format!("person={}", encode(person)));
    let after = after.map(|last| format!("before={}.{}", last.event.recorded_at.0, last.id));
    let parts: Vec<String> = [group, party, person, after].into_iter().flatten().collect();
    format!("/desk/activity?{}", parts.join("&"))
}

/// What is chosen, each a link that takes it away.
fn active(lang: Lang, member: &Member, chosen: &Wanted) -> [Chosen; 3] {
    let group = chosen.group.as_ref().map(|group| (group.slug.clone(), group.name(lang).to_owned()));
    let party = chosen.party.map(|party| (party.code().to_owned(), t(lang, &format!("party-{}", party.code()))));
    let person = chosen.person.as_ref().map(|id| (id.clone(), member.people.named(&id.as_str().into())));
    [("group", "activity-group", group), ("party", "activity-party", party), ("person", "activity-person", person)]
}

/// How much is new since the last visit, and the button that ends it.
fn visit(ask: &Ask, found: &[Visible<Deed>], seen: Option<i64>, fresh: i64) -> AnyView {
    let lang = ask.lang;
    let since = seen.map(|at| date(lang, Timestamp(at)));
    let said = match (fresh, since) {
        (0, Some(date)) => tf(lang, "activity-none-since", [("date", date.into())]),
        (0, None) => return ().into_any(),
        (count, _) => tf(lang, "activity-new", [("count", count.into())]),
    };
    let newest = found.iter().map(|deed| deed.event.recorded_at.0).max().unwrap_or(0);
    let form = Form::plain(ask, "/do/seen-activity", Flash::default());
    let button = (fresh > 0).then(|| {
        view! {
            <form method="post" action=form.action>
                {form.hidden(&[])}
                <input type="hidden" name="mark" value=newest.to_string() />
                <button class="button button--secondary button--small" type="submit">{t(lang, "activity-seen-deed")}</button>
            </form>
        }
    });
    view! { <div class="cluster"><p>{said}</p>{button}</div> }.into_any()
}

fn filters(lang: Lang, groups: &[Group], chosen: &Wanted) -> AnyView {
    let slug = chosen.group.as_ref().map(|group| group.slug.clone()).unwrap_or_default();
    let of_groups = groups.iter().map(|group| (group.slug.clone(), group.name(lang).to_owned())).collect::<Vec<_>>();
    let of_parties = PARTIES.map(|party| (party.code(), t(lang, &format!("party-{}", party.code()))));
    let party = chosen.party.map(|party| party.code().to_owned()).unwrap_or_default();
    view! {
        <form class="filters" method="get" action="/desk/activity">
            <div class="filters__fields">
                {any_of(lang, "group", t(lang, "activity-group"), &of_groups, &slug)}
                {any_of(lang, "party", t(lang, "activity-party"), &of_parties, &party)}
            </div>
            <div class="form-actions"><button class="button button--secondary" type="submit">{t(lang, "filter-apply")}</button></div>
        </form>
    }
    .into_any()
}

fn list(lang: Lang, member: &Member, found: &[Visible<Deed>], seen: Option<i64>) -> AnyView {
    if found.is_empty() {
        return empty(t(lang, "activity-none"), Some((t(lang, "filter-clear"), "/desk/activity".to_owned())));
    }
    let seen = seen.unwrap_or(i64::MAX);
    let rows = found.iter().map(|deed| row(lang, member, deed, seen)).collect_view();
    view! { <ol class="timeline timeline--plain">{rows}</ol> }.into_any()
}

fn row(lang: Lang, member: &Member, deed: &Deed, seen: i64) -> AnyView {
    let event = &deed.event;
    let whole = deed.whole();
    let href = subject::address(&whole, if matches!(whole, Whole::Project(..)) { "/history" } else { "" });
    let by = format!("/desk/activity?person={}", encode(event.person_id.as_str()));
    let fresh = (event.recorded_at.0 > seen && event.person_id != member.viewer.person_id)
        .then(|| tag::tag("wait", t(lang, "activity-fresh")));
    view! {
        <li class="timeline__item">
            <p class="timeline__when">
                <time datetime=crate::text::iso(event.recorded_at)>{moment(lang, event.recorded_at)}</time>" · "
                <a href=by><bdi>{member.people.named(&event.person_id)}</bdi></a>" "{fresh}
            </p>
            <p class="timeline__what">{subject::link(lang, deed, href)}" "{told(lang, event)}</p>
        </li>
    }
    .into_any()
}

/// The reader has seen everything up to here. It is for their own eyes, so no entry tells of it.
#[server(prefix = "/do", endpoint = "seen-activity")]
pub async fn seen_activity() -> Result<(), ServerFnError> {
    post(|ask, form| async move {
        let mark: i64 = form.raw("mark").parse().map_err(|_| Outcome::NotFound)?;
        let mark = mark.min(ask.now.0);
        own(&ask, &form, "/desk/activity", "said-seen", move |tx, person| {
            Box::pin(async move { store::seen::raise(tx, &person, Kind::Activity, "", mark).await })
        })
        .await
    })
    .await
}
