//! A few formal notes, after all projects have been played: one answered, one that waits, one of a channel.

use domain::formal_note::{self, Addressee, NewNote};
use domain::id::Occasion;
use domain::party::Audience;
use domain::project::Sector;
use domain::text::{Lang, Note};
use domain::time::{Day, Timestamp};
use store::perform::Request;
use store::{Db, Failure};

use super::cast::Cast;
use crate::clock;

/// One note of the demonstration.
struct Sent {
    group: Sector,
    by: &'static str,
    audience: Audience,
    to: Addressee,
    /// The place of the note that it answers.
    answers: Option<usize>,
    /// In how many days an answer is asked for.
    due: Option<i64>,
    /// Who took note, with the office.
    taken: Option<(&'static str, &'static str)>,
    lang: Lang,
    title: &'static str,
    text: &'static str,
}

const NOTES: [Sent; 5] = [
    Sent {
        group: Sector::Agriculture,
        by: "dan",
        audience: Audience::Joint,
        to: Addressee::Sy,
        answers: None,
        due: Some(12),
        taken: Some(("rana", "مديرية وقاية النبات")),
        lang: Lang::He,
        title: "תעודות בריאות לזרעי הניסוי",
        text: "המשלחת מבקשת לדעת מי מוסמך אצלכם לחתום על תעודת בריאות הצומח לזרעי הניסוי, ובאילו ימים המעבר פתוח למשלוחים.\n\nנודה על תשובה לפני תחילת הזריעה.",
    },
    Sent {
        group: Sector::Agriculture,
        by: "rana",
        audience: Audience::Joint,
        to: Addressee::Il,
        answers: Some(0),
        due: None,
        taken: None,
        lang: Lang::Ar,
        title: "شهادات الصحة لبذار التجربة",
        text: "توقّع الشهادات مديرية وقاية النبات في درعا، ويُفتح المعبر للإرساليات يومي الأحد والثلاثاء.\n\nونرفق أسماء الموقّعين المعتمدين في الاجتماع القادم.",
    },
    Sent {
        group: Sector::Agriculture,
        by: "helen",
        audience: Audience::ChannelIl,
        to: Addressee::Il,
        answers: None,
        due: None,
        taken: None,
        lang: Lang::En,
        title: "Licence for the seed counter",
        text: "The seed counter named in the annex needs no licence. The label printer does; the form takes about two weeks.",
    },
    Sent {
        group: Sector::Agriculture,
        by: "rana",
        audience: Audience::Joint,
        to: Addressee::IlUs,
        answers: None,
        due: Some(9),
        taken: None,
        lang: Lang::Ar,
        title: "موعد ورشة ما بعد الحصاد",
        text: "يقترح الوفد عقد الورشة المشتركة في الأسبوع الثالث بعد الحصاد، ويرجو تأكيد الموعد وعدد المشاركين من كل طرف.",
    },
    Sent {
        group: Sector::Energy,
        by: "omar",
        audience: Audience::Joint,
        to: Addressee::Il,
        answers: None,
        due: None,
        taken: Some(("noa", "חברת ניהול המערכת")),
        lang: Lang::Ar,
        title: "أرقام هواتف غرفتي التحكم",
        text: "نحيطكم علمًا بأن رقم غرفة التحكم في دمشق سيتغيّر في أول الشهر القادم، ويبقى الرقم القديم عاملًا مدة شهر.",
    },
];

/// Sends them, an hour apart, before `now`.
pub async fn send(db: &Db, cast: &Cast, now: Timestamp) -> Result<(), Failure> {
    let mut labels: Vec<String> = Vec::new();
    for (place, note) in NOTES.iter().enumerate() {
        let hours = i64::try_from(NOTES.len() - place).unwrap_or(0);
        let at = now.plus_millis(-hours * 3_600_000);
        let new = NewNote {
            audience: note.audience,
            addressee: note.to,
            title: note.title.to_owned(),
            text: Note { lang: note.lang, text: note.text.to_owned() },
            due_on: note.due.map(|days| Day(Day::of_utc(at).0 + days)),
        };
        let reply = note.answers.and_then(|place| labels.get(place)).cloned().unwrap_or_default();
        let request = request(cast, note.by, at)?;
        let group = cast.groups.get(&note.group).cloned().ok_or(Failure::NotFound)?;
        let occasion = request.occasion;
        let rule = move |viewer: &_, before: &_| formal_note::send(viewer, &group, &new, before, occasion);
        let label = store::formal_note::send(db, &request, (note.audience, &reply), rule).await?;
        if let Some((by, office)) = note.taken {
            let request = self::request(cast, by, at.plus_millis(600_000))?;
            let lang = if by == "noa" { Lang::He } else { Lang::Ar };
            let (occasion, office) = (request.occasion, Note { lang, text: office.to_owned() });
            store::formal_note::acknowledge(db, &label, &request, move |viewer, note, given| {
                formal_note::acknowledge(viewer, note, given, &office, occasion)
            })
            .await?;
        }
        labels.push(label);
    }
    Ok(())
}

pub(super) fn request(cast: &Cast, by: &str, at: Timestamp) -> Result<Request, Failure> {
    let person_id = cast.people.get(by).cloned().ok_or(Failure::NotFound)?;
    let occasion = Occasion::new(at, clock::random());
    Ok(Request { person_id, id: "demonstration".to_owned(), occasion, form: None })
}
