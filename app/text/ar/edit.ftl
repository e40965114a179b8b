# Writing a project: sections, declaration, files, and the check before a text is frozen.

edit-lede = يُكتب كل قسم باللغات الثلاث. ويمكن الحفظ في أي وقت؛ ولا يُثبَّت النص إلا بالتقديم أو بنسخة جديدة.
edit-not-permitted = يحرّر النص أعضاء فريق العمل ومترجموه ورئيساه المشاركان؛ ولا يحرّر المسودة إلا مقترحوها.
edit-sections = الأقسام
edit-original = { $language } (الأصل)
edit-limit = { $limit } حرف على الأكثر في كل لغة.
edit-still-right = ما زالت هذه الترجمة مطابقة للأصل
edit-gone-through = قرأتُ هذه الترجمة كاملة، وهي مطابقة للأصل
edit-machine = هذه ترجمة آلية لم يقرأها أحد بعد
edit-machine-left-out = { $count ->
    [zero] لا مسودات آلية.
    [one] نص واحد هو مسودة آلية. لن يدخل في النص المثبَّت إلى أن يقرأه شخص.
    [two] نصّان هما مسودتان آليتان. لن يدخلا في النص المثبَّت إلى أن يقرأهما شخص.
    [few] { $count } نصوص هي مسودات آلية. لن تدخل في النص المثبَّت إلى أن يقرأها شخص.
    [many] { $count } نصًا هي مسودات آلية. لن تدخل في النص المثبَّت إلى أن يقرأها شخص.
   *[other] { $count } نص هي مسودات آلية. لن تدخل في النص المثبَّت إلى أن يقرأها شخص.
 }
edit-save = حفظ القسم
edit-back = العودة إلى الأقسام
edit-conflict-title = حُفظ هذا القسم من شخص آخر أثناء الكتابة
edit-conflict-hint = هذا هو النص المحفوظ. والنص المكتوب هنا في الحقول أدناه. يلزم الجمع بينهما والحفظ مرة أخرى.
autosave-saving = يجري حفظ ما كُتب
autosave-saved = حُفظ ما كُتب مسودةً شخصية لا يقرؤها سوى كاتبها.
autosave-lost = لم يُحفظ: لا يوجد اتصال. النص محفوظ في علامة التبويب هذه.
draft-found = تحتوي الحقول ما كُتب ولم يُرسل، كما حُفظ: { $time }.
draft-discard = حذفه وعرض النص المحفوظ

# The declaration
scope-title = إعلان الطابع المدني
scope-hint = يعلن كل مشروع ذلك. ولا يُقدَّم إلا بعد تأكيد كل بند.
scope-purpose = غرض المشروع مدني فقط.
scope-no-military-party = لا تشارك أي جهة عسكرية أو أمنية أو استخبارية، ولا تدفع، ولا تستفيد.
scope-no-collection = لا يُجمع شيء يتجاوز حاجة العمل.
scope-no-military-site = لا يُستخدم أي موقع عسكري.
scope-dual-use = مواد قد تُستخدم لغرض آخر
scope-dual-use-hint = تُذكر مع الضمانة الخاصة بكل منها، أو تُكتب كلمة "none".
scope-deed = تسجيل الإعلان

# Files
files-title = الملفات
files-field = الملف المراد إرفاقه
files-hint = { $limit } ميغابايت على الأكثر. الأنواع: PDF وPNG وJPEG وTXT وCSV وDOCX وXLSX وPPTX وODT وODS وODP.
files-deed = إرفاق الملف
files-remove = إزالة

# Tabling and the next version
table-title = تقديم المسودة
table-hint = يُثبَّت النص نسخةً، ويُعطى المشروع رمزه، وتقرؤه جميع الأطراف. وتُقدَّم المسودة المشتركة عندما يقبل الرئيسان المشاركان النص نفسه.
table-deed = تقديم المسودة
table-not-permitted = يقدّم المسودة الرئيس المشارك من الجانب المقترِح.
next-version-title = تثبيت النسخة التالية
next-version-hint = يصبح نص العمل نسخة لا يستطيع أحد تغييرها. ولا تعود الموافقات على النسخ السابقة سارية. وتبقى النقاط مفتوحة.
next-version-reason = ما الذي تغيّره هذه النسخة، ولماذا
next-version-deed = تثبيت النسخة التالية
next-version-nothing = لا ينقص شيء. للرئيس المشارك من أي من الجانبين أن يثبّت النسخة التالية.
next-version-not-permitted = يثبّت النسخة التالية الرئيس المشارك من أي من الجانبين.
drafts-title = نصوص لم تُرسل
drafts-lede = ما كُتب ولم يُرسل، ولا يقرؤه سوى كاتبه.
drafts-none = لا توجد نصوص لم تُرسل.
draft-of-save-text = قسم من المشروع
draft-of-open-thread = نقاش جديد في المشروع
draft-of-post-message = رسالة في المشروع
draft-of-send-note = مذكرة رسمية
draft-of-position = موقف في المشروع
draft-of-sign-off = قرار في المشروع
draft-of-prepare-dossier = ملف المشروع
draft-of-write-summary = ملخص للجمهور عن المشروع
draft-of-take-word = ملف Word قُرئ
draft-of-file-statement = بيان في سجل اجتماع
draft-of-raise-matter = مسألة
draft-of-reply-matter = جواب عن مسألة
draft-of-correct-minutes = تصحيح لمحضر اجتماع
draft-of-form = استمارة في المشروع
draft-show = ما كُتب
draft-continue = متابعة
files-authors = تُزال أسماء المؤلفين من ملفات Office والصور. ويبقى ملف PDF كما هو.
draft-of-propose-amendment = تعديل في
saves-link = النصوص السابقة
saves-title = { $section }: النصوص السابقة
saves-lede = كل حفظ لهذا القسم، الأحدث أولًا، مع الكلمات التي غيّرها.
saves-none = لم يُحفظ شيء في هذا القسم بعد.
edit-also-here = يُحرّر هذا القسم الآن أيضًا: { $who }. آخر كتابة { $time } ولم تُحفظ بعد.
saves-machine = ترجمة آلية
