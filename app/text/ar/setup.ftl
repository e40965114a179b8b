# The first page of a fresh portal.

setup-title = إعداد البوابة
setup-lede = تُفتح هذه الصفحة مرة واحدة. تسمّي البوابة وأشخاصها الأوائل ثم تُغلق نهائيًا.
setup-key = المفتاح
setup-key-hint = يعرضه الخادم عند بدئه. ويُنشأ مفتاح جديد في الخادم بهذا الأمر:
setup-portal = البوابة
setup-name-en = الاسم بالإنكليزية
setup-name-he = الاسم بالعبرية
setup-name-ar = الاسم بالعربية
setup-address = العنوان العام
setup-mail = البريد
setup-mail-spool = يُكتب في مجلد البريد ضمن مجلد البيانات
setup-deed = إعداد البوابة
setup-done = أُعدّت البوابة
setup-done-lede = يلزم تسليم كل رابط بطريق آمن. تُعرض الروابط مرة واحدة، ويُستعمل كل منها مرة واحدة خلال 72 ساعة.
