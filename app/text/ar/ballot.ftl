# The ballot: opening, positions, recall, withdrawal of an approval.

ballot-none = لم يُفتح طلب للمواقف بعد. يفتحه الرئيسان المشاركان عندما يكون المشروع قيد النقاش.
ballot-group-title = طلب المواقف في فريق العمل
ballot-principals-title = طلب المواقف لدى الوفدين
ballot-open-title = فتح طلب المواقف بشأن النسخة { $number }
ballot-open-hint = يُفتح طلب المواقف بعد قبول الرئيسين المشاركين النسخة نفسها. ويُثبَّت نصها عندئذ.
ballot-open-deed = القبول بفتح طلب المواقف بشأن النسخة { $number }
ballot-open-given = أُعطي قبول هذا الجانب. ويُفتح طلب المواقف بقبول الرئيس المشارك من الجانب الآخر.
ballot-open-not-permitted = يفتح الرئيسان المشاركان طلب المواقف معًا.
ballot-on-hash = تتعلق المواقف بالنص الذي بصمته الرقمية:
ballot-complete = أجاب الجانبان ولا ينقص شيء.
ballot-outdated = لم يعد ساريًا
outcome-passed = تمت الموافقة
outcome-returned = أُعيد إلى النقاش
outcome-declined = رفضه الجانبان
outcome-recalled = سُحب
outcome-lapsed = انقضت مهلته
recall-title = سحب طلب المواقف
recall-hint = يعود المشروع إلى النقاش ويُفتح نصه من جديد. وتبقى المواقف والنقاط في السجل.
recall-deed = سحب طلب المواقف

# Positions
verdict-approve = موافقة
verdict-no-objection = لا اعتراض
verdict-needs-time = بحاجة إلى مهلة
verdict-object = اعتراض
verdict-decline = رفض
verdict-hint-approve = يوافق الجانب على هذه النسخة. ويمكن إضافة شرط أدناه.
verdict-hint-no-objection = ليس لدى الجانب ما يعترض به على هذه النسخة. ويمكن للمشروع أن يمضي.
verdict-hint-needs-time = يبقى طلب المواقف مفتوحًا ويُؤجَّل يومه الأخير: في فريق العمل مرة واحدة بعشرة أيام عمل، وبين الوفدين بعشرة ثم بخمسة عشر. ويُذكر في البيان الغرض من المهلة.
verdict-hint-object = يعود المشروع إلى النقاش. تلزم إضافة نقطة أدناه وبيان ما يحلّها.
verdict-hint-decline = لا يريد الجانب هذا المشروع. وإذا رفضه الجانبان انتهى. ويُذكر السبب في البيان.
position-none = لا موقف بعد
position-withdrawn = سُحب
position-outdated = لم يعد ساريًا
position-conditions = { $count ->
    [zero] بلا شروط
    [one] بشرط واحد
    [two] بشرطين
    [few] بـ{ $count } شروط
    [many] بـ{ $count } شرطًا
   *[other] بـ{ $count } شرط
}
position-title = موقف { $side }
position-deed = تسجيل موقف { $side }
position-effect = يُسجَّل الموقف مع المنصب والنسخة وبصمتها الرقمية. ويحل محل موقف سابق للجانب في الطلب نفسه. وعندما يجيب الجانبان يُغلق طلب المواقف.
position-only-co-chair = في طلب المواقف هذا يسجّل الرئيس المشارك من كل جانب موقف جانبه.
position-only-signatory = في طلب المواقف هذا يسجّل المفوَّض بالتوقيع أو رئيس الوفد موقف وفده.
withdraw-approval-title = سحب موافقة الوفد
withdraw-approval-hint = المشروع المعروض على الجهة المشرفة أو المصادَق عليه يعود إلى النقاش. والعمل الذي بدأ يُعلَّق فورًا.
withdraw-approval-deed = سحب الموافقة

# The gate under both positions
gate-waits = لم تقرر الجهة المشرفة بعد.
gate-signed = صادقت الجهة المشرفة.
gate-returned = أعادت الجهة المشرفة المشروع للتعديل.
gate-refused = رفضت الجهة المشرفة المشروع.
