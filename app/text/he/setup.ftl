# The first page of a fresh portal.

setup-title = הקמת הפורטל
setup-lede = דף זה נפתח פעם אחת. הוא קובע את שם הפורטל ואת אנשיו הראשונים, ואז נסגר לתמיד.
setup-key = מפתח
setup-key-hint = השרת מציג אותו בעת ההפעלה. מפתח חדש מופק בשרת בפקודה זו:
setup-portal = הפורטל
setup-name-en = שם באנגלית
setup-name-he = שם בעברית
setup-name-ar = שם בערבית
setup-address = כתובת ציבורית
setup-mail = דואר
setup-mail-spool = נכתב לתיקיית הדואר שבתיקיית הנתונים
setup-deed = הקמת הפורטל
setup-done = הפורטל הוקם
setup-done-lede = יש למסור כל קישור בדרך בטוחה. הקישורים מוצגים פעם אחת; כל אחד לשימוש אחד, ל־72 שעות.
