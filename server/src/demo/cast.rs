//! The people of the demonstration and what they hold.

use std::collections::BTreeMap;

use app::access::Passwords;
use domain::enrolment::Grant;
use domain::id::{FromBytes, GroupId, Occasion, PersonId};
use domain::party::Party;
use domain::person::Role;
use domain::project::Sector;
use domain::text::Lang;
use domain::time::Timestamp;
use store::person::Enrolment;
use store::{Db, Readers};

use crate::{clock, founding};

/// The one password of all demonstration accounts.
pub const PASSWORD: &str = "demonstration only";

/// People and groups by their short names.
#[derive(Debug, Default)]
pub struct Cast {
    /// Who is who.
    pub people: BTreeMap<String, PersonId>,
    /// The groups by sector.
    pub groups: BTreeMap<Sector, GroupId>,
}

type Part = (&'static str, Party, &'static str, Role, Option<Sector>, [&'static str; 3]);

const M: Option<Sector> = Some(Sector::Medicine);
const E: Option<Sector> = Some(Sector::Energy);
const A: Option<Sector> = Some(Sector::Agriculture);

#[rustfmt::skip]
const PARTS: [Part; 25] = [
    ("tamar", Party::Il, "Tamar Levin", Role::Head, None, ["Head of delegation, Israel", "ראש המשלחת, ישראל", "رئيسة الوفد، إسرائيل"]),
    ("yael", Party::Il, "Yael Barak", Role::Signatory, None, ["Signatory, Israel", "בעלת סמכות חתימה, ישראל", "المفوضة بالتوقيع، إسرائيل"]),
    ("avi", Party::Il, "Avi Shalev", Role::CoChair, M, ["Co-chair for medicine, Israel", "יושב ראש שותף לרפואה, ישראל", "الرئيس المشارك للطب، إسرائيل"]),
    ("noa", Party::Il, "Noa Peretz", Role::CoChair, E, ["Co-chair for energy, Israel", "יושבת ראש שותפה לאנרגיה, ישראל", "الرئيسة المشاركة للطاقة، إسرائيل"]),
    ("dan", Party::Il, "Dan Mizrahi", Role::CoChair, A, ["Co-chair for agriculture, Israel", "יושב ראש שותף לחקלאות, ישראל", "الرئيس المشارك للزراعة، إسرائيل"]),
    ("maya", Party::Il, "Maya Regev", Role::Member, M, ["Member for medicine, Israel", "חברה בקבוצת הרפואה, ישראל", "عضو مجموعة الطب، إسرائيل"]),
    ("eli", Party::Il, "Eli Navon", Role::Member, E, ["Member for energy, Israel", "חבר בקבוצת האנרגיה, ישראל", "عضو مجموعة الطاقة، إسرائيل"]),
    ("ruth", Party::Il, "Ruth Golan", Role::Member, A, ["Member for agriculture, Israel", "חברה בקבוצת החקלאות, ישראל", "عضو مجموعة الزراعة، إسرائيل"]),
    ("gil", Party::Il, "Gil Amir", Role::Translator, None, ["Translator, Israel", "מתרגם, ישראל", "المترجم، إسرائيل"]),
    ("layla", Party::Sy, "Layla Haddad", Role::Head, None, ["Head of delegation, Syria", "ראש המשלחת, סוריה", "رئيسة الوفد، سورية"]),
    ("samir", Party::Sy, "Samir Khoury", Role::Signatory, None, ["Signatory, Syria", "בעל סמכות חתימה, סוריה", "المفوض بالتوقيع، سورية"]),
    ("hala", Party::Sy, "Hala Nasser", Role::CoChair, M, ["Co-chair for medicine, Syria", "יושבת ראש שותפה לרפואה, סוריה", "الرئيسة المشاركة للطب، سورية"]),
    ("omar", Party::Sy, "Omar Darwish", Role::CoChair, E, ["Co-chair for energy, Syria", "יושב ראש שותף לאנרגיה, סוריה", "الرئيس المشارك للطاقة، سورية"]),
    ("rana", Party::Sy, "Rana Azzam", Role::CoChair, A, ["Co-chair for agriculture, Syria", "יושבת ראש שותפה לחקלאות, סוריה", "الرئيسة المشاركة للزراعة، سورية"]),
    ("karim", Party::Sy, "Karim Saleh", Role::Member, M, ["Member for medicine, Syria", "חבר בקבוצת הרפואה, סוריה", "عضو مجموعة الطب، سورية"]),
    ("nour", Party::Sy, "Nour Jabri", Role::Member, E, ["Member for energy, Syria", "חברה בקבוצת האנרגיה, סוריה", "عضو مجموعة الطاقة، سورية"]),
    ("yusuf", Party::Sy, "Yusuf Rahal", Role::Member, A, ["Member for agriculture, Syria", "חבר בקבוצת החקלאות, סוריה", "عضو مجموعة الزراعة، سورية"]),
    ("salma", Party::Sy, "Salma Atassi", Role::Translator, None, ["Translator, Syria", "מתרגמת, סוריה", "المترجمة، سورية"]),
    ("grace", Party::Us, "Grace Miller", Role::Reviewer, None, ["Reviewer, supervisor", "בודקת, הגורם המפקח", "المراجعة، الجهة المشرفة"]),
    ("helen", Party::Us, "Helen Ward", Role::Officer, None, ["Sign-off officer, supervisor", "קצינת אשרור, הגורם המפקח", "مسؤولة المصادقة، الجهة المشرفة"]),
    ("james", Party::Us, "James Cole", Role::Officer, None, ["Deputy sign-off officer, supervisor", "סגן קצין אשרור, הגורם המפקח", "نائب مسؤول المصادقة، الجهة المشرفة"]),
    ("ana", Party::None, "Ana Costa", Role::Secretariat, None, ["Secretariat", "המזכירות", "الأمانة"]),
    ("luis", Party::None, "Luis Vega", Role::Secretariat, None, ["Deputy secretary", "סגן המזכירה", "نائب الأمينة"]),
    ("erik", Party::None, "Erik Lund", Role::Administrator, None, ["Administrator", "מנהל המערכת", "مدير النظام"]),
    ("ingrid", Party::None, "Ingrid Holm", Role::Administrator, None, ["Deputy administrator", "סגנית מנהל המערכת", "نائبة مدير النظام"]),
];

const fn host(party: Party) -> &'static str {
    match party {
        Party::Il => "il.example",
        Party::Sy => "sy.example",
        Party::Us => "us.example",
        Party::None => "secretariat.example",
    }
}

/// Makes the groups and enrols everybody.
pub async fn enrol(db: &Db, pepper: [u8; 32], at: Timestamp) -> Result<Cast, String> {
    let hash =
        Passwords::new(1, pepper).hash(PASSWORD.to_owned()).await.map_err(|_| "The password could not be hashed.".to_owned())?;
    let mut cast = Cast::default();
    for sector in Sector::ALL {
        cast.groups.insert(sector, founding::group(db, sector).await?);
    }
    for part in &PARTS {
        let new = enrolment(part, &cast, &hash, at);
        cast.people.insert(part.0.to_owned(), new.id.clone());
        let occasion = Occasion::new(at, clock::random());
        let made = db.write(Readers::public(), move |tx| {
            let new = new.clone();
            Box::pin(async move { store::person::enrol(tx, &new, None, occasion, "enrolment").await })
        });
        made.await.map_err(|error: store::Error| error.to_string())?;
    }
    Ok(cast)
}

fn enrolment((short, party, name, role, sector, office): &Part, cast: &Cast, hash: &str, at: Timestamp) -> Enrolment {
    let own = |sector: &Sector| cast.groups.get(sector).cloned();
    let groups: Vec<GroupId> =
        sector.map_or_else(|| cast.groups.values().cloned().collect(), |sector| own(&sector).into_iter().collect());
    let host = if *role == Role::Administrator { "admin.example" } else { host(*party) };
    Enrolment {
        id: PersonId::from_bytes(clock::random()),
        party: *party,
        name: (*name).to_owned(),
        office: Lang::ALL.into_iter().zip(office.map(str::to_owned)).collect(),
        email: format!("{short}@{host}"),
        password_hash: hash.to_owned(),
        lang: party.language(),
        grant: Grant { role: *role, group_id: sector.as_ref().and_then(own), groups, until: at.plus_days(3 * 365), letter: None },
    }
}
