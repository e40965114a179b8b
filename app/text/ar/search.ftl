# Search on the desk.

search-title = البحث
search-words = كلمات البحث
search-words-hint = كلمات أو رقم أو رمز مشروع. يجب أن ترد الكلمات كلها في نص واحد.
search-deed = بحث
search-narrow = تضييق البحث
search-kind = النوع
search-kind-project = مشروع
search-kind-section = قسم
search-kind-note = مذكرة
search-kind-meeting = اجتماع
search-kind-point = نقطة
search-kind-thread = موضوع نقاش
search-kind-message = رسالة
search-kind-file = ملف
search-age = تاريخ الكتابة
search-age-week = في الأيام السبعة الأخيرة
search-age-month = في آخر 30 يومًا
search-age-quarter = في الأشهر الثلاثة الأخيرة
search-age-year = في آخر 12 شهرًا
search-begin = يشمل البحث رموز المشاريع وعناوينها ونصوصها باللغات الثلاث، والنقاط والنقاشات والمذكرات والاجتماعات وأسماء الملفات. ولا يظهر فيه إلا ما يحق لكم الاطلاع عليه.
search-short = يلزم إدخال ثلاثة أحرف على الأقل.
search-none = لم يُعثر على شيء بهذه الكلمات.
search-hint-fewer = يمكن استخدام كلمات أقل، أو بداية الكلمة فقط.
search-hint-spelling = يمكن التحقق من الإملاء، أو تجربة كلمة أخرى بالمعنى نفسه.
search-hint-language = يمكن تجربة لغة أخرى: تُحفظ الرسائل والنقاط باللغة التي كُتبت بها.
search-count = { $count ->
    [zero] لا نتائج
    [one] نتيجة واحدة
    [two] نتيجتان
    [few] { $count } نتائج
    [many] { $count } نتيجة
   *[other] { $count } نتيجة
}
search-cut = هناك نتائج أخرى. تظهر الرموز والعناوين أولًا، ثم أحدث النصوص. وتضيّق الكلمات الإضافية نطاق البحث.
search-point = النقطة { $number }
search-message = رسالة بتاريخ { $date }
