# The way of a text through Word.

word-title = Word
word-link = עבודה ב־Word
word-out = הורדת הנוסח
word-out-hint = בקובץ כל פרק עומד תחת כותרתו. יש לערוך את הטקסט שתחת הכותרות ולהשאיר את הכותרות כפי שהן.
word-out-deed = הורדת קובץ Word
word-version = מה יורד
word-working = נוסח העבודה
word-section = פרקים
word-all = כל הפרקים
word-languages = שפות
word-back = החזרת קובץ
word-back-hint = הקובץ נקרא, ומה ששונה מוצג לפני שדבר נקלט. מה ש־Word רושם על המחבר אינו נקרא.
word-file = קובץ Word
word-back-deed = קריאת הקובץ
word-waiting = קובץ ממתין לקליטה
word-tracked = בקובץ היו שינויים במעקב. כולם מוצגים כאן כאילו התקבלו.
word-comments = { $count ->
    [one] הערה אחת שבקובץ לא נקלטה.
    [two] שתי הערות שבקובץ לא נקלטו.
   *[other] { $count } הערות שבקובץ לא נקלטו.
 }
word-nothing = דבר לא שונה בקובץ זה.
word-count = שונו ב־Word: { $changed }. שונו ב־Word וגם כאן: { $collides }. לא שונו: { $same }.
word-collides = נוסח זה שונה ב־Word וגם כאן מאז שהקובץ נוצר. ב״לפני״ מוצג מה שעומד כאן עכשיו.
word-collisions = מה ייעשה בנוסחים ששונו ב־Word וגם כאן?
word-keep-ours = להשאיר את מה שעומד כאן
word-keep-ours-hint = הנוסח שבקובץ לא ייקלט; אפשר להעתיק ממנו ידנית.
word-take-theirs = לקלוט את הנוסח שבקובץ
word-take-theirs-hint = מה ששונה כאן בינתיים יוחלף. הוא נשאר בהיסטוריה.
word-origin = מי הכין את התרגומים שבקובץ הזה?
word-origin-person = אנשים כתבו אותם או עברו עליהם
word-origin-machine = מכונה הכינה אותם, ואיש לא עבר עליהם
word-origin-machine-hint = הם יישמרו כטיוטות מכונה, ולא ייכנסו לשום גרסה עד שמישהו יאשר שהם נכונים.
word-take-deed = קליטת השינויים
word-discard = ביטול הקובץ
word-where = בקובץ: { $place }
word-opening = { $audience }. יש לערוך את הטקסט שתחת הכותרות ולהשאיר את הכותרות כפי שהן. { $demonstration }
field-file-macro = בקובץ יש פקודות מאקרו. יש לשמור אותו כמסמך Word רגיל (docx).
field-file-encrypted = הקובץ מוגן בסיסמה. יש לשמור אותו בלי סיסמה.
field-file-too-much = בקובץ יש יותר ממה שפרויקט יכול להכיל. יש לחלק אותו.
field-file-no-anchors = הקובץ לא נוצר בפורטל, או שכותרותיו אבדו. יש להוריד את הנוסח מחדש ולהכניס בו את השינויים.
field-file-unknown-anchor = בקובץ יש פרק שאינו קיים בפרויקט זה.
field-file-anchor-twice = פרק מופיע בקובץ פעמיים. יש להסיר אחד מהם.
field-file-heading-without-anchor = בקובץ יש כותרת שאינה של הפורטל. יש להפוך אותה לטקסט רגיל או לכותרת ברמה נמוכה יותר.
field-file-text-outside = יש טקסט מעל הפרק הראשון. יש להעביר אותו אל אחד הפרקים.
field-file-foreign = בקובץ יש דבר שפרק אינו יכול להכיל: תמונה, שרטוט, הערת שוליים, נוסחה או אובייקט. יש להסירו; קבצים מצורפים לפרויקט.
field-file-not-word = אין זה קובץ Word שאפשר לקרוא. יש לשמור אותו כ־docx.
field-file-other-project = הקובץ שייך לפרויקט אחר.
field-file-heading-changed = כותרת שונתה. יש להחזיר אותה כפי שהייתה.
field-file-part-too-long = אחד הפרקים ארוך מן המותר.
