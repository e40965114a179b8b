# What waits for whom.

desk-title = مكتب العمل
desk-lede = ما الذي ينتظر، ومَن عليه الدور، ومنذ متى، وإلى متى.
desk-mine = بانتظاري
desk-mine-empty = لا شيء ينتظر هنا.
desk-ours = بانتظار جانبي
desk-ours-empty = لا شيء ينتظر آخرين في هذا الجانب.
desk-others = بانتظار آخرين
desk-others-empty = لا شيء ينتظر أطرافًا أخرى.
desk-all-projects = عرض جميع المشاريع
desk-ask-draft = استكمال المسودة
desk-ask-tabled = بدء النقاش في المشروع أو إعادته
desk-ask-discussion = إيصال النص إلى طلب المواقف
desk-ask-group-ballot = تسجيل موقف الرئيس المشارك
desk-ask-principals-ballot = تسجيل موقف الوفد
desk-ask-review = إعداد ملف القرار
desk-ask-sign-off = البتّ في المصادقة
desk-ask-cleared = القبول ببدء العمل
desk-ask-implementing = تنفيذ العمل وإعلان اكتماله
desk-ask-completed = القبول بإغلاق المشروع
desk-ask-consent = إعطاء قبول هذا الجانب
desk-ask-points = الإجابة عن النقاط المنتظرة
desk-ask-summary = القبول بالملخص الموجَّه للجمهور

# What happens when the date passes
desk-then-draft = لا مهلة للمسودة.
desk-then-tabled = بانقضاء الموعد تُرفع الخطوة إلى رئيس الوفد. والسكوت ليس قبولًا.
desk-then-in-discussion = بانقضاء الموعد من دون تغيير تُرفع الخطوة إلى رئيسي الوفدين. والسكوت ليس قبولًا.
desk-then-group-ballot = بانقضاء الموعد تُرفع الخطوة إلى رئيس الوفد. والسكوت ليس موافقة.
desk-then-principals-ballot = بانقضاء الموعد تُرفع الخطوة إلى رئيس الوفد، ثم إلى المساعي الحميدة للجهة المشرفة. والسكوت ليس موافقة.
desk-then-supervisor-review = بانقضاء الموعد يُبلَّغ رئيسا الوفدين. والسكوت ليس مصادقة.
desk-then-cleared = لا يبدأ العمل إلا بقبول الرئيسين المشاركين وما دامت المصادقة سارية.
desk-then-implementing = لا يُعدّ العمل مكتملًا إلا بقبول الرئيسين المشاركين.
desk-then-completed = لا يُغلق المشروع إلا بقبول رئيسي الوفدين.
desk-then-closed = لا يُطلب شيء آخر.
desk-then-withdrawn = لا يُطلب شيء آخر.
desk-then-declined = لا يُطلب شيء آخر.
desk-then-lapsed = للرئيسين المشاركين معًا أن يعيدا فتح المشروع.
desk-unsent = { $count ->
    [zero] لا توجد نصوص لم تُرسل.
    [one] يوجد نص واحد لم يُرسل.
    [two] يوجد نصان لم يُرسلا.
    [few] توجد { $count } نصوص لم تُرسل.
    [many] يوجد { $count } نصًا لم يُرسل.
   *[other] يوجد { $count } نص لم يُرسل.
 }
desk-order = ترتيب القائمة
desk-order-due = بحسب تاريخ الاستحقاق
desk-order-age = بحسب مدة الانتظار
desk-then-point = إذا انقضى الموعد بقيت النقطة دون رد، ولا يمكن فتح طلب المواقف.
desk-ask-head = لم يرد أحد في الموعد: للمعالجة من رئيس الوفد
desk-ask-good-offices = لم يرد أحد في الموعد: عرض المساعي الحميدة
due-head = انقضى الموعد. الأمر الآن لدى رئيس الوفد حتى { $date }. السكوت ليس قبولًا.
due-heads = انقضى الموعد. أُبلغ رئيسا الوفدين، وأمام الجهة المشرفة حتى { $date }. السكوت ليس مصادقة.
due-good-offices = انقضى موعد رئيس الوفد أيضًا. تعرض الجهة المشرفة مساعيها الحميدة حتى { $date }. السكوت ليس قبولًا.
due-over = انقضت المواعيد كلها.
due-extended = { $days ->
    [zero] لم يؤجَّل
    [one] يوم عمل واحد
    [two] يوما عمل
    [few] { $days } أيام عمل
    [many] { $days } يوم عمل
   *[other] { $days } يوم عمل
}
desk-notes = مذكرات تنتظر طرفك
desk-ask-minutes = الموافقة على المحضر
desk-ask-agenda = الموافقة على جدول الأعمال
desk-then-agenda = لا يُفتتح الاجتماع إلا بجدول أعمال وافق عليه الرئيسان المشاركان.
desk-then-minutes = بانقضاء الموعد يُرفع المحضر إلى رئيس الوفد، ثم إلى المساعي الحميدة للجهة المشرفة. والسكوت ليس موافقة.
desk-ask-matter-answer = الإجابة عن المسألة
desk-ask-matter-settle = تسوية المسألة
desk-then-matter-query = بعد انقضاء الموعد تنتقل المسألة إلى الرئيسين المشاركين. السكوت ليس جوابًا.
desk-then-matter-concern = بعد انقضاء الموعد تنتقل المسألة إلى رئيس الوفد ثم إلى المساعي الحميدة للجهة المشرفة. السكوت لا يسوّي شيئًا.
