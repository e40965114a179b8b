//! `/desk/meetings`: those to come, the one that runs, those that were held; and what the pages of one meeting share.

pub mod agenda;
pub mod calendar;
pub(crate) mod cards;
pub mod console;
mod decide;
pub mod minutes;
pub(crate) mod on_desk;
pub mod one;
pub mod papers;
pub mod plan;
mod room;
pub mod screen;
pub mod series;
pub mod statement;
mod tasks;

use domain::change::{Change, Command};
use domain::id::Occasion;
use domain::meeting::{self, Meeting, MeetingStage};
use domain::refusal::Refusal;
use domain::text::Lang;
use domain::viewer::Viewer;
use leptos::prelude::*;
use store::group::Group;
use store::meeting::Listed;
use store::{Failure, Visible};

use crate::access::doors;
use crate::components::{empty, head, pagination, sheet, tag};
use crate::form::{Outcome, Posted};
use crate::frame::Page;
use crate::request::{Ask, Member, Stop};
use crate::routes::encode;
use crate::text::{capitals, date, t, tf, word};

/// Where the list is.
pub const LIST: &str = "/desk/meetings";

/// `/desk/meetings?group=SLUG&page=N`
pub async fn page(ask: Ask) -> Result<Page, Stop> {
    let lang = ask.lang;
    let mut member = ask.member().await?;
    let groups = store::group::list(&mut member.tx, &member.viewer).await?;
    let chosen = groups.iter().find(|group| group.slug == ask.query("group"));
    let of = chosen.map_or("", |group| group.id.as_str());
    let (found, count) = store::meeting::list(&mut member.tx, &member.viewer, of, ask.page()).await?;
    let (ahead, held): (Vec<_>, Vec<_>) =
        found.iter().partition(|one| one.stage.is_ahead() || one.stage == MeetingStage::Running);
    let may_call = groups.iter().any(|group| meeting::may_prepare(&member.viewer, &group.id).is_ok());
    let call = if may_call {
        view! { <p><a class="button" href="/desk/meetings/new">{t(lang, "meetings-call")}</a></p> }.into_any()
    } else {
        view! { <p class="muted">{t(lang, "meetings-who-calls")}</p> }.into_any()
    };
    let base = chosen.map_or_else(|| LIST.to_owned(), |group| format!("{LIST}?group={}", encode(&group.slug)));
    let body = view! {
        {head::plain(&t(lang, "meetings-title"), Some(t(lang, "meetings-lede")))}
        {call}
        {sheet(t(lang, "meetings-ahead"), rows(lang, &groups, ahead.into_iter().rev(), "meetings-none-ahead"))}
        {sheet(t(lang, "meetings-held"), rows(lang, &groups, held.into_iter(), "meetings-none-held"))}
        {pagination::pages(lang, &base, ask.page(), store::meeting::PAGE, count)}
    };
    let page = Page::new(t(lang, "meetings-title"), body).crumb(t(lang, "nav-desk"), "/desk");
    Ok(page.wide().of(&member))
}

/// Meetings as rows: which one, when in three capitals, where it stands.
pub(crate) fn rows<'list>(
    lang: Lang,
    groups: &[Visible<Group>],
    found: impl Iterator<Item = &'list Visible<Listed>>,
    none: &str,
) -> AnyView {
    let rows: Vec<_> = found
        .map(|one| {
            let group = groups.iter().find(|group| group.id == one.group_id).map(|group| &**group);
            let href = format!("{LIST}/{}", one.id.as_str());
            view! {
                <li class="meeting-row">
                    <p class="meeting-row__title"><a href=href>{title(lang, group, one.number)}</a>" "{stage_tag(lang, one.stage)}</p>
                    <p><time datetime=crate::text::iso(one.starts_at)>{date(lang, one.starts_at)}</time>" · "{capitals(lang, one.starts_at)}</p>
                    {place(one.lang, &one.place)}
                </li>
            }
        })
        .collect();
    if rows.is_empty() { empty(t(lang, none), None) } else { view! { <ul class="stack">{rows}</ul> }.into_any() }
}

/// What somebody wrote about the place, in the direction of its language.
pub(crate) fn place(of: Lang, place: &str) -> Option<AnyView> {
    let words = place.to_owned();
    (!words.is_empty()).then(|| view! { <p class="muted"><bdi lang=of.code() dir=of.dir()>{words}</bdi></p> }.into_any())
}

/// "Agriculture, meeting 3"
pub(crate) fn title(lang: Lang, group: Option<&Group>, number: i64) -> String {
    named(lang, group.map(|group| group.name(lang)).unwrap_or_default(), number)
}

/// The same, where the name of the group is known.
pub(crate) fn named(lang: Lang, group: &str, number: i64) -> String {
    tf(lang, "meeting-name", [("group", group.to_owned().into()), ("number", number.into())])
}

/// The tag of where a meeting stands.
pub(crate) fn stage_tag(lang: Lang, stage: MeetingStage) -> AnyView {
    let kind = match stage {
        MeetingStage::Planned | MeetingStage::Corrections => "wait",
        MeetingStage::AgendaAgreed | MeetingStage::Recorded => "good",
        MeetingStage::Running => "care",
        MeetingStage::Ended => "plain",
        MeetingStage::Cancelled => "void",
    };
    tag::tag(kind, word(lang, "meeting-stage", stage.code()))
}

