# What a step still lacks, and whose turn it is.

missing-title = מה חסר
missing-nothing = לא חסר דבר מלבד ההסכמות.
missing-text-missing = { $count ->
    [one] חסר טקסט אחד ({ $language }): { $parts }.
    [two] חסרים שני טקסטים ({ $language }): { $parts }.
   *[other] חסרים { $count } טקסטים ({ $language }): { $parts }.
}
missing-text-not-reviewed = { $count ->
    [one] טקסט אחד ({ $language }) טרם נבדק: { $parts }.
    [two] שני טקסטים ({ $language }) טרם נבדקו: { $parts }.
   *[other] { $count } טקסטים ({ $language }) טרם נבדקו: { $parts }.
}
missing-text-not-agreed = { $count ->
    [one] טקסט אחד ({ $language }) טרם הוסכם בין שני הצדדים: { $parts }.
    [two] שני טקסטים ({ $language }) טרם הוסכמו בין שני הצדדים: { $parts }.
   *[other] { $count } טקסטים ({ $language }) טרם הוסכמו בין שני הצדדים: { $parts }.
}
missing-text-stale = { $count ->
    [one] המקור השתנה, וטקסט אחד ({ $language }) טעון עדכון: { $parts }.
    [two] המקור השתנה, ושני טקסטים ({ $language }) טעונים עדכון: { $parts }.
   *[other] המקור השתנה, ו-{ $count } טקסטים ({ $language }) טעונים עדכון: { $parts }.
}
missing-scope-not-affirmed = ההצהרה על האופי האזרחי אינה שלמה.
missing-point-unanswered = { $count ->
    [one] לנקודה { $parts } אין מענה.
    [two] לנקודות { $parts } אין מענה.
   *[other] לנקודות { $parts } אין מענה.
}
missing-point-open = { $count ->
    [one] נקודה { $parts } פתוחה. הסגירה נתונה בידי { $holder } בלבד.
    [two] נקודות { $parts } פתוחות. הסגירה נתונה בידי { $holder } בלבד.
   *[other] נקודות { $parts } פתוחות. הסגירה נתונה בידי { $holder } בלבד.
}
missing-position-missing = טרם נרשמה עמדה מאשרת מטעם { $holder }.
missing-mandate-missing = אין ייפוי כוח בתוקף מטעם { $holder } לבקשת העמדות. ראש המשלחת נותן אותו.
missing-quorum-missing = אין מניין דרוש מטעם { $holder }.
missing-consent-missing = טרם ניתנה הסכמה מטעם { $holder }.
missing-condition-not-accepted = { $count ->
    [one] תנאי { $parts } מוטל על { $holder } וטרם התקבל.
    [two] תנאים { $parts } מוטלים על { $holder } וטרם התקבלו.
   *[other] תנאים { $parts } מוטלים על { $holder } וטרם התקבלו.
}
missing-condition-not-verified = { $count ->
    [one] קיומו של תנאי { $parts } טרם אומת מטעם { $holder }.
    [two] קיומם של תנאים { $parts } טרם אומת מטעם { $holder }.
   *[other] קיומם של תנאים { $parts } טרם אומת מטעם { $holder }.
}
missing-sign-off-missing = הגורם המפקח טרם אשרר.
missing-sign-off-expired = תוקף האשרור פג. הפרויקט יחזור לדיון לפני אשרור חדש.
missing-key-lost = אישור נמשך או שהאשרור בוטל. רק היתר ביצוע חדש יאפשר להמשיך בפרויקט.
missing-suspended = הפרויקט מושהה. הצד שהורה על הפסקת העבודה יכול להסיר את ההוראה. אישור או אשרור שבטלו מצריכים היתר ביצוע חדש.
missing-version-outdated = טקסט העבודה השתנה מאז הגרסה האחרונה. יו״ר משותף יקפיא תחילה את הגרסה הבאה.

# The next step of each stage
next-table = כדי להגיש את הטיוטה נדרש:
next-table-nothing = לא חסר דבר. יו״ר משותף מן הצד המציע יכול להגיש את הטיוטה. טיוטה משותפת טעונה את שניהם.
next-open-ballot = לפתיחת בקשת העמדות בקבוצת העבודה נדרש:
next-open-ballot-nothing = לא חסר דבר. היו״רים המשותפים יכולים לפתוח את בקשת העמדות.
next-pass-group = להעברה להכרעת המשלחות נדרש:
next-pass-group-nothing = לא חסר דבר. הפרויקט עובר להכרעת המשלחות.
next-pass-principals = להבאה בפני הגורם המפקח נדרש:
next-pass-principals-nothing = לא חסר דבר. הפרויקט עובר לגורם המפקח.
next-sign = לאשרור נדרש:
next-sign-nothing = לא חסר דבר. הגורם המפקח יכול להחליט.
next-start = לתחילת העבודה נדרש:
next-start-nothing = לא חסר דבר. העבודה מתחילה.
next-complete = כדי שהעבודה תיחשב גמורה נדרש:
next-complete-nothing = לא חסר דבר. העבודה הושלמה.
next-close = לסגירת הפרויקט נדרש:
next-close-nothing = לא חסר דבר. הפרויקט נסגר.
