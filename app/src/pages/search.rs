//! Search on the desk: a form that works without script, filters, and what was found with the words marked where they stand. A
//! hit leads to the thing itself, one in a section to its three languages side by side.

use domain::party::{Audience, Proposer};
use domain::project::Sector;
use domain::search::{Kind, LONGEST, Narrow, Piece, Query, excerpt};
use domain::stage::Stage;
use domain::text::{Lang, Trilingual};
use domain::time::Timestamp;
use leptos::prelude::*;
use store::search::{Found, Hit, PAGE, Wanted};

use super::projects::{active_filters, any_of};
use crate::components::{audience, empty, head, icon, pagination, tag};
use crate::frame::Page;
use crate::request::{Ask, Stop};
use crate::routes::encode;
use crate::text::{date, pick, t, tf, word};

/// Ages that one can choose, in days.
const AGES: [(&str, i64); 4] = [("week", 7), ("month", 30), ("quarter", 91), ("year", 365)];
const SIDES: [(&str, &str, Proposer); 3] =
    [("il", "party-il", Proposer::Il), ("sy", "party-sy", Proposer::Sy), ("joint", "party-both", Proposer::Joint)];

/// What the address asks for.
struct Asked {
    typed: String,
    kind: Option<Kind>,
    sector: Option<Sector>,
    stage: Option<Stage>,
    side: Option<(&'static str, &'static str, Proposer)>,
    age: Option<(&'static str, i64)>,
    page: i64,
}

impl Asked {
    fn of(ask: &Ask) -> Self {
        Self {
            typed: ask.query("q").split_whitespace().collect::<Vec<_>>().join(" ").chars().take(LONGEST).collect(),
            kind: Kind::parse(ask.query("kind")),
            sector: Sector::parse(ask.query("sector")),
            stage: Stage::parse(ask.query("stage")),
            side: SIDES.into_iter().find(|(code, _, _)| *code == ask.query("side")),
            age: AGES.into_iter().find(|(code, _)| *code == ask.query("age")),
            page: ask.page(),
        }
    }

    /// The filters with their codes; an empty one is not in force.
    fn filters(&self) -> [(&'static str, &'static str); 5] {
        [
            ("kind", self.kind.map_or("", Kind::code)),
            ("sector", self.sector.map_or("", Sector::code)),
            ("stage", self.stage.map_or("", Stage::code)),
            ("side", self.side.map_or("", |(code, _, _)| code)),
            ("age", self.age.map_or("", |(code, _)| code)),
        ]
    }

    fn is_narrowed(&self) -> bool {
        self.filters().iter().any(|(_, code)| !code.is_empty())
    }

    /// The address of the words alone.
    fn words_href(&self) -> String {
        format!("/desk/search?q={}", encode(&self.typed))
    }

