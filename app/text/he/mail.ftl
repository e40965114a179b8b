# What mails say: that something waits and where, never a word of what was written.

mail-foot = פורטל שיתוף הפעולה: { $portal }. איש אינו קורא תשובות להודעה זו.
mail-quiet-subject = משהו ממתין על שולחן העבודה שלך
mail-quiet = משהו ממתין על שולחן העבודה שלך. יש להתחבר כדי לראות אותו.
mail-turn-subject = { $code }: { $asked }
mail-turn = התור של הצד שלך ב־{ $code }: { $asked }.
mail-turn-due = היום האחרון הוא { $date }. שתיקה לעולם אינה הסכמה.
mail-invitation-subject = הזמנה לפורטל שיתוף הפעולה
mail-invitation = הוזמנת אל { $portal }. באמצעות הקישור שלהלן קובעים סיסמה.
mail-invitation-why = אם לא ציפית להזמנה זו, יש לפנות אל ראש המשלחת לפני הפתיחה.
mail-reset-subject = קישור לסיסמה חדשה
mail-reset = מי שמנהל את אנשי הצד שלך הפיק לך קישור לסיסמה חדשה ב{ $portal }.
mail-reset-asked = התקבלה בקשה לקישור לסיסמה חדשה ב{ $portal } עם כתובת זו.
mail-reset-unasked = אם הבקשה אינה שלך ולא ציפית לקישור, אין צורך לעשות דבר: בלי הקישור לא משתנה דבר.
mail-link-until = הקישור פועל פעם אחת, עד { $moment }.
mail-subject-new-device = כניסה ממכשיר חדש
mail-subject-tries = סיסמאות שגויות לחשבונך
mail-subject-password = הסיסמה שלך שונתה
mail-subject-factors = אמצעי האימות השני שונה או שנעשה שימוש בקוד שחזור
mail-subject-suspended = חשבונך נסגר
mail-when = { $what }: { $moment }.
mail-not-you = אם אין זה מעשה ידיך, יש לשנות את הסיסמה, לסיים את הכניסות האחרות ולהודיע מיד לראש הצד שלך.
mail-suspended-then = אי אפשר להתחבר עד שמי שמנהל את אנשי הצד שלך יבטל את ההשעיה.
mail-due-subject = { $code }: { $asked }, עד { $date }
mail-due-left = { $days ->
    [one] נותר יום עבודה אחד. היום האחרון הוא { $date }.
    [two] נותרו שני ימי עבודה. היום האחרון הוא { $date }.
   *[other] נותרו { $days } ימי עבודה. היום האחרון הוא { $date }.
}
mail-due-today = היום, { $date }, הוא היום האחרון.
mail-due-then = לאחר המועד השלב עובר לדרג הבא. שתיקה לעולם אינה הסכמה.
mail-escalated-subject = { $code }: לא ניתן מענה במועד ({ $asked })
mail-escalated = היום האחרון לשלב זה ({ $asked }) היה { $date }. השלב היה מונח לפני { $holder }.
mail-escalated-head = כעת הוא מונח לפני ראש המשלחת, עד { $date }.
mail-escalated-heads = שני ראשי המשלחות יודעו. לגורם המפקח נותר עד { $date }.
mail-escalated-good-offices = גם ראש המשלחת לא השיב. הגורם המפקח מציע שירותים טובים עד { $date }.
mail-escalated-end = אם לא יינתן מענה עד { $date }, הפרויקט יפקע. שום דבר אינו מאושר בשתיקה.
mail-lapsed-subject = { $code } פקע
mail-lapsed = לא ניתן מענה במועד, ולכן הפרויקט פקע. דבר לא אושר. שני היושבים ראש יחד יכולים לפתוח אותו מחדש.
mail-expiring-subject = { $code }: האשרור עומד לפקוע
mail-expiring = האשרור של פרויקט זה יפקע בתוך 60 יום, והעבודה טרם החלה. שני היושבים ראש יכולים להתחיל בה עד אז.
mail-expired-subject = { $code }: האשרור פקע
mail-expired = האשרור של פרויקט זה פקע לפני תחילת העבודה. הפרויקט שב לדיון, ונדרש אשרור חדש.
mail-note-subject = איגרת { $number }
mail-note = האיגרת { $number } הגיעה לצד שלך. היא ממתינה לאישור קבלה.
mail-note-due = מתבקש מענה עד { $date }.
mail-notice-mentions = מבקשים את תשומת לבך
mail-notice-decisions = התקבלה החלטה
mail-notice-texts = הנוסח השתנה
mail-notice-discussion = יש הודעה
mail-notice-subject = { $code }: { $about }
mail-notice-says-mentions = הודעה מבקשת את תשומת לבך. יש להיכנס כדי לקרוא ולהשיב.
mail-notice-says-decisions = התקבלה החלטה, נקבע דבר או הגיעה איגרת. יש להיכנס כדי לראות במה מדובר.
mail-notice-says-texts = הנוסח או תרגום השתנו. יש להיכנס כדי לראות מה השתנה.
mail-notice-says-discussion = נכתבה הודעה בדיון. יש להיכנס כדי לקרוא אותה.
mail-digest-subject-daily = מה הגיע לתיבה שלך היום
mail-digest-subject-weekly = מה הגיע לתיבה שלך השבוע
mail-digest-daily = מאז הסיכום היומי האחרון הגיע וטרם נקרא:
mail-digest-weekly = מאז הסיכום השבועי האחרון הגיע וטרם נקרא:
mail-digest-part = { $topic }: { $count }
mail-digest-line = { $code } · { $parts }
mail-digest-private = יש עוד דברים המוצגים רק בתיבה שלך.
mail-digest-stop = להפסקת ההודעות האלה:
mail-meeting-subject = ישיבה של קבוצת העבודה שלך
mail-meeting-called = זומנה ישיבה: { $meeting }.
mail-meeting-changed = המועד או המקום של ישיבה השתנו: { $meeting }.
mail-meeting-cancelled = בוטלה ישיבה: { $meeting }.
