//! Everything the rules know about one project, loaded in one snapshot: a fixed number of statements, whatever the project holds.

use domain::facts::Facts;
use domain::project::Project;
use domain::stage::Stage;
use domain::time::{Day, Timestamp};

use crate::value::Value;
use crate::{Error, Tx, amendment, link, version};

const EDITS: &str = "select e.id, e.project_id, e.section, e.lang, e.number, e.text, e.text_hash, e.source_hash, e.person_id, e.origin from \
     edits e where e.project_id = $1 and not exists (select 1 from edits n where n.project_id = e.project_id and \
     n.section = e.section and n.lang = e.lang and n.number > e.number)";
const AUTHORS: &str = "select distinct person_id from edits where project_id = $1 order by person_id";
const SCOPE: &str = "select id, project_id, purpose, no_military_party, no_collection, no_military_site, dual_use, person_id from \
     scopes where project_id = $1 order by recorded_at desc, id desc limit 1";
const ATTACHMENTS: &str = "select a.id, a.project_id, a.name, a.media_type, a.size, a.digest, a.person_id from attachments a where \
     a.project_id = $1 and not exists (select 1 from removals r where r.attachment_id = a.id) order by a.recorded_at, \
     a.id";
const BALLOTS: &str = "select id, project_id, number, version_id, content_hash, level, recorded_at, closed_at, outcome from ballots \
     where project_id = $1 order by number";
const CONSENTS: &str = "select c.id, c.project_id, c.subject, c.subject_id, c.subject_hash, c.party, c.person_id from consents c where \
     c.project_id = $1 and not exists (select 1 from consent_ends e where e.consent_id = c.id) order by \
     c.recorded_at, c.id";
const MANDATES: &str = "select m.id, m.person_id, m.party, m.group_id, m.power, m.starts_at, m.ends_at from held_mandates m where m.group_id \
     = $1 order by m.recorded_at, m.id";
const MARKS: &str = "select id, project_id, section, lang, text_hash, source_hash, party, degree, person_id from marks where \
     project_id = $1 order by recorded_at, id";
const POSITIONS: &str = "select id, ballot_id, project_id, version_id, content_hash, level, party, number, mandate_id, person_id, \
     verdict, lang, statement from positions where project_id = $1 order by recorded_at, number, id";
const WITHDRAWALS: &str = "select position_id, project_id, party, level, mandate_id, person_id, lang, reason from withdrawals where \
     project_id = $1 order by recorded_at, position_id";
const POINTS: &str = "select id, project_id, version_id, content_hash, party, person_id, number, position_id, sign_off_id, section, \
     class, lang, text, resolve, link_id from points where project_id = $1 order by number";
const ANSWERS: &str = "select id, point_id, project_id, party, person_id, lang, text from answers where project_id = $1 order by \
     recorded_at, id";
const POINT_ENDS: &str = "select point_id, project_id, party, person_id, lang, note from point_ends where project_id = $1 order by \
     recorded_at, point_id";
const CONDITIONS: &str = "select id, project_id, version_id, content_hash, position_id, sign_off_id, party, person_id, number, lang, text, \
     owner, due, evidence from conditions where project_id = $1 order by number";
const VERIFICATIONS: &str = "select id, condition_id, project_id, party, person_id, lang, note from verifications where project_id = $1 order \
     by recorded_at, id";
const PREPARATIONS: &str = "select id, project_id, ballot_id, dossier_hash, person_id, lang, note from preparations where project_id = $1 \
     order by recorded_at, id";
const EXTENSIONS: &str = "select id, project_id, ballot_id, number, party, power, mandate_id, person_id, lang, reason from review_extensions \
     where project_id = $1 order by recorded_at, number, id";
const SIGN_OFFS: &str = "select id, ballot_id, project_id, version_id, content_hash, level, dossier_hash, decision, valid_until, party, \
     power, mandate_id, person_id, preparer_id, lang, note from sign_offs where project_id = $1 order by recorded_at, \
     id";
const REVOCATIONS: &str = "select sign_off_id, project_id, party, power, mandate_id, person_id, lang, reason from revocations where \
     project_id = $1 order by recorded_at, sign_off_id";
const AUTHORISATIONS: &str = "select id, ballot_id, project_id, version_id, content_hash, level, verdict, decision, il_position, il, \
     sy_position, sy, sign_off_id from authorisations where project_id = $1 order by recorded_at, id";
const STOP_WORKS: &str = "select id, project_id, party, person_id, lang, reason from stop_works where project_id = $1 order by \
     recorded_at, id";
const STOP_WORK_ENDS: &str = "select stop_work_id, project_id, party, person_id, lang, note from stop_work_ends where project_id = $1 order by \
     recorded_at, stop_work_id";
const CLOSING_NOTES: &str = "select consent_id, project_id, party, person_id, lang, note from closing_notes where project_id = $1 order by \
     recorded_at, consent_id";
