# A person's own page.

account-title = حسابي
account-who = البيانات والأدوار
account-roles = الأدوار
account-all-groups = جميع فرق العمل
account-mandates = التفويضات
account-no-mandate = لا يوجد
account-profile = ما يراه الآخرون
account-profile-office = المنصب. ولا يرى الاسم إلا الطرف الذي ينتمي إليه صاحب الحساب.
account-language = اللغة
account-language-hint = يغيّر شريط اللغات في أعلى الصفحة لغة مكتب العمل ويحفظ الاختيار.
account-password = كلمة المرور
account-password-hint = 15 حرفًا على الأقل؛ وتصلح بضع كلمات لا صلة بينها. وتنتهي جميع الجلسات الأخرى.
account-password-deed = تغيير كلمة المرور
account-language-field = اللغة
account-language-deed = تعيين اللغة
account-theme = الألوان
account-theme-field = ألوان المكتب
account-theme-deed = حفظ الألوان
theme-system = كما في النظام
theme-light = فاتح
theme-dark = داكن
