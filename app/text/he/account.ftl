# A person's own page.

account-title = החשבון שלי
account-who = פרטים ותפקידים
account-roles = תפקידים
account-all-groups = כל קבוצות העבודה
account-mandates = ייפויי כוח
account-no-mandate = אין
account-profile = מה אחרים רואים
account-profile-office = התפקיד. רק הצד שלי רואה את השם.
account-language = שפה
account-language-hint = ניווט השפות בראש הדף משנה את שפת שולחן העבודה ושומר את הבחירה.
account-password = סיסמה
account-password-hint = 15 תווים לפחות; כמה מילים שאינן קשורות זו לזו מתאימות. כל ההתחברויות האחרות יסתיימו.
account-password-deed = החלפת הסיסמה
account-language-field = שפה
account-language-deed = קביעת השפה
account-theme = צבעים
account-theme-field = צבעי השולחן
account-theme-deed = שמירת הצבעים
theme-system = לפי הגדרות המערכת
theme-light = בהיר
theme-dark = כהה
