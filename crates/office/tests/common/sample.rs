//! A paper as an official would export it: four sections in three languages, with everything that Markdown can say.
#![allow(dead_code)]

use domain::text::Lang;
use office::word::{Anchor, Paper, Part};

/// The texts, by section and language.
pub const TEXTS: [(&str, Lang, &str, &str); 12] = [
    (
        "objectives",
        Lang::En,
        "Objectives",
        "The station supplies **two hospitals** and *one clinic* with power. It costs USD 50,000.\n\nA second paragraph, to be deleted.\n\n- solar panels\n- batteries\n  - lithium\n  - lead\n- cables\n\n1. survey\n2. build\n3. hand over",
    ),
    (
        "objectives",
        Lang::He,
        "מטרות",
        "התחנה מספקת חשמל **לשני בתי חולים** ול*מרפאה אחת*. העלות היא USD 50,000 לשנה (2026).\n\nפסקה שנייה, שתימחק.\n\n- לוחות סולריים\n- סוללות\n  - ליתיום\n  - עופרת\n- כבלים\n\n1. סקר\n2. בנייה\n3. מסירה",
    ),
    (
        "objectives",
        Lang::Ar,
        "الأهداف",
        "تزوّد المحطة **مستشفيين** و*عيادة واحدة* بالكهرباء. التكلفة USD 50,000 سنويًا (2026).\n\nفقرة ثانية ستُحذف.\n\n- ألواح شمسية\n- بطاريات\n  - ليثيوم\n  - رصاص\n- كابلات\n\n1. مسح\n2. بناء\n3. تسليم",
    ),
    (
        "budget",
        Lang::En,
        "Budget",
        "### Costs\n\n| Item | Amount |\n| --- | --- |\n| Panels | 30,000 |\n| **Total** | `50,000` |\n\n> Quoted from the agreement,\n> section 4.\n\nSee [the report](https://example.org/report?a=1&b=2) or [the project](/desk/projects).",
    ),
    (
        "budget",
        Lang::He,
        "תקציב",
        "### עלויות\n\n| פריט | סכום |\n| --- | --- |\n| לוחות | 30,000 |\n| **סך הכול** | `50,000` |\n\n> מצוטט מן ההסכם.\n\nראו את [הדוח](https://example.org/report?a=1&b=2) או את [המיזם](/desk/projects).",
    ),
    (
        "budget",
        Lang::Ar,
        "الميزانية",
        "### التكاليف\n\n| البند | المبلغ |\n| --- | --- |\n| ألواح | 30,000 |\n| **المجموع** | `50,000` |\n\n> مقتبس من الاتفاق.\n\nانظر [التقرير](https://example.org/report?a=1&b=2) أو [المشروع](/desk/projects).",
    ),
    (
        "risks",
        Lang::En,
        "Risks",
        "#### Known\\_risks \\* and signs: 3 < 4 & a|b\n\nFirst line\\\nsecond line with Hebrew שלום 12 and Arabic سلام.\n\n```\ncode {\n    indented;\n}\n\nend\n```\n\n```\nanother\n```\n\n- loose item\n\n  with a second paragraph\n\n- another\n\n  > quoted in a list\n\n5. five\n6. six",
    ),
    (
        "risks",
        Lang::He,
        "סיכונים",
        "#### סיכונים ידועים\n\nבְּרֵאשִׁית בָּרָא, עם English words בפנים וגם \"מרכאות\" (ועוד 3.5%).\n\n> ציטוט ראשון\n\n> ציטוט שני\n\n- פריט\n\n  פסקה שנייה בפריט\n\n- פריט אחר",
    ),
    (
        "risks",
        Lang::Ar,
        "المخاطر",
        "#### مخاطر معروفة\n\nمُحَمَّدٌ يَقْرَأُ الكِتَابَ، مع English words داخل النص و«علامات» (و 3.5%).\n\n> اقتباس أول\n\n> اقتباس ثان\n\n- بند\n\n  فقرة ثانية في البند\n\n- بند آخر",
    ),
    ("timeline", Lang::En, "Timeline", ""),
    ("timeline", Lang::He, "לוח זמנים", ""),
    ("timeline", Lang::Ar, "الجدول الزمني", ""),
];

/// The paper of these texts.
pub fn paper() -> Paper {
    let parts = TEXTS.iter().filter_map(|(section, lang, heading, text)| {
        Some(Part { anchor: Anchor::new(section, *lang)?, heading: (*heading).to_owned(), markdown: (*text).to_owned() })
    });
    Paper {
        handle: "ENE-2026-007".to_owned(),
        version: Some(3),
        title: vec![
            (Lang::En, "Solar station for two hospitals".to_owned()),
            (Lang::He, "תחנה סולרית לשני בתי חולים".to_owned()),
            (Lang::Ar, "محطة شمسية لمستشفيين".to_owned()),
        ],
        opening: vec![
            (Lang::En, "ENE-2026-007 · version 3. Please keep the blue headings as they are.".to_owned()),
            (Lang::He, "ENE-2026-007 · גרסה 3. נא להשאיר את הכותרות הכחולות כמות שהן.".to_owned()),
            (Lang::Ar, "ENE-2026-007 · الإصدار 3. يُرجى ترك العناوين الزرقاء كما هي.".to_owned()),
        ],
        parts: parts.collect(),
    }
}
