//! A project on the desk: its head and tabs, shared by all its pages, and the overview with what is missing.

use domain::ballot::Level;
use domain::change::Command;
use domain::clock::{self, Ball, Standing};
use domain::facts::Facts;
use domain::permission;
use domain::project::TITLE;
use domain::stage::{self, Gate, Missing, Stage};
use domain::text::{Lang, Trilingual};
use leptos::prelude::*;
use store::Visible;

use super::{matters, tabling};
use crate::components::{due, hash, head, missing, position_card, row, sheet, stage as steps, tag};
use crate::form::{Form, Outcome, Posted};
use crate::frame::Page;
use crate::markdown::prose;
use crate::request::{Ask, Member, Stop};
use crate::text::{moment_in, pick, spelled, t, tf, word};

/// A project as a page of it begins: who asks, and what is true.
#[derive(Debug)]
pub struct Opened {
    /// The request.
    pub ask: Ask,
    /// Who asks.
    pub member: Member,
    /// What is true.
    pub facts: Visible<Facts>,
}

impl Opened {
    /// Opens a project by the name it has in the address.
    ///
    /// # Errors
    /// [`Stop`]: nobody signed in, or nothing there for this reader.
    pub async fn find(ask: Ask, handle: &str) -> Result<Self, Stop> {
        let mut member = ask.member().await?;
        let facts = store::perform::facts(&mut member.tx, &member.viewer, handle, ask.occasion()).await?.ok_or(Stop::NotFound)?;
        Ok(Self { ask, member, facts })
    }

    /// Opens the project that a form names.
    ///
    /// # Errors
    /// The outcome: as for [`Self::find`].
    pub async fn of_form(ask: &Ask, form: &Posted) -> Result<Self, Outcome> {
        Self::find(ask.clone(), form.raw("project")).await.map_err(|stop| form.stopped(stop))
    }

    /// A form on this page.
    ///
    /// # Errors
    /// The database fails.
    pub async fn form(&mut self, action: &'static str) -> Result<Form, Stop> {
        Form::load(&self.ask, &mut self.member.tx, action).await
    }

    /// A form on this page that is kept while it is filled in, and the notice that something was found.
    ///
    /// # Errors
    /// The database fails.
    pub async fn kept_form(&mut self, action: &'static str) -> Result<(Form, Option<AnyView>), Stop> {
        super::draft::kept_form(&self.ask, &mut self.member, action).await
    }

    /// The reader's language.
    #[must_use]
    pub fn lang(&self) -> Lang {
        self.ask.lang
    }

    /// The address of a page of this project.
    #[must_use]
    pub fn href(&self, rest: &str) -> String {
        format!("/desk/projects/{}{rest}", self.facts.project.handle())
    }

    /// The page around a body, with head and tabs.
    #[must_use]
    pub fn page(&self, tab: &'static str, title: &str, body: AnyView) -> Page {
        let lang = self.lang();
        let (of, shown) = if title.is_empty() { name(&self.facts, lang) } else { (lang, title.to_owned()) };
        let code = self.facts.project.code.clone().unwrap_or_else(|| t(lang, "project-draft-name"));
        let record = format!("{shown} – {code}");
        let body = view! { {self.print_head()} {heading(self)} {tabs(self, tab)} {body} };
        let page = Page::new(record, body)
            .titled_in(of)
            .crumb(t(lang, "nav-desk"), "/desk")
            .crumb(t(lang, "projects-title"), "/desk/projects")
            .wide()
            .of(&self.member);
        // What may hang on the wall holds joint content alone; talk and drafts never do.
        let joint = self.facts.is_joint() && ["/text", "/versions", "/ballot", "/points", "/conditions"].contains(&tab);
        if joint { page.for_wall() } else { page }
    }

    /// The head of each printed sheet: which text this is, who reads it, and when it was printed.
    fn print_head(&self) -> AnyView {
        let (lang, project) = (self.lang(), &self.facts.project);
        let code = project.code.clone().unwrap_or_else(|| t(lang, "project-draft-name"));
        let version = self.facts.newest.as_ref().map(|version| {
            view! { " · " {tf(lang, "version-number", [("number", version.number.into())])} " · " {hash::short(&version.content_hash)} }
        });
        let audience = crate::components::audience::sentence(lang, project.ledger);
        let printed = tf(lang, "print-at", [("time", moment_in(lang, self.member.viewer.party, self.ask.now).into())]);
        view! { <div class="print-head"><p><bdi class="code" dir="ltr">{code}</bdi>{version}" · "{audience}" · "{printed}</p></div> }.into_any()
    }
}

