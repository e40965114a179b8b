# Threads and messages; the words of the button name who reads.

discussion-none = אין עדיין דיון.
thread-meta = { $count ->
    [one] הודעה אחת · לאחרונה ב-{ $date }
    [two] שתי הודעות · לאחרונה ב-{ $date }
   *[other] { $count } הודעות · לאחרונה ב-{ $date }
}
thread-start-joint = פתיחת דיון משותף
thread-start-caucus-il = פתיחת דיון פנימי של ישראל
thread-start-caucus-sy = פתיחת דיון פנימי של סוריה
thread-start-caucus-us = פתיחת דיון פנימי של הגורם המפקח
thread-start-channel-il = פתיחת דיון בערוץ של ישראל והגורם המפקח
thread-start-channel-sy = פתיחת דיון בערוץ של סוריה והגורם המפקח
thread-post-joint = שליחה לדיון המשותף
thread-post-caucus-il = שליחה לדיון הפנימי של ישראל
thread-post-caucus-sy = שליחה לדיון הפנימי של סוריה
thread-post-caucus-us = שליחה לדיון הפנימי של הגורם המפקח
thread-post-channel-il = שליחה לערוץ של ישראל והגורם המפקח
thread-post-channel-sy = שליחה לערוץ של סוריה והגורם המפקח
message-edit = עריכה, צירוף קובץ או ביטול ההודעה
message-edit-hint = הקוראים רואים שההודעה נערכה ואת נוסחה הקודם.
message-edit-deed = שמירת הנוסח החדש
message-take-back = ביטול ההודעה
message-edited = נערכה
message-former = נוסחים קודמים
message-taken-back = ההודעה בוטלה בידי כותבה.
discussion-none-open = כל הדיונים יושבו.
discussion-resolved = { $count ->
    [one] דיון אחד שיושב
    [two] שני דיונים שיושבו
   *[other] { $count } דיונים שיושבו
}
thread-unread = { $count ->
    [one] הודעה חדשה אחת
    [two] שתי הודעות חדשות
   *[other] { $count } הודעות חדשות
}
thread-elsewhere = קוראים אחרים לדיון זה:
thread-resolved = יושב
thread-resolved-by = { $office } סימן/ה דיון זה כמיושב ב-{ $time }.
thread-reopened-by = { $office } פתח/ה דיון זה מחדש ב-{ $time }.
thread-resolve-deed = סימון הדיון כמיושב
thread-reopen-deed = פתיחת הדיון מחדש
thread-seen-deed = סימון כנקרא
thread-live-new = הגיעה הודעה חדשה.
thread-live-lost = אין חיבור. הודעות חדשות יופיעו עם חידוש הקשר.
message-new = חדשה
message-answer = תשובה עם ציטוט
message-answers = בתשובה ל{ $office }, { $time }
message-answer-none = כתיבה שלא בתשובה להודעה
message-mentions = לתשומת לב
message-file = קובץ להודעה זו
message-file-deed = צירוף הקובץ
attention-title = הפניית תשומת לבו של קורא
attention-hint = אפשר לבחור רק בקוראי הדיון הזה.
attention-nobody = אף אחד
field-attention = נמען { $number }
anchor-said = { $section }, { $language }, פסקה { $paragraph } בגרסה { $version }
anchor-changed = הנוסח השתנה בגרסה { $number }
anchor-gone = אינה עוד בגרסה { $number }
paragraphs-lede = כל פסקה מוצגת לצד תרגומיה, והדיונים עליה מתחתיה.
paragraphs-uneven = מספר הפסקאות כאן שונה בין השפות, וייתכן שהפסקאות המוצגות זו לצד זו אינן תואמות.
paragraphs-gone = דיונים על פסקאות שאינן עוד בנוסח
paragraph-none = אין כאן פסקה.
paragraph-changed = הנוסח השתנה מאז
paragraph-discuss = דיון בפסקה { $number }
paragraph-discuss-named = דיון בפסקה { $number }, { $language }
paragraphs-open = פסקאות והערות
paragraphs-open-count = { $count ->
    [one] פסקאות והערות (דיון אחד)
    [two] פסקאות והערות (שני דיונים)
   *[other] פסקאות והערות ({ $count } דיונים)
}
