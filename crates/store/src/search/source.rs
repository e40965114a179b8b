//! Where each kind is found: how one thing is read with its texts, and how all of its kind are named. A thing of several rows, as a
//! meeting with its agenda and its decisions, is one text. A new kind is one row here,
//! one name in `domain::search`, and one line in [`super::index`] that says which record it follows.

use domain::formal_note;
use domain::id::{GroupId, ProjectId};
use domain::meeting::agenda::Content;
use domain::party::{Audience, Party, Proposer};
use domain::project::Sector;
use domain::search::{Kind, Traits, forms};
use domain::text::Lang;
use domain::time::Timestamp;
use serde::Deserialize;

/// A kind's statements.
pub(super) struct Source {
    /// What is read.
    pub kind: Kind,
    /// The rows of one thing, by its id `$1` and its part `$2`; none where it is no longer there.
    pub one: &'static str,
    /// The ids and parts of all, after `$1` and `$2`, `$3` of them.
    pub all: &'static str,
}

/// What every statement takes from the project.
macro_rules! of_project {
    () => {
        "p.id as project_id, p.group_id, p.sector, p.proposed_by, p.code"
    };
}

/// The three columns of a text that was written in one language.
macro_rules! in_its_language {
    ($text:literal) => {
        concat!(
            "case when x.lang = 'en' then ",
            $text,
            " end as text_en, case when x.lang = 'he' then ",
            $text,
            " end as text_he, case when x.lang = 'ar' then ",
            $text,
            " end as text_ar"
        )
    };
}

/// The newest text of a section in each language.
const SECTION: &str = concat!(
    "select p.id as subject_id, '' as within, p.ledger as audience, max(x.recorded_at) as written_at, ",
    of_project!(),
    ", max(case when x.lang = 'en' then x.text end) as text_en, max(case when x.lang = 'he' then x.text end) as text_he, \
     max(case when x.lang = 'ar' then x.text end) as text_ar from edits x join projects p on p.id = x.project_id \
     where x.project_id = $1 and x.section = $2 and x.number = (select max(n.number) from edits n \
     where n.project_id = x.project_id and n.section = x.section and n.lang = x.lang) group by p.id"
);
const POINT: &str = concat!(
    "select x.id as subject_id, cast(x.number as text) as within, x.ledger as audience, x.recorded_at as written_at, ",
    of_project!(),
    ", ",
    in_its_language!("x.text || ' · ' || x.resolve"),
    " from points x join projects p on p.id = x.project_id where x.id = $1 and $2 = ''"
);
const ANSWER: &str = concat!(
    "select x.id as subject_id, cast(o.number as text) as within, x.ledger as audience, x.recorded_at as written_at, ",
    of_project!(),
    ", ",
    in_its_language!("x.text"),
    " from answers x join points o on o.id = x.point_id join projects p on p.id = x.project_id \
     where x.id = $1 and $2 = ''"
);
const THREAD: &str = concat!(
    "select x.id as subject_id, '' as within, x.audience, x.recorded_at as written_at, ",
    of_project!(),
    ", ",
    in_its_language!("x.title"),
    " from threads x join projects p on p.id = x.project_id where x.id = $1 and $2 = ''"
);
const MESSAGE: &str = concat!(
    "select m.id as subject_id, m.thread_id as within, m.audience, m.recorded_at as written_at, ",
    of_project!(),
    ", ",
    in_its_language!("x.text"),
    " from messages m join wordings x on x.message_id = m.id join projects p on p.id = m.project_id \
     where m.id = $1 and $2 = '' and x.number = (select max(n.number) from wordings n where n.message_id = m.id) \
     and not exists (select 1 from message_ends e where e.message_id = m.id)"
);
/// A name has no language; it stands in the first column.
const FILE: &str = concat!(
    "select x.id as subject_id, '' as within, p.ledger as audience, x.recorded_at as written_at, ",
    of_project!(),
    ", x.name as text_en, null as text_he, null as text_ar from attachments x join projects p on p.id = x.project_id \
     where x.id = $1 and $2 = '' and not exists (select 1 from removals r where r.attachment_id = x.id)"
);
/// A file of a message has the thread's readers, and goes with the message.
const MESSAGE_FILE: &str = concat!(
    "select x.id as subject_id, '' as within, x.audience, x.recorded_at as written_at, ",
    of_project!(),
    ", x.name as text_en, null as text_he, null as text_ar from message_files x join projects p on p.id = x.project_id \
     where x.id = $1 and $2 = '' and not exists (select 1 from message_ends e where e.message_id = x.message_id)"
);

