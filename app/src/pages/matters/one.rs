//! `/desk/matters/ID`: what was raised, what was answered, how it would be settled; what this reader can do stands in [`deeds`].

use domain::matter::clock::{Standing, ball};
use domain::matter::{Matter, MatterStart};
use domain::text::Lang;
use leptos::prelude::*;
use store::Visible;
use store::matter::Named;

use super::{LIST, deeds, history, name, on_desk, standing};
use crate::components::{due, hash, head, row};
use crate::form::Form;
use crate::frame::Page;
use crate::markdown::prose;
use crate::pages::{draft, meetings};
use crate::request::{Ask, Member, Stop};
use crate::text::{civil_date, day, moment_in, t, tf};

/// What the parts of the page share.
pub(super) struct Opened<'a> {
    pub ask: &'a Ask,
    pub member: &'a Member,
    pub matter: &'a Visible<Matter>,
}

impl Opened<'_> {
    pub fn lang(&self) -> Lang {
        self.ask.lang
    }

    pub fn id(&self) -> &str {
        self.matter.start.id.as_str()
    }
}

/// The page.
pub async fn page(ask: Ask, id: String) -> Result<Page, Stop> {
    let lang = ask.lang;
    let mut member = ask.member().await?;
    let matter = store::matter::find(&mut member.tx, &member.viewer, &id).await?.ok_or(Stop::NotFound)?;
    let groups = store::group::list(&mut member.tx, &member.viewer).await?;
    let group = groups.iter().find(|group| group.id == matter.start.group_id).ok_or(Stop::NotFound)?;
    let named = store::matter::named(&mut member.tx, &matter).await?;
    let (reply, found) = draft::kept_form(&ask, &mut member, "/do/reply-matter").await?;
    let propose = Form::load(&ask, &mut member.tx, "/do/propose-resolution").await?;
    let agree = Form::load(&ask, &mut member.tx, "/do/agree-resolution").await?;
    let over = Form::load(&ask, &mut member.tx, "/do/hand-over-matter").await?;
    let back = Form::load(&ask, &mut member.tx, "/do/withdraw-matter").await?;
    let status = [&reply, &propose, &agree, &over, &back].into_iter().map(Form::status).max().unwrap_or(200);
    let open = Opened { ask: &ask, member: &member, matter: &matter };
    let title = name(lang, Some(group), matter.start.number);
    let body = view! {
        {heading(&open, &title)}
        {raised(&open, named.as_ref(), group.name(lang))}
        {found}
        {deeds::reply_form(&open, &reply)}
        {deeds::settling(&open, &propose, &agree)}
        {deeds::hand_over_form(&open, &over)}
        {deeds::withdraw_form(&open, &back)}
    };
    let page = Page::new(title, body).crumb(t(lang, "nav-desk"), "/desk").crumb(t(lang, "matters-title"), LIST);
    Ok(page.of(&member).status(status))
}

fn heading(open: &Opened, name: &str) -> AnyView {
    let (lang, matter) = (open.lang(), open.matter);
    let (of, title) = (matter.start.lang, matter.start.title.clone());
    let printed = tf(lang, "print-at", [("time", moment_in(lang, open.member.viewer.party, open.ask.now).into())]);
    let turn = ball(&Standing::of(matter)).map(|ball| due::tag(lang, &ball, open.ask.now));
    let tags = view! { {standing(lang, matter.level(), matter.end.as_ref().map(|(end, _)| end.outcome))}" "{turn} };
    let sentence = crate::components::audience::sentence(lang, domain::party::Audience::Joint);
    let name = name.to_owned();
    view! {
        <div class="print-head"><p>{name.clone()}" · "{sentence}" · "{printed}</p></div>
        {head::head(
            Some(name.into_any()),
            view! { <bdi lang=of.code() dir=of.dir()>{title}</bdi> }.into_any(),
            None,
            Some(tags.into_any()),
        )}
    }
    .into_any()
}

fn raised(open: &Opened, named: Option<&Named>, group: &str) -> AnyView {
    let (lang, start) = (open.lang(), &open.matter.start);
    let party = t(lang, &format!("party-{}", start.party.code()));
    let office = open.member.people.named(&start.person_id);
    let hash = start.content_hash.as_ref().map(|content| view! { " " {hash::short(content)} });
    let now = Standing::of(open.matter);
    let turn = ball(&now).map(|ball| {
        let until = ball.due(day).map(|due| civil_date(lang, due)).unwrap_or_default();
        row(t(lang, "matter-turn"), view! { {until}" · "{on_desk::then(open.ask, &now, &ball)} })
    });
    view! {
        <section class="sheet">
            <div class="sheet__head"><h2>{t(lang, "matter-what")}</h2></div>
            <dl class="summary-list">
                {row(t(lang, "matter-about"), view! { {named.map(|named| about(lang, start, named, group))}{hash} })}
                {row(t(lang, "matter-raised-by"), view! { {party}" · "<bdi>{office}</bdi>" · "{moment_in(lang, open.member.viewer.party, open.matter.raised_at)} })}
                {row(t(lang, "scope-title"), t(lang, "matter-is-civilian"))}
                {turn}
            </dl>
            <h3>{t(lang, "field-matter-text")}</h3>
            {prose(start.lang, &start.text)}
            <h3>{t(lang, "matter-wish")}</h3>
            {prose(start.lang, &start.wish)}
            {history::told(lang, open.member, open.matter)}
        </section>
    }
    .into_any()
}

/// The version or the meeting that it is about.
fn about(lang: Lang, start: &MatterStart, named: &Named, group: &str) -> AnyView {
    if let (Some(code), Some(number)) = (&named.code, named.version) {
        let href = format!("/desk/projects/{code}/versions");
        return view! { <a href=href>{tf(lang, "agenda-pin", [("code", code.clone().into()), ("number", number.into())])}</a> }
            .into_any();
    }
    let href = start.meeting_id.as_ref().map(|id| format!("{}/{id}", meetings::LIST));
    view! { <a href=href>{meetings::named(lang, group, named.meeting.unwrap_or_default())}</a> }.into_any()
}
