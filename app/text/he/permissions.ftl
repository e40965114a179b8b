# The table of who may do what.

permissions-title = הרשאות
permissions-lede = זו הטבלה שלפיה הכללים מכריעים. דבר מלבדה אינו מעניק זכות ואינו שולל אותה.
permissions-action = פעולה
grant-no = –
grant-yes = כן
grant-own = עבור הצד שלו
grant-both = יחד עם הצד האחר
action-read-joint = קריאת תוכן משותף של הקבוצות שלו
action-caucus = קריאה וכתיבה בדיון הפנימי של הצד שלו
action-channel = קריאה וכתיבה בערוץ של משלחת אל הגורם המפקח
action-create-draft = פתיחת טיוטה
action-edit-text = עריכת נוסח העבודה
action-steer-project = הגשה, קבלה לדיון, החזרה, הקפאת גרסה, ביטול בקשת עמדות, משיכה
action-review-text = סימון תרגום כנבדק
action-agree-jointly = הסכמה לתרגום, פתיחת בקשת עמדות, התחלה, השלמה
action-group-position = רישום עמדת הצד בקבוצת העבודה
action-principals-position = רישום עמדת המשלחת, חזרה מאישור
action-answer-point = מענה לנקודה
action-close-point = סגירת נקודה של הצד שלו
action-verify-condition = הצהרה שתנאי התקיים
action-prepare-dossier = הכנת התיק
action-sign-off = חתימה, החזרה, סירוב, ביטול חתימה
action-stop-work = הוראה להפסקת עבודה והסרת ההוראה של הצד שלו
action-prepare-summary = כתיבת התקציר לציבור
action-conclude = הסכמה לתקציר, סגירת פרויקט
action-manage-people = הזמנת אנשי הצד, מתן תפקידים וסיומם, השעיה
