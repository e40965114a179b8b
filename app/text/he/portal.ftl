# The frame around every page, and the words that all pages share.

portal-name = פורטל שיתוף הפעולה
skip-to-content = דילוג לתוכן
demonstration-line = נתוני הדגמה. דבר מן המוצג כאן אינו אמיתי.
footer-line = הפורטל משמש לשיתוף פעולה אזרחי ברפואה, באנרגיה ובחקלאות, בפיקוח ארצות הברית.

# Navigation
nav-main = ניווט ראשי
nav-language = שפה
nav-breadcrumbs = המיקום בפורטל
nav-project = דפי הפרויקט
nav-home = דף הבית
nav-desk = שולחן העבודה
nav-projects = פרויקטים
nav-groups = קבוצות עבודה
nav-meetings = ישיבות
nav-matters = עניינים
nav-notes = איגרות
nav-search = חיפוש
nav-inbox = דואר נכנס
nav-inbox-unread = { $count ->
    [one] דואר נכנס: עדכון חדש אחד
    [two] דואר נכנס: שני עדכונים חדשים
   *[other] דואר נכנס: { $count } עדכונים חדשים
}
nav-how = כיצד מתקבל אישור
nav-accessibility = נגישות
sign-in-link = כניסה
sign-out-deed = יציאה

# Parties, languages, roles, sectors
party-il = ישראל
party-sy = סוריה
party-us = ארצות הברית
party-both = ישראל וסוריה
party-none = המזכירות
language-en = אנגלית
language-he = עברית
language-ar = ערבית
language-short-en = אנגלית
language-short-he = עברית
language-short-ar = ערבית
role-member = חבר קבוצה
role-translator = מתרגם
role-co-chair = יו״ר משותף
role-signatory = מורשה חתימה
role-head = ראש משלחת
role-reviewer = בוחן מטעם הגורם המפקח
role-officer = מוסמך לאשרור מטעם הגורם המפקח
role-secretariat = מזכירות
role-administrator = מנהל מערכת
office-unknown = תפקיד לא ידוע
office-engine = כללי הנוהל
sector-medicine = רפואה
sector-energy = אנרגיה
sector-agriculture = חקלאות

# Who reads
audience-joint = כל הצדדים קוראים זאת
audience-caucus-il = רק משלחת ישראל קוראת זאת
audience-caucus-sy = רק משלחת סוריה קוראת זאת
audience-caucus-us = רק הגורם המפקח קורא זאת
audience-channel-il = רק משלחת ישראל והגורם המפקח קוראים זאת
audience-channel-sy = רק משלחת סוריה והגורם המפקח קוראים זאת

# Lists, dates, sizes, hashes
list-separator = {", "}
list-and-more = { $list } ועוד { $more }
date-moment = { $date }, { $time } UTC
size-kb = { $size } ק״ב
size-mb = { $size } מ״ב
hash-whole = הצגת ערך הגיבוב המלא
pagination-label = עמודי התוצאות
pagination-count = תוצאות { $from } עד { $to } מתוך { $count }
pagination-previous = העמוד הקודם
pagination-next = העמוד הבא
filter-any = הכול
filter-apply = החלת הסינון
filter-clear = ניקוי הסינון

# Due tags: who holds a step, and by when
due-none = { $holder } · מאז { $date }
due-left = { $days ->
    [0] { $holder } · לא נותר יום עבודה · { $date }
    [one] { $holder } · נותר יום עבודה אחד · { $date }
    [two] { $holder } · נותרו שני ימי עבודה · { $date }
   *[other] { $holder } · נותרו { $days } ימי עבודה · { $date }
}
due-late = { $days ->
    [one] { $holder } · איחור של יום עבודה אחד · המועד היה { $date }
    [two] { $holder } · איחור של שני ימי עבודה · המועד היה { $date }
   *[other] { $holder } · איחור של { $days } ימי עבודה · המועד היה { $date }
}
due-age = { $days ->
    [0] ממתין פחות מיום עבודה.
    [one] ממתין יום עבודה אחד.
    [two] ממתין שני ימי עבודה.
   *[other] ממתין { $days } ימי עבודה.
}
date-moment-here = { $date }, { $time }
session-line = ללא פעולה, ההתחברות תישמר עד { $time }.
session-warning-title = ההתחברות עומדת להסתיים
session-warning-text = בשעה { $time } תסתיים ההתחברות. מה שהוקלד נשאר בדף זה.
session-stay = המשך ההתחברות
session-over = ההתחברות הסתיימה. הדף נשאר כפי שהוא. אפשר להתחבר בלשונית נוספת, לחזור לכאן ולשלוח את מה שהוקלד.
session-sign-in = התחברות בלשונית חדשה
wall-show = הצגת הדף על מסך הקיר
wall-leave = חזרה מתצוגת הקיר
print-at = הודפס: { $time }
design-title = עיצוב
design-lede = כל רכיב בכל מצב. דף זה קיים בגרסאות פיתוח בלבד.
list-comma = {", "}