const SUMMARIES: &str =
    "select id, project_id, number, content, hash, person_id from summaries where project_id = $1 order by number";
const RELEASES: &str = "select summary_id, project_id from releases where project_id = $1 order by recorded_at, summary_id";
const RETRACTIONS: &str = "select summary_id, project_id, person_id, lang, reason from retractions where project_id = $1 order by \
     recorded_at, summary_id";
/// By length first: `ENE-2026-1000` comes after `ENE-2026-999`.
const CODES: &str = "select code from projects where code >= $1 and code < $2 order by length(code) desc, code desc limit 1";

/// Loads the facts of a project that its viewer was found to see.
pub(crate) async fn load(tx: &mut Tx, project: Project, at: Timestamp) -> Result<Facts, Error> {
    let mut facts = Facts::new(project);
    let id: &[Value] = &[facts.project.id.as_str().into()];
    facts.texts =
        tx.list(EDITS, id).await?.into_iter().map(|edit: domain::edit::Edit| ((edit.section.clone(), edit.lang), edit)).collect();
    facts.authors = tx.list(AUTHORS, id).await?.into_iter().map(|(person,)| person).collect();
    facts.scope = tx.find(SCOPE, id).await?;
    facts.attachments = tx.list(ATTACHMENTS, id).await?;
    facts.mandates = tx.list(MANDATES, &[facts.project.group_id.as_str().into()]).await?;
    if facts.is_joint() {
        joint(tx, &mut facts, id).await?;
    }
    if facts.project.stage == Stage::Draft {
        facts.next_code = next_code(tx, &facts.project, at).await?;
    }
    Ok(facts)
}

/// What only a project that all may read can have.
async fn joint(tx: &mut Tx, facts: &mut Facts, id: &[Value]) -> Result<(), Error> {
    facts.newest = version::newest(tx, &facts.project.id).await?;
    facts.ballots = tx.list(BALLOTS, id).await?;
    facts.consents = tx.list(CONSENTS, id).await?;
    facts.amendments = amendment::open(tx, id).await?;
    facts.links = link::standing(tx, id).await?;
    facts.marks = tx.list(MARKS, id).await?;
    facts.positions = tx.list(POSITIONS, id).await?;
    facts.withdrawals = tx.list(WITHDRAWALS, id).await?;
    facts.points = tx.list(POINTS, id).await?;
    facts.answers = tx.list(ANSWERS, id).await?;
    facts.point_ends = tx.list(POINT_ENDS, id).await?;
    facts.conditions = tx.list(CONDITIONS, id).await?;
    facts.verifications = tx.list(VERIFICATIONS, id).await?;
    facts.preparations = tx.list(PREPARATIONS, id).await?;
    facts.extensions = tx.list(EXTENSIONS, id).await?;
    facts.sign_offs = tx.list(SIGN_OFFS, id).await?;
    facts.revocations = tx.list(REVOCATIONS, id).await?;
    facts.authorisations = tx.list(AUTHORISATIONS, id).await?;
    facts.stop_works = tx.list(STOP_WORKS, id).await?;
    facts.stop_work_ends = tx.list(STOP_WORK_ENDS, id).await?;
    facts.closing_notes = tx.list(CLOSING_NOTES, id).await?;
    facts.summaries = tx.list(SUMMARIES, id).await?;
    facts.releases = tx.list(RELEASES, id).await?;
    facts.retractions = tx.list(RETRACTIONS, id).await?;
    Ok(())
}

/// The year and the next free number of the sector's codes.
async fn next_code(tx: &mut Tx, project: &Project, at: Timestamp) -> Result<(i64, i64), Error> {
    let year = year_of(Day::of_utc(at));
    let stem = format!("{}-{year}-", project.sector.prefix());
    let last: Option<(String,)> = tx.find(CODES, &[stem.as_str().into(), format!("{stem}:").into()]).await?;
    let number = last.and_then(|(code,)| code.rsplit('-').next().and_then(|digits| digits.parse::<i64>().ok()));
    Ok((year, number.unwrap_or(0) + 1))
}

/// The civil year of a day, by the 400-year cycle of the Gregorian calendar.
pub(crate) fn year_of(day: Day) -> i64 {
    let shifted = day.0 + 719_468;
    let era = shifted.div_euclid(146_097);
    let of_era = shifted.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let day_of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    // The cycle begins in March; January and February belong to the next civil year.
    year_of_era + era * 400 + i64::from(day_of_year >= 306)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_year_turns_on_the_first_of_january() {
        assert_eq!(year_of(Day(0)), 1970);
        assert_eq!(year_of(Day(-1)), 1969);
        assert_eq!(year_of(Day(20_819)), 2027);
        assert_eq!(year_of(Day(20_818)), 2026);
    }
}
