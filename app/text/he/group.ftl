# Working groups.

groups-title = קבוצות עבודה
groups-none = אין קבוצת עבודה שבה מוגדר כאן תפקיד.
group-members = חברים לפי צד
group-stages = פרויקטים לפי שלב
group-meetings = ישיבות
group-no-meetings = לא מתוכננת ישיבה.
group-vacant = מקומו של היו״ר המשותף פנוי. ראש המשלחת ימנה ממלא תפקיד.
group-figures = נתונים
group-stages-finding = רובם נמצאים כאן: { $label }, { $shown }.
group-time = ימים שבהם פרויקטים פתוחים עומדים בשלבם, בממוצע
group-time-finding = ההמתנה הארוכה ביותר: { $label }, { $shown }.
