# Search on the desk.

search-title = חיפוש
search-words = מילים לחיפוש
search-words-hint = מילים, מספר או קוד של פרויקט. כל המילים צריכות להופיע באותו טקסט.
search-deed = חיפוש
search-narrow = צמצום החיפוש
search-kind = סוג
search-kind-project = פרויקט
search-kind-section = פרק
search-kind-note = איגרת
search-kind-meeting = ישיבה
search-kind-point = נקודה
search-kind-thread = נושא דיון
search-kind-message = הודעה
search-kind-file = קובץ
search-age = מועד הכתיבה
search-age-week = בשבעת הימים האחרונים
search-age-month = ב-30 הימים האחרונים
search-age-quarter = בשלושת החודשים האחרונים
search-age-year = ב-12 החודשים האחרונים
search-begin = החיפוש נעשה בקודים, בכותרות ובטקסטים של פרויקטים בשלוש השפות, בנקודות, בדיונים, באיגרות, בישיבות ובשמות של קבצים. נמצא רק מה שמותר לכם לקרוא.
search-short = יש להקליד שלוש אותיות לפחות.
search-none = לא נמצא דבר עבור המילים האלה.
search-hint-fewer = אפשר לנסות פחות מילים, או רק תחילת מילה.
search-hint-spelling = אפשר לבדוק את הכתיב, או לנסות מילה אחרת לאותו עניין.
search-hint-language = אפשר לנסות שפה אחרת: הודעות ונקודות נשמרות בשפה שבה נכתבו.
search-count = { $count ->
    [one] תוצאה אחת
    [two] שתי תוצאות
   *[other] { $count } תוצאות
}
search-cut = יש תוצאות נוספות. תחילה מוצגים קודים וכותרות, ואחריהם הטקסטים החדשים ביותר. מילים נוספות מצמצמות את החיפוש.
search-point = נקודה { $number }
search-message = הודעה מיום { $date }
