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
message-edit = עריכה או ביטול ההודעה
message-edit-hint = הקוראים רואים שההודעה נערכה ואת נוסחה הקודם.
message-edit-deed = שמירת הנוסח החדש
message-take-back = ביטול ההודעה
message-edited = נערכה
message-former = נוסחים קודמים
message-taken-back = ההודעה בוטלה בידי כותבה.
