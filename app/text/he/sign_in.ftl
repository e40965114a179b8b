# Signing in, and the accounts of the demonstration.

sign-in-title = כניסה
sign-in-lede = לעובדי המשרדים, למזכירות ולגורם המפקח.
sign-in-deed = כניסה
sign-in-accounts-title = חשבונות ההדגמה
sign-in-accounts-hint = לכולם אותה סיסמה:
sign-in-account-co-chair-il = יו״ר משותף, ישראל
sign-in-account-co-chair-sy = יו״ר משותף, סוריה
sign-in-account-signatory-il = מורשה חתימה, ישראל
sign-in-account-signatory-sy = מורשה חתימה, סוריה
sign-in-account-reviewer = בוחן מטעם הגורם המפקח
sign-in-account-officer = מוסמך לאשרור מטעם הגורם המפקח
sign-in-account-head-il = ראש משלחת, ישראל
sign-in-account-head-sy = ראש משלחת, סוריה
late-title = יש להתחבר כדי להמשיך
late-text = ההתחברות הסתיימה, ולכן דבר לא נשלח. לאחר התחברות יחזור מה שהוקלד למקום שבו נכתב.
invitation-title = קביעת סיסמה
invitation-lede = הקישור פועל פעם אחת. לאחר מכן מתחברים באמצעות הכתובת והסיסמה.
invitation-deed = קביעת הסיסמה
invitation-over-title = אי אפשר להשתמש בקישור זה
invitation-over = הקישור נוצל, פג תוקפו, או שנוצר קישור חדש ממנו. מפעילי הפורטל יכולים ליצור קישור חדש.
reset-link = שכחת את הסיסמה?
reset-title = סיסמה חדשה
reset-lede = יש להזין את הכתובת שבה מתחברים. אם היא שייכת לחשבון, יוצא אליה עכשיו קישור; הוא פועל פעם אחת, במשך שעה.
reset-deed = שליחת הקישור
reset-no-mail = לא הגיעה הודעה בתוך דקות אחדות? גם מי שמנהל את אנשי הצד שלך יכול להפיק לך קישור.
reset-back = חזרה לכניסה
