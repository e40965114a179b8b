# The frozen text in three languages, and the marks of review and agreement.

text-original = الأصل
text-none = لا يوجد نص بهذه اللغة بعد.
text-state-missing = غير موجود
text-state-machine-draft = مسودة آلية
text-state-stale = بحاجة إلى تحديث
text-state-draft = مسودة
text-state-reviewed = مراجَع
text-state-agreed = متفق عليه
mark-title = المراجعة والاتفاق
mark-hint = تراجع إسرائيل النص العبري، وسورية النص العربي، وكل جانب النص الإنكليزي. ويكون النص متفقًا عليه عندما يتفق عليه الرئيسان المشاركان. وتسقط العلامة إذا تغيّر النص أو أصله.
mark-not-permitted = يؤشّر المترجمون والرئيسان المشاركان على مراجعة النصوص. ويتفق عليها الرئيسان المشاركان.
mark-reviewed-deed = { $count ->
    [zero] التأشير على مراجعة النصوص: { $language }
    [one] التأشير على مراجعة نص واحد: { $language }
    [two] التأشير على مراجعة نصين: { $language }
    [few] التأشير على مراجعة { $count } نصوص: { $language }
    [many] التأشير على مراجعة { $count } نصًا: { $language }
   *[other] التأشير على مراجعة { $count } نص: { $language }
}
mark-reviewed-done = أشّر هذا الجانب على مراجعة جميع النصوص: { $language }.
mark-agreed-deed = { $count ->
    [zero] الاتفاق على النصوص: { $language }
    [one] الاتفاق على نص واحد: { $language }
    [two] الاتفاق على نصين: { $language }
    [few] الاتفاق على { $count } نصوص: { $language }
    [many] الاتفاق على { $count } نصًا: { $language }
   *[other] الاتفاق على { $count } نص: { $language }
}
mark-agreed-done = اتفق هذا الجانب على جميع النصوص: { $language }.
tab-amendments = التعديلات
amendments-lede = يقترح أي عضو في المجموعة صياغة أخرى لقسم. تدخل في نص العمل عندما يقبل الرئيسان المشاركان الكلمات نفسها، وفي النسخة التالية عند تجميدها.
amendments-none = لا تعديل مفتوح.
amendments-ended = تعديلات انتهت
amendment-new = اقتراح تعديل
amendment-new-hint = اختر القسم.
amendment-title = تعديل: { $section }
amendment-lede = غيّر الكلمات التي ينبغي أن تتغير، بأكبر عدد من اللغات تستطيعه. اللغة التي تتركها تبقى كما هي.
amendment-reason = السبب
amendment-reason-hint = جملة أو جملتان للطرفين.
amendment-deed = اقتراح
amendment-accept = قبول باسم طرفنا
amendment-decline-title = رفض
amendment-decline-field = سبب الرفض
amendment-decline = رفض التعديل
amendment-withdraw = سحب تعديلي
amendment-who = يقرر الرئيسان المشاركان في التعديلات.
amendment-collides = غُيّر هذا القسم بعد كتابة التعديل ({ $languages }). لا يمكن إدخاله كما هو؛ النصان معروضان أعلاه.
amendment-anew = اقتراحه من جديد على النص القائم الآن
amendment-words = الكلمات المقترحة
amendment-accepted = قبله الطرفان
amendment-declined = رُفض
amendment-withdrawn = سُحب
side-by-side-in-view = المعروض: { $languages }
side-by-side-show = إظهار { $language }
side-by-side-hide = إخفاء { $language }
side-by-side-typed = تبقى { $language } معروضة: فيها كلمات لم تُحفظ بعد.
field-out-of-view = لم يكن هذا النص معروضًا عند الحفظ. يلزم أن يُقرأ ثم يُحفظ مرة أخرى.
