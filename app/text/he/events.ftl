# Security events, for administrators.

events-title = אירועי אבטחה
events-lede = מי נכנס, מי נדחה ואילו מפתחות השתנו. נרשם בספר רישום נפרד; אירועים זהים באותה דקה נספרים כאחד.
events-none = לא נרשם אירוע מסוג זה.
events-kind = אירוע
events-about = במי מדובר
events-actor = בידי מי, אם אחר
events-network = כתובת ברשת
events-times = פעמים
events-nobody = שם שאין לו חשבון
