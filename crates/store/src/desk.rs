//! The desk: which projects wait for somebody, and notices to those whose turn it has become.

use domain::clock::{self, Turn};
use domain::facts::Facts;
use domain::ledger::Entry;
use domain::notice::Topic;
use domain::party::Party;
use domain::time::Timestamp;
use domain::viewer::Viewer;
use serde::Deserialize;

use crate::outbox::Kind;
use crate::project::{Line, line_columns, own_columns, with_newest};
use crate::visible::{viewer_values, visible_to};
use crate::{Error, Tx, Visible, outbox};

/// Most rows of the desk; whoever has more waiting sorts them by project list.
pub const LIMIT: i64 = 200;

/// The open projects that the viewer reads, those that have waited longest first, at most `$3`: as the index `projects_open` has them.
macro_rules! open_projects {
    () => {
        concat!(
            " from projects p where ",
            visible_to!(),
            " and p.stage not in ('closed','withdrawn','declined','lapsed') order by p.recorded_at, p.id limit $3"
        )
    };
}

const OPEN: &str = concat!(
    "select ",
    line_columns!(),
    " from (select ",
    own_columns!(),
    open_projects!(),
    ") p ",
    with_newest!(),
    " order by p.recorded_at, p.id"
);
/// Since when the oldest point of a party waits for an answer.
macro_rules! unanswered {
    ($party:literal) => {
        concat!(
            "(select min(t.recorded_at) from open_points t where t.project_id = p.id and t.party = '",
            $party,
            "' and not exists (select 1 from answers a where a.point_id = t.id))"
        )
    };
}

const ERRANDS: &str = concat!(
    "select p.id as project_id, ",
    unanswered!("il"),
    " as of_il, ",
    unanswered!("sy"),
    " as of_sy, ",
    unanswered!("us"),
    " as of_us, \
     exists (select 1 from preparations d join ballots b on b.id = d.ballot_id where d.project_id = p.id and b.outcome = 'passed' \
       and not exists (select 1 from sign_offs o where o.ballot_id = b.id)) as prepared, \
     exists (select 1 from summaries s where s.project_id = p.id \
       and not exists (select 1 from releases r where r.summary_id = s.id) \
       and not exists (select 1 from summaries n where n.project_id = s.project_id and n.number > s.number) \
       and not exists (select 1 from consents c where c.subject = 'summary' and c.subject_id = s.id and c.party = $4 \
         and not exists (select 1 from consent_ends e where e.consent_id = c.id))) as summary, \
     exists (select 1 from consents c where c.project_id = p.id and c.party <> $4 \
       and ((c.subject = 'ballot' and p.stage = 'in_discussion' and c.subject_hash = (select v.content_hash from newest_versions v \
             where v.project_id = p.id) and not exists (select 1 from ballots b where b.id = c.subject_id)) \
         or (c.subject_id = p.authorisation_id and (c.subject, p.stage) in (('implementing','cleared'), ('completed','implementing'), \
             ('closed','implementing'), ('closed','completed'))) \
         or (c.subject = 'withdrawal' and c.subject_hash = (select v.content_hash from newest_versions v where v.project_id = p.id)) \
         or (c.subject = 'tabling' and p.stage = 'draft')) \
       and not exists (select 1 from consent_ends e where e.consent_id = c.id) \
       and not exists (select 1 from consents o where o.subject = c.subject and o.subject_id = c.subject_id \
         and o.subject_hash = c.subject_hash and o.party = $4 \
         and not exists (select 1 from consent_ends e where e.consent_id = o.id))) as consent \
     from (select p.id, p.stage, p.authorisation_id, p.recorded_at",
    open_projects!(),
    ") p order by p.recorded_at, p.id"
);
/// Small things that wait in a project beside its stage.
#[derive(Clone, Debug, Deserialize)]
pub struct Errands {
    /// In which project.
    pub project_id: domain::id::ProjectId,
    of_il: Option<Timestamp>,
    of_sy: Option<Timestamp>,
    of_us: Option<Timestamp>,
    /// A dossier waits for an officer.
    pub prepared: bool,
    /// A summary waits for this side's consent.
    pub summary: bool,
    /// The other side has consented to something and waits for this one.
    pub consent: bool,
}

impl Errands {
    /// The parties whose points nobody has answered, and since when the oldest waits.
    pub fn points(&self) -> impl Iterator<Item = (Party, Timestamp)> {
        let of = [(Party::Il, self.of_il), (Party::Sy, self.of_sy), (Party::Us, self.of_us)];
        of.into_iter().filter_map(|(party, since)| Some((party, since?)))
    }
}

/// The open projects that this viewer reads, those that have waited longest first, with what waits in each.
///
/// # Errors
/// The database fails.
pub async fn open(tx: &mut Tx, viewer: &Viewer) -> Result<Vec<Visible<(Line, Errands)>>, Error> {
    let [caucus, person] = viewer_values(viewer);
    let lines: Vec<Line> = tx.list(OPEN, &[caucus.clone(), person.clone(), LIMIT.into()]).await?;
    let errands: Vec<Errands> = tx.list(ERRANDS, &[caucus, person, LIMIT.into(), viewer.party.code().into()]).await?;
    Ok(lines.into_iter().zip(errands).filter(|(line, errand)| line.id == errand.project_id).map(Visible::new).collect())
}

/// Notes for each person whose turn it has become, in the transaction of its cause; what is mailed later carries no text.
pub(crate) async fn notify(tx: &mut Tx, facts: &Facts, entry: &Entry) -> Result<(), Error> {
    let Some(ball) = clock::ball(&clock::Standing::begun(&facts.project)) else { return Ok(()) };
    let occasion = domain::id::Occasion::new(entry.recorded_at, [0; 32]).branch(entry.id.as_str());
    let roles = clock::who_acts(facts.project.stage, ball.holder, Turn::Holder);
    for person in crate::clock::holders(tx, &roles, &facts.project.group_id).await? {
        outbox::add(tx, Kind::Turn, &person, Some(&entry.id), occasion).await?;
        crate::notice::make_for(tx, &person, (&entry.id, entry.recorded_at), Topic::Duties).await?;
    }
    Ok(())
}
