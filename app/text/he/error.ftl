# Pages that say why there is no page.

error-not-found-title = אין כאן דף
error-not-found-text = יש לבדוק את הכתובת או להתחיל מדף הבית.
error-forbidden-title = אי אפשר לבצע פעולה זו כאן
error-forbidden-text = התפקיד אינו מאפשר זאת. בדף קבוצת העבודה מפורט מי ממלא איזה תפקיד.
error-home = לדף הבית
error-stale-form-title = אי אפשר עוד להשתמש בטופס זה
error-stale-form-text = ההתחברות הסתיימה, או שהטופס שייך להתחברות אחרת. דבר לא נרשם. יש להיכנס ולפתוח את הדף שוב.
error-stale-form-typed = מה שהוקלד
error-failed-title = אירעה תקלה בצד שלנו
error-failed-text = דבר לא השתנה. אפשר לנסות שוב מאוחר יותר.
error-reference = מספר לאזכור בפנייה: { $id }
error-too-large-title = הטופס גדול מדי
error-too-large-text = דבר לא נרשם. גודל קובץ מוגבל ל-25 מ״ב ואורך נוסח מוגבל ל-20,000 תווים. יש לחזור ולקצר את מה שנשלח.
error-not-a-form-title = לא ניתן לקרוא את הטופס
error-not-a-form-text = דבר לא נרשם. יש לחזור, לטעון את הדף מחדש ולשלוח את הטופס שוב.
error-too-often-title = יותר מדי בבת אחת
error-too-often-text = דבר לא נרשם. יש להמתין עשר שניות ולנסות שוב.
