//! A few terms in three languages, after the notes: some that both sides agreed to, and one that waits for a yes.

use domain::glossary::{self, Standing, Words};
use domain::project::Sector;
use domain::refusal::Refusal;
use domain::text::Lang;
use domain::time::Timestamp;
use store::{Db, Failure};

use super::cast::Cast;
use super::notes::request;

/// Who proposes a term, who says yes, and the words in English, Hebrew and Arabic.
type Proposed = (Sector, &'static str, &'static [&'static str], [&'static str; 3]);

const TERMS: [Proposed; 4] = [
    (Sector::Agriculture, "yusuf", &["rana", "dan"], ["wheat rust", "חילדון החיטה", "صدأ القمح"]),
    (Sector::Agriculture, "ruth", &["dan", "rana"], ["trial plot", "חלקת ניסוי", "قطعة تجريبية"]),
    (Sector::Agriculture, "ruth", &["dan"], ["resistant variety", "זן עמיד", "صنف مقاوم"]),
    (Sector::Energy, "eli", &["noa", "omar"], ["substation", "תחנת משנה", "محطة تحويل"]),
];
/// How long before now they begin, and how long after one another, in milliseconds.
const BEFORE: i64 = 45 * 60_000;
const APART: i64 = 60_000;

/// Proposes them and says yes to them, before `now`.
pub async fn agree(db: &Db, cast: &Cast, now: Timestamp) -> Result<(), Failure> {
    let mut at = now.plus_millis(-BEFORE);
    for (sector, by, chairs, words) in TERMS {
        let group = cast.groups.get(&sector).cloned().ok_or(Failure::NotFound)?;
        let words: Words = Lang::ALL.into_iter().zip(words.map(str::to_owned)).collect();
        let (asked, of, given) = (request(cast, by, at)?, group.clone(), words.clone());
        let occasion = asked.occasion;
        let rule = move |viewer: &_, known: &[Standing]| glossary::propose(viewer, &of, &given, known, occasion);
        store::glossary::perform(db, &group, &asked, rule).await?;
        for chair in chairs {
            at = at.plus_millis(APART);
            let (asked, english) = (request(cast, chair, at)?, words[&Lang::En].clone());
            let occasion = asked.occasion;
            let rule = move |viewer: &_, known: &[Standing]| {
                let found = known.iter().find(|one| one.term.term_en == english).ok_or(Refusal::AlreadyEnded)?;
                glossary::consent(viewer, found, occasion)
            };
            store::glossary::perform(db, &group, &asked, rule).await?;
        }
        at = at.plus_millis(APART);
    }
    Ok(())
}
