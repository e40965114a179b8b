# Writing a project: sections, declaration, files, and the check before a text is frozen.

edit-lede = יש לכתוב כל פרק בשלוש השפות. אפשר לשמור בכל עת; רק הגשה או גרסה חדשה מקפיאות את הטקסט.
edit-not-permitted = הטקסט נערך בידי החברים, המתרגמים והיו״רים המשותפים של קבוצת העבודה; טיוטה נערכת בידי מציעיה בלבד.
edit-sections = פרקים
edit-original = { $language } (מקור)
edit-limit = עד { $limit } תווים בכל שפה.
edit-still-right = התרגום עדיין תואם את המקור
edit-gone-through = קראתי את התרגום הזה במלואו, והוא תואם את המקור
edit-machine = התרגום הזה נעשה במכונה, ואיש עדיין לא עבר עליו
edit-machine-left-out = { $count ->
    [one] טקסט אחד הוא טיוטת מכונה. הוא לא ייכלל בנוסח המוקפא עד שאדם יעבור עליו.
    [two] שני טקסטים הם טיוטות מכונה. הם לא ייכללו בנוסח המוקפא עד שאדם יעבור עליהם.
   *[other] { $count } טקסטים הם טיוטות מכונה. הם לא ייכללו בנוסח המוקפא עד שאדם יעבור עליהם.
 }
edit-save = שמירת הפרק
edit-back = חזרה לפרקים
edit-conflict-title = הפרק נשמר בידי אחר בזמן הכתיבה
edit-conflict-hint = זהו הטקסט השמור. הטקסט שנכתב כאן נמצא בשדות שלמטה. יש לאחד ביניהם ולשמור שוב.
autosave-saving = שומר את מה שהוקלד
autosave-saved = מה שהוקלד נשמר כטיוטה אישית שאין לאיש אחר גישה אליה.
autosave-lost = לא נשמר: אין חיבור. הטקסט נשמר בלשונית זו.
draft-found = בשדות נמצא מה שהוקלד ולא נשלח, כפי שנשמר: { $time }.
draft-discard = מחיקתו והצגת הטקסט השמור

# The declaration
scope-title = הצהרה על האופי האזרחי
scope-hint = כל פרויקט מצהיר זאת. אפשר להגישו רק לאחר שכל סעיף אושר.
scope-purpose = מטרת הפרויקט אזרחית בלבד.
scope-no-military-party = שום גוף צבאי, ביטחוני או מודיעיני אינו משתתף, משלם או נהנה.
scope-no-collection = לא נאסף דבר מעבר לנדרש לעבודה.
scope-no-military-site = לא נעשה שימוש באתר צבאי.
scope-dual-use = פריטים שאפשר להשתמש בהם גם למטרה אחרת
scope-dual-use-hint = יש לפרט אותם ואת אמצעי ההבטחה לכל אחד, או לכתוב "none".
scope-deed = רישום ההצהרה

# Files
files-title = קבצים
files-field = קובץ לצירוף
files-hint = עד { $limit } מ״ב. סוגים: PDF, PNG, JPEG, TXT, CSV, DOCX, XLSX, PPTX, ODT, ODS, ODP.
files-deed = צירוף הקובץ
files-remove = הסרה

# Tabling and the next version
table-title = הגשת הטיוטה
table-hint = הטקסט יוקפא כגרסה, לפרויקט יינתן קוד, וכל הצדדים יקראו אותו. טיוטה משותפת מוגשת כששני היו״רים המשותפים מסכימים לאותו נוסח.
table-deed = הגשת הטיוטה
table-not-permitted = יו״ר משותף מן הצד המציע מגיש את הטיוטה.
next-version-title = הקפאת הגרסה הבאה
next-version-hint = טקסט העבודה ייעשה לגרסה שאיש אינו יכול לשנותה. אישורים לגרסאות קודמות אינם תקפים עוד. נקודות נשארות פתוחות.
next-version-reason = מה משתנה בגרסה זו, ומדוע
next-version-deed = הקפאת הגרסה הבאה
next-version-nothing = לא חסר דבר. יו״ר משותף מכל אחד מן הצדדים יכול להקפיא את הגרסה הבאה.
next-version-not-permitted = יו״ר משותף מכל אחד מן הצדדים מקפיא את הגרסה הבאה.
drafts-title = טקסט שלא נשלח
drafts-lede = מה שהוקלד ולא נשלח. אין לאיש אחר גישה אליו.
drafts-none = אין טקסט שלא נשלח.
draft-of-save-text = פרק בפרויקט
draft-of-open-thread = דיון חדש בפרויקט
draft-of-post-message = הודעה בפרויקט
draft-of-send-note = איגרת רשמית
draft-of-position = עמדה בפרויקט
draft-of-sign-off = החלטה בפרויקט
draft-of-prepare-dossier = תיק בפרויקט
draft-of-write-summary = תקציר לציבור של פרויקט
draft-of-take-word = קובץ Word שנקרא
draft-of-file-statement = הצהרה לפרוטוקול של ישיבה
draft-of-raise-matter = עניין
draft-of-reply-matter = תשובה לעניין
draft-of-correct-minutes = תיקון לפרוטוקול של ישיבה
draft-of-form = טופס בפרויקט
draft-show = מה שהוקלד
draft-continue = המשך
files-authors = שמות מחברים מוסרים מקובצי Office ומתמונות. קובץ PDF נשאר כפי שהוא.
draft-of-propose-amendment = תיקון בפרויקט
saves-link = נוסחים קודמים
saves-title = { $section }: נוסחים קודמים
saves-lede = כל השמירות של פרק זה, מהחדשה לישנה, עם המילים ששונו בכל אחת.
saves-none = עדיין לא נשמר דבר בפרק זה.
edit-also-here = גם { $who } בעריכת פרק זה; הוקלד לאחרונה { $time } וטרם נשמר.
saves-machine = נעשה במכונה
