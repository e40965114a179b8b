//! Meetings of the demonstration: one that was held, with agreed minutes; one that runs now; some that lie ahead.

use std::sync::Arc;

use domain::change::Change;
use domain::id::{AgendaItemId, GroupId, Occasion};
use domain::meeting::agenda::{self, Edit, Pin};
use domain::meeting::minutes::CorrectionOutcome;
use domain::meeting::room::{self, Arriving, Happening, Seat};
use domain::meeting::{Meeting, When, action, decision, minutes, plan};
use domain::party::{Delegation, Party};
use domain::position::Verdict;
use domain::project::Sector;
use domain::refusal::Refusal;
use domain::text::{Lang, Note, Trilingual};
use domain::time::{Day, Timestamp};
use domain::viewer::Viewer;
use store::{Db, Failure, Readers};

use super::cast::Cast;
use super::notes::request;
use super::script::{Scene, What};

const MINUTE: i64 = 60_000;
const HOUR: i64 = 60 * MINUTE;
const DAY: i64 = 24 * HOUR;

/// A rule that is played on a meeting, with the versions that its group's projects have.
pub type Rule = Arc<dyn Fn(&Meeting, &Viewer, &[Pin], Occasion) -> Result<Change, Refusal> + Send + Sync>;

/// Writes the scenes of one meeting.
struct Writer<'cast> {
    cast: &'cast Cast,
    sector: Sector,
    number: i64,
    scenes: Vec<Scene>,
}

impl Writer<'_> {
    fn call(&mut self, by: &str, at: Timestamp, starts_at: Timestamp, place: Note) {
        let when = When { starts_at, ends_at: starts_at.plus_millis(2 * HOUR), place, link: String::new() };
        self.scenes.push(Scene { at, by: by.to_owned(), project: 0, what: What::Call { sector: self.sector, when } });
    }

    fn act<R>(&mut self, by: &str, at: Timestamp, rule: R)
    where
        R: Fn(&Meeting, &Viewer, &[Pin], Occasion) -> Result<Change, Refusal> + Send + Sync + 'static,
    {
        let what = What::Meet { sector: self.sector, number: self.number, rule: Arc::new(rule) };
        self.scenes.push(Scene { at, by: by.to_owned(), project: 0, what });
    }

    /// An item about the newest version of the group's first project.
    fn about_project(&mut self, by: &str, at: Timestamp, titles: [&str; 3]) {
        let titles = trilingual(titles);
        self.act(by, at, move |meeting, viewer, pins, at| {
            let pin = pins.first().cloned();
            agenda::write(
                meeting,
                viewer,
                revision(meeting),
                Edit::Add { titles: titles.clone(), minutes: 40, pin, matter: None, carried: None },
                at,
            )
        });
    }

    fn about(&mut self, by: &str, at: Timestamp, minutes: i64, titles: [&str; 3]) {
        let titles = trilingual(titles);
        self.act(by, at, move |meeting, viewer, _, at| {
            let edit = Edit::Add { titles: titles.clone(), minutes, pin: None, matter: None, carried: None };
            agenda::write(meeting, viewer, revision(meeting), edit, at)
        });
    }

    fn agree(&mut self, chairs: [&str; 2], at: Timestamp) {
        for (place, chair) in chairs.into_iter().enumerate() {
            let later = at.plus_millis(i64::try_from(place).unwrap_or(0) * HOUR / 2);
            self.act(chair, later, |meeting, viewer, _, at| {
                let hash = meeting.agenda().map(|agenda| agenda.hash.clone()).unwrap_or_default();
                agenda::agree(meeting, viewer, &hash, at)
            });
        }
    }

    /// These people come, one after the other, and the meeting is opened with its first item.
    fn begin(&mut self, by: &str, at: Timestamp, people: &[(&str, Party, Seat)]) -> Timestamp {
        let mut at = at;
        for (name, party, seat) in people {
            let person_id = self.cast.people.get(*name).cloned();
            let who = Arriving { party: *party, seat: *seat, person_id, name: None };
            self.act(by, at, move |meeting, viewer, _, at| room::arrive(meeting, viewer, &who, (at.at, at)));
            at = at.plus_millis(MINUTE / 2);
        }
        self.act(by, at, |meeting, viewer, _, at| room::open(meeting, viewer, at));
        let at = at.plus_millis(MINUTE / 2);
        self.happens(by, at, Happening::Opened, 0);
        at
    }

    /// An item is opened or closed, or somebody asks for the floor, by their places.
    fn happens(&mut self, by: &str, at: Timestamp, kind: Happening, place: usize) {
        self.act(by, at, move |meeting, viewer, _, at| {
            let of_item = matches!(kind, Happening::Opened | Happening::Closed);
            let item = || meeting.items().get(place).map(|item| item.id.to_string());
            let who = || meeting.attendees.get(place).map(|one| one.id.to_string());
            let subject = if of_item { item() } else { who() }.ok_or(Refusal::NotPresent)?;
            room::note(meeting, viewer, (kind, &subject), (at.at, at))
        });
    }

    fn words(&mut self, by: &str, at: Timestamp, place: usize, words: [&'static str; 3]) {
        self.act(by, at, move |meeting, viewer, _, at| {
            decision::propose(meeting, viewer, &item(meeting, place)?, words.map(str::to_owned), at)
        });
    }

    fn press(&mut self, chairs: &[&str], at: Timestamp) {
        for (place, chair) in chairs.iter().enumerate() {
            let later = at.plus_millis(i64::try_from(place).unwrap_or(0) * MINUTE / 2);
            self.act(chair, later, |meeting, viewer, _, at| {
                let hash = meeting.decisions.last().map(|one| one.hash.clone()).unwrap_or_default();
                decision::agree(meeting, viewer, &hash, at)
            });
        }
    }

    fn task(&mut self, by: &str, at: Timestamp, days: i64, office: &'static str, text: Note) {
        self.act(by, at, move |meeting, viewer, _, at| {
            let due_on = Day(Day::of_utc(at.at).0 + days);
            let task = action::Task { item: None, party: Party::Sy, office: office.to_owned(), text: text.clone(), due_on };
            action::add(meeting, viewer, task, at)
        });
    }
}

