# A person's keys, the second step of signing in, and the list of sessions.

security-title = מפתחות
security-lede = האמצעים לכניסה שלך. כל שינוי דורש אימות, נרשם, ומסיים את שאר הכניסות.
security-limited = תפקידך מחייב אמצעי אימות שני. עד להגדרתו פתוח רק דף זה.
security-app = יישומון אימות
security-app-why = יישומון בטלפון מציג קוד חדש בכל חצי דקה. מי שגילה את הסיסמה לא יוכל להיכנס בלעדיו.
security-app-scan = יש לסרוק את התמונה ביישומון.
security-app-picture = הסוד ליישומון, כתמונה
security-app-type = או להקליד ביישומון:
security-app-prove = יש להזין את הקוד שהיישומון מציג כעת.
security-app-deed = הגדרת היישומון
security-app-set = היישומון מוגדר. הקוד שלו נדרש בכניסה ולפני פעולה שאין ממנה חזרה.
security-app-remove = הסרת היישומון
security-app-remove-hint = היישומון וכל קודי השחזור יחדלו לתקוף, והכניסה תסתיים.
security-codes = קודי שחזור
security-codes-new = קודי שחזור חדשים
security-codes-keep = יש להדפיס את הקודים או לרשום אותם כעת. הם לא יוצגו שוב. כל קוד מחליף את היישומון פעם אחת.
security-codes-left = { $count ->
    [one] נותר קוד שחזור אחד.
    [two] נותרו שני קודי שחזור.
   *[other] נותרו { $count } קודי שחזור.
}
security-codes-renew = הפקת קודי שחזור חדשים
security-codes-renew-hint = הקודים הקיימים יחדלו לתקוף.
second-title = שלב שני
second-lede = הסיסמה נכונה. כעת נדרש הקוד של יישומון האימות או קוד שחזור.
second-again = התחלה מחדש
sessions-lede = המקומות שבהם הכניסה פתוחה כעת. יש לסיים כניסה לא מוכרת ואז להחליף את הסיסמה.
sessions-open = כניסות פתוחות
passkey-title = מפתחות גישה
passkey-why = מפתח גישה שמור במכשיר ונפתח בטביעת אצבע, בזיהוי פנים או בקוד. הוא מספיק לכניסה, ואי אפשר להוציאו במרמה.
passkey-sign-in = כניסה במפתח גישה
passkey-confirm = אימות במפתח גישה
passkey-or = או בסיסמה:
passkey-failed = המכשיר לא השיב. יש לנסות שוב או להשתמש בדרך האחרת.
passkey-no-domain = מפתחות גישה דורשים כתובת ציבורית עם שם מתחם. לכתובת של פורטל זה אין שם מתחם.
passkey-add = הוספת מפתח גישה
passkey-add-deed = יצירת מפתח הגישה
passkey-name = שם מפתח הגישה
passkey-name-hint = כדי לזהותו בהמשך, למשל ”טלפון“.
passkey-needs-script = מפתחות גישה דורשים JavaScript. בלעדיו יש להגדיר יישומון אימות.
passkey-remove = הסרת מפתח גישה זה