/// A note between parties, of a group and no project.
const NOTE: &str = concat!(
    "select x.id as subject_id, '' as within, x.audience, x.recorded_at as written_at, null as project_id, x.group_id, g.sector, \
     case when x.party in ('il', 'sy') then x.party end as proposed_by, null as code, x.party, x.year, x.number, ",
    in_its_language!("x.title || ' · ' || x.text"),
    " from formal_notes x join working_groups g on g.id = x.group_id where x.id = $1 and $2 = ''"
);
/// The newest agenda and place, the wordings that stand or were agreed, what is left to do, and the sides' statements.
const MEETING: &str = concat!(
    "select m.id as subject_id, cast(m.number as text) as within, m.ledger as audience, w.recorded_at as written_at, null as project_id, m.group_id, \
     g.sector, null as proposed_by, null as code, w.agenda, w.text_en, w.text_he, w.text_ar \
     from meetings m join working_groups g on g.id = m.group_id join (\
     select x.meeting_id, x.recorded_at, x.content as agenda, null as text_en, null as text_he, null as text_ar from agendas x \
     where x.revision = (select max(n.revision) from agendas n where n.meeting_id = x.meeting_id) \
     union all select x.meeting_id, x.recorded_at, null as agenda, ",
    in_its_language!("x.place"),
    " from meeting_plans x where x.revision = (select max(n.revision) from meeting_plans n where n.meeting_id = x.meeting_id) \
     union all select x.meeting_id, x.recorded_at, null as agenda, x.text_en, x.text_he, x.text_ar from decisions x \
     where x.number = (select max(n.number) from decisions n where n.meeting_id = x.meeting_id and n.item_id = x.item_id) \
     or 2 = (select count(distinct c.party) from meeting_consents c where c.meeting_id = x.meeting_id and c.subject = 'decision' \
     and c.subject_hash = x.hash and not exists (select 1 from meeting_consent_ends e where e.consent_id = c.id)) \
     union all select x.meeting_id, x.recorded_at, null as agenda, ",
    in_its_language!("x.text || ' · ' || x.office"),
    " from action_items x union all select x.meeting_id, x.recorded_at, null as agenda, ",
    in_its_language!("x.text"),
    " from statements x) w on w.meeting_id = m.id where m.id = $1 and w.meeting_id = $1 and $2 = ''"
);

/// Every source; two may give one kind.
pub(super) const SOURCES: &[Source] = &[
    Source {
        kind: Kind::Project,
        one: SECTION,
        all: "select distinct project_id, section from edits where section = 'title' and (project_id, section) > ($1, $2) \
              order by project_id, section limit $3",
    },
    Source {
        kind: Kind::Section,
        one: SECTION,
        all: "select distinct project_id, section from edits where section <> 'title' and (project_id, section) > ($1, $2) \
              order by project_id, section limit $3",
    },
    Source { kind: Kind::Note, one: NOTE, all: "select id, '' from formal_notes where id > $1 and $2 = '' order by id limit $3" },
    Source {
        kind: Kind::Meeting,
        one: MEETING,
        all: "select id, '' from meetings where id > $1 and $2 = '' order by id limit $3",
    },
    Source { kind: Kind::Point, one: POINT, all: "select id, '' from points where id > $1 and $2 = '' order by id limit $3" },
    Source { kind: Kind::Point, one: ANSWER, all: "select id, '' from answers where id > $1 and $2 = '' order by id limit $3" },
    Source { kind: Kind::Thread, one: THREAD, all: "select id, '' from threads where id > $1 and $2 = '' order by id limit $3" },
    Source {
        kind: Kind::Message,
        one: MESSAGE,
        all: "select id, '' from messages where id > $1 and $2 = '' order by id limit $3",
    },
    Source { kind: Kind::File, one: FILE, all: "select id, '' from attachments where id > $1 and $2 = '' order by id limit $3" },
    Source {
        kind: Kind::File,
        one: MESSAGE_FILE,
        all: "select id, '' from message_files where id > $1 and $2 = '' order by id limit $3",
    },
];

/// A thing as it is read to be found.
#[derive(Debug, Deserialize)]
pub(super) struct Document {
    pub subject_id: String,
    /// Where it stands: a message's thread, a point's number; a note's label, a meeting's number.
    pub within: String,
    pub audience: Audience,
    pub written_at: Timestamp,
    pub project_id: Option<ProjectId>,
    pub group_id: GroupId,
    sector: Sector,
    proposed_by: Option<Proposer>,
    code: Option<String>,
    pub text_en: Option<String>,
    pub text_he: Option<String>,
    pub text_ar: Option<String>,
    /// Of a note what its label is made of.
    party: Option<Party>,
    year: Option<i64>,
    number: Option<i64>,
    /// Of a meeting its agenda as it is kept.
    agenda: Option<String>,
}

impl Document {
    /// The rows of a thing as one document, with what only the domain can read of them.
    pub fn of(rows: Vec<Self>) -> Option<Self> {
        rows.into_iter().map(Self::told).reduce(|mut all, row| {
            all.written_at = all.written_at.max(row.written_at);
            for (text, more) in all.texts_mut().into_iter().zip([row.text_en, row.text_he, row.text_ar]) {
                *text = [text.take(), more].into_iter().flatten().reduce(|one, other| format!("{one}\n{other}"));
            }
            all
        })
    }

    fn told(mut self) -> Self {
        if let (Some(party), Some(year), Some(number)) = (self.party, self.year, self.number) {
            self.within = formal_note::label(party, self.audience, year, number);
            self.code = Some(self.within.clone());
        }
        let agenda: Content = self.agenda.as_deref().and_then(|kept| serde_json::from_str(kept).ok()).unwrap_or_default();
        for (lang, text) in Lang::ALL.into_iter().zip(self.texts_mut()) {
            let titles: Vec<&str> = agenda.items.iter().filter_map(|item| item.titles.get(&lang)).map(String::as_str).collect();
            if !titles.is_empty() {
                *text = Some(titles.join(" · "));
            }
        }
        self
    }

    const fn texts_mut(&mut self) -> [&mut Option<String>; 3] {
        [&mut self.text_en, &mut self.text_he, &mut self.text_ar]
    }

    /// The words that the index keeps: those of the texts, of the code where this is a project or a note, and the traits.
    pub fn words(&self, kind: Kind) -> String {
        let code = self.code.as_deref().filter(|_| matches!(kind, Kind::Project | Kind::Note));
        let texts = [self.text_en.as_deref(), self.text_he.as_deref(), self.text_ar.as_deref(), code];
        let traits =
            Traits { kind, group: self.group_id.as_str(), sector: self.sector, side: self.proposed_by, at: self.written_at };
        let words: Vec<String> = forms(texts.into_iter().flatten()).into_iter().chain(traits.terms()).collect();
        words.join(" ")
    }
}
