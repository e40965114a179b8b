# Threads and messages; the words of the button name who reads.

discussion-none = لا نقاش بعد.
thread-meta = { $count ->
    [zero] لا رسائل · آخر تحديث { $date }
    [one] رسالة واحدة · الأخيرة بتاريخ { $date }
    [two] رسالتان · الأخيرة بتاريخ { $date }
    [few] { $count } رسائل · الأخيرة بتاريخ { $date }
    [many] { $count } رسالة · الأخيرة بتاريخ { $date }
   *[other] { $count } رسالة · الأخيرة بتاريخ { $date }
}
thread-start-joint = فتح نقاش مشترك
thread-start-caucus-il = فتح مداولات داخلية لإسرائيل
thread-start-caucus-sy = فتح مداولات داخلية لسورية
thread-start-caucus-us = فتح مداولات داخلية للجهة المشرفة
thread-start-channel-il = فتح نقاش في قناة إسرائيل والجهة المشرفة
thread-start-channel-sy = فتح نقاش في قناة سورية والجهة المشرفة
thread-post-joint = إرسال إلى النقاش المشترك
thread-post-caucus-il = إرسال إلى المداولات الداخلية لإسرائيل
thread-post-caucus-sy = إرسال إلى المداولات الداخلية لسورية
thread-post-caucus-us = إرسال إلى المداولات الداخلية للجهة المشرفة
thread-post-channel-il = إرسال إلى قناة إسرائيل والجهة المشرفة
thread-post-channel-sy = إرسال إلى قناة سورية والجهة المشرفة
message-edit = تعديل الرسالة أو إرفاق ملف بها أو سحبها
message-edit-hint = يرى القراء أن الرسالة عُدّلت ويرون صيغتها السابقة.
message-edit-deed = حفظ الصيغة الجديدة
message-take-back = سحب الرسالة
message-edited = معدّلة
message-former = الصيغ السابقة
message-taken-back = سحب الكاتب هذه الرسالة.
discussion-none-open = كل النقاشات محسومة.
discussion-resolved = { $count ->
    [zero] لا نقاشات محسومة
    [one] نقاش محسوم واحد
    [two] نقاشان محسومان
    [few] { $count } نقاشات محسومة
    [many] { $count } نقاشًا محسومًا
   *[other] { $count } نقاش محسوم
}
thread-unread = { $count ->
    [zero] لا رسائل جديدة
    [one] رسالة جديدة واحدة
    [two] رسالتان جديدتان
    [few] { $count } رسائل جديدة
    [many] { $count } رسالة جديدة
   *[other] { $count } رسالة جديدة
}
thread-elsewhere = قرّاء آخرون لهذا النقاش:
thread-resolved = محسوم
thread-resolved-by = أعلن { $office } حسم هذا النقاش في { $time }.
thread-reopened-by = أعاد { $office } فتح هذا النقاش في { $time }.
thread-resolve-deed = إعلان حسم هذا النقاش
thread-reopen-deed = إعادة فتح هذا النقاش
thread-seen-deed = وضع علامة مقروء
thread-live-new = وصلت رسالة جديدة.
thread-live-lost = لا اتصال. ستظهر الرسائل الجديدة عند عودة الخط.
message-new = جديدة
message-answer = رد مع اقتباس
message-answers = ردًا على { $office }، { $time }
message-answer-none = الكتابة دون الرد على رسالة
message-mentions = لعناية
message-file = ملف لهذه الرسالة
message-file-deed = إرفاق الملف
attention-title = لفت انتباه أحد القرّاء
attention-hint = لا يمكن اختيار غير من يقرأ هذا النقاش.
attention-nobody = لا أحد
field-attention = المعنيّ { $number }
anchor-said = { $section }، { $language }، الفقرة { $paragraph } من النسخة { $version }
anchor-changed = تغيّر النص في النسخة { $number }
anchor-gone = لم تعد في النسخة { $number }
paragraphs-lede = تقف كل فقرة إلى جانب ترجماتها، وتحتها ما يدور حولها من نقاش.
paragraphs-uneven = عدد الفقرات هنا يختلف بين اللغات، فقد لا يتطابق ما يقف جنبًا إلى جنب.
paragraphs-gone = نقاشات حول فقرات لم تعد في النص
paragraph-none = لا فقرة هنا.
paragraph-changed = تغيّر النص منذ ذلك الحين
paragraph-discuss = مناقشة الفقرة { $number }
paragraph-discuss-named = مناقشة الفقرة { $number }، { $language }
paragraphs-open = الفقرات والتعليقات
paragraphs-open-count = { $count ->
    [zero] الفقرات والتعليقات (لا نقاشات)
    [one] الفقرات والتعليقات (نقاش واحد)
    [two] الفقرات والتعليقات (نقاشان)
    [few] الفقرات والتعليقات ({ $count } نقاشات)
    [many] الفقرات والتعليقات ({ $count } نقاشًا)
   *[other] الفقرات والتعليقات ({ $count } نقاش)
}
