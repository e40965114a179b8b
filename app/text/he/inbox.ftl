# The inbox: what came for one person.

inbox-title = דואר נכנס
inbox-lede = מה שנוגע לך בפרויקטים, באיגרות ובישיבות של הקבוצות שלך, החדש תחילה. מה שאין לך עוד רשות לקרוא אינו מוצג.
inbox-empty = הדואר הנכנס ריק.
inbox-none-of-topic = אין דבר בנושא זה.
inbox-unread = { $count ->
    [one] עדכון אחד שלא נקרא
    [two] שני עדכונים שלא נקראו
   *[other] { $count } עדכונים שלא נקראו
}
inbox-new = חדש
inbox-read-one = סימון כנקרא
inbox-read-all = סימון הכול כנקרא
inbox-older = מוקדם יותר
inbox-topics = נושאים
inbox-all = הכול
topic-duties = תורך
topic-mentions = אזכורים
topic-decisions = החלטות, איגרות וישיבות
topic-texts = נוסחים
topic-discussion = דיון
notifications-title = התראות
notifications-lede = כל מה שנוגע לך מגיע לתיבה. כאן בוחרים מה מגיע גם בדואר, ובאיזה קצב.
notifications-mail = בדואר אלקטרוני
notifications-duties = כשהתור אצלך, וכשמועד של שלב קרב, תמיד נשלחת הודעה מיד.
notifications-deed = שמירה
topic-hint-mentions = הודעה המבקשת את תשומת לבך
topic-hint-decisions = הצבעות, עמדות, השגות, אישור הגורם המפקח, תחילת העבודה וסיומה
topic-hint-texts = גרסאות חדשות ותרגומיהן
topic-hint-discussion = דיונים והודעות
pace-at-once = מיד
pace-daily = פעם ביום
pace-weekly = פעם בשבוע
pace-none = ללא דואר
unsubscribe-title = הפסקת הסיכומים
unsubscribe-lede = לא יישלחו אליך עוד סיכומים יומיים או שבועיים. מה שממתין לך עדיין יגיע מיד, והתיבה שומרת הכול.
unsubscribe-deed = להפסיק את הסיכומים
unsubscribe-choose = לבחור לכל נושא בנפרד
unsubscribe-wrong-title = הקישור אינו פועל
unsubscribe-wrong = ייתכן שהקישור נקטע. אפשר להיכנס ולבחור תחת ״התראות״ מה יגיע בדואר.