/// The title of a project in the reader's language, or in one that there is.
#[must_use]
pub fn name(facts: &Facts, lang: Lang) -> (Lang, String) {
    let titles: Trilingual = match &facts.newest {
        Some(version) => version.title(),
        None => {
            facts.texts.iter().filter(|((key, _), _)| key == TITLE).map(|((_, lang), edit)| (*lang, edit.text.clone())).collect()
        }
    };
    pick(&titles, lang).map_or_else(|| (lang, t(lang, "project-untitled")), |(of, title)| (of, title.to_owned()))
}

/// The open step of a project.
#[must_use]
pub fn ball(facts: &Facts) -> Option<Ball> {
    clock::ball(&Standing::of(facts))
}

fn heading(open: &Opened) -> AnyView {
    let (lang, facts) = (open.lang(), &open.facts);
    let (of, title) = name(facts, lang);
    let code = facts.project.code.clone().unwrap_or_else(|| t(lang, "project-draft-name"));
    let version = facts.newest.as_ref().map(|version| {
        view! { " · " {tf(lang, "version-number", [("number", version.number.into())])} " · " {hash::short(&version.content_hash)} }
    });
    let code = view! { <bdi class="code" dir="ltr">{code}</bdi>{version} }.into_any();
    let suspended = facts.suspended().then(|| tag::tag("stop", t(lang, "project-suspended")));
    let caucus =
        (!facts.is_joint()).then(|| tag::tag("caucus", crate::components::audience::sentence(lang, facts.project.ledger)));
    let turn = ball(facts).map(|ball| due::tag(lang, &ball, open.ask.now));
    let tags = view! {
        {tag::stage(lang, facts.project.stage)}" "{suspended}" "{caucus}" "
        {tag::tag("plain", word(lang, "sector", facts.project.sector.code()))}" "{turn}
    };
    let title = view! { <bdi lang=of.code() dir=of.dir()>{title}</bdi> };
    head::head(Some(code), title.into_any(), None, Some(tags.into_any()))
}

fn tabs(open: &Opened, current: &'static str) -> AnyView {
    let facts = &open.facts;
    let tabled = facts.newest.is_some();
    let ballots = !facts.ballots.is_empty() || facts.project.stage == Stage::InDiscussion;
    let reviewed = facts.dossier_ballot().is_some() || !facts.sign_offs.is_empty();
    let amendable = tabled && facts.project.stage == Stage::InDiscussion;
    let amendments = i64::try_from(facts.amendments.len()).unwrap_or(0);
    let points = i64::try_from(facts.open_points().count()).unwrap_or(0);
    let list = [
        ("", "tab-overview", true, 0),
        ("/edit", "tab-edit", permission::fits(Command::SaveText, facts.project.stage).is_ok(), 0),
        ("/text", "tab-text", tabled, 0),
        ("/versions", "tab-versions", tabled, 0),
        ("/amendments", "tab-amendments", amendable, amendments),
        ("/links", "tab-links", facts.is_joint(), 0),
        ("/discussion", "tab-discussion", true, 0),
        ("/ballot", "tab-ballot", ballots, 0),
        ("/points", "tab-points", !facts.points.is_empty(), points),
        ("/conditions", "tab-conditions", !facts.conditions.is_empty(), 0),
        ("/sign-off", "tab-sign-off", reviewed, 0),
        ("/implementation", "tab-implementation", facts.project.authorisation_id.is_some(), 0),
        ("/summary", "tab-summary", tabled, 0),
        ("/history", "tab-history", true, 0),
    ];
    let items = list
        .into_iter()
        .filter(|(_, _, shown, _)| *shown)
        .map(|(rest, key, _, count)| {
            let count = (count > 0).then(|| view! { " " <span class="tabs__count">{spelled(open.lang(), count)}</span> });
            view! { <li><a href=open.href(rest) aria-current=(rest == current).then_some("page")>{t(open.lang(), key)}{count}</a></li> }
        })
        .collect_view();
    view! { <nav class="tabs" aria-label=t(open.lang(), "nav-project")><ul>{items}</ul></nav> }.into_any()
}

/// What the project needs for its next step, in its present stage.
#[must_use]
pub fn next_gate(facts: &Facts) -> Option<Gate> {
    match facts.project.stage {
        Stage::Draft => Some(Gate::Table),
        Stage::InDiscussion => Some(Gate::OpenBallot),
        Stage::GroupBallot => Some(Gate::PassGroup),
        Stage::PrincipalsBallot => Some(Gate::PassPrincipals),
        Stage::SupervisorReview => Some(Gate::Sign),
        Stage::Cleared => Some(Gate::Start),
        Stage::Implementing => Some(Gate::Complete),
        Stage::Completed => Some(Gate::Close),
        _ => None,
    }
}

