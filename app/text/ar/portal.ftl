# The frame around every page, and the words that all pages share.

portal-name = بوابة التعاون
skip-to-content = الانتقال إلى المحتوى
demonstration-line = بيانات للعرض التوضيحي. لا شيء مما يظهر هنا حقيقي.
footer-line = تخدم هذه البوابة التعاون المدني في الطب والطاقة والزراعة، وتشرف عليها الولايات المتحدة.

# Navigation
nav-main = التنقل الرئيسي
nav-language = اللغة
nav-breadcrumbs = موقع الصفحة
nav-project = صفحات المشروع
nav-home = الصفحة الرئيسية
nav-desk = مكتب العمل
nav-projects = المشاريع
nav-groups = فرق العمل
nav-meetings = الاجتماعات
nav-matters = المسائل
nav-notes = المذكرات
nav-search = البحث
nav-inbox = الوارد
nav-inbox-unread = { $count ->
    [zero] الوارد: لا جديد
    [one] الوارد: إشعار جديد واحد
    [two] الوارد: إشعاران جديدان
    [few] الوارد: { $count } إشعارات جديدة
    [many] الوارد: { $count } إشعارًا جديدًا
   *[other] الوارد: { $count } إشعار جديد
}
nav-how = كيف تجري الموافقة
nav-accessibility = إمكانية الوصول
sign-in-link = تسجيل الدخول
sign-out-deed = تسجيل الخروج

# Parties, languages, roles, sectors
party-il = إسرائيل
party-sy = سورية
party-us = الولايات المتحدة
party-both = إسرائيل وسورية
party-none = الأمانة
language-en = الإنكليزية
language-he = العبرية
language-ar = العربية
language-short-en = إنكليزي
language-short-he = عبري
language-short-ar = عربي
role-member = عضو
role-translator = مترجم
role-co-chair = رئيس مشارك
role-signatory = مفوَّض بالتوقيع
role-head = رئيس وفد
role-reviewer = مراجِع لدى الجهة المشرفة
role-officer = مسؤول المصادقة لدى الجهة المشرفة
role-secretariat = الأمانة
role-administrator = مدير النظام
office-unknown = منصب غير معروف
office-engine = قواعد الإجراءات
sector-medicine = الطب
sector-energy = الطاقة
sector-agriculture = الزراعة

# Who reads
audience-joint = تقرأ هذا جميع الأطراف
audience-caucus-il = يقرأ هذا وفد إسرائيل وحده
audience-caucus-sy = يقرأ هذا وفد سورية وحده
audience-caucus-us = تقرأ هذا الجهة المشرفة وحدها
audience-channel-il = لا يقرأ هذا سوى وفد إسرائيل والجهة المشرفة
audience-channel-sy = لا يقرأ هذا سوى وفد سورية والجهة المشرفة

# Lists, dates, sizes, hashes
list-separator = {"، "}
list-and-more = { $list }، والباقي { $more }
date-moment = { $date }، { $time } UTC
size-kb = { $size } كيلوبايت
size-mb = { $size } ميغابايت
hash-whole = عرض البصمة الرقمية كاملة
pagination-label = صفحات النتائج
pagination-count = النتائج من { $from } إلى { $to } من أصل { $count }
pagination-previous = الصفحة السابقة
pagination-next = الصفحة التالية
filter-any = الكل
filter-apply = تطبيق التصفية
filter-clear = مسح التصفية

# Due tags: who holds a step, and by when
due-none = { $holder } · منذ { $date }
due-left = { $days ->
    [zero] { $holder } · لم يبق أي يوم عمل · { $date }
    [one] { $holder } · بقي يوم عمل واحد · { $date }
    [two] { $holder } · بقي يوما عمل · { $date }
    [few] { $holder } · بقيت { $days } أيام عمل · { $date }
    [many] { $holder } · بقي { $days } يوم عمل · { $date }
   *[other] { $holder } · بقي { $days } يوم عمل · { $date }
}
due-late = { $days ->
    [zero] { $holder } · تأخير دون يوم عمل · كان الموعد { $date }
    [one] { $holder } · تأخير يوم عمل واحد · كان الموعد { $date }
    [two] { $holder } · تأخير يومي عمل · كان الموعد { $date }
    [few] { $holder } · تأخير { $days } أيام عمل · كان الموعد { $date }
    [many] { $holder } · تأخير { $days } يوم عمل · كان الموعد { $date }
   *[other] { $holder } · تأخير { $days } يوم عمل · كان الموعد { $date }
}
due-age = { $days ->
    [zero] الانتظار دون يوم عمل.
    [one] الانتظار منذ يوم عمل واحد.
    [two] الانتظار منذ يومي عمل.
    [few] الانتظار منذ { $days } أيام عمل.
    [many] الانتظار منذ { $days } يوم عمل.
   *[other] الانتظار منذ { $days } يوم عمل.
}
date-moment-here = { $date }، { $time }
session-line = يبقى الدخول ساريًا حتى { $time } إن لم يُجرَ أي عمل.
session-warning-title = ينتهي الدخول قريبًا
session-warning-text = ينتهي الدخول في الساعة { $time }. ويبقى ما كُتب في هذه الصفحة.
session-stay = إبقاء الدخول
session-over = انتهى الدخول. تبقى هذه الصفحة كما هي. يمكن الدخول في علامة تبويب جديدة ثم العودة إلى هنا وإرسال ما كُتب.
session-sign-in = الدخول في علامة تبويب جديدة
wall-show = عرض هذه الصفحة على شاشة القاعة
wall-leave = العودة من عرض القاعة
print-at = طُبع: { $time }
design-title = التصميم
design-lede = كل مكوّن في كل حالة. هذه الصفحة موجودة في نسخ التطوير فقط.
list-comma = {"، "}
