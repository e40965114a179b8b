# The frozen text in three languages, and the marks of review and agreement.

text-original = מקור
text-none = אין עדיין טקסט בשפה זו.
text-state-missing = חסר
text-state-machine-draft = טיוטת מכונה
text-state-stale = טעון עדכון
text-state-draft = טיוטה
text-state-reviewed = נבדק
text-state-agreed = מוסכם
mark-title = בדיקה והסכמה
mark-hint = ישראל בודקת את הנוסח בעברית, סוריה את הנוסח בערבית, וכל צד את הנוסח באנגלית. נוסח מוסכם הוא נוסח ששני היו״רים המשותפים הסכימו לו. הסימון בטל כשהטקסט או המקור משתנים.
mark-not-permitted = המתרגמים והיו״רים המשותפים מסמנים טקסטים כנבדקים. היו״רים המשותפים מסכימים להם.
mark-reviewed-deed = { $count ->
    [one] סימון טקסט אחד כנבדק: { $language }
    [two] סימון שני טקסטים כנבדקים: { $language }
   *[other] סימון { $count } טקסטים כנבדקים: { $language }
}
mark-reviewed-done = צד זה סימן את כל הטקסטים כנבדקים: { $language }.
mark-agreed-deed = { $count ->
    [one] הסכמה לטקסט אחד: { $language }
    [two] הסכמה לשני טקסטים: { $language }
   *[other] הסכמה ל-{ $count } טקסטים: { $language }
}
mark-agreed-done = צד זה הסכים לכל הטקסטים: { $language }.
tab-amendments = תיקונים
amendments-lede = כל חבר בקבוצה יכול להציע נוסח אחר לפרק. הנוסח ייכנס לטקסט העבודה לאחר ששני היושבים ראש המשותפים קיבלו אותן מילים, ולגרסה הבאה כשתוקפא.
amendments-none = אין תיקון פתוח.
amendments-ended = תיקונים שהסתיימו
amendment-new = הצעת תיקון
amendment-new-hint = יש לבחור פרק.
amendment-title = תיקון: { $section }
amendment-lede = יש לשנות את המילים הדורשות שינוי, בכל שפה שאפשר. שפה שלא תשונה תישאר כפי שהיא.
amendment-reason = נימוק
amendment-reason-hint = משפט או שניים לשני הצדדים.
amendment-deed = להציע
amendment-accept = לקבל בשם הצד שלנו
amendment-decline-title = דחייה
amendment-decline-field = הסיבה לדחייה
amendment-decline = לדחות את התיקון
amendment-withdraw = לחזור בי מהתיקון
amendment-who = שני היושבים ראש המשותפים מחליטים בתיקונים.
amendment-collides = הפרק השתנה לאחר כתיבת התיקון ({ $languages }). אי אפשר לקלוט אותו כפי שהוא; שני הנוסחים מוצגים למעלה.
amendment-anew = להציע אותו מחדש על הנוסח העומד עכשיו
amendment-words = המילים שהוצעו
amendment-accepted = התקבל בידי שני הצדדים
amendment-declined = נדחה
amendment-withdrawn = נלקח בחזרה
side-by-side-in-view = בתצוגה: { $languages }
side-by-side-show = להציג { $language }
side-by-side-hide = להסתיר { $language }
side-by-side-typed = { $language } נשארת בתצוגה: יש בה מילים שעוד לא נשמרו.
field-out-of-view = הטקסט הזה לא היה בתצוגה בעת השמירה. יש לקרוא אותו ולשמור שוב.