fn trilingual(titles: [&str; 3]) -> Trilingual {
    Lang::ALL.into_iter().zip(titles.map(str::to_owned)).collect()
}

fn revision(meeting: &Meeting) -> i64 {
    meeting.agenda().map_or(0, |agenda| agenda.revision)
}

fn item(meeting: &Meeting, place: usize) -> Result<AgendaItemId, Refusal> {
    meeting.items().get(place).map(|item| item.id.clone()).ok_or(Refusal::NotOnAgenda)
}

fn note(lang: Lang, text: &str) -> Note {
    Note { lang, text: text.to_owned() }
}

const AGRICULTURE: [(&str, Party, Seat); 5] = [
    ("dan", Party::Il, Seat::CoChair),
    ("rana", Party::Sy, Seat::CoChair),
    ("ruth", Party::Il, Seat::Member),
    ("yusuf", Party::Sy, Seat::Member),
    ("helen", Party::Us, Seat::Observer),
];

/// What belongs between the scenes of the projects: the meeting that was held, and those that lie ahead.
pub fn scenes(cast: &Cast, now: Timestamp) -> Vec<Scene> {
    let mut scenes = held(cast, now.plus_millis(-21 * DAY));
    scenes.extend(called(cast, now));
    scenes
}

fn held(cast: &Cast, day: Timestamp) -> Vec<Scene> {
    let mut of = Writer { cast, sector: Sector::Agriculture, number: 1, scenes: vec![] };
    of.call("ana", day.plus_millis(-6 * DAY), day, note(Lang::En, "Conference centre, room 4"));
    of.about_project(
        "dan",
        day.plus_millis(-5 * DAY),
        ["Trial plots: sites and dates", "חלקות הניסוי: אתרים ומועדים", "قطع التجربة: المواقع والمواعيد"],
    );
    of.about(
        "rana",
        day.plus_millis(-5 * DAY + HOUR),
        20,
        ["Certificates for trial seed", "תעודות לזרעי הניסוי", "شهادات بذار التجربة"],
    );
    of.agree(["dan", "rana"], day.plus_millis(-4 * DAY));
    let at = of.begin("ana", day, &AGRICULTURE);
    of.happens("ana", at.plus_millis(2 * MINUTE), Happening::Speaks, 1);
    of.happens("ana", at.plus_millis(7 * MINUTE), Happening::Speaks, 0);
    of.happens("ana", at.plus_millis(12 * MINUTE), Happening::Finished, 0);
    of.words(
        "ana",
        at.plus_millis(15 * MINUTE),
        0,
        [
            "Both services choose their trial plots by the end of the month and name one person each for the sowing.",
            "שני השירותים יבחרו את חלקות הניסוי עד סוף החודש, וכל אחד ימנה אחראי אחד לזריעה.",
            "تختار الدائرتان قطع التجربة حتى نهاية الشهر، وتسمّي كل منهما مسؤولًا واحدًا عن البذار.",
        ],
    );
    of.press(&["rana", "dan"], at.plus_millis(18 * MINUTE));
    of.happens("ana", at.plus_millis(20 * MINUTE), Happening::Opened, 1);
    of.task(
        "ana",
        at.plus_millis(26 * MINUTE),
        12,
        "مديرية وقاية النبات",
        note(Lang::Ar, "إرسال نموذج شهادة الصحة النباتية باللغات الثلاث"),
    );
    of.act("ana", at.plus_millis(38 * MINUTE), |meeting, viewer, _, at| room::end(meeting, viewer, at));
    of.act("ana", at.plus_millis(60 * MINUTE), |meeting, viewer, _, at| minutes::circulate(meeting, viewer, at));
    of.act("yusuf", at.plus_millis(DAY), |meeting, viewer, _, at| {
        minutes::correct(meeting, viewer, None, &note(Lang::Ar, "يُذكر أن العينات تُفحص في المختبرين كليهما."), app::text::day, at)
    });
    of.act("ana", at.plus_millis(DAY + HOUR), |meeting, viewer, _, at| {
        let id = meeting.corrections.first().map(|one| one.id.clone()).ok_or(Refusal::AlreadyEnded)?;
        minutes::answer(meeting, viewer, &id, CorrectionOutcome::Taken, at)
    });
    for (chair, hours) in [("dan", 3), ("rana", 26)] {
        of.act(chair, at.plus_millis(DAY + hours * HOUR), |meeting, viewer, _, at| {
            let hash = meeting.newest_minutes().map(|one| one.hash.clone()).unwrap_or_default();
            minutes::agree(meeting, viewer, &hash, at)
        });
    }
    for (head, hours) in [("tamar", 30), ("layla", 31)] {
        of.act(head, at.plus_millis(DAY + hours * HOUR), |meeting, viewer, _, at| {
            let hash = meeting.newest_minutes().map(|one| one.hash.clone()).unwrap_or_default();
            minutes::release(meeting, viewer, &hash, at)
        });
    }
    of.scenes
}

