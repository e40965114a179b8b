# The summary for the public: writing, consents, going live, taking back.

summary-none = אין עדיין תקציר לציבור.
summary-live = התקציר המפורסם
summary-live-tag = פומבי
summary-public-page = מעבר לדף הציבורי
summary-pending = תקציר הממתין להסכמה
summary-pending-tag = אינו פומבי
summary-only-head = ראשי שתי המשלחות מסכימים לתקציר.
summary-consent-hint = התקציר יפורסם ברגע שראשי שתי המשלחות יסכימו לנוסח זה בדיוק.
summary-consent-deed = הסכמה לפרסום
summary-too-early = אפשר לכתוב תקציר משעה שהפרויקט בדיון.
summary-write-title = כתיבת תקציר
summary-write-hint = יש לכתוב למי שאינו מכיר את הפרויקט. נדרשות כל שלוש השפות. ראשי שתי המשלחות מסכימים לפני כל פרסום.
summary-write-deed = שמירת התקציר לקבלת הסכמה
summary-field-title = כותרת
summary-field-text = מהו הפרויקט
summary-field-reasons = מדוע שני הצדדים תומכים בו
retract-title = הסרת התקציר מפרסום
retract-hint = הציבור לא יוסיף לקרוא על פרויקט זה. הנימוק יירשם.
retract-deed = הסרת התקציר
