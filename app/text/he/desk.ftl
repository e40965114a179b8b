# What waits for whom.

desk-title = שולחן העבודה
desk-lede = מה ממתין, למי, מאז מתי ועד מתי.
desk-mine = ממתין לי
desk-mine-empty = דבר אינו ממתין כאן.
desk-ours = ממתין לצד שלי
desk-ours-empty = דבר אינו ממתין לאחרים בצד זה.
desk-others = ממתין לאחרים
desk-others-empty = דבר אינו ממתין לצדדים אחרים.
desk-all-projects = לכל הפרויקטים
desk-ask-draft = השלמת הטיוטה
desk-ask-tabled = העלאת הפרויקט לדיון או החזרתו
desk-ask-discussion = הבאת הטקסט לבקשת עמדות
desk-ask-group-ballot = רישום עמדת היו״ר המשותף
desk-ask-principals-ballot = רישום עמדת המשלחת
desk-ask-review = הכנת התיק
desk-ask-sign-off = החלטה בעניין האשרור
desk-ask-cleared = הסכמה לתחילת העבודה
desk-ask-implementing = ביצוע העבודה והודעה על השלמתה
desk-ask-completed = הסכמה לסגירת הפרויקט
desk-ask-consent = מתן הסכמה מטעם צד זה
desk-ask-points = מענה לנקודות הממתינות
desk-ask-summary = הסכמה לתקציר לציבור

# What happens when the date passes
desk-then-draft = לטיוטה אין מגבלת זמן.
desk-then-tabled = בחלוף המועד הצעד עובר לראש המשלחת. שתיקה אינה הסכמה.
desk-then-in-discussion = בחלוף המועד ללא שינוי הצעד עובר לראשי שתי המשלחות. שתיקה אינה הסכמה.
desk-then-group-ballot = בחלוף המועד הצעד עובר לראש המשלחת. שתיקה אינה אישור.
desk-then-principals-ballot = בחלוף המועד הצעד עובר לראש המשלחת, ואחר כך לשירותיו הטובים של הגורם המפקח. שתיקה אינה אישור.
desk-then-supervisor-review = בחלוף המועד נמסרת הודעה לראשי שתי המשלחות. שתיקה אינה אשרור.
desk-then-cleared = העבודה תתחיל רק בהסכמת שני היו״רים המשותפים וכל עוד האשרור בתוקף.
desk-then-implementing = העבודה תיחשב גמורה רק בהסכמת שני היו״רים המשותפים.
desk-then-completed = הפרויקט ייסגר רק בהסכמת ראשי שתי המשלחות.
desk-then-closed = לא נדרש דבר נוסף.
desk-then-withdrawn = לא נדרש דבר נוסף.
desk-then-declined = לא נדרש דבר נוסף.
desk-then-lapsed = שני היו״רים המשותפים יחד יכולים לפתוח את הפרויקט מחדש.
desk-unsent = { $count ->
    [one] יש טקסט אחד שלא נשלח.
    [two] יש שני טקסטים שלא נשלחו.
   *[other] יש { $count } טקסטים שלא נשלחו.
 }
desk-order = סדר הרשימה
desk-order-due = לפי מועד היעד
desk-order-age = לפי משך ההמתנה
desk-then-point = לאחר המועד הנקודה נשארת ללא מענה, ולא ניתן לפתוח בקשת עמדות.
desk-ask-head = לא ניתן מענה במועד: לטיפול ראש המשלחת
desk-ask-good-offices = לא ניתן מענה במועד: הצעת שירותים טובים
due-head = המועד חלף. העניין מונח כעת לפני ראש המשלחת עד { $date }. שתיקה אינה הסכמה.
due-heads = המועד חלף. שני ראשי המשלחות יודעו; לגורם המפקח נותר עד { $date }. שתיקה אינה אשרור.
due-good-offices = גם מועדו של ראש המשלחת חלף. הגורם המפקח מציע שירותים טובים עד { $date }. שתיקה אינה הסכמה.
due-over = כל המועדים חלפו.
due-extended = { $days ->
    [one] ביום עבודה אחד
    [two] ביומיים של עבודה
   *[other] ב־{ $days } ימי עבודה
}
desk-notes = איגרות הממתינות לצד שלך
desk-ask-minutes = הסכמה לפרוטוקול
desk-ask-agenda = הסכמה לסדר היום
desk-then-agenda = הישיבה נפתחת רק עם סדר יום שהסכימו לו שני היו״רים המשותפים.
desk-then-minutes = בחלוף המועד הפרוטוקול עובר לראש המשלחת, ואחר כך לשירותיו הטובים של הגורם המפקח. שתיקה אינה הסכמה.
desk-ask-matter-answer = מענה לעניין
desk-ask-matter-settle = יישוב העניין
desk-then-matter-query = כשיעבור המועד יעבור העניין לשני היושבים־ראש המשותפים. שתיקה אינה תשובה.
desk-then-matter-concern = כשיעבור המועד יעבור העניין לראש המשלחת, ואחר כך לשירותיו הטובים של הגורם המפקח. שתיקה אינה מיישבת דבר.
