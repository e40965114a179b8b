# The ballot: opening, positions, recall, withdrawal of an approval.

ballot-none = טרם נפתחה בקשת עמדות. שני היו״רים המשותפים פותחים אותה כשהפרויקט בדיון.
ballot-group-title = בקשת עמדות בקבוצת העבודה
ballot-principals-title = בקשת עמדות במשלחות
ballot-open-title = פתיחת בקשת עמדות על גרסה { $number }
ballot-open-hint = בקשת העמדות נפתחת לאחר ששני היו״רים המשותפים הסכימו לאותה גרסה. מאותו רגע הטקסט קפוא.
ballot-open-deed = הסכמה לפתיחת בקשת עמדות על גרסה { $number }
ballot-open-given = הסכמת צד זה ניתנה. בקשת העמדות תיפתח עם הסכמת היו״ר המשותף של הצד האחר.
ballot-open-not-permitted = שני היו״רים המשותפים פותחים יחד את בקשת העמדות.
ballot-on-hash = העמדות מתייחסות לטקסט שזה ערך הגיבוב שלו:
ballot-complete = שני הצדדים השיבו ולא חסר דבר.
ballot-outdated = אינו תקף עוד
outcome-passed = התקבל אישור
outcome-returned = הוחזר לדיון
outcome-declined = נדחה בידי שני הצדדים
outcome-recalled = בוטל
outcome-lapsed = פקע
recall-title = ביטול בקשת העמדות
recall-hint = הפרויקט ישוב לדיון והטקסט ישוחרר. עמדות ונקודות נשמרות ברישום.
recall-deed = ביטול בקשת העמדות

# Positions
verdict-approve = אישור
verdict-no-objection = אין התנגדות
verdict-needs-time = דרוש זמן נוסף
verdict-object = התנגדות
verdict-decline = דחייה
verdict-hint-approve = הצד מסכים לגרסה זו. אפשר להוסיף תנאי למטה.
verdict-hint-no-objection = אין לצד דבר נגד גרסה זו. הפרויקט יכול להתקדם.
verdict-hint-needs-time = בקשת העמדות נשארת פתוחה, ויומה האחרון נדחה: בקבוצת העבודה פעם אחת, ב־10 ימי עבודה; בין המשלחות ב־10 ואחר כך ב־15. יש לציין בהצהרה לשם מה דרוש הזמן.
verdict-hint-object = הפרויקט יוחזר לדיון. יש להוסיף נקודה למטה ולציין מה יביא לפתרונה.
verdict-hint-decline = הצד אינו מעוניין בפרויקט. אם שני הצדדים דוחים, הפרויקט מסתיים. יש לנמק בהצהרה.
position-none = טרם נרשמה עמדה
position-withdrawn = נמשכה
position-outdated = אינה תקפה עוד
position-conditions = { $count ->
    [one] בתנאי אחד
    [two] בשני תנאים
   *[other] ב-{ $count } תנאים
}
position-title = עמדת { $side }
position-deed = רישום עמדת { $side }
position-effect = העמדה תירשם עם התפקיד, הגרסה וערך הגיבוב שלה. היא מחליפה עמדה קודמת של הצד באותה בקשה. לאחר ששני הצדדים השיבו, בקשת העמדות נסגרת.
position-only-co-chair = בבקשת עמדות זו רושם היו״ר המשותף של כל צד את עמדתו.
position-only-signatory = בבקשת עמדות זו רושם מורשה חתימה או ראש המשלחת את עמדת המשלחת.
withdraw-approval-title = משיכת אישור המשלחת
withdraw-approval-hint = פרויקט הנמצא אצל הגורם המפקח או שאושרר יוחזר לדיון. עבודה שהחלה תושהה מיד.
withdraw-approval-deed = משיכת האישור

# The gate under both positions
gate-waits = הגורם המפקח טרם החליט.
gate-signed = הגורם המפקח אשרר.
gate-returned = הגורם המפקח החזיר את הפרויקט לשינויים.
gate-refused = הגורם המפקח דחה את הפרויקט.
