//! Two matters, after the links: one that Syria is asked about the trials of wheat, one about the control rooms that was settled.

use domain::matter::settle::{self, newest};
use domain::matter::{self, About, Matter, NewMatter};
use domain::project::Sector;
use domain::stage::Stage;
use domain::text::{Lang, Note};
use domain::time::Timestamp;
use domain::viewer::Viewer;
use store::{Db, Failure};

use super::cast::Cast;
use super::links::code;
use super::notes::request;

/// How long before now, in milliseconds.
const BEFORE: i64 = 28 * 60_000;

/// One matter as it is raised.
struct Raised {
    by: &'static str,
    about: (Sector, Stage),
    lang: Lang,
    title: &'static str,
    text: &'static str,
    wish: &'static str,
}

const OPEN: Raised = Raised {
    by: "dan",
    about: (Sector::Agriculture, Stage::InDiscussion),
    lang: Lang::He,
    title: "מועד הזריעה בחלקות הניסוי",
    text: "בסיור בשבוע שעבר נמצא שבשתי חלקות כבר נזרע זן אחר, אף שלוח הזמנים קובע את הזריעה לאחר הגשם הראשון.",
    wish: "הבהרה אם לוח הזמנים עומד בעינו, ואילו חלקות נשארות לניסוי.",
};
const SETTLED: Raised = Raised {
    by: "omar",
    about: (Sector::Energy, Stage::Implementing),
    lang: Lang::Ar,
    title: "اختبار خط الهاتف بين غرفتي التحكم",
    text: "لم يُجرَ الاختبار الأسبوعي للخط مرتين متتاليتين، ولم تُبلَّغ غرفة التحكم في دمشق مسبقًا.",
    wish: "إشعار قبل يوم واحد كلما أُلغي الاختبار.",
};
const ANSWER: &str = "בשני השבועות הוחלף הציוד בחדר הבקרה, וההודעה לא נשלחה בשל חג. מעתה תישלח הודעה ביום שלפני כן.";
const RESOLUTION: &str = "Each control room tells the other one working day ahead, by telephone and by mail, when the weekly test of the line \
     is not held, and names a new day within the same week.";

/// Raises both, before `now`.
pub async fn raise(db: &Db, cast: &Cast, now: Timestamp) -> Result<(), Failure> {
    let at = |minutes: i64| now.plus_millis(minutes * 60_000 - BEFORE);
    raise_one(db, cast, &OPEN, at(0)).await?;
    let id = raise_one(db, cast, &SETTLED, at(2)).await?;
    let words = |lang, text: &str| Note { lang, text: text.to_owned() };
    let answer = words(Lang::He, ANSWER);
    act(db, cast, (&id, "eli", at(4)), move |matter, viewer, at| matter::reply(matter, viewer, &answer, at)).await?;
    let resolution = words(Lang::En, RESOLUTION);
    act(db, cast, (&id, "noa", at(6)), move |matter, viewer, at| settle::propose(matter, viewer, 0, &resolution, at)).await?;
    act(db, cast, (&id, "omar", at(8)), |matter, viewer, at| {
        let hash = newest(matter).map(|one| one.hash.clone()).unwrap_or_default();
        settle::agree(matter, viewer, &hash, at)
    })
    .await
}

async fn raise_one(db: &Db, cast: &Cast, one: &'static Raised, at: Timestamp) -> Result<String, Failure> {
    let (sector, stage) = one.about;
    let (name, asked) = (code(db, cast, one.by, (sector, stage)).await?, request(cast, one.by, at)?);
    let occasion = asked.occasion;
    store::matter::raise(db, &name, &asked, move |viewer, subject, number| {
        let seen = match &subject.about {
            About::Version { content_hash, .. } => content_hash.clone(),
            About::Meeting(_) => String::new(),
        };
        let text = Note { lang: one.lang, text: one.text.to_owned() };
        let (about, title, wish) = (subject.about.clone(), one.title.to_owned(), one.wish.to_owned());
        matter::raise(viewer, &subject.group_id, number, &NewMatter { about, seen, title, text, wish, civilian: true }, occasion)
    })
    .await
}

async fn act<R>(db: &Db, cast: &Cast, (id, by, at): (&str, &str, Timestamp), rule: R) -> Result<(), Failure>
where
    R: Fn(&Matter, &Viewer, domain::id::Occasion) -> Result<domain::change::Change, domain::refusal::Refusal>
        + Send
        + Sync
        + 'static,
{
    let asked = request(cast, by, at)?;
    let occasion = asked.occasion;
    store::matter::perform(db, id, &asked, move |matter, viewer| rule(matter, viewer, occasion)).await
}
