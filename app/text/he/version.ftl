# Versions, and what lies between two of them.

version-number = גרסה { $number }
versions-outdated = { $count ->
    [one] עמדה אחת אינה תקפה עוד
    [two] שתי עמדות אינן תקפות עוד
   *[other] { $count } עמדות אינן תקפות עוד
}
compare-nothing = אין עדיין שתי גרסאות, ולכן אין מה להשוות.
compare-from = מגרסה
compare-to = עד גרסה
compare-deed = השוואת הגרסאות
compare-title = מגרסה { $from } לגרסה { $to }
compare-count = { $count ->
    [0] לא השתנה אף אחד מ-{ $total } הפרקים
    [one] פרק אחד מתוך { $total } השתנה
    [two] שני פרקים מתוך { $total } השתנו
   *[other] { $count } פרקים מתוך { $total } השתנו
}
compare-files = הקבצים המצורפים השתנו.
compare-scope = ההצהרה על האופי האזרחי השתנתה.
compare-before = לפני
compare-after = אחרי
versions-unseen = עדיין לא סימנת גרסה של הנוסח הזה כנראתה.
versions-since = ראית את הנוסח עד גרסה { $number }.
versions-since-link = מה השתנה מאז
versions-seen-deed = ראיתי עד הגרסה החדשה ביותר
