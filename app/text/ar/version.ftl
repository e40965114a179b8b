# Versions, and what lies between two of them.

version-number = النسخة { $number }
versions-outdated = { $count ->
    [zero] لا مواقف سقط سريانها
    [one] موقف واحد لم يعد ساريًا
    [two] موقفان لم يعودا ساريين
    [few] { $count } مواقف لم تعد سارية
    [many] { $count } موقفًا لم تعد سارية
   *[other] { $count } موقف لم تعد سارية
}
compare-nothing = لا توجد نسختان بعد، فلا شيء للمقارنة.
compare-from = من
compare-to = إلى
compare-deed = مقارنة النسختين
compare-title = من النسخة { $from } إلى النسخة { $to }
compare-count = { $count ->
    [zero] لم يتغير أي قسم من أصل { $total }
    [one] تغيّر قسم واحد من أصل { $total }
    [two] تغيّر قسمان من أصل { $total }
    [few] تغيّرت { $count } أقسام من أصل { $total }
    [many] تغيّر { $count } قسمًا من أصل { $total }
   *[other] تغيّر { $count } قسم من أصل { $total }
}
compare-files = تغيّرت الملفات المرفقة.
compare-scope = تغيّر إعلان الطابع المدني.
compare-before = قبل
compare-after = بعد
versions-unseen = لم تقل بعد إنك رأيت نسخة من هذا النص.
versions-since = رأيت النص حتى النسخة { $number }.
versions-since-link = ما الذي تغيّر منذ ذلك
versions-seen-deed = رأيته حتى أحدث نسخة