/// `/desk/projects/CODE`
pub async fn page(ask: Ask, handle: String) -> Result<Page, Stop> {
    let mut open = Opened::find(ask, &handle).await?;
    let lang = open.lang();
    let deeds = tabling::deeds(&mut open).await?;
    let matters = of_matters(&mut open).await?;
    let needs = next_gate(&open.facts).map(|gate| needs(&open, &stage::missing(&open.facts, gate, open.ask.now), gate));
    let body = view! {
        {steps::steps(lang, open.facts.project.stage, false)}
        {summary(&open)}
        {needs}
        {standing(&open)}
        {deeds.body}
        {details(&open)}
        {matters}
        {super::files::list(&open)}
    };
    Ok(open.page("", "", body.into_any()).status(deeds.status))
}

/// The matters about a project that both sides know by its code.
async fn of_matters(open: &mut Opened) -> Result<Option<AnyView>, Stop> {
    let project = &open.facts.project;
    let (Some(code), true) = (project.code.clone(), open.facts.newest.is_some()) else { return Ok(None) };
    let (id, group_id) = (project.id.clone(), project.group_id.clone());
    let groups = store::group::list(&mut open.member.tx, &open.member.viewer).await?;
    let Some(group) = groups.iter().find(|group| group.id == group_id) else { return Ok(None) };
    matters::about(&open.ask, &mut open.member, group, (id.as_str(), &code)).await
}

fn needs(open: &Opened, list: &[Missing], gate: Gate) -> AnyView {
    let lang = open.lang();
    let key = match gate {
        Gate::Table => "next-table",
        Gate::OpenBallot => "next-open-ballot",
        Gate::PassGroup => "next-pass-group",
        Gate::PassPrincipals => "next-pass-principals",
        Gate::Sign => "next-sign",
        Gate::Start => "next-start",
        Gate::Complete => "next-complete",
        Gate::Close => "next-close",
    };
    let nothing = t(lang, &format!("{key}-nothing"));
    view! {
        <section class="sheet">
            <div class="sheet__head"><h2>{t(lang, "missing-title")}</h2></div>
            <p>{t(lang, key)}</p>
            {missing::panel(lang, list, nothing)}
        </section>
    }
    .into_any()
}

fn summary(open: &Opened) -> Option<AnyView> {
    let lang = open.lang();
    let texts: Trilingual = Lang::ALL
        .into_iter()
        .filter_map(|one| Some((one, open.facts.texts.get(&("summary".to_owned(), one))?.text.clone())))
        .filter(|(_, text)| !text.is_empty())
        .collect();
    let (of, text) = pick(&texts, lang)?;
    Some(prose(of, text))
}

fn standing(open: &Opened) -> Option<AnyView> {
    let ballot = open.facts.last_ballot()?;
    let lang = open.lang();
    let key = if ballot.level == Level::Group { "ballot-group-title" } else { "ballot-principals-title" };
    Some(sheet(t(lang, key), position_card::cards(lang, &open.facts, &ballot.id, &open.member.people)))
}

fn details(open: &Opened) -> AnyView {
    let (lang, project) = (open.lang(), &open.facts.project);
    let proposer = match project.proposed_by {
        domain::party::Proposer::Il => "party-il",
        domain::party::Proposer::Sy => "party-sy",
        domain::party::Proposer::Joint => "party-both",
    };
    let ends = ball(&open.facts).and_then(|ball| due::ends(lang, &ball)).map(|ends| row(t(lang, "project-step-ends"), ends));
    let extended =
        ball(&open.facts).and_then(|ball| due::extended(lang, &ball)).map(|said| row(t(lang, "project-step-extended"), said));
    let passed = ball(&open.facts).and_then(|ball| due::passed(lang, &ball, open.ask.now));
    let passed = passed.map(|passed| row(t(lang, "project-step-passed"), passed));
    sheet(
        t(lang, "project-details"),
        view! {
            <dl class="summary-list">
                {row(t(lang, "field-proposer"), t(lang, proposer))}
                {row(t(lang, "field-source"), t(lang, &format!("language-{}", project.source.code())))}
                {row(t(lang, "field-since"), crate::text::moment(lang, project.recorded_at))}
                {ends}
                {extended}
                {passed}
            </dl>
        },
    )
}
