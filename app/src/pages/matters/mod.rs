//! `/desk/matters`: what was raised between the sides, at which level it lies and with whom; and what its pages share.

pub mod deeds;
mod history;
pub(crate) use history::told;
pub mod new;
pub(crate) mod on_desk;
pub mod one;

use domain::change::Change;
use domain::id::Occasion;
use domain::matter::settle::MatterOutcome;
use domain::matter::{self, Matter, MatterLevel};
use domain::refusal::Refusal;
use domain::text::Lang;
use domain::viewer::Viewer;
use leptos::prelude::*;
use store::Visible;
use store::group::Group;
use store::matter::{Listed, PAGE};
use store::perform::once;

use crate::components::{due, empty, head, pagination, sheet, tag};
use crate::form::{Outcome, Posted};
use crate::frame::Page;
use crate::pages::noted;
use crate::request::{Ask, Member, Stop};
use crate::routes::encode;
use crate::text::{date, t, tf, word};

/// Where the list is.
pub const LIST: &str = "/desk/matters";
/// What of the matters is listed; the open ones unless another is asked for.
const WHICH: [(&str, &str); 3] = [("open", "matters-open"), ("over", "matters-over"), ("all", "matters-all")];

/// `/desk/matters?which=over`
pub async fn page(ask: Ask) -> Result<Page, Stop> {
    let lang = ask.lang;
    let mut member = ask.member().await?;
    let which = WHICH.into_iter().map(|(code, _)| code).find(|code| *code == ask.query("which")).unwrap_or("open");
    let asked = if which == "all" { "" } else { which };
    let (found, count) = store::matter::list(&mut member.tx, &member.viewer, asked, ask.page()).await?;
    let groups = store::group::list(&mut member.tx, &member.viewer).await?;
    let raises = groups.iter().any(|group| matter::may_raise(&member.viewer, &group.id).is_ok());
    let hint = if raises { "matters-where-raised" } else { "matters-who-raises" };
    let list = if found.is_empty() {
        let none = if which == "open" { "matters-none-open" } else { "matters-none" };
        empty(t(lang, none), Some((t(lang, "nav-projects"), "/desk/projects".to_owned())))
    } else {
        view! { <ul class="stack">{rows(&ask, &groups, &found)}</ul> }.into_any()
    };
    let body = view! {
        {head::plain(&t(lang, "matters-title"), Some(t(lang, "matters-lede")))}
        <p class="muted">{t(lang, hint)}</p>
        {tabs(lang, which)}
        {list}
        {pagination::pages(lang, &format!("{LIST}?which={which}"), ask.page(), PAGE, count)}
    };
    Ok(Page::new(t(lang, "matters-title"), body).crumb(t(lang, "nav-desk"), "/desk").wide().of(&member))
}

fn tabs(lang: Lang, which: &str) -> AnyView {
    let items = WHICH.map(|(code, key)| {
        view! { <li><a href=format!("{LIST}?which={code}") aria-current=(code == which).then_some("true")>{t(lang, key)}</a></li> }
    });
    view! { <nav class="tabs" aria-label=t(lang, "matters-which")><ul>{items.collect_view()}</ul></nav> }.into_any()
}

/// Matters as rows: which one, what about, where it stands, whose turn it is.
fn rows(ask: &Ask, groups: &[Visible<Group>], found: &[Visible<Listed>]) -> AnyView {
    let lang = ask.lang;
    let rows = found.iter().map(|one| {
        let group = groups.iter().find(|group| group.id == one.group_id).map(|group| &**group);
        let (of, title) = (one.lang, one.title.clone());
        let raised = tf(
            lang,
            "matter-raised",
            [("party", t(lang, &format!("party-{}", one.party.code())).into()), ("date", date(lang, one.raised_at).into())],
        );
        let turn = one.ball().map(|ball| due::tag(lang, &ball, ask.now));
        view! {
            <li class="meeting-row">
                <p class="meeting-row__title"><a href=format!("{LIST}/{}", one.id)>{name(lang, group, one.number)}</a>" "{standing(lang, one.standing().level(), one.outcome)}</p>
                <p><bdi lang=of.code() dir=of.dir()>{title}</bdi></p>
                <p class="muted">{raised}" "{turn}</p>
            </li>
        }
    });
    rows.collect_view().into_any()
}

