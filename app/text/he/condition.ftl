# Conditions of an approval or of the sign-off.

conditions-none = לא נקבע תנאי.
condition-title = תנאי { $number }
condition-void = אינו תקף עוד
condition-accepted = התקבל
condition-to-accept = טרם התקבל
condition-not-verified = טרם אומת
condition-due-before-start = לפני תחילת העבודה
condition-due-during = במהלך העבודה
condition-due-before-completion = לפני השלמת העבודה
condition-with-approval = אישור בתנאי
condition-with-signature = אשרור בתנאי
condition-fields-hint = אי אפשר לשנות תנאי לאחר רישומו. תנאי שעל הצד האחר לקיימו טעון את הסכמתו לפני הפנייה לגורם המפקח.
condition-accept-hint = המשלחת האחרת קבעה תנאי זה, וקיומו מוטל על משלחת זו.
condition-accept-deed = קבלת התנאי
condition-verify-field = על סמך מה נקבע שהתנאי קוים
condition-verify-deed = רישום קיום התנאי
