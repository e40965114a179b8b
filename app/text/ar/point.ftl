# Points: one objection each, with what would resolve it.

points-none = لم تُطرح أي نقطة.
point-title = النقطة { $number }: { $section }
point-open = مفتوحة
point-closed = مغلقة
point-closed-because = ما الذي حلّها
point-answer-of = جواب
point-who-closes = لا يغلق هذه النقطة إلا الجانب الذي طرحها. وللرئيس المشارك من الجانب الآخر أن يجيب عنها.
point-answer-title = الإجابة عن النقطة
point-answer-field = جواب هذا الجانب
point-answer-deed = تسجيل الجواب
point-close-title = إغلاق النقطة
point-close-field = ما الذي حلّها
point-close-deed = إغلاق النقطة
point-fields-title = إضافة نقطة
point-fields-hint = لازمة للاعتراض وللإعادة للتعديل. وتبقى النقطة مفتوحة في النسخ التالية إلى أن يغلقها جانبها.
class-scope = النطاق
class-safety = السلامة
class-legal = القانون
class-cost = التكلفة
class-wording = الصياغة
class-capacity = القدرة على التنفيذ
class-linked-project = مشروع مرتبط
class-other = غير ذلك
