# Projects on the desk: the list, the start, the head and its tabs, and the steps of a proposal outside ballots.

projects-title = פרויקטים
projects-none = אין כאן פרויקט שאפשר לקרוא. חברי קבוצת עבודה מציעים פרויקטים.
projects-none-filtered = אין פרויקט המתאים לסינון.
projects-cut = יש פרויקטים נוספים. תחילה מוצגים החדשים ביותר; סינון לפי שלב, תחום או קוד מצמצם את הרשימה.
project-draft-name = טיוטה
project-untitled = ללא כותרת
project-suspended = מושהה
project-details = על הפרויקט

# Tabs
tab-overview = סקירה
tab-edit = עריכה
tab-text = נוסח
tab-versions = גרסאות
tab-discussion = דיון
tab-ballot = בקשת עמדות
tab-points = נקודות
tab-conditions = תנאים
tab-sign-off = אשרור
tab-implementation = ביצוע
tab-summary = תקציר לציבור
tab-history = היסטוריה

# Starting a project
start-title = הצעת פרויקט
start-lede = פרויקט מתחיל כטיוטה ובה הפרקים של תחומו. הקוד ניתן לו עם ההגשה.
start-not-permitted = רשאים להציע: חברים ויושבי ראש משותפים בקבוצת עבודה וראשי משלחות. אין כאן תפקיד כזה בשום קבוצה.
start-group = קבוצת עבודה
start-group-hint = הקבוצה קובעת את התחום ואת פרקי הטקסט.
start-proposer = מי מציע את הפרויקט
start-proposer-own = המשלחת שלי
start-proposer-own-hint = רק המשלחת עצמה קוראת את הטיוטה עד להגשתה.
start-proposer-joint = שתי המשלחות יחד
start-proposer-joint-hint = כל הצדדים קוראים את הטיוטה מתחילתה. שני היו״רים המשותפים מגישים אותה.
start-source = שפת המקור
start-source-hint = השפה שבה הטקסט נכתב תחילה. שתי האחרות הן תרגום עד ששני הצדדים יסכימו להן.
start-title-hint = בשפת המקור. עד 120 תווים.
start-deed = פתיחת הטיוטה

# Taking up, sending back, returning, reopening, withdrawing
take-up-title = העלאת הפרויקט לדיון
take-up-hint = הפרויקט עובר לדיון, ושתי המשלחות יכולות לערוך את הטקסט. אין בכך אישור.
take-up-deed = העלאה לדיון
take-up-other = פרויקט זה הוגש בידי צד זה. היו״ר המשותף של הצד האחר יעלה אותו לדיון או יחזיר אותו.
take-back-title = החזרת הפרויקט לטיוטה
take-back-hint = הפרויקט ישוב להיות טיוטה. הקוד והגרסה נשמרים.
take-back-deed = החזרה לטיוטה
send-back-title = החזרת הפרויקט למציעיו
send-back-hint = הפרויקט יוחזר למציעיו כטיוטה. יש לציין מה חסר בו.
send-back-deed = החזרה למציעים
return-to-discussion-title = החזרת הפרויקט לדיון
return-to-discussion-hint = היתר הביצוע יחדל לעמוד לפרויקט ויישמר ברישום. יידרשו אישורים חדשים ואשרור חדש.
return-to-discussion-deed = החזרה לדיון
reopen-title = פתיחת הפרויקט מחדש
reopen-hint = הפרויקט ישוב לדיון כששני היו״רים המשותפים יסכימו. בקשות העמדות יתחילו מחדש.
reopen-deed = הסכמה לפתיחה מחדש
withdraw-project-title = משיכת הפרויקט
withdraw-project-hint = הפרויקט יסתיים לצמיתות. הרשום נשמר. פרויקט משותף ופרויקט שאושרר טעונים הסכמה של שני הצדדים.
withdraw-project-deed = משיכה לצמיתות
project-step-ends = סיום שלב זה
project-step-extended = דחיית היום האחרון
project-step-passed = המועד חלף
