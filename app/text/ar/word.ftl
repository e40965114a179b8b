# The way of a text through Word.

word-title = Word
word-link = العمل عليه في Word
word-out = أخذ النص
word-out-hint = في الملف يقف كل قسم تحت عنوانه. حرّر النص تحت العناوين واترك العناوين كما هي.
word-out-deed = تنزيل ملف Word
word-version = ما يُؤخذ
word-working = نص العمل
word-section = الأقسام
word-all = جميع الأقسام
word-languages = اللغات
word-back = إعادة ملف
word-back-hint = يُقرأ الملف ويُعرض ما تغيّر قبل أن يُؤخذ منه شيء. ولا يُقرأ ما يسجله Word عن صاحبه.
word-file = ملف Word
word-back-deed = قراءة الملف
word-waiting = ملف بانتظار أخذ تغييراته
word-tracked = كان في الملف تغييرات متعقَّبة. وكلها معروضة هنا كأنها قُبلت.
word-comments = { $count ->
    [zero] لم تُترك في الملف تعليقات.
    [one] تعليق واحد في الملف لم يُؤخذ.
    [two] تعليقان في الملف لم يُؤخذا.
    [few] { $count } تعليقات في الملف لم تُؤخذ.
    [many] { $count } تعليقًا في الملف لم تُؤخذ.
   *[other] { $count } تعليق في الملف لم تُؤخذ.
 }
word-nothing = لم يتغيّر شيء في هذا الملف.
word-count = تغيّر في Word: { $changed }. تغيّر في Word وهنا: { $collides }. لم يتغيّر: { $same }.
word-collides = تغيّر هذا النص في Word وهنا منذ إنشاء الملف. وما يظهر في «قبل» هو القائم هنا الآن.
word-collisions = ماذا يُفعل بالنصوص التي تغيّرت في Word وهنا؟
word-keep-ours = الإبقاء على ما هو هنا
word-keep-ours-hint = لا يُؤخذ نص الملف، ويمكن نسخ المطلوب منه يدويًا.
word-take-theirs = أخذ نص الملف
word-take-theirs-hint = يُستبدل ما تغيّر هنا في هذه الأثناء، ويبقى في السجل.
word-origin = من أعدّ الترجمات في هذا الملف؟
word-origin-person = كتبها أشخاص أو قرؤوها كاملة
word-origin-machine = ترجمة آلية لم يقرأها أحد
word-origin-machine-hint = تُحفظ كمسودات آلية، ولا تدخل في أي نسخة إلى أن يؤكد أحدٌ صحتها.
word-take-deed = أخذ التغييرات
word-discard = تجاهل الملف
word-where = في الملف: { $place }
word-opening = { $audience }. حرّر النص تحت العناوين واترك العناوين كما هي. { $demonstration }
field-file-macro = في الملف وحدات ماكرو. احفظه مستند Word عاديًا (docx).
field-file-encrypted = الملف محمي بكلمة مرور. احفظه بلا كلمة مرور.
field-file-too-much = في الملف أكثر مما يتسع له مشروع. قسّمه.
field-file-no-anchors = لم تُنشئ البوابة هذا الملف، أو ضاعت عناوينه. نزّل النص من جديد وضع فيه تغييراتك.
field-file-unknown-anchor = في الملف قسم ليس في هذا المشروع.
field-file-anchor-twice = في الملف قسم مكرر. احذف أحدهما.
field-file-heading-without-anchor = في الملف عنوان ليس من عناوين البوابة. اجعله نصًا عاديًا أو عنوانًا من مستوى أدنى.
field-file-text-outside = يوجد نص فوق القسم الأول. انقله إلى أحد الأقسام.
field-file-foreign = في الملف ما لا يتسع له قسم: صورة أو رسم أو حاشية أو معادلة أو كائن. احذفه، فالملفات تُرفق بالمشروع.
field-file-not-word = هذا ليس ملف Word يمكن قراءته. احفظه بصيغة docx.
field-file-other-project = الملف لمشروع آخر.
field-file-heading-changed = غُيّر عنوان. أعده كما كان.
field-file-part-too-long = أحد الأقسام أطول من المسموح.
