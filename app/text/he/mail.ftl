# What mails say: that something waits and where, never a word of what was written.

mail-foot = פורטל שיתוף הפעולה: { $portal }. איש אינו קורא תשובות להודעה זו.
mail-quiet-subject = משהו ממתין על שולחן העבודה שלך
mail-quiet = משהו ממתין על שולחן העבודה שלך. יש להתחבר כדי לראות אותו.
mail-turn-subject = { $code }: { $asked }
mail-turn = התור של הצד שלך ב־{ $code }: { $asked }.
mail-turn-due = היום האחרון הוא { $date }. שתיקה לעולם אינה הסכמה.
mail-invitation-subject = הזמנה לפורטל שיתוף הפעולה
mail-invitation = הוזמנת אל { $portal }. באמצעות הקישור שלהלן קובעים סיסמה.
mail-invitation-why = אם לא ציפית להזמנה זו, יש לפנות אל ראש המשלחת לפני הפתיחה.
mail-reset-subject = קישור לסיסמה חדשה
mail-reset = מי שמנהל את אנשי הצד שלך הפיק לך קישור לסיסמה חדשה ב{ $portal }.
mail-reset-asked = התקבלה בקשה לקישור לסיסמה חדשה ב{ $portal } עם כתובת זו.
mail-reset-unasked = אם הבקשה אינה שלך ולא ציפית לקישור, אין צורך לעשות דבר: בלי הקישור לא משתנה דבר.
mail-link-until = הקישור פועל פעם אחת, עד { $moment }.
mail-subject-new-device = כניסה ממכשיר חדש
mail-subject-tries = סיסמאות שגויות לחשבונך
mail-subject-password = הסיסמה שלך שונתה
mail-subject-factors = אמצעי האימות השני שונה או שנעשה שימוש בקוד שחזור
mail-subject-suspended = חשבונך נסגר
mail-when = { $what }: { $moment }.
mail-not-you = אם אין זה מעשה ידיך, יש לשנות את הסיסמה, לסיים את הכניסות האחרות ולהודיע מיד לראש הצד שלך.
mail-suspended-then = אי אפשר להתחבר עד שמי שמנהל את אנשי הצד שלך יבטל את ההשעיה.
