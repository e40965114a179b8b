# The summary for the public: writing, consents, going live, taking back.

summary-none = لا يوجد ملخص للجمهور بعد.
summary-live = الملخص المنشور
summary-live-tag = منشور
summary-public-page = فتح الصفحة العامة
summary-pending = ملخص بانتظار القبول
summary-pending-tag = غير منشور
summary-only-head = يقبل رئيسا الوفدين الملخص.
summary-consent-hint = يُنشر الملخص فور قبول رئيسي الوفدين هذا النص بعينه.
summary-consent-deed = القبول بالنشر
summary-too-early = يمكن كتابة ملخص متى أصبح المشروع قيد النقاش.
summary-write-title = كتابة ملخص
summary-write-hint = يُكتب الملخص لمن لا يعرف المشروع. وتلزم اللغات الثلاث كلها. ويقبل رئيسا الوفدين قبل نشر أي شيء.
summary-write-deed = حفظ الملخص لعرضه على القبول
summary-field-title = العنوان
summary-field-text = ما هو المشروع
summary-field-reasons = لماذا يؤيده الجانبان
retract-title = سحب الملخص من النشر
retract-hint = لا يعود الجمهور يطلع على هذا المشروع. ويُسجَّل السبب.
retract-deed = سحب الملخص
