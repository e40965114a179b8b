# What a step still lacks, and whose turn it is.

missing-title = ما ينقص
missing-nothing = لا ينقص شيء سوى القبول.
missing-text-missing = { $count ->
    [zero] لا ينقص أي نص ({ $language }): { $parts }.
    [one] ينقص نص واحد ({ $language }): { $parts }.
    [two] ينقص نصان ({ $language }): { $parts }.
    [few] تنقص { $count } نصوص ({ $language }): { $parts }.
    [many] ينقص { $count } نصًا ({ $language }): { $parts }.
   *[other] ينقص { $count } نص ({ $language }): { $parts }.
}
missing-text-not-reviewed = { $count ->
    [zero] لا نص بحاجة إلى مراجعة ({ $language }): { $parts }.
    [one] نص واحد لم يُراجَع بعد ({ $language }): { $parts }.
    [two] نصان لم يُراجَعا بعد ({ $language }): { $parts }.
    [few] { $count } نصوص لم تُراجَع بعد ({ $language }): { $parts }.
    [many] { $count } نصًا لم تُراجَع بعد ({ $language }): { $parts }.
   *[other] { $count } نص لم تُراجَع بعد ({ $language }): { $parts }.
}
missing-text-not-agreed = { $count ->
    [zero] لا نص بحاجة إلى اتفاق الجانبين ({ $language }): { $parts }.
    [one] نص واحد لم يتفق عليه الجانبان بعد ({ $language }): { $parts }.
    [two] نصان لم يتفق عليهما الجانبان بعد ({ $language }): { $parts }.
    [few] { $count } نصوص لم يتفق عليها الجانبان بعد ({ $language }): { $parts }.
    [many] { $count } نصًا لم يتفق عليها الجانبان بعد ({ $language }): { $parts }.
   *[other] { $count } نص لم يتفق عليها الجانبان بعد ({ $language }): { $parts }.
}
missing-text-stale = { $count ->
    [zero] تغيّر الأصل، ولا نص بحاجة إلى تحديث ({ $language }): { $parts }.
    [one] تغيّر الأصل، ونص واحد بحاجة إلى تحديث ({ $language }): { $parts }.
    [two] تغيّر الأصل، ونصان بحاجة إلى تحديث ({ $language }): { $parts }.
    [few] تغيّر الأصل، و{ $count } نصوص بحاجة إلى تحديث ({ $language }): { $parts }.
    [many] تغيّر الأصل، و{ $count } نصًا بحاجة إلى تحديث ({ $language }): { $parts }.
   *[other] تغيّر الأصل، و{ $count } نص بحاجة إلى تحديث ({ $language }): { $parts }.
}
missing-scope-not-affirmed = إعلان الطابع المدني غير مكتمل.
missing-point-unanswered = { $count ->
    [zero] لا نقطة بلا جواب: { $parts }.
    [one] النقطة { $parts } بلا جواب.
    [two] النقطتان { $parts } بلا جواب.
    [few] النقاط { $parts } بلا جواب.
    [many] النقاط { $parts } بلا جواب.
   *[other] النقاط { $parts } بلا جواب.
}
missing-point-open = { $count ->
    [zero] لا نقطة مفتوحة: { $parts }. الإغلاق بيد { $holder } وحدها.
    [one] النقطة { $parts } مفتوحة. إغلاقها بيد { $holder } وحدها.
    [two] النقطتان { $parts } مفتوحتان. إغلاقهما بيد { $holder } وحدها.
    [few] النقاط { $parts } مفتوحة. إغلاقها بيد { $holder } وحدها.
    [many] النقاط { $parts } مفتوحة. إغلاقها بيد { $holder } وحدها.
   *[other] النقاط { $parts } مفتوحة. إغلاقها بيد { $holder } وحدها.
}
missing-position-missing = لم يُسجَّل بعد موقف موافق من جانب { $holder }.
missing-mandate-missing = لا يوجد تفويض ساري المفعول من جانب { $holder } لطلب المواقف. يمنحه رئيس الوفد.
missing-quorum-missing = لم يكتمل النصاب من جانب { $holder }.
missing-consent-missing = لم يُعطَ القبول بعد من جانب { $holder }.
missing-condition-not-accepted = { $count ->
    [zero] لا شرط على { $holder } بحاجة إلى قبول: { $parts }.
    [one] الشرط { $parts } يقع على عاتق { $holder } ولم يُقبل بعد.
    [two] الشرطان { $parts } يقعان على عاتق { $holder } ولم يُقبلا بعد.
    [few] الشروط { $parts } تقع على عاتق { $holder } ولم تُقبل بعد.
    [many] الشروط { $parts } تقع على عاتق { $holder } ولم تُقبل بعد.
   *[other] الشروط { $parts } تقع على عاتق { $holder } ولم تُقبل بعد.
}
missing-condition-not-verified = { $count ->
    [zero] لا شرط بحاجة إلى تحقق من جانب { $holder }: { $parts }.
    [one] لم يُتحقق بعد من استيفاء الشرط { $parts } من جانب { $holder }.
    [two] لم يُتحقق بعد من استيفاء الشرطين { $parts } من جانب { $holder }.
    [few] لم يُتحقق بعد من استيفاء الشروط { $parts } من جانب { $holder }.
    [many] لم يُتحقق بعد من استيفاء الشروط { $parts } من جانب { $holder }.
   *[other] لم يُتحقق بعد من استيفاء الشروط { $parts } من جانب { $holder }.
}
missing-sign-off-missing = لم تصادق الجهة المشرفة بعد.
missing-sign-off-expired = انتهت صلاحية المصادقة. يعود المشروع إلى النقاش قبل مصادقة جديدة.
missing-key-lost = سُحبت موافقة أو أُلغيت المصادقة. ولا يستأنف المشروع إلا بإذن جديد بالتنفيذ.
missing-suspended = المشروع معلَّق. للطرف الذي أمر بوقف العمل أن يرفع الأمر. وفقدان موافقة أو مصادقة يستلزم إذنًا جديدًا بالتنفيذ.
missing-version-outdated = تغيّر نص العمل منذ أحدث نسخة. يثبّت رئيس مشارك النسخة التالية أولًا.

# The next step of each stage
next-table = لتقديم المسودة يلزم ما يلي:
next-table-nothing = لا ينقص شيء. للرئيس المشارك من الجانب المقترِح أن يقدّم المسودة. والمسودة المشتركة تحتاج إلى كليهما.
next-open-ballot = لفتح طلب المواقف في فريق العمل يلزم ما يلي:
next-open-ballot-nothing = لا ينقص شيء. للرئيسين المشاركين أن يفتحا طلب المواقف.
next-pass-group = للعرض على الوفدين يلزم ما يلي:
next-pass-group-nothing = لا ينقص شيء. ينتقل المشروع إلى الوفدين.
next-pass-principals = للعرض على الجهة المشرفة يلزم ما يلي:
next-pass-principals-nothing = لا ينقص شيء. ينتقل المشروع إلى الجهة المشرفة.
next-sign = للمصادقة يلزم ما يلي:
next-sign-nothing = لا ينقص شيء. للجهة المشرفة أن تقرر.
next-start = لبدء العمل يلزم ما يلي:
next-start-nothing = لا ينقص شيء. يبدأ العمل.
next-complete = لاعتبار العمل مكتملًا يلزم ما يلي:
next-complete-nothing = لا ينقص شيء. اكتمل العمل.
next-close = لإغلاق المشروع يلزم ما يلي:
next-close-nothing = لا ينقص شيء. يُغلق المشروع.