/// Those that lie ahead; the second of agriculture is opened later.
fn called(cast: &Cast, now: Timestamp) -> Vec<Scene> {
    let of = |sector, number| Writer { cast, sector, number, scenes: vec![] };
    let ago = |hours: i64| now.plus_millis(-hours * HOUR);
    let mut running = of(Sector::Agriculture, 2);
    running.call("dan", ago(100), now.plus_millis(-HOUR / 2), note(Lang::He, "בניין המכון, אולם ב׳"));
    running.about_project("dan", ago(99), ["Results of the first season", "תוצאות העונה הראשונה", "نتائج الموسم الأول"]);
    running.about("rana", ago(98), 25, ["Workshop after the harvest", "סדנה לאחר הקציר", "ورشة ما بعد الحصاد"]);
    running.agree(["dan", "rana"], ago(90));
    let mut next = of(Sector::Agriculture, 3);
    next.call("rana", ago(80), now.plus_days(10), note(Lang::Ar, "عبر الفيديو"));
    next.about("rana", ago(79), 30, ["Budget of the second year", "תקציב השנה השנייה", "ميزانية السنة الثانية"]);
    let mut energy = of(Sector::Energy, 1);
    energy.call("noa", ago(70), now.plus_days(6), note(Lang::En, "By video"));
    energy.about_project("noa", ago(69), ["Metering at the border stations", "מנייה בתחנות הגבול", "القياس في محطات الحدود"]);
    energy.agree(["noa", "omar"], ago(68));
    let mut medicine = of(Sector::Medicine, 1);
    medicine.call("ana", ago(60), now.plus_days(15), note(Lang::En, "Conference centre, room 2"));
    [running, next, energy, medicine].into_iter().flat_map(|of| of.scenes).collect()
}

