# The sign-off: dossier, preparation, decision, revocation.

sign-off-none = טרם נדרשה או ניתנה החלטה של הגורם המפקח. שתי המשלחות מאשרות תחילה.
sign-off-title = החלטה על גרסה { $number }
sign-off-deed = רישום ההחלטה
sign-off-effect = ההחלטה תירשם לצמיתות עם התפקיד, הגרסה, ערך הגיבוב שלה וערך הגיבוב של התיק. אשרור מצרף את שני האישורים להיתר ביצוע, ואז אפשר להתחיל בעבודה.
sign-off-only-officer = ההחלטה נתונה למוסמך לאשרור מטעם הגורם המפקח.
sign-off-revoked = בוטל
decision-signed = אשרור
decision-returned = החזרה לשינויים
decision-refused = דחייה
decision-hint-signed = שני האישורים ייעשו להיתר ביצוע. אפשר להוסיף תנאי למטה.
decision-hint-returned = הפרויקט יוחזר לדיון. יש להוסיף נקודה למטה ולנמק.
decision-hint-refused = הפרויקט יסתיים. יש לנמק.
decided-signed = אושרר
decided-returned = הוחזר לשינויים
decided-refused = נדחה
dossier-title = תיק ההחלטה
dossier-hash = ערך הגיבוב של התיק
dossier-texts = הנוסחים
dossier-read = קריאת הטקסט בשלוש השפות
dossier-note = הערת הבוחן
dossier-difference = מה השתנה מאז ההחלטה האחרונה של הגורם המפקח או מאז הגרסה הקודמת
prepare-title = הכנת התיק
prepare-hint = ההחלטה נתונה למוסמך אחר לאשרור. אם משתנה עמדה, נקודה או מענה, התיק יוכן מחדש.
prepare-field = הערה למוסמך לאשרור
prepare-deed = רישום הכנת התיק
revoke-title = ביטול האשרור
revoke-hint = פרויקט שטרם החל יוחזר לדיון. עבודה שהחלה תושהה מיד. האשרור נשמר ברישום כמבוטל.
revoke-deed = ביטול האשרור
extension-title = זמן נוסף לבחינה
extension-taken = { $days ->
    [one] הגורם המפקח נטל יום עבודה נוסף אחד
    [two] הגורם המפקח נטל יומיים נוספים של עבודה
   *[other] הגורם המפקח נטל { $days } ימי עבודה נוספים
}
extension-take = נטילת זמן נוסף לבחינה
extension-hint = { $days ->
    [one] היום האחרון יידחה ביום עבודה אחד, אל { $date }. שתי המשלחות יראו זאת ואת הנימוק. דבר אחר אינו משתנה: שתיקה אינה אשרור.
    [two] היום האחרון יידחה ביומיים של עבודה, אל { $date }. שתי המשלחות יראו זאת ואת הנימוק. דבר אחר אינו משתנה: שתיקה אינה אשרור.
   *[other] היום האחרון יידחה ב־{ $days } ימי עבודה, אל { $date }. שתי המשלחות יראו זאת ואת הנימוק. דבר אחר אינו משתנה: שתיקה אינה אשרור.
}
extension-deed = { $days ->
    [one] נטילת יום עבודה נוסף אחד
    [two] נטילת יומיים נוספים של עבודה
   *[other] נטילת { $days } ימי עבודה נוספים
}
extension-none-left = שתי ההארכות של בחינה זו נוצלו.
field-extension-reason = לשם מה דרוש הזמן
