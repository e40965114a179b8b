//! What every installation begins with: three working groups, and which role decides with which power.

use domain::id::{FromBytes, GroupId};
use domain::person::{Power, Role};
use domain::project::Sector;
use store::group::Group;
use store::{Db, Readers};

use crate::clock;

/// Makes the working group of a sector.
pub async fn group(db: &Db, sector: Sector) -> Result<GroupId, String> {
    let group = new_group(sector);
    let id = group.id.clone();
    let made = db.write(Readers::public(), move |tx| {
        let group = group.clone();
        Box::pin(async move { store::group::insert(tx, &group).await })
    });
    made.await.map_err(|error: store::Error| error.to_string())?;
    Ok(id)
}

/// The power that a role decides with, if it decides.
pub const fn power(role: Role) -> Option<Power> {
    match role {
        Role::CoChair => Some(Power::Group),
        Role::Signatory | Role::Head => Some(Power::Principals),
        Role::Officer => Some(Power::SignOff),
        Role::Member | Role::Translator | Role::Reviewer | Role::Secretariat | Role::Administrator => None,
    }
}

fn new_group(sector: Sector) -> Group {
    let id = GroupId::from_bytes(clock::random());
    let (name, terms) = match sector {
        Sector::Medicine => (
            ["Working group for medicine", "קבוצת העבודה לרפואה", "مجموعة العمل للطب"],
            [
                "Prevention, treatment and training that save lives on both sides.",
                "מניעה, טיפול והכשרה המצילים חיים בשני הצדדים.",
                "الوقاية والعلاج والتدريب بما ينقذ الأرواح لدى الجانبين.",
            ],
        ),
        Sector::Energy => (
            ["Working group for energy", "קבוצת העבודה לאנרגיה", "مجموعة العمل للطاقة"],
            [
                "Safe and affordable power for hospitals, water and homes.",
                "חשמל בטוח ובר השגה לבתי חולים, למים ולבתים.",
                "كهرباء آمنة وميسورة للمشافي والمياه والمنازل.",
            ],
        ),
        Sector::Agriculture => (
            ["Working group for agriculture", "קבוצת העבודה לחקלאות", "مجموعة العمل للزراعة"],
            [
                "Water, soil, plants and animals: harvests that feed people and endure.",
                "מים, קרקע, צומח וחי: יבולים המזינים את האוכלוסייה לאורך זמן.",
                "المياه والتربة والنبات والحيوان: محاصيل تغذي الناس وتدوم.",
            ],
        ),
    };
    let [name_en, name_he, name_ar] = name.map(str::to_owned);
    let [terms_en, terms_he, terms_ar] = terms.map(str::to_owned);
    Group { id, slug: sector.code().to_owned(), sector, name_en, name_he, name_ar, terms_en, terms_he, terms_ar }
}