/// A meeting that a page is about.
pub struct Opened {
    /// Who reads.
    pub member: Member,
    /// The meeting.
    pub meeting: Visible<Meeting>,
    /// Its group.
    pub group: Visible<Group>,
    /// The reader's language.
    pub lang: Lang,
}

impl Opened {
    /// The meeting with this id, for whoever may know of it.
    ///
    /// # Errors
    /// [`Stop::NotFound`] for everybody else.
    pub async fn load(ask: &Ask, id: &str) -> Result<Self, Stop> {
        let mut member = ask.member().await?;
        let meeting = store::meeting::find(&mut member.tx, &member.viewer, id).await?.ok_or(Stop::NotFound)?;
        let groups = store::group::list(&mut member.tx, &member.viewer).await?;
        let group = groups.into_iter().find(|group| group.id == meeting.start.group_id).ok_or(Stop::NotFound)?;
        Ok(Self { member, meeting, group, lang: ask.lang })
    }

    /// Its id.
    pub fn id(&self) -> &str {
        self.meeting.start.id.as_str()
    }

    /// Where a page of it is.
    pub fn address(&self, rest: &str) -> String {
        format!("{LIST}/{}{rest}", self.id())
    }

    /// Its name.
    pub fn title(&self) -> String {
        title(self.lang, Some(&self.group), self.meeting.start.number)
    }

    /// The page with its breadcrumbs, tabs and this body under its name.
    pub fn page(&self, name: &str, body: impl IntoView + 'static) -> Page {
        let lang = self.lang;
        let whole = view! {
            {head::head(None, self.title().into_any(), None, Some(stage_tag(lang, self.meeting.stage())))}
            {self.tabs(name)}
            {body}
        };
        let page = Page::new(format!("{} – {}", t(lang, name), self.title()), whole);
        page.crumb(t(lang, "nav-desk"), "/desk").crumb(t(lang, "meetings-title"), LIST).wide().of(&self.member)
    }

    fn tabs(&self, current: &str) -> AnyView {
        let stage = self.meeting.stage();
        let opened = stage.was_opened();
        let may_run = meeting::may_run(&self.member.viewer, &self.meeting).is_ok()
            || meeting::may_agree(&self.member.viewer, &self.meeting.start.group_id).is_ok();
        let tabs = [
            ("meeting-tab-overview", "", true),
            ("meeting-tab-agenda", "/agenda", true),
            ("meeting-tab-console", "/console", stage.is_in_room() && may_run),
            ("meeting-tab-minutes", "/minutes", opened),
            ("meeting-tab-papers", "/papers", true),
        ];
        let items = tabs.into_iter().filter(|(_, _, shown)| *shown).map(|(key, rest, _)| {
            let here = (key == current).then_some("page");
            view! { <li><a href=self.address(rest) aria-current=here>{t(self.lang, key)}</a></li> }
        });
        let items = items.collect_view();
        view! { <nav class="tabs" aria-label=t(self.lang, "meeting-tabs")><ul>{items}</ul></nav> }.into_any()
    }
}

/// Does a deed on the meeting that a form names, and goes on to a page of it.
pub(crate) async fn act<R>(ask: &Ask, form: &Posted, rest: &str, said: &'static str, rule: R) -> Result<Outcome, Outcome>
where
    R: Fn(&Meeting, &Viewer, Occasion) -> Result<Change, Refusal> + Send + Sync + 'static,
{
    deed(ask, form, (rest, said), false, rule).await
}

/// The same, with a mail to those who are asked to the meeting.
pub(crate) async fn act_telling<R>(ask: &Ask, form: &Posted, rest: &str, said: &'static str, rule: R) -> Result<Outcome, Outcome>
where
    R: Fn(&Meeting, &Viewer, Occasion) -> Result<Change, Refusal> + Send + Sync + 'static,
{
    deed(ask, form, (rest, said), true, rule).await
}

async fn deed<R>(ask: &Ask, form: &Posted, (rest, said): (&str, &'static str), telling: bool, rule: R) -> Result<Outcome, Outcome>
where
    R: Fn(&Meeting, &Viewer, Occasion) -> Result<Change, Refusal> + Send + Sync + 'static,
{
    form.checked()?;
    let (request, occasion) = (form.request()?, ask.occasion());
    let id = form.raw("meeting").to_owned();
    let place = format!("{LIST}/{}{rest}", encode(&id));
    let rule = move |meeting: &Meeting, viewer: &Viewer| rule(meeting, viewer, occasion);
    let done = store::meeting::perform(&ask.portal.db, &id, &request, telling, rule).await;
    if let Err(Failure::Refused(Refusal::NotPermitted | Refusal::NotYourSide)) = &done {
        doors::turned_away(ask, Command::RefuseDeed, ask.session.person.as_ref()).await;
    }
    // A form that was sent twice goes where it went the first time, whatever the first answer was kept as.
    let done = match done {
        Ok(()) | Err(Failure::Repeated(_)) => Ok(place),
        Err(failure) => Err(failure),
    };
    Ok(form.outcome(done, said))
}
