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
message-edit = تعديل الرسالة أو سحبها
message-edit-hint = يرى القراء أن الرسالة عُدّلت ويرون صيغتها السابقة.
message-edit-deed = حفظ الصيغة الجديدة
message-take-back = سحب الرسالة
message-edited = معدّلة
message-former = الصيغ السابقة
message-taken-back = سحب الكاتب هذه الرسالة.
