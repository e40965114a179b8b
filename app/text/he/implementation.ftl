# Start, completion and closing with both sides' consent; stop-work.

implementation-before-sign-off = דבר אינו מבוצע לפני האשרור. נדרשים אישור של שתי המשלחות ואשרור של הגורם המפקח לאותה גרסה.
implementation-key-lost = היתר ביצוע זה אינו עומד עוד: אישור נמשך או שהאשרור בוטל. רק היתר חדש יאפשר להמשיך.
implementation-keys = היתר ביצוע
consent-given = ההסכמה ניתנה
consent-awaited = ההסכמה טרם ניתנה
consent-own-given = הסכמת צד זה ניתנה. נדרשת גם הסכמת הצד האחר.
start-work-title = תחילת העבודה
start-work-hint = העבודה מתחילה לאחר ששני היו״רים המשותפים הסכימו ולא חסר דבר אחר.
start-work-deed = הסכמה לתחילת העבודה
start-work-who = שני היו״רים המשותפים מסכימים לתחילת העבודה.
complete-work-title = הודעה על השלמת העבודה
complete-work-hint = העבודה תיחשב גמורה לאחר ששני היו״רים המשותפים הסכימו וקיומו של כל תנאי אומת.
complete-work-deed = הסכמה להשלמה
complete-work-who = שני היו״רים המשותפים מסכימים להשלמה.
close-project-title = סגירת הפרויקט
close-project-hint = פרויקט סגור אפשר לקרוא, אך אי אפשר עוד לשנותו. עבודה שלא הושלמה תסתיים לפני מועדה.
close-project-deed = הסכמה לסגירת הפרויקט
close-project-who = ראשי שתי המשלחות מסכימים לסגירת הפרויקט.
stop-in-force = הוראה להפסקת עבודה בתוקף, מטעם:
stop-title = הוראה על הפסקת עבודה
stop-hint = הפרויקט יושהה מיד. דבר לא יתחיל ולא יושלם עד שהצד שנתן את ההוראה יסיר אותה.
stop-deed = מתן הוראה להפסקת עבודה
lift-title = הסרת ההוראה להפסקת עבודה
lift-hint = העבודה תוכל להימשך אם שני האישורים והאשרור עומדים בעינם. יש לציין מה השתנה.
lift-deed = הסרת ההוראה