    fn wanted(&self, query: Query, now: Timestamp) -> Wanted {
        let narrow = Narrow {
            kind: self.kind,
            sector: self.sector,
            side: self.side.map(|(_, _, side)| side),
            since: self.age.map(|(_, days)| now.plus_days(-days)),
        };
        Wanted { query, narrow, stage: self.stage, page: self.page }
    }
}

/// `/desk/search`
pub async fn page(ask: Ask) -> Result<Page, Stop> {
    let lang = ask.lang;
    let mut member = ask.member().await?;
    let asked = Asked::of(&ask);
    let query = Query::parse(&asked.typed);
    let list = match &query {
        None => begin(lang, &asked),
        Some(_) if !ask.is_within(&ask.portal.searches) => return Err(Stop::TooOften),
        Some(query) => {
            let wanted = asked.wanted(query.clone(), ask.now);
            let found = store::search::find(&mut member.tx, &member.viewer, &wanted, ask.now).await?;
            if found.hits.is_empty() { nothing(lang, &asked) } else { hits(lang, &asked, query, &found) }
        }
    };
    let title = t(lang, "search-title");
    let body = view! { {head::plain(&title, None)} {form(lang, &asked)} {in_force(lang, &asked)} {list} };
    Ok(Page::new(title, body).crumb(t(lang, "nav-desk"), "/desk").of(&member))
}

fn form(lang: Lang, asked: &Asked) -> AnyView {
    let chosen = asked.filters();
    let of = |name: &str| chosen.iter().find(|(known, _)| *known == name).map_or("", |(_, code)| code);
    let kinds: Vec<_> = Kind::ALL.into_iter().map(|kind| (kind.code(), word(lang, "search-kind", kind.code()))).collect();
    let sectors: Vec<_> = Sector::ALL.into_iter().map(|sector| (sector.code(), word(lang, "sector", sector.code()))).collect();
    let stages: Vec<_> = Stage::ALL.into_iter().map(|stage| (stage.code(), word(lang, "stage", stage.code()))).collect();
    let sides: Vec<_> = SIDES.into_iter().map(|(code, key, _)| (code, t(lang, key))).collect();
    let ages: Vec<_> = AGES.into_iter().map(|(code, _)| (code, word(lang, "search-age", code))).collect();
    view! {
        <form class="filters search" role="search" method="get" action="/desk/search">
            <div class="search__words">
                <label class="field__label" for="q">{t(lang, "search-words")}</label>
                <p class="field__hint" id="q-hint">{t(lang, "search-words-hint")}</p>
                <div class="search-box">
                    <input type="search" id="q" name="q" dir="auto" maxlength=LONGEST.to_string() value=asked.typed.clone() aria-describedby="q-hint" />
                    <button class="button" type="submit">{icon("search")}" "{t(lang, "search-deed")}</button>
                </div>
            </div>
            <details class="disclosure search__filters" open=asked.is_narrowed()>
                <summary>{t(lang, "search-narrow")}</summary>
                <div class="filters__fields">
                    {any_of(lang, "kind", t(lang, "search-kind"), &kinds, of("kind"))}
                    {any_of(lang, "sector", t(lang, "field-sector"), &sectors, of("sector"))}
                    {any_of(lang, "stage", t(lang, "field-stage"), &stages, of("stage"))}
                    {any_of(lang, "side", t(lang, "field-proposer"), &sides, of("side"))}
                    {any_of(lang, "age", t(lang, "search-age"), &ages, of("age"))}
                </div>
            </details>
        </form>
    }
    .into_any()
}

/// The filters in force, each a link to the same words without it.
fn in_force(lang: Lang, asked: &Asked) -> AnyView {
    let shown = |word: Option<String>, code: &str| word.map(|word| (code.to_owned(), word));
    let [kind, sector, stage, side, age] = asked.filters().map(|(_, code)| code);
    let chosen = [
        ("kind", "search-kind", shown(asked.kind.map(|_| word(lang, "search-kind", kind)), kind)),
        ("sector", "field-sector", shown(asked.sector.map(|_| word(lang, "sector", sector)), sector)),
        ("stage", "field-stage", shown(asked.stage.map(|_| word(lang, "stage", stage)), stage)),
        ("side", "field-proposer", shown(asked.side.map(|(_, key, _)| t(lang, key)), side)),
        ("age", "search-age", shown(asked.age.map(|_| word(lang, "search-age", age)), age)),
    ];
    active_filters(lang, &asked.words_href(), &chosen)
}

/// Before anything was looked for.
fn begin(lang: Lang, asked: &Asked) -> AnyView {
    let key = if asked.typed.is_empty() { "search-begin" } else { "search-short" };
    empty(t(lang, key), None)
}

fn nothing(lang: Lang, asked: &Asked) -> AnyView {
    let clear = asked.is_narrowed().then(|| view! { <p><a href=asked.words_href()>{t(lang, "filter-clear")}</a></p> });
    let words = asked.typed.clone();
    view! {
        <div class="empty">
            <h2>{t(lang, "search-none")}</h2>
            <p><bdi dir="auto">{words}</bdi></p>
            <ul>
                <li>{t(lang, "search-hint-fewer")}</li>
                <li>{t(lang, "search-hint-spelling")}</li>
                <li>{t(lang, "search-hint-language")}</li>
            </ul>
            {clear}
        </div>
    }
    .into_any()
}

fn hits(lang: Lang, asked: &Asked, query: &Query, found: &Found) -> AnyView {
    let count = tf(lang, "search-count", [("count", found.count.into())]);
    let cut = found.is_cut.then(|| view! { <p class="muted">{t(lang, "search-cut")}</p> });
    let narrowed = asked.filters().map(|(name, code)| format!("{name}={code}")).join("&");
    let base = format!("{}&{narrowed}", asked.words_href());
    let list = found.hits.iter().map(|found| hit(lang, query, found)).collect_view();
    view! {
        <section class="stack" aria-labelledby="found">
            <h2 id="found">{count}</h2>
            {cut}
            <ol class="hits">{list}</ol>
            {pagination::pages(lang, &base, asked.page, PAGE, found.count)}
        </section>
    }
    .into_any()
}

/// The text that shows the most of the words, of two the one in the reader's language.
fn shown(texts: &Trilingual, query: &Query, lang: Lang) -> Option<(Lang, Vec<Piece>)> {
    let mut shown: Vec<_> = texts.iter().map(|(&of, text)| (of, excerpt(text, query))).collect();
    shown.sort_by_key(|(of, (_, words))| (std::cmp::Reverse(*words), *of != lang));
    shown.into_iter().next().map(|(of, (pieces, _))| (of, pieces))
}

fn marked(pieces: Vec<Piece>) -> AnyView {
    let one = |Piece { text, is_marked }| if is_marked { view! { <mark>{text}</mark> }.into_any() } else { text.into_any() };
    pieces.into_iter().map(one).collect_view().into_any()
}

/// Where a hit leads.
fn href(hit: &Hit) -> String {
    let project = format!("/desk/projects/{}", hit.handle());
    let (id, within) = (&hit.subject_id, &hit.within);
    match hit.kind {
        Kind::Project => project,
        // What was written since the last version stands on the section's own page, in the three languages too.
        Kind::Section if hit.is_frozen => format!("{project}/text#section-{}", hit.part),
        Kind::Section => format!("{project}/edit/{}", hit.part),
        Kind::Note => format!("/desk/notes/{within}"),
        Kind::Meeting => format!("{}/{id}", super::meetings::LIST),
        Kind::Point => format!("{project}/points#point-{within}"),
        Kind::Thread => format!("{project}/discussion/{id}"),
        Kind::Message => format!("{project}/discussion/{within}#m-{id}"),
        Kind::File => format!("/desk/files/{id}"),
    }
}

fn hit(lang: Lang, query: &Query, hit: &Hit) -> AnyView {
    let written = date(lang, hit.written_at);
    let text = shown(&hit.texts(), query, lang);
    // What has a name of its own is named by it; of the rest the text is shown below.
    let (name, text) = match (hit.kind, text) {
        (Kind::Project | Kind::Thread, Some((of, pieces))) => {
            (view! { <bdi lang=of.code() dir=of.dir()>{marked(pieces)}</bdi> }.into_any(), None)
        }
        (Kind::File, Some((_, pieces))) => (view! { <bdi dir="auto">{marked(pieces)}</bdi> }.into_any(), None),
        (Kind::Section, text) => (word(lang, "section", &hit.part).into_any(), text),
        // A label is written from the left, as a code is.
        (Kind::Note, text) => (view! { <bdi dir="ltr">{marked(excerpt(&hit.within, query).0)}</bdi> }.into_any(), text),
        (Kind::Meeting, text) => (super::meetings::named(lang, hit.group(lang), hit.number()).into_any(), text),
        (Kind::Point, text) => (tf(lang, "search-point", [("number", hit.within.clone().into())]).into_any(), text),
        (_, text) => (tf(lang, "search-message", [("date", written.clone().into())]).into_any(), text),
    };
    let text = text.map(|(of, pieces)| view! { <p class="hit__text" lang=of.code() dir=of.dir()>{marked(pieces)}</p> });
    view! {
        <li class="hit">
            <p class="hit__head">
                <a class="hit__link" href=href(hit)>{name}</a>
                {tag::tag("plain", word(lang, "search-kind", hit.kind.code()))}
                {private(lang, hit.audience)}
            </p>
            {text}
            {where_it_is(lang, query, hit, written)}
        </li>
    }
    .into_any()
}

/// Who reads it, where not all do.
fn private(lang: Lang, audience: Audience) -> Option<AnyView> {
    let (kind, picture) = match audience {
        Audience::Joint | Audience::Security => return None,
        Audience::CaucusIl | Audience::CaucusSy | Audience::CaucusUs => ("tag tag--caucus", "lock"),
        Audience::ChannelIl | Audience::ChannelSy => ("tag tag--channel", "eye"),
    };
    Some(view! { <span class=kind>{icon(picture)}" "{audience::sentence(lang, audience)}</span> }.into_any())
}

/// Of which project or group, and when.
fn where_it_is(lang: Lang, query: &Query, hit: &Hit, written: String) -> AnyView {
    match hit.stage {
        Some(stage) => of_project(lang, query, hit, stage, written),
        None => {
            let group = (hit.kind != Kind::Meeting).then(|| view! { <bdi>{hit.group(lang).to_owned()}</bdi>" · " });
            view! { <p class="hit__project">{group}{word(lang, "sector", hit.sector.code())}" · "{written}</p> }.into_any()
        }
    }
}

fn of_project(lang: Lang, query: &Query, hit: &Hit, stage: Stage, written: String) -> AnyView {
    let code = hit.code.as_deref().map(|code| {
        view! { <bdi class="code" dir="ltr">{marked(excerpt(code, query).0)}</bdi>" " }
    });
    let titles = hit.titles();
    let (of, title) =
        pick(&titles, lang).map_or_else(|| (lang, t(lang, "project-untitled")), |(of, title)| (of, title.to_owned()));
    // A project that was found by its title in another language is named in the reader's too.
    let named = hit.kind == Kind::Project && shown(&titles, query, lang).is_some_and(|(found, _)| found == of);
    let title = (!named).then(|| {
        view! { <a href=format!("/desk/projects/{}", hit.handle())><bdi lang=of.code() dir=of.dir()>{title}</bdi></a>" " }
    });
    let draft = hit.code.is_none().then(|| view! { <span>{t(lang, "project-draft-name")}</span>" " });
    // A message is named by its day already.
    let written = (hit.kind != Kind::Message).then(|| format!(" · {written}"));
    view! {
        <p class="hit__project">
            {code}{draft}{title}
            <span>{word(lang, "sector", hit.sector.code())}" · "{word(lang, "stage", stage.code())}{written}</span>
        </p>
    }
    .into_any()
}
