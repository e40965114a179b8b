# Points: one objection each, with what would resolve it.

points-none = לא הועלתה נקודה.
point-title = נקודה { $number }: { $section }
point-open = פתוחה
point-closed = סגורה
point-closed-because = מה הביא לפתרון
point-answer-of = מענה מאת
point-who-closes = רק הצד שהעלה את הנקודה סוגר אותה. היו״ר המשותף של הצד האחר יכול להשיב עליה.
point-answer-title = מענה לנקודה
point-answer-field = מענה מטעם צד זה
point-answer-deed = רישום המענה
point-close-title = סגירת הנקודה
point-close-field = מה הביא לפתרון
point-close-deed = סגירת הנקודה
point-fields-title = הוספת נקודה
point-fields-hint = נדרשת להתנגדות ולהחזרה לשינויים. נקודה נשארת פתוחה גם בגרסאות הבאות עד שצד זה יסגור אותה.
class-scope = היקף
class-safety = בטיחות
class-legal = משפט
class-cost = עלות
class-wording = ניסוח
class-capacity = יכולת ביצוע
class-linked-project = פרויקט קשור
class-other = אחר