/// The meeting that runs: opened a while ago, one decision taken, words on the table.
pub fn running(cast: &Cast, now: Timestamp) -> Vec<Scene> {
    let mut of = Writer { cast, sector: Sector::Agriculture, number: 2, scenes: vec![] };
    let at = of.begin("dan", now.plus_millis(-30 * MINUTE), &AGRICULTURE);
    of.happens("dan", at.plus_millis(MINUTE), Happening::Speaks, 0);
    of.words(
        "dan",
        at.plus_millis(6 * MINUTE),
        0,
        [
            "The second season uses the same plots and one more variety from each side.",
            "בעונה השנייה ישמשו אותן חלקות, ומכל צד יתווסף זן אחד.",
            "يُستعمل في الموسم الثاني القطع نفسها، ويُضاف صنف واحد من كل طرف.",
        ],
    );
    of.press(&["dan", "rana"], at.plus_millis(8 * MINUTE));
    of.happens("dan", at.plus_millis(10 * MINUTE), Happening::Speaks, 3);
    of.happens("dan", at.plus_millis(11 * MINUTE), Happening::Asked, 2);
    of.act("dan", at.plus_millis(12 * MINUTE), |meeting, viewer, _, at| {
        let heard =
            decision::Heard { side: Delegation::Sy, verdict: Verdict::Approve, words: note(Lang::Ar, ""), ballot_id: None };
        decision::call_roll(meeting, viewer, &item(meeting, 0)?, &[heard], at)
    });
    of.words(
        "dan",
        at.plus_millis(15 * MINUTE),
        0,
        [
            "Seed of the added varieties is exchanged before 1 March.",
            "זרעי הזנים הנוספים יוחלפו לפני 1 במרץ.",
            "يُتبادل بذار الأصناف المضافة قبل 1 آذار.",
        ],
    );
    of.press(&["rana"], at.plus_millis(17 * MINUTE));
    of.scenes
}

/// Calls a meeting.
pub async fn call(db: &Db, cast: &Cast, scene: &Scene, sector: Sector, when: When) -> Result<(), Failure> {
    let (group, request) = (group(cast, sector)?, request(cast, &scene.by, scene.at)?);
    let (occasion, of) = (request.occasion, group.clone());
    store::meeting::start(db, &group, &request, move |viewer, number| plan(viewer, &of, number, &when, occasion)).await?;
    Ok(())
}

/// Runs a rule on the meeting of a group with this number.
pub async fn meet(db: &Db, cast: &Cast, scene: &Scene, (sector, number): (Sector, i64), rule: Rule) -> Result<(), Failure> {
    let (group, request) = (group(cast, sector)?, request(cast, &scene.by, scene.at)?);
    let occasion = request.occasion;
    let viewer = {
        let mut tx = db.read(&Readers::public()).await?;
        store::person::viewer(&mut tx, &request.person_id).await?.ok_or(Failure::NotFound)?
    };
    let mut tx = db.read(&Readers::of(&viewer)).await?;
    let (found, _) = store::meeting::list(&mut tx, &viewer, group.as_str(), 1).await?;
    let id = found.iter().find(|one| one.number == number).ok_or(Failure::NotFound)?.id.to_string();
    let meeting = store::meeting::find(&mut tx, &viewer, &id).await?.ok_or(Failure::NotFound)?;
    let pins = store::meeting::pins(&mut tx, &meeting).await?;
    drop(tx);
    let pins: Vec<Pin> = pins.iter().map(store::meeting::Pinnable::pin).collect();
    store::meeting::perform(db, &id, &request, false, move |meeting, viewer| rule(meeting, viewer, &pins, occasion)).await
}

fn group(cast: &Cast, sector: Sector) -> Result<GroupId, Failure> {
    cast.groups.get(&sector).cloned().ok_or(Failure::NotFound)
}
