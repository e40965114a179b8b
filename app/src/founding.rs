//! What every installation begins with: three working groups, and offices named after role, sector and party.

use domain::id::GroupId;
use domain::party::Party;
use domain::person::Role;
use domain::project::Sector;
use domain::text::{Lang, Trilingual};
use store::group::Group;

use crate::text::{t, word};

/// "Co-chair, energy, Israel" in three languages.
#[must_use]
pub fn office(role: Role, sector: Option<Sector>, party: Party) -> Trilingual {
    let of = |lang| {
        let party = (party != Party::None).then(|| t(lang, &format!("party-{}", party.code())));
        let sector = sector.map(|sector| word(lang, "sector", sector.code()));
        let parts = [Some(word(lang, "role", role.code())), sector, party];
        (lang, parts.into_iter().flatten().collect::<Vec<_>>().join(&t(lang, "list-separator")))
    };
    Lang::ALL.into_iter().map(of).collect()
}

/// The working group of a sector.
#[must_use]
pub fn group(sector: Sector, id: GroupId) -> Group {
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
