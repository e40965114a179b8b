# The frozen text in three languages, and the marks of review and agreement.

text-original = מקור
text-none = אין עדיין טקסט בשפה זו.
text-state-missing = חסר
text-state-stale = טעון עדכון
text-state-draft = טיוטה
text-state-reviewed = נבדק
text-state-agreed = מוסכם
mark-title = בדיקה והסכמה
mark-hint = ישראל בודקת את הנוסח בעברית, סוריה את הנוסח בערבית, וכל צד את הנוסח באנגלית. נוסח מוסכם הוא נוסח ששני היו״רים המשותפים הסכימו לו. הסימון בטל כשהטקסט או המקור משתנים.
mark-not-permitted = המתרגמים והיו״רים המשותפים מסמנים טקסטים כנבדקים. היו״רים המשותפים מסכימים להם.
mark-reviewed-deed = { $count ->
    [one] סימון טקסט אחד כנבדק: { $language }
    [two] סימון שני טקסטים כנבדקים: { $language }
   *[other] סימון { $count } טקסטים כנבדקים: { $language }
}
mark-reviewed-done = צד זה סימן את כל הטקסטים כנבדקים: { $language }.
mark-agreed-deed = { $count ->
    [one] הסכמה לטקסט אחד: { $language }
    [two] הסכמה לשני טקסטים: { $language }
   *[other] הסכמה ל-{ $count } טקסטים: { $language }
}
mark-agreed-done = צד זה הסכים לכל הטקסטים: { $language }.