/// "Agriculture, matter 3"
fn name(lang: Lang, group: Option<&Group>, number: i64) -> String {
    named(lang, group.map(|group| group.name(lang)).unwrap_or_default(), number)
}

/// The same, where the name of the group is known.
pub(crate) fn named(lang: Lang, group: &str, number: i64) -> String {
    tf(lang, "matter-name", [("group", group.to_owned().into()), ("number", number.into())])
}

/// The tag of how it ended, or of the level that is active.
fn standing(lang: Lang, level: MatterLevel, outcome: Option<MatterOutcome>) -> AnyView {
    match (outcome, level) {
        (Some(outcome @ MatterOutcome::Resolved), _) => tag::tag("good", word(lang, "matter-outcome", outcome.code())),
        (Some(outcome @ MatterOutcome::Withdrawn), _) => tag::tag("void", word(lang, "matter-outcome", outcome.code())),
        (None, MatterLevel::Query) => tag::tag("wait", word(lang, "matter-level", level.code())),
        (None, MatterLevel::Concern) => tag::tag("care", word(lang, "matter-level", level.code())),
    }
}

/// On the page of a project or a meeting: the matters about it, and the way to raise one. `id` is its own, `name` the one in addresses.
///
/// # Errors
/// The database fails.
pub(crate) async fn about(
    ask: &Ask,
    member: &mut Member,
    group: &Group,
    (id, name): (&str, &str),
) -> Result<Option<AnyView>, Stop> {
    let lang = ask.lang;
    let found = store::matter::about(&mut member.tx, &member.viewer, id).await?;
    let raises = matter::may_raise(&member.viewer, &group.id).is_ok();
    if found.is_empty() && !raises {
        return Ok(None);
    }
    let list = found.iter().map(|one| {
        let (of, title) = (one.lang, one.title.clone());
        let href = format!("{LIST}/{}", one.id);
        view! {
            <li>
                <a href=href>{self::name(lang, Some(group), one.number)}</a>" "{standing(lang, one.standing().level(), one.outcome)}" "
                <bdi lang=of.code() dir=of.dir()>{title}</bdi>
            </li>
        }
    });
    let list = (!found.is_empty()).then(|| view! { <ul class="stack">{list.collect_view()}</ul> });
    let raise = raises.then(|| {
        view! { <p><a class="button button--secondary" href=format!("{LIST}/new/{}", encode(name))>{t(lang, "matter-raise")}</a></p> }
    });
    let hint = found.is_empty().then(|| view! { <p class="muted">{t(lang, "matter-raise-hint")}</p> });
    Ok(Some(sheet(t(lang, "matters-title"), view! { {hint}{list}{raise} })))
}

/// Does a deed on the matter that a form names, and goes back to it.
async fn act<R>(ask: &Ask, form: &Posted, said: &'static str, rule: R) -> Result<Outcome, Outcome>
where
    R: Fn(&Matter, &Viewer, Occasion) -> Result<Change, Refusal> + Send + Sync + 'static,
{
    form.checked()?;
    let (request, occasion) = (form.request()?, ask.occasion());
    let id = form.raw("matter").to_owned();
    let rule = move |matter: &Matter, viewer: &Viewer| rule(matter, viewer, occasion);
    let done = once(store::matter::perform(&ask.portal.db, &id, &request, rule).await.map(|()| id.clone()));
    noted(ask, &done).await;
    Ok(form.outcome(done.map(|id| format!("{LIST}/{}", encode(&id))), said))
}
